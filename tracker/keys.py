"""The installation's keys: made once, readable by their owner only, never in the database they protect."""

import contextlib
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

BYTES = 32
NAMES = ("database", "audit", "cookies", "passwords")


class KeysMissing(RuntimeError):
    """A database is there and the key that opens it is not."""


@dataclass(frozen=True)
class Keys:
    """Each a random secret in hex: of the database, of the audit chain, of cookies, of password hashes."""

    database: str
    audit: str
    cookies: str
    passwords: str


def load_or_make(folder: Path, database: Path | None = None) -> Keys:
    """The keys of an instance; made on first use. KeysMissing when a database is there that a new key cannot open."""
    folder.mkdir(parents=True, exist_ok=True)
    for private in (folder.parent, folder):
        private.chmod(0o700)
    missing = [name for name in NAMES if not (folder / f"{name}.key").exists()]
    if missing and (len(missing) < len(NAMES) or (database and database.exists())):
        raise KeysMissing(
            f"{folder} lacks {', '.join(f'{name}.key' for name in missing)}, and this instance is in use. "
            "Put the key files back; without them the database cannot be opened by anyone."
        )
    for name in missing:
        _make(folder / f"{name}.key")
    return Keys(**{name: _read(folder / f"{name}.key") for name in NAMES})


def _make(path: Path) -> None:
    """Write a fresh key whole, or not at all; another process may be first."""
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(unfinished)
    unfinished.unlink()
    _sync_folder(path.parent)


def _read(path: Path) -> str:
    key = path.read_text(encoding="ascii").strip()
    if not re.fullmatch(r"[0-9a-f]{64}", key):
        raise KeysMissing(
            f"{path} is no key: it must hold 64 hexadecimal digits. Put the right file back."
        )
    return key


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open a folder to sync it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
