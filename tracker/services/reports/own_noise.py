"""What thresholds would ask and miss at the practice's own noise, from the table that was simulated."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from sqlalchemy.orm import Session

from tracker.domain.measures.measure import Measure
from tracker.domain.measures.priors import Prior, Spread
from tracker.domain.people.access import Actor
from tracker.reference.thresholds import SimulatedNoise, ThresholdRates, simulated_thresholds
from tracker.services.reports.own_estimates import OwnRatings, from_own_ratings


@dataclass(frozen=True)
class OwnNoise:
    """The noise of a measure's items in this practice, and the simulated one nearest to it.

    item       None from too few clients
    simulated  None then, and where the measure was not simulated
    """

    ratings: OwnRatings
    item: Spread | None
    simulated: SimulatedNoise | None

    @property
    def icc(self) -> Fraction | None:
        """The part of an item's variance that lies between this practice's clients."""
        return None if self.item is None else icc_of(self.item)

    @property
    def rates(self) -> Mapping[Fraction, ThresholdRates]:
        """What each threshold asks and finds, by what it comes to on the measure's scale; nothing where there is no
        noise to tell it for."""
        return self.simulated.rates[self.ratings.measure.key] if self.simulated else {}


def icc_of(spread: Spread) -> Fraction:
    """The part of the variance that lies between clients."""
    return spread.between**2 / (spread.between**2 + spread.within**2)


def own_noise(db: Session, actor: Actor, measure: Measure, *, now: datetime) -> OwnNoise:
    """The practice's own noise on a measure, from its own ratings up to the end of the last quarter."""
    ratings = from_own_ratings(db, actor, measure, now=now)
    prior = ratings.estimate
    if not isinstance(prior, Prior):
        return OwnNoise(ratings, None, None)
    nearest = simulated_thresholds().nearest(icc_of(prior.item))
    was_simulated = measure.key in nearest.rates
    return OwnNoise(ratings, prior.item, nearest if was_simulated else None)
