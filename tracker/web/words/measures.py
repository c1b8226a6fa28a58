"""What pages say of a measure's numbers: ranges, rules, and what a missing item means."""

from collections.abc import Callable

from tracker.domain.measures.drops import Condition
from tracker.domain.measures.entries import TOTAL, Scores
from tracker.domain.measures.measure import Better, Component, Item, Measure, Typed, Wording
from tracker.domain.measures.numbers import places, show
from tracker.domain.rules.falls import in_words
from tracker.reference.simulated import rates

WORDING = {
    Wording.OWN: "The wording was written for this product.",
    Wording.FREE: "The wording is free to use.",
    Wording.PRACTICE: "The wording is this practice's: the practice answers for its licence.",
    Wording.NONE: "No wording is here: numbers are entered from the form that the practice uses.",
}
CODES = {"loinc": "LOINC", "snomed": "SNOMED CT"}


def range_of(score: Item | Typed) -> str:
    """The numbers that can be typed: "0 to 40", "0 to 10 with 1 decimal", "0 to 100 in steps of 4"."""
    digits = places(score.step)
    text = f"{show(score.low, digits)} to {show(score.high, digits)}"
    if score.step > 1:
        return f"{text} in steps of {show(score.step, digits)}"
    return f"{text} with {digits} decimal{'s' if digits > 1 else ''}" if digits else text


def item_range(measure: Measure) -> str:
    """The same for the items of a measure: "1 to 5 each"."""
    ranges = dict.fromkeys(range_of(item) for item in measure.scored_items)
    return f"{next(iter(ranges))} each" if len(ranges) == 1 else " or ".join(ranges)


def total_range(measure: Measure) -> str:
    """Where a total can lie, and which way is better: "0 to 27, lower is better"."""
    low = show(measure.low, measure.digits)
    high = show(measure.high, measure.digits)
    return f"{low} to {high}, {measure.better} is better"


def made_of(measure: Measure, part: Component) -> str:
    """Which items a component rests on: "items 4, 6, 8 and 11"; empty where only its score is entered."""
    numbers = [measure.label_of(key).removeprefix("Item ").split(" ")[0] for key in part.items]
    if not numbers or not all(number.isdecimal() for number in numbers):
        return ", ".join(measure.label_of(key).lower() for key in part.items)
    *first, last = numbers
    return f"items {', '.join(first)} and {last}" if first else f"item {last}"


def how(part: Component | Measure) -> str:
    """How a score is computed: "sum", "mean times 10"."""
    return part.method if part.times == 1 else f"{part.method} times {show(part.times)}"


def conditions(rules: tuple[Condition, ...], measure: Measure) -> str:
    """The conditions of one strength, of which one is enough, as a sentence without its full stop."""
    text = "; or ".join(_condition(rule, measure) for rule in rules)
    return text[0].upper() + text[1:]


def by_person() -> str:
    """How the higher strengths of a drop are decided, for every measure alike."""
    return (
        "By the client's own ups and downs: how far the mark lies below what was to be expected of this client, from "
        "earlier ratings and from what clients usually give (a design default, or the practice's own estimate). A fall "
        "of two fifths of the scale, or of one fifth that ends in its lower half, is of strength 2 at least. The "
        "limits are design defaults."
    )


def cost(measure: Measure) -> str:
    """What its prompts cost where nothing changes, as a sentence: from simulation, else what the file says."""
    shares = rates().get(measure.key)
    if not shares or measure.drop is None:
        return measure.drop.cost if measure.drop else ""
    said = ", ".join(f"{_prompt(label)} in {100 * share:.1f} %" for label, share in shares.items())
    return f"Of sessions in which nothing changes, by simulation with assumed noise: {said}."


def _prompt(label: str) -> str:
    """The name under which a share is kept, as words: "drop 2+" is a drop of strength 2 or more."""
    kind, _, strength = label.partition(" ")
    named = kind.replace("_", " ")
    return f"{named} of strength {strength[:-1]} or more" if strength else named


def _condition(rule: Condition, measure: Measure) -> str:
    text = in_words(rule, measure.total_label)
    if rule.now_below is not None:
        text += f" and now {_past(measure)} {show(rule.now_below)}"
    if rule.total_below is not None:
        text += f", with the total {_past(measure)} {show(rule.total_below)}"
    return text


def _past(measure: Measure) -> str:
    return "below" if measure.better is Better.HIGHER else "above"


def gaps(measure: Measure, scores: Scores) -> str:
    """What stands beside a rating of a form that was filled in part: "6 of 9 answered: no total", "2 items missing,
    prorated"; empty where nothing is missing."""
    no_total = f"no {measure.total_label.lower()}"
    if scores.scales_missing:
        scales = len(measure.typed_components)
        return f"{scales - scores.scales_missing} of {scales} scales entered: {no_total}"
    applies = "".join(
        f", {measure.label_of(item.key).lower()} not applicable"
        for item in measure.items
        if item.key in scores.not_applicable
    )
    if scores.total is None and (scores.missing or applies):
        items = len(measure.scored_items)
        answered = items - scores.missing - len(scores.not_applicable)
        made_up = "; scales with a missing item are prorated" if scores.prorated else ""
        return f"{answered} of {items} answered{applies}: {no_total}{made_up}"
    if not scores.prorated:
        return ""
    count = scores.missing
    missing = f", {count} item{'' if count == 1 else 's'} missing" if count else ""
    return f"{missing}{applies}, prorated".removeprefix(", ")


def summary(measure: Measure, scores: Scores) -> str:
    """A rating in one line: "Bond 8, Goals 7", or the scales of a long form with its total."""
    keys = [key for key in measure.headline if scores.of(key) is not None]
    items = {item.key for item in measure.items}
    note = gaps(measure, scores)
    by_items = any(key in items for key in keys) and all(key in items for key in keys)
    if not by_items and not (note and scores.total is None):
        keys.append(TOTAL)
    parts = []
    for key in keys:
        value = scores.of(key)
        shown = "no rating" if value is None else show(value, measure.digits)
        parts.append(f"{measure.label_of(key)} {shown}")
    if not parts:
        return note
    return ", ".join(parts) + (f" ({note})" if note else "")


def validity(measure: Measure) -> str:
    """ "Not validated." for a measure of which no validation is published; "" for the others."""
    return "" if measure.validated else "Not validated."


def named(measure: Measure) -> str:
    """Its short name, for a sentence with figures: "WAI-B3 (not validated)"."""
    return measure.short if measure.validated else f"{measure.short} (not validated)"


def code_name(key: str) -> str:
    """The name of a code: "LOINC, item 9"."""
    system, _, rest = key.partition("_")
    name = CODES.get(system, system)
    return f"{name}, {rest.replace('_', ' ')}" if rest else name


FILTERS: dict[str, Callable[..., str]] = {
    "range_of": range_of,
    "item_range": item_range,
    "total_range": total_range,
    "how": how,
    "summary": summary,
    "validity": validity,
    "code_name": code_name,
}
