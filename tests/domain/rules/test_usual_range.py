"""A client's usual range: from six ratings, fixed at twelve."""

from dataclasses import replace
from fractions import Fraction as F

import hypothesis.strategies as st
from hypothesis import given

from tests.domain.courses import SOMEONE_ELSE, slot, trajectory
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.usual_range import UsualRange, has_range, stretches, usual_range
from tracker.reference.loader import measures

CHECK = measures()["session-check"]


def test_by_hand() -> None:
    found = usual_range([F(n) for n in (8, 7, 8, 9, 8, 8)])  # steps 1 1 1 1 0, mean 0.8
    assert found == UsualRange(F(8) - F("2.128"), F(8), F(8) + F("2.128"), 6, fixed=False)


def test_there_is_none_below_six_and_it_is_fixed_from_twelve_on() -> None:
    assert usual_range([F(8)] * 5) is None
    twelve = [F(n) for n in (8, 7, 8, 9, 8, 8, 7, 8, 9, 8, 8, 7)]
    found = usual_range(twelve)
    assert found
    assert (found.count, found.fixed) == (12, True)
    assert usual_range([*twelve, F(0), F(0)]) == found
    eleven = usual_range(twelve[:11])
    assert eleven
    assert not eleven.fixed


def test_ratings_that_never_move_have_no_width() -> None:
    found = usual_range([F(10)] * 7)
    assert found
    assert (found.low, found.high) == (10, 10)


@given(
    st.lists(st.integers(0, 100).map(lambda n: F(n, 10)), min_size=6, max_size=20),
    st.integers(-9, 9),
)
def test_it_moves_with_the_scale(values, shift) -> None:
    here, there = usual_range(values), usual_range([value + shift for value in values])
    assert here
    assert there
    assert (there.low - here.low, there.mean - here.mean, there.high - here.high) == (shift,) * 3


def course(*bonds: int | None, changed_at: int = 99):
    """Ratings with these marks for bond; None is a session without one."""
    places = [
        slot(n, clinician=SOMEONE_ELSE) if n >= changed_at else slot(n)
        for n in range(1, len(bonds) + 1)
    ]
    marks = [None if bond is None else (bond, 8, 8, None) for bond in bonds]
    return trajectory(CHECK, *marks, slots=places)


def rests_on(*bonds: int) -> tuple[int, UsualRange | None]:
    """How many ratings the last range rests on, and the range."""
    last = stretches(course(*bonds), "bond")[-1]
    return last.count, last.usual


def test_a_fall_lies_outside_of_the_range_that_it_falls_from() -> None:
    steady = (8, 7, 8, 7, 8, 7)
    assert rests_on(*steady, 4) == rests_on(*steady)
    usual = rests_on(*steady, 4)[1]
    assert usual
    assert usual.low > 4
    assert rests_on(*steady, 4, 4, 4) == rests_on(*steady)  # still low


def test_what_was_back_counts_again() -> None:
    steady = (8, 7, 8, 7, 8, 7)
    assert rests_on(*steady, 4, 8, 7) == rests_on(*steady, 8, 7)
    assert rests_on(*steady, 4, 4, 8, 7) == rests_on(*steady, 8, 7)
    five_later = rests_on(*steady, 4, 4, 4, 4, 4, 4)
    assert five_later == rests_on(*steady)
    assert rests_on(*steady, 4, 4, 4, 4, 4, 4, 4)[0] == 7  # by then it is a level of its own


def test_a_second_fall_that_is_back_leaves_the_first_as_it_is() -> None:
    """7 and 6 are back from the fall to 2, whose base was 6.5, and not from the one to 5, whose base was 8."""
    assert stretches(course(8, 5, 2, 7, 6), "bond")[-1].count == 1


def test_a_single_item_falls_by_itself() -> None:
    marks = [(8, 8, 8, None)] * 6 + [(4, 8, 8, None)]
    line = trajectory(CHECK, *marks)
    assert [stretches(line, key)[-1].count for key in ("bond", "goals")] == [6, 7]


def test_a_stretch_runs_from_its_first_to_its_last_rating() -> None:
    (whole,) = stretches(course(None, 8, 7, 8, None, 9, 8, 8, None), "bond")
    assert (whole.first, whole.last, whole.count) == (2, 8, 6)
    assert whole.usual == usual_range([F(n) for n in (8, 7, 8, 9, 8, 8)])
    assert stretches(course(None), "bond") == ()
    assert stretches(course(8), "overall") == ()  # not answered
    rows = [(8, 8, 8, 8), (None, 8, 8, 8), (8, 8, 8, 8)]
    (left_out,) = stretches(trajectory(CHECK, *rows), "bond")
    assert (left_out.first, left_out.last, left_out.count) == (1, 3, 2)
    (few,) = stretches(course(8, 8, 8), "bond")
    assert (few.count, few.usual) == (3, None)


def test_another_series_and_a_new_beginning_start_a_stretch() -> None:
    ten = [8] * 10
    assert [s.first for s in stretches(course(*ten, changed_at=4), "bond")] == [1, 4]
    anew = stretches(course(*ten), "bond", {5})
    assert [(s.first, s.last, s.count) for s in anew] == [(1, 4, 4), (5, 10, 6)]
    assert [s.usual is None for s in anew] == [True, False]
    assert len(stretches(course(*ten), "bond", {1})) == 1  # at the first
    *_, empty = stretches(course(*ten), "bond", {11})  # not rated since
    assert (empty.first, empty.last, empty.count, empty.usual) == (11, 11, 0, None)
    last = stretches(course(*ten), "bond", {10})  # with the last rating
    assert [(s.first, s.last, s.count) for s in last] == [(1, 9, 9), (10, 10, 1)]
    gap = stretches(course(8, 8, None, 8, 8), "bond", {3})
    assert [s.first for s in gap] == [1, 4]
    assert [s.first for s in stretches(course(*ten), "bond", {3, 8})] == [1, 3, 8]


def test_a_series_that_comes_back_goes_on_where_it_was() -> None:
    places = [slot(n, clinician=SOMEONE_ELSE) if n == 7 else slot(n) for n in range(1, 13)]
    found = stretches(trajectory(CHECK, *[(8, 8, 8, None)] * 12, slots=places), "bond")
    assert [(s.first, s.last, s.count) for s in found] == [(1, 6, 6), (7, 7, 1), (8, 12, 11)]
    anew = stretches(trajectory(CHECK, *[(8, 8, 8, None)] * 12, slots=places), "bond", {4})
    assert [s.count for s in anew] == [3, 3, 1, 8]


def test_only_what_raises_a_check_in_is_left_out_as_a_fall() -> None:
    line = course(8, 7, 8, 7, 8, 7, 4)
    assert stretches(line, "bond")[-1].count == 6
    theirs = replace(line, rater=Rater.THERAPIST)
    assert stretches(theirs, "bond")[-1].count == 7
    without_a_rule = replace(line, measure=replace(CHECK, drop=None))
    assert stretches(without_a_rule, "bond")[-1].count == 7


def test_a_measure_of_the_alliance_has_a_usual_range_and_an_outcome_is_meant_to_move() -> None:
    assert has_range(CHECK)
    assert not has_range(measures()["ors"])
