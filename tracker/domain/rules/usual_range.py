"""A client's usual range: an individuals chart of their own ratings (Shewhart). A reading aid; no rule uses it.

mean +- 2.66 * the mean of the steps between one rating and the next (2.66 = 3 / 1.128, the control-chart constants)

ratings   1 ... 5 | 6 ... 11 | 12 ...        none yet; on trial, moving with each rating; fixed on the first twelve
begun anew by the clinician, another series (therapist changed), or another wording: counted again from one. What is
usual is so for the questions as they were put, and no rule waits for it.

A score that fell is left out until it is back, or until five ratings have shown that it is not: what is unusual would
make itself usual otherwise.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.measure import Kind, Measure
from tracker.domain.rules.drop_rules import client_alliance
from tracker.domain.rules.falls import falls
from tracker.domain.rules.findings import Fall, Returned
from tracker.domain.rules.repair import RUNNING, recovery

WIDTH = Fraction("2.66")
TRIAL = 6  # ratings it takes; design default, as in the practice of control charts (NHS, Making Data Count)
FIXED = 12  # ratings after which it stays as it is; design default, likewise


@dataclass(frozen=True)
class UsualRange:
    """The range in the measure's points, how many ratings it rests on, and whether it stays as it is."""

    low: Fraction
    mean: Fraction
    high: Fraction
    count: int
    fixed: bool


@dataclass(frozen=True)
class Stretch:
    """A stretch of ratings that can be seen together: one series, from where its range begins. `usual` is None while
    they are too few."""

    first: int  # number of the session of its first rating
    last: int
    count: int  # ratings that its range rests on, or will
    usual: UsualRange | None


def has_range(measure: Measure) -> bool:
    """True for a measure whose ratings are seen beside their usual range: of the alliance. An outcome is meant to
    move."""
    return measure.kind is Kind.ALLIANCE


def usual_range(values: Sequence[Fraction]) -> UsualRange | None:
    """The usual range of ratings in their order, from the sixth on; it rests on the first twelve at most. None before.

    Ends may lie outside the measure's scale.
    """
    if len(values) < TRIAL:
        return None
    used = values[:FIXED]
    steps = [abs(after - before) for before, after in pairwise(used)]
    mean = sum(used, Fraction(0)) / len(used)
    reach = WIDTH * sum(steps, Fraction(0)) / len(steps)
    return UsualRange(mean - reach, mean, mean + reach, len(used), len(used) == FIXED)


def stretches(trajectory: Trajectory, key: str, anew: Collection[int] = ()) -> tuple[Stretch, ...]:
    """The stretches of one score, in order; an empty one last where the range was begun anew and not rated since.

    `anew`: numbers of the sessions from which the range was begun anew.
    """
    in_order = []
    for some in _cut(trajectory, key, anew):
        first = some[0].slot.number
        last = some[-1].slot.number
        begun = max((n for n in anew if n <= first), default=0)
        values = _usual(
            trajectory,
            key,
            (
                point
                for point in trajectory.points  # also what the same series had before another came between
                if _alike(point, some[0]) and begun <= point.slot.number <= last
            ),
        )
        in_order.append(Stretch(first, last, len(values), usual_range(values)))
    if in_order and (later := [n for n in anew if n > in_order[-1].last]):
        in_order.append(Stretch(max(later), max(later), 0, None))
    return tuple(in_order)


def _usual(trajectory: Trajectory, key: str, points: Iterable[Point]) -> list[Fraction]:
    """The values of these ratings that a range rests on, as many as it takes at most; none from a fall of the score, by
    the measure's own drop rule, until it was back."""
    values: list[Fraction] = []
    low: set[int] = set()
    for point in points:
        value = point.scores.of(key)
        fell = _fall(trajectory, point, key)
        if fell:
            low |= _until_back(trajectory, point, fell)
        elif value is not None and point.slot.number not in low:
            values.append(value)
        if len(values) == FIXED:
            break
    return values


def _fall(trajectory: Trajectory, point: Point, key: str) -> Fall | None:
    rule = trajectory.measure.drop
    if rule is None or not client_alliance(trajectory):
        return None
    return next((fall for fall in falls(trajectory, point, rule) if fall.key == key), None)


def _until_back(trajectory: Trajectory, fell: Point, fall: Fall) -> set[int]:
    """The sessions after a fall up to the two ratings that were back, or all that were looked at."""
    went_on = recovery(trajectory, fell, [fall])
    later = [
        p.slot.number
        for p in trajectory.points
        if p.slot.number > fell.slot.number
        and p.series == fell.series
        and p.scores.of(fall.key) is not None
    ]
    low = went_on.seen - RUNNING if went_on.state is Returned.BACK else went_on.seen
    return set(later[:low])


def _alike(one: Point, other: Point) -> bool:
    """True for ratings of one series that were given on the same version."""
    return one.series == other.series and one.measure.version == other.measure.version


def _cut(trajectory: Trajectory, key: str, anew: Collection[int]) -> Iterator[list[Point]]:
    run: list[Point] = []
    for point in trajectory.points:
        if point.scores.of(key) is None:
            continue
        begun = run and any(run[-1].slot.number < n <= point.slot.number for n in anew)
        if run and (begun or not _alike(run[-1], point)):
            yield run
            run = []
        run.append(point)
    if run:
        yield run
