"""Goals as pages show them: how each stands, in the order of priority, with its progress by session."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, raiseload, selectinload

from tracker.domain.care import goals as domain
from tracker.domain.care.goals import GoalNote, GoalStage, GoalState, fold
from tracker.domain.errors import NotPermitted
from tracker.domain.people.access import Actor, Permission
from tracker.domain.superseding import in_force
from tracker.models import Client, Goal, GoalEntry, GoalProgress
from tracker.services.access import permissions


@dataclass(frozen=True)
class GoalView:
    """A goal, and how it stands; None when its setting was taken back."""

    goal: Goal
    state: GoalState | None

    @cached_property
    def progress(self) -> Mapping[UUID, GoalProgress]:
        """The progress that counts, by session; of goals that were read with their progress."""
        return {entry.session_id: entry for entry in in_force(self.goal.progress)}

    @property
    def stands(self) -> bool:
        """True while the goal is neither achieved nor dropped."""
        return self.state is not None and self.state.stage is GoalStage.STANDS


def note_of(row: GoalEntry) -> GoalNote:
    """A stored entry as the value it was made from."""
    return GoalNote(
        domain.GoalAct(row.act), row.happened_on, row.wording, row.line, row.place, row.reason
    )


def entries_of(goal: Goal) -> list[domain.RecordedGoalEntry]:
    """The entries of a stored goal as the domain reads them."""
    return [domain.RecordedGoalEntry(e.id, note_of(e), e.supersedes_id) for e in goal.entries]


def view_of(goal: Goal) -> GoalView:
    """A stored goal as pages show it."""
    return GoalView(goal, fold(entries_of(goal)))


def stored_goals(db: Session, client_ids: Iterable[UUID]) -> list[Goal]:
    """All goals of these clients with their entries, in one query. Their progress cannot be looked at."""
    rows = select(Goal).where(Goal.client_id.in_(list(client_ids)))
    loaded = rows.options(joinedload(Goal.entries), raiseload(Goal.progress))
    return list(db.scalars(loaded).unique())


def goals_with_progress(db: Session, client_ids: Iterable[UUID]) -> list[Goal]:
    """All goals of these clients with their entries and their progress, in two queries; in one where there is none."""
    rows = select(Goal).where(Goal.client_id.in_(list(client_ids)))
    loaded = rows.options(joinedload(Goal.entries), selectinload(Goal.progress))
    return list(db.scalars(loaded).unique())


def in_order(views: Iterable[GoalView]) -> list[GoalView]:
    """Those that stand first, by their place; then those that ended, the last one on top; none that was taken back.
    The order rests on nothing that the database may do otherwise another time."""

    def key(view: GoalView) -> tuple[bool, int, int, UUID]:
        assert view.state
        ended = view.state.ended
        return (
            not view.stands,
            0 if ended is None else -ended.on.toordinal(),
            view.state.place,
            view.goal.id,
        )

    return sorted((view for view in views if view.state), key=key)


def goals_of(db: Session, client_id: UUID) -> list[GoalView]:
    """The goals of a client, in order."""
    return in_order(view_of(goal) for goal in goals_with_progress(db, [client_id]))


def goal_for(
    db: Session,
    actor: Actor,
    goal_id: UUID,
    permission: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> tuple[GoalView, Client]:
    """The goal with its client, when the actor may do this; NotPermitted otherwise."""
    client_id = db.scalar(select(Goal.client_id).where(Goal.id == goal_id))
    if client_id is None:
        raise NotPermitted
    client = permissions.client_for(db, actor, client_id, permission, now=now, lock=lock)
    goal = next(goal for goal in goals_with_progress(db, [client.id]) if goal.id == goal_id)
    return view_of(goal), client
