"""Answering flags: each answer is an entry that nobody edits; it can be undone for ten minutes, by another entry.

An answer to the flag that leads a thing to answer settles the others of it too: each gets an entry of its own that
points to the leader's. Undoing any of them takes all of them back, and with them the repair that one of them opened,
unless something was built on it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from tracker.domain.care.answers import ADDRESSING, Answer, Move, Rupture, Stage, can_undo
from tracker.domain.care.repair_work import Undoing, undoing
from tracker.domain.care.to_answer import settles
from tracker.domain.errors import Incomplete, NotNow, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import Tier
from tracker.models import FlagAnswer
from tracker.services.care import repairs
from tracker.services.record.flag_views import FlagView
from tracker.services.record.reaching import flag_in_record
from tracker.services.record.records import Record, RecordPart
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
    beside: Mapping[UUID, int] | None = None,
    now: datetime,
) -> FlagAnswer:
    """The stored answer; an earlier one stays beside it. Where the flag leads a thing to answer, the others of it are
    settled with it.

    `seen` is the version of the flag that the page showed, `beside` those of the others: what came up or changed since
    then is not settled unseen. NotNow when the flag was withdrawn, Stale when it was answered or found again meanwhile.
    """
    view, record = flag_in_record(db, actor, flag_id, Permission.ANSWER_FLAG, now=now, lock=True)
    if view.stage is Stage.WITHDRAWN:
        raise NotNow(
            "This was withdrawn: what it rested on was corrected. There is nothing to answer."
        )
    problems = _reply_problems(reply, view, record.today)
    if problems:
        raise Incomplete(problems)
    if seen is not None and seen != view.flag.version:
        raise Stale("This was changed meanwhile. What you entered is below, beside what is stored.")
    settled = list(_settled(record, view, reply, beside))
    row = _answer_row(view, reply, actor, now=now)
    _store(db, "flag.answered", actor, view, row, now=now)
    for other in settled:
        told = _row_beside(other, row, _day_of_talk(view, reply, record.today), actor, now=now)
        _store(db, "flag.answered", actor, other, told, now=now)
    if reply.repair and view.tier is Tier.CHECK_IN:
        repairs.open_for_flag(db, actor, record.client, view.flag, row.id, now=now)
    return row


def _settled(
    record: Record, view: FlagView, reply: Reply, beside: Mapping[UUID, int] | None
) -> Iterator[FlagView]:
    """The other flags that the answer settles, of those that were seen."""
    assert reply.answer is not None
    thing = record.thing_of(view)
    if thing is None or thing.leader is not view:
        return
    for other in thing.others:
        finding = other.finding
        shown = beside is None or beside.get(other.flag.id) == other.flag.version
        if shown and settles(reply.answer, other.tier, finding.kind, finding.reason):
            yield other


def _day_of_talk(view: FlagView, reply: Reply, day: date) -> date:
    """The day on which it was talked about, for the flags beside the leader. "In the session" is said of a check-in
    alone: a review is answered when its session is over."""
    in_the_session = view.slot.held_on if view.tier is Tier.CHECK_IN else day
    return reply.talked_on or in_the_session


def undo_answer(
    db: Session, actor: Actor, flag_id: UUID, answer_id: UUID, *, now: datetime
) -> FlagAnswer:
    """The entry that undoes the last answer, and with it the answers to other flags that were given with it; NotNow
    when ten minutes have passed, or it is not the last any more."""
    view, record = flag_in_record(db, actor, flag_id, Permission.ANSWER_FLAG, now=now, lock=True)
    last = view.last_answer
    if last is None or last.id != answer_id or last.recorded_by_id != actor.id:
        raise NotNow("This answer is not the last one any more. Look at what is stored.")
    if not can_undo(last.recorded_at, now):
        raise NotNow(
            "An answer can be undone for ten minutes. Add another answer instead: both stay readable."
        )
    given_with = [pair for pair in _given_with(record, last) if pair[0] is not view]
    row = _undo(db, actor, view, last, now=now)
    for other, given in given_with:
        _undo(db, actor, other, given, now=now)
    return row


def _undo(
    db: Session, actor: Actor, view: FlagView, given: FlagAnswer, *, now: datetime
) -> FlagAnswer:
    """The entry that undoes an answer; what the answer opened goes with it."""
    row = _undo_row(view, given, actor, now=now)
    _store(db, "flag.answer_undone", actor, view, row, now=now)
    repairs.take_back(db, actor, given.id, row.id, now=now)
    return row


def undoing_answer(record: Record, answer: FlagAnswer) -> Undoing:
    """What undoing an answer would do to the repair that it opened, or that was opened by one given with it."""
    return _to_repairs(record, [given.id for _, given in _given_with(record, answer)])


def undone(db: Session, actor: Actor, flag_id: UUID, undone_id: UUID, *, now: datetime) -> Undoing:
    """What the entry that undoes an answer did to the repair that this opened."""
    parts = RecordPart.FLAGS | RecordPart.REPAIRS
    permission = Permission.ANSWER_FLAG
    view, record = flag_in_record(db, actor, flag_id, permission, parts=parts, now=now)
    undoes_id = next(entry.undoes_id for entry in view.entries if entry.id == undone_id)
    answer = next(entry for entry in view.entries if entry.id == undoes_id)
    leader = answer.given_with_id or answer.id
    still = any(leader == each.id for flag in record.flags for each in flag.answers)
    return Undoing.NOTHING if still else _to_repairs(record, [leader])


def _to_repairs(record: Record, answers: Iterable[UUID]) -> Undoing:
    told = [repair.told for repair in record.every_repair]
    done = (undoing(entries, answer_id) for answer_id in answers for entries in told)
    return next((each for each in done if each is not Undoing.NOTHING), Undoing.NOTHING)


def _given_with(record: Record, answer: FlagAnswer) -> Iterator[tuple[FlagView, FlagAnswer]]:
    """The flags that were settled by one answer, with their entries, where nothing was answered to them since."""
    leader = answer.given_with_id or answer.id
    for view in record.flags:
        last = view.last_answer
        if last and leader in (last.id, last.given_with_id):
            yield view, last


def _store(
    db: Session, event: str, actor: Actor, view: FlagView, row: FlagAnswer, *, now: datetime
) -> None:
    """Keep an entry: the flag counts it, and the trail tells of it."""
    flag = view.flag
    db.add(row)
    flag.version += 1
    db.flush()
    audit.record(db, event, actor=actor.id, object_id=flag.id, client_id=flag.client_id, now=now)


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


def _row_beside(
    view: FlagView, leader: FlagAnswer, talked_on: date, actor: Actor, *, now: datetime
) -> FlagAnswer:
    """The entry of a flag that the answer to another one settles. When it was talked about is told by its own session;
    what was done and said stands with the leader's entry alone."""
    talked = leader.answer in ADDRESSING and talked_on != view.slot.held_on
    return FlagAnswer(
        id=uuid4(),
        flag_id=view.flag.id,
        sequence=len(view.entries) + 1,
        finding_id=view.flag.findings[-1].id,
        answer=leader.answer,
        moves=[],
        talked_on=talked_on if talked else None,
        given_with_id=leader.id,
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
