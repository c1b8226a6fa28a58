"""The rule the product exists for, by example."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tests.domain.courses import (
    NOBODY_ASKED,
    SOMEONE_ELSE,
    check_ins,
    slot,
    strengths,
    trajectory,
)
from tracker.domain.course.sessions import Status
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.earlier import fixed_strength
from tracker.domain.rules.findings import Context, FlagKind
from tracker.domain.rules.flags import of_trajectory
from tracker.reference.loader import measures

OWN, SRS, ITEMS, ORS = (measures()[k] for k in ("session-check", "srs", "alliance-items", "ors"))
EIGHTS = (8, 8, 8, 8)
FIXED = Context(version="2026.7")  # rules that decide strengths by fixed points


def test_a_fall_of_two_is_a_check_in_and_of_one_is_not() -> None:
    assert strengths(trajectory(OWN, EIGHTS, (6, 8, 8, 8))) == {2: 1}
    assert strengths(trajectory(OWN, EIGHTS, (7, 8, 8, 8))) == {}


def test_the_finding_names_what_fell_from_what_to_what_and_since_when() -> None:
    finding = check_ins(trajectory(OWN, EIGHTS, (5, 8, 8, 8)))[2]
    (fall,) = finding.falls
    assert finding.kind is FlagKind.DROP
    assert (fall.key, fall.previous, fall.now, fall.base, fall.points) == ("bond", 8, 5, 8, 2)
    assert fall.since == slot(1).session_id


def test_all_components_of_one_rating_are_one_finding() -> None:
    assert [f.key for f in check_ins(trajectory(OWN, EIGHTS, (5, 6, 4, 8)))[2].falls] == [
        "bond",
        "goals",
        "tasks",
    ]


def test_the_first_rating_raises_nothing() -> None:
    assert check_ins(trajectory(OWN, (1, 1, 1, 1))) == {}


def test_a_drop_from_the_ceiling_of_exactly_two_tenths_steps_is_exact() -> None:
    # In binary 4.1 - 2.1 is less than 2.
    assert strengths(trajectory(SRS, (4.1, 9, 9, 9), (2.1, 9, 9, 9))) == {2: 2}
    assert strengths(trajectory(SRS, (9.9, 9, 9, 9), (8.0, 9, 9, 9))) == {}


def test_a_fall_is_seen_in_the_total_when_only_totals_are_typed() -> None:
    assert strengths(trajectory(SRS, "39.9", "37.9")) == {2: 1}
    assert strengths(trajectory(SRS, "39.9", "38.0")) == {}


@pytest.mark.parametrize(
    ("before", "after", "strength"),
    [
        ("38", "34", 2),  # 4 below base and below 36
        ("40", "36", 1),  # 4 below base, but 36 is not below 36
        ("38", "32", 3),  # 6 below base
        ("38", "34.1", 1),
    ],
)
def test_strengths_of_the_srs_total(before: str, after: str, strength: int) -> None:
    assert strengths(trajectory(SRS, before, after), FIXED) == {2: strength}


def test_an_srs_item_reaches_strength_two_only_below_nine_and_with_the_total_below_36() -> None:
    assert strengths(trajectory(SRS, (10, 8, 8, 8), (8, 8, 8, 8)), FIXED) == {2: 2}
    assert strengths(trajectory(SRS, (10, 10, 10, 10), (8, 10, 10, 10)), FIXED) == {
        2: 1
    }  # total 38
    assert strengths(trajectory(SRS, (10, 9, 9, 8.9), (8, 9, 9, 9.9)), FIXED) == {
        2: 2
    }  # total 35.9


@pytest.mark.parametrize(
    ("after", "strength"),
    [
        ((6, 8, 8, 8), 1),
        ((5, 8, 8, 8), 2),  # an item three below base
        ((6, 6, 7, 7), 2),  # the mean one and a half below base
        ((4, 8, 8, 8), 3),  # an item four below base
        ((6, 6, 6, 6), 3),  # the mean two below base
    ],
)
def test_strengths_of_the_own_measure(after: tuple[int, ...], strength: int) -> None:
    assert strengths(trajectory(OWN, EIGHTS, after), FIXED) == {2: strength}


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        (
            (5, 5, 5, 5, 5),
            (5, 5, 5, 5, 3),
            {2: 2},
        ),  # an item falls by two: a component one below base
        ((4, 4, 4, 4, 4), (4, 4, 4, 3, 3), {}),  # the mean falls by 0.4
        ((5, 5, 4, 4, 4), (4, 4, 4, 4, 4), {}),
        ((5, 5, 5, 4, 4), (4, 4, 4, 4, 4), {2: 2}),  # the mean falls by 0.6 and single items by one
        ((5, 5, 5, 5, 5), (4, 4, 4, 4, 4), {2: 3}),  # the mean one below base
        ((5, 5, 5, 5, 5), (3, 3, 5, 5, 5), {2: 3}),  # two items by two
    ],
)
def test_strengths_of_the_five_statements(
    before: tuple[int, ...], after: tuple[int, ...], expected: dict[int, int]
) -> None:
    assert strengths(trajectory(ITEMS, before, after), FIXED) == expected


def test_sums_of_45_and_40_are_a_fall_of_five_twelfths_and_not_of_a_half() -> None:
    """Twelve items of 1 to 5: the means 3.75 and 3.33 differ by 0.42, though shown as 3.8 and 3.3."""
    twelve = tuple(replace(ITEMS.items[0], key=f"i{n}") for n in range(12))
    drop = ITEMS.drop
    assert drop
    only_mean = replace(drop, strengths=(drop.strengths[0][1:], *drop.strengths[1:]))
    measure = replace(ITEMS, items=twelve, components=(), drop=only_mean)
    assert strengths(trajectory(measure, (4,) * 9 + (3,) * 3, (4,) * 4 + (3,) * 8), FIXED) == {}
    assert strengths(trajectory(measure, (4,) * 9 + (3,) * 3, (4,) * 3 + (3,) * 9), FIXED) == {2: 1}


def test_a_condition_can_ask_for_where_the_score_stands_now() -> None:
    drop = OWN.drop
    assert drop
    low = replace(drop.strengths[1][0], now_below=Fraction(5))
    measure = replace(
        OWN, drop=replace(drop, strengths=(drop.strengths[0], (low,), drop.strengths[2]))
    )
    assert strengths(trajectory(measure, EIGHTS, (5, 8, 8, 8)), FIXED) == {2: 1}
    assert strengths(trajectory(measure, (7, 8, 8, 8), (4, 8, 8, 8)), FIXED) == {2: 2}


def test_a_drop_seen_twice_is_well_beyond() -> None:
    course = trajectory(OWN, (9, 9, 9, 9), (9, 9, 9, 9), (6, 9, 9, 9), (6, 9, 6, 9))
    assert strengths(course) == {3: 2, 4: 3}
    assert check_ins(course)[4].reason == "the rating before was such a drop as well"


def test_what_decided_is_said_in_words() -> None:
    def reason(*course: tuple[int, ...]) -> str:
        return check_ins(trajectory(OWN if len(course[0]) == 4 else ITEMS, *course), FIXED)[
            2
        ].reason

    assert reason(EIGHTS, (6, 8, 8, 8)) == "below the previous rating"
    assert reason(EIGHTS, (5, 8, 8, 8)) == "an item 3 or more below the middle of earlier ratings"
    assert (
        reason(EIGHTS, (6, 6, 7, 7)) == "the mean 1.5 or more below the middle of earlier ratings"
    )
    two = reason((5, 5, 5, 5, 5), (3, 3, 5, 5, 5))
    assert two == "2 items 2 or more below the middle of earlier ratings"
    five = reason((5, 5, 5, 5, 5), (5, 5, 5, 5, 3))
    assert five == "a component 1 or more below the middle of earlier ratings"


@pytest.mark.parametrize(("first", "strength"), [(3, 3), (None, 2)])
def test_a_prorated_mean_never_reached_strength_three_by_fixed_points(
    first: int | None, strength: int
) -> None:
    wai = measures()["wai-sr"]
    assert wai.drop
    course = trajectory(wai, (5,) * 12, (first, *(3,) * 11))
    fell = course.points[1]
    assert fell.scores.prorated is (first is None)
    assert fixed_strength(course, fell, wai.drop)[0] == strength


def test_two_small_drops_in_a_row_stay_worth_asking() -> None:
    assert strengths(trajectory(OWN, (9, 9, 9, 9), (7, 9, 9, 9), (7, 7, 9, 9))) == {2: 1, 3: 1}


def test_a_drop_after_one_worth_asking_is_not_seen_twice() -> None:
    assert strengths(trajectory(OWN, (9, 9, 9, 9), (7, 9, 9, 9), (7, 6, 9, 9))) == {2: 1, 3: 2}


def test_a_drop_beside_an_outcome_that_is_reliably_worse_is_well_beyond() -> None:
    course = trajectory(OWN, EIGHTS, (5, 8, 8, 8))
    assert strengths(course, Context({}, frozenset({2}))) == {2: 3}
    assert strengths(course, Context({}, frozenset({1}))) == {2: 2}
    assert strengths(trajectory(OWN, EIGHTS, (6, 8, 8, 8)), Context({}, frozenset({2}))) == {2: 1}


def test_what_raised_a_drop_is_said_in_words() -> None:
    finding = check_ins(trajectory(OWN, EIGHTS, (5, 8, 8, 8)), Context({}, frozenset({2})))[2]
    assert finding.reason == "an outcome measure stands reliably worse than at intake"


def test_a_rating_without_a_fall_has_no_strength() -> None:
    assert OWN.drop
    course = trajectory(OWN, EIGHTS, EIGHTS)
    assert fixed_strength(course, course.points[1], OWN.drop) == (0, "")


@pytest.mark.parametrize(
    ("rater", "kind"),
    [(Rater.CLIENT, FlagKind.DROP), (Rater.THERAPIST, FlagKind.THERAPIST_DROP)],
)
def test_a_drop_says_whether_the_practices_own_setting_decided_it(
    rater: Rater, kind: FlagKind
) -> None:
    assert OWN.drop
    course = trajectory(OWN, EIGHTS, (5, 8, 8, 8), rater=rater)
    settings = {course.points[1].rating_id: OWN.drop.with_points(Fraction(3))}
    for rules, own, points in (({}, False, 2), (settings, True, 3)):
        (finding,) = of_trajectory(course, Context(rules))
        assert (finding.kind, finding.own_setting) == (kind, own)
        assert [(fall.key, fall.points) for fall in finding.falls] == [("bond", points)]


def test_another_threshold_leaves_the_higher_strengths_as_they_are() -> None:
    for measure in (OWN, SRS, ITEMS):
        assert measure.drop
        changed = measure.drop.with_points(Fraction(3))
        assert changed.points == 3
        assert changed.strengths[1:] == measure.drop.strengths[1:]


def test_a_missing_item_is_compared_with_the_last_time_it_was_answered() -> None:
    course = trajectory(OWN, EIGHTS, (None, 8, 8, 8), (6, 8, 8, 8))
    assert strengths(course) == {3: 1}
    assert check_ins(course)[3].falls[0].since == slot(1).session_id


def test_a_missed_session_is_skipped() -> None:
    places = [slot(1), slot(2, status=Status.MISSED), slot(3)]
    assert strengths(trajectory(OWN, EIGHTS, None, (6, 8, 8, 8), slots=places)) == {3: 1}


def test_a_stale_previous_rating_caps_the_strength_at_one() -> None:
    low = (2, 2, 2, 2)
    assert strengths(trajectory(OWN, EIGHTS, None, None, None, low)) == {
        5: 3
    }  # three sessions between
    assert strengths(trajectory(OWN, EIGHTS, None, None, None, None, low)) == {6: 1}  # four
    assert strengths(trajectory(OWN, EIGHTS, low, slots=[slot(1, days=60), slot(2, days=60)])) == {
        2: 3
    }
    assert strengths(trajectory(OWN, EIGHTS, low, slots=[slot(1, days=61), slot(2, days=61)])) == {
        2: 1
    }


def test_a_fall_says_whether_its_previous_rating_is_stale() -> None:
    for days, stale in ((60, False), (61, True)):
        places = [slot(1, days=days), slot(2, days=days)]
        (fall,) = check_ins(trajectory(OWN, EIGHTS, (5, 8, 8, 8), slots=places))[2].falls
        assert fall.stale is stale


def test_nothing_is_compared_across_therapists() -> None:
    places = [slot(1), slot(2, clinician=SOMEONE_ELSE)]
    assert check_ins(trajectory(OWN, EIGHTS, (2, 2, 2, 2), slots=places)) == {}


def test_a_total_is_one_course_however_it_is_entered() -> None:
    for marks in (
        ["38", (5, 5, 5, 5)],
        [("9.5",) * 4, "20"],
        ["38", "20"],
        [("9.5",) * 4, (5,) * 4],
    ):
        (fall,) = [f for f in check_ins(trajectory(SRS, *marks))[2].falls if f.key == TOTAL]
        assert (fall.previous, fall.now) == (38, 20)
    answers_alone = check_ins(trajectory(SRS, (9, 9, 9, 9), "36", (9, 9, 9, 5)))[3]
    assert [f.key for f in answers_alone.falls] == ["overall", TOTAL]
    assert answers_alone.falls[0].since == slot(1).session_id
    assert answers_alone.falls[1].since == slot(2).session_id


def test_a_series_goes_on_after_a_session_with_someone_else() -> None:
    places = [slot(1), slot(2, clinician=SOMEONE_ELSE), slot(3)]
    course = trajectory(OWN, EIGHTS, (9, 9, 9, 9), (6, 8, 8, 8), slots=places)
    assert check_ins(course)[3].falls[0].since == slot(1).session_id


def test_only_the_client_and_only_alliance_measures_raise_drops() -> None:
    low = (2, 2, 2, 2)
    assert check_ins(trajectory(OWN, EIGHTS, low, rater=Rater.THERAPIST)) == {}
    outcome = replace(ORS, drop=SRS.drop)
    assert check_ins(trajectory(outcome, (9, 9, 9, 9), low)) == {}


def test_only_what_is_asked_for_is_evaluated() -> None:
    course = trajectory(OWN, EIGHTS, (6, 8, 8, 8), (4, 8, 8, 8))
    assert [f.kind for f in of_trajectory(course, NOBODY_ASKED, since=3)] == [FlagKind.DROP]
