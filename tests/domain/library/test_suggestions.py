"""The life cycle of a suggestion: who can do what, and that every way ends."""

import pytest

from tracker.domain.library.suggestions import (
    KEEPER,
    NEXT,
    OVER,
    SUBMITTER,
    SuggestionAct,
    SuggestionStage,
    awaited,
    possible,
    stage,
)


def test_every_act_belongs_to_one_of_the_two() -> None:
    assert set(SuggestionAct) == KEEPER | SUBMITTER
    assert not KEEPER & SUBMITTER


def test_where_it_stands_is_its_last_act() -> None:
    assert stage([]) is SuggestionStage.SUBMITTED
    for act in SuggestionAct:
        assert stage([SuggestionAct.DRAFTED, act]).value == act.value


@pytest.mark.parametrize("stands", SuggestionStage)
def test_what_is_over_stays_over_and_everything_else_can_end(stands: SuggestionStage) -> None:
    assert (not NEXT[stands]) == (stands in OVER)
    if stands not in OVER:
        assert SuggestionAct.WITHDRAWN in possible(stands, keeps=False, submitted=True)
        assert SuggestionAct.DECLINED in possible(stands, keeps=True, submitted=False)
    assert possible(stands, keeps=False, submitted=False) == frozenset()


def test_nothing_is_published_that_its_submitter_did_not_approve() -> None:
    for stands, acts in NEXT.items():
        assert (SuggestionAct.PUBLISHED in acts) == (stands is SuggestionStage.APPROVED)
    for acts in NEXT.values():
        assert SuggestionAct.APPROVED not in acts or SuggestionAct.RETURNED in acts
    keeper = possible(SuggestionStage.DRAFTED, keeps=True, submitted=False)
    assert SuggestionAct.APPROVED not in keeper


def test_a_draft_that_waits_can_be_put_right_and_waits_for_its_submitter_alone() -> None:
    keeper = possible(SuggestionStage.DRAFTED, keeps=True, submitted=False)
    submitter = possible(SuggestionStage.DRAFTED, keeps=False, submitted=True)
    assert SuggestionAct.DRAFTED in keeper - submitter
    assert not awaited(SuggestionStage.DRAFTED, keeper)
    assert awaited(SuggestionStage.DRAFTED, submitter)


@pytest.mark.parametrize("stands", SuggestionStage)
def test_what_is_not_over_waits_for_one_of_the_two(stands: SuggestionStage) -> None:
    by = [possible(stands, keeps=keeps, submitted=not keeps) for keeps in (True, False)]
    assert sum(awaited(stands, can) for can in by) == (stands not in OVER)
