"""Numbers, people's rights, sessions, change, and the order of a caseload."""

from datetime import date
from fractions import Fraction
from itertools import permutations

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tests.domain.courses import SOMEONE_ELSE, slot, trajectory
from tracker.domain.care.answers import Stage
from tracker.domain.care.caseload import ORDER_SENTENCE, Need, Standing, in_order, need_of
from tracker.domain.course.sessions import date_problem
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.errors import Incomplete
from tracker.domain.measures.measure import ReliableChange
from tracker.domain.measures.numbers import parse, places, rounded, show, show_change
from tracker.domain.measures.parts import Typed
from tracker.domain.rules.change import reliably_worse
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.reference.loader import measures

ORS = measures()["ors"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("7", 7),
        (" 7.5 ", Fraction(15, 2)),
        ("7,5", Fraction(15, 2)),
        ("\N{MINUS SIGN}3", -3),
        ("0.1", Fraction(1, 10)),
        ("", None),
        ("seven", None),
        ("1e9", None),
        ("7/2", None),
        ("1_000", None),
        ("٧", None),
        ("9" * 40, None),
        ("nan", None),
    ],
)
def test_only_plain_decimal_numbers_are_read(text: str, value: Fraction | None) -> None:
    assert parse(text) == value


@given(st.integers(-999999, 999999), st.integers(0, 3))
def test_what_is_shown_is_read_back(number: int, digits: int) -> None:
    value = Fraction(number, 10**digits)
    assert parse(show(value, digits)) == value


def test_halves_are_rounded_away_from_zero_for_display_only() -> None:
    assert show(Fraction(29, 4), 1) == "7.3"
    assert show(Fraction(-29, 4), 1) == "−7.3"
    assert rounded(Fraction(-1, 2), 0) == -1
    assert [show_change(Fraction(n)) for n in (1, 0, -3)] == ["+1", "0", "−3"]
    assert show_change(Fraction(1, 100), 1) == "0"


@pytest.mark.parametrize(
    ("value", "digits", "expected"),
    [("1.25", 1, "1.3"), ("-1.25", 1, "-1.3"), ("1.24", 1, "1.2"), ("0.005", 2, "0.01")],
)
def test_a_value_is_rounded_to_its_decimals(value: str, digits: int, expected: str) -> None:
    assert rounded(Fraction(value), digits) == Fraction(expected)


def test_a_hundredth_keeps_its_sign() -> None:
    assert [show(Fraction(n, 100)) for n in (-1, 0, 1)] == ["−0.01", "0", "0.01"]
    assert [show_change(Fraction(n, 100)) for n in (-1, 0, 1)] == ["−0.01", "0", "+0.01"]


def test_a_step_that_is_no_decimal_is_refused() -> None:
    assert [places(Fraction(1, 10**n)) for n in range(7)] == list(range(7))
    with pytest.raises(ValueError, match="decimal step"):
        places(Fraction(1, 10**7))
    with pytest.raises(ValueError, match="decimal step"):
        places(Fraction(1, 3))


def test_a_session_is_neither_in_the_future_nor_before_the_start() -> None:
    start, today = date(2026, 3, 27), date(2026, 5, 12)
    assert date_problem(date(2026, 5, 13), starts_on=start, today=today) == (
        "The session date must be today or earlier"
    )
    assert date_problem(date(2026, 3, 26), starts_on=start, today=today) == (
        "The session date must be on or after the start, 27 March 2026"
    )
    assert date_problem(start, starts_on=start, today=today) is None


def test_problems_become_one_message() -> None:
    assert Incomplete({"a": "One", "b": "two"}).message == "One; two"


def test_reliably_worse_is_inclusive_and_stays_within_a_series() -> None:
    six = ORS.reliable_change

    def last_is_worse(course: Trajectory, by: ReliableChange | None = six) -> bool:
        return reliably_worse(course, course.points[-1], by)

    assert last_is_worse(trajectory(ORS, "25", "19"))
    assert not last_is_worse(trajectory(ORS, "25", "19.1"))
    assert not last_is_worse(trajectory(ORS, "25"))
    places = [slot(1), slot(2, clinician=SOMEONE_ELSE)]
    assert not last_is_worse(trajectory(ORS, "25", "10", slots=places))
    assert not last_is_worse(trajectory(ORS, "25", "1"), None)


