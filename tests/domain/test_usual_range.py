"""A client's usual range: from six ratings, fixed at twelve."""

from fractions import Fraction as F

import hypothesis.strategies as st
from hypothesis import given

from tracker.domain.usual_range import UsualRange, usual_range


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
