"""The installation that this application serves, for pages."""

from tracker import db
from tracker.services.installation import NAME, Installation


def installed() -> Installation:
    """The measures and the library of the current application."""
    installation: Installation = db.session_info()[NAME]
    return installation
