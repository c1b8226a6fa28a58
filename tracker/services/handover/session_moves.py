"""Taking a logged session back, moving it to the record it belongs in, and putting it back.

Nothing is deleted. The session stays where it was entered, with its ratings, flags, answers and sign-offs, and counts
there no more; in the other record it is entered anew, so that nothing given for one client answers another's flag. It
stands on this floor because an open hand-over of the session ends with it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.care.answers import Stage
from tracker.domain.course.handover import HandoverStage
from tracker.domain.course.removals import Removal, RemovalAct, can_undo, reason_problems
from tracker.domain.course.sessions import long_date
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import RULES_VERSION, Tier
from tracker.domain.supervision.sign_off import SIGN_OFFS
from tracker.models import (
    Client,
    Flag,
    FlagReview,
    Handover,
    NoticeKind,
    Rating,
    SessionRemoval,
    TherapySession,
)
from tracker.services.access import notices, permissions
from tracker.services.care import flags, schedule
from tracker.services.handover import answering
from tracker.services.office.practice import today
from tracker.services.record.clients import participant_a, stay_on
from tracker.services.record.course import Course, course, given_up
from tracker.services.record.flag_views import FlagView
from tracker.services.record.locks import lock_clients
from tracker.services.record.reaching import session_for
from tracker.services.record.records import Record, RecordPart, records_of
from tracker.services.record.rows import StoredRating
from tracker.services.trail import audit

STALE = "This session was corrected, moved or taken back meanwhile. Nothing was changed."
TRIED = "what it would do"
# What a session says beside its ratings, and what a rating says, when they are entered in another record.
COPIED = (
    *("clinician_id", "held_on", "status", "setting", "minutes_late", "no_rating", "note", "task"),
    *("asked_questions", "disagreed", "brought_unasked", "set_agenda"),
    *("still_useful", "right_things", "not_working", "markers"),
)
AS_RATED = (
    *("measure_key", "measure_version", "variant", "rater", "blind", "given", "input_mode"),
    *("channel", "device_class", "scale_layout", "language", "answers", "total", "held_back"),
    *("strain", "strain_settled", "strain_blind"),
)


@dataclass(frozen=True)
class RemovedSession:
    """What was said of a session that does not count where it was entered: the last entry; the session and the client
    in whose record it is now, where the reader may know; and whether the reader may put it back."""

    entry: SessionRemoval
    moved_to: Client | None
    returnable: bool


@dataclass(frozen=True)
class FlagsChanged:
    """What a move does to the flags of one record: those that appear, those that vanish, and those that change, each
    before and after."""

    client: Client
    appear: tuple[FlagView, ...]
    vanish: tuple[FlagView, ...]
    change: tuple[tuple[FlagView, FlagView], ...]


def take_back(
    db: Session, actor: Actor, session_id: UUID, reason: str, version: int, *, now: datetime
) -> TherapySession:
    """The session, which counts no more. Incomplete where no reason is given, Stale when it was changed since the page
    was shown."""
    session, client = _held(db, actor, session_id, version, now=now)
    if problems := reason_problems(reason):
        raise Incomplete(problems)
    _end_handovers(db, actor, session, now=now)
    said = _entry(session, RemovalAct.TAKEN_BACK, reason)
    _remove(db, actor, client, session, said, now=now)
    return session


def move(
    db: Session,
    actor: Actor,
    session_id: UUID,
    to_client_id: UUID,
    reason: str,
    version: int,
    *,
    now: datetime,
) -> TherapySession:
    """The session in the other record, where its ratings are looked at as new ones. Whoever moves it writes both.
    Incomplete says what stands in the way, Stale likewise."""
    whose = db.scalar(select(TherapySession.client_id).where(TherapySession.id == session_id))
    if whose is None or whose == to_client_id:
        raise NotPermitted
    lock_clients(db, sorted((whose, to_client_id)))
    session, client = _held(db, actor, session_id, version, now=now)
    to = permissions.may_record_session(db, actor, to_client_id, now=now)
    _end_handovers(db, actor, session, now=now)
    of = course(db, client.id)
    problems = reason_problems(reason) | _problems(of, session, client, to)
    if problems:
        raise Incomplete(problems)
    made = _enter_anew(db, actor, of, session, client, to, now=now)
    said = _entry(session, RemovalAct.MOVED, reason)
    said.to_session_id = made.id
    _remove(db, actor, client, session, said, now=now)
    return made


def put_back(
    db: Session, actor: Actor, session_id: UUID, reason: str, version: int, *, now: datetime
) -> TherapySession:
    """The session, which counts again where it was entered; the one that was made in the other record counts no more.
    Ten minutes after it was removed that needs a reason: Incomplete without one. Stale likewise."""
    session, client, last = _removed(db, actor, session_id, version, now=now)
    if problems := reason_problems(reason, needed=not can_undo(last.recorded_at, now)):
        raise Incomplete(problems)
    if last.to_session_id:
        _take_from_there(db, actor, last.to_session_id, reason, now=now)
    session.taken_off_at = session.removed = session.number_before = None
    said = _entry(session, RemovalAct.PUT_BACK, reason)
    _say(db, actor, session, said, now=now)
    flags.raise_flags(db, actor, client, since=session.id, now=now)
    _audit(db, "session.put_back", actor, session, now=now)
    return session


def entries_of(db: Session, session_id: UUID) -> Sequence[SessionRemoval]:
    """What was said of a session's place, in its order."""
    rows = select(SessionRemoval).where(SessionRemoval.session_id == session_id)
    return db.scalars(rows.order_by(SessionRemoval.sequence)).all()


