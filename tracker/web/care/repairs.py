"""Repairs: following a strain up, from the first word about it to how it ended."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.domain.care.repair_work import Act
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.people.access import Permission
from tracker.services.care import repairs
from tracker.services.office.practice import practice
from tracker.services.record import records
from tracker.services.record.reaching import repair_for
from tracker.services.record.repair_views import RepairView, taking_back, work_of
from tracker.web.door.forms import Form, as_uuid
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once, sent_before
from tracker.web.door.treating import treats
from tracker.web.entry.repairs import CorrectionForm, OpenForm, WorkForm

bp = Blueprint("repairs", __name__)
SAVED = {
    Act.TALKED: "Conversation noted.",
    Act.PLANNED: "Step planned. It stands on top of the next session's form until it is done.",
    Act.DONE: "Step done.",
    Act.LET_GO: "Step taken off.",
    Act.REPAIRED: "Noted as repaired.",
    Act.LEFT: "Noted as left.",
    Act.REOPENED: "The repair is open again.",
}


def _new_page(client_id: UUID, form: OpenForm) -> str:
    with db.reading() as reading:
        record = records.record(
            reading, g.user, client_id, now=clock.now(), permission=Permission.ANSWER_FLAG
        )
    note_read("client.read", client_id, client_id)
    form.offer(record.course.slots)
    return render_template("care/repairs/new.html", record=record, form=form)


@bp.get("/clients/<uuid:client_id>/repairs/new")
@requires(Permission.ANSWER_FLAG)
def new(client_id: UUID) -> ResponseReturnValue:
    """The empty form."""
    return _new_page(client_id, OpenForm())


@bp.post("/clients/<uuid:client_id>/repairs/new")
@requires(Permission.ANSWER_FLAG)
def create(client_id: UUID) -> ResponseReturnValue:
    """The new repair, or the form with what stands in the way."""
    form = OpenForm()
    now = clock.now()
    try:
        opening = form.opening()
        session_id = as_uuid(form.session.data)
        step = form.step.data or ""
        made = once(
            form,
            lambda db: (
                repairs.open_repair(
                    db, g.user, client_id, session_id, opening, step=step, now=now
                ).id
            ),
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _new_page(client_id, form), 422
    flash("Repair opened.")
    return redirect(url_for("repairs.show", repair_id=made), 303)


def _page(repair_id: UUID, permission: Permission, form: WorkForm, *, stale: bool = False) -> str:
    with db.reading() as reading:
        view, client = repair_for(reading, g.user, repair_id, permission, now=clock.now())
        zone = practice(reading).time_zone
        taken_back = taking_back(reading, view)
    note_read("repair.read", repair_id, client.id)
    form.seen.data = str(view.repair.version)
    return render_template(
        "care/repairs/show.html",
        view=view,
        taken_back=taken_back,
        client=client,
        form=form,
        own=treats(client.clinician_id),
        time_zone=zone,
        stale=stale,
        button=lambda: Form(formdata=None),  # each button its own key
    )


@bp.get("/repairs/<uuid:repair_id>")
@requires(Permission.READ_RECORD)
def show(repair_id: UUID) -> ResponseReturnValue:
    """The repair: its strip, its planned steps, what can be added, and everything that was recorded."""
    return _page(repair_id, Permission.READ_RECORD, WorkForm())


@bp.post("/repairs/<uuid:repair_id>")
@requires(Permission.ANSWER_FLAG)
def add(repair_id: UUID) -> ResponseReturnValue:
    """The repair with the new entry, or the page with what stands in the way."""
    form = WorkForm()
    now = clock.now()
    try:
        work = form.work()
        once(
            form,
            lambda db: (
                repairs.add_entry(db, g.user, repair_id, work, seen=form.version, now=now).id
            ),
        )
    except Incomplete as error:
        form.say(error.problems)
        return _page(repair_id, Permission.ANSWER_FLAG, form), 422
    except Stale:
        return _page(repair_id, Permission.ANSWER_FLAG, form, stale=True), 409
    flash(SAVED[work.act])
    return redirect(url_for("repairs.show", repair_id=repair_id), 303)


def _correctable(repair_id: UUID, entry_id: UUID) -> tuple[RepairView, str, Act, CorrectionForm]:
    with db.reading() as reading:
        view, client = repair_for(
            reading, g.user, repair_id, Permission.ANSWER_FLAG, now=clock.now()
        )
        entry = repairs.correctable(view, entry_id)
        stored = work_of(entry)
    note_read("repair.read", repair_id, client.id)
    filled = CorrectionForm(formdata=None)
    filled.fill(stored)
    filled.seen.data = str(view.repair.version)
    return view, client.code, stored.act, filled


@bp.get("/repairs/<uuid:repair_id>/entries/<uuid:entry_id>")
@requires(Permission.ANSWER_FLAG)
def edit(repair_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    """The entry as it reads now, to be corrected."""
    view, code, act, form = _correctable(repair_id, entry_id)
    return render_template("care/repairs/correct.html", view=view, code=code, act=act, form=form)


@bp.post("/repairs/<uuid:repair_id>/entries/<uuid:entry_id>")
@requires(Permission.ANSWER_FLAG)
def correct(repair_id: UUID, entry_id: UUID) -> ResponseReturnValue:
    """The repair with the corrected entry, or the form with what stands in the way."""
    form = CorrectionForm()
    now = clock.now()
    if sent_before(form):  # the entry it corrected does not count any more
        return redirect(url_for("repairs.show", repair_id=repair_id), 303)
    view, code, act, stored = _correctable(repair_id, entry_id)
    status = 422
    try:
        work = form.work(act)
        once(
            form,
            lambda db: (
                repairs.correct_entry(
                    db, g.user, repair_id, entry_id, work, seen=form.version, now=now
                ).id
            ),
        )
    except Incomplete as error:
        form.show_problems(error.problems)
    except Stale as error:
        form.form_errors.append(str(error))
        form.seen.data = stored.seen.data
        status = 409
    else:
        flash("Entry corrected. What it said before stays readable.")
        return redirect(url_for("repairs.show", repair_id=repair_id), 303)
    page = render_template("care/repairs/correct.html", view=view, code=code, act=act, form=form)
    return page, status
