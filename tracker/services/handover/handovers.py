"""Handing over to the client: on this tablet, by a code for the client's own phone, or by a link for later."""

import base64
import hmac
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import delete, func, literal, or_, select
from sqlalchemy.orm import Session

from tracker.domain.course import handover as rules
from tracker.domain.course.handover import HandoverStage, Moment, Way
from tracker.domain.course.sessions import NoRating, Setting, Status
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.measures.strain import StrainAnswer
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, CodeGuess, Handover, Participant, TherapySession
from tracker.reference.start_mark import start_mark
from tracker.services.access import permissions, sign_ins
from tracker.services.care.sessions import SessionDetails, log_session
from tracker.services.handover import answering
from tracker.services.handover.asking import askable, asked_of, start_asked, still_askable
from tracker.services.handover.own_view import store_own_view, strain_asked
from tracker.services.handover.rows import counts, give_token, running_of
from tracker.services.installation import installation
from tracker.services.office.practice import today
from tracker.services.record.clients import letters_of, participant_a, stay_on
from tracker.services.record.course import Course, course
from tracker.services.record.participants import asked
from tracker.services.record.ratings import RatingsEntry
from tracker.services.record.reaching import session_for
from tracker.services.trail import audit

GUESSES = 30
WINDOW = timedelta(minutes=15)  # wrong codes in the whole practice; design default
TEXT_LENGTH = 80


@dataclass(frozen=True)
class HandoverWish:
    """How to hand over, and what is asked of whom. `reader` and `reading_time` are for risk by link. `strain`: what the
    therapist noticed, said before the client answers."""

    way: Way
    measures: tuple[str, ...]
    people: tuple[UUID, ...] = ()  # who is asked; none for participant A
    reader: str = ""
    reading_time: str = ""
    strain: StrainAnswer | None = None
    start: bool = False  # the mark at the start of the session is asked


@dataclass(frozen=True)
class Shown:
    """What opens a hand-over, for the page of whoever made it: six digits to type, and what a link holds."""

    code: str
    secret: str


def hand_over(
    db: Session,
    actor: Actor,
    session_id: UUID,
    wanted: HandoverWish,
    *,
    sign_in: UUID | None = None,
    now: datetime,
) -> list[Handover]:
    """One hand-over for each person who is asked, in the order of their letters. Each waits to be opened; on a tablet
    the first is open, and `sign_in` is suspended until it is taken back. Incomplete says what to change; NotNow for a
    session that did not take place, or where one is open already."""
    session, client = session_for(
        db, actor, session_id, Permission.RECORD_SESSION, now=now, lock=True
    )
    end_overdue(db, now=now, client_id=client.id)
    of = course(db, client.id)
    people = [p for p in asked(client) if p.id in wanted.people] or [participant_a(client)]
    each = {p.id: _asks(client, of, session, p, wanted) for p in people}
    whose = [p.id for p in people] if wanted.start else []
    start = start_asked(db, client, session, of, whose, now=now)
    _check(db, session, each, wanted, start)
    asks = [measure for theirs in each.values() for measure in theirs]
    own = store_own_view(db, actor, client, session, of, asks, wanted.strain, now=now)
    rows = [
        _row(db, actor, client, session, p, each[p.id], wanted, start=p.id in start, now=now)
        for p in people
    ]
    for row in rows:
        row.sign_in_id = sign_in if wanted.way is Way.TABLET else None
        db.add(row)
        db.flush()
        _note_made(db, row, own if row is rows[0] else [], now=now)
    stay_on(client, asks)
    _wait_for(session, of, rows)
    if rows[0].sign_in_id is not None:
        _give(db, rows[0], rows[0].sign_in_id, now=now)
    db.flush()
    return rows


def _give(db: Session, row: Handover, sign_in: UUID, *, now: datetime) -> None:
    """Let the client have the tablet."""
    row.state = HandoverStage.OPEN
    row.opened_at = now
    sign_ins.suspend(db, sign_in, now=now)


def _asks(
    client: Client, of: Course, session: TherapySession, person: Participant, wanted: HandoverWish
) -> list[Measure]:
    """What that person is asked of what was chosen."""
    can_be = still_askable(client, of, session.id, [person.id])
    return [measure for measure in can_be if measure.key in wanted.measures]


