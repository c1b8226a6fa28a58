"""Putting a copy in the place of the database. Nothing is touched before the copy, and what comes of it, was looked at.

    1  look at the copy           its manifest, every page, every row, the audit chain, the signed heads
    2  prepare beside it          tracker.db.restoring: newest version, every sign-in ended, the fact in the audit chain
    3  keep what is replaced      as a backup; as it is, under another name, when it cannot be read
    4  sign                       a `restore` line in the file of heads, which names the head of 2
    5  swap                       one rename

Ended before 4, nothing has happened. Ended between 4 and 5, the next start finds 2 with the signed head, and does 5.
"""

from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from pathlib import Path
from shutil import copyfile

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker import disk, signing
from tracker.keys import Keys
from tracker.models import SignIn, SignInState
from tracker.services.access import sign_ins
from tracker.services.office import codes
from tracker.services.storage import backup, database_files
from tracker.services.storage import signed_heads as anchors
from tracker.services.storage.backup import Manifest
from tracker.services.storage.database_files import Contents, Damaged, Say, silent
from tracker.services.trail import audit
from tracker.services.trail.audit import Head

SCRATCH = ".restoring"


def examined(
    copy: Path, secrets: Keys, heads: anchors.Heads | None, say: Say = silent
) -> tuple[Contents, Manifest | None]:
    """What is in a copy that may be restored. Damaged when it must not: see `backup.examined`.

    A copy whose head was never signed must at least hold every signed head that is not beyond it.
    """
    lines = heads.lines if heads else ()

    def not_beyond(contents: Contents) -> Iterable[Head]:
        if any(line.head == contents.head for line in lines):
            return ()
        return {head for head in anchors.standing(lines) if head.seq <= contents.head.seq}

    return backup.examined(copy, secrets, not_beyond, say)


def scratch_of(database: Path) -> Path:
    """Where the restored database is prepared: beside the one that it replaces."""
    return database.with_name(database.name + SCRATCH)


def start_scratch(copy: Path, scratch: Path) -> None:
    """Put the copy where it is prepared; what an earlier try left there is removed."""
    remove(scratch)
    scratch.touch(mode=0o600)
    copyfile(copy, scratch)


def remove(database: Path) -> None:
    """Remove a database file with its journals, where there is one."""
    for suffix in ("", "-wal", "-shm", "-journal"):
        database.with_name(database.name + suffix).unlink(missing_ok=True)


def note_restored(db: Session, restored: Head, replaced: Head | None, *, now: datetime) -> Head:
    """End every sign-in, let client codes go on in another order, and write into the chain what was restored and what
    it replaced; the head that is now."""
    still_open = select(SignIn.user_id).where(SignIn.state != SignInState.ENDED).distinct()
    for user_id in db.scalars(still_open).all():
        sign_ins.end_all_sign_ins(db, user_id, reason="restored", now=now)
    codes.begin_anew(db)
    entry = audit.record(
        db,
        "database.restored",
        actor=None,
        now=now,
        from_seq=restored.seq,
        from_hash=restored.hash,
        replaced_seq=replaced.seq if replaced else 0,
        replaced_hash=replaced.hash if replaced else "",
    )
    return Head(entry.seq, entry.hash)


def sign(
    file: Path, secrets: Keys, head: Head, restored: Head, replaced: Head | None, *, now: datetime
) -> None:
    """Sign that the chain now goes back to `restored` and ends in `head`."""
    anchors.append(
        file,
        secrets.anchors,
        anchors.HeadReason.RESTORE,
        lambda: head,
        now=now,
        new=not file.exists(),
        restored=restored,
        replaced=replaced,
    )


def keep_aside(database: Path, folder: Path, *, now: datetime) -> Path:
    """Move a database that no backup can be made of, with its journals, among the backups; where it is now."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    aside = folder / f"replaced-{now:%Y%m%dT%H%M%S%fZ}.db"
    for suffix in ("-wal", "-shm", ""):
        part = database.with_name(database.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    disk.sync_folder(folder)
    disk.sync_folder(database.parent)
    return aside


def swap(database: Path, folder: Path, key: str, *, now: datetime) -> None:
    """Put the prepared database in its place.

    The old one is first brought into a single file: its journal must never be read into the new one. InUse while
    anyone has it open. One that cannot be read is moved to `folder`.
    """
    if database.exists():
        try:
            database_files.single_file(database, key)
        except database_files.InUse:
            raise
        except Damaged:
            keep_aside(database, folder, now=now)
    scratch_of(database).replace(database)
    disk.sync_folder(database.parent)


def finish(database: Path, heads_file: Path, secrets: Keys, *, now: datetime) -> bool:
    """End what an earlier restore left half-way; True when that put the restored database in its place.

    Signed already: it is swapped in. Not signed: nothing had happened yet, and what was prepared is removed.
    """
    scratch = scratch_of(database)
    if not scratch.exists():
        return False
    if not _was_signed(scratch, heads_file, secrets):
        remove(scratch)
        return False
    try:
        swap(database, heads_file.parent, secrets.database, now=now)
    except FileNotFoundError:  # another process did it first
        return False
    return True


def _was_signed(scratch: Path, heads_file: Path, secrets: Keys) -> bool:
    if not heads_file.exists():
        return False
    lines = anchors.read(heads_file, signing.public_key(secrets.anchors)).lines
    if not lines or lines[-1].why is not anchors.HeadReason.RESTORE:
        return False
    try:
        with closing(database_files.connect(scratch, secrets.database)) as connection:
            return database_files.contents(connection).head == lines[-1].head
    except Damaged:
        return False
