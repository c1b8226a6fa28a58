"""A database from before the first release is refused by whatever opens it, and a newer one: in a sentence, untouched."""

import hashlib
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from tests.instances import copied, database_on, made, run, secrets
from tracker import db, migrations
from tracker.cli.instance import database_only
from tracker.config import Settings

COMMANDS = [
    ("database", "upgrade"),
    ("database", "backup"),
    ("serve", "--port", "0"),
    ("demo", "--no-serve"),
    ("accounts", "list"),
    ("practice", "--name", "Harbour"),
    ("audit", "report"),
    ("rules", "changes"),
]
EARLIER = [f"{number:04}" for number in range(1, 16)]


def of_version(settings: Settings, version: str) -> None:
    """Let the database say that it has that version."""
    with database_only(secrets(settings), settings), db.transaction() as writing:
        writing.execute(text("UPDATE alembic_version SET version_num = :to"), {"to": version})


def everything(settings: Settings) -> dict[str, str]:
    """What lies in the instance, but for the lock and the journals of a database that is open."""
    return {
        str(path.relative_to(settings.instance)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in settings.instance.rglob("*")
        if path.is_file() and path.name != ".lock" and not path.name.endswith(("-wal", "-shm"))
    }


def assert_refused(output: str, version: str) -> None:
    """One sentence that says what happened, and how to begin anew."""
    (line,) = [line for line in output.splitlines() if line.startswith("Error: ")]
    assert f"was made before version 0.1.0 (its form is {version})" in line
    for words in ("keep it as it is", "TRACKER_INSTANCE", "make demo-reset", "Nothing was changed"):
        assert words in line
    assert "Traceback" not in output


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_each_command_refuses_it(tmp_path: Path, words: tuple[str, ...]) -> None:
    settings = made(tmp_path / "demo" if words[0] == "demo" else tmp_path)
    of_version(settings, "0015")
    before = everything(settings)
    result = run(tmp_path, *words)
    assert result.exit_code == 1
    assert_refused(result.output, "0015")
    assert everything(settings) == before


def test_every_version_of_before_is_refused_and_a_newer_one_too(tmp_path: Path) -> None:
    settings = made(tmp_path)
    for version in EARLIER:
        with pytest.raises(migrations.DatabaseRefused, match=f"its form is {version}"):
            migrations.check_version(version, "This database")
    of_version(settings, EARLIER[0])
    assert_refused(run(tmp_path, "database", "upgrade").output, EARLIER[0])
    of_version(settings, "r9999")
    result = run(tmp_path, "database", "upgrade")
    assert result.exit_code == 1
    for words in ("r9999, which is newer than this program", "TRACKER_INSTANCE", "nothing was"):
        assert words in result.output


def test_it_is_refused_on_the_server_too(tmp_path: Path, postgresql: str) -> None:
    url = database_on(postgresql, "of_before")
    given = {"TRACKER_DATABASE_URL": url}
    assert run(tmp_path, "database", "upgrade", **given).exit_code == 0
    engine = create_engine(url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    result = run(tmp_path, "database", "upgrade", **given)
    assert result.exit_code == 1
    assert_refused(result.output, "0003")
    with engine.connect() as connection:
        assert connection.execute(text("SELECT version_num FROM alembic_version")).all() == [
            ("0003",)
        ]
    engine.dispose()


def test_the_demo_begins_anew_as_the_sentence_says(tmp_path: Path) -> None:
    of_version(made(tmp_path / "demo"), "0015")
    assert run(tmp_path, "demo", "--reset", "--no-serve").exit_code == 0


@pytest.mark.parametrize("how", ["--yes", "--drill"])
def test_a_backup_of_before_is_not_restored(tmp_path: Path, how: str) -> None:
    settings = made(tmp_path)
    of_version(settings, "0012")
    copy = copied(settings)
    of_version(settings, "r0001")
    before = everything(settings)
    result = run(tmp_path, "database", "restore", str(copy), how)
    assert result.exit_code == 1
    assert_refused(result.output, "0012")
    assert copy.name in result.output
    assert everything(settings) == before


def test_doctor_says_it(tmp_path: Path) -> None:
    settings = made(tmp_path)
    of_version(settings, "0015")
    result = run(tmp_path, "doctor")
    assert result.exit_code == 1
    (line,) = [line for line in result.output.splitlines() if " version " in line]
    assert line.startswith("wrong")
    assert "made before version 0.1.0" in line
