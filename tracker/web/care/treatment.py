"""The end of a therapy, a pause in it, taking it up again; and taking back a client who was added by mistake."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import HiddenField, StringField, TextAreaField

from tracker import clock, db
from tracker.domain.care.treatment import EndedHow, Ending, Pause
from tracker.domain.errors import Incomplete, NotNow, Stale
from tracker.domain.people.access import Permission
from tracker.services.access import permissions
from tracker.services.care import mistaken_clients, treatments
from tracker.services.record import records
from tracker.services.record.records import Record
from tracker.web.door.forms import DayField, Form, as_version
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.words import treatment as say
from tracker.web.words import writing

bp = Blueprint("treatment", __name__)


class EndingForm(Form):
    """The day on which a therapy ended, how, and last words."""

    on = DayField("Day of the end")
    how = StringField("How did it end?")
    words = TextAreaField("Last words (optional)")
    version = HiddenField()

    def value(self) -> Ending:
        """What was entered."""
        how = EndedHow(self.how.data) if self.how.data in set(EndedHow) else None
        return Ending(self.on.data, how, self.words.data or "")


class PauseForm(Form):
    """Until when a treatment is paused, and why."""

    until = DayField("Goes on again on")
    words = StringField("Why, in a few words (optional)")
    version = HiddenField()

    def value(self) -> Pause:
        """What was entered."""
        return Pause(self.until.data, self.words.data or "")


class GoingOnForm(Form):
    """Words, where there are any to say, with the version of the client that the page showed."""

    words = StringField("Why, in a few words (optional)")
    version = HiddenField()


def _read(client_id: UUID) -> Record:
    with db.reading() as reading:
        record = records.record(
            reading, g.user, client_id, now=clock.now(), permission=Permission.CHANGE_CLIENT
        )
    note_read("client.read", client_id, client_id)
    return record


def _page(
    name: str, record: Record, form: EndingForm | PauseForm | GoingOnForm, stale: str = ""
) -> str:
    form.version.data = str(record.client.version)
    return render_template(
        f"care/treatment/{name}.html",
        record=record,
        form=form,
        again=GoingOnForm(formdata=None),
        stale=stale,
        say=say,
    )


def _to_the_record(client_id: UUID) -> ResponseReturnValue:
    return redirect(url_for("clients.show", client_id=client_id), 303)


def _sent(
    name: str,
    client_id: UUID,
    form: EndingForm | PauseForm | GoingOnForm,
    act: Callable[[Session, int], Any],
    done: str,
) -> ResponseReturnValue:
    """The record once it is stored; the page again with what stands in the way, or when somebody was faster."""
    version = as_version(form.version.data)
    try:
        once(form, lambda writing: act(writing, version).id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(name, _read(client_id), form), 422
    except Stale as error:
        return _page(name, _read(client_id), form, str(error)), 409
    flash(done)
    return _to_the_record(client_id)


@bp.get("/clients/<uuid:client_id>/ending")
@requires(Permission.CHANGE_CLIENT)
def ending(client_id: UUID) -> ResponseReturnValue:
    """The form to end the therapy, with what has to be answered before, and what ends with it."""
    record = _read(client_id)
    if record.ended:
        return _to_the_record(client_id)
    form = EndingForm(formdata=None)
    form.on.process(None, max([slot.held_on for slot in record.course.slots], default=record.today))
    return _page("ending", record, form)


@bp.post("/clients/<uuid:client_id>/ending")
@requires(Permission.CHANGE_CLIENT)
def end(client_id: UUID) -> ResponseReturnValue:
    """The record of the client whose therapy has ended, or the form with what stands in the way."""
    form = EndingForm()
    now = clock.now()
    return _sent(
        "ending",
        client_id,
        form,
        lambda db, seen: treatments.end(db, g.user, client_id, form.value(), seen, now=now),
        "The therapy has ended. It can be taken up again at any time.",
    )


@bp.get("/clients/<uuid:client_id>/reopening")
@requires(Permission.CHANGE_CLIENT)
def reopening(client_id: UUID) -> ResponseReturnValue:
    """The form to take up a therapy again that has ended."""
    record = _read(client_id)
    return _page("reopening", record, GoingOnForm()) if record.ended else _to_the_record(client_id)


@bp.post("/clients/<uuid:client_id>/reopening")
@requires(Permission.CHANGE_CLIENT)
def reopen(client_id: UUID) -> ResponseReturnValue:
    """The record of the client whose therapy goes on, or the form with what stands in the way."""
    form = GoingOnForm()
    now = clock.now()
    why = form.words.data or ""
    return _sent(
        "reopening",
        client_id,
        form,
        lambda db, seen: treatments.reopen(db, g.user, client_id, why, seen, now=now),
        "The therapy goes on. What was open when it ended is open again.",
    )


@bp.get("/clients/<uuid:client_id>/pause")
@requires(Permission.CHANGE_CLIENT)
def pausing(client_id: UUID) -> ResponseReturnValue:
    """The form to pause a treatment, or to pause it until another day."""
    record = _read(client_id)
    if record.ended:
        return _to_the_record(client_id)
    return _pause_page(record)


def _pause_page(record: Record, stale: str = "") -> str:
    form = PauseForm(formdata=None)
    if record.paused:
        form.until.process(None, record.client.paused_until)
    return _page("pause", record, form, stale)


@bp.post("/clients/<uuid:client_id>/pause")
@requires(Permission.CHANGE_CLIENT)
def pause(client_id: UUID) -> ResponseReturnValue:
    """The record of the paused client, or the form with what stands in the way."""
    form = PauseForm()
    now = clock.now()
    until = f" until {writing.day(form.until.data)}" if form.until.data else ""
    return _sent(
        "pause",
        client_id,
        form,
        lambda db, seen: treatments.pause(db, g.user, client_id, form.value(), seen, now=now),
        f"Paused{until}.",
    )


@bp.post("/clients/<uuid:client_id>/pause/over")
@requires(Permission.CHANGE_CLIENT)
def resume(client_id: UUID) -> ResponseReturnValue:
    """The record of the client whose treatment goes on before its day, or the page of the pause when somebody was
    faster."""
    form = GoingOnForm()
    now = clock.now()
    seen = as_version(form.version.data)
    try:
        once(form, lambda db: treatments.resume(db, g.user, client_id, seen, now=now).id)
    except Stale as error:
        return _pause_page(_read(client_id), str(error)), 409
    flash("The treatment goes on.")
    return _to_the_record(client_id)


def _mistake_page(client_id: UUID, problem: str = "") -> str:
    with db.reading() as reading:
        client = permissions.may_change_client(reading, g.user, client_id, now=clock.now())
        in_use = mistaken_clients.in_use(reading, client_id)
    note_read("client.read", client_id, client_id)
    return render_template(
        "care/treatment/mistake.html",
        client=client,
        problem=problem or (mistaken_clients.IN_USE if in_use else ""),
        form=Form(formdata=None),
    )


@bp.get("/clients/<uuid:client_id>/mistake")
@requires(Permission.CHANGE_CLIENT)
def mistake(client_id: UUID) -> ResponseReturnValue:
    """The question whether a client who was added by mistake is to be taken back; why not, where something is recorded
    with them."""
    return _mistake_page(client_id)


@bp.post("/clients/<uuid:client_id>/mistake")
@requires(Permission.CHANGE_CLIENT)
def take_back(client_id: UUID) -> ResponseReturnValue:
    """The caseload without the client, or why not."""
    now = clock.now()
    try:
        once(Form(), lambda db: mistaken_clients.take_back(db, g.user, client_id, now=now))
    except NotNow as error:
        return _mistake_page(client_id, error.message), 409
    flash("Client taken back.")
    return redirect(url_for("caseload.home"), 303)
