"""Where a flag stands, from plain values."""

from dataclasses import replace
from datetime import date
from itertools import product

import hypothesis.strategies as st
import pytest
from hypothesis import given

from tracker.domain.care.answers import LEADS_TO, Addressed, Answer, Stage
from tracker.domain.care.flag_stage import (
    FlagFacts,
    LastAnswer,
    can_come_back,
    standing,
    waits_for_a_rating,
)
from tracker.domain.course.sessions import Given
from tracker.domain.rules.findings import FlagKind, Returned

DAY = date(2026, 5, 12)
NEXT_DAY = date(2026, 5, 13)
OPEN = FlagFacts(
    kind=FlagKind.DROP,
    strength=1,
    withdrawn=False,
    held_on=DAY,
    given=Given.IN_SESSION,
    answer=None,
    returned=None,
    rated_since=False,
    reengaged=False,
)
TALKED = LastAnswer(Answer.TALKED, 1, None, DAY)
REVIEWED = LastAnswer(Answer.REVIEWED, None, None, DAY)
WAITING = replace(OPEN, kind=FlagKind.NO_RATING_LATELY, strength=None)
MISSED = replace(OPEN, kind=FlagKind.MISSED, strength=None)


def test_a_flag_is_open_until_it_is_answered() -> None:
    assert standing(OPEN).stage is Stage.OPEN
    assert standing(OPEN).addressed is Addressed.NO
    answered = standing(replace(OPEN, answer=TALKED))
    assert (answered.stage, answered.addressed) == (Stage.ADDRESSED, Addressed.YES)
    later = standing(replace(OPEN, answer=replace(TALKED, recorded_on=NEXT_DAY)))
    assert later.addressed is Addressed.RECORDED_LATER
    after = standing(replace(OPEN, answer=TALKED, given=Given.AFTER_SESSION))
    assert after.addressed is Addressed.RATED_AFTER
    other_day = standing(replace(OPEN, answer=replace(TALKED, talked_on=NEXT_DAY)))
    assert other_day.addressed is Addressed.LATER


@pytest.mark.parametrize(
    ("strength", "answered_at", "risen"),
    [
        (1, 1, False),
        (2, 1, True),
        (1, 2, False),
        (None, None, False),
        (2, None, True),
        (1, None, False),
    ],
)
def test_a_finding_that_became_stronger_than_what_was_answered_asks_again(
    strength: int | None, answered_at: int | None, risen: bool
) -> None:
    of = replace(OPEN, strength=strength, answer=replace(TALKED, strength=answered_at))
    assert standing(of).risen is risen
    assert standing(of).stage is (Stage.OPEN if risen else Stage.ADDRESSED)


def test_a_plan_made_for_tension_outlives_a_correction_that_leaves_a_small_drop() -> None:
    """Opened again, it would only be offered, and what was planned would wait nowhere."""
    planned = replace(TALKED, answer=Answer.NEXT_SESSION, strength=None)
    assert standing(replace(OPEN, strength=1, answer=planned)).stage is Stage.PLANNED


def test_without_an_answer_nothing_has_risen() -> None:
    assert not standing(replace(OPEN, strength=3)).risen


@pytest.mark.parametrize(
    ("strength", "returned", "settled"),
    [
        (1, Returned.BACK, True),
        (2, Returned.BACK, False),
        (1, Returned.NOT_BACK, False),
        (1, Returned.NOT_YET, False),
    ],
)
def test_a_small_drop_that_came_back_settles_by_itself(
    strength: int, returned: Returned, settled: bool
) -> None:
    found = standing(replace(OPEN, strength=strength, returned=returned))
    assert found.settled is settled
    assert found.stage is (Stage.SETTLED if settled else Stage.OPEN)


def test_how_it_went_on_is_said_of_a_drop_once_it_is_decided() -> None:
    assert standing(replace(OPEN, returned=Returned.NOT_YET)).returned is None
    assert standing(replace(OPEN, returned=Returned.NOT_BACK)).returned is Returned.NOT_BACK
    other = standing(replace(OPEN, kind=FlagKind.WANTS_TO_TALK, returned=Returned.BACK))
    assert (other.returned, other.stage) == (None, Stage.OPEN)


def test_waiting_for_a_rating_ends_with_a_rating_and_keeps_an_answer() -> None:
    assert standing(WAITING).stage is Stage.OPEN
    assert standing(replace(WAITING, rated_since=True)).stage is Stage.SETTLED
    answered = replace(WAITING, rated_since=True, answer=REVIEWED)
    assert standing(answered).stage is Stage.ADDRESSED
    assert standing(replace(OPEN, rated_since=True)).stage is Stage.OPEN


def test_a_missed_session_that_was_talked_about_is_settled_whatever_was_answered() -> None:
    assert standing(MISSED).stage is Stage.OPEN
    answered = replace(MISSED, answer=REVIEWED)
    assert standing(answered).stage is Stage.ADDRESSED
    assert standing(replace(answered, reengaged=True)).stage is Stage.SETTLED
    assert standing(replace(MISSED, reengaged=True)).stage is Stage.SETTLED
    assert standing(replace(OPEN, reengaged=True)).stage is Stage.OPEN


def test_one_kind_is_followed_and_one_waits() -> None:
    assert [kind for kind in FlagKind if can_come_back(kind)] == [FlagKind.DROP, FlagKind.UNUSUAL]
    assert [kind for kind in FlagKind if waits_for_a_rating(kind)] == [FlagKind.NO_RATING_LATELY]


@given(
    st.sampled_from(FlagKind),
    st.sampled_from([None, 1, 2, 3]),
    st.sampled_from([None, *LEADS_TO]),
    st.sampled_from([None, *Returned]),
)
def test_what_is_withdrawn_stays_so_and_an_answer_that_holds_decides(
    kind: FlagKind, strength: int | None, answer: Answer | None, returned: Returned | None
) -> None:
    last = LastAnswer(answer, strength, None, DAY) if answer else None
    of = replace(OPEN, kind=kind, strength=strength, answer=last, returned=returned)
    for rated_since, reengaged in product((False, True), repeat=2):
        facts = replace(of, rated_since=rated_since, reengaged=reengaged)
        assert standing(replace(facts, withdrawn=True)).stage is Stage.WITHDRAWN
        if answer and not (kind is FlagKind.MISSED and reengaged):
            assert standing(facts).stage is LEADS_TO[answer]
