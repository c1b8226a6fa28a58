"""Breaking the glass: a record opened in an emergency by somebody who is neither its clinician nor their supervisor."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from tracker.domain import emergency
from tracker.domain.access import Actor, Permission
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.models import AuditEntry, Client, EmergencyAccess, NoticeKind, User
from tracker.services import audit, notices
from tracker.services.clients import may_read

TOO_MANY = "Too many codes did not match. Wait a quarter of an hour, or ask an administrator."


@dataclass(frozen=True)
class Opened:
    """One emergency for the report: who opened a record of whom, and how long. Of the client it tells nothing."""

    access: EmergencyAccess
    by: str
    clinician: str


def open_record(
    db: Session, actor: Actor, code: str, reason: str, *, now: datetime
) -> tuple[UUID, bool]:
    """The id of the client of exactly that code, whose record the actor reads from now on for an hour; and whether it
    was opened by this. It is not, where they may read the record anyway.

    Incomplete when the code matches nobody: the attempt is to be noted by `note_miss`, in a transaction of its own.
    NotNow after five wrong codes in a quarter of an hour. Its clinician and every administrator are told.
    """
    if not actor.may(Permission.BREAK_GLASS):
        raise NotPermitted
    if _misses(db, actor, now) >= emergency.TRIES:
        raise NotNow(TOO_MANY)
    if problems := emergency.problems(code, reason):
        raise Incomplete(problems)
    client = db.scalar(select(Client).where(Client.code == code.strip().upper()))
    if client is None:
        raise Incomplete({"code": "No client has this code. Look at it again"})
    if may_read(db, actor, client, Permission.READ_RECORD, now=now):
        return client.id, False
    row = _stored(db, actor, client, reason.strip(), now=now)
    told = {client.clinician_id, *notices.administrators(db)}
    kind, by, about = NoticeKind.EMERGENCY, actor.id, row.id
    notices.tell(db, told, kind, row.reason, by=by, about=about, client_id=client.id, now=now)
    return client.id, True


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
    event, who = "emergency.opened", actor.id
    audit.record(db, event, actor=who, object_id=row.id, client_id=client.id, now=now)
    return row


def note_miss(db: Session, actor: Actor, *, now: datetime) -> None:
    """Write that a code did not match."""
    audit.record(db, "emergency.code_wrong", actor=actor.id, now=now)


def _misses(db: Session, actor: Actor, now: datetime) -> int:
    wrong = select(func.count()).where(
        AuditEntry.actor_id == actor.id,
        AuditEntry.event == "emergency.code_wrong",
        AuditEntry.at > now - emergency.WITHIN,
    )
    return db.scalar(wrong) or 0


def close(db: Session, actor: Actor, access_id: UUID, *, now: datetime) -> None:
    """Close a record that one opened in an emergency, before its time; NotPermitted for anybody else's."""
    row = db.get(EmergencyAccess, access_id)
    if row is None or row.user_id != actor.id:
        raise NotPermitted
    if emergency.open_at(now, row.opened_at, row.ended_at):
        row.ended_at = now
        who, what = actor.id, "emergency.closed"
        audit.record(db, what, actor=who, object_id=row.id, client_id=row.client_id, now=now)


def report(db: Session, actor: Actor) -> list[Opened]:
    """Every record that was opened in an emergency, the latest first: for administrators."""
    if not actor.may(Permission.MANAGE_PEOPLE):
        raise NotPermitted
    by, clinician = aliased(User), aliased(User)
    rows = (
        select(EmergencyAccess, by.name, clinician.name)
        .join(by, by.id == EmergencyAccess.user_id)
        .join(clinician, clinician.id == EmergencyAccess.clinician_id)
        .order_by(EmergencyAccess.opened_at.desc())
    )
    return [Opened(*row) for row in db.execute(rows)]
