"""The noise of made-up clients is what its equations say."""

from dataclasses import replace
from itertools import pairwise
from statistics import correlation, fmean, pvariance

import pytest

from tracker.simulation.generators import GENERATORS, ICC, MEAN, SD, Generator, client_noise, marked

BY_NAME = {generator.name: generator for generator in GENERATORS}
CLIENTS = 1500
SESSIONS = 8
Marks = list[tuple[tuple[float, ...], ...]]


def clients(generator: Generator, many: int = CLIENTS, icc: float = ICC) -> Marks:
    """The marks of so many clients on two items."""
    return [
        client_noise(generator, seed=5, client=n, items=2, sessions=SESSIONS, icc=icc).marks
        for n in range(many)
    ]


def within(marks: Marks) -> list[float]:
    """How far each mark on the first item is from its client's mean, made up for the few sessions that the mean is of."""
    steps = []
    for rows in marks:
        values = [row[0] for row in rows]
        steps += [(value - fmean(values)) * (SESSIONS / (SESSIONS - 1)) ** 0.5 for value in values]
    return steps


def test_the_same_arguments_give_the_same_marks_and_others_do_not() -> None:
    noise = BY_NAME["heavy"]
    first = client_noise(noise, seed=1, client=7, items=4, sessions=12)
    assert client_noise(noise, seed=1, client=7, items=4, sessions=12) == first
    assert client_noise(noise, seed=2, client=7, items=4, sessions=12) != first
    assert client_noise(noise, seed=1, client=8, items=4, sessions=12) != first
    assert client_noise(BY_NAME["normal"], seed=1, client=7, items=4, sessions=12) != first


@pytest.mark.parametrize("icc", [0.39, 0.58])
def test_so_much_of_the_variance_lies_between_clients(icc: float) -> None:
    marks = clients(BY_NAME["normal"], icc=icc)
    every = [row[0] for rows in marks for row in rows]
    assert fmean(every) == pytest.approx(MEAN, abs=0.01)
    assert pvariance(every) == pytest.approx(SD**2, rel=0.08)
    assert 1 - pvariance(within(marks)) / pvariance(every) == pytest.approx(icc, abs=0.04)


def test_one_kind_of_noise_lasts_and_has_heavy_tails() -> None:
    lasting = [pair for rows in clients(BY_NAME["heavy"]) for pair in pairwise(rows)]
    plain = [pair for rows in clients(BY_NAME["normal"]) for pair in pairwise(rows)]
    first = correlation([a[0] for a, _ in lasting], [b[0] for _, b in lasting])
    assert first == pytest.approx(ICC + 0.3 * (1 - ICC), abs=0.03)
    assert correlation([a[0] for a, _ in plain], [b[0] for _, b in plain]) == pytest.approx(
        ICC, abs=0.03
    )
    assert (
        _kurtosis(within(clients(BY_NAME["heavy"])))
        > 3.5
        > _kurtosis(within(clients(BY_NAME["normal"])))
    )


def _kurtosis(values: list[float]) -> float:
    return fmean(value**4 for value in values) / fmean(value**2 for value in values) ** 2


def test_one_kind_of_noise_rises_and_is_larger_for_some_clients() -> None:
    marks = clients(BY_NAME["uneven"])
    rise = fmean(rows[-1][0] for rows in marks) - fmean(rows[0][0] for rows in marks)
    assert rise == pytest.approx(0.005 * (SESSIONS - 1), abs=0.01)
    level = clients(replace(BY_NAME["uneven"], trend=0.0))
    assert pvariance(within(level)) == pytest.approx((1 - ICC) * SD**2, rel=0.1)
    spreads = sorted(pvariance([row[0] for row in rows]) for rows in level)
    plain = sorted(pvariance([row[0] for row in rows]) for rows in clients(BY_NAME["normal"]))
    tenth = CLIENTS // 10
    assert fmean(spreads[-tenth:]) > 1.5 * fmean(plain[-tenth:])


@pytest.mark.parametrize(
    ("value", "steps", "expected"),
    [(0.82, 10, 8), (0.85, 10, 9), (0.849, 10, 8), (1.3, 10, 10), (-0.2, 10, 0), (0.5, 4, 2)],
)
def test_a_mark_is_the_nearest_step_of_the_scale(value: float, steps: int, expected: int) -> None:
    assert marked(value, steps) == expected
