"""What a score is seen against: the client's usual range, and the reliable change from the first rating."""

import re
from fractions import Fraction as F
from xml.etree import ElementTree as ET

import pytest

from tests.charts.drawings import NS, texts
from tests.charts.test_chart_svg import TOKENS
from tracker.charts import plotly, svg, trajectory
from tracker.charts.ends import ends
from tracker.charts.figure import Limit, RangeBand

BONDS = (8, 7, 8, 9, 8, 8, 7, 8, 9, 8, 8, 7)


@pytest.fixture
def bonds(make):
    """The chart of a course in which only the bond moves, and its bond panel."""

    def chart(*marks, changed_at=None, anew=()):
        places = make.slots(len(marks), changed_at=changed_at)
        given = {n: (mark, 8, 8, 8) for n, mark in enumerate(marks, start=1) if mark is not None}
        course = make.course("session-check", places, given)
        return trajectory.figure("K-1", course, None, [], anew=anew)

    return chart


def bond(figure):
    return next(panel for panel in figure.panels if panel.key == "bond")


def parse(figure, width=760):
    return ET.fromstring(svg.render(figure, width=width))  # noqa: S314 - our own text


def test_a_band_appears_with_the_sixth_rating_and_is_fixed_with_the_twelfth(bonds):
    assert bond(bonds(*BONDS[:5])).bands == ()
    reach = F("2.66") * F(4, 5)
    trial = RangeBand(1, None, 8 - reach, min(F(10), 8 + reach), trial=True)
    assert bond(bonds(*BONDS[:6])).bands == (trial,)
    (fixed,) = bond(bonds(*BONDS, 0, 0)).bands
    assert (fixed.trial, fixed.low) == (False, bond(bonds(*BONDS)).bands[0].low)


def test_a_band_ends_where_another_series_or_a_new_range_begins(bonds):
    changed = bond(bonds(*BONDS, changed_at=7)).bands
    assert [(band.first, band.last) for band in changed] == [(1, 6), (7, None)]
    figure = bonds(*BONDS, anew=frozenset({7}))
    assert [(band.first, band.last) for band in bond(figure).bands] == [(1, 6), (7, None)]
    assert "range begun anew" in texts(parse(figure))
    late = bond(bonds(*BONDS, anew=frozenset({9})))
    assert [(band.first, band.last) for band in late.bands] == [(1, 8)]  # none of four ratings yet


def test_a_band_stays_on_the_scale(bonds):
    (band,) = bond(bonds(0, 0, 5, 5, 10, 10)).bands
    assert (band.low, band.high) == (0, 10)


def edges(tree):
    """The straight lines of one px over the whole band, by whether they are dashed."""
    found = [
        node.get("stroke-dasharray") == "4 3"
        for node in tree.iter(f"{NS}line")
        if node.get("stroke-width") == "1" and node.get("y1") == node.get("y2")
    ]
    return found.count(True)


@pytest.mark.parametrize("width", [320, 760])
def test_a_band_is_drawn_with_its_edges_dashed_while_on_trial(bonds, width):
    trial, fixed = (parse(bonds(*marks), width) for marks in (BONDS[:6], BONDS))
    for tree in (trial, fixed):
        boxes = list(tree.iter(f"{NS}rect"))
        assert len(boxes) == 4  # bond, goals, tasks, overall
        assert all(float(box.get("width")) > 100 for box in boxes)
        heights = [float(box.get("height")) for box in boxes]
        assert heights[0] > 20
        assert heights[1:] == [0, 0, 0]  # no step at all: a line, not nothing
    assert (edges(trial), edges(fixed)) == (8, 0)


