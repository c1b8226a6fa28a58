"""Measures: range, completeness, scores; and every file of the product."""

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from tests.domain.entering import entries
from tracker.domain.measures.drops import On
from tracker.domain.measures.entries import TOTAL, Answers, Entered
from tracker.domain.measures.measure import Better, Component, InputMode, Kind, Measure, Wording
from tracker.domain.measures.scoring import scored
from tracker.domain.measures.validation import entry_problems, left_open
from tracker.reference.loader import measures

ALL = list(measures().values())
# What a fall must be: 2 points where the rule is literal, half a point of an item mean, the same carried to wider ranges.
THRESHOLDS = {
    **dict.fromkeys(("session-check", "alliance-items", "srs", "csrs", "gsrs", "wai-b3"), 2),
    **dict.fromkeys(("wai-sr", "wai-srt"), Fraction(1, 2)),
    **dict.fromkeys(("wai", "wai-s", "calpas-p"), Fraction(3, 4)),
    "arm-5": 3,
    **dict.fromkeys(("haq-ii", "sai"), Fraction(63, 100)),
}
# No reliable change is published, or none has been verified: 7 in 100 of the range is assumed as the within-person SD.
CHANGE_BY_DEFAULT = {"wellbeing-check", "cors", "core-om", "dass-21", "k10", "k6", "wsas"}
WITHOUT_RULE = {"vtas"}
NOT_VALIDATED = {"wai-b3", "csrs"}  # no publication of it, or of its validation, was found
ALLIANCE = {
    "srs",
    "csrs",
    "gsrs",
    "wai-sr",
    "wai-srt",
    "wai",
    "wai-s",
    "wai-b3",
    "arm-5",
    "sai",
    "haq-ii",
    "calpas-p",
    "vtas",
}
OUTCOME = {
    "ors",
    "cors",
    "oq-45",
    "oq-30",
    "core-10",
    "core-om",
    "phq-9",
    "gad-7",
    "who-5",
    "k10",
    "k6",
    "dass-21",
    "pcl-5",
    "wsas",
}
OWN_KEYS = {"session-check", "alliance-items", "wellbeing-check"}
OWN, SRS, ORS = measures()["session-check"], measures()["srs"], measures()["ors"]


@pytest.mark.parametrize("measure", ALL, ids=lambda m: m.key)
def test_the_best_answers_give_the_best_score_and_the_worst_the_worst(measure: Measure) -> None:
    ways = list(entries(measure, high=measure.better is Better.HIGHER))
    worst = list(entries(measure, high=measure.better is not Better.HIGHER))
    ends = (measure.high, measure.low)
    expected = ends if measure.better is Better.HIGHER else ends[::-1]
    assert ways
    for best_entry, worst_entry in zip(ways, worst, strict=True):
        best, bad = (scored(measure, measure.store(e)) for e in (best_entry, worst_entry))
        assert (best.total, bad.total) == expected
        assert not best.prorated
        assert entry_problems(measure, best_entry) == {}
        assert measure.entered(measure.store(best_entry)) == best_entry


@pytest.mark.parametrize("measure", ALL, ids=lambda m: m.key)
def test_an_alliance_measure_has_a_drop_rule_with_source_and_cost_or_says_why_not(
    measure: Measure,
) -> None:
    if measure.drop:
        assert measure.kind is Kind.ALLIANCE
        assert "No alliance measure has a validated drop threshold" in measure.drop.source
        assert "imulated" in measure.drop.cost
        assert measure.drop.points == THRESHOLDS[measure.key]
    elif measure.kind is Kind.ALLIANCE:
        assert measure.key in WITHOUT_RULE
        assert "raises no check-in" in measure.not_known
    assert measure.checks_in == (measure.key in THRESHOLDS and measure.key != "wai-srt")


def test_every_measure_that_is_promised_is_there() -> None:
    assert {measure.key for measure in ALL} == ALLIANCE | OUTCOME | OWN_KEYS
    assert {m.key for m in ALL if m.kind is Kind.ALLIANCE} - OWN_KEYS == ALLIANCE


