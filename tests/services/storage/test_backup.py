"""Copies: complete, encrypted, looked at before they count; damaged ones refused; older ones kept until then."""

import os
import signal
import stat
import subprocess
import sys
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest

from tests import instances
from tests.instances import copied, copy_of, made, past_the_triggers, public, secrets, write
from tracker import clock, db, disk, migrations
from tracker.cli.instance import database_only
from tracker.config import Settings
from tracker.domain.errors import NotNow
from tracker.services.storage import backup, database_files
from tracker.services.storage import signed_heads as anchors
from tracker.services.storage.database_files import Damaged


def prepared(folder: Path) -> Settings:
    """An instance with a few entries."""
    found = made(folder)
    write(found, 3)
    return found


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A copy of it."""
    return copy_of(prepared, tmp_path / "instance")


def names(settings: Settings) -> list[str]:
    return sorted(path.name for path in settings.backups.iterdir() if not path.name.startswith("."))


def test_a_copy_is_one_encrypted_private_file_with_a_signed_manifest(settings: Settings) -> None:
    copy = copied(settings)
    assert b"SQLite format" not in copy.read_bytes()
    assert names(settings) == ["audit-heads.jsonl", copy.name, copy.with_suffix(".json").name]
    assert {stat.S_IMODE(p.stat().st_mode) for p in settings.backups.iterdir()} == {0o600}
    found, manifest = backup.examined(copy, secrets(settings))
    assert manifest
    assert manifest.contents == found
    assert found.revision == migrations.head()
    assert found.head == instances.head(settings)
    assert found.counts["audit_entries"] == found.head.seq
    assert manifest.size == copy.stat().st_size


def test_the_head_of_a_copy_is_signed_beside_it(settings: Settings) -> None:
    copy = copied(settings)
    last = anchors.read(settings.heads, public(settings)).lines[-1]
    manifest = backup.manifest_of(copy, public(settings))
    assert (last.why, last.head) == (anchors.HeadReason.BACKUP, instances.head(settings))
    assert manifest
    assert manifest.line == last.hash


def test_each_step_is_told_as_it_begins(settings: Settings) -> None:
    told: list[str] = []
    with database_only(secrets(settings), settings):
        backup.back_up(
            db.engine(), settings.backups, secrets(settings), now=clock.now(), say=told.append
        )
    entries = instances.head(settings).seq
    assert told == [
        "Copying the database",
        *(f"Looking at {each}" for each in database_files.INTEGRITY.values()),
        f"Looking at the audit trail, {entries:,} entries",
    ]


def test_a_file_that_is_looked_at_has_room_in_memory_until_it_was(settings: Settings) -> None:
    assert settings.database_file
    key = secrets(settings).database
    with closing(database_files.connect(settings.database_file, key)) as connection:

        def cache() -> int:
            return int(connection.execute("PRAGMA cache_size").fetchone()[0])

        before = cache()
        with database_files.room(connection):
            assert cache() == -8192, "no less than any connection has"
        assert cache() == before


@pytest.mark.parametrize(
    ("size", "machine", "kibibytes"),
    [
        (1_000, 4_000_000_000, 8_192),
        (400 * 1024**2, 8 * 1024**3, 400 * 1024),
        (400 * 1024**2, 1024**3, 256 * 1024),
        (6 * 1024**3, 64 * 1024**3, 1_536 * 1024),
        (6 * 1024**3, 16 * 1024**2, 8_192),
    ],
)
def test_the_room_is_that_of_the_file_a_quarter_of_the_memory_and_a_limit_whichever_is_least(
    size: int, machine: int, kibibytes: int
) -> None:
    assert database_files.room_for(size, machine) == kibibytes


def test_the_newest_stay_and_older_ones_go_once_the_new_one_was_looked_at(
    settings: Settings,
) -> None:
    now = clock.now()
    taken = [copied(settings, now=now + timedelta(days=day), keep=2) for day in range(4)]
    assert backup.copies(settings.backups) == taken[2:]
    assert not taken[0].with_suffix(".json").exists()
    every = copied(settings, now=now + timedelta(days=9), keep=None)
    assert backup.copies(settings.backups) == [*taken[2:], every]


def test_a_copy_that_is_not_sound_takes_nothing_away(settings: Settings) -> None:
    first = copied(settings)
    with database_only(secrets(settings), settings), db.transaction() as writing:
        past_the_triggers(writing, "UPDATE audit_entries SET event = 'x' WHERE seq = 2")
    with pytest.raises(Damaged, match=r"altered \(hash at entry 2\)"):
        copied(settings, keep=1)
    assert backup.copies(settings.backups) == [first]
    assert any(name.endswith(".unfinished") for name in names(settings))


def test_an_older_database_put_back_is_not_copied_over_the_newer_copies(settings: Settings) -> None:
    first = copied(settings)
    write(settings)
    second = copied(settings)
    instances.put_back(settings, first)
    with pytest.raises(Damaged, match="anchor at entry"):
        copied(settings, keep=1)
    assert backup.copies(settings.backups) == [first, second]


def test_a_lost_file_of_heads_stops_a_backup(settings: Settings) -> None:
    settings.heads.unlink()
    with pytest.raises(Damaged, match=r"audit-heads.jsonl\) is missing"):
        copied(settings)
    assert not settings.heads.exists()


def test_an_instance_older_than_the_heads_gets_its_file_with_its_first_backup(
    tmp_path: Path,
) -> None:
    settings = Settings(instance=tmp_path / "instance")
    from tests.conftest import make_app

    with make_app(settings).app_context():
        migrations.upgrade(db.engine())
        db.engine().dispose()
    copied(settings)
    (line,) = anchors.read(settings.heads, public(settings)).lines
    assert (line.why, line.head.seq) == (anchors.HeadReason.BACKUP, 0)


def test_a_copy_that_holds_something_else_is_refused(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = database_files.contents

    def counted(connection: object) -> database_files.Contents:
        found = real(connection)
        found.counts["users"] += (
            1 if connection.execute("PRAGMA journal_mode").fetchone() == ("wal",) else 0
        )
        return found

    monkeypatch.setattr(database_files, "contents", counted)
    with pytest.raises(Damaged, match="does not hold what the database holds"):
        copied(settings)


def test_a_full_disk_is_said_and_every_older_copy_stays(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = copied(settings)
    monkeypatch.setattr(database_files, "connect", _full)
    with pytest.raises(Damaged, match="Is the disk full"):
        copied(settings, keep=1)
    assert backup.copies(settings.backups) == [first]


def _full(*_: object, **__: object) -> object:
    raise OSError(28, "No space left on device")


def test_two_backups_at_once_are_one(settings: Settings) -> None:
    with disk.Lock(settings.backups / ".lock") as lock:
        assert lock.take(alone=True)
        with pytest.raises(NotNow, match="Another backup"):
            copied(settings)


KILLED = """
import os, signal, sys
from pathlib import Path
from tests.instances import copied
from tracker.config import Settings
from tracker.services.storage import backup, {module} as module
def die(*_, **__):
    os.kill(os.getpid(), signal.SIGKILL)