def removed_session(
    db: Session, actor: Actor, session: TherapySession, *, now: datetime
) -> RemovedSession | None:
    """What became of a session that does not count where it was entered. The other is named to whoever reads that
    as well. None for one that counts."""
    if session.removed is None:
        return None
    last = entries_of(db, session.id)[-1]
    here = db.get_one(Client, session.client_id)
    there = _client_of(db, last.to_session_id) if last.to_session_id else None

    def may(right: Permission, client: Client | None) -> bool:
        return client is None or bool(permissions.decision_on(db, actor, client, right, now=now))

    writes = all(may(Permission.RECORD_SESSION, each) for each in (here, there))
    return RemovedSession(last, there if may(Permission.READ_RECORD, there) else None, writes)


def client_by_code(db: Session, actor: Actor, code: str, *, now: datetime) -> Client | None:
    """The client of that code among those in whose records the actor may record sessions; None when there is none."""
    whose = permissions.may_plan_care_of(db, actor, today(db, now))
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    theirs = select(Client).where(Client.clinician_id.in_(whose))
    return db.scalars(theirs.where(func.replace(Client.code, "-", "") == plain)).one_or_none()


def changes_by(
    db: Session, actor: Actor, session_id: UUID, to_client_id: UUID | None, *, now: datetime
) -> list[FlagsChanged]:
    """What moving the session would do to the flags of this record and of the other, or taking it back to those of this
    one, found by doing it: whoever asks throws the transaction away."""
    session, client = session_for(db, actor, session_id, Permission.RECORD_SESSION, now=now)
    clients = [client]
    if to_client_id:
        clients.append(permissions.may_record_session(db, actor, to_client_id, now=now))
    before = [_asking(r) for r in records_of(db, clients, RecordPart.FLAGS, now=now)]
    if to_client_id:
        move(db, actor, session_id, to_client_id, TRIED, session.version, now=now)
    else:
        take_back(db, actor, session_id, TRIED, session.version, now=now)
    after = [_asking(r) for r in records_of(db, clients, RecordPart.FLAGS, now=now)]
    db.expunge_all()
    return [
        _changed(each, then, now_there)
        for each, then, now_there in zip(clients, before, after, strict=True)
    ]


def _asking(record: Record) -> dict[UUID, FlagView]:
    """The flags that stand and ask, or asked, for something."""
    return {
        view.flag.id: view
        for view in record.flags
        if view.tier is not Tier.NOTE and view.stage is not Stage.WITHDRAWN
    }


def _changed(client: Client, then: dict[UUID, FlagView], now: dict[UUID, FlagView]) -> FlagsChanged:
    both = [(view, now[each]) for each, view in then.items() if each in now]
    return FlagsChanged(
        client,
        tuple(view for each, view in now.items() if each not in then),
        tuple(view for each, view in then.items() if each not in now),
        tuple((was, is_now) for was, is_now in both if was.finding != is_now.finding),
    )


def _held(
    db: Session, actor: Actor, session_id: UUID, version: int, *, now: datetime
) -> tuple[TherapySession, Client]:
    """The session with its client, kept from other writers."""
    session, client = session_for(
        db, actor, session_id, Permission.RECORD_SESSION, now=now, lock=True
    )
    if session.version != version:
        raise Stale(STALE)
    return session, client


def _removed(
    db: Session, actor: Actor, session_id: UUID, version: int, *, now: datetime
) -> tuple[TherapySession, Client, SessionRemoval]:
    """A session that does not count where it was entered, likewise, with what was said of it last."""
    said = entries_of(db, session_id)
    if not said:
        raise NotPermitted
    there = _client_of(db, said[-1].to_session_id) if said[-1].to_session_id else None
    here = db.get_one(TherapySession, session_id)
    lock_clients(db, sorted({here.client_id} | ({there.id} if there else set())))
    client = permissions.may_record_session(db, actor, here.client_id, now=now, lock=True)
    db.refresh(here)
    if here.version != version or here.removed is None:
        raise Stale(STALE)
    return here, client, said[-1]


def _client_of(db: Session, session_id: UUID) -> Client:
    client_id = db.get_one(TherapySession, session_id).client_id
    return db.get_one(Client, client_id)


def _end_handovers(db: Session, actor: Actor, session: TherapySession, *, now: datetime) -> None:
    """End what is with the client still; what was answered in it is a rating of this session."""
    running = select(Handover.id).where(
        Handover.session_id == session.id, Handover.ended_at.is_(None)
    )
    for each in db.scalars(running).all():
        answering.stop(db, each, now=now, otherwise=HandoverStage.CANCELLED, by=actor.id)
    db.flush()


