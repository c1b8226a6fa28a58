"""What a person sets for themselves: it holds at the next page, on every device, and for nobody else."""

from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from wtforms import PasswordField

from tests.conftest import PASSWORD, Browser, Cast
from tests.web.door.test_sign_in import sign_in
from tests.web.sending import new_url, rows
from tracker import clock, db
from tracker.models import SentForm, SignIn, UserPreferences
from tracker.services.access import sign_ins
from tracker.web.door.forms import Form, body_hash
from tracker.web.door.guard import SECRET

NEW = "tall ships in the harbour"


def passwords(**more: str) -> dict[str, str]:
    return {"password": PASSWORD, "new_password": NEW, "again": NEW, **more}


def test_settings_hold_at_the_next_page_and_for_nobody_else(
    app: Flask, page: Browser, cast: Cast
) -> None:
    assert '<html lang="en">' in page.client.get("/settings").text
    assert "shortcuts.js" in page.client.get("/settings").text
    sent = {"theme": "dark", "density": "comfortable", "own_rating": "y"}
    assert page.send("/settings", **sent).location == "/settings"
    shown = page.client.get("/settings").text
    assert '<html lang="en" data-theme="dark" data-density="roomy">' in shown
    assert 'value="dark" checked' in shown
    assert "shortcuts.js" not in shown
    form = page.client.get(new_url(cast)).text
    assert '<details class="more" open>\n  <summary>My own rating' in form
    other = Browser(app.test_client()).sign_in_as(cast.outsider).client.get("/settings").text
    assert '<html lang="en">' in other
    again = Browser(app.test_client()).sign_in_as(cast.clinician).client.get("/").text
    assert 'data-theme="dark"' in again


def test_the_own_rating_is_folded_until_it_is_switched_on(page: Browser, cast: Cast) -> None:
    assert '<details class="more">\n  <summary>My own rating' in page.client.get(new_url(cast)).text


def test_who_does_not_rate_keeps_what_they_had_of_it(app: Flask, cast: Cast) -> None:
    boss = Browser(app.test_client()).sign_in_as(cast.administrator)
    assert "own rating" not in boss.client.get("/settings").text
    boss.send("/settings", theme="light", density="comfortable", own_rating="y", shortcuts="y")
    with db.reading() as reading:
        row = reading.get_one(UserPreferences, cast.administrator.id)
    assert (row.theme, row.own_rating, row.shortcuts) == ("light", False, True)


def test_what_is_not_offered_is_refused(page: Browser) -> None:
    answer = page.send("/settings", theme="pink", density="loose")
    assert answer.status_code == 422
    assert answer.text.count("Choose one of the answers for colours") == 2
    assert rows("user_preferences") == 0


def test_a_password_is_changed_here_and_ends_the_other_sign_ins(
    app: Flask, browser: Browser, cast: Cast
) -> None:
    sign_in(browser)
    elsewhere = Browser(app.test_client()).sign_in_as(cast.clinician)
    assert browser.send("/settings/password", **passwords()).location == "/settings"
    assert "Password changed" in browser.client.get("/settings").text
    assert elsewhere.client.get("/").status_code == 303
    fresh = Browser(app.test_client())
    assert sign_in(fresh).status_code == 422
    assert sign_in(fresh, password=NEW).status_code == 302


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (passwords(password=""), "Enter the password you have now"),
        (passwords(password="wrong"), "This is not the password you have now"),
        (passwords(new_password="short", again="short"), "12 characters or longer"),
        (passwords(again="another"), "Enter the same new password twice"),
    ],
)
def test_what_stands_in_the_way_of_a_new_password_is_said_twice(
    page: Browser, cast: Cast, sent: dict[str, str], message: str
) -> None:
    answer = page.send("/settings/password", **sent)
    assert (answer.status_code, answer.text.count(message)) == (422, 2)
    assert PASSWORD not in answer.text
    assert NEW not in answer.text


def test_wrong_passwords_wait_as_they_do_when_signing_in(page: Browser, cast: Cast) -> None:
    for _ in range(3):
        page.send("/settings/password", **passwords(password="wrong"))
    for _ in range(2):
        page.send("/settings/pin", pin="402917", password="wrong")
    for path, sent in (
        ("/settings/password", passwords()),
        ("/settings/pin", {"pin": "402917", "password": PASSWORD}),
    ):
        answer = page.send(path, **sent)
        assert answer.status_code == 422
        assert "Too many tries. Wait 15 minutes, then try again" in answer.text
    assert rows("user_preferences") == 0


def test_a_password_form_sent_twice_is_one_change_and_never_says_more_than_was_stored(
    app: Flask, page: Browser, cast: Cast
) -> None:
    key = str(uuid4())
    answers = [page.send("/settings/password", form_key=key, **passwords()) for _ in range(2)]
    assert {answer.status_code for answer in answers} == {303}
    other = passwords(new_password="another one altogether", again="another one altogether")
    refused = page.send("/settings/password", form_key=key, **other)
    assert refused.status_code == 422
    assert "This page was already sent" in refused.text
    assert "another one" not in refused.text
    assert sign_in(Browser(app.test_client()), password=NEW).status_code == 302


