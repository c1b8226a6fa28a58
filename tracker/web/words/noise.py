"""What drop thresholds ask and miss at the practice's own noise, in words."""

from fractions import Fraction
from math import isqrt

from tracker.domain.measures.numbers import show
from tracker.reference.thresholds import ThresholdRates, simulated_thresholds
from tracker.services.reports.own_noise import OwnNoise
from tracker.web.words.estimates import own_source, state


def own_noise(own: OwnNoise) -> str:
    """How noisy the practice's marks are, or why that cannot be told."""
    if own.item is None or own.icc is None:
        so_far = state(own.ratings)
        return f"{so_far} With an estimate, this page says how often a threshold asks for nothing, and what it misses."
    measure = own.ratings.measure
    said = (
        f"Of what differs between marks on an item, {show(100 * own.icc, 0)} % lies between clients "
        f"(ICC {show(own.icc)}, {own_source(own.ratings.clients)}); the rest is ups and downs."
    )
    if own.simulated is None:
        return f"{said} What thresholds would miss was not simulated for {measure.name}."
    return f"{said} The nearest noise that was simulated has an ICC of {show(own.simulated.icc)}."


def shares(rates: ThresholdRates | None) -> tuple[str, str, str]:
    """In how many of a hundred sessions a threshold asks for nothing, and of a hundred falls of 2 and of 3 it misses;
    three times "not simulated" for none."""
    if rates is None:
        return ("not simulated",) * 3
    wrong = (rates.asked, 1 - rates.two, 1 - rates.three)
    one, two, three = (f"{show(100 * share, 0)} of 100" for share in wrong)
    return one, two, three


def simulated(own: OwnNoise) -> str:
    """What the shares rest on, as sentences."""
    assert own.simulated is not None, "asked only where there are shares"
    assert own.item is not None, "and they are told for a noise"
    kept = simulated_thresholds()
    of_ten = show(10 * own.simulated.within)
    here = show(10 * own.item.within)
    return (
        f"{kept.clients} made-up clients with {kept.sessions} sessions each, the worst of three kinds of noise; by "
        f"chance a share may be off by {_chance(kept.clients)} of 100. Their ups and downs on an item have a standard "
        f"deviation of {of_ten} of 10, here {here}. All assumptions of the simulation are design defaults."
    )


def _chance(clients: int) -> str:
    """Half of the widest 95 % interval of a share of so many clients, in 100."""
    return show(Fraction(98, isqrt(clients)), 0)
