"""Objectives by example, those that look at every session, month or appointment of their days."""

from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest

from tests.domain.histories import MEASURE, START, history, hours, week, window
from tracker.domain.care.criteria import already, judge, months_of
from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    EachAddressed,
    History,
    ObjectiveState,
    Window,
)

ON, RISK, MET, MISSED = (
    ObjectiveState.ON_TRACK,
    ObjectiveState.AT_RISK,
    ObjectiveState.MET,
    ObjectiveState.MISSED,
)


@pytest.mark.parametrize(
    ("course", "after", "state", "n"),
    [
        ("hhh", 1, ON, 3),
        ("hyr", 1, ON, 3),
        ("hf", 1, ON, 2),  # rated after the session: could not be talked about in it
        ("ho", 0, RISK, 1),  # the day is not over
        ("ho", 1, MISSED, 1),
        ("hp", 1, MISSED, 1),  # planned is not in the session
        ("hs", 1, MISSED, 1),
        ("hu", 0, RISK, 1),
        ("hu", 1, MISSED, 1),
        ("hmcx", 1, ON, 1),
        ("", 1, ON, 0),
    ],
)
def test_rated_every_time_and_every_drop_addressed(
    course: str, after: int, state: ObjectiveState, n: int
) -> None:
    assert judge(EachAddressed(), window(), history(course, after=after)).state is state
    assert judge(EachAddressed(), window(), history(course, after=after)).n == n


def test_it_is_met_when_the_due_date_has_passed_and_there_was_something_to_look_at() -> None:
    for course, expected in (("hy", MET), ("", MISSED), ("mx", MISSED)):
        late = replace(history(course), today=window(4).due + timedelta(1))
        found = judge(EachAddressed(), window(4), late)
        assert (found.state, found.on) == (expected, window(4).due)


MONTHLY = Adapted(a_month=1)
QUARTER = Window(date(2026, 1, 5), date(2026, 3, 31))


@pytest.mark.parametrize(
    ("course", "adapted", "today", "state", "n"),
    [
        ("h", (), date(2026, 1, 20), ON, 0),
        ("h", (), date(2026, 1, 25), RISK, 0),  # the last week of the month
        ("h", (), date(2026, 1, 31), RISK, 0),
        ("h", (), date(2026, 2, 1), MISSED, 0),
        ("h", (date(2026, 1, 31),), date(2026, 2, 1), ON, 1),
        ("h", (date(2026, 1, 2),), date(2026, 2, 1), ON, 1),  # its month, before the start
        ("h", (date(2026, 1, 9),), date(2026, 4, 1), MET, 1),  # no session in the other months
        ("h" * 12, (date(2026, 1, 9), date(2026, 2, 9)), date(2026, 3, 20), ON, 2),
        (
            "h" * 12,
            (date(2026, 1, 9), date(2026, 2, 9), date(2026, 3, 2)),
            date(2026, 3, 3),
            MET,
            3,
        ),
        ("h" * 12, (date(2026, 1, 9), date(2026, 3, 2)), date(2026, 3, 3), MISSED, 2),
        ("", (), date(2026, 4, 1), MISSED, 0),
        ("mx", (), date(2026, 4, 1), MISSED, 0),
    ],
)
def test_an_adaptation_in_every_month_with_a_session(
    course: str, adapted: tuple[date, ...], today: date, state: ObjectiveState, n: int
) -> None:
    of = History(today, tuple(h for h in hours(course) if h.on <= today), adaptations=adapted)
    found = judge(MONTHLY, QUARTER, of)
    assert (found.state, found.n) == (state, n)


def test_two_a_month_and_the_months_of_a_window() -> None:
    of = History(date(2026, 1, 20), hours("h"), adaptations=(date(2026, 1, 6),))
    assert judge(Adapted(2), QUARTER, of).state is ON
    two = replace(of, today=date(2026, 4, 1), adaptations=(date(2026, 1, 6), date(2026, 1, 7)))
    assert judge(Adapted(2), QUARTER, two).state is MET


def test_a_month_of_which_few_days_belong_to_it_is_not_asked_about() -> None:
    february = (date(2026, 2, 1), date(2026, 2, 28))
    assert months_of(Window(date(2026, 1, 18), date(2026, 3, 14))) == [february]
    assert months_of(Window(date(2026, 1, 17), date(2026, 3, 15))) == [
        (date(2026, 1, 1), date(2026, 1, 31)),
        february,
        (date(2026, 3, 1), date(2026, 3, 15)),
    ]
    assert months_of(Window(date(2026, 1, 31), date(2026, 2, 3))) == [
        (date(2026, 1, 1), date(2026, 1, 31)),
        (date(2026, 2, 1), date(2026, 2, 3)),
    ]
    late = Window(date(2026, 1, 25), date(2026, 3, 31))
    of = History(date(2026, 2, 2), tuple(h for h in hours("hhhh") if h.on >= late.start))
    assert judge(MONTHLY, late, of).state is ON


