"""The installation's keys: made once, readable by their owner only, never in the database they protect."""

import contextlib
import os
import re
import secrets
from dataclasses import dataclass
from pathlib import Path

from tracker import disk

BYTES = 32
NAMES = ("database", "audit", "cookies", "passwords", "anchors")
ENTERED = (
    "entered"  # beside the keys: they came from paper, which the audit trail is still to be told
)
HEADS = Path("backups", "audit-heads.jsonl")  # in the instance; see services/storage/signed_heads


class KeysMissing(RuntimeError):
    """A database is there and the key that opens it is not."""


@dataclass(frozen=True)
class Keys:
    """Each a random secret in hex: of the database, the audit chain, cookies, password hashes, and signatures."""

    database: str
    audit: str
    cookies: str
    passwords: str
    anchors: str


def load_or_make(folder: Path, database: Path | None = None) -> Keys:
    """The keys of an instance; made on first use. KeysMissing when a database is there that a new key cannot open.

    An instance older than the signed heads has every key but `anchors`, and no file of heads: that key is made then.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for private in (folder.parent, folder):
        private.chmod(0o700)
    missing = absent(folder)
    in_use = len(missing) < len(NAMES) or (database is not None and database.exists())
    if missing and in_use and not older(folder):
        raise KeysMissing(
            f"{folder} lacks {', '.join(f'{name}.key' for name in missing)}, and this instance is in use. "
            "Put the key files back, or type them in from the key sheet (tracker keys enter); "
            "without them the database cannot be opened by anyone."
        )
    for name in missing:
        _make(folder / f"{name}.key")
    return read(folder)


def absent(folder: Path) -> list[str]:
    """The names of the keys that are not there."""
    return [name for name in NAMES if not (folder / f"{name}.key").exists()]


def older(folder: Path) -> bool:
    """True for an instance from before there were signed heads: it lacks that one key, and has no file of heads."""
    return absent(folder) == ["anchors"] and not (folder.parent / HEADS).exists()


def read(folder: Path) -> Keys:
    """The keys of an instance; KeysMissing when one is not there or is no key. Makes nothing."""
    if older(folder):
        raise KeysMissing(
            "This instance is from before there were signed heads. Bring it up first: tracker database upgrade"
        )
    if missing := absent(folder):
        raise KeysMissing(
            f"{folder} lacks {', '.join(f'{name}.key' for name in missing)}. "
            "Put the key files there, or type them in from the key sheet: tracker keys enter"
        )
    return Keys(**{name: one(folder, name) for name in NAMES})


def one(folder: Path, name: str) -> str:
    """That key; KeysMissing when the file is no key."""
    return _read(folder / f"{name}.key")


def write(folder: Path, keys: Keys) -> None:
    """Keep keys that came from elsewhere, such as from paper. A key that is there already stays as it is."""
    folder.mkdir(parents=True, exist_ok=True)
    for private in (folder.parent, folder):
        private.chmod(0o700)
    for name in NAMES:
        _make(folder / f"{name}.key", getattr(keys, name))


def _make(path: Path, key: str = "") -> None:
    """Write a key, a fresh one unless it is given, whole or not at all; another process may be first."""
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write((key or secrets.token_hex(BYTES)) + "\n")
        file.flush()
        os.fsync(file.fileno())
    with contextlib.suppress(FileExistsError):
        path.hardlink_to(unfinished)
    unfinished.unlink()
    disk.sync_folder(path.parent)


def _read(path: Path) -> str:
    key = path.read_text(encoding="ascii").strip()
    if not re.fullmatch(r"[0-9a-f]{64}", key):
        raise KeysMissing(
            f"{path} is no key: it must hold 64 hexadecimal digits. Put the right file back."
        )
    return key
