"""Which version of a measure a client is asked: both wordings side by side, and the switch to the newest."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from tracker import clock, db
from tracker.domain.errors import Incomplete
from tracker.domain.people.access import Permission
from tracker.services.care import versions
from tracker.web.door.forms import Form, as_version
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.words import versions as version_words

bp = Blueprint("versions", __name__)


class VersionForm(Form):
    """The version that was shown as the newest."""

    version = HiddenField()


def _page(client_id: UUID, key: str, form: VersionForm) -> str:
    with db.reading() as reading:
        known = versions.versions(reading, g.user, client_id, key, now=clock.now())
    note_read("client.read", client_id, client_id)
    return render_template(
        "care/versions/show.html",
        known=known,
        form=form,
        rater=version_words.reader(known.newest),
        rows=version_words.side_by_side(known.now, known.newest, known.client.language),
    )


@bp.get("/clients/<uuid:client_id>/measures/<key>")
@requires(Permission.CHANGE_CLIENT)
def show(client_id: UUID, key: str) -> ResponseReturnValue:
    """The version in use and the newest, question by question."""
    return _page(client_id, key, VersionForm(formdata=None))


@bp.post("/clients/<uuid:client_id>/measures/<key>")
@requires(Permission.CHANGE_CLIENT)
def switch(client_id: UUID, key: str) -> ResponseReturnValue:
    """The record, whose next rating is on the newest version; or the page with what stands in the way."""
    form = VersionForm()
    seen = as_version(form.version.data)
    now = clock.now()
    try:
        once(form, lambda db: versions.switch(db, g.user, client_id, key, seen, now=now).id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(client_id, key, form), 422
    flash("Switched. The next rating is on the new version.")
    return redirect(url_for("clients.show", client_id=client_id), 303)
