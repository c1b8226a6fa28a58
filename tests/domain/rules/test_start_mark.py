"""The mark at the start of a session: where a fall lies, at the boundaries, and that no rule looks at it."""

from dataclasses import replace
from fractions import Fraction
from uuid import uuid5

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.courses import NAMES, point, slot, trajectory
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.measure import Better, Rater
from tracker.domain.rules.flags import CaseFacts, evaluate
from tracker.domain.rules.start_mark import (
    FellWhen,
    beside,
    corresponding,
    fell_when,
    problem,
)
from tracker.reference.loader import measures

OWN, SRS, WAI, WELLBEING = (
    measures()[key] for key in ("session-check", "srs", "wai-sr", "wellbeing-check")
)
CLIENT = uuid5(NAMES, "client")


@pytest.mark.parametrize(
    ("previous", "start", "end", "when"),
    [
        ("8", 8, "5", FellWhen.WITHIN),
        ("8", 10, "6", FellWhen.WITHIN),
        ("6", 9, "4", FellWhen.WITHIN),
        ("8", 5, "5", FellWhen.BEFORE),
        ("8", 4, "6", FellWhen.BEFORE),  # lower already, and a little better at the end
        ("8", 6, "5", FellWhen.BEFORE),  # two points are enough
        ("8", 7, "5", FellWhen.WITHIN),
        ("8", 7, "6", FellWhen.BETWEEN),  # one point either way is not told apart
        ("8", 6, "4", FellWhen.BOTH),
        ("9.5", 8, "6.1", FellWhen.BETWEEN),  # 1.5 and 1.9
        ("9.5", 8, "6.0", FellWhen.WITHIN),
        ("10", 8, "6.1", FellWhen.BEFORE),
        ("10", 0, "0", FellWhen.BEFORE),
        ("10", 10, "0", FellWhen.WITHIN),
    ],
)
def test_where_a_fall_lies(previous: str, start: int, end: str, when: FellWhen) -> None:
    assert fell_when(Fraction(previous), start, Fraction(end)) is when


@given(st.integers(0, 10), st.integers(0, 10), st.integers(0, 10))
def test_a_fall_of_three_or_more_always_lies_somewhere(previous: int, start: int, end: int) -> None:
    when = fell_when(Fraction(previous), start, Fraction(end))
    if previous - end >= 3:
        assert when is not FellWhen.BETWEEN
    assert (when in (FellWhen.BEFORE, FellWhen.BOTH)) == (start <= previous - 2)
    assert (when in (FellWhen.WITHIN, FellWhen.BOTH)) == (end <= start - 2)


def test_which_item_at_the_end_asks_about_the_same() -> None:
    assert {key: corresponding(m) for key, m in measures().items() if corresponding(m)} == {
        "session-check": "bond",
        "srs": "relationship",
        "csrs": "relationship",
        "gsrs": "relationship",
    }
    assert corresponding(WAI) is None  # one of 1 to 5, and a scale of several items
    assert corresponding(replace(OWN, better=Better.LOWER)) is None
    turned = replace(OWN, items=tuple(replace(i, reverse=i.key == "bond") for i in OWN.items))
    assert corresponding(turned) is None


def test_it_is_held_against_the_end_before_and_the_end_of_its_own_session() -> None:
    of = trajectory(OWN, (8, 8, 8, 8), None, (5, 8, 8, 8))
    told = beside(of, of.points[-1], 8)
    assert told is not None
    assert (told.key, told.previous, told.since, told.start, told.end) == ("bond", 8, 1, 8, 5)
    assert told.when is FellWhen.WITHIN
    by_two = trajectory(OWN, (8, 8, 8, 8), (6, 8, 8, 8))
    assert beside(by_two, by_two.points[-1], 8) is not None
    lines = trajectory(SRS, (9.1, 9, 9, 9), (6.5, 9, 9, 9))
    marked = beside(lines, lines.points[-1], 7)
    assert marked is not None
    assert (marked.key, marked.when) == ("relationship", FellWhen.BEFORE)


def test_nothing_is_said_where_something_is_missing_or_it_did_not_fall() -> None:
    fell = trajectory(OWN, (8, 8, 8, 8), (5, 8, 8, 8))
    at = fell.points[-1]
    assert beside(fell, at, None) is None
    assert beside(fell, fell.points[0], 3) is None  # nothing before it
    for later in ((7, 5, 8, 8), (8, 5, 8, 8), (9, 5, 8, 8), (None, 5, 8, 8)):
        other = trajectory(OWN, (8, 8, 8, 8), later)
        assert beside(other, other.points[-1], 3) is None
    none_before = trajectory(OWN, (None, 8, 8, 8), (5, 8, 8, 8))
    assert beside(none_before, none_before.points[-1], 8) is None
    theirs = trajectory(OWN, (8, 8, 8, 8), (5, 8, 8, 8), rater=Rater.THERAPIST)
    assert beside(theirs, theirs.points[-1], 8) is None
    totals = trajectory(SRS, "36", "28")
    assert beside(totals, totals.points[-1], 9) is None
    outcome = trajectory(WELLBEING, (8, 8, 8, 8), (3, 3, 3, 3))
    assert beside(outcome, outcome.points[-1], 9) is None


@given(
    st.lists(st.tuples(st.integers(0, 10), st.none() | st.integers(0, 10)), min_size=1, max_size=12)
)
def test_no_rule_looks_at_it(course: list[tuple[int, int | None]]) -> None:
    """The same findings, with the marks at the start and without them."""

    def findings(*, marked: bool) -> object:
        points = []
        for number, (bond, start) in enumerate(course, start=1):
            given_then = {CLIENT: start} if marked and start is not None else {}
            place = replace(slot(number), start_marks=given_then)
            points.append(point(OWN, place, (bond, 8, 8, 8)))
        slots = tuple(p.slot for p in points)
        line = Trajectory(OWN, Rater.CLIENT, slots, tuple(points), CLIENT)
        return evaluate(CaseFacts(slots, (line,), primary=OWN.key, participant=CLIENT))

    assert findings(marked=True) == findings(marked=False)


def test_what_can_be_a_mark() -> None:
    assert [problem(mark) for mark in (0, 10)] == [None, None]
    assert all("between 0 and 10" in (problem(mark) or "") for mark in (-1, 11))
