"""A figure as Plotly's JSON, made of plain dictionaries: to zoom into, series by series, by session or by day.

The browser's chart.js draws it over the SVG. Colours are names of tokens ("var:d-client"): chart.js reads the page's
style sheet when it draws, and again when the colour scheme changes. The range of a measure stays whole: what can be
zoomed is time.
"""

import json
from collections.abc import Iterator
from enum import StrEnum
from fractions import Fraction

from tracker.charts.figure import NO_RATING, Dot, Figure, Line, Panel, Size, Who
from tracker.charts.lettering import END_FONT, FONT
from tracker.charts.theme import (
    CUTOFF_LINE,
    EDGE_DASH,
    LIMIT_DASH,
    LOOKS,
    MARK,
    RING,
    RING_LINE,
    RING_LINE_ANSWERED,
    Look,
)
from tracker.domain.course.sessions import long_date
from tracker.domain.course.trajectory import Slot
from tracker.domain.measures.numbers import show

Json = dict[str, object]
ROOM = Fraction(6, 100)  # of the range, above and below
HEIGHT = {Size.TALL: 260, Size.LOW: 170, Size.PART: 170}
HEADER = 54  # px over each plot, for three lines of words: a phone has no room for one
BOTTOM = 56
LEFT = 40
RIGHT = 16


class Axis(StrEnum):
    """What time is told in."""

    SESSIONS = "sessions"
    DATES = "dates"


CONFIG: Json = {
    # plotly.js would otherwise offer to send the chart's data to a cloud service
    "displayModeBar": False,
    "showSendToCloud": False,
    "plotlyServerURL": "",
    "displaylogo": False,
    "showLink": False,
    "scrollZoom": False,
    "doubleClick": "reset",
    "showTips": False,
    "responsive": True,
}


def var(token: str) -> str:
    """The name that chart.js replaces by the colour or font of the token."""
    return f"var:{token}"


