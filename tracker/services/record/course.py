"""The course of a client: sessions in order, and the trajectories that rules, pages and charts all read."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import event, select
from sqlalchemy.orm import Session

from tracker.domain.course.removals import Removal
from tracker.domain.course.sessions import AgreedTask, Given, NoRating, Observation, Status
from tracker.domain.course.trajectory import Point, Series, Slot, Trajectory
from tracker.domain.grouping import grouped
from tracker.domain.measures.entries import Answers
from tracker.domain.measures.measure import InputMode, Measure, Rater
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.domain.superseding import in_force
from tracker.models import Client, ClientMeasure, Rating, Reengagement, TherapySession
from tracker.reference.loader import Known
from tracker.services.installation import defined
from tracker.services.record.rows import (
    StoredRating,
    StoredSession,
    StoredTalk,
    Told,
    ratings_of,
    sessions_of,
    their_sessions,
)

Place = tuple[UUID, str, str, UUID | None]  # session, measure, rater, participant
Line = tuple[str, str, UUID | None]  # measure, rater, participant
Rated = Rating | StoredRating  # as it was just stored, or as a course reads it
MADE_OF = (TherapySession, Rating, Reengagement, ClientMeasure)  # the rows of a course
REMEMBERED = "courses that were read"


@dataclass(frozen=True)
class Course:
    """Everything that was recorded of a client, in the order of the sessions.

    `chains` holds all ratings of a place, oldest first: the last one counts, the others were corrected. `defined` holds
    the measure of each place as it was when its last rating was entered; a place without one is kept, and not scored.
    `trajectories` go on over versions that are scored in the same way. `earlier` holds those of ratings whose version
    is scored in another way than the one the client stays on (or, of a measure out of use, the one entered last).
    `scheduled`: the sessions ahead, and those behind of which nobody has said yet what became of them; they have no
    number. `removed`: the sessions that were taken back or moved to another record, by their ids, and `removed_chains`
    their ratings: no rule looks at them, and what was answered to their flags stays readable. `known`: the measures of
    this installation.
    """

    sessions: tuple[StoredSession, ...]
    slots: tuple[Slot, ...]
    chains: Mapping[Place, tuple[StoredRating, ...]]
    trajectories: Mapping[Line, Trajectory]
    defined: Mapping[Place, Measure]
    earlier: Mapping[tuple[Line, int], Trajectory]
    scheduled: tuple[StoredSession, ...]
    removed: Mapping[UUID, Slot]
    removed_chains: Mapping[Place, tuple[StoredRating, ...]]
    known: Known

    def lines(self) -> Iterator[tuple[Line, Trajectory]]:
        """Every trajectory, those of earlier versions last."""
        yield from self.trajectories.items()
        for (line, _), trajectory in self.earlier.items():
            yield line, trajectory

    def slot(self, session_id: UUID) -> Slot:
        """The place of a session; of one that does not count here any more, with the number that it had."""
        here = self.removed.get(session_id)
        return here or next(slot for slot in self.slots if slot.session_id == session_id)

    def trajectory(
        self, measure_key: str, rater: Rater, participant_id: UUID | None
    ) -> Trajectory | None:
        """The ratings of one rater on one measure; None where there is none yet."""
        return self.trajectories.get((measure_key, rater, participant_id))

    def measure_of(self, rating: StoredRating) -> Measure | None:
        """The measure of a place's last rating, as it was when that was entered; None when it is not defined here."""
        key = rating.measure_key
        participant = rating.participant_id
        return self.defined.get((rating.session_id, key, rating.rater, participant))

    def measure_at(self, place: Place) -> Measure | None:
        """The measure of a place as its last rating was entered; where nobody rated, the one in use. None when it is
        not defined here."""
        rated = place in self.chains or place in self.removed_chains
        return self.defined.get(place) if rated else self.known.current.get(place[1])

    def first_entered(self, trajectory: Trajectory, point: Point) -> datetime:
        """When a rating was entered first, before it was corrected: its first look was then."""
        place = (
            point.slot.session_id,
            trajectory.measure.key,
            trajectory.rater,
            trajectory.participant,
        )
        return self.chains[place][0].recorded_at

    def ratings_of(self, session_id: UUID) -> list[tuple[StoredRating, ...]]:
        """The chains of ratings of a session, in a stable order."""
        of = self.removed_chains if session_id in self.removed else self.chains
        chains = [chain for place, chain in of.items() if place[0] == session_id]
        return sorted(chains, key=lambda chain: (chain[0].rater, chain[0].measure_key))


def answers_of(rating: Rated) -> Answers:
    """The stored answers of a rating."""
    numbers = {key: units for key, units in rating.answers.items() if units is not None}
    not_applicable = frozenset(rating.answers.keys() - numbers.keys())
    return Answers(numbers, rating.total, rating.held_back, not_applicable, strain_of(rating))


