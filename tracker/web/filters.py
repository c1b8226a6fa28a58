"""How values are written on pages."""

from datetime import date, datetime
from fractions import Fraction
from zoneinfo import ZoneInfo

from flask import Flask

from tracker import __version__
from tracker.charts import triangle
from tracker.domain.drop_rules import STRENGTH_WORDS
from tracker.domain.numbers import show, show_change
from tracker.domain.sessions import long_date
from tracker.services.settings import BY_KEY
from tracker.web import (
    flag_meaning,
    flag_words,
    goal_words,
    handover_words,
    measure_words,
    objective_words,
    repair_words,
    words,
)


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


def init_app(app: Flask) -> None:
    """Make them known to the templates."""
    app.jinja_env.filters.update(
        ago=ago,
        day=day,
        long_date=long_date,
        moment=moment,
        points=points,
        change=change,
        plural=plural,
        **measure_words.FILTERS,
    )
    app.jinja_env.globals.update(
        words=words,
        flag_words=flag_words,
        flag_meaning=flag_meaning,
        goal_words=goal_words,
        handover_words=handover_words,
        objective_words=objective_words,
        repair_words=repair_words,
        settings=BY_KEY,
        strength_words=STRENGTH_WORDS,
        logo=triangle.logo,
        version=__version__,
    )
    app.jinja_env.trim_blocks = True
    app.jinja_env.lstrip_blocks = True
