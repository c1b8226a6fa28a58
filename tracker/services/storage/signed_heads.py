"""Signed heads of the audit chain, in a file outside the database: what finds a chain whose tail was cut off.

    {"seq": 812, "hash": "...", "at": "...", "why": "hour", "previous": "...", ..., "signature": "..."}

One line of JSON each; `previous` is the hash of the line before, the signature (Ed25519) covers all of it. A line is
appended under a lock and synced, whole or not at all. What is left of a line that a power cut tore has no end of line:
it never counted, and the next line takes its place.

A restore goes back behind heads that were signed already. Its line names the head it went back to, and from then on
the heads count that stood when that one was signed, and the line itself: see `standing`.
"""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from time import monotonic, sleep
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from tracker import disk, signing
from tracker.domain.errors import NotNow
from tracker.models import AuditEntry, AuditHead
from tracker.services.trail.audit import FIRST, Head

LOST = (
    "The file of signed heads (backups/audit-heads.jsonl) is missing or empty. Put a copy of it back; where there is "
    "none: tracker audit begin-again"
)
PATIENCE = 5.0  # seconds that a command waits for another process's line


class HeadReason(StrEnum):
    """What a head was written down for."""

    START = "start"
    HOUR = "hour"
    BACKUP = "backup"
    RESTORE = "restore"


@dataclass(frozen=True)
class SignedHead:
    """One signed head. A restore has two more: `restored`, which it went back to, and `replaced`, which was there."""

    head: Head
    at: datetime
    why: HeadReason
    previous: str
    restored: Head | None
    replaced: Head | None
    hash: str


@dataclass(frozen=True)
class Heads:
    """What a file of heads holds: its lines up to the first that is not genuine, and which one that is."""

    lines: tuple[SignedHead, ...]
    bad: int | None = None
    torn: bool = False


def head(db: Session) -> Head:
    """Where the chain ends now."""
    row = db.scalars(select(AuditHead)).one()
    return Head(row.seq, row.hash)


def begun(db: Session) -> bool:
    """True when the chain says that a file of heads was begun; then there has to be one."""
    return bool(db.scalar(select(exists().where(AuditEntry.event == "anchors.begun"))))


def read(file: Path, public: bytes) -> Heads:
    """The heads in a file; FileNotFoundError when there is none."""
    *whole, rest = file.read_bytes().split(b"\n")
    lines: list[SignedHead] = []
    previous = FIRST
    for number, text in enumerate(whole, start=1):
        line = _line(text, public)
        if line is None or line.previous != previous:
            return Heads(tuple(lines), bad=number, torn=bool(rest))
        lines.append(line)
        previous = line.hash
    return Heads(tuple(lines), torn=bool(rest))


def _line(text: bytes, public: bytes) -> SignedHead | None:
    try:
        content = json.loads(text)
        if not isinstance(content, dict) or not signing.holds(content, public):
            return None
        return SignedHead(
            head=Head(content["seq"], content["hash"]),
            at=datetime.fromisoformat(content["at"]),
            why=HeadReason(content["why"]),
            previous=content["previous"],
            restored=_head(content["restored"]),
            replaced=_head(content["replaced"]),
            hash=hashlib.sha256(text).hexdigest(),
        )
    except (ValueError, TypeError, KeyError):
        return None


def _head(pair: list[Any] | None) -> Head | None:
    return Head(int(pair[0]), str(pair[1])) if pair else None


def standing(lines: Sequence[SignedHead]) -> frozenset[Head]:
    """The heads that have to be in the chain.

    Every one that was signed, but for restores: after a restore those count that stood when the head it went back to
    was signed (a backup's head always was). A head that was never signed, from before there was a file, goes back to
    what is not beyond it. An old restore line cannot be used again: it has its place in the chain of lines, and the
    heads signed after it count as well.
    """
    heads: set[Head] = set()
    for number, line in enumerate(lines):
        if line.why is HeadReason.RESTORE and line.restored is not None:
            heads = _gone_back(lines[:number], line.restored, heads)
        heads.add(line.head)
    return frozenset(heads)


