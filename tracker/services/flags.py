"""Flags: raised in the transaction of the rating, looked at again after every correction, answered by the clinician."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from tracker.domain import flags as rules
from tracker.domain.access import Actor, Permission
from tracker.domain.answers import ADDRESSING, Answer, Move, Rupture, Stage
from tracker.domain.errors import Incomplete, NotNow
from tracker.domain.flags import Finding
from tracker.domain.measures import Rater
from tracker.models import Client, Flag, FlagAnswer, FlagFinding
from tracker.services import audit
from tracker.services.course import context, course
from tracker.services.flag_views import FlagView, flag_for, stored_flags
from tracker.services.practice import today

NOTE_LENGTH = 300


def raise_flags(
    db: Session, actor: Actor, client: Client, *, since: UUID | int, now: datetime
) -> None:
    """Look at every rating from a session on (its id or number) and make the stored flags agree with what is found.

    A finding without a flag raises one; a flag whose numbers changed gets the new finding beside the old; a flag whose
    reason is gone is withdrawn, never deleted.
    """
    of = course(db, client.id)
    first = since if isinstance(since, int) else of.slot(since).number
    stored = {_place(flag): flag for flag in stored_flags(db, [client.id])}
    found: dict[tuple[UUID, str, UUID], Finding] = {}
    for (key, rater, participant_id), trajectory in of.trajectories.items():
        if rater != Rater.CLIENT or participant_id is None:
            continue
        by_rating = rules.evaluate(trajectory, context(db, of, trajectory), since=first)
        for point in trajectory.points:
            if point.rating_id in by_rating:
                found[(point.slot.session_id, key, participant_id)] = by_rating[point.rating_id]
    for place, finding in found.items():
        _raise(db, actor, client, stored.get(place), place, finding, now=now)
    for place, flag in stored.items():
        if place not in found and flag.withdrawn_at is None and of.slot(place[0]).number >= first:
            flag.withdrawn_at, flag.version = now, flag.version + 1
            _audit(db, "flag.withdrawn", actor, flag, now=now)


def _place(flag: Flag) -> tuple[UUID, str, UUID]:
    return flag.session_id, flag.measure_key, flag.participant_id


def _raise(
    db: Session,
    actor: Actor,
    client: Client,
    flag: Flag | None,
    place: tuple[UUID, str, UUID],
    finding: Finding,
    *,
    now: datetime,
) -> None:
    detail = _detail(finding)
    if flag and flag.withdrawn_at is None and _unchanged(flag.findings[-1], finding, detail):
        return
    event = "flag.found_again" if flag else "flag.raised"
    if flag is None:
        flag = _new_flag(client, place, finding, now=now)
        db.add(flag)
    else:
        flag.withdrawn_at, flag.version = None, flag.version + 1
    flag.findings.append(
        FlagFinding(
            id=uuid4(),
            sequence=len(flag.findings) + 1,
            rating_id=finding.rating_id,
            kind=finding.kind,
            strength=finding.strength,
            detail=detail,
            rules_version=rules.RULES_VERSION,
            found_at=now,
        )
    )
    db.flush()
    _audit(db, event, actor, flag, now=now, rating=str(finding.rating_id))


def _new_flag(
    client: Client, place: tuple[UUID, str, UUID], finding: Finding, *, now: datetime
) -> Flag:
    session_id, measure_key, participant_id = place
    return Flag(
        id=uuid4(),
        client_id=client.id,
        session_id=session_id,
        participant_id=participant_id,
        measure_key=measure_key,
        rater=Rater.CLIENT,
        tier=finding.tier,
        raised_at=now,
    )


def _unchanged(last: FlagFinding, finding: Finding, detail: dict[str, Any]) -> bool:
    return (last.rating_id, last.kind, last.strength, last.detail) == (
        finding.rating_id,
        finding.kind,
        finding.strength,
        detail,
    )


def _audit(
    db: Session, event: str, actor: Actor, flag: Flag, *, now: datetime, **detail: str
) -> None:
    audit.record(
        db,
        event,
        actor=actor.id,
        object_id=flag.id,
        client_id=flag.client_id,
        now=now,
        rules=rules.RULES_VERSION,
        **detail,
    )


def _detail(finding: Finding) -> dict[str, Any]:
    """A finding as exact text, to be kept as it was."""
    return {
        "falls": [
            {
                "key": fall.key,
                "previous": str(fall.previous),
                "base": str(fall.base),
                "now": str(fall.now),
                "since": str(fall.since),
                "stale": fall.stale,
                "points": str(fall.points),
            }
            for fall in finding.falls
        ],
        "reason": finding.reason,
        "held_back": finding.held_back,
        "own_setting": finding.own_setting,
    }


@dataclass(frozen=True)
class Reply:
    """What the clinician answers to a check-in."""

    answer: Answer | None
    moves: tuple[Move, ...] = ()
    rupture: Rupture | None = None
    note: str = ""
    talked_on: date | None = None


def answer_flag(
    db: Session, actor: Actor, flag_id: UUID, reply: Reply, *, now: datetime
) -> FlagAnswer:
    """The stored answer; an earlier one stays beside it. NotNow when the check-in was withdrawn."""
    view, client = flag_for(db, actor, flag_id, Permission.ANSWER_FLAG, now=now, lock=True)
    if view.stage is Stage.WITHDRAWN:
        raise NotNow(
            "This check-in was withdrawn: the rating was corrected. There is nothing to answer."
        )
    problems = _reply_problems(reply, view, today(db, now))
    if problems:
        raise Incomplete(problems)
    row = _answer_row(view, reply, actor, now=now)
    db.add(row)
    view.flag.version += 1
    db.flush()
    audit.record(
        db,
        "flag.answered",
        actor=actor.id,
        object_id=flag_id,
        client_id=client.id,
        now=now,
    )
    return row


def _answer_row(view: FlagView, reply: Reply, actor: Actor, *, now: datetime) -> FlagAnswer:
    assert reply.answer is not None
    talked = reply.answer in ADDRESSING
    return FlagAnswer(
        id=uuid4(),
        flag_id=view.flag.id,
        sequence=len(view.answers) + 1,
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
        problems["answer"] = "Select what happened with this check-in"
    if len(reply.note.strip()) > NOTE_LENGTH:
        problems["note"] = f"The line must be {NOTE_LENGTH} characters or fewer"
    if reply.talked_on and not view.slot.held_on <= reply.talked_on <= day:
        problems["talked_on"] = "The day must be between the session and today"
    return problems
