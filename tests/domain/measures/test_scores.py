"""Scores of other forms: scales, totals, missing items, cut-offs, risk items."""

from dataclasses import replace
from fractions import Fraction

import pytest

from tracker.domain.measures.drops import On
from tracker.domain.measures.entries import TOTAL, Answers, Entered
from tracker.domain.measures.measure import Better, InputMode, Item, Level, Measure, Wording
from tracker.domain.measures.scoring import scored
from tracker.domain.measures.validation import entry_problems, left_open
from tracker.reference.loader import measures

ALL = measures()
CORE, OQ, PHQ, WAI, WHO = (ALL[key] for key in ("core-om", "oq-45", "phq-9", "wai-sr", "who-5"))
DASS, HAQ, VTAS, SRS = (ALL[key] for key in ("dass-21", "haq-ii", "vtas", "srs"))
WSAS = ALL["wsas"]


def given(measure: Measure, value: object, **others: object) -> Entered:
    """The same number for every scored item, and others by key (None: left empty)."""
    values = {item.key: Fraction(str(value)) for item in measure.scored_items}
    values |= {key: None if v is None else Fraction(str(v)) for key, v in others.items()}
    return Entered({key: v for key, v in values.items() if v is not None})


def total(measure: Measure, entered: Entered) -> Fraction | None:
    assert entry_problems(measure, entered) == {}
    return scored(measure, measure.store(entered)).total


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("who-5", 3, 60),  # 15 times 4
        ("core-om", 1, 10),  # mean times 10
        ("dass-21", 1, 42),  # 21 doubled
        ("core-10", 2, 20),
        ("wai-sr", 4, 4),
        ("k10", 5, 50),
        ("wsas", 8, 40),
    ],
)
def test_a_score_is_what_its_form_says(key: str, value: int, expected: int) -> None:
    assert total(ALL[key], given(ALL[key], value)) == expected


def test_a_mean_times_ten_is_exact() -> None:
    assert total(CORE, given(CORE, 1, item_5=2)) == Fraction(350, 34)


def test_reversed_items_of_the_haq_ii_are_turned_round() -> None:
    agreed = given(HAQ, 6, item_4=1, item_8=1, item_11=1, item_16=1, item_19=1)
    assert total(HAQ, agreed) == 6
    assert total(HAQ, given(HAQ, 6)) == Fraction(14 * 6 + 5, 19)


def test_the_scales_of_the_dass_are_doubled_sums_of_seven() -> None:
    scores = scored(DASS, DASS.store(given(DASS, 0, item_3=3, item_5=2, item_2=1)))
    assert {key: scores.of(key) for key in ("depression", "anxiety", "stress")} == {
        "depression": 10,
        "anxiety": 2,
        "stress": 0,
    }


def test_missing_items_count_as_the_mean_of_the_others_and_are_marked() -> None:
    scores = scored(PHQ, PHQ.store(given(PHQ, 2, item_1=None, item_2=None)))
    assert (scores.total, scores.prorated, scores.missing) == (18, True, 2)
    uneven = scored(PHQ, PHQ.store(given(PHQ, 1, item_9=None, item_1=2)))
    assert uneven.total == Fraction(9 * 9, 8)
    assert "item_9" not in uneven.values


def test_more_missing_items_than_allowed_are_named_one_by_one() -> None:
    problems = left_open(PHQ, given(PHQ, 2, item_1=None, item_2=None, item_3=None))
    assert list(problems) == ["item_1", "item_2", "item_3"]
    assert (
        problems["item_1"]
        == "Enter a number for item 1, or only the total (up to 2 may be left empty)"
    )


def test_each_scale_has_a_rule_of_its_own_for_missing_items() -> None:
    scores = scored(WAI, WAI.store(given(WAI, 4, item_4=None, item_6=None)))
    assert (scores.total, scores.of("goal"), scores.of("task")) == (4, None, 4)
    assert scored(WAI, WAI.store(given(WAI, 4, item_4=None))).of("goal") == 4
    core = scored(CORE, CORE.store(given(CORE, 1, item_4=None)))
    assert (core.of("wellbeing"), core.total, core.prorated) == (None, 10, True)


