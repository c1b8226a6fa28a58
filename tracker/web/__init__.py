"""Pages: they load, check, call and answer. What is decided is decided below."""

from importlib import import_module

from flask import Flask

from tracker.config import Settings
from tracker.services.late_reads import LateReads


def init_app(app: Flask, settings: Settings) -> None:
    """Everything between the browser and the services."""
    from tracker.web import anchors, assets, errors, filters, guard, headers, practice, security

    anchors.init_app(app, settings)  # first: whatever becomes of the request
    app.extensions["tracker.late_reads"] = LateReads()
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
    "audit",
    "caseload",
    "clients",
    "flags",
    "goals",
    "measures",
    "my_settings",
    "notes",
    "objectives",
    "passwords",
    "practice",
    "reengagement",
    "repairs",
    "schedule",
    "sessions",
    "supervision",
    "usual_range",
)


def _rooms(app: Flask) -> None:
    for name in ROOMS:
        app.register_blueprint(import_module(f"tracker.web.{name}").bp)
