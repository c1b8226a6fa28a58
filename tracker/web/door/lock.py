"""While a client holds a hand-over, every address answers with the client's page: on the server, not by a menu."""

from flask import Flask, current_app, g, redirect, request, session
from flask.typing import ResponseReturnValue

from tracker import clock, db
from tracker.services.handover import answering
from tracker.services.handover import rows as handover_rows
from tracker.services.handover.answering import Held
from tracker.web.door.guard import CLIENT, declared

OPEN = frozenset({"static", "handed_over.show"})


def init_app(app: Flask) -> None:
    """Look at every request before anything else does."""
    app.before_request(_look)


def _look() -> ResponseReturnValue | None:
    g.held = _held()
    if g.held is None or request.endpoint in OPEN:
        return None
    if request.endpoint and declared(current_app, request.endpoint) == CLIENT:
        return None
    return redirect("/c", 303)


def _held() -> Held | None:
    """The hand-over of this browser, ended first when its time is over. A token that opens nothing is forgotten."""
    token = session.get("client")
    now = clock.now()
    if not isinstance(token, str):
        return None
    with db.reading() as reading:
        held = answering.held_by(reading, token, now=now)
    if held is None:
        session.clear()
        return None
    late = handover_rows.overdue(held.row, now)
    if late or (request.method == "GET" and answering.stale(held.row, now)):
        with db.transaction() as writing:
            answering.look(writing, held.id, still_there=_still_there(), now=now)
            held = answering.held_by(writing, token, now=now)
    return held


def _still_there() -> bool:
    """False for the privacy screen, which comes because nobody is."""
    return request.endpoint not in ("handed_over.pause", "static")
