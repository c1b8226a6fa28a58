"""What the client said about tension in the session: asked directly, whatever the scores do.

Direct questions are better supported than a fall of a score (Muran et al. 2009; Rubel et al. 2018), and a fall between
two sessions says little about what happened in one (Zlotnick et al. 2020). The therapist's own answer raises nothing.
"""

from dataclasses import replace

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import StrainSeen
from tracker.domain.rules.drop_rules import scores_ask
from tracker.domain.rules.findings import Context, Finding, FlagKind, RatingRule, about


def tension(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The client said that there was tension or a misunderstanding, and not that it is settled: a check-in without a
    number (merged into a drop's). Design default."""
    if trajectory.rater is not Rater.CLIENT or point.strain is None or not point.strain.unsettled:
        return None
    if scores_ask(trajectory, point, context):
        return None
    return replace(
        about(FlagKind.TENSION, trajectory, point),
        strain=point.strain,
        held_back=point.held_back or None,
    )


def tension_again(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The client noticed a little tension twice running, and again with each further two (design default)."""
    running = _a_little_running(trajectory, point)
    if running == 0 or running % 2:
        return None
    return replace(about(FlagKind.TENSION_AGAIN, trajectory, point), strain=point.strain)


def tension_noted(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The client noticed a little tension, or tension that was settled: a note (nothing of its own where a drop or a
    review says it)."""
    if trajectory.rater is not Rater.CLIENT or point.strain is None or not point.strain.there:
        return None
    if point.strain.unsettled or tension_again(trajectory, point, context):
        return None
    if scores_ask(trajectory, point, context):
        return None
    return replace(about(FlagKind.TENSION_NOTED, trajectory, point), strain=point.strain)


def _a_little_running(trajectory: Trajectory, point: Point) -> int:
    """How many answers of "a little" running, with the same therapist, this one ends. A rating that does not answer the
    question says neither yes nor no, and is passed over."""
    if trajectory.rater is not Rater.CLIENT or point.strain is None:
        return 0
    if point.strain.seen is not StrainSeen.A_LITTLE:
        return 0
    answered = [
        p.strain
        for p in trajectory.points
        if p.strain is not None
        and p.slot.number <= point.slot.number
        and p.series.clinician_id == point.series.clinician_id
    ]
    others = (
        n for n, answer in enumerate(reversed(answered)) if answer.seen is not StrainSeen.A_LITTLE
    )
    return next(others, len(answered))


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.TENSION: tension,
    FlagKind.TENSION_AGAIN: tension_again,
    FlagKind.TENSION_NOTED: tension_noted,
}
