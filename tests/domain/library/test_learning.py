"""The learning path: what is due when, what a lock holds back, and the order of cases."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.library.learning import Concept, State, due_on, shuffled, steps
from tracker.reference.library import library

CONCEPTS = library().concepts
FIRST, SECOND, THIRD = (concept.key for concept in CONCEPTS[:3])
DAY = date(2027, 3, 1)


def after(days: int) -> date:
    return DAY + timedelta(days=days)


def states(passes: dict[str, list[date]], today: date = DAY) -> list[State]:
    return [step.state for step in steps(CONCEPTS, passes, today)]


def test_it_is_due_after_thirty_and_then_after_ninety_days() -> None:
    assert due_on([]) is None
    assert due_on([DAY]) == after(30)
    assert due_on([DAY, after(29)]) == after(30), "a pass before it was due is no second one"
    assert due_on([DAY, after(30)]) == after(120)
    assert due_on([DAY, after(40), after(200)]) == after(290)


def test_the_first_is_open_and_a_pass_opens_the_next() -> None:
    assert states({}) == [State.READY] + [State.LOCKED] * 7
    assert states({FIRST: [DAY]})[:3] == [State.PASSED, State.READY, State.LOCKED]


def test_a_pass_that_came_early_counts_once_those_before_it_are_passed() -> None:
    early = steps(CONCEPTS, {THIRD: [DAY]}, DAY)
    assert (early[2].state, early[2].passed, early[2].due) == (State.LOCKED, DAY, None)
    assert early[2].after is CONCEPTS[0]
    later = {FIRST: [DAY], SECOND: [DAY], THIRD: [DAY]}
    assert states(later)[:4] == [State.PASSED] * 3 + [State.READY]


def test_what_is_due_again_keeps_the_next_one_open() -> None:
    assert states({FIRST: [DAY]}, after(30))[:2] == [State.DUE, State.READY]
    assert states({FIRST: [DAY]}, after(29))[:2] == [State.PASSED, State.READY]


def test_eight_concepts_of_three_to_five_cases_with_one_fitting_answer_each() -> None:
    assert [concept.key for concept in CONCEPTS] == [
        "foundations",
        "bond",
        "goals",
        "tasks",
        "measuring",
        "ruptures",
        "repair",
        "responsiveness",
    ]
    for concept in CONCEPTS:
        assert 3 <= len(concept.cases) <= 5
        assert concept.badge_at >= 0.8 * len(concept.cases)
        assert concept.badge_at - 1 < 0.8 * len(concept.cases)
        for case in concept.cases:
            assert concept.case(case.key) is case
            assert sum(option.fits for option in case.options) == 1
            assert all(option.why for option in case.options)
        assert concept.case("none") is None


def test_the_place_of_the_fitting_answer_differs() -> None:
    """Whoever always takes the same place does not pass."""
    for place in range(4):
        right = [
            sum(len(c.options) > place and c.options[place].fits for c in concept.cases)
            for concept in CONCEPTS
        ]
        passed = [
            concept for concept, n in zip(CONCEPTS, right, strict=True) if n >= concept.badge_at
        ]
        assert len(passed) <= 1


@given(st.text())
def test_the_order_holds_all_cases_and_is_the_same_when_asked_again(seed: str) -> None:
    concept = CONCEPTS[0]
    order = shuffled(concept, seed)
    assert sorted(order) == sorted(case.key for case in concept.cases)
    assert shuffled(concept, seed) == order


def test_orders_differ_between_tries() -> None:
    orders = {tuple(shuffled(CONCEPTS[0], str(seed))) for seed in range(50)}
    assert len(orders) > 3


def test_what_is_told_comes_before_the_cases() -> None:
    for concept in CONCEPTS:
        assert [part.key for part in concept.told] == ["in-short"]
    card = library().texts["cards/bond-fell"]
    assert Concept(card, (), ()).told == card.sections


def test_a_concept_without_cases_needs_none() -> None:
    assert Concept(CONCEPTS[0].text, (), ()).badge_at == 0
