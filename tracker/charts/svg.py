"""A figure as inline SVG: light by itself, recoloured in the dark by static/css/charts.css through its classes."""

from collections.abc import Iterator, Sequence

from tracker.charts import elements as svg
from tracker.charts.elements import group
from tracker.charts.figure import Aim, Band, Dot, Figure, Lane, Line, Ring, Who
from tracker.charts.placing import TICK_MARK, Word, words_in
from tracker.charts.sheet import (
    AXIS_TEXT,
    AXIS_TEXT_DOWN,
    CEILING_MARK,
    CEILING_UP,
    FONT,
    LANE,
    ROW,
    Frame,
    Header,
    Sheet,
    Strip,
    divide_tops,
    end_labels,
    sheet,
    text_width,
)
from tracker.charts.theme import (
    CUTOFF_LINE,
    EDGE_DASH,
    LIGHT,
    LIMIT_DASH,
    LOOKS,
    MARK,
    RING,
    RING_LINE,
)
from tracker.domain.rules.findings import Tier

NARROW = 640
HALO = 4  # px of surface around words, so that a line behind them does not hurt


def render(figure: Figure, *, width: int) -> str:
    """The figure as one <svg> element of that width; under 640 px in its narrow form."""
    paper = sheet(figure, width, narrow=width < NARROW)
    parts = [
        *divides(paper),
        *(part for frame in paper.frames for part in _frame(paper, frame)),
    ]
    return svg.drawing(
        "chart-svg",
        width,
        paper.height,
        *parts,
        *lanes(paper, figure.lanes),
        *_axis(paper),
        font_family="Source Sans 3, Segoe UI, system-ui, sans-serif",
        font_size=FONT,
    )


def _frame(paper: Sheet, frame: Frame) -> Iterator[str]:
    yield from (_header(frame, header) for header in frame.headers)
    yield from bands(paper, frame)
    yield from grid(paper, frame)
    yield from limits(paper, frame)
    yield from links(paper, frame)
    yield from (_line(paper, frame, line) for line in frame.panel.lines)
    yield from (_ring(paper, frame, ring) for ring in frame.panel.rings)
    yield from (_ceiling(paper, frame, dot) for dot in frame.panel.ceiling)
    yield from (_word(paper, frame, word) for word in words_in(paper, frame))
    for text, y in end_labels(paper, frame):
        yield group("ink", svg.text(paper.right + 4, y + 4.5, text, fill="currentColor"))


def _header(frame: Frame, header: Header) -> str:
    y = frame.top + header.row * ROW + FONT
    if header.kind == "title":
        bold = svg.text(header.x, y, header.text, fill="currentColor", font_weight=700)
        return group("ink", bold)
    if header.kind == "direction":
        return group("muted", svg.text(header.x, y, header.text, fill="currentColor"))
    bar = _bar(header.x + CEILING_MARK / 2, y - 4.5)
    text = svg.text(header.x + CEILING_MARK + 4, y, header.text, fill="currentColor")
    return group("muted", bar, text)


def _line(paper: Sheet, frame: Frame, line: Line) -> str:
    look = LOOKS[line.who]
    dash = {"stroke_dasharray": look.dash} if look.dash else {}
    paths = [
        svg.element(
            "polyline",
            points=" ".join(f"{svg.number(x)},{svg.number(y)}" for x, y in _at(paper, frame, run)),
            fill="none",
            stroke="currentColor",
            stroke_width=look.width,
            stroke_linejoin="round",
            **dash,
        )
        for run in line.runs
        if len(run) > 1
    ]
    places = _at(paper, frame, line.dots)
    return group(look.token, *paths, marks(line.who, places)) if places else ""


def _at(paper: Sheet, frame: Frame, dots: tuple[Dot, ...]) -> list[tuple[float, float]]:
    return [(paper.x(dot.number), frame.y(dot.value)) for dot in dots]


def marks(who: Who, places: Sequence[tuple[float, float]]) -> str:
    """A rater's marks in the colour around them, one element however many: filled circles, open squares, or filled
    diamonds."""
    at = [(svg.number(x), svg.number(y)) for x, y in places]
    half = svg.number(MARK / 2)
    if who is Who.CLIENT:  # a line of no length with round ends is a circle
        return svg.element(
            "path",
            d="".join(f"M{x},{y}h0" for x, y in at),
            stroke="currentColor",
            stroke_width=MARK,
            stroke_linecap="round",
        )
    if who is Who.OUTCOME:
        reach = svg.number(MARK / 2 + 1)
        round_it = f"m-{reach},0l{reach},-{reach}l{reach},{reach}l-{reach},{reach}z"
        return svg.element(
            "path", d="".join(f"M{x},{y}{round_it}" for x, y in at), fill="currentColor"
        )
    square = f"m-{half},-{half}h{MARK}v{MARK}h-{MARK}z"
    return svg.element(
        "path",
        d="".join(f"M{x},{y}{square}" for x, y in at),
        class_="on-surface",
        fill=LIGHT["surface"],
        stroke="currentColor",
        stroke_width=2,
    )


def _ring(paper: Sheet, frame: Frame, ring: Ring) -> str:
    circle = svg.element(
        "circle",
        cx=paper.x(ring.number),
        cy=frame.y(ring.value),
        r=RING / 2,
        fill="none",
        stroke="currentColor",
        stroke_width=RING_LINE,
        class_="ring",
    )
    return group("d-flag", circle)


