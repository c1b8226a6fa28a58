"""What a practice's own ratings say of its measures, beside what is in force: adopted with a reason, or given up again.

Nothing is adopted by itself, and what was found before keeps the numbers it was found with.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.course.trajectory import Trajectory
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules import change
from tracker.domain.rules import own_estimates as takes
from tracker.domain.rules.own_estimates import (
    EstimateKind,
    enough_rated,
    estimated_kind,
    missing_clients,
    own_prior,
    own_reliable_change,
)
from tracker.domain.supervision.small_cells import Tally, quarter
from tracker.models import PracticeEstimate, Rating, TherapySession, User
from tracker.services.installation import defined
from tracker.services.office.actors import allowed
from tracker.services.office.practice import today
from tracker.services.record.estimates import (
    Estimate,
    OwnEstimates,
    estimate_of,
    numbers_of,
    own_estimates,
)
from tracker.services.reports.practice_reports import telling
from tracker.services.reports.thresholds import CLIENTS_AT_ONCE, REASON_LENGTH, client_courses
from tracker.services.trail import audit

# Design default: clients that an estimate looks at, so that a large practice waits no longer. A standard deviation
# between 200 clients is known to five per cent of itself.
MOST_CLIENTS = 200


@dataclass(frozen=True)
class OwnRatings:
    """What the practice's own ratings on a measure say, up to the end of the last quarter.

    estimate  None from too few clients, and where nobody ever marked otherwise
    missing   how many clients more it takes; None where so few have enough ratings that their number is not told
    adopted   whether these very numbers are in force
    """

    measure: Measure
    kind: EstimateKind
    until: date
    clients: int
    ratings: int
    estimate: Estimate | None
    missing: int | None
    adopted: bool

    @property
    def sampled(self) -> bool:
        """True when there may be more clients than were looked at."""
        return self.clients >= MOST_CLIENTS

    @property
    def seen(self) -> str:
        """The numbers as one text: what is adopted must be what was seen."""
        return " ".join(f"{name}={text}" for name, text in numbers_of(self.estimate).items())


@dataclass(frozen=True)
class Adopted:
    """One entry of the history. `estimate` is None for going back to the measure's own."""

    since: datetime
    estimate: Estimate | None
    clients: int
    ratings: int
    reason: str
    who: str


def estimable(db: Session) -> list[tuple[Measure, Estimate | None]]:
    """Every measure of which own ratings can say something, with what is in force."""
    own = own_estimates(db)
    return [
        (measure, in_force(own, measure))
        for measure in defined(db).current.values()
        if estimated_kind(measure)
    ]


def estimable_measure(db: Session, key: str) -> Measure:
    """The measure of that key; NotPermitted when own ratings decide nothing on it."""
    measure = defined(db).current.get(key)
    if measure is None or estimated_kind(measure) is None:
        raise NotPermitted
    return measure


def in_force(own: OwnEstimates, measure: Measure) -> Estimate | None:
    """What the next rating will meet: the practice's own, or else the measure's."""
    if estimated_kind(measure) is EstimateKind.PRIOR:
        return own.prior(measure) or measure.prior
    return change.in_force(measure, own.change(measure))


def _own(own: OwnEstimates, measure: Measure) -> Estimate | None:
    return own.prior(measure) or own.change(measure)


def history(db: Session, measure: Measure) -> list[Adopted]:
    """Everything that was adopted or given up on a measure, the last first."""
    query = select(PracticeEstimate, User.name).outerjoin(
        User, User.id == PracticeEstimate.set_by_id
    )
    query = query.where(PracticeEstimate.measure_key == measure.key)
    return [
        Adopted(
            row.set_at,
            estimate_of(row),
            row.clients,
            row.ratings,
            row.reason,
            name or "a command on the machine",
        )
        for row, name in db.execute(query.order_by(PracticeEstimate.set_at.desc()))
    ]


def from_own_ratings(
    db: Session, actor: Actor | None, measure: Measure, *, now: datetime
) -> OwnRatings:
    """What the practice's own ratings on a measure say. Names no client, and tells nothing of a few of them.

    Sessions of the running quarter are left out, so that two looks within it say the same and nobody can be told apart
    by what one more rating changed. Clients are taken in the order of their random ids.
    """
    allowed(actor, Permission.MANAGE_PRACTICE)
    kind = estimated_kind(measure)
    assert kind is not None, "estimable_measure has seen to it"
    day = today(db, now)
    until = quarter(day)[0] - timedelta(days=1)
    by_client = _rated_enough(db, measure, until)
    courses = list(by_client.values())
    few = bool(by_client) and telling(db, day).small(Tally(by_client.keys()))
    of = own_prior if kind is EstimateKind.PRIOR else own_reliable_change
    estimate = None if few else of(measure, courses)
    in_use = _own(own_estimates(db), measure)
    return OwnRatings(
        measure,
        kind,
        until,
        len(courses),
        sum(len(points) for points in enough_rated(measure, courses)),
        estimate,
        None if few else missing_clients(len(courses)),
        estimate is not None and numbers_of(in_use) == numbers_of(estimate),
    )


