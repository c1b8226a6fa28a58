"""What supervision says about a flag: comments, a question, a sign-off. Entries are added, never changed.

not signed ──► signed off | to be discussed ──► opened again      by a later entry
                   └────────────┴──► void                        what it was given to was corrected or undone

A sign-off is given to one finding and to the answer that stood then. It does not outlive them.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from uuid import UUID

from tracker.domain.care.answers import NEEDS_AN_ANSWER, Stage
from tracker.domain.rules.findings import Tier


class ReviewAct(StrEnum):
    """What an entry does, in the order of the form."""

    ADDRESSED = "addressed"
    DISCUSS = "discuss"
    NO_ACTION = "no_action"
    ASKED = "asked"
    COMMENT = "comment"
    REOPENED = "reopened"


SIGN_OFFS = (ReviewAct.ADDRESSED, ReviewAct.DISCUSS, ReviewAct.NO_ACTION)
TOGETHER = (ReviewAct.ADDRESSED, ReviewAct.NO_ACTION)  # what several flags can be signed off with


class Signed(StrEnum):
    """Where the sign-off of a flag stands."""

    NOT_SIGNED = "not_signed"
    SIGNED_OFF = "signed_off"
    TO_DISCUSS = "to_discuss"
    OPENED_AGAIN = "opened_again"
    VOID = "void"


@dataclass(frozen=True)
class ReviewEntry:
    """One entry: what it does, and the finding and the answer that it was given to."""

    act: ReviewAct
    finding_id: UUID
    answer_id: UUID | None = None
    discuss_on: date | None = None


def last_sign_off(said: Sequence[ReviewEntry]) -> ReviewEntry | None:
    """The last sign-off, unless the flag was opened again after it."""
    acts = [each for each in said if each.act in (*SIGN_OFFS, ReviewAct.REOPENED)]
    return acts[-1] if acts and acts[-1].act is not ReviewAct.REOPENED else None


def signed(
    said: Sequence[ReviewEntry], *, finding_id: UUID, answers: Collection[UUID], withdrawn: bool
) -> Signed:
    """Where the sign-off stands. A further answer adds to what was signed, and leaves it as it is."""
    last = last_sign_off(said)
    if last is None:
        reopened = any(each.act is ReviewAct.REOPENED for each in said)
        return Signed.OPENED_AGAIN if reopened else Signed.NOT_SIGNED
    if is_void(last, finding_id=finding_id, answers=answers, withdrawn=withdrawn):
        return Signed.VOID
    return Signed.TO_DISCUSS if last.act is ReviewAct.DISCUSS else Signed.SIGNED_OFF


def is_void(
    given: ReviewEntry, *, finding_id: UUID, answers: Collection[UUID], withdrawn: bool
) -> bool:
    """True for a sign-off whose finding is no longer the last one, or was withdrawn, or whose answer was undone."""
    undone = given.answer_id is not None and given.answer_id not in answers
    return withdrawn or undone or given.finding_id != finding_id


def waits(
    asked: Sequence[datetime], answered: Sequence[datetime], stage: Stage, signed: Signed
) -> bool:
    """True while supervision has asked for an answer and none that counts was given since; not for what needs none any
    more, and not while it is signed off."""
    unanswered = bool(asked) and all(at <= asked[-1] for at in answered)
    return unanswered and stage in NEEDS_AN_ANSWER and signed is not Signed.SIGNED_OFF


class BoardState(StrEnum):
    """Where a flag stands for whoever supervises."""

    OPEN = "open"
    ANSWERED = "answered"
    SETTLED = "settled"  # by itself: nobody had to answer, because its reason went
    ENDED = "ended"  # the therapy ended before anybody answered
    IN_SUPERVISION = "in_supervision"
    SIGNED_OFF = "signed_off"
    CORRECTED = "corrected"


def board_state(stage: Stage, signed: Signed) -> BoardState:
    """Where it stands, from what the clinician answered and what supervision said."""
    if stage is Stage.WITHDRAWN:
        return BoardState.CORRECTED
    if signed is Signed.SIGNED_OFF:
        return BoardState.SIGNED_OFF
    if signed is Signed.TO_DISCUSS or stage is Stage.IN_SUPERVISION:
        return BoardState.IN_SUPERVISION
    if stage is Stage.SETTLED:
        return BoardState.SETTLED
    if stage is Stage.ENDED:
        return BoardState.ENDED
    return BoardState.OPEN if stage in NEEDS_AN_ANSWER else BoardState.ANSWERED


SIZABLE = 2  # strength from which a flag is shown at first, answered or not


def shown_at_first(
    tier: Tier, strength: int | None, state: BoardState, signed: Signed, *, asks: bool
) -> bool:
    """True for what a board shows before anybody filters: risk, strength 2 and up, and what `asks` for an answer or
    ended without one, until it is signed off; and whatever is to be discussed, was opened again, or lost its sign-off.
    """
    if state in (BoardState.SIGNED_OFF, BoardState.CORRECTED):
        return False  # also where a correction voided the sign-off: nothing is left to be signed
    if signed in (Signed.VOID, Signed.OPENED_AGAIN) or state is BoardState.IN_SUPERVISION:
        return True
    return tier is Tier.RISK or (strength or 0) >= SIZABLE or asks


NOTE_LENGTH = 500
FURTHEST = timedelta(days=366)  # design default: a discussion is planned for the coming year


@dataclass(frozen=True)
class Review:
    """What a supervisor, or the clinician in reply, says about a flag."""

    act: ReviewAct | None
    note: str = ""
    discuss_on: date | None = None


def possible(tier: Tier, stage: Stage, signed: Signed) -> tuple[ReviewAct, ...]:
    """What whoever supervises can do with a flag now, in the order of the form. A note, or what was withdrawn, needs no
    sign-off."""
    if tier is Tier.NOTE or stage is Stage.WITHDRAWN:
        return (ReviewAct.COMMENT,)
    if signed is Signed.SIGNED_OFF:
        return (ReviewAct.COMMENT, ReviewAct.REOPENED)
    asked = (ReviewAct.ASKED,) if stage in NEEDS_AN_ANSWER else ()
    again = (ReviewAct.REOPENED,) if signed is Signed.TO_DISCUSS else ()
    return (*SIGN_OFFS, *asked, ReviewAct.COMMENT, *again)


WITH_WORDS = {
    ReviewAct.NO_ACTION: "Say in a few words why no action is needed",
    ReviewAct.COMMENT: "Write the comment",
    ReviewAct.REOPENED: "Say in a few words why it is opened again",
}


def problems(review: Review, offered: Collection[ReviewAct], today: date) -> dict[str, str]:
    """What stands in the way of storing it, as sentences by field."""
    by_field: dict[str, str] = {}
    if review.act is None or review.act not in offered:
        by_field["act"] = "Select what to do with it"
    elif review.act in WITH_WORDS and not review.note.strip():
        by_field["note"] = WITH_WORDS[review.act]
    if len(review.note.strip()) > NOTE_LENGTH:
        by_field["note"] = f"The text must be {NOTE_LENGTH} characters or fewer"
    if review.act is ReviewAct.DISCUSS:
        if review.discuss_on is None:
            by_field["discuss_on"] = "Enter the day of the meeting, such as 27 3 2027"
        elif not today <= review.discuss_on <= today + FURTHEST:
            by_field["discuss_on"] = "The day must be today or in the year to come"
    return by_field
