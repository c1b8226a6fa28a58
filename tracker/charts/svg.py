"""A figure as inline SVG: light by itself, recoloured in the dark by static/css/charts.css through its classes."""

from collections.abc import Iterator, Sequence

from tracker.charts import elements as svg
from tracker.charts import stories
from tracker.charts.elements import group
from tracker.charts.ends import BESIDE, End, ends, margin
from tracker.charts.figure import CheckInStory, Dot, Figure, Line, RangeBand, Ring, Who
from tracker.charts.lettering import END_FONT, FONT, ROW, TITLE_FONT, text_width
from tracker.charts.placing import Word, words_in
from tracker.charts.sheet import (
    BESIDE_TICKS,
    HEADER_GAP,
    HEADER_ROW,
    Frame,
    Sheet,
    Strip,
    divide_tops,
    sheet,
)
from tracker.charts.stories import PlacedStory
from tracker.charts.theme import (
    CUTOFF_LINE,
    EDGE_DASH,
    LIGHT,
    LIMIT_DASH,
    LOOKS,
    MARK,
    RING,
    RING_LINE,
    RING_LINE_ANSWERED,
)

NARROW = 640
HALO = 4  # px of surface around words, so that a line behind them does not hurt
DOWN = 4.5  # px from the middle of a line of words to where they stand


def render(figure: Figure, *, width: int, larger: float = 1.0) -> str:
    """The figure as one <svg> element of that width; under 640 px in its narrow form. `larger`: how many times as large
    as elsewhere its letters, lines and marks are, for a page that is looked at by two."""
    return drawn(laid_out(figure, width, larger))


def drawn(paper: Sheet) -> str:
    """What was laid out as one <svg> element."""
    return svg.drawing(
        "chart-svg",
        paper.width,
        paper.height,
        *divides(paper),
        *(group_of(paper, frame) for frame in paper.frames),
        *_axis(paper),
        font_family="Source Sans 3, Segoe UI, system-ui, sans-serif",
        font_size=FONT,
    )


def laid_out(figure: Figure, width: int, larger: float = 1.0) -> Sheet:
    """Where everything lies on paper of that width; what is drawn larger is laid out on less paper, which the style
    sheet stretches."""
    narrow = width < NARROW
    return sheet(figure, width / larger, margin(figure, narrow=narrow), narrow=narrow)


def group_of(paper: Sheet, frame: Frame) -> str:
    """Everything of one panel."""
    return svg.element("g", *_frame(paper, frame), data_panel=frame.panel.key)


def _frame(paper: Sheet, frame: Frame) -> Iterator[str]:
    yield from _header(frame)
    yield from bands(paper, frame)
    yield from grid(paper, frame)
    yield from limits(paper, frame)
    yield from told(paper, frame)
    yield from (_line(paper, frame, line) for line in frame.panel.lines)
    yield from (_ring(paper, frame, ring) for ring in frame.panel.rings)
    yield from (_word(paper, frame, word) for word in words_in(paper, frame))
    yield from (_end(paper, end) for end in ends(frame, narrow=paper.narrow))


def _header(frame: Frame) -> Iterator[str]:
    """The title and what is drawn, each row as one text, so that its parts follow each other in any font."""
    bold = {"font_weight": 650, "font_size": TITLE_FONT}
    for row, texts in enumerate(frame.header.rows):
        title = (
            []
            if row or not frame.header.title
            else [svg.element("tspan", svg.words(frame.header.title), class_="ink", **bold)]
        )
        rest = [
            svg.element("tspan", svg.words(text), dx=HEADER_GAP if n or title else 0)
            for n, text in enumerate(texts)
        ]
        y = frame.top + row * HEADER_ROW + TITLE_FONT
        yield group("muted", svg.element("text", *title, *rest, x=0, y=y, fill="currentColor"))


def _end(paper: Sheet, end: End) -> str:
    look = {"font_weight": 650, "font_size": END_FONT} if end.strong else {}
    return group(
        end.token,
        *(
            svg.text(
                paper.right + BESIDE, end.y + row * ROW + DOWN, line, fill="currentColor", **look
            )
            for row, line in enumerate(end.lines)
        ),
    )


def told(paper: Sheet, frame: Frame) -> Iterator[str]:
    """What became of each check-in, with a line from the score that fell."""
    if paper.narrow:
        return
    for each in stories.placed(frame.panel, paper.x, frame.y, frame.plot_bottom, paper.right):
        yield _lead(each)
        what, became = stories.lines(each.story)
        for row, line in enumerate([*what, *became]):
            strong = row < len(what)
            y = each.top + row * ROW + ROW / 2
            colour = _colour(each.story, strong=strong)
            yield group(colour, _words(each.middle, y, line, strong=strong))


def _colour(story: CheckInStory, *, strong: bool) -> str:
    """The token of a line of a story: what fell stands out, in the colour of a flag while it waits."""
    if story.open:
        return "d-flag" if strong else "ink"
    return "ink" if strong else "muted"


