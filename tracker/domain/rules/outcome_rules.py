"""How the client is doing: worse than at intake, no better after a while, suddenly better, recovered.

A reliable change is inclusive: "6 or more". It is the published one, or else the practice's own, or a design default;
what rests on one of these two says so.
"""

from dataclasses import replace

from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Better, Kind, Rater, ReliableChange
from tracker.domain.rules.change import Category, gain_since_first, reliably_worse, since_first
from tracker.domain.rules.findings import Compared, Context, Finding, FlagKind, RatingRule, about
from tracker.domain.rules.gains import AROUND, sudden

SESSIONS = 6  # design default: attended sessions after which improvement is looked for
RUNNING = 3  # design default: ratings in a row near the worst end of the scale
COMPLIANCE = "beside a strong alliance: compliance is not alliance"


def _change(trajectory: Trajectory, point: Point, context: Context) -> ReliableChange | None:
    """The reliable change by which a client's outcome is judged; None for what is no outcome by a client.

    Each rating has that of its own day. So whether something was said of the one before is asked by that one's: where
    the practice's own change is smaller than the one before it, what it finds is said at the next rating.
    """
    if trajectory.rater is not Rater.CLIENT or trajectory.measure.kind is not Kind.OUTCOME:
        return None
    return context.reliable_change(trajectory, point)


def _by(change: ReliableChange, finding: Finding) -> Finding:
    """The finding with what decided it, where that is not published."""
    return finding if change.published else replace(finding, change=change)


