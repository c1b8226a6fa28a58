"""The commands, as typed, and the server they start."""

import json
import os
import signal
import socket
import subprocess
import sys
import time
from io import StringIO
from logging import getLogger
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import create_engine, text

from tests.conftest import make_app
from tests.instances import free_port
from tracker import db, logs
from tracker.cli import main
from tracker.cli.instance import hold
from tracker.config import Settings
from tracker.models import TherapySession
from tracker.services.people import accounts

PASSWORD = "a-long-password"


def run(tmp_path: Path, *words: str, **more: str) -> Result:
    return CliRunner().invoke(main, words, env={"TRACKER_INSTANCE": str(tmp_path), **more})


def add(tmp_path: Path, *more: str, email: str = "a@b.example", password: str = PASSWORD) -> Result:
    words = ["accounts", "add", "--email", email, "--name", "Ada", "--password", password, *more]
    return run(tmp_path, *words)


def test_the_first_administrator_is_added_and_listed(tmp_path: Path) -> None:
    added = add(tmp_path, "--role", "administrator", "--role", "clinician")
    assert (added.exit_code, added.output) == (0, "Added Ada, administrator, clinician.\n")
    assert (
        run(tmp_path, "accounts", "list").output == "a@b.example  Ada  administrator, clinician\n"
    )
    again = add(tmp_path, "--role", "clinician", email="A@B.example")
    assert again.exit_code == 1
    assert "already an account" in again.output
    assert "12 characters" in add(tmp_path, "--role", "clinician", password="short").output


def test_an_empty_instance_says_what_to_do(tmp_path: Path) -> None:
    assert "Add the first" in run(tmp_path, "accounts", "list").output


def test_a_role_is_asked_for_when_left_out(tmp_path: Path) -> None:
    words = ["accounts", "add", "--email", "a@b.example", "--name", "Ada", "--password", PASSWORD]
    asked = CliRunner().invoke(
        main, words, input="supervisor\n", env={"TRACKER_INSTANCE": str(tmp_path)}
    )
    assert "Added Ada, supervisor." in asked.output


def test_accounts_are_closed_changed_and_linked_by_their_addresses(tmp_path: Path) -> None:
    add(tmp_path, "--role", "supervisor", email="s@b.example")
    add(tmp_path, "--role", "clinician", email="c@b.example")
    linked = run(
        tmp_path, "accounts", "supervise", "s@b.example", "c@b.example", "--from", "2026-01-05"
    )
    assert linked.output == "s@b.example reads the caseload of c@b.example.\n"
    ended = run(
        tmp_path,
        "accounts",
        "supervise",
        "s@b.example",
        "c@b.example",
        "--from",
        "2026-01-05",
        "--until",
        "2026-03-27",
    )
    assert "until 2026-03-27" in ended.output
    assert run(tmp_path, "accounts", "supervise", "s@b.example", "c@b.example").exit_code == 0
    changed = run(tmp_path, "accounts", "reset-password", "c@b.example", "--password", PASSWORD)
    assert changed.output == "Changed the password of c@b.example.\n"
    assert run(tmp_path, "accounts", "disable", "c@b.example").output == "Disabled c@b.example.\n"
    assert "(disabled)" in run(tmp_path, "accounts", "list").output
    reversed_ = run(tmp_path, "accounts", "supervise", "c@b.example", "s@b.example")
    assert (reversed_.exit_code, "has not the role supervisor" in reversed_.output) == (1, True)
    nobody = run(tmp_path, "accounts", "disable", "nobody@b.example")
    assert (nobody.exit_code, "There is no account" in nobody.output) == (1, True)


STEPS = [
    "Copying the database ...",
    "Looking at every page ...",
    "Looking at every row and index ...",
    "Looking at every link between rows ...",
    "Looking at the audit trail",
]


def test_the_database_is_brought_up_and_copied(tmp_path: Path) -> None:
    assert "is at version" in run(tmp_path, "database", "upgrade").output
    copied = [run(tmp_path, "database", "backup", "--keep", "1") for _ in range(2)]
    assert {answer.exit_code for answer in copied} == {0}
    names = [Path(answer.stdout.removeprefix("Copied to ").strip()) for answer in copied]
    assert [line.partition(",")[0] for line in copied[0].stderr.splitlines()] == STEPS
    assert [name.exists() for name in names] == [False, True]
    assert run(tmp_path, "database", "backup", "--keep", "0").exit_code == 2


