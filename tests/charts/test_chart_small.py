"""Sparkline, triangle and the page's macro."""

from fractions import Fraction
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from tracker.charts import plotly, sparkline, svg, trajectory, triangle

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


def html(figure):
    """What the macro makes of a figure, as XML."""
    loader = FileSystemLoader(TEMPLATES)
    env = Environment(loader=loader, autoescape=True, undefined=StrictUndefined)
    macros = env.get_template("_macros/charts.html").module
    drawn = [svg.render(figure, width=width) for width in (760, 320)]
    made = str(macros.chart(figure, *drawn, plotly.to_json(figure), "c", "/numbers.csv"))
    return made.replace(" data-chart ", ' data-chart="" ').replace(" open>", ' open="">')


@pytest.fixture
def page(long_course):
    """The macro's HTML for the long course."""
    return html(long_course())


def test_before_the_first_session_there_is_only_the_sentence(make):
    client = make.course("session-check", make.slots(0), {})
    tree = parse(html(trajectory.figure("K-1", client, None, [])))
    assert "No ratings yet." in "".join(tree.itertext())
    assert tree.get("data-chart") is None
    assert not list(tree.iter("script"))
    assert not list(tree.iter("table"))


def test_the_macro_names_and_describes_the_picture(page):
    tree = parse(page)
    assert tree.tag == "figure"
    named = {node.get("id") for node in tree.iter() if node.get("id")}
    assert tree.get("aria-labelledby") in named
    picture = next(node for node in tree.iter("div") if node.get("role") == "img")
    assert {picture.get("aria-labelledby"), picture.get("aria-describedby")} <= named
    plot = next(node for node in tree.iter("div") if node.get("class") == "plot")
    assert plot.get("aria-hidden") == "true"
    region = next(node for node in tree.iter("div") if node.get("role") == "region")
    assert region.get("tabindex") == "0"
    assert region.get("aria-labelledby") in named


def test_the_macro_has_the_whole_table_and_no_inline_style_or_script(page):
    tree = parse(page)
    rows = [row for row in tree.iter("tr") if row.find("td") is not None]
    assert len(rows) == 12
    assert {node.get("scope") for node in tree.iter("th")} == {"col", "row"}
    scripts = [node.get("type") for node in tree.iter("script")]
    assert scripts == ["application/json"]
    assert not [node for node in tree.iter() if "style" in node.attrib]


@pytest.mark.parametrize("word", ["alert", "warning", "failed", "poor", "non-compliant"])
def test_no_harsh_word_is_used(page, word):
    assert word not in page.lower()
