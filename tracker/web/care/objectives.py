"""Objectives: the client's list, one with what it rests on, setting, changing and closing one."""

from uuid import UUID

from flask import Blueprint, abort, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.domain.care.objectives import CriterionKind
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.people.access import Permission
from tracker.models import Kept
from tracker.reference.objectives import templates
from tracker.services.care import objectives
from tracker.services.record import records
from tracker.services.record.objective_views import ObjectiveView
from tracker.services.record.records import Record
from tracker.web.care.heads import head_of
from tracker.web.door.forms import Form
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.door.treating import treats
from tracker.web.entry.objectives import KeepForm, ObjectiveForm, begin, measure_for

bp = Blueprint("objectives", __name__)
OWN = "own-"  # before the kind of a criterion, in the address of an objective of one's own


def _record(client_id: UUID, permission: Permission) -> Record:
    with db.reading() as reading:
        record = records.record(reading, g.user, client_id, now=clock.now(), permission=permission)
    note_read("client.read", client_id, client_id)
    return record


@bp.get("/clients/<uuid:client_id>/objectives")
@requires(Permission.READ_RECORD)
def index(client_id: UUID) -> ResponseReturnValue:
    """The objectives with where each stands, and the templates to set one from."""
    record = _record(client_id, Permission.READ_RECORD)
    with db.reading() as reading:
        head = head_of(reading, record)
    return render_template(
        "care/objectives/index.html",
        record=record,
        head=head,
        own=head.own,
        templates=templates(),
        kinds=CriterionKind,
    )


def _form(record: Record, template: str) -> ObjectiveForm:
    """The form of that template, or of a kind of one's own; not found for anything else."""
    known = templates()
    form = ObjectiveForm()
    kind = template.removeprefix(OWN)
    if template in known:
        kind = known[template].kind
    elif not template.startswith(OWN) or kind not in set(CriterionKind):
        abort(404)
    form.offer(CriterionKind(kind), objectives.measures_for(record.client, record.course.known))
    return form


def _new_page(record: Record, template: str, form: ObjectiveForm) -> str:
    objective_template = templates().get(template)
    measures = objectives.measures_for(record.client, record.course.known)
    missing = (
        objective_template
        and objective_template.measure_kind
        and not measure_for(objective_template, measures)
    )
    return render_template(
        "care/objectives/new.html",
        record=record,
        form=form,
        template=objective_template,
        missing=missing,
    )


@bp.get("/clients/<uuid:client_id>/objectives/new/<template>")
@requires(Permission.PLAN_CARE)
def new(client_id: UUID, template: str) -> ResponseReturnValue:
    """The form as the template fills it in."""
    record = _record(client_id, Permission.PLAN_CARE)
    form = _form(record, template)
    objective_template = templates().get(template)
    measures = objectives.measures_for(record.client, record.course.known)
    if (
        not objective_template
        or not objective_template.measure_kind
        or measure_for(objective_template, measures)
    ):
        begin(form, objective_template, measures, record.today)
    return _new_page(record, template, form)


@bp.post("/clients/<uuid:client_id>/objectives/new/<template>")
@requires(Permission.PLAN_CARE)
def create(client_id: UUID, template: str) -> ResponseReturnValue:
    """The new objective, or the form with what stands in the way."""
    record = _record(client_id, Permission.PLAN_CARE)
    now = clock.now()
    form = _form(record, template)
    try:
        wanted = form.wanted(template if template in templates() else "")
        made = once(
            form, lambda db: objectives.set_objective(db, g.user, client_id, wanted, now=now).id
        )
    except Incomplete as error:
        form.say(error.problems)
        return _new_page(record, template, form), 422
    flash("Objective set.")
    return redirect(url_for("objectives.show", objective_id=made), 303)


def _view(objective_id: UUID, permission: Permission) -> tuple[Record, ObjectiveView | None]:
    """The record of the client whose objective it is, and the objective; None for one that was taken back."""
    now = clock.now()
    with db.reading() as reading:
        client = objectives.client_of(reading, g.user, objective_id, permission, now=now)
        record = records.record(reading, g.user, client.id, now=now, permission=permission)
    note_read("objective.read", objective_id, record.client.id)
    views = [view for view in record.objectives if view.objective.id == objective_id]
    return record, views[0] if views else None


