"""Objectives as pages show them: what was agreed, and where each stands today, computed from the record."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from tracker.domain.care.criteria import already, judge
from tracker.domain.care.goals import GoalState
from tracker.domain.care.objectives import (
    Criterion,
    CriterionKind,
    History,
    Judgement,
    ObjectiveState,
    Window,
)
from tracker.domain.care.parameters import criterion
from tracker.models import Adaptation, Client, Kept, Objective, ObjectiveVersion
from tracker.services.record.course import Course
from tracker.services.record.flag_views import FlagView
from tracker.services.record.histories import history_of

ON_ITS_WAY = frozenset({ObjectiveState.ON_TRACK, ObjectiveState.MET})
NOT_COUNTED = frozenset({ObjectiveState.NOT_STARTED, ObjectiveState.ENDED})


def criterion_of(version: ObjectiveVersion) -> Criterion:
    """What a stored version asks for."""
    return criterion(CriterionKind(version.kind), version.parameters)


@dataclass(frozen=True)
class ObjectiveView:
    """An objective with its versions, and the record that it is judged by: as of today, or of the day on which the
    therapy ended."""

    objective: Objective
    history: History
    ended_on: date | None

    @property
    def versions(self) -> Sequence[ObjectiveVersion]:
        """Every version, in order; the last one counts."""
        return self.objective.versions

    @property
    def now(self) -> ObjectiveVersion:
        """The version that counts."""
        return self.versions[-1]

    @property
    def open(self) -> bool:
        """True while it is looked at: neither closed by hand nor taken back."""
        return self.now.kept == Kept.OPEN

    @cached_property
    def asked(self) -> Criterion:
        """What it asks for."""
        return criterion_of(self.now)

    @property
    def window(self) -> Window:
        """Its days."""
        return Window(self.now.starts_on, self.now.due_on)

    @cached_property
    def judgement(self) -> Judgement:
        """Where it stands today."""
        stands = judge(self.asked, self.window, self.history)
        return stands.with_the_therapy(self.ended_on) if self.ended_on else stands

    @cached_property
    def already(self) -> bool:
        """True when it was so before it began."""
        return already(self.asked, self.window, self.history)


def stored_objectives(db: Session, client_ids: Iterable[UUID]) -> list[Objective]:
    """All objectives of these clients with their versions, in one query."""
    rows = select(Objective).where(Objective.client_id.in_(list(client_ids)))
    return list(db.scalars(rows.options(joinedload(Objective.versions))).unique())


def views(
    stored: Sequence[Objective],
    client: Client,
    of: Course,
    flags: Iterable[FlagView],
    goals: Iterable[GoalState],
    adaptations: Iterable[Adaptation],
    today: date,
) -> list[ObjectiveView]:
    """The objectives of one client, those that are looked at first, by their due date; none that was taken back."""
    kept = [each for each in stored if each.versions[-1].kept != Kept.TAKEN_BACK]
    if not kept:
        return []
    asked = [criterion_of(each.versions[-1]) for each in kept]
    day = min(today, client.ended_on or today)
    history = history_of(client, of, flags, goals, adaptations, asked, day)
    judged = [ObjectiveView(each, history, client.ended_on) for each in kept]
    return sorted(judged, key=lambda view: (not view.open, view.now.due_on, view.now.wording))


def on_track(objectives: Iterable[ObjectiveView]) -> tuple[int, int]:
    """How many of the open objectives that have begun are on track or met, and how many there are."""
    states = [view.judgement.state for view in objectives if view.open]
    begun = [state for state in states if state not in NOT_COUNTED]
    return sum(state in ON_ITS_WAY for state in begun), len(begun)
