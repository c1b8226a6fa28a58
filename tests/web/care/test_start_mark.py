"""The mark at the start on pages: asked only where the practice wants it, by form, tablet and phone, and told beside a drop."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.conftest import Browser, Cast, log, weeks
from tests.services.recording import record
from tests.web.care.test_usual_range import text_of
from tests.web.clients import answer_all, post, token
from tests.web.sending import both_versions, new_url, rated
from tracker import clock, db
from tracker.models import Client
from tracker.reference.loader import measures
from tracker.services.office import practice

ASKED = "how does it feel between you and your therapist right now?"
AT_THE_END = "Lower at the end than at the start of this session: bond 8 in session 1, 8 at the start of this one, 3 at its end."


@pytest.fixture
def asking(page: Browser, cast: Cast) -> Browser:
    """The clinician's browser in a practice that asks for it."""
    with db.transaction() as writing:
        wanted = practice.PracticeSettings(start_mark=True)
        practice.change_practice(writing, cast.administrator, wanted, now=clock.now())
    return page


def test_nothing_of_it_is_on_a_page_while_the_practice_does_not_ask(
    page: Browser, cast: Cast
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    for path in (new_url(cast), f"/clients/{cast.client_id}/handover"):
        shown = page.client.get(path).text
        assert "the start of the session" not in shown.lower()
        assert 'name="start' not in shown
    sent = page.send(new_url(cast), **rated(start_mark="7"))
    assert (sent.status_code, "does not ask for a mark at the start" in sent.text) == (422, True)


def test_the_practice_turns_it_on(browser: Browser, cast: Cast) -> None:
    boss = browser.sign_in_as(cast.administrator)
    assert "Ask for one mark at the start of a session" in boss.client.get("/practice").text
    wanted = {
        "name": "Harbour",
        "time_zone": "UTC",
        "crisis_text": "Call 112.",
        "measures": ["session-check"],
        "version": "1",
    }
    assert boss.send("/practice", **wanted, start_mark="y").status_code == 303
    with db.reading() as reading:
        assert practice.practice(reading).start_mark
    again = boss.send("/practice", **{**wanted, "version": "2"})
    assert again.status_code == 303
    with db.reading() as reading:
        assert not practice.practice(reading).start_mark


def test_typed_with_the_session_it_is_told_beside_the_drop(asking: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, clock.now().date() - timedelta(days=7), 8, 8, 8, 8)
    form = text_of(asking.client.get(new_url(cast)))
    assert form.index(ASKED) < form.index("I felt understood in this session.")
    odd = asking.send(new_url(cast), **rated(3, start_mark="11"))
    assert (odd.status_code, "Select a number for the mark" in odd.text) == (422, True)
    saved = asking.send(new_url(cast), **rated(3, start_mark="8"))
    shown = asking.client.get(saved.location)
    assert AT_THE_END in text_of(shown)
    (drop,) = (flag for flag in record(cast).flags if flag.finding.strength)
    flag = f"/flags/{drop.flag.id}"
    assert AT_THE_END in text_of(asking.client.get(flag))
    lower = "lower at the end than at the start of this session"
    assert lower in text_of(asking.client.get(f"/clients/{cast.client_id}")).lower()
    whole = text_of(asking.client.get(f"/clients/{cast.client_id}/sessions"))
    assert whole.count(lower) == 2  # open, and in its session
    assert "at the start, client: 8 of 10" in whole
    session = saved.location.removesuffix("/saved")
    assert "Mark at the start, client: 8 of 10." in text_of(asking.client.get(session))
    form = asking.client.get(f"{session}/correct").text
    assert 'name="start_mark" value="8" checked' in form
    same = rated(3, reason="slip")
    assert asking.send(f"{session}/correct", **same, start_mark="4").status_code == 303
    whole = text_of(asking.client.get(session))
    assert (
        "Lower already at the start: bond 8 in session 1, 4 at the start of this one, 3 at its end."
        in whole
    )
    assert "Mark at the start: was 8 now 4;" in whole
    assert asking.send(f"{session}/correct", **same, start_mark="none").status_code == 303
    assert "at the start of this one" not in text_of(asking.client.get(flag))


def test_a_correction_that_was_overtaken_shows_both_marks(asking: Browser, cast: Cast) -> None:
    saved = asking.send(new_url(cast), **rated(start_mark="8"))
    path = saved.location.replace("saved", "correct")
    assert asking.send(path, **rated(start_mark="7"), version="1", reason="slip").status_code == 303
    stale = asking.send(path, **rated(start_mark="6"), version="1", reason="slip")
    assert stale.status_code == 409
    assert both_versions(stale.text) == [("Mark at the start", "7", "6")]


@pytest.mark.parametrize(("narrow", "language"), [("0", "en"), ("1", "en"), ("1", "de")])
def test_the_client_gives_it_with_one_tap_before_the_session(
    app: Flask, asking: Browser, cast: Cast, narrow: str, language: str
) -> None:
    with db.transaction() as writing:
        writing.get_one(Client, cast.client_id).language = language
    path = f"/clients/{cast.client_id}/handover"
    offered = asking.client.get(f"{path}?at=start").text
    assert 'name="start" value="y" checked' in offered
    assert 'name="start" value="y" checked' not in asking.client.get(path).text
    both = asking.send(path, way="tablet", start="y", measures=["session-check"])
    assert (both.status_code, "hand over twice" in both.text) == (422, True)
    assert asking.send(path, way="tablet", start="y").location == "/c"
    client = asking.client
    post(client, "/c/begin", "/c", device_class="phone", narrow=narrow)
    assert client.get("/c").location == "/c/questions/1"
    shown = client.get("/c/questions/1")
    assert {"en": ASKED, "de": "zwischen Ihnen und Ihrer Therapeutin"}[language] in shown.text
    assert shown.text.count("<fieldset") == 1
    data = {"csrf_token": token(shown), "go": "on"}
    assert client.post("/c/questions/1", data={**data, "start": "11"}).status_code == 422
    assert client.post("/c/questions/1", data={**data, "start": "6"}).location == "/c"
    assert {"en": "Thank you", "de": "Vielen Dank"}[language] in client.get("/c").text
    (slot,) = record(cast).course.slots
    assert list(slot.start_marks.values()) == [6]
    assert record(cast).course.chains == {}


def test_with_another_question_at_the_start_it_comes_first(
    app: Flask, asking: Browser, cast: Cast
) -> None:
    path = f"/clients/{cast.client_id}/handover"
    sent = {"way": "tablet", "start": "y", "measures": ["wellbeing-check"]}
    assert asking.send(path, **sent).location == "/c"
    post(asking.client, "/c/begin", "/c", device_class="phone", narrow="1")
    client = asking.client
    assert "Question 1 of 5" in client.get("/c/questions/1").text
    post(client, "/c/questions/1", start="none", go="on")
    answer_all(client, {item.key: "7" for item in measures()["wellbeing-check"].items})
    checked = text_of(client.get("/c/check"))
    assert f"{ASKED} not answered" in checked
    assert post(client, "/c/send", "/c/check").location == "/c"
    (slot,) = record(cast).course.slots
    assert slot.start_marks == {}
    assert [place[1] for place in record(cast).course.chains] == ["wellbeing-check"]