def outcome_worse(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """An outcome that stands worse than at intake by the reliable change or more (Jacobson & Truax 1991): published, or
    else the practice's own, or a design default."""
    change = _change(trajectory, point, context)
    if change is None or not reliably_worse(trajectory, point, change):
        return None
    before = trajectory.earlier(point, TOTAL)[-1]
    if reliably_worse(trajectory, before, _change(trajectory, before, context)):
        return None
    shown = _since_first(trajectory, point)
    return _by(change, about(FlagKind.OUTCOME_WORSE, trajectory, point, shown))


def no_improvement(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """No reliable improvement since intake once six sessions have taken place (design default)."""
    change = _change(trajectory, point, context)
    if change is None or not _stuck(trajectory, point, change):
        return None
    before = trajectory.earlier(point, TOTAL)[-1]
    if _stuck(trajectory, before, _change(trajectory, before, context)):
        return None
    reason = COMPLIANCE if point.slot.number in context.strong_at else ""
    shown = _since_first(trajectory, point)
    return _by(change, about(FlagKind.NO_IMPROVEMENT, trajectory, point, shown, reason=reason))


def _stuck(trajectory: Trajectory, point: Point, change: ReliableChange | None) -> bool:
    """True when there has been time enough and no reliable improvement, and nothing worse is to be said."""
    gain = gain_since_first(trajectory, point)
    first = trajectory.first(point, TOTAL)
    if change is None or gain is None or first is None:
        return False
    numbers = range(first.slot.number, point.slot.number + 1)
    attended = sum(s.number in numbers and s.status is Status.ATTENDED for s in trajectory.slots)
    return attended >= SESSIONS and -change.points < gain < change.points


def _since_first(trajectory: Trajectory, point: Point) -> Compared:
    first = trajectory.first(point, TOTAL)
    assert first is not None, "asked only of a score that is compared"
    return Compared(TOTAL, point.scores.total, first.scores.total, first.slot.session_id)


def near_worst(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """An outcome near the worst end of its scale, no further from it than the reliable change, at the first rating of
    all, or in three ratings running of which the last is no better than the first (design default). So near the end the
    scale has little or no room left to show a worsening. Said once, until a rating is further from that end; not where
    a reliable change since intake says more."""
    change = _change(trajectory, point, context)
    if change is None or not _is_stuck(trajectory, point, change):
        return None
    before: Point | None = trajectory.previous(point, TOTAL)
    while before is not None:
        change_then = _change(trajectory, before, context)
        if change_then is None or not _at_worst(trajectory, before, change_then):
            break
        if _is_stuck(trajectory, before, change_then):
            return None
        before = trajectory.previous(before, TOTAL)
    shown = Compared(TOTAL, point.scores.total)
    if ran := trajectory.earlier(point, TOTAL)[1 - RUNNING :]:
        shown = Compared(TOTAL, shown.now, ran[0].scores.total, ran[0].slot.session_id)
    return _by(change, about(FlagKind.NEAR_WORST, trajectory, point, shown))


def _is_stuck(trajectory: Trajectory, point: Point, change: ReliableChange) -> bool:
    """True when it stands near the worst end at the first rating of all, or stays there."""
    first = not trajectory.earlier(point, TOTAL) and trajectory.other_before(point) is None
    if first and _at_worst(trajectory, point, change):
        return True
    return _stays(trajectory, point, change)


def _at_worst(trajectory: Trajectory, point: Point, change: ReliableChange) -> bool:
    measure = trajectory.measure
    worst = measure.low if measure.better is Better.HIGHER else measure.high
    total = point.scores.total
    return total is not None and measure.loss(total, worst) <= change.points


def _stays(trajectory: Trajectory, point: Point, change: ReliableChange) -> bool:
    """True when it is there in three ratings running, no better at the last, and not reliably changed since intake."""
    running = [*trajectory.earlier(point, TOTAL), point][-RUNNING:]
    gain = gain_since_first(trajectory, point)
    if len(running) < RUNNING or gain is None or abs(gain) >= change.points:
        return False
    first = running[0].scores.total
    last = point.scores.total
    if first is None or last is None or trajectory.measure.loss(first, last) < 0:
        return False
    return all(_at_worst(trajectory, each, change) for each in running)


def recovered(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """Reliably better than at intake, from the clinical range to beyond the published cut-off (Jacobson & Truax 1991);
    said where it begins to hold."""
    return _improved(trajectory, point, context, FlagKind.RECOVERED)


def improved(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """Reliably better than at intake, on a measure without a published cut-off for the client's age: without one nobody
    can say "recovered"; said where it begins to hold."""
    return _improved(trajectory, point, context, FlagKind.IMPROVED)


def _improved(
    trajectory: Trajectory, point: Point, context: Context, kind: FlagKind
) -> Finding | None:
    change = _change(trajectory, point, context)
    if change is None or _better_as(trajectory, point, context) is not kind:
        return None
    before = trajectory.earlier(point, TOTAL)[-1]
    if _better_as(trajectory, before, context) is kind:
        return None
    return _by(change, about(kind, trajectory, point, _since_first(trajectory, point)))


def _better_as(trajectory: Trajectory, point: Point, context: Context) -> FlagKind | None:
    """What may be said of a rating that is reliably better than the first: recovered; without a cut-off, improved."""
    by = _change(trajectory, point, context)
    change = since_first(trajectory, point, context.age_band, by)
    if change is None or not change.reliable or change.gain < 0:
        return None
    if change.clinical is None:
        return FlagKind.IMPROVED
    return FlagKind.RECOVERED if change.category is Category.RECOVERED else None


def sudden_gain(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """A sudden gain between two sessions (Tang & DeRubeis 1999): a step of the reliable change or more (design
    default), of a quarter of the score before, and between the means of up to three sessions on each side. It is said
    once the last of these sessions could be rated, so that later ratings do not change it."""
    return _sudden(trajectory, point, context, FlagKind.SUDDEN_GAIN)


def sudden_loss(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """A sudden loss between two sessions: the mirror image of a sudden gain, by the same three criteria (Tang &
    DeRubeis 1999; that they tell something of losses too is a design default)."""
    return _sudden(trajectory, point, context, FlagKind.SUDDEN_LOSS)


def _sudden(
    trajectory: Trajectory, point: Point, context: Context, kind: FlagKind
) -> Finding | None:
    change = _change(trajectory, point, context)
    number = point.slot.number
    if change is None or point.scores.total is None:
        return None
    earlier = trajectory.earlier(point, TOTAL)
    before = earlier[-1].slot.number if earlier else number  # what could be said then was
    near = {p.slot.number: p for p in (*earlier, point) if p.slot.number > before - 2 * AROUND}
    scores = {n: p.scores.total for n, p in near.items() if p.scores.total is not None}
    better = trajectory.measure.better
    since = before - AROUND + 1
    steps = [
        Compared(TOTAL, scores[i.after], scores[i.before], near[i.before].slot.session_id)
        for i in sudden(scores, number, since=since, cutoff=change.points, better=better)
        if (i.gain if kind is FlagKind.SUDDEN_GAIN else i.loss).all and i.before + AROUND <= number
    ]
    return _by(change, about(kind, trajectory, point, *steps)) if steps else None


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.OUTCOME_WORSE: outcome_worse,
    FlagKind.NEAR_WORST: near_worst,
    FlagKind.NO_IMPROVEMENT: no_improvement,
    FlagKind.RECOVERED: recovered,
    FlagKind.IMPROVED: improved,
    FlagKind.SUDDEN_GAIN: sudden_gain,
    FlagKind.SUDDEN_LOSS: sudden_loss,
}
