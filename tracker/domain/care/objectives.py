"""Objectives: aims that check themselves against the record. What one asks for, and the record as it looks at it.

    not started ──► on track ◄──► at risk ──► met | missed        never stored, always computed from what stands
         └─────────────┴─────────────┴──► ended                   with the therapy, when it was neither met nor missed

Six kinds of criteria serve the seven templates and every custom objective; each kind is judged by one function in
domain/care/criteria.py. A clinician may close an objective by hand, with a reason.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType
from uuid import UUID

from tracker.domain.care.answers import Addressed
from tracker.domain.care.goals import EndorsedSpan
from tracker.domain.course.sessions import Status


class ObjectiveState(StrEnum):
    NOT_STARTED = "not_started"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    MET = "met"
    MISSED = "missed"
    ENDED = "ended"


DECIDED = frozenset({ObjectiveState.MET, ObjectiveState.MISSED})


class CriterionKind(StrEnum):
    """What an objective asks for."""

    GOALS = "goals"
    REACHED = "reached"
    ADDRESSED = "addressed"
    ADAPTED = "adapted"
    ATTENDED = "attended"
    COMPLETE = "complete"


@dataclass(frozen=True)
class Endorsed:
    """So many goals, each endorsed by the client, by the last of so many attended sessions."""

    goals: int
    sessions: int

    kind = CriterionKind.GOALS


@dataclass(frozen=True)
class Reached:
    """A score that the client rates, at or past a threshold (in the measure's own points), so many times: running, or
    altogether; within so many attended sessions, where a number is given."""

    measure: str
    component: str
    at: Fraction
    times: int
    running: bool = False
    sessions: int | None = None

    kind = CriterionKind.REACHED


@dataclass(frozen=True)
class EachAddressed:
    """A rating of the alliance in every attended session, and every fall and every tension that raised a check-in
    addressed in the same session."""

    kind = CriterionKind.ADDRESSED


@dataclass(frozen=True)
class Adapted:
    """So many documented adaptations in every calendar month with a session."""

    a_month: int

    kind = CriterionKind.ADAPTED


@dataclass(frozen=True)
class Attended:
    """So many of the next so many scheduled sessions attended, and each missed one talked about with the client."""

    attend: int
    of: int

    kind = CriterionKind.ATTENDED


@dataclass(frozen=True)
class Complete:
    """A measure complete in so many percent of the attended sessions."""

    measure: str
    percent: Fraction

    kind = CriterionKind.COMPLETE


Criterion = Endorsed | Reached | EachAddressed | Adapted | Attended | Complete


@dataclass(frozen=True)
class Window:
    """The days of an objective, both included."""

    start: date
    due: date

    @property
    def days(self) -> int:
        """How many days it has."""
        return (self.due - self.start).days + 1

    def holds(self, day: date) -> bool:
        """True for a day within it."""
        return self.start <= day <= self.due

    def used(self, today: date) -> Fraction:
        """The share of the days that is over: 0 on the first day, 1 when all are."""
        over = (min(today, self.due) - self.start).days + (today > self.due)
        return Fraction(max(over, 0), self.days)


@dataclass(frozen=True)
class Hour:
    """One session as objectives look at it.

    rated    the client rated the alliance
    drops    of each check-in about a fall or about tension, whether it was addressed
    scores   what the client rated, by measure and component
    whole    the measures that the client completed, without an item left out
    """

    session_id: UUID
    number: int
    on: date
    status: Status = Status.ATTENDED
    reengaged_on: date | None = None
    rated: bool = False
    drops: tuple[Addressed, ...] = ()
    scores: Mapping[tuple[str, str], Fraction] = field(default_factory=lambda: MappingProxyType({}))
    whole: frozenset[str] = frozenset()

    @property
    def attended(self) -> bool:
        """True when it took place."""
        return self.status is Status.ATTENDED


@dataclass(frozen=True)
class History:
    """The record as it stands. `hours` in their order; `lower`: the measures on which lower is better."""

    today: date
    hours: tuple[Hour, ...] = ()
    goals: tuple[tuple[EndorsedSpan, ...], ...] = ()
    adaptations: tuple[date, ...] = ()
    lower: frozenset[str] = frozenset()


class RowEffect(StrEnum):
    """What one row of evidence does for an objective."""

    YES = "yes"
    NO = "no"
    PENDING = "pending"  # it can still count: its day, or its month, is not over
    LEFT_OUT = "left_out"


@dataclass(frozen=True)
class EvidenceRow:
    """One row that a judgement rests on: the day, the session or the month it is about, what was observed there."""

    on: date
    counts: RowEffect
    session: int | None = None
    value: Fraction | None = None
    observation: str = ""


@dataclass(frozen=True)
class Judgement:
    """Where an objective stands.

    n, of      what is there, of what is asked for
    on         the day on which it was met, or on which it became certain that it cannot be
    still      how much is still needed; 0 when it is met or missed
    left       in how many attended (or scheduled) sessions; None where their number is open
    evidence   the rows it rests on, in their order
    """

    state: ObjectiveState
    n: int
    of: int
    on: date | None = None
    still: int = 0
    left: int | None = None
    evidence: tuple[EvidenceRow, ...] = ()

    def with_the_therapy(self, ended_on: date) -> "Judgement":
        """The same once the therapy has ended, on a day on which it was judged so."""
        if self.state in DECIDED:
            return self
        return replace(self, state=ObjectiveState.ENDED, on=ended_on, still=0, left=None)
