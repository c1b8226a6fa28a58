"""Reliable change, cut-offs and categories: each limit on the side it belongs to."""

from fractions import Fraction as F

import hypothesis.strategies as st
import pytest
from hypothesis import assume, given

from tests.domain.courses import SOMEONE_ELSE, slot, trajectory
from tracker.domain.measures.measure import Better
from tracker.domain.rules.change import (
    Category,
    Cutoff,
    Group,
    Z,
    category,
    cutoff,
    difference_variance,
    effect_size,
    rci,
    reliable,
    since_first,
    smallest_reliable,
)
from tracker.reference.loader import measures

K10 = measures()["k10"]
CLINICAL, FUNCTIONAL = Group(F(20), F(6)), Group(F(8), F(4))
LOWER, HIGHER = Better.LOWER, Better.HIGHER
tenths = st.integers(-400, 400).map(lambda n: F(n, 10))
spreads = st.integers(1, 200).map(lambda n: F(n, 10))


def test_the_three_cutoffs() -> None:
    found = {kind: cutoff(kind, CLINICAL, FUNCTIONAL, LOWER) for kind in Cutoff}
    assert found == {Cutoff.A: 8, Cutoff.B: 16, Cutoff.C: F(64, 5)}
    mirrored = [Group(-group.mean, group.sd) for group in (CLINICAL, FUNCTIONAL)]
    assert {kind: -cutoff(kind, *mirrored, HIGHER) for kind in Cutoff} == found


def test_the_index_by_hand() -> None:
    variance = difference_variance(F(10), F("0.755"))
    assert variance == 49  # S = 7
    assert rci(F(-14), variance) == -2
    assert rci(F(10), variance) == F("1.428571")
    assert rci(F("0"), variance) == 0
    assert rci(F(1), F(4), digits=0) == 1  # a half, away from zero


@pytest.mark.parametrize(
    ("sd", "reliability"), [("0", ".8"), ("-1", ".8"), ("5", "1"), ("5", "-.1")]
)
def test_a_spread_or_reliability_that_cannot_be_is_refused(sd: str, reliability: str) -> None:
    with pytest.raises(ValueError, match="above 0"):
        difference_variance(F(sd), F(reliability))


def test_a_change_exactly_at_the_limit_is_not_reliable() -> None:
    variance = difference_variance(F(1), F("0.5"))  # S = 1, so the limit is Z itself
    assert variance == 1
    assert not reliable(Z, variance)
    assert not reliable(-Z, variance)
    assert reliable(Z + F(1, 10**9), variance)
    assert reliable(-Z - F(1, 10**9), variance)


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (20, 8, Category.RECOVERED),
        (20, 12, Category.IMPROVED),  # at the cut-off is not functional
        (12, 4, Category.IMPROVED),  # nor clinical
        (20, 13, Category.IMPROVED),
        (6, 1, Category.IMPROVED),
        (20, 20, Category.UNCHANGED),
        (20, 28, Category.DETERIORATED),  # from the clinical range
        (2, 10, Category.DETERIORATED),  # and within the functional one
        (8, 20, Category.HARMED),
        (8, 12, Category.HARMED),
        (12, 20, Category.HARMED),
    ],
)
@pytest.mark.parametrize("better", Better)
def test_the_five_categories(before: int, after: int, expected: Category, better: Better) -> None:
    sign = 1 if better is LOWER else -1
    found = category(
        F(sign * before), F(sign * after), reliable=True, cutoff=F(sign * 12), better=better
    )
    assert found is expected
    unreliable = category(F(before), F(after), reliable=False, cutoff=F(12), better=better)
    assert unreliable is Category.UNCHANGED


@pytest.mark.parametrize("better", Better)
def test_a_small_change_that_is_reliable_counts_as_a_large_one(better: Better) -> None:
    """A scale of a few points: half a point may be reliable."""
    sign = F(1) if better is HIGHER else F(-1)

    def found(before: str, after: str) -> Category:
        limit = sign * F(1)
        return category(
            sign * F(before), sign * F(after), reliable=True, cutoff=limit, better=better
        )

    assert found("0.8", "1.3") is Category.RECOVERED
    assert found("0.2", "0.7") is Category.IMPROVED
    assert found("0.7", "0.2") is Category.DETERIORATED
    assert found("1.8", "1.3") is Category.DETERIORATED
    assert found("1.3", "0.8") is Category.HARMED


def test_an_effect_size_is_above_zero_for_better() -> None:
    assert effect_size(F(20), F(8), F(6), LOWER) == 2
    assert effect_size(F(20), F(8), F(6), HIGHER) == -2


