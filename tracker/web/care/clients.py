"""Adding a client, changing what is known of one, and the client's record."""

from collections.abc import Mapping
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, SelectField, SelectMultipleField, StringField

from tracker import clock, db
from tracker.domain.course.clients import AgeBand, Format
from tracker.domain.course.sessions import Setting
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.measures.measure import Measure
from tracker.domain.people.access import Permission
from tracker.domain.rules.findings import Tier
from tracker.models import Client
from tracker.services.access import permissions
from tracker.services.care.versions import newer_for
from tracker.services.office.practice import offered, today
from tracker.services.record import clients, records
from tracker.services.supervision import flag_reviews
from tracker.web.care.heads import head_of
from tracker.web.care.measures import groups
from tracker.web.door.forms import DayField, Form, as_version, not_offered, options
from tracker.web.door.guard import requires
from tracker.web.door.installed import installed
from tracker.web.door.sending import note_read, once
from tracker.web.entry import conflicts
from tracker.web.words import drawings, objective_lines, overview
from tracker.web.words import general as words

bp = Blueprint("clients", __name__)
USUAL = ("session-check", "wellbeing-check")


class ClientForm(Form):
    """What is asked about a client. No name, no date of birth."""

    initials = StringField("Initials (optional)")
    own_reference = StringField("Your own reference (optional)")
    age_band = SelectField("Age", choices=options(words.AGE_BAND))
    format = SelectField("Format", choices=options(words.FORMAT))
    usual_setting = SelectField("Usual setting", choices=options(words.SETTING))
    starts_on = DayField("Start date")
    measures = SelectMultipleField("Measures in use", default=list(USUAL))
    version = HiddenField()
    offered: Mapping[str, Measure]

    def offer(self, measures: Mapping[str, Measure]) -> None:
        """Let these measures be chosen from."""
        self.measures.choices = options({key: measure.name for key, measure in measures.items()})
        self.offered = measures

    def value(self) -> clients.ClientDetails:
        """What was entered; Incomplete for what cannot be read."""
        problems = not_offered(self, ("age_band", "format", "usual_setting"))
        if self.starts_on.data is None:
            problems["starts_on"] = "The start date must be a real date, such as 27 3 2026"
        if problems:
            raise Incomplete(problems)
        assert self.starts_on.data is not None
        return clients.ClientDetails(
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
        day = today(reading, clock.now())
        choice = offered(reading)
    form = ClientForm()
    form.offer(choice)
    if form.starts_on.parts == ("", "", "") and not form.is_submitted():
        form.starts_on.process(None, day)
        form.age_band.data = AgeBand.ADULT.value
    return form


def _page(form: ClientForm) -> str:
    return render_template("care/clients/new.html", form=form, groups=groups(form.offered))


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


def _reachable(client_id: UUID) -> tuple[Client, Mapping[str, Measure]]:
    """The client, whose details can be changed, and the measures to choose from."""
    with db.reading() as reading:
        client = permissions.client_for(
            reading, g.user, client_id, Permission.CHANGE_CLIENT, now=clock.now()
        )
        measures = clients.choices_for(reading, client)
    note_read("client.read", client_id, client_id)
    return client, measures


def _filled(client: Client, choice: Mapping[str, Measure]) -> ClientForm:
    """The form with what is stored."""
    form = ClientForm(formdata=None, obj=client)
    form.offer(choice)
    form.measures.data = [
        measure.key for measure in clients.measures_of(client, installed().measures)
    ]
    return form


def _details_page(
    client: Client, form: ClientForm, stale: list[conflicts.Difference] | None = None
) -> str:
    return render_template(
        "care/clients/edit.html",
        client=client,
        form=form,
        groups=groups(form.offered),
        stale=stale,
        newer=newer_for(client, installed().measures),
    )


@bp.get("/clients/<uuid:client_id>/details")
@requires(Permission.CHANGE_CLIENT)
def edit(client_id: UUID) -> ResponseReturnValue:
    """What is known of the client, to be changed."""
    client, choice = _reachable(client_id)
    return _details_page(client, _filled(client, choice))


@bp.post("/clients/<uuid:client_id>/details")
@requires(Permission.CHANGE_CLIENT)
def update(client_id: UUID) -> ResponseReturnValue:
    """The record of the changed client, or the form with what stands in the way, both versions when it was stale."""
    client, choice = _reachable(client_id)
    form = ClientForm()
    now = clock.now()
    form.offer(choice)
    try:
        wanted = form.value()
        version = as_version(form.version.data)
        once(
            form,
            lambda db: clients.change_client(db, g.user, client_id, wanted, version, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _details_page(client, form), 422
    except Stale:
        client, choice = _reachable(client_id)
        stored = _filled(client, choice)
        form.version.data = stored.version.data
        return _details_page(client, form, conflicts.of_forms(stored, form)), 409
    flash("Details saved.")
    return redirect(url_for("clients.show", client_id=client_id), 303)


@bp.get("/clients/<uuid:client_id>")
@requires(Permission.READ_RECORD)
def show(client_id: UUID) -> ResponseReturnValue:
    """The record on one page: what is open, the course, the last marks, goals and objectives."""
    with db.reading() as reading:
        record = records.record(reading, g.user, client_id, now=clock.now())
        head = head_of(reading, record)
        awaited = flag_reviews.awaited(reading, client_id, record.flags) if head.own else ()
    note_read("client.read", client_id, client_id)
    person = record.person(request.args.get("who"))
    outcomes = drawings.outcomes_of(record, person)
    chosen = next((m for m in outcomes if m.key == request.args.get("outcome")), None)
    course = drawings.course_of(record, person, [chosen] if chosen else outcomes[:1])
    # Risk is never folded away, and the newest answer to a risk item stands on top.
    risk = [thing for thing in record.asking if thing.leader.tier is Tier.RISK]
    risk.sort(key=lambda thing: -thing.leader.slot.number)
    first = risk or record.asking[:1]
    return render_template(
        "care/clients/show.html",
        record=record,
        head=head,
        own=head.own,
        open_now=[(thing, overview.open_sentence(record, thing)) for thing in first],
        nothing=overview.open_sentence(record, None),
        more_open=len(record.asking) - len(first),
        awaited=awaited,
        person=person,
        outcomes=outcomes,
        outcome=chosen or next(iter(outcomes), None),
        course=drawings.picture(course) if course else None,
        marks=overview.marks_of(record, person),
        goals=overview.goal_lines(record),
        objectives_set=[objective_lines.line(view) for view in record.objectives],
    )
