"""What a client is asked on pages of their own, when, and in which language."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import HiddenField, RadioField, SelectField

from tracker import clock, db
from tracker.domain.course.handover import LANGUAGES, Moment
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.measures.measure import Kind
from tracker.domain.people.access import Permission
from tracker.models import Client
from tracker.services.access import permissions
from tracker.services.handover.asking import LinkMeasures, askable, asked_of, change_asked
from tracker.services.record import participants
from tracker.web.door.forms import Form, as_version, not_offered, options
from tracker.web.door.guard import requires
from tracker.web.door.installed import installed
from tracker.web.door.sending import note_read, once

bp = Blueprint("asking", __name__)
NOTHING = "none"
MOMENT = {Moment.START: "At the start of a session", Moment.END: "At the end of a session"}


def words_of(client: Client) -> list[str]:
    """What is set for the client, as lines."""
    asked = asked_of(client, installed().measures).measures.items()
    return [f"{MOMENT[moment]}: {installed().measures.current[key].name}" for key, moment in asked]


class PeopleForm(Form):
    """One more person, or one who is asked or not any more."""

    add = HiddenField()
    ask = HiddenField()
    leave = HiddenField()


class AskingForm(Form):
    """One alliance and one outcome measure, each with its moment, and the language."""

    alliance = SelectField("Alliance measure", choices=[])
    alliance_at = RadioField("When", choices=options(MOMENT))
    outcome = SelectField("Outcome measure", choices=[])
    outcome_at = RadioField("When", choices=options(MOMENT))
    language = SelectField("Language of the client's pages", choices=options(LANGUAGES))
    version = HiddenField()

    def offer(self, client: Client) -> None:
        """Let what is in use, and has wording, be chosen."""
        for kind, field in ((Kind.ALLIANCE, self.alliance), (Kind.OUTCOME, self.outcome)):
            of_kind = {
                m.key: m.name for m in askable(client, installed().measures) if m.kind is kind
            }
            field.choices = options({NOTHING: "None", **of_kind})

    def fill(self, client: Client) -> None:
        """Show what is stored."""
        known = installed().measures
        asked = asked_of(client, known)
        self.language.data = asked.language
        self.version.data = str(client.version)
        for kind, field, at in (
            (Kind.ALLIANCE, self.alliance, self.alliance_at),
            (Kind.OUTCOME, self.outcome, self.outcome_at),
        ):
            of_kind = [key for key in asked.measures if known.current[key].kind is kind]
            field.data = of_kind[0] if of_kind else NOTHING
            usual = Moment.END if kind is Kind.ALLIANCE else Moment.START
            at.data = str(asked.measures[of_kind[0]] if of_kind else usual)

    def value(self) -> LinkMeasures:
        """What was chosen; Incomplete for what is none of the choices."""
        names = ("alliance", "alliance_at", "outcome", "outcome_at", "language")
        if problems := not_offered(self, names):
            raise Incomplete(problems)
        pairs = ((self.alliance, self.alliance_at), (self.outcome, self.outcome_at))
        chosen = {f.data: Moment(at.data) for f, at in pairs if f.data != NOTHING}
        return LinkMeasures(chosen, self.language.data)


def _page(client: Client, form: AskingForm) -> str:
    return render_template(
        "handover/handovers/asked.html",
        client=client,
        form=form,
        words=MOMENT,
        asked=participants.asked(client),
        button=lambda: PeopleForm(formdata=None),
    )


def _reachable(client_id: UUID) -> Client:
    with db.reading() as reading:
        permission = Permission.CHANGE_CLIENT
        now = clock.now()
        client = permissions.client_for(reading, g.user, client_id, permission, now=now)
    note_read("client.read", client_id, client_id)
    return client


@bp.get("/clients/<uuid:client_id>/asked")
@requires(Permission.CHANGE_CLIENT)
def edit(client_id: UUID) -> ResponseReturnValue:
    """What is set."""
    client = _reachable(client_id)
    form = AskingForm(formdata=None)
    form.offer(client)
    form.fill(client)
    return _page(client, form)


@bp.post("/clients/<uuid:client_id>/asked")
@requires(Permission.CHANGE_CLIENT)
def update(client_id: UUID) -> ResponseReturnValue:
    """The record, or the form with what stands in the way."""
    client = _reachable(client_id)
    form = AskingForm()
    now = clock.now()
    form.offer(client)
    try:
        wanted = form.value()
        version = as_version(form.version.data)
        once(form, lambda db: change_asked(db, g.user, client_id, wanted, version, now=now).id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(client, form), 422
    except Stale as error:
        form.form_errors.append(f"{error.message} Look at the choices, and save once more")
        form.version.data = str(client.version)
        return _page(client, form), 409
    flash("Saved. It holds from the next hand-over on.")
    return redirect(url_for("clients.show", client_id=client_id), 303)


@bp.post("/clients/<uuid:client_id>/people")
@requires(Permission.CHANGE_CLIENT)
def people(client_id: UUID) -> ResponseReturnValue:
    """The same page, with one more person who rates, or one who is asked again or not any more."""
    form = PeopleForm()
    now = clock.now()
    who = form.leave.data or form.ask.data or ""
    ask = not form.leave.data

    def act(writing: Session) -> UUID:
        if not who:
            return participants.add_participant(writing, g.user, client_id, now=now).id
        return participants.ask_participant(writing, g.user, client_id, who, ask=ask, now=now).id

    once(form, act)
    flash("Saved. It holds from the next hand-over on.")
    return redirect(url_for("asking.edit", client_id=client_id), 303)
