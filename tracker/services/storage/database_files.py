"""Encrypted database files that nobody has open: read with the key, looked at, and never changed."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import StaticPool

from tracker import memory
from tracker.domain.errors import DomainError
from tracker.keys import Keys
from tracker.services.installation import NAME, shipped_with
from tracker.services.trail import audit
from tracker.services.trail.audit import Head

INTEGRITY = {
    "cipher_integrity_check": "every page",
    "integrity_check": "every row and index",
    "foreign_key_check": "every link between rows",
}
# Indexes are looked up in the order of the rows: with little memory the same pages are read, and decrypted, again and
# again. This holds those of five million ratings; design default.
MOST_CACHE = 1536 * 1024 * 1024
LEAST_CACHE = 8 * 1024 * 1024  # as any connection has
Say = Callable[[str], None]


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


def silent(_: str) -> None:
    """Tell nobody how far it is."""


def unsigned(_: Contents) -> Iterable[Head]:
    """No head has to be in the chain."""
    return ()


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


def room_for(size: int, machine: int) -> int:
    """KiB of memory for a look at a database of that size in bytes, on a machine with so many bytes of memory."""
    return max(min(size, machine // 4, MOST_CACHE), LEAST_CACHE) // 1024


@contextmanager
def room(connection: Any) -> Iterator[None]:
    """Let a plain connection keep as much of its database in memory as helps, until the block ends."""
    pages, page_size, usual = (
        int(connection.execute(f"PRAGMA {name}").fetchone()[0])
        for name in ("page_count", "page_size", "cache_size")
    )
    kibibytes = room_for(pages * page_size, memory.of_machine())
    connection.execute(f"PRAGMA cache_size = -{kibibytes}")  # negative: in KiB
    try:
        yield
    finally:
        connection.execute(f"PRAGMA cache_size = {usual}")


def glanced_at(file: Path, secrets: Keys) -> Contents:
    """What a file says that is in it. Damaged when that cannot be read; most damage is not noticed."""
    from sqlcipher3 import dbapi2

    with closing(connect(file, secrets.database)) as connection:
        try:
            return contents(connection)
        except (dbapi2.DatabaseError, TypeError) as error:
            raise Damaged(f"{file.name} is damaged, or is no database of this product") from error


def examined(
    file: Path,
    secrets: Keys,
    anchors: Callable[[Contents], Iterable[Head]] = unsigned,
    say: Say = silent,
) -> Contents:
    """What is in a file whose every page, row and link was looked at. Damaged when anything is wrong with it.

    Its audit chain has to hold the `anchors` for what is in it.
    """
    from sqlcipher3 import dbapi2

    with closing(connect(file, secrets.database)) as connection:
        try:
            with room(connection):
                _sound(connection, file.name, say)
                held = contents(connection)
            say(f"Looking at the audit trail, {held.head.seq:,} entries")
            with _session(connection, secrets) as db:
                verdict = audit.verify(db, anchors(held))
        except (dbapi2.DatabaseError, TypeError) as error:
            raise Damaged(f"{file.name} is damaged, or is no database of this product") from error
    if verdict.kind:
        raise Damaged(
            f"{file.name} holds an audit trail that was altered ({verdict.kind} at entry {verdict.bad}). "
            "Find out more with: tracker audit verify"
        )
    return held


def _sound(connection: Any, name: str, say: Say) -> None:
    for question, looked_at in INTEGRITY.items():
        say(f"Looking at {looked_at}")
        answer = connection.execute(f"PRAGMA {question}").fetchall()
        if answer not in ([], [("ok",)]):
            raise Damaged(f"{name} is damaged ({question} found {len(answer)} faults)")


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
