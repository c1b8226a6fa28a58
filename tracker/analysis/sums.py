"""Items with their scales and total in one row, as exports write them: the items count, and the rest must agree."""

from dataclasses import replace
from fractions import Fraction

from tracker.analysis.exact import MOST_DECIMALS
from tracker.domain.measures.entries import TOTAL, Entered
from tracker.domain.measures.measure import Measure
from tracker.domain.measures.numbers import show
from tracker.domain.measures.parts import Typed
from tracker.domain.measures.scoring import scored


def single(measure: Measure, entry: Entered) -> Entered:
    """The entry by its items alone, where items stand in it that make up the scores; otherwise as it is."""
    given = {item.key for item in measure.scored_items if entry.values.get(item.key) is not None}
    given |= entry.not_applicable
    if not given - measure.beside_total:
        return entry
    scales = _scales(measure)
    return replace(
        entry, values={k: v for k, v in entry.values.items() if k not in scales}, total=None
    )


def disagreements(measure: Measure, entry: Entered, items: Entered) -> dict[str, str]:
    """Which scales, or the total, of an entry are not what its items come to, by their key."""
    if items == entry:
        return {}
    scores = scored(measure, measure.store(items))
    wrong = {}
    for key, typed in {**_scales(measure), TOTAL: measure.typed_total}.items():
        given = entry.total if key == TOTAL else entry.values.get(key)
        score = scores.of(key)
        if given is None or typed is None or score is None:
            continue
        right = [score / typed.worth, score]
        if scores.missing or scores.not_applicable:  # programs add up what is there
            right.append(_sum(measure, key, items))
        if not any(_agree(given, value) for value in right):
            wrong[key] = f"the items come to {show(right[0])}; leave it empty, or put it right"
    return wrong


def _scales(measure: Measure) -> dict[str, Typed]:
    """How scales are typed that are not items themselves."""
    items = {item.key for item in measure.items}
    return {p.key: p.typed for p in measure.typed_components if p.typed and p.key not in items}


def _agree(given: Fraction, score: Fraction) -> bool:
    """True when a number is the score, rounded to as many decimals as it has."""
    digits = next((n for n in range(MOST_DECIMALS + 1) if (given * 10**n).denominator == 1), None)
    return given == score or (digits is not None and abs(given - score) * 2 * 10**digits <= 1)


def _sum(measure: Measure, key: str, items: Entered) -> Fraction:
    """The sum of the items of a scale, or of the total, that are there."""
    part = next((part for part in measure.components if part.key == key), None)
    keys = part.items if part else [item.key for item in measure.scored_items]
    times = part.times if part else measure.times
    points = Fraction(0)
    for item in map(measure.item, keys):
        value = items.values.get(item.key)
        if value is not None:
            points += item.scored(int(value / item.step))
    return points * times
