"""What is planted into the marks of a client who would have been stable: falls, slides, half a repair.

Amounts are parts of an item's range, so that 0.2 is two points of 0 to 10.
"""

from dataclasses import dataclass
from enum import Enum, auto

from tracker.domain.rules.repair import RATINGS


class Shape(Enum):
    """How it goes on: gone in the next session, gone after three, as it is, half of it from the next session on, or
    more each session."""

    ONCE = auto()
    THRICE = auto()
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
            Shape.THRICE: 1.0 if after < 3 else 0.0,
            Shape.STAYS: 1.0,
            Shape.HALVED: 0.5 if after else 1.0,
            Shape.GROWS: after + 1.0,
        }
        return self.amount * parts[self.shape]


def stable(sessions: int) -> Planted:
    """No change, in so many sessions."""
    return Planted("stable", "nothing changes", 0.0, Shape.STAYS, False, sessions + 1, sessions)


@dataclass(frozen=True)
class PlantedKind:
    """A change before it is known when it begins. `ends_it`: the client comes once more and not again."""

    key: str
    about: str
    amount: float
    shape: Shape
    first_alone: bool
    ends_it: bool = False


ONCE = Shape.ONCE
STAYS = Shape.STAYS
GROWS = Shape.GROWS
KINDS = (
    PlantedKind("one-2", "one item 2 of 10 lower, in one session", 0.2, ONCE, True),
    PlantedKind("one-3", "one item 3 of 10 lower, in one session", 0.3, ONCE, True),
    PlantedKind("all-1", "all items 1 of 10 lower, in one session", 0.1, ONCE, False),
    PlantedKind("all-1.5", "all items 1.5 of 10 lower, in one session", 0.15, ONCE, False),
    PlantedKind("all-2", "all items 2 of 10 lower, in one session", 0.2, ONCE, False),
    PlantedKind("one-2-stays", "one item 2 of 10 lower from then on", 0.2, STAYS, True),
    PlantedKind("all-1.5-stays", "all items 1.5 of 10 lower from then on", 0.15, STAYS, False),
    PlantedKind("one-2-late", "one item 2 of 10 lower, in three sessions", 0.2, Shape.THRICE, True),
    PlantedKind("one-2-half", "one item 2 of 10 lower, then 1 lower", 0.2, Shape.HALVED, True),
    PlantedKind("one-slides", "one item 0.5 of 10 lower with each session", 0.05, GROWS, True),
    PlantedKind("all-slide", "all items 0.3 of 10 lower with each session", 0.03, GROWS, False),
    PlantedKind(
        "drop-out", "one item 2 of 10 lower in two sessions, then no more", 0.2, STAYS, True, True
    ),
)


def changes(sessions: int) -> tuple[Planted, ...]:
    """The changes that are planted into so many sessions: falls into the last but five, which are those that decide
    whether it came back; slides begin after a third."""
    fall = sessions - RATINGS
    slide = 1 + round(sessions / 3)
    return tuple(
        Planted(
            kind.key,
            kind.about,
            kind.amount,
            kind.shape,
            kind.first_alone,
            at=slide if kind.shape is GROWS else fall,
            last=fall + 1 if kind.ends_it else sessions,
        )
        for kind in KINDS
    )
