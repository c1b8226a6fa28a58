"""Goals: the client's list, one goal with everything said about it, correcting an entry."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.domain.care.goals import POSSIBLE, GoalAct, GoalNote
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.people.access import Permission
from tracker.domain.superseding import in_force
from tracker.services.care import goals
from tracker.services.office.practice import practice, today
from tracker.services.record import records
from tracker.services.record.goal_views import GoalView, goal_for, note_of
from tracker.web.care.heads import head_of
from tracker.web.door.forms import Form
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once, sent_before
from tracker.web.door.treating import treats
from tracker.web.entry.goals import GoalCorrectionForm, GoalForm, SetForm
from tracker.web.words import goals as goal_words

bp = Blueprint("goals", __name__)


def _list_page(client_id: UUID, permission: Permission, form: SetForm | None) -> str:
    with db.reading() as reading:
        record = records.record(reading, g.user, client_id, now=clock.now(), permission=permission)
        head = head_of(reading, record)
    note_read("client.read", client_id, client_id)
    if form is None:
        form = SetForm(formdata=None)
        form.on.process(None, record.today)
    return render_template(
        "care/goals/index.html",
        record=record,
        head=head,
        form=form,
        own=head.own,
        button=lambda: Form(formdata=None),
    )


@bp.get("/clients/<uuid:client_id>/goals")
@requires(Permission.READ_RECORD)
def index(client_id: UUID) -> ResponseReturnValue:
    """The goals in the order of priority, and the form for a new one."""
    return _list_page(client_id, Permission.READ_RECORD, None)


@bp.post("/clients/<uuid:client_id>/goals")
@requires(Permission.PLAN_CARE)
def create(client_id: UUID) -> ResponseReturnValue:
    """The list with the new goal, or with what stands in the way."""
    form = SetForm()
    now = clock.now()
    try:
        wording = form.wording.data or ""
        on = form.day()
        endorsed = form.line.data or ""
        once(
            form,
            lambda db: (
                goals.set_goal(db, g.user, client_id, wording, on, endorsed=endorsed, now=now).id
            ),
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _list_page(client_id, Permission.PLAN_CARE, form), 422
    flash("Goal set.")
    return redirect(url_for("goals.index", client_id=client_id), 303)


def _page(
    goal_id: UUID, permission: Permission, form: GoalForm | None, *, stale: bool = False
) -> str:
    with db.reading() as reading:
        view, client = goal_for(reading, g.user, goal_id, permission, now=clock.now())
        zone = practice(reading).time_zone
        day = today(reading, clock.now())
    note_read("goal.read", goal_id, client.id)
    if form is None:
        form = GoalForm(formdata=None)
        form.prefill(day)
    form.seen.data = str(view.goal.version)
    return render_template(
        "care/goals/show.html",
        view=view,
        client=client,
        form=form,
        own=treats(client.clinician_id),
        can=POSSIBLE[view.state.stage] if view.state else frozenset(),
        time_zone=zone,
        stale=stale,
        counting={entry.id for entry in in_force(view.goal.entries)},
    )


@bp.get("/goals/<uuid:goal_id>")
@requires(Permission.READ_RECORD)
def show(goal_id: UUID) -> ResponseReturnValue:
    """The goal: how it stands, what can be added, and everything that was recorded."""
    return _page(goal_id, Permission.READ_RECORD, None)


@bp.post("/goals/<uuid:goal_id>")
@requires(Permission.PLAN_CARE)
def add(goal_id: UUID) -> ResponseReturnValue:
    """The goal with the new entry, or the page with what stands in the way; on to the list when the order changed."""
    form = GoalForm()
    now = clock.now()
    with db.reading() as reading:
        day = today(reading, now)
    try:
        note = form.note(day)
        once(
            form,
            lambda db: goals.add_to_goal(db, g.user, goal_id, note, seen=form.version, now=now).id,
        )
    except Incomplete as error:
        form.say(error.problems)
        return _page(goal_id, Permission.PLAN_CARE, form), 422
    except Stale:
        return _page(goal_id, Permission.PLAN_CARE, form, stale=True), 409
    flash(goal_words.SAVED[note.act])
    if note.act is GoalAct.PLACED:
        with db.reading() as reading:
            _, client = goal_for(reading, g.user, goal_id, Permission.PLAN_CARE, now=now)
        return redirect(url_for("goals.index", client_id=client.id), 303)
    return redirect(url_for("goals.show", goal_id=goal_id), 303)


def _correctable(
    goal_id: UUID, entry_id: UUID
) -> tuple[GoalView, str, GoalNote, GoalCorrectionForm]:
    with db.reading() as reading:
        view, client = goal_for(reading, g.user, goal_id, Permission.PLAN_CARE, now=clock.now())
        stored = note_of(goals.correctable(view, entry_id))
    note_read("goal.read", goal_id, client.id)
    filled = GoalCorrectionForm(formdata=None)
    filled.fill(stored)
    filled.seen.data = str(view.goal.version)
    return view, client.code, stored, filled


@bp.get("/goals/<uuid:goal_id>/entries/<uuid:entry_id>")
@requires(Permission.PLAN_CARE)
def edit(goal_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    """The entry as it reads now, to be corrected."""
    view, code, stored, form = _correctable(goal_id, entry_id)
    return _correction_page(view, code, stored, form)


def _correction_page(view: GoalView, code: str, stored: GoalNote, form: GoalCorrectionForm) -> str:
    return render_template(
        "care/goals/correct.html", view=view, code=code, stored=stored, form=form
    )


@bp.post("/goals/<uuid:goal_id>/entries/<uuid:entry_id>")
@requires(Permission.PLAN_CARE)
def correct(goal_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    """The goal with the corrected entry, or the form with what stands in the way."""
    form = GoalCorrectionForm()
    now = clock.now()
    if sent_before(form):  # the entry it corrected does not count any more
        return redirect(url_for("goals.show", goal_id=goal_id), 303)
    view, code, stored, filled = _correctable(goal_id, entry_id)
    status = 422
    try:
        note = form.note(stored)
        once(
            form,
            lambda db: (
                goals.correct_goal(
                    db, g.user, goal_id, entry_id, note, seen=form.version, now=now
                ).id
            ),
        )
    except Incomplete as error:
        form.show_problems(error.problems)
    except Stale as error:
        form.form_errors.append(str(error))
        form.seen.data = filled.seen.data
        status = 409
    else:
        flash("Entry corrected. What it said before stays readable.")
        return redirect(url_for("goals.show", goal_id=goal_id), 303)
    return _correction_page(view, code, stored, form), status
