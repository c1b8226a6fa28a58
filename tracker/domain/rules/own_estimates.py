"""What a practice's own ratings say of a measure: the reliable change they come to, and what its clients usually give.

Both rest on the spread within a client. It is half the mean square of the differences between one rating and the next,
around the client's own mean difference (von Neumann, Kent, Bellinson & Hart 1941), and not the variance around the
client's mean: a mark that falls for good lies in one difference of many, while it would widen the variance of all
ratings, and a steady rise lies in none. What is left of true ups and downs makes the spread rather too large; marks
that resemble the ones before make it rather too small.
"""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise
from math import isqrt

from tracker.domain.course.trajectory import Point, Series, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Basis, Kind, Measure, Rater, ReliableChange
from tracker.domain.measures.numbers import rounded
from tracker.domain.measures.priors import Prior, Spread
from tracker.domain.rules.change import smallest_reliable
from tracker.domain.rules.watched import part

OWN_CLIENTS = 30  # design default: clients that an estimate takes
OWN_RATINGS = 6  # design default: ratings of each of them
OWN_DIGITS = 3  # decimals that the within-person SD of a reliable change is shown with
PART_DIGITS = 4  # decimals of what is kept in parts of the range
# Design defaults: no mean lies nearer to an end of the range, and no standard deviation is smaller. A spread of 0 comes
# of few clients and coarse steps, and would make every other mark impossible.
LEAST_MEAN = Fraction("0.01")
LEAST_SD = Fraction("0.03")

Marks = Sequence[Fraction]


class EstimateKind(StrEnum):
    """What is estimated from a practice's own ratings."""

    PRIOR = "prior"
    CHANGE = "reliable_change"


def estimated_kind(measure: Measure) -> EstimateKind | None:
    """What a practice's own ratings on a measure can say: the prior of one whose drops raise check-ins, the reliable
    change of an outcome that has no published one; None where neither decides anything."""
    if measure.checks_in:
        return EstimateKind.PRIOR
    change = measure.reliable_change
    published = change is not None and change.published
    by_clients = measure.kind is Kind.OUTCOME and Rater.CLIENT in measure.raters
    return EstimateKind.CHANGE if by_clients and not published else None


def enough_rated(measure: Measure, courses: Iterable[Trajectory]) -> list[tuple[Point, ...]]:
    """The ratings that an estimate rests on: of each course the longest series of those with a total, and for a prior
    with every item as well; courses with fewer than OWN_RATINGS of them are left out."""
    keys = {TOTAL}
    if estimated_kind(measure) is EstimateKind.PRIOR:
        keys |= {item.key for item in measure.scored_items}
    rated = (_longest(course, keys) for course in courses)
    return [points for points in rated if len(points) >= OWN_RATINGS]


def missing_clients(clients: int) -> int:
    """How many clients with enough ratings an estimate still takes, beside so many."""
    return max(OWN_CLIENTS - clients, 0)


def _longest(course: Trajectory, keys: Iterable[str]) -> tuple[Point, ...]:
    """The ratings of the longest series of a course that have all these scores, in order."""
    by_series: dict[Series, list[Point]] = {}
    for point in course.points:
        if all(point.scores.of(key) is not None for key in keys):
            by_series.setdefault(point.series, []).append(point)
    longest: list[Point] = max(by_series.values(), key=len, default=[])
    return tuple(longest)


def own_reliable_change(measure: Measure, courses: Iterable[Trajectory]) -> ReliableChange | None:
    """The reliable change that a practice's own ratings on a measure come to: Z * sqrt(2) * the within-person SD. None
    from fewer than OWN_CLIENTS courses with OWN_RATINGS totals each."""
    rated = enough_rated(measure, courses)
    if missing_clients(len(rated)):
        return None
    totals = [_scores(points, TOTAL) for points in rated]
    variance = within_variance(totals)
    if variance == 0:
        return None  # nobody ever marked otherwise: nothing is known of the noise
    source = (
        f"{sum(map(len, totals))} totals from {len(totals)} of this practice's own clients; the change between two "
        "totals that is more than one client's usual ups and downs, at 95 %"
    )
    points = smallest_reliable(variance, measure.total_step)
    sd = _root(variance, OWN_DIGITS)
    return ReliableChange(points, source, Basis.PRACTICE, sd, len(totals))


