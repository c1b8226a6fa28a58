"""`tracker audit`: what it says, what it ends with, and what it finds on real instances."""

import json
import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from tests import instances
from tests.instances import copied, copy_of, made, public, reading, run, secrets
from tracker import clock, db, paper
from tracker.cli.instance import database_only
from tracker.config import Settings
from tracker.models import AuditEntry
from tracker.services.storage import signed_heads as anchors


def prepared(folder: Path) -> Settings:
    """An instance with a few entries."""
    found = made(folder)
    instances.write(found, 3)
    return found


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A copy of it."""
    return copy_of(prepared, tmp_path / "instance")


def verify(settings: Settings, *more: str, **environment: str) -> tuple[int, str]:
    answer = run(settings.instance, "audit", "verify", *more, **environment)
    return answer.exit_code, answer.output


def test_a_whole_trail_ends_with_0_and_names_who_signed(settings: Settings) -> None:
    code, output = verify(settings)
    assert code == 0
    assert "Whole: 6 entries" in output
    assert paper.fingerprint(secrets(settings), "anchors") in output


def test_an_altered_trail_ends_with_1_and_says_where_how_and_what_to_do(settings: Settings) -> None:
    instances.tamper(settings, "UPDATE audit_entries SET event = 'x' WHERE seq = 4")
    code, output = verify(settings)
    assert code == 1
    assert "ALTERED at entry 4 (hash): its content is not what was recorded" in output
    assert "docs/operations.md" in output


def test_looking_changes_nothing(settings: Settings) -> None:
    before = instances.head(settings), settings.heads.read_bytes()
    verify(settings)
    assert (instances.head(settings), settings.heads.read_bytes()) == before


def test_programs_read_the_same(settings: Settings) -> None:
    code, output = verify(settings, "--json")
    found = json.loads(output)
    assert (code, found["whole"], found["entries"], found["signed_heads"]) == (0, True, 6, 1)
    assert (found["bad"], found["kind"], found["restores"]) == (None, None, [])
    copy = copied(settings)
    assert run(settings.instance, "database", "restore", str(copy), "--yes").exit_code == 0
    settings.heads.unlink()
    code, output = verify(settings, "--json")
    found = json.loads(output)
    assert (code, found["whole"], found["kind"], found["bad"]) == (1, False, "anchor", 1)
    assert "missing" in found["problem"]


def test_restores_torn_lines_and_clocks_are_said(settings: Settings) -> None:
    copy = copied(settings)
    run(settings.instance, "database", "restore", str(copy), "--yes")
    instances.write(settings, now=clock.now() - timedelta(days=1))
    with settings.heads.open("ab") as opened:
        opened.write(b"{")
    code, output = verify(settings)
    assert code == 0
    for words in ("Restored 20", "to entry 6", "torn", "the clock was set back"):
        assert words in output
    found = json.loads(verify(settings, "--json")[1])
    assert (found["torn_line"], found["clock_set_back"], found["restores"][0]["restored"]) == (
        True,
        [8],
        6,
    )


def test_a_copy_of_the_heads_kept_elsewhere_is_held_against_it(
    settings: Settings, tmp_path: Path
) -> None:
    first = copied(settings)
    instances.write(settings)
    second = copied(settings)
    kept = tmp_path / "kept.jsonl"
    shutil.copy(settings.heads, kept)
    assert verify(settings, "--anchors", str(kept))[0] == 0
    instances.put_back(settings, first)
    lines = settings.heads.read_bytes().splitlines(keepends=True)
    settings.heads.write_bytes(b"".join(lines[:2]))
    second.unlink()
    assert verify(settings)[0] == 0, "everything on this machine was taken back together"
    code, output = verify(settings, "--anchors", str(kept))
    assert (code, "lines were cut off" in output) == (1, True)
    assert verify(settings, "--anchors", str(tmp_path / "nothing"))[0] == 2


@pytest.mark.parametrize("what", ["keys", "database", "unreadable"])
def test_what_cannot_be_read_ends_with_2(settings: Settings, what: str) -> None:
    assert settings.database_file
    if what == "keys":
        (settings.instance / "keys" / "audit.key").unlink()
    elif what == "database":
        settings.database_file.unlink()
    else:
        settings.database_file.write_bytes(b"x" * 8192)
    code, output = verify(settings)
    assert (code, "Error" in output) == (2, True)
    assert "Traceback" not in output


# The trail as it was before there were heads: made ready, and nothing else.
BEFORE_HEADS = (
    "DELETE FROM audit_entries WHERE seq > 2",
    "UPDATE audit_head SET seq = 2, hash = (SELECT hash FROM audit_entries WHERE seq = 2)",
)


def test_an_instance_without_heads_yet_says_what_is_not_noticed(settings: Settings) -> None:
    settings.heads.unlink()
    instances.tamper(settings, *BEFORE_HEADS)
    code, output = verify(settings)
    assert (code, "no signed heads yet" in output) == (0, True)


def test_an_instance_older_than_the_heads_begins_its_file_once(settings: Settings) -> None:
    settings.heads.unlink()
    instances.tamper(settings, *BEFORE_HEADS)
    (settings.instance / "keys" / "anchors.key").unlink()
    for _ in range(2):
        assert run(settings.instance, "accounts", "list").exit_code == 0
    lines = anchors.read(settings.heads, public(settings)).lines
    assert [(line.why, line.head.seq) for line in lines] == [(anchors.HeadReason.START, 2)]
    assert instances.head(settings).seq == 3


def test_a_start_that_was_killed_between_file_and_entry_is_made_good(settings: Settings) -> None:
    settings.heads.unlink()
    instances.tamper(settings, *BEFORE_HEADS)
    head = instances.head(settings)
    secret = secrets(settings).anchors
    anchors.append(
        settings.heads, secret, anchors.HeadReason.START, lambda: head, now=clock.now(), new=True
    )
    run(settings.instance, "accounts", "list")
    with reading(settings) as db_:
        events = [e.event for e in db_.query(AuditEntry).order_by(AuditEntry.seq)]
    assert events[-1] == "anchors.begun"
    assert len(anchors.read(settings.heads, public(settings)).lines) == 1


def test_a_lost_file_is_not_made_again_by_itself(settings: Settings) -> None:
    settings.heads.unlink()
    run(settings.instance, "accounts", "list")
    assert not settings.heads.exists()
    assert verify(settings)[0] == 1


def test_a_new_file_is_begun_when_it_is_asked_for_and_on_record(settings: Settings) -> None:
    copied(settings)
    settings.heads.write_bytes(
        settings.heads.read_bytes().replace(b'"why":"start"', b'"why":"hour"')
    )
    assert verify(settings)[0] == 1
    assert run(settings.instance, "audit", "begin-again", typed="n\n").exit_code == 1
    assert verify(settings)[0] == 1
    assert run(settings.instance, "audit", "begin-again", "--yes").exit_code == 0
    assert verify(settings)[0] == 0
    assert list(settings.backups.glob("audit-heads-*.jsonl"))
    with reading(settings) as db_:
        assert [e.event for e in db_.query(AuditEntry).order_by(AuditEntry.seq)][
            -1
        ] == "anchors.begun"
    settings.heads.unlink()
    assert run(settings.instance, "audit", "begin-again", "--yes").exit_code == 0
    assert verify(settings)[0] == 0


def test_a_trail_on_a_server_is_looked_at_too(tmp_path: Path, postgresql: str) -> None:
    url = instances.database_on(postgresql, "trail")
    settings = Settings(instance=tmp_path / "instance", database_url=url)
    environment = {"TRACKER_DATABASE_URL": url}
    assert run(settings.instance, "database", "upgrade", **environment).exit_code == 0
    assert verify(settings, **environment)[0] == 0
    instances.write(settings, 3)
    with database_only(secrets(settings), settings):
        with db.reading() as reading_:
            head = anchors.head(reading_)
        anchors.append(
            settings.heads,
            secrets(settings).anchors,
            anchors.HeadReason.HOUR,
            lambda: head,
            now=clock.now(),
        )
        with db.transaction() as writing:
            instances.past_the_triggers(writing, *instances.CUT_THE_END)
    code, output = verify(settings, **environment)
    assert (code, "(anchor)" in output) == (1, True)
    answer = run(settings.instance, "database", "restored", "--yes", **environment)
    assert answer.exit_code == 0, answer.output
    assert verify(settings, **environment)[0] == 0
    with database_only(secrets(settings), settings), db.reading() as reading_:
        assert reading_.scalar(text("SELECT count(*) FROM audit_entries")) == head.seq
