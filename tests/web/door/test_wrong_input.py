"""What is named when something is wrong, and that everything typed is kept."""

import re
from datetime import date
from io import BytesIO
from typing import Any
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Browser, Cast, log, weeks
from tests.web.sending import new_url, rated, rows
from tracker import db
from tracker.models import FlagAnswer, Rating
from tracker.services.record.flag_rows import stored_flags
from tracker.web.door.forms import parse_day
from tracker.web.door.guard import entries


def test_an_empty_form_names_every_answer_and_stores_nothing(page: Browser, cast: Cast) -> None:
    answer = page.send(new_url(cast), **rated(None, None, None, None, note="kept"))
    assert answer.status_code == 422
    assert "<title>Error: Log session 1" in answer.text
    assert (
        'href="#session-check.client.bond">Select a number for bond, or choose &#39;no rating&#39;'
        in answer.text
    )
    assert ">kept</textarea>" in answer.text
    assert rows("therapy_sessions") == 0


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (rated("eight"), "Bond must be a number, such as 8"),
        (rated(11), "Bond must be between 0 and 10"),
        (rated("1e400"), "Bond must be a number, such as 8"),
        (rated("9" * 5000), "Bond must be a number, such as 8"),
        (rated("7.5"), "Bond must be a whole number"),
        (
            rated(**{"held_on-day": "31", "held_on-month": "2"}),
            "The session date must be a real date",
        ),
        (rated(**{"held_on-year": "2999"}), "The session date must be today or earlier"),
        (rated(**{"held_on-year": "1999"}), "The session date must be on or after the start"),
        (rated(minutes_late="soon"), "Minutes late must be a whole number"),
        (rated(minutes_late="999"), "Minutes late must be between 0 and 180"),
        (rated(status="flown"), "Choose one of the answers for attendance"),
        (rated(setting="moon"), "Choose one of the answers for setting"),
        (rated(no_rating="maybe"), "Choose one of the answers for client&#39;s rating"),
        (rated(status="missed"), "A rating means that the session took place. Remove the ratings"),
        (rated(no_rating="declined"), "The client&#39;s rating is entered below"),
        (rated(note="x" * 501), "The note must be 500 characters or fewer"),
    ],
)
def test_wrong_input_gets_the_same_page_with_the_message_twice_and_everything_kept(
    page: Browser, cast: Cast, sent: dict[str, object], message: str
) -> None:
    answer = page.send(new_url(cast), **sent)
    assert answer.status_code == 422
    assert answer.text.count(message) == 2  # in the summary and beside the field
    assert 'name="session-check.client.goals" value="8" checked' in answer.text
    assert rows("therapy_sessions") == 0


def test_a_second_session_on_a_day_is_asked_about(page: Browser, cast: Cast) -> None:
    page.send(new_url(cast), **rated())
    asked = page.send(new_url(cast), **rated(7))
    assert asked.status_code == 422
    assert "There is already a session on this day" in asked.text
    assert page.send(new_url(cast), **rated(7, another_that_day="y")).status_code == 303
    assert rows("therapy_sessions") == 2


def test_no_rating_throughout_is_a_rating_not_given_and_asks_why(page: Browser, cast: Cast) -> None:
    silent = rated("none", "none", "none", "none")
    asked = page.send(new_url(cast), **silent)
    assert asked.status_code == 422
    assert "Every answer is &#39;no rating&#39;" in asked.text
    assert rows("therapy_sessions") == 0
    therapist = {
        f"session-check.therapist.{item}": "7" for item in ("bond", "goals", "tasks", "overall")
    }
    made = page.send(new_url(cast), **{**silent, "no_rating": "declined"}, **therapist)
    assert made.status_code == 303
    with db.reading() as reading:
        (rating,) = reading.scalars(select(Rating))
    assert (rating.rater, rating.blind) == ("therapist", True)


