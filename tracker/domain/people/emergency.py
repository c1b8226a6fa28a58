"""Opening a record in an emergency, by somebody else than its clinician or supervisor: to read, for an hour."""

from datetime import datetime, timedelta

LASTS = timedelta(
    minutes=60
)  # at most 60 minutes (45 CFR 164.312(a)(2)(ii) as read in docs/decisions/0021)
TRIES = 5
WITHIN = timedelta(minutes=15)  # design default: wrong codes, then a pause
REASON_LENGTH = 300


def open_at(moment: datetime, opened_at: datetime, ended_at: datetime | None) -> bool:
    """True while the record is open by it."""
    last = opened_at + LASTS if ended_at is None else min(ended_at, opened_at + LASTS)
    return opened_at <= moment < last


def problems(code: str, reason: str) -> dict[str, str]:
    """What stands in the way of opening a record, as sentences by field."""
    by_field = {}
    if not code.strip():
        by_field["code"] = "Enter the client's code exactly, such as K-014"
    if not 0 < len(reason.strip()) <= REASON_LENGTH:
        by_field["reason"] = f"Say why, {REASON_LENGTH} characters at most"
    return by_field
