"""Sessions that do not count where they were entered, in words."""

from tracker.domain.course.removals import Removal
from tracker.domain.course.trajectory import Slot
from tracker.models import Client

CHOICE = {
    Removal.MOVED: "Move it with its ratings to the right client",
    Removal.TAKEN_BACK: "Take it back: it was not meant to be entered at all",
}
WITHDRAWN = {
    Removal.MOVED: "withdrawn: session moved",
    Removal.TAKEN_BACK: "withdrawn: session taken back",
}
BECAME = {
    Removal.MOVED: "was moved to another record",
    Removal.TAKEN_BACK: "was taken back",
}


def heading(slot: Slot, client: Client) -> str:
    """What became of it: "Session 3 of K-014 was moved to another record"."""
    assert slot.removed
    return f"Session {slot.number} of {client.code} {BECAME[slot.removed]}"


def withdrawn(slot: Slot) -> str:
    """Why a flag of this session is withdrawn, where its session is the reason: "Withdrawn: session moved"; else ""."""
    return WITHDRAWN[slot.removed].capitalize() if slot.removed else ""
