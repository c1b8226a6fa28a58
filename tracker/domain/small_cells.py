"""Small cells: counts of few people are hidden from whoever does not treat them, also where they could be worked out.

    total 14  =  9  +  3  +  2         9 shown, 3 and 2 hidden; together they are 5, so neither can be told
    total 11  =  9  +  2               2 hidden alone is 11 - 9: 9 is hidden as well

A period cannot be held against a longer one, because the practice's report is of one calendar quarter at a time.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

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
    """The parts of a whole and their total as they may be shown.

    Parts of 1 to 4 are hidden; nobody is in a part of none. What the hidden ones come to together follows from the
    total: while that is a number under 5, the smallest part that is left is hidden as well, and where none is left, the
    total.
    """
    hidden = {i for i, count in enumerate(counts) if 0 < count < LEAST}
    whole = sum(counts)
    while 0 < sum(counts[i] for i in hidden) < LEAST:
        left = [i for i, count in enumerate(counts) if count and i not in hidden]
        if not left:
            whole = 0
            break
        hidden.add(min(left, key=lambda i: (counts[i], i)))
    shown = [Cell(None if i in hidden else count) for i, count in enumerate(counts)]
    return shown, Cell(whole if whole or not hidden else None)


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
    later = first + timedelta(days=95)
    return first, date(later.year, later.month, 1) - timedelta(days=1)
