"""A flag with everything that its page shows: its course, the repair, what supervision said, and who looked."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.care.repair_work import Act, Undoing
from tracker.domain.measures.measure import Measure
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.sign_off import SIGN_OFFS, ReviewAct
from tracker.models import AuditEntry, Client, FlagAnswer, User
from tracker.services.access import permissions
from tracker.services.care import flag_answers
from tracker.services.office.practice import practice
from tracker.services.record.course import Course
from tracker.services.record.flag_views import FlagThing, FlagView, other_version
from tracker.services.record.reaching import flag_in_record
from tracker.services.record.records import Record, RecordPart
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
    entry, where that was not whoever held the session. `thing` is what the flag is answered with, while it asks or is
    offered; `given_with` tells, by entry, the flag whose answer settled this one too. `undoable` is the answer that the
    reader can still undo, `undoing` what that does to a repair; `taken_back` names, by the entry that undoes an answer,
    the repair that went with it."""

    view: FlagView
    thing: FlagThing | None
    given_with: dict[UUID, FlagView]
    client: Client
    course: Course
    thread: Thread
    readers: tuple[Reader, ...]
    cards: tuple[CardRead, ...]
    repair: RepairView | None
    undoable: FlagAnswer | None
    undoing: Undoing
    taken_back: dict[UUID, UUID]
    reworded: Measure | None  # the version of what it is held against, where it is another
    answered_by: dict[UUID, str]
    own: bool
    supervises: bool
    signs: tuple[ReviewAct, ...]
    zone: str

    @property
    def answered_elsewhere(self) -> FlagView | None:
        """The flag whose answer settles this one too; None where it is answered here. What is only offered can be
        answered here, whatever else there is."""
        thing = self.thing
        if thing is None or thing.leader is self.view or self.view.only_offered:
            return None
        return None if self.view.tier is Tier.RISK else thing.leader


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
    last = view.undoable(actor, now) if answers else None
    return FlagPage(
        view=view,
        thing=record.thing_of(view),
        given_with=_given_with(record, view),
        client=client,
        course=record.course,
        thread=thread,
        readers=tuple(flag_reviews.readers(db, view, zone)),
        cards=tuple(_cards_read(db, view)),
        reworded=other_version(record.course, view),
        repair=next((r for r in record.repairs if r.flag is view), None),
        undoable=last,
        undoing=flag_answers.undoing_answer(record, last) if last else Undoing.NOTHING,
        taken_back=_taken_back(record, view),
        answered_by=_answered_by(db, view),
        own=bool(answers),
        supervises=bool(supervises),
        signs=tuple(act for act in thread.possible if not (theirs and act in SIGN_OFFS)),
        zone=zone,
    )


def _given_with(record: Record, view: FlagView) -> dict[UUID, FlagView]:
    flag_of = {entry.id: flag for flag in record.flags for entry in flag.entries}
    return {e.id: flag_of[e.given_with_id] for e in view.entries if e.given_with_id}


def _taken_back(record: Record, view: FlagView) -> dict[UUID, UUID]:
    return {
        entry.answer_id: repair.repair.id
        for repair in record.every_repair
        if repair.flag is view
        for entry in repair.entries
        if entry.act == Act.TAKEN_BACK and entry.answer_id
    }


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
