"""The course of a client: sessions in order, and the trajectories that rules, pages and charts all read."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.change import reliably_worse
from tracker.domain.entries import Answers
from tracker.domain.flags import Context
from tracker.domain.measures import InputMode, Kind, Measure, Rater
from tracker.domain.numbers import parse
from tracker.domain.sessions import Given, Status
from tracker.domain.trajectory import Point, Series, Slot, Trajectory
from tracker.models import Rating, RuleSetting, TherapySession
from tracker.reference.loader import measures

Place = tuple[UUID, str, str, UUID | None]  # session, measure, rater, participant
Line = tuple[str, str, UUID | None]  # measure, rater, participant


@dataclass(frozen=True)
class Course:
    """Everything that was recorded of a client, in the order of the sessions.

    `chains` holds all ratings of a place, oldest first: the last one counts, the others were corrected.
    """

    sessions: tuple[TherapySession, ...]
    slots: tuple[Slot, ...]
    chains: Mapping[Place, tuple[Rating, ...]]
    trajectories: Mapping[Line, Trajectory]

    def slot(self, session_id: UUID) -> Slot:
        """The place of a session."""
        return next(slot for slot in self.slots if slot.session_id == session_id)

    def trajectory(
        self, measure_key: str, rater: Rater, participant_id: UUID | None
    ) -> Trajectory | None:
        """The ratings of one rater on one measure; None where there is none yet."""
        return self.trajectories.get((measure_key, rater, participant_id))

    def ratings_of(self, session_id: UUID) -> list[tuple[Rating, ...]]:
        """The chains of ratings of a session, in a stable order."""
        found = [chain for place, chain in self.chains.items() if place[0] == session_id]
        return sorted(found, key=lambda chain: (chain[0].rater, chain[0].measure_key))


def answers_of(rating: Rating) -> Answers:
    """The stored answers of a rating."""
    return Answers(items=rating.answers, total=rating.total, held_back=rating.held_back)


def given_up(rating: Rating) -> bool:
    """True for a correction that took the rating back."""
    return not rating.answers and rating.total is None and rating.held_back is None


def courses(db: Session, client_ids: list[UUID]) -> dict[UUID, Course]:
    """The courses of these clients, in two queries whatever their number."""
    sessions: dict[UUID, list[TherapySession]] = {client_id: [] for client_id in client_ids}
    order = (TherapySession.held_on, TherapySession.recorded_at, TherapySession.id)
    rows = select(TherapySession).where(TherapySession.client_id.in_(client_ids)).order_by(*order)
    for session in db.scalars(rows):
        sessions[session.client_id].append(session)
    ratings: dict[UUID, list[Rating]] = {client_id: [] for client_id in client_ids}
    joined = select(TherapySession.client_id, Rating).join(
        Rating, Rating.session_id == TherapySession.id
    )
    of_these = joined.where(TherapySession.client_id.in_(client_ids))
    for client_id, rating in db.execute(of_these.order_by(Rating.recorded_at)):
        ratings[client_id].append(rating)
    return {client_id: _course(sessions[client_id], ratings[client_id]) for client_id in client_ids}


def course(db: Session, client_id: UUID) -> Course:
    """The course of one client."""
    return courses(db, [client_id])[client_id]


def _course(sessions: list[TherapySession], ratings: list[Rating]) -> Course:
    slots = tuple(
        Slot(s.id, number, s.held_on, Status(s.status), s.clinician_id)
        for number, s in enumerate(sessions, start=1)
    )
    chains: dict[Place, list[Rating]] = {}
    for rating in ratings:
        place = (rating.session_id, rating.measure_key, rating.rater, rating.participant_id)
        chains.setdefault(place, []).append(rating)
    whole = {place: _in_chain_order(chain) for place, chain in chains.items()}
    return Course(tuple(sessions), slots, whole, _trajectories(slots, whole))


def _in_chain_order(chain: list[Rating]) -> tuple[Rating, ...]:
    following = {rating.supersedes_id: rating for rating in chain}
    ordered, last = [], following.get(None)
    while last:
        ordered.append(last)
        last = following.get(last.id)
    return tuple(ordered)


def _trajectories(
    slots: tuple[Slot, ...], chains: Mapping[Place, tuple[Rating, ...]]
) -> dict[Line, Trajectory]:
    by_session = {slot.session_id: slot for slot in slots}
    points: dict[Line, list[Point]] = {}
    known = measures()
    for (session_id, key, rater, participant_id), chain in chains.items():
        rating = chain[-1]
        if key in known and not given_up(rating):
            point = _point(known[key], by_session[session_id], rating)
            points.setdefault((key, rater, participant_id), []).append(point)
    return {
        line: Trajectory(
            known[line[0]],
            Rater(line[1]),
            slots,
            tuple(sorted(found, key=lambda point: point.slot.number)),
        )
        for line, found in points.items()
    }


def _point(measure: Measure, slot: Slot, rating: Rating) -> Point:
    mode = InputMode(rating.input_mode)
    return Point(
        rating_id=rating.id,
        slot=slot,
        series=Series(slot.clinician_id, rating.measure_version, rating.variant, mode),
        scores=measure.score(answers_of(rating)),
        given=Given(rating.given),
        held_back=rating.held_back,
    )


def context(db: Session, of: Course, trajectory: Trajectory) -> Context:
    """What the rules need beside the trajectory: the thresholds in force when each rating was first entered, and the
    sessions at which an outcome measure stood reliably worse than at intake."""
    outcomes = [
        t
        for t in of.trajectories.values()
        if t.measure.kind is Kind.OUTCOME and t.rater is Rater.CLIENT
    ]
    worse = frozenset(
        slot.number
        for slot in of.slots
        if any(reliably_worse(outcome, until=slot.number) for outcome in outcomes)
    )
    settings = _settings(db, trajectory.measure.key)
    if not settings or trajectory.measure.drop is None:
        return Context({}, worse)
    rules = {}
    for chain in of.chains.values():
        in_force = [setting for setting in settings if setting.set_at <= chain[0].recorded_at]
        points = parse(in_force[-1].points) if in_force else None
        if points:
            rules[chain[-1].id] = trajectory.measure.drop.with_points(points)
    return Context(rules, worse)


def _settings(db: Session, measure_key: str) -> list[RuleSetting]:
    rows = select(RuleSetting).where(RuleSetting.measure_key == measure_key)
    return list(db.scalars(rows.order_by(RuleSetting.set_at)))


def sessions_without_rating(of: Course, trajectory: Trajectory | None) -> int:
    """How many sessions in a row, up to the last, took place without this rating."""
    rated = {point.slot.number for point in trajectory.points} if trajectory else set()
    count = 0
    for slot in reversed(of.slots):
        if slot.number in rated:
            break
        count += slot.status is Status.ATTENDED
    return count