def test_a_form_without_such_a_rule_is_scored_when_complete() -> None:
    assert list(left_open(WHO, given(WHO, 3, item_5=None))) == ["item_5"]
    scores = scored(WHO, Answers(items={"item_1": 3}))
    assert (scores.total, scores.prorated, scores.missing) == (None, False, 4)


def test_scales_typed_are_an_input_mode_of_their_own_and_make_up_the_total() -> None:
    entered = Entered({"goal": Fraction(16), "task": Fraction(12), "bond": Fraction(17)})
    stored = WAI.store(entered)
    assert WAI.mode_of(stored) is InputMode.COMPONENTS
    scores = scored(WAI, stored)
    assert (scores.total, scores.of("goal")) == (Fraction(45, 12), 4)
    assert WAI.entered(stored) == entered
    by_items = WAI.store(given(WAI, 4))
    assert (WAI.mode_of(by_items), WAI.entered(by_items)) == (InputMode.NUMBERS, given(WAI, 4))


def test_all_scales_are_typed_or_none_and_a_total_beside_them_is_their_sum() -> None:
    some = Entered({"goal": Fraction(16), "task": Fraction(12)})
    assert entry_problems(WAI, some) == {}
    assert left_open(WAI, some) == {"bond": "Enter a number for bond, or leave all scales empty"}
    whole = {"goal": Fraction(16), "task": Fraction(12), "bond": Fraction(17)}
    assert entry_problems(WAI, Entered(whole, Fraction(45))) == {}
    assert list(entry_problems(WAI, Entered(whole, Fraction(44)))) == [TOTAL]
    assert list(entry_problems(WAI, Entered(whole | {"goal": Fraction(21)}, Fraction(44)))) == [
        "goal"
    ]


def test_scales_that_are_means_make_up_no_total_which_is_typed_beside_them() -> None:
    scales = {key: Fraction(12) for key in ("wellbeing", "problems", "functioning", "risk")}
    assert not CORE.adds_up
    assert not ALL["pcl-5"].adds_up
    assert entry_problems(CORE, Entered(scales, Fraction(11))) == {}
    stored = CORE.store(Entered(scales, Fraction(11)))
    assert (CORE.mode_of(stored), scored(CORE, stored).total) == (InputMode.COMPONENTS, 11)
    assert CORE.entered(stored) == Entered(scales, Fraction(11))
    alone = CORE.store(Entered(scales))
    assert scored(CORE, alone).total is None
    assert scored(replace(CORE, typed_total=None), alone).total is None


def test_single_numbers_and_scales_exclude_each_other() -> None:
    assert entry_problems(WAI, Entered({"item_1": Fraction(3), "goal": Fraction(12)})) == {
        "goal": "Enter either the single numbers or the scores of the scales, not both"
    }


def test_items_that_are_looked_at_by_themselves_stand_beside_a_total() -> None:
    entered = Entered({"item_8": Fraction(2), "item_44": Fraction(0)}, Fraction(70))
    assert entry_problems(OQ, entered) == {}
    stored = OQ.store(entered)
    assert OQ.mode_of(stored) is InputMode.TOTAL
    scores = scored(OQ, stored)
    assert (scores.total, scores.values) == (70, {"item_8": 2, "item_44": 0})
    assert OQ.entered(stored) == entered
    scales = Entered(
        {
            "symptom_distress": Fraction(40),
            "interpersonal": Fraction(15),
            "social_role": Fraction(10),
            "item_8": Fraction(0),
        }
    )
    assert entry_problems(OQ, scales) == {}
    assert scored(OQ, OQ.store(scales)).total == 65
    assert left_open(OQ, Entered({"item_8": Fraction(2)})) == {
        TOTAL: "Enter a number for total, or the scores of all scales"
    }
    assert left_open(VTAS, Entered()) == {TOTAL: "Enter a number for mean of all items"}


