"""Reading: it is in the audit, changes nothing else, and shows no more than it may."""

import re

import pytest
from flask import Flask
from sqlalchemy import event as events
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError

from tests.conftest import Browser, Cast, log, new_client, weeks
from tests.web.sending import new_url, rated, rows
from tracker import clock, db
from tracker.domain.people.access import Permission
from tracker.models import AuditEntry, Base, TherapySession
from tracker.services.access import permissions
from tracker.services.record import clients
from tracker.services.record.flag_rows import stored_flags


def test_refused_forms_are_reads_and_stand_in_the_audit(page: Browser, cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    for url in (new_url(cast), f"/sessions/{session_id}/correct"):
        count = rows("audit_entries")
        assert page.send(url, **rated(99), version="1").status_code == 422
        assert rows("audit_entries") == count + 1


@pytest.mark.parametrize(
    "query",
    [
        "?show=need",
        "?sort=change&dir=desc",
        "?sort=code",
        "?sort=next",
        "?sort=need&dir=desc",
        "?show='--&sort=x",
    ],
)
def test_the_caseload_is_filtered_and_sorted_by_its_address(
    page: Browser, cast: Cast, query: str
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.transaction() as writing:
        clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
    answer = page.client.get(f"/{query}")
    assert answer.status_code == 200
    assert answer.text.count('role="rowheader"') == (1 if "show=need" in query else 2)
    assert "No client matches this filter" in page.client.get("/?show=come-back").text


def test_an_empty_caseload_says_what_to_do(app: Flask, page: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        writing.execute(
            text("UPDATE clients SET clinician_id = (SELECT id FROM users WHERE name = 'Outsider')")
        )
    assert "No clients yet" in page.client.get("/").text


def test_home_is_for_everyone_what_they_are_here_for(app: Flask, cast: Cast) -> None:
    supervisor = Browser(app.test_client()).sign_in_as(cast.supervisor)
    assert supervisor.client.get("/").location == "/supervision"
    listed = supervisor.client.get("/supervision").text
    assert f"/caseloads/{cast.clinician.id}" in listed
    assert "Outsider" not in listed
    read = supervisor.client.get(f"/caseloads/{cast.clinician.id}").text
    assert "Caseload of Clinician" in read
    assert "Log session" not in read
    assert "Add client" not in read
    administrator = Browser(app.test_client()).sign_in_as(cast.administrator)
    assert "no clinical content" in administrator.client.get("/").text
    clinician = Browser(app.test_client()).sign_in_as(cast.clinician)
    assert clinician.client.get("/supervision").status_code == 404


def test_a_supervisor_reads_the_record_and_the_check_in_and_answers_nothing(
    app: Flask, cast: Cast
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [cast.client_id])
    supervisor = Browser(app.test_client()).sign_in_as(cast.supervisor)
    for path in (f"/clients/{cast.client_id}", f"/flags/{flag.id}", f"/sessions/{flag.session_id}"):
        shown = supervisor.client.get(path).text
        assert f'action="/flags/{flag.id}"' not in shown
        assert "Log session" not in shown
        assert "Correct" not in shown


def _everything() -> dict[str, list[object]]:
    kept = [
        t
        for name, t in Base.metadata.tables.items()
        if name not in ("audit_entries", "audit_head", "sign_ins")
    ]
    with db.reading() as reading:
        return {t.name: sorted(map(str, reading.execute(select(t)).all())) for t in kept}


def test_reading_changes_nothing_but_the_audit_and_is_in_it(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [cast.client_id])
    before = _everything()
    for path, event in (
        ("/", "caseload.read"),
        (f"/caseloads/{cast.clinician.id}", "caseload.read"),
        (f"/clients/{cast.client_id}", "client.read"),
        (f"/clients/{cast.client_id}/sessions/new", "client.read"),
        (f"/sessions/{session_id}", "session.read"),
        (f"/sessions/{session_id}/saved", "session.read"),
        (f"/sessions/{session_id}/correct", "session.read"),
        (f"/flags/{flag.id}", "flag.read"),
    ):
        count = rows("audit_entries")
        assert page.client.get(path).status_code == 200
        with db.reading() as reading:
            last = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
        assert last
        assert (rows("audit_entries"), last.event, last.actor_id) == (
            count + 1,
            event,
            cast.clinician.id,
        )
    assert _everything() == before


def test_no_page_without_its_audit_entry(
    page: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no audit")

    monkeypatch.setattr("tracker.services.trail.audit.record", fail)
    answer = page.client.get(f"/clients/{cast.client_id}")
    assert answer.status_code == 500
    assert str(cast.client_id) not in answer.text


def reads_since(count: int) -> list[tuple[str, object, bool]]:
    """The entries after that many: what was read, by whom, and whether the entry says that it is late."""
    with db.reading() as reading:
        entries = reading.scalars(select(AuditEntry).where(AuditEntry.seq > count))
        found = sorted(entries, key=lambda entry: entry.seq)
    return [(entry.event, entry.actor_id, "read_at" in entry.detail) for entry in found]


def test_what_was_read_while_nothing_could_be_written_is_recorded_with_the_next_read(
    page: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    count = rows("audit_entries")
    with monkeypatch.context() as broken:
        broken.setattr("tracker.services.trail.audit.record", full)
        assert page.client.get(f"/clients/{cast.client_id}").status_code == 200
        assert page.client.get(f"/caseloads/{cast.clinician.id}").status_code == 200
    assert reads_since(count) == []
    assert page.client.get(f"/clients/{cast.client_id}").status_code == 200
    who = cast.clinician.id
    late = [("client.read", who, True), ("caseload.read", who, True)]
    assert reads_since(count) == [*late, ("client.read", who, False)]


def test_a_read_that_waits_is_not_lost_by_a_page_that_fails(
    page: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails_by(error: Exception) -> int:
        def fail(*_: object, **__: object) -> None:
            raise error

        with monkeypatch.context() as broken:
            broken.setattr("tracker.services.trail.audit.record", fail)
            return page.client.get(f"/clients/{cast.client_id}").status_code

    count = rows("audit_entries")
    assert fails_by(OperationalError("INSERT", {}, Exception("database or disk is full"))) == 200
    assert fails_by(OSError("no audit")) == 500
    page.client.get("/")
    who = cast.clinician.id
    assert reads_since(count) == [("client.read", who, True), ("caseload.read", who, False)]


def test_ids_stand_in_no_title(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with db.reading() as reading:
        session = reading.scalars(select(TherapySession)).one()
        code = permissions.client_for(
            reading, cast.clinician, cast.client_id, Permission.READ_RECORD, now=clock.now()
        ).code
    for path in (f"/clients/{cast.client_id}", new_url(cast), f"/sessions/{session.id}"):
        title = re.search(r"<title>(.*?)</title>", page.client.get(path).text)
        assert title
        assert code not in title[1]


def test_hostile_text_stays_text_on_every_page(app: Flask, page: Browser, cast: Cast) -> None:
    hostile = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7 * 7 }}"
    with db.transaction() as writing:
        made = clients.add_client(
            writing, cast.clinician, new_client(own_reference=hostile[:40]), now=clock.now()
        )
    url = f"/clients/{made.id}/sessions/new"
    page.send(url, **rated(day=weeks(0)))
    saved = page.send(url, **rated(5, note=hostile, day=weeks(1)))
    session = saved.location.removesuffix("/saved")
    page.send(f"{session}/correct", **rated(4, note=hostile + "!", day=weeks(1)), reason=hostile)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [made.id])
    page.send(f"/flags/{flag.id}", answer="talked", note=hostile)
    paths = (
        "/",
        f"/clients/{made.id}",
        session,
        f"{session}/saved",
        f"{session}/correct",
        f"/flags/{flag.id}",
    )
    shown = "".join(page.client.get(path).text for path in paths)
    shown += page.send(url, **rated(99, note=hostile, minutes_late=hostile)).text
    assert "onerror=alert" in shown.replace("&#34;", '"')
    assert "<img src=x" not in shown
    assert "<script>alert" not in shown
    assert "49" not in re.findall(r"alert\(2\)&lt;/script&gt;(.{0,20})", shown)[0]


def _queries(browser: Browser, path: str) -> int:
    browser.client.get("/help")  # notes, every half a minute, that the sign-in was used
    statements: list[object] = []

    def note(*args: object) -> None:
        statements.append(args[2])

    engine = db.engine()
    events.listen(engine, "before_cursor_execute", note)
    try:
        assert browser.client.get(path).status_code == 200
    finally:
        events.remove(engine, "before_cursor_execute", note)
    return len(statements)


def test_the_queries_of_a_page_do_not_grow_with_the_data(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    paths = (
        f"/clients/{cast.client_id}",
        f"/sessions/{session_id}",
        f"/sessions/{session_id}/saved",
        new_url(cast),
    )
    few = [_queries(page, path) for path in paths]
    for week in range(2, 14):
        log(cast.clinician, cast.client_id, weeks(week), 5 + 3 * (week % 2), 8, 8, 8)
    assert [_queries(page, path) for path in paths] == few
