"""Strength by the client's own ups and downs, what is unusual, and slides."""

from dataclasses import replace
from decimal import ROUND_UP, Decimal, localcontext
from fractions import Fraction
from uuid import uuid5

import pytest

from tests.domain.courses import NAMES, kinds, slot, strengths, trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Better
from tracker.domain.measures.priors import DESIGN_DEFAULT, Prior, Spread
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.domain.rules.findings import Context, FlagKind
from tracker.domain.rules.flags import RULES
from tracker.domain.rules.limits import ITEM_SD, Rarity
from tracker.domain.rules.outlook import Assumed, OwnMarks, decimal
from tracker.domain.rules.quantiles import LAST, quantile
from tracker.domain.rules.standing import SeenRating
from tracker.domain.rules.watch import _Watcher, by_person, verdict_on
from tracker.domain.rules.watched import WatchedScore
from tracker.reference.loader import measures

OWN = measures()["session-check"]
SPREAD = DESIGN_DEFAULT.item


def told(kind: FlagKind, course, context=None):
    """The findings of that kind by session."""
    context = context or Context()
    found = ((p.slot.number, RULES[kind](course, p, context)) for p in course.points)
    return {number: finding for number, finding in found if finding}


def bond(*marks):
    """A course in which only bond moves."""
    return trajectory(OWN, *([mark, 8, 8, 8] for mark in marks))


def own_marks(*marks):
    given = OwnMarks()
    for mark in marks:
        given = given.plus(Decimal(mark))
    return given


def test_the_interval_is_that_of_its_formula() -> None:
    given = own_marks("0.8", "0.9", "0.7")
    k = Fraction(81, 100)  # (.09 / .10) squared
    mean = (Fraction("2.4") + k * Fraction("0.82")) / (3 + k)
    variance = (6 * Fraction("0.0081") + Fraction("0.02")) / 8
    square = (mean - Fraction("0.5")) ** 2 / (variance * (1 + 1 / (3 + k)))
    z = given.below(Assumed.of(SPREAD, ITEM_SD), Decimal("0.5"))
    assert abs(Fraction(z) ** 2 - square) < Fraction(1, 10**10)
    assert given.below(Assumed.of(SPREAD, ITEM_SD), Decimal("0.95")) < 0
    assert given.freedom == 8


@pytest.mark.parametrize(("marks", "sd"), [(["0.8"] * 40, "0.08"), (["0", "1"] * 20, "0.2")])
def test_the_spread_within_a_client_has_a_least_and_a_largest(marks, sd) -> None:
    given = own_marks(*marks)
    count = 40 + Fraction(81, 100)
    mean = (sum(map(Fraction, marks)) + Fraction(81, 100) * Fraction("0.82")) / count
    z = (mean - Fraction("0.3")) ** 2 / (Fraction(sd) ** 2 * (1 + 1 / count))
    assert abs(
        Fraction(given.below(Assumed.of(SPREAD, ITEM_SD), Decimal("0.3"))) ** 2 - z
    ) < Fraction(1, 10**9)


def tail(t: float, freedom: int) -> float:
    """The probability beyond t, by Simpson's rule over t = tan(u)."""
    from math import atan, cos, exp, lgamma, log, pi, tan

    scale = exp(lgamma((freedom + 1) / 2) - lgamma(freedom / 2)) / (freedom * pi) ** 0.5

    def density(u: float) -> float:
        return exp(-(freedom + 1) / 2 * log(1 + tan(u) ** 2 / freedom)) / cos(u) ** 2

    low, high, parts = atan(t), pi / 2 - 1e-9, 600
    step = (high - low) / parts
    inner = sum((4 if n % 2 else 2) * density(low + n * step) for n in range(1, parts))
    return scale * step / 3 * (density(low) + inner + density(high))


@pytest.mark.parametrize("rarity", Rarity)
@pytest.mark.parametrize("freedom", [6, 13, LAST])
def test_the_table_holds_quantiles_of_t(rarity: Rarity, freedom: int) -> None:
    assert tail(float(quantile(rarity, freedom)), freedom) == pytest.approx(float(rarity), abs=2e-6)
    assert quantile(rarity, LAST + 100) == quantile(rarity, LAST)


def test_a_steady_client_falls_further_than_one_who_goes_up_and_down() -> None:
    assert strengths(bond(9, 9, 9, 9, 9, 9, 9, 9, 6))[9] == 3
    up_and_down = bond(9, 7, 10, 7, 9, 7, 10, 7, 9, 6)
    assert strengths(up_and_down)[10] == 1


