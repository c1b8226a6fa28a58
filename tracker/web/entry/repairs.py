"""The forms of a repair: opening one, what can be added to it, correcting an entry."""

from collections.abc import Iterable, Mapping

from wtforms import HiddenField, SelectField, SelectMultipleField, StringField

from tracker.domain.care.answers import Move, Rupture
from tracker.domain.care.repair_work import BY_ANSWER, WITH_WORDS, Act, Work
from tracker.domain.course.sessions import long_date
from tracker.domain.course.trajectory import Slot
from tracker.domain.errors import Incomplete
from tracker.web.door.forms import DayField, Form, as_uuid, as_version, options
from tracker.web.entry.strains import markers_chosen, markers_field
from tracker.web.words import general as words

NOT_A_DAY = "The day must be a real date, such as 27 3 2026"
NOT_OFFERED = "Select one of the words for it, or none"


def _rupture(text: str | None, problems: dict[str, str], name: str) -> Rupture | None:
    if not text:
        return None
    if text not in set(Rupture):
        problems[name] = NOT_OFFERED
        return None
    return Rupture(text)


def _moves(ticked: Iterable[str] | None, problems: dict[str, str], name: str) -> tuple[Move, ...]:
    chosen = list(ticked or ())
    if set(chosen) - set(Move):
        problems[name] = "Select what was done from the list"
        return ()
    return tuple(move for move in Move if move in chosen)  # in the order of the list


class OpenForm(Form):
    """Which session, what it may be called, and a first step."""

    session = SelectField("The session in which you noticed it")
    rupture = StringField("What I would call it (optional)")
    markers = markers_field()
    note = StringField("One line (optional)")
    step = StringField("A step for the next session (optional)")

    def offer(self, slots: Iterable[Slot]) -> None:
        """Let every session be chosen, the last one first."""
        choices = {
            str(s.session_id): f"Session {s.number}, {long_date(s.held_on)}"
            for s in reversed(list(slots))
        }
        self.session.choices = options(choices)

    def opening(self) -> Work:
        """What was entered; Incomplete for what cannot be read."""
        problems: dict[str, str] = {}
        rupture = _rupture(self.rupture.data, problems, "rupture")
        markers = markers_chosen(self.markers.data, problems)
        if problems:
            raise Incomplete(problems)
        return Work(Act.OPENED, rupture=rupture, note=self.note.data or "", markers=markers)


class WorkForm(Form):
    """What can be added to a repair: each part has a form of its own on the page, with fields of its own."""

    act = HiddenField()
    seen = HiddenField()
    step = HiddenField()
    moves = SelectMultipleField("What we did", choices=options(words.MOVE))
    markers = markers_field("What I saw then")
    note = StringField("One line (optional)")
    on = DayField("On another day (optional)")
    plan = StringField("Step for the next session")
    step_reason = StringField("Why it is not needed")
    ended = StringField("How it ended")
    ended_reason = StringField("Reason")
    again_reason = StringField("Reason")

    # The domain names a problem by what an entry says; each part of the page has its own field for that.
    FIELDS: Mapping[Act, Mapping[str, str]] = {
        Act.PLANNED: {"note": "plan"},
        Act.LET_GO: {"reason": "step_reason"},
        Act.REPAIRED: {"reason": "ended_reason"},
        Act.LEFT: {"reason": "ended_reason"},
        Act.REOPENED: {"reason": "again_reason"},
    }

    def work(self) -> Work:
        """The entry as a value; Incomplete for what cannot be read."""
        wanted = self.ended.data if self.act.data == "ended" else self.act.data
        if wanted not in set(Act) - BY_ANSWER:
            raise Incomplete({"ended": "Select how it ended"})
        problems: dict[str, str] = {}
        if not self.on.empty and self.on.data is None:
            problems["on"] = NOT_A_DAY
        moves = _moves(self.moves.data, problems, "moves")
        markers = markers_chosen(self.markers.data, problems)
        if problems:
            raise Incomplete(problems)
        act = Act(wanted)
        return Work(
            act,
            moves=moves if act is Act.TALKED else (),
            note=(self.plan if act is Act.PLANNED else self.note).data or "",
            on=self.on.data if act is Act.TALKED else None,
            step=as_uuid(self.step.data) if act in (Act.DONE, Act.LET_GO) else None,
            reason=self._reason(act),
            markers=markers if act is Act.TALKED else (),
        )

    def _reason(self, act: Act) -> str:
        field = self.FIELDS.get(act, {}).get("reason")
        return str(self[field].data or "") if field else ""

    def say(self, problems: Mapping[str, str]) -> None:
        """Hang each message on the field of its part."""
        wanted = self.ended.data if self.act.data == "ended" else self.act.data
        names = self.FIELDS.get(Act(wanted), {}) if wanted in set(Act) else {}
        self.show_problems({names.get(name, name): text for name, text in problems.items()})

    @property
    def version(self) -> int:
        """The version that was shown."""
        return as_version(self.seen.data)


class CorrectionForm(Form):
    """One entry as it should read, and why."""

    seen = HiddenField()
    rupture = StringField("What I would call it (optional)")
    moves = SelectMultipleField("What we did", choices=options(words.MOVE))
    markers = markers_field()
    note = StringField("One line")
    on = DayField("On another day (optional)")
    reason = StringField("Why is it corrected?")

    def fill(self, work: Work) -> None:
        """Show what is stored."""
        self.rupture.data = work.rupture
        self.note.data = work.note
        self.moves.data = list(work.moves)
        self.markers.data = list(work.markers)
        self.on.process(None, work.on)

    def work(self, act: Act) -> Work:
        """The entry as a value; Incomplete for what cannot be read."""
        assert act in WITH_WORDS, "only these are corrected"
        problems: dict[str, str] = {}
        rupture = _rupture(self.rupture.data, problems, "rupture")
        moves = _moves(self.moves.data, problems, "moves")
        markers = markers_chosen(self.markers.data, problems)
        if not self.on.empty and self.on.data is None:
            problems["on"] = NOT_A_DAY
        if problems:
            raise Incomplete(problems)
        return Work(
            act,
            rupture=rupture if act is Act.OPENED else None,
            moves=moves if act is Act.TALKED else (),
            note=self.note.data or "",
            on=self.on.data if act is Act.TALKED else None,
            reason=self.reason.data or "",
            markers=markers if act in (Act.OPENED, Act.TALKED) else (),
        )

    @property
    def version(self) -> int:
        """The version that was shown."""
        return as_version(self.seen.data)
