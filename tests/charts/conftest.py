"""Courses of therapy for the charts, built from the domain alone."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from fractions import Fraction
from types import SimpleNamespace
from typing import Any
from uuid import UUID

import pytest

from tracker.charts import trajectory
from tracker.charts.figure import Figure
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


def mark(number: int, key: str, change: str, addressed: str | None = None) -> trajectory.Mark:
    """A flagged score."""
    return trajectory.Mark(session_id(number), key, Fraction(change), addressed)


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
    return SimpleNamespace(slots=slots, course=course, mark=mark, session_id=session_id)


@pytest.fixture(scope="session")
def long_course() -> Callable[..., Figure]:
    """Twelve sessions: a missed one, six weeks' gap, a fall of 3 at session 9, another therapist from session 11.

    Keyword arguments replace those of `trajectory.figure`.
    """
    places = slots(12, days={8: 42}, missed=(6,), changed_at=11)

    def figure(**changes: Any) -> Figure:
        marks = [mark(9, "bond", "-3", "addressed"), mark(9, "goals", "-2")]
        therapist = course("session-check", places, THERAPIST, Rater.THERAPIST)
        client = course("session-check", places, CLIENT)
        given: dict[str, Any] = {"therapist": therapist, "marks": marks} | changes
        return trajectory.figure("K-014", client, **given)

    return figure
