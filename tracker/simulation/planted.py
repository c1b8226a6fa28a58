"""What is planted into the marks of a client who would have been stable: falls that pass or stay, slides, half a repair.

Amounts are parts of an item's range, so that 0.2 is two points of 0 to 10.
"""

from dataclasses import dataclass
from enum import Enum, auto


class Shape(Enum):
    """How it goes on: gone in the next session, as it is, half of it from the next session on, or more each session."""

    ONCE = auto()
    STAYS = auto()
    HALVED = auto()
    GROWS = auto()


@dataclass(frozen=True)
class Planted:
    """A change from session number `at` on, of the first item alone or of all; no session after number `last`."""

    key: str
    about: str
    amount: float
    shape: Shape
    first_alone: bool
    at: int
    last: int

    def lost(self, session: int, item: int) -> float:
        """What the item of that place, from 0, has lost in that session."""
        after = session - self.at
        if after < 0 or (self.first_alone and item > 0):
            return 0.0
        parts = {
            Shape.ONCE: 0.0 if after else 1.0,
            Shape.STAYS: 1.0,
            Shape.HALVED: 0.5 if after else 1.0,
            Shape.GROWS: after + 1.0,
        }
        return self.amount * parts[self.shape]


def stable(sessions: int) -> Planted:
    """No change, in so many sessions."""
    return Planted("stable", "nothing changes", 0.0, Shape.STAYS, False, sessions + 1, sessions)


def changes(sessions: int) -> tuple[Planted, ...]:
    """The changes that are planted into so many sessions: of twelve, falls into the eighth, slides from the fifth on."""
    fall = 1 + round(sessions * 7 / 12)
    slide = 1 + round(sessions * 4 / 12)
    once = Shape.ONCE
    stays = Shape.STAYS
    return (
        Planted("one-2", "one item 2 lower, in one session", 0.2, once, True, fall, sessions),
        Planted("one-3", "one item 3 lower, in one session", 0.3, once, True, fall, sessions),
        Planted("all-1", "all items 1 lower, in one session", 0.1, once, False, fall, sessions),
        Planted(
            "all-1.5", "all items 1.5 lower, in one session", 0.15, once, False, fall, sessions
        ),
        Planted("all-2", "all items 2 lower, in one session", 0.2, once, False, fall, sessions),
        Planted("one-2-stays", "one item 2 lower from then on", 0.2, stays, True, fall, sessions),
        Planted(
            "all-1.5-stays", "all items 1.5 lower from then on", 0.15, stays, False, fall, sessions
        ),
        Planted(
            "one-2-half", "one item 2 lower, then 1 lower", 0.2, Shape.HALVED, True, fall, sessions
        ),
        Planted(
            "one-slides",
            "one item 0.5 lower each session",
            0.05,
            Shape.GROWS,
            True,
            slide,
            sessions,
        ),
        Planted(
            "all-slide",
            "all items 0.3 lower each session",
            0.03,
            Shape.GROWS,
            False,
            slide,
            sessions,
        ),
        Planted(
            "drop-out",
            "one item 2 lower in the last two sessions",
            0.2,
            stays,
            True,
            fall,
            fall + 1,
        ),
    )
