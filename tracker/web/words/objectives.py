"""Objectives in words: what one asks for, where it stands, what is still needed, and each row it rests on."""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from tracker.domain.care.answers import Addressed
from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    Criterion,
    CriterionKind,
    EachAddressed,
    Endorsed,
    EvidenceRow,
    Judgement,
    ObjectiveState,
    Reached,
    RowEffect,
)
from tracker.domain.course.sessions import Status, long_date
from tracker.domain.measures.measure import Better, Kind, Measure
from tracker.domain.measures.numbers import show
from tracker.models import Kept, ObjectiveVersion
from tracker.reference.objectives import Template, templates
from tracker.services.record.objective_views import ObjectiveView, criterion_of
from tracker.web.door.installed import installed

STATE = {
    ObjectiveState.NOT_STARTED: "Not started",
    ObjectiveState.ON_TRACK: "On track",
    ObjectiveState.AT_RISK: "At risk",
    ObjectiveState.MET: "Met",
    ObjectiveState.MISSED: "Can no longer be met",
    ObjectiveState.ENDED: "Ended with the therapy",
}
KEPT = {Kept.OPEN: "Opened again", Kept.CLOSED: "Closed by hand", Kept.TAKEN_BACK: "Taken back"}
KIND = {
    CriterionKind.GOALS: "Goals written together and endorsed",
    CriterionKind.REACHED: "A score reached so often",
    CriterionKind.ADDRESSED: "Rated every time, every fall and tension addressed",
    CriterionKind.ADAPTED: "An adaptation in every month",
    CriterionKind.ATTENDED: "Scheduled sessions attended",
    CriterionKind.COMPLETE: "A measure completed at most sessions",
}
COUNTS = {
    RowEffect.YES: "counts",
    RowEffect.NO: "does not count",
    RowEffect.PENDING: "can still count",
    RowEffect.LEFT_OUT: "left out",
}
RISK = {
    CriterionKind.GOALS: "one session is left for it",
    CriterionKind.REACHED: "every session that is left must count, or it is behind its time",
    CriterionKind.ADDRESSED: "something of today is still to be done",
    CriterionKind.ADAPTED: "the month ends within a week",
    CriterionKind.ATTENDED: "no more may be missed, or a missed one is not talked about yet",
    CriterionKind.COMPLETE: "the share is below what is asked for",
}


def title(view: ObjectiveView) -> str:
    """What the objective is called: its template's title, else what kind it is."""
    template = templates().get(view.now.template)
    return template.title if template else KIND[view.asked.kind]


def many(number: int, one: str, more: str = "") -> str:
    """A number with its noun: "1 session", "3 sessions"."""
    return f"{number} {one if number == 1 else more or one + 's'}"


def _measure(key: str) -> Measure | None:
    return installed().measures.current.get(key)


def score(asked: Reached) -> str:
    """The score that is looked at: "Bond (Session check)"."""
    measure = _measure(asked.measure)
    if measure is None:
        return f"{asked.component} ({asked.measure}, no longer defined here)"
    return f"{measure.label_of(asked.component)} ({measure.short})"


def at_least(asked: Reached) -> str:
    """The threshold in the measure's own points: "7.5 or more"."""
    measure = _measure(asked.measure)
    lower = measure is not None and measure.better is Better.LOWER
    return f"{show(asked.at, 2)} or {'less' if lower else 'more'}"


def whole_numbers(asked: Reached) -> str:
    """What the threshold comes to where only whole numbers can be given, as a sentence; "" where it says so itself."""
    measure = _measure(asked.measure)
    single = measure and any(i.key == asked.component and i.step == 1 for i in measure.items)
    if not measure or not single or asked.at.denominator == 1:
        return ""
    whole = asked.at.__floor__() if measure.better is Better.LOWER else asked.at.__ceil__()
    side = "less" if measure.better is Better.LOWER else "more"
    return f"Only whole numbers are given on it, so that is {whole} or {side}."


