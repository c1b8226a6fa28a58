"""A figure as Plotly's JSON, made of plain dictionaries. The browser's chart.js draws it over the SVG.

Colours are names of tokens ("var:d-client"): chart.js reads the page's style sheet when it draws, and again when the
colour scheme changes.
"""

import json
from collections.abc import Iterator
from fractions import Fraction

from tracker.charts.figure import NO_RATING, Dot, Figure, Line, Panel, Ring
from tracker.charts.placing import Word, words_in
from tracker.charts.sheet import (
    AXIS_TEXT,
    AXIS_TEXT_DOWN,
    CEILING_MARK,
    CEILING_UP,
    FONT,
    ROOM,
    ROW,
    Frame,
    Sheet,
    divide_tops,
    end_labels,
    sheet,
)
from tracker.charts.theme import (
    CUTOFF_LINE,
    EDGE_DASH,
    LIMIT_DASH,
    LOOKS,
    MARK,
    RING,
    RING_LINE,
    Look,
)
from tracker.domain.course.sessions import long_date

Json = dict[str, object]

WORD_TOKENS = {
    "flag": "d-flag",
    "addressed": "moss",
    "missing": "muted",
    "cutoff": "ink",
    "limit": "muted",
}


def var(token: str) -> str:
    """The name that chart.js replaces by the colour or font of the token."""
    return f"var:{token}"


def plain(text: str) -> str:
    """The text without what Plotly would read as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def up(paper: Sheet, y: float) -> float:
    """A height of the sheet as Plotly's share of the paper, from the bottom up."""
    return 1 - y / paper.frames[-1].plot_bottom


def shapes(paper: Sheet) -> Iterator[Json]:
    """All that is straight: usual ranges, divides, links between the raters, cut-off, reliable change, ceilings."""
    for frame in paper.frames:
        yield from _ranges(paper, frame)
        for number, top in divide_tops(paper, frame):
            x = number - 0.5
            yield _rule(paper, (x, x), (top, frame.plot_bottom), "border", 1.5, dash="dot")
        for link in frame.panel.links:
            heights = (frame.y(link.low), frame.y(link.high))
            yield _rule(paper, (link.number, link.number), heights, "border", 1.5)
        if cutoff := frame.panel.cutoff:
            y = frame.y(cutoff.value)
            yield _rule(paper, paper.span, (y, y), "ink", CUTOFF_LINE)
        for dot in frame.panel.ceiling:
            yield _bar(paper, "x", dot.number, 0, frame.y(dot.value) - CEILING_UP)
        for header in frame.headers:
            if header.kind == "ceiling":
                x = header.x + CEILING_MARK / 2 - paper.left
                yield _bar(paper, "paper", 0, x, frame.top + (header.row + 0.5) * ROW)


def _ranges(paper: Sheet, frame: Frame) -> Iterator[Json]:
    """The usual ranges with their edges, and the lines a reliable change away from the first rating."""
    for band in frame.panel.bands:
        x = paper.between(band.first, band.last)
        top = frame.y(band.high)
        bottom = frame.y(band.low)
        yield _rule(paper, x, (top, bottom), "d-band", 0) | {
            "type": "rect",
            "fillcolor": var("d-band"),
        }
        dash = EDGE_DASH.replace(" ", "px,") + "px" if band.trial else "solid"
        for y in (top, bottom):
            yield _rule(paper, x, (y, y), "border", 1, dash=dash)
    for limit in frame.panel.limits:
        x = paper.between(limit.first, limit.last)
        y = frame.y(limit.value)
        yield _rule(paper, x, (y, y), "muted", 1, dash=LIMIT_DASH.replace(" ", "px,") + "px")


def _rule(
    paper: Sheet,
    x: tuple[float, float],
    y: tuple[float, float],
    token: str,
    width: float,
    *,
    dash: str = "solid",
) -> Json:
    return {
        "type": "line",
        "layer": "below",
        "xref": "x",
        "yref": "paper",
        "x0": x[0],
        "x1": x[1],
        "y0": up(paper, y[0]),
        "y1": up(paper, y[1]),
        "line": {"color": var(token), "width": width, "dash": dash},
    }


def _bar(paper: Sheet, xref: str, anchor: float, dx: float, y: float) -> Json:
    """The small bar of a score at the top of its range: 8 px, whatever the size of the page."""
    return {
        "type": "line",
        "xref": xref,
        "yref": "paper",
        "xsizemode": "pixel",
        "xanchor": anchor,
        "x0": dx - 4,
        "x1": dx + 4,
        "y0": up(paper, y),
        "y1": up(paper, y),
        "line": {"color": var("muted"), "width": 2.5},
    }