def _rated_enough(db: Session, measure: Measure, until: date) -> dict[UUID, Trajectory]:
    """The course of each client who rated the measure often enough by that day; of a couple that of whoever rated most,
    since two people of one record are no two clients."""
    rated = (
        select(TherapySession.client_id)
        .join(Rating, Rating.session_id == TherapySession.id)
        .where(
            Rating.measure_key == measure.key,
            Rating.rater == Rater.CLIENT,
            TherapySession.held_on <= until,
            TherapySession.taken_off_at.is_(None),
        )
        .group_by(TherapySession.client_id)
        .having(func.count(TherapySession.id.distinct()) >= takes.OWN_RATINGS)
    )
    client_ids = sorted(db.scalars(rated), key=str)
    by_client: dict[UUID, Trajectory] = {}
    for first in range(0, len(client_ids), CLIENTS_AT_ONCE):
        batch = client_courses(db, measure, client_ids[first : first + CLIENTS_AT_ONCE])
        for client_id, courses in batch.items():
            course = _most_rated(measure, courses, until)
            if course and len(by_client) < MOST_CLIENTS:
                by_client[client_id] = course
        if len(by_client) >= MOST_CLIENTS:
            break
    return by_client


def _most_rated(measure: Measure, courses: Sequence[Trajectory], until: date) -> Trajectory | None:
    """The course with the most ratings that count, up to a day; None where none has enough of them."""
    best = None
    most = 0
    for course in courses:
        then = tuple(point for point in course.points if point.slot.held_on <= until)
        cut = replace(course, points=then)
        count = sum(map(len, enough_rated(measure, [cut])))
        if count > most:
            best = cut
            most = count
    return best


def adopt(
    db: Session,
    actor: Actor | None,
    estimated: OwnRatings,
    reason: str,
    *,
    seen: str | None = None,
    now: datetime,
) -> PracticeEstimate:
    """The estimate as it is kept, for ratings first entered from now on. `seen`: the numbers that were looked at, where
    that was on a page; other ones are not adopted unseen."""
    by = allowed(actor, Permission.MANAGE_PRACTICE)
    problems = {}
    if estimated.estimate is None:
        problems["seen"] = "There is no estimate to adopt: too few clients have enough ratings"
    elif seen is not None and seen != estimated.seen:
        problems["seen"] = "The estimate has changed since this page was shown: compare it again"
    elif numbers_of(_own(own_estimates(db), estimated.measure)) == numbers_of(estimated.estimate):
        problems["seen"] = "This estimate is in force already"
    _check_reason(problems, reason)
    if problems or estimated.estimate is None:
        raise Incomplete(problems)
    return _keep(db, estimated.measure, estimated, reason, by, now)


def give_up(
    db: Session, actor: Actor | None, measure: Measure, reason: str, *, now: datetime
) -> PracticeEstimate:
    """Back to the measure's own numbers, for ratings first entered from now on."""
    by = allowed(actor, Permission.MANAGE_PRACTICE)
    problems = {}
    if _own(own_estimates(db), measure) is None:
        problems["seen"] = "The measure's own numbers are in force already"
    _check_reason(problems, reason)
    if problems:
        raise Incomplete(problems)
    return _keep(db, measure, None, reason, by, now)


def _check_reason(problems: dict[str, str], reason: str) -> None:
    if not 0 < len(reason.strip()) <= REASON_LENGTH:
        problems["reason"] = f"Enter the reason, {REASON_LENGTH} characters at most"


def _keep(
    db: Session,
    measure: Measure,
    adopted: OwnRatings | None,
    reason: str,
    by: UUID | None,
    now: datetime,
) -> PracticeEstimate:
    estimate = adopted.estimate if adopted else None
    row = PracticeEstimate(
        id=uuid4(),
        measure_key=measure.key,
        scored_as=defined(db).scored_as(measure),
        kind=estimated_kind(measure),
        numbers=numbers_of(estimate),
        source=estimate.source if estimate else "",
        clients=adopted.clients if adopted else 0,
        ratings=adopted.ratings if adopted else 0,
        reason=reason.strip(),
        set_at=now,
        set_by_id=by,
    )
    db.add(row)
    db.flush()
    event = "estimate.adopted" if adopted else "estimate.given_up"
    audit.record(db, event, actor=by, object_id=row.id, now=now, measure=measure.key)
    return row
