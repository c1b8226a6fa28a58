"""A session in the wrong record: moved to the right one after a look at what that does to the flags, or taken back; and
put back where it was."""

from typing import Any
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, StringField

from tracker import clock, db
from tracker.domain.course.removals import Removal, can_undo, reason_problems
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.people.access import Permission
from tracker.models import Client
from tracker.services.handover import session_moves
from tracker.services.handover.session_moves import FlagsChanged, RemovedSession
from tracker.services.record import session_views
from tracker.services.record.session_views import SessionView
from tracker.web.door.forms import Form, as_version
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.words import figures

bp = Blueprint("removals", __name__)
CONFIRMED = "yes"


class RemovalForm(Form):
    """What is to become of a session, the code of the client whose it is, and why; `confirmed` once the person has seen
    what that does."""

    what = StringField("What is to become of it?")
    client = StringField("Code of the right client (only when it is moved)")
    reason = StringField("Why?")
    confirmed = HiddenField()
    version = HiddenField()

    def value(self) -> Removal:
        """What was chosen; Incomplete where nothing was."""
        if self.what.data not in set(Removal):
            raise Incomplete({"what": "Select what is to become of it"})
        return Removal(self.what.data)


class PutBackForm(Form):
    """Why a session is put back, once that needs a reason."""

    reason = StringField("Why is it put back?")
    version = HiddenField()


def _view(session_id: UUID) -> SessionView:
    with db.reading() as reading:
        view = session_views.session_view(
            reading, g.user, session_id, now=clock.now(), permission=Permission.RECORD_SESSION
        )
    note_read("session.read", session_id, view.record.client.id)
    return view


def _page(session_id: UUID, form: RemovalForm, **more: Any) -> str:
    view = _view(session_id)
    form.version.data = str(view.session.version)
    return render_template(
        "care/sessions/removal.html", view=view, record=view.record, form=form, **more
    )


@bp.get("/sessions/<uuid:session_id>/removal")
@requires(Permission.RECORD_SESSION)
def show(session_id: UUID) -> ResponseReturnValue:
    """The form to move a session to the right record, or to take it back."""
    return _page(session_id, RemovalForm(formdata=None))


@bp.post("/sessions/<uuid:session_id>/removal")
@requires(Permission.RECORD_SESSION)
def remove(session_id: UUID) -> ResponseReturnValue:
    """First what it does, to be confirmed; then the session where it was entered, which says what became of it."""
    form = RemovalForm()
    version = as_version(form.version.data)
    try:
        what = form.value()
        to = _right_client(form) if what is Removal.MOVED else None
        reason = form.reason.data or ""
        if problems := reason_problems(reason):
            raise Incomplete(problems)
        if form.confirmed.data != CONFIRMED:
            return _page(session_id, form, changes=_changes(session_id, to), what=what, to=to)
        if to is None:
            _take_back(form, session_id, reason, version)
        else:
            _move(form, session_id, to.id, reason, version)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(session_id, form), 422
    except Stale as error:
        return _page(session_id, form, stale=str(error)), 409
    flash("Session moved." if to else "Session taken back.")
    return redirect(url_for("sessions.show", session_id=session_id), 303)


def _right_client(form: RemovalForm) -> Client:
    with db.reading() as reading:
        to = session_moves.client_by_code(reading, g.user, form.client.data or "", now=clock.now())
    if to is None:
        raise Incomplete({"client": "There is no client with this code whose sessions you record"})
    return to


def _changes(session_id: UUID, to: Client | None) -> list[FlagsChanged]:
    with db.trial() as trying:
        now = clock.now()
        to_id = to.id if to else None
        return session_moves.changes_by(trying, g.user, session_id, to_id, now=now)


def _take_back(form: RemovalForm, session_id: UUID, reason: str, version: int) -> None:
    now = clock.now()
    once(
        form,
        lambda db: session_moves.take_back(db, g.user, session_id, reason, version, now=now).id,
    )


def _move(form: RemovalForm, session_id: UUID, to: UUID, reason: str, version: int) -> None:
    now = clock.now()
    once(
        form,
        lambda db: session_moves.move(db, g.user, session_id, to, reason, version, now=now).id,
    )


def removed_page(
    view: SessionView, removed: RemovedSession, form: PutBackForm | None = None, stale: str = ""
) -> str:
    """The page of a session that does not count where it was entered: what it said, and what became of it."""
    form = form or PutBackForm(formdata=None)
    form.version.data = str(view.session.version)
    return render_template(
        "care/sessions/removed.html",
        view=view,
        record=view.record,
        removed=removed,
        chains=figures.chains(view),
        repairs=[r for r in view.record.every_repair if r.slot.session_id == view.session.id],
        form=form,
        by_one_tap=can_undo(removed.entry.recorded_at, clock.now()),
        stale=stale,
    )


@bp.post("/sessions/<uuid:session_id>/put-back")
@requires(Permission.RECORD_SESSION)
def put_back(session_id: UUID) -> ResponseReturnValue:
    """The session, which counts again where it was entered; or its page with what stands in the way."""
    form = PutBackForm()
    now = clock.now()
    reason = form.reason.data or ""
    version = as_version(form.version.data)
    try:
        once(
            form,
            lambda db: session_moves.put_back(db, g.user, session_id, reason, version, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _removed_anew(session_id, form, 422)
    except Stale as error:
        return _removed_anew(session_id, form, 409, str(error))
    flash("Session put back.")
    return redirect(url_for("sessions.show", session_id=session_id), 303)


def _removed_anew(
    session_id: UUID, form: PutBackForm, status: int, stale: str = ""
) -> ResponseReturnValue:
    """The page once more; the session itself where it counts by now."""
    with db.reading() as reading:
        view = session_views.session_view(reading, g.user, session_id, now=clock.now())
        removed = session_moves.removed_session(reading, g.user, view.session, now=clock.now())
    note_read("session.read", session_id, view.record.client.id)
    if removed is None:
        return redirect(url_for("sessions.show", session_id=session_id), 303)
    return removed_page(view, removed, form, stale), status
