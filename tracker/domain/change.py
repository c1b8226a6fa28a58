"""Change over a course of treatment."""

from tracker.domain.trajectory import Trajectory


def reliably_worse(trajectory: Trajectory, *, until: int) -> bool:
    """True when the last total up to session number `until` is worse than the first by the reliable change or more.

    A published reliable change is inclusive ("6 or more"); Jacobson & Truax 1991. False where the measure publishes
    none, where there are not two totals, and across series (therapist, input or version changed).
    """
    published = trajectory.measure.reliable_change
    scored = [p for p in trajectory.points if p.slot.number <= until and p.scores.total is not None]
    if published is None or not scored:
        return False
    course = [p for p in scored if p.series == scored[-1].series]
    first, last = course[0].scores.total, course[-1].scores.total
    assert first is not None
    assert last is not None
    return trajectory.measure.loss(first, last) >= published.points
