"""The audit chain, on both databases."""

from uuid import uuid4

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from tests.conftest import Cast, log, weeks
from tracker import clock, db
from tracker.models import AuditEntry
from tracker.services import audit


def first_break() -> int | None:
    with db.reading() as reading:
        return audit.first_break(reading)


def past_the_triggers(writing: Session, statement: str) -> None:
    """Tamper as someone would who owns the database."""
    if writing.get_bind().dialect.name == "sqlite":
        for act in ("update", "delete"):
            writing.execute(text(f"DROP TRIGGER IF EXISTS audit_entries_no_{act}"))
    else:
        writing.execute(text("ALTER TABLE audit_entries DISABLE TRIGGER USER"))
    writing.execute(text(statement))
    if writing.get_bind().dialect.name != "sqlite":
        writing.execute(text("ALTER TABLE audit_entries ENABLE TRIGGER USER"))


def test_every_change_has_its_entry_and_the_chain_is_whole(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        entries = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq)).all()
    assert [e.event for e in entries][-4:] == [
        "client.added",
        "session.logged",
        "flag.raised",
        "session.logged",
    ]
    assert [e.seq for e in entries] == list(range(1, len(entries) + 1))
    assert {e.client_id for e in entries[-3:]} == {cast.client_id}
    assert first_break() is None


def test_entries_hold_ids_and_no_content(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8, note="canary")
    with db.reading() as reading:
        details = str([e.detail for e in reading.scalars(select(AuditEntry))])
    assert "canary" not in details
    assert "@" not in details
    assert "8" not in {str(v) for e in details for v in e if v == "'8'"}


def test_a_key_that_the_event_does_not_declare_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="does not declare score"), db.transaction() as writing:
        audit.record(writing, "client.read", actor=cast.clinician.id, now=clock.now(), score=8)


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_entries SET event = 'x'", "DELETE FROM audit_entries"]
)
def test_the_database_refuses_to_change_or_delete_entries(cast: Cast, statement: str) -> None:
    with pytest.raises(DatabaseError, match="written once"), db.transaction() as writing:
        writing.execute(text(statement))


@pytest.mark.parametrize(
    ("statement", "at"),
    [
        ("UPDATE audit_entries SET event = 'client.read' WHERE seq = 3", 3),
        ("UPDATE audit_entries SET detail = '{}' WHERE seq = 1", 1),
        ("DELETE FROM audit_entries WHERE seq = 2", 2),
        ("DELETE FROM audit_entries WHERE seq = 1", 1),
        ("DELETE FROM audit_entries WHERE seq = (SELECT max(seq) FROM audit_entries)", 7),
        ("UPDATE audit_head SET seq = 99", 8),
    ],
)
def test_what_was_tampered_with_is_found(cast: Cast, statement: str, at: int) -> None:
    with db.transaction() as writing:
        past_the_triggers(writing, statement)
    assert first_break() == at


def test_two_writers_keep_one_chain(cast: Cast) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from flask import current_app

    app = current_app._get_current_object()

    def write(_: int) -> None:
        with app.app_context(), db.transaction() as writing:
            audit.record(writing, "client.read", actor=uuid4(), now=clock.now())

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(30)))
    assert first_break() is None
    with db.reading() as reading:
        assert len(reading.scalars(select(AuditEntry)).all()) == 37
