"""An administrator who is not a clinician sees no clinical content: every page that is open to them is walked."""

import re

from flask import Flask

from tests.conftest import PASSWORD, Browser
from tests.web.matrix import MATRIX
from tests.web.things import absent_ids
from tracker import clock, db
from tracker.models import Client, FlagAnswer, FlagReview, Goal, TherapySession, User
from tracker.services.demo import caseload as demo
from tracker.services.office.actors import actor_of


def test_no_page_of_an_administrator_names_a_client_or_says_what_was_recorded(app: Flask) -> None:
    with db.transaction() as writing:
        demo.make(writing, lambda _: "hash", PASSWORD, now=clock.now())
    with db.reading() as reading:
        boss = actor_of(reading.query(User).filter_by(email="administrator@demo.example").one())
        clients = list(reading.query(Client))
        texts = {row.note for row in reading.query(FlagAnswer)}
        texts |= {row.note for row in reading.query(FlagReview)}
        texts |= {row.note for row in reading.query(TherapySession)}
        assert reading.query(Goal).count()
    hidden = [client.code for client in clients] + [text for text in texts if len(text) > 5]
    assert len(hidden) > len(clients) + 3
    browser = Browser(app.test_client()).sign_in_as(boss)
    opened = 0
    for (endpoint, method), row in MATRIX.items():
        if method != "GET" or "administrator" not in row.allowed:
            continue
        page = browser.client.get(row.path(absent_ids()))
        opened += page.status_code == 200
        words = re.sub(r"<[^>]+>", " ", page.text)
        assert not [text for text in hidden if text in words], endpoint
    assert opened > 10
