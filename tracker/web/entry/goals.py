"""The forms of goals: setting one, what can be added to it, correcting an entry."""

from collections.abc import Mapping
from datetime import date

from wtforms import BooleanField, HiddenField, StringField

from tracker.domain.care.goals import GoalAct, GoalNote
from tracker.domain.errors import Incomplete
from tracker.web.door.forms import DayField, Form, as_version

NOT_A_DAY = "The day must be a real date, such as 27 3 2026"
ENDED = frozenset({GoalAct.ACHIEVED, GoalAct.DROPPED})
PARTS = frozenset(
    {GoalAct.ENDORSED, GoalAct.REVIEWED, GoalAct.REWORDED, GoalAct.TAKEN_UP, GoalAct.PLACED}
)


class SetForm(Form):
    """A new goal."""

    wording = StringField("The goal, in the client's words")
    on = DayField("Agreed on")
    line = StringField("How the client endorsed it (optional)")

    def day(self) -> date:
        """The day; Incomplete when it cannot be read."""
        day = self.on.data
        if not isinstance(day, date):
            raise Incomplete({"on": NOT_A_DAY})
        return day


class GoalForm(Form):
    """What can be added to a goal: each part has a form of its own on the page, with fields of its own."""

    act = HiddenField()
    seen = HiddenField()
    place = HiddenField()
    endorsed_on = DayField("Day")
    endorsed_line = StringField("How (for example: read it aloud and agreed)")
    reviewed_on = DayField("Day")
    reviewed_line = StringField("One line (optional)")
    reworded_wording = StringField("The goal, as it reads from now on")
    reworded_on = DayField("From")
    reworded_line = StringField("Why it changed")
    ended = StringField("How it ended")
    ended_on = DayField("Day")
    ended_line = StringField("One line; why, if it is dropped")
    taken_up_on = DayField("From")
    taken_up_line = StringField("Why it is taken up again")

    def prefill(self, today: date) -> None:
        """Let every part begin with today."""
        for part in ("endorsed", "reviewed", "reworded", "ended", "taken_up"):
            self[f"{part}_on"].process(None, today)

    @property
    def part(self) -> str:
        """The part of the page that was sent."""
        return str(self.act.data or "")

    def note(self, today: date) -> GoalNote:
        """The entry as a value; Incomplete for what cannot be read."""
        ended = self.part == "ended"
        wanted = self.ended.data if ended else self.part
        if wanted not in (ENDED if ended else PARTS):
            raise Incomplete({"ended": "Select how it ended"})
        act = GoalAct(wanted)
        if act is GoalAct.PLACED:
            return GoalNote(act, today, place=as_version(self.place.data))
        on = self[f"{self.part}_on"].data
        if on is None:
            raise Incomplete({"on": NOT_A_DAY})
        wording = self.reworded_wording.data or "" if act is GoalAct.REWORDED else ""
        return GoalNote(act, on, wording, self[f"{self.part}_line"].data or "")

    def say(self, problems: Mapping[str, str]) -> None:
        """Hang each message on the field of its part."""
        named = {f"{self.part}_{name}": text for name, text in problems.items()}
        plain = {name: text for name, text in problems.items() if f"{self.part}_{name}" not in self}
        self.show_problems({n: t for n, t in named.items() if n in self} | plain)

    @property
    def version(self) -> int:
        """The version that was shown."""
        return as_version(self.seen.data)


class GoalCorrectionForm(Form):
    """One entry as it should read, or that it was wrong altogether, and why."""

    seen = HiddenField()
    wording = StringField("The goal")
    on = DayField("Day")
    line = StringField("One line")
    take_back = BooleanField("It was wrong altogether: take it back")
    reason = StringField("Why is it corrected?")

    def fill(self, note: GoalNote) -> None:
        """Show what is stored."""
        self.wording.data = note.wording
        self.line.data = note.line
        self.on.process(None, note.on)

    def note(self, stored: GoalNote) -> GoalNote:
        """The entry as a value; Incomplete for what cannot be read."""
        reason = self.reason.data or ""
        if self.take_back.data:
            return GoalNote(GoalAct.TAKEN_BACK, stored.on, reason=reason)
        if self.on.data is None:
            raise Incomplete({"on": NOT_A_DAY})
        wording = self.wording.data or "" if stored.wording else ""
        return GoalNote(
            stored.act, self.on.data, wording, self.line.data or "", stored.place, reason
        )

    @property
    def version(self) -> int:
        """The version that was shown."""
        return as_version(self.seen.data)
