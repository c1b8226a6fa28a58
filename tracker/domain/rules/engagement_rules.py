"""What attendance and taking part say: missed, late, agreed tasks, nothing voiced.

A missed session is often a sign about the alliance, not about the person. Each rule looks at the sessions up to one of
them and says whether something begins to hold there.
"""

from collections.abc import Collection, Sequence

from tracker.domain.course.sessions import AgreedTask, Observation, Status
from tracker.domain.course.trajectory import Slot
from tracker.domain.rules.findings import FlagKind, SessionRule

LATE_MINUTES = 10  # design default
LATE_TIMES = 2
LATE_WINDOW = 4  # design default: so often in so many attended sessions
RUNNING = 2  # design default: agreed tasks, or observed sessions, in a row


def missed(slots: Sequence[Slot], rated: Collection[int]) -> bool:
    """A session that the client missed; it asks for a conversation about coming back until one is recorded (design
    default)."""
    return slots[-1].status is Status.MISSED


def _attended(slots: Sequence[Slot]) -> list[Slot]:
    return [slot for slot in slots if slot.status is Status.ATTENDED]


def late_again(slots: Sequence[Slot], rated: Collection[int]) -> bool:
    """Late by ten minutes or more in two of the last four attended sessions, the last one among them (design
    default)."""
    late = [(slot.minutes_late or 0) >= LATE_MINUTES for slot in _attended(slots)]
    if slots[-1].status is not Status.ATTENDED or not late[-1]:
        return False
    often = late[-LATE_WINDOW:]
    before = late[:-1][-LATE_WINDOW:]
    return sum(often) >= LATE_TIMES and sum(before) < LATE_TIMES


def tasks_not_done(slots: Sequence[Slot], rated: Collection[int]) -> bool:
    """Two agreed tasks running were not done; sessions for which none was agreed are skipped (design default)."""
    agreed = {AgreedTask.DONE, AgreedTask.PARTLY, AgreedTask.NOT_DONE}
    asked = [slot for slot in _attended(slots) if slot.task in agreed]
    return _begins(slots, asked, [slot.task is AgreedTask.NOT_DONE for slot in asked])


def nothing_voiced(slots: Sequence[Slot], rated: Collection[int]) -> bool:
    """In two observed sessions running the client asked nothing, disagreed with nothing, brought nothing and set
    nothing (design default). Compliance is not alliance."""
    observed = [slot for slot in _attended(slots) if slot.observed]
    return _begins(slots, observed, [_voiced_nothing(slot) for slot in observed])


def _voiced_nothing(slot: Slot) -> bool:
    return len(slot.observed) == len(Observation) and not any(slot.observed.values())


def _begins(slots: Sequence[Slot], seen: list[Slot], holds: list[bool]) -> bool:
    """True when the last session is one of those seen, and it holds there for the second time running."""
    if not seen or seen[-1] is not slots[-1] or len(seen) < RUNNING:
        return False
    return all(holds[-RUNNING:]) and not any(holds[-RUNNING - 1 : -RUNNING])


RULES: dict[FlagKind, SessionRule] = {
    FlagKind.MISSED: missed,
    FlagKind.LATE_AGAIN: late_again,
    FlagKind.TASKS_NOT_DONE: tasks_not_done,
    FlagKind.NOTHING_VOICED: nothing_voiced,
}