def test_a_risk_item_may_stand_beside_a_typed_total_and_is_absent_otherwise() -> None:
    entered = Entered({"item_9": Fraction(1)}, Fraction(12))
    assert entry_problems(PHQ, entered) == {}
    assert scored(PHQ, PHQ.store(entered)).values == {"item_9": 1}
    assert scored(PHQ, PHQ.store(Entered(total=Fraction(12)))).values == {}
    assert list(entry_problems(PHQ, Entered({"item_8": Fraction(1)}, Fraction(12)))) == [TOTAL]


@pytest.mark.parametrize(
    ("key", "items", "critical"),
    [
        ("phq-9", ("item_9",), ()),
        ("core-10", ("item_6",), ()),
        ("core-om", ("item_9", "item_16", "item_24", "item_34"), ("item_6", "item_22")),
        ("oq-45", ("item_8",), ("item_11", "item_26", "item_32", "item_44")),
    ],
)
def test_risk_items_count_from_one(
    key: str, items: tuple[str, ...], critical: tuple[str, ...]
) -> None:
    measure = ALL[key]
    assert measure.risk is not None
    assert (measure.risk.items, measure.risk.least, measure.critical) == (items, 1, critical)


def test_other_measures_mark_no_risk_item() -> None:
    assert {m.key for m in ALL.values() if m.risk} == {"phq-9", "core-10", "core-om", "oq-45"}


@pytest.mark.parametrize(
    ("key", "value", "past"),
    [
        ("srs", 36, False),
        ("srs", "35.9", True),
        ("ors", 25, False),
        ("oq-45", 63, False),
        ("oq-45", 64, True),
        ("core-10", 11, True),
        ("core-10", "10.9", False),
        ("phq-9", 10, True),
        ("phq-9", 9, False),
        ("who-5", 48, True),
        ("who-5", 52, False),
        ("pcl-5", 31, True),
    ],
)
def test_a_cut_off_says_on_which_side_a_total_lies(key: str, value: object, past: bool) -> None:
    assert ALL[key].past_level(Fraction(str(value)), "adult") is past


def test_without_a_cut_off_for_that_age_nothing_is_said() -> None:
    assert ALL["ors"].past_level(Fraction(20), "child") is None
    assert WAI.past_level(Fraction(2), "adult") is None
    level = Level({"child": Fraction(30)}, "made up", inclusive=True)
    assert replace(SRS, level=level).past_level(Fraction(30), "child") is True
    assert replace(SRS, level=level).past_level(Fraction(30), "adult") is None


def test_a_band_begins_at_its_number() -> None:
    names = [band.label if (band := PHQ.band(Fraction(n))) else None for n in (4, 5, 9, 10, 15, 27)]
    assert names == [None, "mild", "mild", "moderate", "moderately severe", "severe"]
    assert WAI.band(Fraction(3)) is None


def test_digits_let_a_mean_and_a_prorated_sum_be_read() -> None:
    found = {m.key: m.digits for m in (WAI, PHQ, WHO, VTAS, CORE, SRS, OQ, ALL["wai"])}
    assert found == {
        "wai-sr": 2,
        "phq-9": 1,
        "who-5": 0,
        "vtas": 2,
        "core-om": 2,
        "srs": 1,
        "oq-45": 0,
        "wai": 2,
    }


def test_long_forms_are_read_by_their_scales_short_ones_by_their_items() -> None:
    assert WAI.headline == ("goal", "task", "bond")
    assert PHQ.headline == ()
    assert OQ.headline[:5] == ("item_8", "item_11", "item_26", "item_32", "item_44")
    assert SRS.headline == ("relationship", "goals", "approach", "overall")
    assert OQ.entry_keys[-1] == TOTAL
    assert WAI.watched(On.COMPONENT) == ("goal", "task", "bond")
    assert OQ.watched(On.TOTAL) == (TOTAL,)


def test_a_range_in_other_steps_is_said_as_it_is() -> None:
    assert entry_problems(WHO, Entered(total=Fraction(50))) == {
        TOTAL: "Score of 0 to 100 must be a number in steps of 4"
    }


