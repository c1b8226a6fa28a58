"""Sudden gains and losses: each criterion true, false or unknown, and each equality on the side it belongs to."""

from collections.abc import Mapping
from fractions import Fraction as F

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tracker.domain.measures.measure import Better
from tracker.domain.rules.gains import AROUND, FEWEST, T_05, Interval, Sudden, sudden

LOWER, HIGHER = Better.LOWER, Better.HIGHER
courses = st.dictionaries(
    st.integers(1, 9), st.integers(0, 400).map(lambda n: F(n, 10)), max_size=9
)


def found(course: str, cutoff: str = "7", better: Better = LOWER) -> dict[int, Interval]:
    """The intervals of a course by the session before; a dot is a session without a score."""
    marks = course.split()
    scores = {n: F(mark) for n, mark in enumerate(marks, start=1) if mark != "."}
    judged = sudden(scores, len(marks), cutoff=F(cutoff), better=better)
    return {interval.before: interval for interval in judged}


def test_the_first_and_the_last_interval_are_not_judged() -> None:
    assert list(found("20 20 12 12 12")) == [2, 3]
    for short in ("", "20", "20 12", "20 20 12"):
        assert found(short) == {}


def test_a_gain_holds_by_all_three_criteria_and_is_no_loss() -> None:
    interval = found("21 20 10 11 9")[2]
    assert interval.after == 3
    assert interval.gain == Sudden(True, True, True)
    assert (interval.gain.all, interval.loss.all) == (True, False)


def test_the_same_upside_down_is_a_loss() -> None:
    interval = found("11 10 20 21 19")[2]
    assert (interval.gain.all, interval.loss.all) == (False, True)


@pytest.mark.parametrize(
    ("course", "step", "share"),
    [
        ("8 8.2 1.2 1 1", True, True),  # 7 exactly, though 8.2 - 1.2 is less in binary
        ("8 8.2 1.3 1 1", False, True),
        ("28 28 21 21 21", True, True),  # 25 % exactly
        ("28 28.1 21.1 21 21", True, False),
        ("8 0 0 0 0", False, True),  # a quarter of nothing
        ("9 9 . 1 1", None, None),
        ("9 . 1 1 1", None, None),
    ],
)
def test_the_step_and_its_share_at_their_limits(course, step, share) -> None:
    gain = found(course)[2].gain
    assert (gain.step, gain.share) == (step, share)


@pytest.mark.parametrize(
    ("course", "means"),
    [
        ("20 20 10 10 10", True),  # no spread at all
        ("20 20 20 20 20", False),
        ("20 20 19.5 19.5 19.5", True),  # by half a point, without any spread
        ("20 20 20.5 20.5 20.5", False),  # and the other way round
        (". 20 10 10 10", None),  # one score before
        ("20 20 10 . . 10", None),  # one after, as three calendar sessions hold
        ("20 . . . 10 10", None),
    ],
)
def test_the_means_need_two_scores_on_each_side(course, means) -> None:
    assert found(course)[2].gain.means is means


def test_a_difference_of_exactly_the_quantile_is_none() -> None:
    scores = {1: F(8), 2: F(10), 3: F(0), 4: F(0)}  # means 9 and 0, pooled variance (2 + 0) / 2 = 1

    def means(quantile: F) -> bool | None:
        t = dict.fromkeys((2, 3, 4), quantile)
        (interval,) = sudden(scores, 4, cutoff=F(1), better=LOWER, t=t)
        return interval.gain.means

    assert means(F(9)) is False
    assert means(F(9) - F(1, 10**9)) is True
    level = {n: F(3 if n < 4 else 1) for n in range(1, 7)}
    (same,) = [i for i in sudden(level, 6, cutoff=F(1), better=LOWER) if i.before == 3]
    assert same.gain.means is True  # a difference, and no spread that could hide it


def test_unknown_is_not_false_and_one_false_decides() -> None:
    assert Sudden(True, True, None).all is None
    assert Sudden(None, False, None).all is False
    assert Sudden(True, None, False).all is False


@given(courses, st.sampled_from([LOWER, HIGHER]))
def test_a_step_that_nobody_saw_is_unknown_throughout(scores, better) -> None:
    """Not even its means say anything: with the missing score they might come out the other way."""
    for interval in sudden(scores, 9, cutoff=F(7), better=better):
        seen = interval.before in scores and interval.after in scores
        for direction in (interval.gain, interval.loss):
            assert (direction.step is None, direction.share is None) == (not seen, not seen)
            if not seen:
                assert (direction.means, direction.all) == (None, None)


def brute(scores: Mapping[int, F], n: int) -> bool | None:
    """The third criterion for a fall, written another way: from sums, with the variances of the textbook."""
    sides = [
        [scores[k] for k in r if k in scores] for r in (range(n - 2, n + 1), range(n + 1, n + 4))
    ]
    if {n, n + 1} - scores.keys() or any(len(side) < FEWEST for side in sides):
        return None
    means = [sum(side) / len(side) for side in sides]
    variances = [
        sum((x - m) ** 2 for x in side) / (len(side) - 1)
        for side, m in zip(sides, means, strict=True)
    ]
    weights = [len(side) - 1 for side in sides]
    pooled = sum(w * v for w, v in zip(weights, variances, strict=True)) / sum(weights)
    return means[0] - means[1] > 0 and (means[0] - means[1]) ** 2 > T_05[sum(weights)] ** 2 * pooled


@given(courses)
def test_the_means_agree_with_another_way_of_writing_them(scores) -> None:
    for interval in sudden(scores, 9, cutoff=F(7), better=LOWER):
        assert interval.gain.means is brute(scores, interval.before)


@given(courses)
def test_turning_the_scale_round_turns_gains_into_losses(scores) -> None:
    """But for the share, which is of the raw score before, whichever way the measure runs."""
    for a, b in zip(
        sudden(scores, 9, cutoff=F(7), better=LOWER),
        sudden(scores, 9, cutoff=F(7), better=HIGHER),
        strict=True,
    ):
        assert (a.gain, a.loss) == (b.loss, b.gain)
    mirrored = {n: 40 - score for n, score in scores.items()}
    for a, b in zip(
        sudden(scores, 9, cutoff=F(7), better=LOWER),
        sudden(mirrored, 9, cutoff=F(7), better=HIGHER),
        strict=True,
    ):
        assert (a.gain.step, a.gain.means) == (b.gain.step, b.gain.means)


def test_three_sessions_are_looked_at_on_each_side() -> None:
    assert AROUND == 3
    assert found("90 20 20 20 10 10 10 90 90")[4].gain.means is True
