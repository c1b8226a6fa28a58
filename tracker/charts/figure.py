"""What a chart shows, before anyone draws it. Scores stay exact; places on the x axis are session numbers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from tracker.domain.course.trajectory import Slot

NO_RATING = "no rating"


class Who(StrEnum):
    """Whose line it is; an outcome measure has a look of its own."""

    CLIENT = "client"
    THERAPIST = "therapist"
    OUTCOME = "outcome"

    @property
    def label(self) -> str:
        """The word at the end of the line."""
        return self.value.capitalize()


@dataclass(frozen=True)
class Dot:
    """One score in its place, with the words a reader sees for it."""

    number: int
    value: Fraction
    words: str


@dataclass(frozen=True)
class Line:
    """One rater's scores. Dots of one run are joined; between runs there is a gap. `named`: the word at its end, such
    as "You", where it is not that of the rater."""

    who: Who
    runs: tuple[tuple[Dot, ...], ...]
    named: str = ""

    @property
    def label(self) -> str:
        """The word at the end of the line."""
        return self.named or self.who.label

    @cached_property
    def dots(self) -> tuple[Dot, ...]:
        """All dots, in order."""
        return tuple(dot for run in self.runs for dot in run)


@dataclass(frozen=True)
class Ring:
    """A score that fell, at its own value: "bond −3". `open`: what it asks for is not answered. `line`: where the
    panel's own line stands at that session, where the ring is about another score than the line."""

    number: int
    value: Fraction
    text: str
    open: bool
    line: Fraction | None = None


@dataclass(frozen=True)
class CheckInStory:
    """What a check-in was about ("bond −3" for each score that fell), and what became of it, a few words each."""

    number: int
    what: tuple[str, ...]
    became: tuple[str, ...]
    open: bool


@dataclass(frozen=True)
class Missing:
    """A session without a score in this panel, and why: "did not come", "no rating"."""

    number: int
    text: str


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
    """A line one reliable change away from the first rating of a series, over the sessions of that series. `text`: what
    a score beyond it is ("reliably better")."""

    first: int
    last: int | None
    value: Fraction
    text: str


@dataclass(frozen=True)
class Divide:
    """Something lies between this session and the one before: "6 weeks", "therapist changed"."""

    number: int
    text: str


class Size(StrEnum):
    """How much room a panel has: the alliance of a course, an outcome below it, a part of a measure among others."""

    TALL = "tall"
    LOW = "low"
    PART = "part"


@dataclass(frozen=True)
class Panel:
    """One score over the sessions, always on the whole range of the measure. `lines`: the upper one last. `about`: what
    is drawn ("Session check, mean of four, 0 to 10"). `levels`: the published names of scores from a value on.
    `titled`: its title stands over the plot; else the page has it above the picture."""

    key: str
    title: str
    about: str
    direction: str
    low: Fraction
    high: Fraction
    ticks: tuple[tuple[Fraction, str], ...]
    lines: tuple[Line, ...]
    rings: tuple[Ring, ...]
    missing: tuple[Missing, ...]
    size: Size = Size.PART
    stories: tuple[CheckInStory, ...] = ()
    levels: tuple[tuple[Fraction, str], ...] = ()
    cutoff: CutoffLine | None = None
    bands: tuple[RangeBand, ...] = ()
    limits: tuple[Limit, ...] = ()
    limit_text: str = ""
    titled: bool = True

    @property
    def own(self) -> Line:
        """The line that is read first: the client's, or the outcome's."""
        return self.lines[-1]


@dataclass(frozen=True)
class ChartTable:
    """The same numbers in words: one row for each session, newest last."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Figure:
    """A whole chart: panels over the same sessions, the sentence and the table that say the same. `next_on`: the day of
    the next session, which has its place on the axis. `days`: the day of a session under the axis, by its number, where
    it is not said in English."""

    title: str
    panels: tuple[Panel, ...]
    slots: tuple[Slot, ...]
    divides: tuple[Divide, ...]
    summary: str
    table: ChartTable
    next_on: date | None = None
    days: Mapping[int, str] = field(default_factory=dict)

    @property
    def flagged(self) -> tuple[int, ...]:
        """The numbers of the sessions with a ring or a story in any panel, in order."""
        rings = {ring.number for panel in self.panels for ring in panel.rings}
        return tuple(sorted(rings | {s.number for p in self.panels for s in p.stories}))

    @property
    def stories(self) -> tuple[CheckInStory, ...]:
        """What every check-in was about, in order."""
        return tuple(story for panel in self.panels for story in panel.stories)


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
