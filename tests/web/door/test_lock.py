"""While a client has the browser: every address is theirs; and whatever opens nothing gets one and the same answer."""

import re
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import func, select
from werkzeug.test import TestResponse

from tests.conftest import Browser, Cast
from tests.web.clients import (
    OWN,
    answer_all,
    handed_code,
    handed_tablet,
    phone,
    post,
    shown,
    token,
)
from tests.web.matrix import MATRIX, OPEN
from tests.web.things import absent_ids, ids_of
from tracker import clock, db
from tracker.domain.course.handover import Way
from tracker.models import CodeGuess, Handover, SignIn
from tracker.services.handover import answering, handovers
from tracker.web.door.guard import CLIENT, declared

HIGH = {"bond": "8", "goals": "8", "tasks": "8", "overall": "8"}
THEIRS = ("static", "handed_over.show")


def test_every_address_of_staff_answers_with_the_clients_page(app: Flask, cast: Cast) -> None:
    ids = ids_of(cast, "clinician")
    client = handed_tablet(app, cast)
    form = token(client.get("/c/questions/1"))
    for at in (ids, absent_ids()):
        for (endpoint, method), row in MATRIX.items():
            if endpoint in THEIRS or declared(app, endpoint) == CLIENT:
                continue
            data = {"csrf_token": form} if method == "POST" else None
            answer = client.open(row.path(at), method=method, data=data)
            assert (answer.status_code, answer.location) == (303, "/c"), (endpoint, method)
            without = client.open(row.path(at), method=method)
            assert (without.status_code, without.location) == (303, "/c"), (endpoint, method)
    assert client.get("/no/such/address").location == "/c"


