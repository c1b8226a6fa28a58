"""Risk items: answered at all, or left blank."""

from dataclasses import replace
from fractions import Fraction

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tests.domain.courses import SOMEONE_ELSE, all_findings, kinds, slot, trajectory
from tests.domain.entering import entries
from tracker.domain.care.answers import Answer, offered
from tracker.domain.course.trajectory import Point, Series, Trajectory
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater, Risk
from tracker.domain.measures.validation import entry_problems
from tracker.domain.rules.findings import Compared, FlagKind, Tier
from tracker.domain.rules.risk_rules import (
    BLANK,
    LOWER,
    NEW,
    PRESSING,
    RISEN,
    UNCHANGED,
    not_available,
)
from tracker.reference.loader import measures

# The product's own well-being check with its second question taken for a risk item; it has none itself.
WELL = replace(measures()["wellbeing-check"], risk=Risk(("day",), Fraction(1), "made up"))
Row = tuple[int | None, ...]


def said(*answers: int | None) -> list[str | None]:
    """What is said of the risk item at each rating, None where nothing is."""
    course = trajectory(WELL, *[(5, a, 5, 5) for a in answers])
    found = {n: f.reason for n, f in all_findings(course) if f.kind is FlagKind.RISK_ITEM}
    return [found.get(number) for number in range(1, len(answers) + 1)]


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ((0, 0), [None, None]),
        ((1,), [NEW]),
        ((0, 1), [None, NEW]),
        ((1, 2), [NEW, RISEN]),
        ((2, 2), [NEW, UNCHANGED]),
        ((2, 1), [NEW, LOWER]),
        ((2, 0, 1), [NEW, None, NEW]),
        ((None,), [BLANK]),
        ((2, None, 2), [NEW, BLANK, UNCHANGED]),  # held against the last answer there is
    ],
)
def test_what_is_said_of_a_risk_item(answers: Row, expected: list[str | None]) -> None:
    assert said(*answers) == expected


def test_the_words_are_those_that_stored_findings_hold() -> None:
    assert PRESSING == ("new", "risen", "blank", "lower", "unchanged")


def test_the_most_pressing_of_several_items_is_said_and_all_are_shown() -> None:
    two = replace(WELL, risk=Risk(("day", "people"), Fraction(1), "made up"))
    (_, _), (_, found) = all_findings(trajectory(two, (5, 2, 2, 5), (5, 2, 3, 5)))
    assert found.reason == RISEN
    since = slot(1).session_id
    assert found.compared == (
        Compared("day", Fraction(2), Fraction(2), since),
        Compared("people", Fraction(3), Fraction(2), since),
    )


def test_what_is_new_is_more_pressing_than_what_was_left_blank() -> None:
    two = replace(WELL, risk=Risk(("day", "people"), Fraction(1), "made up"))
    ((_, found),) = all_findings(trajectory(two, (5, None, 2, 5)))
    assert found.reason == NEW
    assert [compared.key for compared in found.compared] == ["day", "people"]


def test_a_risk_item_is_held_against_the_last_answer_and_not_the_first() -> None:
    found = [f for _, f in all_findings(trajectory(WELL, (5, 2, 5, 5), (5, 3, 5, 5), (5, 3, 5, 5)))]
    assert [f.reason for f in found] == [NEW, RISEN, UNCHANGED]
    since = slot(2).session_id
    assert found[-1].compared == (Compared("day", Fraction(3), Fraction(3), since),)


def test_an_earlier_answer_counts_whoever_the_therapist_was() -> None:
    places = [slot(1), slot(2, clinician=SOMEONE_ELSE)]
    course = trajectory(WELL, (5, 2, 5, 5), (5, 2, 5, 5), slots=places)
    assert [f.reason for _, f in all_findings(course)] == [NEW, UNCHANGED]


def beside(key: str, item: str, *answers: int | None, scales: bool = False) -> list[str | None]:
    """What is said of a risk item that is typed beside a total, or beside the scales, at each rating."""
    measure, points = measures()[key], []
    for number, answer in enumerate(answers, start=1):
        values = {item: Fraction(answer)} if answer is not None else {}
        parts = {part.key: Fraction(5) for part in measure.typed_components} if scales else {}
        entry = Entered(values | parts, None if scales else Fraction(12))
        assert entry_problems(measure, entry) == {}
        stored, place = measure.store(entry), slot(number)
        series = Series(place.clinician_id, measure.version, "", measure.mode_of(stored))
        points.append(Point(place.session_id, place, series, measure, stored))
    places = tuple(p.slot for p in points)
    course = Trajectory(measure, Rater.CLIENT, places, tuple(points))
    assert [not_available(p) for p in points] == [answer is None for answer in answers]
    found = {n: f.reason for n, f in all_findings(course) if f.kind is FlagKind.RISK_ITEM}
    return [found.get(n) for n in range(1, len(answers) + 1)]


