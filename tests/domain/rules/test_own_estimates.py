"""What a practice's own ratings come to: a reliable change, and what its clients usually give."""

from dataclasses import replace
from fractions import Fraction as F
from random import Random

import hypothesis.strategies as st
from hypothesis import given, settings

from tests.depth import examples
from tests.domain.courses import SOMEONE_ELSE, slot, trajectory
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Basis, Better, Measure, Rater, ReliableChange
from tracker.domain.measures.priors import Spread
from tracker.domain.rules.own_estimates import (
    LEAST_MEAN,
    LEAST_SD,
    OWN_CLIENTS,
    OWN_RATINGS,
    EstimateKind,
    enough_rated,
    estimated_kind,
    own_prior,
    own_reliable_change,
    within_variance,
)
from tracker.reference.loader import measures

K10, SRS, CHECK, PHQ = (measures()[key] for key in ("k10", "srs", "session-check", "phq-9"))


def test_what_is_estimated_is_what_decides_something() -> None:
    kinds = {key: estimated_kind(measure) for key, measure in measures().items()}
    assert (kinds["session-check"], kinds["srs"]) == (EstimateKind.PRIOR, EstimateKind.PRIOR)
    assert (kinds["k10"], kinds["wellbeing-check"]) == (EstimateKind.CHANGE, EstimateKind.CHANGE)
    assert kinds["phq-9"] is None, "its change is published"
    assert estimated_kind(replace(CHECK, drop=None)) is None
    assert estimated_kind(replace(K10, raters=(Rater.THERAPIST,))) is None
    assert estimated_kind(replace(K10, reliable_change=None)) is EstimateKind.CHANGE


def of_practice(*courses: tuple[int, ...]) -> ReliableChange | None:
    return own_reliable_change(K10, [trajectory(K10, *map(str, course)) for course in courses])


def test_a_practices_own_change_takes_thirty_clients_with_six_totals_each() -> None:
    restless = (30, 32, 30, 32, 30, 32)
    assert of_practice(*[restless] * 29, restless[:5]) is None
    own = of_practice(*[restless] * 30)
    assert own
    assert (own.basis, own.clients) == (Basis.PRACTICE, 30)
    assert own.source == (
        "180 totals from 30 of this practice's own clients; the change between two totals that is more than one "
        "client's usual ups and downs, at 95 %"
    )


def test_a_practices_own_change_is_half_the_variance_of_steps_around_their_own_mean() -> None:
    """Five steps +2, -2, +2, -2, +2 have mean 0.4 and squares 19.2, which is 2 (5 - 1/5) times a variance of 2."""
    restless = (30, 32, 30, 32, 30, 32)
    own = of_practice(*[restless] * 30)
    assert own
    assert own.within_sd == F("1.414")  # the root of 2
    assert own.points == 4  # 1.96 * 1.414 * 1.414 = 3.92
    rising = tuple(value + 3 * n for n, value in enumerate((10, 12, 10, 12, 10, 12)))
    assert of_practice(*[rising] * 30) == own  # a steady trend is no noise
    steady = (30,) * 6
    half = of_practice(*[restless] * 30, *[steady] * 30)
    assert half
    assert half.within_sd == F("1")  # the root of 1: pooled, not an average of SDs


def test_nobody_who_ever_marked_otherwise_says_nothing_of_chance() -> None:
    assert of_practice(*[(30,) * 6] * 30) is None


def test_a_practices_own_change_looks_at_the_longest_series_of_each_client() -> None:
    places = [slot(n, clinician=SOMEONE_ELSE) if n > 3 else slot(n) for n in range(1, 10)]
    marks = ("50", "10", "50", *map(str, (30, 32, 30, 32, 30, 32)))
    parted = trajectory(K10, *marks, slots=places)
    assert own_reliable_change(K10, [parted] * 30) == of_practice(*[(30, 32, 30, 32, 30, 32)] * 30)


def test_a_practices_own_change_passes_over_forms_without_a_total() -> None:
    phq = measures()["phq-9"]
    whole = [(mark,) * 9 for mark in (1, 2, 1, 2, 1, 2)]
    part = (None,) * 5 + (1,) * 4
    courses = [trajectory(phq, *whole[:3], part, *whole[3:])] * 30
    assert own_reliable_change(phq, courses) == own_reliable_change(
        phq, [trajectory(phq, *whole)] * 30
    )
    assert own_reliable_change(phq, courses) is not None


def made_up(
    measure: Measure, *, clients: int, sessions: int, mean: float, within: float, between: float
) -> list[Trajectory]:
    """Courses of items with these spreads, in parts of the range, rounded to steps of the items."""
    chance = Random(1941)
    courses = []
    for _ in range(clients):
        own = chance.gauss(0, between)
        rows = [
            [_marked(mean + own + chance.gauss(0, within), item.step) for item in measure.items]
            for _ in range(sessions)
        ]
        courses.append(trajectory(measure, *rows))
    return courses


def _marked(part: float, step: F) -> str:
    return str(float(round(F(part) * 10 / step) * step))


