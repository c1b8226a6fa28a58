"""The order of a caseload: who needs me first.

One visible sentence explains it (`ORDER_SENTENCE`), and a test holds the two together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TypeVar

from tracker.domain.care.answers import NEEDS_AN_ANSWER, TO_COME_BACK_TO, Stage, only_offered
from tracker.domain.rules.findings import FlagKind, Tier

ORDER_SENTENCE = (
    "Risk items first, then unanswered check-ins, the oldest on top; then what was put off or planned, then what is up "
    "for review, then clients without a rating for three sessions, then today's sessions, then the rest by code."
)
T = TypeVar("T")


class Need(IntEnum):
    """Why a row stands where it stands, most pressing first."""

    RISK = 0
    CHECK_IN = 1
    COME_BACK = 2
    REVIEW = 3
    NO_RATING_LATELY = 4
    TODAY = 5
    NONE = 6


def need_of(tier: Tier, kind: FlagKind, stage: Stage, strength: int | None = None) -> Need | None:
    """What a flag asks of its clinician now; None for one that asks nothing, or is only offered."""
    if stage in TO_COME_BACK_TO:
        return Need.COME_BACK
    if stage not in NEEDS_AN_ANSWER or tier is Tier.NOTE or only_offered(strength, stage):
        return None
    if kind is FlagKind.NO_RATING_LATELY:
        return Need.NO_RATING_LATELY
    return {Tier.RISK: Need.RISK, Tier.CHECK_IN: Need.CHECK_IN, Tier.REVIEW: Need.REVIEW}[tier]


@dataclass(frozen=True)
class Standing:
    """What the order of a row rests on."""

    code: str
    needs: tuple[
        tuple[Need, date], ...
    ]  # what its things to answer and planned steps ask for, each with the date of the oldest session in it
    last_session: date | None
    scheduled: tuple[date, ...] = ()  # of sessions of which nobody has said yet what became of them

    def today(self, today: date) -> bool:
        """True when there was a session today, or one is to come."""
        return self.last_session == today or today in self.scheduled

    def since(self) -> date | None:
        """The day since which something gives the row its need."""
        return min(self.needs)[1] if self.needs else None

    def need_of_flags(self) -> Need | None:
        """The most pressing need among them."""
        return min(self.needs)[0] if self.needs else None

    def need(self, today: date) -> Need:
        """Why this client needs attention today."""
        by_flags = self.need_of_flags()
        if by_flags is not None:
            return by_flags
        return Need.TODAY if self.today(today) else Need.NONE


def in_order(rows: Sequence[T], standing: Callable[[T], Standing], today: date) -> list[T]:
    """The rows, the most pressing first."""

    def key(row: T) -> tuple[int, date, str]:
        place = standing(row)
        return place.need(today), place.since() or date.max, place.code

    return sorted(rows, key=key)
