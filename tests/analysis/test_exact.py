"""Numbers with many decimals stand for what they were computed from, and scales hold them as whole units."""

from fractions import Fraction as F

import hypothesis.strategies as st
import numpy as np
import pytest
from hypothesis import given, settings

from tests.depth import examples
from tracker.analysis.exact import LARGEST, fraction, scale_of, units

scores = st.builds(F, st.integers(-40_000, 40_000), st.sampled_from([1, 3, 7, 10, 12, 25, 60, 97]))


@settings(max_examples=examples(60), deadline=None)
@given(scores, st.sampled_from([".15g", ".17g"]))
def test_a_mean_is_known_by_fifteen_digits(score: F, digits: str) -> None:
    assert fraction(float(format(float(score), digits))) == score


@settings(max_examples=examples(60), deadline=None)
@given(st.integers(-(10**12), 10**12))
def test_a_decimal_is_itself(millionths: int) -> None:
    """Whatever fraction lies near it."""
    assert fraction(millionths / 10**6) == F(millionths, 10**6)


@pytest.mark.parametrize("digits", ["54.1234567890123", "0.3333333", "-7.00000012"])
def test_other_digits_are_what_they_are(digits: str) -> None:
    assert fraction(float(digits)) == F(digits)


@settings(max_examples=examples(60), deadline=None)
@given(st.lists(scores | st.sampled_from([F("0.000001"), F("54.1234567890123")]), min_size=1))
def test_units_are_exact(values: list[F]) -> None:
    table = np.array([*map(float, values), np.nan])
    scale = scale_of(table)
    whole = units(table, scale)
    assert [F(int(unit), scale.units) for unit in whole[:-1]] == values
    most = max(abs(int(unit)) for unit in whole)
    assert scale.large or most <= LARGEST + scale.units
    assert scale.large == (whole.dtype == object)