def _note_made(db: Session, row: Handover, own: list[str], *, now: datetime) -> None:
    """The audit entry of a hand-over. `own`: the therapist's own rating that was stored with it."""
    asks = [*([start_mark().key] if row.start_mark else []), *row.measures]
    told = {"ratings": own} if own else {}
    _audit(db, "handover.made", row, now=now, way=row.way, measures=asks, **told)


def _wait_for(session: TherapySession, of: Course, rows: Sequence[Handover]) -> None:
    """Let the session wait for its rating, where the alliance is asked and nobody has rated it yet."""
    kinds = {key: measure.kind for key, measure in of.known.current.items()}
    rated = {c[-1].measure_key for c in of.ratings_of(session.id) if counts(c[-1])}
    if any(kinds.get(key) is Kind.ALLIANCE for key in rated):
        return
    if any(kinds[key] is Kind.ALLIANCE for row in rows for key in row.measures):
        session.no_rating = NoRating.ASKED
        session.version += 1


def _check(
    db: Session,
    session: TherapySession,
    each: Mapping[UUID, Sequence[Measure]],
    wanted: HandoverWish,
    start: Collection[UUID],
) -> None:
    if session.status != Status.ATTENDED:
        raise NotNow("Only a session that took place can be rated.")
    if running_of(db, session.id):
        raise NotNow("A hand-over for this session is open already. Cancel it first.")
    problems = {}
    if problem := _choice_problem(each, start):
        problems["measures"] = problem
    if start and wanted.way is Way.LINK:
        problems["measures"] = rules.NO_LINK
    by_link = wanted.way is Way.LINK and any(m.risk for theirs in each.values() for m in theirs)
    for name, text, message in (
        ("reader", wanted.reader, "Say who reads the answers; the client is told"),
        ("reading_time", wanted.reading_time, "Say by when they are read; the client is told"),
    ):
        if (by_link and not text.strip()) or len(text.strip()) > TEXT_LENGTH:
            problems[name] = f"{message}, in {TEXT_LENGTH} characters at most"
    if wanted.strain and (problem := wanted.strain.problem()):
        problems["settled"] = problem
    if problems:
        raise Incomplete(problems)


def _choice_problem(each: Mapping[UUID, Sequence[Measure]], start: Collection[UUID]) -> str | None:
    """Why one of these people cannot be asked that, as a sentence, or None."""
    left = [person for person, theirs in each.items() if theirs or person in start]
    if 0 < len(left) < len(each):
        return rules.NOTHING_LEFT
    problems = (
        rules.choice_problem(theirs, start_mark() if person in start else None)
        for person, theirs in each.items()
    )
    return next(filter(None, problems), None)


def _row(
    db: Session,
    actor: Actor,
    client: Client,
    session: TherapySession,
    person: Participant,
    asks: Sequence[Measure],
    wanted: HandoverWish,
    *,
    start: bool,
    now: datetime,
) -> Handover:
    spoken = rules.in_common([start_mark(), *asks] if start else asks)
    row = Handover(
        id=uuid4(),
        client_id=client.id,
        session_id=session.id,
        participant_id=person.id,
        letter=letters_of(client).get(person.id, ""),
        measures=[measure.key for measure in asks],
        start_mark=start,
        way=wanted.way,
        state=HandoverStage.WAITING,
        made_at=now,
        made_by_id=actor.id,
        expires_at=rules.expiry(wanted.way, now),
        touched_at=now,
        reader=wanted.reader.strip() if wanted.way is Way.LINK else "",
        reading_time=wanted.reading_time.strip() if wanted.way is Way.LINK else "",
        language=client.language if client.language in spoken else spoken[0],
        answers={},
    )
    if wanted.way is not Way.TABLET:
        shown = _with_free_code(db, row)
        row.secret_hash = _hash(db, shown.secret)
        row.code_hash = _hash(db, shown.code) if wanted.way is Way.CODE else None
    return row


def _with_free_code(db: Session, row: Handover) -> Shown:
    """What opens it, under an id whose six digits open nothing else now."""
    while True:
        shown = shown_of(db, row)
        taken = select(Handover.id).where(Handover.code_hash == _hash(db, shown.code))
        if db.scalar(taken.where(Handover.ended_at.is_(None))) is None:
            return shown
        row.id = uuid4()


