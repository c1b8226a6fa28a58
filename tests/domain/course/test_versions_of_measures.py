"""A measure whose wording changed in the middle of a course, and one whose scoring did."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.courses import Marks, all_findings, check_ins, kinds, slot, trajectory
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.rules.findings import FlagKind
from tracker.domain.rules.usual_range import stretches
from tracker.reference.loader import shipped

KNOWN = shipped()
OLD = KNOWN.versions["session-check", 1]
NEW = KNOWN.current["session-check"]
EIGHTS = (8, 8, 8, 8)
MARKS = st.one_of(st.none(), st.tuples(*[st.integers(0, 10)] * 4))


def reworded(at: int, *course: Marks, scored_as: int = 1) -> Trajectory:
    """A course that is asked the new wording from that session on."""
    whole = trajectory(NEW, *course)
    points = [
        replace(
            p,
            measure=NEW if p.slot.number >= at else OLD,
            series=replace(p.series, scored_as=scored_as if p.slot.number >= at else 1),
        )
        for p in whole.points
    ]
    return replace(whole, points=tuple(points))


def test_what_is_shipped_in_two_wordings_is_scored_in_one_way() -> None:
    for key in ("session-check", "wellbeing-check"):
        first = KNOWN.versions[key, 1]
        now = KNOWN.current[key]
        assert KNOWN.scored_as(now) == KNOWN.scored_as(first) == 1
        assert now.words() != first.words()
        assert KNOWN.changes(first, now) == KNOWN.changes(now, first) == (now.changed,)
        assert KNOWN.changes(now, now) == ()


@given(st.lists(MARKS, min_size=2, max_size=9), st.integers(1, 9))
def test_another_wording_alone_changes_no_finding(course: list[Marks], at: int) -> None:
    assert all_findings(reworded(at, *course)) == all_findings(reworded(1, *course))


@pytest.mark.parametrize(
    ("course", "kind", "found_at"),
    [
        ((EIGHTS, EIGHTS, (6, 8, 8, 8)), FlagKind.DROP, [3]),
        (((9,) * 4, (9,) * 4, (8,) * 4, (7, 8, 8, 8), (6, 7, 7, 7)), FlagKind.LONG_SLIDE, [5]),
        ((EIGHTS, EIGHTS, (5, 8, 8, 8), EIGHTS, EIGHTS), FlagKind.CAME_BACK, [5]),
        ((EIGHTS, EIGHTS, *[(5, 8, 8, 8)] * 6), FlagKind.NOT_BACK, [8]),
        (((10,) * 4,) * 3, FlagKind.CEILING, [3]),
    ],
)
def test_each_rule_compares_across_the_change(
    course: tuple[Marks, ...], kind: FlagKind, found_at: list[int]
) -> None:
    for at in range(2, len(course) + 1):
        assert kinds(reworded(at, *course)).get(kind) == found_at


def test_a_version_that_is_scored_in_another_way_is_compared_with_nothing() -> None:
    fell = (EIGHTS, EIGHTS, (4, 4, 4, 4))
    assert list(check_ins(reworded(3, *fell))) == [3]
    other = reworded(3, *fell, scored_as=2)
    assert not check_ins(other)
    assert [other.break_before(p) for p in other.points] == [None, None, "version"]


def test_the_place_of_the_change_is_known() -> None:
    course = reworded(3, EIGHTS, EIGHTS, EIGHTS, EIGHTS)
    assert [course.reworded(p) for p in course.points] == [None, None, OLD, None]
    assert [course.break_before(p) for p in course.points] == [None] * 4


def test_a_rating_knows_what_it_is_held_against() -> None:
    course = reworded(3, *[EIGHTS] * 12)
    last_old = [course.other_version(p) for p in course.points]
    assert last_old == [None, None, *[OLD] * 8, None, None]  # a base is of eight
    first = course.points[0].slot.session_id
    assert course.other_version(course.points[11], {first}) == OLD
    assert course.other_version(course.points[11], {course.points[3].slot.session_id}) is None


def test_a_usual_range_is_of_one_wording() -> None:
    course = reworded(7, *[EIGHTS] * 12)
    before, after = stretches(course, "bond")
    assert (before.first, before.last, before.count) == (1, 6, 6)
    assert (after.first, after.last, after.count) == (7, 12, 6)
    assert len(stretches(reworded(1, *[EIGHTS] * 12), "bond")) == 1


def test_a_change_of_therapist_is_said_beside_it() -> None:
    course = reworded(2, EIGHTS, EIGHTS)
    elsewhere = slot(2, clinician=slot(1).session_id)
    last = course.points[1]
    series = replace(last.series, clinician_id=elsewhere.clinician_id)
    moved = replace(course, points=(course.points[0], replace(last, slot=elsewhere, series=series)))
    assert moved.break_before(moved.points[1]) == "therapist"
    assert moved.reworded(moved.points[1]) == OLD