def test_the_browser_holds_nothing_of_staff_any_more(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    with client.session_transaction() as session:
        assert set(session) - {"_fresh"} == {"client", "csrf_token"}


def test_no_page_of_a_client_is_kept_or_says_whose_it_is(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    for path in ("/c", "/c/questions/1", "/c/pause", "/c/return", "/c/questions/9"):
        answer = client.get(path)
        assert answer.headers["Cache-Control"] == "no-store", path
        assert answer.headers["Referrer-Policy"] in ("same-origin", "no-referrer")
        shown = re.sub(r'name="csrf_token" value="[^"]*"', "", answer.text)
        assert not re.search(r"[A-Z]-\d{3}", shown), path
        assert "Clinician" not in answer.text


def test_a_client_has_no_other_record_to_open(app: Flask, cast: Cast) -> None:
    """There are no ids on a client's pages: whoever holds one hand-over can name no other."""
    for rule in app.url_map.iter_rules():
        if declared(app, rule.endpoint) == CLIENT:
            assert rule.arguments <= {"number"}, rule


def the_same(answer: TestResponse) -> tuple[int, str]:
    """An answer without its token."""
    return answer.status_code, re.sub(r'name="csrf_token" value="[^"]*"', "", answer.text)


def test_whatever_opens_nothing_gets_one_and_the_same_answer(app: Flask, cast: Cast) -> None:
    used, ended = handed_code(cast), None
    first = phone(app, used, begun="")
    post(first, "/c/decline", "/c")
    ended = handed_code(cast, session_id=used.session_id)
    ended_code = shown(ended)
    with db.transaction() as writing:
        handovers.cancel(writing, cast.clinician, ended.id, now=clock.now())
    link = handed_code(cast, Way.LINK, session_id=used.session_id)
    openers = [
        shown(used).code,
        shown(used).secret,
        ended_code.code,
        ended_code.secret,
        f"http://localhost/c#{ended_code.secret}",
        shown(link).code,
        "000000",
        "x" * 28,
        "",
        "' OR 1=1 --",
        str(used.id),
    ]
    answers = {the_same(post(app.test_client(), "/c/open", "/c", code=text)) for text in openers}
    assert len(answers) == 1
    (found,) = answers
    assert found[0] == 404
    assert "That code has ended" in found[1]
    nobody = app.test_client()
    for path in ("/c/questions/1", "/c/pause", "/c/return", "/c/own", "/c/nothing"):
        assert the_same(nobody.get(path)) == found


def test_the_clients_pages_are_not_there_for_staff_who_hold_nothing(app: Flask, cast: Cast) -> None:
    browser = Browser(app.test_client()).sign_in_as(cast.clinician)
    for (endpoint, method), row in MATRIX.items():
        if method == "GET" and declared(app, endpoint) == CLIENT:
            assert browser.client.get(row.path(absent_ids())).status_code == 404, endpoint


def test_a_client_who_is_still_there_goes_on_and_that_is_noted(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = handed_tablet(app, cast)
    later = clock.now() + 2 * answering.TOUCHED_EVERY
    monkeypatch.setattr(clock, "now", lambda: later)
    assert client.get("/c/questions/1").status_code == 200
    with db.reading() as reading:
        assert reading.scalars(select(Handover.touched_at)).one() == later


def test_a_link_is_not_consumed_by_looking_at_it(app: Flask, cast: Cast) -> None:
    row = handed_code(cast, Way.LINK)
    for _ in range(3):
        assert app.test_client().get(f"/c?{shown(row).secret}").status_code == 200
    client = app.test_client()
    assert post(client, "/c/open", "/c", code=shown(row).secret).status_code == 303
    page = client.get("/c").text
    assert shown(row).secret not in page


def test_a_full_session_of_guesses_closes_the_door_for_codes(app: Flask, cast: Cast) -> None:
    row = handed_code(cast)
    client = app.test_client()
    form = token(client.get("/c"))
    for number in range(handovers.GUESSES):
        code = f"{(int(shown(row).code) + 1 + number) % 1_000_000:06d}"
        assert client.post("/c/open", data={"csrf_token": form, "code": code}).status_code == 404
    right = {"csrf_token": form, "code": shown(row).code}
    assert client.post("/c/open", data=right).status_code == 404
    with db.reading() as reading:
        assert reading.scalar(select(func.count()).select_from(CodeGuess)) == handovers.GUESSES


def test_staff_who_are_signed_in_open_no_code(app: Flask, cast: Cast) -> None:
    row = handed_code(cast)
    browser = Browser(app.test_client()).sign_in_as(cast.clinician)
    page = browser.client.get("/c")
    assert "no code is taken in this browser" in page.text
    answer = browser.client.post(
        "/c/open", data={"csrf_token": browser.token(), "code": shown(row).code}
    )
    assert (answer.status_code, answer.location) == (303, "/c")
    assert browser.client.get("/").status_code == 200
    assert phone(app, row)


def test_a_double_tap_on_start_leaves_the_clients_page(app: Flask, cast: Cast) -> None:
    """The second tap still has the cookie of staff, whose sign-in waits by now."""
    browser = Browser(app.test_client()).sign_in_as(cast.clinician)
    with browser.client.session_transaction() as session:
        before = dict(session)
    form = {"csrf_token": browser.token(), "form_key": str(uuid4())}
    with browser.client.session_transaction() as session:
        before = dict(session)
    path = f"/clients/{cast.client_id}/handover"
    sent = {**form, "way": "tablet", "measures": OWN}
    assert browser.client.post(path, data=sent).location == "/c"
    with browser.client.session_transaction() as session:
        session.clear()
        session.update(before)
    assert browser.client.post(path, data=sent).location == "/c"
    assert "A few short questions" in browser.client.get("/c").text
    with db.reading() as reading:
        states = set(reading.scalars(select(SignIn.state)))
    assert states == {"suspended"}


def test_a_page_of_staff_that_is_still_open_sends_nothing(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    answer = client.post(f"/clients/{cast.client_id}/sessions/new", data={"csrf_token": "old"})
    assert (answer.status_code, answer.location) == (303, "/c")


@pytest.mark.parametrize(
    ("path", "data", "status"),
    [
        ("/c/questions/1", {"bond": "5"}, 400),
        ("/c/questions/1", {"csrf_token": "TOKEN", "bond": "\x00"}, 415),
    ],
)
def test_trouble_is_said_on_a_page_of_the_clients(
    app: Flask, cast: Cast, path: str, data: dict[str, str], status: int
) -> None:
    client = handed_tablet(app, cast)
    form = token(client.get(path))
    answer = client.post(path, data={k: form if v == "TOKEN" else v for k, v in data.items()})
    assert answer.status_code == status
    assert "Your answers so far are kept" in answer.text
    assert "Sign out" not in answer.text


def test_a_phone_can_be_cleared_and_is_forgotten(app: Flask, cast: Cast) -> None:
    client = phone(app, handed_code(cast))
    assert post(client, "/c/finish", client.get("/c").location).location == "/c"
    assert client.get("/c").location  # not while it can be answered
    answer_all(client, HIGH)
    post(client, "/c/send", "/c/check")
    assert "You can close this page" in client.get("/c").text
    assert post(client, "/c/finish", "/c").location == "/c"
    assert "Enter your code" in client.get("/c").text
    assert client.get("/").location.startswith("/sign-in")


def test_a_tablet_is_not_cleared_but_taken_back(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    post(client, "/c/decline", "/c/questions/1")
    page = client.get("/c/return")
    client.post("/c/finish", data={"csrf_token": token(page)})
    assert client.get("/").location == "/c"
    assert "I am the therapist" in client.get("/c").text


def test_the_time_of_a_tablet_ends_at_the_next_look(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    client = handed_tablet(app, cast)
    post(client, "/c/keep", "/c/questions/1", number="1", bond="5")
    later = clock.now() + 2 * answering.rules.ENDS_AFTER
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "What you had answered was kept" in client.get("/c").text
    assert client.get("/c/questions/1").location == "/c"
    assert client.get("/c/pause").location == "/c"
    assert client.get("/").location == "/c"  # it is still the client who has it


def test_everything_but_the_open_pages_needs_somebody(app: Flask) -> None:
    assert {
        e for (e, _), row in MATRIX.items() if row.allowed == OPEN and e.startswith("hand")
    } == {
        "handed_over.show",
        "handed_over.open_it",
    }


def test_a_token_that_is_none_is_forgotten(app: Flask) -> None:
    client = app.test_client()
    with client.session_transaction() as session:
        session["client"] = "no such token"
    assert client.get("/").location.startswith("/sign-in")
    with client.session_transaction() as session:
        assert "client" not in session
