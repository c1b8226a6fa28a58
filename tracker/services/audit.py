"""The audit chain: who did what to which record, and when. Ids and counts only, never content.

    entry n:  hash = HMAC-SHA-256(key, previous hash + canonical JSON of the entry)

Written in the same transaction as the change it records, or, for a page that only reads, before the answer leaves.
"""

import hmac
import json
from collections.abc import Generator, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import String, select, type_coerce
from sqlalchemy.orm import Session

from tracker.models import AuditEntry, AuditHead

# Every event, and the keys its detail may have. A key that is not here cannot be recorded.
EVENTS: dict[str, frozenset[str]] = {
    "account.added": frozenset({"roles"}),
    "account.changed": frozenset({"fields"}),
    "account.code_given": frozenset(),
    "account.code_wrong": frozenset(),
    "account.disabled": frozenset(),
    "account.enabled": frozenset(),
    "account.password_changed": frozenset(),
    "account.preferences_changed": frozenset({"fields"}),
    "supervision.linked": frozenset({"clinician"}),
    "supervision.ended": frozenset({"clinician"}),
    "sign_in.opened": frozenset(),
    "sign_in.failed": frozenset(),
    "sign_in.ended": frozenset({"reason"}),
    "sign_in.suspended": frozenset(),
    "sign_in.resumed": frozenset(),
    "handover.made": frozenset({"way", "measures"}),
    "handover.opened": frozenset(),
    "handover.code_wrong": frozenset(),
    "handover.sent": frozenset({"ratings"}),
    "handover.declined": frozenset({"ratings"}),
    "handover.partial": frozenset({"ratings"}),
    "handover.unanswered": frozenset({"ratings"}),
    "handover.cancelled": frozenset({"ratings"}),
    "handover.taken_back": frozenset(),
    "caseload.read": frozenset({"clinician", "clients", "read_at"}),
    "client.added": frozenset({"measures"}),
    "client.changed": frozenset({"fields", "measures"}),
    "client.read": frozenset({"read_at"}),
    "participant.added": frozenset(),
    "participant.asked": frozenset(),
    "participant.not_asked": frozenset(),
    "client.reassigned": frozenset({"giver", "taker"}),
    "session.scheduled": frozenset({"sessions"}),
    "session.moved": frozenset(),
    "session.taken_off": frozenset(),
    "session.logged": frozenset({"ratings"}),
    "session.read": frozenset({"read_at"}),
    "session.no_answer": frozenset(),
    "session.corrected": frozenset({"fields", "ratings"}),
    "reengagement.recorded": frozenset(),
    "reengagement.corrected": frozenset(),
    "flag.raised": frozenset({"kind", "rules"}),
    "flag.found_again": frozenset({"kind", "rules"}),
    "flag.withdrawn": frozenset({"rules"}),
    "flag.read": frozenset({"read_at"}),
    "flag.answered": frozenset(),
    "flag.answer_undone": frozenset(),
    "flag.reviewed": frozenset({"act"}),
    "board.read": frozenset({"clients", "read_at"}),
    "board.searched": frozenset(),
    "board.view_saved": frozenset(),
    "board.view_removed": frozenset(),
    "client.reviewed": frozenset({"meeting"}),
    "meeting.made": frozenset({"clinician"}),
    "meeting.read": frozenset({"clients", "read_at"}),
    "meetings.read": frozenset({"read_at"}),
    "action.agreed": frozenset({"review"}),
    "action.ended": frozenset({"ended_as"}),
    "repair.opened": frozenset(),
    "repair.added": frozenset({"act"}),
    "repair.corrected": frozenset({"act"}),
    "repair.read": frozenset({"read_at"}),
    "goal.set": frozenset(),
    "goal.added": frozenset({"act"}),
    "goal.corrected": frozenset({"act"}),
    "goal.read": frozenset({"read_at"}),
    "objective.set": frozenset(),
    "objective.changed": frozenset(),
    "objective.kept": frozenset({"kept"}),
    "objective.read": frozenset({"read_at"}),
    "adaptation.recorded": frozenset(),
    "adaptation.corrected": frozenset(),
    "usual_range.begun": frozenset({"measure"}),
    "usual_range.taken_back": frozenset({"measure"}),
    "practice.changed": frozenset({"fields"}),
    "threshold.read": frozenset({"measure"}),
    "threshold.set": frozenset({"measure"}),
    "database.upgraded": frozenset({"version"}),
    "database.restored": frozenset({"from_seq", "from_hash", "replaced_seq", "replaced_hash"}),
    "anchors.begun": frozenset(),
    "keys.sheet_printed": frozenset(),
    "keys.entered": frozenset(),
    "audit.read": frozenset({"first", "last", "read_at"}),
    "audit.exported": frozenset({"first", "last", "read_at"}),
}
FIRST = "0" * 64
TEXT = json.encoder.encode_basestring_ascii
CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=True)
BACKWARDS = timedelta(
    minutes=1
)  # design default: less is two writers who looked at the clock before they queued


