"""How the client is doing: worse than at intake, no better after a while, suddenly better, recovered.

A published reliable change is inclusive: "6 or more".
"""

from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Kind, Rater
from tracker.domain.rules.change import Category, gain_since_first, since_first
from tracker.domain.rules.findings import Compared, Context, Finding, FlagKind, RatingRule, about
from tracker.domain.rules.gains import AROUND, sudden

SESSIONS = 6  # design default: attended sessions after which improvement is looked for
COMPLIANCE = "beside a strong alliance: compliance is not alliance"


def _watched(trajectory: Trajectory) -> bool:
    measure = trajectory.measure
    by_client = trajectory.rater is Rater.CLIENT and measure.kind is Kind.OUTCOME
    return by_client and measure.reliable_change is not None


def outcome_worse(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """An outcome that stands worse than at intake by the reliable change or more (Jacobson & Truax 1991)."""
    before = trajectory.earlier(point, TOTAL)
    if not _watched(trajectory) or not _worse(trajectory, point):
        return None
    if _worse(trajectory, before[-1]):
        return None
    return about(FlagKind.OUTCOME_WORSE, trajectory, point, _since_first(trajectory, point))


def _worse(trajectory: Trajectory, point: Point) -> bool:
    gain = gain_since_first(trajectory, point)
    published = trajectory.measure.reliable_change
    return gain is not None and published is not None and gain <= -published.points


def no_improvement(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """No reliable improvement since intake once six sessions have taken place (design default)."""
    if not _watched(trajectory) or not _stuck(trajectory, point):
        return None
    before = trajectory.earlier(point, TOTAL)
    if _stuck(trajectory, before[-1]):
        return None
    reason = COMPLIANCE if point.slot.number in context.strong_at else ""
    shown = _since_first(trajectory, point)
    return about(FlagKind.NO_IMPROVEMENT, trajectory, point, shown, reason=reason)


def _stuck(trajectory: Trajectory, point: Point) -> bool:
    """True when there has been time enough and no reliable improvement, and nothing worse is to be said."""
    published = trajectory.measure.reliable_change
    gain = gain_since_first(trajectory, point)
    first = trajectory.first(point, TOTAL)
    if published is None or gain is None or first is None:
        return False
    numbers = range(first.slot.number, point.slot.number + 1)
    attended = sum(s.number in numbers and s.status is Status.ATTENDED for s in trajectory.slots)
    return attended >= SESSIONS and -published.points < gain < published.points


def _since_first(trajectory: Trajectory, point: Point) -> Compared:
    first = trajectory.first(point, TOTAL)
    assert first is not None, "asked only of a score that is compared"
    return Compared(TOTAL, point.scores.total, first.scores.total, first.slot.session_id)


def recovered(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """Reliably better than at intake, from the clinical range to beyond the published cut-off (Jacobson & Truax 1991);
    said where it begins to hold."""
    if not _watched(trajectory) or not _has_recovered(trajectory, point, context):
        return None
    before = trajectory.earlier(point, TOTAL)
    if _has_recovered(trajectory, before[-1], context):
        return None
    return about(FlagKind.RECOVERED, trajectory, point, _since_first(trajectory, point))


def _has_recovered(trajectory: Trajectory, point: Point, context: Context) -> bool:
    change = since_first(trajectory, point, context.age_band)
    return change is not None and change.category is Category.RECOVERED


def sudden_gain(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """A sudden gain between two sessions (Tang & DeRubeis 1999): a step of the measure's reliable change or more
    (design default), of a quarter of the score before, and between the means of up to three sessions on each side. It
    is said once the last of these sessions could be rated, so that later ratings do not change it."""
    published = trajectory.measure.reliable_change
    number = point.slot.number
    if not _watched(trajectory) or published is None or point.scores.total is None:
        return None
    earlier = trajectory.earlier(point, TOTAL)
    before = earlier[-1].slot.number if earlier else number  # what could be said then was
    near = {p.slot.number: p for p in (*earlier, point) if p.slot.number > before - 2 * AROUND}
    scores = {n: p.scores.total for n, p in near.items() if p.scores.total is not None}
    better = trajectory.measure.better
    since = before - AROUND + 1
    steps = [
        Compared(TOTAL, scores[i.after], scores[i.before], near[i.before].slot.session_id)
        for i in sudden(scores, number, since=since, cutoff=published.points, better=better)
        if i.gain.all and i.before + AROUND <= number
    ]
    return about(FlagKind.SUDDEN_GAIN, trajectory, point, *steps) if steps else None


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.OUTCOME_WORSE: outcome_worse,
    FlagKind.NO_IMPROVEMENT: no_improvement,
    FlagKind.RECOVERED: recovered,
    FlagKind.SUDDEN_GAIN: sudden_gain,
}
