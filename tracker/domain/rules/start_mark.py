"""The mark that a client may give at the start of a session: where a fall lies that the end of the session shows.

    end of the session before    start    end
    8                            8        5      lower at the end than at the start of this session
    8                            5        5      lower already at the start
    8                            6        4      both

It is a series of its own, of another question. Nothing else in these rules reads it: it is compared with no other mark
at a start, it is part of no base and no mean, and it raises no flag.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tracker.domain.course.trajectory import Point, Trajectory
from tracker.domain.measures.measure import Better, Measure, Rater

LOWEST = 0
HIGHEST = 10
APART = Fraction(2)  # design default: as for a drop, less than two points are not told apart
# The keys of the single item that asks, at the end, about the same thing: how it is between the two.
CORRESPONDING = ("bond", "relationship", "understood")


class FellWhen(StrEnum):
    """Where most of a fall lies, as far as the mark at the start tells."""

    WITHIN = "within"  # lower at the end than at the start
    BEFORE = "before"  # lower already at the start
    BOTH = "both"
    BETWEEN = "between"  # the start is less than two points from either


@dataclass(frozen=True)
class StartBeside:
    """A mark at the start beside the fall of the corresponding mark at the end: that one's key, the three marks in the
    order of time, and the number of the session that the first of them ended."""

    key: str
    previous: Fraction
    since: int
    start: int
    end: Fraction
    when: FellWhen


def problem(mark: int) -> str | None:
    """Why that number cannot be a mark at the start, as a sentence, or None."""
    if LOWEST <= mark <= HIGHEST:
        return None
    return f"The mark at the start must be between {LOWEST} and {HIGHEST}"


def corresponding(measure: Measure) -> str | None:
    """The key of the item that asks at the end about what the mark at the start asks: one of 0 to 10, where more is
    better. None where the measure has none, so that nothing can be said."""
    if measure.better is not Better.HIGHER:
        return None
    ends = (Fraction(LOWEST), Fraction(HIGHEST))
    keys = {
        item.key
        for item in measure.scored_items
        if (item.low, item.high) == ends and not item.reverse
    }
    return next((key for key in CORRESPONDING if key in keys), None)


def fell_when(previous: Fraction, start: int, end: Fraction) -> FellWhen:
    """Where a fall from the end of one session to the end of the next lies: two points or more below the end before are
    lower already at the start; two points or more from there to the end are lower at the end."""
    before = previous - start >= APART
    within = start - end >= APART
    if before and within:
        return FellWhen.BOTH
    if before:
        return FellWhen.BEFORE
    return FellWhen.WITHIN if within else FellWhen.BETWEEN


def beside(trajectory: Trajectory, point: Point, start: int | None) -> StartBeside | None:
    """What the mark at the start says beside a fall at that rating; None where there is no such mark, where the measure
    has no corresponding item, or where that item is not two points or more below the session before."""
    key = corresponding(point.measure)
    if start is None or key is None or trajectory.rater is not Rater.CLIENT:
        return None
    before = trajectory.previous(point, key)
    end = point.scores.of(key)
    previous = before.scores.of(key) if before else None
    if before is None or previous is None or end is None or previous - end < APART:
        return None
    return StartBeside(
        key, previous, before.slot.number, start, end, fell_when(previous, start, end)
    )
