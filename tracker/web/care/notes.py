"""Texts to paste: the note of a session, and the summary for the next clinician. Nothing is sent anywhere."""

from uuid import UUID

from flask import Blueprint, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.domain.people.access import Permission
from tracker.services.care.treatments import entries_of
from tracker.services.record import records, session_views
from tracker.services.record.records import Record
from tracker.services.reports.printing import Printed
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read
from tracker.web.door.treating import treats
from tracker.web.words import handoff as handoff_words
from tracker.web.words import notes as note_words

bp = Blueprint("notes", __name__)
TITLES = {Printed.HANDOFF: "Transfer summary", Printed.CLOSING: "Closing summary"}


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
    return _summary_page(Printed.HANDOFF, record, handoff_words.summary(record, held_by))


@bp.get("/clients/<uuid:client_id>/closing")
@requires(Permission.READ_RECORD)
def closing(client_id: UUID) -> ResponseReturnValue:
    """The summary of a therapy that has ended, likewise; the record while it goes on."""
    with db.reading() as reading:
        record = records.record(reading, g.user, client_id, now=clock.now())
        held_by = records.held_by(reading, record)
        said = entries_of(reading, client_id)
    note_read("client.read", client_id, client_id)
    if not record.ended:
        return redirect(url_for("clients.show", client_id=client_id), 303)
    parts = handoff_words.closing(record, held_by, said[-1].words)
    return _summary_page(Printed.CLOSING, record, parts)


def _summary_page(
    printed: Printed, record: Record, parts: tuple[handoff_words.HandoffPart, ...]
) -> ResponseReturnValue:
    title = TITLES[printed]
    return render_template(
        "care/notes/summary.html",
        title=title,
        printed=printed.value,
        record=record,
        parts=parts,
        text=handoff_words.as_text(title, record, parts),
        own=treats(record.client.clinician_id),
    )
