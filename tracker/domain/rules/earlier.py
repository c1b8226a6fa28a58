"""Strengths and slides by fixed points, as rules before 2026.9 decided them.

A rating that these rules looked at first is decided by them for good, so that a correction elsewhere in the record does
not bring another verdict on it. `tracker simulate rules` compares them with those in force.
"""

from fractions import Fraction
from statistics import median

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.drops import Condition, DropRule
from tracker.domain.rules.falls import falls, holds_for, in_words
from tracker.domain.rules.findings import Compared, Context

ONE_SLIDE = 3  # design default: ratings within which other scores that slide are not raised again
FIRST_RATINGS = 3  # design default: how it was at the start is the median of the first three


def _condition_met(
    trajectory: Trajectory, point: Point, conditions: tuple[Condition, ...]
) -> Condition | None:
    """The first condition that holds on scores whose previous value is not stale."""
    for condition in conditions:
        keys = [
            key
            for key in trajectory.measure.watched(condition.on)
            if holds_for(trajectory, point, condition, key) and not trajectory.stale(point, key)
        ]
        if len(keys) >= condition.count:
            return condition
    return None


def fixed_strength(trajectory: Trajectory, point: Point, rule: DropRule) -> tuple[int, str]:
    """The strength (0 to 3) of this rating's drop seen by itself, and the words of what decided it.

    0 without a fall of strength 1. Only scores with a recent previous value can lift it above 1, and a prorated score
    never reaches 3.
    """
    if not falls(trajectory, point, rule):
        return 0, ""
    for strength in (3, 2):
        condition = _condition_met(trajectory, point, rule.strengths[strength - 1])
        if condition and not (strength == 3 and point.scores.prorated):
            return strength, in_words(condition, trajectory.measure.total_label)
    return 1, "below the previous rating"


def fixed_slide(trajectory: Trajectory, point: Point, context: Context) -> tuple[Compared, ...]:
    """The scores that came down step by step: two or more points, or the size of strength 2, below base, or two or more
    below the median of the first three ratings, without a drop from the previous rating. Other scores that follow
    within three ratings belong to the same slide."""
    before: Point | None = point
    for _ in range(ONE_SLIDE):
        before = trajectory.preceding(before) if before else None
        if before and _slid(trajectory, before, context):
            return ()
    return _slid(trajectory, point, context)


def _slid(trajectory: Trajectory, point: Point, context: Context) -> tuple[Compared, ...]:
    """The scores that stand far below here and did not at the rating before; none beside a drop."""
    place = (id(trajectory), point.slot.number)
    if place not in context.slid:
        context.slid[place] = (trajectory, _newly_below(trajectory, point, context))
    return context.slid[place][1]


def _newly_below(trajectory: Trajectory, point: Point, context: Context) -> tuple[Compared, ...]:
    rule = context.drop_rule(trajectory, point)
    if rule is None or falls(trajectory, point, rule):
        return ()
    before = trajectory.preceding(point)
    earlier_rule = context.drop_rule(trajectory, before) if before else None
    known = _far_below(trajectory, before, earlier_rule) if before and earlier_rule else {}
    below = _far_below(trajectory, point, rule)
    return tuple(below[key] for key in below if key not in known)


def _far_below(trajectory: Trajectory, point: Point, rule: DropRule) -> dict[str, Compared]:
    """The scores that stand far below what they were, with what they are held against."""
    measure = trajectory.measure
    below: dict[str, Compared] = {}
    for condition in rule.strengths[0]:
        for key in measure.watched(condition.on):
            now = point.scores.of(key)
            base = trajectory.middle(point, key)
            if now is None or base is None:
                continue
            reference = max(
                (base, _start(trajectory, point, key, base)), key=lambda r: measure.loss(r, now)
            )
            if measure.loss(reference, now) >= condition.points:
                below.setdefault(key, Compared(key, now, reference))
    for condition in rule.strengths[1]:
        keys = [
            k for k in measure.watched(condition.on) if holds_for(trajectory, point, condition, k)
        ]
        for key in keys if len(keys) >= condition.count else ():
            base = trajectory.middle(point, key)
            below.setdefault(key, Compared(key, point.scores.of(key), base))
    return below


def _start(trajectory: Trajectory, point: Point, key: str, base: Fraction) -> Fraction:
    """The median of the first three values; the base where there are not three before this rating."""
    values = [v for p in trajectory.earlier(point, key) if (v := p.scores.of(key)) is not None]
    return Fraction(median(values[:FIRST_RATINGS])) if len(values) >= FIRST_RATINGS else base
