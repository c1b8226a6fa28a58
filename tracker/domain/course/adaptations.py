"""Adaptations: what was done to fit the work to this person."""

from datetime import date
from enum import StrEnum

NOTE_LENGTH = 300
REASON_LENGTH = 200


class AdaptationKind(StrEnum):
    """What was adapted."""

    PACING = "pacing"
    LANGUAGE = "language"
    CULTURE = "cultural_tailoring"
    MODALITY = "modality"
    OTHER = "other"


def problems(on: date, note: str, *, since: date, today: date) -> dict[str, str]:
    """What stands in the way of storing one, by field. `since`: the first day it can be of."""
    by_field = {}
    if not since <= on <= today:
        by_field["on"] = f"The day must be between {since.day} {since:%B %Y} and today"
    if not 0 < len(note.strip()) <= NOTE_LENGTH:
        by_field["note"] = f"Say in one line what was adapted, {NOTE_LENGTH} characters at most"
    return by_field
