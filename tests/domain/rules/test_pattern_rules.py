"""Patterns in single answers: at the top, the same everywhere, another form of the scale."""

from dataclasses import replace
from fractions import Fraction

import hypothesis.strategies as st
from hypothesis import given

from tests.domain.courses import SOMEONE_ELSE, all_findings, kinds, slot, trajectory
from tracker.domain.measures.measure import Better, Rater
from tracker.domain.rules.findings import Compared, FlagKind
from tracker.reference.loader import measures

OWN, SRS, ORS = (measures()[k] for k in ("session-check", "srs", "ors"))
TENS, SEVENS = (10,) * 4, (7,) * 4
CEILING, FLAT = FlagKind.CEILING, FlagKind.FLAT


def patterns(*course: object, measure: object = OWN) -> dict[FlagKind, list[int]]:
    found = kinds(trajectory(measure, *course))
    return {kind: found[kind] for kind in (CEILING, FLAT) if kind in found}


def test_every_mark_at_the_top_in_three_ratings_running() -> None:
    assert patterns(TENS, TENS) == {}
    assert patterns(*[TENS] * 5) == {CEILING: [3]}
    assert patterns(TENS, TENS, None, TENS) == {CEILING: [4]}
    assert patterns(TENS, TENS, (9, 10, 10, 10), TENS, TENS, TENS) == {CEILING: [6]}
    assert patterns("40", "40", "40", measure=SRS) == {CEILING: [3]}


def test_one_answer_everywhere_in_three_ratings_running_whatever_it_is() -> None:
    assert patterns(SEVENS, SEVENS, SEVENS) == {FLAT: [3]}
    assert patterns(SEVENS, (3,) * 4, TENS) == {FLAT: [3]}
    assert patterns(SEVENS, SEVENS, (7, 7, 7, 6)) == {}
    assert patterns("28", "28", "28", measure=SRS) == {}  # of totals nothing is known
    assert patterns((7, 7, 7, None), SEVENS, SEVENS) == {}


def test_a_pattern_names_the_score_that_it_is_about() -> None:
    for marks, kind, total in ((TENS, CEILING, 10), (SEVENS, FLAT, 7)):
        ((_, finding),) = [
            (n, f) for n, f in all_findings(trajectory(OWN, *[marks] * 3)) if f.kind is kind
        ]
        assert finding.compared == (Compared("total", Fraction(total)),)


def test_the_top_is_the_better_end_of_the_scale() -> None:
    turned = replace(OWN, better=Better.LOWER)
    assert patterns(*[(0,) * 4] * 3, measure=turned) == {CEILING: [3]}
    assert patterns(*[TENS] * 3, measure=turned) == {FLAT: [3]}


def test_one_answer_everywhere_takes_two_items_at_least() -> None:
    one, two = (replace(OWN, items=OWN.items[:count]) for count in (1, 2))
    assert patterns((7,), (7,), (7,), measure=one) == {}
    assert patterns((7, 7), (7, 7), (7, 7), measure=two) == {FLAT: [3]}


def test_patterns_are_the_clients_and_of_the_alliance() -> None:
    course = trajectory(OWN, *[TENS] * 3, rater=Rater.THERAPIST)
    assert CEILING not in kinds(course)
    assert patterns(*[TENS] * 3, measure=ORS) == {}


def test_another_way_of_entering_is_named() -> None:
    course = trajectory(SRS, SEVENS, "28", "28", SEVENS)
    assert kinds(course)[FlagKind.INPUT_CHANGED] == [2, 4]
    places = [slot(1), slot(2, clinician=SOMEONE_ELSE)]
    assert FlagKind.INPUT_CHANGED not in kinds(trajectory(SRS, SEVENS, "28", slots=places))


mark = st.integers(8, 10)


@given(st.lists(st.tuples(mark, mark), max_size=12))
def test_a_pattern_begins_at_the_third_of_a_run_and_is_said_once(
    pairs: list[tuple[int, int]],
) -> None:
    rows = [(a, a, b, b) for a, b in pairs]
    expected: dict[FlagKind, list[int]] = {}
    run_top = run_same = 0
    for number, (a, b) in enumerate(pairs, start=1):
        run_top = run_top + 1 if a == b == 10 else 0
        run_same = run_same + 1 if a == b else 0
        if run_top == 3:
            expected.setdefault(CEILING, []).append(number)
        elif run_same == 3:
            expected.setdefault(FLAT, []).append(number)
    assert patterns(*rows) == expected
