"""Logging a session with its ratings: one transaction, and the flags in it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.care.repair_work import Act, Work
from tracker.domain.course.markers import StrainMarker
from tracker.domain.course.sessions import (
    MAX_MINUTES_LATE,
    AgreedTask,
    ClientQuestion,
    NoRating,
    Observation,
    Setting,
    Status,
    date_problem,
)
from tracker.domain.errors import Incomplete
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.people.access import Actor
from tracker.models import Client, TherapySession
from tracker.services.access import permissions
from tracker.services.care import flags, goals, repairs, start_marks
from tracker.services.installation import defined
from tracker.services.office.practice import today
from tracker.services.record import clients, ratings
from tracker.services.record.course import Course, begun, course
from tracker.services.record.ratings import RatingsEntry, name_of
from tracker.services.record.rows import StoredRating, counting_sessions
from tracker.services.trail import audit

NOTE_LENGTH = 500
SAID_LENGTH = 200


@dataclass(frozen=True)
class SessionDetails:
    """What is asked about a session beside the ratings."""

    held_on: date
    status: Status = Status.ATTENDED
    setting: Setting = Setting.IN_PERSON
    minutes_late: int | None = None
    no_rating: NoRating | None = None
    note: str = ""
    task: AgreedTask | None = None
    observed: Mapping[Observation, bool] = field(default_factory=lambda: MappingProxyType({}))
    said: Mapping[ClientQuestion, str] = field(default_factory=lambda: MappingProxyType({}))
    progress: Mapping[UUID, int | None] = field(
        default_factory=lambda: MappingProxyType({})
    )  # by goal
    markers: tuple[StrainMarker, ...] = ()  # what the therapist saw of a strain
    another_that_day: bool = False
    strain: bool = False  # a strain that no score need show: open a repair
    steps_done: tuple[UUID, ...] = ()  # planned steps of repairs that were taken

    def stored(self) -> dict[str, object]:
        """What is kept of it, by the name of its column."""
        return {
            "held_on": self.held_on,
            "status": self.status,
            "setting": self.setting,
            "minutes_late": self.minutes_late,
            "no_rating": self.no_rating,
            "note": self.note.strip(),
            "task": self.task,
            "markers": [marker.value for marker in self.markers],
            **{name.value: self.observed.get(name) for name in Observation},
            **{name.value: self.said.get(name, "").strip() for name in ClientQuestion},
        }


def log_session(
    db: Session,
    actor: Actor,
    client_id: UUID,
    details: SessionDetails,
    entry: RatingsEntry,
    *,
    now: datetime,
) -> TherapySession:
    """The stored session with its ratings and the flags they raise. Incomplete names what stands in the way, and what
    is asked about because it was left empty."""
    client = permissions.may_record_session(db, actor, client_id, now=now, lock=True)
    known = defined(db)
    in_use = {measure.key: measure for measure in clients.measures_of(client, known)}
    asked = clients.primary_measure(client, known)
    problems = problems_of(db, client, in_use, asked, details, entry, now=now)
    problems |= same_day_problem(db, client, details)
    problems |= start_marks.problems(db, client, entry, details.status, {})
    refuse(problems, ratings.asked_about(entry, in_use, {}))
    planned = _planned(db, client, details)
    session = _row(db, client, actor, planned, details, now=now)
    start_marks.store(client, session, entry)
    of = course(db, client.id) if planned else begun(known)
    stored = store_ratings(db, actor, client, session, in_use, entry, of, "", now=now)
    flags.raise_flags(db, actor, client, since=session.id, now=now)
    goals.store_progress(db, actor, client, session, details.progress, "", now=now)
    repairs.settle_steps(db, actor, client, details.steps_done, now=now)
    if details.strain:
        repairs.open_repair(db, actor, client.id, session.id, Work(Act.OPENED), now=now)
    audit.record(
        db,
        "session.logged",
        actor=actor.id,
        object_id=session.id,
        client_id=client.id,
        now=now,
        ratings=stored,
    )
    return session


def refuse(problems: Mapping[str, str], open_ones: Mapping[str, str]) -> None:
    """Incomplete when anything stands in the way, or is to be asked about; both at once, so nobody is asked twice."""
    if problems or open_ones:
        raise Incomplete({**open_ones, **problems}, open_ones.keys() - problems.keys())


def _planned(db: Session, client: Client, details: SessionDetails) -> TherapySession | None:
    """The session that was scheduled for that day; None where there is none."""
    planned = select(TherapySession).where(
        TherapySession.client_id == client.id,
        TherapySession.held_on == details.held_on,
        TherapySession.status == Status.SCHEDULED,
        TherapySession.taken_off_at.is_(None),
    )
    return db.scalars(planned.order_by(TherapySession.recorded_at)).first()


def _row(
    db: Session,
    client: Client,
    actor: Actor,
    planned: TherapySession | None,
    details: SessionDetails,
    *,
    now: datetime,
) -> TherapySession:
    """The session's row: the one that was scheduled for that day, else a new one."""
    session = planned or TherapySession(id=uuid4(), client_id=client.id)
    db.add(session)
    for name, value in details.stored().items():
        setattr(session, name, value)
    session.clinician_id = actor.id
    session.recorded_at = now
    session.recorded_by_id = actor.id
    db.flush()
    return session


