"""Pages: they load, check, call and answer. What is decided is decided below."""

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


def _rooms(app: Flask) -> None:
    from tracker.web import (
        about,
        accounts,
        audit,
        caseload,
        clients,
        flags,
        measures,
        my_settings,
        passwords,
        practice,
        repairs,
        sessions,
        supervision,
        usual_range,
    )

    people = (accounts, my_settings, passwords, practice, supervision)
    work = (caseload, clients, flags, measures, repairs, sessions, usual_range)
    for room in (about, audit, *work, *people):
        app.register_blueprint(room.bp)
