"""The server's drawing: well-formed, without styles or scripts, and with all its words on the paper."""

import re
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.charts.drawings import NS, parse, texts
from tests.depth import examples
from tracker.charts import svg, theme, trajectory
from tracker.charts.lettering import FONT
from tracker.charts.placing import words_in

WIDTHS = pytest.mark.parametrize("width", [320, 760])
TOKENS = Path(__file__).parents[2] / "static" / "css" / "tokens.css"
HOSTILE = "</text><script>alert(1)</script>\" onload='x' \x00&amp;"


def marked(tree):
    """Where each line of marks has its marks."""
    return [re.findall(r"M([\d.]+),([\d.]+)", node.get("d")) for node in tree.iter(f"{NS}path")]


def rings(tree):
    return [node for node in tree.iter(f"{NS}circle") if node.get("class") == "ring"]


@WIDTHS
def test_it_is_one_hidden_element_without_styles_or_scripts(long_course, width):
    tree = parse(svg.render(long_course(), width=width))
    assert tree.tag == f"{NS}svg"
    assert (tree.get("class"), tree.get("aria-hidden")) == ("chart-svg", "true")
    assert tree.get("focusable") == "false"
    assert tree.get("viewBox").startswith(f"0 0 {width} ")
    for node in tree.iter():
        assert node.tag not in (f"{NS}script", f"{NS}style")
        assert not [name for name in node.attrib if name == "style" or name.startswith("on")]


@WIDTHS
def test_its_words_and_marks(long_course, width):
    figure = long_course()
    tree = parse(svg.render(figure, width=width))
    said = texts(tree)
    for words in ("−3", "6 weeks", "therapist changed", "no rating", "did not come", "9", "2 Jun"):
        assert words in said
    assert any(text.startswith("Bond") and "higher is better ↑" in text for text in said)
    assert len(rings(tree)) == 2
    lines = [node for node in tree.iter(f"{NS}polyline") if node.get("stroke-width") == "3"]
    assert len(lines) == sum(len(run) > 1 for panel in figure.panels for run in panel.own.runs)


def test_the_narrow_form_names_few_sessions_and_breaks_its_names(long_course):
    narrow, wide = (texts(parse(svg.render(long_course(), width=w))) for w in (320, 760))
    assert "Therapist 8" in wide
    assert {"Therapist", "8"} <= set(narrow)
    assert "Therapist 8" not in narrow
    ticks = [tick.number for tick in svg.laid_out(long_course(), 320).ticks]
    assert ticks == [1, 7, 9, 12]
    assert len(svg.laid_out(long_course(), 760).ticks) == 12


@WIDTHS
def test_text_is_at_least_12_px_and_inside_the_paper(long_course, width):
    tree = parse(svg.render(long_course(), width=width))
    assert float(tree.get("font-size")) >= 12
    height = float(tree.get("viewBox").split()[3])
    for node in tree.iter(f"{NS}text"):
        assert float(node.get("font-size") or FONT) >= FONT
        assert 0 <= float(node.get("x")) <= width
        assert FONT - 1 <= float(node.get("y")) <= height


@settings(max_examples=examples(16), deadline=None)
@given(
    scores=st.lists(st.none() | st.integers(0, 10), min_size=1, max_size=45),
    flagged=st.sets(st.integers(1, 45)),
    narrow=st.booleans(),
)
def test_words_never_cover_each_other(make, scores, flagged, narrow):
    given_scores = {n: (s, s, s, s) for n, s in enumerate(scores, 1) if s is not None}
    client = make.course("session-check", make.slots(len(scores)), given_scores)
    marks = [make.mark(n, "bond", "-3", "addressed" if n % 2 else None) for n in flagged]
    figure = trajectory.figure("K-1", client, None, marks)
    paper = svg.laid_out(figure, 320 if narrow else 760)
    frame = paper.frames[0]
    boxes = []
    for word in words_in(paper, frame):
        half = word.width / 2
        x, y = paper.x(word.number) + word.dx, frame.y(word.value) + word.dy
        assert x - half >= paper.left - 0.01
        assert x + half <= paper.right + 0.01
        boxes.append((x - half, y - FONT / 2, x + half, y + FONT / 2))
    for a, b in combinations(boxes, 2):
        assert a[2] <= b[0] or b[2] <= a[0] or a[3] <= b[1] or b[3] <= a[1]
    parse(svg.render(figure, width=320 if narrow else 760))


@WIDTHS
def test_hostile_text_stays_text(make, width):
    client = make.course("session-check", make.slots(2), {1: (9, 9, 9, 9), 2: (5, 9, 9, 9)})
    named = replace(client.measure.items[0], label=HOSTILE)
    measure = replace(client.measure, items=(named, *client.measure.items[1:]))
    hostile = replace(client, measure=measure)
    figure = trajectory.figure(HOSTILE, hostile, None, [make.mark(2, "bond", "-4", HOSTILE)])
    tree = parse(svg.render(figure, width=width))
    assert not list(tree.iter(f"{NS}script"))
    assert any(text.startswith(HOSTILE.replace("\x00", "")) for text in texts(tree))


@WIDTHS
@pytest.mark.parametrize("count", [0, 1, 40])
def test_no_session_one_session_and_forty(make, count, width):
    given_scores = {n: (n % 11, 9, 10, 0) for n in range(1, count + 1)}
    client = make.course("session-check", make.slots(count), given_scores)
    tree = parse(svg.render(trajectory.figure("K-1", client, None, []), width=width))
    assert sum(len(places) for places in marked(tree)) == 4 * count


def test_a_cutoff_is_drawn_only_where_given(make):
    client = make.course("srs", make.slots(2), {1: "38.5", 2: "35.2"})
    with_line = trajectory.figure("K-1", client, None, [], cutoff=Fraction(36))
    assert "cut-off 36" in texts(parse(svg.render(with_line, width=760)))
    without = trajectory.figure("K-1", client, None, [])
    assert "cut-off 36" not in texts(parse(svg.render(without, width=760)))


def test_the_colours_are_those_of_the_style_sheet():
    sheet = TOKENS.read_text(encoding="utf-8")
    pairs = re.findall(r"--([a-z-]+): light-dark\((#[0-9A-F]{6}), (#[0-9A-F]{6})\);", sheet)
    for n, colours in enumerate((theme.LIGHT, theme.DARK)):
        tokens = {name: pair[n] for name, *pair in pairs}
        assert {name: tokens[name] for name in colours} == dict(colours)


def test_every_class_of_the_drawing_is_recoloured(long_course):
    css = (TOKENS.parent / "charts.css").read_text(encoding="utf-8")
    for node in parse(svg.render(long_course(), width=760)).iter():
        for name in (node.get("class") or "").split():
            assert name == "ring" or f".{name}" in css, name


def test_an_outcome_is_drawn_with_diamonds_on_a_dotted_line(make):
    ors = make.course("ors", make.slots(3), {1: "14.2", 2: "19.8", 3: "25.6"})
    tree = parse(svg.render(trajectory.figure("K-1", ors, None, []), width=760))
    assert [len(places) for places in marked(tree)] == [3]
    (joined,) = tree.iter(f"{NS}polyline")
    assert joined.get("stroke-dasharray") == "2.5 4"
    assert "Outcome 25.6" in texts(tree)
