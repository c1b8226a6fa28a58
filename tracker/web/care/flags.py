"""One flag: what was found, why it is shown, and the answer to it."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.people.access import Permission
from tracker.services.care import flag_answers
from tracker.services.record.flag_views import flag_for
from tracker.web.care.flag_page import show_flag
from tracker.web.door.forms import Form, as_uuid
from tracker.web.door.guard import requires
from tracker.web.door.sending import once
from tracker.web.entry.flags import FlagForm

bp = Blueprint("flags", __name__)


class UndoForm(Form):
    """Which answer is to be undone."""

    answer_id = HiddenField()


@bp.get("/flags/<uuid:flag_id>")
@requires(Permission.READ_RECORD)
def show(flag_id: UUID) -> ResponseReturnValue:
    """The flag with its history; the form for its clinician."""
    return show_flag(flag_id, Permission.READ_RECORD)


@bp.post("/flags/<uuid:flag_id>")
@requires(Permission.ANSWER_FLAG)
def answer(flag_id: UUID) -> ResponseReturnValue:
    """On to the session, or to the correction when the rating was entered wrongly."""
    form = FlagForm()
    try:
        reply = form.reply()
        once(
            form,
            lambda db: (
                flag_answers.answer_flag(
                    db, g.user, flag_id, reply, seen=form.version, now=clock.now()
                ).id
            ),
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return show_flag(flag_id, Permission.ANSWER_FLAG, form), 422
    except Stale:
        return show_flag(flag_id, Permission.ANSWER_FLAG, form, stale=True), 409
    with db.reading() as reading:
        view, _ = flag_for(reading, g.user, flag_id, Permission.ANSWER_FLAG, now=clock.now())
    if reply.answer is Answer.ENTERED_WRONGLY:
        flash("Noted. Correct the rating here; what was found is looked at again when you save.")
        return redirect(url_for("sessions.edit", session_id=view.slot.session_id), 303)
    flash("Answer saved.")
    return redirect(url_for("flags.show", flag_id=flag_id), 303)


@bp.post("/flags/<uuid:flag_id>/undo")
@requires(Permission.ANSWER_FLAG)
def undo(flag_id: UUID) -> ResponseReturnValue:
    """Back to the flag, which stands where it stood before the answer."""
    form = UndoForm()
    answer_id = as_uuid(form.answer_id.data)
    once(
        form,
        lambda db: flag_answers.undo_answer(db, g.user, flag_id, answer_id, now=clock.now()).id,
    )
    flash("Answer undone.")
    return redirect(url_for("flags.show", flag_id=flag_id), 303)
