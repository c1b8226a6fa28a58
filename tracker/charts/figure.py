"""What a chart shows, before anyone draws it. Scores stay exact; places on the x axis are session numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tracker.domain.course.trajectory import Slot
from tracker.domain.rules.findings import Tier

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
class CutoffLine:
    """A published cut-off, drawn only where it was given."""

    value: Fraction
    text: str


@dataclass(frozen=True)
class RangeBand:
    """A client's usual range from one session to another, None for the end of the paper; its ends lie on the scale."""

    first: int
    last: int | None
    low: Fraction
    high: Fraction
    trial: bool


@dataclass(frozen=True)
class Limit:
    """A line one reliable change away from the first rating of a series, over the sessions of that series."""

    first: int
    last: int | None
    value: Fraction


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
    cutoff: CutoffLine | None = None
    bands: tuple[RangeBand, ...] = ()
    limits: tuple[Limit, ...] = ()
    limit_text: str = ""

    @property
    def own(self) -> Line:
        """The line that is read first: the client's, or the outcome's."""
        return self.lines[-1]


class Aim(StrEnum):
    """The lane of objectives under the flags."""

    OBJECTIVE = "objective"


@dataclass(frozen=True)
class Lane:
    """The flags of one tier over the sessions: for each session with any, whether one of them is still open; or the
    objectives that were decided there: whether one of them was met."""

    tier: Tier | Aim
    title: str
    marks: tuple[tuple[int, bool], ...]


@dataclass(frozen=True)
class ChartTable:
    """The same numbers in words: one row for each session, newest last."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A whole chart: small panels over the same sessions, the sentence and the table that say the same.

    With `lanes` of flags under them the panels are low: it is a chart to be seen at one glance.
    """

    title: str
    panels: tuple[Panel, ...]
    slots: tuple[Slot, ...]
    divides: tuple[Divide, ...]
    summary: str
    table: ChartTable
    lanes: tuple[Lane, ...] = ()

    @property
    def who(self) -> tuple[Who, ...]:
        """Whose lines there are in any panel, in the order of the key."""
        lines = (line for panel in self.panels for line in reversed(panel.lines))
        return tuple(dict.fromkeys(line.who for line in lines))

    @property
    def flagged(self) -> tuple[int, ...]:
        """The numbers of the sessions with a ring in any panel, in order."""
        return tuple(sorted({ring.number for panel in self.panels for ring in panel.rings}))

    @property
    def ranges(self) -> tuple[bool, ...]:
        """What usual ranges there are in any panel: fixed ones (False), ones on trial (True)."""
        return tuple(sorted({band.trial for panel in self.panels for band in panel.bands}))

    @property
    def flags_asking(self) -> bool:
        """True when a lane has marks that ask, or have asked, for an answer."""
        return any(lane.marks for lane in self.lanes if lane.tier not in (Tier.NOTE, Aim.OBJECTIVE))

    @property
    def has_objectives(self) -> bool:
        """True when a lane has objectives that were met or missed."""
        return any(lane.tier is Aim.OBJECTIVE for lane in self.lanes)

    @property
    def has_limits(self) -> bool:
        """True when a reliable change is drawn."""
        return any(panel.limits for panel in self.panels)

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
