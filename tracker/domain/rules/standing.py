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
from tracker.domain.measures.measure import Measure
from tracker.domain.rules.falls import falls
from tracker.domain.rules.findings import Fall
from tracker.domain.rules.limits import (
    FALL,
    LARGE_FALL,
    LOWER_HALF,
    ONE_OF_SEVERAL,
    Rarity,
)
from tracker.domain.rules.quantiles import quantile
from tracker.domain.rules.watched import WatchedScore, part

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

    scores   what is watched of the measure, and `mark` where each that was given stands in its range
    z    how far each watched score lies below what was to be expected, where it has a recent value to compare with
    own  how many earlier ratings of the client each of them is compared with, as degrees of freedom
    """

    trajectory: Trajectory
    point: Point
    rule: DropRule
    scores: Mapping[str, WatchedScore]
    mark: Mapping[str, Decimal]
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

    def now(self, key: str) -> Fraction:
        """The score of this rating, which has it."""
        value = self.point.scores.of(key)
        assert value is not None, "asked only of a score that the rating has"
        return value

    def loss(self, before: Fraction, key: str) -> Fraction:
        """By how much the score, which the rating has, is worse than that."""
        return self.measure.loss(before, self.now(key))

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
        return self.measure.loss(fall.previous, fall.now) / self.scores[fall.key].span

    def _in_lower_half(self, fall: Fall) -> bool:
        return part(self.measure, fall.key, fall.now) <= LOWER_HALF
