"""Which scores of a rating have fallen, and by how much.

score
 10 |●---●
  8 |    `--●            base: median of up to five earlier ratings
  5 |        `--●  −3    two or more below the previous rating
"""

from fractions import Fraction

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.drops import Below, Condition, DropRule, On
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import Fall

REFERENCE = {Below.PREVIOUS: "the previous rating", Below.BASE: "the middle of earlier ratings"}


def falls(trajectory: Trajectory, point: Point, rule: DropRule) -> tuple[Fall, ...]:
    """Every watched score of this rating that has fallen by strength 1, in the measure's order."""
    by_key: dict[str, Fall] = {}
    for condition in rule.strengths[0]:
        for key in trajectory.measure.watched(condition.on):
            if holds_for(trajectory, point, condition, key) and key not in by_key:
                by_key[key] = fall_of(trajectory, point, key, condition.points)
    if not by_key:
        return ()
    order = [*(item.key for item in trajectory.measure.items), *(by_key.keys() - {TOTAL}), TOTAL]
    return tuple(by_key[key] for key in dict.fromkeys(order) if key in by_key)


def fall_of(trajectory: Trajectory, point: Point, key: str, points: Fraction) -> Fall:
    """One score that has a previous value, with what it is held against; `points`: the fall that was enough."""
    previous = trajectory.previous(point, key)
    base = trajectory.middle(point, key)
    now = point.scores.of(key)
    assert previous is not None
    assert base is not None
    assert now is not None
    before = previous.scores.of(key)
    assert before is not None
    stale = trajectory.stale(point, key)
    return Fall(key, before, base, now, previous.slot.session_id, stale, points)


def _reference(trajectory: Trajectory, point: Point, below: Below, key: str) -> Fraction | None:
    previous = trajectory.previous(point, key)
    if previous is None:
        return None
    return previous.scores.of(key) if below is Below.PREVIOUS else trajectory.middle(point, key)


def holds_for(trajectory: Trajectory, point: Point, condition: Condition, key: str) -> bool:
    """True when the condition holds of that one score."""
    measure = trajectory.measure
    now = point.scores.of(key)
    reference = _reference(trajectory, point, condition.below, key)
    if now is None or reference is None or measure.loss(reference, now) < condition.points:
        return False
    if condition.now_below is not None and measure.loss(condition.now_below, now) <= 0:
        return False
    if condition.total_below is not None:
        total = point.scores.total
        return total is not None and measure.loss(condition.total_below, total) > 0
    return True


def in_words(condition: Condition, total: str) -> str:
    """What decided a strength, for "why am I seeing this": "an item 3 or more below the middle of earlier ratings"."""
    if condition.count > 1:
        what = f"{condition.count} {condition.on.value}s"
    else:
        what = {On.TOTAL: f"the {total.lower()}", On.ITEM: "an item", On.COMPONENT: "a component"}[
            condition.on
        ]
    return f"{what} {show(condition.points)} or more below {REFERENCE[condition.below]}"
