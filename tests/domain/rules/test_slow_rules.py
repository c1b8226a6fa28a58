"""What no single step shows: a slide, a score below the level, an item that stays low."""

from dataclasses import replace
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tests.domain.courses import SOMEONE_ELSE, all_findings, kinds, slot, trajectory
from tracker.domain.measures.measure import Better, Kind, Level, Rater
from tracker.domain.rules.findings import Compared, Context, FlagKind
from tracker.reference.loader import measures

OWN, SRS, ORS, WELL = (measures()[k] for k in ("session-check", "srs", "ors", "wellbeing-check"))
EIGHTS = (8, 8, 8, 8)
FIXED = Context(version="2026.7")  # rules that decide slides by fixed points
mark = st.integers(0, 10)
course = st.lists(st.one_of(st.none(), st.tuples(mark, mark, mark, mark)), max_size=10)


def bond(*marks: int) -> list[tuple[int, ...]]:
    """A course in which only the bond moves."""
    return [(m, 8, 8, 8) for m in marks]


def slides(*marks: int) -> list[int]:
    return kinds(trajectory(OWN, *bond(*marks)), FIXED).get(FlagKind.SLIDE, [])


def test_a_score_that_came_down_step_by_step_is_a_slide_where_it_begins() -> None:
    assert slides(9, 9, 9, 8, 7) == [5]  # two below the base of 9
    assert slides(9, 9, 9, 8, 7, 7, 7) == [5]  # and not again while it holds
    assert slides(9, 9, 9, 8, 8) == []
    assert slides(9, 8) == []


def test_a_drop_is_no_slide_and_staying_low_after_one_is_none_either() -> None:
    assert slides(9, 9, 9, 6) == []
    assert slides(9, 9, 9, 6, 6, 6) == []


def test_a_slide_is_measured_from_the_first_three_as_well() -> None:
    # One point in every third session: the base comes down with it, the first three ratings do not.
    course = trajectory(OWN, *bond(9, 9, 9, 8, 8, 8, 8, 8, 7))
    (found,) = [f for _, f in all_findings(course, FIXED) if f.kind is FlagKind.SLIDE]
    assert found.compared == (Compared("bond", Fraction(7), Fraction(9)),)
    assert kinds(course, FIXED)[FlagKind.SLIDE] == [9]
    assert slides(9, 9, 8, 8, 8, 8, 8) == []


def test_where_less_is_better_a_slide_goes_up() -> None:
    turned = replace(OWN, better=Better.LOWER)
    rows = [(m, 2, 2, 2) for m in (1, 1, 1, 2, 2, 2, 2, 2, 3)]
    (found,) = [
        f for _, f in all_findings(trajectory(turned, *rows), FIXED) if f.kind is FlagKind.SLIDE
    ]
    assert found.compared == (Compared("bond", Fraction(3), Fraction(1)),)


def test_an_item_that_was_left_out_hides_no_slide_of_another() -> None:
    rows = [(9, 9, 9, 9)] * 3 + [(9, 8, 9, 9), (None, 7, 9, 9)]
    (found,) = [
        f for _, f in all_findings(trajectory(OWN, *rows), FIXED) if f.kind is FlagKind.SLIDE
    ]
    assert found.compared == (Compared("goals", Fraction(7), Fraction(9)),)


def test_a_slide_that_ceased_can_begin_again() -> None:
    assert slides(9, 9, 9, 8, 7, 9, 9, 9, 8, 7) == [5, 10]


def test_another_item_that_follows_within_three_ratings_belongs_to_the_same_slide() -> None:
    course = [(9, 9, 9, 9)] * 3 + [(8, 9, 9, 9), (7, 9, 9, 9), (7, 8, 9, 9), (7, 7, 9, 9)]
    assert kinds(trajectory(OWN, *course), FIXED)[FlagKind.SLIDE] == [5]


def test_another_item_that_slides_later_is_a_finding_of_its_own() -> None:
    course = [(9, 9, 9, 9)] * 3 + [(8, 9, 9, 9)] + [(7, 9, 9, 9)] * 3 + [(7, 8, 9, 9), (7, 7, 9, 9)]
    found = [
        (n, f.compared[0].key)
        for n, f in all_findings(trajectory(OWN, *course), FIXED)
        if f.kind is FlagKind.SLIDE
    ]
    assert found == [(5, "bond"), (9, "goals")]