def test_a_prior_recovers_the_spreads_that_made_up_marks_were_drawn_with() -> None:
    courses = made_up(SRS, clients=90, sessions=8, mean=0.6, within=0.06, between=0.09)
    found = own_prior(SRS, courses)
    assert found
    assert found.clients == 90
    assert found.source == (
        "720 ratings from 90 of this practice's own clients: mean and standard deviations within and between them"
    )
    assert abs(found.item.within - F("0.06")) < F("0.003")
    assert abs(found.item.between - F("0.09")) < F("0.015")
    assert abs(found.item.mean - F("0.6")) < F("0.03")
    assert abs(found.total.within - F("0.03")) < F("0.003"), "chance evens out over four items"
    assert abs(found.total.between - F("0.09")) < F("0.015"), "what a client brings does not"


def test_a_fall_that_stays_widens_the_spread_less_than_a_variance_around_the_mean_would() -> None:
    chance = Random(7)
    steady = [[F(chance.gauss(0.8, 0.1)) for _ in range(12)] for _ in range(60)]
    fallen = [[mark - (F(3, 10) if n >= 6 else 0) for n, mark in enumerate(m)] for m in steady]
    rising = [[mark + F(n, 50) for n, mark in enumerate(marks)] for marks in steady]
    assert abs(float(within_variance(steady)) - 0.01) < 0.001
    assert within_variance(fallen) < F("0.016")  # the variance around the mean comes to 0.034
    assert within_variance(rising) == within_variance(steady)


@settings(max_examples=examples(12), deadline=None)
@given(st.integers(0), st.lists(st.integers(0, 10), min_size=1, max_size=4))
def test_a_prior_is_always_a_possible_one_and_the_same_on_a_mirrored_scale(
    seed: int, marks_given: list[int]
) -> None:
    chance = Random(seed)
    courses = [
        [tuple(chance.choice(marks_given) for _ in range(4)) for _ in range(6)]
        for _ in range(OWN_CLIENTS)
    ]
    found = own_prior(CHECK, [trajectory(CHECK, *course) for course in courses])
    assert found
    for spread in (found.item, found.total):
        assert LEAST_MEAN <= spread.mean <= 1 - LEAST_MEAN
        assert LEAST_SD <= spread.within < 1
        assert LEAST_SD <= spread.between < 1
    lower = replace(CHECK, better=Better.LOWER)
    turned = [[tuple(10 - mark for mark in marks) for marks in course] for course in courses]
    assert own_prior(lower, [trajectory(lower, *course) for course in turned]) == found


def test_clients_who_always_mark_alike_are_not_taken_to_have_no_spread() -> None:
    found = own_prior(CHECK, [trajectory(CHECK, *[(10,) * 4] * 6)] * 30)
    assert found
    assert found.item == found.total == Spread(1 - LEAST_MEAN, LEAST_SD, LEAST_SD)


def test_each_client_counts_once_for_the_mean_however_long_they_came() -> None:
    high = trajectory(CHECK, *[(9,) * 4, (8,) * 4] * 20)
    low = trajectory(CHECK, *[(6,) * 4, (5,) * 4] * 3)
    found = own_prior(CHECK, [*[high] * 15, *[low] * 15])
    assert found
    assert found.item.mean == F("0.7")
    assert found.item.between == F("0.151")  # means .85 and .55, less what chance puts into them


def test_an_item_that_all_mark_lower_adds_nothing_to_the_spread_between_clients() -> None:
    courses = [[(8, 8, 8, 8), (9, 9, 9, 9)] * 3, [(5, 5, 5, 5), (6, 6, 6, 6)] * 3] * 15
    lower = [[(a - 4, b, c, d) for a, b, c, d in course] for course in courses]
    one, other = (own_prior(CHECK, [trajectory(CHECK, *c) for c in of]) for of in (courses, lower))
    assert one
    assert other
    assert (one.item.within, one.item.between) == (other.item.within, other.item.between)
    assert one.item.mean - other.item.mean == F("0.1")


def test_a_prior_takes_thirty_clients_with_six_ratings_of_every_item() -> None:
    whole = trajectory(CHECK, *[(8, 8, 8, 8), (9, 9, 9, 9)] * 3)
    short = trajectory(CHECK, *[(8, 8, 8, 8), (9, 9, 9, 9)] * 2, (8, 8, 8, 8))
    blank = trajectory(CHECK, *[(8, 8, 8, 8), (9, 9, 9, 9)] * 2, (None, 8, 8, 8), (9, 9, 9, 9))
    assert (OWN_CLIENTS, OWN_RATINGS) == (30, 6)
    assert own_prior(CHECK, [*[whole] * 29, short, blank]) is None
    assert own_prior(CHECK, [*[whole] * 30, short, blank]) == own_prior(CHECK, [whole] * 30)
    assert len(enough_rated(CHECK, [whole, short, blank])) == 1
    assert enough_rated(CHECK, [trajectory(CHECK), trajectory(CHECK, (None, 8, 8, 8))]) == []


def test_of_a_form_without_items_the_total_speaks_for_both() -> None:
    typed = next(m for m in measures().values() if m.checks_in and not m.scored_items)
    low, high = typed.ends(TOTAL)
    marks = [str(float(low + (high - low) * part)) for part in (F(3, 4), F(1, 2))]
    found = own_prior(typed, [trajectory(typed, *marks * 3)] * 30)
    assert found
    assert found.item == found.total
