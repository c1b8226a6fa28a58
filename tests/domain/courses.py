"""Trajectories for tests, written as plain marks."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID, uuid5

from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Point, Series, Slot, Trajectory
from tracker.domain.measures.entries import Answers, Entered
from tracker.domain.measures.measure import InputMode, Measure, Rater
from tracker.domain.rules.findings import Context, Finding, FlagKind, Tier
from tracker.domain.rules.flags import of_trajectory

NAMES = UUID(int=0)
START = date(2026, 1, 5)
ME, SOMEONE_ELSE = uuid5(NAMES, "me"), uuid5(NAMES, "someone else")
NOBODY_ASKED = Context({})

Marks = (
    Sequence[float | int | str | None] | str | None
)  # items in order; "33.5" for a total; None for no rating


def slot(
    number: int, *, days: int = 7, status: Status = Status.ATTENDED, clinician: UUID = ME
) -> Slot:
    """The place of a session; `days` apart."""
    day = START + timedelta(days=days * (number - 1))
    return Slot(uuid5(NAMES, f"session {number}"), number, day, status, clinician)


def answers(measure: Measure, marks: Marks) -> Answers:
    """What is stored for these marks."""
    if isinstance(marks, str):
        return measure.store(Entered(total=Fraction(marks)))
    assert marks is not None
    values = {
        item.key: None if mark is None else Fraction(str(mark))
        for item, mark in zip(measure.items, marks, strict=True)
    }
    return measure.store(Entered(values))


def point(
    measure: Measure,
    place: Slot,
    marks: Marks,
    *,
    mode: InputMode | None = None,
    held_back: int | None = None,
) -> Point:
    """One rating in its place."""
    stored = replace(answers(measure, marks), held_back=held_back)
    series = Series(place.clinician_id, measure.version, "", mode or measure.mode_of(stored))
    rating_id = uuid5(NAMES, f"rating {place.number}")
    return Point(rating_id, place, series, measure, stored)


def trajectory(
    measure: Measure,
    *course: Marks,
    slots: Sequence[Slot] | None = None,
    rater: Rater = Rater.CLIENT,
) -> Trajectory:
    """A course of ratings, one for each session; None is a session without one."""
    places = tuple(slots or [slot(number) for number in range(1, len(course) + 1)])
    points = tuple(
        point(measure, place, marks)
        for place, marks in zip(places, course, strict=True)
        if marks is not None
    )
    return Trajectory(measure, rater, places, points)


def check_ins(of: Trajectory, context: Context = NOBODY_ASKED) -> dict[int, Finding]:
    """The check-ins by session number."""
    return {
        number: finding
        for number, finding in all_findings(of, context)
        if finding.tier is Tier.CHECK_IN
    }


def all_findings(of: Trajectory, context: Context = NOBODY_ASKED) -> list[tuple[int, Finding]]:
    """Every finding with its session number."""
    numbers = {p.rating_id: p.slot.number for p in of.points}
    return [(numbers[f.rating_id], f) for f in of_trajectory(of, context) if f.rating_id]


def kinds(of: Trajectory, context: Context = NOBODY_ASKED) -> dict[FlagKind, list[int]]:
    """The sessions at which each kind is found."""
    sessions: dict[FlagKind, list[int]] = {}
    for number, finding in all_findings(of, context):
        sessions.setdefault(finding.kind, []).append(number)
    return sessions


def strengths(of: Trajectory, context: Context = NOBODY_ASKED) -> dict[int, int | None]:
    """The strength of each finding by session number."""
    return {number: finding.strength for number, finding in check_ins(of, context).items()}
