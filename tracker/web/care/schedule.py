"""Sessions scheduled ahead: putting them down, and saying what became of one that did not take place as planned."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from wtforms import HiddenField, SelectField, StringField

from tracker import clock, db
from tracker.domain.course.schedule import MOST, Became, Plan
from tracker.domain.course.sessions import long_date
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.people.access import Permission
from tracker.services.care import schedule
from tracker.services.office.practice import today
from tracker.services.record import records
from tracker.web.door.forms import DayField, Form, as_version, options
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.words import general as words

bp = Blueprint("schedule", __name__)
RHYTHM = {
    "1": "Every week",
    "2": "Every two weeks",
    "3": "Every three weeks",
    "4": "Every four weeks",
}
NOT_A_DAY = "The day must be a real date, such as 27 3 2026"


class PlanForm(Form):
    """The first day, how often, and how many sessions."""

    first = DayField("First day")
    count = StringField("How many sessions", default="1")
    weeks_apart = SelectField("How often", choices=options(RHYTHM), default="1")

    def plan(self) -> Plan:
        """What was entered; Incomplete for what cannot be read."""
        problems = {}
        count = (self.count.data or "").strip()
        if self.first.data is None:
            problems["first"] = NOT_A_DAY
        if not (count.isascii() and count.isdecimal() and len(count) < 4):
            problems["count"] = f"Enter how many sessions, from 1 to {MOST}"
        if self.weeks_apart.data not in RHYTHM:
            problems["weeks_apart"] = "Choose one of the answers for how often"
        if problems:
            raise Incomplete(problems)
        assert self.first.data is not None
        return Plan(self.first.data, int(count), int(self.weeks_apart.data))


class BecameForm(Form):
    """What became of a scheduled session."""

    became = StringField("What became of it?")
    moved_to = DayField("Moved to (only when it was moved)")
    seen = HiddenField()

    def value(self) -> Became:
        """What was chosen; Incomplete for what cannot be read."""
        if self.became.data not in set(Became):
            raise Incomplete({"became": "Select what became of it"})
        if self.became.data == Became.MOVED and self.moved_to.data is None:
            raise Incomplete({"moved_to": NOT_A_DAY})
        return Became(self.became.data)


def _plan_page(client_id: UUID, form: PlanForm) -> str:
    with db.reading() as reading:
        record = records.record(
            reading, g.user, client_id, now=clock.now(), permission=Permission.RECORD_SESSION
        )
    note_read("client.read", client_id, client_id)
    return render_template("care/schedule/show.html", record=record, form=form)


@bp.get("/clients/<uuid:client_id>/schedule")
@requires(Permission.RECORD_SESSION)
def show(client_id: UUID) -> ResponseReturnValue:
    """What is scheduled for the client, and the form to schedule more."""
    return _plan_page(client_id, PlanForm())


@bp.post("/clients/<uuid:client_id>/schedule")
@requires(Permission.RECORD_SESSION)
def create(client_id: UUID) -> ResponseReturnValue:
    """The page with the new sessions, or with what stands in the way."""
    form = PlanForm()
    now = clock.now()
    try:
        plan = form.plan()
        once(form, lambda db: schedule.schedule(db, g.user, client_id, plan, now=now)[0].id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _plan_page(client_id, form), 422
    flash("Session scheduled." if plan.count == 1 else f"{plan.count} sessions scheduled.")
    return redirect(url_for("schedule.show", client_id=client_id), 303)


def _became_page(session_id: UUID, form: BecameForm, *, stale: str = "") -> str:
    with db.reading() as reading:
        session, client = schedule.scheduled_for(reading, g.user, session_id, now=clock.now())
        day = today(reading, clock.now())
    note_read("client.read", client.id, client.id)
    form.seen.data = str(session.version)
    return render_template(
        "care/schedule/became.html",
        session=session,
        client=client,
        form=form,
        today=day,
        stale=stale,
    )


@bp.get("/scheduled/<uuid:session_id>")
@requires(Permission.RECORD_SESSION)
def became(session_id: UUID) -> ResponseReturnValue:
    """The form: what became of a scheduled session."""
    return _became_page(session_id, BecameForm())


@bp.post("/scheduled/<uuid:session_id>")
@requires(Permission.RECORD_SESSION)
def settle(session_id: UUID) -> ResponseReturnValue:
    """On to the schedule; for a missed session, to the conversation that it asks for."""
    form = BecameForm()
    now = clock.now()
    seen = as_version(form.seen.data)
    try:
        chosen = form.value()
        with db.reading() as reading:
            client_id = schedule.client_of(reading, g.user, session_id, now=now)
        once(
            form,
            lambda db: (
                schedule.settle(
                    db, g.user, session_id, chosen, moved_to=form.moved_to.data, seen=seen, now=now
                ).id
            ),
        )
    except Incomplete as error:
        form.show_problems(error.problems)
        return _became_page(session_id, form), 422
    except Stale as error:
        return _became_page(session_id, form, stale=str(error)), 409
    if chosen is Became.MISSED:
        flash("Noted. It asks for a conversation about coming back.")
        return redirect(url_for("reengagement.show", session_id=session_id), 303)
    moved = form.moved_to.data if chosen is Became.MOVED else None
    flash(f"Moved to {long_date(moved)}." if moved else f"Noted: {words.BECAME_SAVED[chosen]}.")
    return redirect(url_for("schedule.show", client_id=client_id), 303)
