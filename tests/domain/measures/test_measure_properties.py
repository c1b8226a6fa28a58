"""What holds for every measure, whatever is answered."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.depth import examples
from tracker.domain.measures.entries import Answers, Entered
from tracker.domain.measures.measure import Item, Measure
from tracker.domain.measures.scoring import scored
from tracker.domain.measures.validation import entry_problems
from tracker.reference.loader import measures

WITH_ITEMS = [measure for measure in measures().values() if measure.scored_items]
WITH_TOTAL = [measure for measure in measures().values() if measure.typed_total]
FEWER = settings(max_examples=examples(12), deadline=None)  # of each of some thirty measures
ANY = pytest.mark.parametrize("measure", WITH_ITEMS, ids=lambda m: m.key)


def answer(data: st.DataObject, item: Item) -> Fraction:
    return data.draw(st.sampled_from(item.choices()), label=item.key)


def full(data: st.DataObject, measure: Measure) -> dict[str, Fraction]:
    return {item.key: answer(data, item) for item in measure.scored_items}


def plain(measure: Measure, values: dict[str, Fraction]) -> Fraction:
    """The total computed once more, by hand."""
    points = [
        item.low + item.high - values[item.key] if item.reverse else values[item.key]
        for item in measure.scored_items
    ]
    raw = sum(points, Fraction(0))
    return measure.times * (raw / len(points) if measure.method == "mean" else raw)


@ANY
@FEWER
@given(data=st.data())
def test_scoring_is_exact_and_what_is_stored_comes_back(
    data: st.DataObject, measure: Measure
) -> None:
    entered = Entered(full(data, measure))
    assert entry_problems(measure, entered) == {}
    stored = measure.store(entered)
    assert all(isinstance(number, int) for number in stored.items.values())
    assert measure.entered(stored) == entered
    scores = scored(measure, stored)
    assert scores.total == plain(measure, dict(entered.values))
    assert (scores.prorated, scores.missing) == (False, 0)
    assert measure.low <= scores.total <= measure.high


@ANY
@FEWER
@given(data=st.data())
def test_a_higher_answer_never_moves_a_score_the_wrong_way(
    data: st.DataObject, measure: Measure
) -> None:
    values = full(data, measure)
    item = data.draw(st.sampled_from(measure.scored_items))
    other = answer(data, item)
    before, after = (
        scored(measure, measure.store(Entered(v))) for v in (values, {**values, item.key: other})
    )
    rises = (other > values[item.key]) != item.reverse
    for key in (*(part.key for part in measure.components), "total"):
        one, two = before.of(key), after.of(key)
        assert one is not None
        assert two is not None
        assert one == two or (two > one) == rises
    if other != values[item.key]:
        assert before.total != after.total


@ANY
@FEWER
@given(data=st.data())
def test_a_missing_item_counts_as_the_mean_of_the_others(
    data: st.DataObject, measure: Measure
) -> None:
    values = full(data, measure)
    stored = measure.store(Entered(values))
    left = data.draw(st.integers(0, len(measure.scored_items)))
    kept = {key: stored.items[key] for key in list(stored.items)[left:]}
    scores = scored(measure, Answers(items=kept))
    if left == 0:
        assert scores == scored(measure, stored)
    elif left <= measure.may_miss:
        mean = sum((scores.values[key] for key in kept), Fraction(0)) / len(kept)
        whole = mean if measure.method == "mean" else mean * len(measure.scored_items)
        assert (scores.total, scores.prorated, scores.missing) == (
            measure.times * whole,
            True,
            left,
        )
    else:
        assert (scores.total, scores.missing) == (None, left)


@pytest.mark.parametrize("measure", WITH_TOTAL, ids=lambda m: m.key)
@given(data=st.data())
def test_a_typed_total_comes_back_and_is_worth_what_the_file_says(
    data: st.DataObject, measure: Measure
) -> None:
    typed = measure.typed_total
    assert typed is not None
    steps = data.draw(st.integers(int(typed.low / typed.step), int(typed.high / typed.step)))
    entered = Entered(total=steps * typed.step)
    assert entry_problems(measure, entered) == {}
    stored = measure.store(entered)
    assert measure.entered(stored) == entered
    assert scored(measure, stored).total == steps * typed.step * typed.worth
