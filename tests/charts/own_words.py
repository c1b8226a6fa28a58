"""The words of a client's picture, for tests that draw one."""

from datetime import date
from fractions import Fraction

from babel.dates import format_date, format_skeleton

from tracker.charts.own import OwnWords


def words(ends: tuple[str, str] = ("gar nicht", "voll und ganz")) -> OwnWords:
    """As a page in German has them."""
    return OwnWords(
        title="In dieser Sitzung habe ich mich verstanden gefühlt.",
        ends=ends,
        you="Sie",
        therapist="Therapie",
        day="Tag",
        summary="Zuerst 8 am 3. März 2026.",
        mark=_mark,
        short_day=_short_day,
        long_day=_long_day,
    )


def _mark(value: Fraction) -> str:
    return f"{float(value):.1f}".replace(".", ",")


def _short_day(day: date) -> str:
    return str(format_skeleton("MMMd", day, locale="de"))


def _long_day(day: date) -> str:
    return str(format_date(day, "long", locale="de"))
