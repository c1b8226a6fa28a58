"""A practice's own drop thresholds: set with a reason, kept for good, and what each would have cost here."""

from collections import Counter
from collections.abc import Hashable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from fractions import Fraction
from uuid import UUID, uuid4

from sqlalchemy import String, cast, or_, select
from sqlalchemy.orm import Session

from tracker.domain.course.trajectory import Trajectory
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures.drops import DropRule
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.measures.numbers import parse, show
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.thresholds import (
    Tally,
    candidates,
    clinician_weeks,
    count_falls,
    has_threshold,
    own_points,
    threshold_problem,
    works_as,
)
from tracker.domain.supervision.small_cells import TellableCells, quarter
from tracker.models import Rating, RuleSetting, TherapySession, User
from tracker.services.installation import defined
from tracker.services.office.actors import allowed
from tracker.services.office.practice import today
from tracker.services.record.course import courses
from tracker.services.reports.practice_reports import telling
from tracker.services.trail import audit

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
    """How often a threshold would have raised a check-in on the ratings of the year.

    `works_as`: the threshold it comes to. `tally` is of the ratings looked at; `year` of all there are. `told`: it is
    of enough clients, alone and beside the others.
    """

    points: Fraction
    works_as: Fraction
    tally: Tally
    year: "Year"
    told: bool

    @property
    def per_hundred(self) -> Fraction:
        """Check-ins for a hundred sessions that the client rated."""
        return Fraction(100 * self.tally.fired, max(self.tally.rated, 1))

    @property
    def per_week(self) -> Fraction:
        """Check-ins that a clinician would have had in a week with such a session."""
        return self.per_hundred / 100 * self.year.sessions / max(self.year.clinician_weeks, 1)

    @property
    def sampled(self) -> bool:
        """True when there may have been more ratings than were looked at."""
        return self.tally.compared >= ENOUGH


@dataclass(frozen=True)
class Year:
    """The 12 months before the running quarter, which stand still while it lasts: all sessions that a client rated on a
    measure, and the weeks of clinicians they fill."""

    since: date
    until: date
    sessions: int = 0
    clinician_weeks: int = 0


def with_threshold(db: Session) -> list[tuple[Measure, Fraction]]:
    """Every measure whose drops raise check-ins, with the threshold in force."""
    query = select(RuleSetting).order_by(RuleSetting.set_at)
    latest = {row.measure_key: parse(row.points) for row in db.scalars(query)}
    return [
        (measure, latest.get(key) or own_points(measure))
        for key, measure in defined(db).current.items()
        if has_threshold(measure)
    ]


def measure_with_threshold(db: Session, key: str) -> Measure:
    """The measure of that key; NotPermitted when it has no threshold to set."""
    measure = defined(db).current.get(key)
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
    measure = measure_with_threshold(db, key)
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
    """What thresholds around the one in force would have cost on this practice's own ratings. Names no client, and
    tells no count that is of a few of them.

    Clients are taken in the order of their random ids until ENOUGH ratings are compared, so that a large practice waits
    no longer than a small one, and sees the same counts when it looks again.
    """
    allowed(actor, Permission.MANAGE_PRACTICE)
    assert measure.drop is not None, "measure_with_threshold has seen to it"
    day = today(db, now)
    until = quarter(day)[0] - timedelta(days=1)
    year = Year(until - MONTHS_12 + timedelta(days=1), until)
    by_points = {points: _Counts() for points in candidates(measure, in_force(db, measure))}
    held = _held(db, measure, year)
    rated = sorted({client_id for client_id, _, _ in held}, key=str)
    for first in range(0, len(rated), CLIENTS_AT_ONCE):
        of = client_courses(db, measure, rated[first : first + CLIENTS_AT_ONCE])
        for points, counts in by_points.items():
            counts.add(of, measure.drop.with_points(points), year)
        if min(counts.tally.compared for counts in by_points.values()) >= ENOUGH:
            break
    weeks = clinician_weeks((clinician, day) for _, clinician, day in held)
    year = replace(year, sessions=len(held), clinician_weeks=weeks)
    told = _told(by_points, telling(db, day))
    return [
        Cost(points, works_as(measure, points), counts.tally, year, points in told)
        for points, counts in by_points.items()
    ]


@dataclass
class _Counts:
    """What one threshold would have raised: altogether, and by client."""

    tally: Tally = field(default_factory=Tally)
    fired: Counter[Hashable] = field(default_factory=Counter)
    compared: Counter[Hashable] = field(default_factory=Counter)

    def add(self, of: dict[UUID, list[Trajectory]], rule: DropRule, year: Year) -> None:
        """Count the clients of these trajectories as well."""
        for client_id, trajectories in of.items():
            counted = count_falls(trajectories, rule, since=year.since, until=year.until)
            self.tally += counted
            self.fired[client_id] += counted.fired
            self.compared[client_id] += counted.compared


def _told(by_points: dict[Fraction, _Counts], telling: TellableCells) -> set[Fraction]:
    """The thresholds whose counts may be told: of enough clients, and so is what sets them apart from the one below
    that is told, and from all."""
    told = set()
    below = None
    for points, counts in sorted(by_points.items()):
        apart = [counts.compared - counts.fired]
        apart += [below.fired - counts.fired] if below else []
        enough = telling.enough(counts.compared) and not telling.small(counts.fired)
        if enough and not any(telling.small(rest) for rest in apart):
            told.add(points)
            below = counts
    return told


def _held(db: Session, measure: Measure, year: Year) -> list[tuple[UUID, UUID, date]]:
    """Client, clinician and day of every session of the year that a client rated on a measure."""
    corrected = select(Rating.supersedes_id).where(Rating.supersedes_id.is_not(None))
    rated = select(Rating.session_id).where(
        Rating.measure_key == measure.key,
        Rating.rater == Rater.CLIENT,
        Rating.id.not_in(corrected),
        or_(  # and not taken back
            cast(Rating.answers, String) != "{}",
            Rating.total.is_not(None),
            Rating.held_back.is_not(None),
            Rating.strain.is_not(None),
        ),
    )
    query = select(
        TherapySession.client_id, TherapySession.clinician_id, TherapySession.held_on
    ).where(
        TherapySession.held_on.between(year.since, year.until),
        TherapySession.taken_off_at.is_(None),
        TherapySession.id.in_(rated),
    )
    return [(client_id, clinician, day) for client_id, clinician, day in db.execute(query)]


def client_courses(
    db: Session, measure: Measure, client_ids: list[UUID]
) -> dict[UUID, list[Trajectory]]:
    """Their courses on the measure, in whatever words; none on a version that is scored in another way."""
    known = defined(db)
    return {
        client_id: [
            trajectory
            for (key, rater, _), trajectory in course.trajectories.items()
            if key == measure.key and rater == Rater.CLIENT
            if known.scored_as(trajectory.measure) == known.scored_as(measure)
        ]
        for client_id, course in courses(db, client_ids).items()
    }
