"""The database lets through the values of an enumeration that this program knows, and follows it without a migration."""

import ast
from pathlib import Path
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import Connection, insert, inspect, text
from sqlalchemy.exc import IntegrityError

from tests.conftest import Cast, log, weeks
from tests.instances import copied, database_on, made, put_back, run
from tracker import clock, db, migrations
from tracker.cli.instance import ready
from tracker.config import Settings
from tracker.domain.rules.findings import FlagKind
from tracker.migrations import enum_checks
from tracker.migrations.rebuilding import rebuild
from tracker.models import AuditEntry, Base, FlagFinding, Notice, NoticeKind
from tracker.services.storage import backup

NEWEST = list(FlagKind)[-1]
MIGRATIONS = sorted(migrations.FOLDER.glob("*.py"))
assert MIGRATIONS


@pytest.fixture(params=["sqlite", "postgresql"])
def settings(request: pytest.FixtureRequest, tmp_path: Path) -> Settings:
    """An instance of its own, ready, on each of the two databases."""
    url = None
    if request.param == "postgresql":
        url = database_on(request.getfixturevalue("postgresql"), f"enums_{uuid4().hex}")
    settings = Settings(instance=tmp_path / "instance", database_url=url)
    ready(settings)
    return settings


def let_through(connection: Connection, kinds: list[str]) -> None:
    """Let the check of findings be that of a program with these kinds."""
    rule = f"kind IN ({', '.join(repr(str(kind)) for kind in kinds)})"
    if connection.dialect.name == "postgresql":
        table = "ALTER TABLE flag_findings"
        connection.exec_driver_sql(f"{table} DROP CONSTRAINT ck_flag_findings_kind")
        connection.exec_driver_sql(f"{table} ADD CONSTRAINT ck_flag_findings_kind CHECK ({rule})")
        return
    asked = enum_checks.of_models()["ck_flag_findings_kind"].rule
    rebuild(connection, "flag_findings", lambda made: made.replace(asked, rule))


def kinds_let_through(connection: Connection) -> frozenset[str]:
    return enum_checks.stored(connection)["ck_flag_findings_kind"]


def of_another_program(settings: Settings, kinds: list[str]) -> None:
    """Let an instance be one that a program with these kinds made."""
    with ready(settings).app_context(), db.engine().begin() as connection:
        let_through(connection, kinds)
        assert kinds_let_through(connection) == set(kinds)


def shape(settings: Settings) -> tuple[object, ...]:
    """What surrounds the table of findings: columns, keys, indexes, and the guards of all tables."""
    with ready(settings).app_context(), db.engine().connect() as connection:
        look = inspect(connection)
        embedded = connection.dialect.name == "sqlite"
        guards = (
            "SELECT name FROM sqlite_master WHERE type = 'trigger' ORDER BY name"
            if embedded
            else "SELECT tgname FROM pg_trigger WHERE NOT tgisinternal ORDER BY tgname"
        )
        return (
            [(column["name"], column["nullable"]) for column in look.get_columns("flag_findings")],
            sorted(str(each) for each in look.get_foreign_keys("flag_findings")),
            sorted(str(each) for each in look.get_indexes("flag_findings")),
            sorted(str(each["name"]) for each in look.get_check_constraints("flag_findings")),
            connection.exec_driver_sql(guards).scalars().all(),
        )


def test_a_new_kind_of_flag_needs_no_migration(settings: Settings) -> None:
    before = shape(settings)
    of_another_program(settings, [kind for kind in FlagKind if kind is not NEWEST])
    with ready(settings).app_context():
        with db.engine().connect() as connection:
            assert kinds_let_through(connection) == set(FlagKind)
        with db.reading() as reading:
            events = reading.query(AuditEntry.event).order_by(AuditEntry.seq).all()
        db.engine().dispose()
    assert events[-1] == ("database.upgraded",)
    assert shape(settings) == before
    assert len(backup.copies(settings.backups)) == (0 if settings.database_url else 1)


def test_a_database_of_a_program_with_more_kinds_is_refused(settings: Settings) -> None:
    of_another_program(settings, [*FlagKind, "moonlight"])
    with pytest.raises(migrations.DatabaseRefused, match=r"newer program.*TRACKER_INSTANCE"):
        ready(settings)


