"""Small cells: counts of few people are hidden from whoever does not treat them, also where they could be worked out.

    9  3  2     9 shown, 3 and 2 hidden, and with them the total: with it their sum would be known

What is counted are clients: six flags of one client are a cell of one. Some who read the practice's report treat
clients themselves and could take these off again, so what is told is large enough without theirs as well. Where a
total is told elsewhere, none of its parts is shown beside a hidden one (`whole_or_nothing`). A period cannot be held
against a longer one, nor against itself later: the practice's report is of one calendar quarter, and is made once.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date

LEAST = 5  # cells under 5 are hidden (the practice's report; docs/decisions/0022)

Tally = Counter[Hashable]  # a count, by the client whose it is


@dataclass(frozen=True)
class Cell:
    """A count as it may be shown: None for a hidden one."""

    count: int | None

    @property
    def hidden(self) -> bool:
        """True when it is not told."""
        return self.count is None


@dataclass(frozen=True)
class Telling:
    """What may be told. `apart` has, for each reader, the clients whom they treat or answer for, and none for a reader
    who does neither; without any reader everything may be told."""

    apart: tuple[frozenset[Hashable], ...] = (frozenset(),)

    def small(self, tally: Tally) -> bool:
        """True for a count of 1 to 4 clients, also once those of one reader are taken off."""
        people = set(+tally)
        return any(0 < len(people - own) < LEAST for own in self.apart)

    def enough(self, tally: Tally) -> bool:
        """True where there are enough for a number that is worked out from them."""
        return bool(+tally) and not self.small(tally)


HIDING = Telling()
OPEN = Telling(())


def parts(tallies: Sequence[Tally], telling: Telling = HIDING) -> tuple[list[Cell], Cell]:
    """The parts of a whole and their total as they may be shown: parts of 1 to 4 are hidden, and the total with them.
    Nobody is in a part of none, so it is shown."""
    shown = [Cell(None if telling.small(tally) else tally.total()) for tally in tallies]
    hidden = any(cell.hidden for cell in shown)
    return shown, Cell(None if hidden else sum(tally.total() for tally in tallies))


def whole_or_nothing(tallies: Sequence[Tally], telling: Telling = HIDING) -> list[Cell]:
    """The parts of a whole that is told elsewhere: all of them, or none where one would have to be hidden."""
    shown, total = parts(tallies, telling)
    return [Cell(None) for _ in tallies] if total.hidden else shown


def share(n: Tally, of: Tally, telling: Telling = HIDING) -> tuple[Cell, Cell]:
    """A part and its whole as they may be shown: the part is hidden where it, or what is left of the whole, is of under
    5 clients; all or none of a whole that is itself large enough is no small cell. The whole is hidden where it is
    of under 5."""
    if telling.apart and not telling.enough(of):
        return Cell(None), Cell(None)
    small = telling.small(n) or telling.small(of - n)
    return Cell(None if small else n.total()), Cell(of.total())


def quarter(day: date) -> tuple[date, date]:
    """The first and the last day of the calendar quarter that a day lies in."""
    first = date(day.year, day.month - (day.month - 1) % 3, 1)
    return first, date(day.year, first.month + 2, 30 if first.month in (4, 7) else 31)
