"""The audit chain: who did what to which record, and when. Ids and counts only, never content.

    entry n:  hash = HMAC-SHA-256(key, previous hash + canonical JSON of the entry)

Written in the same transaction as the change it records, or, for a page that only reads, before the answer leaves.
"""

import hashlib
import hmac
import json
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models import AuditEntry, AuditHead

# Every event, and the keys its detail may have. A key that is not here cannot be recorded.
EVENTS: dict[str, frozenset[str]] = {
    "account.added": frozenset({"roles"}),
    "account.disabled": frozenset(),
    "account.password_changed": frozenset(),
    "supervision.linked": frozenset({"clinician"}),
    "sign_in.opened": frozenset(),
    "sign_in.failed": frozenset(),
    "sign_in.ended": frozenset({"reason"}),
    "caseload.read": frozenset({"clinician", "clients"}),
    "client.added": frozenset({"measures"}),
    "client.read": frozenset(),
    "session.logged": frozenset({"ratings"}),
    "session.read": frozenset(),
    "session.corrected": frozenset({"fields", "ratings"}),
    "flag.raised": frozenset({"rating", "rules"}),
    "flag.found_again": frozenset({"rating", "rules"}),
    "flag.withdrawn": frozenset({"rules"}),
    "flag.read": frozenset(),
    "flag.answered": frozenset(),
    "practice.changed": frozenset({"fields"}),
    "database.upgraded": frozenset({"version"}),
}
FIRST = "0" * 64


def record(
    db: Session,
    event: str,
    *,
    actor: UUID | None,
    now: datetime,
    object_id: UUID | None = None,
    client_id: UUID | None = None,
    **detail: str | int | list[str],
) -> AuditEntry:
    """Add one entry to the chain and return it. ValueError for a key that the event does not declare."""
    if undeclared := detail.keys() - EVENTS[event]:
        raise ValueError(f"{event} does not declare {', '.join(sorted(undeclared))}")
    head = db.scalars(select(AuditHead).with_for_update()).one()
    entry = AuditEntry(
        seq=head.seq + 1,
        at=now,
        actor_id=actor,
        event=event,
        object_id=object_id,
        client_id=client_id,
        detail=detail,
        previous=head.hash,
    )
    entry.hash = _hash(db.info["audit_key"], entry)
    head.seq, head.hash = entry.seq, entry.hash
    db.add(entry)
    db.flush()
    return entry


def _hash(key: bytes, entry: AuditEntry) -> str:
    row = {
        "seq": entry.seq,
        "at": entry.at.isoformat(timespec="microseconds"),
        "actor": str(entry.actor_id),
        "event": entry.event,
        "object": str(entry.object_id),
        "client": str(entry.client_id),
        "detail": entry.detail,
    }
    text = json.dumps(row, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hmac.new(key, (entry.previous + text).encode("ascii"), hashlib.sha256).hexdigest()


def first_break(db: Session) -> int | None:
    """The sequence number of the first entry that was altered, is missing or was put in; None when the chain is whole.

    A tail that was cut off together with the head row is not noticed here: that takes a head kept elsewhere.
    """
    expected, previous = 1, FIRST
    for entry in db.scalars(select(AuditEntry).order_by(AuditEntry.seq)):
        whole = entry.seq == expected and entry.previous == previous
        if not whole or entry.hash != _hash(db.info["audit_key"], entry):
            return expected
        expected, previous = entry.seq + 1, entry.hash
    head = db.scalars(select(AuditHead)).one()
    return None if (head.seq, head.hash) == (expected - 1, previous) else expected
