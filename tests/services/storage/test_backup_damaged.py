"""Copies that must not be restored, each refused with its reason; and copies taken while others write."""

import json
import re
import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from tests import instances
from tests.instances import copied, copy_of, made, reading, secrets, write
from tracker import clock, db, signing
from tracker.cli.instance import database_only
from tracker.config import Settings
from tracker.services.storage import backup, database_files
from tracker.services.storage.database_files import Damaged
from tracker.services.trail import audit


def prepared(folder: Path) -> Settings:
    """An instance with a few entries."""
    found = made(folder)
    write(found, 3)
    return found


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A copy of it."""
    return copy_of(prepared, tmp_path / "instance")


@pytest.mark.parametrize("at", [n / 20 for n in range(20)])
def test_one_bit_that_turned_over_is_noticed(settings: Settings, at: float) -> None:
    copy = copied(settings)
    instances.damage(copy, at)
    with pytest.raises(Damaged, match="not as it was when it was taken"):
        backup.examined(copy, secrets(settings))
    copy.with_suffix(".json").unlink()
    with pytest.raises(Damaged, match=r"is damaged|does not open"):
        backup.examined(copy, secrets(settings))


def test_a_copy_that_was_cut_short_is_refused(settings: Settings) -> None:
    copy = copied(settings)
    copy.with_suffix(".json").unlink()
    with copy.open("rb+") as opened:
        opened.truncate(copy.stat().st_size // 2)
    with pytest.raises(Damaged, match="damaged"):
        backup.examined(copy, secrets(settings))


def test_a_copy_of_another_instance_does_not_open(settings: Settings, tmp_path: Path) -> None:
    other = made(tmp_path / "other")
    copy = copied(other)
    copy.with_suffix(".json").unlink()
    with pytest.raises(Damaged, match="locked with another key"):
        backup.examined(copy, secrets(settings))


def test_something_else_is_no_copy(settings: Settings, tmp_path: Path) -> None:
    with pytest.raises(Damaged, match="There is no file"):
        backup.examined(tmp_path / "nothing.db", secrets(settings))
    empty = tmp_path / "empty.db"
    empty.touch()
    with pytest.raises(Damaged, match="no database of this product"):
        backup.examined(empty, secrets(settings))
    with pytest.raises(Damaged, match="does not open"):
        database_files.connect(tmp_path / "nothing.db", secrets(settings).database)


def test_a_manifest_that_was_altered_is_refused(settings: Settings) -> None:
    copy = copied(settings)
    file = copy.with_suffix(".json")
    content = json.loads(file.read_text())
    for text in ("nothing", json.dumps({**content, "size": content["size"] + 1})):
        file.write_text(text)
        with pytest.raises(Damaged, match="not signed by this instance"):
            backup.examined(copy, secrets(settings))


def test_a_manifest_that_was_signed_and_is_not_true_is_refused(settings: Settings) -> None:
    copy = copied(settings)
    file = copy.with_suffix(".json")
    content = json.loads(file.read_text())
    del content["signature"]
    content["counts"]["users"] += 1
    file.write_text(json.dumps(signing.signed(content, secrets(settings).anchors)))
    with pytest.raises(Damaged, match="does not hold what its manifest says"):
        backup.examined(copy, secrets(settings))


def test_a_copy_without_parents_for_its_rows_is_refused(settings: Settings) -> None:
    from contextlib import closing

    copy = copied(settings)
    copy.with_suffix(".json").unlink()
    with closing(
        database_files.connect(copy, secrets(settings).database, write=True)
    ) as connection:
        connection.execute(
            "INSERT INTO participants (id, client_id, letter) VALUES ('a', 'b', 'A')"
        )
    with pytest.raises(Damaged, match="foreign_key_check found 1"):
        backup.examined(copy, secrets(settings))


def test_a_file_that_somebody_has_open_is_not_made_a_single_one(settings: Settings) -> None:
    assert settings.database_file
    with reading(settings), pytest.raises(database_files.InUse, match="in use"):
        database_files.single_file(settings.database_file, secrets(settings).database)
    database_files.single_file(settings.database_file, secrets(settings).database)


# --- Under load


def test_copies_taken_while_others_write_are_whole_and_hold_what_was_acknowledged(
    settings: Settings, tmp_path: Path
) -> None:
    stop, acknowledged, failed = threading.Event(), [0], []

    def keep_writing() -> None:
        try:
            while not stop.is_set():
                with db.transaction() as writing:
                    entry = audit.record(writing, "client.read", actor=None, now=clock.now())
                acknowledged.append(entry.seq)
        except Exception as error:
            failed.append(error)

    taken = []
    with database_only(secrets(settings), settings) as app:

        def work() -> None:
            with app.app_context():
                keep_writing()

        writers = [threading.Thread(target=work) for _ in range(3)]
        for writer in writers:
            writer.start()
        try:
            for n in range(5):
                before = max(acknowledged)
                now = clock.now() + timedelta(seconds=n)
                copy = backup.back_up(db.engine(), settings.backups, secrets(settings), now=now)
                taken.append((before, copy))
        finally:
            stop.set()
            for writer in writers:
                writer.join()
    assert not failed
    assert len(acknowledged) > 20
    for before, copy in taken:
        found, _ = backup.examined(copy, secrets(settings))
        assert found.head.seq >= before
        elsewhere = tmp_path / copy.stem
        shutil.copytree(settings.instance / "keys", elsewhere / "keys")
        restored = instances.run(elsewhere, "database", "restore", str(copy), "--yes")
        assert restored.exit_code == 0, restored.output
        whole = instances.run(elsewhere, "audit", "verify")
        assert (whole.exit_code, "Whole" in whole.output) == (0, True), whole.output
        assert int(re.findall(r"(\d+) entries", whole.output)[0]) > before
