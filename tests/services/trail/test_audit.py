"""The audit chain, on both databases."""

import hmac
import json
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from tests.conftest import Cast, log, weeks
from tests.instances import CUT_THE_END, past_the_triggers
from tracker import clock, db
from tracker.models import AuditEntry
from tracker.services.storage import signed_heads as anchors
from tracker.services.trail import audit
from tracker.services.trail.audit import Fault, Head, Verdict


def verdict(*signed: Head) -> Verdict:
    with db.reading() as reading:
        return audit.verify(reading, signed)


def found(*signed: Head) -> tuple[Fault | None, int | None]:
    looked = verdict(*signed)
    return looked.kind, looked.bad


def signed_now() -> Head:
    with db.reading() as reading:
        return anchors.head(reading)


def tamper(*statements: str) -> None:
    with db.transaction() as writing:
        past_the_triggers(writing, *statements)


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
    assert verdict() == Verdict(Head(len(entries), entries[-1].hash))


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


COLUMNS = "at, actor_id, event, object_id, client_id, detail"
FORGED = (
    f"INSERT INTO audit_entries SELECT 8, {COLUMNS}, previous, hash FROM audit_entries WHERE seq = 7",
    f"INSERT INTO audit_entries SELECT 8, {COLUMNS}, hash, hash FROM audit_entries WHERE seq = 7",
)
MUTATIONS = {
    "edited": (["UPDATE audit_entries SET event = 'client.read' WHERE seq = 3"], Fault.HASH, 3),
    "edited detail": (["UPDATE audit_entries SET detail = '{}' WHERE seq = 1"], Fault.HASH, 1),
    "edited time": (["UPDATE audit_entries SET at = '2026-01-01' WHERE seq = 4"], Fault.HASH, 4),
    "deleted in the middle": (["DELETE FROM audit_entries WHERE seq = 2"], Fault.GAP, 2),
    "deleted at the beginning": (["DELETE FROM audit_entries WHERE seq = 1"], Fault.GAP, 1),
    "deleted at the end": ([CUT_THE_END[0]], Fault.HEAD, 7),
    "deleted at the end with the head": (list(CUT_THE_END), Fault.ANCHOR, 7),
    "all deleted with the head": (
        ["DELETE FROM audit_entries", f"UPDATE audit_head SET seq = 0, hash = '{audit.FIRST}'"],
        Fault.ANCHOR,
        1,
    ),
    "inserted": ([FORGED[1]], Fault.HASH, 8),
    "inserted out of line": ([FORGED[0]], Fault.LINK, 8),
    "reordered": (
        [
            f"UPDATE audit_entries SET seq = {b} WHERE seq = {a}"
            for a, b in ((2, 99), (3, 2), (99, 3))
        ],
        Fault.LINK,
        2,
    ),
    "head moved": (["UPDATE audit_head SET seq = 99"], Fault.HEAD, 8),
}


@pytest.mark.parametrize("name", MUTATIONS)
def test_what_was_tampered_with_is_found(cast: Cast, name: str) -> None:
    statements, kind, at = MUTATIONS[name]
    signed = signed_now()
    assert signed.seq == 7
    assert found(signed) == (None, None)
    tamper(*statements)
    assert found(signed) == (kind, at)


def test_a_cut_end_is_found_by_the_signed_head_alone(cast: Cast) -> None:
    signed = signed_now()
    tamper(*CUT_THE_END)
    assert found() == (None, None)
    assert found(signed) == (Fault.ANCHOR, 7)


def test_another_entry_in_the_place_of_a_cut_one_is_found(cast: Cast) -> None:
    early, late = Head(0, audit.FIRST), signed_now()
    tamper(*CUT_THE_END)
    with db.transaction() as writing:
        for _ in range(3):
            audit.record(writing, "client.read", actor=None, now=clock.now())
    assert found() == (None, None)
    assert found(early, late) == (Fault.ANCHOR, 7)


