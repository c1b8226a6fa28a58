"""The home page: whose turn it is."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from flask import Blueprint, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.charts import sparkline
from tracker.domain.care.caseload import Need
from tracker.domain.people.access import Permission, Reach
from tracker.services.access.notices import notices_of
from tracker.services.office.practice import today
from tracker.services.supervision import caseload as caseloads
from tracker.services.supervision.caseload import Caseload, CaseloadRow
from tracker.web.door.forms import Form
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read
from tracker.web.words import caseload as say
from tracker.web.words.caseload import NEEDS_ME

bp = Blueprint("caseload", __name__)

FILTERS = {
    "all": ("All", ()),
    "need": ("Need an answer", NEEDS_ME),
    "come-back": ("Planned", (Need.COME_BACK,)),
    "review": ("Review", (Need.REVIEW,)),
    "no-rating": ("No rating lately", (Need.NO_RATING_LATELY,)),
    "today": ("Today", (Need.TODAY,)),
}
UNSEEN = "unseen"  # a supervisor's filter: not looked at in supervision for four weeks
SORTS = {
    "need": "who needs me first",
    "code": "code",
    "change": "change",
    "next": "the next session",
    "reviewed": "the last review",
}

VALUES: dict[str, Callable[[CaseloadRow], Any]] = {
    "code": lambda row: row.client.code,
    "change": lambda row: row.change,
    "next": lambda row: row.next_on,
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
    rows = _sorted(_shown(caseload, chosen), sort, descending)
    by_need = sort == "need" and not descending
    return render_template(
        "care/caseload/show.html",
        caseload=caseload,
        rows=rows,
        groups=say.groups(rows) if by_need else [("", rows)],
        own=caseload.treats,
        covers=caseload.treats and clinician_id != g.user.id,
        notices=told,
        button=lambda: Form(formdata=None),
        filters=_filters(caseload, own=caseload.treats),
        chosen=chosen,
        sort=sort,
        sorts=SORTS,
        descending=descending,
        say=say,
        sparkline=sparkline,
    )


@bp.get("/caseloads/<uuid:clinician_id>/ended")
@requires(Permission.READ_CASELOAD)
def ended(clinician_id: UUID) -> ResponseReturnValue:
    """The clients of a caseload whose therapy has ended, the last one first."""
    with db.reading() as reading:
        caseload = caseloads.caseload(reading, g.user, clinician_id, now=clock.now())
    note_read(
        "caseload.read",
        clinician_id,
        clinician=str(clinician_id),
        clients=[str(client.id) for client in caseload.ended],
    )
    brought_back = {row.client.id for row in caseload.rows if row.client.ended}
    return render_template(
        "care/caseload/ended.html",
        caseload=caseload,
        own=caseload.treats,
        brought_back=brought_back,
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
