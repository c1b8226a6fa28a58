"""What the therapist saw of a strain, in plain words: the client drew back, or pushed back.

The two families follow the 3RS (Eubanks, Muran, Safran 2015, 10.13140/2.1.1666.8488; Eubanks, Lubitz, Muran, Safran
2019); which signs stand here, and their wording, are this product's own. They are notes of what was seen and no score.
"""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType


class StrainMarker(StrEnum):
    """One thing that was seen, in the order of the forms."""

    SHORT_ANSWERS = "short_answers"
    QUICK_YES = "quick_yes"
    CHANGED_SUBJECT = "changed_subject"
    ABSTRACT_TALK = "abstract_talk"
    SELF_BLAME = "self_blame"
    ABOUT_ME = "about_me"
    ABOUT_METHOD = "about_method"
    ABOUT_PROGRESS = "about_progress"
    DEFENDED = "defended"
    PRESSED = "pressed"


class MarkerFamily(StrEnum):
    DREW_BACK = "drew_back"
    PUSHED_BACK = "pushed_back"


OF_FAMILY: Mapping[MarkerFamily, tuple[StrainMarker, ...]] = MappingProxyType(
    {
        MarkerFamily.DREW_BACK: (
            StrainMarker.SHORT_ANSWERS,
            StrainMarker.QUICK_YES,
            StrainMarker.CHANGED_SUBJECT,
            StrainMarker.ABSTRACT_TALK,
            StrainMarker.SELF_BLAME,
        ),
        MarkerFamily.PUSHED_BACK: (
            StrainMarker.ABOUT_ME,
            StrainMarker.ABOUT_METHOD,
            StrainMarker.ABOUT_PROGRESS,
            StrainMarker.DEFENDED,
            StrainMarker.PRESSED,
        ),
    }
)


def in_marker_order(chosen: Iterable[str]) -> tuple[StrainMarker, ...]:
    """These markers, each once, in the order of the forms."""
    kept = set(chosen)
    return tuple(marker for marker in StrainMarker if marker in kept)
