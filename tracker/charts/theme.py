"""Colours and marks of the charts, equal to static/css/tokens.css (a test compares them).

No one is told apart by colour alone: each rater has a mark and a dash of their own, which also hold in greyscale.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.charts.figure import Who

LIGHT: Mapping[str, str] = {
    "surface": "#FBFAF7",
    "ink": "#2B2926",
    "muted": "#595650",
    "moss": "#4B6837",
    "on-moss": "#FFFFFF",
    "border": "#79746A",
    "rule": "#D3CEC3",
    "d-client": "#1F3557",
    "d-therapist": "#AA7C35",
    "d-outcome": "#9055B2",
    "d-flag": "#9B2E17",
    "d-grid": "#E2DED4",
    "d-band": "#EFECE5",
}
DARK: Mapping[str, str] = {
    "surface": "#252421",
    "ink": "#EDE9E1",
    "muted": "#BBB5A9",
    "moss": "#A9C48A",
    "on-moss": "#1C1B19",
    "border": "#8F897D",
    "rule": "#45423B",
    "d-client": "#6EC9F6",
    "d-therapist": "#FAE198",
    "d-outcome": "#AC7798",
    "d-flag": "#F97650",
    "d-grid": "#3A3832",
    "d-band": "#302E2A",
}

MARK = 9  # px across
RING = 20  # px across
RING_LINE = 3
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
