"""What is remembered from one rating to the next, at the edges of each rule (design defaults)."""

from decimal import Decimal
from fractions import Fraction

import pytest

from tests.domain.courses import trajectory
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.rules.findings import Context
from tracker.domain.rules.limits import Rarity
from tracker.domain.rules.outlook import OwnMarks
from tracker.domain.rules.quantiles import quantile
from tracker.domain.rules.slides import Slide
from tracker.domain.rules.standing import SeenRating
from tracker.domain.rules.watch import _Watcher
from tracker.domain.rules.watched import one_step, part, watched_scores
from tracker.reference.loader import measures

OWN, SRS, ITEMS = (measures()[key] for key in ("session-check", "srs", "alliance-items"))
KEY = "relationship"
FREEDOM = 13
TINY = Decimal("1e-12")


def line(*marks: str) -> Trajectory:
    """A course on lines of tenths in which only the first moves."""
    return trajectory(SRS, *((mark, 5, 5, 5) for mark in marks))


def bond(*marks: int) -> Trajectory:
    return trajectory(OWN, *([mark, 8, 8, 8] for mark in marks))


def alike(*marks: int) -> Trajectory:
    return trajectory(OWN, *([mark] * 4 for mark in marks))


def last_of(course: Trajectory, **z: Decimal) -> SeenRating:
    """The last rating, with each of these scores so far below what was expected."""
    rule = course.measure.drop
    assert rule
    scores = watched_scores(course.measure, rule, course.measure.prior)
    freedom = dict.fromkeys(z, FREEDOM)
    return SeenRating(course, course.points[-1], rule, scores, {}, z, freedom)


def watched(course: Trajectory, until: int | None = None) -> _Watcher:
    """The watch after that many ratings."""
    watch = _Watcher(course, Context())
    for point in course.points[:until]:
        watch.see(point)
    return watch


@pytest.mark.parametrize(
    ("own", "low", "since", "now", "news"),
    [
        (2, None, 9, "7", False),  # too few ratings of the client
        (3, None, 0, "7", True),
        (3, "8", 3, "7.0", False),  # one step further within three ratings
        (3, "8", 3, "6.9", True),  # more than a step
        (3, "8", 4, "8.0", True),  # told longer ago
    ],
)
def test_what_is_unusually_low_is_news_once(
    own: int, low: str | None, since: int, now: str, news: bool
) -> None:
    watch = _Watcher(line("9", now), Context())
    watch.given = {KEY: OwnMarks(own)}
    watch.low = {} if low is None else {KEY: Fraction(low)}
    watch.since = since
    assert watch._is_news(last_of(watch.trajectory), KEY) is news


@pytest.mark.parametrize(("now", "unusual"), [("8.0", False), ("7.9", True)])
def test_no_mark_is_unusual_within_a_step_of_the_mean_of_what_is_usual(
    now: str, unusual: bool
) -> None:
    watch = _Watcher(line("8", "9", "10", now), Context())
    watch.given = {KEY: OwnMarks(3)}
    watch.usual = {KEY: [Fraction(8), Fraction(9), Fraction(10)]}
    low = watch._unusual(last_of(watch.trajectory, relationship=Decimal(9)))
    assert [(f.key, f.base, f.points) for f in low] == ([(KEY, 9, 1)] if unusual else [])


@pytest.mark.parametrize(
    ("z", "own", "summed", "now", "slides"),
    [
        ("0", 3, "4", "8.0", True),  # lower than expected again and again, by a step
        ("0", 3, "4", "8.1", False),
        ("0", 3, "3.99", "8.0", False),
        ("0", 2, "4", "8.0", False),  # too few ratings of the client
        ("9", 2, "0", "7.0", True),  # far below where it was, and lower than usual
        ("9", 2, "0", "7.1", False),
        ("0", 2, "0", "7.0", False),
    ],
)
def test_what_slides(z: str, own: int, summed: str, now: str, slides: bool) -> None:
    watch = _Watcher(line("9", "9", "9", now), Context())
    watch.given = {KEY: OwnMarks(own)}
    watch.sums = {KEY: Decimal(summed)}
    below = watch._below(last_of(watch.trajectory, relationship=Decimal(z)))
    assert below == ({KEY: 9} if slides else {})


@pytest.mark.parametrize(
    ("low", "since", "begins"), [(True, 2, False), (True, 3, True), (False, 0, True)]
)
def test_no_slide_begins_within_two_ratings_of_a_fall_that_was_told(
    low: bool, since: int, begins: bool
) -> None:
    watch = _Watcher(line("9", "9", "9", "7"), Context())
    watch.given = {KEY: OwnMarks(3)}
    watch.sums = {KEY: Decimal(0)}
    watch.low = {KEY: Fraction(7)} if low else {}
    watch.since = since
    told = watch._slides(last_of(watch.trajectory, relationship=Decimal(9)))
    assert [(c.key, c.now, c.reference) for c in told] == ([(KEY, 7, 9)] if begins else [])
    assert bool(watch.slide) is begins


def test_what_lies_below_is_summed_up_less_the_slack_and_never_below_nothing() -> None:
    watch = _Watcher(line("9", "9"), Context())
    for total, item, sums in (
        ("1", "1.8", ("0.65", "0.65")),  # an item counts by .8 less
        ("9", "9", ("2.80", "2.80")),  # no more than 2.5 at once
        ("0", "0", ("2.45", "1.65")),
        ("-9", "-9", ("0", "0")),
    ):
        standing = last_of(watch.trajectory, total=Decimal(total), relationship=Decimal(item))
        watch._sum_up(standing)
        assert watch.sums == {TOTAL: Decimal(sums[0]), KEY: Decimal(sums[1])}