def test_a_backup_of_a_program_with_more_kinds_is_not_restored(tmp_path: Path) -> None:
    settings = made(tmp_path)
    copy_of_now = copied(settings)
    of_another_program(settings, [*FlagKind, "moonlight"])
    copy = copied(settings)
    put_back(settings, copy_of_now)
    result = run(tmp_path, "database", "restore", str(copy), "--drill")
    assert (result.exit_code, "written by a newer program" in result.output) == (1, True)


def test_an_upgrade_keeps_every_finding_and_what_guards_them(cast: Cast) -> None:
    for week, mark in enumerate((8, 4, 8, 3)):
        log(cast.clinician, cast.client_id, weeks(week), mark, 8, 8, 8)
    every = text("SELECT * FROM flag_findings ORDER BY id")
    with db.reading() as reading:
        before = reading.execute(every).all()
    assert before
    with db.engine().connect() as connection:
        connection.execution_options(immediate=True)
        if connection.dialect.name == "sqlite":
            connection.connection.driver_connection.execute("PRAGMA foreign_keys = OFF")
        with connection.begin():
            let_through(connection, [kind for kind in FlagKind if kind is not NEWEST])
    migrations.upgrade(db.engine())
    with db.reading() as reading:
        assert reading.execute(every).all() == before
        assert enum_checks.outdated(reading.connection()) == []
    with pytest.raises(Exception, match="written once"), db.transaction() as writing:
        writing.execute(text("UPDATE flag_findings SET kind = 'slide'"))


def test_a_missing_check_is_made_again(settings: Settings) -> None:
    before = shape(settings)
    with ready(settings).app_context():
        with db.engine().begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.exec_driver_sql(
                    "ALTER TABLE flag_findings DROP CONSTRAINT ck_flag_findings_kind"
                )
            else:
                asked = enum_checks.of_models()["ck_flag_findings_kind"].rule
                gone = f"CONSTRAINT ck_flag_findings_kind CHECK ({asked}), "
                rebuild(connection, "flag_findings", lambda made: without(made, gone))
            assert "ck_flag_findings_kind" not in enum_checks.stored(connection)
        db.engine().dispose()
    assert shape(settings) == before


def without(made: str, gone: str) -> str:
    """The description of a table without that part, which has to be in it."""
    flat = " ".join(made.split())
    assert gone in flat
    return flat.replace(gone, "")


def test_a_table_that_does_not_look_as_expected_is_left_alone(embedded: Flask) -> None:
    with embedded.app_context():
        migrations.upgrade(db.engine())
        with (
            pytest.raises(RuntimeError, match="does not look as expected"),
            db.engine().begin() as connection,
        ):
            rebuild(connection, "flags", lambda made: f"-- {made}")
        with db.engine().connect() as connection:
            assert inspect(connection).has_table("flags")
        db.engine().dispose()


def test_every_kind_of_notice_can_be_told_and_no_other(cast: Cast) -> None:
    about = {"user_id": cast.clinician.id, "text": "", "made_at": clock.now()}
    with db.transaction() as writing:
        for kind in NoticeKind:
            writing.execute(insert(Notice).values(kind=kind, **about))
    with pytest.raises(IntegrityError), db.transaction() as writing:
        writing.execute(insert(Notice).values(kind="another", **about))


@pytest.mark.parametrize("path", MIGRATIONS, ids=lambda path: path.stem)
def test_no_migration_lists_the_values_of_an_enumeration(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    strings = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert not strings & set(FlagKind), "it names kinds of flags"
    for check in enum_checks.of_models().values():
        assert not check.values <= strings, check.name
        assert not any(check.rule in each for each in strings), check.name


def test_every_check_of_an_enumeration_is_in_the_tables() -> None:
    checks = enum_checks.of_models()
    assert len(checks) > 30
    for check in checks.values():
        assert check.column in Base.metadata.tables[check.table].columns
    assert checks["ck_flag_findings_kind"].values == set(FlagKind)
    assert FlagFinding.__tablename__ == checks["ck_flag_findings_kind"].table
