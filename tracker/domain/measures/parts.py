"""What a measure is made of: items, scores over them, and what is published about them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from tracker.domain.measures.numbers import places, show


class Kind(StrEnum):
    ALLIANCE = "alliance"
    OUTCOME = "outcome"


class Rater(StrEnum):
    CLIENT = "client"
    THERAPIST = "therapist"
    OBSERVER = "observer"


class InputMode(StrEnum):
    """How a rating was entered: by answers, in the form of the items' scale, or by sums."""

    NUMBERS = "numbers"  # eleven numbers, one chosen
    LABELS = "labels"  # a few labelled steps
    LINE = "line"  # a mark on a line, measured
    TOTAL = "total"  # only the sum was typed
    COMPONENTS = "components"  # the scores of the scales were typed, not the items


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"


class Wording(StrEnum):
    """Whose words the questions carry; none: scores only, of a form the practice holds a licence for."""

    OWN = "own"
    FREE = "free"
    PRACTICE = "practice"
    NONE = "none"


@dataclass(frozen=True)
class Item:
    """One question. `wording` is by language and rater, `ends` and `labels` by language.

    `aside`: it is looked at by itself, and the score is not computed from it (its fellows are not in the file).
    """

    key: str
    label: str
    low: Fraction
    high: Fraction
    step: Fraction
    reverse: bool = False
    aside: bool = False
    wording: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ends: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def words(self) -> tuple[object, ...]:
        """Everything that whoever rates reads of it, in every language."""
        return self.wording, self.ends, self.labels

    def choices(self) -> tuple[Fraction, ...]:
        """Every possible answer, lowest first."""
        count = int((self.high - self.low) / self.step) + 1
        return tuple(self.low + self.step * n for n in range(count))

    def problem(self, value: Fraction) -> str | None:
        """Why the value cannot be an answer, as a sentence, or None."""
        if value in self._possible:
            return None
        return _range_problem(self.label, value, self.low, self.high, self.step)

    @cached_property
    def _possible(self) -> frozenset[Fraction]:
        return frozenset(self.choices())

    def scored(self, units: int) -> Fraction:
        """The points of a stored answer, turned round for a reversed item."""
        return self._points[units]

    @cached_property
    def _points(self) -> dict[int, Fraction]:
        """The points of every answer there is, worked out once: a record scores thousands."""
        whole = {int(value / self.step): value for value in self.choices()}
        if not self.reverse:
            return whole
        return {units: self.low + self.high - value for units, value in whole.items()}


@dataclass(frozen=True)
class Typed:
    """A score that may be typed as a whole: its range and step as typed, and what one typed point is worth."""

    label: str
    low: Fraction
    high: Fraction
    step: Fraction
    worth: Fraction = Fraction(1)

    def problem(self, value: Fraction) -> str | None:
        """Why the value cannot be this score, as a sentence, or None."""
        return _range_problem(self.label, value, self.low, self.high, self.step)

    def score(self, units: int) -> Fraction:
        """The score of a stored number."""
        return units * self.step * self.worth


@dataclass(frozen=True)
class Component:
    """A score over some items: their sum or mean, times a factor. `missing` of them may be left out."""

    key: str
    label: str
    items: tuple[str, ...]
    method: str = "mean"
    times: Fraction = Fraction(1)
    missing: int = 0
    typed: Typed | None = None


@dataclass(frozen=True)
class Question:
    """The unscored last question. An answer of 1 or more is an invitation to talk."""

    key: str
    label: str
    wording: Mapping[str, Mapping[str, str]]
    choices: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Level:
    """A published cut-off by age band ("any" for all), with its source. `inclusive`: the cut-off itself lies on the
    side that asks for attention."""

    cutoffs: Mapping[str, Fraction]
    source: str
    inclusive: bool

    def cutoff(self, age_band: str) -> Fraction | None:
        """The cut-off for that age, or None where none is published."""
        return self.cutoffs.get(age_band, self.cutoffs.get("any"))


@dataclass(frozen=True)
class Band:
    """A published name for scores from `low` on."""

    low: Fraction
    label: str


@dataclass(frozen=True)
class Risk:
    """Items on harm: an answer of `least` points or more, as entered, counts."""

    items: tuple[str, ...]
    least: Fraction
    source: str


class Basis(StrEnum):
    """What a reliable change rests on."""

    PUBLISHED = "published"
    PRACTICE = "practice"  # worked out from the practice's own ratings
    DEFAULT = "design default"


@dataclass(frozen=True)
class ReliableChange:
    """The smallest change that counts, inclusive, with its source. `within_sd`: the within-person SD that a design
    default or a practice's own rests on, in the measure's points; `clients`: from how many of the practice's own it was
    estimated."""

    points: Fraction
    source: str
    basis: Basis = Basis.PUBLISHED
    within_sd: Fraction | None = None
    clients: int = 0

    @property
    def published(self) -> bool:
        """True where it was published for the measure."""
        return self.basis is Basis.PUBLISHED


def combined(
    method: str,
    times: Fraction,
    keys: tuple[str, ...],
    values: Mapping[str, Fraction],
    missing: int = 0,
) -> Fraction | None:
    """The score over these items, each missing one counted as the mean of the others; None when more than `missing`
    are absent, or all."""
    present = [values[key] for key in keys if key in values]
    if not present or len(keys) - len(present) > missing:
        return None
    total = sum(present, Fraction(0))
    if method == "sum" and len(present) == len(keys):
        return times * total
    mean = total / len(present)
    return times * (mean if method == "mean" else mean * len(keys))


def _range_problem(
    label: str, value: Fraction, low: Fraction, high: Fraction, step: Fraction
) -> str | None:
    digits = places(step)
    if not low <= value <= high:
        return f"{label} must be between {show(low, digits)} and {show(high, digits)}"
    if (value / step).denominator != 1:
        kind = "a whole number" if step == 1 else f"a number in steps of {show(step, digits)}"
        return f"{label} must be {kind}"
    return None
