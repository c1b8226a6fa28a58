"""Copies of the embedded database, taken while it is in use, encrypted with the same key.

    tracker-20260327T140200123456Z.db      one file, looked at as a whole before it has this name
    tracker-20260327T140200123456Z.json    its signed manifest: size, SHA-256, version, rows, head of the audit chain
    audit-heads.jsonl                      the signed heads; the copy's is among them

What a run leaves that was ended half-way is called `.unfinished`, and the next run removes it.
"""

import hashlib
import json
from collections.abc import Callable, Iterable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tracker import disk, keys, signing
from tracker.config import COPIES_KEPT
from tracker.domain.errors import NotNow
from tracker.keys import Keys
from tracker.services.storage import database_files
from tracker.services.storage import signed_heads as anchors
from tracker.services.storage.database_files import Contents, Damaged, Say, silent, unsigned
from tracker.services.trail.audit import Head

PATTERN = "tracker-*.db"


@dataclass(frozen=True)
class Manifest:
    """What was written down about a copy when it was taken, and signed."""

    taken_at: datetime
    size: int
    sha256: str
    contents: Contents
    line: str


def back_up(
    engine: Engine,
    folder: Path,
    secrets: Keys,
    *,
    now: datetime,
    keep: int | None = COPIES_KEPT,
    say: Say = silent,
) -> Path:
    """The new copy: looked at as a whole, its head signed, synced to the disk before it has its name. `say` is told
    each step as it begins, because a large database takes minutes.

    Only then older copies but the newest `keep` are removed (None: all stay). Damaged when the copy is not sound;
    it is left for inspection, and every older one stays.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with disk.Lock(folder / ".lock") as lock:
        if not lock.take(alone=True):
            raise NotNow("Another backup is being made. Try again when it has ended.")
        tidy(folder)
        target = folder / f"tracker-{now:%Y%m%dT%H%M%S%fZ}.db"
        unfinished = target.with_suffix(".unfinished")
        signed = _signed_heads(
            engine, folder, secrets
        )  # before the copy: others sign while it is looked at
        say("Copying the database")
        expected = _copy(engine, unfinished, secrets.database)
        contents = database_files.examined(unfinished, secrets, lambda _: signed, say)
        if contents != expected:
            raise Damaged(f"{unfinished.name} does not hold what the database holds")
        disk.sync_file(unfinished)
        line = _sign(folder, secrets, contents.head, now)
        manifest = _manifest(unfinished, target.name, contents, line, now)
        text = json.dumps(signing.signed(manifest, secrets.anchors), indent=1)
        disk.write_whole(target.with_suffix(".json"), text + "\n")
        unfinished.replace(target)
        disk.sync_folder(folder)
        for old in copies(folder)[: -keep or None] if keep else ():
            old.unlink()
            old.with_suffix(".json").unlink(missing_ok=True)
    return target


def copies(folder: Path) -> list[Path]:
    """The copies in a folder, the oldest first."""
    return sorted(folder.glob(PATTERN))


def tidy(folder: Path) -> None:
    """Remove what earlier runs left half-way: unfinished files, and manifests whose copy never got its name."""
    for left in folder.glob("*.unfinished"):
        left.unlink()
    for manifest in folder.glob("tracker-*.json"):
        if not manifest.with_suffix(".db").exists():
            manifest.unlink()


def _copy(engine: Engine, target: Path, key: str) -> Contents:
    """Copy the database as it is in one moment; what was counted in that same moment."""
    from sqlcipher3 import dbapi2

    target.touch(mode=0o600)
    try:
        return _copied(engine, target, key)
    except (dbapi2.DatabaseError, OSError) as error:
        raise Damaged(
            f"The copy could not be written ({error}). Is the disk full? Every older copy is still there"
        ) from error


def _copied(engine: Engine, target: Path, key: str) -> Contents:
    with (
        closing(database_files.connect(target, key, write=True)) as copy,
        engine.connect() as connection,
    ):
        connection.exec_driver_sql(
            "SELECT count(*) FROM audit_head"
        )  # from here on it sees one moment
        source: Any = connection.connection.driver_connection
        counted = database_files.contents(source)
        source.backup(copy)  # in one step: in several it starts again at every write
        copy.execute("PRAGMA journal_mode = DELETE")
    return counted


def _signed_heads(engine: Engine, folder: Path, secrets: Keys) -> frozenset[Head]:
    """The heads that the copy has to hold; none while no file of them was ever begun. Damaged when it was lost."""
    file = folder / keys.HEADS.name
    if file.exists():
        return anchors.standing(anchors.read(file, signing.public_key(secrets.anchors)).lines)
    with Session(engine) as db:
        if anchors.begun(db):
            raise Damaged(f"{anchors.LOST}. Nothing was replaced.")
    return frozenset()


def _sign(folder: Path, secrets: Keys, head: Head, now: datetime) -> str:
    """The hash of the line that from now on says where the copy's chain ends."""
    file = folder / keys.HEADS.name
    line = anchors.append(
        file,
        secrets.anchors,
        anchors.HeadReason.BACKUP,
        lambda: head,
        now=now,
        new=not file.exists(),
    )
    return line.hash if line else ""


def _manifest(
    copy: Path, name: str, contents: Contents, line: str, now: datetime
) -> dict[str, Any]:
    return {
        "file": name,
        "taken_at": now.isoformat(timespec="seconds"),
        "size": copy.stat().st_size,
        "sha256": _sha256(copy),
        "revision": contents.revision,
        "counts": contents.counts,
        "head": list(contents.head),
        "line": line,
    }


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def manifest_of(copy: Path, public: bytes) -> Manifest | None:
    """The manifest beside a copy, None when there is none. Damaged when it is not genuine."""
    try:
        content = json.loads(copy.with_suffix(".json").read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except ValueError:
        content = {}
    if not signing.holds(content, public):
        raise Damaged(
            f"The manifest of {copy.name} was not signed by this instance, or was altered"
        )
    return Manifest(
        taken_at=datetime.fromisoformat(content["taken_at"]),
        size=content["size"],
        sha256=content["sha256"],
        contents=Contents(content["revision"], content["counts"], Head(*content["head"])),
        line=content["line"],
    )


def examined(
    copy: Path,
    secrets: Keys,
    anchors: Callable[[Contents], Iterable[Head]] = unsigned,
    say: Say = silent,
) -> tuple[Contents, Manifest | None]:
    """What is in a copy, and its manifest where it has one. Damaged when the copy is not what the manifest says, or its
    audit chain lacks one of the `anchors` for what is in it."""
    if not copy.is_file():
        raise Damaged(f"There is no file {copy}")
    manifest = manifest_of(copy, signing.public_key(secrets.anchors))
    if manifest and (copy.stat().st_size, _sha256(copy)) != (manifest.size, manifest.sha256):
        raise Damaged(f"{copy.name} is not as it was when it was taken: use another copy")
    contents = database_files.examined(copy, secrets, anchors, say)
    if manifest and contents != manifest.contents:
        raise Damaged(f"{copy.name} does not hold what its manifest says: use another copy")
    return contents, manifest
