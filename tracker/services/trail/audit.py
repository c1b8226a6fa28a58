"""The audit chain: who did what to which record, and when. Ids and counts only, never content.

    entry n:  hash = HMAC-SHA-256(key, previous hash + canonical JSON of the entry)

Written in the same transaction as the change it records, or, for a page that only reads, before the answer leaves.
"""

import hmac
import json
from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from tracker.models import AuditEntry, AuditHead
from tracker.services.installation import installation
from tracker.services.trail.events import EVENTS

__all__ = ("EVENTS", "Fault", "Head", "Verdict", "record", "verify")

FIRST = "0" * 64
HEAD = "end of the audit trail"
TEXT = json.encoder.encode_basestring_ascii
CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True)
BACKWARDS = timedelta(
    minutes=1
)  # design default: less is two writers who looked at the clock before they queued


class Head(NamedTuple):
    """Where a chain ends, or ended once."""

    seq: int
    hash: str


class Fault(StrEnum):
    """How an entry is wrong."""

    GAP = "gap"  # it is not there
    LINK = "link"  # it does not follow the one before
    HASH = "hash"  # its content is not what was recorded
    HEAD = "head"  # the chain goes on, or ends, where its head does not say so
    ANCHOR = "anchor"  # it is not the one that was signed outside the database


@dataclass(frozen=True)
class Verdict:
    """What a look at the whole chain found: where it ends, the first bad entry and how it is wrong.

    `backwards` are entries whose time lies before the entry before: a clock that was set back, which is said and is no
    fault, because the order of the chain is that of its numbers.
    """

    head: Head
    bad: int | None = None
    kind: Fault | None = None
    backwards: tuple[int, ...] = ()


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
    head = _head(db)
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
    at = _moment(now)
    who = actor
    what = (event, object_id, client_id, detail)
    entry.hash = _hash(installation(db).audit_key, entry.seq, at, who, *what, entry.previous)
    head.seq = entry.seq
    head.hash = entry.hash
    db.add(entry)
    return entry


def _head(db: Session) -> AuditHead:
    """Where the chain ends, locked from the first entry of a transaction until its end: it moves no more meanwhile."""
    locked, head = db.info.get(HEAD, (None, None))
    if head is None or locked is not db.get_transaction():
        with db.no_autoflush:  # or each change would be sent by itself
            head = db.scalars(select(AuditHead).with_for_update()).one()
        db.info[HEAD] = (db.get_transaction(), head)
    assert isinstance(head, AuditHead)
    return head


def _hash(
    key: bytes,
    seq: int,
    at: str,
    actor: UUID | str | None,
    event: str,
    object_id: UUID | str | None,
    client: UUID | str | None,
    detail: Mapping[str, Any] | str,
    previous: str,
) -> str:
    """The keyed hash of an entry: of its JSON with sorted keys, without spaces, in ASCII, after the hash before it.

    Written out by hand, because a check of the trail does it a million times.
    """
    text = (
        f'{previous}{{"actor":{_id(actor)},"at":"{at}","client":{_id(client)},"detail":{_canonical(detail)},'
        f'"event":{TEXT(event)},"object":{_id(object_id)},"seq":{seq}}}'
    )
    return hmac.digest(key, text.encode("ascii"), "sha256").hex()


@lru_cache(
    maxsize=65_536
)  # the same few people, and clients whose records are read again and again
def _id(value: UUID | str | None) -> str:
    """An id as JSON: a UUID, its 32 digits as SQLite keeps them, or none. ValueError for any other text."""
    if not isinstance(value, str):
        return TEXT(str(value))
    if len(value) != 32:
        raise ValueError("no id")
    return TEXT(f"{value[:8]}-{value[8:12]}-{value[12:16]}-{value[16:20]}-{value[20:]}")


def _canonical(detail: Mapping[str, Any] | str) -> str:
    """A detail as canonical JSON, from what it says or from the JSON that SQLite keeps."""
    return _again(detail) if isinstance(detail, str) else CANONICAL.encode(detail)


@lru_cache(maxsize=65_536)
def _again(text: str) -> str:
    return CANONICAL.encode(json.loads(text))


def _moment(at: datetime | str) -> str:
    """A moment as the entry has it, from a moment or from the text that SQLite keeps. ValueError for anything else."""
    if isinstance(at, datetime):  # a server gives it in a zone of its own
        return at.astimezone(UTC).isoformat(timespec="microseconds")
    if not isinstance(at, str) or len(at) != 26 or at[10] != " ":
        raise ValueError("no moment")
    return f"{at[:10]}T{at[11:]}+00:00"


def verify(db: Session, anchors: Iterable[Head] = ()) -> Verdict:
    """The verdict on the whole chain, read once from its beginning, a thousand entries in memory at a time.

    `anchors` are heads that were signed outside the database (storage/signed_heads): without them, a tail that was cut
    off together with the head row is not noticed, nor an older database in the place of this one.
    """
    signed: dict[int, set[str]] = {}
    for anchor in anchors:
        signed.setdefault(anchor.seq, set()).add(anchor.hash)
    key = installation(db).audit_key
    end = Head(0, FIRST)
    before = ""
    backwards: list[int] = []
    with closing(_entries(db)) as entries:
        for entry in entries:
            kind = _wrong(key, end, entry) or _unsigned(signed.get(end.seq + 1), entry[-1])
            if kind:
                return Verdict(end, end.seq + 1, kind, tuple(backwards))
            at = _moment(entry[1])
            if at < before and _apart(at, before) > BACKWARDS:
                backwards.append(entry[0])
            end = Head(entry[0], entry[-1])
            before = at
    kind = _end(db, end, max(signed, default=0))
    return Verdict(end, end.seq + 1 if kind else None, kind, tuple(backwards))


def _apart(at: str, before: str) -> timedelta:
    return datetime.fromisoformat(before) - datetime.fromisoformat(at)


def _entries(db: Session) -> Generator[Any, None, None]:
    """Every entry in order, as (seq, at, actor, event, object, client, detail, previous, hash): as they are kept, where
    that is text, because making a million of them into ids and moments and back again takes most of the time."""
    c = AuditEntry.__table__.c
    raw = (c.actor_id, c.event, c.object_id, c.client_id, c.detail, c.previous, c.hash)
    kept = [type_coerce(column, String).label(column.name) for column in (c.at, *raw)]
    query = select(c.seq, *kept).order_by(c.seq)
    with db.execute(query.execution_options(yield_per=1000)) as rows:
        yield from rows


def _wrong(key: bytes, end: Head, entry: Any) -> Fault | None:
    seq, at, actor, event, object_id, client, detail, previous, stored = entry
    if seq != end.seq + 1:
        return Fault.GAP
    if previous != end.hash:
        return Fault.LINK
    try:
        own = _hash(key, seq, _moment(at), actor, event, object_id, client, detail, previous)
    except (ValueError, TypeError):  # an id or a moment is none, or the detail no JSON
        return Fault.HASH
    return None if stored == own else Fault.HASH


def _unsigned(signed: set[str] | None, stored: str) -> Fault | None:
    return Fault.ANCHOR if signed and signed != {stored} else None


def _end(db: Session, end: Head, last_signed: int) -> Fault | None:
    row = db.scalars(select(AuditHead)).one_or_none()
    if row is None or (row.seq, row.hash) != end:
        return Fault.HEAD
    return Fault.ANCHOR if last_signed > end.seq else None
