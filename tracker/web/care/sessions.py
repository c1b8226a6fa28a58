"""Logging a session, what is said when it is saved, and looking at and correcting one."""

from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.clock import local_date
from tracker.domain.care.answers import Stage
from tracker.domain.care.open_work import of_needs
from tracker.domain.course.sessions import Status
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Permission
from tracker.domain.rules.findings import Tier
from tracker.models import Participant
from tracker.reference.start_mark import start_mark
from tracker.services.care import corrections, sessions
from tracker.services.handover.session_moves import removed_session
from tracker.services.record import session_views
from tracker.services.record.flag_views import FlagThing, FlagView
from tracker.services.record.ratings import name_of
from tracker.services.record.records import Record
from tracker.services.record.session_forms import (
    Entering,
    beside_entering,
    entering,
    scheduled_day,
)
from tracker.services.record.session_views import SessionView
from tracker.services.record.strain_views import strain_on
from tracker.web.care.removals import removed_page
from tracker.web.door.forms import Form, as_uuid
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.door.treating import treats
from tracker.web.entry import conflicts
from tracker.web.entry.flags import FlagForm
from tracker.web.entry.sessions import SessionForm, entered_beside
from tracker.web.words import figures
from tracker.web.words import general as words
from tracker.web.words import goals as goal_words
from tracker.web.words.returns import returns

bp = Blueprint("sessions", __name__)


def _page(facts: Entering, form: SessionForm) -> str:
    days = [facts.today, *filter(None, [form.held_on.data])]
    with db.reading() as reading:
        beside = beside_entering(reading, facts.client.id, days, now=clock.now())
    return render_template(
        "care/sessions/new.html",
        entering=facts,
        beside=beside,
        form=form,
        start_mark=start_mark(),
        Rater=Rater,
    )


@bp.get("/clients/<uuid:client_id>/sessions/new")
@requires(Permission.RECORD_SESSION)
def new(client_id: UUID) -> ResponseReturnValue:
    """The empty form. No earlier score is on it."""
    with db.reading() as reading:
        facts = entering(reading, g.user, client_id, now=clock.now())
        scheduled = request.args.get("scheduled")
        planned = scheduled_day(reading, client_id, as_uuid(scheduled)) if scheduled else None
    note_read("client.read", client_id, client_id)
    form = SessionForm.for_measures(facts.measures, facts.goals)
    form.held_on.process(None, planned or facts.today)
    form.setting.data = facts.client.usual_setting
    return _page(facts, form)


@bp.post("/clients/<uuid:client_id>/sessions/new")
@requires(Permission.RECORD_SESSION)
def create(client_id: UUID) -> ResponseReturnValue:
    """What was saved and what fell, or the form with what stands in the way."""
    with db.reading() as reading:
        facts = entering(reading, g.user, client_id, now=clock.now())
    measures = (*facts.measures, *entered_beside(facts.measures))
    form = SessionForm.for_measures(measures, facts.goals)
    try:
        details = form.details()
        entry = form.entry()
        made = once(
            form,
            lambda db: (
                sessions.log_session(db, g.user, client_id, details, entry, now=clock.now()).id
            ),
        )
    except Incomplete as error:
        form.show_refusal(error)
        note_read("client.read", client_id, client_id)
        return _page(facts, form), 422
    next_page = "handovers.new" if form.hands_over else "sessions.saved"
    return redirect(url_for(next_page, session_id=made), 303)


@dataclass(frozen=True)
class SavedPanels:
    """What the saved page asks for: one panel for risk and one for a check-in at most. More stands in lines, and what
    waits for a review in one line. `things` are what the flags of the panels lead: one answer settles all of it."""

    panels: list[FlagView]
    lines: list[FlagView]
    reviews: list[FlagView]
    things: dict[UUID, FlagThing]


def asking(view: SessionView, *, back_dated: bool) -> SavedPanels:
    """A back-dated session has no panel: what fell then is no reason to interrupt now. Neither has what is answered
    with a later session."""
    shown = [f for f in view.flags if f.stage is not Stage.WITHDRAWN]
    record = view.record
    leads = {thing.leader.flag.id: thing for thing in record.things}
    panels = []
    lines = []
    settled: set[UUID] = set()
    for tier in (Tier.RISK, Tier.CHECK_IN):
        flags = [flag for flag in shown if flag.tier is tier]
        flags.sort(key=lambda f: (f.flag.id not in leads, -(f.finding.strength or 0)))
        panel = flags[0] if flags and not back_dated and _answered_here(record, flags[0]) else None
        if panel:
            panels.append(panel)
            beside = leads[panel.flag.id].others if panel.flag.id in leads else ()
            settled |= {flag.flag.id for flag in (panel, *beside)}
        lines += [flag for flag in flags if flag.flag.id not in settled]
    waiting = [flag for flag in shown if flag.tier is Tier.REVIEW and flag.needs_answer]
    reviews = [f for f in waiting if f.finding.rating_id and f.flag.id not in settled]
    return SavedPanels(panels, lines, reviews, leads)


def _answered_here(record: Record, flag: FlagView) -> bool:
    """False for what goes with a check-in that leads it; a risk item has its own answer, and a small drop is
    offered."""
    thing = record.thing_of(flag)
    leads = thing is None or thing.leader is flag or thing.leader.tier is not flag.tier
    return leads or flag.tier is Tier.RISK or flag.only_offered


