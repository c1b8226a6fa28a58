"""The end of a therapy and a pause: what can be entered, and what an end does to what was open."""

from datetime import date, timedelta
from itertools import product

import pytest

from tracker.domain.care.answers import (
    ENDS_WITH_THE_THERAPY,
    Stage,
    after_the_end,
    ended_unanswered,
)
from tracker.domain.care.objectives import Judgement, ObjectiveState
from tracker.domain.care.treatment import (
    LONGEST_PAUSE,
    WORDS_LENGTH,
    EndedHow,
    Ending,
    Pause,
    paused,
    reopening_problems,
)
from tracker.domain.rules.findings import Tier

TODAY = date(2026, 5, 12)
BEGAN = date(2026, 1, 5)
LAST = date(2026, 5, 4)
DAY = timedelta(days=1)


def problems(ending: Ending, last: date | None = LAST) -> dict[str, str]:
    return ending.problems(starts_on=BEGAN, last_session=last, today=TODAY)


@pytest.mark.parametrize("on", [LAST, TODAY - DAY, TODAY])
def test_a_therapy_ends_between_its_last_session_and_today(on: date) -> None:
    assert problems(Ending(on, EndedHow.PLANNED, "x" * WORDS_LENGTH)) == {}


@pytest.mark.parametrize(
    ("ending", "last", "field", "says"),
    [
        (Ending(LAST - DAY, EndedHow.PLANNED), LAST, "on", "The last session was on 4 May 2026"),
        (Ending(BEGAN - DAY, EndedHow.DIED), None, "on", "The treatment began on 5 January 2026"),
        (Ending(TODAY + DAY, EndedHow.PLANNED), LAST, "on", "today or earlier"),
        (Ending(None, EndedHow.PLANNED), LAST, "on", "a real date"),
        (Ending(TODAY, None), LAST, "how", "Select how"),
        (Ending(TODAY, EndedHow.OTHER, "x" * (WORDS_LENGTH + 1)), LAST, "words", "500 characters"),
    ],
)
def test_what_stands_in_the_way_of_an_end(
    ending: Ending, last: date | None, field: str, says: str
) -> None:
    assert says in problems(ending, last)[field]


@pytest.mark.parametrize(
    ("until", "fine"),
    [
        (TODAY, False),
        (TODAY + DAY, True),
        (TODAY + LONGEST_PAUSE, True),
        (TODAY + LONGEST_PAUSE + DAY, False),
        (None, False),
    ],
)
def test_a_pause_is_until_a_day_of_the_year_to_come(until: date | None, fine: bool) -> None:
    assert ("until" not in Pause(until).problems(today=TODAY)) is fine


def test_words_that_are_too_long_are_refused_everywhere() -> None:
    long = "x" * (WORDS_LENGTH + 1)
    assert "words" in Pause(TODAY + DAY, long).problems(today=TODAY)
    assert "words" in reopening_problems(long)
    assert reopening_problems(f"  {long[1:]}  ") == {}


def test_on_the_day_that_a_pause_names_the_treatment_goes_on() -> None:
    assert [paused(TODAY, TODAY + n * DAY) for n in (-1, 0, 1)] == [True, False, False]
    assert not paused(None, TODAY)


def test_with_the_therapy_ends_what_waits_but_for_risk_and_what_is_in_supervision() -> None:
    for stage, tier in product(Stage, Tier):
        left = after_the_end(stage, tier)
        ends = tier is not Tier.RISK and stage in ENDS_WITH_THE_THERAPY
        assert left is (Stage.ENDED if ends else stage)
        assert after_the_end(left, tier) is left
    assert Stage.IN_SUPERVISION not in ENDS_WITH_THE_THERAPY


@pytest.mark.parametrize(
    ("tier", "strength", "stage", "owed"),
    [
        (Tier.CHECK_IN, 2, Stage.ENDED, True),
        (Tier.CHECK_IN, None, Stage.ENDED, True),
        (Tier.CHECK_IN, 1, Stage.ENDED, False),
        (Tier.REVIEW, 2, Stage.ENDED, False),
        (Tier.CHECK_IN, 2, Stage.ADDRESSED, False),
        (Tier.RISK, None, Stage.OPEN, False),
    ],
)
def test_ended_unanswered_is_said_of_a_check_in_that_was_owed(
    tier: Tier, strength: int | None, stage: Stage, owed: bool
) -> None:
    assert ended_unanswered(tier=tier, strength=strength, stage=stage) is owed


@pytest.mark.parametrize("state", list(ObjectiveState))
def test_the_ending_alone_meets_and_misses_no_objective(state: ObjectiveState) -> None:
    judged = Judgement(state, 1, 3, on=LAST, still=2, left=4)
    after = judged.with_the_therapy(TODAY)
    if state in (ObjectiveState.MET, ObjectiveState.MISSED):
        assert after is judged
    else:
        assert after == Judgement(ObjectiveState.ENDED, 1, 3, on=TODAY)
