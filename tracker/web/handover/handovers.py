"""Handing over: to whom, how, and what became of it; and today's marks, when the client is still in the room."""

from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

from flask import (
    Blueprint,
    current_app,
    flash,
    g,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from markupsafe import Markup
from sqlalchemy.orm import Session
from wtforms import BooleanField, SelectMultipleField, StringField

from tracker import clock, db
from tracker.domain.course.handover import RUNNING, HandoverStage, Moment, Way
from tracker.domain.errors import Incomplete
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Permission
from tracker.services.access import preferences
from tracker.services.handover import answering, handovers
from tracker.services.handover import rows as handover_rows
from tracker.services.handover.handovers import HandoverWish, Offer
from tracker.services.office.practice import practice
from tracker.services.record import session_views
from tracker.services.record.reaching import session_for
from tracker.services.record.session_views import handovers_of
from tracker.services.record.strain_views import strain_on
from tracker.web.care.sessions import asking as panels
from tracker.web.door.forms import Form, as_uuid
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.entry.flags import FlagForm
from tracker.web.entry.strains import StrainNames, strain_of_fields
from tracker.web.handover import asking
from tracker.web.words import figures

bp = Blueprint("handovers", __name__)
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class HandoverForm(Form):
    """What is asked, and who reads it where risk is asked by link."""

    measures = SelectMultipleField("What the client is asked", choices=[], validate_choice=False)
    people = SelectMultipleField("Who rates", choices=[], validate_choice=False)
    reader = StringField("Who reads the answers")
    reading_time = StringField("By when they are read")
    strain = StringField("Tension")
    settled = StringField("Settled")
    start = BooleanField("Mark at the start")

    def value(self) -> HandoverWish:
        """What was chosen; Incomplete when the way is none there is."""
        way = request.form.get("way", "")
        if way not in set(Way):
            raise Incomplete({"way": "Choose how to hand over"})
        problems: dict[str, str] = {}
        names = StrainNames("strain", "settled")
        strain = strain_of_fields(self, names, problems)
        if problems:
            raise Incomplete(problems)
        return HandoverWish(
            Way(way),
            tuple(self.measures.data or ()),
            tuple(as_uuid(who) for who in self.people.data or ()),
            self.reader.data or "",
            self.reading_time.data or "",
            strain,
            bool(self.start.data),
        )


def site() -> str | None:
    """Where a phone reaches the product; None while it only listens on this machine."""
    said: str | None = current_app.config["TRACKER_SITE"]
    host = urlsplit(request.host_url).hostname or ""
    return said or (None if host in LOOPBACK else request.host_url.rstrip("/"))


def _page(offer: Offer, form: HandoverForm) -> str:
    with db.reading() as reading:
        has_pin = preferences.pin_hash(reading, g.user) is not None
        zone = practice(reading).time_zone
    if not form.is_submitted():
        form.measures.data = sorted(offer.due)
        form.start.data = offer.start_due
        form.people.data = [str(person.id) for person in offer.people]
    return render_template(
        "handover/handovers/new.html",
        offer=offer,
        form=form,
        site=site(),
        has_pin=has_pin,
        time_zone=zone,
        asked=asking.words_of(offer.client),
        Rater=Rater,
    )


@bp.get("/clients/<uuid:client_id>/handover")
@requires(Permission.RECORD_SESSION)
def today(client_id: UUID) -> ResponseReturnValue:
    """The page for today's session, which is logged when it is handed over."""
    with db.reading() as reading:
        offer = handovers.offer_today(reading, g.user, client_id, at=_moment(), now=clock.now())
    note_read("client.read", client_id, client_id)
    if offer.session is not None:
        at = offer.session.id
        return redirect(url_for("handovers.new", session_id=at, at=request.args.get("at")), 303)
    return _page(offer, HandoverForm())


@bp.post("/clients/<uuid:client_id>/handover")
@requires(Permission.RECORD_SESSION)
def begin(client_id: UUID) -> ResponseReturnValue:
    """As below, in a session that is logged first; one that is there by now is taken."""
    with db.reading() as reading:
        offer = handovers.offer_today(reading, g.user, client_id, at=_moment(), now=clock.now())
    return _hand_over(offer)


def _moment() -> Moment:
    """Whether the session begins, as the address says; else it ends."""
    return Moment.START if request.args.get("at") == Moment.START else Moment.END


@bp.get("/sessions/<uuid:session_id>/handover")
@requires(Permission.RECORD_SESSION)
def new(session_id: UUID) -> ResponseReturnValue:
    """Is this the right client, what are they asked, and how."""
    with db.reading() as reading:
        offer = handovers.offer_of_session(
            reading, g.user, session_id, at=_moment(), now=clock.now()
        )
    note_read("session.read", session_id, offer.client.id)
    return _page(offer, HandoverForm())


@bp.post("/sessions/<uuid:session_id>/handover")
@requires(Permission.RECORD_SESSION)
def create(session_id: UUID) -> ResponseReturnValue:
    """The client's first page, or the code to show them; or the form with what stands in the way."""
    with db.reading() as reading:
        offer = handovers.offer_of_session(
            reading, g.user, session_id, at=_moment(), now=clock.now()
        )
    return _hand_over(offer)


def _hand_over(offer: Offer) -> ResponseReturnValue:
    form = HandoverForm()
    now = clock.now()
    tokens: list[str] = []

    def act(writing: Session) -> UUID:
        at = offer.session or handovers.begin_session(writing, g.user, offer.client.id, now=now)
        rows = handovers.hand_over(writing, g.user, at.id, wanted, sign_in=g.sign_in, now=now)
        if wanted.way is Way.TABLET:
            tokens.append(handover_rows.give_token(writing, rows[0]))
        return rows[0].id

    try:
        wanted = form.value()
        made = once(form, act)
    except Incomplete as error:
        form.show_problems(error.problems)
        note_read("client.read", offer.client.id, offer.client.id)
        return _page(offer, form), 422
    if not tokens:
        return redirect(url_for("handovers.show", handover_id=made), 303)
    session.clear()  # the browser holds nothing of staff from here on
    session["client"] = tokens[0]
    return redirect(url_for("handed_over.show"), 303)


def qr_code(address: str) -> Markup:
    """The address as a picture for a phone's camera: dark on light, whatever the page's colours."""
    import segno

    drawn = segno.make(address, error="m", micro=False)
    picture = drawn.svg_inline(scale=5, border=4, dark="#000", light="#fff", omitsize=True)
    return Markup(picture)  # noqa: S704  (of an address made here)


@bp.get("/handovers/<uuid:handover_id>")
@requires(Permission.RECORD_SESSION)
def show(handover_id: UUID) -> ResponseReturnValue:
    """What opens it, while it waits; and what became of it."""
    now = clock.now()
    with db.reading() as reading:
        row, client = handovers.handover_for(reading, g.user, handover_id, now=now)
        others = [r for r in handovers_of(reading, row.session_id) if r.id != row.id]
        late = handover_rows.overdue(row, now)
        shown = handovers.shown_of(reading, row)
        zone = practice(reading).time_zone
    if late:
        with db.transaction() as writing:
            answering.end_if_over(writing, handover_id, now=now)
            row, client = handovers.handover_for(writing, g.user, handover_id, now=now)
    note_read("session.read", row.session_id, client.id)
    at = site()
    link = f"{at}/c#{shown.secret}" if at and row.state == "waiting" else ""
    return render_template(
        "handover/handovers/show.html",
        row=row,
        others=[other for other in others if other.made_at == row.made_at],
        client=client,
        shown=shown,
        link=link,
        address=f"{at}/c".split("://")[-1] if at else "",
        picture=qr_code(link) if link else "",
        running=row.state in RUNNING,
        time_zone=zone,
        button=Form(formdata=None),
    )


@bp.get("/handovers/<uuid:handover_id>/status")
@requires(Permission.RECORD_SESSION)
def status(handover_id: UUID) -> ResponseReturnValue:
    """Where it stands, in one word: the page asks for itself anew when that is another one."""
    now = clock.now()
    with db.reading() as reading:
        row, _ = handovers.handover_for(reading, g.user, handover_id, now=now)
        word = "over" if handover_rows.overdue(row, now) else row.state
    return word, 200, {"Content-Type": "text/plain; charset=utf-8"}


@bp.post("/handovers/<uuid:handover_id>/cancel")
@requires(Permission.RECORD_SESSION)
def cancel(handover_id: UUID) -> ResponseReturnValue:
    """The session, whose client is not asked any more."""
    now = clock.now()
    at = once(Form(), lambda db: handovers.cancel(db, g.user, handover_id, now=now))
    flash("Hand-over cancelled. What the client had answered is kept.")
    return redirect(url_for("sessions.show", session_id=at), 303)


@bp.get("/sessions/<uuid:session_id>/back")
@requires(Permission.RECORD_SESSION)
def back(session_id: UUID) -> ResponseReturnValue:
    """What the tablet shows first to whoever took it back: nothing of any client, who may look on; one tap on, the
    result."""
    with db.reading() as reading:
        session_for(reading, g.user, session_id, Permission.RECORD_SESSION, now=clock.now())
        rows = handovers_of(reading, session_id)
    together = [row for row in rows if row.made_at == rows[-1].made_at]  # one for each person
    answered = any(row.state in (HandoverStage.SENT, HandoverStage.PARTIAL) for row in together)
    return render_template("handover/handovers/back.html", session_id=session_id, answered=answered)


@bp.get("/sessions/<uuid:session_id>/marks")
@requires(Permission.RECORD_SESSION)
def marks(session_id: UUID) -> ResponseReturnValue:
    """The client's marks and how they changed, without a judgement; what asks for an answer is folded."""
    with db.reading() as reading:
        view = session_views.session_view(
            reading, g.user, session_id, now=clock.now(), permission=Permission.RECORD_SESSION
        )
    note_read("session.read", session_id, view.record.client.id)
    context: dict[str, Any] = {
        "view": view,
        "record": view.record,
        "snapshots": figures.by_client(view),
        "asking": panels(view, back_dated=False),
        "strain": strain_on(view.record, view.slot),
        "button": lambda: Form(formdata=None),
        "forms_by_flag": {flag.flag.id: FlagForm() for flag in view.flags},
    }
    return render_template("handover/handovers/marks.html", **context)
