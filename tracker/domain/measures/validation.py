"""What stands in the way of storing an entry: ranges, and what may not stand beside each other. And what was left open:
it is asked about, and stored without it all the same."""

from tracker.domain.measures.entries import TOTAL, Entered
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.measures.strain import NOT_ASKED, SETTLED, STRAIN

BOTH = "Enter either the single numbers or the total, not both"
BOTH_SCALES = "Enter either the single numbers or the scores of the scales, not both"


def rating_problems(measure: Measure, rater: Rater, entered: Entered) -> dict[str, str]:
    """The same of one rater's entry, with the unscored question about tension, which therapists may answer alone: they
    are asked it before the client rates, and rating oneself is optional."""
    strain = _strain(measure, entered)
    if rater is Rater.THERAPIST and entered.strain_alone():
        return strain
    return entry_problems(measure, entered) | strain


def _strain(measure: Measure, entered: Entered) -> dict[str, str]:
    if entered.strain is None:
        return {}
    if measure.strain is None:
        return {STRAIN: NOT_ASKED}
    problem = entered.strain.problem()
    return {SETTLED: problem} if problem else {}


def entry_problems(measure: Measure, entered: Entered) -> dict[str, str]:
    """Sentences by the key of an item or component (or TOTAL); empty when the entry can be stored, in part or whole."""
    parts = _given_scales(measure, entered)
    single = _given_items(measure, entered) - measure.beside_total
    whole = entered.total is not None
    if whole and measure.typed_total is None:
        return {TOTAL: f"{measure.short} takes the single answers, not a total"}
    if whole and single:
        return {TOTAL: BOTH}
    if parts and single:
        return {parts[0]: BOTH_SCALES}
    problems = _out_of_range(measure, entered) | _not_applicable(measure, entered)
    if parts and whole and not problems:
        return _sum_of_scales(measure, entered)
    return problems


def left_open(measure: Measure, entered: Entered) -> dict[str, str]:
    """A sentence for everything that was left empty and is missed, by its key: whoever types is asked about it once.
    Empty when nothing is, or no more than the measure's rule for missing items allows."""
    if _given_scales(measure, entered):
        return {
            part.key: f"Enter a number for {part.label.lower()}, or leave all scales empty"
            for part in measure.typed_components
            if entered.values.get(part.key) is None
        }
    if entered.total is not None:
        return {}
    if not measure.scored_items:
        return {TOTAL: measure.whole_missing()}
    absent = [item for item in measure.scored_items if item.key not in _answered(entered)]
    if measure.by_number:
        allowed = measure.partial or len(absent) <= measure.may_miss
        asked = [] if allowed else absent
    else:
        asked = [item for item in absent if item.key not in entered.values]
    return {item.key: measure.missing(item) for item in asked}


def _answered(entered: Entered) -> frozenset[str]:
    numbers = {key for key, value in entered.values.items() if value is not None}
    return entered.not_applicable | numbers


def _given_scales(measure: Measure, entered: Entered) -> list[str]:
    given = _answered(entered)
    return [part.key for part in measure.typed_components if part.key in given]


def _given_items(measure: Measure, entered: Entered) -> set[str]:
    given = _answered(entered)
    return {item.key for item in measure.scored_items if item.key in given}


def _out_of_range(measure: Measure, entered: Entered) -> dict[str, str]:
    problems = {}
    for item in measure.items:
        value = entered.values.get(item.key)
        if value is not None and (problem := item.problem(value)):
            problems[item.key] = problem
    for part in measure.typed_components:
        value = entered.values.get(part.key)
        if value is not None and part.typed and (problem := part.typed.problem(value)):
            problems[part.key] = problem
    if entered.total is not None and measure.typed_total is not None:
        problem = measure.typed_total.problem(entered.total)
        if problem:
            problems[TOTAL] = problem
    return problems


def _not_applicable(measure: Measure, entered: Entered) -> dict[str, str]:
    """What is said of items that cannot be answered so, and of those that have a number as well."""
    problems = {}
    for key in entered.not_applicable:
        label = measure.label_of(key)
        if key not in measure.not_applicable:
            problems[key] = f"{label} cannot be answered 'not applicable'"
        elif entered.values.get(key) is not None:
            problems[key] = f"{label} is either a number or 'not applicable', not both"
    return problems


def _sum_of_scales(measure: Measure, entered: Entered) -> dict[str, str]:
    """What is said of a total beside all scales that is not their sum."""
    scales = [entered.values.get(part.key) for part in measure.typed_components]
    numbers = [value for value in scales if value is not None]
    if not measure.adds_up or len(numbers) < len(scales) or sum(numbers) == entered.total:
        return {}
    return {TOTAL: "The total is not the sum of the scales. Check the numbers, or leave it empty"}
