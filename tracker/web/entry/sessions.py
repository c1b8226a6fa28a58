"""The form of a session: details, and the answers to each measure in use."""

from collections.abc import Iterable
from fractions import Fraction
from typing import Any

from flask import request
from wtforms import (
    BooleanField,
    HiddenField,
    SelectField,
    SelectMultipleField,
    StringField,
    TextAreaField,
)

from tracker.domain.course.layouts import layout_of
from tracker.domain.course.sessions import (
    AgreedTask,
    Channel,
    Given,
    NoRating,
    Setting,
    Status,
)
from tracker.domain.errors import Incomplete
from tracker.domain.measures.entries import NOT_APPLICABLE, TOTAL, Entered, not_applicable
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.measures.numbers import parse, show
from tracker.domain.rules.start_mark import HIGHEST, LOWEST
from tracker.models import TherapySession
from tracker.services.care.corrections import CorrectionReason
from tracker.services.care.sessions import SessionDetails
from tracker.services.record.course import answers_of
from tracker.services.record.goal_views import GoalView
from tracker.services.record.ratings import EntrySource, Key, RatingsEntry, StartEntry, name_of
from tracker.services.record.rows import StoredRating
from tracker.web.door.forms import DayField, as_uuid, as_version, not_offered, options
from tracker.web.door.installed import installed
from tracker.web.entry.strains import (
    asks,
    fill_strain,
    markers_chosen,
    markers_field,
    strain_entered,
    strain_fields,
)
from tracker.web.entry.taking_part import TakingPartForm, progress_fields
from tracker.web.words import general as words

NO_RATING = "none"
BOX = "-not_applicable"  # behind the name of a number, of the box that says that it does not apply
HELD_BACK = "held_back"
LAYOUT = "-layout"  # behind the name of a rating
START_MARKS = {str(mark) for mark in range(LOWEST, HIGHEST + 1)}
EXACT = 6  # decimals: what was typed comes back as it was typed
LOGGED = (
    Status.ATTENDED,
    Status.MISSED,
    Status.CANCELLED_BY_CLIENT,
    Status.CANCELLED_BY_CLINIC,
)
CLIENT_RATING: dict[Given | NoRating, str] = {
    Given.IN_SESSION: "Given in the session",
    Given.AFTER_SESSION: "Given after the session",
    NoRating.NOT_ASKED: "Not asked today",
    NoRating.DECLINED: "Client preferred not to rate",
    NoRating.NOT_GIVEN: "Asked, no answer came",
    NoRating.ASKED: "The client rates on a page of their own",
}


