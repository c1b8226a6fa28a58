"""Who stands in for whom today, and which records are open in an emergency."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.people import emergency
from tracker.domain.people.access import Actor, Role
from tracker.models import Cover, EmergencyAccess


def covered(db: Session, actor: Actor, today: date) -> frozenset[UUID]:
    """The clinicians whose clients the actor treats on that day, because these are away."""
    return covered_by(db, actor.id, today) if Role.CLINICIAN in actor.roles else frozenset()


def covered_by(db: Session, user_id: UUID, today: date) -> frozenset[UUID]:
    """The clinicians for whom a person stands in on that day."""
    rows = select(Cover.clinician_id).where(
        Cover.cover_id == user_id,
        Cover.starts_on <= today,
        Cover.ends_on >= today,
        Cover.ended_at.is_(None),
    )
    return frozenset(db.scalars(rows))


def emergency_of(
    db: Session, actor: Actor, client_id: UUID, *, now: datetime
) -> EmergencyAccess | None:
    """The emergency by which the actor reads this client's record now; None while there is none."""
    rows = select(EmergencyAccess).where(
        EmergencyAccess.user_id == actor.id, EmergencyAccess.client_id == client_id
    )
    latest = db.scalar(rows.order_by(EmergencyAccess.opened_at.desc()).limit(1))
    still = latest and emergency.open_at(now, latest.opened_at, latest.ended_at)
    return latest if still else None


def emergency_open(db: Session, actor: Actor, client_id: UUID, *, now: datetime) -> bool:
    """True while the actor reads this client's record by an emergency."""
    return emergency_of(db, actor, client_id, now=now) is not None
