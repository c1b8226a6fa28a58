"""The words of objectives: for every kind what is there, what is still needed, and each row."""

from datetime import timedelta
from fractions import Fraction
from uuid import UUID

from tests.conftest import START, Cast, log, weeks
from tests.services.care.test_objectives import put, view
from tracker.domain.care.objectives import (
    Adapted,
    Attended,
    Complete,
    EachAddressed,
    Endorsed,
    Reached,
    Window,
)
from tracker.domain.course.sessions import Status
from tracker.models import Kept
from tracker.web.words import objectives as words

HIGH = (8, 8, 8, 8)


def said(cast: Cast, aim: UUID) -> list[str]:
    found = view(cast, aim)
    rows = [words.row(found, row) for row in found.judgement.evidence]
    return [words.counted(found), words.needed(found), words.decided(found), *rows]


def test_the_words_of_every_kind(app: object, cast: Cast) -> None:
    aims = {
        "goals": put(cast, Endorsed(2, 3)),
        "drops": put(cast, EachAddressed()),
        "months": put(cast, Adapted(1), Window(START, START + timedelta(days=20))),
        "came": put(cast, Attended(3, 4)),
        "outcome": put(cast, Complete("wellbeing-check", Fraction(90))),
        "points": put(cast, Reached("session-check", "total", Fraction(8), times=2)),
    }
    due = "6 December 2027"
    log(cast.clinician, cast.client_id, weeks(0), *HIGH)
    log(cast.clinician, cast.client_id, weeks(1), status=Status.MISSED)
    log(cast.clinician, cast.client_id, weeks(2), status=Status.CANCELLED_BY_CLINIC)
    assert said(cast, aims["goals"]) == [
        "0 of 2 goals",
        f"Still needed: 2 endorsed goals within 2 more sessions, by {due} at the latest.",
        "",
    ]
    assert said(cast, aims["drops"]) == [
        "1 of 1 session",
        f"It holds so far, and is met when it holds until {due}.",
        "",
        "rated, no fall and no tension",
    ]
    assert said(cast, aims["months"]) == [
        "0 of 1 month",
        "",
        "Certain since 25 January 2026.",
        "January 2026: 0 adaptations",
    ]
    assert said(cast, aims["came"]) == [
        "1 of 3 sessions",
        f"Still needed: 2 attended sessions of the next 2, and a conversation about each missed one, by {due}.",
        "",
        "took place",
        "missed, not talked about",
    ]
    assert said(cast, aims["outcome"]) == [
        "0 of 1 session",
        f"Still needed: 9 sessions in a row with the measure complete, by {due}.",
        "",
        "not complete",
    ]
    assert said(cast, aims["points"])[:2] == [
        "1 of 2 checkpoints",
        f"Still needed: 1 session at 8 or more, by {due}.",
    ]


def test_the_words_for_a_measure_that_is_gone_or_better_when_lower(app: object) -> None:
    gone = Reached("gone", "bond", Fraction(8), times=1)
    assert words.score(gone) == "bond (gone, no longer defined here)"
    assert words.whole_numbers(gone) == ""
    lower = Reached("phq-9", "total", Fraction(19, 2), times=1, sessions=3)
    assert words.at_least(lower) == "9.5 or less"
    assert words.sentence(lower) == (
        "The client rates Total (PHQ-9) at 9.5 or less at 1 checkpoint, within 3 sessions."
    )
    assert "gone (no longer defined here)" in words.sentence(Complete("gone", Fraction(90)))
    assert words.kept(Kept.CLOSED) == "Closed by hand"
