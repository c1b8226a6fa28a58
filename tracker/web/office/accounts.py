"""People: who can sign in and what for. An administrator sees numbers of clients here, never clients."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import EmailField, HiddenField, SelectField, SelectMultipleField, StringField

from tracker import clock, db, passwords
from tracker.domain.errors import Incomplete, NotNow
from tracker.domain.people.access import Permission, Role
from tracker.domain.people.credentials import CODE_LASTS, in_groups
from tracker.services.access import supervision
from tracker.services.access.passwords import give_code
from tracker.services.office.practice import practice, today
from tracker.services.people import accounts, reassigning
from tracker.web.door.forms import Form, options
from tracker.web.door.guard import requires
from tracker.web.door.sending import once
from tracker.web.entry import conflicts
from tracker.web.words import general as words

bp = Blueprint("accounts", __name__)


class PersonForm(Form):
    """Who a person is and what they are here for. No password: they choose it themselves."""

    name = StringField("Name")
    email = EmailField("E-mail address")
    roles = SelectMultipleField("Roles", choices=options(words.ROLE))
    version = HiddenField()

    def value(self) -> accounts.Details:
        """What was entered; Incomplete for a role that there is not."""
        chosen = set(self.roles.data or ())
        if chosen - {role.value for role in Role}:
            raise Incomplete({"roles": "Choose from the roles in the list"})
        roles = frozenset(Role(role) for role in chosen)
        return accounts.Details(self.email.data or "", self.name.data or "", roles)


class ReassignForm(Form):
    """Who takes the clients over, and why."""

    taker = SelectField("Clinician who takes them over")
    reason = StringField("Reason")


@bp.get("/people")
@requires(Permission.MANAGE_PEOPLE)
def index() -> ResponseReturnValue:
    """Everyone who can sign in, and who could."""
    with db.reading() as reading:
        people = accounts.everyone(reading, g.user, now=clock.now())
        zone = practice(reading).time_zone
    return render_template("office/accounts/people.html", people=people, time_zone=zone)


@bp.get("/people/new")
@requires(Permission.MANAGE_PEOPLE)
def new() -> ResponseReturnValue:
    """The empty form."""
    return render_template("office/accounts/new.html", form=PersonForm())


@bp.post("/people/new")
@requires(Permission.MANAGE_PEOPLE)
def create() -> ResponseReturnValue:
    """The new person's page, or the form with what stands in the way."""
    form = PersonForm()
    nobody_knows = passwords.unknown()
    try:
        wanted = vars(form.value()) | {"password_hash": nobody_knows, "now": clock.now()}
        made = once(form, lambda db: accounts.add_account(db, g.user, **wanted).id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return render_template("office/accounts/new.html", form=form), 422
    flash("Account added. Give a one-time code, so that they can choose a password.")
    return redirect(url_for("accounts.show", user_id=made), 303)


def _page(user_id: UUID, form: PersonForm | None = None, *, stale: bool = False) -> str:
    """A person with everything that can be done about them. A refused form keeps what was entered."""
    with db.reading() as reading:
        person = accounts.person(reading, g.user, user_id, now=clock.now())
        links = supervision.links_of(reading, user_id, today(reading, clock.now()))
        moves = reassigning.moves(reading, g.user, user_id)
        zone = practice(reading).time_zone
    stored = PersonForm(formdata=None, name=person.user.name, email=person.user.email)
    stored.roles.data = [role.value for role in person.roles]
    form = form or stored
    form.version.data = str(person.user.version)
    return render_template(
        "office/accounts/show.html",
        person=person,
        form=form,
        stale=conflicts.of_forms(stored, form) if stale else None,
        links=links,
        moves=moves,
        time_zone=zone,
        button=lambda: Form(formdata=None),
    )


@bp.get("/people/<uuid:user_id>")
@requires(Permission.MANAGE_PEOPLE)
def show(user_id: UUID) -> ResponseReturnValue:
    """One person: details, access, clients as a number, supervision links."""
    return _page(user_id)


@bp.post("/people/<uuid:user_id>")
@requires(Permission.MANAGE_PEOPLE)
def update(user_id: UUID) -> ResponseReturnValue:
    """The person as changed, or the form with what stands in the way, both versions when it was stale."""
    form = PersonForm()
    version = form.version.data or ""
    try:
        wanted = form.value()
        now = clock.now()
        once(
            form,
            lambda db: accounts.edit_account(db, g.user, user_id, wanted, version, now=now).id,
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        stale = "version" in error.problems
        return _page(user_id, form, stale=stale), 409 if stale else 422
    flash("Account changed.")
    return redirect(url_for("accounts.show", user_id=user_id), 303)


@bp.post("/people/<uuid:user_id>/disable")
@requires(Permission.MANAGE_PEOPLE)
def disable(user_id: UUID) -> ResponseReturnValue:
    """The person, whose account is closed; their page with the reason when it cannot be."""
    try:
        once(Form(), lambda db: accounts.disable(db, g.user, user_id, now=clock.now()).id)
    except NotNow as error:
        flash(error.message, "problem")
        return _page(user_id), 409
    flash("Account disabled. Whoever was signed in with it is out.")
    return redirect(url_for("accounts.show", user_id=user_id), 303)


@bp.post("/people/<uuid:user_id>/enable")
@requires(Permission.MANAGE_PEOPLE)
def enable(user_id: UUID) -> ResponseReturnValue:
    """The person, whose account is open again."""
    once(Form(), lambda db: accounts.enable(db, g.user, user_id, now=clock.now()).id)
    flash("Account enabled. The password is the one it had.")
    return redirect(url_for("accounts.show", user_id=user_id), 303)


@bp.post("/people/<uuid:user_id>/code")
@requires(Permission.MANAGE_PEOPLE)
def code(user_id: UUID) -> ResponseReturnValue:
    """A one-time code, shown in this one answer: an address to go on to would have to keep it somewhere until then."""
    made: list[str] = []

    def act(writing: Session) -> UUID:
        row, text = give_code(writing, g.user, user_id, now=clock.now())
        made.append(text)
        return row.id

    once(Form(), act)
    with db.reading() as reading:
        person = accounts.person(reading, g.user, user_id, now=clock.now())
    text = in_groups(made[-1]) if made else ""
    hours = int(CODE_LASTS.total_seconds() // 3600)
    return render_template("office/accounts/code.html", person=person, code=text, hours=hours)


def _reassign_page(user_id: UUID, form: ReassignForm) -> str:
    with db.reading() as reading:
        person = accounts.person(reading, g.user, user_id, now=clock.now())
        takers = reassigning.takers(reading, user_id)
    form.taker.choices = options({"": "Choose"} | {user.id: user.name for user in takers})
    return render_template("office/accounts/reassign.html", person=person, form=form, takers=takers)


@bp.get("/people/<uuid:user_id>/reassign")
@requires(Permission.MANAGE_PEOPLE)
def reassign_form(user_id: UUID) -> ResponseReturnValue:
    """How many clients there are to be reassigned, and to whom they can go."""
    return _reassign_page(user_id, ReassignForm())


@bp.post("/people/<uuid:user_id>/reassign")
@requires(Permission.MANAGE_PEOPLE)
def reassign(user_id: UUID) -> ResponseReturnValue:
    """The person, without clients, or the form with what stands in the way."""
    form = ReassignForm()
    now = clock.now()
    try:
        taker = _taker(form)
        reason = form.reason.data or ""

        def act(writing: Session) -> UUID:
            reassigning.reassign(writing, g.user, user_id, taker, reason, now=now)
            return user_id

        once(form, act)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _reassign_page(user_id, form), 422
    flash("Clients reassigned. The clinician who had them cannot open their records any more.")
    return redirect(url_for("accounts.show", user_id=user_id), 303)


def _taker(form: ReassignForm) -> UUID:
    try:
        return UUID(form.taker.data or "")
    except ValueError as error:
        raise Incomplete({"taker": "Choose the clinician who takes the clients over"}) from error
