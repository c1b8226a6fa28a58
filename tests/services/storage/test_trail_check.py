"""The whole trail: chain, signed heads, manifests, and a copy of the heads that is kept elsewhere."""

import shutil
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from tests import instances
from tests.instances import (
    CUT_THE_END,
    copied,
    copy_of,
    made,
    past_the_triggers,
    public,
    reading,
    secrets,
)
from tracker import clock, db, signing
from tracker.config import Settings
from tracker.services.storage import signed_heads as anchors
from tracker.services.storage import trail_check
from tracker.services.trail import audit
from tracker.services.trail.audit import Fault


def prepared(folder: Path) -> Settings:
    """An instance whose head was signed twice by a backup."""
    found = made(folder)
    instances.write(found, 3)
    now = clock.now() + timedelta(seconds=2)  # after the file was begun, by its own clock
    copied(found, now=now)
    instances.write(found, 2)
    copied(found, now=now + timedelta(seconds=2))
    return found


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """A copy of it."""
    return copy_of(prepared, tmp_path / "instance")


def look(settings: Settings, kept: Path | None = None) -> trail_check.TrailReport:
    with reading(settings) as db_:
        return trail_check.look(db_, settings.heads, public(settings), kept)


def keep(settings: Settings, tmp_path: Path) -> Path:
    return Path(shutil.copyfile(settings.heads, tmp_path / "kept.jsonl"))


def cut_lines(settings: Settings, count: int) -> None:
    lines = settings.heads.read_bytes().splitlines(keepends=True)
    settings.heads.write_bytes(b"".join(lines[:-count]))


def test_an_untouched_trail_is_whole(settings: Settings, tmp_path: Path) -> None:
    report = look(settings, keep(settings, tmp_path))
    assert (report.kind, report.bad, report.problem, report.torn) == (None, None, None, False)
    assert (len(report.lines), report.restores) == (3, [])


def test_a_cut_end_is_found(settings: Settings) -> None:
    end = instances.head(settings).seq
    instances.tamper(settings, *CUT_THE_END)
    assert (look(settings).kind, look(settings).bad) == (Fault.ANCHOR, end)


def test_an_older_database_in_its_place_is_found(settings: Settings) -> None:
    older = min(settings.backups.glob("tracker-*.db"))
    instances.put_back(settings, older)
    assert (look(settings).kind, look(settings).bad) == (Fault.ANCHOR, 7)
    instances.write(settings, 20)
    assert (look(settings).kind, look(settings).bad) == (Fault.ANCHOR, 8)


def test_an_older_database_with_the_heads_cut_to_fit_is_found_by_the_manifests(
    settings: Settings,
) -> None:
    instances.put_back(settings, min(settings.backups.glob("tracker-*.db")))
    cut_lines(settings, 1)
    report = look(settings)
    assert (report.kind, report.bad) == (Fault.ANCHOR, 7)
    assert report.problem
    assert "cut off" in report.problem


def test_an_older_state_of_everything_is_found_by_a_copy_of_the_heads(
    settings: Settings, tmp_path: Path
) -> None:
    kept = keep(settings, tmp_path)
    older, newest = sorted(settings.backups.glob("tracker-*.db"))
    instances.put_back(settings, older)
    cut_lines(settings, 1)
    newest.unlink()
    newest.with_suffix(".json").unlink()
    assert look(settings).kind is None, "nothing on this machine tells"
    report = look(settings, kept)
    assert (report.kind, report.bad) == (Fault.ANCHOR, 7)
    assert "ends with line 2, the copy with line 3" in str(report.problem)


def test_a_copy_of_the_heads_that_is_older_agrees(settings: Settings, tmp_path: Path) -> None:
    kept = keep(settings, tmp_path)
    instances.write(settings)
    copied(settings)
    assert look(settings, kept).kind is None


def test_a_copy_that_differs_or_is_not_genuine_is_said(settings: Settings, tmp_path: Path) -> None:
    kept = keep(settings, tmp_path)
    cut_lines(settings, 1)
    max(settings.backups.glob("tracker-*.db")).unlink()
    secret = secrets(settings).anchors
    other = audit.Head(2, "no such head")
    anchors.append(settings.heads, secret, anchors.HeadReason.HOUR, lambda: other, now=clock.now())
    assert "differ from line 3 on" in str(look(settings, kept).problem)
    kept.write_text("{}\n")
    assert "Line 1 of the copy" in str(look(settings, kept).problem)
    with pytest.raises(FileNotFoundError):
        look(settings, tmp_path / "nothing")


def test_an_altered_line_is_found(settings: Settings) -> None:
    settings.heads.write_bytes(
        settings.heads.read_bytes().replace(b'"why":"start"', b'"why":"hour"')
    )
    report = look(settings)
    assert (report.kind, report.bad) == (Fault.ANCHOR, 1)
    assert "Line 1 of audit-heads.jsonl" in str(report.problem)


@pytest.mark.parametrize("how", ["removed", "emptied"])
def test_a_lost_file_of_heads_is_found(settings: Settings, how: str) -> None:
    if how == "removed":
        settings.heads.unlink()
    else:
        settings.heads.write_bytes(b"")
    assert (look(settings).kind, look(settings).problem) == (Fault.ANCHOR, anchors.LOST)


def test_a_manifest_that_was_altered_says_nothing_about_the_heads(settings: Settings) -> None:
    manifest = max(settings.backups.glob("tracker-*.json"))
    manifest.write_text(manifest.read_text().replace('"line": "', '"line": "0'))
    assert look(settings).kind is None


def test_a_torn_last_line_is_said_and_is_no_fault(settings: Settings) -> None:
    with settings.heads.open("ab") as opened:
        opened.write(b'{"at":')
    assert (look(settings).kind, look(settings).torn) == (None, True)


def test_a_chain_altered_inside_is_named_before_its_heads(settings: Settings) -> None:
    instances.tamper(settings, "DELETE FROM audit_entries WHERE seq = 3")
    settings.heads.write_bytes(b"")
    assert (look(settings).kind, look(settings).bad) == (Fault.GAP, 3)


def test_the_heads_work_on_both_databases(app: Flask, tmp_path: Path) -> None:
    secret, file = "33" * 32, tmp_path / "heads.jsonl"

    def kind() -> Fault | None:
        with db.reading() as reading_:
            return trail_check.look(reading_, file, signing.public_key(secret)).kind

    assert kind() is None, "nothing was begun"
    with db.transaction() as writing:
        for event in ("anchors.begun", "client.read", "client.read"):
            audit.record(writing, event, actor=None, now=clock.now())
    assert kind() is Fault.ANCHOR, "it was begun, and is not there"
    with db.reading() as reading_:
        head = anchors.head(reading_)
    anchors.append(file, secret, anchors.HeadReason.START, lambda: head, now=clock.now(), new=True)
    assert kind() is None
    with db.transaction() as writing:
        past_the_triggers(writing, *CUT_THE_END)
    assert kind() is Fault.ANCHOR
