"""Brings a database to the newest form, one numbered version after the other, each whole or not at all."""

import re
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

from tracker.domain.errors import DomainError
from tracker.migrations import enum_checks

FOLDER = Path(__file__).parent
BEFORE_THE_FIRST_RELEASE = re.compile(r"\d{4}")  # versions since then begin with a letter
BEGIN_ANEW = (
    "begin anew with TRACKER_INSTANCE set to a new folder (on PostgreSQL also with TRACKER_DATABASE_URL set to a new "
    "database; the demo begins anew with: make demo-reset)"
)
NEWER = f"Install the newer program, or {BEGIN_ANEW}; nothing was changed."


class Refused(DomainError):
    """A database that this program cannot use. The message says why and what to do."""


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings for this folder, working on that connection."""
    settings = Config()
    settings.set_main_option("script_location", str(FOLDER))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings


def head() -> str:
    """The newest version."""
    newest = ScriptDirectory.from_config(config()).get_current_head()
    assert newest is not None
    return newest


def current(engine: Engine) -> str | None:
    """The version a database has, or None when it is empty."""
    with engine.connect() as connection:
        return MigrationContext.configure(connection).get_current_revision()


def check(engine: Engine) -> None:
    """Refuse a database that this program cannot use, with the reason and what to do; nothing is changed."""
    check_version(current(engine), "This database")
    with engine.connect() as connection:
        if current(engine) == head() and enum_checks.unknown(connection):
            raise Refused(f"This database was written by a newer program. {NEWER}")


def check_version(version: str | None, what: str) -> None:
    """Refuse a database, called `what`, whose version this program does not know."""
    if version is None or version in _known():
        return
    if BEFORE_THE_FIRST_RELEASE.fullmatch(version):
        raise Refused(
            f"{what} was made before version 0.1.0 (its form is {version}), and this program cannot read it: "
            f"keep it as it is, and {BEGIN_ANEW}. Nothing was changed."
        )
    raise Refused(f"{what} has version {version}, which is newer than this program. {NEWER}")


def _known() -> set[str]:
    script = ScriptDirectory.from_config(config())
    return {revision.revision for revision in script.walk_revisions()}


def outdated(engine: Engine) -> bool:
    """True when `upgrade` has something to do: an earlier version, or checks of enumerations that lack a value."""
    if current(engine) != head():
        return True
    with engine.connect() as connection:
        return bool(enum_checks.outdated(connection))


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest version in one transaction; an error leaves it as it was.

    On SQLite foreign keys are off while tables are rebuilt (otherwise rebuilding a parent deletes its children) and
    checked before the commit. On PostgreSQL an advisory lock keeps a second process waiting.
    """
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        embedded = connection.dialect.name == "sqlite"
        if embedded:
            assert driver is not None
            driver.execute("PRAGMA foreign_keys = OFF")
        try:
            connection.execution_options(immediate=True)
            with connection.begin():
                if not embedded:
                    connection.exec_driver_sql("SELECT pg_advisory_xact_lock(20260101)")
                command.upgrade(config(connection), "head")
                enum_checks.renew(connection)
                if embedded and connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                    raise RuntimeError(
                        "the migration left rows without their parent; nothing was changed"
                    )
        finally:
            if embedded:
                assert driver is not None
                driver.execute("PRAGMA foreign_keys = ON")
