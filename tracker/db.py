"""The database: how it is opened, and the two ways to use it.

    with reading() as db:       one snapshot; whatever was changed in it is thrown away
    with transaction() as db:   one write, committed at the end of the block, rolled back by any error

Embedded, a write takes the one write lock as it begins (BEGIN IMMEDIATE): a transaction that reads first and writes
later can otherwise fail on a stale snapshot, however long it waits. Nothing slow belongs in such a block.
"""

import json
import os
import random
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from flask import Flask, current_app, g
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.orm import Session, sessionmaker
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

BUSY_SECONDS = 5.0
BEFORE_COMMIT = "tracker.before_commit"
ENGINE = "tracker.engine"
SESSIONS = "tracker.sessions"


def init_app(
    app: Flask,
    *,
    file: Path | None,
    url: str | None,
    key: str,
    page_cache: int,
    info: Mapping[str, object],
    before_commit: Callable[[Session], None] = lambda db: None,
) -> None:
    """Give the app its engine: the encrypted file, of which up to `page_cache` megabytes are kept in memory, or the
    PostgreSQL server at `url`. `info` goes with each of its database sessions; `before_commit` is done in each
    transaction that is about to end well."""
    made = create_engine(**_embedded(file, key) if file else _server(url))
    event.listen(made, "begin", _begin)
    if file:
        _share_cache(made, page_cache)
    if hasattr(os, "register_at_fork"):  # an inherited connection loses commits without a word
        os.register_at_fork(before=made.dispose)
    app.extensions[ENGINE] = made
    app.extensions[SESSIONS] = sessionmaker(made, expire_on_commit=False)
    app.teardown_appcontext(_close_for_libraries)
    app.config["TRACKER_SESSION_INFO"] = dict(info)
    app.extensions[BEFORE_COMMIT] = before_commit


PRAGMAS = (
    "journal_mode = WAL",
    "synchronous = FULL",  # an acknowledged session outlives a power cut
    "foreign_keys = ON",
    "secure_delete = ON",
    "trusted_schema = OFF",
    "temp_store = MEMORY",
)


def _embedded(file: Path, key: str) -> dict[str, Any]:
    from sqlcipher3 import dbapi2

    file.touch(mode=0o600)  # the library gives its side files the same mode

    def connect() -> Any:
        connection = dbapi2.connect(str(file), isolation_level=None, check_same_thread=False)
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_busy_handler(_patience())
        connection.execute("SELECT count(*) FROM sqlite_master")  # a wrong key fails here
        for pragma in PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
        return connection

    return {
        "url": f"sqlite:///{file}",
        "module": dbapi2,
        "creator": connect,
        "json_deserializer": _from_json,
        "poolclass": QueuePool,
        "pool_size": 5,
        "max_overflow": 10,
        "pool_use_lifo": True,  # the one that was used last, whose pages are in memory
    }


def _from_json(text: str) -> Any:
    """What a column of JSON holds: most hold nothing, and are read by the thousand."""
    if text == "[]":
        return []
    return {} if text == "{}" else json.loads(text)


def _share_cache(engine: Engine, megabytes: int) -> None:
    """Let the connections of this process keep that much of the database in memory, decrypted, all together.

    Each has a cache of its own, which it drops when another one has written. So the one that is in use alone, for one
    request after the other, has the large part of the room, and those beside it a sixteenth each: with the four threads
    of the server that is all of it. Large writes go on to spill into the journal; mapping the file into memory
    (`mmap_size`) would bring nothing, as its pages are encrypted.
    """
    small = megabytes * 1024 // 16  # design default: of pages read once, 4 MB spare as many as 8
    large = megabytes * 1024 - 3 * small

    def give(connection: Any, record: ConnectionPoolEntry, room: int) -> None:
        if record.info.get("page_cache") != room:
            connection.execute(f"PRAGMA cache_size = -{room}")  # negative: in KiB
            record.info["page_cache"] = room

    def taken(connection: Any, record: ConnectionPoolEntry, _: object) -> None:
        give(connection, record, large if _in_use(engine) == 1 else small)

    def brought_back(connection: Any, record: ConnectionPoolEntry) -> None:
        if connection is not None and _in_use(engine) > 1:  # the last one keeps its pages
            give(connection, record, small)

    event.listen(engine, "checkout", taken)
    event.listen(engine, "checkin", brought_back)


def _in_use(engine: Engine) -> int:
    """How many connections are in use, with the one that is just being taken or brought back."""
    assert isinstance(engine.pool, QueuePool)
    return engine.pool.checkedout()


def _patience() -> Any:
    """Waits a random few milliseconds between tries; the library's own waiting is unfair to whoever came first."""

    def wait(tries: int) -> bool:
        if tries * 0.0025 > BUSY_SECONDS:
            return False
        time.sleep(random.uniform(0.001, 0.004))  # noqa: S311  (spreads waiters, hides nothing)
        return True

    return wait


def _server(url: str | None) -> dict[str, Any]:
    return {"url": url, "pool_pre_ping": True}


def _begin(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        immediate = connection.get_execution_options().get("immediate", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if immediate else "BEGIN")


def engine() -> Engine:
    """The engine of the current app."""
    current: Engine = current_app.extensions[ENGINE]
    return current


class ForLibraries:
    """The database as libraries ask for it: one session for the whole request, which never commits by itself."""

    @property
    def session(self) -> Session:
        """The session of this request, closed when it ends."""
        if "session_for_libraries" not in g:
            g.session_for_libraries = current_app.extensions[SESSIONS]()
        shared: Session = g.session_for_libraries
        return shared


def _close_for_libraries(_: BaseException | None) -> None:
    if shared := g.pop("session_for_libraries", None):
        shared.close()


def session_info() -> dict[str, Any]:
    """What each database session of the current app carries with it."""
    info: dict[str, Any] = current_app.config["TRACKER_SESSION_INFO"]
    return info


@contextmanager
def _session(options: dict[str, Any]) -> Iterator[Session]:
    with current_app.extensions[SESSIONS](info=session_info()) as db:
        db.connection(execution_options=options)
        yield db


@contextmanager
def reading() -> Iterator[Session]:
    """A database session that sees one moment, whatever others write meanwhile, and leaves nothing behind."""
    embedded = engine().dialect.name == "sqlite"
    with _session({} if embedded else {"isolation_level": "REPEATABLE READ"}) as db:
        yield db


@contextmanager
def trial() -> Iterator[Session]:
    """A database session in which something is done to see what comes of it: nothing is kept."""
    with _session({"immediate": True}) as db:
        yield db
        db.rollback()


@contextmanager
def transaction() -> Iterator[Session]:
    """A database session that commits when the block ends, and keeps nothing when it fails."""
    with _session({"immediate": True}) as db:
        yield db
        current_app.extensions[BEFORE_COMMIT](db)
        db.commit()
