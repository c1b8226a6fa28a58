"""The languages of the client's pages. Pages for staff are in English, and have no catalogue."""

from babel import Locale, negotiate_locale
from flask import Flask, g, request
from flask_babel import Babel

from tracker.domain.course.handover import LANGUAGES


def init_app(app: Flask) -> None:
    """Let the client's pages speak the language of whoever reads them."""
    Babel(app, locale_selector=language)
    app.jinja_env.globals["language"] = language
    app.jinja_env.globals["direction"] = direction


def language() -> str:
    """That of the hand-over, or of the client who is looked together with; before there is one, the browser's first."""
    if held := g.get("held"):
        return str(held.row.language)
    if together := g.get("client_language"):
        return str(together)
    wanted = list(request.accept_languages.values())
    return negotiate_locale(wanted, list(LANGUAGES), sep="-") or "en"


def direction() -> str:
    """ "ltr" or "rtl", as the language is written."""
    return str(Locale(language()).text_direction)
