"""Following a strain up: opening a repair, adding to it, correcting what was recorded. Entries are never changed."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.care.repair_work import (
    NOTE_LENGTH,
    REASON_LENGTH,
    WITH_WORDS,
    Act,
    Undoing,
    Work,
    open_steps,
    problems,
    undoing,
)
from tracker.domain.course.sessions import Status
from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import Tier
from tracker.models import Client, Flag, Repair, RepairEntry, TherapySession
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.record.reaching import repair_for
from tracker.services.record.repair_views import (
    RepairView,
    stands,
    stored_repairs,
    told_of,
    work_of,
)
from tracker.services.trail import audit

STALE = "This repair was changed meanwhile. Your entries are still here, and not stored."
TAKEN_BACK = "This repair was taken back with the answer that had opened it."


def open_repair(
    db: Session,
    actor: Actor,
    client_id: UUID,
    session_id: UUID,
    opening: Work,
    *,
    step: str = "",
    now: datetime,
) -> Repair:
    """The new repair of a strain in that session, with a first planned step where one is given. It follows up the
    check-in that the session raised, if it did; a strain often moves no score."""
    client = permissions.may_answer_flags(db, actor, client_id, now=now, lock=True)
    session = db.get(TherapySession, session_id)
    here = session is not None and session.client_id == client.id
    if session is None or not here or session.taken_off_at or session.status == Status.SCHEDULED:
        raise Incomplete({"session": "Select the session in which you noticed it"})
    by_field = problems(opening, held_on=session.held_on, today=today(db, now), steps=())
    if len(step.strip()) > NOTE_LENGTH:
        by_field["step"] = f"The step must be {NOTE_LENGTH} characters or fewer"
    if _followed_up(db, session_id):
        by_field["session"] = "There is a repair of this session already. Add to that one"
    if by_field:
        raise Incomplete(by_field)
    raised = select(Flag.id).where(
        Flag.session_id == session_id, Flag.tier == Tier.CHECK_IN, Flag.withdrawn_at.is_(None)
    )
    repair = _open(db, actor, client, session_id, opening, db.scalar(raised.limit(1)), now=now)
    if step.strip():
        _add(db, actor, repair, Work(Act.PLANNED, note=step), now=now)
    return repair


def _followed_up(db: Session, session_id: UUID) -> bool:
    standing = select(Repair.id).where(Repair.session_id == session_id, stands())
    return db.scalar(standing.limit(1)) is not None


def open_for_flag(
    db: Session, actor: Actor, client: Client, flag: Flag, answer_id: UUID, *, now: datetime
) -> None:
    """Follow a check-in up as a repair, with that answer to it; nothing when its session has one already. The caller
    holds the client."""
    if not _followed_up(db, flag.session_id):
        opening = Work(Act.OPENED)
        session_id = flag.session_id
        _open(db, actor, client, session_id, opening, flag.id, answer_id=answer_id, now=now)


def take_back(
    db: Session, actor: Actor, opened_by: UUID, undone_by: UUID, *, now: datetime
) -> None:
    """Take back the repair that an answer opened, unless something was built on it; `undone_by` is the entry that
    undoes that answer. The caller holds the client."""
    opened = select(RepairEntry.repair_id).where(RepairEntry.answer_id == opened_by)
    for repair in db.scalars(select(Repair).where(Repair.id.in_(opened))):
        if undoing(told_of(repair), opened_by) is Undoing.TAKES_BACK:
            _add(db, actor, repair, Work(Act.TAKEN_BACK), answer_id=undone_by, now=now)
            _audit(db, "repair.taken_back", actor, repair, now=now)


def _open(
    db: Session,
    actor: Actor,
    client: Client,
    session_id: UUID,
    opening: Work,
    flag_id: UUID | None,
    *,
    answer_id: UUID | None = None,
    now: datetime,
) -> Repair:
    """A new repair of the session; of a check-in whose repair was taken back, that one again."""
    again = select(Repair).where(Repair.session_id == session_id, Repair.flag_id == flag_id)
    repair = db.scalar(again) if flag_id else None
    if repair is None:
        repair = Repair(id=uuid4(), client_id=client.id, session_id=session_id, flag_id=flag_id)
        db.add(repair)
        db.flush()
    _add(db, actor, repair, opening, answer_id=answer_id, now=now)
    _audit(db, "repair.opened", actor, repair, now=now)
    return repair


def add_entry(
    db: Session, actor: Actor, repair_id: UUID, work: Work, *, seen: int, now: datetime
) -> RepairEntry:
    """The new entry. `seen` is the version that the page showed: Stale when it was overtaken. NotNow for what is not
    possible where the repair stands, Incomplete says what to change."""
    view, _ = repair_for(db, actor, repair_id, Permission.ANSWER_FLAG, now=now, lock=True)
    if seen != view.repair.version:
        raise Stale(STALE)
    if work.act not in view.possible:
        raise NotNow("That is not possible where this repair stands. Look at it once more.")
    _checked(db, view, work, now=now)
    row = _add(db, actor, view.repair, work, now=now)
    _audit(db, "repair.added", actor, view.repair, now=now, act=work.act)
    return row


def _checked(db: Session, view: RepairView, work: Work, *, now: datetime) -> None:
    steps = {entry.id for entry in view.steps}
    by_field = problems(work, held_on=view.slot.held_on, today=today(db, now), steps=steps)
    if by_field:
        raise Incomplete(by_field)


def correct_entry(
    db: Session,
    actor: Actor,
    repair_id: UUID,
    entry_id: UUID,
    work: Work,
    *,
    seen: int,
    now: datetime,
) -> RepairEntry:
    """The entry that supersedes one; the old one stays readable. `work.reason` says why."""
    view, _ = repair_for(db, actor, repair_id, Permission.ANSWER_FLAG, now=now, lock=True)
    if seen != view.repair.version:
        raise Stale(STALE)
    before = correctable(view, entry_id)
    if not 0 < len(work.reason.strip()) <= REASON_LENGTH:
        raise Incomplete({"reason": "Enter a few words on why, such as 'slip of the finger'"})
    _checked(db, view, work, now=now)
    stored = work_of(before)
    if (stored.rupture, stored.moves, stored.markers, stored.note, stored.on) == (
        work.rupture,
        work.moves,
        work.markers,
        work.note.strip(),
        work.on,
    ):
        raise Incomplete({"reason": "Nothing was changed. Change a value, or go back"})
    row = _add(db, actor, view.repair, work, supersedes=before.id, now=now)
    _audit(db, "repair.corrected", actor, view.repair, now=now, act=work.act)
    return row


def correctable(view: RepairView, entry_id: UUID) -> RepairEntry:
    """The entry of that id, while it counts and has words of its own; NotPermitted otherwise, NotNow when the repair
    was taken back."""
    if view.taken_back:
        raise NotNow(TAKEN_BACK)
    counting = {told.id for told in view.current}
    for entry in view.entries:
        if entry.id == entry_id and entry.id in counting and entry.act in WITH_WORDS:
            return entry
    raise NotPermitted


def settle_steps(
    db: Session, actor: Actor, client: Client, step_ids: Sequence[UUID], *, now: datetime
) -> None:
    """Planned steps of a client are done; what is settled already stays so. The caller holds the client."""
    for repair in stored_repairs(db, [client.id]) if step_ids else ():
        for told in open_steps(told_of(repair)):
            if told.id in step_ids:
                _add(db, actor, repair, Work(Act.DONE, step=told.id), now=now)
                _audit(db, "repair.added", actor, repair, now=now, act=Act.DONE)


def _audit(
    db: Session, event: str, actor: Actor, repair: Repair, *, now: datetime, **detail: str
) -> None:
    audit.record(
        db,
        event,
        actor=actor.id,
        object_id=repair.id,
        client_id=repair.client_id,
        now=now,
        **detail,
    )


def _add(
    db: Session,
    actor: Actor,
    repair: Repair,
    work: Work,
    *,
    supersedes: UUID | None = None,
    answer_id: UUID | None = None,
    now: datetime,
) -> RepairEntry:
    row = RepairEntry(
        id=uuid4(),
        repair_id=repair.id,
        sequence=len(repair.entries) + 1,
        act=work.act,
        rupture=work.rupture,
        moves=[move.value for move in work.moves],
        markers=[marker.value for marker in work.markers],
        note=work.note.strip(),
        happened_on=work.on,
        step_id=work.step,
        supersedes_id=supersedes,
        answer_id=answer_id,
        reason=work.reason.strip(),
        recorded_at=now,
        recorded_by_id=actor.id,
    )
    repair.entries.append(row)
    if row.sequence > 1:
        repair.version += 1
    db.flush()
    return row
