"""What stands in the way of storing an entry: ranges, completeness, and what may not stand beside each other."""

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
    """Sentences by the key of an item or component (or TOTAL); empty when the entry can be stored."""
    given = {key for key, value in entered.values.items() if value is not None}
    parts = [part.key for part in measure.typed_components if part.key in given]
    single = [item.key for item in measure.scored_items if item.key in given]
    whole = entered.total is not None
    if whole and measure.typed_total is None:
        return {TOTAL: f"{measure.short} takes the single answers, not a total"}
    if whole and set(single) - measure.beside_total:
        return {TOTAL: BOTH}
    if parts and set(single) - measure.beside_total:
        return {parts[0]: BOTH_SCALES}
    problems = _out_of_range(measure, entered)
    if parts:
        return problems | _scales(measure, entered, problems)
    return problems if whole else problems | _incomplete(measure, entered)


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


def _scales(measure: Measure, entered: Entered, problems: dict[str, str]) -> dict[str, str]:
    """All scales or none; and a total typed beside them is their sum."""
    missing = {
        part.key: f"Enter a number for {part.label.lower()}, or leave all scales empty"
        for part in measure.typed_components
        if entered.values.get(part.key) is None
    }
    if missing or problems or entered.total is None:
        return missing
    scales = [entered.values[part.key] for part in measure.typed_components]
    if not measure.adds_up or sum(value for value in scales if value is not None) == entered.total:
        return {}
    return {TOTAL: "The total is not the sum of the scales. Check the numbers, or leave it empty"}


def _incomplete(measure: Measure, entered: Entered) -> dict[str, str]:
    if not measure.scored_items:
        return {TOTAL: measure.whole_missing()}
    absent = [item for item in measure.scored_items if entered.values.get(item.key) is None]
    too_many = len(absent) > measure.may_miss and not measure.partial
    return {
        item.key: measure.missing(item)
        for item in absent
        if (too_many and (measure.by_number or entered.answered()))
        or (not measure.by_number and item.key not in entered.values)
    }
