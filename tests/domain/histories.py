"""Histories for tests of objectives, written as letters: one session a week from the start on."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from tracker.domain.care.answers import Addressed
from tracker.domain.care.criteria import judge
from tracker.domain.care.objectives import Criterion, History, Hour, ObjectiveState, Window
from tracker.domain.course.sessions import Status

START = date(2026, 1, 5)
MEASURE, BOND = "session-check", "bond"
STATUS = {
    "m": Status.MISSED,
    "t": Status.MISSED,
    "c": Status.CANCELLED_BY_CLIENT,
    "x": Status.CANCELLED_BY_CLINIC,
}
SCORE = {"h": Fraction(8), "e": Fraction(15, 2), "l": Fraction(7)}
DROPS = {
    "y": Addressed.YES,
    "r": Addressed.RECORDED_LATER,
    "p": Addressed.PLANNED,
    "o": Addressed.NO,
}
DROPS |= {"f": Addressed.RATED_AFTER, "s": Addressed.LATER}


def week(number: int) -> date:
    """The day of that session: the first one is on the first day."""
    return START + timedelta(weeks=number - 1)


def hours(course: Iterable[str]) -> tuple[Hour, ...]:
    """Sessions by letter.

    h, e, l     the bond is above the threshold, exactly at it, below it
    u           took place, nothing rated
    m, t        missed; missed and talked about three days later
    c, x        cancelled by the client, by the clinic
    y r p o f s a drop, and how it was addressed: in the session, recorded later, planned, not, rated after, later
    """
    return tuple(_hour(number, letter) for number, letter in enumerate(course, start=1))


def _hour(number: int, letter: str) -> Hour:
    plain = Hour(UUID(int=number), number, week(number))
    if letter in STATUS:
        talked = week(number) + timedelta(days=3) if letter == "t" else None
        return replace(plain, status=STATUS[letter], reengaged_on=talked)
    if letter == "u":
        return plain
    scores = {(MEASURE, BOND): SCORE.get(letter, Fraction(8))}
    drops = (DROPS[letter],) if letter in DROPS else ()
    return replace(plain, rated=True, scores=scores, drops=drops, whole=frozenset({MEASURE}))


def history(course: Iterable[str] = "", *, after: int = 1, **more: object) -> History:
    """The record some days after its last session."""
    all_hours = hours(course)
    last = all_hours[-1].on if all_hours else START
    return History(**{"today": last + timedelta(days=after), "hours": all_hours, **more})


def window(weeks: int = 20) -> Window:
    """So many weeks from the first day."""
    return Window(START, START + timedelta(days=7 * weeks - 1))


WORSE_TO_BETTER = [
    ObjectiveState.MISSED,
    ObjectiveState.AT_RISK,
    ObjectiveState.ON_TRACK,
    ObjectiveState.MET,
]


def rank(state: ObjectiveState) -> int:
    """How good a state is, from missed to met."""
    return WORSE_TO_BETTER.index(state)


def state_of(asked: Criterion, within: Window, of: History) -> ObjectiveState:
    """The state alone."""
    return judge(asked, within, of).state