def test_a_fall_of_a_client_with_few_ratings_is_compared_with_other_clients() -> None:
    assert strengths(bond(8, 5)) == {2: 2}
    assert told(FlagKind.DROP, bond(8, 5))[2].own_ratings == 1
    assert told(FlagKind.DROP, bond(8, 8, 8, 8, 8, 8, 5))[7].own_ratings == 6


def restless(*then):
    """A course of large ups and downs, in which little is unusual, and then those marks."""
    return bond(10, 4, 10, 4, 10, 4, 10, 4, 10, *then)


def test_nobody_is_muted() -> None:
    """A fall of 4, and one of 2 that ends at 5, is of strength 2 at least, whatever the client usually gives."""
    assert strengths(restless(6))[10] == 2
    assert (
        told(FlagKind.DROP, restless(6))[10].reason == "a fall of two fifths of the scale or more"
    )
    assert strengths(restless(7))[10] == 1
    low = bond(7, 3, 7, 3, 7, 3, 7, 3, 7, 5)
    assert strengths(low)[10] == 2
    assert "ends in its lower half" in told(FlagKind.DROP, low)[10].reason
    assert strengths(bond(8, 4, 8, 4, 8, 4, 8, 4, 8, 6))[10] == 1


def test_after_thirty_tens_all_nines_are_no_alarm() -> None:
    assert kinds(trajectory(OWN, *[[10] * 4] * 30, [9] * 4)).keys() <= {
        FlagKind.CEILING,
        FlagKind.FLAT,
    }


def test_what_is_unusual_asks_without_a_drop_and_once() -> None:
    steady = [[9, 9, 9, 9]] * 8
    course = trajectory(OWN, *steady, [8, 8, 8, 8], [7, 8, 7, 7], [7, 8, 7, 7], [7, 8, 7, 7])
    found = told(FlagKind.UNUSUAL, course)
    assert list(found) == [10]
    mean = Fraction(7 * 9 + 8, 8)  # of the last eight
    assert [fall.base for fall in found[10].falls] == [mean] * len(found[10].falls)
    assert {fall.points for fall in found[10].falls} == {1}, "one step is what it is held against"
    assert found[10].own_ratings == 9
    assert not told(FlagKind.DROP, course)


def test_a_slide_is_told_again_while_it_goes_on() -> None:
    course = bond(9, 9, 9, 9, 8, 7, 6, 5, 5, 4, 4)
    slid = {n: f.compared[0] for n, f in told(FlagKind.LONG_SLIDE, course).items()}
    assert [(n, c.now, c.reference) for n, c in slid.items()] == [(6, 7, 9), (8, 5, 9), (11, 4, 9)]


def test_a_slide_ends_when_half_of_it_is_made_up_and_another_one_is_told() -> None:
    course = bond(9, 9, 9, 9, 8, 7, 8, 9, 9, 9, 8, 7)
    assert list(told(FlagKind.LONG_SLIDE, course)) == [6, 12]


def test_small_steps_add_up_to_a_slide_before_two_points_are_lost() -> None:
    course = trajectory(OWN, *[[9, 9, 9, 9]] * 6, [8, 9, 8, 8], *[[8, 8, 8, 8]] * 6)
    assert list(told(FlagKind.SLIDE, course)) == [11]
    assert not told(FlagKind.LONG_SLIDE, course)


def test_who_marks_low_from_the_start_slides_by_a_step_at_least() -> None:
    """Far below what is assumed of clients every mark is lower than expected; that alone is no slide."""
    low = trajectory(OWN, *[[3, 3, 3, 3]] * 3, *[[3, 3, 3, 2]] * 9)
    assert not told(FlagKind.SLIDE, low)
    assert told(FlagKind.SLIDE, trajectory(OWN, *[[3, 3, 3, 3]] * 3, *[[2, 2, 2, 2]] * 9))


def test_no_slide_begins_just_after_a_fall_that_was_told() -> None:
    course = bond(9, 9, 9, 9, 9, 9, 5, 5, 5)
    assert strengths(course)[7] == 3
    assert not told(FlagKind.SLIDE, course)
    assert 8 not in told(FlagKind.LONG_SLIDE, course)


