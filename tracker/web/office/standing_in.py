"""Standing in: records opened in an emergency, cover while somebody is away, a client handed to another clinician, and
the notices of all that."""

from collections.abc import Callable, Iterable
from datetime import timedelta
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import SelectField, StringField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its stubs

from tracker import clock, db
from tracker.domain.errors import Incomplete, NotNow
from tracker.domain.people import emergency
from tracker.domain.people.access import Permission
from tracker.models import User
from tracker.services.access import notices, permissions
from tracker.services.office.practice import practice
from tracker.services.people import covers, emergencies, reassigning
from tracker.services.people.emergencies import Open
from tracker.web.door.forms import DayField, Form, as_uuid, options
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once

bp = Blueprint("standing_in", __name__)


class EmergencyForm(Form):
    """Which record, and why."""

    code = StringField("The client's code, exactly")
    reason = StringField("Why you need it now")


class CoverForm(Form):
    """Who covers, from when to when, and why."""

    cover = SelectField("Clinician who covers", default="")
    starts_on = DayField("First day")
    ends_on = DayField("Last day")
    reason = StringField("Reason")


class TransferForm(Form):
    """Who takes the client over, and why."""

    taker = SelectField("Clinician who takes over", default="")
    reason = StringField("Reason")


def _people(field: SelectField, users: Iterable[User]) -> None:
    named = {user.id: user.name for user in users}
    field.choices = [SelectChoice("", "Choose"), *options(named)]


def _chosen(text: str | None) -> UUID | None:
    return as_uuid(text) if text else None


# Records in an emergency.


def _emergency(form: EmergencyForm) -> str:
    minutes = emergency.LASTS // timedelta(minutes=1)
    return render_template("office/standing_in/emergency.html", form=form, minutes=minutes)


@bp.get("/emergency")
@requires(Permission.BREAK_GLASS)
def emergency_form() -> ResponseReturnValue:
    """The form that asks for a code and a reason, and says what follows."""
    return _emergency(EmergencyForm())


@bp.post("/emergency")
@requires(Permission.BREAK_GLASS)
def open_record() -> ResponseReturnValue:
    """The record, open for an hour, or the form with what stands in the way."""
    form = EmergencyForm()
    code = form.code.data or ""
    reason = form.reason.data or ""
    try:  # sent twice it is open already; and a wrong code stays noted, though nothing was made
        with db.transaction() as writing:
            opened = emergencies.open_record(writing, g.user, code, reason, now=clock.now())
    except Incomplete as error:
        form.show_problems(error.problems)
        return _emergency(form), 422
    except NotNow as error:
        form.show_problems({"code": error.message})
        return _emergency(form), 409
    if opened is None:
        form.show_problems({"code": "No client has this code. Look at it again"})
        return _emergency(form), 422
    return redirect(url_for("clients.show", client_id=opened[0]), 303)


@bp.post("/emergencies/<uuid:access_id>/close")
@requires(Permission.BREAK_GLASS)
def close(access_id: UUID) -> ResponseReturnValue:
    """Home, with the record closed."""

    def act(writing: Session) -> UUID:
        emergencies.close(writing, g.user, access_id, now=clock.now())
        return access_id

    once(Form(), act)
    flash("The record is closed again.")
    return redirect("/", 303)


def _open_now() -> tuple[list[Open], str]:
    """For the home page: the records that are open in an emergency, and the time zone."""
    if not g.user.may(Permission.BREAK_GLASS):
        return [], ""
    with db.reading() as reading:
        return emergencies.open_now(reading, g.user, now=clock.now()), g.practice.time_zone


@bp.app_context_processor
def _for_homes() -> dict[str, Callable[[], tuple[list[Open], str]]]:
    """What the notices can ask for: they stand on every home page, a clinician's and a supervisor's."""
    return {"open_in_an_emergency": _open_now}


