"""The forms of objectives: setting and changing one, closing it by hand."""

from collections.abc import Mapping
from datetime import timedelta
from fractions import Fraction
from typing import Any

from wtforms import HiddenField, SelectField, StringField

from tracker.domain.care.objectives import Criterion, CriterionKind, Window
from tracker.domain.care.parameters import criterion, plain
from tracker.domain.errors import Incomplete
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Kind, Measure
from tracker.domain.measures.numbers import parse, show
from tracker.models import Kept, ObjectiveVersion
from tracker.reference.objectives import Template, scores_of
from tracker.services.care.objectives import ObjectiveWish
from tracker.services.record.objective_views import criterion_of
from tracker.web.door.forms import DayField, Form, as_version, options
from tracker.web.words import objectives as objective_words

NOT_A_DAY = "The day must be a real date, such as 27 3 2026"
EXACT = 6  # decimals: what was typed comes back as it was typed
SCORE = "score"
FIELDS: dict[CriterionKind, tuple[str, ...]] = {
    CriterionKind.GOALS: ("goals", "sessions"),
    CriterionKind.REACHED: (SCORE, "at", "times", "running", "sessions"),
    CriterionKind.ADDRESSED: (),
    CriterionKind.ADAPTED: ("a_month",),
    CriterionKind.ATTENDED: ("attend", "of"),
    CriterionKind.COMPLETE: ("measure", "percent"),
}
RUNNING = {"yes": "One after the other", "no": "Altogether"}
# What one begins with where no template suggests anything; design defaults.
BEGIN: dict[CriterionKind, dict[str, Any]] = {
    CriterionKind.GOALS: {"goals": 3, "sessions": 3},
    CriterionKind.REACHED: {"times": 3, "running": False, "sessions": None},
    CriterionKind.ADDRESSED: {},
    CriterionKind.ADAPTED: {"a_month": 1},
    CriterionKind.ATTENDED: {"attend": 8, "of": 10},
    CriterionKind.COMPLETE: {"percent": "90"},
}
WEEKS = 8


class ObjectiveForm(Form):
    """What an objective asks for; only the fields of its kind are shown and read."""

    start = DayField("Start")
    due = DayField("Due")
    goals = StringField("How many goals")
    sessions = StringField("Within how many sessions")
    score = SelectField("Which score, rated by the client", choices=[])
    at = StringField("Threshold, in the points of the measure")
    times = StringField("How many times")
    running = SelectField("How they count", choices=options(RUNNING))
    a_month = StringField("How many in a month")
    attend = StringField("How many attended")
    of = StringField("Of the next how many scheduled")
    measure = SelectField("Which measure", choices=[])
    percent = StringField("At how many percent of the sessions")
    wording = StringField("In your words (optional)")
    mechanism = StringField("Why it should help (optional)")
    reason = StringField("Why is it changed?")
    seen = HiddenField()
    kind: CriterionKind

    def offer(self, kind: CriterionKind, measures: Mapping[str, Measure]) -> None:
        """Take the fields of this kind, with these measures to choose from."""
        self.kind = kind
        pairs = [
            objective_words.option(key, component, measure)
            for key, measure in measures.items()
            for component in scores_of(measure)
        ]
        self.score.choices = options(dict(pairs))
        self.measure.choices = options({key: m.name for key, m in measures.items()})

    @property
    def shown(self) -> tuple[str, ...]:
        """The names of the fields of this kind."""
        return FIELDS[self.kind]

    def suggest(self, asked: Criterion, window: Window) -> None:
        """Show a criterion and its days."""
        parameters = plain(asked)
        for name in self.shown:
            if name == SCORE:
                self.score.data = f"{parameters['measure']}.{parameters['component']}"
            elif name == "running":
                self.running.data = "yes" if parameters["running"] else "no"
            elif name in ("at", "percent"):
                self[name].data = show(Fraction(str(parameters[name])), EXACT)
            else:
                self[name].data = "" if parameters[name] is None else str(parameters[name])
        self.start.process(None, window.start)
        self.due.process(None, window.due)

    def fill(self, version: ObjectiveVersion) -> None:
        """Show a stored version."""
        self.suggest(criterion_of(version), Window(version.starts_on, version.due_on))
        self.wording.data = version.wording
        self.mechanism.data = version.mechanism

    def wanted(self, template: str) -> ObjectiveWish:
        """What was entered; Incomplete for what cannot be read."""
        problems: dict[str, str] = {}
        values = self._values(problems)
        for name in ("start", "due"):
            if self[name].data is None:
                problems[name] = NOT_A_DAY
        if problems:
            raise Incomplete(problems)
        asked = criterion(self.kind, values)
        wording = (self.wording.data or "").strip() or objective_words.sentence(asked)
        window = Window(self.start.data, self.due.data)
        return ObjectiveWish(asked, window, wording, template, (self.mechanism.data or "").strip())

    def _values(self, problems: dict[str, str]) -> dict[str, Any]:
        values: dict[str, Any] = {}
        for name in self.shown:
            text = (self[name].data or "").strip()
            if name == SCORE:
                key, _, component = text.partition(".")
                values |= {"measure": key, "component": component or TOTAL}
            elif name == "measure":
                values[name] = text
            elif name == "running":
                values[name] = text == "yes"
            elif name in ("at", "percent"):
                values[name] = _number(text, name, problems)
            elif name == "sessions" and not text and self.kind is CriterionKind.REACHED:
                values[name] = None
            else:
                values[name] = _whole(text, name, problems)
        return values

    def say(self, problems: Mapping[str, str]) -> None:
        """Hang each message on its field; those of a measure stand at the score where one is chosen."""
        at = SCORE if SCORE in self.shown else "measure"
        self.show_problems({at if n == "measure" else n: text for n, text in problems.items()})

    @property
    def version(self) -> int:
        """The version that was shown."""
        return as_version(self.seen.data)


