"""The end of a therapy, a pause in it, and taking it up again."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.care.treatment import (
    Ending,
    Pause,
    TreatmentAct,
    paused,
    reopening_problems,
)
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import Tier
from tracker.models import Client, TherapySession, TreatmentEntry
from tracker.services.access import permissions
from tracker.services.care import schedule
from tracker.services.office.practice import today as today_of
from tracker.services.record.flag_views import FlagThing
from tracker.services.record.records import Record, RecordPart, records_of
from tracker.services.record.rows import counting_sessions
from tracker.services.trail import audit

STALE = "This therapy was ended, paused or taken up again meanwhile. Your entries are still here, and not stored."
OPEN_RISK = "Answer each risk item before the therapy ends"
EVENTS = {
    TreatmentAct.ENDED: "client.ended",
    TreatmentAct.REOPENED: "client.reopened",
    TreatmentAct.PAUSED: "client.paused",
    TreatmentAct.RESUMED: "client.resumed",
}


def entries_of(db: Session, client_id: UUID) -> Sequence[TreatmentEntry]:
    """What was said of the treatment as a whole, in its order."""
    rows = select(TreatmentEntry).where(TreatmentEntry.client_id == client_id)
    return db.scalars(rows.order_by(TreatmentEntry.sequence)).all()


def open_risk(record: Record) -> list[FlagThing]:
    """The risk items that have to be answered before the therapy can end; of a record that was read with its flags."""
    return [thing for thing in record.asking if thing.leader.tier is Tier.RISK]


def end(
    db: Session, actor: Actor, client_id: UUID, ending: Ending, version: int, *, now: datetime
) -> Client:
    """The client, whose therapy has ended; what was scheduled is taken off. Incomplete says what stands in the way: a
    risk item that nobody answered is one; Stale when somebody changed the client since the page was shown."""
    client = _held(db, actor, client_id, version, goes_on=True, now=now)
    today = today_of(db, now)
    problems = ending.problems(
        starts_on=client.starts_on, last_session=_last_session(db, client), today=today
    )
    (record,) = records_of(db, [client], RecordPart.FLAGS, now=now)
    if open_risk(record):
        problems["risk"] = OPEN_RISK
    if problems:
        raise Incomplete(problems)
    assert ending.on is not None
    schedule.take_off(db, actor, client, now=now)
    client.ended_on = ending.on
    client.ended_how = ending.how
    client.paused_until = None
    said = _entry(TreatmentAct.ENDED, ending.on, ending.words)
    said.how = ending.how
    return _say(db, actor, client, said, now=now)


def reopen(
    db: Session, actor: Actor, client_id: UUID, words: str, version: int, *, now: datetime
) -> Client:
    """The client, whose therapy goes on again: what was open when it ended is open. Stale and Incomplete likewise."""
    client = _held(db, actor, client_id, version, goes_on=False, now=now)
    if problems := reopening_problems(words):
        raise Incomplete(problems)
    client.ended_on = client.ended_how = None
    said = _entry(TreatmentAct.REOPENED, today_of(db, now), words)
    return _say(db, actor, client, said, now=now)


def pause(
    db: Session, actor: Actor, client_id: UUID, wanted: Pause, version: int, *, now: datetime
) -> Client:
    """The client, whose treatment is paused until a day, or until another than before. Stale, Incomplete likewise."""
    client = _held(db, actor, client_id, version, goes_on=True, now=now)
    if problems := wanted.problems(today=today_of(db, now)):
        raise Incomplete(problems)
    assert wanted.until is not None
    client.paused_until = wanted.until
    said = _entry(TreatmentAct.PAUSED, wanted.until, wanted.words)
    return _say(db, actor, client, said, now=now)


def resume(db: Session, actor: Actor, client_id: UUID, version: int, *, now: datetime) -> Client:
    """The client, whose treatment goes on before the day that the pause names. Stale likewise."""
    client = _held(db, actor, client_id, version, goes_on=True, now=now)
    today = today_of(db, now)
    if not paused(client.paused_until, today):
        raise Stale(STALE)
    client.paused_until = None
    return _say(db, actor, client, _entry(TreatmentAct.RESUMED, today, ""), now=now)


def _held(
    db: Session, actor: Actor, client_id: UUID, version: int, *, goes_on: bool, now: datetime
) -> Client:
    """The client, for whoever treats them, kept from other writers; Stale where they are not as the page showed."""
    client = permissions.may_change_client(db, actor, client_id, now=now, lock=True)
    if version != client.version or goes_on is not (client.ended_on is None):
        raise Stale(STALE)
    return client


def _last_session(db: Session, client: Client) -> date | None:
    held = select(func.max(TherapySession.held_on))
    return db.scalar(held.where(*counting_sessions(client.id)))


def _entry(act: TreatmentAct, on: date, words: str) -> TreatmentEntry:
    return TreatmentEntry(id=uuid4(), act=act, on=on, words=words.strip())


def _say(
    db: Session, actor: Actor, client: Client, said: TreatmentEntry, *, now: datetime
) -> Client:
    """Store an entry, and that the client was changed."""
    said.client_id = client.id
    said.sequence = len(entries_of(db, client.id)) + 1
    said.recorded_at = now
    said.recorded_by_id = actor.id
    client.version += 1
    db.add(said)
    db.flush()
    event = EVENTS[TreatmentAct(said.act)]
    audit.record(db, event, actor=actor.id, object_id=said.id, client_id=client.id, now=now)
    return client
