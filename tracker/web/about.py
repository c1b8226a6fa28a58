"""Pages that hold no record: help, and whether the service is up."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy import text

from tracker import db
from tracker.domain.access import Permission
from tracker.domain.flags import RULES_VERSION
from tracker.reference.loader import measures
from tracker.web.guard import public, requires

bp = Blueprint("about", __name__)


@bp.get("/help")
@requires(Permission.SIGNED_IN)
def show() -> ResponseReturnValue:
    """How the product works, what its rule rests on, and what is not known."""
    return render_template("about/help.html", measures=measures(), rules_version=RULES_VERSION)


@bp.get("/health")
@public
def health() -> ResponseReturnValue:
    """ "ok" when the database answers."""
    with db.reading() as reading:
        reading.execute(text("SELECT 1"))
    return "ok", 200, {"Content-Type": "text/plain; charset=utf-8"}
