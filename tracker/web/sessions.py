"""Logging a session, what is said when it is saved, and looking at and correcting one."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.clock import local_date
from tracker.domain.access import Permission
from tracker.domain.errors import Incomplete
from tracker.domain.measures import Rater
from tracker.services import clients, corrections, records, sessions
from tracker.services.records import Record
from tracker.web import figures
from tracker.web.flag_form import FlagForm
from tracker.web.guard import requires
from tracker.web.sending import note_read, once
from tracker.web.session_form import SessionForm

bp = Blueprint("sessions", __name__)


def _record(client_id: UUID) -> Record:
    with db.reading() as reading:
        return records.record(
            reading, g.user, client_id, now=clock.now(), permission=Permission.RECORD_SESSION
        )


def _page(record: Record, form: SessionForm) -> str:
    return render_template(
        "sessions/new.html",
        record=record,
        form=form,
        primary=clients.primary_measure(record.client),
        number=len(record.course.slots) + 1,
        Rater=Rater,
    )


@bp.get("/clients/<uuid:client_id>/sessions/new")
@requires(Permission.RECORD_SESSION)
def new(client_id: UUID) -> ResponseReturnValue:
    """The empty form. No earlier score is on it."""
    record = _record(client_id)
    note_read("client.read", client_id, client_id)
    form = SessionForm.for_measures(record.measures)
    form.held_on.process(None, record.today)
    form.setting.data = record.client.usual_setting
    return _page(record, form)


@bp.post("/clients/<uuid:client_id>/sessions/new")
@requires(Permission.RECORD_SESSION)
def create(client_id: UUID) -> ResponseReturnValue:
    """What was saved and what fell, or the form with what stands in the way."""
    record = _record(client_id)
    form = SessionForm.for_measures(record.measures)
    try:
        details, entry = form.details(), form.entry()
        made = once(
            form,
            lambda db: (
                sessions.log_session(db, g.user, client_id, details, entry, now=clock.now()).id
            ),
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        note_read("client.read", client_id, client_id)
        return _page(record, form), 422
    return redirect(url_for("sessions.saved", session_id=made), 303)


@bp.get("/sessions/<uuid:session_id>/saved")
@requires(Permission.RECORD_SESSION)
def saved(session_id: UUID) -> ResponseReturnValue:
    """Session saved: the check-in when there is one, and what changed since the rating before."""
    with db.reading() as reading:
        view = records.session_view(
            reading, g.user, session_id, now=clock.now(), permission=Permission.RECORD_SESSION
        )
    note_read("session.read", session_id, view.record.client.id)
    snapshots = figures.of_session(view)
    # A back-dated session raises its flags, but what fell then is no reason to interrupt now.
    back_dated = view.session.held_on < local_date(view.session.recorded_at, view.record.time_zone)
    return render_template(
        "sessions/saved.html",
        view=view,
        record=view.record,
        back_dated=back_dated,
        snapshots=snapshots,
        heading=figures.heading(view, snapshots, back_dated=back_dated),
        forms_by_flag={flag.flag.id: FlagForm() for flag in view.flags},
    )


@bp.get("/sessions/<uuid:session_id>")
@requires(Permission.READ_RECORD)
def show(session_id: UUID) -> ResponseReturnValue:
    """One session with every rating, old values included."""
    with db.reading() as reading:
        view = records.session_view(reading, g.user, session_id, now=clock.now())
    note_read("session.read", session_id, view.record.client.id)
    return render_template(
        "sessions/show.html",
        view=view,
        record=view.record,
        chains=figures.chains(view),
        own=view.record.client.clinician_id == g.user.id,
    )


def _correction_page(view: records.SessionView, form: SessionForm) -> str:
    return render_template(
        "sessions/correct.html",
        view=view,
        record=view.record,
        form=form,
        primary=clients.primary_measure(view.record.client),
        Rater=Rater,
    )


def _correctable(session_id: UUID) -> records.SessionView:
    with db.reading() as reading:
        return records.session_view(
            reading, g.user, session_id, now=clock.now(), permission=Permission.RECORD_SESSION
        )


@bp.get("/sessions/<uuid:session_id>/correct")
@requires(Permission.RECORD_SESSION)
def edit(session_id: UUID) -> ResponseReturnValue:
    """The form with what is stored."""
    view = _correctable(session_id)
    note_read("session.read", session_id, view.record.client.id)
    form = SessionForm.for_measures(view.record.measures)
    form.fill(view.session, [chain[-1] for chain in view.record.course.ratings_of(session_id)])
    return _correction_page(view, form)


@bp.post("/sessions/<uuid:session_id>/correct")
@requires(Permission.RECORD_SESSION)
def correct(session_id: UUID) -> ResponseReturnValue:
    """The corrected session, or the form with what stands in the way."""
    view = _correctable(session_id)
    form = SessionForm.for_measures(view.record.measures)
    try:
        details, entry, reason = form.details(), form.entry(), form.why()
        made = once(
            form,
            lambda db: (
                corrections.correct_session(
                    db, g.user, session_id, details, entry, reason, now=clock.now()
                ).id
            ),
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        note_read("session.read", session_id, view.record.client.id)
        stale = "version" in error.problems
        form.version.data = str(view.session.version)
        return _correction_page(view, form), 409 if stale else 422
    flash("Correction saved.")
    return redirect(url_for("sessions.show", session_id=made), 303)
