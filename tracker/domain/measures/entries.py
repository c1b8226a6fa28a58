"""What a person gives on a measure, what is stored of it, and what it comes to."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction

from tracker.domain.measures.strain import StrainAnswer

TOTAL = "total"
NOT_APPLICABLE = "n/a"  # as a form and a draft say that an item does not apply


def not_applicable(text: str) -> bool:
    """True for what people write where an item does not apply to them."""
    return text.strip().casefold() in (NOT_APPLICABLE, "n.a.", "not applicable")


@dataclass(frozen=True)
class Scores:
    """What one rating comes to: item and component scores by key, the total, and whether any of it was prorated.

    missing         how many of its items were left out
    not_applicable  the items that were answered so: they are not missing, and have no score
    scales_missing  how many of its scales were left out, where these were typed and no total was
    """

    values: Mapping[str, Fraction]
    total: Fraction | None
    prorated: bool = False
    missing: int = 0
    not_applicable: frozenset[str] = frozenset()
    scales_missing: int = 0

    def of(self, key: str) -> Fraction | None:
        """The score of an item, a component or the TOTAL; None when it is missing."""
        return self.total if key == TOTAL else self.values.get(key)


@dataclass(frozen=True)
class Entered:
    """What a person gave: points by item (None for "no rating") or by scale, or a total, the unscored questions, and
    the items that do not apply to whoever rated."""

    values: Mapping[str, Fraction | None] = field(default_factory=dict)
    total: Fraction | None = None
    held_back: int | None = None
    not_applicable: frozenset[str] = frozenset()
    strain: StrainAnswer | None = None

    def silent(self) -> bool:
        """True when nothing was said: nothing touched, or "no rating" everywhere."""
        return not self.answered() and self.held_back is None and self.strain is None

    def strain_alone(self) -> bool:
        """True when tension was asked about and answered, and nothing else was touched."""
        return self.strain is not None and not self.values and replace(self, strain=None).silent()

    def answered(self) -> bool:
        """True when there is at least one number, or an item that does not apply."""
        numbers = any(value is not None for value in self.values.values())
        return self.total is not None or numbers or bool(self.not_applicable)


@dataclass(frozen=True)
class Answers:
    """What is stored of a rating: whole numbers of steps by item or scale, or of the total, and what does not apply."""

    items: Mapping[str, int] = field(default_factory=dict)
    total: int | None = None
    held_back: int | None = None
    not_applicable: frozenset[str] = frozenset()
    strain: StrainAnswer | None = None

    def strain_alone(self) -> bool:
        """True when tension was answered, and nothing else."""
        return self.strain is not None and self == Answers(strain=self.strain)