def test_no_fast_hash_of_a_secret_is_kept(app: Flask, page: Browser, cast: Cast) -> None:
    def hash_of(**fields: str) -> str:
        with app.test_request_context("/settings/pin", method="POST", data=fields):
            return body_hash()

    assert hash_of(remove="y", pin="402917", password=PASSWORD) == hash_of(remove="y")
    assert hash_of(remove="y") != hash_of()
    key = str(uuid4())
    page.send("/settings/pin", form_key=key, pin="402917", password=PASSWORD)
    with db.reading() as reading:
        sent = reading.scalars(select(SentForm)).one()
        kept = reading.get_one(UserPreferences, cast.clinician.id).pin_hash
    assert sent.body_hash == hash_of(form_key=key)
    assert kept
    assert kept.startswith("$argon2id$")


def test_every_secret_field_of_every_form_is_known_as_one(app: Flask) -> None:
    def forms(kind: type) -> set[type]:
        return {kind} | {found for sub in kind.__subclasses__() for found in forms(sub)}

    names = {
        name
        for form in forms(Form)
        for name in dir(form)
        if getattr(getattr(form, name), "field_class", None) is PasswordField
    }
    assert {"password", "new_password", "again"} <= names
    assert names <= SECRET


def test_a_pin_is_set_changed_and_removed_with_the_password(page: Browser, cast: Cast) -> None:
    assert "You have no PIN<" in page.client.get("/settings/pin").text
    assert page.send("/settings/pin", pin="402917", password=PASSWORD).location == "/settings"
    shown = page.client.get("/settings/pin").text
    assert "You have a PIN<" in shown
    assert "Never for signing in" in shown
    wrong = page.send("/settings/pin", pin="123456", password=PASSWORD)
    assert (wrong.status_code, wrong.text.count("Choose digits that do not repeat")) == (422, 2)
    assert "123456" not in wrong.text.split("<main")[1].replace("000000, 123456 or", "")
    key = str(uuid4())
    for _ in range(2):
        assert (
            page.send("/settings/pin", form_key=key, remove="y", password=PASSWORD).status_code
            == 303
        )
    assert "You have no PIN<" in page.client.get("/settings/pin").text
    clash = page.send("/settings/pin", form_key=key, pin="402917", password=PASSWORD)
    assert clash.status_code == 422
    assert (
        sign_in(Browser(page.client.application.test_client()), password="402917").status_code
        == 422
    )


def test_a_pin_form_sent_twice_with_another_pin_is_not_said_to_be_saved(
    page: Browser, cast: Cast
) -> None:
    key = str(uuid4())
    sent = {"form_key": key, "password": PASSWORD}
    assert page.send("/settings/pin", pin="402917", **sent).status_code == 303
    assert page.send("/settings/pin", pin="402917", **sent).status_code == 303
    assert page.send("/settings/pin", pin="913740", **sent).status_code == 422


def test_my_sign_ins_are_shown_and_ended_and_nobody_elses(
    app: Flask, browser: Browser, cast: Cast
) -> None:
    browser.client.environ_base["HTTP_USER_AGENT"] = "Mozilla/5.0 (Windows NT 10.0) Firefox/140.0"
    sign_in(browser)
    other = Browser(app.test_client()).sign_in_as(cast.clinician)
    stranger = Browser(app.test_client()).sign_in_as(cast.outsider)
    shown = browser.client.get("/settings/sign-ins").text
    assert "Firefox on Windows" in shown
    assert shown.count("this one") == 1
    assert "127.0.0.1" not in shown
    with db.reading() as reading:
        by_user = {(row.user_id, row.device): row.id for row in reading.scalars(select(SignIn))}
    theirs = by_user[cast.outsider.id, "another browser"]
    mine = by_user[cast.clinician.id, "another browser"]
    assert str(theirs) not in shown
    assert browser.send(f"/settings/sign-ins/{theirs}/end").status_code == 404
    assert stranger.client.get("/").status_code == 200
    assert browser.send(f"/settings/sign-ins/{mine}/end").status_code == 303
    assert other.client.get("/").status_code == 303
    third = Browser(app.test_client()).sign_in_as(cast.clinician)
    assert browser.send("/settings/sign-ins/end-others").status_code == 303
    assert third.client.get("/").status_code == 303
    assert browser.client.get("/").status_code == 200
    assert stranger.client.get("/").status_code == 200


def test_a_sign_in_that_lapsed_is_not_listed(page: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        row = writing.scalars(select(SignIn)).one()
        old = SignIn(
            id=uuid4(),
            user_id=row.user_id,
            token_hash="old",
            created_at=clock.now() - timedelta(hours=1),
            seen_at=clock.now() - sign_ins.IDLE_TIMEOUT - timedelta(seconds=1),
            device="Chrome on Linux",
        )
        writing.add(old)
    assert "Chrome on Linux" not in page.client.get("/settings/sign-ins").text


def test_what_was_typed_as_a_secret_is_not_kept_on_the_page_of_a_lapsed_sign_in(
    page: Browser, cast: Cast
) -> None:
    token = page.token()
    with db.transaction() as writing:
        for row in writing.scalars(select(SignIn)):
            row.seen_at = clock.now() - sign_ins.IDLE_TIMEOUT - timedelta(minutes=1)
    sent = {"csrf_token": token, "form_key": str(uuid4()), **passwords(), "pin": "402917"}
    answer = page.client.post("/settings/password", data=sent)
    assert answer.status_code == 401
    for secret in (PASSWORD, NEW, "402917"):
        assert secret not in answer.text
