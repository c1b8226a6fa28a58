"""Where a client's usual range begins anew: said by their clinician, with a reason, and taken back the same way."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.trajectory import Slot, Trajectory
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Actor
from tracker.domain.rules.usual_range import has_range
from tracker.models import User, UsualRangeStart
from tracker.services.access import permissions
from tracker.services.record.clients import participant_a
from tracker.services.record.course import Course, course
from tracker.services.record.usual_ranges import anew, stored_starts
from tracker.services.trail import audit

REASON_LENGTH = 200


@dataclass(frozen=True)
class RangeStart:
    """A beginning at a session, or that there is none there any more, and why."""

    session_id: UUID | None
    begins: bool
    reason: str


def rated(of: Course, key: str, participant: UUID) -> Trajectory:
    """The client's ratings that have a usual range: of an alliance measure. NotPermitted where there are none."""
    trajectory = of.trajectory(key, Rater.CLIENT, participant)
    if trajectory is None or not has_range(trajectory.measure):
        raise NotPermitted
    return trajectory


def beginnings(trajectory: Trajectory, begun: frozenset[int]) -> list[Slot]:
    """The sessions at which a range can begin anew: each with a rating, but the first and those chosen already."""
    return [p.slot for p in trajectory.points[1:] if p.slot.number not in begun]


def set_start(
    db: Session, actor: Actor, client_id: UUID, key: str, wanted: RangeStart, *, now: datetime
) -> UsualRangeStart:
    """The new row: from that session on the range is counted anew, or not any more. Incomplete says what to change."""
    client = permissions.may_change_client(db, actor, client_id, now=now, lock=True)
    of = course(db, client.id)
    trajectory = rated(of, key, participant_a(client).id)
    begun = anew(stored_starts(db, [client.id]), of).get(key, frozenset())
    if problems := _problems(trajectory, begun, wanted):
        raise Incomplete(problems)
    row = UsualRangeStart(
        id=uuid4(),
        client_id=client.id,
        measure_key=key,
        session_id=wanted.session_id,
        begins=wanted.begins,
        reason=wanted.reason.strip(),
        set_at=now,
        set_by_id=actor.id,
    )
    db.add(row)
    db.flush()
    audit.record(
        db,
        "usual_range.begun" if wanted.begins else "usual_range.taken_back",
        actor=actor.id,
        object_id=row.id,
        client_id=client.id,
        now=now,
        measure=key,
    )
    return row


def _problems(trajectory: Trajectory, begun: frozenset[int], wanted: RangeStart) -> dict[str, str]:
    problems: dict[str, str] = {}
    if wanted.begins:
        if wanted.session_id not in {s.session_id for s in beginnings(trajectory, begun)}:
            problems["session"] = "Select the session from which on the range is to be counted anew"
    elif wanted.session_id not in {s.session_id for s in trajectory.slots if s.number in begun}:
        problems["session"] = "No range begins at this session any more. Nothing was changed"
    if not 0 < len(wanted.reason.strip()) <= REASON_LENGTH:
        problems["reason"] = f"Enter the reason in a few words, {REASON_LENGTH} characters at most"
    return problems


@dataclass(frozen=True)
class RangeEntry:
    """One row of the history: what was said of which session, by whom. `slot` is the session as it is numbered now."""

    row: UsualRangeStart
    slot: Slot
    who: str


def history(db: Session, client_id: UUID, of: Course, key: str) -> list[RangeEntry]:
    """What was said of one measure's ranges, the last first."""
    query = select(UsualRangeStart, User.name).join(User, User.id == UsualRangeStart.set_by_id)
    query = query.where(UsualRangeStart.client_id == client_id, UsualRangeStart.measure_key == key)
    rows = db.execute(query.order_by(UsualRangeStart.set_at.desc(), UsualRangeStart.id.desc()))
    return [RangeEntry(row, of.slot(row.session_id), name) for row, name in rows]
