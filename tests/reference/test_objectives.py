"""The templates of objectives: the seven, with their numbers and sources, read strictly."""

from fractions import Fraction
from pathlib import Path

import pytest

from tracker.domain.care.criteria import JUDGED
from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    EachAddressed,
    Endorsed,
    Reached,
)
from tracker.domain.care.parameters import problems
from tracker.domain.measures.entries import TOTAL
from tracker.reference.loader import measures
from tracker.reference.objectives import FILE, parse, templates, threshold
from tracker.reference.tables import BadFile

KEYS = ("session-check", "alliance-items", "srs", "ors", "phq-9", "wai-sr")
OWN, ITEMS, SRS, ORS, PHQ, WAI = (measures()[key] for key in KEYS)
WAY = Fraction(3, 4)


def test_the_seven_templates_suggest_what_the_treatment_plan_does() -> None:
    suggested = {
        key: template.suggested(
            {None: None, "alliance": OWN, "outcome": ORS}[template.measure_kind]
        )
        for key, template in templates().items()
    }
    assert suggested == {
        "shared-goals": Endorsed(goals=3, sessions=3),
        "task-agreement": Reached("session-check", "tasks", Fraction(15, 2), 2, True, 4),
        "detect-and-repair": EachAddressed(),
        "bond": Reached("session-check", "bond", Fraction(15, 2), 3, False, None),
        "responsiveness": Adapted(a_month=1),
        "engagement": Attended(attend=8, of=10),
        "feedback-informed": Complete("ors", Fraction(90)),
    }
    assert {template.kind for template in templates().values()} == set(JUDGED)
    for key, asked in suggested.items():
        assert problems(asked) == {}
        assert templates()[key].source
        assert templates()[key].mechanism


def test_four_of_five_is_literal_on_five_points_and_carried_over_linearly_elsewhere() -> None:
    assert threshold(ITEMS, "understood", WAY) == 4
    assert threshold(OWN, "bond", WAY) == Fraction(15, 2)
    assert threshold(WAI, TOTAL, WAY) == 4
    assert threshold(PHQ, TOTAL, WAY) == Fraction(27, 4)  # lower is better


def test_each_measure_is_asked_for_the_component_that_it_has() -> None:
    bond, tasks = templates()["bond"], templates()["task-agreement"]
    of = {m.key: (bond.component(m), tasks.component(m)) for m in (OWN, ITEMS, SRS, WAI, ORS)}
    assert of == {
        "session-check": ("bond", "tasks"),
        "alliance-items": ("understood", "relevant_tasks"),
        "srs": ("relationship", "approach"),
        "wai-sr": ("bond", "task"),
        "ors": (TOTAL, TOTAL),
    }


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('kind = "goals"', 'kind = "wishes"', "expected one of"),
        ("goals = 3, ", "", "parameters: expected those of this kind"),
        ('way = "0.75"', "", "way: expected a number"),
        ('key = "bond"', 'key = "shared-goals"', "a key of its own"),
        ("weeks = 8", "weeks = 8\nmonths = 2", "no such key"),
        ('measure_kind = "outcome"\n', "", "a kind of measure where"),
        ("[[objective]]", "[[objective", "objectives.toml"),
    ],
)
def test_a_mistake_is_named(old: str, new: str, message: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert old in text
    with pytest.raises(BadFile, match=message):
        parse(text.replace(old, new, 1), Path("objectives.toml"))
