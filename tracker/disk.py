"""Files that must be on the disk before anything rests on them, and locks between processes."""

import os
import sys
from pathlib import Path
from typing import Self

if sys.platform != "win32":
    import fcntl


def sync_folder(folder: Path) -> None:
    """Bring the names in a folder to the disk: a file that was renamed keeps its new name through a power cut."""
    if os.name != "posix":  # Windows cannot open a folder to sync it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(file: Path) -> None:
    """Bring the content of a file to the disk."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def write_whole(file: Path, text: str) -> None:
    """Write a file that its owner alone can read, whole or not at all."""
    unfinished = file.with_name(f"{file.name}.unfinished")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8") as opened:
        opened.write(text)
        opened.flush()
        os.fsync(opened.fileno())
    unfinished.replace(file)
    sync_folder(file.parent)


class Lock:
    """A lock that processes see; the system lets go of it when the process ends, however that happens.

    Shared by all who use a thing, or held alone by whoever replaces it. Windows has none of this, and needs less of
    it: a file that is open there cannot be replaced.
    """

    def __init__(self, file: Path) -> None:
        file.parent.mkdir(parents=True, exist_ok=True)
        self._handle = os.open(file, os.O_RDWR | os.O_CREAT, 0o600)

    def take(self, *, alone: bool) -> bool:
        """True when the lock is ours now; False when others hold it in a way that does not go with it. Never waits."""
        if sys.platform != "win32":
            try:
                fcntl.flock(
                    self._handle, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB
                )
            except BlockingIOError:
                return False
        return True

    def release(self) -> None:
        """Let go; a second time changes nothing."""
        if self._handle >= 0:
            os.close(self._handle)
            self._handle = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.release()
