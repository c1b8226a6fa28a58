"""Pages: they load, check, call and answer. What is decided is decided below."""

from importlib import import_module

from flask import Flask

from tracker.config import Settings
from tracker.services.trail.late_reads import LateReads


def init_app(app: Flask, settings: Settings) -> None:
    """Everything between the browser and the services."""
    from tracker.web import errors, filters
    from tracker.web.door import (
        assets,
        compiled_templates,
        compression,
        guard,
        headers,
        hourly,
        languages,
        lock,
        security,
    )
    from tracker.web.office import practice

    compression.init_app(app)  # first: it comes last, after all that changes an answer
    hourly.init_app(app, settings)  # whatever becomes of the request
    app.extensions["tracker.late_reads"] = LateReads()
    lock.init_app(app)  # before a form's token is looked at: the browser may hold a staff page
    languages.init_app(app)
    security.init_app(app)
    guard.init_app(app)
    headers.init_app(app, secure=settings.secure_cookies, map_style=assets.map_style_hash())
    errors.init_app(app)
    filters.init_app(app)
    compiled_templates.init_app(app)
    practice.init_app(app)
    assets.init_app(app, settings.instance / "assets")
    _rooms(app)


ROOMS = {
    "library": ("about", "acts", "find", "learning", "pages", "suggestions"),
    "office": (
        "accounts",
        "audit",
        "estimates",
        "my_settings",
        "passwords",
        "practice",
        "printing",
        "standing_in",
    ),
    "care": (
        "adaptations",
        "caseload",
        "clients",
        "flags",
        "goals",
        "measures",
        "notes",
        "objectives",
        "reengagement",
        "record",
        "removals",
        "repairs",
        "schedule",
        "sessions",
        "treatment",
        "usual_range",
        "versions",
    ),
    "handover": ("answering", "asking", "handovers", "taking_back"),
    "supervision": (
        "board",
        "client_reviews",
        "flag_reviews",
        "looking",
        "meetings",
        "questions",
        "reports",
        "supervision",
    ),
}


def _rooms(app: Flask) -> None:
    for corridor, pages in ROOMS.items():
        for name in pages:
            app.register_blueprint(import_module(f"tracker.web.{corridor}.{name}").bp)
