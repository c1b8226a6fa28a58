"""The form that answers a flag, and with it what stands beside it."""

from uuid import UUID

from flask import request
from wtforms import BooleanField, HiddenField, SelectMultipleField, StringField

from tracker.domain.care.answers import Answer, Move, Rupture
from tracker.domain.errors import Incomplete
from tracker.services.care.flag_answers import Reply
from tracker.web.door.forms import DayField, Form, as_uuid, as_version, options
from tracker.web.words import general as words


class FlagForm(Form):
    """One answer; everything else is optional. Radios and boxes are drawn by the template, nothing is chosen.

    `seen` is the version of the flag that the page showed, `beside` stands for each of the others that are answered
    with it.
    """

    answer = StringField("What happened with it?")
    moves = SelectMultipleField("What we did (optional)", choices=options(words.MOVE))
    rupture = StringField("What I would call it (optional)")
    note = StringField("One line (optional)")
    talked_on = DayField("Talked about on another day (optional)")
    repair = BooleanField("Follow it up as a repair")
    seen = HiddenField()
    beside = HiddenField()

    @property
    def version(self) -> int:
        """The version that was shown; 0 when the field was tampered with."""
        return as_version(self.seen.data)

    @property
    def shown_beside(self) -> dict[UUID, int]:
        """The version that was shown of each flag beside it; what was tampered with is none of them."""
        pairs = [text.partition(":") for text in request.form.getlist("beside")]
        return {as_uuid(flag_id): as_version(version) for flag_id, _, version in pairs}

    def reply(self) -> Reply:
        """The answer as a value; Incomplete for what cannot be read."""
        problems = {}
        if not self.talked_on.empty and self.talked_on.data is None:
            problems["talked_on"] = "The day must be a real date, such as 27 3 2026"
        if self.answer.data and self.answer.data not in set(Answer) - {Answer.UNDONE}:
            problems["answer"] = "Select one of the answers"
        if self.rupture.data and self.rupture.data not in set(Rupture):
            problems["rupture"] = "Select one of the words for it, or none"
        if set(self.moves.data or ()) - set(Move):
            problems["moves"] = "Select what was done from the list"
        if problems:
            raise Incomplete(problems)
        return Reply(
            answer=Answer(self.answer.data) if self.answer.data else None,
            moves=tuple(Move(move) for move in self.moves.data or ()),
            rupture=Rupture(self.rupture.data) if self.rupture.data else None,
            note=self.note.data or "",
            talked_on=self.talked_on.data,
            repair=bool(self.repair.data),
        )
