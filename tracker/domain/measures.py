"""A measure: its items, what a complete rating of it is, and its scores.

Range and completeness are judged here and nowhere else; forms and commands only read text into numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from types import MappingProxyType

from tracker.domain.drops import DropRule, On
from tracker.domain.entries import TOTAL, Answers, Entered, Scores
from tracker.domain.numbers import places, show


class Kind(StrEnum):
    ALLIANCE = "alliance"
    OUTCOME = "outcome"


class Rater(StrEnum):
    CLIENT = "client"
    THERAPIST = "therapist"
    OBSERVER = "observer"


class InputMode(StrEnum):
    """The form of the scale, which splits a series; the device does not."""

    NUMBERS = "numbers"  # eleven numbers, one chosen
    LABELS = "labels"  # a few labelled steps
    LINE = "line"  # a mark on a line, measured
    TOTAL = "total"  # only the sum was typed


class Better(StrEnum):
    HIGHER = "higher"
    LOWER = "lower"


class Wording(StrEnum):
    """Whose words the questions carry; none: scores only, of a form the practice holds a licence for."""

    OWN = "own"
    FREE = "free"
    NONE = "none"


@dataclass(frozen=True)
class Item:
    """One question. `wording` is by language and rater, `ends` and `labels` by language."""

    key: str
    label: str
    low: Fraction
    high: Fraction
    step: Fraction
    reverse: bool = False
    wording: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    ends: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    labels: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def choices(self) -> tuple[Fraction, ...]:
        """Every possible answer, lowest first."""
        count = int((self.high - self.low) / self.step) + 1
        return tuple(self.low + self.step * n for n in range(count))

    def problem(self, value: Fraction) -> str | None:
        """Why the value cannot be an answer, as a sentence, or None."""
        return _range_problem(self.label, value, self.low, self.high, self.step)

    def scored(self, units: int) -> Fraction:
        """The points of a stored answer, turned round for a reversed item."""
        points = units * self.step
        return self.low + self.high - points if self.reverse else points


@dataclass(frozen=True)
class Component:
    """A score over some items: their sum or mean."""

    key: str
    label: str
    items: tuple[str, ...]
    method: str = "mean"


@dataclass(frozen=True)
class Question:
    """The unscored last question. An answer of 1 or more is an invitation to talk."""

    key: str
    label: str
    wording: Mapping[str, Mapping[str, str]]
    choices: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Level:
    """A published cut-off by age band ("any" for all), with its source."""

    cutoffs: Mapping[str, Fraction]
    source: str


@dataclass(frozen=True)
class ReliableChange:
    """The smallest change that counts, inclusive, with its source."""

    points: Fraction
    source: str


@dataclass(frozen=True)
class Measure:
    """One questionnaire in one version, as its data file describes it."""

    key: str
    version: int
    name: str
    short: str
    kind: Kind
    raters: tuple[Rater, ...]
    better: Better
    input: InputMode
    items: tuple[Item, ...]
    components: tuple[Component, ...]
    method: str
    low: Fraction
    high: Fraction
    total_label: str
    total_entry: bool
    partial: bool
    wording_by: Wording
    licence: str
    holder: str
    validated: bool
    evidence: str
    about: str
    drop: DropRule | None = None
    question: Question | None = None
    level: Level | None = None
    reliable_change: ReliableChange | None = None
    codes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def item(self, key: str) -> Item:
        """The item of that key; KeyError when there is none."""
        return next(item for item in self.items if item.key == key)

    @property
    def step(self) -> Fraction:
        """The step of the items, which is also that of a typed total."""
        return self.items[0].step

    @property
    def digits(self) -> int:
        """Decimals to show a score of this measure with: two more than its items have where it is a mean, so that the
        mean of four and its change agree with each other."""
        return places(self.step) + (2 if self.method == "mean" else 0)

    def watched(self, on: On) -> tuple[str, ...]:
        """The keys of the scores that a condition of that kind looks at."""
        if on is On.TOTAL:
            return (TOTAL,)
        return tuple(part.key for part in (self.items if on is On.ITEM else self.components))

    def label_of(self, key: str) -> str:
        """The short label of an item, a component or the TOTAL."""
        if key == TOTAL:
            return self.total_label
        labels = {c.key: c.label for c in self.components} | {i.key: i.label for i in self.items}
        return labels[key]

    def loss(self, before: Fraction, after: Fraction) -> Fraction:
        """By how much `after` is worse than `before`, whichever way the measure runs."""
        return before - after if self.better is Better.HIGHER else after - before

    def problems(self, entered: Entered) -> dict[str, str]:
        """What stands in the way of storing this, as sentences by item key (or TOTAL); empty when nothing does."""
        if entered.total is not None:
            return self._total_problems(entered)
        found: dict[str, str] = {}
        for item in self.items:
            value = entered.values.get(item.key)
            if value is not None:
                problem = item.problem(value)
                if problem:
                    found[item.key] = problem
            elif item.key not in entered.values or (not self.partial and entered.answered()):
                found[item.key] = self.missing(item)
        return found

    def missing(self, item: Item) -> str:
        """What is said beside an item that has neither a number nor "no rating"."""
        if self.input is InputMode.LINE:
            extra = f", or only the {self.total_label.lower()}" if self.total_entry else ""
            return f"Enter a number for {item.label.lower()}{extra}"
        return f"Select a number for {item.label.lower()}, or choose 'no rating'"

    def _total_problems(self, entered: Entered) -> dict[str, str]:
        assert entered.total is not None
        if not self.total_entry:
            return {TOTAL: f"{self.short} takes the single answers, not a total"}
        if entered.answered() and any(v is not None for v in entered.values.values()):
            return {TOTAL: "Enter either the single numbers or the total, not both"}
        problem = _range_problem(self.total_label, entered.total, self.low, self.high, self.step)
        return {TOTAL: problem} if problem else {}

    def store(self, entered: Entered) -> Answers:
        """What is kept of an entry that has no problems."""
        if entered.total is not None:
            return Answers(total=int(entered.total / self.step), held_back=entered.held_back)
        kept = {
            item.key: int(value / item.step)
            for item in self.items
            if (value := entered.values.get(item.key)) is not None
        }
        return Answers(items=kept, held_back=entered.held_back)

    def mode_of(self, answers: Answers) -> InputMode:
        """The input mode that an entry stands for."""
        return self.input if answers.total is None else InputMode.TOTAL

    def entered(self, answers: Answers) -> Entered:
        """The entry that was stored, back in points; an item without an answer is "no rating"."""
        if answers.total is not None:
            return Entered(total=answers.total * self.step, held_back=answers.held_back)
        values = {
            item.key: answers.items[item.key] * item.step if item.key in answers.items else None
            for item in self.items
        }
        return Entered(values, held_back=answers.held_back)

    def score(self, answers: Answers) -> Scores:
        """The scores of a stored rating. Missing items are never filled in: what rests on them is missing too."""
        if answers.total is not None:
            return Scores({}, answers.total * self.step)
        values = {
            item.key: item.scored(answers.items[item.key])
            for item in self.items
            if item.key in answers.items
        }
        for component in self.components:
            if component.key not in values and all(key in values for key in component.items):
                parts = [values[key] for key in component.items]
                values[component.key] = _combined(component.method, parts)
        complete = [values[item.key] for item in self.items if item.key in values]
        total = _combined(self.method, complete) if len(complete) == len(self.items) else None
        return Scores(values, total)


def _combined(method: str, parts: list[Fraction]) -> Fraction:
    total = sum(parts, Fraction(0))
    return total if method == "sum" else total / len(parts)


def _range_problem(
    label: str, value: Fraction, low: Fraction, high: Fraction, step: Fraction
) -> str | None:
    digits = places(step)
    if not low <= value <= high:
        return f"{label} must be between {show(low, digits)} and {show(high, digits)}"
    if (value / step).denominator != 1:
        kind = "a whole number" if digits == 0 else f"a number in steps of {show(step, digits)}"
        return f"{label} must be {kind}"
    return None
