"""The order of a caseload: who needs me first.

One visible sentence explains it (`ORDER_SENTENCE`), and a test holds the two together.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import TypeVar

from tracker.domain.answers import NEEDS_AN_ANSWER, TO_COME_BACK_TO, Stage

ORDER_SENTENCE = (
    "Unanswered check-ins first, the oldest on top; then what was put off, then clients without a rating for "
    "three sessions, then today's sessions, then the rest by code."
)
T = TypeVar("T")
RATING_GAP = 3  # attended sessions without a client rating; design default


class Need(IntEnum):
    """Why a row stands where it stands, most pressing first."""

    CHECK_IN = 0
    COME_BACK = 1
    NO_RATING_LATELY = 2
    TODAY = 3
    NONE = 4


# The stages of a flag that give a row its need.
STAGES = {Need.CHECK_IN: NEEDS_AN_ANSWER, Need.COME_BACK: TO_COME_BACK_TO}


@dataclass(frozen=True)
class Standing:
    """What the order of a row rests on."""

    code: str
    stages: tuple[tuple[Stage, date], ...]  # of the flags that are not withdrawn, with their dates
    sessions_without_rating: int
    last_session: date | None

    def since(self) -> date | None:
        """The day of the oldest flag that gives the row its need."""
        need = self.need_of_flags()
        days = [day for stage, day in self.stages if need is not None and stage in STAGES[need]]
        return min(days, default=None)

    def need_of_flags(self) -> Need | None:
        """The most pressing need among the flags."""
        for need, stages in STAGES.items():
            if any(stage in stages for stage, _ in self.stages):
                return need
        return None

    def need(self, today: date) -> Need:
        """Why this client needs attention today."""
        by_flags = self.need_of_flags()
        if by_flags is not None:
            return by_flags
        if self.sessions_without_rating >= RATING_GAP:
            return Need.NO_RATING_LATELY
        return Need.TODAY if self.last_session == today else Need.NONE


def in_order(rows: Sequence[T], standing: Callable[[T], Standing], today: date) -> list[T]:
    """The rows, the most pressing first."""

    def key(row: T) -> tuple[int, date, str]:
        place = standing(row)
        return place.need(today), place.since() or date.max, place.code

    return sorted(rows, key=key)
