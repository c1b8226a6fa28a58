"""A clinician's caseload: one row for each client, who needs them first on top."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, lazyload

from tracker.clock import local_date
from tracker.domain.care.answers import Stage
from tracker.domain.care.caseload import Need, Standing, in_order
from tracker.domain.care.goals import fold
from tracker.domain.care.objectives import ObjectiveState
from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.agenda import unseen
from tracker.models import Adaptation, Client, Flag, Goal, Objective, User
from tracker.services.access import permissions
from tracker.services.care.adaptations import counting, stored_adaptations
from tracker.services.office.practice import practice
from tracker.services.record import objective_views
from tracker.services.record.clients import participant_a, primary_measure
from tracker.services.record.course import Course, courses
from tracker.services.record.flag_views import FlagView, stored_flags, views
from tracker.services.record.goal_views import entries_of, stored_goals
from tracker.services.record.objective_views import ObjectiveView, stored_objectives
from tracker.services.record.repair_views import planned_steps
from tracker.services.supervision.client_reviews import last_reviewed
from tracker.services.supervision.flag_reviews import waits, where_asked

SPARKLINE = 10
AT_RISK = ObjectiveState.AT_RISK
Of = TypeVar("Of", Flag, Objective, Goal, Adaptation)  # each belongs to a client


@dataclass(frozen=True)
class CaseloadRow:
    """One client: the last score of their primary measure, its change, the flag that needs an answer most, and how many
    `more` ask for something.

    `needs` is all that is asked: a check-in that is still unanswered at the next session is up for review as well.
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
    need: Need
    needs: frozenset[Need]
    flag: FlagView | None
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


@dataclass(frozen=True)
class Caseload:
    """The rows of a clinician, in order, and the day they are for. `treats`: the reader is the clinician, or covers."""

    clinician: User
    treats: bool
    rows: tuple[CaseloadRow, ...]
    today: date

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
    zone = practice(db).time_zone
    day = local_date(now, zone)
    own = permissions.may_read_caseload(db, actor, clinician_id, day).treats
    clinician = db.get_one(User, clinician_id, options=[lazyload(User.roles)])
    query = select(Client).where(Client.clinician_id == clinician_id)
    query = query.options(joinedload(Client.participants), joinedload(Client.measures))
    clients = list(db.scalars(query).unique())
    ids = [client.id for client in clients]
    of = courses(db, ids)
    flags = _grouped(stored_flags(db, ids))
    steps = planned_steps(db, ids)
    aims = _Aims(db, ids, day)
    rows = []
    with_supervision = _supervision(db, ids, day, own=own)
    for client in clients:
        shown = views(of[client.id], client, flags.get(client.id, []), zone)
        stand = aims.of(client, of[client.id], shown)
        row = _row(client, of[client.id], shown, steps.get(client.id, []), stand, day)
        rows.append(with_supervision(row, shown))
    return Caseload(clinician, own, tuple(in_order(rows, lambda row: row.standing, day)), day)


def _supervision(
    db: Session, ids: list[UUID], day: date, *, own: bool
) -> Callable[[CaseloadRow, list[FlagView]], CaseloadRow]:
    """What supervision adds to a row, read once for all: to the clinician's own, for which of their flags it asked; to
    a supervisor's, when the client was looked at last."""
    if own:
        said = where_asked(db, ids)
        return lambda row, flags: replace(
            row, asked=any(waits(f, said[f.flag.id]) for f in flags if f.flag.id in said)
        )
    last = last_reviewed(db, ids)

    def seen(row: CaseloadRow, _: list[FlagView]) -> CaseloadRow:
        on = last.get(row.client.id)
        begun = row.client.starts_on
        missing = unseen(starts_on=begun, last_reviewed=on, today=day)
        return replace(row, last_reviewed=on, unseen=missing)

    return seen


def own_clients(db: Session, actor: Actor, *, now: datetime) -> list[Client]:
    """The clients whose care the actor plans today, their own and those of whom they stand in for, by code."""
    whose = permissions.may_plan_care_of(db, actor, local_date(now, practice(db).time_zone))
    rows = select(Client).where(Client.clinician_id.in_(whose)).order_by(Client.code)
    return list(db.scalars(rows))


