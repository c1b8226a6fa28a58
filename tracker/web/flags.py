"""One check-in: what fell, why it is shown, and the answer to it."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.domain.access import Permission
from tracker.domain.answers import Answer
from tracker.domain.errors import Incomplete
from tracker.services import flags
from tracker.services.flag_views import FlagView, flag_for
from tracker.services.practice import practice
from tracker.web.flag_form import FlagForm
from tracker.web.guard import requires
from tracker.web.sending import note_read, once

bp = Blueprint("flags", __name__)


def _page(flag_id: UUID, permission: Permission, form: FlagForm) -> tuple[FlagView, str]:
    with db.reading() as reading:
        view, client = flag_for(reading, g.user, flag_id, permission, now=clock.now())
        zone = practice(reading).time_zone
    note_read("flag.read", flag_id, client.id)
    own = client.clinician_id == g.user.id
    page = render_template(
        "flags/show.html", flag=view, client=client, form=form, own=own, time_zone=zone
    )
    return view, page


@bp.get("/flags/<uuid:flag_id>")
@requires(Permission.READ_RECORD)
def show(flag_id: UUID) -> ResponseReturnValue:
    """The check-in with its history; the form for its clinician."""
    return _page(flag_id, Permission.READ_RECORD, FlagForm())[1]


@bp.post("/flags/<uuid:flag_id>")
@requires(Permission.ANSWER_FLAG)
def answer(flag_id: UUID) -> ResponseReturnValue:
    """On to the session, or to the correction when the rating was entered wrongly."""
    form = FlagForm()
    try:
        reply = form.reply()
        once(form, lambda db: flags.answer_flag(db, g.user, flag_id, reply, now=clock.now()).id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(flag_id, Permission.ANSWER_FLAG, form)[1], 422
    with db.reading() as reading:
        view, _ = flag_for(reading, g.user, flag_id, Permission.ANSWER_FLAG, now=clock.now())
    if reply.answer is Answer.ENTERED_WRONGLY:
        flash("Noted. Correct the rating here; the check-in is looked at again when you save.")
        return redirect(url_for("sessions.edit", session_id=view.slot.session_id), 303)
    flash("Answer saved.")
    return redirect(url_for("flags.show", flag_id=flag_id), 303)
