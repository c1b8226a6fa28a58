"""What makes a chart of ratings readable, held against the description of every figure. The evidence for each rule is in
docs/decisions/0037."""

from fractions import Fraction as F
from itertools import pairwise
from pathlib import Path

import pytest

from tests.charts.drawings import of_svg, parse, texts
from tests.charts.kinds import NAMES, OF_CLIENTS
from tracker.charts import plotly, stories, svg, theme
from tracker.charts.ends import ends
from tracker.charts.figure import Who
from tracker.charts.panels import DIRECTION
from tracker.reference.loader import measures

EVERY = pytest.mark.parametrize("name", NAMES)
TEMPLATES = Path(__file__).parents[2] / "templates"


@EVERY
def test_one_direction_in_one_panel_and_it_is_said_in_words(figures, name):
    for panel in figures[name].panels:
        if name.startswith(OF_CLIENTS):
            assert panel.direction == "10 = voll und ganz", "in the words of the question"
        else:
            assert panel.direction in DIRECTION.values()
        assert {line.who for line in panel.lines} in (
            {Who.OUTCOME},
            {Who.CLIENT},
            {Who.CLIENT, Who.THERAPIST},
        )


@EVERY
def test_a_measure_is_never_flipped_and_shown_on_its_whole_range(figures, name):
    figure = figures[name]
    for panel, frame in zip(figure.panels, svg.laid_out(figure, 852).frames, strict=True):
        assert frame.y(panel.high) < frame.y(panel.low)
        assert panel.ticks[0][0] == panel.low
        assert panel.ticks[-1][0] == panel.high
        for line in panel.lines:
            assert all(panel.low <= dot.value <= panel.high for dot in line.dots)


def test_the_value_axis_has_the_words_of_the_measure(whole_course):
    outcome = whole_course().panels[1]
    assert [text for _, text in outcome.levels] == [b.label for b in measures()["phq-9"].bands]
    said = texts(parse(svg.render(whole_course(), width=852)))
    assert {text for _, text in outcome.levels} <= set(said)


def test_a_threshold_is_a_line_with_its_name(whole_course):
    figure = whole_course()
    for paper in (svg.laid_out(figure, 852), svg.laid_out(figure, 288)):
        named = [line for end in ends(paper.frames[1], narrow=paper.narrow) for line in end.lines]
        assert "cut-off 10" in " ".join(named)
    wide = {
        line
        for end in ends(svg.laid_out(figure, 852).frames[1], narrow=False)
        for line in end.lines
    }
    assert {"reliably better"} <= wide


@EVERY
def test_every_name_stands_at_the_end_of_its_line_without_touching(figures, name):
    figure = figures[name]
    for width in (288, 852):
        paper = svg.laid_out(figure, width)
        for frame in paper.frames:
            placed = ends(frame, narrow=paper.narrow)
            names = " ".join(line for end in placed for line in end.lines)
            assert all(line.label in names for line in frame.panel.lines if line.dots)
            for upper, lower in pairwise(placed):
                assert upper.y + upper.height <= lower.y + 0.01
    assert "key" not in svg.render(figure, width=852)
    assert plotly.spec(figure)["layout"]["showlegend"] is False


def test_no_page_draws_a_legend():
    for template in TEMPLATES.rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert "chart-key" not in text
        assert "legend-" not in text


@EVERY
def test_nothing_is_told_by_colour_alone(figures, name):
    looks = [theme.LOOKS[who] for who in Who]
    assert len({look.symbol for look in looks}) == len({look.dash for look in looks}) == len(looks)
    figure = figures[name]
    assert figure.summary
    assert len(figure.table.rows) == len(figure.slots)
    cells = {cell for row in figure.table.rows for cell in row}
    for panel in figure.panels:
        for line in panel.lines:
            assert {dot.words for dot in line.dots} <= {cell.split(" (")[0] for cell in cells}


@EVERY
def test_dates_stand_beside_session_numbers(figures, name):
    figure = figures[name]
    for width in (288, 852):
        ticks = [tick for tick in svg.laid_out(figure, width).ticks if tick.lines[0] != "next"]
        assert len(ticks[0].lines) == len(ticks[-1].lines) == 2


def test_an_irregular_interval_is_said(long_course):
    assert "6 weeks" in texts(parse(svg.render(long_course(), width=852)))


def test_an_outcome_has_no_usual_range_and_an_alliance_no_reliable_change(whole_course):
    alliance, outcome = whole_course().panels
    assert alliance.bands
    assert not alliance.limits
    assert outcome.limits
    assert not outcome.bands


def test_a_ring_stands_at_the_value_of_the_score_that_fell(whole_course):
    alliance = whole_course().panels[0]
    line = {dot.number: dot.value for dot in alliance.own.dots}
    assert [(ring.number, ring.value, ring.line) for ring in alliance.rings] == [
        (9, F(5), line[9]),
        (9, F(7), line[9]),
    ]
    (drawn, _) = of_svg(svg.render(whole_course(), width=852))
    assert [round(y) for _, y in drawn.rings] == [5, 7]


def test_a_ring_stands_on_the_line_where_the_score_has_another_range(make, whole_course):
    srs = make.course("srs", make.slots(2), {1: ("9", "9", "9", "9"), 2: ("5", "9", "9", "9")})
    check_in = make.told(2, make.mark(2, "relationship", "-4"))
    (panel,) = whole_course(raters_of=[[srs]], told=[check_in], against={}).panels
    assert [(ring.number, ring.value) for ring in panel.rings] == [(2, F(32))]


def test_a_check_in_says_what_fell_and_what_became_of_it(whole_course):
    answered, waiting = whole_course().stories
    assert (answered.what, answered.became, answered.open) == (
        ("bond −3", "goals −2"),
        ("talked about",),
        False,
    )
    assert (waiting.what, waiting.open) == (("wants to talk about something",), True)
    said = texts(parse(svg.render(whole_course(), width=852)))
    for story in (answered, waiting):
        for part in stories.lines(story):
            assert set(part) <= set(said)


def test_what_is_open_is_drawn_heavier_than_what_is_answered(make, whole_course):
    widths = {}
    for name, became in (("open", ()), ("answered", ("talked about",))):
        figure = whole_course(told=[make.told(9, make.mark(9, "bond", "-3"), became=became)])
        rings = [n for n in parse(svg.render(figure, width=852)).iter() if n.get("class") == "ring"]
        widths[name] = float(rings[0].get("stroke-width"))
    assert widths["open"] > widths["answered"]


def test_a_missing_session_says_why(long_course):
    figure = long_course()
    assert [each.text for each in figure.panels[0].missing] == ["did not come"]
    goals = figure.panels[1].missing
    assert [(each.number, each.text) for each in goals] == [(6, "did not come"), (11, "no rating")]
    assert "did not come" in texts(parse(svg.render(figure, width=852)))


def test_no_scale_of_a_form_can_be_dragged():
    for template in TEMPLATES.rglob("*.html"):
        assert 'type="range"' not in template.read_text(encoding="utf-8")
