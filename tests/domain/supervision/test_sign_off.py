"""Sign-offs: what they hold for, what takes them away, and what can be done when."""

from datetime import UTC, date, datetime, timedelta
from itertools import product
from uuid import UUID, uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.care.answers import Stage
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.sign_off import (
    FURTHEST,
    NOTE_LENGTH,
    SIGN_OFFS,
    BoardState,
    Review,
    ReviewAct,
    ReviewEntry,
    Signed,
    board_state,
    possible,
    problems,
    shown_at_first,
    signed,
    waits,
)

TODAY = date(2026, 5, 4)
FINDING, ANSWER, OTHER = uuid4(), uuid4(), uuid4()
ACTS = list(ReviewAct)


def stands(
    *acts: ReviewAct, finding: UUID = FINDING, answers: tuple[UUID, ...] = (ANSWER,)
) -> Signed:
    """Where the sign-off stands after these acts, each given to FINDING and ANSWER."""
    said = [ReviewEntry(act, FINDING, ANSWER) for act in acts]
    return signed(said, finding_id=finding, answers=answers, withdrawn=False)


@pytest.mark.parametrize(
    ("acts", "expected"),
    [
        ((), Signed.NOT_SIGNED),
        ((ReviewAct.COMMENT, ReviewAct.ASKED), Signed.NOT_SIGNED),
        ((ReviewAct.ADDRESSED,), Signed.SIGNED_OFF),
        ((ReviewAct.NO_ACTION, ReviewAct.COMMENT), Signed.SIGNED_OFF),
        ((ReviewAct.DISCUSS,), Signed.TO_DISCUSS),
        ((ReviewAct.DISCUSS, ReviewAct.ADDRESSED), Signed.SIGNED_OFF),
        ((ReviewAct.ADDRESSED, ReviewAct.REOPENED), Signed.OPENED_AGAIN),
        ((ReviewAct.ADDRESSED, ReviewAct.REOPENED, ReviewAct.DISCUSS), Signed.TO_DISCUSS),
    ],
)
def test_the_last_sign_off_holds_until_it_is_opened_again(
    acts: tuple[ReviewAct, ...], expected: Signed
) -> None:
    assert stands(*acts) is expected


@pytest.mark.parametrize("act", SIGN_OFFS)
def test_a_correction_or_an_undone_answer_voids_it(act: ReviewAct) -> None:
    assert stands(act, finding=OTHER) is Signed.VOID
    assert stands(act, answers=()) is Signed.VOID
    assert stands(act, answers=(ANSWER, OTHER)) is not Signed.VOID  # a further answer adds to it
    said = [ReviewEntry(act, FINDING)]  # given when nobody had answered
    assert signed(said, finding_id=FINDING, answers=(ANSWER,), withdrawn=False) is not Signed.VOID
    assert signed(said, finding_id=FINDING, answers=(), withdrawn=True) is Signed.VOID


@given(st.lists(st.sampled_from(ACTS)))
def test_comments_and_questions_never_change_where_it_stands(acts: list[ReviewAct]) -> None:
    quiet = [act for act in acts if act not in (ReviewAct.COMMENT, ReviewAct.ASKED)]
    assert stands(*acts) is stands(*quiet)


MORNING, NOON, EVENING = (datetime(2026, 5, 12, hour, tzinfo=UTC) for hour in (8, 12, 18))


@pytest.mark.parametrize(
    ("asked", "answered", "stage", "signed_as", "waits_still"),
    [
        ([], [], Stage.OPEN, Signed.NOT_SIGNED, False),
        ([NOON], [], Stage.OPEN, Signed.NOT_SIGNED, True),
        ([NOON], [MORNING], Stage.OPEN, Signed.NOT_SIGNED, True),
        ([NOON], [MORNING, EVENING], Stage.OPEN, Signed.NOT_SIGNED, False),
        ([MORNING, EVENING], [NOON], Stage.OPEN, Signed.VOID, True),
        ([NOON], [], Stage.OPEN, Signed.SIGNED_OFF, False),
        ([NOON], [], Stage.OPEN, Signed.OPENED_AGAIN, True),
        ([NOON], [], Stage.SETTLED, Signed.NOT_SIGNED, False),
    ],
)
def test_a_question_waits_for_an_answer_that_is_still_needed(
    asked: list[datetime],
    answered: list[datetime],
    stage: Stage,
    signed_as: Signed,
    waits_still: bool,
) -> None:
    assert waits(asked, answered, stage, signed_as) is waits_still


@given(st.lists(st.sampled_from(ACTS)))
def test_what_was_opened_again_is_signed_by_nobody(acts: list[ReviewAct]) -> None:
    assert stands(*acts, ReviewAct.REOPENED) is Signed.OPENED_AGAIN


