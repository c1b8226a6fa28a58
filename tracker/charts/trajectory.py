"""From trajectories to a figure: which panels, which dots are joined, what is ringed. Nothing is drawn here."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from uuid import UUID

from tracker.charts import ranges, words
from tracker.charts.figure import (
    CutoffLine,
    Divide,
    Dot,
    Figure,
    Line,
    Link,
    Panel,
    Ring,
    Who,
    runs_of,
)
from tracker.charts.tables import rating_table
from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import FEW, Better, Kind, Measure
from tracker.domain.measures.numbers import places, rounded, show

LONG_GAP_DAYS = (
    28  # design default: a longer time between two rated sessions is written into the chart
)
WHOLE = 10  # from here on the middle tick is a whole number: "13.5" has no room on a phone
APART = 2  # design default: from here on client and therapist marks are linked

BREAK_WORDS = {
    "therapist": "therapist changed",
    "version": "version changed",
}
REWORDED = "wording changed"
ANEW = "range begun anew"
DIRECTION = {Better.HIGHER: "higher is better ↑", Better.LOWER: "lower is better ↓"}


@dataclass(frozen=True)
class Mark:
    """One flagged score. `change` has its sign; `addressed` is a short text, or None while it is open."""

    session_id: UUID
    key: str
    change: Fraction
    addressed: str | None


@dataclass(frozen=True)
class AxisRange:
    """The label, the range and the decimals of one score of a measure."""

    label: str
    low: Fraction
    high: Fraction
    digits: int


def figure(
    code: str,
    client: Trajectory,
    therapist: Trajectory | None,
    marks: Sequence[Mark],
    *,
    cutoff: Fraction | None = None,
    anew: Collection[int] = (),
) -> Figure:
    """The chart of one client's ratings on one measure, with the therapist's where there are any.

    `anew`: numbers of the sessions at which the clinician let the usual range begin anew.
    """
    measure = client.measure
    raters = [client] if therapist is None else [client, therapist]
    slots = slots_of(raters)
    keys = panel_keys(client, marks, with_total=cutoff is not None)
    line = None if cutoff is None else CutoffLine(cutoff, f"cut-off {show(cutoff)}")
    panels = tuple(
        panel(key, raters, slots, marks, line if key == TOTAL else None, anew) for key in keys
    )
    kind = "Alliance" if measure.kind is Kind.ALLIANCE else "Outcome"
    return Figure(
        title=f"{kind} by session, {code}: {measure.short}",
        panels=panels,
        slots=slots,
        divides=divides_of(raters, anew),
        summary=words.summary(_facts(client, panels, slots, marks)),
        table=rating_table(DIRECTION[measure.better], panels, slots, flag_cells(measure, marks)),
    )


def panel_keys(
    client: Trajectory, marks: Sequence[Mark], *, with_total: bool = False
) -> tuple[str, ...]:
    """The scores that get a panel: each item of a short measure that is a mean, else the total and what parts it has.

    The parts are shown when any rating has them and they are few, and no flagged score is left without a panel.
    """
    measure = client.measure
    parts = [part.key for part in measure.components]
    given = [key for p in client.points for key in parts if p.scores.of(key) is not None]
    shown = parts if len(parts) <= FEW and (given or not client.points) else []
    by_items = all(len(part.items) == 1 for part in measure.components)
    if measure.kind is Kind.OUTCOME:
        keys = [TOTAL]
    elif measure.method == "sum":
        keys = [TOTAL, *(parts if given else [])]
    elif by_items and shown:
        keys = [*parts, *([TOTAL] if with_total else [])]
    else:
        keys = [TOTAL, *shown]
    known = {TOTAL, *parts, *(item.key for item in measure.items)}
    flagged = [mark.key for mark in marks if mark.key in known]
    return tuple(dict.fromkeys([*keys, *flagged]))


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


def panel(
    key: str,
    raters: Sequence[Trajectory],
    slots: Sequence[Slot],
    marks: Sequence[Mark] = (),
    cutoff: CutoffLine | None = None,
    anew: Collection[int] = (),
) -> Panel:
    """One score of a measure over these sessions: the client's, or an outcome, with the therapist's under it."""
    measure = raters[0].measure
    limits = ranges.limits(raters[0], key)
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
        direction=DIRECTION[measure.better],
        low=scale.low,
        high=scale.high,
        ticks=tuple((at, show(at)) for at in ticks),
        lines=tuple(lines),
        rings=_rings(key, lines[-1], slots, marks),
        links=_links(lines),
        ceiling=tuple(dot for dot in lines[-1].dots if dot.value == scale.high),
        missing=tuple(slot.number for slot in slots if slot.number not in rated),
        cutoff=cutoff,
        bands=ranges.bands(raters[0], key, anew),
        limits=limits,
        limit_text=ranges.limit_text(measure) if limits else "",
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
        Ring(dot.number, dot.value, words.flag_text(mark.change), mark.addressed)
        for dot in line.dots
        if (mark := flagged.get(dot.number))
    )


def _links(lines: Sequence[Line]) -> tuple[Link, ...]:
    if len(lines) == 1:
        return ()
    theirs = {dot.number: dot.value for dot in lines[0].dots}
    pairs = [(dot, theirs[dot.number]) for dot in lines[1].dots if dot.number in theirs]
    return tuple(
        Link(dot.number, min(dot.value, other), max(dot.value, other))
        for dot, other in pairs
        if abs(dot.value - other) >= APART
    )


def divides_of(raters: Sequence[Trajectory], anew: Collection[int] = ()) -> tuple[Divide, ...]:
    """Changes that split the series, long gaps between two rated sessions, usual ranges begun anew; each said once."""
    divides = {(number, ANEW): Divide(number, ANEW) for number in anew}
    for rater in raters:
        for before, point in zip(rater.points, rater.points[1:], strict=False):
            texts = []
            if reason := rater.break_before(point):
                texts.append(BREAK_WORDS[reason])
            if version := rater.reworded(point):
                same = version.words() == point.measure.words()
                texts.append(BREAK_WORDS["version"] if same else REWORDED)
            days = (point.slot.held_on - before.slot.held_on).days
            if days > LONG_GAP_DAYS and rater is raters[0]:
                texts.append(words.weeks(days))
            for text in texts:
                divides.setdefault((point.slot.number, text), Divide(point.slot.number, text))
    return tuple(divides[place] for place in sorted(divides))


def flag_cells(measure: Measure, marks: Sequence[Mark]) -> Mapping[UUID, tuple[str, str]]:
    """For each flagged session: what was flagged, and what came of it."""
    cells: dict[UUID, tuple[list[str], list[str]]] = {}
    labels = {part.key: part.label for part in measure.components}
    labels |= {item.key: item.label for item in measure.items} | {TOTAL: measure.total_label}
    for mark in marks:
        what, came = cells.setdefault(mark.session_id, ([], []))
        what.append(f"{labels.get(mark.key, mark.key)} {words.flag_text(mark.change)[2:]}")
        came.append(mark.addressed or "open")
    return {
        session: (", ".join(what), ", ".join(dict.fromkeys(came)))
        for session, (what, came) in cells.items()
    }


def _facts(
    client: Trajectory, panels: Sequence[Panel], slots: Sequence[Slot], marks: Sequence[Mark]
) -> words.Facts:
    said = [words.SaidScore(p.title, dot.number, dot.value) for p in panels for dot in p.own.dots]
    whole = [panel for panel in panels if panel.key == TOTAL]
    both = [panel for panel in panels if len(panel.lines) > 1]
    rated = {one.number for one in said}
    main = whole or panels
    return words.Facts(
        steps=_steps(client, panels, marks),
        said=said,
        range_of=f"The {whole[0].title.lower()}" if whole else "Client ratings",
        ranged=[dot.value for panel in main for dot in panel.own.dots],
        apart=_apart(both) if both else None,
        missing=[slot.number for slot in slots if slot.number not in rated],
        digits=max(scale_of(client.measure, panel.key).digits for panel in panels),
    )


def _apart(panels: Sequence[Panel]) -> list[words.Apart]:
    pairs = []
    for panel in panels:
        theirs = {dot.number: dot.value for dot in panel.lines[0].dots}
        pairs += [
            words.Apart(panel.title, dot.number, theirs[dot.number] - dot.value)
            for dot in panel.own.dots
            if dot.number in theirs
        ]
    return pairs


def _steps(
    client: Trajectory, panels: Sequence[Panel], marks: Sequence[Mark]
) -> list[words.ScoreMove]:
    flagged = {(mark.session_id, mark.key) for mark in marks}
    newest = max((dot.number for panel in panels for dot in panel.own.dots), default=0)
    steps = []
    for panel in panels:
        for point in client.points:
            now = point.scores.of(panel.key)
            before = client.previous(point, panel.key)
            earlier = before.scores.of(panel.key) if before else None
            if now is None or earlier is None:
                continue
            size = abs(now - earlier) / (panel.high - panel.low)
            steps.append(
                words.ScoreMove(
                    panel.title,
                    point.slot.number,
                    earlier,
                    now,
                    size,
                    (point.slot.session_id, panel.key) in flagged,
                    point.slot.number == newest,
                )
            )
    return steps