def test_plotly_has_the_same_bands(bonds):
    for marks, dash in ((BONDS[:6], "4px,3px"), (BONDS, "solid")):
        shapes = plotly.spec(bonds(*marks))["layout"]["shapes"]
        boxes = [shape for shape in shapes if shape["type"] == "rect"]
        assert [box["yref"] for box in boxes] == ["y", "y2", "y3", "y4"]
        assert {box["fillcolor"] for box in boxes} == {"var:d-band"}
        assert {(box["x0"], box["x1"]) for box in boxes} == {(0.5, len(marks) + 0.5)}
        (band,) = bond(bonds(*marks)).bands
        assert (boxes[0]["y0"], boxes[0]["y1"]) == (float(band.low), float(band.high))
        lines = [
            s for s in shapes if s["line"] == {"color": "var:border", "width": 1, "dash": dash}
        ]
        assert len(lines) == 8
        assert {s["layer"] for s in [*boxes, *lines]} == {"below"}


def test_an_outcome_has_lines_one_reliable_change_from_its_first_rating_and_no_band(make):
    totals = dict(enumerate(["16", "15", "16", "14", "8", "7", "7", "6"], start=1))
    course = make.course("phq-9", make.slots(8), totals)
    by = course.measure.reliable_change
    figure = trajectory.figure("K-1", course, None, [], cutoff=F(10), change=by)
    (panel,) = figure.panels
    better = Limit(1, None, F(10), "reliably better")
    assert panel.limits == (better, Limit(1, None, F(22), "reliably worse"))
    assert panel.bands == ()
    assert panel.limit_text == "reliable change ±6"
    for width in (320, 760):
        tree = parse(figure, width)
        dashed = [n for n in tree.iter(f"{NS}line") if n.get("stroke-dasharray") == "8 4"]
        assert len(dashed) == 2
        paper = svg.laid_out(figure, width)
        said = [line for end in ends(paper.frames[0], narrow=paper.narrow) for line in end.lines]
        assert {"cut-off 10"} <= set(said) <= set(texts(tree))
    shapes = plotly.spec(figure)["layout"]["shapes"]
    assert [s["line"]["dash"] for s in shapes].count("8px,4px") == 2


def test_the_lines_start_again_with_another_series_and_stay_on_the_scale(make):
    totals = {1: "3", 2: "4", 3: "25", 4: "24"}
    course = make.course("phq-9", make.slots(4, changed_at=3), totals)
    by = course.measure.reliable_change
    (panel,) = trajectory.figure("K-1", course, None, [], change=by).panels
    assert [(each.first, each.last, each.value) for each in panel.limits] == [
        (1, 2, 9),
        (3, None, 19),
    ]
    well = make.course("wellbeing-check", make.slots(2), {1: (5, 5, 5, 5), 2: (6, 6, 6, 6)})
    by = well.measure.reliable_change
    (default,) = trajectory.figure("K-1", well, None, [], change=by).panels
    assert [(each.value, each.text) for each in default.limits] == [
        (3, "reliably worse"),
        (7, "reliably better"),
    ]
    assert default.limit_text == "reliable change ±2, design default"
    (without,) = trajectory.figure("K-1", well, None, []).panels
    assert (without.limits, without.limit_text) == ((), "")


def test_the_middle_tick_of_a_wide_scale_is_a_whole_number(make):
    phq = make.course("phq-9", make.slots(1), {1: "3"})
    (panel,) = trajectory.figure("K-1", phq, None, []).panels
    assert [text for _, text in panel.ticks] == ["0", "14", "27"]
    means = make.course("alliance-items", make.slots(1), {1: (4, 4, 4, 4, 4)})
    for panel in trajectory.figure("K-1", means, None, []).panels:
        assert [text for _, text in panel.ticks] == ["1", "3", "5"]


def test_the_drawing_of_ranges_names_only_classes_of_the_style_sheet(bonds):
    classes = set(re.findall(r'class="([\w-]+)"', svg.render(bonds(*BONDS), width=760)))
    css = (TOKENS.parent / "charts.css").read_text(encoding="utf-8")
    assert "d-band" in classes
    assert [name for name in classes if f".{name}" not in css] == []
