"""What is answered about tension, what can be stored of it, and when two views may be held against each other."""

from dataclasses import replace
from fractions import Fraction
from itertools import product

import pytest

from tracker.domain.measures.entries import Answers, Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.strain import (
    NOTHING_TO_SETTLE,
    StrainAnswer,
    StrainSeen,
    StrainSettled,
    answer_of,
    one_side_only,
)
from tracker.domain.measures.validation import left_open, rating_problems
from tracker.reference.loader import shipped

OWN = shipped().versions["session-check", 2]
BEFORE = shipped().versions["session-check", 1]
MARKS = Entered(dict.fromkeys(("bond", "goals", "tasks", "overall"), Fraction(8)))
YES = StrainAnswer(StrainSeen.YES)
NONE = StrainAnswer(StrainSeen.NONE)


def test_version_2_asks_both_and_version_1_keeps_its_one_question() -> None:
    assert OWN.strain
    assert BEFORE.strain is None
    assert BEFORE.question
    for language in ("en", "de"):
        assert OWN.strain.wording[language].keys() == {"client", "therapist"}
        assert [value for value, _ in OWN.strain.answers(language)] == list(StrainSeen)
        assert [value for value, _ in OWN.strain.settled_answers(language)] == list(StrainSettled)


def test_what_is_asked_can_be_read_as_two_questions() -> None:
    assert OWN.strain
    strain, settled = OWN.strain.questions()
    assert (strain.key, strain.choices) == ("strain", OWN.strain.choices)
    assert settled.wording["de"]["therapist"] == "Ist das geklärt?"
    assert settled.choices["en"] == ("settled", "partly", "not settled")
    assert strain.wording == OWN.strain.wording
    assert (strain.label, settled.key) == (OWN.strain.label, "settled")
    assert settled.label == f"{OWN.strain.label}: settled"
    assert OWN.words() != replace(OWN, strain=None).words()


def test_only_tension_that_was_there_can_be_settled() -> None:
    for seen, settled in product(StrainSeen, (None, *StrainSettled)):
        answer = StrainAnswer(seen, settled)
        impossible = seen is StrainSeen.NONE and settled is not None
        assert answer.problem() == (NOTHING_TO_SETTLE if impossible else None)


@pytest.mark.parametrize(
    ("answer", "there", "unsettled"),
    [
        (NONE, False, False),
        (StrainAnswer(StrainSeen.A_LITTLE, StrainSettled.NOT), True, False),
        (YES, True, True),
        (StrainAnswer(StrainSeen.YES, StrainSettled.SETTLED), True, False),
        (StrainAnswer(StrainSeen.YES, StrainSettled.PARTLY), True, True),
        (StrainAnswer(StrainSeen.YES, StrainSettled.NOT), True, True),
    ],
)
def test_tension_is_unsettled_until_somebody_says_that_it_is(
    answer: StrainAnswer, there: bool, unsettled: bool
) -> None:
    assert (answer.there, answer.unsettled) == (there, unsettled)


def test_settled_is_for_tension_only() -> None:
    odd = replace(MARKS, strain=StrainAnswer(StrainSeen.NONE, StrainSettled.SETTLED))
    assert rating_problems(OWN, Rater.CLIENT, odd) == {"settled": NOTHING_TO_SETTLE}
    assert rating_problems(OWN, Rater.CLIENT, replace(MARKS, strain=YES)) == {}
    assert rating_problems(BEFORE, Rater.CLIENT, replace(MARKS, strain=YES)).keys() == {"strain"}


def test_a_therapist_may_answer_it_alone_and_a_client_rates_as_well() -> None:
    alone = Entered(strain=YES)
    assert alone.strain_alone()
    assert not alone.silent()
    assert rating_problems(OWN, Rater.THERAPIST, alone) == {}
    assert left_open(OWN, alone).keys() == MARKS.values.keys()  # which a client is asked about once
    begun = Entered({"bond": Fraction(7)}, strain=YES)
    assert left_open(OWN, begun).keys() == {"goals", "tasks", "overall"}
    assert Answers(strain=YES).strain_alone()
    assert not Answers({"bond": 7}, strain=YES).strain_alone()


def test_what_was_chosen_first_and_changed_since_is_left_out() -> None:
    assert answer_of(None, "partly") is None
    assert answer_of("none", "partly") == NONE
    assert answer_of("yes", None) == YES
    assert answer_of("a_little", "not") == StrainAnswer(StrainSeen.A_LITTLE, StrainSettled.NOT)


def test_one_side_alone_is_said_of_two_blind_views_that_differ() -> None:
    for client, therapist, blind in product(StrainSeen, StrainSeen, (True, False)):
        side = one_side_only(StrainAnswer(client), StrainAnswer(therapist, blind=blind))
        differ = (client is StrainSeen.NONE) != (therapist is StrainSeen.NONE)
        expected = Rater.THERAPIST if client is StrainSeen.NONE else Rater.CLIENT
        assert side is (expected if differ and blind else None)
    assert one_side_only(None, YES) is None
    assert one_side_only(YES, None) is None
