"""Bringing a database up to date, and copying it."""

import importlib
from pathlib import Path

import click
import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.operations import Operations
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from tracker import clock, db, keys, migrations
from tracker.cli.instance import ready
from tracker.config import Settings
from tracker.models import AuditEntry, Base
from tracker.services.demo import caseload as demo
from tracker.services.storage import backup


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    settings = Settings(instance=tmp_path / "instance")
    with ready(settings).app_context():
        with db.transaction() as writing:
            writing.execute(text("UPDATE alembic_version SET version_num = '9999'"))
        db.engine().dispose()
    with pytest.raises(click.ClickException, match="newer than this program"):
        ready(settings)
    assert backup.copies(settings.backups) == []


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
        *_, upgraded, begun = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq))
        assert (upgraded.event, upgraded.detail) == (
            "database.upgraded",
            {"version": migrations.head()},
        )
        assert begun.event == "anchors.begun"
    ready(settings)
    assert backup.copies(settings.backups) == []
    newest = migrations.head()
    monkeypatch.setattr("tracker.cli.instance.migrations.head", lambda: "9999")
    ready(settings)
    (copy,) = backup.copies(settings.backups)
    assert backup.examined(copy, keys.read(settings.instance / "keys"))[0].revision == newest


OBJECTS = "SELECT type, name, sql FROM sqlite_master WHERE tbl_name = 'ratings' ORDER BY type, name"


def test_the_table_of_ratings_learns_of_typed_scales_and_is_otherwise_what_it_was(
    embedded: Flask,
) -> None:
    with embedded.app_context():
        found = []
        for version in ("0001", "0003"):
            migrations.upgrade(db.engine(), version)
            with db.engine().connect() as connection:
                found.append(connection.exec_driver_sql(OBJECTS).fetchall())
    before, after = ({row[:2]: row[2] for row in rows} for rows in found)
    assert before.keys() == after.keys()
    assert {kind for kind, _ in after} == {"table", "index", "trigger"}
    now = after["table", "ratings"]
    assert "'total', 'components')" in now
    was = now.replace(", 'components'", "").replace('"ratings"', "ratings")
    assert was == before["table", "ratings"]


def test_making_the_table_again_keeps_every_rating_and_refuses_what_it_does_not_know(
    embedded: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    module = importlib.import_module("tracker.migrations.versions.0003_entry_modes")
    with embedded.app_context():
        migrations.upgrade(db.engine())
        with db.transaction() as writing:
            demo.make(writing, lambda password: password, "a-long-password", now=clock.now())
        with db.reading() as reading:
            kept = reading.execute(text("SELECT * FROM ratings ORDER BY id")).fetchall()

        def again(settings: object, _: str) -> None:
            connection = settings.attributes["connection"]
            with Operations.context(MigrationContext.configure(connection)):
                module.upgrade()

        monkeypatch.setattr("tracker.migrations.command.upgrade", again)
        with pytest.raises(RuntimeError, match="does not look as expected"):
            migrations.upgrade(db.engine())
        monkeypatch.setattr(module, "BEFORE", module.AFTER)
        migrations.upgrade(db.engine())
        with db.reading() as reading:
            assert reading.execute(text("SELECT * FROM ratings ORDER BY id")).fetchall() == kept
            assert len(kept) > 50
        with pytest.raises(DatabaseError, match="written once"), db.transaction() as writing:
            writing.execute(text("UPDATE ratings SET total = 1"))