def test_one_check_in_for_one_rating() -> None:
    for course in (bond(9, 9, 9, 9, 8, 7, 6, 5), bond(8, 8, 8, 8, 5), restless(6)):
        for point in course.points:
            verdict = verdict_on(course, point, Context())
            assert [bool(verdict.strength), verdict.unusual, verdict.far].count(True) <= 1


def test_a_small_drop_asks_where_the_client_said_something_as_well() -> None:
    """What is said is part of the drop's check-in: it must not go down with a drop that is only offered."""

    def second(**said):
        course = bond(8, 6)
        answers = replace(course.points[1].answers, **said)
        return replace(
            course, points=(course.points[0], replace(course.points[1], answers=answers))
        )

    unsettled = StrainAnswer(StrainSeen.YES, StrainSettled.NOT)
    assert strengths(second()) == {2: 1}
    assert strengths(second(strain=StrainAnswer(StrainSeen.A_LITTLE))) == {2: 1}
    assert strengths(second(strain=unsettled)) == {2: 2}
    assert told(FlagKind.DROP, second(strain=unsettled))[2].reason.endswith("there was tension")
    assert strengths(second(held_back=1)) == {2: 2}
    assert strengths(second(held_back=1), Context(version="2026.7")) == {2: 1}


def test_the_mirrored_scale_decides_the_same() -> None:
    mirrored = replace(OWN, better=Better.LOWER)
    for marks in ((8, 8, 8, 8, 8, 8, 6, 7, 5), (9, 9, 9, 8, 7, 6, 5, 5, 4)):
        there = [verdict_on(bond(*marks), p, Context()) for p in bond(*marks).points]
        course = trajectory(mirrored, *([10 - mark, 2, 2, 2] for mark in marks))
        here = [verdict_on(course, p, Context()) for p in course.points]
        for one, other in zip(there, here, strict=True):
            assert (one.strength, one.unusual, one.far) == (
                other.strength,
                other.unusual,
                other.far,
            )


@pytest.mark.parametrize("better", Better)
def test_a_slide_is_held_against_the_first_three_ratings_where_they_were_better(
    better: Better,
) -> None:
    marks = (10, 10, 10, 9, 8, 8, 7)  # the middle of the five before the last is 9
    measure = replace(OWN, better=better)
    rows = [mark if better is Better.HIGHER else 10 - mark for mark in marks]
    course = trajectory(measure, *([mark, 5, 5, 5] for mark in rows))
    (compared,) = told(FlagKind.LONG_SLIDE, course)[7].compared
    assert (compared.now, compared.reference) == (rows[-1], rows[0])


def test_a_mark_is_the_part_of_the_range_that_its_score_stands_at() -> None:
    points = Fraction(2)
    for low, span, value in (
        (Fraction(1, 2), Fraction(7, 3), Fraction(5, 4)),
        (Fraction(1), Fraction(4), Fraction(10, 3)),
        (Fraction(0), Fraction(10), Fraction("7.3")),
    ):
        for better in Better:
            score = WatchedScore(
                "x", low, span, better, points, points, Assumed.of(SPREAD, ITEM_SD)
            )
            up = (value - low) / span
            at = up if better is Better.HIGHER else 1 - up
            assert abs(Fraction(score.mark(value)) - at) < Fraction(1, 10**26)


def test_a_rating_without_the_answer_leaves_the_others_watched() -> None:
    course = trajectory(OWN, *[[8, 8, 8, 8]] * 6, [None, 8, 8, 8], [5, 8, 8, 8])
    assert strengths(course) == {8: 3}
    assert told(FlagKind.DROP, course)[8].falls[0].since == uuid5(NAMES, "session 6")


def test_a_stale_value_lifts_no_strength() -> None:
    places = [slot(number) for number in range(1, 7)] + [slot(7, days=14)]
    course = trajectory(OWN, *[[8, 8, 8, 8]] * 6, [3, 8, 8, 8], slots=places)
    assert strengths(course) == {7: 3}
    places[-1] = slot(7, days=28)
    late = trajectory(OWN, *[[8, 8, 8, 8]] * 6, [3, 8, 8, 8], slots=places)
    assert strengths(late) == {7: 1}
    assert told(FlagKind.DROP, late)[7].own_ratings == 0, "there is no recent value to compare with"


