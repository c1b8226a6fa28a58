"""Pages: they load, check, call and answer. What is decided is decided below."""

from importlib import import_module

from flask import Flask

from tracker.config import Settings
from tracker.services.late_reads import LateReads


def init_app(app: Flask, settings: Settings) -> None:
    """Everything between the browser and the services."""
    from tracker.web import (
        anchors,
        assets,
        errors,
        filters,
        guard,
        headers,
        languages,
        lock,
        practice,
        security,
    )

    anchors.init_app(app, settings)  # first: whatever becomes of the request
    app.extensions["tracker.late_reads"] = LateReads()
    lock.init_app(
        app
    )  # before the library looks at a form's token: a client's browser may hold a staff page
    languages.init_app(app)
    security.init_app(app)
    guard.init_app(app)
    headers.init_app(app, secure=settings.secure_cookies, map_style=assets.map_style_hash())
    errors.init_app(app)
    filters.init_app(app)
    practice.init_app(app)
    assets.init_app(app, settings.instance / "assets")
    _rooms(app)


ROOMS = (
    "about",
    "accounts",
    "adaptations",
    "asking",
    "audit",
    "board",
    "caseload",
    "client_reviews",
    "clients",
    "flag_reviews",
    "flags",
    "goals",
    "handed_over",
    "handovers",
    "learning",
    "library",
    "library_acts",
    "looking",
    "measures",
    "meetings",
    "my_settings",
    "notes",
    "objectives",
    "passwords",
    "practice",
    "printing",
    "questions",
    "reengagement",
    "repairs",
    "reports",
    "schedule",
    "sessions",
    "standing_in",
    "suggestions",
    "supervision",
    "taking_back",
    "usual_range",
)


def _rooms(app: Flask) -> None:
    for name in ROOMS:
        app.register_blueprint(import_module(f"tracker.web.{name}").bp)
