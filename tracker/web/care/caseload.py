"""The home page: whose turn it is."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.charts import sparkline
from tracker.domain.care.caseload import ORDER_SENTENCE, Need
from tracker.domain.people.access import Permission, Reach
from tracker.services.access.notices import notices_of
from tracker.services.office.practice import today
from tracker.services.supervision import caseload as caseloads
from tracker.services.supervision.caseload import Caseload, CaseloadRow
from tracker.web.door.forms import Form
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read

bp = Blueprint("caseload", __name__)

FILTERS = {
    "all": ("All", ()),
    "risk": ("Ask now", (Need.RISK,)),
    "check-in": ("Check in", (Need.CHECK_IN,)),
    "come-back": ("To come back to", (Need.COME_BACK,)),
    "review": ("Review", (Need.REVIEW,)),
    "no-rating": ("No rating lately", (Need.NO_RATING_LATELY,)),
    "today": ("Session today", (Need.TODAY,)),
}
UNSEEN = "unseen"  # a supervisor's filter: not looked at in supervision for four weeks
SORTS = {
    "need": "Who needs me first",
    "code": "Code",
    "age": "Age of the flag",
    "change": "Change",
    "last": "Last session",
    "reviewed": "Last reviewed",
}

VALUES: dict[str, Callable[[CaseloadRow], Any]] = {
    "code": lambda row: row.client.code,
    "age": lambda row: row.age_days,
    "change": lambda row: row.change,
    "last": lambda row: row.last_session,
    "reviewed": lambda row: row.last_reviewed,
}


@bp.get("/")
@requires(Permission.SIGNED_IN)
def home() -> ResponseReturnValue:
    """One's own caseload; for a supervisor without clients, the board."""
    if g.user.may(Permission.READ_CASELOAD, Reach.OWN):
        return show(g.user.id)
    if g.user.may(Permission.READ_BOARD):
        return redirect(url_for("board.show"), 303)
    with db.reading() as reading:
        day = today(reading, clock.now())
        told = notices_of(reading, g.user, day)
    button = lambda: Form(formdata=None)  # noqa: E731  (each button its own key)
    return render_template(
        "care/caseload/administrator.html", notices=told, today=day, button=button
    )


@bp.get("/caseloads/<uuid:clinician_id>")
@requires(Permission.READ_CASELOAD)
def show(clinician_id: UUID) -> ResponseReturnValue:
    """A caseload: one row for each client, in the order and with the filter that the address asks for."""
    with db.reading() as reading:
        caseload = caseloads.caseload(reading, g.user, clinician_id, now=clock.now())
        at_home = clinician_id == g.user.id
        told = notices_of(reading, g.user, caseload.today) if at_home else []
    note_read(
        "caseload.read",
        clinician_id,
        clinician=str(clinician_id),
        clients=[str(row.client.id) for row in caseload.rows],
    )
    chosen, sort, descending = _asked()
    return render_template(
        "care/caseload/show.html",
        caseload=caseload,
        rows=_sorted(_shown(caseload, chosen), sort, descending),
        own=caseload.treats,
        covers=caseload.treats and clinician_id != g.user.id,
        notices=told,
        button=lambda: Form(formdata=None),
        filters=_filters(caseload, own=caseload.treats),
        chosen=chosen,
        sort=sort,
        sorts=SORTS,
        descending=descending,
        order=ORDER_SENTENCE,
        sparkline=sparkline,
    )


def _asked() -> tuple[str, str, bool]:
    """Filter, order and direction as the address says; anything unknown is the usual one."""
    chosen = request.args.get("show", "all")
    sort = request.args.get("sort", "need")
    return (
        chosen if chosen in (*FILTERS, UNSEEN) else "all",
        sort if sort in SORTS else "need",
        request.args.get("dir") == "desc",
    )


def _shown(caseload: Caseload, chosen: str) -> list[CaseloadRow]:
    if chosen == UNSEEN:
        return [row for row in caseload.rows if row.unseen]
    return [row for row in caseload.rows if caseload.shows(row, *FILTERS[chosen][1])]


def _filters(caseload: Caseload, *, own: bool) -> list[tuple[str, str, int]]:
    known = [(key, label, caseload.count(*needs)) for key, (label, needs) in FILTERS.items()]
    unseen = (UNSEEN, "Not reviewed for 4 weeks", len(_shown(caseload, UNSEEN)))
    return known if own else [*known, unseen]


def _sorted(rows: list[CaseloadRow], sort: str, descending: bool) -> list[CaseloadRow]:
    """The rows by one column; clients without a value there always come last."""
    if sort == "need":
        return rows[::-1] if descending else rows
    known = [(value, row) for row in rows if (value := VALUES[sort](row)) is not None]
    ordered = sorted(known, key=lambda pair: pair[0], reverse=descending)
    return [row for _, row in ordered] + [row for row in rows if VALUES[sort](row) is None]
