"""Whether the service can do its work: read, write, and go on writing for a while."""

import shutil
import tempfile
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

ROOM = 50 * 1024 * 1024  # bytes; design default, as is the tenth of the disk
PROBE = 64 * 1024  # bytes: more than one commit of a session takes

CANNOT_WRITE = "The database cannot be written"
NO_ROOM = "The disk is full or cannot be written"
LITTLE_ROOM = "There is little room left on the disk"


def database_trouble(db: Session) -> str | None:
    """Why the database cannot be written, or None. Asks for the right to write and writes nothing."""
    try:
        db.execute(text("UPDATE practice SET version = version WHERE id = 0"))
    except DBAPIError:
        return CANNOT_WRITE
    return None


def disk_trouble(folder: Path) -> str | None:
    """Why what is stored in that folder may soon not be stored any more, or None.

    Little room is less than 50 MB, or than a tenth of a disk smaller than 500 MB.
    """
    try:
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(b"\0" * PROBE)
            probe.flush()
    except OSError:
        return NO_ROOM
    usage = shutil.disk_usage(folder)
    return LITTLE_ROOM if usage.free < min(ROOM, usage.total // 10) else None
