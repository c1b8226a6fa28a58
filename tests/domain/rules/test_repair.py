"""Whether a score that fell came back: two in a row, of five."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from uuid import UUID

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tests.domain.courses import (
    ME,
    NOBODY_ASKED,
    SOMEONE_ELSE,
    all_findings,
    check_ins,
    kinds,
    slot,
    trajectory,
)
from tracker.domain.care.flag_stage import can_come_back
from tracker.domain.course.trajectory import Point, Series, Trajectory
from tracker.domain.measures.drops import On
from tracker.domain.measures.entries import Answers
from tracker.domain.measures.measure import Component, InputMode, Measure, Rater
from tracker.domain.rules.findings import Compared, Context, FlagKind, Recovery, Returned
from tracker.domain.rules.repair import near, recovery
from tracker.reference.loader import measures

OWN, SRS, ITEMS, WAI, OQ = (
    measures()[k] for k in ("session-check", "srs", "alliance-items", "wai", "oq-45")
)


def bond(*marks: int | None) -> Trajectory:
    """A course in which only the bond moves; None is a session without a rating."""
    return trajectory(OWN, *[None if m is None else (m, 8, 8, 8) for m in marks])


def typed(measure: Measure, *ratings: Mapping[str, int]) -> Trajectory:
    """A course of which the scores of the scales were typed."""
    slots = tuple(slot(number) for number in range(1, len(ratings) + 1))
    points = tuple(
        Point(
            UUID(int=place.number),
            place,
            Series(ME, 1, "", InputMode.COMPONENTS),
            measure,
            Answers(scales),
        )
        for place, scales in zip(slots, ratings, strict=True)
    )
    return Trajectory(measure, Rater.CLIENT, slots, points)


def after(course: Trajectory, session: int) -> Recovery:
    """How it went on after the drop of that session."""
    (point,) = [p for p in course.points if p.slot.number == session]
    return recovery(course, point, check_ins(course)[session].falls)


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        ((8, 5), Recovery(Returned.NOT_YET, 0)),
        ((8, 5, 8), Recovery(Returned.NOT_YET, 1)),  # one alone proves nothing
        ((8, 5, 8, 8), Recovery(Returned.BACK, 2, slot(4), slot(3))),
        ((8, 5, 7, 8), Recovery(Returned.BACK, 2, slot(4), slot(3))),  # half a point below the base
        ((8, 5, 7, 7), Recovery(Returned.NOT_YET, 2)),
        ((8, 5, 6, 9), Recovery(Returned.BACK, 2, slot(4), slot(3))),  # their mean decides
        ((8, 5, 6, 6, 6), Recovery(Returned.NOT_YET, 3)),
        ((8, 5, 8, 6, 8, 8), Recovery(Returned.BACK, 4, slot(6), slot(5))),
        ((8, 5, 8, 6, 8, 6, 8), Recovery(Returned.NOT_BACK, 5, slot(7))),
        ((8, 5, 5, 5, 5, 8, 8), Recovery(Returned.BACK, 5, slot(7), slot(6))),
        ((8, 5, 5, 5, 5, 5, 8, 8), Recovery(Returned.NOT_BACK, 5, slot(7))),  # too late
        ((8, 5, None, 8, None, 8), Recovery(Returned.BACK, 2, slot(6), slot(4))),
    ],
)
def test_back_is_two_ratings_running_whose_mean_is_near_the_base_among_five(
    marks: tuple[int | None, ...], expected: Recovery
) -> None:
    assert after(bond(*marks), 2) == expected


@pytest.mark.parametrize(
    ("marks", "expected"),
    [
        (
            (8, 5, 7, 7),
            Recovery(Returned.BACK, 2, slot(4), slot(3)),
        ),  # each within a point of the base
        ((8, 5, 6, 9), Recovery(Returned.NOT_YET, 2)),
        ((8, 5, 8, 6, 8, 6, 8), Recovery(Returned.NOT_BACK, 5, slot(7))),
    ],
)
@pytest.mark.parametrize("version", ["2026.1", "2026.7"])
def test_a_drop_is_followed_by_the_rules_under_which_it_was_found(
    marks: tuple[int, ...], expected: Recovery, version: str
) -> None:
    course = bond(*marks)
    fell = course.points[1]
    assert recovery(course, fell, check_ins(course)[2].falls, version) == expected
    looked_at = {point.rating_id: version for point in course.points}
    decided = {f.kind for _, f in all_findings(course, Context(looked_at=looked_at))}
    assert (FlagKind.CAME_BACK in decided) == (expected.state is Returned.BACK)
    assert (FlagKind.NOT_BACK in decided) == (expected.state is Returned.NOT_BACK)


def test_no_session_decides_while_it_is_open() -> None:
    assert after(bond(8, 5), 2).at is None


def test_all_scores_that_fell_must_be_back() -> None:
    half = trajectory(OWN, (8,) * 4, (5, 5, 8, 8), (8, 5, 8, 8), (8, 5, 8, 8))
    assert after(half, 2) == Recovery(Returned.NOT_YET, 2)


def test_a_rating_without_the_score_is_passed_over() -> None:
    course = trajectory(OWN, (8,) * 4, (5, 8, 8, 8), (8,) * 4, (None, 8, 8, 8), (8,) * 4)
    assert after(course, 2) == Recovery(Returned.BACK, 2, slot(5), slot(3))


def test_another_therapists_ratings_do_not_count() -> None:
    places = [slot(1), slot(2), slot(3, clinician=SOMEONE_ELSE), slot(4, clinician=SOMEONE_ELSE)]
    rows = [(8,) * 4, (5, 8, 8, 8), (8,) * 4, (8,) * 4]
    assert after(trajectory(OWN, *rows, slots=places), 2) == Recovery(Returned.NOT_YET, 0)


def test_the_base_stays_as_it_was_when_the_score_fell() -> None:
    course = bond(8, 8, 8, 3, 5, 5, 5, 5, 5)
    assert after(course, 4) == Recovery(Returned.NOT_BACK, 5, slot(9))


def test_near_is_half_a_point_of_ten_and_what_the_design_says_of_totals() -> None:
    assert near(OWN, "bond") == Fraction(1, 2)
    assert near(SRS, "total") == Fraction(1, 2)
    assert near(ITEMS, "total") == Fraction(1, 8)
    assert near(ITEMS, ITEMS.items[1].key) == Fraction(1, 5)
    pair = Component("pair", "Pair", ("bond", "goals"))
    assert near(replace(OWN, components=(pair,)), "pair") == Fraction(10, 32)
    added = replace(pair, method="sum")
    assert near(replace(OWN, components=(added,)), "pair") == Fraction(20, 80)


def test_near_is_known_of_scales_whose_items_are_not() -> None:
    assert near(WAI, "bond") == Fraction(6, 32), "a mean of 1 to 7, typed as a sum"
    assert near(OQ, "social_role") == Fraction(36, 80), "a sum of 0 to 36"


@pytest.mark.parametrize("measure", measures().values(), ids=lambda measure: measure.key)
def test_near_is_known_of_whatever_can_fall(measure: Measure) -> None:
    watched = {key for on in On for key in measure.watched(on)}
    assert watched
    for key in watched:
        low, high = measure.ends(key)
        assert 0 < near(measure, key) < high - low


def test_a_typed_scale_that_was_unusually_low_is_followed() -> None:
    """It had ended the whole evaluation with a division by nothing."""
    scales = dict.fromkeys(("goal", "task", "bond"), 75)
    course = typed(WAI, *[scales] * 5, scales | {"bond": 60}, scales, scales)
    (fall,) = check_ins(course)[6].falls
    assert (fall.key, fall.now, fall.base) == ("bond", 5, Fraction(75, 12))
    assert kinds(course)[FlagKind.CAME_BACK] == [8]


def test_the_rating_that_decides_it_says_so() -> None:
    course = bond(8, 5, 8, 8, 8)
    assert kinds(course)[FlagKind.CAME_BACK] == [4]
    (back,) = [f for _, f in all_findings(course) if f.kind is FlagKind.CAME_BACK]
    assert back.compared == (Compared("bond", 8, 8, slot(2).session_id),)
    low = bond(8, 5, 6, 6, 6, 6, 6, 6)
    assert kinds(low)[FlagKind.NOT_BACK] == [7]
    (not_back,) = [f for _, f in all_findings(low) if f.kind is FlagKind.NOT_BACK]
    assert not_back.compared == (Compared("bond", 6, 8, slot(2).session_id),)
    assert FlagKind.CAME_BACK not in kinds(bond(8, 8, 8, 8))


def test_two_drops_can_come_back_at_one_rating() -> None:
    course = bond(9, 6, 8, 4, 9, 9)
    (back,) = [f for _, f in all_findings(course) if f.kind is FlagKind.CAME_BACK]
    assert [c.since for c in back.compared] == [slot(4).session_id, slot(2).session_id]


mark = st.one_of(st.none(), st.integers(3, 9))


@given(st.lists(mark, max_size=14))
def test_each_drop_is_decided_at_most_once_and_as_its_own_course_says(
    marks: list[int | None],
) -> None:
    course = bond(*marks)
    decided = [
        (f.kind, c.since, n)
        for n, f in all_findings(course, NOBODY_ASKED)
        if f.kind in (FlagKind.CAME_BACK, FlagKind.NOT_BACK)
        for c in f.compared
    ]
    expected = []
    followed = (n for n, found in check_ins(course).items() if can_come_back(found.kind))
    for number in followed:
        (place,) = [s for s in course.slots if s.number == number]
        reached = after(course, number)
        if reached.at:
            kind = FlagKind.CAME_BACK if reached.state is Returned.BACK else FlagKind.NOT_BACK
            expected.append((kind, place.session_id, reached.at.number))
    assert sorted(decided) == sorted(expected)


@pytest.mark.parametrize(
    ("later", "version", "back"),
    [
        (("7.0", "7.0"), "2026.7", True),  # each a point below the base
        (("7.0", "6.9"), "2026.7", False),
        (("7.6", "7.4"), "2026.8", True),  # their mean half a point below
        (("7.0", "8.0"), "2026.8", True),
        (("6.0", "9.0"), "2026.8", True),
        (("7.6", "7.3"), "2026.8", False),
    ],
)
def test_how_near_is_back_to_a_tenth(later: tuple[str, str], version: str, back: bool) -> None:
    course = trajectory(SRS, *((mark, 8, 8, 8) for mark in ("8.0", "5.0", *later)))
    (bond,) = [fall for fall in check_ins(course)[2].falls if fall.key == "relationship"]
    reached = recovery(course, course.points[1], [bond], version)
    assert reached.state is (Returned.BACK if back else Returned.NOT_YET)
