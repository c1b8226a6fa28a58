"""Handing over: what can be asked, on which pages, and when it ends by itself."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.course import handover
from tracker.domain.course.handover import NEXT, RUNNING, HandoverStage, Moment, Way
from tracker.domain.course.sessions import Channel, Given
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Measure, Wording
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.domain.measures.validation import entry_problems
from tracker.reference.loader import measures

OWN, ITEMS, WELLBEING, SRS = (
    measures()[key] for key in ("session-check", "alliance-items", "wellbeing-check", "srs")
)
NOW = datetime(2026, 3, 2, 14, 0, tzinfo=UTC)


def english_only(measure: Measure) -> Measure:
    """The measure as a practice may have it: with wording in one language."""
    items = tuple(replace(i, wording={"en": i.wording["en"]}, ends={}) for i in measure.items)
    return replace(measure, items=items, question=None, wording_by=Wording.PRACTICE)


def test_what_a_client_can_be_asked_and_in_which_languages() -> None:
    assert {
        key: sorted(found) for key, m in measures().items() if (found := handover.languages(m))
    } == {key: ["de", "en"] for key in ("alliance-items", "session-check", "wellbeing-check")}
    assert handover.languages(SRS) == frozenset()  # score entry: no wording is ours to show
    observer = next(m for m in measures().values() if m.key == "vtas")
    assert handover.languages(observer) == frozenset()
    assert handover.languages(english_only(OWN)) == {"en"}
    assert handover.in_common([OWN, WELLBEING]) == ["en", "de"]
    assert handover.in_common([english_only(OWN), WELLBEING]) == ["en"]


def test_every_answer_and_the_last_question_need_their_words_too() -> None:
    assert OWN.question
    asked = replace(OWN.question, choices={"en": OWN.question.choices["en"]})
    assert handover.languages(replace(OWN, question=asked)) == {"en"}
    asked = replace(OWN.question, wording={"en": OWN.question.wording["en"]})
    assert handover.languages(replace(OWN, question=asked)) == {"en"}
    items = tuple(replace(i, labels={"en": i.labels["en"]}) for i in ITEMS.items)
    assert handover.languages(replace(ITEMS, items=items)) == {"en"}


@pytest.mark.parametrize(
    ("chosen", "problem"),
    [
        ([OWN], None),
        ([OWN, WELLBEING], None),
        ([], "Choose what"),
        ([OWN, ITEMS], "one alliance measure and one outcome"),
        ([SRS], "no wording"),
    ],
)
def test_one_alliance_and_one_outcome_measure_at_most(
    chosen: list[Measure], problem: str | None
) -> None:
    found = handover.choice_problem(chosen)
    assert (found is None) == (problem is None)
    assert (problem or "") in (found or "")


def test_what_is_asked_now() -> None:
    asked = {"session-check": Moment.END, "wellbeing-check": Moment.START}
    both = ("session-check", "wellbeing-check")
    assert handover.due(asked, both, at=Moment.START) == {"wellbeing-check"}
    assert handover.due(asked, both, at=Moment.END) == {"session-check"}
    assert handover.due(asked, ("session-check",), at=Moment.START) == {"session-check"}
    assert handover.due(asked, ("session-check",), at=Moment.START, start=True) == frozenset()
    assert handover.due(asked, ("wellbeing-check",), at=Moment.END) == {"wellbeing-check"}
    assert handover.due({}, both, at=Moment.START) == frozenset()


def test_the_pages_of_a_tablet_and_of_a_phone() -> None:
    whole = handover.steps([WELLBEING, OWN], one_by_one=False)
    assert [(s.measure, len(s.items), s.question, s.first, s.of) for s in whole] == [
        (WELLBEING, 4, False, 1, 8),
        (OWN, 4, True, 5, 8),
    ]
    single = handover.steps([WELLBEING, OWN], one_by_one=True)
    assert [s.first for s in single] == list(range(1, 9))
    assert {(len(s.items), s.question, s.of) for s in single} == {(1, False, 8)}


def test_a_question_is_answered_or_left_out_on_purpose() -> None:
    (step,) = handover.steps([OWN], one_by_one=False)
    draft = {"session-check": {"bond": "7", "goals": "none"}}
    assert [item.key for item in handover.missing(step, draft)] == ["tasks", "overall"]
    assert len(handover.missing(step, {})) == 4


@pytest.mark.parametrize(
    ("key", "text", "fits"),
    [
        ("bond", "0", True),
        ("bond", "10", True),
        ("bond", "none", True),
        ("bond", "11", False),
        ("bond", "-1", False),
        ("bond", "7.5", False),
        ("bond", "", False),
        ("nothing", "7", False),
        ("held_back", "2", True),
        ("held_back", "3", False),
        ("strain", "a_little", True),
        ("strain", "partly", False),
        ("settled", "partly", True),
        ("settled", "none", False),
    ],
)
def test_only_what_a_page_offers_is_an_answer(key: str, text: str, fits: bool) -> None:
    assert handover.fits(OWN, key, text) is fits


def test_what_does_not_apply_is_an_answer_where_the_measure_has_it() -> None:
    people = replace(WELLBEING, not_applicable=("people",))
    assert handover.fits(people, "people", "n/a")
    assert not handover.fits(people, "day", "n/a")
    draft = {"wellbeing-check": {"day": "4", "people": "n/a"}}
    given = handover.entered(people, draft)
    assert given.not_applicable == {"people"}
    assert given.values == {"feelings": None, "day": Fraction(4), "reason": None}
    assert entry_problems(people, given) == {}


def test_a_measure_without_a_last_question_has_no_answer_to_it() -> None:
    assert not handover.fits(WELLBEING, "held_back", "1")
    assert not handover.fits(WELLBEING, "strain", "yes")
    assert handover.unscored_names(WELLBEING) == []
    assert handover.unscored_names(OWN) == ["strain", "settled", "held_back"]


def test_a_language_has_what_is_asked_beside_the_items_too() -> None:
    assert OWN.strain
    english = replace(OWN.strain, wording={"en": OWN.strain.wording["en"]})
    assert handover.languages(OWN) == {"en", "de"}
    assert handover.languages(replace(OWN, strain=english)) == {"en"}


def test_answers_as_they_are_stored() -> None:
    draft = {"session-check": {"bond": "7", "goals": "none", "held_back": "1"}}
    values = {"bond": Fraction(7), "goals": None, "tasks": None, "overall": None}
    assert handover.entered(OWN, draft) == Entered(values, held_back=1)
    draft["session-check"] |= {"strain": "yes", "settled": "not"}
    unsettled = StrainAnswer(StrainSeen.YES, StrainSettled.NOT)
    assert handover.entered(OWN, draft) == Entered(values, held_back=1, strain=unsettled)
    assert handover.entered(OWN, {}).silent()


@given(st.dictionaries(st.sampled_from(["bond", "goals", "tasks", "overall"]), st.integers(0, 10)))
def test_whatever_was_answered_can_be_stored(marks: dict[str, int]) -> None:
    draft = {"session-check": {key: str(mark) for key, mark in marks.items()}}
    entered = handover.entered(OWN, draft)
    assert not entry_problems(OWN, entered)
    assert OWN.store(entered).items == marks


def test_when_it_ends_by_itself() -> None:
    def ends(way: Way, stage: HandoverStage, touched: timedelta) -> timedelta:
        times = {"expires_at": handover.expiry(way, NOW), "touched_at": NOW + touched}
        return handover.deadline(way, stage, **times) - NOW

    minute, hour = timedelta(minutes=1), timedelta(hours=1)
    assert ends(Way.CODE, HandoverStage.WAITING, 0 * hour) == 15 * minute
    assert ends(Way.LINK, HandoverStage.WAITING, 0 * hour) == 48 * hour
    assert ends(Way.TABLET, HandoverStage.OPEN, 2 * minute) == 15 * minute  # 3 and 10 after 2
    assert ends(Way.CODE, HandoverStage.OPEN, 10 * minute) == 70 * minute
    assert ends(Way.LINK, HandoverStage.OPEN, 2 * hour) == 48 * hour
    assert ends(Way.LINK, HandoverStage.OPEN, 47.5 * hour) == 48.5 * hour


def test_a_link_is_for_after_the_session() -> None:
    assert [handover.given(way) for way in Way] == [
        Given.IN_SESSION,
        Given.IN_SESSION,
        Given.AFTER_SESSION,
    ]
    assert [handover.channel(way) for way in Way] == [
        Channel.TABLET,
        Channel.PHONE,
        Channel.PHONE,
    ]


def test_what_has_ended_stays_ended() -> None:
    assert set(NEXT) == set(HandoverStage)
    for stage in HandoverStage:
        assert (NEXT[stage] == frozenset()) == (stage not in RUNNING)
    assert HandoverStage.SENT not in NEXT[HandoverStage.WAITING]
