"""Adaptations of the work to a client: the list, a new one, correcting one."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import BooleanField, StringField

from tracker import clock, db
from tracker.domain.course.adaptations import AdaptationKind
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.people.access import Permission
from tracker.models import Adaptation, Client
from tracker.services.care import adaptations
from tracker.services.care.adaptations import AdaptationDetails
from tracker.services.record import records
from tracker.services.record.adaptation_views import stored_adaptations
from tracker.web.door.forms import DayField, Form
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.door.treating import treats

bp = Blueprint("adaptations", __name__)


class AdaptationForm(Form):
    """The day, the kind and one line; of a correction also why, or that it was wrong altogether."""

    kind = StringField("What was adapted")
    note = StringField("In one line")
    on = DayField("Day")
    take_back = BooleanField("It was wrong altogether: take it back")
    reason = StringField("Why is it corrected?")

    def value(self) -> AdaptationDetails:
        """What was entered; Incomplete for what cannot be read."""
        problems = {}
        if self.on.data is None:
            problems["on"] = "The day must be a real date, such as 27 3 2026"
        if self.kind.data not in set(AdaptationKind):
            problems["kind"] = "Select what was adapted"
        if problems:
            raise Incomplete(problems)
        assert self.on.data is not None
        assert self.kind.data is not None
        return AdaptationDetails(
            self.on.data,
            AdaptationKind(self.kind.data),
            self.note.data or "",
            self.reason.data or "",
            bool(self.take_back.data),
        )


def _list_page(client_id: UUID, permission: Permission, form: AdaptationForm | None) -> str:
    with db.reading() as reading:
        record = records.record(reading, g.user, client_id, now=clock.now(), permission=permission)
        entries = stored_adaptations(reading, [client_id])
    note_read("client.read", client_id, client_id)
    if form is None:
        form = AdaptationForm(formdata=None)
        form.on.process(None, record.today)
    counting = {entry.id for entry in record.adaptations}
    return render_template(
        "care/adaptations/index.html",
        record=record,
        superseded=[entry for entry in reversed(entries) if entry.id not in counting],
        by_superseded={entry.supersedes_id: entry for entry in entries},
        form=form,
        own=treats(record.client.clinician_id),
    )


@bp.get("/clients/<uuid:client_id>/adaptations")
@requires(Permission.READ_RECORD)
def index(client_id: UUID) -> ResponseReturnValue:
    """What was adapted, and the form for one more."""
    return _list_page(client_id, Permission.READ_RECORD, None)


@bp.post("/clients/<uuid:client_id>/adaptations")
@requires(Permission.PLAN_CARE)
def create(client_id: UUID) -> ResponseReturnValue:
    """The list with the new one, or with what stands in the way."""
    form = AdaptationForm()
    now = clock.now()
    try:
        what = form.value()
        once(
            form,
            lambda db: adaptations.record_adaptation(db, g.user, client_id, what, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _list_page(client_id, Permission.PLAN_CARE, form), 422
    flash("Adaptation recorded.")
    return redirect(url_for("adaptations.index", client_id=client_id), 303)


def _stored(adaptation_id: UUID) -> tuple[Adaptation, Client]:
    with db.reading() as reading:
        entry, client = adaptations.adaptation_for(
            reading, g.user, adaptation_id, Permission.PLAN_CARE, now=clock.now()
        )
    note_read("client.read", client.id, client.id)
    return entry, client


def _correction_page(entry: Adaptation, client: Client, form: AdaptationForm) -> str:
    return render_template("care/adaptations/correct.html", entry=entry, client=client, form=form)


@bp.get("/adaptations/<uuid:adaptation_id>")
@requires(Permission.PLAN_CARE)
def edit(adaptation_id: UUID) -> ResponseReturnValue:
    """The entry as it reads now, to be corrected."""
    entry, client = _stored(adaptation_id)
    form = AdaptationForm(formdata=None)
    form.kind.data = entry.kind
    form.note.data = entry.note
    form.on.process(None, entry.happened_on)
    return _correction_page(entry, client, form)


@bp.post("/adaptations/<uuid:adaptation_id>")
@requires(Permission.PLAN_CARE)
def correct(adaptation_id: UUID) -> ResponseReturnValue:
    """The list with the corrected entry, or the form with what stands in the way."""
    form = AdaptationForm()
    now = clock.now()
    entry, client = _stored(adaptation_id)
    try:
        what = form.value()
        once(
            form,
            lambda db: adaptations.correct_adaptation(db, g.user, adaptation_id, what, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _correction_page(entry, client, form), 422
    except Stale as error:
        form.form_errors.append(str(error))
        return _correction_page(entry, client, form), 409
    flash("Adaptation corrected. What it said before stays readable.")
    return redirect(url_for("adaptations.index", client_id=client.id), 303)
