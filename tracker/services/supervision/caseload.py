"""A clinician's caseload: one row for each client, who needs them first on top."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, lazyload

from tracker.domain.care.answers import Stage
from tracker.domain.care.caseload import Need, Standing, in_order
from tracker.domain.care.open_work import OpenWork
from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.people.access import Actor
from tracker.domain.rules.change import Change, since_first
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.agenda import unseen
from tracker.models import Client, User
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.record.flag_views import FlagThing, FlagView
from tracker.services.record.records import Record, RecordPart, clients_of, records_of
from tracker.services.supervision.client_reviews import last_reviewed
from tracker.services.supervision.flag_reviews import waits, where_asked

SPARKLINE = 10
SHOWN = RecordPart.FLAGS | RecordPart.REPAIRS | RecordPart.ESTIMATES


@dataclass(frozen=True)
class OutcomeLine:
    """How the client is doing, on the outcome measure in use that was rated last: its totals in the last sessions, None
    where there is none, the last one, and the change since the first where it is reliable."""

    measure: Measure
    recent: tuple[Fraction | None, ...]
    last: Fraction
    change: Change | None


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
class CaseloadRow:
    """One client: how the alliance and the outcome run, the thing that needs an answer most, and how many `more` ask
    for something.

    `needs` is what these ask: a check-in that is still unanswered at the next session is up for review as well, and a
    client who has not rated lately is found as such whatever else is asked.
    `steps`: how many planned steps of repairs wait for the next session. `overdue`: the day of the oldest scheduled
    session of which nobody has said what became of it; `next_on`: the day of the next one. `asked`: supervision waits
    for an answer to one of the flags. `last_reviewed`: when the client was looked at in supervision last; `unseen`: not
    within four weeks; both are told to supervisors alone.
    """

    record: Record
    standing: Standing
    open_work: OpenWork
    need: Need
    needs: frozenset[Need]
    thing: FlagThing | None
    more: int
    steps: int
    overdue: date | None
    next_on: date | None
    alliance: AllianceLine | None
    outcome: OutcomeLine | None
    asked: bool = False
    last_reviewed: date | None = None
    unseen: bool = False

    @property
    def client(self) -> Client:
        """The client of the row."""
        return self.record.client

    @property
    def flag(self) -> FlagView | None:
        """The flag that leads the row."""
        return self.thing.leader if self.thing else None

    @property
    def age_days(self) -> int | None:
        """For how many days somebody has waited; None where nobody does."""
        since = self.standing.since()
        return (self.record.today - since).days if since else None

    @property
    def sessions(self) -> int:
        """How many sessions are logged."""
        return len(self.record.course.slots)

    @property
    def today(self) -> bool:
        """True when a session was held today, or is to be."""
        return self.standing.today(self.record.today)

    @property
    def logged_today(self) -> bool:
        """True when a session was held today."""
        return self.standing.last_session == self.record.today

    @property
    def change(self) -> Fraction | None:
        """The change of the last alliance total; None without one, or without a previous one."""
        return self.alliance.change if self.alliance else None


@dataclass(frozen=True)
class Caseload:
    """The rows of a clinician, in order, and the day they are for. `treats`: the reader is the clinician, or covers."""

    clinician: User
    treats: bool
    rows: tuple[CaseloadRow, ...]
    today: date

    @property
    def open_work(self) -> OpenWork:
        """What is open of all clients together."""
        return sum((row.open_work for row in self.rows), OpenWork())

    def count(self, *needs: Need) -> int:
        """How many rows have one of these needs; all of them without any."""
        return sum(self.shows(row, *needs) for row in self.rows)

    def shows(self, row: CaseloadRow, *needs: Need) -> bool:
        """True when the row has one of these needs. Today's sessions are today's whatever else they need."""
        if Need.TODAY in needs and row.today:
            return True
        return not needs or not row.needs.isdisjoint(needs)


def caseload(
    db: Session, actor: Actor, clinician_id: UUID, parts: RecordPart = SHOWN, *, now: datetime
) -> Caseload:
    """The caseload of a clinician, for themselves, whoever covers for them, or a supervisor of theirs; NotPermitted for
    anyone else. `parts`: what is read of the records, which is what the rows show at least."""
    day = today(db, now)
    own = permissions.may_read_caseload(db, actor, clinician_id, day).treats
    clinician = db.get_one(User, clinician_id, options=[lazyload(User.roles)])
    records = records_of(db, clients_of(db, [clinician_id]), parts | SHOWN, now=now)
    with_supervision = _supervision(db, [record.client.id for record in records], day, own=own)
    rows = [with_supervision(_row(record), record.flags) for record in records]
    return Caseload(clinician, own, tuple(in_order(rows, lambda row: row.standing, day)), day)


def _supervision(
    db: Session, ids: list[UUID], day: date, *, own: bool
) -> Callable[[CaseloadRow, Sequence[FlagView]], CaseloadRow]:
    """What supervision adds to a row, read once for all: to the clinician's own, for which of their flags it asked; to
    a supervisor's, when the client was looked at last."""
    if own:
        said = where_asked(db, ids)
        return lambda row, flags: replace(
            row, asked=any(waits(f, said[f.flag.id]) for f in flags if f.flag.id in said)
        )
    last = last_reviewed(db, ids)

    def seen(row: CaseloadRow, _: Sequence[FlagView]) -> CaseloadRow:
        on = last.get(row.client.id)
        begun = row.client.starts_on
        missing = unseen(starts_on=begun, last_reviewed=on, today=day)
        return replace(row, last_reviewed=on, unseen=missing)

    return seen


