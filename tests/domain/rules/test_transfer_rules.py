"""After a change of therapist: a note with both numbers, and three ratings of closer watch."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import given

from tests.domain.courses import (
    ME,
    NOBODY_ASKED,
    SOMEONE_ELSE,
    Marks,
    all_findings,
    kinds,
    slot,
    trajectory,
)
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.measure import Better, Measure, Rater
from tracker.domain.rules.findings import Compared, Context, FlagKind
from tracker.reference.loader import measures

OWN, SRS, WAI, VTAS = (measures()[key] for key in ("session-check", "srs", "wai-sr", "vtas"))
NOTE, LOWER = FlagKind.NEW_THERAPIST, FlagKind.LOWER_THAN_BEFORE
EIGHTS = (9, 8, 8, 8)  # a mean of 8.25


def changed(measure: Measure, before: Sequence[Marks], after: Sequence[Marks]) -> Trajectory:
    """A course with one therapist and then with another."""
    places = [slot(n) for n in range(1, len(before) + 1)]
    places += [
        slot(n, clinician=SOMEONE_ELSE)
        for n in range(len(before) + 1, len(before) + len(after) + 1)
    ]
    return trajectory(measure, *before, *after, slots=places)


def said(
    measure: Measure,
    before: Sequence[Marks],
    after: Sequence[Marks],
    context: Context = NOBODY_ASKED,
) -> dict[FlagKind, list[int]]:
    """The sessions at which a rule of transfers says something."""
    found = kinds(changed(measure, before, after), context)
    return {kind: found[kind] for kind in (NOTE, LOWER) if kind in found}


def test_the_first_rating_with_a_new_therapist_is_noted_with_both_numbers() -> None:
    course = changed(OWN, [(5,) * 4, EIGHTS], [(8, 8, 8, 8), (8, 8, 8, 8)])
    ((number, found),) = [(n, f) for n, f in all_findings(course) if f.kind is NOTE]
    assert number == 3
    before = slot(2).session_id
    assert found.compared == (Compared("total", Fraction(8), Fraction("8.25"), before),)


def test_from_8_25_to_3_5_is_noted_up_for_review_once_and_low_as_before() -> None:
    course = changed(OWN, [EIGHTS, EIGHTS], [(3, 4, 3, 4), (4,) * 4, (4,) * 4, (3,) * 4])
    found = kinds(course)
    assert (found[NOTE], found[LOWER], found[FlagKind.EARLY_LEVEL]) == ([3], [3], [3])
    (lower,) = [f for _, f in all_findings(course) if f.kind is LOWER]
    assert [(c.key, c.now, c.reference) for c in lower.compared] == [
        ("bond", 3, 9),
        ("goals", 4, 8),
        ("tasks", 3, 8),
        ("overall", 4, 8),
    ]
    assert {c.since for c in lower.compared} == {slot(2).session_id}


def test_three_ratings_are_watched_and_no_fourth() -> None:
    eight, seven, six = (8,) * 4, (7,) * 4, (6, 7, 7, 7)
    assert said(OWN, [eight], [six])[LOWER] == [2]
    assert said(OWN, [eight], [seven, seven, six])[LOWER] == [4]
    assert said(OWN, [eight], [seven, seven, seven, six]) == {NOTE: [2]}
    assert said(OWN, [eight], [seven, None, None, seven, six])[LOWER] == [6]  # of ratings
    assert said(OWN, [eight], [six, seven, six]) == {NOTE: [2], LOWER: [2]}


def test_a_drop_with_the_new_therapist_has_said_it() -> None:
    assert said(OWN, [(8,) * 4], [(8,) * 4, (5,) * 4, (5,) * 4]) == {NOTE: [2]}


def test_what_far_below_means_is_the_measures_own_and_the_practices() -> None:
    assert LOWER in said(WAI, ["54"], ["48"])  # means of 4.5 and 4
    assert LOWER not in said(WAI, ["54"], ["49"])
    assert LOWER in said(SRS, ["38"], ["36"])
    course = changed(OWN, [(8,) * 4], [(6,) * 4])
    stricter = Context({course.points[1].rating_id: OWN.drop.with_points(Fraction(3))})
    assert kinds(course, stricter).get(LOWER) is None
    course = changed(OWN, [(8,) * 4], [(5,) * 4])
    (found,) = [f for _, f in all_findings(course, stricter) if f.kind is LOWER]
    assert found.own_setting
    assert said(replace(OWN, drop=None), [(8,) * 4], [(2,) * 4]) == {NOTE: [2]}


def test_nothing_is_said_where_the_two_cannot_be_held_against_each_other() -> None:
    assert said(OWN, [], [(3,) * 4]) == {}
    assert said(OWN, [None], [(3,) * 4]) == {}
    assert said(OWN, [(8, None, 8, 8)], [(3, 8, 8, 8)]) == {LOWER: [2]}  # the bond of both
    assert said(OWN, [(None, 8, 8, 8)], [(3, 8, 8, 3)]) == {LOWER: [2]}  # of both, but the bond
    assert said(OWN, [(8,) * 4], [(3, None, 3, 3), (8,) * 4]) == {NOTE: [3], LOWER: [2]}
    therapist = trajectory(
        OWN,
        (8,) * 4,
        (3,) * 4,
        slots=[slot(1), slot(2, clinician=SOMEONE_ELSE)],
        rater=Rater.THERAPIST,
    )
    assert kinds(therapist) == {}
    outcome = changed(measures()["ors"], ["30"], ["10"])
    assert kinds(outcome) == {}
    course = changed(OWN, [(8,) * 4], [(3,) * 4])
    newer = replace(course.points[1], series=replace(course.points[1].series, scored_as=7))
    parted = replace(course, points=(course.points[0], newer))
    assert not {NOTE, LOWER} & kinds(parted).keys()


def test_whoever_comes_back_is_no_new_therapist() -> None:
    places = [slot(n, clinician=SOMEONE_ELSE if n == 3 else ME) for n in range(1, 6)]
    course = trajectory(OWN, *[(8,) * 4] * 5, slots=places)
    assert kinds(course)[NOTE] == [3]


marks = st.lists(st.integers(0, 10), min_size=1, max_size=5)


@given(marks, marks)
def test_it_is_said_once_at_most_and_the_mirrored_measure_says_the_same(before, after) -> None:
    straight = said(OWN, [(m,) * 4 for m in before], [(m,) * 4 for m in after])
    mirrored = replace(OWN, better=Better.LOWER)
    turned = said(mirrored, [(10 - m,) * 4 for m in before], [(10 - m,) * 4 for m in after])
    assert straight == turned
    assert straight[NOTE] == [len(before) + 1]
    first = len(before) + 1
    assert all(first <= n < first + 3 for n in straight.get(LOWER, []))
    assert len(straight.get(LOWER, [])) <= 1
