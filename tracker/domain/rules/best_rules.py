"""How far the alliance stands from the best it has been.

    total  6  6  8  9  9  8  7  6.5  6      level: the mean of two totals running
    level     6  7  8.5 9 8.5 7.5 6.75 6.25     best 9; here it is 2 or more below

No other rule sees it: each step is small, the base has come down with the ratings, and the start was no higher. The
best of several levels is somewhat better than the usual one by chance alone, so this is a note and asks for nothing.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Better, Measure
from tracker.domain.rules.drop_rules import client_alliance, fall_told, long_slide, slide
from tracker.domain.rules.findings import Compared, Context, Finding, FlagKind, RatingRule, about
from tracker.domain.rules.slow_rules import first_crossing, low_item
from tracker.domain.rules.transfer_rules import lower_than_before

AWAY = Fraction(1, 5)  # design default: 2 points of 0 to 10, carried to other ranges linearly
BACK = Fraction(1, 10)  # design default: back to within half of that, it may be said again
# What else says that the alliance fell; where one of them does, this adds nothing.
FALLS: tuple[RatingRule, ...] = (
    fall_told,
    slide,
    long_slide,
    first_crossing,
    low_item,
    lower_than_before,
)


@dataclass(frozen=True)
class RunningLevel:
    """The mean of two totals running, the best one before it, and whether it begins here to stand far below that."""

    last: Point
    mean: Fraction
    best: Fraction
    best_at: Point
    begins: bool


def away_from_best(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The alliance has come down from its best: the mean of two totals running is a fifth of the range or more (2
    points of 0 to 10) below the best such mean before (design default). Said once, again only after it came
    back to within half of that, and only where no other fall was said at either of the two ratings."""
    earlier = trajectory.earlier(point, TOTAL)
    if not client_alliance(trajectory) or len(earlier) <= 2 or not _may_be(trajectory, point):
        return None
    here = list(_levels(trajectory.measure, (*earlier, point)))[-1]
    if not here.begins or _said(trajectory, (earlier[-1], point), context):
        return None
    shown = Compared(TOTAL, here.mean, here.best, here.best_at.slot.session_id)
    return about(FlagKind.AWAY_FROM_BEST, trajectory, point, shown)


def _may_be(trajectory: Trajectory, point: Point) -> bool:
    """False where no total before was, or could be, high enough: that most often settles it, without all the levels."""
    measure = trajectory.measure
    previous = trajectory.previous(point, TOTAL)
    if previous is None or point.scores.total is None:
        return False
    mean = (_total(previous) + point.scores.total) / 2
    far = (measure.high - measure.low) * AWAY
    higher = measure.better is Better.HIGHER
    if measure.loss(measure.high if higher else measure.low, mean) < far:
        return False
    totals = [_total(each) for each in trajectory.earlier(point, TOTAL)]
    return measure.loss(max(totals) if higher else min(totals), mean) >= far


def _levels(measure: Measure, points: Sequence[Point]) -> Iterator[RunningLevel]:
    """Every level from the second on, in order."""
    width = measure.high - measure.low
    best: tuple[Fraction, Point] | None = None
    away = False
    for before, now in pairwise(points):
        mean = (_total(before) + _total(now)) / 2
        if best is None:
            best = mean, now
            continue
        below = measure.loss(best[0], mean)
        begins = not away and below >= width * AWAY
        away = begins or (away and below > width * BACK)
        yield RunningLevel(now, mean, *best, begins)
        if below < 0:
            best = mean, now


def _total(point: Point) -> Fraction:
    assert point.scores.total is not None, "asked only of ratings that have one"
    return point.scores.total


def _said(trajectory: Trajectory, points: Sequence[Point], context: Context) -> bool:
    """True when another fall was said at one of these ratings."""
    return any(rule(trajectory, point, context) for point in points for rule in FALLS)


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.AWAY_FROM_BEST: away_from_best,
}
