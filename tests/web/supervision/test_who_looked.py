"""Who looked at one's clients, on its page."""

import re

from flask import Flask
from sqlalchemy import text

from tests.conftest import Browser, Cast, new_client
from tracker import clock, db
from tracker.services.record import clients
from tracker.services.trail.late_reads import Read, record_read


def test_every_client_of_a_list_can_be_seen(app: Flask, cast: Cast) -> None:
    now = clock.now()
    with db.transaction() as writing:
        made = [
            clients.add_client(writing, cast.clinician, new_client(), now=now) for _ in range(7)
        ]
        ids = [str(client.id) for client in made]
        found = Read("board.read", cast.supervisor.id, now, None, None, {"clients": ids})
        record_read(writing, found, now=now)
        codes = sorted(client.code for client in made)
    page = Browser(app.test_client()).sign_in_as(cast.clinician).client.get("/audit/mine").text
    (cell,) = re.findall(r'<td [^>]*data-label="Clients"[^>]*>(.*?)</td>', page, re.S)
    shown, folded = cell.split("<details>")
    assert re.findall(r"[A-Z]-\d+", shown) == codes[:6]
    assert "<summary>and 1 more</summary>" in folded
    assert re.findall(r"[A-Z]-\d+", folded) == codes[6:]


def test_a_report_by_a_supervisor_is_there_and_the_zone_has_its_usual_name(
    app: Flask, cast: Cast
) -> None:
    with db.transaction() as writing:
        writing.execute(text("UPDATE practice SET time_zone = 'Etc/UTC'"))
    reader = Browser(app.test_client()).sign_in_as(cast.supervisor)
    reader.client.get(f"/caseloads/{cast.clinician.id}/report")
    own, boss = (
        Browser(app.test_client()).sign_in_as(who) for who in (cast.clinician, cast.administrator)
    )
    page = own.client.get("/audit/mine").text
    assert "Report read" in page
    assert "your caseload, in numbers" in page
    for path, browser in (("/audit/mine", own), ("/audit", boss)):
        words = browser.client.get(path).text
        assert "those of the practice, UTC." in words
        assert "Etc/" not in words