def test_an_answer_that_no_field_asked_for_is_refused(page: Browser, cast: Cast) -> None:
    unknown = page.send(new_url(cast), **rated(**{"phq-9.client.q1": "3"}))
    assert unknown.status_code == 422
    assert "This measure is not in use with this client" in unknown.text
    odd = page.send(new_url(cast), **rated(**{"session-check.client.held_back": "9"}))
    assert "Select one of the answers to the last question" in odd.text
    assert rows("therapy_sessions") == 0


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"answer": "talked"}},
        {"data": "x", "content_type": "text/plain"},
        {"data": {"note": "with \x00"}},
        {"data": {"note": "a file"}},  # sent as an upload
    ],
)
def test_only_forms_of_plain_text_are_taken(
    page: Browser, cast: Cast, sent: dict[str, Any]
) -> None:
    token = page.token()
    if sent.get("data") == {"note": "a file"}:
        sent = {"data": {"note": (BytesIO(b"file"), "note.txt")}}
    answer = page.client.post(new_url(cast), headers={"X-CSRFToken": token}, **sent)
    assert answer.status_code == 415
    assert rows("therapy_sessions") == 0


def test_too_long_a_reason_is_named(page: Browser, cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    long = page.send(f"/sessions/{session_id}/correct", **rated(7, day=weeks(0)), reason="x" * 201)
    assert (long.status_code, "Enter a few words on why" in long.text) == (422, True)


def test_an_answer_that_is_missing_is_named(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [cast.client_id])
    path = f"/flags/{flag.id}"
    empty = page.send(path, note="half a thought")
    assert empty.status_code == 422
    assert empty.text.count("Select what happened with it") == 2
    assert 'value="half a thought"' in empty.text
    wrong_day = page.send(
        path, answer="talked", **{"talked_on-day": "x", "talked_on-month": "", "talked_on-year": ""}
    )
    assert "The day must be a real date" in wrong_day.text
    assert "Select one of the answers" in page.send(path, answer="shouted").text
    assert (
        "Select one of the words for it" in page.send(path, answer="talked", rupture="crash").text
    )
    assert (
        "Select what was done from the list"
        in page.send(path, answer="talked", moves=["sang"]).text
    )
    wrongly = page.send(path, answer="entered_wrongly")
    assert wrongly.location == f"/sessions/{flag.session_id}/correct"
    with db.reading() as reading:
        assert reading.scalars(select(FlagAnswer.rupture)).all() == [None]


def test_too_large_a_form_is_refused_kindly(page: Browser, cast: Cast) -> None:
    answer = page.client.post(new_url(cast), data={"note": "x" * 300_000})
    assert answer.status_code == 413
    assert "Nothing was changed" in answer.text
    assert rows("therapy_sessions") == 0


def test_a_month_is_a_number_its_name_or_how_that_begins() -> None:
    for month in range(1, 13):
        day = date(2026, month, 2)
        for text in (f"{day:%m}", f"{day:%B}", f"{day:%b}", f" {day:%b}. ".upper()):
            assert parse_day("2", text, "2026") == day, text
    for text in ("", "13", "janx9", "ja", "first", "0"):
        assert parse_day("2", text, "2026") is None, text


def test_each_form_has_a_key_of_its_own(page: Browser, cast: Cast) -> None:
    """Or what two people send, or one person twice, would be taken for the same form."""
    shown = "".join(page.client.get(new_url(cast)).text for _ in range(2))
    keys = re.findall(r'name="form_key"[^>]* value="([^"]*)"', shown)
    assert len(keys) == len({UUID(key) for key in keys}) == 2


def test_what_is_put_back_has_no_secret_and_no_token_of_before(app: Flask) -> None:
    secret = dict.fromkeys(("password", "new_password", "again", "pin", "code"), "secret")
    sent = {"csrf_token": "of before", "note": "kept", **secret}
    with app.test_request_context("/settings/pin", method="POST", data=sent):
        assert entries() == [("note", "kept")]
