"""Every page that counts what is open counts all of it, risk first, and none says that nothing waits."""

import re
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask

from tests.conftest import Browser, Cast, marks, new_client
from tests.house.test_open_sentences import claims
from tests.services.recording import record
from tests.web.sending import rated
from tracker import clock, db
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.questions import SupervisionQuestion
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.record import clients
from tracker.services.record.ratings import RatingsEntry

ITEM_9 = (1, 2, 2)  # in three sessions, with nothing else that asks


@pytest.fixture
def at_risk(cast: Cast) -> UUID:
    """A client whose risk item is answered in three sessions running, and whose alliance is steady."""
    with db.transaction() as writing:
        new = new_client("session-check", "phq-9")
        made = clients.add_client(writing, cast.clinician, new, now=clock.now()).id
    for number, risk in enumerate(ITEM_9):
        answers = marks(*[1] * 8, risk, measure="phq-9")
        entry = {
            ("session-check", Rater.CLIENT): marks(8, 8, 8, 8),
            ("phq-9", Rater.CLIENT): answers,
        }
        day = clock.now().date() - timedelta(weeks=4 - number)
        with db.transaction() as writing:
            sessions.log_session(
                writing,
                cast.clinician,
                made,
                SessionDetails(day),
                RatingsEntry(entry),
                now=clock.now(),
            )
    return made


def pages(own: Browser, supervisor: Browser, cast: Cast, client: UUID) -> Iterator[tuple[str, str]]:
    """Each page that counts what is open, by a name for it, as one line of words."""
    saved = own.send(f"/clients/{client}/sessions/new", **rated(8)).location
    day = clock.now().date()
    when = {"meets_on-day": day.day, "meets_on-month": day.month, "meets_on-year": day.year}
    agenda = supervisor.send("/meetings", clinician=cast.clinician.id, **when).location
    questions = f"/caseloads/{cast.clinician.id}/questions"
    for name, browser, address in (
        ("caseload", own, "/"),
        ("sessions", own, f"/clients/{client}/sessions"),
        ("saved", own, saved),
        ("handoff", own, f"/clients/{client}/handoff"),
        *((each.value, own, f"{questions}/{each.value}") for each in SupervisionQuestion),
        ("caseload, read", supervisor, f"/caseloads/{cast.clinician.id}"),
        ("board", supervisor, "/supervision"),
        ("agenda", supervisor, agenda),
    ):
        shown = browser.client.get(address)
        assert shown.status_code == 200, name
        text = re.sub(r"<[^>]+>", " ", shown.text.partition("<main")[2])
        yield name, re.sub(r"\s+", " ", text)


def test_every_page_counts_risk_first_and_none_says_that_nothing_waits(
    app: Flask, page: Browser, cast: Cast, at_risk: UUID
) -> None:
    supervisor = Browser(app.test_client()).sign_in_as(cast.supervisor)
    seen = []
    for name, text in pages(page, supervisor, cast, at_risk):
        counted = re.search(r"(?:Open|Unanswered): 1 risk item(?:, \d+ [a-z- ]+)*[.;]", text)
        assert counted, (name, text[:600])
        assert claims(text) == [], name
        seen.append(name)
    assert len(seen) > 12


def test_a_risk_item_over_sessions_is_one_line_and_each_flag_has_its_own_answer(
    page: Browser, cast: Cast, at_risk: UUID
) -> None:
    course = "PHQ-9: Item 9 (risk item) 1, 2, 2 in sessions 1, 2, 3 (unchanged)"
    shown = page.client.get(f"/clients/{at_risk}").text
    head = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", "", shown[: shown.index('class="record"')]))
    assert head.count("Item 9") == 1
    assert f"{course}, not answered yet." in head
    every = page.client.get(f"/clients/{at_risk}/sessions").text
    assert "PHQ-9 item 9: 1, 2, 2, unchanged" in page.client.get("/").text
    assert f"{course} (not answered yet)." in page.client.get(f"/clients/{at_risk}/handoff").text
    flags = [flag for flag in record(cast, at_risk).flags if flag.tier is Tier.RISK]
    assert all(f'href="/flags/{flag.flag.id}"' in every for flag in flags)
    first = min(flags, key=lambda flag: flag.slot.number)
    page.send(f"/flags/{first.flag.id}", answer=first.offered[0].value, note="Asked")
    after = page.client.get(f"/clients/{at_risk}").text
    assert "Item 9 (risk item) 2, 2 in sessions 2, 3 (unchanged)" in after
    assert "Open: 1 risk item" in page.client.get(f"/clients/{at_risk}/sessions").text