def _lead(each: PlacedStory) -> str:
    """Down from the ring, and aside to the words where these had to make way."""
    turn = max(each.top - ROW, each.begins)
    x = svg.number(each.x)
    path = svg.element(
        "path",
        d=f"M{x},{svg.number(each.begins)}V{svg.number(turn)}L{svg.number(each.middle)},{svg.number(each.top - 1)}",
        fill="none",
        stroke="currentColor",
        stroke_width=1,
    )
    return group("d-flag" if each.story.open else "border", path)


def _words(x: float, y: float, text: str, *, strong: bool) -> str:
    """A line of words with its middle there, with some surface around it."""
    return svg.text(
        x,
        y + DOWN,
        text,
        fill="currentColor",
        text_anchor="middle",
        font_weight=650 if strong else 400,
        class_="halo",
        stroke=LIGHT["surface"],
        stroke_width=HALO,
        stroke_linejoin="round",
        paint_order="stroke",
    )


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
    """The ring, with a dot in it and a line to the mark where it is about another score than the line."""
    x = paper.x(ring.number)
    y = frame.y(ring.value)
    parts = [
        svg.element(
            "circle",
            cx=x,
            cy=y,
            r=RING / 2,
            fill="none",
            stroke="currentColor",
            stroke_width=RING_LINE if ring.open else RING_LINE_ANSWERED,
            class_="ring",
        )
    ]
    if ring.line is not None and ring.line != ring.value:
        parts.append(svg.element("circle", cx=x, cy=y, r=2.5, fill="currentColor"))
        end = frame.y(ring.line)
        if abs(end - y) > RING / 2:
            edge = y + (RING / 2 if end > y else -RING / 2)
            parts.append(svg.line(x, edge, x, end, stroke="currentColor", stroke_width=1))
    return group("d-flag", *parts)


def _word(paper: Sheet, frame: Frame, word: Word) -> str:
    x = paper.x(word.number) + word.dx
    y = frame.y(word.value) + word.dy
    flag = word.kind == "flag"
    return group("d-flag" if flag else "muted", _words(x, y, word.text, strong=flag))


def _axis(paper: Sheet) -> Iterator[str]:
    bottom = paper.axis
    notches = [
        svg.line(x, bottom, x, bottom + 4, stroke="currentColor", stroke_width=1)
        for tick in paper.ticks
        for x in (paper.x(tick.number),)
    ]
    base = svg.line(paper.left, bottom, paper.right, bottom, stroke="currentColor", stroke_width=1)
    yield group("border", base, *notches)
    labels = [
        svg.text(
            paper.x(tick.number),
            bottom + 18 + row * (FONT + 3),
            line,
            fill="currentColor",
            text_anchor="middle",
        )
        for tick in paper.ticks
        for row, line in enumerate(tick.lines)
    ]
    yield group("muted", *labels)


DOTTED = "1.5 4"


def bands(paper: Sheet, frame: Frame) -> Iterator[str]:
    """The usual ranges, each with its two edges; dashed while on trial."""
    for band in frame.panel.bands:
        left, right = paper.stretch(band.first, band.last)
        top = frame.y(band.high)
        bottom = frame.y(band.low)
        box = svg.element(
            "rect", x=left, y=top, width=right - left, height=bottom - top, fill="currentColor"
        )
        yield group("d-band", box)
        yield group("border", *(_edge(band, left, right, y) for y in (top, bottom)))


def _edge(band: RangeBand, left: float, right: float, y: float) -> str:
    dash: dict[str, svg.Value] = {"stroke_dasharray": EDGE_DASH} if band.trial else {}
    return svg.line(left, y, right, y, stroke="currentColor", stroke_width=1, **dash)


def limits(paper: Sheet, frame: Frame) -> Iterator[str]:
    """The lines a reliable change away from the first rating."""
    lines = []
    for limit in frame.panel.limits:
        left, right = paper.stretch(limit.first, limit.last)
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
        svg.text(
            paper.left - BESIDE_TICKS + 2, y + DOWN, text, fill="currentColor", text_anchor="end"
        )
        for y, text in heights
    ]
    yield group("muted", *labels, *_levels(paper, frame))
    cutoff = frame.panel.cutoff
    if cutoff:
        y = frame.y(cutoff.value)
        rule = svg.line(
            paper.left, y, paper.right, y, stroke="currentColor", stroke_width=CUTOFF_LINE
        )
        yield group("ink", rule)


def _levels(paper: Sheet, frame: Frame) -> Iterator[str]:
    """The published names of scores, each in the middle of where it holds, left of the numbers."""
    panel = frame.panel
    if paper.narrow or not panel.levels:
        return
    numbers = max(text_width(text) for _, text in panel.ticks)
    x = paper.left - 2 * BESIDE_TICKS - numbers + 2
    ends = [low for low, _ in panel.levels[1:]] + [panel.high]
    for (low, name), end in zip(panel.levels, ends, strict=True):
        y = frame.y((low + end) / 2)
        yield svg.text(x, y + DOWN, name, fill="currentColor", text_anchor="end")


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
