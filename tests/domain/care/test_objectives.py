"""Objectives by example, scores and goals: met at the last possible session, missed at the first impossible one, exactly
at the threshold, clinic cancellations, corrections."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction

import pytest

from tests.domain.histories import BOND, MEASURE, START, history, week, window
from tracker.domain.care.criteria import already, judge
from tracker.domain.care.goals import EndorsedSpan
from tracker.domain.care.objectives import (
    Endorsed,
    Judgement,
    ObjectiveState,
    Reached,
    RowEffect,
    Window,
)

ON, RISK, MET, MISSED = (
    ObjectiveState.ON_TRACK,
    ObjectiveState.AT_RISK,
    ObjectiveState.MET,
    ObjectiveState.MISSED,
)
AT = Fraction(15, 2)
BY_SESSION_4 = Reached(MEASURE, BOND, AT, times=2, running=True, sessions=4)
CHECKPOINTS = Reached(MEASURE, BOND, AT, times=3)


def shown(found: Judgement) -> tuple[ObjectiveState, int, int]:
    return found.state, found.n, found.of


@pytest.mark.parametrize(
    ("course", "state", "n", "on"),
    [
        ("", ON, 0, None),
        ("h", ON, 1, None),
        ("l", ON, 0, None),
        ("ll", RISK, 0, None),  # the next two must both count
        ("lll", MISSED, 0, 3),  # the fourth alone cannot be two in a row
        ("llh", RISK, 1, None),
        ("llhh", MET, 2, 4),  # at the last possible session
        ("llhl", MISSED, 0, 4),
        ("hlhl", MISSED, 0, 4),
        ("ee", MET, 2, 2),  # exactly at the threshold
        ("hhl", MET, 2, 2),  # what is met stays met
        ("hul", MISSED, 0, 3),  # an unrated session ends the run
        ("hmh", MET, 2, 3),  # a missed one is no session of it
        ("hxxh", MET, 2, 4),
        ("lxlxhh", MET, 2, 6),  # the fourth attended one
    ],
)
def test_a_score_twice_running_by_the_fourth_session(
    course: str, state: ObjectiveState, n: int, on: int | None
) -> None:
    found = judge(BY_SESSION_4, window(), history(course))
    assert shown(found) == (state, n, 2)
    assert found.on == (week(on) if on else None)


@pytest.mark.parametrize(
    ("course", "weeks", "after", "state", "n"),
    [
        ("hhh", 6, 1, MET, 3),
        ("hlhlh", 6, 1, MET, 3),
        ("hlhlh", 4, 1, MISSED, 2),  # the fifth session is after the due date
        ("hh", 6, 1, ON, 2),
        ("h", 6, 20, RISK, 1),  # half the time is over, one third is there
        ("hh", 6, 34, RISK, 2),
        ("hh", 6, 34 + 1, MISSED, 2),
        ("", 6, 41, RISK, 0),
        ("", 6, 42, MISSED, 0),  # the due date passed with no data
        ("uuhhh", 6, 1, MET, 3),
    ],
)
def test_three_checkpoints_in_six_weeks(
    course: str, weeks: int, after: int, state: ObjectiveState, n: int
) -> None:
    found = judge(CHECKPOINTS, window(weeks), history(course, after=after))
    assert shown(found) == (state, n, 3)


def test_what_is_still_needed_and_in_how_many_sessions() -> None:
    found = judge(BY_SESSION_4, window(), history("h"))
    assert (found.still, found.left) == (1, 3)
    assert judge(CHECKPOINTS, window(6), history("h")).left is None
    assert [row.counts for row in judge(BY_SESSION_4, window(), history("hul")).evidence] == [
        RowEffect.YES,
        RowEffect.NO,
        RowEffect.NO,
    ]


def test_a_session_of_today_without_the_rating_is_waited_for() -> None:
    of = history("hu", after=0)
    assert shown(judge(BY_SESSION_4, window(), of)) == (ON, 1, 2)
    assert shown(judge(BY_SESSION_4, window(), replace(of, today=of.today + timedelta(1)))) == (
        RISK,
        0,
        2,
    )


def test_on_a_measure_where_lower_is_better_the_score_must_be_at_or_below() -> None:
    asked = Reached(MEASURE, BOND, AT, times=1)
    low = frozenset({MEASURE})
    assert judge(asked, window(), history("l", lower=low)).state is MET
    assert judge(asked, window(), history("e", lower=low)).state is MET
    assert judge(asked, window(), history("h", lower=low)).state is not MET


def test_sessions_before_the_start_do_not_count_and_are_said() -> None:
    later = Window(week(3), week(20))
    found = judge(BY_SESSION_4, later, history("hhl"))
    assert shown(found) == (ON, 0, 2)
    assert already(BY_SESSION_4, later, history("hhl"))
    assert not already(BY_SESSION_4, later, history("hll"))
    assert not already(BY_SESSION_4, Window(week(2), week(20)), history("hh"))
    assert judge(BY_SESSION_4, later, history("hh", after=3)).state is ObjectiveState.NOT_STARTED


def test_two_objectives_on_one_measure_are_judged_each_for_itself() -> None:
    of = history("hhh")
    strict = replace(BY_SESSION_4, at=Fraction(9))
    assert judge(BY_SESSION_4, window(), of).state is MET
    assert judge(strict, window(), of).state is MISSED


GOALS = Endorsed(goals=2, sessions=3)


def spans(*days: int | tuple[int, int]) -> tuple[tuple[EndorsedSpan, ...], ...]:
    """A goal for each: endorsed after so many days from the start on, or from one to another."""
    found = [(day, None) if isinstance(day, int) else day for day in days]
    return tuple(
        (EndorsedSpan(START + timedelta(a), None if b is None else START + timedelta(b)),)
        for a, b in found
    )


@pytest.mark.parametrize(
    ("course", "after", "goals", "state", "n", "on"),
    [
        ("", 0, (), ON, 0, None),
        ("h", 1, (0,), ON, 1, None),
        ("hh", 1, (0,), RISK, 1, None),  # one session is left
        ("hhh", 0, (0, 14), MET, 2, 14),  # on the day of the last session
        ("hhh", 0, (0,), RISK, 1, None),  # it can still be done today
        ("hhh", 1, (0,), MISSED, 1, 14),
        ("hhh", 1, (0, 15), MISSED, 1, 14),  # a day late
        ("hhhhh", 1, (0, 14), MET, 2, 14),
        ("hmxh", 1, (0,), RISK, 1, None),  # missed and cancelled ones are no sessions
        ("hh", 1, (0, (3, 5), 4), MET, 3, 3),  # dropped later: it was met on the third day
        ("hh", 1, ((0, 2), 3), RISK, 1, None),  # never two at a time
        ("h", 1, (-9, -3), MET, 2, 0),  # endorsed before the start
    ],
)
def test_two_goals_endorsed_by_the_third_session(
    course: str,
    after: int,
    goals: tuple[int | tuple[int, int], ...],
    state: ObjectiveState,
    n: int,
    on: int | None,
) -> None:
    found = judge(GOALS, window(), history(course, after=after, goals=spans(*goals)))
    expected = 2 if state is MET else n
    assert (found.state, found.n, found.of) == (state, expected, 2)
    assert found.on == (None if on is None else START + timedelta(on))


def test_goals_by_a_due_date_without_enough_sessions() -> None:
    of = history("h", after=13, goals=spans(0))
    assert judge(GOALS, window(2), of).state is ON
    late = replace(of, today=of.today + timedelta(1))
    found = judge(GOALS, window(2), late)
    assert (found.state, found.on) == (MISSED, window(2).due)
    assert already(GOALS, Window(week(4), week(9)), history("h", goals=spans(0, 1)))


def test_a_correction_is_judged_as_it_stands_now() -> None:
    """What was met is not, once the rating it rested on is corrected; what was missed can be met again."""
    assert judge(BY_SESSION_4, window(), history("hh")).state is MET
    assert judge(BY_SESSION_4, window(), history("hl")).state is RISK
    assert judge(BY_SESSION_4, window(), history("lll")).state is MISSED
    assert judge(BY_SESSION_4, window(), history("lhh")).state is MET
