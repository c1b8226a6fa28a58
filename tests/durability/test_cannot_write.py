"""A database that cannot be written: full, locked, read-only. Nothing entered is lost, and reading goes on."""

import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select, text

from tests.conftest import Browser, Cast
from tests.durability.practice import (
    add_client,
    browser_of,
    count,
    entries_of,
    form_for,
    open_practice,
)
from tests.web.sending import new_url, rated
from tracker import clock, db
from tracker.domain.errors import NotNow
from tracker.models import AuditEntry, SignIn
from tracker.services.trail import audit, late_reads
from tracker.services.trail.late_reads import LateReads, Read

needs_mounting = pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0,
    reason="a small file system is mounted for it, which takes Linux and root",
)


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of three megabytes."""
    folder = tmp_path / "disk"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", folder], check=True)
    yield folder
    subprocess.run(["umount", folder], check=True)


def fill(folder: Path) -> Path:
    """The file that takes all the room there is."""
    ballast = folder / "ballast"
    with ballast.open("wb", buffering=0) as file:
        for size in (64 * 1024, 1024, 1):
            try:
                while True:
                    file.write(b"\0" * size)
            except OSError:
                continue
    return ballast


@needs_mounting
def test_a_full_disk_loses_nothing_that_was_acknowledged_and_keeps_what_was_typed(
    small_disk: Path,
) -> None:
    app, clinician = open_practice(small_disk / "instance")
    client_id = add_client(app, clinician)
    page = browser_of(app, clinician)
    url, token = f"/clients/{client_id}/sessions/new", page.token()
    first = clock.now().date() - timedelta(days=600)
    assert page.client.get("/health").text == "ok"
    ballast = fill(small_disk)
    stored, answer = 0, None
    for day in range(300):  # what lies in the log's own pages may still go through
        answer = page.client.post(url, data=form_for(first + timedelta(days=day), 8, token))
        if answer.status_code != 303:
            break
        stored += 1
    assert answer is not None
    assert (answer.status_code, "Not saved. Your entries are still here" in answer.text) == (
        503,
        True,
    )
    assert page.client.get("/health").status_code == 503
    record = page.client.get(f"/clients/{client_id}")
    assert record.status_code == 200  # reading goes on
    assert count(app, "therapy_sessions") == count(app, "ratings") == stored
    ballast.unlink()
    assert page.client.post(url, data=entries_of(answer)).status_code == 303
    assert count(app, "therapy_sessions") == stored + 1
    assert page.client.get("/health").text == "ok"
    page.client.get(f"/clients/{client_id}")
    with app.app_context(), db.reading() as reading:
        assert audit.verify(reading).bad is None
        assert reading.execute(text("PRAGMA integrity_check")).scalar() == "ok"
        reads = reading.scalars(select(AuditEntry).where(AuditEntry.event == "client.read")).all()
        assert [bool(read.detail.get("read_at")) for read in reads] == [True, False]
    with app.app_context():
        db.engine().dispose()


def test_a_database_that_another_holds_answers_not_saved_and_pages_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(db, "BUSY_SECONDS", 0.05)
    app, clinician = open_practice(tmp_path / "instance")
    client_id = add_client(app, clinician)
    page = browser_of(app, clinician)
    url, form = f"/clients/{client_id}/sessions/new", form_for(clock.now().date(), 8, page.token())
    with app.app_context(), db.transaction() as holding:
        holding.execute(text("UPDATE practice SET version = version"))
        answer = page.client.post(url, data=form)
        assert (answer.status_code, "still here" in answer.text) == (503, True)
        health = page.client.get("/health")
        assert (health.status_code, health.text) == (503, "The database cannot be written")
        assert page.client.get(f"/clients/{client_id}").status_code == 200
    assert page.client.post(url, data=entries_of(answer)).status_code == 303
    assert (count(app, "therapy_sessions"), page.client.get("/health").text) == (1, "ok")


@pytest.fixture
def read_only(app: Flask) -> Iterator[None]:
    """The database takes no writes: SQLite by its own switch on every connection, PostgreSQL by its server's."""
    engine = db.engine()
    if engine.dialect.name == "sqlite":
        from sqlalchemy import event

        def refuse(connection: object, *_: object) -> None:
            connection.execute("PRAGMA query_only = ON")

        engine.dispose()
        event.listen(engine, "connect", refuse)
        yield
        event.remove(engine, "connect", refuse)
        engine.dispose()
        return
    _server_read_only("on")
    yield
    _server_read_only("off")


def _server_read_only(value: str) -> None:
    engine = db.engine()
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("SET default_transaction_read_only = off"))
        name = connection.execute(text("SELECT current_database()")).scalar()
        connection.execute(
            text(f"ALTER DATABASE {name} SET default_transaction_read_only = {value}")
        )
    engine.dispose()


def test_a_read_only_database_can_be_read_and_says_not_saved(
    page: Browser, cast: Cast, request: pytest.FixtureRequest
) -> None:
    form = {"csrf_token": page.token(), **rated(5)}
    with (
        db.transaction() as writing
    ):  # seen long ago: noting that they are here must not fail either
        for row in writing.scalars(select(SignIn)):
            row.seen_at = clock.now() - timedelta(minutes=5)
    request.getfixturevalue("read_only")
    answer = page.client.post(new_url(cast), data=form)
    assert (answer.status_code, "still here" in answer.text) == (503, True)
    for path in ("/", f"/clients/{cast.client_id}", "/help"):
        assert page.client.get(path).status_code == 200, path
    assert page.client.get("/health").status_code == 503


def test_only_so_many_reads_wait(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(late_reads, "MOST", 2)
    waiting, read = LateReads(), Read("client.read", cast.clinician.id, clock.now(), cast.client_id)
    waiting.keep([read])
    waiting.keep([read])
    with pytest.raises(NotNow, match="Reading is closed"):
        waiting.keep([read])
    assert waiting.take() == [read, read]
    assert waiting.take() == []
    assert read.for_log() == {
        "event": "client.read",
        "actor_id": str(cast.clinician.id),
        "object_id": str(cast.client_id),
    }