def plain(text: str) -> str:
    """The text without what Plotly would read as markup."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def to_json(figure: Figure, axis: Axis = Axis.SESSIONS) -> str:
    """Data, layout and config as JSON that can stand inside a script element."""
    return embedded(spec(figure, axis))


def embedded(made: Json) -> str:
    """The JSON as text that can stand inside a script element."""
    text = json.dumps(made, ensure_ascii=True, allow_nan=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def spec(figure: Figure, axis: Axis = Axis.SESSIONS) -> dict[str, object]:
    """Data, layout and config, ready for JSON."""
    return {
        "data": list(_data(figure, axis)),
        "layout": _layout(figure, axis),
        "config": dict(CONFIG),
    }


def _data(figure: Figure, axis: Axis) -> Iterator[Json]:
    yield _days(figure, axis)
    slots = {slot.number: slot for slot in figure.slots}
    for index, panel in enumerate(figure.panels):
        y_axis = f"y{index + 1 if index else ''}"
        for line in panel.lines:
            yield _line(figure, panel, line, axis) | {"yaxis": y_axis}
        if panel.rings:
            yield _rings(panel, slots, axis) | {"yaxis": y_axis}


def _x(slot: Slot, axis: Axis) -> object:
    return slot.held_on.isoformat() if axis is Axis.DATES else slot.number


def _days(figure: Figure, axis: Axis) -> Json:
    """Nothing to see: the number and the day of each session, for the text of all panels at a place."""
    rated = {dot.number for panel in figure.panels for line in panel.lines for dot in line.dots}
    texts = [
        f"Session {slot.number}, {long_date(slot.held_on)}"
        + ("" if slot.number in rated else f", {NO_RATING}")
        for slot in figure.slots
    ]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": "Session",
        "x": [_x(slot, axis) for slot in figure.slots],
        "y": [float(panel.low) for panel in figure.panels[:1] for _ in figure.slots],
        "text": texts,
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"size": 1, "color": "rgba(0,0,0,0)"},
    }


def _line(figure: Figure, panel: Panel, line: Line, axis: Axis) -> Json:
    look = LOOKS[line.who]
    starts = {run[0].number for run in line.runs}
    dots = {dot.number: dot for dot in line.dots}
    x: list[object] = []
    y: list[float | None] = []
    texts: list[str] = []
    for slot in figure.slots:
        dot = dots.get(slot.number)
        if slot.number in starts and x:  # a break between two rated sessions needs a gap of its own
            x.append(_x(slot, axis) if axis is Axis.DATES else slot.number - 0.5)
            y.append(None)
            texts.append("")
        x.append(_x(slot, axis))
        y.append(float(dot.value) if dot else None)
        texts.append(_hover(panel, line, dot) if dot else "")
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": f"{panel.title}, {line.who.value}" if len(panel.lines) > 1 else panel.title,
        "x": x,
        "y": y,
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


def _hover(panel: Panel, line: Line, dot: Dot) -> str:
    whose = "" if line.who is Who.OUTCOME else f", {line.who.value}"
    return plain(f"{panel.title}{whose}: {dot.words}")


def _rings(panel: Panel, slots: dict[int, Slot], axis: Axis) -> Json:
    """A ring around each score that fell, thick while it waits for an answer, with what became of it."""
    said = {
        story.number: f"{', '.join(story.what)}: {', '.join(story.became)}"
        for story in panel.stories
    }
    widths = [RING_LINE if ring.open else RING_LINE_ANSWERED for ring in panel.rings]
    return {
        "type": "scatter",
        "mode": "markers",
        "name": f"{panel.title}, check-ins",
        "x": [_x(slots[ring.number], axis) for ring in panel.rings],
        "y": [float(ring.value) for ring in panel.rings],
        "text": [plain(said.get(ring.number, ring.text)) for ring in panel.rings],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": "circle-open",
            "size": RING,
            "color": var("d-flag"),
            "line": {"width": widths, "color": var("d-flag")},
        },
        "cliponaxis": False,
    }


def _layout(figure: Figure, axis: Axis) -> Json:
    heights = [HEIGHT[panel.size] for panel in figure.panels]
    room = sum(heights) + HEADER * len(heights)
    font = {"family": var("sans"), "size": FONT, "color": var("ink")}
    margin = {"l": LEFT, "r": RIGHT, "t": 0, "b": BOTTOM, "pad": 0, "autoexpand": False}
    return {
        "height": room + BOTTOM,
        "margin": margin,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": font,
        "showlegend": False,
        "dragmode": "zoom",
        "hovermode": "x unified",
        "hoversubplots": "axis",
        "hoverlabel": {
            "bgcolor": var("surface"),
            "bordercolor": var("border"),
            "font": {**font, "size": END_FONT},
        },
        "xaxis": _x_axis(figure, axis),
        "shapes": [*_shapes(figure, axis)],
        **_panels(figure, heights, room),
    }


def _panels(figure: Figure, heights: list[int], room: int) -> Json:
    """The value axis of each panel, one under the other, with the words over and in them."""
    made: Json = {}
    notes: list[Json] = []
    top = 0
    for index, panel in enumerate(figure.panels):
        number = index + 1 if index else ""
        begin = top + HEADER
        top = begin + heights[index]
        made[f"yaxis{number}"] = _y_axis(panel, (1 - top / room, 1 - begin / room))
        notes += _headers(panel, 1 - (begin - HEADER / 2) / room)
        notes += _named(panel, f"y{number}")
    return {**made, "annotations": notes}


def _x_axis(figure: Figure, axis: Axis) -> Json:
    made: Json = {
        "type": "date" if axis is Axis.DATES else "linear",
        "anchor": f"y{len(figure.panels) if len(figure.panels) > 1 else ''}",
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
        "unifiedhovertitle": {"text": " "},
        "showspikes": True,
        "spikemode": "across",
        "spikethickness": 1,
        "spikecolor": var("border"),
        "spikedash": "solid",
    }
    if axis is Axis.SESSIONS:
        numbers = [slot.number for slot in figure.slots] or [1]
        made |= {"range": [numbers[0] - 0.5, numbers[-1] + 0.5], "title": {"text": "Session"}}
        made |= {"tick0": numbers[0], "dtick": max(1, -(-len(numbers) // 20))}
    return made


def _y_axis(panel: Panel, domain: tuple[float, float]) -> Json:
    room = ROOM * (panel.high - panel.low)
    return {
        "anchor": "x",
        "domain": list(domain),
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


def _shapes(figure: Figure, axis: Axis) -> Iterator[Json]:
    """All that is straight: usual ranges, cut-off, reliable change, and what divides the sessions."""
    for index, panel in enumerate(figure.panels):
        y_axis = f"y{index + 1 if index else ''}"
        for band in panel.bands:
            x = _stretch(figure, band.first, band.last, axis)
            box = _rule(y_axis, x, (band.low, band.high), "d-band", 0)
            yield box | {"type": "rect", "fillcolor": var("d-band")}
            dash = EDGE_DASH.replace(" ", "px,") + "px" if band.trial else "solid"
            for value in (band.low, band.high):
                yield _rule(y_axis, x, (value, value), "border", 1, dash=dash)
        for limit in panel.limits:
            x = _stretch(figure, limit.first, limit.last, axis)
            dash = LIMIT_DASH.replace(" ", "px,") + "px"
            yield _rule(y_axis, x, (limit.value, limit.value), "muted", 1, dash=dash)
        if panel.cutoff:
            x = _stretch(figure, figure.slots[0].number if figure.slots else 1, None, axis)
            value = panel.cutoff.value
            yield _rule(y_axis, x, (value, value), "ink", CUTOFF_LINE)
    for divide in figure.divides:
        at = _stretch(figure, divide.number, None, axis)[0]
        yield _rule("paper", (at, at), (Fraction(0), Fraction(1)), "border", 1.5, dash="dot")


def _stretch(figure: Figure, first: int, last: int | None, axis: Axis) -> tuple[object, object]:
    """From where to where on the x axis these sessions lie; None: to the last one."""
    numbers = [slot.number for slot in figure.slots] or [1]
    end = numbers[-1] if last is None else last
    if axis is Axis.SESSIONS:
        return first - 0.5, end + 0.5
    days = {slot.number: slot.held_on.isoformat() for slot in figure.slots}
    return days.get(first, ""), days.get(end, "")


def _rule(
    y_axis: str,
    x: tuple[object, object],
    y: tuple[Fraction, Fraction],
    token: str,
    width: float,
    *,
    dash: str = "solid",
) -> Json:
    return {
        "type": "line",
        "layer": "below",
        "xref": "x",
        "yref": y_axis,
        "x0": x[0],
        "x1": x[1],
        "y0": float(y[0]),
        "y1": float(y[1]),
        "line": {"color": var(token), "width": width, "dash": dash},
    }


def _headers(panel: Panel, y: float) -> Iterator[Json]:
    """What the panel shows and which way is better, over its plot."""
    what, _, scale = panel.about.rpartition(" · ")
    lines = [f"{panel.title} · {what}" if what else panel.title, f"{scale} · {panel.direction}"]
    lines += [panel.limit_text] if panel.limit_text else []
    text = "<br>".join(plain(line) for line in lines)
    note = _note(text, "ink") | {"align": "left"}
    note |= {"xref": "paper", "x": 0, "xanchor": "left", "xshift": -LEFT}
    yield note | {"yref": "paper", "y": y, "yanchor": "middle"}


def _named(panel: Panel, y_axis: str) -> Iterator[Json]:
    """The words of the straight lines, at the right end."""
    named = [(limit.value, limit.text) for limit in panel.limits if limit.last is None]
    if panel.cutoff:
        named.append((panel.cutoff.value, panel.cutoff.text))
    named += [
        (band.high, f"ups and downs {show(band.low, 1)} to {show(band.high, 1)}")
        for band in panel.bands
        if band.last is None
    ]
    for value, text in named:
        note = _note(plain(text), "muted") | {"xref": "paper", "x": 1, "xanchor": "right"}
        yield note | {"yref": y_axis, "y": float(value), "yanchor": "bottom"}


def _note(text: str, token: str) -> Json:
    return {
        "text": text,
        "showarrow": False,
        "captureevents": False,
        "font": {"color": var(token), "size": FONT},
    }
