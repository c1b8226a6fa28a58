"""A practice's own drop thresholds: set with a reason, kept for good, and what each would have cost here."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.access import Actor, Permission
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures import Measure, Rater
from tracker.domain.numbers import parse, show
from tracker.domain.thresholds import (
    FEWEST,
    candidates,
    count_falls,
    has_threshold,
    own_points,
    threshold_problem,
)
from tracker.domain.trajectory import Trajectory
from tracker.models import Rating, RuleSetting, TherapySession, User
from tracker.reference.loader import measures
from tracker.services import audit
from tracker.services.actors import allowed
from tracker.services.course import courses
from tracker.services.practice import today

REASON_LENGTH = 500
MONTHS_12 = timedelta(days=365)
ENOUGH = (
    2_000  # ratings compared; design default: a share of them is known to two per cent or better
)
CLIENTS_AT_ONCE = 25


@dataclass(frozen=True)
class Set:
    """One setting of the history. `points` is None for going back to the measure's own."""

    since: datetime
    points: Fraction | None
    reason: str
    who: str


@dataclass(frozen=True)
class Cost:
    """How often a threshold would have raised a check-in: `fired` of `compared` ratings of the last 12 months."""

    points: Fraction
    fired: int
    compared: int

    @property
    def sampled(self) -> bool:
        """True when there may have been more ratings than were looked at."""
        return self.compared >= ENOUGH

    @property
    def hidden(self) -> bool:
        """True when there are too few ratings to say anything about a threshold."""
        return self.compared < FEWEST


def with_threshold(db: Session) -> list[tuple[Measure, Fraction]]:
    """Every measure whose drops raise check-ins, with the threshold in force."""
    query = select(RuleSetting).order_by(RuleSetting.set_at)
    latest = {row.measure_key: parse(row.points) for row in db.scalars(query)}
    return [
        (measure, latest.get(key) or own_points(measure))
        for key, measure in measures().items()
        if has_threshold(measure)
    ]


def measure_with_threshold(key: str) -> Measure:
    """The measure of that key; NotPermitted when it has no threshold to set."""
    measure = measures().get(key)
    if measure is None or not has_threshold(measure):
        raise NotPermitted
    return measure


def history(db: Session, measure: Measure) -> list[Set]:
    """Every setting of a measure's threshold, the last first."""
    query = select(RuleSetting, User.name).outerjoin(User, User.id == RuleSetting.set_by_id)
    query = query.where(RuleSetting.measure_key == measure.key)
    return [
        Set(row.set_at, parse(row.points), row.reason, name or "a command on the machine")
        for row, name in db.execute(query.order_by(RuleSetting.set_at.desc()))
    ]


def in_force(db: Session, measure: Measure) -> Fraction:
    """The threshold that the next rating will meet."""
    settings = history(db, measure)
    return (settings[0].points if settings else None) or own_points(measure)


def set_threshold(
    db: Session, actor: Actor | None, key: str, points: str, reason: str, *, now: datetime
) -> RuleSetting:
    """The new setting, for ratings first entered from now on. Empty `points`: back to the measure's own.

    What was found before keeps the threshold it was found with.
    """
    by = allowed(actor, Permission.MANAGE_PRACTICE)
    measure = measure_with_threshold(key)
    value = parse(points) if points.strip() else own_points(measure)
    problems = {}
    if points.strip() and (problem := threshold_problem(measure, value)):
        problems["points"] = problem
    elif value == in_force(db, measure):
        problems["points"] = "This threshold is in force already"
    if not 0 < len(reason.strip()) <= REASON_LENGTH:
        problems["reason"] = f"Enter the source or the reason, {REASON_LENGTH} characters at most"
    if problems or value is None:
        raise Incomplete(problems)
    row = _row(measure, "" if value == own_points(measure) else show(value, 6), reason, by, now)
    db.add(row)
    db.flush()
    audit.record(db, "threshold.set", actor=by, object_id=row.id, now=now, measure=key)
    return row


def _row(measure: Measure, points: str, reason: str, by: UUID | None, now: datetime) -> RuleSetting:
    return RuleSetting(
        id=uuid4(),
        measure_key=measure.key,
        points=points,
        reason=reason.strip(),
        set_at=now,
        set_by_id=by,
    )


def costs(db: Session, actor: Actor, measure: Measure, *, now: datetime) -> list[Cost]:
    """What thresholds around the one in force would have cost on this practice's own ratings. Names no client.

    Clients are taken in the order of their random ids until ENOUGH ratings are compared, so that a large practice waits
    no longer than a small one, and sees the same counts when it looks again.
    """
    allowed(actor, Permission.MANAGE_PRACTICE)
    assert measure.drop is not None, "measure_with_threshold has seen to it"
    since, found = (
        today(db, now) - MONTHS_12,
        dict.fromkeys(candidates(measure, in_force(db, measure)), (0, 0)),
    )
    rated = _rated(db, measure, since)
    for first in range(0, len(rated), CLIENTS_AT_ONCE):
        trajectories = _trajectories(db, measure, rated[first : first + CLIENTS_AT_ONCE])
        for points, (fired, compared) in found.items():
            rule = measure.drop.with_points(points)
            more = count_falls(trajectories, rule, since=since)
            found[points] = (fired + more[0], compared + more[1])
        if min(compared for _, compared in found.values()) >= ENOUGH:
            break
    return [Cost(points, fired, compared) for points, (fired, compared) in found.items()]


def _rated(db: Session, measure: Measure, since: date) -> list[UUID]:
    """The clients who rated on a measure from that day on, in the order of their ids."""
    query = select(TherapySession.client_id).join(Rating, Rating.session_id == TherapySession.id)
    of_it = query.where(Rating.measure_key == measure.key, Rating.rater == Rater.CLIENT)
    recent = of_it.where(TherapySession.held_on >= since).distinct()
    return sorted(db.scalars(recent), key=str)


def _trajectories(db: Session, measure: Measure, client_ids: list[UUID]) -> list[Trajectory]:
    return [
        trajectory
        for course in courses(db, client_ids).values()
        for (key, rater, _), trajectory in course.trajectories.items()
        if key == measure.key and rater == Rater.CLIENT
    ]
