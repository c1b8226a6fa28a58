"""What a chart shows, before anyone draws it. Scores stay exact; places on the x axis are session numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tracker.domain.trajectory import Slot

NO_RATING = "no rating"


class Who(StrEnum):
    """Whose line it is; an outcome measure has a look of its own."""

    CLIENT = "client"
    THERAPIST = "therapist"
    OUTCOME = "outcome"

    @property
    def label(self) -> str:
        """The word at the end of the line and in the key."""
        return self.value.capitalize()


@dataclass(frozen=True)
class Dot:
    """One score in its place, with the words a reader sees for it."""

    number: int
    value: Fraction
    words: str


@dataclass(frozen=True)
class Line:
    """One rater's scores. Dots of one run are joined; between runs there is a gap."""

    who: Who
    runs: tuple[tuple[Dot, ...], ...]

    @property
    def dots(self) -> tuple[Dot, ...]:
        """All dots, in order."""
        return tuple(dot for run in self.runs for dot in run)


@dataclass(frozen=True)
class Ring:
    """A flagged score: "! −3", and what came of it ("addressed"), None while it is open."""

    number: int
    value: Fraction
    text: str
    addressed: str | None


@dataclass(frozen=True)
class Link:
    """Client and therapist stand two or more points apart at this session."""

    number: int
    low: Fraction
    high: Fraction


@dataclass(frozen=True)
class Cutoff:
    """A published cut-off, drawn only where it was given."""

    value: Fraction
    text: str


@dataclass(frozen=True)
class Divide:
    """Something lies between this session and the one before: "6 weeks", "therapist changed"."""

    number: int
    text: str


@dataclass(frozen=True)
class Panel:
    """One score over the sessions, always on the whole range of the measure. `lines`: the upper one last."""

    key: str
    title: str
    direction: str
    low: Fraction
    high: Fraction
    ticks: tuple[tuple[Fraction, str], ...]
    lines: tuple[Line, ...]
    rings: tuple[Ring, ...]
    links: tuple[Link, ...]
    ceiling: tuple[Dot, ...]
    missing: tuple[int, ...]
    cutoff: Cutoff | None = None

    @property
    def own(self) -> Line:
        """The line that is read first: the client's, or the outcome's."""
        return self.lines[-1]


@dataclass(frozen=True)
class Table:
    """The same numbers in words: one row for each session, newest last."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A whole chart: small panels over the same sessions, the sentence and the table that say the same."""

    title: str
    panels: tuple[Panel, ...]
    slots: tuple[Slot, ...]
    divides: tuple[Divide, ...]
    summary: str
    table: Table

    @property
    def who(self) -> tuple[Who, ...]:
        """Whose lines there are, in the order of the key."""
        return tuple(line.who for line in reversed(self.panels[0].lines))

    @property
    def flagged(self) -> tuple[int, ...]:
        """The numbers of the sessions with a ring in any panel, in order."""
        return tuple(sorted({ring.number for panel in self.panels for ring in panel.rings}))

    @property
    def has_ceiling(self) -> bool:
        """True when any score stands at the top of its range."""
        return any(panel.ceiling for panel in self.panels)


def runs_of(dots: Sequence[Dot | None], breaks: Sequence[bool]) -> tuple[tuple[Dot, ...], ...]:
    """The dots cut into runs: at each None, and before each dot where `breaks` is true."""
    runs: list[list[Dot]] = []
    joined = False
    for dot, broken in zip(dots, breaks, strict=True):
        if dot is None:
            joined = False
        elif joined and not broken:
            runs[-1].append(dot)
        else:
            runs.append([dot])
            joined = True
    return tuple(tuple(run) for run in runs)
