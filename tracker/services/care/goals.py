"""Goals: setting one, adding to it, correcting what was recorded, and its progress at a session.

Entries are never changed.
"""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from tracker.domain.care.goals import HIGHEST, POSSIBLE, REASON_LENGTH, GoalAct, GoalNote, problems
from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.domain.superseding import in_force
from tracker.models import Client, Goal, GoalEntry, GoalProgress, TherapySession
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.record.goal_views import GoalView, goal_for, goals_of, note_of
from tracker.services.trail import audit

STALE = "This goal was changed meanwhile. Your entries are still here, and not stored."


def set_goal(
    db: Session,
    actor: Actor,
    client_id: UUID,
    wording: str,
    on: date,
    *,
    endorsed: str = "",
    now: datetime,
) -> Goal:
    """The new goal, last in the order of priority; endorsed by the client on that day, where it is said how."""
    client = permissions.may_plan_care(db, actor, client_id, now=now, lock=True)
    place = 1 + sum(view.stands for view in goals_of(db, client.id))
    notes = [GoalNote(GoalAct.SET, on, wording=wording, place=place)]
    if endorsed.strip():
        notes.append(GoalNote(GoalAct.ENDORSED, on, line=endorsed))
    by_field: dict[str, str] = {}
    for note in notes:
        by_field |= problems(note, since=client.starts_on, today=today(db, now))
    if by_field:
        raise Incomplete(by_field)
    goal = Goal(id=uuid4(), client_id=client.id)
    db.add(goal)
    db.flush()
    for note in notes:
        _add(db, actor, goal, note, now=now)
    _audit(db, "goal.set", actor, goal, now=now)
    return goal


def add_to_goal(
    db: Session, actor: Actor, goal_id: UUID, note: GoalNote, *, seen: int, now: datetime
) -> GoalEntry:
    """The new entry. `seen` is the version that the page showed: Stale when it was overtaken. NotNow for what is not
    possible where the goal stands, Incomplete says what to change."""
    view, client = goal_for(db, actor, goal_id, Permission.PLAN_CARE, now=now, lock=True)
    if seen != view.goal.version:
        raise Stale(STALE)
    if view.state is None or note.act not in POSSIBLE[view.state.stage]:
        raise NotNow("That is not possible where this goal stands. Look at it once more.")
    since = min(view.state.set_on, today(db, now))
    by_field = problems(note, since=since, today=today(db, now))
    if by_field:
        raise Incomplete(by_field)
    if note.act is GoalAct.PLACED:
        return _place(db, actor, client, view, note, now=now)
    row = _add(db, actor, view.goal, note, now=now)
    if note.act in (GoalAct.ACHIEVED, GoalAct.DROPPED, GoalAct.TAKEN_UP):
        _close_ranks(db, actor, view.goal, note.on, now=now)
    _audit(db, "goal.added", actor, view.goal, now=now, act=note.act)
    return row


def _place(
    db: Session, actor: Actor, client: Client, moved: GoalView, note: GoalNote, *, now: datetime
) -> GoalEntry:
    """Put a goal at its new place; those between make room. The entry of the goal that was moved."""
    standing = [view for view in goals_of(db, client.id) if view.stands]
    others = [view for view in standing if view.goal.id != moved.goal.id]
    place = min(max(note.place or 1, 1), len(standing))
    order = [*others[: place - 1], moved, *others[place - 1 :]]
    _renumber(db, actor, order, note.on, now=now)
    _audit(db, "goal.added", actor, moved.goal, now=now, act=GoalAct.PLACED)
    return moved.goal.entries[-1]


def _close_ranks(db: Session, actor: Actor, changed: Goal, on: date, *, now: datetime) -> None:
    """Number the standing goals from 1 again, after one has ended or was taken up: it comes before whichever has its
    old place."""

    def order(view: GoalView) -> tuple[int, bool]:
        assert view.state
        return view.state.place, view.goal.id != changed.id

    standing = [view for view in goals_of(db, changed.client_id) if view.stands]
    _renumber(db, actor, sorted(standing, key=order), on, now=now)


def _renumber(db: Session, actor: Actor, order: list[GoalView], on: date, *, now: datetime) -> None:
    for place, view in enumerate(order, start=1):
        assert view.state
        if view.state.place != place:
            _add(db, actor, view.goal, GoalNote(GoalAct.PLACED, on, place=place), now=now)