def annotations(paper: Sheet) -> Iterator[Json]:
    """All words of the chart but the tick labels."""
    for strip in paper.strips:
        x = strip.number - 0.5
        y = paper.strip_top + (strip.row + 0.5) * ROW
        yield _note(paper, strip.text, x, strip.x - paper.x(x), y, "muted")
    for frame in paper.frames:
        for header in frame.headers:
            text = plain(header.text)
            dx = header.x - paper.left + (CEILING_MARK + 4 if header.kind == "ceiling" else 0)
            y = frame.top + (header.row + 0.5) * ROW
            token = "ink" if header.kind == "title" else "muted"
            note = _margin_note(paper, text, 0, dx, y, token)
            yield _bold(note) if header.kind == "title" else note
        for word in words_in(paper, frame):
            yield _word(paper, frame, word)
        for text, y in end_labels(paper, frame):
            yield _margin_note(paper, text, 1, 4, y, "ink")
    bottom = paper.frames[-1].plot_bottom
    yield _margin_note(paper, AXIS_TEXT, 0, 0, bottom + AXIS_TEXT_DOWN, "muted")


def _word(paper: Sheet, frame: Frame, word: Word) -> Json:
    y = frame.y(word.value) + word.dy
    text = plain(word.text)
    if word.kind == "addressed":
        text = f"\N{CHECK MARK} {text}"
    note = _note(paper, text, word.number, word.dx, y, WORD_TOKENS[word.kind])
    note |= {"bgcolor": var("surface"), "borderpad": 0}
    return _bold(note) if word.kind == "flag" else note


def _bold(note: Json) -> Json:
    """The note in bold by its font: the markup for it would set a style attribute, which the page forbids."""
    font = note["font"]
    assert isinstance(font, dict)
    return note | {"font": font | {"weight": 700}}


def _note(paper: Sheet, text: str, x: float, dx: float, y: float, token: str) -> Json:
    return {
        "text": text,
        "showarrow": False,
        "captureevents": False,
        "xref": "x",
        "x": x,
        "xshift": dx,
        "xanchor": "center",
        "yref": "paper",
        "y": up(paper, y),
        "yanchor": "middle",
        "font": {"color": var(token), "size": FONT},
    }


def _margin_note(paper: Sheet, text: str, x: float, dx: float, y: float, token: str) -> Json:
    """Words that keep their distance from an edge of the plot instead of a session."""
    return _note(paper, text, x, dx, y, token) | {"xref": "paper", "xanchor": "left"}


WIDE = 600
NARROW = (
    248  # px the words are laid out for: what a card leaves of 320; a wider page gives more room
)
BOTTOM = 64


CONFIG: Json = {
    # plotly.js would otherwise offer to send the chart's data to a cloud service
    "displayModeBar": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "displaylogo": False,
    "showLink": False,
    "scrollZoom": False,
    "doubleClick": False,
    "showTips": False,
    "responsive": True,
}


def spec(figure: Figure, *, narrow: bool = False) -> dict[str, object]:
    """Data, layout and config, ready for JSON."""
    return {
        "data": data(figure),
        "layout": layout(figure, narrow=narrow),
        "config": dict(CONFIG),
    }


def data(figure: Figure) -> list[Json]:
    """The traces, which are the same on wide and on narrow paper."""
    traces = [_dates(figure)]
    for index, panel in enumerate(figure.panels):
        traces += _traces(figure, panel, _axis_name("y", index))
    return traces


def layout(figure: Figure, *, narrow: bool) -> Json:
    """The layout for wide or for narrow paper."""
    return _layout(sheet(figure, NARROW if narrow else WIDE, narrow=narrow))


def to_json(figure: Figure) -> str:
    """Data, config and both layouts as JSON that can stand inside a script element."""
    both = {
        "data": data(figure),
        "config": CONFIG,
        "wide": layout(figure, narrow=False),
        "narrow": layout(figure, narrow=True),
    }
    text = json.dumps(both, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _axis_name(letter: str, index: int) -> str:
    return letter if index == 0 else f"{letter}{index + 1}"


def _traces(figure: Figure, panel: Panel, axis: str) -> Iterator[Json]:
    flags = {ring.number: ring.text[2:] for ring in panel.rings}
    for line in panel.lines:
        yield _line(figure, panel, line, axis, flags if line is panel.own else {})
    if panel.rings:
        yield _rings(panel.rings, axis)


def _dates(figure: Figure) -> Json:
    """Nothing to see: the date of each session, for the hover text."""
    rated = {dot.number for panel in figure.panels for line in panel.lines for dot in line.dots}
    texts = [
        long_date(slot.held_on) + ("" if slot.number in rated else f", {NO_RATING}")
        for slot in figure.slots
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "Date",
        "x": [slot.number for slot in figure.slots],
        "y": [float(figure.panels[0].low)] * len(figure.slots),
        "xaxis": "x",
        "yaxis": "y",
        "text": texts,
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 1, "color": "rgba(0,0,0,0)"},
    }


