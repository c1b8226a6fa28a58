"""Pages that hold no record: help, and whether the service is up."""

from flask import Blueprint, current_app, g, render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.exc import DBAPIError

from tracker import db
from tracker.domain.care.caseload import ORDER_SENTENCE
from tracker.domain.people.access import Permission
from tracker.domain.rules.findings import RULES_VERSION, TIER, Tier
from tracker.services.office import health as health_of
from tracker.web.door.guard import public, requires, signed_in

bp = Blueprint("about", __name__)


@bp.get("/help")
@requires(Permission.SIGNED_IN)
def show() -> ResponseReturnValue:
    """How the product works, what its rule rests on, and what is not known."""
    return render_template(
        "library/about/help.html", rules_version=RULES_VERSION, order=ORDER_SENTENCE
    )


@bp.get("/help/rules")
@requires(Permission.SIGNED_IN)
def rules() -> ResponseReturnValue:
    """Every kind of flag: what is found, where it appears, what it asks for, what it may mean."""
    tiers = [(tier, [kind for kind in TIER if TIER[kind] is tier]) for tier in Tier]
    return render_template("library/about/rules.html", tiers=tiers, rules_version=RULES_VERSION)


@bp.get("/accessibility")
@public
def accessibility() -> ResponseReturnValue:
    """What everyone can do here, and what has not been tried."""
    g.user = signed_in()
    return render_template("library/about/accessibility.html")


@bp.get("/privacy")
@public
def privacy() -> ResponseReturnValue:
    """What is kept, for how long, and who sees it."""
    g.user = signed_in()
    return render_template("library/about/privacy.html")


@bp.get("/health")
@public
def health() -> ResponseReturnValue:
    """ "ok" while the database can be read and written; otherwise 503 and what is wrong, in one line."""
    trouble = health_of.disk_trouble(current_app.config["TRACKER_INSTANCE"])
    try:
        with db.transaction() as writing:
            trouble = health_of.database_trouble(writing) or trouble
            writing.rollback()
    except DBAPIError:
        trouble = health_of.CANNOT_WRITE
    status = 503 if trouble else 200
    return trouble or "ok", status, {"Content-Type": "text/plain; charset=utf-8"}