def correct_goal(
    db: Session,
    actor: Actor,
    goal_id: UUID,
    entry_id: UUID,
    note: GoalNote,
    *,
    seen: int,
    now: datetime,
) -> GoalEntry:
    """The entry that supersedes one, or takes it back; the old one stays readable. `note.reason` says why."""
    view, client = goal_for(db, actor, goal_id, Permission.PLAN_CARE, now=now, lock=True)
    if seen != view.goal.version:
        raise Stale(STALE)
    before = correctable(view, entry_id)
    stored = note_of(before)
    if not 0 < len(note.reason.strip()) <= REASON_LENGTH:
        raise Incomplete({"reason": "Enter a few words on why, such as 'slip of the finger'"})
    if note.act is not GoalAct.TAKEN_BACK:
        first = before.act == GoalAct.SET or view.state is None
        since = client.starts_on if first else view.state.set_on  # type: ignore[union-attr]
        by_field = problems(note, since=since, today=today(db, now))
        if by_field:
            raise Incomplete(by_field)
        if (stored.on, stored.wording, stored.line) == (
            note.on,
            note.wording.strip(),
            note.line.strip(),
        ):
            raise Incomplete({"reason": "Nothing was changed. Change a value, or go back"})
    row = _add(db, actor, view.goal, note, supersedes=before.id, now=now)
    _audit(db, "goal.corrected", actor, view.goal, now=now, act=note.act)
    return row


def correctable(view: GoalView, entry_id: UUID) -> GoalEntry:
    """The entry of that id, while it counts and says something that can be wrong; NotPermitted otherwise."""
    for entry in in_force(view.goal.entries):
        if entry.id == entry_id and entry.act not in (GoalAct.PLACED, GoalAct.TAKEN_BACK):
            return entry
    raise NotPermitted


def progress_problems(progress: Mapping[UUID, int | None]) -> dict[str, str]:
    """What stands in the way of storing progress, by the name of its field."""
    return {
        name_of(goal_id): f"Progress must be a whole number from 0 to {HIGHEST}"
        for goal_id, value in progress.items()
        if value is not None and not 0 <= value <= HIGHEST
    }


def name_of(goal_id: UUID) -> str:
    """The name of the field that takes the progress of a goal."""
    return f"goal-{goal_id}"


def store_progress(
    db: Session,
    actor: Actor,
    client: Client,
    session: TherapySession,
    progress: Mapping[UUID, int | None],
    reason: str,
    *,
    now: datetime,
) -> int:
    """Store what is new or different; how many entries that were. The caller holds the client. Goals of other clients
    are passed over."""
    stored = 0
    for view in goals_of(db, client.id) if progress else ():
        before = view.progress.get(session.id)
        value = progress.get(view.goal.id, before.value if before else None)
        if value == (before.value if before else None):
            continue
        view.goal.progress.append(
            GoalProgress(
                id=uuid4(),
                goal_id=view.goal.id,
                session_id=session.id,
                value=value,
                supersedes_id=before.id if before else None,
                reason=reason if before else "",
                recorded_at=now,
                recorded_by_id=actor.id,
            )
        )
        stored += 1
    db.flush()
    return stored


def _audit(
    db: Session, event: str, actor: Actor, goal: Goal, *, now: datetime, **detail: str
) -> None:
    audit.record(
        db,
        event,
        actor=actor.id,
        object_id=goal.id,
        client_id=goal.client_id,
        now=now,
        **detail,
    )


def _add(
    db: Session,
    actor: Actor,
    goal: Goal,
    note: GoalNote,
    *,
    supersedes: UUID | None = None,
    now: datetime,
) -> GoalEntry:
    row = GoalEntry(
        id=uuid4(),
        goal_id=goal.id,
        sequence=len(goal.entries) + 1,
        act=note.act,
        happened_on=note.on,
        wording=note.wording.strip(),
        line=note.line.strip(),
        place=note.place,
        supersedes_id=supersedes,
        reason=note.reason.strip(),
        recorded_at=now,
        recorded_by_id=actor.id,
    )
    goal.entries.append(row)
    if row.sequence > 1:
        goal.version += 1
    db.flush()
    return row
