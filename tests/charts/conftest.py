"""Courses of therapy for the charts, built from the domain alone."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from tests.charts.kinds import figures_by_name
from tracker.charts import trajectory
from tracker.charts.course import Against, ToldCheckIn
from tracker.charts.course import course as course_figure
from tracker.charts.figure import Figure
from tracker.charts.panels import Mark
from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Point, Series, Slot, Trajectory
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.reference.loader import measures

Given = Sequence[str | int | None] | str
FIRST_THERAPIST, SECOND_THERAPIST = UUID(int=1), UUID(int=2)


def session_id(number: int) -> UUID:
    """The id of the session of that number."""
    return UUID(int=100 + number)


def slots(
    count: int,
    *,
    days: Mapping[int, int] | None = None,
    missed: Sequence[int] = (),
    changed_at: int | None = None,
) -> tuple[Slot, ...]:
    """Weekly sessions; `days` before a session where it was not a week."""
    day, made = date(2026, 3, 3), []
    for number in range(1, count + 1):
        day += timedelta(days=(days or {}).get(number, 7)) if number > 1 else timedelta()
        status = Status.MISSED if number in missed else Status.ATTENDED
        second = changed_at is not None and number >= changed_at
        who = SECOND_THERAPIST if second else FIRST_THERAPIST
        made.append(Slot(session_id(number), number, day, status, who))
    return tuple(made)


def course(
    key: str, places: tuple[Slot, ...], given: Mapping[int, Given], rater: Rater = Rater.CLIENT
) -> Trajectory:
    """The ratings on a measure: single answers in the order of its items, or a total as a text."""
    measure, points = measures()[key], []
    for slot in places:
        if slot.number not in given:
            continue
        answers = measure.store(_entered(key, given[slot.number]))
        series = Series(slot.clinician_id, 1, "", measure.mode_of(answers))
        rating = UUID(int=1000 + slot.number)
        points.append(Point(rating, slot, series, measure, answers))
    return Trajectory(measure, rater, places, tuple(points))


def _entered(key: str, given: Given) -> Entered:
    if isinstance(given, str):
        return Entered(total=Fraction(given))
    items = measures()[key].items
    values = {
        item.key: None if answer is None else Fraction(answer)
        for item, answer in zip(items, given, strict=True)
    }
    return Entered(values)


def mark(number: int, key: str, change: str, addressed: str | None = None, now: str = "5") -> Mark:
    """A flagged score."""
    return Mark(session_id(number), key, Fraction(now), Fraction(change), addressed)


def told(number: int, *marks: Mark, became: Sequence[str] = (), said: str = "") -> ToldCheckIn:
    """A check-in of that session with what became of it; open where nothing did."""
    return ToldCheckIn(
        session_id(number), marks, said, tuple(became or ["not answered yet"]), not became
    )


CLIENT = {
    1: (7, 8, 6, 7),
    2: (8, 8, 7, 8),
    3: (8, 9, 8, 8),
    4: (9, 10, 8, 9),
    5: (8, 10, 9, 9),
    7: (9, 10, 8, 9),
    8: (8, 9, 8, 9),
    9: (5, 7, 8, 6),
    10: (6, 8, 8, 7),
    11: (7, None, 8, 8),
    12: (8, 10, 9, 9),
}
THERAPIST = {number: (8, 8, 8, 8) for number in CLIENT if number != 4}


@pytest.fixture(scope="session")
def make() -> SimpleNamespace:
    """The functions above, for a test that needs a course of its own."""
    return SimpleNamespace(slots=slots, course=course, mark=mark, told=told, session_id=session_id)


WELLBEING = {number: (4, 5, 4, 5) if number < 9 else (6, 7, 6, 7) for number in CLIENT}
PHQ = {number: str(18 - number) for number in CLIENT}


@pytest.fixture(scope="session")
def whole_course() -> Callable[..., Figure]:
    """Twelve sessions as their course: the alliance with two check-ins, one of them answered, and an outcome.

    Keyword arguments replace those of `course.course`.
    """
    places = slots(12, days={8: 42}, missed=(6,), changed_at=11)

    def figure(outcome: str = "phq-9", **changes: Any) -> Figure:
        client = course("session-check", places, CLIENT)
        therapist = course("session-check", places, THERAPIST, Rater.THERAPIST)
        below = course(outcome, places, PHQ if outcome == "phq-9" else WELLBEING)
        by = below.measure.reliable_change
        check_ins = [
            told(
                9, mark(9, "bond", "-3"), mark(9, "goals", "-2", now="7"), became=["talked about"]
            ),
            told(12, said="wants to talk about something"),
        ]
        given: dict[str, Any] = {
            "code": "K-014",
            "raters_of": [[client, therapist], [below]],
            "told": check_ins,
            "against": {below.measure.key: Against(Fraction(10), by, (), "better by 6")},
            "next_on": date(2026, 6, 23),
        }
        return course_figure(**(given | changes))

    return figure


@pytest.fixture(scope="session")
def long_course() -> Callable[..., Figure]:
    """Twelve sessions: a missed one, six weeks' gap, a fall of 3 at session 9, another therapist from session 11.

    Keyword arguments replace those of `trajectory.figure`.
    """
    places = slots(12, days={8: 42}, missed=(6,), changed_at=11)

    def figure(**changes: Any) -> Figure:
        marks = [mark(9, "bond", "-3", "talked about"), mark(9, "goals", "-2", now="7")]
        therapist = course("session-check", places, THERAPIST, Rater.THERAPIST)
        client = course("session-check", places, CLIENT)
        given: dict[str, Any] = {"therapist": therapist, "marks": marks} | changes
        return trajectory.figure("K-014", client, **given)

    return figure


@pytest.fixture
def figures(
    make: SimpleNamespace, long_course: Callable[..., Figure], whole_course: Callable[..., Figure]
) -> Mapping[str, Figure]:
    """Every kind of figure, by name."""
    return figures_by_name(make, long_course, whole_course)
