"""The agenda of a supervision meeting: which clients are talked about, and in which order.

One visible sentence explains the order (`ORDER_SENTENCE`), and a test holds the two together.
"""

from collections.abc import Sequence
from datetime import date, timedelta
from enum import IntEnum, StrEnum

SEEN_WITHIN = timedelta(weeks=4)  # all ongoing cases within 2 to 4 weeks (NHS Talking Therapies)
ORDER_SENTENCE = (
    "Risk first, then what nobody has answered, the oldest on top; then what was planned to be discussed, then what "
    "was agreed before and is still open, then objectives at risk, then clients not seen in supervision for four weeks."
)


class AgendaReason(IntEnum):
    """Why a client is on the agenda, the most pressing first."""

    RISK = 0
    UNANSWERED = 1
    TO_DISCUSS = 2
    ACTION = 3
    OBJECTIVE = 4
    NOT_SEEN = 5


UNSEEN_AT_ONCE = 3  # design default: clients with no other reason who are on one agenda


class Ended(StrEnum):
    """How an action ended."""

    DONE = "done"
    NOT_NEEDED = "not_needed"


def unseen(*, starts_on: date, last_reviewed: date | None, today: date) -> bool:
    """True for a client who was not looked at in supervision for four weeks, and has been here as long."""
    return max(last_reviewed or starts_on, starts_on) <= today - SEEN_WITHIN


def place(reasons: Sequence[tuple[AgendaReason, date]]) -> tuple[AgendaReason, date]:
    """Where a client stands in the order: by the most pressing reason, the oldest on top."""
    return min(reasons)