class SessionForm(TakingPartForm):
    """Details of a session; the answers are added for the measures of a client."""

    held_on = DayField("Session date")
    another_that_day = BooleanField("This is another session on the same day")
    status = SelectField("Attendance", choices=options({s: words.STATUS[s] for s in LOGGED}))
    no_rating = SelectField("Client's rating", choices=options(CLIENT_RATING))
    setting = SelectField("Setting", choices=options(words.SETTING))
    minutes_late = StringField("Minutes late (optional)")
    note = TextAreaField("Note (optional)")
    markers = markers_field()
    start_mark = StringField("Mark at the start")
    strain = BooleanField("There was a strain to follow up")
    steps_done = SelectMultipleField("Planned for this session", choices=[])
    reason = StringField("Why is it corrected?")
    version = HiddenField()
    as_it_is = BooleanField("Save as it is")
    device_class = HiddenField(default="unknown")
    keys: tuple[Key, ...] = ()
    measures: tuple[Measure, ...] = ()

    @classmethod
    def for_measures(
        cls, measures: Iterable[Measure], goals: Iterable[GoalView] = (), **kwargs: Any
    ) -> "SessionForm":
        """The form with a field for every answer of these measures, and for the progress of these goals."""
        measures = tuple(measures)
        goals = tuple(goals)
        keys = tuple((m.key, rater) for m in measures for rater in m.raters)
        fields: dict[str, Any] = {"measures": measures, "keys": keys, "goals": goals}
        fields |= progress_fields(goals)
        for measure in measures:
            for rater in measure.raters:
                fields |= _answer_fields(measure, rater)
        form: SessionForm = type("SessionForm", (cls,), fields)(**kwargs)
        return form

    def field(self, measure: Measure, rater: Rater, item: str) -> Any:
        """The field of one answer."""
        return self[name_of((measure.key, rater), item)]

    @staticmethod
    def layout_name(measure: Measure, rater: Rater) -> str:
        """The name under which the page says how the answers lie on the screen; not that of an answer."""
        return f"{measure.key}.{rater.value}{LAYOUT}"

    def box(self, measure: Measure, rater: Rater, item: str) -> Any:
        """The box that says that an item does not apply; None where it always does."""
        return self._fields.get(name_of((measure.key, rater), item) + BOX)

    def show_refusal(self, error: Incomplete) -> None:
        """Hang each message on its field, and offer to save as it is what was filled in part."""
        self.show_problems(error.problems)
        if count := len(error.asked):
            left = "1 answer is" if count == 1 else f"{count} answers are"
            self.as_it_is.errors = [
                f"{left} empty. Fill in what was forgotten, or save it as it is"
            ]

    def asking(self, rater: Rater) -> list[Measure]:
        """The measures that ask that rater about tension."""
        return [measure for measure in self.measures if asks(measure, rater)]

    def rated_by(self, measure: Measure, rater: Rater) -> bool:
        """True when anything is entered, or wrong, in that rater's answers."""
        names = [name_of((measure.key, rater), key) for key in measure.entry_keys]
        names += [name + BOX for name in names if name + BOX in self]
        return any(self[name].data or self[name].errors for name in names)

    def details_wrong(self) -> bool:
        """True when one of the folded details needs to be looked at."""
        names = ("status", "no_rating", "setting", "minutes_late", "note")
        return any(self[name].errors for name in names)

    def details(self) -> SessionDetails:
        """The details as values; Incomplete for what cannot be read."""
        problems = not_offered(self, ("status", "no_rating", "setting", "task"))
        if self.held_on.data is None:
            problems["held_on"] = "The session date must be a real date, such as 27 3 2026"
        late = self._late(problems)
        progress = self.progress(problems)
        markers = markers_chosen(self.markers.data, problems)
        if problems:
            raise Incomplete(problems)
        assert self.held_on.data is not None
        if self.hands_over and self.status.data == Status.ATTENDED:
            self.no_rating.data = NoRating.ASKED.value
        declined = self.no_rating.data in set(NoRating)
        attended = self.status.data == Status.ATTENDED
        return SessionDetails(
            held_on=self.held_on.data,
            status=Status(self.status.data),
            setting=Setting(self.setting.data),
            minutes_late=late,
            no_rating=NoRating(self.no_rating.data) if declined and attended else None,
            note=self.note.data or "",
            task=AgreedTask(self.task.data) if self.task.data and attended else None,
            observed=self.observed() if attended else {},
            said=self.said() if attended else {},
            progress=progress if attended else {},
            markers=markers if attended else (),
            another_that_day=bool(self.another_that_day.data),
            strain=bool(self.strain.data),
            steps_done=tuple(as_uuid(step) for step in self.steps_done.data or ()),
        )

    def _late(self, problems: dict[str, str]) -> int | None:
        """How many minutes late the client came; None where nothing was entered, or no number was."""
        text = (self.minutes_late.data or "").strip()
        late = parse(text or "0")
        if late is None or late.denominator != 1:
            problems["minutes_late"] = "Minutes late must be a whole number, such as 10"
            return None
        return int(late) if text else None

    @property
    def hands_over(self) -> bool:
        """True when the client is to rate next, on a page of their own."""
        return request.form.get("then") == "hand_over"

    def why(self) -> CorrectionReason:
        """Why it is corrected, and the version that was shown."""
        return CorrectionReason(self.reason.data or "", as_version(self.version.data))

    def entry(self) -> RatingsEntry:
        """The ratings as values; Incomplete for texts that are not numbers."""
        problems = self._unknown()
        by_key = {measure.key: measure for measure in self.measures}
        ratings = {key: self._entered(by_key[key[0]], key, problems) for key in self.keys}
        start = self._start(problems)
        if problems:
            raise Incomplete(problems)
        after = self.no_rating.data == Given.AFTER_SESSION
        device = self.device_class.data
        return RatingsEntry(
            ratings=ratings,
            given=Given.AFTER_SESSION if after else Given.IN_SESSION,
            typed=EntrySource(
                Channel.TYPED,
                device if device in {"phone", "tablet", "desktop"} else "unknown",
                "en",
            ),
            as_it_is=bool(self.as_it_is.data),
            start=start,
            layouts={
                key: layout_of(request.form.get(self.layout_name(by_key[key[0]], key[1]), ""))
                for key in self.keys
            },
        )

    def _start(self, problems: dict[str, str]) -> StartEntry | None:
        """The mark at the start; None where the form did not ask for it, or nothing was chosen."""
        text = (self.start_mark.data or "").strip()
        if text in ("", NO_RATING):
            return StartEntry() if text else None
        if text not in START_MARKS:
            problems["start_mark"] = (
                "Select a number for the mark at the start, or choose 'no rating'"
            )
            return None
        return StartEntry(int(text))

    def _unknown(self) -> dict[str, str]:
        """A sentence for each answer that no field of this form asked for."""
        names = [name for name in request.form if name.count(".") == 2 and name not in self._fields]
        return dict.fromkeys(names, "This measure is not in use with this client")

    def _entered(self, measure: Measure, key: Key, problems: dict[str, str]) -> Entered:
        values: dict[str, Fraction | None] = {}
        labels = _labels(measure)
        left_out = {name for name in measure.not_applicable if self._does_not_apply(key, name)}
        for name in measure.entry_keys:
            text = "" if name == TOTAL else self._text(key, name)
            if text == NO_RATING:
                values[name] = None
            elif text and not (name in left_out and not_applicable(text)):
                values[name] = self._number(key, name, labels[name], text, problems)
        total = self._text(key, TOTAL) if measure.total_entry else ""
        held_back = self._text(key, HELD_BACK) if measure.question else ""
        choices = len(measure.question.choices["en"]) if measure.question else 0
        return Entered(
            values,
            self._number(key, TOTAL, labels[TOTAL], total, problems) if total else None,
            self._choice(key, held_back, choices, problems) if held_back else None,
            frozenset(left_out),
            strain_entered(self, measure, key, problems),
        )

    def _does_not_apply(self, key: Key, item: str) -> bool:
        """True when the box is ticked, or when that is typed or chosen."""
        box = self._fields.get(name_of(key, item) + BOX)
        return not_applicable(self._text(key, item)) or (box is not None and bool(box.data))

    def _text(self, key: Key, item: str) -> str:
        field = self._fields.get(name_of(key, item))
        return (field.data or "").strip() if field is not None else ""

    @staticmethod
    def _choice(key: Key, text: str, choices: int, problems: dict[str, str]) -> int | None:
        if text in {str(number) for number in range(choices)}:
            return int(text)
        problems[name_of(key, HELD_BACK)] = "Select one of the answers to the last question"
        return None

    @staticmethod
    def _number(
        key: Key, item: str, label: str, text: str, problems: dict[str, str]
    ) -> Fraction | None:
        value = parse(text)
        if value is None:
            problems[name_of(key, item)] = f"{label} must be a number, such as 8"
        return value

    def fill(self, session: TherapySession, ratings: Iterable[StoredRating]) -> None:
        """Show what is stored of a session."""
        self.version.data = str(session.version)
        self.held_on.process(None, session.held_on)
        self.status.data = session.status
        self.setting.data = session.setting
        self.minutes_late.data = "" if session.minutes_late is None else str(session.minutes_late)
        self.note.data = session.note
        self.no_rating.data = session.no_rating or Given.IN_SESSION.value
        self.markers.data = list(session.markers)
        self.fill_taking_part(session)
        by_key = {measure.key: measure for measure in self.measures}
        for rating in ratings:
            key = (rating.measure_key, Rater(rating.rater))
            if key not in self.keys:
                continue
            self._fill_rating(by_key[rating.measure_key], key, rating)
            if rating.rater == Rater.CLIENT and not session.no_rating:
                self.no_rating.data = rating.given

    def _fill_rating(self, measure: Measure, key: Key, rating: StoredRating) -> None:
        stored = answers_of(rating)
        entered = measure.entered(stored)
        no_numbers = key[1] is Rater.THERAPIST and stored.strain_alone()
        for item, value in () if no_numbers else entered.values.items():
            text = NO_RATING if value is None and not measure.by_number else ""
            self[name_of(key, item)].data = text if value is None else show(value, EXACT)
        for item in entered.not_applicable & set(measure.not_applicable):
            if measure.by_number:
                self[name_of(key, item) + BOX].data = True
            else:
                self[name_of(key, item)].data = NOT_APPLICABLE
        if entered.total is not None:
            self[name_of(key, TOTAL)].data = show(entered.total, EXACT)
        if measure.question and entered.held_back is not None:
            self[name_of(key, HELD_BACK)].data = str(entered.held_back)
        if asks(measure, key[1]):
            fill_strain(self, key, entered.strain)


def entered_beside(in_use: Iterable[Measure]) -> list[Measure]:
    """Measures that this request brings numbers for and that are not in use (any more): the page still shows them."""
    keys = {measure.key for measure in in_use}
    named = {
        name.split(".")[0] for name, text in request.form.items() if name.count(".") == 2 and text
    }
    return [measure for key, measure in installed().measures.current.items() if key in named - keys]


def _labels(measure: Measure) -> dict[str, str]:
    """What each field of a measure is called, by its key."""
    labels = {item.key: item.label for item in measure.items}
    labels |= {part.key: part.typed.label for part in measure.components if part.typed}
    return labels | ({TOTAL: measure.typed_total.label} if measure.typed_total else {})


def _answer_fields(measure: Measure, rater: Rater) -> dict[str, Any]:
    key = (measure.key, rater)
    fields: dict[str, Any] = {
        name_of(key, name): StringField(label) for name, label in _labels(measure).items()
    }
    for item in measure.not_applicable if measure.by_number else ():
        fields[name_of(key, item) + BOX] = BooleanField("Not applicable")
    if measure.question and rater is Rater.CLIENT:
        fields[name_of(key, HELD_BACK)] = StringField(measure.question.label)
    return fields | strain_fields(measure, rater)
