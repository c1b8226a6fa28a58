"""What is estimated from a practice's own ratings, in words and in the measure's points."""

from fractions import Fraction

from tracker.domain.course.sessions import long_date
from tracker.domain.measures.measure import Better, Measure, ReliableChange
from tracker.domain.measures.numbers import show
from tracker.domain.measures.priors import Prior, Spread
from tracker.domain.rules import own_estimates as takes
from tracker.domain.rules.own_estimates import EstimateKind, estimated_kind
from tracker.services.record.estimates import Estimate
from tracker.services.reports.own_estimates import OwnRatings
from tracker.web.words.writing import plural

MEAN = "average"
WITHIN = "ups and downs of one client (standard deviation)"
BETWEEN = "difference between clients (standard deviation)"


def own_source(clients: int) -> str:
    """Where a number of the practice's own is from: "from 34 of this practice's own clients"."""
    return f"from {clients} of this practice's own clients"


def figures(measure: Measure, estimate: Estimate | None) -> dict[str, str]:
    """The numbers of an estimate by what they are, in the measure's points; none where there is no estimate."""
    if estimate is None:
        return {}
    if isinstance(estimate, ReliableChange):
        numbers = {"Reliable change": f"{show(estimate.points)} or more"}
        if estimate.within_sd is not None:
            numbers[f"{_total(measure)}: {WITHIN}"] = show(estimate.within_sd)
        return numbers
    of_items = _of_items(measure, estimate)
    ends = (measure.low, measure.high)
    return {**of_items, **_of(_total(measure), estimate.total, ends, measure)}


def _total(measure: Measure) -> str:
    return f"{measure.total_label} of a rating"


def _of_items(measure: Measure, prior: Prior) -> dict[str, str]:
    """The numbers of a single item; as parts of 1 where the items have several ranges."""
    ranges = {(item.low, item.high) for item in measure.scored_items}
    if not ranges:
        return {}
    if len(ranges) == 1:
        return _of("An item", prior.item, ranges.pop(), measure)
    return _of("An item, in parts of its range", prior.item, (Fraction(0), Fraction(1)), measure)


def _of(
    name: str, spread: Spread, ends: tuple[Fraction, Fraction], measure: Measure
) -> dict[str, str]:
    low, high = ends
    mean = spread.mean if measure.better is Better.HIGHER else 1 - spread.mean
    return {
        f"{name}: {MEAN}": show(low + mean * (high - low)),
        f"{name}: {WITHIN}": show(spread.within * (high - low)),
        f"{name}: {BETWEEN}": show(spread.between * (high - low)),
    }


def in_short(measure: Measure, estimate: Estimate) -> str:
    """An estimate in one line, for the history: "an item 8.1 on average, 0.9 within and 1 between clients; …"."""
    if isinstance(estimate, ReliableChange):
        return f"a reliable change of {show(estimate.points)}"
    said: dict[str, list[str]] = {}
    for label, value in figures(measure, estimate).items():
        said.setdefault(label.partition(": ")[0], []).append(value)
    return "; ".join(
        f"{name[0].lower()}{name[1:]} {mean} on average, {within} within and {between} between clients"
        for name, (mean, within, between) in said.items()
    )


def what(measure: Measure) -> str:
    """What is estimated on a measure, for a row."""
    prior = estimated_kind(measure) is EstimateKind.PRIOR
    return "what clients usually give" if prior else "the reliable change"


def is_own(estimate: Estimate | None) -> bool:
    """True for the practice's own."""
    return estimate is not None and estimate.clients > 0


def where_from(estimate: Estimate | None) -> str:
    """Where the numbers in force are from, in a few words for a row."""
    if estimate is None:
        return "none"
    if estimate.clients:
        return own_source(estimate.clients)
    default = estimate.source.lower().startswith("design default")
    return "design default" if default else "the measure's own"


def source(estimate: Estimate | None) -> str:
    """The same as a sentence."""
    return f"{estimate.source.rstrip('.')}." if estimate else "There is none."


def state(estimated: OwnRatings) -> str:
    """How far own ratings go on a measure."""
    if estimated.missing is None:
        return (
            f"Too few clients have {takes.OWN_RATINGS} ratings to tell how many, not counting those whom a reader of "
            f"this page treats. An estimate takes {takes.OWN_CLIENTS} clients."
        )
    clients = plural(estimated.clients, "client has", "clients have")
    have = f"{clients} {takes.OWN_RATINGS} ratings or more"
    if estimated.missing:
        return f"{have}: an estimate takes {takes.OWN_CLIENTS}, so {estimated.missing} more are needed."
    if estimated.estimate is None:
        return (
            f"{have}, but all marked alike throughout, so nothing is known of their ups and downs."
        )
    if estimated.adopted:
        return f"{have}. What they come to is in force."
    return f"{have}, so there is an estimate to compare."


def rests_on(estimated: OwnRatings) -> str:
    """Which ratings count."""
    whole = (
        "with a total and every item answered"
        if estimated.kind is EstimateKind.PRIOR
        else "with a total"
    )
    return (
        f"What counts: clients' ratings {whole}, up to {long_date(estimated.until)}, the end of the last quarter; of "
        "each client the longest run with one therapist."
    )
