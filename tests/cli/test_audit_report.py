"""`tracker audit report` and `who-read`, on a practice with a caseload."""

import csv
import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import PASSWORD
from tests.instances import made, run, secrets
from tracker import clock, db
from tracker.cli.acts.audit import there
from tracker.cli.instance import database_only
from tracker.config import Settings
from tracker.models import AuditEntry, Client, User
from tracker.services.demo import caseload as demo
from tracker.services.office.actors import actor_of
from tracker.services.storage import restore
from tracker.services.trail.late_reads import Read, record_read


@pytest.fixture(scope="module")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """The demo, in which the supervisor read the clinician's caseload once, and a client's record twice."""
    found = made(tmp_path_factory.mktemp("report") / "instance")
    now = clock.now()
    with database_only(secrets(found), found), db.transaction() as writing:
        demo.make(writing, lambda _: "hash", PASSWORD, now=now)
        people = {user.email.split("@")[0]: actor_of(user) for user in writing.query(User)}
        client = writing.query(Client).filter_by(initials="AK").one()
        reader = people["supervisor"].id
        ids = [str(row.id) for row in writing.query(Client)]
        lists = {"clinician": str(client.clinician_id), "clients": ids}
        record_read(
            writing, Read("caseload.read", reader, now, client.clinician_id, None, lists), now=now
        )
        for _ in range(2):
            record_read(writing, Read("client.read", reader, now, client.id, client.id), now=now)
    return found


def code_of(settings: Settings, initials: str) -> str:
    with database_only(secrets(settings), settings), db.reading() as reading:
        return reading.query(Client).filter_by(initials=initials).one().code


def lines(output: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(output)))


def test_who_read_counts_lists_and_single_pages(settings: Settings) -> None:
    answer = run(settings.instance, "audit", "who-read", code_of(settings, "AK"))
    assert answer.exit_code == 0
    assert "Tomas Lind: 3 times" in answer.output
    assert "caseload.read, client.read" in answer.output
    other = run(settings.instance, "audit", "who-read", code_of(settings, "BM"))
    assert "Tomas Lind: once" in other.output
    none = run(
        settings.instance, "audit", "who-read", code_of(settings, "BM"), "--to", "2020-01-01"
    )
    assert none.output == "Nobody in that period.\n"


def test_a_report_on_a_client_has_every_entry_and_no_other(settings: Settings) -> None:
    code = code_of(settings, "AK")
    answer = run(settings.instance, "audit", "report", "--client", code)
    found = lines(answer.output)
    with database_only(secrets(settings), settings), db.reading() as reading:
        client_id = str(reading.query(Client).filter_by(code=code).one().id)
        entries = reading.query(AuditEntry).order_by(AuditEntry.seq)
        expected = [
            entry.seq
            for entry in entries
            if str(entry.client_id) == client_id or client_id in entry.detail.get("clients", [])
        ]
    assert [int(line["entry"]) for line in found] == expected[: len(found)]
    assert len(found) >= len(expected) - 1  # the report itself is the last entry by now
    assert {line["event"] for line in found} >= {"client.added", "flag.raised", "caseload.read"}


@pytest.mark.parametrize("column", ["entry", "time", "who", "event", "record", "client", "detail"])
def test_it_is_sorted_by_each_column(settings: Settings, column: str) -> None:
    words = ("audit", "report", "--who", "clinician@demo.example", "--sort", column)
    found = [line[column] for line in lines(run(settings.instance, *words).output)]
    assert len(found) > 50
    known = [int(value) for value in found] if column == "entry" else found
    assert known == sorted(known)


def test_the_report_is_narrowed_and_is_an_entry_itself(settings: Settings) -> None:
    answer = run(settings.instance, "audit", "report", "--event", "client.added")
    assert {line["event"] for line in lines(answer.output)} == {"client.added"}
    again = run(settings.instance, "audit", "report", "--event", "audit.reported")
    assert lines(again.output)
    assert lines(run(settings.instance, "audit", "report", "--to", "2020-01-01").output) == []


@pytest.mark.parametrize(
    "words",
    [
        ("who-read", "Z-999999"),
        ("report", "--client", "Z-999999"),
        ("report", "--who", "nobody@demo.example"),
        ("report", "--from", "yesterday"),
        ("report", "--sort", "nonsense"),
    ],
)
def test_what_cannot_be_asked_says_why(settings: Settings, words: tuple[str, ...]) -> None:
    answer = run(settings.instance, "audit", *words)
    assert answer.exit_code != 0
    assert "Traceback" not in answer.output


def test_nothing_but_ids_stands_in_it(settings: Settings, tmp_path: Path) -> None:
    output = run(settings.instance, "audit", "report").output
    assert "Had felt pushed" not in output
    assert code_of(settings, "AK") not in output


@pytest.mark.parametrize(
    "words", [("who-read", "K-014"), ("report",), ("begin-again", "--yes"), ("verify",)]
)
@pytest.mark.parametrize("server", [False, True])
def test_where_there_is_no_practice_none_is_made(
    tmp_path: Path, words: tuple[str, ...], server: bool
) -> None:
    elsewhere = {"TRACKER_DATABASE_URL": "postgresql+psycopg://127.0.0.1:1/none"} if server else {}
    empty = tmp_path / "instance"
    empty.mkdir()
    answer = run(empty, "audit", *words, **elsewhere)
    assert answer.exit_code == 2
    assert words == ("verify",) or "There is no practice in" in answer.output
    assert list(empty.iterdir()) == []


def test_an_interrupted_restore_and_lost_keys_are_a_practice(tmp_path: Path) -> None:
    there(made(tmp_path / "whole"))
    lost = made(tmp_path / "lost")
    shutil.rmtree(lost.instance / "keys")
    answer = run(lost.instance, "audit", "report")
    assert "Put the key files back" in answer.output
    half = Settings(instance=tmp_path / "half")
    half.instance.mkdir()
    assert half.database_file
    scratch = restore.scratch_of(half.database_file)
    scratch.touch()
    there(half)


@pytest.mark.parametrize("words", [("report",), ("who-read", "K-014")])
def test_days_the_wrong_way_round_are_refused(settings: Settings, words: tuple[str, ...]) -> None:
    days = ("--from", "2026-05-01", "--to", "2026-04-30")
    answer = run(settings.instance, "audit", *words, *days)
    assert (answer.exit_code, "--from must not be later than --to" in answer.output) == (2, True)
    same = run(settings.instance, "audit", "report", "--from", "2026-05-01", "--to", "2026-05-01")
    assert same.exit_code == 0


def test_whoever_reads_no_further_sees_no_traceback(settings: Settings) -> None:
    command = [sys.executable, "-m", "tracker", "audit", "report"]
    environment = {**os.environ, "TRACKER_INSTANCE": str(settings.instance)}
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE, "pipesize": 4096}
    with subprocess.Popen(command, env=environment, **pipes) as running:  # less than the report
        assert running.stdout
        assert running.stderr
        assert running.stdout.readline().startswith(b"entry,time")
        running.stdout.close()
        assert running.stderr.read() == b""
        assert running.wait(timeout=60) == 1
