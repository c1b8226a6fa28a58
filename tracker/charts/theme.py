"""Colours and marks of the charts, equal to static/css/tokens.css (a test compares them).

No one is told apart by colour alone: each rater has a mark and a dash of their own, which also hold in greyscale.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.charts.figure import Who

LIGHT: Mapping[str, str] = {
    "surface": "#FFFEFA",
    "ink": "#23281F",
    "muted": "#575C50",
    "moss": "#42632F",
    "on-moss": "#FFFFFF",
    "border": "#7A7B6C",
    "rule": "#DDD9CB",
    "d-client": "#1F3557",
    "d-therapist": "#A27430",
    "d-outcome": "#8A4FAD",
    "d-flag": "#9B2E17",
    "d-grid": "#E1DED1",
    "d-band": "#E5E9DA",
}
DARK: Mapping[str, str] = {
    "surface": "#23271F",
    "ink": "#ECEBE1",
    "muted": "#B3B8A8",
    "moss": "#A9C78B",
    "on-moss": "#161A12",
    "border": "#8D9381",
    "rule": "#394034",
    "d-client": "#6EC9F6",
    "d-therapist": "#FAE198",
    "d-outcome": "#AF7A9B",
    "d-flag": "#FB8260",
    "d-grid": "#343A2F",
    "d-band": "#323A2C",
}

MARK = 8  # px across
RING = 18  # px across
RING_LINE = 3  # of what still waits for an answer
RING_LINE_ANSWERED = 1.5
CUTOFF_LINE = 1.5
EDGE_DASH = "4 3"  # of a usual range on trial
LIMIT_DASH = "8 4"


@dataclass(frozen=True)
class Look:
    """How one rater's line is drawn. `dash` is for an SVG line, `plotly_*` are Plotly's names for the same."""

    token: str
    width: float
    dash: str
    symbol: str
    plotly_dash: str
    plotly_symbol: str


LOOKS: Mapping[Who, Look] = {
    Who.CLIENT: Look("d-client", 3, "", "circle", "solid", "circle"),
    Who.THERAPIST: Look("d-therapist", 2.5, "7 5", "square", "dash", "square"),
    Who.OUTCOME: Look("d-outcome", 2.5, "2.5 4", "diamond", "dot", "diamond"),
}
