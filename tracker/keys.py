"""The installation's keys: made once, readable by their owner only, never in the database they protect."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path

BYTES = 32


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
    if database and database.exists() and not (folder / "database.key").exists():
        raise KeysMissing(
            f"{database} is there, but {folder / 'database.key'} is not. Put the key file back; "
            "without it the database cannot be opened by anyone."
        )
    return Keys(*(_key(folder / f"{name}.key") for name in Keys.__annotations__))


def _key(path: Path) -> str:
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text(encoding="ascii").strip()
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(secrets.token_hex(BYTES) + "\n")
        file.flush()
        os.fsync(file.fileno())
    _sync_folder(path.parent)
    return path.read_text(encoding="ascii").strip()


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # Windows cannot open a folder to sync it
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
