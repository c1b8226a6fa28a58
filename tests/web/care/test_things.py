"""One thing, one form: on the saved page, the record, the caseload, the board, the agenda and in the handoff."""

import re
from datetime import timedelta

from flask import Flask

from tests.conftest import Browser, Cast, log, new_client, weeks
from tests.services.recording import record
from tests.web.sending import rated
from tracker import clock, db
from tracker.domain.measures.measure import Rater
from tracker.reference.loader import measures
from tracker.services.record import clients
from tracker.services.record.flag_views import FlagThing

OUTCOME = "(PHQ-9|Outcome worse)"  # in a sentence, and in a row


def worse(page: Browser, cast: Cast) -> tuple[str, FlagThing]:
    """The saved page of a session that is worse on the alliance and on the outcome, and what it asks."""
    with db.transaction() as writing:
        new = new_client("session-check", "phq-9")
        client = clients.add_client(writing, cast.clinician, new, now=clock.now()).id
    items = [item.key for item in measures()["phq-9"].items]
    url = f"/clients/{client}/sessions/new"
    for days, bond, mark in ((7, 8, 0), (0, 5, 3)):
        answers = {f"phq-9.{Rater.CLIENT}.{key}": mark for key in items[:-1]}
        answers[f"phq-9.{Rater.CLIENT}.{items[-1]}"] = 0
        day = clock.now().date() - timedelta(days=days)
        saved = page.send(url, **rated(bond, day=day, **answers)).location
    (thing,) = record(cast, client).asking
    return saved, thing


def words(text: str) -> str:
    """The words of a page, as one line."""
    shown = re.sub(r"<[^>]+>", " ", text.partition("<main")[2])
    return re.sub(r"\s+", " ", shown)


def beside(text: str) -> list[str]:
    """What the form of a page says that it showed beside the flag."""
    return re.findall(r'name="beside" value="([^"]+)"', text)


def test_one_form_settles_all_that_a_session_asks(app: Flask, page: Browser, cast: Cast) -> None:
    saved, thing = worse(page, cast)
    client = thing.leader.flag.client_id
    shown = page.client.get(saved).text
    leader = f"/flags/{thing.leader.flag.id}"
    assert re.findall(r'action="(/flags/[^"]+)"', shown) == [leader]
    assert len(beside(shown)) == len(thing.others) > 0
    assert "Your answer counts for this too:" in shown
    supervisor = Browser(app.test_client()).sign_in_as(cast.supervisor)
    day = clock.now().date()
    when = {"meets_on-day": day.day, "meets_on-month": day.month, "meets_on-year": day.year}
    agenda = supervisor.send("/meetings", clinician=cast.clinician.id, **when).location
    for browser, address, counted in (
        (page, "/", "Open: 1 check-in."),
        (page, f"/clients/{client}/sessions", "Open: 1 check-in."),
        (page, f"/clients/{client}/handoff", "Open: 1 check-in."),
        (supervisor, "/supervision", "Open: 1 check-in."),
        (supervisor, agenda, "Open: 1 check-in."),
    ):
        text = words(browser.client.get(address).text)
        assert counted in text, address
        beside_it = "and 1 more flag" if address == "/" else rf"[Ww]ith it: [^.]*{OUTCOME}"
        assert re.search(beside_it, text), address
    line = page.client.get(f"/flags/{thing.others[0].flag.id}").text
    assert 'name="answer"' not in line
    assert f'href="{leader}"' in line
    page.send(leader, answer="talked", beside=beside(shown))
    for address in ("/", f"/clients/{client}", f"/clients/{client}/handoff"):
        assert "Nothing waits." in words(page.client.get(address).text), address
    line = page.client.get(f"/flags/{thing.others[0].flag.id}").text
    assert "with the answer to" in line
    assert "Add a follow-up" in line
    given = re.search(r'name="answer_id" value="([^"]+)"', line)
    assert given
    page.send(f"/flags/{thing.others[0].flag.id}/undo", answer_id=given[1])
    assert "Open: 1 check-in." in words(page.client.get("/").text)


def test_whoever_supervises_signs_a_row_off_with_all_its_flags(
    app: Flask, page: Browser, cast: Cast
) -> None:
    _, thing = worse(page, cast)
    supervisor = Browser(app.test_client()).sign_in_as(cast.supervisor)
    (box,) = re.findall(
        r'name="chosen" value="\s*([^"]+)"', supervisor.client.get("/supervision").text
    )
    assert len(box.split()) == len(thing.flags)
    answered = supervisor.send("/supervision/sign-off", act="addressed", chosen=box)
    shown = words(supervisor.client.get(answered.location).text)
    assert f"{len(thing.flags)} flags signed off." in shown
    assert "No answer is owed" in shown


def test_a_small_drop_is_offered_once_and_waits_nowhere(
    app: Flask, page: Browser, cast: Cast
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session = log(cast.clinician, cast.client_id, weeks(1), 6, 8, 8, 8)
    (thing,) = record(cast).things
    flag = f"/flags/{thing.leader.flag.id}"
    supervisor = Browser(app.test_client()).sign_in_as(cast.supervisor)
    for browser, address, said in (
        (page, "/", "Nothing waits."),
        (page, f"/clients/{cast.client_id}", "Nothing waits."),
        (page, f"/clients/{cast.client_id}/sessions", "Offered"),
        (page, f"/clients/{cast.client_id}/handoff", "Nothing waits."),
        (page, f"/sessions/{session}", "Offered"),
        (supervisor, "/supervision", "No answer is owed"),
        (supervisor, "/supervision?show=all", "not yet Open the flag"),
        (supervisor, "/supervision?show=all", " d Offered"),
    ):
        assert said in words(browser.client.get(address).text), address
    assert flag not in supervisor.client.get("/supervision").text
    assert 'name="answer"' in page.client.get(flag).text


def test_the_saved_page_offers_a_small_drop_with_its_card_and_form(
    page: Browser, cast: Cast
) -> None:
    url = f"/clients/{cast.client_id}/sessions/new"
    for days, bond in ((7, 8), (0, 6)):
        day = clock.now().date() - timedelta(days=days)
        saved = page.send(url, **rated(bond, day=day)).location
    shown = page.client.get(saved).text
    (thing,) = record(cast).things
    assert re.findall(r'action="(/flags/[^"]+)"', shown) == [f"/flags/{thing.leader.flag.id}"]
    assert "card-line" in shown
    assert "Open:" not in shown
