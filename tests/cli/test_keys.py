"""Key sheets: printed, kept private, typed in on a new machine, with which a backup opens there."""

import os
import shutil
import stat
from pathlib import Path

import pytest

from tests import instances
from tests.instances import copied, copy_of, made, reading, run, secrets
from tracker import paper
from tracker.config import Settings
from tracker.keys import NAMES, Keys
from tracker.models import AuditEntry


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An instance."""
    return copy_of(made, tmp_path / "instance")


def events(settings: Settings) -> list[str]:
    with reading(settings) as db_:
        return [entry.event for entry in db_.query(AuditEntry).order_by(AuditEntry.seq)]


def typed_from(sheet: str, names: tuple[str, ...] = NAMES) -> str:
    """What somebody types who has the sheet before them."""
    lines = [line for line in sheet.splitlines() if line.startswith(tuple(f"{n} " for n in names))]
    keys = [
        line for line in lines if line.split()[1] in {"1", "2", "3", "4"} and len(line.split()) == 7
    ]
    assert len(keys) == 4 * len(names)
    return "\n".join(line.split(maxsplit=2)[2] for line in keys) + "\n"


def test_a_sheet_is_printed_and_that_is_on_record(settings: Settings) -> None:
    answer = run(settings.instance, "keys", "sheet")
    assert answer.exit_code == 0
    assert "KEY SHEET of Alliance Tracker" in answer.output
    assert events(settings)[-1] == "keys.sheet_printed"
    with reading(settings) as db_:
        details = str([entry.detail for entry in db_.query(AuditEntry)])
    assert secrets(settings).database[:16] not in details


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_a_sheet_in_a_file_is_private_and_overwrites_nothing(
    settings: Settings, tmp_path: Path
) -> None:
    file = tmp_path / "sheet.txt"
    answer = run(settings.instance, "keys", "sheet", "--output", str(file))
    assert "Print it, then delete the file" in answer.output
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert typed_from(file.read_text())
    again = run(settings.instance, "keys", "sheet", "--output", str(file))
    assert (again.exit_code, "nothing was written" in again.output) == (1, True)


def test_a_backup_opens_on_a_new_machine_with_nothing_but_the_sheet(
    settings: Settings, tmp_path: Path
) -> None:
    sheet = run(settings.instance, "keys", "sheet").output
    run(settings.instance, "accounts", "add", "--email", "a@b.example", "--name", "Ada", "--role",
        "administrator", "--password", "a-long-password")  # fmt: skip
    copy = copied(settings)
    brought = tmp_path / "stick" / copy.name
    brought.parent.mkdir()
    for file in (copy, copy.with_suffix(".json")):
        shutil.copy(file, brought.parent)
    new = Settings(instance=tmp_path / "new")
    entered = run(new.instance, "keys", "enter", typed=typed_from(sheet))
    assert (entered.exit_code, "database restore FILE" in entered.output) == (0, True), (
        entered.output
    )
    assert secrets(new) == secrets(settings)
    assert {stat.S_IMODE(p.stat().st_mode) for p in (new.instance / "keys").iterdir()} == {0o600}
    restored = run(new.instance, "database", "restore", str(brought), "--yes")
    assert restored.exit_code == 0, restored.output
    assert "a@b.example" in run(new.instance, "accounts", "list").output
    assert "keys.entered" in events(new)
    assert run(new.instance, "audit", "verify").exit_code == 0
    assert "database.restored" in events(new)


def test_a_line_that_does_not_match_is_named_and_asked_for_again(
    settings: Settings, tmp_path: Path
) -> None:
    sheet = run(settings.instance, "keys", "sheet").output
    lines = typed_from(sheet).splitlines()
    wrong = ("0" if lines[5][0] != "0" else "1") + lines[5][1:]
    typed = "\n".join([*lines[:5], wrong, *lines[5:]]) + "\n"
    entered = run(tmp_path / "new", "keys", "enter", typed=typed)
    assert entered.exit_code == 0
    assert "Line audit 2 does not match its check group" in entered.output
    assert entered.output.count("does not match") == 1
    half = run(tmp_path / "half", "keys", "enter", typed="\n".join(lines[:7]) + "\n")
    assert half.exit_code == 1
    assert not list((tmp_path / "half").rglob("*.key"))


def test_only_a_key_that_was_lost_is_asked_for(settings: Settings) -> None:
    sheet = run(settings.instance, "keys", "sheet").output
    before = secrets(settings)
    (settings.instance / "keys" / "audit.key").unlink()
    refused = run(settings.instance, "accounts", "list")
    assert (refused.exit_code, "tracker keys enter" in refused.output) == (1, True)
    entered = run(settings.instance, "keys", "enter", typed=typed_from(sheet, ("audit",)))
    assert "They open the database" in entered.output
    assert secrets(settings) == before
    assert events(settings)[-1] == "keys.entered"
    assert run(settings.instance, "audit", "verify").exit_code == 0


def test_keys_that_do_not_open_the_database_are_not_put_in_place(
    settings: Settings, tmp_path: Path
) -> None:
    sheet = run(made(tmp_path / "other").instance, "keys", "sheet").output
    (settings.instance / "keys" / "database.key").unlink()
    entered = run(settings.instance, "keys", "enter", typed=typed_from(sheet, ("database",)))
    assert (entered.exit_code, "another key" in entered.output) == (1, True)
    assert not (settings.instance / "keys" / "database.key").exists()


def test_keys_that_are_there_are_left_alone(settings: Settings) -> None:
    before = secrets(settings)
    entered = run(settings.instance, "keys", "enter")
    assert (entered.exit_code, "nothing was changed" in entered.output) == (1, True)
    assert secrets(settings) == before


def test_keys_of_a_server_are_tried_on_the_server(tmp_path: Path, postgresql: str) -> None:
    keys = Keys(*(f"{n}{n}" * 32 for n in range(1, 6)))
    lines = [line for name in NAMES for line in paper.lines(name, getattr(keys, name))]
    entered = run(
        tmp_path / "new", "keys", "enter", typed="\n".join(lines) + "\n",
        TRACKER_DATABASE_URL=instances.database_on(postgresql, "typed"),
    )  # fmt: skip
    assert (entered.exit_code, "They open the database" in entered.output) == (0, True), (
        entered.output
    )
