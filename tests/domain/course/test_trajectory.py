"""A rating's place among those of its series, and beside those of others."""

from dataclasses import replace

from tests.domain.courses import SOMEONE_ELSE, slot, trajectory
from tracker.domain.course.trajectory import Trajectory
from tracker.reference.loader import measures

OWN = measures()["session-check"]
EIGHTS = (8, 8, 8, 8)


def of_versions(*versions: int) -> Trajectory:
    """A course that is asked these versions, all of them scored in one way."""
    course = trajectory(OWN, *[EIGHTS] * len(versions))
    points = [
        replace(p, measure=replace(OWN, version=v))
        for p, v in zip(course.points, versions, strict=True)
    ]
    return replace(course, points=tuple(points))


def test_the_first_rating_of_a_score_may_be_the_one_that_is_asked() -> None:
    course = trajectory(OWN, (None, 8, 8, 8), EIGHTS, EIGHTS)
    one, two, three = course.points
    assert [course.first(p, "bond") for p in course.points] == [None, two, two]
    assert [course.first(p, "goals") for p in course.points] == [one, one, one]
    assert course.first(one, "bond") is None, "it has no such score"
    assert course.first(three, "bond") is two


def test_of_several_other_versions_the_last_is_named() -> None:
    course = of_versions(1, 2, 3, 3)
    named = [course.other_version(p) for p in course.points]
    assert [measure and measure.version for measure in named] == [None, 1, 2, 2]


def test_of_several_other_series_the_last_is_named() -> None:
    places = [slot(1, clinician=SOMEONE_ELSE), slot(2), slot(3)]
    course = trajectory(OWN, EIGHTS, EIGHTS, EIGHTS, slots=places)
    first, second, third = course.points
    scored_anew = replace(third, series=replace(third.series, scored_as=9))
    course = replace(course, points=(first, second, scored_anew))
    assert [course.other_before(p) for p in course.points] == [None, "therapist", "version"]