def test_a_mean_of_the_size_of_strength_two_below_base_is_a_slide() -> None:
    # No item stands two below its base, but the mean stands one and a half below its own.
    course = [(9, 9, 9, 9)] * 5 + [(8, 8, 8, 8), (8, 8, 7, 7)]
    found = [
        f for _, f in all_findings(trajectory(OWN, *course), FIXED) if f.kind is FlagKind.SLIDE
    ]
    tasks, overall, mean = found[0].compared
    assert [c.key for c in (tasks, overall)] == ["tasks", "overall"]
    assert mean == Compared("total", Fraction(15, 2), Fraction(9))


def test_only_the_clients_view_of_the_alliance_slides() -> None:
    marks = bond(9, 9, 9, 8, 7)
    assert FlagKind.SLIDE not in kinds(trajectory(OWN, *marks, rater=Rater.THERAPIST))
    assert FlagKind.SLIDE not in kinds(trajectory(WELL, *marks))
    assert FlagKind.SLIDE not in kinds(trajectory(replace(OWN, drop=None), *marks))


@given(course)
def test_a_slide_and_a_drop_are_never_found_at_one_rating(
    marks: list[tuple[int, ...] | None],
) -> None:
    found = kinds(trajectory(OWN, *marks))
    assert not set(found.get(FlagKind.SLIDE, [])) & set(found.get(FlagKind.DROP, []))


@given(course)
def test_a_long_slide_has_a_score_two_points_below_its_start_and_a_slide_has_none(
    marks: list[tuple[int, ...] | None],
) -> None:
    for _, finding in all_findings(trajectory(OWN, *marks)):
        if finding.kind in (FlagKind.SLIDE, FlagKind.LONG_SLIDE):
            lost = {c.key: c.reference - c.now for c in finding.compared}
            far = [
                key for key, by in lost.items() if by >= (Fraction(3, 2) if key == "total" else 2)
            ]
            assert bool(far) is (finding.kind is FlagKind.LONG_SLIDE)


def test_a_first_rating_below_the_level_is_early() -> None:
    assert kinds(trajectory(SRS, "35.9", "35")) == {FlagKind.EARLY_LEVEL: [1]}
    assert kinds(trajectory(SRS, "36", "36")) == {}  # the measure's file: 36 itself is not below


def test_a_level_is_crossed_for_the_first_time_once() -> None:
    found = kinds(trajectory(SRS, "37", "35.9", "37", "35.5"))
    assert found == {FlagKind.FIRST_CROSSING: [2]}
    assert FlagKind.FIRST_CROSSING not in kinds(trajectory(SRS, "35", "37", "35"))


def test_the_finding_names_the_score_and_the_level() -> None:
    for course in (trajectory(SRS, "35"), trajectory(SRS, "36", "35")):
        ((_, found),) = all_findings(course)
        assert found.compared == (Compared("total", Fraction(35), Fraction(36)),)


def test_a_level_belongs_to_an_age_and_its_value_to_the_side_that_the_file_says() -> None:
    adults = replace(SRS, level=Level({"adult": Fraction(36)}, "made up", inclusive=True))
    ((_, low),) = all_findings(trajectory(adults, "36"))
    assert (low.kind, low.compared[0].reference) == (FlagKind.EARLY_LEVEL, Fraction(36))
    assert kinds(trajectory(adults, "36"), Context(age_band="child")) == {}
    both = {"adult": Fraction(36), "any": Fraction(30)}
    levels = replace(SRS, level=Level(both, "made up", inclusive=True))
    for age_band, level in (("adult", 36), ("child", 30)):
        ((_, found),) = all_findings(trajectory(levels, "30"), Context(age_band=age_band))
        assert found.compared == (Compared("total", Fraction(30), Fraction(level)),)


