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
    """Why an attended session has no client rating. ASKED: it was handed over, and the answer may still come."""

    NOT_ASKED = "not_asked"
    DECLINED = "declined"
    ASKED = "asked"
    NOT_GIVEN = "not_given"


class AgreedTask(StrEnum):
    """What became of the task that was agreed for the time since the last session."""

    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"
    NONE_AGREED = "none_agreed"


class Observation(StrEnum):
    """Signs that the client works with the therapist and not only along: each yes, no, or not noted."""

    ASKED = "asked_questions"
    DISAGREED = "disagreed"
    BROUGHT = "brought_unasked"
    SET_AGENDA = "set_agenda"


class ClientQuestion(StrEnum):
    """What can be asked of the client in a session, with an answer of one line."""

    STILL_USEFUL = "still_useful"
    RIGHT_THINGS = "right_things"
    NOT_WORKING = "not_working"


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
