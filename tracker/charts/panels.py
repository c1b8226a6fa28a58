"""One score over the sessions as a panel: which dots are joined, what is ringed, what it is seen against."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from uuid import UUID

from tracker.charts import ranges, words
from tracker.charts.figure import (
    NO_RATING,
    CutoffLine,
    Divide,
    Dot,
    Line,
    Missing,
    Panel,
    Ring,
    Who,
    runs_of,
)
from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Better, Kind, Measure, ReliableChange
from tracker.domain.measures.numbers import places, rounded, show

LONG_GAP_DAYS = (
    28  # design default: a longer time between two rated sessions is written into the chart
)
WHOLE = 10  # from here on the middle tick is a whole number: "13.5" has no room on a phone

BREAK_WORDS = {
    "therapist": "therapist changed",
    "version": "version changed",
}
REWORDED = "wording changed"
ANEW = "range begun anew"
DIRECTION = {Better.HIGHER: "higher is better ↑", Better.LOWER: "lower is better ↓"}
ABSENT = {
    Status.MISSED: "did not come",
    Status.CANCELLED_BY_CLIENT: "cancelled",
    Status.CANCELLED_BY_CLINIC: "cancelled",
}


@dataclass(frozen=True)
class Mark:
    """One flagged score. `change` has its sign; `addressed` is a short text, or None while it is open."""

    session_id: UUID
    key: str
    now: Fraction
    change: Fraction
    addressed: str | None


@dataclass(frozen=True)
class AxisRange:
    """The label, the range and the decimals of one score of a measure."""

    label: str
    low: Fraction
    high: Fraction
    digits: int


def scale_of(measure: Measure, key: str) -> AxisRange:
    """What the axis of that score runs over: always the measure's own range."""
    if key == TOTAL:
        return AxisRange(measure.total_label, measure.low, measure.high, measure.digits)
    label = measure.label_of(key)
    low, high = measure.ends(key)
    part = next((part for part in measure.components if part.key == key), None)
    exact = part is None or len(part.items) == 1 or part.method == "sum"
    return AxisRange(label, low, high, places(measure.step) if exact else measure.digits)


def slots_of(raters: Sequence[Trajectory]) -> tuple[Slot, ...]:
    """Every session of these courses, in order."""
    by_number = {slot.number: slot for rater in reversed(raters) for slot in rater.slots}
    return tuple(by_number[number] for number in sorted(by_number))


def panel_of(
    key: str,
    raters: Sequence[Trajectory],
    slots: Sequence[Slot],
    marks: Sequence[Mark] = (),
    cutoff: CutoffLine | None = None,
    anew: Collection[int] = (),
    change: ReliableChange | None = None,
) -> Panel:
    """One score of a measure over these sessions: the client's, or an outcome, with the therapist's under it."""
    measure = raters[0].measure
    limits = ranges.limits(raters[0], key, change)
    scale = scale_of(measure, key)
    ours = Who.OUTCOME if measure.kind is Kind.OUTCOME else Who.CLIENT
    lines = [_line(ours, raters[0], key, scale, slots)]
    if len(raters) > 1:
        lines.insert(0, _line(Who.THERAPIST, raters[1], key, scale, slots))
    rated = {dot.number for dot in lines[-1].dots}
    middle = (scale.low + scale.high) / 2
    ticks = (scale.low, rounded(middle, 0) if middle > WHOLE else middle, scale.high)
    return Panel(
        key=key,
        title=scale.label,
        about=f"{show(scale.low)} to {show(scale.high)}",
        direction=DIRECTION[measure.better],
        low=scale.low,
        high=scale.high,
        ticks=tuple((at, show(at)) for at in ticks),
        lines=tuple(lines),
        rings=_rings(key, lines[-1], slots, marks),
        missing=tuple(missing(slot) for slot in slots if slot.number not in rated),
        levels=_levels(measure, key),
        cutoff=cutoff,
        bands=ranges.bands(raters[0], key, anew),
        limits=limits,
        limit_text=ranges.limit_text(change) if change and limits else "",
    )


def _line(who: Who, rater: Trajectory, key: str, scale: AxisRange, slots: Sequence[Slot]) -> Line:
    points = {point.slot.number: point for point in rater.points}
    dots = [_dot(points.get(slot.number), key, scale.digits) for slot in slots]
    breaks = [
        slot.number in points and rater.break_before(points[slot.number]) is not None
        for slot in slots
    ]
    return Line(who, runs_of(dots, breaks))


def _dot(point: Point | None, key: str, digits: int) -> Dot | None:
    value = point.scores.of(key) if point else None
    if point is None or value is None:
        return None
    return Dot(point.slot.number, value, show(value, digits))


def _rings(key: str, line: Line, slots: Sequence[Slot], marks: Sequence[Mark]) -> tuple[Ring, ...]:
    numbers = {slot.session_id: slot.number for slot in slots}
    flagged = {numbers.get(mark.session_id): mark for mark in marks if mark.key == key}
    return tuple(
        Ring(dot.number, dot.value, words.signed(mark.change), mark.addressed is None)
        for dot in line.dots
        if (mark := flagged.get(dot.number))
    )


def missing(slot: Slot) -> Missing:
    """The session, and why it has no score: nobody came, or nothing was rated."""
    return Missing(slot.number, ABSENT.get(slot.status, NO_RATING))


def _levels(measure: Measure, key: str) -> tuple[tuple[Fraction, str], ...]:
    """The published names of totals ("moderate"), from the value on from which each holds."""
    return tuple((band.low, band.label) for band in measure.bands) if key == TOTAL else ()


def divides_of(raters: Sequence[Trajectory], anew: Collection[int] = ()) -> tuple[Divide, ...]:
    """Changes that split the series, usual ranges begun anew, and long gaps between two ratings of the first rater;
    each said once."""
    rated = [point.slot for point in raters[0].points]
    return in_order([*breaks_of(raters, anew), *gaps_of(rated)])


def breaks_of(raters: Sequence[Trajectory], anew: Collection[int] = ()) -> Iterator[Divide]:
    """Other therapists and versions, from one rating of a rater to the next, and usual ranges begun anew."""
    for number in anew:
        yield Divide(number, ANEW)
    for rater in raters:
        for point in rater.points[1:]:
            number = point.slot.number
            if reason := rater.break_before(point):
                yield Divide(number, BREAK_WORDS[reason])
            if version := rater.reworded(point):
                same = version.words() == point.measure.words()
                yield Divide(number, BREAK_WORDS["version"] if same else REWORDED)


def gaps_of(rated: Iterable[Slot]) -> Iterator[Divide]:
    """Long times between one rated session and the next: "6 weeks"."""
    for before, now in pairwise(rated):
        days = (now.held_on - before.held_on).days
        if days > LONG_GAP_DAYS:
            yield Divide(now.number, words.weeks(days))


def in_order(divides: Iterable[Divide]) -> tuple[Divide, ...]:
    """Each of them once, by session."""
    return tuple(sorted(set(divides), key=lambda divide: (divide.number, divide.text)))
