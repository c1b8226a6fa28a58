"""Where a flag stands, worked out in one place from plain values: for a client's record and for the board alike."""

from dataclasses import dataclass
from datetime import date

from tracker.domain.care import answers
from tracker.domain.care.answers import Addressed, Answer, Stage
from tracker.domain.course.sessions import Given
from tracker.domain.rules.findings import TIER, FlagKind, Returned


@dataclass(frozen=True)
class LastAnswer:
    """The last answer that counts: the strength of the finding it was given to, and the local day it was recorded on.

    `talked_on` is None for "in the session".
    """

    answer: Answer
    strength: int | None
    talked_on: date | None
    recorded_on: date


@dataclass(frozen=True)
class FlagFacts:
    """What is known of a flag.

    kind, strength  of its last finding
    held_on, given  the day of its session, and whether its rating was given in the session
    returned        how a drop went on; None while nothing is known
    rated_since     the client has rated the alliance in a later session; asked where `waits_for_a_rating`
    reengaged       a conversation about coming back was recorded for its session
    ended           the therapy has ended
    """

    kind: FlagKind
    strength: int | None
    withdrawn: bool
    held_on: date
    given: Given
    answer: LastAnswer | None
    returned: Returned | None
    rated_since: bool
    reengaged: bool
    ended: bool = False


@dataclass(frozen=True)
class FlagStanding:
    """Where a flag stands. `risen`: a correction made it stronger than what was answered, so that it asks again; a drop
    of strength 1 never does. `settled`: its reason has gone by itself. `returned`: how a drop went on, None while that
    is not decided."""

    stage: Stage
    addressed: Addressed
    risen: bool
    settled: bool
    returned: Returned | None


def can_come_back(kind: FlagKind) -> bool:
    """True for a finding whose scores are followed until they are back."""
    return kind in (FlagKind.DROP, FlagKind.UNUSUAL)


def waits_for_a_rating(kind: FlagKind) -> bool:
    """True for a finding whose reason has gone once the client rates again."""
    return kind is FlagKind.NO_RATING_LATELY


def standing(of: FlagFacts) -> FlagStanding:
    """Where the flag stands. A missed session that was talked about is settled, whatever was answered before."""
    talked = of.kind is FlagKind.MISSED and of.reengaged
    decided = can_come_back(of.kind) and of.returned is not Returned.NOT_YET
    returned = of.returned if decided else None
    small_and_back = of.strength == 1 and returned is Returned.BACK
    settled = talked or small_and_back or (waits_for_a_rating(of.kind) and of.rated_since)
    risen = of.answer is not None and (of.strength or 0) > max(
        of.answer.strength or 0, answers.SMALL
    )
    last = of.answer.answer if of.answer else None
    stage = answers.stage(
        withdrawn=of.withdrawn, last=None if talked else last, risen=risen, settled=settled
    )
    return FlagStanding(
        stage=answers.after_the_end(stage, TIER[of.kind]) if of.ended else stage,
        addressed=answers.addressed(
            held_on=of.held_on,
            given=of.given,
            answer=last,
            talked_on=of.answer.talked_on if of.answer else None,
            recorded_on=of.answer.recorded_on if of.answer else None,
        ),
        risen=risen,
        settled=settled,
        returned=returned,
    )
