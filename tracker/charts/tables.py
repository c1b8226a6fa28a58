"""The table beside a chart: one row for each session, newest last. A missing score is said; where there was no flag
nothing stands."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from tracker.charts.figure import NO_RATING, ChartTable, Line, Panel, Who
from tracker.domain.course.sessions import long_date
from tracker.domain.course.trajectory import Slot
from tracker.domain.measures.numbers import show

NO_FLAG = ""


def rating_table(
    direction: str,
    panels: Sequence[Panel],
    slots: Sequence[Slot],
    flags: Mapping[UUID, tuple[str, str]],
) -> ChartTable:
    """The numbers of the panels in words; `flags` has the last two cells of each flagged session."""
    scores = [
        (f"{panel.title} {_rater(line)}", {dot.number: dot.words for dot in line.dots})
        for panel in panels
        for line in reversed(panel.lines)
    ]
    rows = tuple(
        (
            str(slot.number),
            long_date(slot.held_on),
            *(cells.get(slot.number, NO_RATING) for _, cells in scores),
            *flags.get(slot.session_id, (NO_FLAG, NO_FLAG)),
        )
        for slot in slots
    )
    columns = ("Session", "Date", *(name for name, _ in scores), "Flag", "Addressed")
    return ChartTable(f"Ratings by session, {_ranges(panels)}, {direction[:-2]}", columns, rows)


def _rater(line: Line) -> str:
    return Who.THERAPIST.value if line.who is Who.THERAPIST else Who.CLIENT.value


def _ranges(panels: Sequence[Panel]) -> str:
    """The range once where all panels share it, else with the panel it belongs to."""
    ranges: dict[str, list[str]] = {}
    for panel in panels:
        span = f"{show(panel.low)} to {show(panel.high)}"
        ranges.setdefault(span, []).append(panel.title.lower())
    if len(ranges) == 1:
        return next(iter(ranges))
    return "; ".join(f"{', '.join(names)} {span}" for span, names in ranges.items())
