"""Brings a database to the newest form, one numbered version after the other, each whole or not at all."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine

FOLDER = Path(__file__).parent


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


def known(version: str) -> bool:
    """True when this version of the product knows that form of the database."""
    script = ScriptDirectory.from_config(config())
    return version in {revision.revision for revision in script.walk_revisions()}


def upgrade(engine: Engine, to: str = "head") -> None:
    """Bring the database to that version in one transaction; an error leaves it as it was.

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
                command.upgrade(config(connection), to)
                if embedded and connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall():
                    raise RuntimeError(
                        "the migration left rows without their parent; nothing was changed"
                    )
        finally:
            if embedded:
                assert driver is not None
                driver.execute("PRAGMA foreign_keys = ON")
