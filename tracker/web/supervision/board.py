"""The supervision board: which flags need the supervisor, across all the caseloads they read."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from flask import Blueprint, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker import clock, db
from tracker.domain.errors import Incomplete, NotNow, Stale
from tracker.domain.people.access import Permission, Reach
from tracker.services.access.notices import notices_of
from tracker.services.office.practice import practice
from tracker.services.supervision import board as boards
from tracker.services.supervision import flag_reviews
from tracker.services.supervision.board_rows import BoardRow
from tracker.web.door.forms import Form
from tracker.web.door.guard import requires
from tracker.web.door.sending import note_read, once
from tracker.web.entry.board import (
    BoardForm,
    CodeForm,
    TogetherForm,
    ViewForm,
    address,
    asked,
    facets,
    in_view,
)
from tracker.web.words import board as board_words

bp = Blueprint("board", __name__)
PAGE = 50  # design default


def _page(
    together: TogetherForm | None = None,
    view: ViewForm | None = None,
    *,
    picked: frozenset[UUID] = frozenset(),
) -> str:
    form = BoardForm(request.args, meta={"csrf": False})
    form.offer()
    return render_template(
        "supervision/supervision/board.html",
        **_read(),
        asked=asked(),
        size=PAGE,
        form=form,
        code=CodeForm(formdata=None),
        view=view or ViewForm(formdata=None),
        together=together or TogetherForm(formdata=None),
        picked=picked,
        address=address,
        button=lambda: Form(formdata=None),
        say=board_words,
    )


def _read() -> dict[str, Any]:
    """The board as the address asks for it: the rows of its page with what stands behind them, or who never rated or is
    paused."""
    with db.reading() as reading:
        start = max(request.args.get("from", 0, type=int), 0)
        board = boards.board(reading, g.user, asked(), start=start, size=PAGE, now=clock.now())
        elsewhere = g.user.may(Permission.READ_CASELOAD, Reach.OWN)  # who treats is told at home
        runs = g.user.may(Permission.MANAGE_PRACTICE)
        told = notices_of(reading, g.user, board.today) if runs or not elsewhere else []
        zone = practice(reading).time_zone
    unrated = in_view(board)
    shown = {row.client_id for row in board.rows} | {client.client_id for client in unrated}
    note_read("board.read", clients=sorted(map(str, shown)))
    return {
        "board": board,
        "facets": facets(board),
        "notices": told,
        "groups": _groups(board.rows),
        "unrated": unrated,
        "zone": zone,
    }


def _groups(rows: Sequence[BoardRow]) -> list[list[BoardRow]]:
    """The rows that wait for an answer and the others, where that is how they are ordered; else all as they come."""
    if asked().sort != "need" or asked().descending:
        return [list(rows)]
    waiting = [row for row in rows if row.waits]
    others = [row for row in rows if not row.waits]
    return [group for group in (waiting, others) if group]


@bp.get("/supervision")
@requires(Permission.READ_BOARD)
def show() -> ResponseReturnValue:
    """The board, with the filter and in the order that the address asks for."""
    return _page()


@bp.post("/supervision/find")
@requires(Permission.READ_BOARD)
def find() -> ResponseReturnValue:
    """The flags of the client whose code was typed."""
    form = CodeForm()
    with db.transaction() as writing:
        client_id = boards.find(writing, g.user, form.code.data or "", now=clock.now())
    if client_id is None:
        flash("There is no client with this code among those whose flags you read.", "problem")
        return redirect(url_for("board.show"), 303)
    return redirect(url_for("board.show", show="all", client=client_id), 303)


@bp.post("/supervision/sign-off")
@requires(Permission.SUPERVISE)
def sign_off() -> ResponseReturnValue:
    """The board without the flags that were signed off together, or with what stands in the way; all or none are."""
    form = TogetherForm()
    reader: UUID = g.user.id
    picked = form.picked()
    try:
        said = form.review()

        def act(writing: Session) -> UUID:
            flag_reviews.sign_off_together(writing, g.user, picked, said, now=clock.now())
            return reader

        once(form, act)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(form, picked=frozenset(picked)), 422
    except Stale:
        changed = "One of these flags was changed since the page was shown. None was signed off; look at them again"
        form.show_problems({"act": changed})
        return _page(form, picked=frozenset(picked)), 409
    except NotNow as error:
        form.show_problems({"act": error.message})
        return _page(form, picked=frozenset(picked)), 409
    flash(f"{'1 flag' if len(picked) == 1 else f'{len(picked)} flags'} signed off.")
    return redirect(url_for("board.show", **address()), 303)


@bp.post("/supervision/views")
@requires(Permission.READ_BOARD)
def save_view() -> ResponseReturnValue:
    """The board with a new view, or with what stands in the way."""
    form = ViewForm()
    now = clock.now()
    kept = address(client="")
    try:
        name = form.name.data or ""
        once(form, lambda db: boards.save_view(db, g.user, name, kept, now=now).id)
    except Incomplete as error:
        form.show_problems(error.problems)
        return _page(view=form), 422
    flash("View saved.")
    return redirect(url_for("board.show", **kept), 303)


@bp.post("/supervision/views/<uuid:view_id>/remove")
@requires(Permission.READ_BOARD)
def remove_view(view_id: UUID) -> ResponseReturnValue:
    """The board without that view."""

    def act(writing: Session) -> UUID:
        boards.remove_view(writing, g.user, view_id, now=clock.now())
        return view_id

    once(Form(), act)
    flash("View removed.")
    return redirect(url_for("board.show"), 303)
