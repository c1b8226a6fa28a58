"""Adding a client, and the client's record."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import SelectField, SelectMultipleField, StringField

from tracker import clock, db
from tracker.domain.access import Permission
from tracker.domain.clients import AgeBand, Format
from tracker.domain.errors import Incomplete
from tracker.domain.measures import Measure
from tracker.domain.sessions import Setting
from tracker.services import clients, records
from tracker.services.practice import offered, today
from tracker.web import figures, words
from tracker.web.forms import DayField, Form, not_offered, options
from tracker.web.guard import requires
from tracker.web.measures import groups
from tracker.web.sending import note_read, once

bp = Blueprint("clients", __name__)
USUAL = ("session-check", "wellbeing-check")


class ClientForm(Form):
    """What is asked of a new client. No name, no date of birth."""

    initials = StringField("Initials (optional)")
    own_reference = StringField("Your own reference (optional)")
    age_band = SelectField("Age", choices=options(words.AGE_BAND))
    format = SelectField("Format", choices=options(words.FORMAT))
    usual_setting = SelectField("Usual setting", choices=options(words.SETTING))
    starts_on = DayField("Start date")
    measures = SelectMultipleField("Measures in use", default=list(USUAL))
    offered: Mapping[str, Measure]

    def value(self) -> clients.NewClient:
        """The new client; Incomplete for what cannot be read."""
        problems = not_offered(self, ("age_band", "format", "usual_setting"))
        if self.starts_on.data is None:
            problems["starts_on"] = "The start date must be a real date, such as 27 3 2026"
        if problems:
            raise Incomplete(problems)
        assert self.starts_on.data is not None
        return clients.NewClient(
            age_band=AgeBand(self.age_band.data),
            format=Format(self.format.data),
            starts_on=self.starts_on.data,
            usual_setting=Setting(self.usual_setting.data),
            measure_keys=tuple(self.measures.data or ()),
            initials=self.initials.data or "",
            own_reference=self.own_reference.data or "",
        )


def _form() -> ClientForm:
    with db.reading() as reading:
        day, choice = today(reading, clock.now()), offered(reading)
    form = ClientForm()
    form.measures.choices = options({key: measure.name for key, measure in choice.items()})
    form.offered = choice
    if form.starts_on.parts == ("", "", "") and not form.is_submitted():
        form.starts_on.process(None, day)
        form.age_band.data = AgeBand.ADULT.value
    return form


def _page(form: ClientForm) -> str:
    return render_template("clients/new.html", form=form, groups=groups(form.offered))


@bp.get("/clients/new")
@requires(Permission.ADD_CLIENT)
def new() -> ResponseReturnValue:
    """The empty form."""
    return _page(_form())


@bp.post("/clients/new")
@requires(Permission.ADD_CLIENT)
def create() -> ResponseReturnValue:
    """The new client's record, or the form with what stands in the way."""
    form = _form()
    try:
        new_client = form.value()
        made = once(form, lambda db: clients.add_client(db, g.user, new_client, now=clock.now()).id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(form), 422
    flash("Client added.")
    return redirect(url_for("clients.show", client_id=made), 303)


@bp.get("/clients/<uuid:client_id>")
@requires(Permission.READ_RECORD)
def show(client_id: UUID) -> ResponseReturnValue:
    """The record: summary, charts with their tables, sessions with ratings, flags and answers."""
    with db.reading() as reading:
        record = records.record(reading, g.user, client_id, now=clock.now())
    note_read("client.read", client_id, client_id)
    return render_template(
        "clients/show.html",
        record=record,
        drawings=figures.of_record(record),
        own=record.client.clinician_id == g.user.id,
    )
