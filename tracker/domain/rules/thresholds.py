"""A practice's own drop threshold: what it can be, and what it would have cost on ratings that are there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from uuid import UUID

from tracker.domain.course.trajectory import Trajectory
from tracker.domain.measures.drops import Condition, DropRule, On
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.measures.numbers import places, show
from tracker.domain.rules.falls import falls

COMPARED = tuple(Fraction(number, 2) for number in (2, 3, 4, 5, 6))  # points: 1, 1.5, 2, 2.5, 3
BESIDE = tuple(Fraction(number, 4) for number in (2, 3, 5, 6, 8))  # of a measure's own below 1


@dataclass(frozen=True)
class Tally:
    """What a threshold would have raised: `fired` of `compared` ratings, among all that were `rated`."""

    fired: int = 0
    compared: int = 0
    rated: int = 0

    def __add__(self, more: "Tally") -> "Tally":
        """Both together."""
        return Tally(
            self.fired + more.fired, self.compared + more.compared, self.rated + more.rated
        )


def has_threshold(measure: Measure) -> bool:
    """True for a measure whose drops raise check-ins: an alliance measure that the client rates, with a drop rule."""
    return measure.kind is Kind.ALLIANCE and Rater.CLIENT in measure.raters and bool(measure.drop)


def own_points(measure: Measure) -> Fraction:
    """The measure's own threshold."""
    return _main(measure).points


def _main(measure: Measure) -> Condition:
    assert measure.drop is not None, "asked only of a measure with a drop rule"
    return measure.drop.strengths[0][0]


def widest(measure: Measure) -> Fraction:
    """The largest fall that the score which the threshold watches can make."""
    if _main(measure).on is On.ITEM:
        return max(item.high - item.low for item in measure.items)
    return measure.high - measure.low


def grain(measure: Measure) -> Fraction:
    """What a threshold is a multiple of: the step of the answers, a tenth of it where a mean is watched."""
    mean = _main(measure).on is not On.ITEM and measure.method == "mean"
    return measure.step / 10 if mean else measure.step


def threshold_problem(measure: Measure, points: Fraction | None) -> str | None:
    """Why this cannot be a threshold of the measure, as a sentence, or None."""
    step = grain(measure)
    most = widest(measure)
    digits = places(step)
    if points is None:
        return f"The threshold must be a number, such as {show(own_points(measure))}"
    if not 0 < points <= most:
        return f"The threshold must be more than 0 and at most {show(most, digits)}"
    if (points / step).denominator != 1:
        return f"The threshold must be a multiple of {show(step, digits)}"
    return None


def candidates(measure: Measure, now: Fraction) -> tuple[Fraction, ...]:
    """The thresholds worth comparing: from 1 to 3 points as far as the score can fall that far, the one in force, the
    measure's own, and where that is below 1, some on both sides of it."""
    own = own_points(measure)
    most = widest(measure)
    beside = [own * factor for factor in BESIDE] if own < 1 else []
    possible = {points for points in beside if threshold_problem(measure, points) is None}
    return tuple(sorted({*(p for p in COMPARED if p <= most), *possible, own, now}))


def works_as(measure: Measure, points: Fraction) -> Fraction:
    """The threshold that comes to the same: 1.5 works as 2 where only whole numbers are given."""
    step = grain(measure)
    return -(-points // step) * step


def count_falls(
    trajectories: Iterable[Trajectory], rule: DropRule, *, since: date, until: date
) -> Tally:
    """How many client ratings of these days would have raised a check-in, of how many that could be compared."""
    tally = Tally()
    for trajectory in trajectories:
        for point in trajectory.points:
            if since <= point.slot.held_on <= until:
                comparable = trajectory.preceding(point) is not None
                fell = comparable and bool(falls(trajectory, point, rule))
                tally += Tally(int(fell), int(comparable), 1)
    return tally


def clinician_weeks(held: Iterable[tuple[UUID, date]]) -> int:
    """In how many weeks of a clinician there was a session among these."""
    return len({(clinician, *day.isocalendar()[:2]) for clinician, day in held})
