"""What no single step shows: a score below the level, an item that stays low.

Each is raised where it begins to hold, once, and again only after it has ceased.
"""

from fractions import Fraction

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Wording
from tracker.domain.rules.drop_rules import client_alliance
from tracker.domain.rules.findings import Compared, Context, Finding, FlagKind, RatingRule, about

ONE_SLIDE = 3  # design default: ratings within which other scores that slide are not raised again
FIRST_RATINGS = 3  # design default: how it was at the start is the median of the first three
LOW = Fraction(5)  # design default, on the product's own 0 to 10 items


def _past(trajectory: Trajectory, point: Point, context: Context) -> bool:
    total = point.scores.total
    return total is not None and trajectory.measure.is_low(total, context.age_band)


def _cutoff(trajectory: Trajectory, point: Point, context: Context) -> Compared:
    level = trajectory.measure.low_from(context.age_band)
    assert level is not None, "asked only of a score that is past the level"
    return Compared(TOTAL, point.scores.total, level.cutoff(context.age_band))


def early_level(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The first rating of the alliance is low: on the far side of the measure's published level, or else in the lower
    half of its scale, the middle included (design default)."""
    if not client_alliance(trajectory) or trajectory.earlier(point, TOTAL):
        return None
    if not _past(trajectory, point, context):
        return None
    return about(FlagKind.EARLY_LEVEL, trajectory, point, _cutoff(trajectory, point, context))


def first_crossing(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The alliance is low for the first time, and was not at the first rating: across the measure's published level,
    or else in the lower half of its scale, the middle included (design default)."""
    earlier = trajectory.earlier(point, TOTAL)
    if not client_alliance(trajectory) or not earlier or not _past(trajectory, point, context):
        return None
    if any(_past(trajectory, before, context) for before in earlier):
        return None
    return about(FlagKind.FIRST_CROSSING, trajectory, point, _cutoff(trajectory, point, context))


def low_item(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """An item at 5 or less in two ratings running, on the product's own 0 to 10 alliance measure (design default)."""
    measure = trajectory.measure
    own = measure.wording_by is Wording.OWN and client_alliance(trajectory)
    low = [
        compared
        for item in measure.items
        if own and item.low == 0 and item.high == 10
        if (compared := _low_twice(trajectory, point, item.key))
    ]
    return about(FlagKind.LOW_ITEM, trajectory, point, *low) if low else None


def _low_twice(trajectory: Trajectory, point: Point, key: str) -> Compared | None:
    """The item when it is low here and at its rating before, and was not low at the one before that."""
    now = point.scores.of(key)
    if now is None or now > LOW:
        return None
    last = [*trajectory.earlier(point, key)[-2:], point]
    values = [value for p in last if (value := p.scores.of(key)) is not None]
    if len(values) < 2 or values[-2] > LOW:
        return None
    if len(values) == 3 and values[0] <= LOW:
        return None
    return Compared(key, now, values[-2], last[-2].slot.session_id)


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.EARLY_LEVEL: early_level,
    FlagKind.FIRST_CROSSING: first_crossing,
    FlagKind.LOW_ITEM: low_item,
}
