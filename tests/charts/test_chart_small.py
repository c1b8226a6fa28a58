"""Sparkline, triangle and the page's macro."""

import json
from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tracker.charts import sparkline, triangle
from tracker.web.words.drawings import explored_course, picture

NS = "{http://www.w3.org/2000/svg}"
HIGH = Fraction(10)
TEMPLATES = Path(__file__).parents[2] / "templates"


def parse(text):
    return ET.fromstring(text)  # noqa: S314 - our own text


def fractions(*values):
    return [None if value is None else Fraction(value) for value in values]


def circles(tree):
    return list(tree.iter(f"{NS}circle"))


def last_dot(tree):
    (dot,) = [node for node in circles(tree) if node.get("class") == "last"]
    return dot.get("cx"), dot.get("cy")


def test_a_sparkline_has_a_gap_a_ring_and_a_last_dot():
    tree = parse(sparkline.render(fractions(8, 8, None, 9, 5), Fraction(0), HIGH, {4}))
    assert (tree.get("width"), tree.get("height")) == ("104", "24")
    assert tree.get("aria-hidden") == "true"
    assert len(list(tree.iter(f"{NS}polyline"))) == 2
    (ring,) = [node for node in circles(tree) if node.get("fill") == "none"]
    assert (ring.get("cx"), ring.get("cy")) == last_dot(tree)


def test_the_same_part_of_the_range_falls_by_the_same_height():
    falls = [
        (fractions(8, 6), Fraction(0), HIGH),
        (fractions(5, 3), Fraction(0), HIGH),
        (fractions("4.2", "3.4"), Fraction(1), Fraction(5)),
        (fractions(32, 24), Fraction(0), Fraction(40)),
    ]
    drawn = []
    for values, low, high in falls:
        (line,) = parse(sparkline.render(values, low, high)).iter(f"{NS}polyline")
        first, last = (point.split(",")[1] for point in line.get("points").split())
        drawn.append(round(float(last) - float(first), 2))
    assert set(drawn) == {9}  # a fifth of the range is half of what is shown at least, of 18 px


def test_a_large_fall_is_drawn_whole_and_the_ends_of_the_scale_are_kept():
    paper = sparkline.OUTCOME
    tree = parse(sparkline.render(fractions(10, 0), Fraction(0), HIGH, (), paper))
    (line,) = tree.iter(f"{NS}polyline")
    assert [p.split(",")[1] for p in line.get("points").split()] == ["3", "21"]
    at_the_top = parse(sparkline.render(fractions(10, 10), Fraction(0), HIGH, (), paper))
    assert last_dot(at_the_top) == ("81.5", "3")


@pytest.mark.parametrize(
    ("values", "said"),
    [
        (fractions(8, None, 9, 5), "from 8 to 5, lowest 5, one missing"),
        (fractions(8, 3, 5), "from 8 to 5, lowest 3"),
        (fractions("8.25", "5.5"), "from 8.3 to 5.5, lowest 5.5"),
        (fractions(8, None, None), "one rating, 8, two missing"),
        (fractions(None), "no ratings"),
        ([], "no ratings"),
    ],
)
def test_a_sparkline_in_words(values, said):
    assert sparkline.words(values, 1) == said


@given(
    st.lists(st.none() | st.fractions(0, 10), max_size=60),
    st.sets(st.integers(0, 60)),
)
def test_any_sparkline_is_well_formed_and_on_its_paper(values, flagged):
    tree = parse(sparkline.render(values, Fraction(0), HIGH, flagged))
    for node in tree.iter(f"{NS}circle"):
        assert 6.5 <= float(node.get("cx")) <= 97.5
        assert 3 <= float(node.get("cy")) <= 21
    assert not [node for node in tree.iter() if "style" in node.attrib]


def test_a_triangle_prints_the_clients_numbers_and_fills_nothing():
    scores = {"bond": Fraction(5), "goals": Fraction(8), "tasks": Fraction(9)}
    tree = parse(triangle.render(scores, {**scores, "bond": Fraction(8)}, HIGH))
    assert [node.text for node in tree.iter(f"{NS}text")] == ["Bond 5", "Goals 8", "Tasks 9"]
    assert {node.get("fill") for node in tree.iter(f"{NS}polygon")} == {"none"}
    theirs, ours = (node.get("d").count("M") for node in tree.iter(f"{NS}path"))
    assert (theirs, ours) == (3, 3)


