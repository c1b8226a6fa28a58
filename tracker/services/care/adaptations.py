"""Adaptations: recording one, correcting it, taking it back. Entries are never changed."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.adaptations import REASON_LENGTH, AdaptationKind, problems
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.domain.superseding import in_force
from tracker.models import Adaptation, Client
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.record.adaptation_views import stored_adaptations
from tracker.services.trail import audit


@dataclass(frozen=True)
class AdaptationDetails:
    """What was adapted, on which day; `reason` and `taken_back` are of a correction."""

    on: date
    kind: AdaptationKind
    note: str
    reason: str = ""
    taken_back: bool = False


def adaptation_for(
    db: Session,
    actor: Actor,
    adaptation_id: UUID,
    permission: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> tuple[Adaptation, Client]:
    """The entry with its client, when the actor may do this; NotPermitted otherwise."""
    client_id = db.scalar(select(Adaptation.client_id).where(Adaptation.id == adaptation_id))
    if client_id is None:
        raise NotPermitted
    client = permissions.client_for(db, actor, client_id, permission, now=now, lock=lock)
    return db.get_one(Adaptation, adaptation_id), client


def record_adaptation(
    db: Session, actor: Actor, client_id: UUID, what: AdaptationDetails, *, now: datetime
) -> Adaptation:
    """The stored adaptation. Incomplete says what stands in the way."""
    client = permissions.may_plan_care(db, actor, client_id, now=now, lock=True)
    by_field = problems(what.on, what.note, since=client.starts_on, today=today(db, now))
    if by_field:
        raise Incomplete(by_field)
    row = _row(client, actor, what, now=now)
    db.add(row)
    db.flush()
    _audit(db, "adaptation.recorded", actor, row, now=now)
    return row


def correct_adaptation(
    db: Session, actor: Actor, adaptation_id: UUID, what: AdaptationDetails, *, now: datetime
) -> Adaptation:
    """The entry that supersedes one, or takes it back. Stale when that one was corrected already."""
    before, client = adaptation_for(
        db, actor, adaptation_id, Permission.PLAN_CARE, now=now, lock=True
    )
    if before not in in_force(stored_adaptations(db, [client.id])) or before.taken_back:
        raise Stale("This was corrected meanwhile. Your entries are still here, and not stored.")
    by_field = {}
    if not what.taken_back:
        by_field = problems(what.on, what.note, since=client.starts_on, today=today(db, now))
    if not 0 < len(what.reason.strip()) <= REASON_LENGTH:
        by_field["reason"] = "Enter a few words on why, such as 'slip of the finger'"
    same = (before.happened_on, before.kind, before.note) == (what.on, what.kind, what.note.strip())
    if not by_field and same and not what.taken_back:
        by_field["reason"] = "Nothing was changed. Change a value, or go back"
    if by_field:
        raise Incomplete(by_field)
    row = _row(client, actor, what, now=now)
    row.supersedes_id = before.id
    row.taken_back = what.taken_back
    row.reason = what.reason.strip()
    db.add(row)
    db.flush()
    _audit(db, "adaptation.corrected", actor, row, now=now)
    return row


def _row(client: Client, actor: Actor, what: AdaptationDetails, *, now: datetime) -> Adaptation:
    return Adaptation(
        id=uuid4(),
        client_id=client.id,
        happened_on=what.on,
        kind=what.kind,
        note=what.note.strip(),
        recorded_at=now,
        recorded_by_id=actor.id,
    )


def _audit(db: Session, event: str, actor: Actor, row: Adaptation, *, now: datetime) -> None:
    audit.record(db, event, actor=actor.id, object_id=row.id, client_id=row.client_id, now=now)