def test_without_a_published_level_the_lower_half_of_the_scale_is_low() -> None:
    assert kinds(trajectory(OWN, (2, 3, 2, 2))) == {FlagKind.EARLY_LEVEL: [1]}
    assert kinds(trajectory(OWN, (5, 5, 5, 5))) == {FlagKind.EARLY_LEVEL: [1]}  # the middle itself
    assert kinds(trajectory(OWN, (5, 5, 5, 6))) == {}
    assert kinds(trajectory(OWN, (6, 6, 6, 6), (5, 5, 5, 5))) == {FlagKind.FIRST_CROSSING: [2]}
    ((_, low),) = all_findings(trajectory(OWN, (2, 3, 2, 2)))
    assert low.compared == (Compared("total", Fraction(9, 4), Fraction(5)),)
    adults = replace(SRS, level=Level({"adult": Fraction(36)}, "made up", inclusive=True))
    assert kinds(trajectory(adults, "20"), Context(age_band="child")) == {FlagKind.EARLY_LEVEL: [1]}


@pytest.mark.parametrize("key", [k for k, m in measures().items() if m.kind is Kind.ALLIANCE])
def test_a_low_first_rating_is_seen_on_every_measure_of_the_alliance(key: str) -> None:
    measure = measures()[key]
    for age_band in ("child", "adolescent", "adult"):
        worst = measure.low if measure.better is Better.HIGHER else measure.high
        best = measure.high if measure.better is Better.HIGHER else measure.low
        assert measure.is_low(worst, age_band)
        assert not measure.is_low(best, age_band)


def test_an_outcome_below_its_level_is_why_people_come() -> None:
    assert kinds(trajectory(ORS, "18", "19")) == {}


def test_a_new_therapist_begins_a_new_course() -> None:
    places = [slot(1), slot(2, clinician=SOMEONE_ELSE)]
    found = kinds(trajectory(SRS, "38", "35", slots=places))
    assert found.keys() & {FlagKind.EARLY_LEVEL, FlagKind.DROP, FlagKind.SLIDE} == {
        FlagKind.EARLY_LEVEL
    }
    assert found[FlagKind.EARLY_LEVEL] == [2]


def low(*marks: int | None) -> list[int]:
    given_ = [None if m is None else (m, 8, 8, 8) for m in marks]
    return kinds(trajectory(OWN, *given_)).get(FlagKind.LOW_ITEM, [])


@pytest.mark.parametrize(
    ("marks", "found"),
    [
        ((5, 5), [2]),
        ((6, 5), []),
        ((5, 6), []),
        ((0, 5, 5, 4), [2]),  # once, where it begins
        ((5, 5, 6, 5, 5), [2, 5]),  # again after it has ceased
        ((5, None, 5), [3]),  # a session without a rating is skipped
    ],
)
def test_an_item_at_five_or_less_twice_running(marks: tuple[int, ...], found: list[int]) -> None:
    assert low(*marks) == found


def test_a_low_item_names_its_mark_and_the_one_before() -> None:
    rows = [(7, 8, 8, 8), (5, 8, 8, 8), (4, 8, 8, 8)]
    (found,) = [f for _, f in all_findings(trajectory(OWN, *rows)) if f.kind is FlagKind.LOW_ITEM]
    since = slot(2).session_id
    assert found.compared == (Compared("bond", Fraction(4), Fraction(5), since),)


def test_low_items_are_watched_on_our_own_alliance_measure_only() -> None:
    assert FlagKind.LOW_ITEM not in kinds(trajectory(WELL, (4,) * 4, (4,) * 4))
    assert FlagKind.LOW_ITEM not in kinds(trajectory(SRS, (4,) * 4, (4,) * 4))
    items = measures()["alliance-items"]
    assert FlagKind.LOW_ITEM not in kinds(trajectory(items, (2,) * 5, (2,) * 5))


@given(course)
def test_a_low_item_is_found_where_two_in_a_row_are_low_and_the_one_before_was_not(
    marks: list[tuple[int, ...] | None],
) -> None:
    expected = set()
    for item in range(4):
        given_ = [(n, row[item]) for n, row in enumerate(marks, start=1) if row]
        for i in range(1, len(given_)):
            began = i == 1 or given_[i - 2][1] > 5
            if given_[i][1] <= 5 and given_[i - 1][1] <= 5 and began:
                expected.add(given_[i][0])
    assert set(kinds(trajectory(OWN, *marks)).get(FlagKind.LOW_ITEM, [])) == expected
