"""Change over a course of treatment: reliable or not, past a cut-off or not.

    Jacobson & Truax 1991        RCI = (after - before) / S,  S = SD * sqrt(2) * sqrt(1 - reliability)
    a measure's published value  "6 or more": inclusive, where the computed one is strict
    a measure without one        1.96 * sqrt(2) * the within-person SD, rounded up: the practice's own, or a design
                                 default; inclusive too

Everything is decided on squares of exact fractions, so that a change exactly at a limit is on the side it belongs to.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import ceil, isqrt

from tracker.domain.course.trajectory import Point, Series, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Basis, Better, Measure, ReliableChange
from tracker.domain.measures.numbers import rounded

Z = Fraction("1.959964")  # two-sided .05 of the normal distribution
OWN_CLIENTS = 30  # design default: clients that a practice's own reliable change takes
OWN_RATINGS = 6  # design default: ratings of each of them
OWN_DIGITS = 3  # decimals that its within-person SD is shown with


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


def in_force(measure: Measure, own: Mapping[str, ReliableChange]) -> ReliableChange | None:
    """The reliable change that counts on a measure: the published one, else the practice's own (by key of the measure),
    else the design default; None where there is none of them."""
    given = measure.reliable_change
    if given is not None and given.published:
        return given
    return own.get(measure.key, given)


def smallest_reliable(within_variance: Fraction, step: Fraction) -> Fraction:
    """The smallest number of whole steps that is no smaller than Z * sqrt(2 * the within-person variance)."""
    in_steps = 2 * Z * Z * within_variance / step**2
    whole = isqrt(ceil(in_steps))
    return step * (whole if whole * whole >= in_steps else whole + 1)


def own_reliable_change(measure: Measure, courses: Iterable[Trajectory]) -> ReliableChange | None:
    """The reliable change that a practice's own ratings on a measure come to: Z * sqrt(2) * the within-person SD. None
    from fewer than 30 clients with six totals each.

    Of each client the longest stretch under one series counts. The within-person variance is half the variance of the
    differences between one total and the next around that client's own mean difference, which takes a steady trend
    out; pooled over clients by degrees of freedom. True ups and downs stay in it, so it is rather too large.
    """
    totals = [values for course in courses if len(values := _longest(course)) >= OWN_RATINGS]
    if len(totals) < OWN_CLIENTS:
        return None
    squares = Fraction(0)
    freedom = 0
    for values in totals:
        steps = [after - before for before, after in pairwise(values)]
        mean = sum(steps, Fraction(0)) / len(steps)
        squares += sum(((step - mean) ** 2 for step in steps), Fraction(0))
        freedom += len(steps) - 1
    variance = squares / freedom / 2
    if variance == 0:
        return None  # nobody ever marked otherwise: nothing is known of the noise
    sd = rounded(Fraction(isqrt(int(variance * 10**18)), 10**9), OWN_DIGITS)
    source = (
        f"This practice's own ratings: {sum(map(len, totals))} totals of {len(totals)} clients; the change between two "
        "totals that is more than one client's usual ups and downs, at 95 %"
    )
    points = smallest_reliable(variance, measure.total_step)
    return ReliableChange(points, source, Basis.PRACTICE, sd)


def _longest(course: Trajectory) -> list[Fraction]:
    """The totals of the longest series of a client, in order."""
    by_series: dict[Series, list[Fraction]] = {}
    for point in course.points:
        if point.scores.total is not None:
            by_series.setdefault(point.series, []).append(point.scores.total)
    return max(by_series.values(), key=len, default=[])


def reliably_worse(trajectory: Trajectory, by: ReliableChange | None, *, until: int) -> bool:
    """True when the last total up to session number `until` is worse than the first by the reliable change or more.

    A reliable change is inclusive ("6 or more"); Jacobson & Truax 1991. False without one, where there are not two
    totals, and across series (another therapist, or a version scored in another way).
    """
    scored = [p for p in trajectory.points if p.slot.number <= until and p.scores.total is not None]
    gain = gain_since_first(trajectory, scored[-1]) if scored else None
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
