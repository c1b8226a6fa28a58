"""The list of exports on its page."""

import hashlib
import re

from flask import Flask

from tests.conftest import Browser, Cast
from tests.services.standing import code, events


def as_(app: Flask, cast: Cast, name: str) -> Browser:
    return Browser(app.test_client()).sign_in_as(cast.named(name))


def rows(page: str) -> list[list[str]]:
    """The cells of each row of the page's table, as text."""
    found = []
    for row in page.split("<tbody")[1].split("<tr")[1:]:
        cells = re.findall(r"<t[hd] [^>]*role=[^>]*>(.*?)</t[hd]>", row, re.S)
        found.append([re.sub(r"<[^>]+>", "", cell).strip() for cell in cells])
    return found


def test_every_export_stands_in_the_list_with_its_reason(app: Flask, cast: Cast) -> None:
    boss, own = as_(app, cast, "administrator"), as_(app, cast, "clinician")
    assert "/audit/exports" in boss.client.get("/audit").text
    assert "Nothing was taken as a file so far." in boss.client.get("/audit/exports").text
    path = f"/caseloads/{cast.clinician.id}/report"
    file = own.send(path, kind="xlsx", reason="For the <b>yearly</b> talk")
    boss.send("/practice/report", kind="csv", reason="Board meeting")
    boss.send("/audit/export", reason="Yearly check")
    log, practice, own_report = rows(boss.client.get("/audit/exports").text)
    assert log[1:4] == ["Administrator", "Audit log", "CSV"]
    assert log[5:] == ["Yearly check", "none"]
    assert practice[1:4] == ["Administrator", "Report of the practice", "CSV"]
    assert own_report[1:4] == ["Clinician", "Report of Clinician", "XLSX"]
    assert own_report[5] == "For the &lt;b&gt;yearly&lt;/b&gt; talk"
    assert own_report[6] == hashlib.sha256(file.data).hexdigest()[:12]


def test_reading_it_is_an_entry_and_no_client_is_named_in_it(app: Flask, cast: Cast) -> None:
    boss, own = as_(app, cast, "administrator"), as_(app, cast, "clinician")
    named = f"Talk about {code(cast.client_id)}"
    refused = own.send(f"/caseloads/{cast.clinician.id}/report", kind="csv", reason=named)
    assert (refused.status_code, "Leave out" in refused.text) == (422, True)
    page = boss.client.get("/audit/exports")
    assert code(cast.client_id) not in page.text
    assert events()[-1] == "exports.read"


def test_older_exports_are_on_further_pages(app: Flask, cast: Cast, monkeypatch: object) -> None:
    monkeypatch.setattr("tracker.services.reports.exports.PAGE", 2)
    boss = as_(app, cast, "administrator")
    for number in range(3):
        boss.send("/audit/export", reason=f"Reason {number}")
    first = boss.client.get("/audit/exports").text
    assert [row[5] for row in rows(first)] == ["Reason 2", "Reason 1"]
    older = re.search(r'href="([^"]*after=[^"]+)"', first)
    assert older
    last = boss.client.get(older[1]).text
    assert [row[5] for row in rows(last)] == ["Reason 0"]
    assert "Newest exports" in last
    assert "Older exports" not in last
    assert boss.client.get("/audit/exports?after=nonsense").text.count("Reason") == first.count(
        "Reason"
    )