def sentence(asked: Criterion) -> str:
    """What a criterion asks for, as a sentence; the wording of an objective that nobody worded otherwise."""
    return SENTENCES[asked.kind](asked)


def example(template: Template) -> str:
    """What a template asks for, on the product's own measure where it looks at one."""
    own = {Kind.ALLIANCE: "session-check", Kind.OUTCOME: "wellbeing-check"}
    kind = template.measure_kind
    return sentence(template.suggested(_measure(own[kind]) if kind else None))


def _goals(asked: Endorsed) -> str:
    return (
        f"Within {many(asked.sessions, 'session')} we write down {many(asked.goals, 'goal')} in order of priority, and "
        "the client endorses each of them."
    )


def _reached(asked: Reached) -> str:
    times = many(asked.times, "session") if asked.running else many(asked.times, "checkpoint")
    how = f"in {times} running" if asked.running else f"at {times}"
    within = f", within {many(asked.sessions, 'session')}" if asked.sessions else ""
    return f"The client rates {score(asked)} at {at_least(asked)} {how}{within}."


def _addressed(asked: EachAddressed) -> str:
    return (
        "The alliance is rated in every session, and every fall that raises a check-in is addressed in the "
        "session itself."
    )


def _adapted(asked: Adapted) -> str:
    return f"At least {many(asked.a_month, 'documented adaptation')} of the work to the client in every month."


def _attended(asked: Attended) -> str:
    return (
        f"The client attends {asked.attend} of the next {many(asked.of, 'scheduled session')}, and each missed one is "
        "talked about with the client."
    )


def _complete(asked: Complete) -> str:
    measure = _measure(asked.measure)
    name = measure.name if measure else f"{asked.measure} (no longer defined here)"
    return f"The {name} is complete at {show(asked.percent, 2)} % of the sessions or more."


SENTENCES: dict[CriterionKind, Callable[[Any], str]] = {
    CriterionKind.GOALS: _goals,
    CriterionKind.REACHED: _reached,
    CriterionKind.ADDRESSED: _addressed,
    CriterionKind.ADAPTED: _adapted,
    CriterionKind.ATTENDED: _attended,
    CriterionKind.COMPLETE: _complete,
}


def counted(view: ObjectiveView) -> str:
    """Where it stands in numbers: "1 of 3 checkpoints", "7 of 8 sessions"."""
    asked = view.asked
    judgement = view.judgement
    if isinstance(asked, Reached):
        noun = "session" if asked.running else "checkpoint"
        running = " running" if asked.running else ""
        return f"{judgement.n} of {many(judgement.of, noun)}{running}"
    noun = {CriterionKind.GOALS: "goal", CriterionKind.ADAPTED: "month"}.get(asked.kind, "session")
    return f"{judgement.n} of {many(judgement.of, noun)}"


def needed(view: ObjectiveView) -> str:
    """What is still needed and by when, as a sentence; "" when it is decided or closed."""
    judgement = view.judgement
    by = f"by {long_date(view.window.due)}"
    if not view.open or judgement.on is not None:
        return ""
    if judgement.state is ObjectiveState.NOT_STARTED:
        return f"Begins on {long_date(view.window.start)}."
    return NEEDED[view.asked.kind](view.asked, judgement, by)


def _needs_goals(asked: Endorsed, judgement: Judgement, by: str) -> str:
    left = f"within {many(judgement.left or 0, 'more session')}" if judgement.left else "today"
    return f"Still needed: {many(judgement.still, 'endorsed goal')} {left}, {by} at the latest."


def _needs_score(asked: Reached, judgement: Judgement, by: str) -> str:
    what = f"{many(judgement.still, 'session')} at {at_least(asked)}"
    running = " running" if asked.running else ""
    within = (
        f" within the next {many(judgement.left, 'session')}," if judgement.left is not None else ""
    )
    return f"Still needed: {what}{running},{within} {by}."


def _needs_answers(asked: EachAddressed, judgement: Judgement, by: str) -> str:
    if judgement.still:
        return "Still to be done today: the rating, or the check-in."
    return f"It holds so far, and is met when it holds until {by.removeprefix('by ')}."


