"""Change over a course of treatment."""

from fractions import Fraction

from tracker.domain.entries import TOTAL
from tracker.domain.trajectory import Point, Trajectory


def gain_since_first(trajectory: Trajectory, point: Point) -> Fraction | None:
    """By how much this total is better than the first of its series (below 0: worse); None without two totals."""
    first, now = trajectory.first(point, TOTAL), point.scores.total
    if first is None or now is None or first == point:
        return None
    assert first.scores.total is not None
    return trajectory.measure.loss(now, first.scores.total)


def reliably_worse(trajectory: Trajectory, *, until: int) -> bool:
    """True when the last total up to session number `until` is worse than the first by the reliable change or more.

    A published reliable change is inclusive ("6 or more"); Jacobson & Truax 1991. False where the measure publishes
    none, where there are not two totals, and across series (therapist, input or version changed).
    """
    published = trajectory.measure.reliable_change
    scored = [p for p in trajectory.points if p.slot.number <= until and p.scores.total is not None]
    gain = gain_since_first(trajectory, scored[-1]) if scored else None
    return published is not None and gain is not None and gain <= -published.points