def test_the_practice_begins_in_the_zone_of_its_machine_and_can_move(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tracker.cli.instance.get_localzone_name", lambda: "Europe/Lisbon")
    shown = run(tmp_path, "practice").output.splitlines()
    assert shown[0] == "Alliance Tracker, Europe/Lisbon"
    assert "emergency" in shown[1]
    moved = run(tmp_path, "practice", "--name", "Harbour", "--time-zone", "Pacific/Auckland")
    assert moved.output.splitlines()[0] == "Harbour, Pacific/Auckland"
    wrong = run(tmp_path, "practice", "--time-zone", "Moon/Base")
    assert (wrong.exit_code, "There is no time zone Moon/Base" in wrong.output) == (1, True)
    monkeypatch.setattr("tracker.cli.instance.get_localzone_name", lambda: None)
    assert run(tmp_path / "other", "practice").output.startswith("Alliance Tracker, UTC\n")


def sessions_in(instance: Path) -> int:
    with make_app(Settings(instance=instance)).app_context():
        with db.reading() as reading:
            count = reading.query(TherapySession).count()
            assert len(accounts.accounts(reading)) == 4
        db.engine().dispose()
    return count


def test_the_demo_is_made_once_keeps_what_was_entered_and_can_begin_anew(tmp_path: Path) -> None:
    first = run(tmp_path, "demo", "--no-serve")
    assert first.exit_code == 0
    for word in ("clinician@", "supervisor@", "administrator@", "outsider@", "Password: "):
        assert word in first.output
    made = sessions_in(tmp_path / "demo")
    with make_app(Settings(instance=tmp_path / "demo")).app_context():
        with db.transaction() as writing:
            kept = writing.query(TherapySession).first()
            assert kept
            kept.note = "mine"
        db.engine().dispose()
    second = run(tmp_path, "demo", "--no-serve")
    assert "Making" in first.output
    assert "Making" not in second.output
    assert sessions_in(tmp_path / "demo") == made
    run(tmp_path, "demo", "--no-serve", "--reset")
    with make_app(Settings(instance=tmp_path / "demo")).app_context():
        with db.reading() as reading:
            assert reading.query(TherapySession).filter_by(note="mine").count() == 0
        db.engine().dispose()


@pytest.mark.skipif(os.name != "posix", reason="open files cannot be deleted on Windows anyway")
def test_a_demo_that_is_being_served_is_not_taken_away(tmp_path: Path) -> None:
    with hold(Settings(instance=tmp_path / "demo"), alone=False):
        refused = run(tmp_path, "demo", "--no-serve", "--reset")
    assert (refused.exit_code, "being served" in refused.output) == (1, True)
    assert run(tmp_path, "demo", "--no-serve", "--reset").exit_code == 0


def test_a_port_that_is_taken_is_said(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        refused = run(tmp_path, "serve", "--port", str(port))
    assert (refused.exit_code, f"Port {port} is in use" in refused.output) == (1, True)


def answers(url: str, seconds: float = 30) -> str:
    until = time.monotonic() + seconds
    while True:
        try:
            with urlopen(url, timeout=5) as answer:  # noqa: S310  (our own server on this machine)
                return str(answer.read().decode())
        except (URLError, ConnectionError):
            if time.monotonic() > until:
                raise
            time.sleep(0.1)  # it is still starting


@pytest.mark.skipif(
    os.name != "posix", reason="gunicorn and signals are POSIX's; waitress serves elsewhere"
)
def test_the_server_answers_on_this_machine_and_stops_when_told(tmp_path: Path) -> None:
    port = free_port()
    command = [sys.executable, "-m", "tracker", "serve", "--port", str(port)]
    environment = {**os.environ, "TRACKER_INSTANCE": str(tmp_path)}
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            assert answers(f"http://127.0.0.1:{port}/health") == "ok"
            assert "Sign in" in answers(f"http://127.0.0.1:{port}/")
        finally:
            server.send_signal(signal.SIGTERM)
            output = server.communicate(timeout=60)[0]
    assert server.returncode == 0
    assert f"Open http://127.0.0.1:{port}" in output
    assert "Traceback" not in output


def test_logs_are_lines_of_json_with_declared_fields_only() -> None:
    stream = StringIO()
    logger = getLogger("tracker")
    before = (logger.handlers[:], logger.propagate, logger.level)
    try:
        logs.start(stream)
        logger.error("request failed", extra={"reference": "ab", "client": "canary"})
    finally:
        logger.handlers[:], logger.propagate = before[0], before[1]
        logger.setLevel(before[2])
    line = json.loads(stream.getvalue())
    assert (line["message"], line["reference"], line["level"]) == ("request failed", "ab", "error")
    assert "canary" not in stream.getvalue()


def test_an_instance_can_be_on_postgresql(tmp_path: Path, postgresql: str) -> None:
    engine = create_engine(postgresql, isolation_level="AUTOCOMMIT")
    with engine.connect() as server:
        server.execute(text("CREATE DATABASE practice"))
    engine.dispose()
    url = postgresql.replace("/postgres?", "/practice?")
    assert url != postgresql
    upgraded = run(tmp_path, "database", "upgrade", TRACKER_DATABASE_URL=url)
    assert upgraded.exit_code == 0, upgraded.output
    again = run(tmp_path, "practice", "--name", "Harbour", TRACKER_DATABASE_URL=url)
    assert again.output.startswith("Harbour, ")
    assert not (tmp_path / "tracker.db").exists()