@pytest.mark.parametrize(
    ("key", "item", "scales"),
    [
        ("oq-45", "item_8", False),
        ("oq-45", "item_8", True),
        ("phq-9", "item_9", False),
        ("core-10", "item_6", False),
        ("core-om", "item_16", False),
        ("core-om", "item_16", True),
    ],
)
def test_a_risk_item_beside_sums_is_found_and_a_missing_one_is_not_available(
    key: str, item: str, scales: bool
) -> None:
    found = beside(key, item, 0, 1, 2, None, 2, 1, 0, scales=scales)
    assert found == [None, NEW, RISEN, None, UNCHANGED, LOWER, None]


@pytest.mark.parametrize(("item", "expected"), [("item_8", [(NEW, ["item_8"])]), ("item_44", [])])
def test_an_item_given_alone_does_not_make_the_others_blank(
    item: str, expected: list[object]
) -> None:
    oq = measures()["oq-45"]
    stored = oq.store(Entered({item: Fraction(2)}))
    series = Series(slot(1).clinician_id, oq.version, "", oq.mode_of(stored))
    one = Point(slot(1).session_id, slot(1), series, oq, stored)
    course = Trajectory(oq, Rater.CLIENT, (slot(1),), (one,))
    found = [f for _, f in all_findings(course) if f.kind is FlagKind.RISK_ITEM]
    assert [(f.reason, [c.key for c in f.compared]) for f in found] == expected


def test_every_measure_with_risk_items_finds_them_whichever_way_it_is_entered() -> None:
    watched = [measure for measure in measures().values() if measure.risk]
    assert {measure.key for measure in watched} == {"core-10", "core-om", "oq-45", "phq-9"}
    for measure in watched:
        assert measure.risk
        for entry in entries(measure, high=True):
            values = dict(entry.values) | {
                measure.risk.items[0]: measure.item(measure.risk.items[0]).high
            }
            stored = measure.store(replace(entry, values=values))
            series = Series(slot(1).clinician_id, measure.version, "", measure.mode_of(stored))
            one = Point(slot(1).session_id, slot(1), series, measure, stored)
            course = Trajectory(measure, Rater.CLIENT, (slot(1),), (one,))
            assert FlagKind.RISK_ITEM in kinds(course), measure.key


def test_a_reversed_risk_item_is_read_as_it_was_answered() -> None:
    items = tuple(replace(i, reverse=i.key == "day") for i in WELL.items)
    turned = replace(WELL, items=items)
    assert kinds(trajectory(turned, (5, 0, 5, 5))) == {}
    assert kinds(trajectory(turned, (5, 1, 5, 5))) == {FlagKind.RISK_ITEM: [1]}


def test_only_the_clients_own_answers_and_only_measures_with_risk_items_are_watched() -> None:
    assert kinds(trajectory(WELL, (5, 9, 5, 5), rater=Rater.THERAPIST)) == {}
    assert kinds(trajectory(measures()["wellbeing-check"], (5, 9, 5, 5))) == {}


@pytest.mark.parametrize("reason", [NEW, RISEN, BLANK, LOWER, UNCHANGED])
def test_one_tap_is_offered_only_where_nothing_is_new_and_risk_is_never_put_off(
    reason: str,
) -> None:
    answers = offered(Tier.RISK, FlagKind.RISK_ITEM, reason)
    assert (answers[0] is Answer.RISK_UNCHANGED) == (reason in (LOWER, UNCHANGED))
    assert not {Answer.NEXT_SESSION, Answer.NOT_TODAY, Answer.SUPERVISION} & set(answers)


@given(st.lists(st.one_of(st.none(), st.integers(0, 3)), max_size=10))
def test_every_answer_of_one_or_more_and_every_blank_is_found(answers: list[int | None]) -> None:
    found = said(*answers)
    assert [f is not None for f in found] == [a is None or a >= 1 for a in answers]
