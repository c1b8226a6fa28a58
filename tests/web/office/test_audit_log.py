"""The audit log's page and its export: in words, safe to open, and on record themselves."""

import ast
import csv
import io
import re
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import Browser, Cast, log, weeks
from tracker import clock, db, tabular
from tracker.domain.people.access import Role
from tracker.models import AuditEntry, Client
from tracker.services.people import accounts
from tracker.services.trail import audit
from tracker.web.words import audit as audit_words

pytestmark = pytest.mark.both_databases(
    reason="the page sorts, narrows and counts what the database gives"
)


@pytest.fixture
def admin(browser: Browser, cast: Cast) -> Browser:
    """The administrator's browser, after a session with a drop was logged and looked at."""
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8, note="canary note")
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    return browser.sign_in_as(cast.administrator)


def entries() -> list[AuditEntry]:
    with db.reading() as reading:
        return list(reading.query(AuditEntry).order_by(AuditEntry.seq))


def rows(page: str) -> list[list[str]]:
    """The cells of each row of the page's table, as text."""
    found = []
    for row in page.split("<tbody")[1].split("<tr")[1:]:
        cells = re.findall(r"<t[hd] [^>]*role=[^>]*>(.*?)</t[hd]>", row, re.S)
        found.append([re.sub(r"<[^>]+>", "", cell).strip() for cell in cells])
    return found


def exported(browser: Browser, query: str = "") -> list[list[str]]:
    answer = browser.send(f"/audit/export{query}", reason="Yearly check")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"].startswith("text/csv")
    assert re.fullmatch(
        r"attachment; filename=audit-\d{8}\.csv", answer.headers["Content-Disposition"]
    )
    assert answer.headers["Cache-Control"] == "no-store"
    return list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))


def test_an_administrator_reads_who_did_what_and_never_what_it_says(
    admin: Browser, cast: Cast
) -> None:
    page = admin.client.get("/audit").text
    shown = [(row[2], row[3]) for row in rows(page)]
    assert ("Clinician", "Session logged ratings: 1") in [
        (w, " ".join(x.split())) for w, x in shown
    ]
    assert ("Administrator", "Signed in") in shown
    with db.reading() as reading:
        codes = [client.code for client in reading.query(Client)]
    for secret in ("canary", *codes, str(cast.client_id), "@practice.example"):
        assert secret not in page
    assert str(cast.client_id)[:8] in page


def test_reading_it_is_an_entry_too(admin: Browser, cast: Cast) -> None:
    before = entries()[-1].seq
    admin.client.get("/audit")
    (entry,) = entries()[before:]
    assert (entry.event, entry.actor_id) == ("audit.read", cast.administrator.id)
    assert entry.detail == {"first": 1, "last": before}


def test_exporting_it_is_an_entry_too_and_stands_before_the_file(
    admin: Browser, cast: Cast
) -> None:
    before = entries()[-1].seq
    assert admin.send("/audit/export", reason=" ").status_code == 422
    assert entries()[-1].seq == before
    lines = exported(admin)
    why, entry = entries()[before:]
    assert (why.event, why.detail) == ("report.exported", {"format": "csv", "lines": before})
    assert (entry.event, entry.detail) == ("audit.exported", {"first": 1, "last": before})
    assert [int(line[0]) for line in lines[1:]] == list(range(1, before + 1))


def test_it_is_filtered_by_person_event_and_day(admin: Browser, cast: Cast) -> None:
    page = admin.client.get(f"/audit?who={cast.clinician.id}&what=flag.raised").text
    assert [row[3].split()[0:2] for row in rows(page)] == [["Flag", "raised"]]
    assert f'value="{cast.clinician.id}" selected' in page
    today = clock.now()
    day = f"since-day={today.day}&since-month={today.month}&since-year={today.year}"
    assert rows(admin.client.get(f"/audit?{day}").text)
    nothing = admin.client.get(f"/audit?{day.replace(str(today.year), str(today.year + 1))}")
    assert "No entry matches" in nothing.text
    assert [line[5] for line in exported(admin, f"?who={cast.clinician.id}&what=flag.raised")] == [
        "Event",
        "flag.raised",
    ]


