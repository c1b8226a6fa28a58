"""What lies under the lines of a panel: its grid, cut-off, usual range and reliable change, links and divides."""

from collections.abc import Iterator

from tracker.charts import elements as svg
from tracker.charts.elements import group
from tracker.charts.figure import Band
from tracker.charts.sheet import FONT, ROW, Frame, Sheet, Strip, divide_tops
from tracker.charts.theme import CUTOFF_LINE, EDGE_DASH, LIMIT_DASH

DOTTED = "1.5 4"


def bands(paper: Sheet, frame: Frame) -> Iterator[str]:
    """The usual ranges, each with its two edges; dashed while on trial."""
    for band in frame.panel.bands:
        left, right = paper.edges(band.first, band.last)
        top = frame.y(band.high)
        bottom = frame.y(band.low)
        box = svg.element(
            "rect", x=left, y=top, width=right - left, height=bottom - top, fill="currentColor"
        )
        yield group("d-band", box)
        yield group("border", *(_edge(band, left, right, y) for y in (top, bottom)))


def _edge(band: Band, left: float, right: float, y: float) -> str:
    dash: dict[str, svg.Value] = {"stroke_dasharray": EDGE_DASH} if band.trial else {}
    return svg.line(left, y, right, y, stroke="currentColor", stroke_width=1, **dash)


def limits(paper: Sheet, frame: Frame) -> Iterator[str]:
    """The lines a reliable change away from the first rating."""
    lines = []
    for limit in frame.panel.limits:
        left, right = paper.edges(limit.first, limit.last)
        y = frame.y(limit.value)
        lines.append(
            svg.line(
                left,
                y,
                right,
                y,
                stroke="currentColor",
                stroke_width=1,
                stroke_dasharray=LIMIT_DASH,
            )
        )
    if lines:
        yield group("muted", *lines)


def grid(paper: Sheet, frame: Frame) -> Iterator[str]:
    """The rules at the ticks with their labels, and the cut-off."""
    heights = [(frame.y(at), text) for at, text in frame.panel.ticks]
    rules = [
        svg.line(paper.left, y, paper.right, y, stroke="currentColor", stroke_width=1)
        for y, _ in heights
    ]
    yield group("d-grid", *rules)
    labels = [
        svg.text(paper.left - 7, y + 4.5, text, fill="currentColor", text_anchor="end")
        for y, text in heights
    ]
    yield group("muted", *labels)
    cutoff = frame.panel.cutoff
    if cutoff:
        y = frame.y(cutoff.value)
        rule = svg.line(
            paper.left, y, paper.right, y, stroke="currentColor", stroke_width=CUTOFF_LINE
        )
        yield group("ink", rule)


def divides(paper: Sheet) -> Iterator[str]:
    """The dotted lines between sessions, and their words over the first panel."""
    for strip in paper.strips:
        yield _strip_text(paper, strip)
    lines = [
        svg.line(
            paper.x(number - 0.5),
            top,
            paper.x(number - 0.5),
            frame.plot_bottom,
            stroke="currentColor",
            stroke_width=1.5,
            stroke_dasharray=DOTTED,
        )
        for frame in paper.frames
        for number, top in divide_tops(paper, frame)
    ]
    if lines:
        yield group("border", *lines)


def _strip_text(paper: Sheet, strip: Strip) -> str:
    y = paper.strip_top + strip.row * ROW + FONT
    text = svg.text(strip.x, y, strip.text, fill="currentColor", text_anchor="middle")
    return group("muted", text)


def links(paper: Sheet, frame: Frame) -> Iterator[str]:
    """From client to therapist, where the two stand apart."""
    lines = [
        svg.line(
            paper.x(link.number),
            frame.y(link.low),
            paper.x(link.number),
            frame.y(link.high),
            stroke="currentColor",
            stroke_width=1.5,
        )
        for link in frame.panel.links
    ]
    if lines:
        yield group("border", *lines)
