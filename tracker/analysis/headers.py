"""Where the names of the columns stand in a table, and which columns they are."""

from collections.abc import Iterable, Sequence

from tracker.analysis.cells import clean

FIRST_ROWS = 20  # design default: titles and notes above the names of the columns


def header_row(rows: Iterable[Sequence[object]], needed: Sequence[str]) -> int | None:
    """The first of the rows that names all columns that are needed, counted from 0; None when none of the first 20
    does."""
    wanted = {name.casefold() for name in needed}
    for place, row in zip(range(FIRST_ROWS), rows, strict=False):
        if wanted <= {clean(str(cell)).casefold() for cell in row}:
            return place
    return None


def named(row: Sequence[object], known: Iterable[str]) -> list[str]:
    """The names of the columns without blanks around them; those that are known in their own spelling, since case does
    not count."""
    spelling = {name.casefold(): name for name in known}
    names = [clean(str(cell)) for cell in row]
    return [spelling.get(name.casefold(), name) for name in names]
