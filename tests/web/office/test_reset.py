"""Choosing a password with a one-time code, as a person does it, and as somebody who holds none tries to."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from werkzeug.test import TestResponse

from tests.conftest import PASSWORD, Browser, Cast
from tests.web.door.test_sign_in import sign_in
from tracker import clock, db
from tracker.models import AuditEntry, User
from tracker.services.access.passwords import give_code

pytestmark = pytest.mark.both_databases(reason="tries of a code are counted under a lock")

EMAIL, NEW = "outsider@practice.example", "tall ships in the harbour"


def give(cast: Cast) -> str:
    with db.transaction() as writing:
        return give_code(writing, cast.administrator, cast.outsider.id, now=clock.now())[1]


def reset(browser: Browser, **sent: str) -> TestResponse:
    page = browser.client.get("/reset").text
    token = page.split('name="csrf_token" value="')[1].split('"')[0]
    usual = {"csrf_token": token, "email": EMAIL, "new_password": NEW, "again": NEW}
    return browser.client.post("/reset", data={**usual, **sent})


def test_a_person_chooses_a_password_with_the_code_and_signs_in(
    browser: Browser, cast: Cast
) -> None:
    assert "/reset" in browser.client.get("/sign-in").text
    answer = reset(browser, code=give(cast))
    assert (answer.status_code, answer.location) == (303, "/sign-in")
    assert "Password saved. Sign in with it." in browser.client.get("/sign-in").text
    assert sign_in(browser, EMAIL).status_code == 422
    assert sign_in(browser, EMAIL, NEW).status_code == 302


def test_a_password_with_accents_is_the_same_however_it_is_typed(
    browser: Browser, cast: Cast
) -> None:
    one, other = "Käse und süße Brötchen", "Ka\u0308se und su\u0308ße Bro\u0308tchen"
    assert reset(browser, code=give(cast), new_password=one, again=one).status_code == 303
    assert sign_in(browser, EMAIL, other).status_code == 302


def test_every_sign_in_of_the_account_ends(app: Flask, browser: Browser, cast: Cast) -> None:
    elsewhere = Browser(app.test_client()).sign_in_as(cast.outsider)
    reset(browser, code=give(cast))
    assert elsewhere.client.get("/").status_code == 303


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"new_password": "short", "again": "short"}, "12 characters or longer"),
        ({"again": "another one altogether"}, "Enter the same new password twice"),
        ({"new_password": EMAIL, "again": EMAIL}, "not made of your e-mail address"),
        ({"email": " "}, "Enter your e-mail address"),
        ({"code": " "}, "Enter the one-time code that your administrator gave you"),
    ],
)
def test_what_stands_in_the_way_is_said_twice_and_uses_no_try(
    browser: Browser, cast: Cast, sent: dict[str, str], message: str
) -> None:
    code = give(cast)
    answer = reset(browser, **{"code": code, **sent})
    assert answer.status_code == 422
    assert answer.text.count(message) == 2
    assert "<title>Error: Choose a password" in answer.text
    assert NEW not in answer.text
    assert reset(browser, code=code).status_code == 303


def test_who_has_no_code_learns_nothing_about_who_has_an_account(
    browser: Browser, cast: Cast
) -> None:
    give(cast)
    addresses = (EMAIL, "clinician@practice.example", "nobody@practice.example", "no address")
    answers = [reset(browser, email=email, code="ACDE-FGHJ-KMNP-QRTU") for email in addresses]
    pages = {
        answer.text.replace(email, "address").split('name="csrf_token"')[0]
        for answer, email in zip(answers, addresses, strict=True)
    }
    assert {answer.status_code for answer in answers} == {422}
    assert len(pages) == 1
    assert "do not match, or the code has ended" in pages.pop()


def test_a_used_code_a_disabled_account_and_a_sixth_try_read_alike(
    browser: Browser, cast: Cast
) -> None:
    used = give(cast)
    assert reset(browser, code=used).status_code == 303
    code = give(cast)
    with db.transaction() as writing:
        writing.get_one(User, cast.outsider.id).active = False
    shown = [reset(browser, code=used).text, reset(browser, code=code).text]
    with db.transaction() as writing:
        writing.get_one(User, cast.outsider.id).active = True
    shown += [reset(browser, code="x").text for _ in range(5)]
    shown.append(reset(browser, code=code).text)
    assert all(text.count("do not match, or the code has ended") == 2 for text in shown)
    assert sign_in(browser, EMAIL, NEW).status_code == 302


def test_twenty_at_once_change_the_password_once(app: Flask, cast: Cast) -> None:
    code = give(cast)
    browsers = [Browser(app.test_client()) for _ in range(20)]

    def attempt(number: int) -> int:
        text = f"{NEW} {number}"
        sent = {"code": code, "new_password": text, "again": text}
        return reset(browsers[number], **sent).status_code

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(attempt, range(20)))
    assert sorted(answers) == [303] + [422] * 19
    with db.reading() as reading:
        changed = select(AuditEntry).where(AuditEntry.event == "account.password_changed")
        assert len(reading.scalars(changed).all()) == 1
    won = f"{NEW} {answers.index(303)}"
    assert sign_in(Browser(app.test_client()), EMAIL, won).status_code == 302


def test_secrets_are_never_put_back_into_a_page(
    browser: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object, **__: object) -> None:
        raise OperationalError("UPDATE", {}, Exception("database is locked"))

    code = give(cast)
    monkeypatch.setattr("tracker.web.office.passwords.redeem", locked)
    answer = reset(browser, code=code)
    assert answer.status_code == 503
    assert NEW not in answer.text
    assert code not in answer.text
    assert PASSWORD not in answer.text