def test_a_rating_is_decided_by_the_rules_and_the_prior_of_its_first_look() -> None:
    course = bond(8, 8, 8, 8, 8, 8, 8, 8, 5)
    last = course.points[-1].rating_id
    assert strengths(course) == {9: 3}
    assert strengths(course, Context(looked_at={last: "2026.7"})) == {9: 2}
    wide = Spread(Fraction("0.8"), Fraction("0.2"), Fraction("0.1"))
    restless_clients = Prior(wide, wide, "made up for this test", clients=34)
    assert strengths(course, Context(priors={last: restless_clients})) == {9: 2}


def test_a_rating_is_decided_by_the_threshold_of_its_first_look() -> None:
    course = bond(9, 9, 9, 9, 8, 7)
    assert OWN.drop
    of_three = OWN.drop.with_points(Fraction(3))
    assert list(told(FlagKind.LONG_SLIDE, course)) == [6]
    by_last = Context(rules={course.points[-1].rating_id: of_three})
    assert not told(FlagKind.LONG_SLIDE, course, by_last)
    by_earlier = Context(rules={p.rating_id: of_three for p in course.points[:-1]})
    assert list(told(FlagKind.LONG_SLIDE, course, by_earlier)) == [6]


def test_ratings_are_compared_with_the_clients_own_since_version_nine() -> None:
    assert [by_person(f"2026.{n}") for n in (8, 9, 10)] == [False, True, True]
    assert [by_person("2025.12"), by_person("2027.1")] == [False, True]


def test_the_precision_that_is_set_elsewhere_changes_nothing() -> None:
    given = own_marks("0.8", "0.9", "0.7")
    z = given.below(Assumed.of(SPREAD, ITEM_SD), Decimal("0.5"))
    with localcontext(prec=3, rounding=ROUND_UP):
        assert own_marks("0.8", "0.9", "0.7") == given
        assert given.below(Assumed.of(SPREAD, ITEM_SD), Decimal("0.5")) == z


def test_a_mark_just_as_rare_as_the_threshold_counts() -> None:
    course = bond(8, 8)
    last = course.points[-1]
    assert OWN.drop
    freedom = {TOTAL: 13, "bond": 13}
    at = quantile(Rarity.UNUSUAL, 13)
    for more, beyond in ((0, (TOTAL, "bond")), (Decimal("-1e-12"), ())):
        z = {TOTAL: at + more, "bond": at + Decimal("0.8") + more}
        seen = SeenRating(course, last, OWN.drop, {}, {}, z, freedom)
        assert seen.beyond(Rarity.UNUSUAL) == beyond


def test_a_finding_says_from_how_many_clients_of_the_practice_its_prior_was_estimated() -> None:
    own = replace(DESIGN_DEFAULT, source="made up for this test", clients=34)
    nines = [[9, 9, 9, 9]]
    eights = [8, 8, 8, 8]
    for kind, course in (
        (FlagKind.DROP, bond(8, 8, 5)),
        (FlagKind.UNUSUAL, trajectory(OWN, *nines * 8, eights, [7, 8, 7, 7])),
        (FlagKind.LONG_SLIDE, bond(9, 9, 9, 9, 8, 7)),
        (FlagKind.SLIDE, trajectory(OWN, *nines * 6, [8, 9, 8, 8], *[eights] * 4)),
    ):
        by_default = told(kind, course)
        priors = {point.rating_id: own for point in course.points}
        adopted = told(kind, course, Context(priors=priors))
        assert by_default, kind
        assert {f.own_clients for f in by_default.values()} == {None}
        assert {f.own_clients for f in adopted.values()} == {34}
    first = bond(8, 8, 5)
    priors = {point.rating_id: own for point in first.points}
    (by_fixed_points,) = told(
        FlagKind.DROP, first, Context(version="2026.7", priors=priors)
    ).values()
    assert by_fixed_points.own_clients is None


def test_a_fall_that_stays_does_not_make_itself_usual_at_once_and_one_that_passes_does() -> None:
    def usual(*marks):
        watch = _Watcher(bond(*marks), Context())
        for point in watch.trajectory.points:
            watch.see(point)
        return watch.given["bond"].count

    assert usual(8, 8, 8, 8, 4) == 4
    assert usual(8, 8, 8, 8, 4, 5) == 5  # the 5 alone
    assert usual(8, 8, 8, 8, 4, 8) == 6
    assert usual(8, 8, 8, 8, 4, None) == 4  # nothing shows that it has risen


def test_a_value_is_the_same_decimal_everywhere() -> None:
    assert decimal(Fraction(1, 3)) == Decimal("0.3333333333333333333333333333")
