"""From trajectories to a figure: which panels, which dots are joined, what is ringed. Nothing is drawn here."""

from collections.abc import Collection, Mapping, Sequence
from fractions import Fraction
from uuid import UUID

from tracker.charts import words
from tracker.charts.figure import CutoffLine, Figure, Panel
from tracker.charts.panels import DIRECTION, Mark, divides_of, panel_of, scale_of, slots_of
from tracker.charts.tables import rating_table
from tracker.domain.course.trajectory import Slot, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import FEW, Kind, Measure, ReliableChange
from tracker.domain.measures.numbers import show


def figure(
    code: str,
    client: Trajectory,
    therapist: Trajectory | None,
    marks: Sequence[Mark],
    *,
    cutoff: Fraction | None = None,
    anew: Collection[int] = (),
    change: ReliableChange | None = None,
) -> Figure:
    """The chart of one client's ratings on one measure, with the therapist's where there are any.

    `anew`: numbers of the sessions at which the clinician let the usual range begin anew. `change`: the reliable change
    in force, of an outcome.
    """
    measure = client.measure
    raters = [client] if therapist is None else [client, therapist]
    slots = slots_of(raters)
    keys = panel_keys(client, marks, with_total=cutoff is not None)
    line = None if cutoff is None else CutoffLine(cutoff, f"cut-off {show(cutoff)}")
    panels = tuple(
        panel_of(key, raters, slots, marks, line if key == TOTAL else None, anew, change)
        for key in keys
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


def flag_cells(measure: Measure, marks: Sequence[Mark]) -> Mapping[UUID, tuple[str, str]]:
    """For each flagged session: what was flagged, and what came of it."""
    cells: dict[UUID, tuple[list[str], list[str]]] = {}
    labels = {part.key: part.label for part in measure.components}
    labels |= {item.key: item.label for item in measure.items} | {TOTAL: measure.total_label}
    for mark in marks:
        what, came = cells.setdefault(mark.session_id, ([], []))
        what.append(f"{labels.get(mark.key, mark.key)} {words.signed(mark.change)}")
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
