"""What lies over and under Plotly's lines: divides, links, small bars and all words, where the sheet has them.

Across they hold to a session, so that they move with the width of the page; down they hold to the paper.
"""

from collections.abc import Iterator

from tracker.charts.placing import Word, words_in
from tracker.charts.sheet import (
    AXIS_TEXT,
    AXIS_TEXT_DOWN,
    CEILING_MARK,
    CEILING_UP,
    FONT,
    ROW,
    Frame,
    Sheet,
    divide_tops,
    end_labels,
)
from tracker.charts.theme import CUTOFF_LINE, EDGE_DASH, LIMIT_DASH

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
