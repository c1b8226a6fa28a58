"""The course at a glance: alliance, outcome and flags over the same sessions."""

from dataclasses import replace
from datetime import timedelta
from fractions import Fraction as F
from xml.etree import ElementTree as ET

import pytest

from tests.charts.test_chart_svg import NS, texts
from tracker.charts import svg
from tracker.charts.sheet import sheet
from tracker.charts.theme import LIGHT
from tracker.charts.timeline import Event, ObjectiveEnd, timeline
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.findings import Tier

CHECK = {1: (7, 7, 7, 7), 2: (8, 8, 8, 8), 3: (8, 8, None, 8), 4: (8, 8, 8, 8)}
PHQ = {1: "18", 2: "16", 4: "8"}


@pytest.fixture
def glance(make):
    """The figure of four sessions with these events."""

    def chart(*events, decided=()):
        places = make.slots(4)
        alliance = [
            make.course("session-check", places, CHECK),
            make.course("session-check", places, {1: (8, 8, 8, 8)}, Rater.THERAPIST),
        ]
        return timeline(
            "K-1",
            [alliance, [make.course("phq-9", places, PHQ)]],
            events,
            {"phq-9": F(10)},
            decided,
        )

    return chart


@pytest.fixture
def event(make):
    """A flag in a session."""
    return lambda number, tier, text="Bond 8 → 5", waits=True, leads=True: Event(
        make.session_id(number), tier, text, waits, leads
    )


def test_each_measure_is_one_low_panel_with_its_own_direction(glance):
    figure = glance()
    assert figure.title == "Course at a glance, K-1"
    assert [panel.title for panel in figure.panels] == ["Session check, mean", "PHQ-9, total"]
    assert [panel.direction for panel in figure.panels] == [
        "higher is better ↑",
        "lower is better ↓",
    ]
    assert [who.value for who in figure.who] == ["client", "therapist", "outcome"]
    assert figure.panels[1].cutoff
    assert not any(panel.bands or panel.limits or panel.links for panel in figure.panels)


def test_a_lane_holds_the_flags_of_one_tier_and_the_check_ins_always_have_one(glance, event):
    assert [(lane.tier, lane.marks) for lane in glance().lanes] == [(Tier.CHECK_IN, ())]
    figure = glance(
        event(2, Tier.CHECK_IN, waits=False),
        event(4, Tier.REVIEW, waits=True),
        event(4, Tier.REVIEW, waits=False),
        event(3, Tier.NOTE),
        event(1, Tier.RISK),
    )
    assert [(lane.title, lane.marks) for lane in figure.lanes] == [
        ("Risk", ((1, True),)),
        ("Check-ins", ((2, False),)),
        ("Reviews", ((4, True),)),  # one of the two is still open
        ("Notes", ((3, True),)),
    ]
    assert figure.flags_asking
    assert not glance(event(3, Tier.NOTE)).flags_asking


def test_the_sentence_says_where_each_stands_and_what_waits(glance, event):
    said = glance(event(2, Tier.CHECK_IN, waits=False), event(4, Tier.REVIEW)).summary
    assert said == (
        "Session check 8 at session 4, up 1 since session 1. PHQ-9 8 at session 4, down 10 since "
        "session 1. Two flags so far, unanswered: 1 review."
    )
    assert glance(event(3, Tier.NOTE)).summary.endswith("No flag that asks so far.")
    assert glance(event(3, Tier.CHECK_IN, waits=False)).summary.endswith("no answer owed.")
    beside = event(3, Tier.REVIEW, leads=False)
    told = glance(event(3, Tier.CHECK_IN), beside).summary
    assert told.endswith("Two flags so far, unanswered: 1 check-in."), "one answer for both"
    assert glance(event(3, Tier.RISK)).summary.endswith("One flag so far, unanswered: 1 risk item.")


