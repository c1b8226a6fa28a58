"""A measure: its items, what a complete rating of it is, and its scores.

Range and completeness are judged in the domain and nowhere else; forms and commands only read text into numbers.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from tracker.domain.measures.drops import DropRule, On
from tracker.domain.measures.entries import TOTAL, Answers, Entered
from tracker.domain.measures.numbers import places
from tracker.domain.measures.parts import (
    Band,
    Basis,
    Better,
    Component,
    InputMode,
    Item,
    Kind,
    Level,
    Question,
    Rater,
    ReliableChange,
    Risk,
    Typed,
    Wording,
    combined,
)
from tracker.domain.measures.priors import DESIGN_DEFAULT, Prior
from tracker.domain.measures.strain import StrainQuestion

__all__ = (
    "FEW",
    "Band",
    "Basis",
    "Better",
    "Component",
    "InputMode",
    "Item",
    "Kind",
    "Level",
    "Measure",
    "Question",
    "Rater",
    "ReliableChange",
    "Risk",
    "Typed",
    "Wording",
)
MIDDLE = "Design default: the middle of the scale. No level is published for this measure"
FEW = 6  # so many items are read at a glance; of longer forms pages show the scales and the total first


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
    partial: bool
    wording_by: Wording
    licence: str
    holder: str
    source: str
    validated: bool
    evidence: str
    not_known: str
    about: str
    times: Fraction = Fraction(1)
    typed_total: Typed | None = None
    entry_note: str = ""
    changed: str = ""  # from the version before this one, for whoever reads the numbers of both
    may_miss: int = 0
    missing_source: str = ""
    missing_added: bool = False  # the rule for missing items came within this version
    not_applicable: tuple[str, ...] = ()
    not_applicable_source: str = ""
    drop: DropRule | None = None
    question: Question | None = None
    strain: StrainQuestion | None = None
    level: Level | None = None
    bands: tuple[Band, ...] = ()
    bands_source: str = ""
    risk: Risk | None = None
    critical: tuple[str, ...] = ()
    reliable_change: ReliableChange | None = None
    prior: Prior = DESIGN_DEFAULT
    codes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))

    def item(self, key: str) -> Item:
        """The item of that key; KeyError when there is none."""
        return next(item for item in self.items if item.key == key)

    @cached_property
    def scored_items(self) -> tuple[Item, ...]:
        """The items that the scores are computed from."""
        return tuple(item for item in self.items if not item.aside)

    @cached_property
    def typed_components(self) -> tuple[Component, ...]:
        """The components whose scores may be typed."""
        return tuple(part for part in self.components if part.typed)

    @property
    def total_entry(self) -> bool:
        """True when the total alone may be typed."""
        return self.typed_total is not None

    @property
    def checks_in(self) -> bool:
        """True when a drop on it raises a check-in: an alliance measure with a rule, which clients rate."""
        rated = self.kind is Kind.ALLIANCE and Rater.CLIENT in self.raters
        return rated and self.drop is not None

    @property
    def by_number(self) -> bool:
        """True when numbers are typed into fields; otherwise an answer is chosen on a scale."""
        return self.input is InputMode.LINE or self.wording_by is Wording.NONE

    @property
    def beside_total(self) -> frozenset[str]:
        """The items that may be typed beside a total: those that are looked at by themselves."""
        alone = {item.key for item in self.items if item.aside}
        return frozenset(alone | set(self._risk_items) | set(self.critical))

    @property
    def _risk_items(self) -> tuple[str, ...]:
        return self.risk.items if self.risk else ()

    @property
    def adds_up(self) -> bool:
        """True when the typed scales together are the typed total."""
        scales = [part.typed for part in self.components if part.typed]
        if self.typed_total is None or len(scales) < len(self.components):
            return False
        ends = (sum(scale.low for scale in scales), sum(scale.high for scale in scales))
        return ends == (self.typed_total.low, self.typed_total.high)

    @cached_property
    def step(self) -> Fraction:
        """The step in which a score is entered."""
        if self.scored_items or self.typed_total is None:
            return self.items[0].step
        return self.typed_total.step

    @property
    def total_step(self) -> Fraction:
        """The step in which the total moves: as it is typed, or one step of one answer."""
        if self.typed_total is not None:
            return self.typed_total.step * self.typed_total.worth
        whole = self.step * self.times
        return whole / len(self.scored_items) if self.method == "mean" else whole

    @cached_property
    def digits(self) -> int:
        """Decimals to show a score of this measure with: two more than its items have where it is a mean, so that the
        mean of four and its change agree with each other; one more where a missing item may be made up for."""
        typed_as_it_is = not self.scored_items and self.typed_total and self.typed_total.worth == 1
        more = 2 if self.method == "mean" and not typed_as_it_is else 1 if self.may_miss else 0
        return places(self.step) + more

    def watched(self, on: On) -> tuple[str, ...]:
        """The keys of the scores that a condition of that kind looks at."""
        if on is On.TOTAL:
            return (TOTAL,)
        return tuple(part.key for part in (self.items if on is On.ITEM else self.components))

    @cached_property
    def headline(self) -> tuple[str, ...]:
        """The keys of what is read first: the items of a short form, the scales of a long one."""
        items = [item.key for item in self.items]
        scales = [part.key for part in self.components if part.key not in items]
        return (*(items if len(items) <= FEW else ()), *scales)

    @property
    def entry_keys(self) -> tuple[str, ...]:
        """The keys of everything that may be typed: items, scales, the TOTAL."""
        keys = [item.key for item in self.items] + [part.key for part in self.typed_components]
        return (*keys, TOTAL) if self.total_entry else tuple(keys)

    def label_of(self, key: str) -> str:
        """The short label of an item, a component or the TOTAL."""
        return self._labels[key]

    @cached_property
    def _labels(self) -> dict[str, str]:
        labels = {part.key: part.label for part in self.components}
        return labels | {item.key: item.label for item in self.items} | {TOTAL: self.total_label}

    def is_item(self, key: str) -> bool:
        """True for the key of an item, False for a scale's or the TOTAL."""
        return any(item.key == key for item in self.items)

    def ends(self, key: str) -> tuple[Fraction, Fraction]:
        """The lowest and the highest value of an item, a component or the TOTAL."""
        items = {item.key: item for item in self.items}
        if key == TOTAL or key in items:
            whole = self if key == TOTAL else items[key]
            return whole.low, whole.high
        part = next(part for part in self.components if part.key == key)
        if part.typed:
            return part.typed.low * part.typed.worth, part.typed.high * part.typed.worth
        lows = {k: i.low for k, i in items.items()}
        highs = {k: i.high for k, i in items.items()}
        low, high = (combined(part.method, part.times, part.items, v) for v in (lows, highs))
        assert low is not None
        assert high is not None
        return low, high

    def loss(self, before: Fraction, after: Fraction) -> Fraction:
        """By how much `after` is worse than `before`, whichever way the measure runs."""
        return before - after if self.better is Better.HIGHER else after - before

    def past_level(self, value: Fraction, age_band: str) -> bool | None:
        """True when a total stands on the side of the published cut-off that asks for attention; None where there is
        no cut-off for that age."""
        return self._past(self.level, value, age_band)

    def low_from(self, age_band: str) -> Level | None:
        """The level from which on a total of the alliance is low: the one published for that age, or else the middle of
        the scale (design default). None for other kinds, of which a low total means something else."""
        if self.kind is not Kind.ALLIANCE:
            return None
        published = self.level is not None and self.level.cutoff(age_band) is not None
        return self.level if published else self._lower_half

    @cached_property
    def _lower_half(self) -> Level:
        return Level({"any": (self.low + self.high) / 2}, MIDDLE, inclusive=True)

    def is_low(self, value: Fraction, age_band: str) -> bool:
        """True when a total of the alliance is low."""
        return self._past(self.low_from(age_band), value, age_band) is True

    def _past(self, level: Level | None, value: Fraction, age_band: str) -> bool | None:
        cutoff = level.cutoff(age_band) if level else None
        if level is None or cutoff is None:
            return None
        return self.loss(cutoff, value) > 0 or (level.inclusive and value == cutoff)

    def functional(self, value: Fraction, age_band: str) -> bool | None:
        """True when a total lies strictly beyond the cut-off on its better side; None as above."""
        cutoff = self.level.cutoff(age_band) if self.level else None
        return None if cutoff is None else self.loss(cutoff, value) < 0

    def band(self, value: Fraction) -> Band | None:
        """The published band a total lies in; None below the first, or where none is published."""
        reached = [band for band in self.bands if band.low <= value]
        return reached[-1] if reached else None

    def scoring(self) -> tuple[object, ...]:
        """Everything that decides what stored numbers mean; it may not change within a version. An item aside that is
        no risk item is left out: no score and no flag rests on it, so one may be added."""
        decide = (item for item in self.items if not item.aside or item.key in self._risk_items)
        items = tuple((i.key, i.low, i.high, i.step, i.reverse, i.aside) for i in decide)
        scales = tuple(
            (c.key, c.items, c.method, c.times, c.missing, _range(c.typed)) for c in self.components
        )
        total = (self.method, self.times, self.may_miss, _range(self.typed_total))
        return items, scales, total, self.better

    def scores_like(self, published: "Measure") -> bool:
        """True when stored numbers mean the same by this file as by the published one of that version. A rule for
        missing items that was added to that version is not asked for: before it, only whole forms were stored."""
        before = replace(published, may_miss=0) if published.missing_added else published
        return self.scoring() in (published.scoring(), before.scoring())

    def words(self) -> tuple[object, ...]:
        """Everything that whoever rates reads of it here, in every language."""
        return tuple((item.key, item.words()) for item in self.items), self.strain, self.question

    def missing(self, item: Item) -> str:
        """What is said beside an item that has neither a number nor "no rating"."""
        if not self.by_number:
            return f"Select a number for {item.label.lower()}, or choose 'no rating'"
        extra = f", or only the {self.typed_total.label.lower()}" if self.typed_total else ""
        extra += ", or tick 'not applicable'" if item.key in self.not_applicable else ""
        some = f" (up to {self.may_miss} may be left empty)" if self.may_miss else ""
        return f"Enter a number for {item.label.lower()}{extra}{some}"

    def whole_missing(self) -> str:
        """What is said when a measure without single items has neither its total nor its scales."""
        assert self.typed_total is not None
        scales = ", or the scores of all scales" if self.typed_components else ""
        return f"Enter a number for {self.typed_total.label.lower()}{scales}"

    def store(self, entered: Entered) -> Answers:
        """What is kept of an entry that has no problems: whole numbers of steps."""
        steps = {part.key: part.typed.step for part in self.components if part.typed}
        steps |= {item.key: item.step for item in self.items}
        kept = {
            key: int(value / step)
            for key, step in steps.items()
            if (value := entered.values.get(key)) is not None
        }
        total = None
        if entered.total is not None and self.typed_total is not None:
            total = int(entered.total / self.typed_total.step)
        return Answers(kept, total, entered.held_back, entered.not_applicable, entered.strain)

    def mode_of(self, answers: Answers) -> InputMode:
        """The input mode that an entry stands for. Of a form whose items are not scored sums are typed, also where only
        items that are looked at by themselves were given."""
        if self.typed_scales(answers):
            return InputMode.COMPONENTS
        by_items = answers.total is None and self.scored_items
        return self.input if by_items else InputMode.TOTAL

    def entered(self, answers: Answers) -> Entered:
        """The entry that was stored, back in points; an item without an answer is "no rating"."""
        values: dict[str, Fraction | None] = {
            part.key: answers.items[part.key] * part.typed.step
            for part in self.typed_scales(answers)
            if part.typed
        }
        by_items = answers.total is None and not values
        for item in self.items:
            if item.key in answers.items:
                values[item.key] = answers.items[item.key] * item.step
            elif by_items and item.key not in answers.not_applicable:
                values[item.key] = None
        total = None
        if answers.total is not None and self.typed_total is not None:
            total = answers.total * self.typed_total.step
        return Entered(values, total, answers.held_back, answers.not_applicable, answers.strain)

    def typed_scales(self, answers: Answers) -> list[Component]:
        """The components whose scores were typed in this entry."""
        items = {item.key for item in self.items}
        return [c for c in self.typed_components if c.key in answers.items and c.key not in items]


def _range(typed: Typed | None) -> tuple[Fraction, ...] | None:
    return (typed.low, typed.high, typed.step, typed.worth) if typed else None