def _ceiling(paper: Sheet, frame: Frame, dot: Dot) -> str:
    return group("muted", _bar(paper.x(dot.number), frame.y(dot.value) - CEILING_UP))


def _bar(x: float, y: float) -> str:
    return svg.line(x - 4, y, x + 4, y, stroke="currentColor", stroke_width=2.5)


_WORDS = {
    "flag": "d-flag",
    "addressed": "ink",
    "missing": "muted",
    "cutoff": "ink",
    "limit": "muted",
}


def _word(paper: Sheet, frame: Frame, word: Word) -> str:
    x = paper.x(word.number) + word.dx
    y = frame.y(word.value) + word.dy
    tick = TICK_MARK if word.kind == "addressed" else 0
    text = svg.text(
        x + tick / 2,
        y + 4.5,
        word.text,
        fill="currentColor",
        text_anchor="middle",
        font_weight=700 if word.kind == "flag" else 400,
        class_="halo",
        stroke=LIGHT["surface"],
        stroke_width=HALO,
        stroke_linejoin="round",
        paint_order="stroke",
    )
    shown = group(_WORDS[word.kind], text)
    if not tick:
        return shown
    return _moss_tick(x + tick / 2 - text_width(word.text) / 2 - tick / 2, y) + shown


def _moss_tick(x: float, y: float) -> str:
    disc = svg.element("circle", cx=x, cy=y, r=6, fill="currentColor")
    points = f"{svg.number(x - 3)},{svg.number(y)} {svg.number(x - 0.8)},{svg.number(y + 2.4)} "
    hook = svg.element(
        "polyline",
        points=f"{points}{svg.number(x + 3)},{svg.number(y - 2.4)}",
        class_="on-moss",
        fill="none",
        stroke=LIGHT["on-moss"],
        stroke_width=1.8,
    )
    return group("moss", disc, hook)


def _axis(paper: Sheet) -> Iterator[str]:
    bottom = paper.axis
    numbers = range(paper.first, paper.last + 1)
    notches = [
        svg.line(paper.x(n), bottom, paper.x(n), bottom + 4, stroke="currentColor", stroke_width=1)
        for n in numbers
    ]
    base = svg.line(paper.left, bottom, paper.right, bottom, stroke="currentColor", stroke_width=1)
    yield group("border", base, *notches)
    labels = [
        svg.text(
            paper.x(tick.number),
            bottom + 17 + row * (FONT + 2),
            line,
            fill="currentColor",
            text_anchor="middle",
        )
        for tick in paper.ticks
        for row, line in enumerate(tick.lines)
    ]
    title = svg.text(paper.left, bottom + AXIS_TEXT_DOWN + 4.5, AXIS_TEXT, fill="currentColor")
    yield group("muted", *labels, title)


LANES = "Flags"
LANES_WITH_OBJECTIVES = "Flags and objectives"
TOKEN: dict[Tier | Aim, str] = {
    Tier.RISK: "d-flag",
    Tier.CHECK_IN: "d-flag",
    Tier.REVIEW: "ink",
    Tier.NOTE: "muted",
    Aim.OBJECTIVE: "ink",
}
HALF = 6  # px from the middle of a mark to its edge


def lanes(paper: Sheet, shown: Sequence[Lane]) -> Iterator[str]:
    """Every lane with its words and its marks; nothing where there are none."""
    if not shown:
        return
    title = LANES_WITH_OBJECTIVES if any(lane.tier is Aim.OBJECTIVE for lane in shown) else LANES
    bold = svg.text(0, paper.lanes_top + FONT, title, fill="currentColor", font_weight=700)
    yield group("ink", bold)
    for index, lane in enumerate(shown):
        y = paper.lane(index)
        rule = svg.line(paper.left, y, paper.right, y, stroke="currentColor", stroke_width=1)
        yield group("d-grid", rule)
        x, base = (0.0, y - LANE / 2 - ROW + FONT) if paper.narrow else (paper.right + 4, y + 4.5)
        yield group("muted", svg.text(x, base, lane.title, fill="currentColor"))
        marks = [
            mark(lane.tier, paper.x(number), y, filled=waiting) for number, waiting in lane.marks
        ]
        yield group(TOKEN[lane.tier], *marks)


def mark(tier: Tier | Aim, x: float, y: float, *, filled: bool) -> str:
    """The mark of a tier in the colour around it: a square, a triangle, a circle, a small dot, or a
    diamond for an objective."""
    if tier is Tier.NOTE:
        return svg.element("circle", cx=x, cy=y, r=3, fill="currentColor")
    look: dict[str, svg.Value] = {"stroke": "currentColor", "stroke_width": 2}
    look |= (
        {"fill": "currentColor"} if filled else {"fill": LIGHT["surface"], "class_": "on-surface"}
    )
    if tier is Tier.REVIEW:
        return svg.element("circle", cx=x, cy=y, r=HALF - 0.5, **look)
    left, right, top, bottom = (svg.number(n) for n in (x - HALF, x + HALF, y - HALF, y + HALF))
    if tier is Aim.OBJECTIVE:
        path = f"M{svg.number(x)},{top}L{right},{svg.number(y)}L{svg.number(x)},{bottom}L{left},{svg.number(y)}z"
    elif tier is Tier.RISK:
        path = f"M{left},{top}H{right}V{bottom}H{left}z"
    else:
        path = f"M{left},{top}H{right}L{svg.number(x)},{bottom}z"
    return svg.element("path", d=path, stroke_linejoin="round", **look)


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