def _missed(view: SessionView) -> FlagView | None:
    """The flag of a session that the client missed: the one flag there that rests on no rating."""
    if view.session.status != Status.MISSED:
        return None
    own = (f for f in view.flags if f.finding.rating_id is None and f.tier is Tier.REVIEW)
    return next((flag for flag in own if flag.stage is not Stage.WITHDRAWN), None)


@bp.get("/sessions/<uuid:session_id>/saved")
@requires(Permission.RECORD_SESSION)
def saved(session_id: UUID) -> ResponseReturnValue:
    """Session saved: the check-in when there is one, and what changed since the rating before."""
    with db.reading() as reading:
        view = session_views.session_view(
            reading, g.user, session_id, now=clock.now(), permission=Permission.RECORD_SESSION
        )
    note_read("session.read", session_id, view.record.client.id)
    snapshots = figures.of_session(view)
    back_dated = view.session.held_on < local_date(view.session.recorded_at, view.record.time_zone)
    elsewhere = [t for t in view.record.asking if t.leader.slot.session_id != session_id]
    return render_template(
        "care/sessions/saved.html",
        view=view,
        record=view.record,
        back_dated=back_dated,
        snapshots=snapshots,
        asking=asking(view, back_dated=back_dated),
        open_elsewhere=of_needs(thing.need for thing in elsewhere if thing.need is not None),
        heading=figures.heading(view, snapshots, back_dated=back_dated),
        returns=returns(view),
        missed=_missed(view),
        forms_by_flag={flag.flag.id: FlagForm() for flag in view.flags},
        strain=strain_on(view.record, view.slot),
        button=lambda: Form(formdata=None),  # each button its own key
    )


@bp.get("/sessions/<uuid:session_id>")
@requires(Permission.READ_RECORD)
def show(session_id: UUID) -> ResponseReturnValue:
    """One session with every rating, old values included."""
    with db.reading() as reading:
        view = session_views.session_view(reading, g.user, session_id, now=clock.now())
        removed = removed_session(reading, g.user, view.session, now=clock.now())
    note_read("session.read", session_id, view.record.client.id)
    if removed:
        return removed_page(view, removed)
    return render_template(
        "care/sessions/show.html",
        view=view,
        record=view.record,
        chains=figures.chains(view),
        undefined=view.record.undefined_on(session_id),
        progress=goal_words.progress_on(view.record, session_id),
        own=treats(view.record.client.clinician_id),
        strain=strain_on(view.record, view.slot),
        button=lambda: Form(formdata=None),
    )


def _overtaken(session_id: UUID, form: SessionForm) -> str:
    """The correction beside what was stored meanwhile; sent once more, it corrects that."""
    view = _correctable(session_id)
    note_read("session.read", session_id, view.record.client.id)
    stored = _filled(view, formdata=None)
    labels = {
        name_of(
            (measure.key, rater), item
        ): f"{measure.label_of(item)}, {words.RATER[rater].lower()}"
        for measure in view.measures
        for rater in measure.raters
        for item in measure.entry_keys
    }
    form.version.data = stored.version.data
    return _correction_page(view, form, conflicts.of_forms(stored, form, labels))


def _whose(view: SessionView) -> Participant:
    """Whose ratings the page is about, where several people rate: the address says it, or it is A."""
    return view.record.person(request.args.get("who"))


def _filled(view: SessionView, **kwargs: Any) -> SessionForm:
    """The form with what is stored."""
    form = SessionForm.for_measures(view.measures, view.goals, **kwargs)
    last = [chain[-1] for chain in view.record.course.ratings_of(view.session.id)]
    form.fill(view.session, [r for r in last if r.participant_id in (None, _whose(view).id)])
    started = view.slot.start_marks.get(_whose(view).id)
    form.start_mark.data = "" if started is None else str(started)
    return form


def _correction_page(
    view: SessionView,
    form: SessionForm,
    stale: list[conflicts.Difference] | None = None,
) -> str:
    return render_template(
        "care/sessions/correct.html",
        view=view,
        record=view.record,
        form=form,
        stale=stale,
        letter=view.record.letter(_whose(view).id),
        start_mark=start_mark(),
        primary=view.record.primary,
        Rater=Rater,
    )


def _correctable(session_id: UUID) -> SessionView:
    with db.reading() as reading:
        return session_views.session_view(
            reading, g.user, session_id, now=clock.now(), permission=Permission.RECORD_SESSION
        )


@bp.get("/sessions/<uuid:session_id>/correct")
@requires(Permission.RECORD_SESSION)
def edit(session_id: UUID) -> ResponseReturnValue:
    """The form with what is stored."""
    view = _correctable(session_id)
    note_read("session.read", session_id, view.record.client.id)
    return _correction_page(view, _filled(view))


@bp.post("/sessions/<uuid:session_id>/correct")
@requires(Permission.RECORD_SESSION)
def correct(session_id: UUID) -> ResponseReturnValue:
    """The corrected session, or the form with what stands in the way."""
    view = _correctable(session_id)
    measures = (*view.measures, *entered_beside(view.measures))
    form = SessionForm.for_measures(measures, view.goals)
    try:
        details = form.details()
        reason = form.why()
        entry = replace(form.entry(), participant=_whose(view).id)
        made = once(
            form,
            lambda db: (
                corrections.correct_session(
                    db, g.user, session_id, details, entry, reason, now=clock.now()
                ).id
            ),
        )
    except Incomplete as error:
        form.show_refusal(error)
        note_read("session.read", session_id, view.record.client.id)
        return _correction_page(view, form), 422
    except Stale:
        return _overtaken(session_id, form), 409
    flash("Correction saved.")
    return redirect(url_for("sessions.show", session_id=made), 303)
