"""Criteria against brute force: every small history, with every way in which it can go on.

The oracle knows no counters. It asks of a finished course, in the plainest words, whether it is good; an open one is met
when it is good already, missed when no continuation makes it good, and open otherwise.
"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import combinations, product

import pytest

from tests.domain.histories import BOND, MEASURE, START, history, hours, state_of, week, window
from tracker.domain.care.goals import EndorsedSpan
from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    EachAddressed,
    Endorsed,
    History,
    ObjectiveState,
    Reached,
    Window,
)

MET, MISSED = ObjectiveState.MET, ObjectiveState.MISSED
Good = Callable[[str], bool]


def courses(letters: str, longest: int) -> Iterator[str]:
    """Every course of these letters, up to a length."""
    for length in range(longest + 1):
        for course in product(letters, repeat=length):
            yield "".join(course)


def decided(state: ObjectiveState) -> ObjectiveState | None:
    """The state when it is decided; None for an open one."""
    return state if state in (MET, MISSED) else None


def expected(course: str, good: Good, futures: list[str]) -> ObjectiveState | None:
    """What brute force says of a course: met, missed, or None for open."""
    if good(course):
        return MET
    return None if any(good(course + future) for future in futures) else MISSED


@pytest.mark.parametrize("running", [True, False])
@pytest.mark.parametrize(
    ("times", "sessions"), [(t, s) for t in (1, 2, 3) for s in (1, 2, 3, 4) if t <= s]
)
def test_a_score_so_often_within_so_many_sessions(times: int, sessions: int, running: bool) -> None:
    def good(course: str) -> bool:
        held = [letter for letter in course if letter not in "mx"][:sessions]
        if not running:
            return sum(letter in "he" for letter in held) >= times
        runs = [held[i : i + times] for i in range(len(held))]
        return any(len(run) == times and set(run) <= set("he") for run in runs)

    asked = Reached(MEASURE, BOND, Fraction(15, 2), times, running, sessions)
    futures = list(courses("hl", sessions))
    for course in courses("helumx", 4):
        found = decided(state_of(asked, window(), history(course)))
        assert found == expected(course, good, futures), course


@pytest.mark.parametrize(("attend", "of"), [(1, 1), (1, 2), (2, 2), (2, 3), (3, 3)])
def test_so_many_of_the_next_so_many(attend: int, of: int) -> None:
    def good(course: str) -> bool:
        counted = [letter for letter in course if letter != "x"][:of]
        return len(counted) == of and counted.count("h") >= attend and "m" not in counted

    futures = list(courses("hc", of))
    for course in courses("hmtcx", 4):
        talked = course.replace("m", "t")  # what is silent can still be talked about
        if good(course):
            wanted = MET
        else:
            wanted = None if any(good(talked + future) for future in futures) else MISSED
        found = decided(state_of(Attended(attend, of), window(), history(course, after=4)))
        assert found == wanted, course


@pytest.mark.parametrize("percent", [50, 75, 90, 100])
def test_complete_in_a_share_of_the_sessions(percent: int) -> None:
    def good(course: str) -> bool:
        held = [letter for letter in course if letter in "hu"]
        return bool(held) and 100 * held.count("h") >= percent * len(held)

    asked = Complete(MEASURE, Fraction(percent))
    for course in courses("hum", 5):
        over = History(window(5).due + timedelta(1), hours(course))
        assert state_of(asked, window(5), over) is (MET if good(course) else MISSED), course
        possible = any(good(course + "h" * more) for more in range(60))
        still_open = state_of(asked, window(), history(course))
        assert decided(still_open) == (None if possible else MISSED), course


def test_every_session_rated_and_every_drop_addressed() -> None:
    for course in courses("huyof", 4):
        bad = any(letter in "uo" for letter in course)
        assert decided(state_of(EachAddressed(), window(), history(course))) == (
            MISSED if bad else None
        ), course
        over = History(window(4).due + timedelta(1), hours(course))
        good = bool(course) and not bad
        assert state_of(EachAddressed(), window(4), over) is (MET if good else MISSED), course


DAYS = (-3, 0, 3, 7, 10, 14)


@pytest.mark.parametrize(("goals", "sessions"), [(1, 1), (1, 2), (2, 2), (2, 3), (3, 2)])
def test_goals_day_by_day(goals: int, sessions: int) -> None:
    """Walk through the days: is it so today, and may it still be so tomorrow?"""
    for count, length in product(range(4), range(4)):
        for days in combinations(DAYS, count):
            endorsed = tuple((EndorsedSpan(START + timedelta(day)),) for day in days)
            for ago in (0, 1, 5):
                of = history("h" * length, after=ago, goals=endorsed)
                assert decided(state_of(Endorsed(goals, sessions), window(3), of)) == _walked(
                    goals, sessions, of, days
                ), (days, length, ago)


def _walked(goals: int, sessions: int, of: History, days: tuple[int, ...]) -> ObjectiveState | None:
    day = START
    while day <= of.today:
        before = [hour for hour in of.hours if hour.on < day]
        if len(before) >= sessions or day > window(3).due:
            return MISSED
        if sum(START + timedelta(d) <= day for d in days) >= goals:
            return MET
        day += timedelta(1)
    return None


def test_months_one_by_one() -> None:
    """Three months, each with or without a session and an adaptation, seen from every month."""
    quarter = Window(date(2026, 1, 1), date(2026, 3, 31))
    places = [(date(2026, n, 10), date(2026, n, 20)) for n in (1, 2, 3)]
    for held in product((True, False), repeat=3):
        for done in product((True, False), repeat=3):
            for today in (
                date(2026, 1, 25),
                date(2026, 2, 25),
                date(2026, 3, 25),
                date(2026, 4, 1),
            ):
                sessions = tuple(
                    replace(hour, on=day)
                    for hour, (day, _), took in zip(hours("hhh"), places, held, strict=True)
                    if took and day <= today
                )
                changes = tuple(
                    day
                    for (_, day), change in zip(places, done, strict=True)
                    if change and day <= today
                )
                of = History(today, sessions, adaptations=changes)
                assert decided(state_of(Adapted(1), quarter, of)) == _by_month(of, quarter), (
                    held,
                    done,
                    today,
                )


def _by_month(of: History, within: Window) -> ObjectiveState | None:
    months = {}
    for month in (1, 2, 3):
        took = any(hour.on.month == month for hour in of.hours)
        change = any(day.month == month for day in of.adaptations)
        over = of.today.month > month
        months[month] = "none" if not took else "good" if change else "bad" if over else "open"
    if "bad" in months.values():
        return MISSED
    if months[3] == "good":
        return MET
    if of.today > within.due:
        return MET if "good" in months.values() else MISSED
    return None


def test_the_weeks_of_the_histories() -> None:
    assert [hour.on for hour in hours("hhh")] == [week(1), week(2), week(3)]
