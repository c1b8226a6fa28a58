"""A session that was taken back, or moved to the record it belongs in: it stays readable where it was entered first,
and no rule looks at it there.

    counts ──► moved | taken back ──► counts      put back: by one tap for ten minutes, later with a reason
"""

from datetime import datetime, timedelta
from enum import StrEnum

UNDO_WITHIN = timedelta(minutes=10)  # design default, as for answers
REASON_LENGTH = 200


class Removal(StrEnum):
    """What became of a session that does not count where it was entered."""

    MOVED = "moved"
    TAKEN_BACK = "taken_back"


class RemovalAct(StrEnum):
    """What an entry about a session says."""

    MOVED = "moved"
    TAKEN_BACK = "taken_back"
    PUT_BACK = "put_back"


def can_undo(removed_at: datetime, now: datetime) -> bool:
    """True while a session is put back by one tap."""
    return removed_at <= now <= removed_at + UNDO_WITHIN


def reason_problems(reason: str, *, needed: bool = True) -> dict[str, str]:
    """What stands in the way of storing this reason, as sentences by field."""
    words = reason.strip()
    if len(words) > REASON_LENGTH or (needed and not words):
        return {"reason": f"Enter the reason in a few words, {REASON_LENGTH} characters at most"}
    return {}