def _gone_back(earlier: Sequence[SignedHead], to: Head, now: set[Head]) -> set[Head]:
    for number in range(len(earlier) - 1, -1, -1):
        if earlier[number].head == to:
            return set(standing(earlier[: number + 1]))
    return {each for each in now if each.seq <= to.seq}


def same_beginning(one: Iterable[SignedHead], other: Iterable[SignedHead]) -> int | None:
    """The number of the first line in which two files differ; None when one of them only goes on further."""
    pairs = enumerate(zip(one, other, strict=False), start=1)
    return next((number for number, (a, b) in pairs if a.hash != b.hash), None)


def append(
    file: Path,
    secret: str,
    why: HeadReason,
    find: Callable[[], Head],
    *,
    now: datetime,
    new: bool = False,
    once_an_hour: bool = False,
    restored: Head | None = None,
    replaced: Head | None = None,
    patience: float = PATIENCE,
) -> SignedHead | None:
    """The new line, signed and synced; None when it was asked for once an hour and this hour has one.

    The head is looked for while the lock is held, so that lines stand in the order of the chain. A file that is missing
    is only made when it is to be a new one: a lost file must be noticed. NotNow while another process is writing.
    """
    if new:
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        file.touch(mode=0o600)
    elif not file.exists():
        raise FileNotFoundError(f"{file.name} is missing")
    with disk.Lock(file) as lock:
        _wait(lock, patience)
        last = _last(file)
        if once_an_hour and last and hour(datetime.fromisoformat(last["at"])) == hour(now):
            return None
        previous = hashlib.sha256(last["text"]).hexdigest() if last else FIRST
        content = _content(find(), why, now, previous, restored, replaced)
        text = signing.canonical(signing.signed(content, secret)).encode("ascii")
        _write(file, text + b"\n")
    if new:
        disk.sync_folder(file.parent)
    return _line(text, signing.public_key(secret))


def hour(moment: datetime) -> datetime:
    """The beginning of the hour of a moment."""
    return moment.replace(minute=0, second=0, microsecond=0)


def _wait(lock: disk.Lock, patience: float) -> None:
    until = monotonic() + patience
    while not lock.take(alone=True):
        if monotonic() >= until:
            raise NotNow("Another process is writing to the file of heads. Try again in a moment.")
        sleep(0.01)


def _content(
    head: Head,
    why: HeadReason,
    now: datetime,
    previous: str,
    restored: Head | None,
    replaced: Head | None,
) -> dict[str, Any]:
    return {
        "seq": head.seq,
        "hash": head.hash,
        "at": now.isoformat(timespec="seconds"),
        "why": why.value,
        "previous": previous,
        "restored": list(restored) if restored else None,
        "replaced": list(replaced) if replaced else None,
    }


def _last(file: Path) -> dict[str, Any] | None:
    """The last whole line with its text, and its time for the hourly look; a torn one after it is cut off."""
    with file.open("rb+") as opened:
        size = opened.seek(0, os.SEEK_END)
        opened.seek(max(0, size - 8192))  # a line has about 600 bytes
        tail = opened.read()
        whole, newline, rest = tail.rpartition(b"\n")
        if rest:
            opened.truncate(size - len(rest))
        if not newline:
            return None
        text = whole.rpartition(b"\n")[2]
        try:
            return {"at": json.loads(text)["at"], "text": text}
        except (ValueError, KeyError, TypeError):
            return {"at": "1970-01-01T00:00:00+00:00", "text": text}


def _write(file: Path, line: bytes) -> None:
    with file.open("ab", buffering=0) as opened:
        size = opened.seek(0, os.SEEK_END)
        try:
            if opened.write(line) != len(line):
                raise OSError("the line was not written whole")
            os.fsync(opened.fileno())
        except OSError:
            opened.truncate(size)
            raise