def test_a_drop_of_strength_two_is_told_and_one_of_strength_one_is_only_offered() -> None:
    told = watched(bond(8, 5))
    assert (told.since, told.low["bond"], told.sums) == (0, 5, {})
    assert told.given["bond"].count == 1
    offered = watched(bond(8, 6))
    assert (offered.since, offered.low) == (2, {})
    assert offered.given["bond"].count == 2
    assert [watched(bond(8, 5, *[5] * n)).since for n in range(4)] == [0, 1, 2, 3]


def test_what_is_unusual_without_a_drop_is_told_as_well() -> None:
    watch = watched(alike(*[9] * 8, 8, 7), 9)
    assert (watch.since, watch.low) == (9, {})
    assert watch.sums[TOTAL] > 0
    watch.slide = Slide({TOTAL: Fraction(9)}, {TOTAL: Fraction(9)}, 2)
    verdict = watch.see(watch.trajectory.points[-1])
    assert (verdict.unusual, [fall.key for fall in verdict.falls]) == (True, [TOTAL])
    assert (watch.since, watch.low[TOTAL], watch.sums) == (0, 7, {})
    assert watch.given[TOTAL].count == 9
    assert watch.slide == Slide({TOTAL: Fraction(9)}, {TOTAL: Fraction(7)}), "it goes on from there"


def test_a_slide_that_is_told_begins_the_sum_anew_and_its_rating_is_usual() -> None:
    course = alike(*[9] * 8, 8, 7, 7, 7, 7)
    before = watched(course, 12)
    assert before.sums[TOTAL] >= 4
    verdict = before.see(course.points[-1])
    assert {c.key for c in verdict.slides} == {"bond", "goals", "tasks", "overall", TOTAL}
    assert (before.sums, before.since) == ({}, 3)
    assert before.given[TOTAL].count == watched(course, 12).given[TOTAL].count + 1


def test_a_drop_in_a_slide_is_where_the_slide_goes_on_from() -> None:
    watch = watched(bond(9, 9, 9, 9, 8, 7, 7, 4))
    assert watch.slide == Slide({"bond": Fraction(9)}, {"bond": Fraction(4)}, 0, far=True)


def test_the_base_of_a_drop_is_the_mean_of_up_to_eight_usual_ratings() -> None:
    course = bond(1, 7, 8, 10, 10, 10, 10, 10, 8, 6)
    verdict = watched(course, 9).see(course.points[-1])
    assert [(f.key, f.previous, f.base) for f in verdict.falls] == [("bond", 8, Fraction(73, 8))]


STRENGTHS = {
    3: "far outside of what this client usually gives",
    2: "outside of what this client usually gives",
    1: "below the previous rating",
}


@pytest.mark.parametrize(
    ("rarity", "less", "strength"),
    [
        (Rarity.VERY_STRONG, 0, 3),
        (Rarity.VERY_STRONG, TINY, 2),
        (Rarity.STRONG, 0, 2),
        (Rarity.STRONG, TINY, 1),
    ],
)
def test_how_rare_a_mark_is_decides_the_strength_of_a_drop(
    rarity: Rarity, less: Decimal, strength: int
) -> None:
    seen = last_of(line("9", "7"), total=quantile(rarity, FREEDOM) - less)
    assert seen.strength() == (strength, STRENGTHS[strength])


@pytest.mark.parametrize(
    ("before", "now", "strength"),
    [
        ("10", "6.0", (2, "a fall of two fifths of the scale or more")),
        ("10", "6.1", (1, STRENGTHS[1])),
        ("7", "5.0", (2, "a fall of a fifth of the scale or more that ends in its lower half")),
        ("7.1", "5.1", (1, STRENGTHS[1])),
    ],
)
def test_a_fall_that_nobody_is_muted_for(before: str, now: str, strength: tuple[int, str]) -> None:
    assert last_of(line(before, now)).strength() == strength


@pytest.mark.parametrize(("after", "strength"), [("24", 1), ("18.1", 1), ("18", 2), ("20", 1)])
def test_a_fall_into_the_lower_half_is_a_fifth_of_the_range_of_its_score(
    after: str, strength: int
) -> None:
    """Of a total of 0 to 40, which falls by less as well, it is eight."""
    assert last_of(trajectory(SRS, "26", after)).strength()[0] == strength


def test_what_is_watched_of_a_scale_that_does_not_begin_at_nothing() -> None:
    assert ITEMS.drop
    scores = watched_scores(ITEMS, ITEMS.drop, ITEMS.prior)
    for key in (ITEMS.items[0].key, TOTAL):
        assert (scores[key].low, scores[key].span) == (1, 4)
        assert [part(ITEMS, key, Fraction(value)) for value in (1, 2, 5)] == [0, Fraction(1, 4), 1]
    assert one_step(ITEMS, ITEMS.items[0].key) == 1, "a step of its answers"
    assert one_step(ITEMS, TOTAL) == Fraction(2, 5), "a tenth of its range"
    assert one_step(SRS, KEY) == 1, "a tenth of its range, though it is answered in tenths"


def test_the_spread_that_is_believed_of_an_item_and_of_a_total() -> None:
    assert SRS.drop
    scores = watched_scores(SRS, SRS.drop, SRS.prior)
    for key, least, most in ((KEY, "0.08", "0.2"), (TOTAL, "0.055", "0.16")):
        assumed = scores[key].assumed
        assert (assumed.least, assumed.most) == (Decimal(least) ** 2, Decimal(most) ** 2)
