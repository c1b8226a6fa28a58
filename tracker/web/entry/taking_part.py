"""The part of the session's form on how the client took part: task, observations, questions, progress on goals."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from wtforms import SelectField, StringField

from tracker.domain.care.goals import HIGHEST
from tracker.domain.course.sessions import ClientQuestion, Observation
from tracker.domain.measures.numbers import parse
from tracker.models import TherapySession
from tracker.services.care.goals import name_of
from tracker.services.record.goal_views import GoalView
from tracker.web.door.forms import Form, options
from tracker.web.words import general as words

YES = "yes"
NO = "no"


class TakingPartForm(Form):
    """All of it is optional; nothing is chosen beforehand."""

    task = SelectField(
        "Task agreed last time", choices=options({"": "Not asked", **words.TASK}), default=""
    )
    asked_questions = StringField(words.OBSERVATION[Observation.ASKED])
    disagreed = StringField(words.OBSERVATION[Observation.DISAGREED])
    brought_unasked = StringField(words.OBSERVATION[Observation.BROUGHT])
    set_agenda = StringField(words.OBSERVATION[Observation.SET_AGENDA])
    still_useful = StringField(words.QUESTION[ClientQuestion.STILL_USEFUL])
    right_things = StringField(words.QUESTION[ClientQuestion.RIGHT_THINGS])
    not_working = StringField(words.QUESTION[ClientQuestion.NOT_WORKING])
    goals: tuple[GoalView, ...] = ()

    def progress_field(self, view: GoalView) -> Any:
        """The field of a goal's progress."""
        return self[name_of(view.goal.id)]

    def progress_wrong(self) -> bool:
        """True when any progress is entered, or wrong."""
        fields = [self.progress_field(view) for view in self.goals]
        return any(field.data or field.errors for field in fields)

    def progress(self, problems: dict[str, str]) -> dict[UUID, int | None]:
        """The progress of each goal as a number; None where nothing is entered."""
        progress: dict[UUID, int | None] = {}
        for view in self.goals:
            field = self.progress_field(view)
            text = (field.data or "").strip()
            value = parse(text) if text else None
            if text and (value is None or value.denominator != 1):
                problems[field.name] = f"Progress must be a whole number from 0 to {HIGHEST}"
            progress[view.goal.id] = int(value) if value is not None else None
        return progress

    def taking_part(self) -> bool:
        """True when anything is entered, or wrong, in how the client took part."""
        names = ("task", *Observation, *ClientQuestion)
        return any(self[name].data or self[name].errors for name in names)

    def observed(self) -> dict[Observation, bool]:
        """What was noted of how the client took part; anything but yes and no is not noted."""
        said = {name: self[name].data for name in Observation}
        return {name: value == YES for name, value in said.items() if value in (YES, NO)}

    def said(self) -> dict[ClientQuestion, str]:
        """The client's answers to the questions, as they were typed."""
        return {name: self[name].data or "" for name in ClientQuestion}

    def fill_taking_part(self, session: TherapySession) -> None:
        """Show what is stored of it."""
        self.task.data = session.task or ""
        for name in Observation:
            self[name].data = {True: YES, False: NO}.get(getattr(session, name), "")
        for question in ClientQuestion:
            self[question].data = getattr(session, question)
        for view in self.goals:
            given = view.progress.get(session.id)
            value = given.value if given else None
            self.progress_field(view).data = "" if value is None else str(value)


def progress_fields(goals: Iterable[GoalView]) -> dict[str, Any]:
    """A field for the progress of each goal, by its name."""
    return {name_of(v.goal.id): StringField(v.state.wording) for v in goals if v.state}