def test_a_missing_head_is_found(app: Flask, cast: Cast) -> None:
    kept = signed_now()
    tamper("DELETE FROM audit_head")
    assert found() == (Fault.HEAD, 8)
    tamper(f"INSERT INTO audit_head VALUES (1, {kept.seq}, '{kept.hash}')")
    assert found() == (None, None)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_entries SET at = 'yesterday' WHERE seq = 5",
        "UPDATE audit_entries SET at = 'yesterday, at half past 9.' WHERE seq = 5",
        "UPDATE audit_entries SET at = 12 WHERE seq = 5",
        "UPDATE audit_entries SET at = replace(at, ' ', 'T') WHERE seq = 5",
        "UPDATE audit_entries SET event = x'00' WHERE seq = 5",
        "UPDATE audit_entries SET detail = 'none' WHERE seq = 5",
        "UPDATE audit_entries SET actor_id = 'somebody' WHERE seq = 5",
        "UPDATE audit_entries SET client_id = 'None' WHERE seq = 5",
    ],
)
@pytest.mark.only_on("sqlite", reason="PostgreSQL takes no such value")
def test_an_entry_that_cannot_even_be_read_is_found(app: Flask, cast: Cast, statement: str) -> None:
    tamper(statement)
    assert found() == (Fault.HASH, 5)


def test_an_entry_is_hashed_as_json_with_sorted_keys_whichever_way_it_is_read() -> None:
    key, an_id = b"key", UUID("12345678-1234-4234-8234-1234567890ab")
    detail = {"rules": "2026.3", "kind": 'dr"op \u00e9'}
    at, before = datetime(2026, 5, 12, 9, 0, 0, 5, tzinfo=UTC), "ab" * 32
    entry = (an_id, "flag.raised", an_id, None, detail)
    as_kept = (an_id.hex, "flag.raised", an_id.hex, None, json.dumps(detail))  # by SQLite
    row = {
        "seq": 7,
        "at": "2026-05-12T09:00:00.000005+00:00",
        "actor": str(an_id),
        "event": "flag.raised",
        "client": "None",
        "object": str(an_id),
        "detail": detail,
    }
    canonical = before + json.dumps(row, sort_keys=True, separators=(",", ":"))
    expected = hmac.new(key, canonical.encode(), "sha256").hexdigest()
    assert audit._hash(key, 7, audit._moment(at), *entry, before) == expected
    kept_at = audit._moment("2026-05-12 09:00:00.000005")
    assert audit._hash(key, 7, kept_at, *as_kept, before) == expected


def test_a_clock_that_was_set_back_is_said_and_is_no_fault(cast: Cast) -> None:
    now = clock.now()
    with db.transaction() as writing:
        for minutes in (0, -0.5, -60, 5):
            at = now + timedelta(minutes=minutes)
            audit.record(writing, "client.read", actor=None, now=at)
    looked = verdict()
    assert (looked.kind, looked.backwards) == (None, (10,))


def test_two_writers_keep_one_chain(cast: Cast) -> None:
    from concurrent.futures import ThreadPoolExecutor

    from flask import current_app

    app = current_app._get_current_object()

    def write(_: int) -> None:
        with app.app_context(), db.transaction() as writing:
            audit.record(writing, "client.read", actor=uuid4(), now=clock.now())

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(write, range(30)))
    assert verdict().kind is None
    assert verdict().head.seq == 37


@pytest.mark.only_on("postgresql", reason="a file has no time zone of its own")
def test_a_server_in_another_time_zone_changes_no_entry(app: Flask) -> None:
    with db.transaction() as writing:
        writing.execute(text("SET LOCAL TIME ZONE 'Europe/Berlin'"))
        row = audit.record(writing, "keys.entered", actor=None, now=clock.now())
        assert audit.verify(writing) == Verdict(Head(row.seq, row.hash))
        writing.refresh(row)
        assert row.at.utcoffset() == timedelta(0)
    assert found() == (None, None)
