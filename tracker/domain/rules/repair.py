"""Whether a score that fell came back.

    base  8 |●--●        ●--●      back: the mean of two ratings running is half a point below the base or less,
            |    `      /          among the next five
          5 |     `●--●

One rating alone proves nothing, and two that are each near the base come by chance often enough: what this finds and
what it mistakes is worked out by `tracker simulate rules`. The base is the one that was frozen when the drop was found.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import islice

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Measure
from tracker.domain.rules.drop_rules import fall_told
from tracker.domain.rules.findings import (
    RULES_VERSION,
    Compared,
    Context,
    Fall,
    Finding,
    FlagKind,
    RatingRule,
    Recovery,
    Returned,
    about,
)

RATINGS = 5  # design default: later ratings that are looked at
RUNNING = 2  # design default: ratings in a row whose mean must be near the base
# How near counts as back, as a part of the score's range (design defaults): half a point of a 0 to 10 item, an eighth
# of a mean of 1 to 5, half a point of a sum of 0 to 40; other ranges linearly.
NEAR_ITEM = Fraction(1, 20)
NEAR_MEAN = Fraction(1, 32)
NEAR_SUM = Fraction(1, 80)
# Rules from this version on take the mean; those before took each of the two ratings, at twice that width.
MEAN_SINCE = (2026, 8)
# True where ratings running say of a measure that the scores with these bases are back.
AreBack = Callable[[Measure, Sequence[Point], Mapping[str, Fraction]], bool]


def near(measure: Measure, key: str) -> Fraction:
    """How far below the base the mean of a score may stand and still be back."""
    if key == TOTAL:
        part = NEAR_SUM if measure.method == "sum" else NEAR_MEAN
        return (measure.high - measure.low) * part
    ranges = {item.key: item.high - item.low for item in measure.items}
    if key in ranges:
        return ranges[key] * NEAR_ITEM
    component = next(component for component in measure.components if component.key == key)
    if not component.items:  # its score is typed
        low, high = measure.ends(key)
        return (high - low) * (NEAR_SUM if component.method == "sum" else NEAR_MEAN)
    size = sum((ranges[item] for item in component.items), Fraction(0))
    return size * NEAR_SUM if component.method == "sum" else size / len(component.items) * NEAR_MEAN


def are_back(version: str) -> AreBack:
    """How a drop is followed that was found under that version of the rules."""
    year, number = version.split(".")
    return _mean_is_near if (int(year), int(number)) >= MEAN_SINCE else _each_is_near


def _mean_is_near(
    measure: Measure, running: Sequence[Point], bases: Mapping[str, Fraction]
) -> bool:
    for key, base in bases.items():
        values = [value for p in running if (value := p.scores.of(key)) is not None]
        mean = sum(values, Fraction(0)) / len(values)
        if measure.loss(base, mean) > near(measure, key):
            return False
    return True


def _each_is_near(
    measure: Measure, running: Sequence[Point], bases: Mapping[str, Fraction]
) -> bool:
    return all(
        measure.loss(base, now) <= 2 * near(measure, key)
        for key, base in bases.items()
        for point in running
        if (now := point.scores.of(key)) is not None
    )


def recovery(
    trajectory: Trajectory,
    point: Point,
    falls: Iterable[Fall],
    version: str = RULES_VERSION,
) -> Recovery:
    """What became of the scores that fell at this rating, looked at in the next five that have them all, by the rules
    under which it was found."""
    bases = {fall.key: fall.base for fall in falls}
    having = (
        p for p in trajectory.after(point) if all(p.scores.of(key) is not None for key in bases)
    )
    later = list(islice(having, RATINGS))
    for seen in range(RUNNING, len(later) + 1):
        running = later[seen - RUNNING : seen]
        if are_back(version)(trajectory.measure, running, bases):
            return Recovery(Returned.BACK, seen, running[-1].slot, running[0].slot)
    if len(later) == RATINGS:
        return Recovery(Returned.NOT_BACK, RATINGS, later[-1].slot)
    return Recovery(Returned.NOT_YET, len(later))


def _decided(
    trajectory: Trajectory,
    point: Point,
    context: Context,
    state: Returned,
) -> list[Compared]:
    """The scores of earlier drops for which this rating decides it: now, the base, and the session they fell in."""
    if id(trajectory) not in context.followed:
        context.followed[id(trajectory)] = (trajectory, _followed(trajectory, context))
    decided = context.followed[id(trajectory)][1]
    return [
        Compared(fall.key, point.scores.of(fall.key), fall.base, drop.session_id)
        for drop in decided.get((state, point.slot.number), ())
        for fall in drop.falls
    ]


def _followed(
    trajectory: Trajectory, context: Context
) -> dict[tuple[Returned, int], list[Finding]]:
    """The falls that were told, the last first, by what became of them and the session that decided it."""
    decided: dict[tuple[Returned, int], list[Finding]] = {}
    for fell in reversed(trajectory.points):
        drop = fall_told(trajectory, fell, context)
        reached = drop and recovery(trajectory, fell, drop.falls, context.version_of(fell))
        if drop and reached and reached.at:
            decided.setdefault((reached.state, reached.at.number), []).append(drop)
    return decided


def came_back(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """A score that fell is back: the mean of two ratings running is near the base, among the five after the drop
    (design default)."""
    back = _decided(trajectory, point, context, Returned.BACK)
    return about(FlagKind.CAME_BACK, trajectory, point, *back) if back else None


def not_back(trajectory: Trajectory, point: Point, context: Context) -> Finding | None:
    """A score that fell is not back after five ratings (design default)."""
    low = _decided(trajectory, point, context, Returned.NOT_BACK)
    return about(FlagKind.NOT_BACK, trajectory, point, *low) if low else None


RULES: dict[FlagKind, RatingRule] = {
    FlagKind.CAME_BACK: came_back,
    FlagKind.NOT_BACK: not_back,
}
