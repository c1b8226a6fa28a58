"""A figure as Plotly's JSON, made of plain dictionaries. The browser's chart.js draws it over the SVG.

Colours are names of tokens ("var:d-client"): chart.js reads the page's style sheet when it draws, and again when the
colour scheme changes.
"""

import json
from collections.abc import Iterator
from fractions import Fraction

from tracker.charts.figure import NO_RATING, Dot, Figure, Line, Panel, Ring
from tracker.charts.plotly_words import Json, annotations, plain, shapes, up, var
from tracker.charts.sheet import FONT, ROOM, Frame, Sheet, sheet
from tracker.charts.theme import LOOKS, MARK, RING, RING_LINE, Look
from tracker.domain.course.sessions import long_date

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