@given(tenths, tenths, spreads, st.integers(0, 99), tenths)
def test_shifting_scores_and_norms_together_changes_nothing(before, after, sd, percent, shift):
    variance = difference_variance(sd, F(percent, 100))
    assert rci(after - before, variance) == rci((after + shift) - (before + shift), variance)
    for kind in Cutoff:
        groups = Group(F(20), sd), Group(F(8), F(4))
        moved = [Group(group.mean + shift, group.sd) for group in groups]
        here, there = cutoff(kind, *groups, LOWER), cutoff(kind, *moved, LOWER)
        assert there - here == shift
        same = reliable(after - before, variance)
        assert category(before, after, reliable=same, cutoff=here, better=LOWER) is category(
            before + shift, after + shift, reliable=same, cutoff=there, better=LOWER
        )


@given(tenths, spreads, st.integers(0, 99))
def test_the_index_agrees_with_the_decision(change, sd, percent):
    variance = difference_variance(sd, F(percent, 100))
    index = rci(change, variance)
    assume(abs(abs(index) - Z) > F(1, 10**6))
    assert reliable(change, variance) is (abs(index) > Z)
    assert rci(-change, variance) == -index


def judged(key: str, *totals: str, age_band: str = "adult"):
    """The change over a course of totals."""
    course = trajectory(measures()[key], *totals)
    return since_first(course, course.points[-1], age_band, course.measure.reliable_change)


@pytest.mark.parametrize(
    ("key", "totals", "expected"),
    [
        ("oq-45", ("64", "50"), Category.RECOVERED),  # 64 is clinical, 14 exactly is reliable
        ("oq-45", ("64", "51"), Category.UNCHANGED),
        ("oq-45", ("78", "64"), Category.IMPROVED),  # 64 is not functional
        ("oq-45", ("77", "63"), Category.RECOVERED),
        ("oq-45", ("63", "49"), Category.IMPROVED),  # from the functional range
        ("oq-45", ("63", "77"), Category.HARMED),
        ("oq-45", ("40", "54"), Category.DETERIORATED),
        ("oq-45", ("70", "84"), Category.DETERIORATED),
        ("ors", ("20", "26"), Category.RECOVERED),
        ("ors", ("19", "25"), Category.IMPROVED),  # 25 is neither
        ("ors", ("25", "31"), Category.IMPROVED),
        ("ors", ("25", "19"), Category.HARMED),
        ("ors", ("31", "25"), Category.HARMED),
    ],
)
def test_a_published_change_and_cutoff_decide_by_their_own_sides(key, totals, expected) -> None:
    found = judged(key, *totals)
    assert found is not None
    assert found.category is expected


@pytest.mark.parametrize(
    ("totals", "sides"),
    [(("64", "50"), (True, True)), (("78", "64"), (True, False)), (("63", "49"), (False, True))],
)
def test_a_change_says_on_which_side_it_began_and_ended(
    totals: tuple[str, str], sides: tuple[bool, bool]
) -> None:
    found = judged("oq-45", *totals)
    assert found is not None
    assert (found.clinical, found.functional) == sides


def test_what_cannot_be_judged_is_not_and_a_design_default_says_so() -> None:
    course = trajectory(K10, "40", "20")
    unjudged = since_first(course, course.points[-1], "adult", None)
    assert unjudged
    assert (unjudged.gain, unjudged.reliable, unjudged.category) == (20, None, None)
    assert unjudged.clinical is not None
    by_default = judged("k10", "40", "32")
    assert by_default
    assert (by_default.category, by_default.published) == (Category.IMPROVED, False)
    published = judged("ors", "20", "26")
    assert published
    assert published.published
    no_cutoff = judged("ors", "20", "30", age_band="child")
    assert no_cutoff
    assert (no_cutoff.reliable, no_cutoff.clinical, no_cutoff.functional) == (True, None, None)
    assert no_cutoff.category is None
    unchanged = judged("ors", "20", "25", age_band="child")
    assert unchanged
    assert unchanged.category is Category.UNCHANGED  # which takes no cut-off


def test_a_change_is_from_the_first_of_the_same_series() -> None:
    assert judged("ors", "20") is None
    places = [slot(n, clinician=SOMEONE_ELSE) if n > 2 else slot(n) for n in (1, 2, 3, 4)]
    course = trajectory(measures()["ors"], "10", "12", "20", "27", slots=places)
    by = course.measure.reliable_change
    found = since_first(course, course.points[-1], "adult", by)
    assert found
    assert (found.first.slot.number, found.latest.slot.number, found.gain) == (3, 4, 7)
    assert since_first(course, course.points[2], "adult", by) is None


@given(st.fractions(F(1, 100), 50, max_denominator=1000), st.sampled_from([F(1), F(1, 4), F(2)]))
def test_the_smallest_reliable_change_is_the_next_step_and_no_more(variance, step) -> None:
    points = smallest_reliable(variance, step)
    assert (points / step).denominator == 1
    assert points**2 >= 2 * Z * Z * variance > (points - step) ** 2


def test_a_number_of_steps_that_fits_exactly_is_not_raised() -> None:
    assert smallest_reliable(2 / Z**2, F(1)) == 2
    assert smallest_reliable(2 / Z**2 + F(1, 10**9), F(1)) == 3
    assert smallest_reliable(F(1, 2) / Z**2, F(1, 4)) == 1
