"""Plotly's JSON: accepted by Plotly, locked down, and the same numbers as the figure."""

import json
import math

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.depth import examples
from tracker.charts import plotly, theme, trajectory


def coloured(value):
    """What chart.js does with the names of tokens."""
    if isinstance(value, str):
        name = value.removeprefix("var:")
        return value if name == value else theme.LIGHT.get(name, "sans-serif")
    if isinstance(value, list):
        return [coloured(part) for part in value]
    if isinstance(value, dict):
        return {key: coloured(part) for key, part in value.items()}
    return value


def leaves(value):
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return [leaf for part in value for leaf in leaves(part)]
    return [value]


def trace(spec, name):
    return next(trace for trace in spec["data"] if trace["name"] == name)


def test_plotly_accepts_it(long_course, whole_course):
    for figure in (long_course(), whole_course()):
        for axis in plotly.Axis:
            spec = coloured(plotly.spec(figure, axis))
            drawn = go.Figure(data=spec["data"], layout=spec["layout"])
            assert len(drawn.data) == len(spec["data"])
    last = f"yaxis{len(figure.panels)}"
    assert drawn.layout[last].domain[0] == pytest.approx(0)


def test_every_token_named_is_one_of_the_theme(long_course, whole_course):
    named = {
        leaf[4:]
        for figure in (long_course(), whole_course())
        for leaf in leaves(plotly.spec(figure))
        if isinstance(leaf, str) and leaf.startswith("var:")
    }
    assert named <= {*theme.LIGHT, "sans"}


def test_nothing_can_be_sent_and_time_alone_can_be_zoomed(long_course):
    spec = plotly.spec(long_course())
    assert spec["config"] == {
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
    layout = spec["layout"]
    axes = [axis for name, axis in layout.items() if name.startswith("yaxis")]
    assert len(axes) == 4
    assert all(axis["fixedrange"] is True for axis in axes)
    assert "fixedrange" not in layout["xaxis"]


def test_ranges_are_fixed_and_gaps_stay_open(long_course):
    spec = plotly.spec(long_course())
    assert spec["layout"]["yaxis"]["range"] == [-0.6, 10.6]
    assert spec["layout"]["yaxis"]["tickvals"] == [0.0, 5.0, 10.0]
    assert spec["layout"]["xaxis"]["range"] == [0.5, 12.5]
    bond = trace(spec, "Bond, client")
    assert bond["connectgaps"] is False
    values = dict(zip(bond["x"], bond["y"], strict=True))
    assert values[6] is None
    assert values[10.5] is None  # another therapist from session 11


def test_a_gap_is_not_joined_where_a_rating_is_missing_and_the_first_dot_starts_the_line(make):
    client = make.course("session-check", make.slots(3), {2: (8, 8, 8, 8), 3: (9, 9, 9, 9)})
    bond = trace(plotly.spec(trajectory.figure("K-1", client, None, [])), "Bond")
    values = [(x, y) for x, y in zip(bond["x"], bond["y"], strict=True) if y is not None]
    assert values == [(2, 8.0), (3, 9.0)]


def test_looks_and_rings(long_course):
    spec = plotly.spec(long_course())
    bond = trace(spec, "Bond, client")
    assert (bond["line"]["width"], bond["line"]["dash"]) == (3, "solid")
    assert (bond["marker"]["symbol"], bond["marker"]["size"]) == ("circle", theme.MARK)
    assert trace(spec, "Bond, therapist")["line"]["dash"] == "dash"
    names = [one["name"] for one in spec["data"]]
    assert names.index("Bond, therapist") < names.index("Bond, client")
    ring = trace(spec, "Bond, check-ins")
    assert (ring["x"], ring["y"], ring["marker"]["symbol"]) == ([9], [5.0], "circle-open")
    assert ring["text"] == ["−3"]


def test_hover_repeats_the_table(long_course):
    figure = long_course()
    spec = plotly.spec(figure)
    bond = trace(spec, "Bond, client")
    said = dict(zip(bond["x"], bond["text"], strict=True))
    assert said[9] == "Bond, client: 5"
    assert said[8] == "Bond, client: 8"
    assert trace(spec, "Session")["text"][5] == "Session 6, 7 April 2026, no rating"
    assert spec["layout"]["hovermode"] == "x unified"
    cells = {cell for row in figure.table.rows for cell in row}
    assert {text.split()[-1] for text in bond["text"] if text} <= cells


def test_the_json_can_stand_in_a_script_element(make):
    client = make.course("session-check", make.slots(2), {1: (9, 9, 9, 9), 2: (5, 9, 9, 9)})
    hostile = "</script><!--&"
    figure = trajectory.figure(hostile, client, None, [make.mark(2, "bond", "-4", hostile)])
    text = plotly.to_json(figure)
    assert not set("<>&") & set(text)
    assert set(json.loads(text)) == {"data", "layout", "config"}


def test_a_ring_of_the_course_says_what_became_of_it(whole_course):
    ring = trace(plotly.spec(whole_course()), "Alliance, check-ins")
    assert ring["text"] == ["bond −3, goals −2: talked about"] * 2


@settings(max_examples=examples(10), deadline=None)
@given(
    scores=st.lists(
        st.none() | st.decimals(0, 40, places=1).map(lambda value: f"{value}"), max_size=15
    )
)
def test_any_course_of_totals_is_json_without_nan(make, scores):
    given_scores = {n: score for n, score in enumerate(scores, 1) if score is not None}
    client = make.course("srs", make.slots(len(scores)), given_scores)
    figure = trajectory.figure("K-1", client, None, [])
    spec = json.loads(plotly.to_json(figure))
    assert not any(isinstance(leaf, float) and math.isnan(leaf) for leaf in leaves(spec))
    drawn = coloured(spec)
    go.Figure(data=drawn["data"], layout=drawn["layout"])
    values = [y for y in trace(spec, "Total")["y"] if y is not None]
    assert values == [float(score) for score in given_scores.values()]
