"""Numbers, people's rights, sessions, change, and the order of a caseload."""

from datetime import date
from fractions import Fraction
from itertools import permutations
from uuid import uuid4

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tests.domain.courses import SOMEONE_ELSE, slot, trajectory
from tracker.domain.access import ALLOWED, Actor, Permission, Role, may_open
from tracker.domain.answers import Stage
from tracker.domain.caseload import ORDER_SENTENCE, Need, Standing, in_order
from tracker.domain.change import reliably_worse
from tracker.domain.clients import CODES, code_from
from tracker.domain.errors import Incomplete
from tracker.domain.numbers import parse, places, rounded, show, show_change
from tracker.domain.sessions import date_problem
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


def test_a_step_that_is_no_decimal_is_refused() -> None:
    assert places(Fraction(1, 10)) == 1
    with pytest.raises(ValueError, match="decimal step"):
        places(Fraction(1, 3))


def actor(*roles: Role) -> Actor:
    return Actor(uuid4(), "Somebody", frozenset(roles))


def test_every_permission_is_given_to_somebody() -> None:
    assert set(ALLOWED) == set(Permission)
    assert all(ALLOWED.values())


def test_a_supervisor_reads_but_does_not_record_and_an_administrator_sees_nothing() -> None:
    own, other = actor(Role.CLINICIAN), actor(Role.CLINICIAN)
    supervisor, administrator = actor(Role.SUPERVISOR), actor(Role.ADMINISTRATOR)
    supervised = frozenset({own.id})
    nobody: frozenset = frozenset()

    def opens(who: Actor, permission: Permission, links: frozenset = nobody) -> bool:
        return may_open(who, permission, clinician=own.id, supervised=links)

    assert opens(own, Permission.RECORD_SESSION)
    assert not opens(other, Permission.READ_RECORD)
    assert opens(supervisor, Permission.READ_RECORD, supervised)
    assert not opens(supervisor, Permission.READ_RECORD)
    assert not opens(supervisor, Permission.RECORD_SESSION, supervised)
    assert not opens(administrator, Permission.READ_RECORD, supervised)


def test_a_clinician_who_also_supervises_does_not_record_for_the_supervised() -> None:
    both, other = actor(Role.CLINICIAN, Role.SUPERVISOR), uuid4()
    supervised = frozenset({other})
    assert may_open(both, Permission.READ_RECORD, clinician=other, supervised=supervised)
    assert not may_open(both, Permission.RECORD_SESSION, clinician=other, supervised=supervised)
    assert may_open(both, Permission.RECORD_SESSION, clinician=both.id, supervised=supervised)


def test_a_supervisor_does_not_read_what_lies_under_their_own_name_by_that_role_alone() -> None:
    lone = actor(Role.SUPERVISOR)
    assert not may_open(lone, Permission.READ_RECORD, clinician=lone.id, supervised=frozenset())


def test_a_session_is_neither_in_the_future_nor_before_the_start() -> None:
    start, today = date(2026, 3, 27), date(2026, 5, 12)
    assert date_problem(date(2026, 5, 13), starts_on=start, today=today) == (
        "The session date must be today or earlier"
    )
    assert date_problem(date(2026, 3, 26), starts_on=start, today=today) == (
        "The session date must be on or after the start, 27 March 2026"
    )
    assert date_problem(start, starts_on=start, today=today) is None


def test_codes_are_short_and_all_different() -> None:
    codes = {code_from(n) for n in range(CODES)}
    assert len(codes) == CODES
    assert code_from(14) == "A-014"


def test_problems_become_one_message() -> None:
    assert Incomplete({"a": "One", "b": "two"}).message == "One; two"


def test_reliably_worse_is_inclusive_and_stays_within_a_series() -> None:
    assert reliably_worse(trajectory(ORS, "25", "19"), until=2)
    assert not reliably_worse(trajectory(ORS, "25", "19.1"), until=2)
    assert not reliably_worse(trajectory(ORS, "25", "19"), until=1)
    assert not reliably_worse(trajectory(ORS, "25"), until=0)
    places = [slot(1), slot(2, clinician=SOMEONE_ELSE)]
    assert not reliably_worse(trajectory(ORS, "25", "10", slots=places), until=2)
    assert not reliably_worse(
        trajectory(measures()["wellbeing-check"], (9,) * 4, (0,) * 4), until=2
    )


TODAY = date(2026, 5, 12)
ROWS = (
    Standing("Z-1", ((Stage.OPEN, date(2026, 5, 1)),), 0, None),
    Standing("A-1", ((Stage.OPEN, TODAY), (Stage.ADDRESSED, date(2026, 1, 1))), 0, TODAY),
    Standing("B-1", ((Stage.PLANNED, date(2026, 5, 5)),), 5, None),
    Standing("C-1", (), 3, None),
    Standing("D-1", (), 2, TODAY),
    Standing("E-1", ((Stage.ADDRESSED, date(2026, 1, 1)),), 2, date(2026, 5, 11)),
    Standing("F-1", (), 0, None),
)


@pytest.mark.parametrize("order", list(permutations(range(len(ROWS)), 3))[::30])
def test_who_needs_me_first_does_not_depend_on_the_order_of_storage(order: tuple[int, ...]) -> None:
    rows = [ROWS[i] for i in order] + [row for i, row in enumerate(ROWS) if i not in order]
    assert in_order(rows, lambda row: row, TODAY) == list(ROWS)


def test_the_sentence_names_the_needs_in_their_order() -> None:
    words = ("check-ins", "put off", "without a rating", "today's", "the rest")
    places_ = [ORDER_SENTENCE.index(word) for word in words]
    assert places_ == sorted(places_)
    assert [row.need(TODAY) for row in ROWS[1:6]] == [
        Need.CHECK_IN,
        Need.COME_BACK,
        Need.NO_RATING_LATELY,
        Need.TODAY,
        Need.NONE,
    ]
    assert ROWS[0].since() == date(2026, 5, 1)
    assert ROWS[5].since() is None
