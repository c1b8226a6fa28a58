"""The conversation about coming back after a missed session: recorded once, corrected by superseding."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from tracker.domain.course.sessions import Status
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, Reengagement, TherapySession
from tracker.services.office.practice import today
from tracker.services.record.course import conversation_of
from tracker.services.record.reaching import session_for
from tracker.services.trail import audit

NOTE_LENGTH = 300
REASON_LENGTH = 200


@dataclass(frozen=True)
class Conversation:
    """The day, one line, and why it is corrected when it is; `corrects` is the entry that the page showed."""

    on: date
    note: str
    reason: str = ""
    corrects: UUID | None = None


def missed_session(
    db: Session,
    actor: Actor,
    session_id: UUID,
    permission: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> tuple[TherapySession, Client]:
    """The missed session and its client, when the actor may do this; NotPermitted otherwise."""
    session, client = session_for(db, actor, session_id, permission, now=now, lock=lock)
    if session.status != Status.MISSED:
        raise NotPermitted
    return session, client


def record_conversation(
    db: Session, actor: Actor, session_id: UUID, said: Conversation, *, now: datetime
) -> Reengagement:
    """The stored conversation; a correction when there is one already. Stale when that one is not the one shown."""
    session, client = missed_session(
        db, actor, session_id, Permission.RECORD_SESSION, now=now, lock=True
    )
    before = conversation_of(session)
    if (before.id if before else None) != said.corrects:
        raise Stale("This was recorded meanwhile. Your entries are still here, and not stored.")
    problems = _problems(session, said, before, today(db, now))
    if problems:
        raise Incomplete(problems)
    row = Reengagement(
        id=uuid4(),
        session_id=session.id,
        happened_on=said.on,
        note=said.note.strip(),
        supersedes_id=said.corrects,
        reason=said.reason.strip() if before else "",
        recorded_at=now,
        recorded_by_id=actor.id,
    )
    session.reengagements.append(row)
    db.flush()
    audit.record(
        db,
        "reengagement.corrected" if before else "reengagement.recorded",
        actor=actor.id,
        object_id=session.id,
        client_id=client.id,
        now=now,
    )
    return row


def _problems(
    session: TherapySession, said: Conversation, before: Reengagement | None, day: date
) -> dict[str, str]:
    problems = {}
    if not session.held_on <= said.on <= day:
        problems["on"] = "The day must be between the missed session and today"
    if not 0 < len(said.note.strip()) <= NOTE_LENGTH:
        problems["note"] = f"Say in one line what came of it, {NOTE_LENGTH} characters at most"
    if before and not 0 < len(said.reason.strip()) <= REASON_LENGTH:
        problems["reason"] = "Enter a few words on why, such as 'slip of the finger'"
    elif before and (before.happened_on, before.note) == (said.on, said.note.strip()):
        problems["reason"] = "Nothing was changed. Change a value, or go back"
    return problems
