"""Therapy sessions: what can become of one, and what cannot be entered."""

from datetime import date
from enum import StrEnum


class Status(StrEnum):
    SCHEDULED = "scheduled"
    ATTENDED = "attended"
    CANCELLED_BY_CLIENT = "cancelled_by_client"
    CANCELLED_BY_CLINIC = "cancelled_by_clinic"
    MISSED = "missed"


class Setting(StrEnum):
    IN_PERSON = "in_person"
    VIDEO = "video"
    PHONE = "phone"
    OUTSIDE = "outside"


class Given(StrEnum):
    """When the client gave the rating: only one given in the session can be talked about in it."""

    IN_SESSION = "in_session"
    AFTER_SESSION = "after_session"


class NoRating(StrEnum):
    """Why an attended session has no client rating."""

    NOT_ASKED = "not_asked"
    DECLINED = "declined"


class Channel(StrEnum):
    TYPED = "typed"
    TABLET = "tablet"
    PHONE = "phone"


MAX_MINUTES_LATE = 180


def date_problem(held_on: date, *, starts_on: date, today: date) -> str | None:
    """Why a session cannot have taken place on that day, as a sentence, or None."""
    if held_on > today:
        return "The session date must be today or earlier"
    if held_on < starts_on:
        return f"The session date must be on or after the start, {long_date(starts_on)}"
    return None


def long_date(day: date) -> str:
    """The day as in a sentence: "12 May 2026"."""
    return f"{day.day} {day:%B %Y}"
