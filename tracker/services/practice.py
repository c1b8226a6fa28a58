"""The practice, and the calendar day where it is."""

from datetime import date, datetime
from zoneinfo import available_timezones

from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.errors import Incomplete
from tracker.models import Practice
from tracker.services import audit

NAME_LENGTH = 120


def practice(db: Session) -> Practice:
    """The one row about the practice; asked for once in a database session."""
    return db.get_one(Practice, 1)


def today(db: Session, now: datetime) -> date:
    """The calendar day of that moment in the practice's time zone."""
    return local_date(now, practice(db).time_zone)


def change_practice(
    db: Session, *, name: str | None = None, time_zone: str | None = None, now: datetime
) -> Practice:
    """The practice with another name or time zone, for the command line; Incomplete for a zone that does not exist."""
    found = practice(db)
    if time_zone is not None and time_zone not in available_timezones():
        raise Incomplete(
            {"time_zone": f"There is no time zone {time_zone}; one such is Europe/Berlin"}
        )
    if name is not None and not 0 < len(name) <= NAME_LENGTH:
        raise Incomplete({"name": f"The name must be {NAME_LENGTH} characters or fewer"})
    changed = {"name": name, "time_zone": time_zone}
    fields = [key for key, value in changed.items() if value and value != getattr(found, key)]
    for key in fields:
        setattr(found, key, changed[key])
    if fields:
        found.version += 1
        audit.record(db, "practice.changed", actor=None, now=now, fields=fields)
    return found
