"""Bringing a database up to date, and copying it."""

from pathlib import Path

import click
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from flask import Flask
from sqlalchemy import select, text

from tests.conftest import make_app
from tracker import clock, db, keys, migrations
from tracker.cli.instance import ready
from tracker.config import Settings
from tracker.models import AuditEntry, Base
from tracker.services import backup


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    settings = Settings(instance=tmp_path / "instance")
    with ready(settings).app_context():
        with db.transaction() as writing:
            writing.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        db.engine().dispose()
    with pytest.raises(click.ClickException, match="newer than this program"):
        ready(settings)
    assert not (settings.instance / "backups").exists()


def test_migrations_equal_the_models(app: Flask) -> None:
    with db.engine().connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_a_failed_migration_leaves_everything_as_it_was(
    embedded: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("stopped half-way")

    with embedded.app_context():
        monkeypatch.setattr("tracker.migrations.command.upgrade", _then(fail))
        with pytest.raises(RuntimeError, match="half-way"):
            migrations.upgrade(db.engine())
        monkeypatch.undo()
        assert migrations.current(db.engine()) is None
        with db.reading() as reading:
            assert reading.execute(text("SELECT count(*) FROM sqlite_master")).scalar() == 0
            assert reading.execute(text("PRAGMA foreign_keys")).scalar() == 1
        migrations.upgrade(db.engine())
        assert migrations.current(db.engine()) == migrations.head()


def _then(last: object) -> object:
    """The real upgrade, and then something that fails."""
    from alembic import command

    real = command.upgrade

    def both(settings: object, to: str) -> None:
        real(settings, to)
        last()

    return both


def test_rows_without_parent_stop_a_migration(
    embedded: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    with embedded.app_context():
        migrations.upgrade(db.engine())

        def orphan(settings: object, _: str) -> None:
            connection = settings.attributes["connection"]
            connection.exec_driver_sql(
                "INSERT INTO participants (id, client_id, letter) VALUES ('a', 'nobody', 'A')"
            )

        monkeypatch.setattr("tracker.migrations.command.upgrade", orphan)
        with pytest.raises(RuntimeError, match="without their parent"):
            migrations.upgrade(db.engine())


def test_an_older_database_is_copied_before_it_is_brought_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = Settings(instance=tmp_path / "instance")
    with ready(settings).app_context(), db.reading() as reading:
        *_, upgraded = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq))
        assert (upgraded.event, upgraded.detail) == (
            "database.upgraded",
            {"version": migrations.head()},
        )
    assert not (settings.instance / "backups").exists()
    ready(settings)
    assert not (settings.instance / "backups").exists()
    monkeypatch.setattr("tracker.cli.instance.migrations.head", lambda: "9999")
    ready(settings)
    (copy,) = (settings.instance / "backups").iterdir()
    assert copy.suffix == ".db"


def test_a_copy_is_whole_encrypted_and_opens_with_the_same_key(
    embedded: Flask, tmp_path: Path
) -> None:
    with embedded.app_context():
        migrations.upgrade(db.engine())
        secrets = keys.load_or_make(tmp_path / "instance" / "keys")
        made = backup.back_up(db.engine(), tmp_path / "copies", secrets.database, now=clock.now())
    assert b"SQLite format" not in made.read_bytes()
    assert [p.name for p in made.parent.iterdir()] == [made.name]
    restored = tmp_path / "restored"
    ready(Settings(instance=restored))
    (restored / "keys" / "database.key").write_text(secrets.database)
    made.replace(restored / "tracker.db")
    for suffix in ("-wal", "-shm"):
        (restored / f"tracker.db{suffix}").unlink(missing_ok=True)
    with make_app(Settings(instance=restored)).app_context():
        assert migrations.current(db.engine()) == migrations.head()


def test_a_damaged_copy_is_refused_and_kept_for_inspection(
    embedded: Flask, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sqlcipher3 import dbapi2

    class Damaged(dbapi2.Connection):
        """A copy whose check reports a page."""

        def execute(self, statement: str, *rest: object) -> object:
            return (
                iter([("page 3",)])
                if "cipher_integrity_check" in statement
                else super().execute(statement, *rest)
            )

    with embedded.app_context():
        migrations.upgrade(db.engine())
        real = dbapi2.connect
        monkeypatch.setattr(dbapi2, "connect", lambda file: real(file, factory=Damaged))
        with pytest.raises(OSError, match="damaged"):
            backup.back_up(db.engine(), tmp_path / "copies", "00" * 32, now=clock.now())
    assert [p.suffix for p in (tmp_path / "copies").iterdir()] == [".unfinished"]
