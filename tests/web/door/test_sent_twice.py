"""Forms that are sent twice, late, or by a tab that was opened before."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import OperationalError
from werkzeug.test import TestResponse

from tests.conftest import Browser, Cast, log, weeks
from tests.web.sending import both_versions, new_url, rated, rows
from tracker import clock, db
from tracker.models import SignIn
from tracker.services.access import sign_ins

pytestmark = pytest.mark.both_databases(
    reason="what is sent twice at one moment waits for a lock, and each has its own"
)


def test_the_same_form_sent_twice_makes_one_session(page: Browser, cast: Cast) -> None:
    key, sent = str(uuid4()), rated()
    first, second = (page.send(new_url(cast), form_key=key, **sent) for _ in range(2))
    assert (first.status_code, first.location) == (second.status_code, second.location)
    assert rows("therapy_sessions") == 1
    other = page.send(new_url(cast), form_key=key, **rated(3))
    assert other.status_code == 422
    assert "This page was already sent" in other.text
    assert "Bond, client: 3" in other.text
    assert rows("therapy_sessions") == 1


def test_twenty_copies_at_once_make_one_session(app: Flask, cast: Cast) -> None:
    from concurrent.futures import ThreadPoolExecutor

    first = Browser(app.test_client()).sign_in_as(cast.clinician)
    data = {"csrf_token": first.token(), "form_key": str(uuid4()), **rated()}
    cookie = first.client.get_cookie("session")
    assert cookie

    def send(_: int) -> TestResponse:
        client = app.test_client()
        client.set_cookie("session", cookie.value)
        return client.post(new_url(cast), data=data)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(send, range(20)))
    assert {a.status_code for a in answers} == {303}
    assert len({a.location for a in answers}) == 1
    assert rows("therapy_sessions") == rows("ratings") == 1


def test_what_somebody_else_sent_is_not_taken_for_ones_own(
    app: Flask, page: Browser, cast: Cast
) -> None:
    other = Browser(app.test_client()).sign_in_as(cast.supervisor)
    sent = {"form_key": str(uuid4()), "theme": "dark", "density": "compact"}
    assert page.send("/settings", **sent).status_code == 303
    answer = other.send("/settings", **sent)
    assert (answer.status_code, "This page was already sent" in answer.text) == (422, True)
    assert other.send("/settings", **sent | {"form_key": str(uuid4())}).status_code == 303


def test_a_key_that_was_tampered_with_is_replaced(page: Browser, cast: Cast) -> None:
    assert page.send(new_url(cast), form_key="no key", **rated()).status_code == 303


def test_a_tab_that_was_opened_before_a_correction_does_not_undo_it(
    page: Browser, cast: Cast
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    url = f"/sessions/{session_id}/correct"
    assert page.send(url, **rated(8, day=weeks(1)), version="1", reason="slip").status_code == 303
    stale = page.send(
        url, **rated(5, day=weeks(1), note="from the other tab"), version="1", reason="note"
    )
    assert stale.status_code == 409
    assert "Changed meanwhile" in stale.text
    differences = both_versions(stale.text)
    assert differences == [
        ("Note", "nothing", "from the other tab"),
        ("Bond, client", "8", "5"),
    ]
    assert ">from the other tab</textarea>" in stale.text
    assert 'name="version" value="2"' in stale.text
    assert "Withdrawn" in page.client.get(f"/sessions/{session_id}").text
    assert page.send(url, **rated(5, day=weeks(1)), version="x", reason="note").status_code == 409


def test_what_was_typed_survives_being_signed_out(page: Browser, cast: Cast) -> None:
    token, key = page.token(), str(uuid4())
    with db.transaction() as writing:
        for row in writing.scalars(select(SignIn)):
            row.seen_at = clock.now() - sign_ins.IDLE_TIMEOUT - timedelta(minutes=1)
    answer = page.client.post(
        new_url(cast), data={"csrf_token": token, "form_key": key, **rated(5)}
    )
    assert answer.status_code == 401
    assert "Your entries are still here" in answer.text
    assert f'name="form_key" value="{key}"' in answer.text
    assert 'name="session-check.client.bond" value="5"' in answer.text
    again = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', answer.text))
    page.sign_in_as(cast.clinician)
    assert page.client.post(new_url(cast), data=again).status_code == 303
    assert rows("therapy_sessions") == 1


def test_a_database_that_cannot_be_written_keeps_the_entries(
    page: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    with monkeypatch.context() as broken:
        broken.setattr("tracker.services.care.sessions.log_session", full)
        answer = page.send(new_url(cast), **rated(5))
    assert answer.status_code == 503
    assert "Not saved. Your entries are still here" in answer.text
    assert "disk is full" not in answer.text
    again = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', answer.text))
    assert page.client.post(new_url(cast), data=again).status_code == 303
    with monkeypatch.context() as broken:
        broken.setattr("tracker.services.record.records.record", full)
        assert (
            "This page cannot be shown just now"
            in page.client.get(f"/clients/{cast.client_id}").text
        )


def test_a_fault_of_ours_gets_a_reference_and_tells_nothing(
    page: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_(*_: object, **__: object) -> None:
        raise RuntimeError("canary 5 8 8 8")

    monkeypatch.setattr("tracker.services.care.sessions.log_session", break_)
    with caplog.at_level("ERROR", logger="tracker"):
        answer = page.send(new_url(cast), **rated(5))
    assert answer.status_code == 500
    reference = re.search(r"reference ([0-9a-f]{8})", answer.text)
    assert reference
    (entry,) = [r for r in caplog.records if hasattr(r, "reference")]  # the hour may log as well
    assert entry.reference == reference[1]
    assert "canary" not in str(entry.__dict__) + answer.text
    assert "session-check.client.bond" in answer.text
