"""A flag with everything that its page shows: its course, the repair, what supervision said, and who looked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.measures.measure import Measure
from tracker.domain.people.access import Actor, Permission
from tracker.domain.supervision.sign_off import SIGN_OFFS, ReviewAct
from tracker.models import AuditEntry, Client, User
from tracker.services.access import permissions
from tracker.services.office.practice import practice
from tracker.services.record.course import Course
from tracker.services.record.flag_views import FlagView, other_version
from tracker.services.record.reaching import flag_in_record
from tracker.services.record.records import RecordPart
from tracker.services.record.repair_views import RepairView
from tracker.services.supervision import flag_reviews
from tracker.services.supervision.flag_reviews import Reader, Thread

SHOWN = RecordPart.FLAGS | RecordPart.REPAIRS
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
    """One flag in the course of its client. `own`: the reader answers it; `supervises`: they can do `signs` with it;
    who does neither reads in an emergency, and sees nothing of supervision. `answered_by` names who answered, by
    entry, where that was not whoever held the session."""

    view: FlagView
    client: Client
    course: Course
    thread: Thread
    readers: tuple[Reader, ...]
    cards: tuple[CardRead, ...]
    repair: RepairView | None
    reworded: Measure | None  # the version of what it is held against, where it is another
    answered_by: dict[UUID, str]
    own: bool
    supervises: bool
    signs: tuple[ReviewAct, ...]
    zone: str


def flag_page(
    db: Session, actor: Actor, flag_id: UUID, permission: Permission, *, now: datetime
) -> FlagPage:
    """The page of a flag, when the actor may do this with it; NotPermitted otherwise."""
    view, record = flag_in_record(db, actor, flag_id, permission, parts=SHOWN, now=now)
    client = record.client
    thread = flag_reviews.thread(db, view)
    zone = practice(db).time_zone
    theirs = permissions.is_own_work(db, actor, client, view.flag, now=now)
    answers = permissions.decision_on(db, actor, client, Permission.ANSWER_FLAG, now=now)
    supervises = permissions.decision_on(db, actor, client, Permission.SUPERVISE, now=now)
    return FlagPage(
        view=view,
        client=client,
        course=record.course,
        thread=thread,
        readers=tuple(flag_reviews.readers(db, view, zone)),
        cards=tuple(_cards_read(db, view)),
        reworded=other_version(record.course, view),
        repair=next((r for r in record.repairs if r.flag is view), None),
        answered_by=_answered_by(db, view),
        own=bool(answers),
        supervises=bool(supervises),
        signs=tuple(act for act in thread.possible if not (theirs and act in SIGN_OFFS)),
        zone=zone,
    )


def _answered_by(db: Session, view: FlagView) -> dict[UUID, str]:
    others = {
        e.id: e.recorded_by_id for e in view.entries if e.recorded_by_id != view.slot.clinician_id
    }
    rows = db.execute(select(User.id, User.name).where(User.id.in_(set(others.values()))))
    names = {row.id: row.name for row in rows}
    return {entry_id: names[user_id] for entry_id, user_id in others.items()}


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
