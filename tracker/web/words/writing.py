"""How single values are written on pages: days, moments, scores, counts."""

from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from tracker.domain.measures.numbers import show, show_change


def ago(days: int) -> str:
    """An age in words: "Today", "1 day", "12 days"."""
    if days == 0:
        return "Today"
    return "1 day" if days == 1 else f"{days} days"


def day(value: date) -> str:
    """A day in a table: "12 May 2026", the month short."""
    return f"{value.day} {value:%b %Y}"


def moment(value: datetime, zone: str) -> str:
    """A moment where the practice is: "12 May 2026, 14:02"."""
    local = value.astimezone(ZoneInfo(zone))
    return f"{day(local.date())}, {local:%H:%M}"


def points(value: Fraction | None, digits: int = 2) -> str:
    """A score, or "no rating"."""
    return "no rating" if value is None else show(value, digits)


def change(value: Fraction | None, digits: int = 2) -> str:
    """A change with its sign, or a word where there is nothing to compare."""
    return "first" if value is None else show_change(value, digits)


def plural(count: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 client", "12 clients"."""
    return f"{count} {one if count == 1 else many or one + 's'}"
