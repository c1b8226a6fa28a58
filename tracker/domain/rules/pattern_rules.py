"""Patterns in single answers: at the top throughout, the same answer everywhere, entered in another way.

Very high marks are common and often real; they can also be politeness, and a 10 cannot rise. The same answer on every
item may be a marker of not reading the questions. Both are notes, never a verdict.
"""

from collections.abc import Callable

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Better, Measure
from tracker.domain.rules.drop_rules import client_alliance
from tracker.domain.rules.findings import Compared, Context, Finding, FlagKind, RatingRule, about

RUNNING = 3  # design default: ratings in a row


def ceiling(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """Every item at the top in three ratings running (design default)."""
    if not _begins(trajectory, point, _at_top):
        return None
    return about(FlagKind.CEILING, trajectory, point, Compared(TOTAL, point.scores.total))


def flat(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """One and the same answer on every item, whatever it is, in three ratings running (design default)."""
    if not _begins(trajectory, point, _all_the_same) or _begins(trajectory, point, _at_top):
        return None
    return about(FlagKind.FLAT, trajectory, point, Compared(TOTAL, point.scores.total))


def _begins(trajectory: Trajectory, point: Point, holds: Callable[[Measure, Point], bool]) -> bool:
    """True when it holds of three ratings running, of which this one is the third."""
    if not client_alliance(trajectory):
        return False
    if not holds(trajectory.measure, point):
        return False
    last = (*trajectory.before(point)[-RUNNING:], point)
    run = [holds(trajectory.measure, p) for p in last]
    return len(last) >= RUNNING and all(run[-RUNNING:]) and (len(run) == RUNNING or not run[0])


def _at_top(measure: Measure, point: Point) -> bool:
    return point.scores.total == (measure.high if measure.better is Better.HIGHER else measure.low)


def _all_the_same(measure: Measure, point: Point) -> bool:
    items = measure.items
    first = point.scores.of(items[0].key) if len(items) > 1 else None
    return first is not None and all(point.scores.of(item.key) == first for item in items)


def input_changed(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """Entered in another way than the rating before, by single answers, scales or a total: what only one of the two has
    is compared with nothing."""
    before = trajectory.preceding(point)
    if before is None or before.series.mode is point.series.mode:
        return None
    return about(FlagKind.INPUT_CHANGED, trajectory, point)


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.CEILING: ceiling,
    FlagKind.FLAT: flat,
    FlagKind.INPUT_CHANGED: input_changed,
}
