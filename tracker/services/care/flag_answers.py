"""Answering flags: each answer is an entry that nobody edits; it can be undone for ten minutes, by another entry."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from tracker.domain.care.answers import ADDRESSING, Answer, Move, Rupture, Stage, can_undo
from tracker.domain.errors import Incomplete, NotNow, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import Tier
from tracker.models import FlagAnswer
from tracker.services.care import repairs
from tracker.services.office.practice import today
from tracker.services.record.flag_views import FlagView
from tracker.services.record.reaching import flag_for
from tracker.services.trail import audit

NOTE_LENGTH = 300


@dataclass(frozen=True)
class Reply:
    """What the clinician answers to a flag."""

    answer: Answer | None
    moves: tuple[Move, ...] = ()
    rupture: Rupture | None = None
    note: str = ""
    talked_on: date | None = None
    repair: bool = False  # follow it up as a repair


def answer_flag(
    db: Session,
    actor: Actor,
    flag_id: UUID,
    reply: Reply,
    *,
    seen: int | None = None,
    now: datetime,
) -> FlagAnswer:
    """The stored answer; an earlier one stays beside it.

    `seen` is the version of the flag that the page showed. NotNow when the flag was withdrawn, Stale when it was
    answered or found again meanwhile.
    """
    view, client = flag_for(db, actor, flag_id, Permission.ANSWER_FLAG, now=now, lock=True)
    if view.stage is Stage.WITHDRAWN:
        raise NotNow(
            "This was withdrawn: what it rested on was corrected. There is nothing to answer."
        )
    problems = _reply_problems(reply, view, today(db, now))
    if problems:
        raise Incomplete(problems)
    if seen is not None and seen != view.flag.version:
        raise Stale("This was changed meanwhile. What you entered is below, beside what is stored.")
    row = _answer_row(view, reply, actor, now=now)
    db.add(row)
    view.flag.version += 1
    db.flush()
    _audit(db, "flag.answered", actor, flag_id, client.id, now=now)
    if reply.repair and view.tier is Tier.CHECK_IN:
        repairs.open_for_flag(db, actor, client, view.flag, now=now)
    return row


def undo_answer(
    db: Session, actor: Actor, flag_id: UUID, answer_id: UUID, *, now: datetime
) -> FlagAnswer:
    """The entry that undoes the last answer; NotNow when ten minutes have passed, or it is not the last any more."""
    view, client = flag_for(db, actor, flag_id, Permission.ANSWER_FLAG, now=now, lock=True)
    last = view.last_answer
    if last is None or last.id != answer_id or last.recorded_by_id != actor.id:
        raise NotNow("This answer is not the last one any more. Look at what is stored.")
    if not can_undo(last.recorded_at, now):
        raise NotNow(
            "An answer can be undone for ten minutes. Add another answer instead: both stay readable."
        )
    row = _undo_row(view, last, actor, now=now)
    db.add(row)
    view.flag.version += 1
    db.flush()
    _audit(db, "flag.answer_undone", actor, flag_id, client.id, now=now)
    return row


def _audit(
    db: Session, event: str, actor: Actor, flag_id: UUID, client_id: UUID, *, now: datetime
) -> None:
    audit.record(db, event, actor=actor.id, object_id=flag_id, client_id=client_id, now=now)


def _undo_row(view: FlagView, last: FlagAnswer, actor: Actor, *, now: datetime) -> FlagAnswer:
    return FlagAnswer(
        id=uuid4(),
        flag_id=view.flag.id,
        sequence=len(view.entries) + 1,
        finding_id=last.finding_id,
        answer=Answer.UNDONE,
        moves=[],
        undoes_id=last.id,
        recorded_at=now,
        recorded_by_id=actor.id,
    )


def _answer_row(view: FlagView, reply: Reply, actor: Actor, *, now: datetime) -> FlagAnswer:
    assert reply.answer is not None
    talked = reply.answer in ADDRESSING
    return FlagAnswer(
        id=uuid4(),
        flag_id=view.flag.id,
        sequence=len(view.entries) + 1,
        finding_id=view.flag.findings[-1].id,
        answer=reply.answer,
        moves=[move.value for move in reply.moves] if reply.answer is Answer.TALKED else [],
        rupture=reply.rupture,
        note=reply.note.strip(),
        talked_on=reply.talked_on if talked and reply.talked_on != view.slot.held_on else None,
        recorded_at=now,
        recorded_by_id=actor.id,
    )


def _reply_problems(reply: Reply, view: FlagView, day: date) -> dict[str, str]:
    problems = {}
    if reply.answer is None:
        problems["answer"] = "Select what happened with it"
    elif reply.answer not in view.offered:
        problems["answer"] = "Select one of the answers"
    if len(reply.note.strip()) > NOTE_LENGTH:
        problems["note"] = f"The line must be {NOTE_LENGTH} characters or fewer"
    if reply.talked_on and not view.slot.held_on <= reply.talked_on <= day:
        problems["talked_on"] = "The day must be between the session and today"
    return problems