def shown_of(db: Session, row: Handover) -> Shown:
    """What opens a hand-over. It is worked out from its id with a key that is not in the database, so that the page can
    show it again and the database holds its hash alone."""
    digits = int.from_bytes(_keyed(db, f"handover code {row.id}"), "big") % 1_000_000
    secret = base64.urlsafe_b64encode(_keyed(db, f"handover link {row.id}")[:21]).decode()
    return Shown(f"{digits:06d}", secret)


def _keyed(db: Session, text: str) -> bytes:
    key = installation(db).audit_key
    return hmac.digest(key, text.encode(), "sha256")


def _hash(db: Session, text: str) -> str:
    return _keyed(db, f"handover opened by {text}").hex()


def tidy_opener(typed: str) -> str:
    """What was typed or pasted: a code without its spaces, or what a whole link holds after its mark."""
    text = typed.strip().rsplit("#", 1)[-1]
    digits = "".join(text.split()).replace("-", "")
    return digits if digits.isdecimal() and len(digits) <= 8 else text


def open_by(db: Session, typed: str, *, now: datetime) -> tuple[Handover, str] | None:
    """The hand-over that this opens, once, and the token for the browser; None for whatever does not, without a word
    on why. Wrong codes are counted: after so many none is taken for a while, while links still are."""
    opener = tidy_opener(typed)
    by_code = opener.isdecimal()
    if not opener or (by_code and _too_many_guesses(db, now)):
        return None
    column = Handover.code_hash if by_code else Handover.secret_hash
    running = select(Handover).where(Handover.ended_at.is_(None), Handover.expires_at > now)
    query = running.where(column == _hash(db, opener), Handover.state == HandoverStage.WAITING)
    row = db.scalar(query.with_for_update())
    if row is None:
        if by_code:
            db.add(CodeGuess(id=uuid4(), at=now))
            audit.record(db, "handover.code_wrong", actor=None, now=now)
        return None
    row.state = HandoverStage.OPEN
    row.opened_at = now
    row.touched_at = now
    _audit(db, "handover.opened", row, now=now)
    return row, give_token(db, row)


def _too_many_guesses(db: Session, now: datetime) -> bool:
    db.execute(delete(CodeGuess).where(CodeGuess.at <= now - WINDOW))
    return (db.scalar(select(func.count()).select_from(CodeGuess)) or 0) >= GUESSES


def handover_for(
    db: Session, actor: Actor, handover_id: UUID, *, now: datetime
) -> tuple[Handover, Client]:
    """The hand-over and its client, for the clinician who may record their sessions; NotPermitted otherwise."""
    row = db.get(Handover, handover_id)
    if row is None:
        raise NotPermitted
    return row, permissions.may_record_session(db, actor, row.client_id, now=now)


def cancel(db: Session, actor: Actor, handover_id: UUID, *, now: datetime) -> UUID:
    """The session of a hand-over that is over now. What the client had answered is kept, as partial."""
    row, _ = handover_for(db, actor, handover_id, now=now)
    stage = HandoverStage.CANCELLED
    answering.stop(db, handover_id, now=now, otherwise=stage, by=actor.id)
    return row.session_id


def end_overdue(db: Session, *, now: datetime, client_id: UUID | None = None) -> int:
    """End what nobody can answer any more, keeping what was answered; how many there were."""
    idle = now - rules.PRIVACY_AFTER - rules.ENDS_AFTER
    query = select(Handover.id).where(
        Handover.ended_at.is_(None), or_(Handover.expires_at <= now, Handover.touched_at <= idle)
    )
    if client_id is not None:
        query = query.where(Handover.client_id == client_id)
    return sum(answering.end_if_over(db, each, now=now) for each in db.scalars(query).all())


def settle_waiting(db: Session, *, now: datetime) -> int:
    """Say of every session that still waits for the client's own rating, two days on and with nothing handed over, that
    no answer came; how many there were."""
    latest = today(db, now) - rules.LINK_LASTS
    running = select(Handover.session_id).where(Handover.ended_at.is_(None))
    asked = literal(NoRating.ASKED.value, literal_execute=True)  # as the index has it
    query = select(TherapySession).where(
        TherapySession.no_rating == asked,
        TherapySession.held_on < latest,
        TherapySession.taken_off_at.is_(None),
        TherapySession.id.not_in(running),
    )
    waiting = db.scalars(query.with_for_update()).all()
    for session in waiting:
        answering.no_answer_came(db, session, now=now)
    return len(waiting)


