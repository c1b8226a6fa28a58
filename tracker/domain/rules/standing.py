"""How one rating stands to those before it: what fell, how far each score lies below what was to be expected, and what
that makes of a drop, or of a rating without one."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cached_property

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.drops import DropRule
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Better, Measure
from tracker.domain.rules.falls import falls
from tracker.domain.rules.findings import Fall
from tracker.domain.rules.limits import (
    FALL,
    LARGE_FALL,
    LOWER_HALF,
    ONE_OF_SEVERAL,
    ONE_STEP,
    Rarity,
)
from tracker.domain.rules.quantiles import quantile

REASON = {
    1: "below the previous rating",
    2: "outside of what this client usually gives",
    3: "far outside of what this client usually gives",
}
LARGE = "a fall of two fifths of the scale or more"
INTO_LOWER_HALF = "a fall of a fifth of the scale or more that ends in its lower half"


@dataclass(frozen=True)
class SeenRating:
    """One rating beside the earlier ones of its series.

    z    how far each watched score lies below what was to be expected, where it has a recent value to compare with
    own  how many earlier ratings of the client each of them is compared with, as degrees of freedom
    """

    trajectory: Trajectory
    point: Point
    rule: DropRule
    z: Mapping[str, Decimal]
    freedom: Mapping[str, int]

    @property
    def measure(self) -> Measure:
        """What was rated."""
        return self.trajectory.measure

    @cached_property
    def fell(self) -> tuple[Fall, ...]:
        """The scores that fell by strength 1."""
        return falls(self.trajectory, self.point, self.rule)

    @cached_property
    def points(self) -> dict[str, Fraction]:
        """By how much each watched score has to slide to have slid far."""
        return slide_points(self.measure, self.rule)

    def now(self, key: str) -> Fraction:
        """The score of this rating, which has it."""
        value = self.point.scores.of(key)
        assert value is not None, "asked only of a score that the rating has"
        return value

    def below(self, key: str) -> Decimal:
        """How far the score lies below what was to be expected; less for one of several that are looked at."""
        return self.z[key] - (ONE_OF_SEVERAL if key != TOTAL else 0)

    def beyond(self, rarity: Rarity) -> tuple[str, ...]:
        """The scores that lie so far below that it would be as rare as that if nothing had changed."""
        return tuple(
            key for key in self.z if self.below(key) >= quantile(rarity, self.freedom[key])
        )

    def strength(self) -> tuple[int, str]:
        """The strength (1 to 3) of a drop seen by itself, and the words of what decided it. Only scores with a recent
        previous value can lift it above 1, and a prorated score never reaches 3."""
        if self.beyond(Rarity.VERY_STRONG) and not self.point.scores.prorated:
            return 3, REASON[3]
        if self.beyond(Rarity.STRONG):
            return 2, REASON[2]
        recent = [fall for fall in self.fell if not fall.stale]
        if any(self._part_lost(fall) >= LARGE_FALL for fall in recent):
            return 2, LARGE
        if any(self._part_lost(f) >= FALL and self._in_lower_half(f) for f in recent):
            return 2, INTO_LOWER_HALF
        return 1, REASON[1]

    def _part_lost(self, fall: Fall) -> Fraction:
        low, high = self.measure.ends(fall.key)
        return self.measure.loss(fall.previous, fall.now) / (high - low)

    def _in_lower_half(self, fall: Fall) -> bool:
        return part(self.measure, fall.key, fall.now) <= LOWER_HALF

    def unusual(self) -> tuple[str, ...]:
        """The scores far outside of what this client gives that are more than one step below the middle of earlier
        ratings."""
        far = []
        for key in self.beyond(Rarity.UNUSUAL):
            base = self.trajectory.base(self.point, key)
            step = one_step(self.measure, key)
            if base is not None and self.measure.loss(base, self.now(key)) > step:
                far.append(key)
        return tuple(far)


def part(measure: Measure, key: str, value: Fraction) -> Fraction:
    """Where a score stands in its range, from 0 at the worse end to 1."""
    low, high = measure.ends(key)
    up = (value - low) / (high - low)
    return up if measure.better is Better.HIGHER else 1 - up


def one_step(measure: Measure, key: str) -> Fraction:
    """The smallest fall of a score that says anything: a step of its answers, a tenth of its range at least."""
    low, high = measure.ends(key)
    steps = [item.step for item in measure.items if item.key == key]
    return max([(high - low) * ONE_STEP, *steps])


def watched_scores(measure: Measure, rule: DropRule) -> tuple[str, ...]:
    """The keys of all scores that the conditions of the rule look at."""
    conditions = (condition for strength in rule.strengths for condition in strength)
    return tuple(dict.fromkeys(key for c in conditions for key in measure.watched(c.on)))


def slide_points(measure: Measure, rule: DropRule) -> dict[str, Fraction]:
    """By how much each score has slid far: what is a drop in one step, or where a single step of the score is no drop,
    the size of the lowest fixed strength that looks at it."""
    points: dict[str, Fraction] = {}
    for condition in (condition for strength in rule.strengths for condition in strength):
        for key in measure.watched(condition.on):
            points.setdefault(key, condition.points)
    return points
