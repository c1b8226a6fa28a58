"""Taking the tablet back: the PIN or the password of the person who handed it over, and their sign-in goes on."""

from flask import Blueprint, flash, g, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from tracker import clock, db, passwords
from tracker.domain.course.handover import TRIES
from tracker.models import User
from tracker.services.access import preferences
from tracker.services.handover import taking_back
from tracker.services.handover.answering import Held
from tracker.services.office.actors import actor_of
from tracker.web.door import security
from tracker.web.door.guard import for_client

bp = Blueprint("taking_back", __name__, url_prefix="/c/return")


def _page(problem: str = "") -> str:
    return render_template("handover/client/take_back.html", held=g.held, problem=problem)


@bp.get("")
@for_client
def form() -> ResponseReturnValue:
    """The one field."""
    if not g.held.on_tablet:
        return redirect(url_for("handed_over.show"), 303)
    return _page()


@bp.post("")
@for_client
def take_back() -> ResponseReturnValue:
    """A page that shows nothing of anybody yet; or the form; or, after five wrong tries or when the sign-in ended
    elsewhere, to sign in."""
    held: Held = g.held
    if not held.on_tablet:
        return redirect(url_for("handed_over.show"), 303)
    typed = request.form.get("secret", "").strip()
    with db.reading() as reading:
        user = taking_back.whose(reading, held.row)
        pin = preferences.pin_hash(reading, actor_of(user)) if user else None
    if user is None:
        return _sign_in("Your sign-in has ended. Sign in again.")
    if not typed:
        return _page("Enter your PIN or your password"), 422
    with (
        db.transaction() as writing
    ):  # the try counts before the slow check, however many come at once
        used = taking_back.take_try(writing, held.row)
    if used > TRIES or not _is_theirs(user, pin, typed):
        return _wrong(held, TRIES - used)
    return _back(held)


def _is_theirs(user: User, pin: str | None, typed: str) -> bool:
    if pin and passwords.matches(typed, pin):
        return True
    return passwords.matches(typed, user.password)


def _wrong(held: Held, left: int) -> ResponseReturnValue:
    if left > 0:
        tries = "1 try is" if left == 1 else f"{left} tries are"
        return _page(f"That is neither your PIN nor your password. {tries} left"), 422
    with db.transaction() as writing:
        taking_back.shut(writing, held.row, now=clock.now())
    return _sign_in("Too many tries. Sign in with your password.")


def _sign_in(message: str) -> ResponseReturnValue:
    session.clear()
    flash(message, "problem")
    return redirect(url_for("security.login"), 303)


def _back(held: Held) -> ResponseReturnValue:
    with db.transaction() as writing:
        resumed = taking_back.take_back(writing, held.row, now=clock.now())
    if resumed is None:
        return _sign_in("Your sign-in has ended. Sign in again.")
    user, token = resumed
    session.clear()
    security.back_again(user)
    session["sign_in"] = token
    return redirect(url_for("handovers.back", session_id=held.row.session_id), 303)
