"""Supervision meetings: the agenda to meet over, on screen and on paper, and what was decided."""

from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker import clock, db
from tracker.domain.errors import Incomplete, NotNow, Stale
from tracker.domain.people.access import Permission
from tracker.domain.supervision.agenda import ORDER_SENTENCE, Ended
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.supervision import agenda as agendas
from tracker.services.supervision import meetings
from tracker.services.supervision.agenda import Agenda
from tracker.services.supervision.meetings import ClientDecision
from tracker.web.door.forms import Form, as_uuid
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.entry.meetings import (
    DecisionForm,
    EndForm,
    MeetingForm,
    decision_forms,
    left_over,
)

bp = Blueprint("meetings", __name__)
LEFT = "What you wrote about a client who is with somebody else by now was not stored."


def _index(form: MeetingForm) -> str:
    with db.reading() as reading:
        summaries = meetings.meetings_of(reading, g.user, now=clock.now())
        day = today(reading, clock.now())
        read = permissions.clinicians_for(reading, g.user, Permission.SUPERVISE, day)
        form.offer(meetings.people(reading, set(read)))
    note_read("meetings.read")
    return render_template("supervision/supervision/meetings.html", meetings=summaries, form=form)


@bp.get("/meetings")
@requires(Permission.READ_MEETING)
def index() -> ResponseReturnValue:
    """The meetings of whoever is signed in, the latest first."""
    return _index(MeetingForm())


@bp.post("/meetings")
@requires(Permission.SUPERVISE)
def create() -> ResponseReturnValue:
    """The agenda of a new meeting, or the form with what stands in the way."""
    form = MeetingForm()
    now = clock.now()
    try:
        clinician = as_uuid(form.clinician.data) if form.clinician.data else None
        day = form.meets_on.data
        made = once(form, lambda db: meetings.make_meeting(db, g.user, clinician, day, now=now).id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _index(form), 422
    return redirect(url_for("meetings.show", meeting_id=made), 303)


def _agenda(meeting_id: UUID) -> Agenda:
    with db.reading() as reading:
        agenda = agendas.agenda(reading, g.user, meeting_id, now=clock.now())
    note_read("meeting.read", meeting_id, clients=agenda.clients)
    return agenda


def _shown(agenda: Agenda) -> set[UUID]:
    return {block.client.id for block in (*agenda.blocks, *agenda.more)}


def _page(agenda: Agenda, form: Form, decisions: dict[UUID, DecisionForm]) -> str:
    return render_template(
        "supervision/supervision/meeting.html",
        agenda=agenda,
        form=form,
        decisions=decisions,
        kept=[agenda.caseload[each] for each in decisions if each not in _shown(agenda)],
        order=ORDER_SENTENCE,
        button=lambda: EndForm(formdata=None),
    )


@bp.get("/meetings/<uuid:meeting_id>")
@requires(Permission.READ_MEETING)
def show(meeting_id: UUID) -> ResponseReturnValue:
    """The agenda: one block for each client, with room to write."""
    agenda = _agenda(meeting_id)
    return _page(agenda, Form(), decision_forms(agenda, sent=False))


@bp.post("/meetings/<uuid:meeting_id>")
@requires(Permission.SUPERVISE)
def decide(meeting_id: UUID) -> ResponseReturnValue:
    """The agenda with what was decided, or with what stands in the way."""
    form = Form()
    agenda = _agenda(meeting_id)
    forms = decision_forms(agenda, sent=True)
    try:
        decided = _decided(forms)

        def act(writing: Session) -> UUID:
            seen = request.form.get("seen", "")
            now = clock.now()
            meetings.decide(writing, g.user, meeting_id, decided, seen=seen, now=now)
            return meeting_id

        once(form, act)
    except Incomplete as error:
        _show_problems(form, forms, error)
        if left_over(agenda, request.form):
            form.form_errors.append(LEFT)
        return _page(agenda, form, forms), 422
    except Stale as error:
        form.form_errors.append(error.message)
        return _page(agenda, form, forms), 409
    flash("Saved what was decided.")
    if left_over(agenda, request.form):
        flash(LEFT, "problem")
    return redirect(url_for("meetings.show", meeting_id=meeting_id), 303)


def _decided(forms: dict[UUID, DecisionForm]) -> dict[UUID, ClientDecision]:
    decisions: dict[UUID, ClientDecision] = {}
    problems: dict[str, str] = {}
    for client_id, form in forms.items():
        if form.is_filled:
            try:
                decisions[client_id] = form.decided()
            except Incomplete as error:
                problems |= {f"{client_id}-{name}": text for name, text in error.problems.items()}
    if problems:
        raise Incomplete(problems)
    return decisions


def _show_problems(form: Form, forms: dict[UUID, DecisionForm], error: Incomplete) -> None:
    """Each message on its client's field; what has none at the top."""
    for client_id, each in forms.items():
        start = f"{client_id}-"
        named = {n.removeprefix(start): t for n, t in error.problems.items() if n.startswith(start)}
        each.show_problems(named)
    form.show_problems({name: t for name, t in error.problems.items() if name == "form"})


@bp.post("/actions/<uuid:action_id>/end")
@requires(Permission.READ_REVIEWS)
def end_action(action_id: UUID) -> ResponseReturnValue:
    """The agenda or the list of meetings again, with the action done or not needed any more."""
    form = EndForm()
    ended = Ended(form.ended.data) if form.ended.data in set(Ended) else None
    try:
        once(form, lambda db: meetings.end_action(db, g.user, action_id, ended, now=clock.now()).id)
    except Incomplete as error:
        problem = MeetingForm(formdata=None)
        problem.show_problems(error.problems)
        return _index(problem), 422
    except NotNow as error:
        if not form.meeting.data:
            raise
        return _still_written(form, error.message), 409
    flash("Action ended.")
    if not form.meeting.data:
        return redirect(url_for("meetings.index"), 303)
    return _still_written(form)


def _still_written(form: EndForm, problem: str = "") -> str:
    """The agenda with what was written on it so far, which is not stored yet."""
    agenda = _agenda(as_uuid(form.meeting.data))
    fresh = Form(formdata=None)
    if problem:
        fresh.form_errors.append(problem)
    return _page(agenda, fresh, decision_forms(agenda, sent=agenda.supervises))
