"""Small cells: counts of few people are hidden from whoever does not treat them, also where they could be worked out.

    9  3  2     9 shown, 3 and 2 hidden, and with them the total: with it their sum would be known

Where a total is told elsewhere, none of its parts is shown beside a hidden one (`whole_or_nothing`). A period cannot be
held against a longer one, because the practice's report is of one finished calendar quarter at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

LEAST = 5  # cells under 5 are hidden (the practice's report; docs/decisions/0022)


@dataclass(frozen=True)
class Cell:
    """A count as it may be shown: None for a hidden one."""

    count: int | None

    @property
    def hidden(self) -> bool:
        """True when it is not told."""
        return self.count is None


def parts(counts: Sequence[int]) -> tuple[list[Cell], Cell]:
    """The parts of a whole and their total as they may be shown: parts of 1 to 4 are hidden, and the total with them.
    Nobody is in a part of none, so it is shown."""
    shown = [Cell(None if 0 < count < LEAST else count) for count in counts]
    return shown, Cell(None if any(cell.hidden for cell in shown) else sum(counts))


def whole_or_nothing(counts: Sequence[int]) -> list[Cell]:
    """The parts of a whole that is told elsewhere: all of them, or none where one would have to be hidden."""
    shown, total = parts(counts)
    return [Cell(None) for _ in counts] if total.hidden else shown


def share(n: int, of: int) -> tuple[Cell, Cell]:
    """A part and its whole as they may be shown: the part is hidden where it, or what is left of the whole, is under 5;
    all or none of a whole that is itself large enough is no small cell. The whole is hidden where it is under 5."""
    if of < LEAST:
        return Cell(None), Cell(None)
    small = 0 < n < LEAST or 0 < of - n < LEAST
    return Cell(None if small else n), Cell(of)


def quarter(day: date) -> tuple[date, date]:
    """The first and the last day of the calendar quarter that a day lies in."""
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    return first, date(day.year, first.month + 2, 30 if first.month in (4, 7) else 31)
