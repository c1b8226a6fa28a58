"""Signing in and out, as a person does it."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from tests.conftest import PASSWORD, Browser, Cast
from tracker import clock, db
from tracker.models import SignIn
from tracker.services.access import sign_ins
from tracker.services.people import accounts
from tracker.web.door.security import WRONG, Account


def sign_in(
    browser: Browser,
    email: str = "clinician@practice.example",
    password: str = PASSWORD,
    **more: str,
):
    page = browser.client.get("/sign-in").text
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    data = {"csrf_token": token, "email": email, "password": password, **more}
    return browser.client.post("/sign-in", data=data)


def test_a_person_signs_in_and_out(browser: Browser, cast: Cast) -> None:
    assert sign_in(browser).status_code == 302
    assert "Caseload" in browser.client.get("/").text
    assert browser.client.get("/sign-in").location == "/"
    browser.client.post("/sign-out", data={"csrf_token": browser.token()})
    assert browser.client.get("/").location.startswith("/sign-in")


def test_signing_out_is_a_post_only(browser: Browser, cast: Cast) -> None:
    sign_in(browser)
    assert browser.client.get("/sign-out").status_code == 404
    assert browser.client.get("/").status_code == 200


@pytest.mark.parametrize(
    ("email", "password"),
    [
        ("clinician@practice.example", "wrong"),
        ("nobody@practice.example", PASSWORD),
        ("not an address", PASSWORD),
    ],
)
def test_a_wrong_password_and_an_unknown_address_read_the_same(
    browser: Browser, cast: Cast, email: str, password: str
) -> None:
    answer = sign_in(browser, email, password)
    assert answer.status_code == 422
    assert "<title>Error: Sign in" in answer.text
    assert answer.text.count(WRONG) == 1
    assert password not in answer.text


def test_an_empty_form_names_both_fields(browser: Browser, cast: Cast) -> None:
    answer = sign_in(browser, "", "")
    assert answer.status_code == 422
    assert "Enter your e-mail address<" in answer.text
    assert "Enter your password<" in answer.text


def test_after_five_failures_even_the_right_password_waits(browser: Browser, cast: Cast) -> None:
    for _ in range(5):
        sign_in(browser, password="wrong")
    answer = sign_in(browser)
    assert answer.status_code == 422
    assert "Too many tries. Wait 15 minutes, then try again" in answer.text
    assert sign_in(Browser(browser.client), email="outsider@practice.example").status_code == 302


def test_whoever_waits_for_the_last_minute_is_told_so(
    browser: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    failed_at = clock.now()
    with db.transaction() as writing:
        for _ in range(sign_ins.TRIES):
            sign_ins.note_failure(writing, "clinician@practice.example", now=failed_at)
    nearly = failed_at + sign_ins.WINDOW - timedelta(seconds=30)
    monkeypatch.setattr(clock, "now", lambda: nearly)
    assert "Too many tries. Wait 1 minute, then try again" in sign_in(browser).text
    over = failed_at + sign_ins.WINDOW
    monkeypatch.setattr(clock, "now", lambda: over)
    assert sign_in(browser).status_code == 302


def test_a_disabled_account_does_not_come_in_and_is_out_at_once(
    browser: Browser, cast: Cast
) -> None:
    email = "supervisor@practice.example"
    sign_in(browser, email)
    with db.transaction() as writing:
        accounts.disable(writing, None, cast.supervisor.id, now=clock.now())
    assert browser.client.get("/").location.startswith("/sign-in")
    assert sign_in(browser, email).status_code == 422


def test_a_copied_cookie_is_dead_after_signing_out(
    app: Flask, browser: Browser, cast: Cast
) -> None:
    sign_in(browser)
    cookie = browser.client.get_cookie("session")
    assert cookie
    thief = app.test_client()
    thief.set_cookie("session", cookie.value)
    assert thief.get("/").status_code == 200
    browser.client.post("/sign-out", data={"csrf_token": browser.token()})
    assert thief.get("/").status_code == 303


def test_an_idle_browser_is_sent_to_sign_in_and_can_sign_in_again(
    browser: Browser, cast: Cast
) -> None:
    sign_in(browser)
    with db.transaction() as writing:
        (row,) = writing.scalars(select(SignIn))
        row.seen_at = clock.now() - sign_ins.IDLE_TIMEOUT - timedelta(seconds=1)
    assert browser.client.get("/").status_code == 303
    assert browser.client.get("/sign-in").status_code == 200
    assert sign_in(browser).status_code == 302
    assert browser.client.get("/").status_code == 200


def test_signing_in_again_ends_the_sign_in_before(browser: Browser, cast: Cast) -> None:
    sign_in(browser)
    with browser.client.session_transaction() as session:
        session.pop("_user_id")
    sign_in(browser)
    with db.reading() as reading:
        states = sorted(reading.scalars(select(SignIn.state)))
    assert states == ["active", "ended"]


def test_use_keeps_a_sign_in_alive_and_is_noted_at_most_every_half_minute(
    browser: Browser, cast: Cast
) -> None:
    sign_in(browser)
    for seconds, moved in ((20, False), (40, True)):
        with db.transaction() as writing:
            (row,) = writing.scalars(select(SignIn))
            row.seen_at = before = clock.now() - timedelta(seconds=seconds)
        browser.client.get("/help")
        with db.reading() as reading:
            (row,) = reading.scalars(select(SignIn))
        assert (row.seen_at > before) is moved


def test_the_next_page_is_never_on_another_host(browser: Browser, cast: Cast) -> None:
    answer = sign_in(browser, next="https://elsewhere.example/")
    assert answer.location in {"/", None} or answer.location.startswith("/")


def test_tokens_in_headers_and_addresses_sign_nobody_in(app: Flask, cast: Cast) -> None:
    with db.reading() as reading:
        account = reading.scalars(select(Account)).first()
        assert account
        token = account.get_auth_token()
    assert app.test_client().get("/", headers={"Authentication-Token": token}).status_code == 303
    assert app.test_client().get(f"/?auth_token={token}").status_code == 303
    basic = {"Authorization": "Basic Y2xpbmljaWFuQHByYWN0aWNlLmV4YW1wbGU6Y29ycmVjdA=="}
    assert app.test_client().get("/", headers=basic).status_code == 303


def test_the_cookie_is_for_this_site_and_the_server_only(browser: Browser, cast: Cast) -> None:
    header = sign_in(browser).headers["Set-Cookie"]
    assert "HttpOnly" in header
    assert "SameSite=Strict" in header
    assert "Expires" not in header
    assert "Max-Age" not in header


def test_the_password_is_kept_as_argon2id(app: Flask) -> None:
    from flask_security import hash_password

    assert hash_password(PASSWORD).startswith("$argon2id$")


def test_a_next_page_that_cannot_be_is_dropped_and_no_reason_to_refuse(
    browser: Browser, cast: Cast
) -> None:
    for strange in ("https://elsewhere.example/", "//elsewhere.example", "javascript:x"):
        other = Browser(browser.client.application.test_client())
        answer = sign_in(other, next=strange)
        assert (answer.status_code, answer.location) == (302, "/")
    answer = sign_in(browser, next=f"/clients/{cast.client_id}")
    assert answer.location == f"/clients/{cast.client_id}"


def test_a_password_is_never_put_back_into_a_page(
    browser: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise OperationalError("SELECT", {}, Exception("database is locked"))

    monkeypatch.setattr("tracker.services.access.sign_ins.minutes_to_wait", locked)
    answer = sign_in(browser)
    assert answer.status_code == 503
    assert PASSWORD not in answer.text