def _audit(
    db: Session, event: str, row: Handover, *, now: datetime, **detail: str | list[str]
) -> None:
    audit.record(
        db,
        event,
        actor=row.made_by_id,
        object_id=row.id,
        client_id=row.client_id,
        now=now,
        **detail,
    )


@dataclass(frozen=True)
class Offer:
    """What can be handed over to a client now: of the session that is there, or of one that would be logged today.

    `at`: whether the session begins or ends. `due` are the keys of what is asked then unless the clinician chooses
    otherwise, `people` who can be asked. `start`: the mark at the start can be asked, and `start_due`: it is, unless
    the clinician chooses otherwise. `both`: there is something to ask at either moment.
    """

    client: Client
    session: TherapySession | None
    number: int
    askable: tuple[Measure, ...]
    due: frozenset[str]
    people: tuple[Participant, ...]
    running: tuple[Handover, ...]
    today: date
    start: bool
    start_due: bool
    at: Moment
    both: bool
    strain: (
        Measure | None
    )  # the one with which the therapist is asked about tension first, where it is chosen

    @property
    def risk(self) -> bool:
        """True when one of them asks about risk."""
        return any(measure.risk for measure in self.askable)

    @property
    def own_view(self) -> bool:
        """True when the therapist could rate one of them first."""
        return self.session is None and any(Rater.THERAPIST in m.raters for m in self.askable)


def offer_of_session(
    db: Session, actor: Actor, session_id: UUID, *, at: Moment = Moment.END, now: datetime
) -> Offer:
    """What can be handed over in that session, as it ends unless it is said that it begins."""
    session, client = session_for(db, actor, session_id, Permission.RECORD_SESSION, now=now)
    return _offer(db, client, session, course(db, client.id), at, now=now)


def offer_today(
    db: Session, actor: Actor, client_id: UUID, *, at: Moment = Moment.END, now: datetime
) -> Offer:
    """What can be handed over today: in the last session that is logged for today, or in one that begins now."""
    client = permissions.may_record_session(db, actor, client_id, now=now)
    of = course(db, client.id)
    day = today(db, now)
    today_s = [s.id for s in of.sessions if s.held_on == day and s.status == Status.ATTENDED]
    last = db.get_one(TherapySession, today_s[-1]) if today_s else None
    return _offer(db, client, last, of, at, now=now)


def _offer(
    db: Session,
    client: Client,
    session: TherapySession | None,
    of: Course,
    at: Moment,
    *,
    now: datetime,
) -> Offer:
    people = asked(client)
    whose = [person.id for person in people]
    can_be = still_askable(client, of, session.id, whose) if session else askable(client, of.known)
    usual = asked_of(client, of.known).measures
    start = bool(start_asked(db, client, session, of, whose, now=now))
    start_due = start and at is Moment.START
    open_yet = [m.key for m in can_be if m.key in usual]
    moments = {usual[key] for key in open_yet} | ({Moment.START} if start else set())
    return Offer(
        client,
        session,
        of.slot(session.id).number if session else 1 + len(of.slots),
        tuple(can_be),
        rules.due(usual, open_yet, at=at, start=start_due),
        tuple(people),
        tuple(running_of(db, session.id)) if session else (),
        today(db, now),
        start,
        start_due,
        at,
        len(moments) > 1,
        strain_asked(can_be, of, session.id if session else None),
    )


def begin_session(db: Session, actor: Actor, client_id: UUID, *, now: datetime) -> TherapySession:
    """Today's session, logged as one that takes place and whose rating the client is about to give."""
    client = permissions.may_record_session(db, actor, client_id, now=now, lock=True)
    details = SessionDetails(
        today(db, now),
        setting=Setting(client.usual_setting),
        no_rating=NoRating.ASKED,
        another_that_day=True,  # beside one that was cancelled that morning
    )
    return log_session(db, actor, client_id, details, RatingsEntry(), now=now)
