"""Goals in words: what each entry says, and where a goal stands."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from tracker.charts import progress
from tracker.domain.care.goals import GoalAct, GoalStage
from tracker.models import GoalProgress
from tracker.services.record.records import Record

FIRST_AND_LAST = 4  # so many are all said

ACT = {
    GoalAct.SET: "Set",
    GoalAct.ENDORSED: "Endorsed by the client",
    GoalAct.REVIEWED: "Reviewed together",
    GoalAct.REWORDED: "Reworded",
    GoalAct.ACHIEVED: "Achieved",
    GoalAct.DROPPED: "Dropped",
    GoalAct.TAKEN_UP: "Taken up again",
    GoalAct.PLACED: "Placed in the order",
    GoalAct.TAKEN_BACK: "Taken back",
}
STAGE = {
    GoalStage.STANDS: "Working on it",
    GoalStage.ACHIEVED: "Achieved",
    GoalStage.DROPPED: "Dropped",
}
ENDED = {GoalAct.ACHIEVED: "It is achieved", GoalAct.DROPPED: "It is dropped"}
SAVED = {
    GoalAct.ENDORSED: "Noted: endorsed by the client.",
    GoalAct.REVIEWED: "Noted: reviewed together.",
    GoalAct.REWORDED: "Goal reworded. The client has not endorsed the new wording yet.",
    GoalAct.ACHIEVED: "Noted as achieved.",
    GoalAct.DROPPED: "Noted as dropped.",
    GoalAct.TAKEN_UP: "The goal stands again.",
    GoalAct.PLACED: "Order changed.",
}


@dataclass(frozen=True)
class Drawn:
    """One goal's progress as a small chart, and in words."""

    id: UUID
    wording: str
    svg: str
    words: str


def drawn(record: Record) -> list[Drawn]:
    """A small chart for each goal whose progress was ever given, on the same sessions."""
    charts = []
    for view in record.goals:
        given = [view.progress.get(slot.session_id) for slot in record.course.slots]
        values = [entry.value if entry else None for entry in given]
        if view.state and any(value is not None for value in values):
            text = said(values)
            charts.append(Drawn(view.goal.id, view.state.wording, progress.render(values), text))
    return charts


@dataclass(frozen=True)
class ProgressGiven:
    """The progress of a goal at one session: what counts now, and what was corrected, oldest first."""

    wording: str
    now: GoalProgress
    old: tuple[tuple[GoalProgress, GoalProgress], ...]  # each with its correction


def progress_on(record: Record, session_id: UUID) -> list[ProgressGiven]:
    """The progress that was given at a session, goal by goal, with every old value."""
    given = []
    for view in record.goals:
        entries = [entry for entry in view.goal.progress if entry.session_id == session_id]
        if view.state and entries:
            old = tuple(itertools.pairwise(entries))
            given.append(ProgressGiven(view.state.wording, entries[-1], old))
    return given


def said(values: Sequence[int | None]) -> str:
    """The progress in a sentence: "2 in session 3, 6 in session 9"."""
    given = [f"{value} in session {n}" for n, value in enumerate(values, 1) if value is not None]
    if len(given) > FIRST_AND_LAST:
        return f"{given[0]}; … {given[-2]}, {given[-1]}"
    return ", ".join(given)