@pytest.mark.parametrize("measure", ALL, ids=lambda m: m.key)
def test_a_form_that_is_not_ours_has_neutral_labels_only(measure: Measure) -> None:
    if measure.wording_by is Wording.NONE and len(measure.items) > 4:
        for item in measure.items:
            assert re.fullmatch(
                r"Item \d+( \((risk item|harm to others|substance use|violence)\))?", item.label
            )
    assert all(not item.wording for item in measure.items) or measure.wording_by is Wording.OWN


@pytest.mark.parametrize("measure", ALL, ids=lambda m: m.key)
def test_every_number_has_a_source_or_says_that_it_is_a_default(measure: Measure) -> None:
    assert bool(measure.may_miss) == bool(measure.missing_source)
    assert bool(measure.not_applicable) == bool(measure.not_applicable_source)
    assert bool(measure.bands) == bool(measure.bands_source)
    said = [measure.source, measure.not_known, measure.licence, measure.holder]
    said += [part.source for part in (measure.level, measure.reliable_change, measure.risk) if part]
    assert all(len(text) > 10 for text in said if text != measure.holder)
    assert measure.holder


@pytest.mark.parametrize("measure", ALL, ids=lambda m: m.key)
def test_an_outcome_has_a_reliable_change_that_says_what_it_rests_on(measure: Measure) -> None:
    change = measure.reliable_change
    assert (change is not None) is (measure.kind is Kind.OUTCOME)
    if change:
        assert change.published is (measure.key not in CHANGE_BY_DEFAULT)
        assert change.published or "design default" in f"{measure.evidence} {measure.not_known}"
        assert change.published or change.source.startswith("Design default")
        assert change.published or change.within_sd == (measure.high - measure.low) * Fraction(
            7, 100
        )


@pytest.mark.parametrize("measure", ALL, ids=lambda m: m.key)
def test_only_our_own_wording_is_shipped(measure: Measure) -> None:
    assert (measure.wording_by is Wording.OWN) == (measure.holder == "Written for this product")


@pytest.mark.parametrize("measure", ALL, ids=lambda m: m.key)
def test_a_measure_without_a_publication_is_not_validated_and_says_so(measure: Measure) -> None:
    assert measure.validated is (measure.key not in OWN_KEYS | NOT_VALIDATED)
    if not measure.validated:
        assert measure.evidence.startswith("Not validated")


@pytest.mark.parametrize("measure", ALL, ids=lambda m: m.key)
def test_a_snomed_code_carries_its_verhoeff_digit(measure: Measure) -> None:
    if "snomed" in measure.codes:
        assert _verhoeff(measure.codes["snomed"]) == 0


def _verhoeff(code: str) -> int:
    """The check of the dihedral group D5, written out as its table of rotations and reflections."""
    check = 0
    for place, written in enumerate(int(c) for c in reversed(code)):
        digit = written
        for _ in range(place % 8):
            digit = (1, 5, 7, 6, 2, 8, 3, 0, 9, 4)[digit]
        check = (check + (digit if check < 5 else -digit)) % 5 + (
            5 if (check < 5) != (digit < 5) else 0
        )
    return check


def test_the_verhoeff_check_refuses_a_changed_digit() -> None:
    assert _verhoeff("716613004") == 0
    assert _verhoeff("716613005") != 0
    assert _verhoeff("716631004") != 0


def given(measure: Measure, *values: object) -> Entered:
    return Entered(
        {
            item.key: None if value is None else Fraction(str(value))
            for item, value in zip(measure.items, values, strict=False)
        }
    )


def test_a_number_outside_the_range_or_between_the_steps_is_refused() -> None:
    problems = entry_problems(OWN, given(OWN, 11, -1, "7.5", 8))
    assert problems == {
        "bond": "Bond must be between 0 and 10",
        "goals": "Goals must be between 0 and 10",
        "tasks": "Tasks must be a whole number",
    }
    assert entry_problems(SRS, given(SRS, "8.25", 8, 8, 8)) == {
        "relationship": "Relationship must be a number in steps of 0.1"
    }


def test_an_answer_is_either_a_number_or_an_explicit_no_rating() -> None:
    assert entry_problems(OWN, given(OWN, 8, None, 7, 7)) == {}
    assert left_open(OWN, given(OWN, 8, None, 7, 7)) == {}
    assert entry_problems(OWN, given(OWN, 8, 8, 8)) == {}
    assert left_open(OWN, given(OWN, 8, 8, 8)) == {
        "overall": "Select a number for overall, or choose 'no rating'"
    }


