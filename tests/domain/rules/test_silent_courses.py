"""A bad course that once passed in silence, over all rules together."""

from tests.domain.courses import trajectory
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.domain.rules.flags import CaseFacts, evaluate
from tracker.reference.loader import measures

OWN = measures()["session-check"]
WELL = measures()["wellbeing-check"]


def asked(*courses) -> list[tuple[int, FlagKind]]:
    """What these ratings of one client ask for, by session."""
    slots = courses[0].slots
    numbers = {slot.session_id: slot.number for slot in slots}
    found = evaluate(CaseFacts(slots, courses, primary=OWN.key))
    return sorted((numbers[f.session_id], f.kind) for f in found if f.tier is not Tier.NOTE)


def test_low_from_the_first_session_and_worse_since_is_seen_early_and_again() -> None:
    alliance = trajectory(OWN, *[(2, 3, 2, 2)] * 4)
    outcome = trajectory(WELL, *[(mark,) * len(WELL.items) for mark in (2, 1, 0, 0)])
    assert asked(alliance, outcome) == [
        (1, FlagKind.EARLY_LEVEL),
        (1, FlagKind.NEAR_WORST),
        (2, FlagKind.LOW_ITEM),
        (3, FlagKind.OUTCOME_WORSE),
    ]
