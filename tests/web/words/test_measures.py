"""Words for ranges, scales and codes."""

from dataclasses import replace
from fractions import Fraction

from tracker.domain.measures.entries import Scores
from tracker.domain.measures.measure import Better, Component
from tracker.reference.loader import measures
from tracker.web.words import measures as say

ALL = measures()


def test_a_range_names_its_steps() -> None:
    who, srs, vtas = (ALL[key].typed_total for key in ("who-5", "srs", "vtas"))
    assert who
    assert srs
    assert vtas
    assert say.range_of(who) == "0 to 100 in steps of 4"
    assert say.range_of(srs) == "0 to 40 with 1 decimal"
    assert say.range_of(vtas) == "0 to 5 with 2 decimals"
    wider = replace(ALL["k6"].items[0], high=Fraction(9))
    mixed = replace(ALL["k6"], items=(wider, *ALL["k6"].items[1:]))
    assert say.item_range(mixed) == "0 to 9 or 0 to 4"


def test_a_scale_names_its_items() -> None:
    own, phq = ALL["session-check"], ALL["phq-9"]
    assert say.made_of(own, Component("x", "X", ("bond", "goals"))) == "bond, goals"
    assert say.made_of(phq, Component("x", "X", ("item_9",))) == "item 9"
    assert say.made_of(phq, Component("x", "X", ("item_1", "item_9"))) == "items 1 and 9"


def test_a_condition_on_a_measure_that_runs_down_says_above() -> None:
    srs = ALL["srs"]
    assert srs.drop
    turned = replace(srs, better=Better.LOWER)
    assert "with the total above 36" in say.conditions(srs.drop.strengths[1], turned)


def test_one_missing_item_and_a_rating_in_a_line() -> None:
    phq = ALL["phq-9"]
    scores = Scores({"item_1": Fraction(1)}, Fraction(9), prorated=True, missing=1)
    assert say.summary(phq, scores) == "Total 9 (1 item missing, prorated)"
    own = ALL["session-check"]
    values = {"bond": Fraction(8), "goals": Fraction(7)}
    assert say.summary(own, Scores(values, None)) == "Bond 8, Goals 7"
    assert say.summary(own, Scores({}, None)) == "Mean no rating"
    assert say.code_name("icd") == "icd"
