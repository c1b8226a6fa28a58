"""An objective in one line: what it asks for, what is still needed and until when, a few words each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    Criterion,
    CriterionKind,
    EachAddressed,
    Endorsed,
    Judgement,
    ObjectiveState,
    Reached,
)
from tracker.domain.measures.numbers import show
from tracker.services.record.objective_views import ObjectiveView
from tracker.web.door.installed import installed
from tracker.web.words.objectives import at_least, many, title
from tracker.web.words.writing import day

SINCE = {ObjectiveState.MET: "met on", ObjectiveState.ENDED: "ended on"}


@dataclass(frozen=True)
class ObjectiveLine:
    """One objective: what it is called and asks for, how far it is ("1 of 3"), what is still needed,
    and when it is due or was decided."""

    view: ObjectiveView
    title: str
    asks: str
    counted: str
    needed: str
    due: str


def line(view: ObjectiveView) -> ObjectiveLine:
    """The objective in one line."""
    return ObjectiveLine(view, title(view), asks(view.asked), so_far(view), needed(view), due(view))


def so_far(view: ObjectiveView) -> str:
    """How much of what is asked for is there: "1 of 3"."""
    return f"{view.judgement.n} of {view.judgement.of}"


def due(view: ObjectiveView) -> str:
    """Until when it runs, or since when it is decided or closed."""
    judgement = view.judgement
    if not view.open:
        return "closed"
    if judgement.on is not None:
        return f"{SINCE.get(judgement.state, 'since')} {day(judgement.on)}"
    return f"by {day(view.window.due)}"


def needed(view: ObjectiveView) -> str:
    """What is still needed: "2 sessions running"; "" where nothing is, or nothing can be any more."""
    judgement = view.judgement
    if not view.open or judgement.on is not None:
        return ""
    if judgement.state is ObjectiveState.NOT_STARTED:
        return f"begins on {day(view.window.start)}"
    return NEEDED[view.asked.kind](view.asked, judgement)


def asks(asked: Criterion) -> str:
    """What a criterion asks for."""
    return ASKS[asked.kind](asked)


def _goals(asked: Endorsed) -> str:
    return f"{many(asked.goals, 'goal')} endorsed within {many(asked.sessions, 'session')}"


def _reached(asked: Reached) -> str:
    measure = installed().measures.current.get(asked.measure)
    name = measure.label_of(asked.component) if measure else asked.component
    running = " running" if asked.running else ""
    within = f" within {many(asked.sessions, 'session')}" if asked.sessions else ""
    return f"{name} {at_least(asked)}, {many(asked.times, 'time')}{running}{within}"


def _addressed(_: EachAddressed) -> str:
    return "each session rated, each fall addressed in it"


def _adapted(asked: Adapted) -> str:
    return f"{many(asked.a_month, 'adaptation')} in every month"


def _attended(asked: Attended) -> str:
    return f"{asked.attend} of {many(asked.of, 'session')} attended"


def _complete(asked: Complete) -> str:
    measure = installed().measures.current.get(asked.measure)
    return f"{measure.short if measure else asked.measure} complete at {show(asked.percent, 2)} % of sessions"


def _within(judgement: Judgement) -> str:
    return f" within {many(judgement.left, 'session')}" if judgement.left else ""


def _needs_goals(_: Endorsed, judgement: Judgement) -> str:
    return (
        f"{many(judgement.still, 'endorsed goal')}{_within(judgement)}" if judgement.still else ""
    )


def _needs_score(asked: Reached, judgement: Judgement) -> str:
    running = " running" if asked.running else ""
    return f"{many(judgement.still, 'more session')}{running}{_within(judgement)}"


def _needs_answers(_: EachAddressed, judgement: Judgement) -> str:
    return "today's rating, or its check-in" if judgement.still else ""


def _needs_adaptation(_: Adapted, judgement: Judgement) -> str:
    return "an adaptation this month" if judgement.still else ""


def _needs_attendance(_: Attended, judgement: Judgement) -> str:
    if not judgement.still:
        return ""
    return f"{judgement.still} of the next {many(judgement.left or 0, 'session')}"


def _needs_complete(_: Complete, judgement: Judgement) -> str:
    return f"{many(judgement.still, 'session')} complete in a row" if judgement.still else ""


ASKS: dict[CriterionKind, Callable[[Any], str]] = {
    CriterionKind.GOALS: _goals,
    CriterionKind.REACHED: _reached,
    CriterionKind.ADDRESSED: _addressed,
    CriterionKind.ADAPTED: _adapted,
    CriterionKind.ATTENDED: _attended,
    CriterionKind.COMPLETE: _complete,
}
NEEDED: dict[CriterionKind, Callable[[Any, Judgement], str]] = {
    CriterionKind.GOALS: _needs_goals,
    CriterionKind.REACHED: _needs_score,
    CriterionKind.ADDRESSED: _needs_answers,
    CriterionKind.ADAPTED: _needs_adaptation,
    CriterionKind.ATTENDED: _needs_attendance,
    CriterionKind.COMPLETE: _needs_complete,
}
