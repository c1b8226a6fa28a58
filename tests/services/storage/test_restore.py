"""What a restore that was ended half-way left, and how the next start puts it in order."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests import instances
from tests.instances import copied, copy_of, made, reading, secrets
from tracker import clock
from tracker.config import Settings
from tracker.services.storage import database_files, restore
from tracker.services.storage import signed_heads as anchors


def prepared(folder: Path) -> Settings:
    """An instance with a prepared database beside its own, which is newer."""
    found = made(folder)
    copy = copied(found)
    instances.write(found, 3)
    restore.start_scratch(copy, scratch(found))
    return found


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A copy of it."""
    return copy_of(prepared, tmp_path / "instance")


def scratch(settings: Settings) -> Path:
    assert settings.database_file
    return restore.scratch_of(settings.database_file)


def prepared_head(settings: Settings) -> anchors.Head:
    connection = database_files.connect(scratch(settings), secrets(settings).database)
    try:
        return database_files.contents(connection).head
    finally:
        connection.close()


def sign(settings: Settings) -> None:
    head = prepared_head(settings)
    restore.sign(settings.heads, secrets(settings), head, head, None, now=clock.now())


def finish(settings: Settings) -> bool:
    assert settings.database_file
    return restore.finish(
        settings.database_file, settings.heads, secrets(settings), now=clock.now()
    )


def test_what_was_signed_is_put_in_its_place(settings: Settings) -> None:
    head = prepared_head(settings)
    sign(settings)
    assert finish(settings) is True
    assert instances.head(settings) == head
    assert not scratch(settings).exists()
    assert finish(settings) is False, "there is nothing left to do"


def test_it_takes_the_place_of_a_database_that_cannot_be_read_too(settings: Settings) -> None:
    assert settings.database_file
    head = prepared_head(settings)
    sign(settings)
    settings.database_file.write_bytes(b"x" * 8192)
    assert finish(settings) is True
    assert instances.head(settings) == head
    (aside,) = settings.backups.glob("replaced-*.db")
    assert aside.read_bytes() == b"x" * 8192


def test_it_takes_the_place_of_one_that_is_gone(settings: Settings) -> None:
    assert settings.database_file
    sign(settings)
    settings.database_file.unlink()
    assert finish(settings) is True


def _no_heads(settings: Settings) -> None:
    settings.heads.unlink()


def _spoilt(settings: Settings) -> None:
    sign(settings)
    scratch(settings).write_bytes(b"x" * 8192)


def _signed_later(settings: Settings) -> None:
    """A line for another restore: this one's database is not what was signed."""
    other = anchors.Head(99, "another")
    restore.sign(settings.heads, secrets(settings), other, other, None, now=clock.now())


@pytest.mark.parametrize("how", [lambda _: None, _no_heads, _spoilt, _signed_later])
def test_what_was_not_signed_is_removed_and_the_database_stays(
    settings: Settings, how: Callable[[Settings], None]
) -> None:
    before = instances.head(settings)
    how(settings)
    assert finish(settings) is False
    assert not scratch(settings).exists()
    assert instances.head(settings) == before


def test_nobody_is_disturbed_who_has_the_database_open(settings: Settings) -> None:
    sign(settings)
    with reading(settings), pytest.raises(database_files.InUse):
        finish(settings)
    assert finish(settings) is True


def test_two_starts_at_once_finish_it_once(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(settings)
    real = restore._was_signed

    def other_was_first(*arguments: object) -> bool:
        found = real(*arguments)
        scratch(settings).unlink()
        return found

    monkeypatch.setattr(restore, "_was_signed", other_was_first)
    assert finish(settings) is False