def own_prior(measure: Measure, courses: Iterable[Trajectory]) -> Prior | None:
    """What a practice's own clients usually give on a measure, in parts of the range from its worse end. None from
    fewer than OWN_CLIENTS courses with OWN_RATINGS ratings each.

    A mark is taken as mean + client + chance (one-way random effects). The mean is that of the clients' means, so that
    nobody counts more for having come longer. The variance between clients is the variance of their means without what
    chance puts into it, the variance within divided by each client's number of ratings (the analysis of variance's
    estimator for unequal numbers by unweighted means; Searle, Casella & McCulloch 1992). Items are estimated one by one
    and averaged, so that an item which all clients mark lower adds nothing to the spread.
    """
    rated = enough_rated(measure, courses)
    if missing_clients(len(rated)):
        return None
    total = [_parts(measure, points, TOTAL) for points in rated]
    items = [
        [_parts(measure, points, item.key) for points in rated] for item in measure.scored_items
    ]
    of_total = _spread([total])
    source = (
        f"{sum(map(len, rated))} ratings from {len(rated)} of this practice's own clients: mean and standard "
        "deviations within and between them"
    )
    return Prior(_spread(items) if items else of_total, of_total, source, len(rated))


def within_variance(courses: Iterable[Marks]) -> Fraction:
    """The variance of marks within a client: half that of the differences between one mark and the next around the
    client's mean difference, pooled over clients.

    Of n differences the sum of squares around their mean is expected to be 2 (n - 1/n) times the variance, as each mark
    lies in two of them.
    """
    squares = Fraction(0)
    expected = Fraction(0)
    for marks in courses:
        steps = [after - before for before, after in pairwise(marks)]
        mean = sum(steps, Fraction(0)) / len(steps)
        squares += sum(((step - mean) ** 2 for step in steps), Fraction(0))
        expected += len(steps) - Fraction(1, len(steps))
    return squares / expected / 2


def _spread(scores: Sequence[Sequence[Marks]]) -> Spread:
    """Mean and spreads of these scores together, each with its marks by course."""
    within = within_variance([marks for courses in scores for marks in courses])
    means = Fraction(0)
    between = Fraction(0)
    for courses in scores:
        of_clients = [_mean(marks) for marks in courses]
        mean = _mean(of_clients)
        by_chance = _mean([within / len(marks) for marks in courses])
        squares = sum(((each - mean) ** 2 for each in of_clients), Fraction(0))
        means += mean
        between += squares / (len(courses) - 1) - by_chance
    mean = rounded(means / len(scores), PART_DIGITS)
    return Spread(
        min(max(mean, LEAST_MEAN), 1 - LEAST_MEAN),
        max(_root(within, PART_DIGITS), LEAST_SD),
        max(_root(max(between / len(scores), Fraction(0)), PART_DIGITS), LEAST_SD),
    )


def _scores(points: Iterable[Point], key: str) -> list[Fraction]:
    return [value for point in points if (value := point.scores.of(key)) is not None]


def _parts(measure: Measure, points: Iterable[Point], key: str) -> list[Fraction]:
    return [part(measure, key, value) for value in _scores(points, key)]


def _mean(values: Marks) -> Fraction:
    return sum(values, Fraction(0)) / len(values)


def _root(variance: Fraction, digits: int) -> Fraction:
    """The square root, rounded to that many decimals."""
    return rounded(Fraction(isqrt(int(variance * 10**18)), 10**9), digits)
