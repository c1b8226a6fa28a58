"""The small charts of goals: one scale, the same sessions."""

import re

import pytest

from tracker.charts import progress


def circles(values: list[int | None]) -> list[tuple[float, float]]:
    drawn = progress.render(values)
    return [
        (float(x), float(y)) for x, y in re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)"', drawn)
    ]


def test_the_scale_is_fixed_and_sessions_keep_their_place() -> None:
    (low, top), (high, bottom) = circles([10, None, 0])
    assert (top, bottom) == (progress.TOP, progress.HEIGHT - progress.BOTTOM)
    assert low < high
    assert circles([None, None, 0]) == [(high, bottom)]


@pytest.mark.parametrize(("values", "lines"), [([3], 0), ([3, None, 5], 1), ([None, 4], 0)])
def test_values_are_joined_over_sessions_without_one(values: list[int | None], lines: int) -> None:
    assert progress.render(values).count("<polyline") == lines


def test_it_is_hidden_from_screen_readers_as_the_words_say_it() -> None:
    assert 'aria-hidden="true"' in progress.render([1, 2])
