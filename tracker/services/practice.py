"""The practice, and the calendar day where it is."""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.models import Practice


def practice(db: Session) -> Practice:
    """The one row about the practice."""
    return db.scalars(select(Practice)).one()


def today(db: Session, now: datetime) -> date:
    """The calendar day of that moment in the practice's time zone."""
    return local_date(now, practice(db).time_zone)
