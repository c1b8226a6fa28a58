"""What a supervision board asks of each flag, and which flags of a client stand on it as one."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from typing import TypeVar

from tracker.domain.care.answers import Addressed, Stage, ended_unanswered, only_offered
from tracker.domain.care.flag_stage import waits_for_a_rating
from tracker.domain.care.to_answer import Asking, ThingToAnswer, things
from tracker.domain.rules.findings import TIER, FlagKind, Tier
from tracker.domain.supervision import sign_off
from tracker.domain.supervision.sign_off import BoardState, Signed

RECENT = timedelta(weeks=8)  # design default: how long an answered flag stays on the board
TOGETHER = (BoardState.OPEN, BoardState.IN_SUPERVISION)  # the states in which flags wait together
T = TypeVar("T")


@dataclass(frozen=True)
class OnBoard:
    """Where a flag stands for whoever supervises: what was found, what the clinician answered, what was signed."""

    kind: FlagKind
    strength: int | None
    stage: Stage
    addressed: Addressed
    signed: Signed

    @property
    def tier(self) -> Tier:
        """Where it appears."""
        return TIER[self.kind]

    @property
    def state(self) -> BoardState:
        """Where it stands."""
        return sign_off.board_state(self.stage, self.signed)

    @property
    def void(self) -> bool:
        """True when its sign-off does not hold any more, and there is something to sign."""
        return self.signed is Signed.VOID and self.state is not BoardState.CORRECTED

    @property
    def opened_again(self) -> bool:
        """True when supervision took its sign-off back, and has not signed since."""
        return self.signed is Signed.OPENED_AGAIN and self.state is not BoardState.CORRECTED

    @property
    def only_offered(self) -> bool:
        """True while nobody has answered it and nobody has to."""
        return only_offered(self.strength, self.stage)

    @property
    def unanswered(self) -> bool:
        """True while an answer to it is waited for."""
        return self.state is BoardState.OPEN and not self.only_offered

    @property
    def not_rated_lately(self) -> bool:
        """True while it says that the client has not rated lately."""
        return self.state is BoardState.OPEN and waits_for_a_rating(self.kind)

    @property
    def ended_unanswered(self) -> bool:
        """True for a check-in that nobody talked about before the therapy ended, until it is signed off."""
        left = ended_unanswered(tier=self.tier, strength=self.strength, stage=self.stage)
        return left and self.state is BoardState.ENDED

    @property
    def first(self) -> bool:
        """True when the board shows it before anybody filters."""
        asks = self.unanswered or self.ended_unanswered
        return sign_off.shown_at_first(self.tier, self.strength, self.state, self.signed, asks=asks)

    @property
    def stays(self) -> bool:
        """True while it is on the board however old it is."""
        return self.state in TOGETHER or self.ended_unanswered or self.void or self.opened_again

    @property
    def outlives_the_therapy(self) -> bool:
        """True for what is on the board of a client whose therapy has ended: what stays there, and risk that nobody has
        signed off yet."""
        return self.stays or (self.tier is Tier.RISK and self.first)


def in_things(
    flags: Iterable[T], on_board: Callable[[T], OnBoard], asking: Callable[[T], Asking]
) -> list[ThingToAnswer[T]]:
    """The flags of one client as a board has them, each thing to answer as one. What was answered, and what supervision
    has planned a day for, stands by itself."""
    together: dict[BoardState, list[T]] = {}
    alone = []
    for flag in flags:
        on = on_board(flag)
        planned = on.signed is Signed.TO_DISCUSS
        if on.state in TOGETHER and not planned and asking(flag).counts:
            together.setdefault(on.state, []).append(flag)
        else:
            alone.append(ThingToAnswer(((flag,),), None))
    return [thing for some in together.values() for thing in things(some, asking)] + alone
