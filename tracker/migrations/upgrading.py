"""An upgrade as Alembic does it: every version that a database lacks, in one transaction."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import Connection, Engine

from tracker.migrations import enum_checks


def config(connection: Connection | None = None) -> Config:
    """Alembic's settings for this folder, working on that connection."""
    settings = Config()
    settings.set_main_option("script_location", str(Path(__file__).parent))
    settings.set_main_option("path_separator", "os")
    settings.attributes["connection"] = connection
    return settings


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest version; an error leaves it as it was.

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