def test_the_srs_is_all_four_marks_or_the_total_and_nothing_is_filled_in() -> None:
    assert entry_problems(SRS, Entered(total=Fraction("33.5"))) == {}
    assert left_open(SRS, Entered(total=Fraction("33.5"))) == {}
    assert left_open(SRS, given(SRS, 8, 8, 8)) == {
        "overall": "Enter a number for overall, or only the total"
    }
    assert left_open(SRS, given(SRS, 8, 8, 8, None))["overall"].startswith("Enter a number")
    both = Entered({"goals": Fraction(8)}, total=Fraction(33))
    assert entry_problems(SRS, both) == {
        TOTAL: "Enter either the single numbers or the total, not both"
    }
    assert entry_problems(SRS, Entered(total=Fraction("40.1"))) == {
        TOTAL: "Total must be between 0 and 40"
    }
    assert entry_problems(OWN, Entered(total=Fraction(8))) == {
        TOTAL: "Session check takes the single answers, not a total"
    }


def test_a_line_measure_without_total_entry_asks_for_the_number_only() -> None:
    measure = replace(SRS, typed_total=None)
    assert left_open(measure, given(measure, 8, 8, 8)) == {"overall": "Enter a number for overall"}


def test_answers_are_stored_as_whole_steps_and_come_back() -> None:
    entered = given(SRS, "8.3", 7, "0.1", 10)
    stored = SRS.store(entered)
    assert stored.items == {"relationship": 83, "goals": 70, "approach": 1, "overall": 100}
    assert SRS.entered(stored) == entered
    total = Entered(total=Fraction("33.5"), held_back=1)
    assert SRS.store(total) == Answers(total=335, held_back=1)
    assert SRS.entered(SRS.store(total)) == total
    assert SRS.mode_of(SRS.store(total)) is InputMode.TOTAL
    assert scored(SRS, SRS.store(total)).total == Fraction("33.5")


def test_a_missing_item_leaves_the_mean_out_and_the_other_items_in() -> None:
    scores = scored(OWN, OWN.store(given(OWN, 8, None, 7, 6)))
    assert scores.total is None
    assert scores.of(TOTAL) is None
    assert scores.values == {"bond": 8, "tasks": 7, "overall": 6}


def test_a_component_of_several_items_is_their_mean_or_sum_when_all_are_there() -> None:
    parts = (
        Component("first", "First two", ("bond", "goals")),
        Component("last", "Last two", ("tasks", "overall"), "sum"),
    )
    measure = replace(OWN, components=parts)
    assert scored(measure, measure.store(given(measure, 8, 7, 7, 6))).values["first"] == Fraction(
        15, 2
    )
    assert scored(measure, measure.store(given(measure, 8, 7, 7, 6))).values["last"] == 13
    assert "first" not in scored(measure, measure.store(given(measure, 8, None, 7, 6))).values
    assert measure.watched(On.COMPONENT) == ("first", "last")
    assert measure.label_of("first") == "First two"


def test_a_reversed_item_is_turned_round() -> None:
    item = replace(measures()["alliance-items"].items[0], reverse=True)
    assert [item.scored(units) for units in (1, 2, 5)] == [5, 4, 1]


def test_choices_go_from_the_lowest_answer_to_the_highest_by_the_step() -> None:
    item = replace(measures()["alliance-items"].items[0], low=Fraction(1), high=Fraction(2))
    assert item.choices() == (1, 2)
    assert replace(item, step=Fraction(1, 2)).choices() == (1, Fraction(3, 2), 2)


def test_labels_and_digits() -> None:
    assert OWN.label_of(TOTAL) == "Mean"
    assert (OWN.digits, SRS.digits) == (2, 1)
    assert OWN.item("goals").label == "Goals"
    with pytest.raises(StopIteration):
        OWN.item("colour")


def test_an_empty_entry_is_not_an_answer() -> None:
    assert Entered().silent()
    assert Entered({"bond": None}).silent()
    assert not Entered(held_back=0).silent()
    assert not Entered({"bond": None}).answered()
    assert Entered(total=Fraction(3)).answered()
