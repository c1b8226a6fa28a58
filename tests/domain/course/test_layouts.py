"""How the answers lay on the screen: only the words that are known, and only where every page says the same."""

from functools import reduce

import hypothesis.strategies as st
from hypothesis import given

from tracker.domain.course.layouts import NOT_KNOWN, ScaleLayout, layout_of, together


def test_anything_but_the_known_words_is_not_known() -> None:
    assert [layout_of(text) for text in ("one_row", "two_rows")] == list(ScaleLayout)
    assert [layout_of(text) for text in ("", "One row", "three_rows")] == [None] * 3


@given(st.lists(st.sampled_from(["one_row", "two_rows", "", "diagonal"]), min_size=1))
def test_pages_that_differ_leave_it_unknown(said: list[str]) -> None:
    agreed = said[0] if set(said) in ({"one_row"}, {"two_rows"}) else NOT_KNOWN
    assert reduce(together, said, None) == agreed
