"""Taking the tablet back: PIN or password of the same person, five tries, and then today's marks."""

from uuid import UUID

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import select

from tests.conftest import PASSWORD, Cast, log, weeks
from tests.web.clients import handed_code, handed_tablet, phone, post
from tracker import clock, db, passwords
from tracker.models import Client, Handover, SignIn
from tracker.services.access import preferences, sign_ins

pytestmark = pytest.mark.both_databases(reason="five tries are counted under a lock")

LOW = {"bond": "5", "goals": "8", "tasks": "8", "overall": "8"}


def sign_in() -> SignIn:
    with db.reading() as reading:
        return reading.scalars(select(SignIn)).one()


def set_pin(cast: Cast, pin: str) -> None:
    hashed = passwords.hashed(pin)
    with db.transaction() as writing:
        preferences.set_pin(writing, cast.clinician, hashed, now=clock.now())


def back(client: FlaskClient, secret: str) -> object:
    return post(client, "/c/return", secret=secret)


def code_of(cast: Cast) -> str:
    with db.reading() as reading:
        return reading.get_one(Client, cast.client_id).code


def session_id() -> UUID:
    with db.reading() as reading:
        return reading.scalars(select(Handover.session_id)).one()


@pytest.mark.parametrize("secret", [PASSWORD, "271828"])
def test_the_same_person_gets_it_back_and_sees_todays_marks(
    app: Flask, cast: Cast, secret: str
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    set_pin(cast, "271828")
    client = handed_tablet(app, cast)
    post(client, "/c/questions/1", **LOW, held_back="1", go="on")
    answer = back(client, f" {secret} ")
    assert (answer.status_code, answer.location) == (303, f"/sessions/{session_id()}/back")
    neutral = client.get(answer.location).text
    assert "Saved" in neutral
    assert "Bond" not in neutral
    assert code_of(cast) not in neutral
    assert f'href="/sessions/{session_id()}/marks">Show result' in neutral
    page = client.get(f"/sessions/{session_id()}/marks").text
    assert "Today's marks" in page or "Today&#39;s marks" in page
    assert "down 3" in page
    before, folded = page.split('<details class="more for-me">')
    assert "Bond fell from 8 to 5" in folded
    assert "Bond fell from 8 to 5" not in before
    assert "Check in" not in before
    assert sign_in().state == "active"
    assert client.get("/").status_code == 200
    form = page.split('name="csrf_token" value="')[1].split('"')[0]
    assert client.post("/sign-out", data={"csrf_token": form}).status_code == 302
    assert sign_in().end_reason == "signed_out"


def test_five_wrong_tries_end_the_sign_in(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    for left in ("4 tries are", "3 tries are", "2 tries are", "1 try is"):
        answer = back(client, "000000")
        assert (answer.status_code, left in answer.text) == (422, True)
    answer = back(client, "000000")
    assert answer.location.startswith("/sign-in")
    said = "<p>Too many tries. Sign in with your password.</p>"
    assert f'role="alert">{said}' in client.get(answer.location).text
    assert (sign_in().state, sign_in().end_reason) == ("ended", "wrong_pin")


def test_the_right_one_comes_too_late_after_five(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    with db.transaction() as writing:
        writing.scalars(select(Handover)).one().tries = 5
    assert back(client, PASSWORD).location.startswith("/sign-in")


def test_an_empty_field_uses_no_try(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    assert "Enter your PIN or your password" in back(client, " ").text
    with db.reading() as reading:
        assert reading.scalars(select(Handover.tries)).one() == 0


def test_a_sign_in_that_was_ended_elsewhere_is_said(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    with db.transaction() as writing:
        sign_ins.end_own_sign_in(writing, cast.clinician, sign_in().id, now=clock.now())
    answer = back(client, PASSWORD)
    assert answer.location.startswith("/sign-in")
    assert "Your sign-in has ended" in client.get(answer.location).text


def test_one_that_lasted_too_long_is_not_resumed(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = handed_tablet(app, cast)
    monkeypatch.setattr(sign_ins, "ABSOLUTE_TIMEOUT", clock.now() - clock.now())
    assert back(client, PASSWORD).location.startswith("/sign-in")
    assert sign_in().end_reason == "too_long"


def test_a_phone_has_nothing_to_take_back(app: Flask, cast: Cast) -> None:
    client = phone(app, handed_code(cast))
    assert client.get("/c/return").location == "/c"
    form = client.get("/c/questions/1").text.split('name="csrf_token" value="')[1].split('"')[0]
    answer = client.post("/c/return", data={"csrf_token": form, "secret": PASSWORD})
    assert answer.location == "/c"