@bp.get("/emergencies")
@requires(Permission.MANAGE_PEOPLE)
def report() -> ResponseReturnValue:
    """Who opened records in an emergency, when and why; never whose they are."""
    with db.reading() as reading:
        openings = emergencies.report(reading, g.user)
        zone = practice(reading).time_zone
    note_read("emergency.reported")
    return render_template("office/standing_in/emergencies.html", openings=openings, time_zone=zone)


# Cover.


def _cover(clinician_id: UUID, form: CoverForm) -> str:
    with db.reading() as reading:
        arranged = covers.covers_of(reading, g.user, clinician_id, now=clock.now())
        _people(form.cover, reassigning.takers(reading, clinician_id))
    return render_template(
        "office/standing_in/cover.html",
        clinician_id=clinician_id,
        own=clinician_id == g.user.id,
        covers=arranged,
        form=form,
        button=lambda: Form(formdata=None),
    )


@bp.get("/people/<uuid:clinician_id>/cover")
@requires(Permission.ARRANGE_COVER)
def cover(clinician_id: UUID) -> ResponseReturnValue:
    """Who covers for a clinician, and the form that arranges it."""
    return _cover(clinician_id, CoverForm())


@bp.post("/people/<uuid:clinician_id>/cover")
@requires(Permission.ARRANGE_COVER)
def arrange(clinician_id: UUID) -> ResponseReturnValue:
    """The same with the new cover, or with what stands in the way."""
    form = CoverForm()
    now = clock.now()
    days = (form.starts_on.data, form.ends_on.data)
    reason = form.reason.data or ""
    who = _chosen(form.cover.data)
    try:
        once(
            form,
            lambda db: covers.arrange(db, g.user, clinician_id, who, days, reason, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _cover(clinician_id, form), 422
    flash("Cover arranged. Whoever covers sees it on their caseload.")
    return redirect(url_for("standing_in.cover", clinician_id=clinician_id), 303)


@bp.post("/covers/<uuid:cover_id>/end")
@requires(Permission.ARRANGE_COVER)
def end_cover(cover_id: UUID) -> ResponseReturnValue:
    """The covers that are left."""
    of = once(Form(), lambda db: covers.end_cover(db, g.user, cover_id, now=clock.now()))
    flash("Cover ended.")
    return redirect(url_for("standing_in.cover", clinician_id=of), 303)


# One client to another clinician.


def _transfer(client_id: UUID, form: TransferForm) -> str:
    with db.reading() as reading:
        client = permissions.may_transfer_client(reading, g.user, client_id, now=clock.now())
        _people(form.taker, reassigning.takers(reading, client.clinician_id))
    note_read("client.read", client_id, client_id)
    return render_template("office/standing_in/transfer.html", client=client, form=form)


@bp.get("/clients/<uuid:client_id>/transfer")
@requires(Permission.TRANSFER_CLIENT)
def transfer_form(client_id: UUID) -> ResponseReturnValue:
    """To whom the client can go, and what happens then."""
    return _transfer(client_id, TransferForm())


@bp.post("/clients/<uuid:client_id>/transfer")
@requires(Permission.TRANSFER_CLIENT)
def transfer(client_id: UUID) -> ResponseReturnValue:
    """The caseload without the client, or the form with what stands in the way."""
    form = TransferForm()
    now = clock.now()
    taker = as_uuid(form.taker.data)
    reason = form.reason.data or ""
    try:
        once(
            form,
            lambda db: reassigning.transfer(db, g.user, client_id, taker, reason, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _transfer(client_id, form), 422
    flash("Client handed over. Whoever takes over has been told, and has the transfer summary.")
    return redirect("/", 303)


@bp.post("/notices/<uuid:notice_id>/seen")
@requires(Permission.SIGNED_IN)
def put_away(notice_id: UUID) -> ResponseReturnValue:
    """Home, without the notice."""

    def act(writing: Session) -> UUID:
        notices.put_away(writing, g.user, notice_id, now=clock.now())
        return notice_id

    once(Form(), act)
    return redirect("/", 303)
