"""Brings a database to the newest form, one numbered version after the other, each whole or not at all.

Which form a database has is seen without Alembic: it is loaded where there is something to bring up (`upgrading`).
"""

import re
from pathlib import Path

from sqlalchemy import Engine, inspect, text

from tracker.domain.errors import DomainError
from tracker.migrations import enum_checks

FOLDER = Path(__file__).parent / "versions"
REVISION = re.compile(r'^revision = "(\w+)"$.*?^down_revision = (?:"(\w+)"|None)$', re.M | re.S)
BEFORE_THE_FIRST_RELEASE = re.compile(r"\d{4}")  # versions since then begin with a letter
BEGIN_ANEW = (
    "begin anew with TRACKER_INSTANCE set to a new folder (on PostgreSQL also with TRACKER_DATABASE_URL set to a new "
    "database; the demo begins anew with: make demo-reset)"
)
NEWER = f"Install the newer program, or {BEGIN_ANEW}; nothing was changed."


class DatabaseRefused(DomainError):
    """A database that this program cannot use. The message says why and what to do."""


def head() -> str:
    """The newest version."""
    versions = _versions()
    (newest,) = versions.keys() - versions.values()
    return newest


def _versions() -> dict[str, str | None]:
    """All versions, each with the one before it."""
    files = (path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py"))
    said = (REVISION.search(file) for file in files)
    return {match[1]: match[2] for match in said if match}


def current(engine: Engine) -> str | None:
    """The version a database has, or None when it is empty."""
    with engine.connect() as connection:
        if not inspect(connection).has_table("alembic_version"):
            return None
        version: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
        return version


def check(engine: Engine) -> None:
    """Refuse a database that this program cannot use, with the reason and what to do; nothing is changed."""
    check_version(current(engine), "This database")
    with engine.connect() as connection:
        if current(engine) == head() and enum_checks.unknown(connection):
            raise DatabaseRefused(f"This database was written by a newer program. {NEWER}")


def check_version(version: str | None, what: str) -> None:
    """Refuse a database, called `what`, whose version this program does not know."""
    if version is None or version in _versions():
        return
    if BEFORE_THE_FIRST_RELEASE.fullmatch(version):
        raise DatabaseRefused(
            f"{what} was made before version 0.1.0 (its form is {version}), and this program cannot read it: "
            f"keep it as it is, and {BEGIN_ANEW}. Nothing was changed."
        )
    raise DatabaseRefused(
        f"{what} has version {version}, which is newer than this program. {NEWER}"
    )


def outdated(engine: Engine) -> bool:
    """True when `upgrade` has something to do: an earlier version, or checks of enumerations that lack a value."""
    if current(engine) != head():
        return True
    with engine.connect() as connection:
        return bool(enum_checks.outdated(connection))


def upgrade(engine: Engine) -> None:
    """Bring the database to the newest version in one transaction; an error leaves it as it was."""
    from tracker.migrations.upgrading import upgrade  # few starts have anything to do

    upgrade(engine)