def own_clients(db: Session, actor: Actor, *, now: datetime) -> list[Client]:
    """The clients whose care the actor plans today, their own and those of whom they stand in for, by code."""
    whose = permissions.may_plan_care_of(db, actor, today(db, now))
    rows = select(Client).where(Client.clinician_id.in_(whose)).order_by(Client.code)
    return list(db.scalars(rows))


def _row(record: Record) -> CaseloadRow:
    asking = record.asking
    steps = record.planned_steps
    scheduled = [session.held_on for session in record.course.scheduled]
    overdue = [day for day in scheduled if day < record.today]
    standing = _standing(record, [*steps, *overdue])
    return CaseloadRow(
        record=record,
        standing=standing,
        open_work=record.open_work,
        need=standing.need(record.today),
        needs=_needs(asking, [*steps, *overdue]),
        thing=asking[0] if asking else None,
        more=max(len(asking) - 1, 0),
        steps=len(steps),
        overdue=overdue[0] if overdue else None,
        next_on=record.next_on,
        alliance=_alliance(record),
        outcome=_outcome(record),
    )


def _needs(asking: list[FlagThing], planned: list[date]) -> frozenset[Need]:
    flags = [flag for thing in asking for flag in thing.flags]
    needs = [thing.need for thing in asking if thing.need is not None]
    needs += [flag.need for flag in flags if flag.need is Need.NO_RATING_LATELY]
    needs += [Need.REVIEW for flag in flags if flag.climbed]
    return frozenset([*needs, Need.COME_BACK] if planned else needs)


def _standing(record: Record, planned: list[date]) -> Standing:
    needs = [
        (thing.need, min(flag.slot.held_on for flag in thing.flags if flag.need is not None))
        for thing in record.asking
        if thing.need is not None
    ]
    return Standing(
        record.client.code,
        tuple(needs + [(Need.COME_BACK, day) for day in planned]),
        max((slot.held_on for slot in record.attended), default=None),
        tuple(session.held_on for session in record.course.scheduled),
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
        change if change and change.reliable else None,
    )


def _newest(trajectory: Trajectory) -> Point | None:
    """The last rating that has a total."""
    return next((p for p in reversed(trajectory.points) if p.scores.total is not None), None)


def _totals(record: Record, trajectory: Trajectory) -> tuple[Fraction | None, ...]:
    """The totals of the last sessions, None where there is none."""
    points = {point.slot.number: point for point in trajectory.points[-SPARKLINE:]}
    rated = [points.get(slot.number) for slot in record.course.slots[-SPARKLINE:]]
    return tuple(point.scores.total if point else None for point in rated)
