"""The only place that asks what time it is. Everything below takes time as an argument."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo


def now() -> datetime:
    """This moment in UTC, with its zone."""
    return datetime.now(UTC)


def local_date(moment: datetime, zone: str) -> date:
    """The calendar day of a moment where the practice is."""
    return moment.astimezone(ZoneInfo(zone)).date()
