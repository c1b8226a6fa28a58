"""Away from the best: the alliance has come down from where it stood, and no other rule says so."""

from dataclasses import replace
from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import given

from tests.domain.courses import SOMEONE_ELSE, all_findings, kinds, slot, trajectory
from tracker.domain.measures.measure import Better, Rater, Wording
from tracker.domain.rules.findings import Compared, FlagKind
from tracker.reference.loader import measures

OWN, SRS, ORS, ITEMS = (
    measures()[key] for key in ("session-check", "srs", "ors", "alliance-items")
)
QUIET = replace(OWN, drop=None)  # which no rule of drops looks at
AWAY = FlagKind.AWAY_FROM_BEST
UP_AND_DOWN = (
    6,
    6,
    8,
    9,
    9,
    8,
    8,
    8,
    7,
    7,
    7,
)  # its base has come down with it, and it began no higher


def away(*marks: int | None) -> list[int]:
    """Where it is said of a course with one mark on every question."""
    course = trajectory(OWN, *[None if mark is None else (mark,) * 4 for mark in marks])
    return kinds(course).get(AWAY, [])


def said(*marks: int) -> set[FlagKind]:
    """The kinds that say something of the course, but for the same mark on every question."""
    return kinds(trajectory(OWN, *[(mark,) * 4 for mark in marks])).keys() - {FlagKind.FLAT}


def test_two_points_below_the_best_level_is_noted_with_both() -> None:
    assert away(*UP_AND_DOWN) == [10]
    course = trajectory(OWN, *[(mark,) * 4 for mark in UP_AND_DOWN])
    (found,) = [f for _, f in all_findings(course) if f.kind is AWAY]
    best = slot(5).session_id
    assert found.compared == (Compared("total", Fraction(7), Fraction(9), best),)
    assert said(*UP_AND_DOWN) == {AWAY}


def test_it_is_said_again_only_after_it_was_half_as_near() -> None:
    assert away(*UP_AND_DOWN, 7, 8, 7, 7) == [10]
    assert away(*UP_AND_DOWN, 8, 8, 8, 8, 8, 7, 7) == [10, 18]


def test_another_fall_at_one_of_the_two_ratings_has_said_it() -> None:
    assert said(9, 9, 9, 6, 6, 6) == {FlagKind.DROP}
    assert said(9, 9, 9, 8, 7, 7) == {FlagKind.LONG_SLIDE}


def test_the_best_takes_two_ratings_running_and_one_series() -> None:
    assert away(6, 6, 9, 6, 6, 6) == []  # one good mark alone; the way back from it is a drop
    places = [slot(n, clinician=SOMEONE_ELSE) if n > 6 else slot(n) for n in range(1, 12)]
    course = trajectory(OWN, *[(mark,) * 4 for mark in UP_AND_DOWN], slots=places)
    assert AWAY not in kinds(course)


def test_it_is_carried_to_other_ranges_and_looks_at_what_clients_say_of_the_alliance() -> None:
    totals = [str(4 * mark) for mark in UP_AND_DOWN]
    quiet = replace(SRS, drop=None)  # whose rule says something of each of these steps
    assert kinds(trajectory(quiet, *totals)).get(AWAY) == [10]
    assert AWAY not in kinds(
        trajectory(OWN, *[(m,) * 4 for m in UP_AND_DOWN], rater=Rater.THERAPIST)
    )
    assert AWAY not in kinds(trajectory(ORS, *totals))


def test_a_fifth_of_the_range_is_one_of_a_scale_that_does_not_begin_at_nothing() -> None:
    """Five items of 1 to 5: the same course, of means from 3.4 to 4.6."""
    rows = {6: (4, 4, 3, 3, 3), 7: (4, 4, 4, 4, 3), 8: (5, 4, 4, 4, 4), 9: (5, 5, 5, 4, 4)}
    quiet = replace(ITEMS, drop=None)
    assert kinds(trajectory(quiet, *(rows[mark] for mark in UP_AND_DOWN)))[AWAY] == [10]
    smaller = [rows[mark] for mark in (6, 6, 8, 9, 9, 8, 8, 8)]
    assert AWAY not in kinds(trajectory(quiet, *smaller, (5, 4, 4, 4, 3), (4, 4, 4, 4, 3)))


def test_it_may_begin_at_the_fourth_rating() -> None:
    assert kinds(trajectory(QUIET, *[(mark,) * 4 for mark in (10, 10, 7, 7)]))[AWAY] == [4]


def test_of_two_bests_that_are_alike_the_first_is_named() -> None:
    course = trajectory(QUIET, *[(mark,) * 4 for mark in (6, 6, 9, 9, 9, 8, 8, 7, 7)])
    (found,) = [f for _, f in all_findings(course) if f.kind is AWAY]
    assert found.compared == (Compared("total", Fraction(7), Fraction(9), slot(4).session_id),)


@given(st.lists(st.one_of(st.none(), st.integers(0, 10)), max_size=14))
def test_a_mirrored_measure_says_the_same_and_never_beside_another_fall(marks) -> None:
    plain = replace(OWN, wording_by=Wording.FREE)  # without the rule of items at 5 or less
    mirrored = replace(plain, better=Better.LOWER)
    straight = kinds(trajectory(plain, *[None if m is None else (m,) * 4 for m in marks]))
    turned = kinds(trajectory(mirrored, *[None if m is None else (10 - m,) * 4 for m in marks]))
    fell = {FlagKind.DROP, FlagKind.SLIDE, FlagKind.FIRST_CROSSING}
    said = {n for kind in fell for n in straight.get(kind, [])}
    assert not said & set(straight.get(AWAY, []))
    assert straight.get(AWAY) == turned.get(AWAY)
