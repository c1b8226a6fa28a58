"""A client who was looked at in supervision."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.domain.errors import Incomplete
from tracker.domain.people.access import Permission
from tracker.services.access import permissions
from tracker.services.office.practice import practice
from tracker.services.supervision import client_reviews
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.door.treating import treats
from tracker.web.entry.reviews import NoteForm

bp = Blueprint("client_reviews", __name__)


def _page(client_id: UUID, form: NoteForm) -> str:
    with db.reading() as reading:
        client = permissions.may_read_reviews(reading, g.user, client_id, now=clock.now())
        reviews = client_reviews.reviews_of(reading, client_id)
        zone = practice(reading).time_zone
        now = clock.now()
        right = Permission.SUPERVISE
        supervises = bool(permissions.decision_on(reading, g.user, client, right, now=now))
    note_read("client.read", client_id, client_id)
    return render_template(
        "supervision/supervision/reviews.html",
        client=client,
        reviews=reviews,
        form=form,
        own=treats(client.clinician_id),
        supervises=supervises,
        time_zone=zone,
    )


@bp.get("/clients/<uuid:client_id>/reviews")
@requires(Permission.READ_REVIEWS)
def show(client_id: UUID) -> ResponseReturnValue:
    """When the client was looked at in supervision, and what was said."""
    return _page(client_id, NoteForm())


@bp.post("/clients/<uuid:client_id>/reviews")
@requires(Permission.SUPERVISE)
def add(client_id: UUID) -> ResponseReturnValue:
    """The same with a new entry, or with what stands in the way."""
    form = NoteForm()
    now = clock.now()
    try:
        note = form.note.data or ""
        once(
            form,
            lambda db: client_reviews.review_client(db, g.user, client_id, note, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(client_id, form), 422
    flash("Noted: looked at in supervision today.")
    return redirect(url_for("client_reviews.show", client_id=client_id), 303)