def _line(figure: Figure, panel: Panel, line: Line, axis: str, flags: dict[int, str]) -> Json:
    look = LOOKS[line.who]
    starts = {run[0].number for run in line.runs}
    dots = {dot.number: dot for dot in line.dots}
    x: list[float] = []
    y: list[float | None] = []
    texts: list[str] = []
    for slot in figure.slots:
        dot = dots.get(slot.number)
        if slot.number in starts and x:  # a break between two rated sessions needs a gap of its own
            x = [*x, slot.number - 0.5]
            y = [*y, None]
            texts = [*texts, ""]
        x.append(slot.number)
        y.append(float(dot.value) if dot else None)
        texts.append(_hover(panel, line, dot, flags) if dot else "")
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": f"{panel.title} {line.who.value}",
        "x": x,
        "y": y,
        "xaxis": "x",
        "yaxis": axis,
        "text": texts,
        "hovertemplate": "%{text}<extra></extra>",
        "line": {"color": var(look.token), "width": look.width, "dash": look.plotly_dash},
        "marker": _marker(look),
        "connectgaps": False,
        "cliponaxis": False,
    }


def _marker(look: Look) -> Json:
    marker: Json = {"symbol": look.plotly_symbol, "size": MARK, "color": var(look.token)}
    if look.plotly_symbol == "square":  # open, but hiding the dash behind it
        marker |= {"color": var("surface"), "line": {"width": 2, "color": var(look.token)}}
    return marker


def _hover(panel: Panel, line: Line, dot: Dot, flags: dict[int, str]) -> str:
    flag = f" ({flags[dot.number]})" if dot.number in flags else ""
    return plain(f"{panel.title} {line.who.value} {dot.words}{flag}")


def _rings(rings: tuple[Ring, ...], axis: str) -> Json:
    ring = {"width": RING_LINE, "color": var("d-flag")}
    marker = {"symbol": "circle-open", "size": RING, "color": var("d-flag"), "line": ring}
    places = [(ring.number, ring.value) for ring in rings]
    return _marks(places, axis, "Flag", marker)


def _marks(places: list[tuple[int, Fraction]], axis: str, name: str, marker: Json) -> Json:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [number for number, _ in places],
        "y": [float(value) for _, value in places],
        "xaxis": "x",
        "yaxis": axis,
        "marker": marker,
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _layout(paper: Sheet) -> Json:
    height = paper.frames[-1].plot_bottom + BOTTOM
    made: Json = {
        "height": height,
        "margin": _margin(paper),
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": var("sans"), "size": FONT, "color": var("ink")},
        "showlegend": False,
        "dragmode": False,
        "hovermode": "x unified",
        "hoversubplots": "axis",
        "hoverlabel": {
            "bgcolor": var("surface"),
            "bordercolor": var("border"),
            "font": {"family": var("sans"), "size": FONT, "color": var("ink")},
        },
        "xaxis": _x_axis(paper),
        "shapes": list(shapes(paper)),
        "annotations": list(annotations(paper)),
    }
    for index, frame in enumerate(paper.frames):
        made[f"yaxis{_axis_name('', index)}"] = _y_axis(paper, frame)
    return made


def _margin(paper: Sheet) -> Json:
    right = paper.width - paper.right
    return {"l": paper.left, "r": right, "t": 0, "b": BOTTOM, "pad": 0, "autoexpand": False}


def _x_axis(paper: Sheet) -> Json:
    return {
        "type": "linear",
        "range": list(paper.span),
        "fixedrange": True,
        "anchor": _axis_name("y", len(paper.frames) - 1),
        "tickmode": "array",
        "tickvals": [tick.number for tick in paper.ticks],
        "ticktext": ["<br>".join(tick.lines) for tick in paper.ticks],
        "tickangle": 0,
        "tickfont": {"color": var("muted")},
        "ticks": "outside",
        "ticklen": 4,
        "tickcolor": var("border"),
        "showline": True,
        "linecolor": var("border"),
        "showgrid": False,
        "zeroline": False,
        "automargin": False,
        "unifiedhovertitle": {"text": "Session %{x}"},
        "showspikes": False,
    }


def _y_axis(paper: Sheet, frame: Frame) -> Json:
    panel = frame.panel
    room = ROOM * (panel.high - panel.low)
    return {
        "anchor": "x",
        "domain": [up(paper, frame.plot_bottom), up(paper, frame.plot_top)],
        "range": [float(panel.low - room), float(panel.high + room)],
        "fixedrange": True,
        "tickmode": "array",
        "tickvals": [float(at) for at, _ in panel.ticks],
        "ticktext": [text for _, text in panel.ticks],
        "tickfont": {"color": var("muted")},
        "gridcolor": var("d-grid"),
        "zeroline": False,
        "automargin": False,
    }
