"""The door: every route is closed unless it declares who may use it, and every request shows a sign-in that holds."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any, TypeVar

from flask import Flask, abort, current_app, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import InternalError, OperationalError

from tracker import clock, db
from tracker.domain.people.access import Actor, Permission
from tracker.domain.people.preferences import Preferences
from tracker.services.access import sign_ins
from tracker.services.handover import taking_back

View = TypeVar("View", bound=Callable[..., Any])

# Open to anyone: what is needed to sign in, and nothing that says who or what is in here.
PUBLIC = "public"
# For whoever holds a hand-over, and nobody else.
CLIENT = "client"
LIBRARY_ROUTES = {"static": PUBLIC, "security.login": PUBLIC, "security.logout": PUBLIC}


def requires(permission: Permission) -> Callable[[View], View]:
    """Declare who may use a route."""

    def declare(view: View) -> View:
        view.permission = permission  # type: ignore[attr-defined]  # read by `declared`
        return view

    return declare


def public(view: View) -> View:
    """Declare a route as open to anyone."""
    view.permission = PUBLIC  # type: ignore[attr-defined]  # read by `declared`
    return view


def for_client(view: View) -> View:
    """Declare a route as one of the client's, while they hold a hand-over."""
    view.permission = CLIENT  # type: ignore[attr-defined]  # read by `declared`
    return view


def declared(app: Flask, endpoint: str) -> Permission | str | None:
    """What a route declares: a permission, PUBLIC, or None for a closed one."""
    if endpoint in LIBRARY_ROUTES:
        return LIBRARY_ROUTES[endpoint]
    return getattr(app.view_functions.get(endpoint), "permission", None)


def init_app(app: Flask) -> None:
    """Put the guard before every request."""
    app.before_request(_check)


def _check() -> ResponseReturnValue | None:
    g.user = None
    g.preferences = Preferences()
    if request.method == "POST" and not _is_plain_form():
        abort(415)
    if request.endpoint is None:
        g.user = signed_in()  # for the menu of the 404 page
        return None
    permission = declared(current_app, request.endpoint)
    if permission == PUBLIC or (permission == CLIENT and g.get("held")):
        return None
    if not isinstance(permission, Permission):
        abort(404)
    g.user = signed_in()
    if g.user is None:
        return _client_again() or _sign_in_first()
    return None if g.user.may(permission) else abort(404)


FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


def _is_plain_form() -> bool:
    """True for what a page of ours can send: a form of texts that a person can type. No JSON, no files."""
    if request.content_length and request.mimetype not in FORMS:
        return False
    texts = (text for values in request.form.listvalues() for text in values)
    return not request.files and not any(_CONTROL.search(text) for text in texts)


def signed_in() -> Actor | None:
    """The person behind this request, while their sign-in holds; what they have set is in `g.preferences`."""
    token = session.get("sign_in")
    now = clock.now()
    if not isinstance(token, str):
        return None
    with db.reading() as reading:
        checked = sign_ins.check_sign_in(reading, token, now=now)
    if checked is None:
        return None
    if checked.stale:
        # While the database cannot be written, reading goes on; whoever is there is seen the next time.
        with suppress(OperationalError, InternalError), db.transaction() as writing:
            sign_ins.note_seen(writing, checked.id, now=now)
    g.sign_in = checked.id
    g.preferences = checked.preferences
    g.practice = checked.practice
    return checked.actor


def _client_again() -> ResponseReturnValue | None:
    """To the client's page, for a browser whose sign-in waits while the client has it."""
    token = session.get("sign_in")
    with db.transaction() as writing:
        given = taking_back.again(writing, token) if isinstance(token, str) else None
    if given is None:
        return None
    session.clear()
    session["client"] = given
    return redirect("/c", 303)


def _sign_in_first() -> ResponseReturnValue:
    """To the sign-in page; but what was typed into a form is kept on the page it was sent from."""
    for name in [name for name in session if name != "csrf_token"]:
        session.pop(
            name
        )  # or the sign-in page would take the browser for signed in, and send it back here
    if request.method in ("GET", "HEAD"):
        return redirect(url_for("security.login", next=request.path), 303)
    return render_template("errors/signed_out.html", entries=entries()), 401


# Fields whose content is never put back into a page, nor into any hash but a slow one.
SECRET = frozenset({"password", "new_password", "again", "pin", "code"})


def entries() -> list[tuple[str, str]]:
    """What the browser sent, to be sent again; never a secret, nor the token that is good only once."""
    if (request.endpoint or "").startswith("security."):
        return []
    return [
        (name, value)
        for name, values in request.form.lists()
        for value in values
        if name != "csrf_token" and name not in SECRET
    ]