def _problems(of: Course, session: TherapySession, client: Client, to: Client) -> dict[str, str]:
    if session.held_on < to.starts_on:
        began = long_date(to.starts_on)
        return {"client": f"{to.code} began on {began}, after this session. Change that day first"}
    theirs = {person.letter for person in to.participants}
    letters = {person.id: person.letter for person in client.participants}
    rated = {each.participant_id for each in _rated(of, session) if each.participant_id}
    missing = sorted({letters[each] for each in rated} - theirs)
    if missing:
        return {"client": f"{missing[0]} rated in this session, and {to.code} has no {missing[0]}"}
    return {}


def _rated(of: Course, session: TherapySession) -> list[StoredRating]:
    """The ratings of a session that count."""
    last = [chain[-1] for chain in of.ratings_of(session.id)]
    return [rating for rating in last if not given_up(rating)]


def _enter_anew(
    db: Session,
    actor: Actor,
    of: Course,
    session: TherapySession,
    client: Client,
    to: Client,
    *,
    now: datetime,
) -> TherapySession:
    """The session as the other record has it, with its ratings; what was scheduled there for that day gives way."""
    schedule.take_off(db, actor, to, on=session.held_on, now=now)
    people = {person.letter: person.id for person in to.participants}
    there = {p.id: people.get(p.letter, participant_a(to).id) for p in client.participants}
    made = TherapySession(id=uuid4(), client_id=to.id, recorded_at=now, recorded_by_id=actor.id)
    for name in COPIED:
        setattr(made, name, getattr(session, name))
    made.start_marks = {
        str(there[UUID(whose)]): mark for whose, mark in session.start_marks.items()
    }
    db.add(made)
    db.flush()
    rated = _rated(of, session)
    for rating in rated:
        whose = there[rating.participant_id] if rating.participant_id else None
        db.add(_copied(rating, made, whose, actor, now=now))
    stay_on(to, [m for rating in rated if (m := of.measure_of(rating))])
    db.flush()
    flags.raise_flags(db, actor, to, since=made.id, now=now)
    _audit(db, "session.moved_here", actor, made, now=now)
    return made


def _copied(
    rating: StoredRating, made: TherapySession, whose: UUID | None, actor: Actor, *, now: datetime
) -> Rating:
    return Rating(
        id=uuid4(),
        session_id=made.id,
        participant_id=whose,
        rules_version=RULES_VERSION,
        recorded_at=now,
        recorded_by_id=actor.id,
        **{name: getattr(rating, name) for name in AS_RATED},
    )


def _remove(
    db: Session,
    actor: Actor,
    client: Client,
    session: TherapySession,
    said: SessionRemoval,
    *,
    now: datetime,
) -> None:
    """Let a session count no more: its flags are withdrawn, those after it looked at again, and whoever signed one of
    its flags off is told."""
    number = course(db, client.id).slot(session.id).number
    session.number_before = number
    session.removed = Removal(said.act)
    session.taken_off_at = now
    _say(db, actor, session, said, now=now)
    flags.raise_flags(db, actor, client, since=number, now=now)
    _tell(db, actor, session, now=now)
    moved = said.act == RemovalAct.MOVED
    _audit(db, "session.moved_away" if moved else "session.taken_back", actor, session, now=now)


def _take_from_there(
    db: Session, actor: Actor, session_id: UUID, reason: str, *, now: datetime
) -> None:
    """Let the session in the other record count no more, unless that was done already."""
    there = db.get_one(TherapySession, session_id)
    client = permissions.may_record_session(db, actor, there.client_id, now=now, lock=True)
    if there.removed is None:
        _end_handovers(db, actor, there, now=now)
        said = _entry(there, RemovalAct.TAKEN_BACK, reason)
        _remove(db, actor, client, there, said, now=now)


def _entry(session: TherapySession, act: RemovalAct, reason: str) -> SessionRemoval:
    return SessionRemoval(id=uuid4(), session_id=session.id, act=act, reason=reason.strip())


def _say(
    db: Session, actor: Actor, session: TherapySession, said: SessionRemoval, *, now: datetime
) -> None:
    said.sequence = len(entries_of(db, session.id)) + 1
    said.recorded_at = now
    said.recorded_by_id = actor.id
    session.version += 1
    db.add(said)
    db.flush()


def _tell(db: Session, actor: Actor, session: TherapySession, *, now: datetime) -> None:
    """Tell whoever signed off a flag of the session that it is void."""
    signed = (
        select(FlagReview.recorded_by_id, FlagReview.flag_id)
        .join(Flag, Flag.id == FlagReview.flag_id)
        .where(Flag.session_id == session.id, FlagReview.act.in_(SIGN_OFFS))
        .distinct()
    )
    for who, flag_id in db.execute(signed).all():
        kind = NoticeKind.SESSION_REMOVED
        said = session.removed or ""
        notices.tell(db, [who], kind, said, by=actor.id, about=flag_id, now=now)


def _audit(
    db: Session, event: str, actor: Actor, session: TherapySession, *, now: datetime
) -> None:
    of = session.client_id
    audit.record(db, event, actor=actor.id, object_id=session.id, client_id=of, now=now)