def test_a_single_rating_has_nothing_it_is_compared_with(make):
    places = make.slots(2, changed_at=2)
    alliance = [make.course("session-check", places, {1: (7, 7, 7, 7), 2: (5, 5, 5, 5)})]
    empty = [make.course("phq-9", places, {})]
    figure = timeline("K-1", [alliance, empty], [], {})
    assert (
        figure.summary == "Session check 5 at session 2. No flag that asks so far."
    )  # another therapist's
    assert figure.panels[1].own.dots == ()


def test_the_table_has_every_session_and_says_what_is_missing(glance, event):
    table = glance(event(2, Tier.CHECK_IN), event(2, Tier.NOTE, "Came back")).table
    assert table.columns == (
        "Session",
        "Date",
        "Session check client",
        "Session check therapist",
        "PHQ-9 client",
        "Flags",
    )
    cells = [row[2:] for row in table.rows]
    assert cells == [
        ("7", "8", "18", "none"),
        ("8", "no rating", "16", "Bond 8 → 5; Came back"),
        ("incomplete", "no rating", "no rating", "none"),
        ("8", "no rating", "8", "none"),
    ]


@pytest.mark.parametrize("width", [320, 760])
def test_the_lanes_lie_under_the_panels_with_a_shape_for_each_tier(glance, event, width):
    figure = glance(*(event(n, tier, waits=n % 2) for n, tier in enumerate(Tier, start=1)))
    tree = ET.fromstring(svg.render(figure, width=width))  # noqa: S314 - our own text
    assert {"Flags", "Risk", "Check-ins", "Reviews", "Notes"} <= set(texts(tree))
    paper = sheet(figure, width, narrow=width < 640)
    heights = [paper.lane(index) for index in range(4)]
    assert heights == sorted(heights)
    assert paper.frames[-1].plot_bottom < heights[0] - 20
    assert heights[-1] < paper.axis < paper.height
    circles = [node for node in tree.iter(f"{NS}circle") if node.get("cy") is not None]
    assert {node.get("r") for node in circles} == {"5.5", "3"}
    open_, answered = ("currentColor", LIGHT["surface"])
    shapes = [n for n in tree.iter(f"{NS}path") if n.get("stroke-linejoin") == "round"]
    assert [node.get("fill") for node in shapes] == [open_, answered]
    assert shapes[0].get("d").count("H") == 2  # a square
    assert shapes[1].get("d").count("L") == 1  # a triangle
    xs = [float(node.get("x")) for node in tree.iter(f"{NS}text")]
    assert 0 <= min(xs) <= max(xs) <= width


def test_without_lanes_panels_are_tall(glance):
    figure = glance()
    low, tall = (sheet(f, 760, narrow=False) for f in (figure, replace(figure, lanes=())))
    heights = [p.frames[0].plot_bottom - p.frames[0].plot_top for p in (low, tall)]
    assert heights == [92, 148]
    assert tall.axis == tall.frames[-1].plot_bottom


def test_an_objective_stands_at_the_last_session_up_to_the_day_it_was_decided(glance, make):
    days = [slot.held_on for slot in make.slots(4)]
    figure = glance(
        decided=(
            ObjectiveEnd(days[1] + timedelta(1), True, "The bond (met)"),
            ObjectiveEnd(days[1], False, "Goals (missed)"),
            ObjectiveEnd(days[0] - timedelta(9), False, "Early (missed)"),
        )
    )
    assert (figure.lanes[-1].title, figure.lanes[-1].marks) == (
        "Objectives",
        ((1, False), (2, True)),  # one of the two was met
    )
    assert figure.has_objectives
    assert not figure.flags_asking
    assert figure.table.columns[-1] == "Objectives"
    assert [row[-1] for row in figure.table.rows] == [
        "Early (missed)",
        "The bond (met); Goals (missed)",
        "none",
        "none",
    ]
    drawn = svg.render(figure, width=760)
    assert "Flags and objectives" in drawn
    assert drawn.count('class="on-surface"') > svg.render(glance(), width=760).count(
        'class="on-surface"'
    )


def test_without_objectives_there_is_neither_lane_nor_column(glance):
    figure = glance()
    assert not figure.has_objectives
    assert "Objectives" not in figure.table.columns
