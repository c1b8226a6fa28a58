"""A few sessions around one of them: how a score went before and after. No usual range and no reliable change is drawn:
both are said of a whole course."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.charts.figure import Figure
from tracker.charts.panels import DIRECTION, Mark, divides_of, panel_of, slots_of
from tracker.charts.tables import rating_table
from tracker.charts.trajectory import flag_cells
from tracker.domain.course.trajectory import Trajectory

BEFORE = 6
AFTER = 3  # sessions that are shown before and after


def excerpt(
    title: str,
    raters: Sequence[Trajectory],
    keys: Sequence[str],
    marks: Sequence[Mark],
    *,
    number: int,
) -> Figure:
    """These scores from six sessions before session `number` to three after; the client's trajectory comes first."""
    near = [_cut(rater, number) for rater in raters]
    slots = slots_of(near)
    panels = tuple(
        replace(panel_of(key, near, slots, marks), bands=(), limits=(), limit_text="")
        for key in keys
    )
    measure = raters[0].measure
    first = slots[0].number
    last = slots[-1].number
    return Figure(
        title=title,
        panels=panels,
        slots=slots,
        divides=divides_of(near),
        summary=f"Sessions {first} to {last}" if first != last else f"Session {first}",
        table=rating_table(DIRECTION[measure.better], panels, slots, flag_cells(measure, marks)),
    )


def _cut(rater: Trajectory, number: int) -> Trajectory:
    def near(at: int) -> bool:
        return number - BEFORE <= at <= number + AFTER

    slots = tuple(slot for slot in rater.slots if near(slot.number))
    points = tuple(point for point in rater.points if near(point.slot.number))
    return replace(rater, slots=slots, points=points)
