"""A client's usual range: an individuals chart of their own ratings (Shewhart). A reading aid; no rule uses it.

mean +- 2.66 * the mean of the steps between one rating and the next (2.66 = 3 / 1.128, the control-chart constants)
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

WIDTH = Fraction("2.66")
TRIAL, FIXED = (
    6,
    12,
)  # ratings; design default: shown from the first, no longer moved from the second on


@dataclass(frozen=True)
class UsualRange:
    """The range in the measure's points, how many ratings it rests on, and whether it stays as it is."""

    low: Fraction
    mean: Fraction
    high: Fraction
    count: int
    fixed: bool


def usual_range(values: Sequence[Fraction]) -> UsualRange | None:
    """The usual range of ratings in their order, from the sixth on; it rests on the first twelve at most. None before.

    A range that was begun anew is asked for with the ratings from then on. Ends may lie outside the measure's scale.
    """
    if len(values) < TRIAL:
        return None
    used = values[:FIXED]
    steps = [abs(after - before) for before, after in pairwise(used)]
    mean = sum(used, Fraction(0)) / len(used)
    reach = WIDTH * sum(steps, Fraction(0)) / len(steps)
    return UsualRange(mean - reach, mean, mean + reach, len(used), len(used) == FIXED)