def problems_of(
    db: Session,
    client: Client,
    in_use: Mapping[str, Measure],
    asked: Measure | None,
    details: SessionDetails,
    entry: RatingsEntry,
    *,
    now: datetime,
) -> dict[str, str]:
    """What stands in the way of storing this, by the name of the field. `asked`: the alliance measure about which an
    attended session says something, be it why there is no rating."""
    problems = ratings.problems(entry, in_use, defined(db)) | goals.progress_problems(
        details.progress
    )
    day = date_problem(details.held_on, starts_on=client.starts_on, today=today(db, now))
    if day:
        problems["held_on"] = day
    if details.minutes_late is not None and not 0 <= details.minutes_late <= MAX_MINUTES_LATE:
        problems["minutes_late"] = f"Minutes late must be between 0 and {MAX_MINUTES_LATE}"
    if len(details.note.strip()) > NOTE_LENGTH:
        problems["note"] = f"The note must be {NOTE_LENGTH} characters or fewer"
    for name, text in details.said.items():
        if len(text.strip()) > SAID_LENGTH:
            problems[name] = f"The answer must be {SAID_LENGTH} characters or fewer"
    by_client = any(rater is Rater.CLIENT for _, rater in entry.used())
    if details.status is not Status.ATTENDED and entry.used():
        problems["status"] = (
            "A rating means that the session took place. Remove the ratings, or choose 'Took place'"
        )
    elif details.no_rating and by_client:
        problems["no_rating"] = (
            "The client's rating is entered below. Choose 'Given in the session' or 'afterwards'"
        )
    elif details.status is Status.ATTENDED and not details.no_rating:
        problems |= _unrated_problems(asked, entry)
    return problems


def _unrated_problems(measure: Measure | None, entry: RatingsEntry) -> dict[str, str]:
    """What is missing where there is neither a number on the measure nor a word on why there is none."""
    if measure is None or (measure.key, Rater.CLIENT) in entry.used():
        return {}
    key = (measure.key, Rater.CLIENT)
    touched = entry.ratings.get(key, Entered()).values
    if measure.by_number:
        first = name_of(key, measure.entry_keys[0])
        return {
            first: f"Enter the client's marks on the {measure.short}, or choose 'Not asked today'"
        }
    missing = [item for item in measure.items if item.key not in touched]
    if not missing:
        return {
            "no_rating": "Every answer is 'no rating'. Choose 'Not asked today' or 'Client preferred not to rate'"
        }
    return {name_of(key, item.key): measure.missing(item) for item in missing}


def same_day_problem(db: Session, client: Client, details: SessionDetails) -> dict[str, str]:
    """The question that is asked when there is a session on that day already."""
    if details.another_that_day:
        return {}
    counting = counting_sessions(client.id)
    same = select(TherapySession.id).where(*counting, TherapySession.held_on == details.held_on)
    if db.scalar(same.limit(1)) is None:
        return {}
    return {
        "another_that_day": "There is already a session on this day. Tick 'This is another session' to log a second one"
    }


def last_ratings(
    client: Client, session: TherapySession, entry: RatingsEntry, of: Course
) -> dict[ratings.Key, StoredRating]:
    """The last rating of each measure and rater in that session; of clients, the participant's of the entry."""
    whose = (None, entry.participant or clients.participant_a(client).id)
    last = [chain[-1] for chain in of.ratings_of(session.id)]
    return {(r.measure_key, Rater(r.rater)): r for r in last if r.participant_id in whose}


def store_ratings(
    db: Session,
    actor: Actor,
    client: Client,
    session: TherapySession,
    in_use: Mapping[str, Measure],
    entry: RatingsEntry,
    of: Course,
    reason: str,
    *,
    now: datetime,
) -> list[str]:
    """Store what is new or different; the ids of the stored ratings."""
    chains = last_ratings(client, session, entry, of)
    rated = any(rater is Rater.CLIENT for _, rater in {*chains, *entry.used()})
    known = ratings.alliance_known(of, session.id)
    stored = []
    for key, given in sorted(entry.ratings.items()):
        before = chains.get(key)
        if before is None and given.silent():
            continue  # also of a measure that went out of use since the form was read
        measure = in_use[key[0]]
        entered = ratings.with_view(given, key[1], before, client_known=known)
        if before is not None and ratings.same(before, measure, entered, entry.given):
            continue
        rating = ratings.record_rating(
            db,
            actor,
            client,
            session,
            measure,
            key[1],
            entered,
            entry,
            blind=ratings.blind_rating(key[1], entered, before, client_rated=rated),
            now=now,
            corrects=before,
            reason=reason if before else "",
        )
        stored.append(str(rating.id))
    return stored