@pytest.mark.parametrize(
    ("key", "score", "ends"),
    [
        ("dass-21", "anxiety", (0, 42)),
        ("core-om", "risk", (0, 40)),
        ("pcl-5", "avoidance", (0, 8)),
        ("wai", "goal", (1, 7)),
        ("phq-9", "item_9", (0, 3)),
        ("who-5", TOTAL, (0, 100)),
    ],
)
def test_every_score_knows_its_ends(key: str, score: str, ends: tuple[int, int]) -> None:
    assert ALL[key].ends(score) == ends


def test_what_decides_the_score_is_all_that_a_version_holds_fixed() -> None:
    assert replace(PHQ, name="Other", about="other").scoring() == PHQ.scoring()
    for change in (
        {"may_miss": 1},
        {"better": Better.HIGHER},
        {"times": Fraction(2)},
        {"items": PHQ.items[:-1]},
        {"typed_total": None},
        {"components": ()},
    ):
        assert replace(PHQ, **change).scoring() != PHQ.scoring()


def test_an_item_aside_may_be_added_within_a_version_unless_risk_rests_on_it() -> None:
    without = {n: tuple(i for i in OQ.items if i.key != n) for n in ("item_26", "item_8")}
    assert replace(OQ, items=without["item_26"]).scoring() == OQ.scoring()
    assert replace(OQ, items=without["item_8"]).scoring() != OQ.scoring()


@pytest.mark.parametrize(
    ("key", "age", "low", "not_low"),
    [
        ("cors", "child", "31.9", "32"),
        ("cors", "adolescent", "27.9", "28"),
        ("ors", "adolescent", "27.9", "28"),
        ("ors", "adult", "24.9", "25"),
    ],
)
def test_children_and_adolescents_have_cut_offs_of_their_own(
    key: str, age: str, low: str, not_low: str
) -> None:
    assert ALL[key].past_level(Fraction(low), age) is True
    assert ALL[key].past_level(Fraction(not_low), age) is False
    assert ALL["cors"].past_level(Fraction(10), "adult") is None


@pytest.mark.parametrize(
    ("key", "said"),
    [
        (
            "core-10",
            ("CC BY-NC-ND 4.0", "© CORE System Trust", "at 90 %", "so 8", "depression", "13"),
        ),
        ("core-om", ("CC BY-NC-ND 4.0", "© CORE System Trust", "without a fee, unchanged")),
        ("gsrs", ("Quirk, Miller, Duncan and Owen 2013", "n = 105")),
        ("srs", ("Janse et al. 2014 (N = 587)",)),
        ("gad-7", ("Spitzer et al. 2006: 10 or more", "8 or more as a case", "practice's choice")),
        ("wai-b3", ("no publication",)),
        ("csrs", ("no publication of its validation was found",)),
        ("sai", ("has not been verified", "Design default", "a file of its own")),
    ],
)
def test_the_file_says_what_its_numbers_rest_on(key: str, said: tuple[str, ...]) -> None:
    measure = ALL[key]
    parts = (measure.level, measure.reliable_change, measure.drop)
    sources = [part.source for part in parts if part]
    text = " ".join((measure.source, measure.licence, measure.not_known, *sources))
    assert [words for words in said if words not in text] == []


def test_a_practices_own_wording_is_chosen_on_a_scale_unless_it_is_a_line() -> None:
    worded = replace(PHQ, wording_by=Wording.PRACTICE)
    assert not worded.by_number
    assert replace(SRS, wording_by=Wording.PRACTICE).by_number
    untouched = left_open(worded, given(worded, 1, item_1=None))
    assert untouched == {"item_1": "Select a number for item 1, or choose 'no rating'"}
    left_out = given(worded, 1)
    three = dict.fromkeys(("item_1", "item_2", "item_3"))
    assert left_open(worded, Entered({**left_out.values, **three})) == {}


def test_what_was_answered_is_kept_and_no_total_is_made_up() -> None:
    some = Entered({f"item_{n}": Fraction(1) for n in (1, 2, 4, 6, 9)})
    assert entry_problems(PHQ, some) == {}
    assert list(left_open(PHQ, some)) == ["item_3", "item_5", "item_7", "item_8"]
    scores = scored(PHQ, PHQ.store(some))
    assert (scores.total, scores.prorated, scores.missing) == (None, False, 4)
    assert scores.values == dict.fromkeys(("item_1", "item_2", "item_4", "item_6", "item_9"), 1)