TODAY = date(2026, 5, 12)
ROWS = (
    Standing("Y-1", ((Need.CHECK_IN, date(2026, 1, 1)), (Need.RISK, TODAY)), TODAY),
    Standing("Z-1", ((Need.CHECK_IN, date(2026, 5, 1)),), None),
    Standing("A-1", ((Need.CHECK_IN, TODAY), (Need.REVIEW, date(2026, 1, 1))), TODAY),
    Standing("B-1", ((Need.COME_BACK, date(2026, 5, 5)),), None),
    Standing("X-1", ((Need.REVIEW, date(2026, 4, 1)), (Need.NO_RATING_LATELY, TODAY)), None),
    Standing("C-1", ((Need.NO_RATING_LATELY, date(2026, 5, 5)),), None),
    Standing("D-1", (), TODAY),
    Standing("E-1", (), date(2026, 5, 11)),
    Standing("F-1", (), None),
)


@pytest.mark.parametrize("order", list(permutations(range(len(ROWS)), 3))[::30])
def test_who_needs_me_first_does_not_depend_on_the_order_of_storage(order: tuple[int, ...]) -> None:
    rows = [ROWS[i] for i in order] + [row for i, row in enumerate(ROWS) if i not in order]
    assert in_order(rows, lambda row: row, TODAY) == list(ROWS)


def test_the_sentence_names_the_needs_in_their_order() -> None:
    words = ("Risk", "check-ins", "put off", "review", "without a rating", "today's", "the rest")
    places_ = [ORDER_SENTENCE.index(word) for word in words]
    assert places_ == sorted(places_)
    assert list(dict.fromkeys(row.need(TODAY) for row in ROWS)) == list(Need)
    assert ROWS[0].since() == TODAY
    assert ROWS[2].since() == TODAY
    assert ROWS[7].since() is None


@pytest.mark.parametrize(
    ("tier", "kind", "stage", "need"),
    [
        (Tier.RISK, FlagKind.RISK_ITEM, Stage.OPEN, Need.RISK),
        (Tier.CHECK_IN, FlagKind.DROP, Stage.OPEN, Need.CHECK_IN),
        (Tier.CHECK_IN, FlagKind.DROP, Stage.CORRECTION, Need.CHECK_IN),
        (Tier.CHECK_IN, FlagKind.DROP, Stage.PLANNED, Need.COME_BACK),
        (Tier.CHECK_IN, FlagKind.DROP, Stage.SETTLED, None),
        (Tier.REVIEW, FlagKind.SLIDE, Stage.OPEN, Need.REVIEW),
        (Tier.REVIEW, FlagKind.SLIDE, Stage.IN_SUPERVISION, Need.COME_BACK),
        (Tier.REVIEW, FlagKind.SLIDE, Stage.WITHDRAWN, None),
        (Tier.REVIEW, FlagKind.NO_RATING_LATELY, Stage.OPEN, Need.NO_RATING_LATELY),
        (Tier.NOTE, FlagKind.CEILING, Stage.OPEN, None),
    ],
)
def test_what_a_flag_asks_for(tier: Tier, kind: FlagKind, stage: Stage, need: Need | None) -> None:
    assert need_of(tier, kind, stage) is need


def test_what_cannot_be_typed_is_said_to_the_last_decimal_of_the_step() -> None:
    eighth = Fraction(1, 8)
    typed = Typed("Sum", eighth, 9 * eighth, eighth)
    assert typed.problem(Fraction(2)) == "Sum must be between 0.125 and 1.125"
    assert typed.problem(Fraction(1, 3)) == "Sum must be a number in steps of 0.125"
    assert typed.problem(Fraction(1, 2)) is None
