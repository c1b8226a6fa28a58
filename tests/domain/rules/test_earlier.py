"""Slides by fixed points, as rules before 2026.9 decide them."""

from dataclasses import replace
from fractions import Fraction

from tests.domain.courses import trajectory
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.rules.earlier import fixed_slide
from tracker.domain.rules.findings import Compared, Context
from tracker.reference.loader import measures

OWN, SRS = (measures()[key] for key in ("session-check", "srs"))
EIGHTS = (8, 8, 8, 8)
NO_SETTINGS = Context()


def slid(course: Trajectory, context: Context = NO_SETTINGS) -> list[str]:
    """The scores of a slide that is told at the last rating."""
    return [compared.key for compared in fixed_slide(course, course.points[-1], context)]


def test_a_slide_of_several_scores_takes_as_many() -> None:
    assert OWN.drop
    two = replace(OWN.drop.strengths[1][0], points=Fraction(1), count=2)
    rule = replace(OWN.drop, strengths=(OWN.drop.strengths[0], (two,), OWN.drop.strengths[2]))
    measure = replace(OWN, drop=rule)
    assert slid(trajectory(measure, EIGHTS, EIGHTS, (7, 8, 8, 8))) == []
    assert slid(trajectory(measure, EIGHTS, EIGHTS, (7, 7, 8, 8))) == ["bond", "goals"]


def test_a_total_slides_where_only_totals_are_typed() -> None:
    course = trajectory(SRS, "38", "38", "38", "36.5", "35.5")
    (told,) = fixed_slide(course, course.points[-1], NO_SETTINGS)
    assert told == Compared(TOTAL, Fraction("35.5"), Fraction(38))
    assert slid(trajectory(SRS, "38", "38", "38", "36.5", "36.1")) == []


def test_ratings_before_a_practice_set_a_threshold_are_compared_all_the_same() -> None:
    course = trajectory(replace(OWN, drop=None), *((mark, 8, 8, 8) for mark in (9, 9, 9, 8, 7)))
    assert slid(course) == []
    assert OWN.drop
    assert slid(course, Context(rules={course.points[-1].rating_id: OWN.drop})) == ["bond"]
