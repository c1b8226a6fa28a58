"""Copies of the embedded database, taken while it is in use, encrypted with the same key."""

import os
from datetime import datetime
from pathlib import Path

from sqlalchemy import Engine


def back_up(engine: Engine, folder: Path, key: str, *, now: datetime) -> Path:
    """The new copy: one file, complete, checked, and synced to the disk before it has its name."""
    from sqlcipher3 import dbapi2

    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    target = folder / f"tracker-{now:%Y%m%dT%H%M%S%fZ}.db"
    unfinished = target.with_suffix(".unfinished")
    unfinished.unlink(missing_ok=True)
    copy = dbapi2.connect(str(unfinished))
    try:
        unfinished.chmod(0o600)
        copy.execute(f"PRAGMA key = \"x'{key}'\"")
        with engine.connect() as connection:
            source = connection.connection.driver_connection
            assert source is not None
            source.backup(copy)  # in one step: in several it starts again at every write
        copy.execute("PRAGMA journal_mode = DELETE")
        problems = list(copy.execute("PRAGMA cipher_integrity_check"))
        if problems or copy.execute("PRAGMA integrity_check").fetchone() != ("ok",):
            raise OSError(f"the copy is damaged; {unfinished} was left for inspection")
    finally:
        copy.close()
    with unfinished.open("rb") as file:
        os.fsync(file.fileno())
    return unfinished.replace(target)
