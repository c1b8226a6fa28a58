"""The conversation about coming back that a missed session asks for."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, StringField

from tracker import clock, db
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.people.access import Permission
from tracker.services.care import reengagement
from tracker.services.care.reengagement import Conversation
from tracker.services.office.practice import practice, today
from tracker.services.record.course import conversation_of
from tracker.web.door.forms import DayField, Form, as_uuid
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.door.treating import treats

bp = Blueprint("reengagement", __name__)


class ConversationForm(Form):
    """The day and one line; why, when it corrects what is there."""

    on = DayField("Day of the conversation")
    note = StringField("What came of it, in one line")
    reason = StringField("Why is it corrected?")
    corrects = HiddenField()

    def value(self) -> Conversation:
        """What was entered; Incomplete for what cannot be read."""
        if self.on.data is None:
            raise Incomplete({"on": "The day must be a real date, such as 27 3 2026"})
        corrects = as_uuid(self.corrects.data) if self.corrects.data else None
        return Conversation(self.on.data, self.note.data or "", self.reason.data or "", corrects)


def _page(
    session_id: UUID, permission: Permission, form: ConversationForm | None, **more: str
) -> str:
    now = clock.now()
    with db.reading() as reading:
        session, client = reengagement.missed_session(
            reading, g.user, session_id, permission, now=now
        )
        entries = list(session.reengagements)
        zone = practice(reading).time_zone
        day = today(reading, now)
    note_read("session.read", session_id, client.id)
    held = conversation_of(session)
    if form is None:
        form = ConversationForm(formdata=None)
        form.note.data = held.note if held else ""
        form.on.process(None, held.happened_on if held else day)
    form.corrects.data = str(held.id) if held else ""
    return render_template(
        "care/reengagement/show.html",
        session=session,
        client=client,
        held=held,
        entries=entries,
        form=form,
        time_zone=zone,
        own=treats(client.clinician_id),
        **more,
    )


@bp.get("/sessions/<uuid:session_id>/coming-back")
@requires(Permission.READ_RECORD)
def show(session_id: UUID) -> ResponseReturnValue:
    """What was recorded of the conversation, and the form for the client's clinician."""
    return _page(session_id, Permission.READ_RECORD, None)


@bp.post("/sessions/<uuid:session_id>/coming-back")
@requires(Permission.RECORD_SESSION)
def record(session_id: UUID) -> ResponseReturnValue:
    """The page with the conversation, or with what stands in the way."""
    form = ConversationForm()
    now = clock.now()
    try:
        said = form.value()
        once(
            form,
            lambda db: reengagement.record_conversation(db, g.user, session_id, said, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(session_id, Permission.RECORD_SESSION, form), 422
    except Stale as error:
        return _page(session_id, Permission.RECORD_SESSION, form, stale=str(error)), 409
    flash("Conversation recorded.")
    return redirect(url_for("reengagement.show", session_id=session_id), 303)