def _page(record: Record, view: ObjectiveView | None, form: KeepForm, *, stale: str = "") -> str:
    if view:
        form.seen.data = str(view.objective.version)
    return render_template(
        "care/objectives/show.html",
        record=record,
        view=view,
        form=form,
        own=treats(record.client.clinician_id),
        stale=stale,
        button=lambda: Form(formdata=None),
    )


@bp.get("/objectives/<uuid:objective_id>")
@requires(Permission.READ_RECORD)
def show(objective_id: UUID) -> ResponseReturnValue:
    """The objective: where it stands, what is still needed, the rows it rests on, and its versions."""
    record, view = _view(objective_id, Permission.READ_RECORD)
    return _page(record, view, KeepForm(formdata=None))


@bp.post("/objectives/<uuid:objective_id>")
@requires(Permission.PLAN_CARE)
def keep(objective_id: UUID) -> ResponseReturnValue:
    """The objective, closed by hand or opened again; the list, when it was taken back."""
    form = KeepForm()
    now = clock.now()
    record, view = _view(objective_id, Permission.PLAN_CARE)
    try:
        kept, reason = form.value()
        once(
            form,
            lambda db: (
                objectives.keep_objective(
                    db, g.user, objective_id, kept, reason, seen=form.version, now=now
                ).id
            ),
        )
    except Incomplete as error:
        form.say(error.problems)
        return _page(record, view, form), 422
    except Stale as error:
        return _page(record, view, form, stale=str(error)), 409
    flash(SAVED[kept])
    if kept is Kept.TAKEN_BACK:
        return redirect(url_for("objectives.index", client_id=record.client.id), 303)
    return redirect(url_for("objectives.show", objective_id=objective_id), 303)


SAVED = {
    Kept.CLOSED: "Objective closed. What it rests on stays readable.",
    Kept.OPEN: "Objective opened again.",
    Kept.TAKEN_BACK: "Objective taken back.",
}


def _change_page(record: Record, view: ObjectiveView, form: ObjectiveForm, stale: str = "") -> str:
    return render_template(
        "care/objectives/change.html", record=record, view=view, form=form, stale=stale
    )


def _changeable(objective_id: UUID) -> tuple[Record, ObjectiveView, ObjectiveForm]:
    record, view = _view(objective_id, Permission.PLAN_CARE)
    if view is None:
        abort(404)
    form = ObjectiveForm()
    form.offer(view.asked.kind, objectives.measures_for(record.client, record.course.known))
    return record, view, form


@bp.get("/objectives/<uuid:objective_id>/change")
@requires(Permission.PLAN_CARE)
def edit(objective_id: UUID) -> ResponseReturnValue:
    """The form with what the objective asks for now."""
    record, view, form = _changeable(objective_id)
    form.fill(view.now)
    form.seen.data = str(view.objective.version)
    return _change_page(record, view, form)


@bp.post("/objectives/<uuid:objective_id>/change")
@requires(Permission.PLAN_CARE)
def change(objective_id: UUID) -> ResponseReturnValue:
    """The changed objective, or the form with what stands in the way."""
    record, view, form = _changeable(objective_id)
    now = clock.now()
    reason = form.reason.data or ""
    try:
        wanted = form.wanted(view.now.template)
        once(
            form,
            lambda db: (
                objectives.change_objective(
                    db, g.user, objective_id, wanted, reason, seen=form.version, now=now
                ).id
            ),
        )
    except Incomplete as error:
        form.say(error.problems)
        return _change_page(record, view, form), 422
    except Stale as error:
        form.seen.data = str(view.objective.version)
        return _change_page(record, view, form, str(error)), 409
    flash("Objective changed. What it asked for before stays readable.")
    return redirect(url_for("objectives.show", objective_id=objective_id), 303)
