"""Breaking the glass: a record opened in an emergency by somebody who is neither its clinician nor their supervisor."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from tracker.domain.course.codes import WRITTEN
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.people import emergency
from tracker.domain.people.access import Actor, Permission
from tracker.models import AuditEntry, Client, EmergencyAccess, NoticeKind, User
from tracker.services.access import notices, permissions
from tracker.services.office.actors import allowed
from tracker.services.trail import audit

MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Opened:
    """One emergency for the report: who opened a record of whom, and how long. Of the client it tells nothing."""

    access: EmergencyAccess
    by: str
    clinician: str


@dataclass(frozen=True)
class Open:
    """A record that one can read by an emergency: the client's code, and until when."""

    access: EmergencyAccess
    code: str
    closes_at: datetime


def open_record(
    db: Session, actor: Actor, code: str, reason: str, *, now: datetime
) -> tuple[UUID, bool] | None:
    """The id of the client of exactly that code, whose record the actor reads from now on for an hour; and whether it
    was opened by this. It is not, where they may read the record anyway.

    None when the code matches nobody: that is noted, so the transaction is to be kept. NotNow after five such codes in
    a quarter of an hour, however many are tried at once. Its clinician and every administrator are told.
    """
    allowed(actor, Permission.BREAK_GLASS)
    # The client first, as whoever hands clients on does. Then one at a time: who tries a code waits for their other
    # tries to be counted, or for the record to be open.
    named = select(Client.id).where(Client.code == code.strip().upper())
    db.execute(named.with_for_update(read=True, key_share=True))
    db.execute(select(User.id).where(User.id == actor.id).with_for_update(key_share=True))
    if pause := _pause(db, actor, now):
        raise NotNow(_too_many(pause))
    if problems := _problems(code, reason):
        raise Incomplete(problems)
    client = db.scalar(select(Client).where(Client.code == code.strip().upper()))
    if client is None:
        audit.record(db, "emergency.code_wrong", actor=actor.id, now=now)
        return None
    at = max(now, _last_opened(db, actor, client.id) or now)  # by another tab, after this one came
    if permissions.decision_on(db, actor, client, Permission.READ_RECORD, now=at):
        return client.id, False
    row = _stored(db, actor, client, reason.strip(), now=now)
    told = {client.clinician_id, *notices.administrators(db)}
    kind = NoticeKind.EMERGENCY
    by = actor.id
    about = row.id
    notices.tell(db, told, kind, row.reason, by=by, about=about, client_id=client.id, now=now)
    return client.id, True


def _last_opened(db: Session, actor: Actor, client_id: UUID) -> datetime | None:
    own = (EmergencyAccess.user_id == actor.id) & (EmergencyAccess.client_id == client_id)
    return db.scalar(select(func.max(EmergencyAccess.opened_at)).where(own))


def _problems(code: str, reason: str) -> dict[str, str]:
    """What stands in the way. In an emergency nobody is held up by what only looks like a code: it is the one that was
    typed, or the form that codes have."""
    problems = emergency.problems(code, reason)
    typed = "".join(filter(str.isalnum, code.upper()))
    in_reason = "".join(filter(str.isalnum, reason.upper()))
    if WRITTEN.search(reason.upper()) or (len(typed) > 2 and typed in in_reason):
        why = "administrators read the reason, and need not know whose record it is"
        problems.setdefault("reason", f"Leave out the client's code: {why}")
    return problems


def _stored(
    db: Session, actor: Actor, client: Client, reason: str, *, now: datetime
) -> EmergencyAccess:
    row = EmergencyAccess(
        id=uuid4(),
        client_id=client.id,
        user_id=actor.id,
        clinician_id=client.clinician_id,
        reason=reason,
        opened_at=now,
    )
    db.add(row)
    db.flush()
    event = "emergency.opened"
    who = actor.id
    audit.record(db, event, actor=who, object_id=row.id, client_id=client.id, now=now)
    return row


def _pause(db: Session, actor: Actor, now: datetime) -> timedelta | None:
    """How long it takes until the actor can try a code again; None when they can now."""
    wrong = select(AuditEntry.at).where(
        AuditEntry.actor_id == actor.id,
        AuditEntry.event == "emergency.code_wrong",
        AuditEntry.at > now - emergency.WITHIN,
    )
    last = list(db.scalars(wrong.order_by(AuditEntry.at.desc()).limit(emergency.TRIES)))
    return last[-1] + emergency.WITHIN - now if len(last) == emergency.TRIES else None


def _too_many(pause: timedelta) -> str:
    minutes = -(-pause // MINUTE)  # the last one counts whole
    wait = f"Wait {minutes} minute{'s' if minutes > 1 else ''}"
    ask = "ask the client's clinician or whoever covers for them"
    return f"Too many codes did not match. {wait}, or {ask}."


def open_now(db: Session, actor: Actor, *, now: datetime) -> list[Open]:
    """The records that the actor has open in an emergency, the first to close on top."""
    rows = (
        select(EmergencyAccess, Client.code)
        .join(Client, Client.id == EmergencyAccess.client_id)
        .where(EmergencyAccess.user_id == actor.id, EmergencyAccess.ended_at.is_(None))
        .where(EmergencyAccess.opened_at > now - emergency.LASTS)
        .order_by(EmergencyAccess.opened_at, EmergencyAccess.id)
    )
    return [Open(row, code, row.opened_at + emergency.LASTS) for row, code in db.execute(rows)]


def close(db: Session, actor: Actor, access_id: UUID, *, now: datetime) -> None:
    """Close a record that one opened in an emergency, before its time; NotPermitted for anybody else's."""
    row = db.get(EmergencyAccess, access_id)
    if row is None or row.user_id != actor.id:
        raise NotPermitted
    if emergency.open_at(now, row.opened_at, row.ended_at):
        row.ended_at = now
        who = actor.id
        what = "emergency.closed"
        audit.record(db, what, actor=who, object_id=row.id, client_id=row.client_id, now=now)


def report(db: Session, actor: Actor) -> list[Opened]:
    """Every record that was opened in an emergency, the latest first: for administrators."""
    allowed(actor, Permission.MANAGE_PEOPLE)
    by = aliased(User)
    clinician = aliased(User)
    rows = (
        select(EmergencyAccess, by.name, clinician.name)
        .join(by, by.id == EmergencyAccess.user_id)
        .join(clinician, clinician.id == EmergencyAccess.clinician_id)
        .order_by(EmergencyAccess.opened_at.desc())
    )
    return [Opened(*row) for row in db.execute(rows)]
