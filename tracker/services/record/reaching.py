"""One thing of a client's record, reached by its id by whoever may do this to the client.

What does not exist and what somebody may not see is refused alike: NotPermitted.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.sessions import Status
from tracker.domain.errors import NotPermitted
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, Repair, TherapySession
from tracker.services.access.permissions import client_for, client_of_flag
from tracker.services.record.flag_views import FlagView
from tracker.services.record.records import Record, RecordPart, records_of
from tracker.services.record.repair_views import RepairView

FLAGS = RecordPart.FLAGS


def session_for(
    db: Session,
    actor: Actor,
    session_id: UUID,
    permission: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> tuple[TherapySession, Client]:
    """The session and its client, when the actor may do this to them. One that is only scheduled is not reached; one
    that was taken back or moved to another record is only read."""
    logged = [TherapySession.id == session_id, TherapySession.status != Status.SCHEDULED]
    if permission is not Permission.READ_RECORD:
        logged.append(TherapySession.taken_off_at.is_(None))
    client_id = db.scalar(select(TherapySession.client_id).where(*logged))
    if client_id is None:
        raise NotPermitted
    client = client_for(db, actor, client_id, permission, now=now, lock=lock)
    return db.get_one(TherapySession, session_id), client  # read under the lock, never before it


def flag_in_record(
    db: Session,
    actor: Actor,
    flag_id: UUID,
    permission: Permission,
    *,
    parts: RecordPart = FLAGS,
    now: datetime,
    lock: bool = False,
) -> tuple[FlagView, Record]:
    """The flag, in the record of its client with these parts, the flags among them."""
    client = client_of_flag(db, actor, flag_id, permission, now=now, lock=lock)
    (record,) = records_of(db, [client], parts, now=now)  # under the lock, never before it
    view = next((view for view in record.flags if view.flag.id == flag_id), None)
    if view is None:
        raise NotPermitted
    return view, record


def flag_for(
    db: Session,
    actor: Actor,
    flag_id: UUID,
    permission: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> tuple[FlagView, Client]:
    """The flag with its client."""
    view, record = flag_in_record(db, actor, flag_id, permission, now=now, lock=lock)
    return view, record.client


def repair_for(
    db: Session,
    actor: Actor,
    repair_id: UUID,
    permission: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> tuple[RepairView, Client]:
    """The repair with its client, also when it was taken back."""
    client_id = db.scalar(select(Repair.client_id).where(Repair.id == repair_id))
    if client_id is None:
        raise NotPermitted
    client = client_for(db, actor, client_id, permission, now=now, lock=lock)
    (record,) = records_of(db, [client], RecordPart.REPAIRS, now=now)
    return next(view for view in record.every_repair if view.repair.id == repair_id), client
