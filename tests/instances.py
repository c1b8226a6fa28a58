"""Instances of their own on the embedded database: made ready, written to, tampered with, and typed at."""

import atexit
import os
import shutil
import socket
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import cache
from pathlib import Path
from uuid import uuid4

from click.testing import CliRunner, Result
from sqlalchemy import create_engine, text
from sqlalchemy.orm import Session

from tracker import clock, db, keys, signing
from tracker.cli import main
from tracker.cli.instance import database_only, opened
from tracker.config import Settings
from tracker.keys import Keys
from tracker.services.storage import backup
from tracker.services.trail import audit


def run(instance: Path, *words: str, typed: str | None = None, **environment: str) -> Result:
    """What the command says."""
    given = {"TRACKER_INSTANCE": str(instance), **environment}
    return CliRunner().invoke(main, words, input=typed, env=given)


def free_port() -> int:
    """A port of this machine on which nobody listens now."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def made(folder: Path, url: str | None = None) -> Settings:
    """An instance made ready, with keys of its own."""
    settings = Settings(instance=folder, database_url=url)
    with opened(settings):
        pass
    return settings


def copy_of(prepared: Callable[[Path], Settings], folder: Path) -> Settings:
    """A copy of a prepared instance, which is made once: it has the same keys as every other copy."""
    shutil.copytree(_once(prepared), folder, dirs_exist_ok=True)
    return Settings(instance=folder)


@cache
def _once(prepared: Callable[[Path], Settings]) -> Path:
    folder = Path(tempfile.mkdtemp(prefix="prepared-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return prepared(folder / "instance").instance


def secrets(settings: Settings) -> Keys:
    """Its keys."""
    return keys.read(settings.instance / "keys")


def public(settings: Settings) -> bytes:
    """What its signatures are checked with."""
    return signing.public_key(secrets(settings).anchors)


def write(settings: Settings, count: int = 1, *, now: datetime | None = None) -> None:
    """Add entries to its audit trail."""
    with database_only(secrets(settings), settings), db.transaction() as writing:
        for _ in range(count):
            audit.record(writing, "practice.changed", actor=None, now=now or clock.now(), fields=[])


def copied(settings: Settings, *, now: datetime | None = None, keep: int | None = None) -> Path:
    """A backup of it."""
    with database_only(secrets(settings), settings):
        return backup.back_up(
            db.engine(), settings.backups, secrets(settings), now=now or clock.now(), keep=keep
        )


@contextmanager
def reading(settings: Settings) -> Iterator[Session]:
    """A look at its database."""
    with database_only(secrets(settings), settings), db.reading() as db_session:
        yield db_session


def head(settings: Settings) -> audit.Head:
    """Where its audit trail ends."""
    with reading(settings) as db_session:
        return audit.verify(db_session).head


def past_the_triggers(writing: Session, *statements: str) -> None:
    """Tamper as someone would who owns the database."""
    embedded = writing.get_bind().dialect.name == "sqlite"
    if embedded:
        for act in ("update", "delete"):
            writing.execute(text(f"DROP TRIGGER IF EXISTS audit_entries_no_{act}"))
    else:
        writing.execute(text("ALTER TABLE audit_entries DISABLE TRIGGER USER"))
    for statement in statements:
        writing.execute(text(statement))
    if not embedded:
        writing.execute(text("ALTER TABLE audit_entries ENABLE TRIGGER USER"))


CUT_THE_END = (
    "DELETE FROM audit_entries WHERE seq = (SELECT max(seq) FROM audit_entries)",
    "UPDATE audit_head SET seq = (SELECT max(seq) FROM audit_entries), "
    "hash = (SELECT hash FROM audit_entries ORDER BY seq DESC LIMIT 1)",
)


def tamper(settings: Settings, *statements: str) -> None:
    """Tamper with an instance's audit trail."""
    with database_only(secrets(settings), settings), db.transaction() as writing:
        past_the_triggers(writing, *statements)


def put_back(settings: Settings, older: Path) -> None:
    """Put an older database in the place of this one, as with a file manager."""
    assert settings.database_file
    for suffix in ("-wal", "-shm"):
        settings.database_file.with_name(f"tracker.db{suffix}").unlink(missing_ok=True)
    shutil.copyfile(older, settings.database_file)


def damage(file: Path, at: float = 0.5) -> None:
    """Turn over one bit."""
    size = file.stat().st_size
    with file.open("rb+") as opened_:
        opened_.seek(int(size * at))
        byte = opened_.read(1)[0]
        opened_.seek(-1, os.SEEK_CUR)
        opened_.write(bytes([byte ^ 1]))


def database_on(server: str, name: str) -> str:
    """The URL of a new database on the PostgreSQL server; each time another one, as a fixture can be made again."""
    name = f"{name}_{uuid4().hex[:12]}"
    engine = create_engine(server, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    url = server.replace("/postgres?", f"/{name}?")
    assert url != server
    return url
