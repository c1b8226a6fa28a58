"""The practice's settings and thresholds, as an administrator sets them, and where they show."""

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.exc import OperationalError

from tests.conftest import Browser, Cast, log, weeks
from tests.services.supervision.test_questions import another
from tests.web.door.test_reading import _queries
from tests.web.sending import rows
from tracker import db
from tracker.models import AuditEntry, Practice


@pytest.fixture
def boss(browser: Browser, cast: Cast) -> Browser:
    """The administrator's browser."""
    return browser.sign_in_as(cast.administrator)


def wanted(**more: object) -> dict[str, object]:
    """What the form of the practice sends."""
    return {
        "name": "Harbour practice",
        "time_zone": "Europe/Lisbon",
        "crisis_text": "Call 112, or the night line 0800 1.",
        "measures": ["session-check", "ors"],
        "version": "1",
        **more,
    }


def found() -> Practice:
    with db.reading() as reading:
        return reading.get_one(Practice, 1)


def test_the_practice_is_set_and_shows_at_the_foot_of_every_page(
    app: Flask, boss: Browser, cast: Cast
) -> None:
    assert boss.send("/practice", **wanted()).location == "/practice"
    for path in ("/practice", "/people", "/help", "/nowhere"):
        page = boss.client.get(path).text
        assert "Call 112, or the night line 0800 1." in page
        assert "Harbour practice · Fictional data only." in page
    outside = app.test_client()
    for path in ("/sign-in", "/reset", "/accessibility", "/privacy"):
        page = outside.get(path).text
        assert "Not for emergencies:" in page
        assert "Call 112, or the night line 0800 1." in page
        assert (
            "Harbour practice" not in page
        )  # whoever is not signed in learns nothing of who is here
    clinician = Browser(app.test_client()).sign_in_as(cast.clinician)
    offered = clinician.client.get("/clients/new").text
    assert 'value="session-check"' in offered
    assert 'value="alliance-items"' not in offered


def test_a_stale_edit_of_the_practice_shows_both_versions(boss: Browser, cast: Cast) -> None:
    boss.send("/practice", **wanted())
    stale = boss.send("/practice", **wanted(name="Lighthouse", crisis_text="Call 999."))
    assert stale.status_code == 409
    assert 'data-label="Stored now">Harbour practice</td>' in stale.text
    assert 'data-label="Your entry, not stored">Lighthouse</td>' in stale.text
    assert ">Call 999.</textarea>" in stale.text
    assert 'name="version" value="2"' in stale.text
    assert boss.send("/practice", **wanted(name="Lighthouse", version="2")).status_code == 303
    assert found().name == "Lighthouse"


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (wanted(name=""), "Enter the practice&#39;s name"),
        (wanted(time_zone="Moon/Base"), "There is no time zone Moon/Base"),
        (wanted(crisis_text=""), "Say what to do in a crisis"),
        (wanted(measures=["ors"]), "Choose at least one alliance measure"),
        (wanted(measures=["session-check", "x"]), "not known here"),
    ],
)
def test_what_the_practice_cannot_be_is_said_twice(
    boss: Browser, sent: dict[str, object], message: str
) -> None:
    answer = boss.send("/practice", **sent)
    assert (answer.status_code, answer.text.count(message)) == (422, 2)
    assert found().version == 1


def test_a_threshold_is_set_with_a_reason_and_stays_in_the_history(
    boss: Browser, cast: Cast
) -> None:
    path = "/practice/thresholds/srs"
    answer = boss.send(path, points="2,5", reason="Our audit of 2025")
    assert (answer.status_code, answer.location) == (303, path)
    page = boss.client.get(path).text
    assert "now 2.5, set by this practice; the measure&#39;s own is 2" in page or (
        "now 2.5, set by this practice; the measure's own is 2" in page
    )
    assert "by Administrator" in page
    assert "Our audit of 2025" in page
    assert "2.5" in boss.client.get("/practice/thresholds").text
    boss.send(path, points="2", reason="as it was")
    page = boss.client.get(path).text
    assert "back to the measure" in page
    assert page.index("as it was") < page.index("Our audit of 2025")
    with db.reading() as reading:
        entries = reading.scalars(select(AuditEntry)).all()
    assert "Our audit" not in str([entry.detail for entry in entries])


@pytest.mark.parametrize(
    ("points", "reason", "message"),
    [
        ("", "x", "The threshold must be a number, such as 2"),
        ("-1", "x", "more than 0 and at most 10"),
        ("2.55", "x", "a multiple of 0.1"),
        ("2", "x", "in force already"),
        ("3", " ", "Enter the source or the reason"),
    ],
)
def test_what_a_threshold_cannot_be_is_said_twice(
    boss: Browser, points: str, reason: str, message: str
) -> None:
    answer = boss.send("/practice/thresholds/srs", points=points, reason=reason)
    assert (answer.status_code, answer.text.count(message)) == (422, 2)
    assert rows("rule_settings") == 0


def test_the_cost_is_counted_over_all_clients_names_none_and_is_in_the_audit(
    boss: Browser, cast: Cast
) -> None:
    path = "/practice/thresholds/session-check"
    assert "no count is shown" in boss.client.get(path).text
    for number in range(6):
        log(cast.clinician, cast.client_id, weeks(number), 8 - 3 * (number % 2), 8, 8, 8)
    few = _queries(boss, path)
    assert "no count is shown" in boss.client.get(path).text, "they are one client's"
    for _ in range(4):
        client_id = another(cast)
        for week, mark in enumerate((8, 6, 6)):
            log(cast.clinician, client_id, weeks(week), mark, 8, 8, 8)
    page = boss.client.get(path).text
    assert "7 of 13" in page
    assert "hidden (few) of 13" in page, "three points: of one client"
    assert "No alliance measure has a validated drop threshold" in page
    assert "Not validated." in page
    assert str(cast.client_id) not in page
    assert _queries(boss, path) == few
    with db.reading() as reading:
        last = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert last
    assert (last.event, last.actor_id) == ("threshold.read", cast.administrator.id)


def test_a_measure_without_a_rule_has_no_threshold(boss: Browser) -> None:
    for key in ("ors", "nothing", "..%2f"):
        assert boss.client.get(f"/practice/thresholds/{key}").status_code == 404
    assert boss.send("/practice/thresholds/ors", points="3", reason="x").status_code == 404


def test_a_page_that_says_the_database_is_down_is_shown_without_it(
    boss: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    def down(*_: object, **__: object) -> None:
        raise OperationalError("SELECT", {}, Exception("gone"))

    monkeypatch.setattr("tracker.web.office.practice.practice", down)
    answer = boss.client.get("/practice")
    assert answer.status_code == 503
    assert "Not for emergencies:" in answer.text


def test_the_pages_for_everyone_know_who_is_signed_in(app: Flask, boss: Browser) -> None:
    for path in ("/accessibility", "/privacy"):
        assert "Sign out" in boss.client.get(path).text
        assert "Sign out" not in app.test_client().get(path).text