module.{function} = die
copied(Settings(instance=Path(sys.argv[1])), keep=1)
"""


@pytest.mark.skipif(os.name != "posix", reason="signals are POSIX's")
@pytest.mark.parametrize(
    ("module", "function"),
    [
        ("database_files", "examined"),
        ("backup", "_sign"),
        ("backup", "_manifest"),
        ("backup", "copies"),
    ],
)
def test_a_kill_in_the_middle_leaves_what_the_next_run_removes(
    settings: Settings, module: str, function: str
) -> None:
    first = copied(settings)
    script = KILLED.format(module=module, function=function)
    root = Path(__file__).resolve().parents[3]
    command = [sys.executable, "-c", script, str(settings.instance)]
    ended = subprocess.run(command, cwd=root, check=False, capture_output=True)
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    assert first in backup.copies(settings.backups)
    for copy in backup.copies(settings.backups):
        backup.examined(copy, secrets(settings))
    last = copied(settings, keep=1)
    assert names(settings) == ["audit-heads.jsonl", last.name, last.with_suffix(".json").name]
    assert anchors.read(settings.heads, public(settings)).bad is None


def test_a_manifest_whose_copy_never_got_its_name_is_removed(settings: Settings) -> None:
    copied(settings).unlink()
    last = copied(settings)
    assert names(settings) == ["audit-heads.jsonl", last.name, last.with_suffix(".json").name]
