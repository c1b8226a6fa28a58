"""Change over a course of treatment: reliable or not, past a cut-off or not.

    Jacobson & Truax 1991        RCI = (after - before) / S,  S = SD * sqrt(2) * sqrt(1 - reliability)
    a measure's published value  "6 or more": inclusive, where the computed one is strict
    a measure without one        1.96 * sqrt(2) * the within-person SD, rounded up: the practice's own, or a design
                                 default; inclusive too

Everything is decided on squares of exact fractions, so that a change exactly at a limit is on the side it belongs to.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from math import ceil, isqrt

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Better, Measure, ReliableChange

Z = Fraction("1.959964")  # two-sided .05 of the normal distribution


class Category(StrEnum):
    """What became of a course, by reliable change and cut-off."""

    RECOVERED = "recovered"
    IMPROVED = "improved"
    UNCHANGED = "unchanged"
    DETERIORATED = "deteriorated"
    HARMED = "harmed"


class Cutoff(StrEnum):
    """Which of the three cut-offs of Jacobson & Truax 1991 between clinical and functional scores."""

    A = "a"  # two SD from the clinical mean, towards function
    B = "b"  # two SD from the functional mean, towards dysfunction
    C = "c"  # where the two distributions cross


@dataclass(frozen=True)
class Group:
    """Mean and standard deviation of a group of people, in the measure's points."""

    mean: Fraction
    sd: Fraction


def cutoff(kind: Cutoff, clinical: Group, functional: Group, better: Better) -> Fraction:
    """The cut-off in the measure's points: m +- 2 SD of the kind's own group, or the SD-weighted mean of both (c)."""
    towards = 1 if better is Better.HIGHER else -1
    if kind is Cutoff.A:
        return clinical.mean + towards * 2 * clinical.sd
    if kind is Cutoff.B:
        return functional.mean - towards * 2 * functional.sd
    weighted = clinical.sd * functional.mean + functional.sd * clinical.mean
    return weighted / (clinical.sd + functional.sd)


def difference_variance(sd: Fraction, reliability: Fraction) -> Fraction:
    """The square of S, the standard error of a difference between two ratings. ValueError without a spread, or for a
    reliability that is not from 0 to below 1."""
    if sd <= 0 or not 0 <= reliability < 1:
        raise ValueError("the SD must be above 0, the reliability from 0 to below 1")
    return 2 * sd * sd * (1 - reliability)


def rci(change: Fraction, variance: Fraction, digits: int = 6) -> Fraction:
    """The reliable change index with the sign of the change, halves rounded away from zero. `variance` is S squared."""
    scaled = 4 * change * change * 10 ** (2 * digits) / variance
    size = Fraction((isqrt(int(scaled)) + 1) // 2, 10**digits)
    return size if change >= 0 else -size


def reliable(change: Fraction, variance: Fraction) -> bool:
    """True when the index lies beyond Z on either side: strict, as in Jacobson & Truax 1991."""
    return change * change > Z * Z * variance


def category(
    before: Fraction, after: Fraction, *, reliable: bool, cutoff: Fraction, better: Better
) -> Category:
    """The category of a course from its first to its last score. A score exactly at the cut-off is neither clinical nor
    functional; *harmed* is reliably worse without a clinical start, and not functional at the end."""
    if not reliable:
        return Category.UNCHANGED
    towards = 1 if better is Better.HIGHER else -1
    clinical = (before - cutoff) * towards < 0
    functional = (after - cutoff) * towards > 0
    return _category((after - before) * towards, clinical=clinical, functional=functional)


def _category(gain: Fraction, *, clinical: bool, functional: bool) -> Category:
    """The category of a reliable change: clinical before or not, functional after or not."""
    if gain == 0:
        return Category.UNCHANGED
    if gain > 0:
        return Category.RECOVERED if clinical and functional else Category.IMPROVED
    return Category.DETERIORATED if clinical or functional else Category.HARMED


def effect_size(before: Fraction, after: Fraction, sd: Fraction, better: Better) -> Fraction:
    """The change in standard deviations of the group it is seen against, above 0 for better."""
    return (after - before) / sd * (1 if better is Better.HIGHER else -1)


def gain_since_first(trajectory: Trajectory, point: Point) -> Fraction | None:
    """By how much this total is better than the first of its series (below 0: worse); None without two totals."""
    first = trajectory.first(point, TOTAL)
    now = point.scores.total
    if first is None or now is None or first == point:
        return None
    assert first.scores.total is not None
    return trajectory.measure.loss(now, first.scores.total)


def in_force(measure: Measure, own: ReliableChange | None) -> ReliableChange | None:
    """The reliable change that counts on a measure: the published one, else the practice's own, else the design
    default; None where there is none of them."""
    given = measure.reliable_change
    if given is not None and given.published:
        return given
    return own or given


def smallest_reliable(within_variance: Fraction, step: Fraction) -> Fraction:
    """The smallest number of whole steps that is no smaller than Z * sqrt(2 * the within-person variance)."""
    in_steps = 2 * Z * Z * within_variance / step**2
    whole = isqrt(ceil(in_steps))
    return step * (whole if whole * whole >= in_steps else whole + 1)


def reliably_worse(trajectory: Trajectory, point: Point, by: ReliableChange | None) -> bool:
    """True when this total is worse than the first of its series by the reliable change or more.

    A reliable change is inclusive ("6 or more"); Jacobson & Truax 1991. False without one, and where there are not two
    totals of the series (another therapist, or a version scored in another way, begins a new one).
    """
    gain = gain_since_first(trajectory, point)
    return by is not None and gain is not None and gain <= -by.points


@dataclass(frozen=True)
class Change:
    """An outcome from the first to one later rating of the same series.

    by          the reliable change that it was judged by: None where there is none
    gain        in the measure's points, above 0 for better
    reliable    None where there is no reliable change
    clinical    whether the first score lies in the clinical range; None without a cut-off for that age
    functional  whether the later one lies strictly beyond the cut-off; None likewise
    category    None where it takes a cut-off that is not published, or a reliable change
    """

    by: ReliableChange | None
    first: Point
    latest: Point
    gain: Fraction
    reliable: bool | None
    clinical: bool | None
    functional: bool | None
    category: Category | None

    @property
    def published(self) -> bool:
        """True where it was judged by a published reliable change."""
        return self.by is not None and self.by.published


def since_first(
    trajectory: Trajectory, point: Point, age_band: str, by: ReliableChange | None
) -> Change | None:
    """The change from the first rating of this one's series up to it; None without two totals to compare. `by` is the
    reliable change in force."""
    measure = trajectory.measure
    first = trajectory.first(point, TOTAL)
    gain = gain_since_first(trajectory, point)
    if gain is None or first is None or first.scores.total is None or point.scores.total is None:
        return None
    reliable = None if by is None else abs(gain) >= by.points
    clinical = measure.past_level(first.scores.total, age_band)
    functional = measure.functional(point.scores.total, age_band)
    judged: Category | None = None
    if reliable is False:
        judged = Category.UNCHANGED
    elif reliable and clinical is not None and functional is not None:
        judged = _category(gain, clinical=clinical, functional=functional)
    return Change(by, first, point, gain, reliable, clinical, functional, judged)