def strain_of(rating: Rated) -> StrainAnswer | None:
    """The stored answer to whether there was tension; None for none."""
    if rating.strain is None:
        return None
    settled = StrainSettled(rating.strain_settled) if rating.strain_settled else None
    return StrainAnswer(StrainSeen(rating.strain), settled, rating.strain_blind is not False)


def given_up(rating: Rated) -> bool:
    """True for a correction that took the rating back."""
    unscored = (rating.held_back, rating.strain)
    return not rating.answers and rating.total is None and unscored == (None, None)


def remember(db: Session, client_id: UUID, of: Course) -> None:
    """Let the course that was just read in a transaction be the one that it reads again, until it writes to one."""
    db.info.setdefault(REMEMBERED, {})[client_id] = of


@event.listens_for(Session, "after_flush")
def _forget(db: Session, _: object) -> None:
    if REMEMBERED in db.info and any(
        isinstance(row, MADE_OF) for row in (*db.new, *db.dirty, *db.deleted)
    ):
        del db.info[REMEMBERED]


def courses_of(db: Session, clients: Sequence[Client]) -> dict[UUID, Course]:
    """The courses of clients who were read with their measures, in two queries whatever their number."""
    stayed = {client.id: stayed_on(client.measures) for client in clients}
    return _courses(db, list(stayed), stayed)


def courses(db: Session, client_ids: list[UUID]) -> dict[UUID, Course]:
    """The courses of these clients, in three queries whatever their number."""
    return _courses(db, client_ids, None)


def _courses(
    db: Session, client_ids: list[UUID], stayed: Mapping[UUID, Mapping[str, int]] | None
) -> dict[UUID, Course]:
    if REMEMBERED in db.info:
        db.flush()  # what is written, and not yet sent, is of a course as well
        known = db.info.get(REMEMBERED, {})
        if all(client_id in known for client_id in client_ids):
            return {client_id: known[client_id] for client_id in client_ids}
    return _read(db, client_ids, _stayed_on(db, client_ids) if stayed is None else stayed)


def _read(
    db: Session, client_ids: list[UUID], stayed: Mapping[UUID, Mapping[str, int]]
) -> dict[UUID, Course]:
    which = their_sessions(client_ids)
    sessions: dict[UUID, list[Told]] = {client_id: [] for client_id in client_ids}
    whose: dict[UUID, UUID] = {}
    for told in sessions_of(db, which):
        sessions[told[0].client_id].append(told)
        whose[told[0].id] = told[0].client_id
    ratings: dict[UUID, list[StoredRating]] = {client_id: [] for client_id in client_ids}
    for rating in ratings_of(db, which):
        ratings[whose[rating.session_id]].append(rating)
    known = defined(db)
    return {
        client_id: _course(sessions[client_id], ratings[client_id], stayed[client_id], known)
        for client_id in client_ids
    }


def _stayed_on(db: Session, client_ids: list[UUID]) -> dict[UUID, dict[str, int]]:
    """The versions that these clients stay on, by the measure."""
    rows = select(ClientMeasure).where(ClientMeasure.client_id.in_(client_ids))
    of_client = grouped(db.scalars(rows), lambda row: row.client_id)
    return {client_id: stayed_on(of_client.get(client_id, ())) for client_id in client_ids}


def stayed_on(rows: Iterable[ClientMeasure]) -> dict[str, int]:
    """The versions that a client stays on, by the measure, from the measures in use."""
    return {row.measure_key: row.measure_version for row in rows if row.measure_version is not None}


def course(db: Session, client_id: UUID) -> Course:
    """The course of one client."""
    return courses(db, [client_id])[client_id]


def begun(known: Known) -> Course:
    """A course in which nothing has been recorded yet."""
    return _course([], [], {}, known)


def _course(
    rows: list[Told], ratings: list[StoredRating], stayed: Mapping[str, int], known: Known
) -> Course:
    logged = [told for told in rows if told[0].status != Status.SCHEDULED]
    held = [told for told in logged if told[0].taken_off_at is None]
    slots = tuple(_slot(*told, number) for number, told in enumerate(held, start=1))
    removed = _removed(logged)
    every = _chains(ratings)
    whole = {place: chain for place, chain in every.items() if place[0] not in removed}
    left = {place: chain for place, chain in every.items() if place[0] in removed}
    as_entered = _as_entered(whole, known)
    versions = _last_entered(whole, as_entered) | {
        key: known.stayed_on(key, version)
        for key, version in stayed.items()
        if key in known.current
    }
    in_use, earlier = _trajectories(slots, whole, as_entered, versions, known)
    planned = (row for row, _ in rows if row.status == Status.SCHEDULED)
    ahead = (row for row in planned if row.taken_off_at is None)
    return Course(
        tuple(row for row, _ in held),
        slots,
        whole,
        in_use,
        as_entered | _as_entered(left, known),
        earlier,
        tuple(ahead),
        removed,
        left,
        known,
    )


