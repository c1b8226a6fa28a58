"""One description of a figure, two drawings of it: what can be read from the server's picture and from Plotly's is the
same for every figure of the suite."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.drawings import of_plotly, of_svg
from tests.charts.own_words import words
from tests.depth import examples
from tracker.charts import excerpt, own, plotly, svg, trajectory

WIDTHS = (288, 852)
OF_CLIENTS = "client's own"  # how their names begin: these are drawn larger


@pytest.fixture
def figures(make, long_course, whole_course):
    """Every kind of figure, by name."""
    one = make.course("session-check", make.slots(1), {1: (7, 8, 6, 7)})
    srs = make.course(
        "srs", make.slots(3), {1: ("9", "9", "9", "9"), 2: "36", 3: ("8", "9", "9", "9")}
    )
    phq = make.course("phq-9", make.slots(4, changed_at=3), {1: "3", 2: "4", 3: "25", 4: "24"})
    items = make.course("alliance-items", make.slots(2), {1: (5, 5, 5, 5, 5), 2: (4, 4, 4, 4, 4)})
    long = make.course(
        "session-check", make.slots(60), {n: (n % 11, 9, 10, 0) for n in range(1, 61) if n % 7}
    )
    change = phq.measure.reliable_change
    return {
        "measure": long_course(),
        "measure, client alone": long_course(therapist=None),
        "course": whole_course(),
        "course, well-being": whole_course("wellbeing-check"),
        "course, nothing fell": whole_course(told=[]),
        "one session": trajectory.figure("K-1", one, None, []),
        "sum with parts": trajectory.figure("K-1", srs, None, []),
        "outcome": trajectory.figure("K-1", phq, None, [], change=change),
        "mean of five": trajectory.figure(
            "K-1", items, None, [make.mark(2, "total", "-1", now="4")]
        ),
        "sixty sessions": trajectory.figure("K-1", long, None, [make.mark(5, "bond", "-4")]),
        "excerpt": excerpt.excerpt("Before and after", [long], ["bond"], [], number=30),
        OF_CLIENTS: _own(make, []),
        f"{OF_CLIENTS}, therapist beside": _own(make, [Fraction(9)] * 10),
    }


def _own(make, beside):
    """What a client marked in twelve sessions, three of them without a mark."""
    marks = [None if n % 4 == 3 else Fraction(n % 11, 2) for n in range(12)]
    beside = [*beside, *[None] * (12 - len(beside))]
    return own.figure(make.slots(12), (Fraction(0), Fraction(10)), marks, beside, words())


NAMES = (
    "measure",
    "measure, client alone",
    "course",
    "course, well-being",
    "course, nothing fell",
    "one session",
    "sum with parts",
    "outcome",
    "mean of five",
    "sixty sessions",
    "excerpt",
    OF_CLIENTS,
    f"{OF_CLIENTS}, therapist beside",
)


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
        assert ours.lines.keys() == theirs.lines.keys()
        for who, runs in ours.lines.items():
            assert [[x for x, _ in run] for run in runs] == [
                [x for x, _ in run] for run in theirs.lines[who]
            ]
            for run, other in zip(runs, theirs.lines[who], strict=True):
                near = abs(float(panel.high - panel.low)) / 200
                assert [y for _, y in run] == pytest.approx([y for _, y in other], abs=near)
        assert [x for x, _ in ours.rings] == [x for x, _ in theirs.rings]
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