@pytest.mark.parametrize("path", ["/audit", "/audit/export"])
@pytest.mark.parametrize(
    ("query", "message"),
    [
        ("who=nobody", "Choose one of the answers for who"),
        ("what=nothing", "Choose one of the answers for what"),
        ("since-day=31&since-month=2&since-year=2026", "Enter a day such as 27 3 2026"),
        (
            "since-day=2&since-month=3&since-year=2026&until-day=1&until-month=3&until-year=2026",
            "The last day must not be before the first",
        ),
    ],
)
def test_a_filter_that_cannot_be_used_says_why(
    admin: Browser, path: str, query: str, message: str
) -> None:
    before = entries()[-1].seq
    whole = f"{path}?{query}"
    answer = admin.client.get(whole) if path == "/audit" else admin.send(whole, reason="Check")
    assert (answer.status_code, answer.text.count(message)) == (422, 2)
    assert "<table" not in answer.text
    assert entries()[-1].seq == before


def test_pages_follow_each_other_with_the_filter_kept(admin: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        for _ in range(120):
            audit.record(writing, "client.read", actor=cast.clinician.id, now=clock.now())
    address, seen = f"/audit?who={cast.clinician.id}", []
    for _ in range(9):
        page = admin.client.get(address).text
        seen += [int(row[0]) for row in rows(page)]
        older = re.search(r'href="([^"]*before=\d+[^"]*)"', page)
        if older is None:
            break
        address = older.group(1).replace("&amp;", "&")
        assert f"who={cast.clinician.id}" in address
    assert len(seen) == len(set(seen)) >= 120
    assert seen == sorted(seen, reverse=True)
    assert "Newest entries" in page
    assert admin.client.get("/audit?before=nonsense").status_code == 200


def marked(page: str) -> tuple[str, str, str]:
    """The column that the table says it is sorted by, in which direction, and the arrow."""
    found = re.findall(r'aria-sort="(\w+)">\s*<a [^>]*>(\w+)<span aria-hidden="true"> (.)<', page)
    assert len(found) == 1
    return found[0]


def test_entries_are_sorted_as_the_page_says_and_the_other_way_round(
    admin: Browser, cast: Cast
) -> None:
    usual = admin.client.get("/audit").text
    assert marked(usual) == ("descending", "Entry", "↓")
    seqs = [int(row[0]) for row in rows(usual)]
    assert seqs == sorted(seqs, reverse=True)
    turn = re.search(r'href="([^"]*sort=entry[^"]*)"', usual)
    assert turn
    turned = admin.client.get(turn[1].replace("&amp;", "&")).text
    assert marked(turned) == ("ascending", "Entry", "↑")
    assert "the oldest first" in turned
    seqs = [int(row[0]) for row in rows(turned)]
    assert seqs[0] == 1
    assert seqs == sorted(seqs)
    again = re.search(r'href="([^"]*sort=entry[^"]*)"', turned)
    assert again
    assert marked(admin.client.get(again[1].replace("&amp;", "&")).text)[0] == "descending"


def test_the_oldest_first_goes_on_with_later_ones(admin: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        for _ in range(60):
            audit.record(writing, "client.read", actor=cast.clinician.id, now=clock.now())
    first = admin.client.get(f"/audit?sort=entry&dir=asc&who={cast.clinician.id}").text
    later = re.search(r'href="([^"]*after=\d+[^"]*)"', first)
    assert later
    second = admin.client.get(later[1].replace("&amp;", "&")).text
    assert int(rows(second)[0][0]) > int(rows(first)[-1][0])
    assert "Oldest entries" in second
    assert f'value="{cast.clinician.id}" selected' in second


@pytest.mark.parametrize("direction", ["asc", "desc"])
def test_what_is_sorted_by_its_words(admin: Browser, direction: str) -> None:
    page = admin.client.get(f"/audit?sort=what&dir={direction}").text
    known = sorted(audit_words.EVENT.values(), key=len, reverse=True)
    shown = [next(word for word in known if row[3].startswith(word)) for row in rows(page)]
    assert shown == sorted(shown, reverse=direction == "desc")
    assert len(set(shown)) > 5


@pytest.mark.parametrize("before", ["-99999999999999999999", "99999999999999999999", "x", "-1"])
def test_a_number_that_no_entry_has_begins_at_the_end(admin: Browser, before: str) -> None:
    assert admin.client.get(f"/audit?before={before}").status_code == 200


def test_the_export_is_read_in_stretches(
    admin: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.web.office.audit.STRETCH", 3)
    last = entries()[-1].seq
    assert [int(line[0]) for line in exported(admin)[1:]] == list(range(1, last + 1))


def test_a_hostile_name_runs_nothing_on_the_page_or_in_the_file(
    app: Flask, admin: Browser, cast: Cast
) -> None:
    name = "=cmd|' /C calc'!A0<script>"
    with db.transaction() as writing:
        user = accounts.add_account(
            writing, None, email="x@practice.example", name=name,
            roles=frozenset({Role.CLINICIAN}), password_hash="x", now=clock.now(),
        )  # fmt: skip
        audit.record(writing, "client.read", actor=user.id, now=clock.now())
    assert "<script>" not in admin.client.get("/audit").text.split("<main")[1]
    assert f"'{name}" in {line[2] for line in exported(admin)}


@pytest.mark.parametrize(
    ("value", "safe"),
    [
        ("=1+1", "'=1+1"), ("+1", "'+1"), ("-1", "'-1"), ("@SUM(A1)", "'@SUM(A1)"), ("\t=1", "'\t=1"),
        ("  =1", "'  =1"), ("\r=1", "'\r=1"), ("\n=1", "'\n=1"), ("plain", "plain"), (12, "12"), (None, ""),
        ('a"b', 'a"b'),
    ],
)  # fmt: skip
def test_a_spreadsheet_runs_nothing(value: object, safe: str) -> None:
    ((found, end),) = csv.reader(io.StringIO(tabular.line([value, "end"]), newline=""))
    assert (found, end) == (safe, "end")


def test_every_event_has_its_words() -> None:
    assert set(audit.EVENTS) == set(audit_words.EVENT)


def test_what_a_record_says_is_in_no_entry_that_an_administrator_sees(
    admin: Browser, cast: Cast
) -> None:
    with db.transaction() as writing:  # as entries of earlier versions were written
        same = {"actor": cast.clinician.id, "client_id": cast.client_id, "now": clock.now()}
        audit.record(writing, "flag.reviewed", act="no_action", **same)
        audit.record(writing, "repair.added", act="restored", **same)
    shown = str([row[3] for row in rows(admin.client.get("/audit").text)])
    file = str([row[8] for row in exported(admin)])
    for said in (shown, file):
        assert "ratings: 1" in said
        for clinical in ("action", "restored", "kind"):
            assert clinical not in said
    assert audit_words.detail("flag.raised", {"kind": "risk_item", "rules": "2026.7"}, {}) == (
        "rules: 2026.7"
    )


def test_every_read_can_be_noted_later() -> None:
    """An entry that waits is written with the moment of the reading, so each of these events has to take it."""
    noted = set()
    for path in (Path(audit_words.__file__).parents[1]).rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "note_read":
                noted.add(ast.literal_eval(node.args[0]))
    assert len(noted) > 15
    assert [event for event in sorted(noted) if "read_at" not in audit.EVENTS[event]] == []


def test_words_for_what_an_entry_says() -> None:
    from uuid import UUID, uuid4

    ids, ada = [str(uuid4()) for _ in range(3)], uuid4()
    detail = {
        "clients": ids, "clinician": str(ada), "rating": ids[0], "fields": ["held_on", "note"],
        "version": "0001", "from_seq": 7, "from_hash": "ab" * 32, "reason": "", "rules": [],
    }  # fmt: skip
    assert audit_words.detail("client.changed", detail, {ada: "Ada"}) == (
        f"clients: 3, clinician: Ada, rating: {ids[0][:8]}, fields: held on note, version: 0001, back to entry 7, "
        "whose hash is abababababab"
    )
    assert audit_words.event("not.yet_known") == "Not: yet known"
    assert audit_words.record(None, {}) == ""
    assert audit_words.record(UUID(ids[1]), {}) == ids[1][:8]
