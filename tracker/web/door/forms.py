"""Forms: they read text and know where to hang a message. What is right is said by the domain."""

import hashlib
import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from flask import request
from flask_wtf import FlaskForm
from wtforms import Field, HiddenField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs

from tracker.web.door.guard import SECRET

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def parse_day(day: str, month: str, year: str) -> date | None:
    """The date that three texts say ("27", "3" or "mar" or "March", "2026"), or None."""
    day = day.strip()
    month = month.strip().lower()
    year = year.strip()
    if month[:3] in MONTHS and re.fullmatch(r"[a-z]{3,9}\.?", month):
        month = str(MONTHS.index(month[:3]) + 1)
    if not all(re.fullmatch(r"[0-9]{1,4}", part, re.ASCII) for part in (day, month, year)):
        return None
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), int(month), int(day))
    except ValueError:
        return None


def options(words: Mapping[Any, str]) -> list[SelectChoice]:
    """The values of an enumeration with their words, to choose from."""
    return [SelectChoice(str(value), label) for value, label in words.items()]


def as_uuid(text: str | None) -> UUID:
    """The id in a hidden field; one of nothing when it was tampered with."""
    try:
        return UUID(text or "")
    except ValueError:
        return uuid4()


def as_version(text: str | None) -> int:
    """The version in a hidden field; one that nothing has when it was tampered with."""
    return int(text) if text and text.isdecimal() and len(text) < 10 else 0


def choice_words(field: Any) -> dict[str, str]:
    """The words of a select field's choices, by value."""
    return {str(choice.value): str(choice.label) for choice in field.choices}


def not_offered(form: "Form", names: tuple[str, ...]) -> dict[str, str]:
    """A sentence for each of these fields whose value is none of its choices."""
    return {
        name: f"Choose one of the answers for {form[name].label.text.lower()}"
        for name in names
        if form[name].data not in choice_words(form[name])
    }


class DayField(Field):
    """A date in three text fields, named NAME-day, NAME-month and NAME-year."""

    parts: tuple[str, str, str] = ("", "", "")

    def process(self, formdata: Any, data: Any = None, extra_filters: Any = None) -> None:
        """Take the three texts from the form, or from a date."""
        default = data if isinstance(data, date) else self.default
        default = default() if callable(default) else default
        self.errors = ()
        self.data = default
        self.object_data = default
        if formdata and f"{self.name}-day" in formdata:
            texts = [formdata.get(f"{self.name}-{part}", "") for part in ("day", "month", "year")]
            self.parts = (texts[0], texts[1], texts[2])
            self.data = parse_day(*self.parts)
        elif isinstance(default, date):
            self.parts = (str(default.day), str(default.month), str(default.year))

    @property
    def empty(self) -> bool:
        """True when nothing was typed."""
        return not any(part.strip() for part in self.parts)


class Form(FlaskForm):  # type: ignore[misc]  # it has no types
    """A form with a hidden key, so that it is stored once however often it is sent."""

    form_key = HiddenField(default=lambda: str(uuid4()))

    @property
    def key(self) -> UUID:
        """The hidden key; a fresh one when it was tampered with."""
        return as_uuid(self.form_key.data)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Hang each message on its field; what has no field here is said at the top."""
        for name, message in problems.items():
            field = self._fields.get(name)
            if field is None or isinstance(field, HiddenField):
                self.form_errors.append(message)
            else:
                field.errors = [message]

    def summary(self) -> list[tuple[str, str]]:
        """All messages with the id of the element to go to, in the order of the page."""
        messages = [(_target(field), str(e)) for field in self for e in field.errors]
        return messages + [("main", str(error)) for error in self.form_errors]


def _target(field: Field) -> str:
    """The id of the first control of a field."""
    return f"{field.id}-day" if isinstance(field, DayField) else str(field.id)


def body_hash() -> str:
    """A hash of everything that was sent, but the token that differs each time, and secrets: a fast hash of a password
    would give it away."""
    left_out = SECRET | {"csrf_token"}
    sent = sorted((k, v) for k, values in request.form.lists() for v in values if k not in left_out)
    return hashlib.sha256(json.dumps([request.path, sent]).encode()).hexdigest()
