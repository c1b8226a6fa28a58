"""Encrypted database files that nobody has open: read with the key, looked at, and never changed."""

from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from tracker.domain.errors import DomainError
from tracker.keys import Keys
from tracker.services.installation import NAME, shipped_with
from tracker.services.trail import audit
from tracker.services.trail.audit import Head

INTEGRITY = ("cipher_integrity_check", "integrity_check", "foreign_key_check")


class Damaged(DomainError):
    """A database file that must not be used. The message says why and what to do."""


class InUse(Damaged):
    """Somebody has the file open."""


@dataclass(frozen=True)
class Contents:
    """What is in a database: its version, the rows of each table, and where its audit chain ends."""

    revision: str
    counts: dict[str, int]
    head: Head


def connect(file: Path, key: str, *, write: bool = False) -> Any:
    """A connection to an encrypted file. Damaged when the key does not open it."""
    from sqlcipher3 import dbapi2

    address = f"file:{quote(str(file))}?mode={'rwc' if write else 'ro'}"
    connection = None
    try:
        connection = dbapi2.connect(
            address, uri=True, isolation_level=None, check_same_thread=False
        )
        connection.execute(f"PRAGMA key = \"x'{key}'\"")
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.execute("SELECT count(*) FROM sqlite_master")
    except dbapi2.DatabaseError as error:
        if connection:
            connection.close()
        raise Damaged(
            f"{file.name} does not open: it is damaged, or locked with another key than this instance's"
        ) from error
    return connection


def contents(connection: Any) -> Contents:
    """What is in the database of a plain connection, in the one moment that its transaction sees."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
    ).fetchall()
    counts = {
        name: connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0]  # noqa: S608  (names of tables)
        for (name,) in names
    }
    (revision,) = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    head = Head(*connection.execute("SELECT seq, hash FROM audit_head").fetchone())
    return Contents(revision, counts, head)


def examined(file: Path, secrets: Keys, anchors: Iterable[Head] = ()) -> Contents:
    """What is in a file whose every page, row and link was looked at. Damaged when anything is wrong with it.

    Its audit chain has to hold the `anchors`.
    """
    from sqlcipher3 import dbapi2

    with closing(connect(file, secrets.database)) as connection:
        try:
            for question in INTEGRITY:
                answer = connection.execute(f"PRAGMA {question}").fetchall()
                if answer not in ([], [("ok",)]):
                    raise Damaged(f"{file.name} is damaged ({question} found {len(answer)} faults)")
            held = contents(connection)
            with _session(connection, secrets) as db:
                verdict = audit.verify(db, anchors)
        except (dbapi2.DatabaseError, TypeError) as error:
            raise Damaged(f"{file.name} is damaged, or is no database of this product") from error
    if verdict.kind:
        raise Damaged(
            f"{file.name} holds an audit trail that was altered ({verdict.kind} at entry {verdict.bad}). "
            "Find out more with: tracker audit verify"
        )
    return held


@contextmanager
def _session(connection: Any, secrets: Keys) -> Iterator[Session]:
    """A database session over a plain connection, with the key of the audit chain."""
    from sqlcipher3 import dbapi2

    engine = create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connection, poolclass=StaticPool
    )
    with Session(engine, info={NAME: shipped_with(bytes.fromhex(secrets.audit))}) as db:
        yield db


def single_file(file: Path, key: str) -> None:
    """Bring everything into the one file, without a journal beside it. Damaged while anyone else has it open."""
    from sqlcipher3 import dbapi2

    with closing(connect(file, key, write=True)) as connection:
        try:
            connection.execute("PRAGMA journal_mode = DELETE")
        except dbapi2.OperationalError as error:
            raise InUse(
                f"{file.name} is in use by another program. Stop it, then try again"
            ) from error