THREE_OF_FOUR = Attended(attend=3, of=4)


@pytest.mark.parametrize(
    ("course", "after", "state", "n"),
    [
        ("hh", 1, ON, 2),
        ("hhc", 1, RISK, 2),  # the next one must be attended
        ("hhch", 1, MET, 3),
        ("hcc", 1, MISSED, 1),
        ("hxxhxhh", 1, MET, 4),  # what the clinic cancels is none of the four
        ("hhhm", 1, RISK, 3),  # nobody has talked about it
        ("hhht", 4, MET, 3),
        ("hhhhm", 1, MET, 4),  # missed after the last of them
        ("hmhh", 1, RISK, 3),
        ("", 1, ON, 0),
    ],
)
def test_three_of_the_next_four_attended(
    course: str, after: int, state: ObjectiveState, n: int
) -> None:
    found = judge(THREE_OF_FOUR, window(), history(course, after=after))
    assert (found.state, found.n, found.of) == (state, n, 3)


def test_when_it_was_met_and_fewer_sessions_than_the_window() -> None:
    assert judge(THREE_OF_FOUR, window(), history("hhht", after=4)).on == week(4) + timedelta(3)
    assert judge(THREE_OF_FOUR, window(), history("hcc")).on == week(3)
    for course, expected in (("hhh", MET), ("hh", MISSED), ("hhhm", MISSED), ("", MISSED)):
        late = replace(history(course), today=window(5).due + timedelta(1))
        found = judge(THREE_OF_FOUR, window(5), late)
        assert (found.state, found.on) == (expected, window(5).due)
    assert already(THREE_OF_FOUR, Window(week(5), week(20)), history("hhch"))
    assert not already(THREE_OF_FOUR, Window(week(4), week(20)), history("hhc"))


def test_a_session_cancelled_ahead_is_none_of_them_before_its_day() -> None:
    of = history("hhhc")
    before = replace(of, today=of.hours[-1].on - timedelta(2))
    assert judge(THREE_OF_FOUR, window(), before).state is ON
    assert judge(THREE_OF_FOUR, window(), of).state is MET


NINE_IN_TEN = Complete(MEASURE, Fraction(90))


@pytest.mark.parametrize(
    ("course", "state", "n", "still"),
    [
        ("h" * 9 + "u", ON, 9, 0),  # exactly 90 percent
        ("hhu", RISK, 2, 7),
        ("h", ON, 1, 0),
        ("", ON, 0, 0),
    ],
)
def test_complete_at_nine_of_ten_sessions(
    course: str, state: ObjectiveState, n: int, still: int
) -> None:
    found = judge(NINE_IN_TEN, window(), history(course))
    assert (found.state, found.n, found.still) == (state, n, still)
    enough = judge(NINE_IN_TEN, window(), history(course + "h" * still))
    assert enough.state is ON
    assert (
        still == 0
        or judge(NINE_IN_TEN, window(), history(course + "h" * (still - 1))).state is RISK
    )


def test_it_is_decided_at_the_due_date_and_at_once_when_all_are_asked_for() -> None:
    for course, expected in (("h" * 9 + "u", MET), ("h" * 8 + "u", MISSED), ("", MISSED)):
        late = replace(history(course), today=window(10).due + timedelta(1))
        found = judge(NINE_IN_TEN, window(10), late)
        assert (found.state, found.on) == (expected, window(10).due)
    every = Complete(MEASURE, Fraction(100))
    gap = judge(every, window(), history("huh"))
    assert (gap.state, gap.n, gap.of) == (MISSED, 2, 3)
    assert judge(every, window(), history("huh")).on == week(2)
    assert judge(every, window(), history("hu", after=0)).state is ON
    assert judge(every, window(), history("hh")).state is ON
    assert already(NINE_IN_TEN, Window(week(4), week(8)), history("hhh"))
    assert not already(NINE_IN_TEN, Window(week(4), week(8)), history("huh"))
    assert not already(NINE_IN_TEN, Window(START, week(8)), history("h"))
    assert not already(MONTHLY, Window(week(4), week(8)), history("hhh"))
