"""From what is stored of a rating to its scores, in exact fractions."""

from collections.abc import Mapping
from fractions import Fraction

from tracker.domain.measures.entries import Answers, Scores
from tracker.domain.measures.measure import Better, Measure
from tracker.domain.measures.parts import Component, combined


def scored(measure: Measure, answers: Answers) -> Scores:
    """Item, component and total scores. What rests on too many missing items is missing; fewer are made up for by the
    mean of the others, where the measure's rule allows it, and the scores say so. An item that does not apply is no
    missing one, but has no score: that rule decides about it too."""
    values = {
        item.key: item.scored(answers.items[item.key])
        for item in measure.items
        if item.key in answers.items
    }
    scales = measure.typed_scales(answers)
    if scales or answers.total is not None:
        typed = {
            part.key: part.typed.score(answers.items[part.key]) for part in scales if part.typed
        }
        total = _typed_total(measure, answers, scales)
        left_out = len(measure.typed_components) - len(scales) if scales and total is None else 0
        return Scores(values | typed, total, scales_missing=left_out)
    return _from_items(measure, values, answers.not_applicable)


def _typed_total(measure: Measure, answers: Answers, scales: list[Component]) -> Fraction | None:
    """The total as it was typed, or as the typed scales make it up, when all of them are there."""
    whole = measure.typed_total
    if whole is None:
        return None
    if answers.total is not None:
        return whole.score(answers.total)
    points = [answers.items[part.key] * part.typed.step for part in scales if part.typed]
    complete = len(points) == len(measure.typed_components)
    return sum(points, Fraction(0)) * whole.worth if complete and measure.adds_up else None


def _from_items(
    measure: Measure, items: Mapping[str, Fraction], not_applicable: frozenset[str]
) -> Scores:
    values = dict(items)
    prorated = False
    for part in measure.components:
        if part.key in values:  # a component that is one item
            continue
        score = combined(part.method, part.times, part.items, items, part.missing)
        if score is not None:
            values[part.key] = score
            prorated = prorated or any(key not in items for key in part.items)
    keys = tuple(item.key for item in measure.scored_items)
    total = combined(measure.method, measure.times, keys, items, measure.may_miss)
    absent = frozenset(key for key in keys if key not in items)
    made_up = prorated or (total is not None and bool(absent))
    missing = len(absent - not_applicable)
    return Scores(values, total, made_up, missing, absent & not_applicable)


# Design default: "4 or more of 5", carried to other ranges linearly: (4 - 1) / (5 - 1) of the way.
STRONG = Fraction(3, 4)


def is_strong(measure: Measure, total: Fraction | None) -> bool:
    """True when a total stands three quarters of the way from the worst to the best score, or higher."""
    if total is None:
        return False
    way = (total - measure.low) / (measure.high - measure.low)
    return (way if measure.better is Better.HIGHER else 1 - way) >= STRONG
