"""The seven ways to tamper with the audit trail, each on a copy of a real database: `tracker audit verify` finds all."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tests import instances
from tests.instances import CUT_THE_END, copied, made, run
from tracker.config import Settings


def edit(settings: Settings) -> None:
    instances.tamper(settings, "UPDATE audit_entries SET event = 'client.read' WHERE seq = 3")


def delete_in_the_middle(settings: Settings) -> None:
    instances.tamper(settings, "DELETE FROM audit_entries WHERE seq = 4")


def delete_at_the_end(settings: Settings) -> None:
    instances.tamper(settings, *CUT_THE_END)


def insert(settings: Settings) -> None:
    columns = "at, actor_id, event, object_id, client_id, detail, hash, hash"
    end = instances.head(settings).seq
    instances.tamper(
        settings,
        f"INSERT INTO audit_entries SELECT {end + 1}, {columns} FROM audit_entries WHERE seq = {end}",
        f"UPDATE audit_head SET seq = {end + 1}",
    )


def reorder(settings: Settings) -> None:
    moves = ((2, 99), (3, 2), (99, 3))
    instances.tamper(
        settings, *(f"UPDATE audit_entries SET seq = {b} WHERE seq = {a}" for a, b in moves)
    )


def set_the_time_back(settings: Settings) -> None:
    earlier = "'2020-01-01 00:00:00.000000'"
    instances.tamper(settings, f"UPDATE audit_entries SET at = {earlier} WHERE seq = 5")


def put_an_older_copy_back(settings: Settings) -> None:
    instances.put_back(settings, min(settings.backups.glob("tracker-*.db")))


SEVEN: tuple[Callable[[Settings], None], ...] = (
    edit,
    delete_in_the_middle,
    delete_at_the_end,
    insert,
    reorder,
    set_the_time_back,
    put_an_older_copy_back,
)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An instance with a backup in the middle of its life and a signed head at its end."""
    found = made(tmp_path_factory.mktemp("original") / "instance")
    instances.write(found, 3)
    copied(found)
    instances.write(found, 4)
    copied(found)
    return found


def again(original: Settings, folder: Path) -> Settings:
    shutil.copytree(original.instance, folder / "instance")
    return Settings(instance=folder / "instance")


def verify(settings: Settings) -> int:
    return run(settings.instance, "audit", "verify").exit_code


@pytest.mark.parametrize("tamper", SEVEN, ids=lambda act: act.__name__)
def test_it_is_found(
    original: Settings, tmp_path: Path, tamper: Callable[[Settings], None]
) -> None:
    copy = again(original, tmp_path)
    assert verify(copy) == 0
    tamper(copy)
    assert verify(copy) == 1
    assert verify(original) == 0


def test_what_cannot_be_read_is_said_to_be_just_that(original: Settings, tmp_path: Path) -> None:
    copy = again(original, tmp_path)
    (copy.instance / "tracker.db").write_bytes(b"not a database")
    assert verify(copy) == 2
