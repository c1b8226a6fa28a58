"""Estimates that the practice adopted from its own ratings, as rules and pages look at them: the one module that writes
one into its row and reads it back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from functools import cached_property
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.measure import Basis, Measure, Rater, ReliableChange
from tracker.domain.measures.priors import Prior, Spread
from tracker.domain.rules.own_estimates import EstimateKind
from tracker.models import PracticeEstimate
from tracker.reference.loader import Known
from tracker.services.installation import defined
from tracker.services.record.course import Course

Estimate = Prior | ReliableChange


@dataclass(frozen=True)
class OwnEstimates:
    """What the practice adopted, the oldest first. It holds for measures that are scored as the estimated one."""

    rows: Sequence[PracticeEstimate]
    known: Known

    def change(self, measure: Measure, at: datetime | None = None) -> ReliableChange | None:
        """The practice's own reliable change on a measure at a moment; where none is named, the one that the next
        rating will meet."""
        estimate = self._at(EstimateKind.CHANGE, measure, at)
        return estimate if isinstance(estimate, ReliableChange) else None

    def prior(self, measure: Measure, at: datetime | None = None) -> Prior | None:
        """What the practice's own clients usually give on it, likewise."""
        estimate = self._at(EstimateKind.PRIOR, measure, at)
        return estimate if isinstance(estimate, Prior) else None

    def _at(self, kind: EstimateKind, measure: Measure, at: datetime | None) -> Estimate | None:
        if measure.key not in self._by_measure:
            return None  # before anything is asked of its versions: most practices have adopted nothing
        last = None
        for row, estimate in self._by_measure[measure.key]:
            scored = row.scored_as == self.known.scored_as(measure)
            if row.kind == kind and scored and (at is None or row.set_at <= at):
                last = estimate
        return last

    @cached_property
    def _by_measure(self) -> Mapping[str, list[tuple[PracticeEstimate, Estimate | None]]]:
        """Each row with what it says, read once: a course asks for every rating."""
        by_measure: dict[str, list[tuple[PracticeEstimate, Estimate | None]]] = {}
        for row in self.rows:
            by_measure.setdefault(row.measure_key, []).append((row, estimate_of(row)))
        return by_measure


def own_estimates(db: Session) -> OwnEstimates:
    """What the practice adopted from its own ratings; in one query."""
    query = select(PracticeEstimate).order_by(PracticeEstimate.set_at, PracticeEstimate.id)
    return OwnEstimates(tuple(db.scalars(query)), defined(db))


@dataclass(frozen=True)
class AtFirstLook:
    """The practice's own estimates that each rating keeps: those in force when its place was rated first, which a
    correction does not change."""

    priors: Mapping[UUID, Prior]
    changes: Mapping[UUID, ReliableChange]


def at_first_look(own: OwnEstimates, of: Course) -> AtFirstLook:
    """Those of each rating of a course by a client: the estimates are of clients' ratings."""
    priors = {}
    changes = {}
    for trajectory in _by_clients(of) if own.rows else ():
        for point in trajectory.points:
            first = of.first_entered(trajectory, point)
            if prior := own.prior(point.measure, first):
                priors[point.rating_id] = prior
            if change := own.change(point.measure, first):
                changes[point.rating_id] = change
    return AtFirstLook(priors, changes)


def _by_clients(of: Course) -> list[Trajectory]:
    return [trajectory for _, trajectory in of.lines() if trajectory.rater is Rater.CLIENT]


def numbers_of(estimate: Estimate | None) -> dict[str, str]:
    """The numbers of an estimate as a row keeps them, as exact text; none for the measure's own."""
    if estimate is None:
        return {}
    if isinstance(estimate, ReliableChange):
        assert estimate.within_sd is not None, "an own one rests on it"
        return {"points": str(estimate.points), "within_sd": str(estimate.within_sd)}
    return {
        f"{name}_{part}": str(getattr(spread, part))
        for name, spread in (("item", estimate.item), ("total", estimate.total))
        for part in ("mean", "within", "between")
    }


def estimate_of(row: PracticeEstimate) -> Estimate | None:
    """What a row says; None for going back to the measure's own."""
    if not row.numbers:
        return None
    numbers = {name: Fraction(text) for name, text in row.numbers.items()}
    if row.kind == EstimateKind.CHANGE:
        sd = numbers["within_sd"]
        return ReliableChange(numbers["points"], row.source, Basis.PRACTICE, sd, row.clients)
    item, total = (
        Spread(numbers[f"{name}_mean"], numbers[f"{name}_within"], numbers[f"{name}_between"])
        for name in ("item", "total")
    )
    return Prior(item, total, row.source, row.clients)