def test_a_triangle_says_what_is_missing():
    tree = parse(triangle.render({"goals": Fraction(8)}, None, HIGH))
    said = [node.text for node in tree.iter(f"{NS}text")]
    assert said == ["Bond: no rating", "Goals 8", "Tasks", "no rating"]


def test_the_logo_takes_the_colour_around_it():
    tree = parse(triangle.logo())
    assert (tree.get("width"), tree.get("height")) == ("28", "28")
    assert {node.get("stroke") for node in tree.iter(f"{NS}polygon")} == {"currentColor"}


def macros():
    """The macros of charts."""
    loader = FileSystemLoader(TEMPLATES)
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    return env.get_template("_macros/charts.html").module


def tree_of(made):
    """The HTML of a macro as XML."""
    names = (" data-readings", " data-chart", " data-series", " data-tools", " hidden", " open")
    text = str(made)
    for name in names:
        text = text.replace(f"{name} ", f'{name}="" ').replace(f"{name}>", f'{name}="">')
    return parse(text)


@pytest.fixture
def drawn(whole_course):
    """The page's picture of a course."""
    return tree_of(macros().picture(picture(whole_course()), "c", "/explore"))


@pytest.fixture
def explored(long_course):
    """The page of a chart to look into."""
    return tree_of(macros().explored(explored_course(long_course()), "c"))


def test_a_picture_is_named_and_described(drawn, explored):
    for tree in (drawn, explored):
        named = {node.get("id") for node in tree.iter() if node.get("id")}
        assert tree.tag == "figure"
        assert tree.get("aria-labelledby") in named
        shown = next(node for node in tree.iter("div") if node.get("role") == "img")
        assert {shown.get("aria-labelledby"), shown.get("aria-describedby")} <= named


def test_a_chart_to_look_into_has_the_whole_table(explored):
    plot = next(node for node in explored.iter("div") if node.get("class") == "plot")
    assert plot.get("aria-hidden") == "true"
    region = next(node for node in explored.iter("div") if node.get("role") == "region")
    assert region.get("tabindex") == "0"
    rows = [row for row in explored.iter("tr") if row.find("td") is not None]
    assert len(rows) == 12
    assert {node.get("scope") for node in explored.iter("th")} == {"col", "row"}


def test_neither_has_a_style_or_a_script_of_its_own(drawn, explored):
    for tree in (drawn, explored):
        assert [node.get("type") for node in tree.iter("script")] == ["application/json"]
        assert not [node for node in tree.iter() if "style" in node.attrib]


def test_what_became_of_each_check_in_is_a_list_too(drawn):
    (told,) = drawn.iter("ul")
    said = [" ".join("".join(item.itertext()).split()) for item in told]
    assert said == [
        "Session 12: wants to talk about something, not answered yet",
        "Session 9: bond −3, goals −2, talked about",
    ]


def test_what_is_read_of_a_session(drawn, whole_course):
    (script,) = drawn.iter("script")
    told = json.loads(script.text)
    assert told["said"][8] == (
        "Session 9, 2 June 2026. Alliance: client 6.5, therapist 8. Bond −3, goals −2, talked about. "
        "Outcome: 9."
    )
    assert (
        told["said"][5] == "Session 6, 7 April 2026. Alliance: did not come. Outcome: did not come."
    )
    assert [len(paper["x"]) for paper in told["papers"].values()] == [12, 12]
    assert sorted(told["papers"]["wide"]["x"]) == told["papers"]["wide"]["x"]


@pytest.fixture
def page(drawn, explored):
    """All words of both."""
    return " ".join([*drawn.itertext(), *explored.itertext()])


@pytest.mark.parametrize("word", ["alert", "warning", "failed", "poor", "non-compliant"])
def test_no_harsh_word_is_used(page, word):
    assert word not in page.lower()
