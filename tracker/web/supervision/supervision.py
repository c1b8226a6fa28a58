"""Supervision links: who reads whose caseload, from which day to which."""

from datetime import date
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from wtforms import SelectField

from tracker import clock, db
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.people.access import Permission, Role
from tracker.services.access import supervision
from tracker.services.office.practice import today
from tracker.services.people import accounts
from tracker.web.door.forms import DayField, Form, options
from tracker.web.door.guard import requires
from tracker.web.door.sending import once

bp = Blueprint("supervision", __name__)


class LinkForm(Form):
    """Whom the supervisor reads, and how long."""

    clinician = SelectField("Clinician")
    starts_on = DayField("First day")
    until = DayField("Last day (optional)")


def _page(user_id: UUID, form: LinkForm) -> str:
    with db.reading() as reading:
        day = today(reading, clock.now())
        everyone = accounts.everyone(reading, g.user, now=clock.now())
        links = supervision.links_of(reading, user_id, day)
    person = next((row for row in everyone if row.user.id == user_id), None)
    if person is None:
        raise NotPermitted
    if not form.is_submitted():
        form.starts_on.process(None, day)
    others = {
        row.user.id: row.user.name
        for row in everyone
        if row.user.active and row.user.id != user_id and Role.CLINICIAN in row.roles
    }
    form.clinician.choices = options({"": "Choose"} | others)
    button = lambda: Form(formdata=None)  # noqa: E731  (each button its own key)
    return render_template(
        "office/accounts/supervision.html", person=person, form=form, links=links, button=button
    )


@bp.get("/people/<uuid:user_id>/supervision")
@requires(Permission.MANAGE_PEOPLE)
def show(user_id: UUID) -> ResponseReturnValue:
    """The links of a person, as supervisor and as clinician."""
    return _page(user_id, LinkForm())


@bp.post("/people/<uuid:user_id>/supervision")
@requires(Permission.MANAGE_PEOPLE)
def link(user_id: UUID) -> ResponseReturnValue:
    """The links with the new one, or the form with what stands in the way."""
    form = LinkForm()
    now = clock.now()
    try:
        first, last = _days(form)
        clinician = _clinician(form)

        def act(writing: Session) -> UUID:
            made = supervision.link_supervision(
                writing,
                g.user,
                supervisor=user_id,
                clinician=clinician,
                starts_on=first,
                ends_on=last,
                now=now,
            )
            return made.supervisor_id

        once(form, act)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(user_id, form), 422
    flash("Supervision link saved.")
    return redirect(url_for("supervision.show", user_id=user_id), 303)


@bp.post("/supervision-links/<uuid:link_id>/end")
@requires(Permission.MANAGE_PEOPLE)
def end(link_id: UUID) -> ResponseReturnValue:
    """The links of its supervisor, without this one."""

    def act(writing: Session) -> UUID:
        day = today(writing, clock.now())
        return supervision.end_link(writing, g.user, link_id, today=day, now=clock.now())

    supervisor_id = once(Form(), act)
    flash("Supervision link ended. Nobody reads by it any more.")
    return redirect(url_for("supervision.show", user_id=supervisor_id), 303)


def _clinician(form: LinkForm) -> UUID:
    try:
        return UUID(form.clinician.data or "")
    except ValueError as error:
        raise Incomplete({"clinician": "Choose the clinician whose caseload is read"}) from error


def _days(form: LinkForm) -> tuple[date, date | None]:
    problems = {}
    if form.starts_on.data is None:
        problems["starts_on"] = "The first day must be a real date, such as 27 3 2026"
    if form.until.data is None and not form.until.empty:
        problems["until"] = "The last day must be a real date, such as 27 3 2026, or left empty"
    if problems:
        raise Incomplete(problems)
    assert form.starts_on.data is not None
    return form.starts_on.data, form.until.data
