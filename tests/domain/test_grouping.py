"""Rows by what they have in common."""

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.grouping import grouped


@given(st.lists(st.integers()))
def test_every_row_is_in_one_group_and_in_its_order(numbers: list[int]) -> None:
    found = grouped(numbers, lambda number: number % 3)
    assert found == {
        rest: [n for n in numbers if n % 3 == rest] for rest in {n % 3 for n in numbers}
    }
