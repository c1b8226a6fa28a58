"""One flag: what was found, why it is shown, and the answer to it."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField

from tracker import clock, db
from tracker.charts.excerpt import excerpt
from tracker.domain.care.answers import Answer
from tracker.domain.care.repair_work import Undoing
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Permission
from tracker.services.care import flag_answers
from tracker.services.record.reaching import flag_for
from tracker.services.supervision.flag_pages import FlagPage, flag_page
from tracker.web.door.forms import Form, as_uuid
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.entry import conflicts
from tracker.web.entry.flags import FlagForm
from tracker.web.entry.reviews import ReviewForm
from tracker.web.words.drawings import Picture, marks, picture

bp = Blueprint("flags", __name__)


UNDONE = {
    Undoing.NOTHING: "Answer undone.",
    Undoing.TAKES_BACK: "Answer undone, and the repair it opened taken back.",
    Undoing.STAYS: "Answer undone. The repair it opened stays, because it has been worked on since.",
}


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
                    db,
                    g.user,
                    flag_id,
                    reply,
                    seen=form.version,
                    beside=form.shown_beside,
                    now=clock.now(),
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
    return redirect(url_for("flags.show", flag_id=flag_id), 303)


@bp.post("/flags/<uuid:flag_id>/undo")
@requires(Permission.ANSWER_FLAG)
def undo(flag_id: UUID) -> ResponseReturnValue:
    """Back to the flag, which stands where it stood before the answer."""
    form = UndoForm()
    answer_id = as_uuid(form.answer_id.data)
    now = clock.now()
    undone_id = once(
        form, lambda db: flag_answers.undo_answer(db, g.user, flag_id, answer_id, now=now).id
    )
    with db.reading() as reading:
        done = flag_answers.undone(reading, g.user, flag_id, undone_id, now=now)
    flash(UNDONE[done])
    return redirect(url_for("flags.show", flag_id=flag_id), 303)


MOST_PANELS = 3  # scores in the small chart; all of them stand in the sentence


def show_flag(
    flag_id: UUID,
    permission: Permission,
    form: FlagForm | None = None,
    review: ReviewForm | None = None,
    *,
    stale: bool = False,
) -> str:
    """The flag with its history; one of its forms as it was filled in, with both versions when it was stale."""
    now = clock.now()
    with db.reading() as reading:
        page = flag_page(reading, g.user, flag_id, permission, now=now)
    note_read("flag.read", flag_id, page.client.id)
    form = form or FlagForm(formdata=None)
    review = review or _empty()
    differences = None
    if stale and review.is_filled:
        differences = conflicts.of_review(page.thread, review)
    elif stale:
        differences = conflicts.of_answer(page.view, form)
    review.seen.data = page.thread.seen
    return render_template(
        "care/flags/show.html",
        page=page,
        flag=page.view,
        client=page.client,
        form=form,
        review=review,
        own=page.own,
        time_zone=page.zone,
        stale=differences,
        around=_around(page),
        button=Form(formdata=None),
    )


def _empty() -> ReviewForm:
    return ReviewForm(formdata=None)


def _around(page: FlagPage) -> Picture | None:
    """The sessions around the flag, on the scores that it names; None where nothing was rated."""
    view = page.view
    of = page.course
    rater = Rater(view.flag.rater)
    whose = view.flag.participant_id if rater is Rater.CLIENT else None
    own = of.trajectory(view.flag.measure_key, rater, whose)
    other = of.trajectory(view.flag.measure_key, Rater.THERAPIST, None)
    if own is None or len(own.points) < 2:
        return None
    raters = [own, other] if other and rater is Rater.CLIENT else [own]
    named = [f.key for f in view.finding.falls] or [c.key for c in view.finding.compared]
    keys = list(dict.fromkeys(key for key in named if own.measure.label_of(key))) or [TOTAL]
    title = f"Before and after session {view.slot.number}: {own.measure.short}"
    shown = excerpt(title, raters, keys[:MOST_PANELS], list(marks(view)), number=view.slot.number)
    return picture(shown)
