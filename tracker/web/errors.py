"""What goes wrong, as pages: what happened, what to do, and what was entered is still there."""

import logging
import secrets

from flask import Flask, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import InternalError, OperationalError
from werkzeug.exceptions import HTTPException, SecurityError

from tracker.domain.errors import NotNow, NotPermitted, SameFormOtherContent
from tracker.web.door.guard import entries, signed_in
from tracker.web.handover.answering import nothing_here

log = logging.getLogger("tracker")


def init_app(app: Flask) -> None:
    """Register a page for every kind of error."""
    app.register_error_handler(NotPermitted, _absent)
    app.register_error_handler(404, _absent)
    app.register_error_handler(405, _absent)
    app.register_error_handler(NotNow, _not_now)
    app.register_error_handler(SameFormOtherContent, _already_sent)
    app.register_error_handler(SecurityError, _unknown_host)
    app.register_error_handler(CSRFError, _page_too_old)
    app.register_error_handler(OperationalError, _not_saved)
    app.register_error_handler(InternalError, _not_saved)  # PostgreSQL, when it is read-only
    app.register_error_handler(HTTPException, _refused)
    app.register_error_handler(Exception, _broken)


def _page(template: str, status: int, **context: object) -> ResponseReturnValue:
    """The page in the words of staff; where the client has the browser, one of theirs instead."""
    if g.get("held"):
        template = "handover/client/trouble.html"
    return render_template(template, held=g.get("held"), **context), status


def _absent(_: Exception) -> ResponseReturnValue:
    if f"{request.path}/".startswith("/c/"):
        return nothing_here()
    return _page("errors/absent.html", 404)


def _unknown_host(_: Exception) -> ResponseReturnValue:
    """No page: without a host that is ours, no address on it could be right."""
    return "This address is not served here.\n", 400, {"Content-Type": "text/plain; charset=utf-8"}


def _not_now(error: NotNow) -> ResponseReturnValue:
    return _page("errors/refused.html", 409, title="This cannot be done now", message=error.message)


def _already_sent(error: SameFormOtherContent) -> ResponseReturnValue:
    return _page("errors/already_sent.html", 422, message=error.message, entries=entries())


def _page_too_old(_: CSRFError) -> ResponseReturnValue:
    if g.get("held") is None:
        g.user = signed_in()  # the guard has not run yet
    message = "This page was open before you last signed in or out. Go back, reload it, and send it again."
    return _page("errors/refused.html", 400, title="This page is too old to send", message=message)


def _refused(error: HTTPException) -> ResponseReturnValue:
    if error.code is not None and error.code < 400:
        return error.get_response()
    message = error.description or "This request cannot be answered."
    title = "This request cannot be answered"
    return _page("errors/refused.html", error.code or 400, title=title, message=message)


def _not_saved(error: OperationalError | InternalError) -> ResponseReturnValue:
    reference = _logged(error)
    sent = entries() if request.method == "POST" else []
    return _page("errors/not_saved.html", 503, reference=reference, entries=sent)


def _broken(error: Exception) -> ResponseReturnValue:
    sent = entries() if request.method == "POST" else []
    return _page("errors/broken.html", 500, reference=_logged(error), entries=sent)


def _logged(error: Exception) -> str:
    """A reference that finds the error in the log. The log has the place in the code, never the values."""
    reference = secrets.token_hex(4)
    frames = []
    trace = error.__traceback__
    while trace:
        frames.append(f"{trace.tb_frame.f_code.co_filename.rsplit('/', 1)[-1]}:{trace.tb_lineno}")
        trace = trace.tb_next
    log.error(
        "request failed",
        extra={
            "reference": reference,
            "endpoint": request.endpoint,
            "error": type(error).__name__,
            "at": " < ".join(reversed(frames[-4:])),
        },
    )
    return reference
