"""`tracker doctor`: a line for each check, an end that programs understand, and nothing changed."""

import shutil
from pathlib import Path

import pytest

from tests import instances
from tests.instances import copied, copy_of, made, run, secrets
from tracker.config import Settings


def prepared(folder: Path) -> Settings:
    """An instance that is in order."""
    found = made(folder)
    words = ("--email", "a@b.example", "--name", "Ada", "--role", "administrator")
    run(found.instance, "accounts", "add", *words, "--password", "a-long-password")
    copied(found)
    return found


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A copy of it."""
    return copy_of(prepared, tmp_path / "instance")


def look(settings: Settings, **environment: str) -> tuple[int, dict[str, str]]:
    answer = run(settings.instance, "doctor", **environment)
    assert "Traceback" not in answer.output
    lines = answer.output.splitlines()
    return answer.exit_code, {line[6:21].strip(): line for line in lines}


def test_an_instance_in_order_has_a_line_for_each_check_and_ends_with_0(settings: Settings) -> None:
    before = instances.head(settings)
    code, lines = look(settings)
    assert code == 0, lines
    assert set(lines) == {
        "https", "measures", "keys", "database", "version", "safety", "integrity", "audit trail",
        "administrator", "time zone", "SQLite", "backup", "disk",
    }  # fmt: skip
    assert all(line.startswith("ok ") for line in lines.values())
    assert instances.head(settings) == before


def test_what_is_wrong_says_what_to_do_and_ends_with_1(settings: Settings) -> None:
    for copy in settings.backups.glob("tracker-*.db"):
        copy.unlink()
    code, lines = look(settings, TRACKER_HOSTS="practice.example")
    assert code == 1
    for name in ("https", "backup"):
        assert lines[name].startswith("wrong ")
        assert "To do: " in lines[name]


def test_what_should_be_looked_at_alone_is_no_failure(settings: Settings) -> None:
    for manifest in settings.backups.glob("tracker-*.json"):
        manifest.unlink()
    code, lines = look(settings)
    assert (code, lines["backup"].startswith("look ")) == (0, True)


def test_where_nothing_is_it_says_how_to_begin_and_leaves_nothing(tmp_path: Path) -> None:
    code, lines = look(Settings(instance=tmp_path / "nothing"))
    assert (code, list(lines)) == (1, ["instance"])
    assert "tracker accounts add" in lines["instance"]
    assert not (tmp_path / "nothing").exists()


def test_a_database_without_keys_is_said(settings: Settings) -> None:
    shutil.rmtree(settings.instance / "keys")
    code, lines = look(settings)
    assert (code, lines["keys"].startswith("wrong ")) == (1, True)


def test_keys_without_a_database_are_said(settings: Settings) -> None:
    assert settings.database_file
    settings.database_file.unlink()
    code, lines = look(settings)
    assert (code, "there is none" in lines["database"]) == (1, True)
    assert not settings.database_file.exists()


def test_a_database_that_does_not_open_is_said(settings: Settings) -> None:
    assert settings.database_file
    settings.database_file.write_bytes(b"x" * 8192)
    code, lines = look(settings)
    assert (code, lines["database"].startswith("wrong ")) == (1, True)
    assert "safety" not in lines
    assert "disk" in lines


def test_a_check_that_cannot_be_made_is_a_line_too(settings: Settings) -> None:
    instances.tamper(settings, "DROP TABLE practice")
    code, lines = look(settings)
    assert (code, "cannot be looked at" in lines["time zone"]) == (1, True)
    assert lines["audit trail"].startswith("ok ")


def test_an_instance_on_a_server_is_looked_at_too(tmp_path: Path, careful_server: str) -> None:
    url = instances.database_on(careful_server, "doctor")
    settings = made(tmp_path / "instance", url)
    assert secrets(settings)
    code, lines = look(settings, TRACKER_DATABASE_URL=url)
    assert (code, lines["administrator"].startswith("wrong ")) == (1, True)
    assert "postgresql" in lines["database"]
    for name in ("safety", "integrity", "audit trail", "backup", "disk"):
        assert lines[name].startswith("ok "), lines[name]
