"""What a list of clients reads of each: how alliance and outcome run, what asks for an answer, what comes next.

Nothing here depends on the day, on who reads, or on a language, so it can be kept (see kept_courses.py).
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from tracker.domain.care.answers import Stage
from tracker.domain.care.open_work import OpenWork, of_needs
from tracker.domain.care.repair_work import RepairStage
from tracker.domain.care.to_answer import things
from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.rules.change import since_first
from tracker.domain.rules.findings import Tier
from tracker.services.record.flag_views import FlagThing, FlagView
from tracker.services.record.records import Record

SPARKLINE = 10  # design default: how many of the last sessions a line shows


@dataclass(frozen=True)
class OutcomeLine:
    """How the client is doing, on the outcome measure in use that was rated last: its totals in the last sessions, None
    where there is none, the last one, and the gain since the first where it is reliable, above 0 for better."""

    measure: Measure
    recent: tuple[Fraction | None, ...]
    last: Fraction
    gain: Fraction | None


@dataclass(frozen=True)
class AllianceLine:
    """The alliance as the client rates it on their primary measure: its totals in the last sessions, None where there
    is none, and which of them are flagged; the last total, and its change since the previous one."""

    measure: Measure
    recent: tuple[Fraction | None, ...]
    flagged: frozenset[int]
    last: Fraction
    change: Fraction | None

    @property
    def fell(self) -> bool:
        """True when the last total is flagged, and worse than the one before."""
        rated = [n for n, total in enumerate(self.recent) if total is not None]
        if self.change is None or not rated or rated[-1] not in self.flagged:
            return False
        return self.measure.loss(Fraction(0), self.change) > 0


@dataclass(frozen=True)
class ClientLine:
    """One client: how many sessions were logged, the day of the last one that took place, the days of scheduled ones of
    which nobody has said what became of them; how many repairs are open, and the days on which their open steps were
    planned; the flags that ask for something or are offered; and both lines, None before there is a total."""

    sessions: int
    last_attended: date | None
    scheduled: tuple[date, ...]
    repairs: int
    steps: tuple[date, ...]
    flags: tuple[FlagView, ...]
    alliance: AllianceLine | None
    outcome: OutcomeLine | None

    def asking(self) -> list[FlagThing]:
        """The things that ask for something now, the most pressing first, the oldest of each on top."""
        return [thing for thing in things(self.flags, lambda flag: flag.asking) if thing.asks]

    def open_work(self, asking: list[FlagThing], today: date) -> OpenWork:
        """What is open, these things among it."""
        overdue = sum(day < today for day in self.scheduled)
        return of_needs(thing.need for thing in asking if thing.need is not None) + OpenWork(
            repairs=self.repairs, steps=len(self.steps), overdue=overdue
        )

    def next_on(self, today: date) -> date | None:
        """The day of the next scheduled session, today's included."""
        return min((day for day in self.scheduled if day >= today), default=None)


def line_of(record: Record) -> ClientLine:
    """The line of a record that was read with its flags, repairs and estimates."""
    return ClientLine(
        sessions=len(record.course.slots),
        last_attended=max((slot.held_on for slot in record.attended), default=None),
        scheduled=tuple(session.held_on for session in record.course.scheduled),
        repairs=sum(repair.stage is RepairStage.OPEN for repair in record.repairs),
        steps=tuple(record.planned_steps),
        flags=tuple(flag for flag in record.flags if flag.asking.counts),
        alliance=_alliance(record),
        outcome=_outcome(record),
    )


def _alliance(record: Record) -> AllianceLine | None:
    trajectory = record.of_primary(Rater.CLIENT)
    point = _newest(trajectory) if trajectory else None
    if trajectory is None or point is None or point.scores.total is None:
        return None
    previous = trajectory.previous(point, TOTAL)
    before = previous.scores.total if previous else None
    return AllianceLine(
        trajectory.measure,
        _totals(record, trajectory),
        _flagged(record, trajectory),
        point.scores.total,
        None if before is None else point.scores.total - before,
    )


def _flagged(record: Record, trajectory: Trajectory) -> frozenset[int]:
    """Which of the last sessions have a risk item or a check-in on this measure."""
    fell = {
        f.slot.number
        for f in record.flags
        if f.stage is not Stage.WITHDRAWN
        and f.measure.key == trajectory.measure.key
        and f.tier in (Tier.RISK, Tier.CHECK_IN)
    }
    recent = record.course.slots[-SPARKLINE:]
    return frozenset(n for n, slot in enumerate(recent) if slot.number in fell)


def _outcome(record: Record) -> OutcomeLine | None:
    rated = [
        (point.slot.number, trajectory, point)
        for measure in record.measures
        if measure.kind is Kind.OUTCOME
        if (trajectory := record.trajectory(measure, Rater.CLIENT))
        if (point := _newest(trajectory))
    ]
    if not rated:
        return None
    _, trajectory, point = max(rated, key=lambda each: each[0])
    measure = trajectory.measure
    assert point.scores.total is not None
    by = record.reliable_change(measure)
    change = since_first(trajectory, point, record.client.age_band, by)
    return OutcomeLine(
        measure,
        _totals(record, trajectory),
        point.scores.total,
        change.gain if change and change.reliable else None,
    )


def _newest(trajectory: Trajectory) -> Point | None:
    """The last rating that has a total."""
    return next((p for p in reversed(trajectory.points) if p.scores.total is not None), None)


def _totals(record: Record, trajectory: Trajectory) -> tuple[Fraction | None, ...]:
    """The totals of the last sessions, None where there is none."""
    points = {point.slot.number: point for point in trajectory.points[-SPARKLINE:]}
    rated = [points.get(slot.number) for slot in record.course.slots[-SPARKLINE:]]
    return tuple(point.scores.total if point else None for point in rated)
