"""A client's browser in tests: handed the tablet, or with a code on a phone."""

import re
from collections.abc import Mapping
from uuid import UUID

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from tests.conftest import Browser, Cast
from tests.services.handing import session_today
from tracker import db
from tracker.domain.course.handover import Way
from tracker.models import Handover
from tracker.services.handover import handovers

OWN = "session-check"


def token(page: TestResponse) -> str:
    """The token of the first form on a page."""
    match = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
    assert match, page.text[:400]
    return match[1]


def post(client: FlaskClient, path: str, page: str = "", **fields: str) -> TestResponse:
    """Send a form of a client's page."""
    shown = client.get(page or path)
    return client.post(path, data={"csrf_token": token(shown), **fields})


def handed_tablet(app: Flask, cast: Cast, *keys: str, begun: str = "0") -> FlaskClient:
    """A browser in which the clinician has handed over; `begun` with "1" for one question on a page."""
    browser = Browser(app.test_client()).sign_in_as(cast.clinician)
    session_id = session_today(cast)
    path = f"/sessions/{session_id}/handover"
    answer = browser.send(path, way="tablet", measures=list(keys or (OWN,)))
    assert (answer.status_code, answer.location) == (303, "/c"), answer.text
    if begun:
        post(browser.client, "/c/begin", "/c", device_class="tablet", narrow=begun)
    return browser.client


def handed_code(cast: Cast, way: Way = Way.CODE, session_id: UUID | None = None) -> Handover:
    """A hand-over that waits for a phone."""
    from tests.services.handing import handed

    return handed(cast.clinician, session_id or session_today(cast), way=way)


def shown(row: Handover) -> handovers.Shown:
    """What opens it."""
    with db.reading() as reading:
        return handovers.shown_of(reading, row)


def phone(app: Flask, row: Handover, *, begun: str = "1") -> FlaskClient:
    """A phone on which its code was typed."""
    client = app.test_client()
    answer = post(client, "/c/open", "/c", code=shown(row).code)
    assert (answer.status_code, answer.location) == (303, "/c")
    if begun:
        post(client, "/c/begin", "/c", device_class="phone", narrow=begun)
    return client


def answer_all(client: FlaskClient, marks: Mapping[str, str]) -> None:
    """Answer question after question on a phone."""
    for item, mark in marks.items():
        at = client.get("/c").location
        post(client, at, **{item: mark, "go": "on"})
