"""The forms of supervision: what is said about one flag, about several, and about a client."""

from wtforms import HiddenField, StringField, TextAreaField

from tracker.domain.errors import Incomplete
from tracker.domain.supervision.sign_off import Review, ReviewAct
from tracker.web.door.forms import DayField, Form


class ReviewForm(Form):
    """What is said about a flag. Radios are drawn by the template, nothing is chosen.

    `seen` is what the page showed of the flag.
    """

    # Ids of their own: they stand on one page with the form of the answer.
    act = StringField("What to do with it", id="review")
    note = TextAreaField("Comment or reason (optional)", id="review-note")
    discuss_on = DayField("Day of the meeting (optional)", id="review-on")
    seen = HiddenField()

    @property
    def is_filled(self) -> bool:
        """True for a form that was sent."""
        return bool(self.act.data)

    def review(self) -> Review:
        """What is said, as a value; Incomplete for what cannot be read."""
        if self.act.data and self.act.data not in set(ReviewAct):
            raise Incomplete({"act": "Select one of the things that can be done"})
        if not self.discuss_on.empty and self.discuss_on.data is None:
            raise Incomplete({"discuss_on": "The day must be a real date, such as 27 3 2027"})
        act = ReviewAct(self.act.data) if self.act.data else None
        return Review(act, self.note.data or "", self.discuss_on.data)


class NoteForm(Form):
    """A line about a client who was looked at in supervision."""

    note = TextAreaField("What was said or decided (optional)")
