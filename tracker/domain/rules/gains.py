"""Sudden gains and losses between two sessions (Tang & DeRubeis 1999), decided in exact numbers.

    sessions   n-2  n-1   n  |  n+1  n+2  n+3        a gain between n and n+1, where lower is better:
                '---before---'    '---after---'
    (1) the step is the cut-off or more   (2) it is 25 % of the score at n or more   (3) the means of up to three
    sessions on each side differ by more than t * sqrt(pooled variance)

Each criterion is true, false, or unknown; all are unknown where the score before or after is missing, since one of them
decides nothing about a step that nobody saw. All three must hold: false if any is false, unknown
if none is false and one is unknown. A loss is the mirror image; the percentage is always of the score before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from types import MappingProxyType

from tracker.domain.measures.measure import Better

PERCENT = Fraction(1, 4)
AROUND = 3  # sessions looked at on each side
FEWEST = 2  # scores needed on each side
FIRST = 2  # the first interval of a course is not judged, nor is the last
# Student's t, two-sided .05, by degrees of freedom: at most three scores a side make two to four of them.
T_05: Mapping[int, Fraction] = MappingProxyType(
    {2: Fraction("4.302652729911"), 3: Fraction("3.182446305284"), 4: Fraction("2.776445105198")}
)


@dataclass(frozen=True)
class Sudden:
    """The three criteria of one direction, and all of them together; None is unknown."""

    step: bool | None
    share: bool | None
    means: bool | None

    @property
    def all(self) -> bool | None:
        """True when all hold, False when any does not, else None."""
        criteria = (self.step, self.share, self.means)
        return False if False in criteria else None if None in criteria else True


@dataclass(frozen=True)
class Interval:
    """What was found between two sessions that follow each other by number."""

    before: int
    after: int
    gain: Sudden
    loss: Sudden


def sudden(
    scores: Mapping[int, Fraction],
    last: int,
    *,
    cutoff: Fraction,
    better: Better,
    since: int = FIRST,
    percent: Fraction = PERCENT,
    t: Mapping[int, Fraction] = T_05,
) -> Iterator[Interval]:
    """Every judged interval of a course: from the second to the last but one of the sessions 1 to `last`, or from
    session number `since` on. `scores` are by session number; `t` holds the two-sided quantile for 2 to 4 degrees of
    freedom."""
    down = better is Better.LOWER
    for n in range(max(since, FIRST), last - 1):
        fall = _direction(scores, n, cutoff, percent, t, sign=1)
        rise = _direction(scores, n, cutoff, percent, t, sign=-1)
        yield Interval(n, n + 1, *((fall, rise) if down else (rise, fall)))


def _direction(
    scores: Mapping[int, Fraction],
    n: int,
    cutoff: Fraction,
    percent: Fraction,
    t: Mapping[int, Fraction],
    *,
    sign: int,
) -> Sudden:
    """The criteria for a fall (sign 1) or a rise (sign -1) of the raw scores."""
    before = scores.get(n)
    after = scores.get(n + 1)
    if before is None or after is None:
        return Sudden(None, None, None)
    fallen = sign * (before - after)
    means = _means(scores, n, t, sign=sign)
    return Sudden(fallen >= cutoff, fallen >= percent * before, means)


def _means(
    scores: Mapping[int, Fraction], n: int, t: Mapping[int, Fraction], *, sign: int
) -> bool | None:
    earlier = [scores[s] for s in range(n - AROUND + 1, n + 1) if s in scores]
    later = [scores[s] for s in range(n + 1, n + AROUND + 1) if s in scores]
    if min(len(earlier), len(later)) < FEWEST:
        return None
    freedom = len(earlier) + len(later) - 2
    pooled = (_squares(earlier) + _squares(later)) / freedom
    fallen = sign * (_mean(earlier) - _mean(later))
    return fallen > 0 and fallen * fallen > t[freedom] ** 2 * pooled


def _mean(values: list[Fraction]) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _squares(values: list[Fraction]) -> Fraction:
    """The squared distances from the mean: variance times one less than their number."""
    mean = _mean(values)
    return sum(((value - mean) ** 2 for value in values), Fraction(0))
