"""Bars as Plotly's JSON: read one by one, and series by series. Each series is two traces, its words and its bars: they
are switched on and off together. A hidden count is null here as well."""

from collections.abc import Iterator, Sequence

from tracker.charts.bars import BAR, FONT, ROW, Bar, BarFigure, BarSeries
from tracker.charts.lettering import END_FONT
from tracker.charts.plotly import CONFIG, Json, embedded, plain, var

ROOM = 1.4  # of the longest bar, so that the words behind it have their place
OVER = 0.42  # of a row: how far above its bar a label stands
SPACE = "\u00a0"


def to_json(figure: BarFigure) -> str:
    """Data, layout and config as JSON that can stand inside a script element."""
    return embedded(spec(figure))


def spec(figure: BarFigure) -> Json:
    """Data, layout and config, ready for JSON."""
    return {"data": list(_data(figure)), "layout": _layout(figure), "config": dict(CONFIG)}


def _data(figure: BarFigure) -> Iterator[Json]:
    place = 0
    for series in figure.series:
        rows = range(place, place + len(series.bars))
        place += len(series.bars)
        yield _words(series, rows)
        yield _bars(series, rows)


def _words(series: BarSeries, rows: Sequence[int]) -> Json:
    """The label above each bar and the words behind it."""
    labels = [plain(bar.label) for bar in series.bars]
    words = [SPACE + plain(bar.words) for bar in series.bars]
    many = len(series.bars)
    return {
        "type": "scatter",
        "mode": "text",
        "name": series.name,
        "legendgroup": series.name,
        "showlegend": False,
        "x": [*[0] * many, *(bar.count or 0 for bar in series.bars)],
        "y": [*(row - OVER for row in rows), *rows],
        "text": [*labels, *words],
        "textposition": "middle right",
        "textfont": {"color": [*[var("ink")] * many, *[var("muted")] * many], "size": FONT},
        "hoverinfo": "skip",
        "cliponaxis": False,
    }


def _bars(series: BarSeries, rows: Sequence[int]) -> Json:
    return {
        "type": "bar",
        "orientation": "h",
        "name": series.name,
        "legendgroup": series.name,
        "x": [bar.count for bar in series.bars],
        "y": list(rows),
        "width": BAR / ROW,
        "customdata": [_hover(bar) for bar in series.bars],
        "hovertemplate": "%{customdata}<extra></extra>",
        "marker": {"color": var("d-client")},
        "cliponaxis": False,
    }


def _hover(bar: Bar) -> str:
    return plain(f"{bar.label}: {bar.words}")


def _layout(figure: BarFigure) -> Json:
    rows = max(len(figure.bars), 1)
    axis = {"fixedrange": True, "visible": False}
    font = {"family": var("sans"), "size": FONT, "color": var("ink")}
    return {
        "height": rows * ROW,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0, "autoexpand": False},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": font,
        "showlegend": False,
        "dragmode": False,
        "barmode": "overlay",
        "hovermode": "closest",
        "hoverlabel": {
            "bgcolor": var("surface"),
            "bordercolor": var("border"),
            "font": {**font, "size": END_FONT},
        },
        "xaxis": {**axis, "range": [0, figure.most * ROOM]},
        "yaxis": {**axis, "range": [rows - 0.5 + OVER / 4, -0.5 - OVER / 2]},
    }