def _whole(text: str, name: str, problems: dict[str, str]) -> int:
    value = parse(text)
    if value is None or value.denominator != 1:
        problems[name] = "Enter a whole number, such as 3"
        return 0
    return int(value)


def _number(text: str, name: str, problems: dict[str, str]) -> str:
    value = parse(text)
    if value is None:
        problems[name] = "Enter a number, such as 7.5"
    return str(value or 0)


class KeepForm(Form):
    """Closing an objective by hand, opening it again, taking it back."""

    kept = HiddenField()
    seen = HiddenField()
    closed_reason = StringField("Why it is closed")
    open_reason = StringField("Why it is opened again")
    taken_back_reason = StringField("Why it is taken back")

    def value(self) -> tuple[Kept, str]:
        """What is to become of it, and why; Incomplete for what cannot be read."""
        if self.kept.data not in set(Kept):
            raise Incomplete({"kept": "Choose what is to become of the objective"})
        return Kept(self.kept.data), self[f"{self.kept.data}_reason"].data or ""

    def say(self, problems: Mapping[str, str]) -> None:
        """Hang each message on the field of its part."""
        self.show_problems({f"{self.kept.data}_{name}": text for name, text in problems.items()})

    @property
    def version(self) -> int:
        """The version that was shown."""
        return as_version(self.seen.data)


def begin(
    form: ObjectiveForm, template: Template | None, measures: Mapping[str, Measure], start: Any
) -> None:
    """Show what the template suggests; for one of one's own, something to begin with."""
    weeks = template.weeks if template else WEEKS
    window = Window(start, start + timedelta(days=7 * weeks - 1))
    if template:
        form.mechanism.data = template.mechanism
        form.suggest(template.suggested(measure_for(template, measures)), window)
        return
    more: dict[str, Any] = dict(BEGIN[form.kind])
    first = next(iter(measures.values()))
    if form.kind in (CriterionKind.REACHED, CriterionKind.COMPLETE):
        more["measure"] = first.key
    if form.kind is CriterionKind.REACHED:
        component = next(iter(scores_of(first)))
        more |= {"component": component, "at": str(first.ends(component)[1])}
    form.suggest(criterion(form.kind, more), window)


def measure_for(template: Template, measures: Mapping[str, Measure]) -> Measure | None:
    """The first measure in use of the kind that a template looks at; None where it looks at none, or none is in use."""
    kinds: list[Kind | None] = [template.measure_kind]
    return next((m for m in measures.values() if m.kind in kinds), None)
