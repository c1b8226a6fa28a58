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
from tracker.domain.care.objectives import ObjectiveState
from tracker.domain.care.open_work import OpenWork
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.agenda import unseen
from tracker.models import Client, User
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.record.flag_views import FlagThing, FlagView
from tracker.services.record.objective_views import ObjectiveView
from tracker.services.record.records import Record, RecordPart, clients_of, records_of
from tracker.services.supervision.client_reviews import last_reviewed
from tracker.services.supervision.flag_reviews import waits, where_asked

SPARKLINE = 10
AT_RISK = ObjectiveState.AT_RISK
SHOWN = RecordPart.FLAGS | RecordPart.REPAIRS | RecordPart.OBJECTIVES


@dataclass(frozen=True)
class CaseloadRow:
    """One client: the last score of their primary measure, its change, the thing that needs an answer most, and how
    many `more` ask for something.

    `needs` is what these ask: a check-in that is still unanswered at the next session is up for review as well, and a
    client who has not rated lately is found as such whatever else is asked.
    `steps`: how many planned steps of repairs wait for the next session. `overdue`: the day of the oldest scheduled
    session of which nobody has said what became of it. `objectives`: how many of those that have begun are on track or
    met, and how many there are; `at_risk` are those that will be missed as things stand. `asked`: supervision waits for
    an answer to one of the flags. `last_reviewed`: when the client was looked at in supervision last; `unseen`: not
    within four weeks; both are told to supervisors alone.
    """

    client: Client
    measure: Measure | None
    trajectory: Trajectory | None
    standing: Standing
    open_work: OpenWork
    need: Need
    needs: frozenset[Need]
    thing: FlagThing | None
    more: int
    steps: int
    overdue: date | None
    objectives: tuple[int, int]
    at_risk: tuple[ObjectiveView, ...]
    age_days: int | None
    last: Fraction | None
    change: Fraction | None
    recent: tuple[Fraction | None, ...]
    flagged: frozenset[int]
    sessions: int
    last_session: date | None
    asked: bool = False
    last_reviewed: date | None = None
    unseen: bool = False

    @property
    def flag(self) -> FlagView | None:
        """The flag that leads the row."""
        return self.thing.leader if self.thing else None


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
        if Need.TODAY in needs and row.standing.today(self.today):
            return True
        return not needs or not row.needs.isdisjoint(needs)


def caseload(db: Session, actor: Actor, clinician_id: UUID, *, now: datetime) -> Caseload:
    """The caseload of a clinician, for themselves, whoever covers for them, or a supervisor of theirs; NotPermitted for
    anyone else."""
    day = today(db, now)
    own = permissions.may_read_caseload(db, actor, clinician_id, day).treats
    clinician = db.get_one(User, clinician_id, options=[lazyload(User.roles)])
    records = records_of(db, clients_of(db, [clinician_id]), SHOWN, now=now)
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
    of = record.course
    trajectory = record.of_primary(Rater.CLIENT)
    asking = record.asking
    steps = record.planned_steps
    overdue = [session.held_on for session in of.scheduled if session.held_on < record.today]
    standing = _standing(record, [*steps, *overdue])
    last, change = _last(trajectory)
    recent, flagged = _recent(record, trajectory)
    return CaseloadRow(
        client=record.client,
        measure=record.primary,
        trajectory=trajectory,
        standing=standing,
        open_work=record.open_work,
        need=standing.need(record.today),
        needs=_needs(asking, [*steps, *overdue]),
        thing=asking[0] if asking else None,
        more=max(len(asking) - 1, 0),
        steps=len(steps),
        overdue=overdue[0] if overdue else None,
        objectives=record.on_track,
        at_risk=tuple(v for v in record.objectives if v.open and v.judgement.state is AT_RISK),
        age_days=_age(standing, record.today),
        last=last,
        change=change,
        recent=recent,
        flagged=flagged,
        sessions=len(of.slots),
        last_session=standing.last_session,
    )


def _age(standing: Standing, day: date) -> int | None:
    """For how many days somebody has waited; None where nobody does."""
    since = standing.since()
    return (day - since).days if since else None


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


def _recent(
    record: Record, trajectory: Trajectory | None
) -> tuple[tuple[Fraction | None, ...], frozenset[int]]:
    """The totals of the last sessions, None where there is none, and which of them are flagged."""
    recent = record.course.slots[-SPARKLINE:]
    if trajectory is None:
        return (None,) * len(recent), frozenset()
    points = {point.slot.number: point for point in trajectory.points[-SPARKLINE:]}
    rated = [points.get(slot.number) for slot in recent]
    fell = {
        f.slot.number
        for f in record.flags
        if f.stage is not Stage.WITHDRAWN
        and f.measure.key == trajectory.measure.key
        and f.tier in (Tier.RISK, Tier.CHECK_IN)
    }
    flagged = frozenset(i for i, slot in enumerate(recent) if slot.number in fell)
    return tuple(point.scores.total if point else None for point in rated), flagged


def _last(trajectory: Trajectory | None) -> tuple[Fraction | None, Fraction | None]:
    """The last total and its change since the previous one of the same series."""
    newest_first = reversed(trajectory.points if trajectory else ())
    point = next((p for p in newest_first if p.scores.total is not None), None)
    if point is None or point.scores.total is None or trajectory is None:
        return None, None
    previous = trajectory.previous(point, TOTAL)
    before = previous.scores.total if previous else None
    return point.scores.total, None if before is None else point.scores.total - before
