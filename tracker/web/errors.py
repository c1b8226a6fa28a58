"""What goes wrong, as pages: what happened, what to do, and what was entered is still there."""

import logging
import secrets

from flask import Flask, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import InternalError, OperationalError
from werkzeug.exceptions import HTTPException, SecurityError

from tracker.domain.errors import NotNow, NotPermitted, SameFormOtherContent
from tracker.web.guard import entries, signed_in

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


def _absent(_: Exception) -> ResponseReturnValue:
    return render_template("errors/absent.html"), 404


def _unknown_host(_: Exception) -> ResponseReturnValue:
    """No page: without a host that is ours, no address on it could be right."""
    return "This address is not served here.\n", 400, {"Content-Type": "text/plain; charset=utf-8"}


def _not_now(error: NotNow) -> ResponseReturnValue:
    return render_template(
        "errors/refused.html", title="This cannot be done now", message=error.message
    ), 409


def _already_sent(error: SameFormOtherContent) -> ResponseReturnValue:
    return render_template(
        "errors/already_sent.html", message=error.message, entries=entries()
    ), 422


def _page_too_old(_: CSRFError) -> ResponseReturnValue:
    g.user = signed_in()  # the guard has not run yet
    message = "This page was open before you last signed in or out. Go back, reload it, and send it again."
    return render_template(
        "errors/refused.html", title="This page is too old to send", message=message
    ), 400


def _refused(error: HTTPException) -> ResponseReturnValue:
    if error.code is not None and error.code < 400:
        return error.get_response()
    message = error.description or "This request cannot be answered."
    title = "This request cannot be answered"
    return render_template("errors/refused.html", title=title, message=message), error.code or 400


def _not_saved(error: OperationalError | InternalError) -> ResponseReturnValue:
    reference = _logged(error)
    sent = entries() if request.method == "POST" else []
    return render_template("errors/not_saved.html", reference=reference, entries=sent), 503


def _broken(error: Exception) -> ResponseReturnValue:
    sent = entries() if request.method == "POST" else []
    return render_template("errors/broken.html", reference=_logged(error), entries=sent), 500


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
