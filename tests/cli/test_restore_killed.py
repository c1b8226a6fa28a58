"""Restores that were killed half-way, restores on a server, and a server that must not be restored under."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from tests import instances
from tests.cli.restoring import last_entry, restore, verified, with_somebody_signed_in
from tests.cli.test_commands import answers, free_port
from tests.instances import copied, copy_of, reading, run
from tracker import disk
from tracker.config import Settings
from tracker.models import SignIn, SignInState


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An instance with somebody who is signed in."""
    return copy_of(with_somebody_signed_in, tmp_path / "instance")


# --- Killed


KILLED = """
import os, signal, sys
from pathlib import Path
from click.testing import CliRunner
from tracker.cli import main
from tracker.services.storage import {module} as module
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
module.{function} = die
CliRunner().invoke(main, ["database", "restore", sys.argv[1], "--yes"])
"""


def kill_at(settings: Settings, copy: Path, module: str, function: str) -> None:
    root = Path(__file__).resolve().parents[2]
    ended = subprocess.run(
        [sys.executable, "-c", KILLED.format(module=module, function=function), str(copy)],
        cwd=root,
        env={**os.environ, "TRACKER_INSTANCE": str(settings.instance)},
        check=False,
        capture_output=True,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.parametrize(
    ("module", "function", "after"),
    [
        ("restore", "start_scratch", "old"),
        ("backup", "back_up", "old"),
        ("restore", "note_restored", "old"),
        ("restore", "sign", "old"),
        ("restore", "swap", "new"),
    ],
)
def test_a_kill_leaves_the_old_database_or_the_restored_one(
    settings: Settings, module: str, function: str, after: str
) -> None:
    copy, then = copied(settings), instances.head(settings)
    instances.write(settings, 4)
    now = instances.head(settings)
    kill_at(settings, copy, module, function)
    assert (
        run(settings.instance, "accounts", "list").exit_code == 0
    )  # whatever starts next puts it in order
    restored = last_entry(settings).event == "database.restored"
    assert restored == (after == "new")
    assert instances.head(settings).seq == (then.seq + 2 if restored else now.seq)
    assert verified(settings)[0] == 0
    assert not list(settings.instance.glob("*.restoring*"))


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
def test_a_restore_that_was_killed_can_be_done_again(settings: Settings) -> None:
    copy = copied(settings)
    kill_at(settings, copy, "restore", "swap")
    assert restore(settings, copy)[0] == 0
    assert verified(settings)[0] == 0


# --- On a server


def test_on_a_server_its_own_tools_are_named(tmp_path: Path) -> None:
    url = {"TRACKER_DATABASE_URL": "postgresql+psycopg://x"}
    for words in (("backup",), ("restore", "x.db")):
        answer = run(tmp_path, "database", *words, **url)
        assert answer.exit_code == 1
        for tool in ("pg_dump", "pg_restore", "pg_basebackup"):
            assert tool in answer.output
    assert "tracker database restored" in answer.output


def test_a_restore_by_other_tools_is_put_on_record(settings: Settings) -> None:
    copy = copied(settings)
    instances.write(settings, 4)
    copied(settings)
    lost = instances.head(settings)
    instances.put_back(settings, copy)
    assert verified(settings)[0] == 1
    assert run(settings.instance, "database", "restored", typed="n\n").exit_code == 1
    assert verified(settings)[0] == 1
    assert run(settings.instance, "database", "restored", "--yes").exit_code == 0
    assert last_entry(settings).detail["replaced_seq"] == lost.seq
    assert verified(settings)[0] == 0
    with reading(settings) as db_:
        assert {row.state for row in db_.query(SignIn)} == {SignInState.ENDED}


def test_a_restored_database_that_was_altered_is_not_put_on_record(settings: Settings) -> None:
    instances.tamper(settings, "DELETE FROM audit_entries WHERE seq = 2")
    answer = run(settings.instance, "database", "restored", "--yes")
    assert (answer.exit_code, "altered (gap at entry 2)" in answer.output) == (1, True)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_restored_instance_stays_private(settings: Settings) -> None:
    restore(settings, copied(settings))
    files = [path for path in settings.instance.rglob("*") if path.is_file()]
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


def test_a_lock_is_let_go_once(tmp_path: Path) -> None:
    lock = disk.Lock(tmp_path / "lock")
    assert lock.take(alone=True)
    lock.release()
    lock.release()
    with disk.Lock(tmp_path / "lock") as other:
        assert other.take(alone=True)


@pytest.mark.skipif(os.name != "posix", reason="gunicorn and signals are POSIX's")
def test_a_served_instance_is_left_alone_until_the_server_has_stopped(settings: Settings) -> None:
    copy, port = copied(settings), free_port()
    instances.write(settings)
    environment = {**os.environ, "TRACKER_INSTANCE": str(settings.instance)}
    command = [sys.executable, "-m", "tracker", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            assert answers(f"http://127.0.0.1:{port}/health") == "ok"
            code, output = restore(settings, copy)
            assert (code, "in use" in output) == (1, True)
            assert run(settings.instance, "database", "backup").exit_code == 0
            assert run(settings.instance, "accounts", "list").exit_code == 0
        finally:
            server.send_signal(signal.SIGTERM)
            server.wait(timeout=60)
    assert restore(settings, copy)[0] == 0
    assert verified(settings)[0] == 0
