"""What a score is seen against: a client's usual range, and the reliable change from the first rating."""

from collections.abc import Collection

from tracker.charts.figure import Limit, RangeBand
from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Basis, Kind, ReliableChange
from tracker.domain.measures.numbers import show
from tracker.domain.rules.usual_range import Stretch, has_range, stretches

BETTER = "reliably better"
WORSE = "reliably worse"


def bands(client: Trajectory, key: str, anew: Collection[int]) -> tuple[RangeBand, ...]:
    """The usual ranges of one score, cut at the ends of its scale; none for an outcome."""
    if not has_range(client.measure):
        return ()
    low, high = client.measure.ends(key)
    score_stretches = stretches(client, key, anew)
    return tuple(
        RangeBand(
            stretch.first,
            _end(stretch, score_stretches),
            max(usual.low, low),
            min(usual.high, high),
            not usual.fixed,
        )
        for stretch in score_stretches
        if (usual := stretch.usual)
    )


def limits(client: Trajectory, key: str, change: ReliableChange | None) -> tuple[Limit, ...]:
    """That reliable change above and below the first rating of each series of an outcome; none without one."""
    measure = client.measure
    if measure.kind is not Kind.OUTCOME or key != TOTAL or change is None:
        return ()
    score_stretches = stretches(client, key)
    points = {p.slot.number: p for p in client.points}
    starts = [(stretch, client.first(points[stretch.first], key)) for stretch in score_stretches]
    return tuple(
        Limit(stretch.first, _end(stretch, score_stretches), value, text)
        for stretch, first in starts
        if first and (start := first.scores.total) is not None
        for value in (start - change.points, start + change.points)
        if measure.low <= value <= measure.high
        for text in (WORSE if measure.loss(start, value) > 0 else BETTER,)
    )


def limit_text(change: ReliableChange) -> str:
    """What stands beside these lines."""
    how = {
        Basis.PUBLISHED: "",
        Basis.PRACTICE: f", from {change.clients} own clients",
        Basis.DEFAULT: ", design default",
    }
    return f"reliable change ±{show(change.points)}{how[change.basis]}"


def _end(stretch: Stretch, among: tuple[Stretch, ...]) -> int | None:
    """The last session it is drawn for; the last stretch goes on to the end of the paper."""
    return None if stretch is among[-1] else stretch.last