class _Aims:
    """The objectives of a caseload, with what they look at: read once for all clients, in the same few queries whatever
    their number, and in one where nobody has any."""

    def __init__(self, db: Session, ids: list[UUID], day: date) -> None:
        self._day = day
        self._objectives = _grouped(stored_objectives(db, ids))
        some = list(self._objectives)
        self._goals = _grouped(stored_goals(db, some) if some else [])
        self._adaptations = _grouped(stored_adaptations(db, some) if some else [])

    def of(self, client: Client, of: Course, flags: list[FlagView]) -> list[ObjectiveView]:
        """The objectives of the client."""
        folded = [fold(entries_of(goal)) for goal in self._goals.get(client.id, [])]
        goals = [state for state in folded if state]
        adapted = counting(self._adaptations.get(client.id, []))
        stored = self._objectives.get(client.id, [])
        return objective_views.views(stored, client, of, flags, goals, adapted, self._day)


def _grouped(rows: Iterable[Of]) -> dict[UUID, list[Of]]:
    found: dict[UUID, list[Of]] = {}
    for row in rows:
        found.setdefault(row.client_id, []).append(row)
    return found


def _row(
    client: Client,
    of: Course,
    flags: list[FlagView],
    steps: list[date],
    objectives: list[ObjectiveView],
    day: date,
) -> CaseloadRow:
    measure = primary_measure(client)
    trajectory = _rated(client, of, measure)
    held = [flag for flag in flags if flag.stage is not Stage.WITHDRAWN]
    asking = [flag for flag in held if flag.need is not None]
    overdue = [s.held_on for s in of.scheduled if s.held_on < day]
    standing = _standing(client, of, asking, [*steps, *overdue])
    since = standing.since()
    last, change = _last(trajectory)
    recent, flagged = _recent(of, trajectory, held)
    return CaseloadRow(
        client=client,
        measure=measure,
        trajectory=trajectory,
        standing=standing,
        need=standing.need(day),
        needs=_needs(asking, [*steps, *overdue]),
        flag=min(asking, key=lambda flag: (flag.need, flag.slot.number), default=None),
        more=max(len(asking) - 1, 0),
        steps=len(steps),
        overdue=overdue[0] if overdue else None,
        objectives=objective_views.on_track(objectives),
        at_risk=tuple(v for v in objectives if v.open and v.judgement.state is AT_RISK),
        age_days=(day - since).days if since else None,
        last=last,
        change=change,
        recent=recent,
        flagged=flagged,
        sessions=len(of.slots),
        last_session=standing.last_session,
    )


def _rated(client: Client, of: Course, measure: Measure | None) -> Trajectory | None:
    """What participant A rated on the client's primary measure."""
    if measure is None:
        return None
    return of.trajectory(measure.key, Rater.CLIENT, participant_a(client).id)


def _needs(asking: list[FlagView], planned: list[date]) -> frozenset[Need]:
    found = [flag.need for flag in asking if flag.need is not None]
    found += [Need.REVIEW for flag in asking if flag.climbed]
    return frozenset([*found, Need.COME_BACK] if planned else found)


def _standing(client: Client, of: Course, asking: list[FlagView], planned: list[date]) -> Standing:
    needs = [(flag.need, flag.slot.held_on) for flag in asking if flag.need is not None]
    return Standing(
        client.code,
        tuple(needs + [(Need.COME_BACK, day) for day in planned]),
        max((s.held_on for s in of.slots if s.status is Status.ATTENDED), default=None),
        tuple(session.held_on for session in of.scheduled),
    )


def _recent(
    of: Course, trajectory: Trajectory | None, held: list[FlagView]
) -> tuple[tuple[Fraction | None, ...], frozenset[int]]:
    """The totals of the last sessions, None where there is none, and which of them are flagged."""
    recent = of.slots[-SPARKLINE:]
    if trajectory is None:
        return (None,) * len(recent), frozenset()
    points = {point.slot.number: point for point in trajectory.points[-SPARKLINE:]}
    rated = [points.get(slot.number) for slot in recent]
    fell = {
        f.slot.number
        for f in held
        if f.measure.key == trajectory.measure.key and f.tier in (Tier.RISK, Tier.CHECK_IN)
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