def _removed(logged: Iterable[Told]) -> dict[UUID, Slot]:
    """The places of those that do not count any more, by id, each with the number that it had."""
    return {
        told[0].id: _slot(*told, told[0].number_before or 0)
        for told in logged
        if told[0].taken_off_at
    }


def _chains(ratings: Iterable[StoredRating]) -> dict[Place, tuple[StoredRating, ...]]:
    """All ratings of each place, oldest first."""
    chains: dict[Place, list[StoredRating]] = {}
    for rating in ratings:
        place = (rating.session_id, rating.measure_key, rating.rater, rating.participant_id)
        chains.setdefault(place, []).append(rating)
    return {place: _in_chain_order(chain) for place, chain in chains.items()}


def _as_entered(
    chains: Mapping[Place, tuple[StoredRating, ...]], known: Known
) -> dict[Place, Measure]:
    """The measure of each place as its last rating was entered, where it is defined here."""
    return {
        place: measure
        for place, chain in chains.items()
        if (measure := known.as_entered(place[1], chain[-1].measure_version))
    }


def _slot(session: StoredSession, talked: Sequence[StoredTalk], number: int) -> Slot:
    observed = {name: getattr(session, name) for name in Observation}
    conversation = next(iter(in_force(talked)), None) if talked else None
    return Slot(
        session.id,
        number,
        session.held_on,
        Status(session.status),
        session.clinician_id,
        NoRating(session.no_rating) if session.no_rating else None,
        session.minutes_late,
        AgreedTask(session.task) if session.task else None,
        {name: said for name, said in observed.items() if said is not None},
        conversation.happened_on if conversation else None,
        start_marks_of(session),
        Removal(session.removed) if session.removed else None,
    )


def start_marks_of(session: TherapySession | StoredSession) -> dict[UUID, int]:
    """The marks at the start of a session, by participant."""
    return {UUID(whose): mark for whose, mark in session.start_marks.items()}


def conversation_of(session: TherapySession) -> Reengagement | None:
    """The conversation about coming back as it reads now, after its corrections; None where there was none."""
    return next(iter(in_force(session.reengagements)), None)


def _in_chain_order(chain: list[StoredRating]) -> tuple[StoredRating, ...]:
    if len(chain) == 1 and chain[0].supersedes_id is None:
        return (chain[0],)  # as most are
    following = {rating.supersedes_id: rating for rating in chain}
    ordered = []
    last = following.get(None)
    while last:
        ordered.append(last)
        last = following.get(last.id)
    return tuple(ordered)


def _trajectories(
    slots: tuple[Slot, ...],
    chains: Mapping[Place, tuple[StoredRating, ...]],
    as_entered: Mapping[Place, Measure],
    versions: Mapping[str, Measure],
    known: Known,
) -> tuple[dict[Line, Trajectory], dict[tuple[Line, int], Trajectory]]:
    """The trajectories of the versions in use, and those of versions that are scored in another way."""
    by_session = {slot.session_id: slot for slot in slots}
    points: dict[tuple[Line, int], list[Point]] = {}
    for place, measure in as_entered.items():
        session_id, key, rater, participant_id = place
        rating = chains[place][-1]
        if not given_up(rating):
            scored_as = known.scored_as(measure)
            goes_on = scored_as == known.scored_as(versions[key])
            at = ((key, rater, participant_id), 0 if goes_on else scored_as)
            point = _point(measure, scored_as, by_session[session_id], rating)
            points.setdefault(at, []).append(point)
    in_use = {}
    earlier = {}
    for (line, scored_as), some in points.items():
        in_order = tuple(sorted(some, key=lambda point: point.slot.number))
        measure = in_order[-1].measure if scored_as else versions[line[0]]
        trajectory = Trajectory(measure, Rater(line[1]), slots, in_order, line[2])
        if scored_as:
            earlier[line, scored_as] = trajectory
        else:
            in_use[line] = trajectory
    return in_use, earlier


def _last_entered(
    chains: Mapping[Place, tuple[StoredRating, ...]], as_entered: Mapping[Place, Measure]
) -> dict[str, Measure]:
    """Each measure in the version that was entered last: a correction is in that of its rating, whenever it is made."""
    in_order = sorted(as_entered, key=lambda place: chains[place][0].recorded_at)
    return {place[1]: as_entered[place] for place in in_order}


def _point(measure: Measure, scored_as: int, slot: Slot, rating: StoredRating) -> Point:
    mode = InputMode(rating.input_mode)
    return Point(
        rating_id=rating.id,
        slot=slot,
        series=Series(slot.clinician_id, scored_as, rating.variant, mode),
        measure=measure,
        answers=answers_of(rating),
        given=Given(rating.given),
    )
