"""Plotly's JSON: accepted by Plotly, locked down, and the same numbers as the figure."""

import json
import math

import plotly.graph_objects as go
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.depth import examples
from tracker.charts import plotly, theme, trajectory

FORMS = pytest.mark.parametrize("narrow", [False, True])


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


@FORMS
def test_plotly_accepts_it(long_course, narrow):
    spec = coloured(plotly.spec(long_course(), narrow=narrow))
    figure = go.Figure(data=spec["data"], layout=spec["layout"])
    assert len(figure.data) == len(spec["data"])
    assert figure.layout.yaxis4.domain[0] == pytest.approx(0)


@FORMS
def test_every_token_named_is_one_of_the_theme(long_course, narrow):
    named = {
        leaf[4:]
        for leaf in leaves(plotly.spec(long_course(), narrow=narrow))
        if isinstance(leaf, str) and leaf.startswith("var:")
    }
    assert named <= {*theme.LIGHT, "sans"}


@FORMS
def test_nothing_can_be_sent_zoomed_or_dragged(long_course, narrow):
    spec = plotly.spec(long_course(), narrow=narrow)
    assert spec["config"] == {
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
    layout = spec["layout"]
    assert layout["dragmode"] is False
    axes = [axis for name, axis in layout.items() if name.startswith(("xaxis", "yaxis"))]
    assert len(axes) == 5
    assert all(axis["fixedrange"] is True for axis in axes)


def test_ranges_are_fixed_and_gaps_stay_open(long_course):
    spec = plotly.spec(long_course())
    assert spec["layout"]["yaxis"]["range"] == [-0.6, 10.6]
    assert spec["layout"]["yaxis"]["tickvals"] == [0.0, 5.0, 10.0]
    assert spec["layout"]["xaxis"]["range"] == [0.5, 12.9]
    bond = trace(spec, "Bond client")
    assert bond["connectgaps"] is False
    values = dict(zip(bond["x"], bond["y"], strict=True))
    assert values[6] is None
    assert values[10.5] is None  # another therapist from session 11


def test_a_gap_is_not_joined_where_a_rating_is_missing_and_the_first_dot_starts_the_line(make):
    client = make.course("session-check", make.slots(3), {2: (8, 8, 8, 8), 3: (9, 9, 9, 9)})
    bond = trace(plotly.spec(trajectory.figure("K-1", client, None, [])), "Bond client")
    values = [(x, y) for x, y in zip(bond["x"], bond["y"], strict=True) if y is not None]
    assert values == [(2, 8.0), (3, 9.0)]


def test_looks_and_rings(long_course):
    spec = plotly.spec(long_course())
    bond = trace(spec, "Bond client")
    assert (bond["line"]["width"], bond["line"]["dash"]) == (3, "solid")
    assert (bond["marker"]["symbol"], bond["marker"]["size"]) == ("circle", 9)
    assert trace(spec, "Bond therapist")["line"]["dash"] == "dash"
    names = [one["name"] for one in spec["data"]]
    assert names.index("Bond therapist") < names.index("Bond client")
    ring = trace(spec, "Flag")
    assert (ring["x"], ring["y"], ring["marker"]["symbol"]) == ([9], [5.0], "circle-open")
    words = [note["text"] for note in spec["layout"]["annotations"]]
    assert "! −3" in words
    assert "✓ addressed" in words


def test_hover_repeats_the_table(long_course):
    figure = long_course()
    spec = plotly.spec(figure)
    bond = trace(spec, "Bond client")
    said = dict(zip(bond["x"], bond["text"], strict=True))
    assert said[9] == "Bond client 5 (−3)"
    assert said[8] == "Bond client 8"
    assert trace(spec, "Date")["text"][5] == "7 April 2026, no rating"
    assert spec["layout"]["hovermode"] == "x unified"
    cells = {cell for row in figure.table.rows for cell in row}
    assert {text.split()[2] for text in bond["text"] if text} <= cells


def test_the_json_can_stand_in_a_script_element(make):
    client = make.course("session-check", make.slots(2), {1: (9, 9, 9, 9), 2: (5, 9, 9, 9)})
    hostile = "</script><!--&"
    figure = trajectory.figure(hostile, client, None, [make.mark(2, "bond", "-4", hostile)])
    text = plotly.to_json(figure)
    assert not set("<>&") & set(text)
    assert set(json.loads(text)) == {"data", "config", "wide", "narrow"}
    words = [note["text"] for note in json.loads(text)["wide"]["annotations"]]
    assert "✓ &lt;/script&gt;&lt;!--&amp;" in words


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
    both = json.loads(plotly.to_json(figure))
    assert not any(isinstance(leaf, float) and math.isnan(leaf) for leaf in leaves(both))
    for width in ("wide", "narrow"):
        form = {"data": both["data"], "layout": both[width], "config": both["config"]}
        drawn = coloured(form)
        go.Figure(data=drawn["data"], layout=drawn["layout"])
        total = trace(form, "Total client")
        values = [y for y in total["y"] if y is not None]
        assert values == [float(score) for score in given_scores.values()]
