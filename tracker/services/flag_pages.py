"""A flag with everything that its page shows: its course, the repair, what supervision said, and who looked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.access import Actor, Permission
from tracker.models import AuditEntry, Client, User
from tracker.services import clients, flag_reviews, repair_views
from tracker.services.course import Course
from tracker.services.flag_reviews import Reader, Thread
from tracker.services.flag_views import FlagView, flag_in_course
from tracker.services.practice import practice
from tracker.services.repair_views import RepairView

MOST_CARDS = 5  # openings that are listed, the last first


@dataclass(frozen=True)
class CardRead:
    """The card that the flag led to when somebody opened it: its key, its version then, who, and when."""

    card: str
    version: str
    by: str
    at: datetime


@dataclass(frozen=True)
class FlagPage:
    """One flag in the course of its client. `own`: the reader answers it; `supervises`: they may sign it off."""

    view: FlagView
    client: Client
    course: Course
    thread: Thread
    readers: tuple[Reader, ...]
    cards: tuple[CardRead, ...]
    repair: RepairView | None
    own: bool
    supervises: bool
    zone: str


def flag_page(
    db: Session, actor: Actor, flag_id: UUID, permission: Permission, *, now: datetime
) -> FlagPage:
    """The page of a flag, when the actor may do this with it; NotPermitted otherwise."""
    view, client, of = flag_in_course(db, actor, flag_id, permission, now=now)
    repairs = repair_views.views(of, repair_views.stored_repairs(db, [client.id]), [view])
    treats = clients.may_read(db, actor, client, Permission.ANSWER_FLAG, now=now)
    return FlagPage(
        view=view,
        client=client,
        course=of,
        thread=flag_reviews.thread(db, view),
        readers=tuple(flag_reviews.readers(db, view)),
        cards=tuple(_cards_read(db, view)),
        repair=next((r for r in repairs if r.flag is view), None),
        own=treats,
        supervises=clients.may_read(db, actor, client, Permission.SUPERVISE, now=now),
        zone=practice(db).time_zone,
    )


def _cards_read(db: Session, view: FlagView) -> list[CardRead]:
    """The cards that were opened from the flag, the last first, as the audit trail has it."""
    rows = (
        select(AuditEntry.detail, AuditEntry.at, User.name)
        .join(User, User.id == AuditEntry.actor_id)
        .where(AuditEntry.client_id == view.flag.client_id)
        .where(AuditEntry.object_id == view.flag.id, AuditEntry.event == "card.read")
        .order_by(AuditEntry.seq.desc())
        .limit(MOST_CARDS)
    )
    return [CardRead(d["card"], d["version"], name, at) for d, at, name in db.execute(rows)]