class Head(NamedTuple):
    """Where a chain ends, or ended once."""

    seq: int
    hash: str


class Kind(StrEnum):
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
    kind: Kind | None = None
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


def _hash(key: bytes, entry: Any) -> str:
    """The keyed hash of an entry: of its JSON with sorted keys, without spaces, in ASCII, after the hash before it.

    Written out by hand, because a check of the trail does it a million times.
    """
    text = (
        f'{entry.previous}{{"actor":{_id(entry.actor_id)},"at":"{entry.at.isoformat(timespec="microseconds")}",'
        f'"client":{_id(entry.client_id)},"detail":{_canonical(entry.detail)},"event":{TEXT(entry.event)},'
        f'"object":{_id(entry.object_id)},"seq":{entry.seq}}}'
    )
    return hmac.digest(key, text.encode("ascii"), "sha256").hex()


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


@lru_cache(maxsize=1024)
def _again(text: str) -> str:
    return CANONICAL.encode(json.loads(text))


def verify(db: Session, anchors: Iterable[Head] = ()) -> Verdict:
    """The verdict on the whole chain, read once from its beginning, a thousand entries in memory at a time.

    `anchors` are heads that were signed outside the database (services/anchors): without them, a tail that was cut off
    together with the head row is not noticed, nor an older database in the place of this one.
    """
    signed: dict[int, set[str]] = {}
    for anchor in anchors:
        signed.setdefault(anchor.seq, set()).add(anchor.hash)
    key, end = db.info["audit_key"], Head(0, FIRST)
    before: datetime | None = None
    backwards: list[int] = []
    with closing(_entries(db)) as entries:
        for entry in entries:
            kind = _wrong(key, end, entry) or _unsigned(signed.get(end.seq + 1), entry.hash)
            if kind:
                return Verdict(end, end.seq + 1, kind, tuple(backwards))
            if before and entry.at < before - BACKWARDS:
                backwards.append(entry.seq)
            end, before = Head(entry.seq, entry.hash), entry.at
    kind = _end(db, end, max(signed, default=0))
    return Verdict(end, end.seq + 1 if kind else None, kind, tuple(backwards))


def _entries(db: Session) -> Generator[Any, None, None]:
    """Every entry in order; None in the place of one that cannot even be read."""
    columns, last = AuditEntry.__table__.c, 0
    # As they are kept, where that is text: making a million of them into ids and back again takes half the time.
    raw = ("actor_id", "object_id", "client_id", "detail")
    query = select(
        *(type_coerce(c, String).label(c.name) if c.name in raw else c for c in columns)
    ).order_by(columns.seq)
    try:
        with db.execute(query.execution_options(yield_per=1000)) as found:
            for entry in found:
                yield entry
                last = entry.seq
    except (
        ValueError,
        TypeError,
    ):  # somewhere in this thousand is a value that is no date
        for seq in db.scalars(select(columns.seq).where(columns.seq > last).order_by(columns.seq)):
            try:
                yield db.execute(query.where(columns.seq == seq)).one()
            except (ValueError, TypeError):
                yield None


def _wrong(key: bytes, end: Head, entry: Any) -> Kind | None:
    if entry is None:
        return Kind.HASH
    if entry.seq != end.seq + 1:
        return Kind.GAP
    if entry.previous != end.hash:
        return Kind.LINK
    try:
        return None if entry.hash == _hash(key, entry) else Kind.HASH
    except ValueError:  # an id is none, or the detail no JSON
        return Kind.HASH


def _unsigned(signed: set[str] | None, found: str) -> Kind | None:
    return Kind.ANCHOR if signed and signed != {found} else None


def _end(db: Session, end: Head, last_signed: int) -> Kind | None:
    row = db.scalars(select(AuditHead)).one_or_none()
    if row is None or (row.seq, row.hash) != end:
        return Kind.HEAD
    return Kind.ANCHOR if last_signed > end.seq else None