@pytest.mark.parametrize("measure", ALL.values(), ids=lambda m: m.key)
def test_one_answer_alone_can_be_stored_on_every_measure(measure: Measure) -> None:
    parts = [*measure.items, *(part for part in measure.typed_components if part.typed)]
    for part in parts:
        low = part.low if isinstance(part, Item) else part.typed.low
        alone = Entered({part.key: low})
        assert entry_problems(measure, alone) == {}
        stored = measure.store(alone)
        assert stored.items.keys() == {part.key}
        scores = scored(measure, stored)
        assert part.key in scores.values
        assert scores.total is None or len(measure.typed_components) == 1
        back = measure.entered(stored).values
        assert {key for key, value in back.items() if value is not None} == {part.key}


def test_some_of_the_scales_make_up_no_total() -> None:
    some = WAI.store(Entered({"goal": Fraction(16), "task": Fraction(12)}))
    assert WAI.mode_of(some) is InputMode.COMPONENTS
    scores = scored(WAI, some)
    assert (scores.of("goal"), scores.total, scores.scales_missing) == (4, None, 1)
    beside = WAI.store(Entered({"goal": Fraction(16)}, Fraction(45)))
    assert (scored(WAI, beside).total, scored(WAI, beside).scales_missing) == (Fraction(45, 12), 0)


def test_an_item_looked_at_by_itself_can_be_given_alone() -> None:
    alone = OQ.store(Entered({"item_8": Fraction(2)}))
    assert OQ.mode_of(alone) is InputMode.TOTAL
    scores = scored(OQ, alone)
    assert (scores.values, scores.total) == ({"item_8": 2}, None)


def work(value: object = None, **others: object) -> Entered:
    """Four answers to the WSAS, and work does not apply."""
    return replace(given(WSAS, 4, item_1=value, **others), not_applicable=frozenset({"item_1"}))


def test_what_does_not_apply_is_an_answer_and_the_rule_for_missing_items_decides() -> None:
    assert (entry_problems(WSAS, work()), left_open(WSAS, work())) == ({}, {})
    stored = WSAS.store(work())
    assert "item_1" not in stored.items
    back = WSAS.entered(stored)
    assert (back.not_applicable, "item_1" in back.values) == ({"item_1"}, False)
    scores = scored(WSAS, stored)
    assert (scores.total, scores.prorated, scores.missing) == (20, True, 0)
    assert scores.not_applicable == {"item_1"}
    more = scored(WSAS, WSAS.store(work(item_2=None)))
    assert (more.total, more.missing, more.not_applicable) == (None, 1, {"item_1"})
    without_rule = scored(replace(WSAS, may_miss=0), stored)
    assert (without_rule.total, without_rule.not_applicable) == (None, {"item_1"})


def test_only_what_the_file_names_can_be_answered_so_and_a_number_is_something_else() -> None:
    other = replace(given(WSAS, 4, item_2=None), not_applicable=frozenset({"item_2"}))
    assert entry_problems(WSAS, other) == {"item_2": "Item 2 cannot be answered 'not applicable'"}
    assert entry_problems(WSAS, work(3)) == {
        "item_1": "Item 1 is either a number or 'not applicable', not both"
    }
    assert not Entered(not_applicable=frozenset({"item_1"})).silent()
    total = Entered(total=Fraction(20), not_applicable=frozenset({"item_1"}))
    assert list(entry_problems(WSAS, total)) == [TOTAL]


def test_a_rule_that_was_added_within_a_version_is_not_asked_of_a_practices_older_file() -> None:
    older = replace(WSAS, may_miss=0, missing_added=False)
    assert older.scores_like(WSAS)
    assert not WSAS.scores_like(older)
    assert not replace(PHQ, may_miss=0).scores_like(PHQ)
    assert not replace(WSAS, may_miss=2).scores_like(WSAS)
