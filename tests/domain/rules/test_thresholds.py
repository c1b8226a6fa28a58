"""Thresholds of a practice: where they can lie, and what they would have cost."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

import pytest

from tests.domain.courses import trajectory
from tracker.domain.measures.drops import Below, Condition, DropRule, On
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.rules.thresholds import (
    Tally,
    candidates,
    clinician_weeks,
    count_falls,
    grain,
    has_threshold,
    threshold_problem,
    widest,
    works_as,
)
from tracker.reference.loader import measures


@pytest.mark.parametrize(
    ("points", "words"),
    [
        (None, "must be a number, such as 2"),
        (Fraction(0), "more than 0 and at most 10"),
        (Fraction(-1), "more than 0"),
        (Fraction(11), "at most 10"),
        (Fraction(3, 2), "a multiple of 1"),
    ],
)
def test_a_threshold_lies_in_the_range_on_the_step(points: Fraction | None, words: str) -> None:
    problem = threshold_problem(measures()["session-check"], points)
    assert problem
    assert words in problem


def test_a_fine_step_is_said_to_its_last_decimal() -> None:
    measure = measures()["session-check"]
    eighths = replace(measure.items[0], step=Fraction(1, 8), high=Fraction(77, 8))
    fine = replace(measure, items=(eighths,))
    assert threshold_problem(fine, Fraction(1, 3)) == "The threshold must be a multiple of 0.125"
    most = threshold_problem(fine, Fraction(10))
    assert most == "The threshold must be more than 0 and at most 9.625"


def test_the_thresholds_beside_one_are_possible_and_hold_it() -> None:
    session, srs = measures()["session-check"], measures()["srs"]
    compared = (1, Fraction(3, 2), 2, Fraction(5, 2), 3)
    assert candidates(session, Fraction(2)) == candidates(srs, Fraction(2)) == compared
    assert candidates(session, Fraction(7)) == (*compared, 7)
    half = Fraction(1, 2)  # the WAI-SR's own, on a mean of 1 to 5
    assert candidates(measures()["wai-sr"], half) == (half, *compared)
    assert max(candidates(measures()["alliance-items"], Fraction(2))) <= 4
    for measure in measures().values():
        if has_threshold(measure):
            assert measure.drop
            assert measure.drop.points in candidates(measure, measure.drop.points)
            assert 0 < grain(measure) <= widest(measure)
    assert not has_threshold(measures()["ors"])


def test_a_threshold_is_for_an_alliance_measure_that_clients_rate_and_that_has_a_drop_rule() -> (
    None
):
    session, ors = measures()["session-check"], measures()["ors"]
    assert has_threshold(session) is True
    for other in (
        replace(session, drop=None),
        replace(session, raters=(Rater.THERAPIST,)),
        replace(ors, drop=session.drop),
    ):
        assert has_threshold(other) is False


def mean_of(points: str) -> Measure:
    """The session check with a threshold on its mean."""
    watched = Condition(On.TOTAL, Below.PREVIOUS, Fraction(points))
    return replace(measures()["session-check"], drop=DropRule(((watched,), (), ()), "made up"))


def test_beside_a_threshold_below_one_lie_some_on_both_sides_of_it() -> None:
    compared = [Fraction(n, 2) for n in (2, 3, 4, 5, 6)]
    beside = [Fraction(n, 10) for n in (2, 3, 4, 5, 6, 8)]
    assert candidates(mean_of("0.4"), Fraction(2)) == (*beside, *compared)
    assert candidates(mean_of("1"), Fraction(2)) == tuple(compared)


def test_the_widest_fall_is_a_threshold_and_is_compared() -> None:
    items = measures()["alliance-items"]
    assert widest(items) == 4
    assert threshold_problem(items, Fraction(4)) is None
    assert threshold_problem(items, Fraction(5))
    four = replace(items, items=tuple(replace(item, high=Fraction(4)) for item in items.items))
    assert candidates(four, Fraction(2))[-1] == widest(four) == 3
    mean = replace(mean_of("1"), low=Fraction(1))
    assert widest(mean) == 9


def test_a_threshold_on_a_mean_or_a_sum_has_the_range_and_the_step_of_that() -> None:
    half = Condition(On.TOTAL, Below.PREVIOUS, Fraction(1, 2))
    session, srs = (
        replace(measures()[key], drop=DropRule(((half,), (), ()), "made up"))
        for key in ("session-check", "srs")
    )
    assert (widest(session), grain(session)) == (10, Fraction(1, 10))
    assert (widest(srs), grain(srs)) == (40, Fraction(1, 10))
    assert threshold_problem(session, Fraction(1, 2)) is None
    assert threshold_problem(session, Fraction(1, 20))


def test_falls_are_counted_among_the_ratings_that_can_be_compared() -> None:
    measure = measures()["session-check"]
    course = trajectory(measure, [8, 8, 8, 8], [5, 8, 8, 8], None, [6, 8, 8, 8], [5, 8, 8, 8])
    assert measure.drop
    first = course.points[0].slot.held_on
    counted = {
        points: count_falls(
            [course], measure.drop.with_points(Fraction(points)), since=first, until=date.max
        )
        for points in (1, 2, 3, 4)
    }
    assert counted == {1: Tally(2, 3, 4), 2: Tally(1, 3, 4), 3: Tally(1, 3, 4), 4: Tally(0, 3, 4)}
    assert count_falls([course], measure.drop, since=first, until=first) == Tally(0, 0, 1)
    late = course.points[-1].slot.held_on + timedelta(days=1)
    assert count_falls([course], measure.drop, since=late, until=date.max) == Tally()
    assert (
        count_falls([course], measure.drop, since=date.min, until=first - timedelta(days=1))
        == Tally()
    )
    assert count_falls([], measure.drop, since=date(2026, 1, 1), until=date.max) == Tally()


def test_a_threshold_between_two_steps_works_as_the_next_one() -> None:
    session, srs, items = (measures()[key] for key in ("session-check", "srs", "wai-sr"))
    assert [works_as(session, Fraction(n, 2)) for n in (2, 3, 4, 5)] == [1, 2, 2, 3]
    assert works_as(srs, Fraction(3, 2)) == Fraction(3, 2)
    assert works_as(items, Fraction(5, 2)) == Fraction(5, 2)  # on a mean
    course = trajectory(session, [8, 8, 8, 8], [6, 8, 8, 8], [5, 8, 8, 8], [2, 8, 8, 8])
    assert session.drop
    for half in (Fraction(3, 2), Fraction(5, 2)):
        rules = (session.drop.with_points(points) for points in (half, works_as(session, half)))
        one, other = (
            count_falls([course], rule, since=date(2026, 1, 1), until=date.max) for rule in rules
        )
        assert one == other


def test_a_week_of_a_clinician_is_counted_once_and_the_years_end_is_one_week() -> None:
    ada, ben = UUID(int=1), UUID(int=2)
    monday = date(2026, 1, 5)
    week = [(ada, monday), (ada, monday + timedelta(days=6)), (ben, monday)]
    assert clinician_weeks(week) == 2
    assert clinician_weeks([*week, (ada, monday + timedelta(days=7))]) == 3
    assert clinician_weeks([(ada, date(2025, 12, 31)), (ada, date(2026, 1, 1))]) == 1
    assert clinician_weeks([(ada, monday - timedelta(weeks=52)), (ada, monday)]) == 2
    assert clinician_weeks([]) == 0