def _needs_adaptation(asked: Adapted, judgement: Judgement, by: str) -> str:
    if judgement.still:
        return "Still needed: an adaptation in this month."
    return f"It holds so far, and is looked at month by month until {by.removeprefix('by ')}."


def _needs_attendance(asked: Attended, judgement: Judgement, by: str) -> str:
    if not judgement.still:
        left = f", with {many(judgement.left, 'session')} to come" if judgement.left else ""
        return f"Enough are attended{left}. Each missed one must be talked about, {by}."
    text = f"{many(judgement.still, 'attended session')} of the next {judgement.left}"
    return f"Still needed: {text}, and a conversation about each missed one, {by}."


def _needs_complete(asked: Complete, judgement: Judgement, by: str) -> str:
    if judgement.still:
        return f"Still needed: {many(judgement.still, 'session')} in a row with the measure complete, {by}."
    return f"The share is enough so far; it is decided on {by.removeprefix('by ')}."


NEEDED: dict[CriterionKind, Callable[[Any, Judgement, str], str]] = {
    CriterionKind.GOALS: _needs_goals,
    CriterionKind.REACHED: _needs_score,
    CriterionKind.ADDRESSED: _needs_answers,
    CriterionKind.ADAPTED: _needs_adaptation,
    CriterionKind.ATTENDED: _needs_attendance,
    CriterionKind.COMPLETE: _needs_complete,
}


def decided(view: ObjectiveView) -> str:
    """When it was met, or since when it cannot be; "" while it is open."""
    judgement = view.judgement
    if judgement.on is None:
        return ""
    if judgement.state is ObjectiveState.MET:
        return f"Met on {long_date(judgement.on)}."
    if judgement.state is ObjectiveState.ENDED:
        return f"The therapy ended on {long_date(judgement.on)}, before it was decided."
    return f"Certain since {long_date(judgement.on)}."


FOUND = {
    "unrated": "the client did not rate the alliance",
    "no_drop": "rated, no fall and no tension",
    "missed_unspoken": "missed, not talked about",
    Addressed.YES.value: "a check-in, addressed in the session",
    Addressed.RECORDED_LATER.value: "a check-in, addressed in the session, recorded later",
    Addressed.RATED_AFTER.value: "a check-in, rated after the session: left out",
    Addressed.PLANNED.value: "a check-in, planned for the next session",
    Addressed.LATER.value: "a check-in, talked about on a later day",
    Addressed.NO.value: "a check-in, not addressed in the session",
    Status.ATTENDED.value: "took place",
    Status.MISSED.value: "missed, talked about",
    Status.CANCELLED_BY_CLIENT.value: "cancelled by the client",
}


def row(view: ObjectiveView, evidence: EvidenceRow) -> str:
    """What one row of evidence says."""
    asked = view.asked
    if isinstance(asked, Endorsed):
        return "a goal endorsed by the client"
    if isinstance(asked, Reached):
        value = evidence.value
        return "no rating" if value is None else f"{score(asked)} {_exact(value)}"
    if isinstance(asked, Adapted):
        return f"{evidence.on:%B %Y}: {many(int(evidence.value or 0), 'adaptation')}"
    if isinstance(asked, Complete):
        return "complete" if evidence.counts is RowEffect.YES else "not complete"
    return FOUND[evidence.observation]


def _exact(value: Fraction) -> str:
    return show(value, 2)


def asks(version: ObjectiveVersion) -> str:
    """What a stored version asks for, as a sentence of its parameters; "" where its wording is that very sentence."""
    text = sentence(criterion_of(version))
    return "" if text == version.wording else text


def kept(word: str) -> str:
    """What became of an objective by hand, in words."""
    return KEPT[Kept(word)]


def option(key: str, component: str, measure: Measure) -> tuple[str, str]:
    """A score of a measure as a form offers it: its value and its words."""
    return f"{key}.{component}", f"{measure.short}: {measure.label_of(component)}"
