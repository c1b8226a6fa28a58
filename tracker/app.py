"""The application, put together."""

from datetime import timedelta
from pathlib import Path

from flask import Flask

from tracker import config, db, keys
from tracker.config import Settings
from tracker.reference import library, loader
from tracker.services.access.sign_ins import ABSOLUTE_TIMEOUT
from tracker.services.installation import NAME, Installation
from tracker.services.record import kept_courses

HERE = Path(__file__).parent


def beside(name: str) -> Path:
    """A folder that stands in the package when installed, and beside it in a checkout."""
    inside = HERE / name
    return inside if inside.is_dir() else HERE.parent / name


def create_app(settings: Settings | None = None, **overrides: object) -> Flask:
    """The application for an instance; makes its keys on first use. `overrides` are Flask settings, for tests."""
    from tracker import web

    settings = settings or config.from_environment()
    measures = loader.known_measures(settings.instance / "measures")
    own_texts = library.own_library(settings.instance / "library")
    secrets = keys.load_or_make(settings.instance / "keys", settings.database_file)
    app = Flask(
        __name__,
        template_folder=str(beside("templates")),
        static_folder=str(beside("static")),
        static_url_path="/static",
    )
    app.config.update(_flask_settings(settings, secrets) | overrides)
    db.init_app(
        app,
        file=settings.database_file,
        url=settings.database_url,
        key=secrets.database,
        page_cache=settings.page_cache,
        info={NAME: Installation(bytes.fromhex(secrets.audit), measures, own_texts)},
        before_commit=kept_courses.keep_touched,
    )
    web.init_app(app, settings)
    return app


def _flask_settings(settings: Settings, secrets: keys.Keys) -> dict[str, object]:
    return {
        "TRACKER_SITE": settings.url,
        "SECRET_KEY": secrets.cookies,
        "TRACKER_INSTANCE": settings.instance,
        "SECURITY_PASSWORD_SALT": secrets.passwords,
        "TRUSTED_HOSTS": list(settings.trusted_hosts),
        "SESSION_COOKIE_NAME": "__Host-session" if settings.secure_cookies else "session",
        "SESSION_COOKIE_SECURE": settings.secure_cookies,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Strict",
        "PERMANENT_SESSION_LIFETIME": ABSOLUTE_TIMEOUT,
        "MAX_CONTENT_LENGTH": 256 * 1024,
        "MAX_FORM_PARTS": 500,
        "WTF_CSRF_TIME_LIMIT": None,
        "SEND_FILE_MAX_AGE_DEFAULT": timedelta(hours=1),
    }
