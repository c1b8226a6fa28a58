"""Texts to paste: the note of a session, and the summary for the next clinician. Nothing is sent anywhere."""

from uuid import UUID

from flask import Blueprint, g, render_template
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.domain.people.access import Permission
from tracker.services.record import records, session_views
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read
from tracker.web.door.treating import treats
from tracker.web.words import handoff as handoff_words
from tracker.web.words import notes as note_words

bp = Blueprint("notes", __name__)


@bp.get("/sessions/<uuid:session_id>/note")
@requires(Permission.RECORD_SESSION)
def session(session_id: UUID) -> ResponseReturnValue:
    """The note of a session, to be changed and copied on the page."""
    with db.reading() as reading:
        view = session_views.session_view(
            reading, g.user, session_id, now=clock.now(), permission=Permission.RECORD_SESSION
        )
    note_read("session.read", session_id, view.record.client.id)
    return render_template("care/notes/session.html", view=view, text=note_words.note(view))


@bp.get("/clients/<uuid:client_id>/handoff")
@requires(Permission.READ_RECORD)
def handoff(client_id: UUID) -> ResponseReturnValue:
    """The summary for the next clinician, to be printed or copied as text."""
    with db.reading() as reading:
        record = records.record(reading, g.user, client_id, now=clock.now())
        held_by = records.held_by(reading, record)
    note_read("client.read", client_id, client_id)
    parts = handoff_words.summary(record, held_by)
    return render_template(
        "care/notes/handoff.html",
        record=record,
        parts=parts,
        text=handoff_words.as_text(record, parts),
        own=treats(record.client.clinician_id),
    )
