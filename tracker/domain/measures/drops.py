"""The drop rule of a measure, as its data file gives it: conditions for three strengths."""

from dataclasses import dataclass, replace
from enum import StrEnum
from fractions import Fraction


class Below(StrEnum):
    """What a fall is measured from."""

    PREVIOUS = "previous"
    BASE = "base"


class On(StrEnum):
    """Which scores a condition watches."""

    ITEM = "item"
    COMPONENT = "component"
    TOTAL = "total"


@dataclass(frozen=True)
class Condition:
    """`count` of the watched scores have fallen by `points` or more below the reference.

    `now_below`: and now stand below this; `total_below`: and the total does.
    """

    on: On
    below: Below
    points: Fraction
    now_below: Fraction | None = None
    total_below: Fraction | None = None
    count: int = 1


@dataclass(frozen=True)
class DropRule:
    """For each strength, the conditions of which one must hold; strength 1 decides whether there is a drop."""

    strengths: tuple[tuple[Condition, ...], ...]
    source: str
    cost: str = ""  # how often it fires without any true change, as far as that is known

    def with_points(self, points: Fraction) -> "DropRule":
        """The same rule with another threshold (a practice's setting) where the file has its main one."""
        first = tuple(
            replace(condition, points=points) if condition.points == self.points else condition
            for condition in self.strengths[0]
        )
        return replace(self, strengths=(first, *self.strengths[1:]))

    @property
    def points(self) -> Fraction:
        """The fall of a single watched score that raises a check-in."""
        return self.strengths[0][0].points
