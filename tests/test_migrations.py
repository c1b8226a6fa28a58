"""Bringing a database up to date, and copying it."""

from pathlib import Path
from uuid import UUID, uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from flask import Flask
from sqlalchemy import CheckConstraint, insert, inspect, select, text
from sqlalchemy.schema import CreateIndex

from tests.conftest import new_client, one_more
from tracker import clock, db, keys, migrations
from tracker.cli.instance import ready
from tracker.config import Settings
from tracker.domain.people.access import Role
from tracker.migrations import upgrading
from tracker.models import AuditEntry, Base, Client, ClientCodes
from tracker.services.storage import backup


def test_a_newer_database_is_left_alone(tmp_path: Path) -> None:
    settings = Settings(instance=tmp_path / "instance")
    with ready(settings).app_context():
        with db.transaction() as writing:
            writing.execute(text("UPDATE alembic_version SET version_num = 'r9999'"))
        db.engine().dispose()
    with pytest.raises(migrations.DatabaseRefused, match="newer than this program"):
        ready(settings)
    assert backup.copies(settings.backups) == []


def test_versions_are_read_from_their_files_as_alembic_reads_them() -> None:
    script = ScriptDirectory.from_config(upgrading.config())
    assert migrations.head() == script.get_current_head()
    for revision in script.walk_revisions():
        migrations.check_version(revision.revision, "This database")


def test_migrations_equal_the_models(app: Flask) -> None:
    with db.engine().connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, Base.metadata) == []


def test_the_checks_of_the_database_are_those_of_the_models(app: Flask) -> None:
    """Which a comparison of tables does not see; the server words a rule anew, so names are compared."""
    with db.engine().connect() as connection:
        look = inspect(connection)
        found = {
            check["name"]
            for table in Base.metadata.tables
            for check in look.get_check_constraints(table)
        }
    assert found == {
        str(constraint.name)
        for table in Base.metadata.tables.values()
        for constraint in table.constraints
        if isinstance(constraint, CheckConstraint)
    }


def test_what_stands_once_among_some_rows_does_so_in_models_and_database(app: Flask) -> None:
    indexes = [index for table in Base.metadata.tables.values() for index in table.indexes]
    asked = {index.name for index in indexes if index.info}
    with db.engine().connect() as connection:
        where = f"{connection.dialect.name}_where"
        look = inspect(connection)
        partial = {
            index["name"]
            for table in Base.metadata.tables
            for index in look.get_indexes(table)
            if index.get("dialect_options", {}).get(where) is not None
        }
        made = [str(CreateIndex(i).compile(connection)) for i in indexes if i.name in partial]
    assert asked == partial
    assert all(" WHERE " in statement for statement in made)


def test_a_failed_migration_leaves_everything_as_it_was(
    embedded: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("stopped half-way")

    with embedded.app_context():
        monkeypatch.setattr("tracker.migrations.upgrading.command.upgrade", _then(fail))
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

        monkeypatch.setattr("tracker.migrations.upgrading.command.upgrade", orphan)
        with pytest.raises(RuntimeError, match="without their parent"):
            migrations.upgrade(db.engine())


def _drawn(number: int, clinician_id: UUID) -> dict[str, object]:
    """A client of before there was an order of codes."""
    said = new_client()
    by = {"clinician_id": clinician_id, "created_by_id": clinician_id, "created_at": clock.now()}
    words = {name: getattr(said, name).value for name in ("age_band", "format", "usual_setting")}
    return {"id": uuid4(), "code": f"old{number}", "starts_on": said.starts_on, **by, **words}


@pytest.mark.parametrize(("drawn", "given"), [(10_000, 0), (10_001, 20_000)])
def test_where_most_short_codes_were_drawn_the_order_begins_with_long_ones(
    embedded: Flask, drawn: int, given: int
) -> None:
    with embedded.app_context():
        with db.engine().begin() as connection:
            upgrading.command.upgrade(upgrading.config(connection), "r0009")
        with db.transaction() as writing:
            clinician = one_more(writing, "Clinician", Role.CLINICIAN).id
            writing.execute(insert(Client), [_drawn(number, clinician) for number in range(drawn)])
        migrations.upgrade(db.engine())
        with db.reading() as reading:
            row = reading.scalars(select(ClientCodes)).one()
            assert (row.given, len(row.key)) == (given, 32)
        db.engine().dispose()


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
    monkeypatch.setattr("tracker.cli.instance.migrations.head", lambda: "r9999")
    ready(settings)
    (copy,) = backup.copies(settings.backups)
    assert backup.examined(copy, keys.read(settings.instance / "keys"))[0].revision == newest