def test_each_state_of_the_board() -> None:
    found = {(stage, s): board_state(stage, s) for stage, s in product(Stage, Signed)}
    assert found[Stage.OPEN, Signed.NOT_SIGNED] is BoardState.OPEN
    assert found[Stage.CORRECTION, Signed.VOID] is BoardState.OPEN
    assert found[Stage.PLANNED, Signed.NOT_SIGNED] is BoardState.ANSWERED
    assert found[Stage.SETTLED, Signed.NOT_SIGNED] is BoardState.SETTLED
    assert found[Stage.IN_SUPERVISION, Signed.NOT_SIGNED] is BoardState.IN_SUPERVISION
    assert found[Stage.IN_SUPERVISION, Signed.SIGNED_OFF] is BoardState.SIGNED_OFF
    assert found[Stage.OPEN, Signed.SIGNED_OFF] is BoardState.SIGNED_OFF
    assert found[Stage.ADDRESSED, Signed.TO_DISCUSS] is BoardState.IN_SUPERVISION
    assert {found[Stage.WITHDRAWN, s] for s in Signed} == {BoardState.CORRECTED}
    assert set(found.values()) == set(BoardState)


@pytest.mark.parametrize(
    ("tier", "strength", "state", "signed_as", "asks", "shown"),
    [
        (Tier.RISK, None, BoardState.ANSWERED, Signed.NOT_SIGNED, False, True),
        (Tier.CHECK_IN, 1, BoardState.ANSWERED, Signed.NOT_SIGNED, False, False),
        (Tier.CHECK_IN, 1, BoardState.OPEN, Signed.NOT_SIGNED, False, False),
        (Tier.CHECK_IN, 1, BoardState.OPEN, Signed.NOT_SIGNED, True, True),
        (Tier.CHECK_IN, 2, BoardState.ANSWERED, Signed.NOT_SIGNED, False, True),
        (Tier.CHECK_IN, 3, BoardState.SIGNED_OFF, Signed.SIGNED_OFF, False, False),
        (Tier.CHECK_IN, 3, BoardState.CORRECTED, Signed.NOT_SIGNED, False, False),
        (Tier.CHECK_IN, 3, BoardState.CORRECTED, Signed.VOID, False, False),
        (Tier.CHECK_IN, None, BoardState.ENDED, Signed.NOT_SIGNED, True, True),
        (Tier.REVIEW, None, BoardState.ENDED, Signed.NOT_SIGNED, False, False),
        (Tier.REVIEW, None, BoardState.OPEN, Signed.NOT_SIGNED, True, True),
        (Tier.REVIEW, None, BoardState.ANSWERED, Signed.NOT_SIGNED, False, False),
        (Tier.REVIEW, None, BoardState.IN_SUPERVISION, Signed.TO_DISCUSS, False, True),
        (Tier.REVIEW, None, BoardState.ANSWERED, Signed.VOID, False, True),
        (Tier.REVIEW, None, BoardState.ANSWERED, Signed.OPENED_AGAIN, False, True),
    ],
)
def test_what_is_shown_at_first(
    tier: Tier,
    strength: int | None,
    state: BoardState,
    signed_as: Signed,
    asks: bool,
    shown: bool,
) -> None:
    assert shown_at_first(tier, strength, state, signed_as, asks=asks) is shown


def test_what_can_be_done_when() -> None:
    everything = possible(Tier.CHECK_IN, Stage.OPEN, Signed.NOT_SIGNED)
    assert everything == (*SIGN_OFFS, ReviewAct.ASKED, ReviewAct.COMMENT)
    answered = possible(Tier.CHECK_IN, Stage.ADDRESSED, Signed.VOID)
    assert answered == (*SIGN_OFFS, ReviewAct.COMMENT)
    planned = possible(Tier.REVIEW, Stage.ADDRESSED, Signed.TO_DISCUSS)
    assert planned == (*SIGN_OFFS, ReviewAct.COMMENT, ReviewAct.REOPENED)
    assert possible(Tier.RISK, Stage.OPEN, Signed.SIGNED_OFF) == (
        ReviewAct.COMMENT,
        ReviewAct.REOPENED,
    )
    assert possible(Tier.NOTE, Stage.OPEN, Signed.NOT_SIGNED) == (ReviewAct.COMMENT,)
    assert possible(Tier.RISK, Stage.WITHDRAWN, Signed.VOID) == (ReviewAct.COMMENT,)


@pytest.mark.parametrize(
    ("review", "fields"),
    [
        (Review(None), {"act"}),
        (Review(ReviewAct.REOPENED, "why"), {"act"}),
        (Review(ReviewAct.ADDRESSED), set()),
        (Review(ReviewAct.ADDRESSED, "x" * (NOTE_LENGTH + 1)), {"note"}),
        (Review(ReviewAct.NO_ACTION, "  "), {"note"}),
        (Review(ReviewAct.NO_ACTION, "a slip"), set()),
        (Review(ReviewAct.COMMENT), {"note"}),
        (Review(ReviewAct.DISCUSS), {"discuss_on"}),
        (Review(ReviewAct.DISCUSS, discuss_on=TODAY), set()),
        (Review(ReviewAct.DISCUSS, discuss_on=TODAY - timedelta(days=1)), {"discuss_on"}),
        (Review(ReviewAct.DISCUSS, discuss_on=TODAY + FURTHEST), set()),
        (
            Review(ReviewAct.DISCUSS, discuss_on=TODAY + FURTHEST + timedelta(days=1)),
            {"discuss_on"},
        ),
    ],
)
def test_what_stands_in_the_way(review: Review, fields: set[str]) -> None:
    offered = possible(Tier.CHECK_IN, Stage.OPEN, Signed.NOT_SIGNED)
    assert problems(review, offered, TODAY).keys() == fields
