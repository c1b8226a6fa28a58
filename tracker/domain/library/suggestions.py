"""Suggestions for revising a text of the library: who can do what with one, and when.

submitted ──► drafted ──► approved ──► published
    │          ▲ └──► returned
    │          └── drafted anew: while a draft waits, after it was returned, and after it was approved
    └──► declined (with a reason) | withdrawn (by who submitted it), from any stage before the last
"""

from collections.abc import Sequence
from enum import StrEnum


class About(StrEnum):
    """What is amiss with the text."""

    WRONG = "wrong"
    OUTDATED = "outdated"
    UNCLEAR = "unclear"
    NO_SOURCE = "no_source"
    OTHER = "other"


class Credit(StrEnum):
    """Whether the one who suggested it is named with the revision."""

    NAMED = "named"
    UNNAMED = "unnamed"


class SuggestionAct(StrEnum):
    """What is done with a suggestion."""

    DRAFTED = "drafted"
    APPROVED = "approved"
    RETURNED = "returned"
    PUBLISHED = "published"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class SuggestionStage(StrEnum):
    """Where a suggestion stands: with nobody's act yet, or after the last act."""

    SUBMITTED = "submitted"
    DRAFTED = "drafted"
    APPROVED = "approved"
    RETURNED = "returned"
    PUBLISHED = "published"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


OVER = frozenset({SuggestionStage.PUBLISHED, SuggestionStage.DECLINED, SuggestionStage.WITHDRAWN})
_OPEN = {SuggestionAct.DECLINED, SuggestionAct.WITHDRAWN}
NEXT: dict[SuggestionStage, frozenset[SuggestionAct]] = {
    SuggestionStage.SUBMITTED: frozenset({SuggestionAct.DRAFTED} | _OPEN),
    SuggestionStage.DRAFTED: frozenset(
        {SuggestionAct.APPROVED, SuggestionAct.RETURNED, SuggestionAct.DRAFTED} | _OPEN
    ),
    SuggestionStage.RETURNED: frozenset({SuggestionAct.DRAFTED} | _OPEN),
    SuggestionStage.APPROVED: frozenset({SuggestionAct.PUBLISHED, SuggestionAct.DRAFTED} | _OPEN),
    SuggestionStage.PUBLISHED: frozenset(),
    SuggestionStage.DECLINED: frozenset(),
    SuggestionStage.WITHDRAWN: frozenset(),
}
KEEPER = frozenset({SuggestionAct.DRAFTED, SuggestionAct.PUBLISHED, SuggestionAct.DECLINED})
SUBMITTER = frozenset({SuggestionAct.APPROVED, SuggestionAct.RETURNED, SuggestionAct.WITHDRAWN})
NEEDS_A_REASON = frozenset({SuggestionAct.DECLINED, SuggestionAct.RETURNED})


def stage(acts: Sequence[SuggestionAct]) -> SuggestionStage:
    """Where a suggestion stands after these acts, the earliest first."""
    return SuggestionStage(acts[-1].value) if acts else SuggestionStage.SUBMITTED


def possible(stands: SuggestionStage, *, keeps: bool, submitted: bool) -> frozenset[SuggestionAct]:
    """What somebody can do with it: the one who keeps the library, the one who submitted it, or both."""
    own = (KEEPER if keeps else frozenset()) | (SUBMITTER if submitted else frozenset())
    return NEXT[stands] & own


def awaited(stands: SuggestionStage, can: frozenset[SuggestionAct]) -> bool:
    """True when it waits for somebody who can do this with it. Nothing waits to be ended, which goes at any time, and a
    draft that is with its submitter waits for no other."""
    again = {SuggestionAct.DRAFTED} if stands is SuggestionStage.DRAFTED else set()
    return bool(can - _OPEN - again)
