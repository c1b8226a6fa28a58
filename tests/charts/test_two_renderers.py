"""One description of a figure, two drawings of it: what can be read from the server's picture and from Plotly's is the
same for every figure of the suite."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.drawings import of_plotly, of_svg
from tests.charts.kinds import NAMES, OF_CLIENTS
from tests.depth import examples
from tracker.charts import own, plotly, svg, trajectory

WIDTHS = (288, 852)


def test_every_figure_is_compared(figures):
    assert tuple(figures) == NAMES


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", NAMES)
def test_both_show_the_same(figures, name, width):
    same(figures[name], width)
    if name.startswith(OF_CLIENTS):
        for own_width, larger in own.LARGER.items():
            same(figures[name], own_width, larger)


def same(figure, width, larger=1.0):
    """Compares panel by panel: points, gaps, rings, axes, directions."""
    drawn = of_svg(svg.render(figure, width=width, larger=larger))
    interactive = of_plotly(plotly.spec(figure))
    assert len(drawn) == len(interactive) == len(figure.panels)
    for panel, ours, theirs in zip(figure.panels, drawn, interactive, strict=True):
        near = abs(float(panel.high - panel.low)) / 200
        assert ours.lines.keys() == theirs.lines.keys()
        for who, runs in ours.lines.items():
            assert [[x for x, _ in run] for run in runs] == [
                [x for x, _ in run] for run in theirs.lines[who]
            ]
            for run, other in zip(runs, theirs.lines[who], strict=True):
                assert [y for _, y in run] == pytest.approx([y for _, y in other], abs=near)
        assert [x for x, _ in ours.rings] == [x for x, _ in theirs.rings]
        assert [y for _, y in ours.rings] == pytest.approx([y for _, y in theirs.rings], abs=near)
        assert ours.labels == theirs.labels
        assert ours.upward
        assert theirs.upward
        assert panel.direction in ours.words
        assert panel.direction in theirs.words
        assert (panel.title in ours.words) == panel.titled
        assert panel.title in theirs.words


@settings(max_examples=examples(12), deadline=None)
@given(
    scores=st.lists(st.none() | st.integers(0, 10), min_size=2, max_size=30),
    flagged=st.sets(st.integers(1, 30), max_size=4),
    width=st.sampled_from(WIDTHS),
)
def test_both_show_the_same_of_any_course(make, scores, flagged, width):
    rated = {n: (s, 8, 8, 8) for n, s in enumerate(scores, 1) if s is not None}
    client = make.course("session-check", make.slots(len(scores)), rated)
    marks = [make.mark(n, "bond", "-3") for n in flagged]
    same(trajectory.figure("K-1", client, None, marks), width)


def test_by_day_the_points_lie_on_their_days(whole_course):
    figure = whole_course()
    by_day = plotly.spec(figure, plotly.Axis.DATES)
    assert by_day["layout"]["xaxis"]["type"] == "date"
    days = {slot.held_on.isoformat() for slot in figure.slots}
    for trace in by_day["data"]:
        assert set(trace["x"]) <= days
    for panel, shown in zip(figure.panels, of_plotly(by_day), strict=True):
        (own,) = [runs for who, runs in shown.lines.items() if who == panel.own.who]
        assert [len(run) for run in own] == [len(run) for run in panel.own.runs]
