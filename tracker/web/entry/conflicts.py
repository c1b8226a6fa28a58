"""Two versions of one thing: what is stored now beside what a page that was overtaken was sending."""

from collections.abc import Iterator
from dataclasses import dataclass

from wtforms import BooleanField, Field, HiddenField, SelectField, SelectMultipleField

from tracker.domain.care.answers import Answer
from tracker.domain.supervision.sign_off import ReviewAct
from tracker.services.record.flag_views import FlagView
from tracker.services.supervision.flag_reviews import Thread
from tracker.web.door.forms import DayField, Form, choice_words
from tracker.web.entry.flags import FlagForm
from tracker.web.entry.reviews import ReviewForm
from tracker.web.words import general as words
from tracker.web.words import reviews as review_words

NOTHING = "nothing"
WHY = "reason"  # of the change that was being sent; nothing stored stands beside it


@dataclass(frozen=True)
class Difference:
    """One thing that the two versions say differently."""

    label: str
    stored: str
    mine: str


def of_forms(stored: Form, mine: Form, labels: dict[str, str] | None = None) -> list[Difference]:
    """Where two fillings of one form differ, in the order of the page."""
    differences = []
    for ours in mine:
        if isinstance(ours, HiddenField | BooleanField) or ours.name == WHY:
            continue
        before = _shown(stored[ours.name]) if ours.name in stored else NOTHING
        now = _shown(ours)
        if before != now:
            label = (labels or {}).get(ours.name, ours.label.text)
            differences.append(Difference(label.removesuffix(" (optional)"), before, now))
    return differences


def _shown(field: Field) -> str:
    if isinstance(field, DayField):
        return " ".join(field.parts).strip() or NOTHING
    if isinstance(field, SelectMultipleField):
        chosen = [
            label for value, label in choice_words(field).items() if value in (field.data or [])
        ]
        return ", ".join(chosen) or NOTHING
    text = str(field.data or "").strip()
    if isinstance(field, SelectField):
        return choice_words(field).get(text, text)
    return {"": NOTHING, "none": "no rating"}.get(text, text)


def of_answer(view: FlagView, form: FlagForm) -> list[Difference]:
    """The answer that is stored by now, beside the one that was being given."""
    return list(_answers(view, form))


def _answers(view: FlagView, form: FlagForm) -> Iterator[Difference]:
    last = view.last_answer
    stored = words.ANSWERED[Answer(last.answer)] if last else "not answered"
    mine = words.ANSWERED[Answer(form.answer.data or "")]
    yield Difference("Answer", stored, mine)
    before = (last.note if last else "") or NOTHING
    now = (form.note.data or "").strip() or NOTHING
    if before != now:
        yield Difference("One line", before, now)


def of_review(thread: Thread, form: ReviewForm) -> list[Difference]:
    """What supervision has said last by now, beside what was being said."""
    last = thread.entries[-1] if thread.entries else None
    stored = review_words.said(last) if last else "nothing yet"
    mine = review_words.SAID[ReviewAct(form.act.data or "")]
    differences = [Difference("In supervision", stored, mine)]
    before = (last.note if last else "") or NOTHING
    now = (form.note.data or "").strip() or NOTHING
    if before != now:
        differences.append(Difference("Comment or reason", before, now))
    return differences
