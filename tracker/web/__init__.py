"""Pages: they load, check, call and answer. What is decided is decided below."""

from flask import Flask

from tracker.config import Settings


def init_app(app: Flask, settings: Settings) -> None:
    """Everything between the browser and the services."""
    from tracker.web import (
        about,
        assets,
        caseload,
        clients,
        errors,
        filters,
        flags,
        guard,
        headers,
        security,
        sessions,
    )

    security.init_app(app)
    guard.init_app(app)
    headers.init_app(app, secure=settings.secure_cookies, map_style=assets.map_style_hash())
    errors.init_app(app)
    filters.init_app(app)
    assets.init_app(app, settings.instance / "assets")
    for room in (about, caseload, clients, flags, sessions):
        app.register_blueprint(room.bp)
