"""The forms of a supervision meeting: when it is, and what was decided about each client."""

from collections.abc import Mapping
from uuid import UUID

from wtforms import BooleanField, HiddenField, SelectField, StringField, TextAreaField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs

from tracker.domain.errors import Incomplete
from tracker.services.supervision.agenda import Agenda
from tracker.services.supervision.meetings import ClientDecision
from tracker.web.door.forms import DayField, Form, not_offered, options


class MeetingForm(Form):
    """With whom, and on which day."""

    clinician = SelectField("Clinician", default="")
    meets_on = DayField("Day of the meeting")

    def offer(self, clinicians: Mapping[UUID, str]) -> None:
        """Let these be chosen from."""
        self.clinician.choices = [SelectChoice("", "Choose"), *options(clinicians)]


class EndForm(Form):
    """How an action ended; each of its buttons says it. `meeting` is the agenda that it was ended on."""

    ended = StringField("How it ended")
    meeting = HiddenField()


class DecisionForm(Form):
    """What was decided about one client; its fields carry the client's id before their names."""

    class Meta:
        """Part of the page's one form, which has the token."""

        csrf = False

    reviewed = BooleanField("Talked about")
    note = TextAreaField("What was decided (optional)")
    what = StringField("Action (optional)")
    who = SelectField("Who does it", default="")
    due_on = DayField("By when (optional)")

    @property
    def is_filled(self) -> bool:
        """True when anything was said about the client."""
        texts = (self.note.data, self.what.data, self.who.data)
        said = any((text or "").strip() for text in texts)
        return bool(self.reviewed.data) or said or not self.due_on.empty

    def decided(self) -> ClientDecision:
        """What was said, as a value; Incomplete for what cannot be read."""
        problems = not_offered(self, ("who",))
        if not self.due_on.empty and self.due_on.data is None:
            problems["due_on"] = "The day must be a real date, such as 27 3 2027"
        if problems:
            raise Incomplete(problems)
        who = UUID(self.who.data) if self.who.data else None
        return ClientDecision(self.note.data or "", self.what.data or "", who, self.due_on.data)


FIELDS = ("reviewed", "note", "what", "who", "due_on-day", "due_on-month", "due_on-year")


def left_over(agenda: Agenda, sent: Mapping[str, str]) -> bool:
    """True when something was written about a client who is not in this caseload any more."""
    theirs = {f"{client_id}-{name}" for client_id in agenda.caseload for name in FIELDS}
    others = (name for name in sent if name.partition("-")[2] and name not in theirs)
    return any(name.endswith(FIELDS) and sent[name].strip() for name in others)


def decision_forms(agenda: Agenda, *, sent: bool) -> dict[UUID, DecisionForm]:
    """A form for each client on the agenda, in its order; empty unless it was sent. What was sent of others, who
    were on it when the page was opened, is kept."""
    meeting = agenda.meeting
    forms = {}
    both = (meeting.clinician_id, meeting.supervisor_id)
    people = [SelectChoice("", "Choose"), *options({i: agenda.names[i] for i in both})]
    on_it = [block.client for block in (*agenda.blocks, *agenda.more)]
    others = [client for client in agenda.caseload.values() if client not in on_it] if sent else []
    for client in [*on_it, *others]:
        prefix = f"{client.id}-"
        form = DecisionForm(prefix=prefix) if sent else DecisionForm(formdata=None, prefix=prefix)
        form.who.choices = people
        if client in on_it or form.is_filled:
            forms[client.id] = form
    return forms
