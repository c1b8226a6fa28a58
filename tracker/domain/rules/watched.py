"""The scores of a measure that a drop rule watches, and what counts on the range of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from tracker.domain.measures.drops import DropRule
from tracker.domain.measures.measure import Better, Measure
from tracker.domain.measures.priors import Prior
from tracker.domain.rules import limits
from tracker.domain.rules.outlook import DIGITS, Assumed


@dataclass(frozen=True)
class WatchedScore:
    """One score as the rules look at it.

    low, span  its lowest value, and how far it is from there to the highest
    points     by how much it has to come down to have slid far
    step       the smallest fall that says anything
    assumed    what clients usually give
    """

    key: str
    low: Fraction
    span: Fraction
    better: Better
    points: Fraction
    step: Fraction
    assumed: Assumed

    def mark(self, value: Fraction) -> Decimal:
        """Where a value stands in the range, from 0 at the worse end to 1, in decimals of 28 digits."""
        low = self.low
        above = value.numerator * low.denominator - low.numerator * value.denominator
        of = value.denominator * low.denominator
        part = above * self.span.denominator
        whole = of * self.span.numerator
        return DIGITS.divide(
            Decimal(part if self.better is Better.HIGHER else whole - part), Decimal(whole)
        )


def watched_scores(measure: Measure, rule: DropRule, prior: Prior) -> Mapping[str, WatchedScore]:
    """All scores that the conditions of the rule look at, by key, in their order."""
    return {
        key: _score(measure, key, points, prior) for key, points in _points(measure, rule).items()
    }


def _score(measure: Measure, key: str, points: Fraction, prior: Prior) -> WatchedScore:
    low, high = measure.ends(key)
    usual = (prior.item, limits.ITEM_SD) if measure.is_item(key) else (prior.total, limits.TOTAL_SD)
    return WatchedScore(
        key, low, high - low, measure.better, points, one_step(measure, key), Assumed.of(*usual)
    )


def _points(measure: Measure, rule: DropRule) -> dict[str, Fraction]:
    """By how much each score has slid far: what is a drop in one step, or where a single step of the score is no drop,
    the size of the lowest fixed strength that looks at it."""
    points: dict[str, Fraction] = {}
    for condition in (condition for strength in rule.strengths for condition in strength):
        for key in measure.watched(condition.on):
            points.setdefault(key, condition.points)
    return points


def one_step(measure: Measure, key: str) -> Fraction:
    """The smallest fall of a score that says anything: a step of its answers, a tenth of its range at least."""
    low, high = measure.ends(key)
    steps = [item.step for item in measure.items if item.key == key]
    return max([(high - low) * limits.ONE_STEP, *steps])


def part(measure: Measure, key: str, value: Fraction) -> Fraction:
    """Where a score stands in its range, from 0 at the worse end to 1."""
    low, high = measure.ends(key)
    up = (value - low) / (high - low)
    return up if measure.better is Better.HIGHER else 1 - up
