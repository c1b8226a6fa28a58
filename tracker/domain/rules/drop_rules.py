"""Drops: the rule this product exists for.

    score
     10 |●---●
      8 |    `--●            base: median of up to five earlier ratings
      5 |        `--●  −3    two or more below the previous rating: a check-in

A client-rated alliance score that has fallen two or more points since the previous rating raises a check-in as it is
saved. No alliance measure has a validated drop threshold; the strengths are design defaults, with what they cost in
false prompts written in the measures' files.
"""

from dataclasses import replace
from fractions import Fraction

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.drops import Below, Condition, DropRule, On
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Kind, Rater
from tracker.domain.measures.numbers import show
from tracker.domain.rules.findings import Context, Fall, Finding, FlagKind, RatingRule, about

STRENGTH_WORDS = {
    1: "worth asking",
    2: "beyond the usual ups and downs",
    3: "well beyond, or seen twice",
}
REFERENCE = {Below.PREVIOUS: "the previous rating", Below.BASE: "the middle of earlier ratings"}


def falls(trajectory: Trajectory, point: Point, rule: DropRule) -> tuple[Fall, ...]:
    """Every watched score of this rating that has fallen by strength 1, in the measure's order."""
    by_key: dict[str, Fall] = {}
    for condition in rule.strengths[0]:
        for key in trajectory.measure.watched(condition.on):
            if holds_for(trajectory, point, condition, key) and key not in by_key:
                by_key[key] = _fall(trajectory, point, key, condition.points)
    order = [*(item.key for item in trajectory.measure.items), *(by_key.keys() - {TOTAL}), TOTAL]
    return tuple(by_key[key] for key in dict.fromkeys(order) if key in by_key)


def _fall(trajectory: Trajectory, point: Point, key: str, points: Fraction) -> Fall:
    previous = trajectory.previous(point, key)
    base = trajectory.base(point, key)
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
    return previous.scores.of(key) if below is Below.PREVIOUS else trajectory.base(point, key)


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


def in_words(condition: Condition, total: str) -> str:
    """What decided a strength, for "why am I seeing this": "an item 3 or more below the middle of earlier ratings"."""
    if condition.count > 1:
        what = f"{condition.count} {condition.on.value}s"
    else:
        what = {On.TOTAL: f"the {total.lower()}", On.ITEM: "an item", On.COMPONENT: "a component"}[
            condition.on
        ]
    return f"{what} {show(condition.points)} or more below {REFERENCE[condition.below]}"


def own_strength(trajectory: Trajectory, point: Point, rule: DropRule) -> tuple[int, str]:
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


def drop_since_previous(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """A client-rated alliance score two or more points below the previous rating (design default).

    Strength 2 becomes 3 when the rating before was a drop of strength 2 as well, or when an outcome measure stands
    reliably worse than at intake.
    """
    rule = context.drop_rule(trajectory, point)
    if rule is None or trajectory.rater is not Rater.CLIENT:
        return None
    if trajectory.measure.kind is not Kind.ALLIANCE:
        return None
    fell = falls(trajectory, point, rule)
    if not fell:
        return None
    strength, reason = own_strength(trajectory, point, rule)
    if strength == 2 and not point.scores.prorated:
        strength, reason = _raised(trajectory, point, context, reason)
    return replace(
        about(FlagKind.DROP, trajectory, point, reason=reason),
        strength=strength,
        falls=fell,
        held_back=point.held_back or None,
        strain=point.strain if point.strain and point.strain.there else None,
        own_setting=point.rating_id in context.rules,
    )


def _raised(trajectory: Trajectory, point: Point, context: Context, reason: str) -> tuple[int, str]:
    before = trajectory.preceding(point)
    earlier_rule = context.drop_rule(trajectory, before) if before else None
    if before and earlier_rule and own_strength(trajectory, before, earlier_rule)[0] >= 2:
        return 3, "the rating before was such a drop as well"
    if point.slot.number in context.worse_at:
        return 3, "an outcome measure stands reliably worse than at intake"
    return 2, reason


def wants_to_talk(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The client held something back or wants to talk: a check-in without a number (merged into a drop's, and into
    one about tension)."""
    if trajectory.rater is not Rater.CLIENT or not point.held_back:
        return None
    if point.strain and point.strain.unsettled:
        return None
    if drop_since_previous(trajectory, point, context):
        return None
    return replace(about(FlagKind.WANTS_TO_TALK, trajectory, point), held_back=point.held_back)


def therapist_drop(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """The therapist's own rating fell by as much as would raise a check-in for the client's (design default)."""
    rule = context.drop_rule(trajectory, point)
    if rule is None or trajectory.rater is not Rater.THERAPIST:
        return None
    fell = falls(trajectory, point, rule)
    finding = about(FlagKind.THERAPIST_DROP, trajectory, point)
    return (
        replace(finding, falls=fell, own_setting=point.rating_id in context.rules) if fell else None
    )


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.DROP: drop_since_previous,
    FlagKind.WANTS_TO_TALK: wants_to_talk,
    FlagKind.THERAPIST_DROP: therapist_drop,
}
