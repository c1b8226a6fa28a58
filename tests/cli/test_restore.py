"""Putting a backup back: looked at first, on record afterwards, and never half done."""

import re
from pathlib import Path

import pytest
from sqlalchemy import text

from tests import instances
from tests.cli.restoring import last_entry, restore, verified, with_somebody_signed_in
from tests.instances import copied, copy_of, public, reading, run, secrets
from tracker import db, migrations
from tracker.cli.instance import hold, opened
from tracker.config import Settings
from tracker.models import AuditEntry, ClientCodes, SignIn, SignInState
from tracker.services.storage import backup, database_files
from tracker.services.storage import signed_heads as anchors

PASSWORD = "a-long-password"


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An instance with somebody who is signed in."""
    return copy_of(with_somebody_signed_in, tmp_path / "instance")


def everything(settings: Settings) -> dict[str, bytes]:
    return {
        str(path.relative_to(settings.instance)): path.read_bytes()
        for path in settings.instance.rglob("*")
        if path.is_file() and not path.name.endswith(("-wal", "-shm", ".lock"))
    }


def test_a_restore_brings_the_copy_back_ends_sign_ins_and_is_on_record(settings: Settings) -> None:
    copy, then = copied(settings), instances.head(settings)
    instances.write(settings, 4)
    lost = instances.head(settings)
    code, output = restore(settings, copy)
    assert code == 0, output
    assert f"up to entry {then.seq}; the one here goes up to {lost.seq}" in output
    with reading(settings) as db_:
        assert {row.state for row in db_.query(SignIn)} == {SignInState.ENDED}
        events = [e.event for e in db_.query(AuditEntry).order_by(AuditEntry.seq)]
    assert events[then.seq :] == ["sign_in.ended", "database.restored"]
    assert last_entry(settings).detail == {
        "from_seq": then.seq,
        "from_hash": then.hash,
        "replaced_seq": lost.seq,
        "replaced_hash": lost.hash,
    }
    line = anchors.read(settings.heads, public(settings)).lines[-1]
    assert (line.why, line.restored, line.replaced) == (anchors.HeadReason.RESTORE, then, lost)
    code, output = verified(settings)
    assert (
        code,
        f"to entry {then.seq}; what was replaced went up to entry {lost.seq}" in output,
    ) == (0, True)


def test_what_was_replaced_is_kept_and_can_be_put_back_in_its_turn(settings: Settings) -> None:
    copy = copied(settings)
    instances.write(settings, 4)
    lost = instances.head(settings)
    _, output = restore(settings, copy)
    kept = Path(re.findall(r"kept as (\S+)", output)[0])
    assert backup.examined(kept, secrets(settings))[0].head == lost
    instances.write(settings, 2)
    assert restore(settings, kept)[0] == 0
    assert last_entry(settings).detail["from_seq"] == lost.seq
    assert verified(settings)[0] == 0


def test_an_older_database_put_back_without_a_restore_is_found(settings: Settings) -> None:
    copy = copied(settings)
    instances.write(settings)
    copied(settings)
    instances.put_back(settings, copy)
    code, output = verified(settings)
    assert (code, "(anchor)" in output) == (1, True)


def test_a_restored_database_put_back_again_later_is_found(
    settings: Settings, tmp_path: Path
) -> None:
    copy = copied(settings)
    restore(settings, copy)
    assert settings.database_file
    after = tmp_path / "after.db"
    after.write_bytes(settings.database_file.read_bytes())
    instances.write(settings)
    copied(settings)
    instances.put_back(settings, after)
    assert verified(settings)[0] == 1


def test_a_damaged_copy_is_refused_before_anything_is_touched(settings: Settings) -> None:
    copy = copied(settings)
    instances.damage(copy)
    before = everything(settings)
    for _ in range(2):
        code, output = restore(settings, copy)
        assert code == 1
        assert re.search(r"not as it was when it was taken|damaged", output)
        copy.with_suffix(".json").unlink(missing_ok=True)
        before.pop(f"backups/{copy.with_suffix('.json').name}", None)
        assert everything(settings) == before


def test_a_copy_of_a_newer_program_is_refused(settings: Settings) -> None:
    with opened(settings), db.transaction() as writing:
        writing.execute(text("UPDATE alembic_version SET version_num = 'r9999'"))
    copy = copied(settings)
    code, output = restore(settings, copy)
    assert (code, "newer than this program" in output) == (1, True)


def test_a_copy_that_contradicts_signed_heads_is_refused(settings: Settings) -> None:
    """It has no line of its own (somebody made it by hand), and is not what was signed at that number."""
    copy = copied(settings)
    instances.write(settings, 3)
    copied(settings)
    forged = copy.with_name("forged.db")
    assert settings.database_file
    instances.put_back(settings, copy)
    instances.write(settings, 9)
    database_files.single_file(settings.database_file, secrets(settings).database)
    forged.write_bytes(settings.database_file.read_bytes())
    code, output = restore(settings, forged)
    assert (code, "(anchor at entry" in output) == (1, True)


def test_it_is_asked_for_and_no_means_that_nothing_happens(settings: Settings) -> None:
    copy = copied(settings)
    before = everything(settings)
    words = ("database", "restore", str(copy))
    answer = run(settings.instance, *words, typed="n\n")
    assert answer.exit_code == 1
    assert {k: v for k, v in everything(settings).items() if k != "tracker.db"} == {
        k: v for k, v in before.items() if k != "tracker.db"
    }
    assert run(settings.instance, *words, typed="y\n").exit_code == 0


def test_nothing_is_restored_while_the_instance_is_served(settings: Settings) -> None:
    copy = copied(settings)
    with hold(settings, alone=False):
        code, output = restore(settings, copy)
        assert (code, "in use" in output) == (1, True)
    assert restore(settings, copy)[0] == 0


def test_nothing_is_restored_while_another_program_has_the_database_open(
    settings: Settings,
) -> None:
    copy = copied(settings)
    before = everything(settings)
    with reading(settings):
        code, output = restore(settings, copy)
    assert (code, "in use by another program" in output) == (1, True)
    assert everything(settings) == before


def test_commands_wait_with_a_sentence_while_a_restore_is_at_work(settings: Settings) -> None:
    with hold(settings, alone=True):
        answer = run(settings.instance, "accounts", "list")
    assert (answer.exit_code, "being restored" in answer.output) == (1, True)


def order_of_codes(settings: Settings) -> str:
    with reading(settings) as db_:
        return db_.query(ClientCodes).one().key


def test_codes_that_were_given_out_since_are_not_those_of_the_next_clients(
    settings: Settings,
) -> None:
    """The counter goes back with the copy, and a code that is lost here may stand on somebody's papers."""
    copy = copied(settings)
    before = order_of_codes(settings)
    assert restore(settings, copy)[0] == 0
    assert order_of_codes(settings) != before


def test_each_file_is_looked_at_once(settings: Settings) -> None:
    """The copy, the backup of what it replaces, and what was made of it: a look at a large one takes minutes."""
    copy = copied(settings)
    code, output = restore(settings, copy)
    assert (code, output.count("Looking at every row and index")) == (0, 3)
    instances.write(settings, 2)
    assert settings.database_file
    database_files.single_file(settings.database_file, secrets(settings).database)
    by_hand = copy.with_name("by-hand.db")  # whose head was never signed
    by_hand.write_bytes(settings.database_file.read_bytes())
    code, output = restore(settings, by_hand)
    assert (code, output.count("Looking at every row and index")) == (0, 3)


@pytest.mark.parametrize(
    "how", ["missing", "unreadable", "altered", "empty", "damaged", "without heads"]
)
def test_a_database_that_cannot_be_used_any_more_is_replaced(settings: Settings, how: str) -> None:
    copy, file = copied(settings), settings.database_file
    assert file
    spoilt = b""
    signed = anchors.read(settings.heads, public(settings)).lines[-1].head
    instances.write(settings)
    there = instances.head(settings)
    if how == "missing":
        file.unlink()
    elif how == "without heads":
        settings.heads.unlink()
    elif how == "altered":
        instances.tamper(settings, "UPDATE audit_entries SET event = 'x' WHERE seq = 2")
    elif how == "damaged":
        instances.damage(file, 0.999)
    else:
        spoilt = b"" if how == "empty" else b"x" * 8192
        file.write_bytes(spoilt)
    code, output = restore(settings, copy)
    assert code == 0, output
    assert verified(settings)[0] == 0
    kept = list(settings.backups.glob("replaced-*.db"))
    assert len(kept) == (0 if how == "missing" else 1)
    assert not list(settings.backups.glob("*.unfinished"))
    assert backup.copies(settings.backups) == [copy]
    if how == "unreadable":
        assert kept[0].read_bytes() == spoilt
    line = anchors.read(settings.heads, public(settings)).lines[-1]
    assert line.replaced == (there if how == "without heads" else signed), "a sound one is believed"


def test_a_drill_says_how_long_it_takes_and_changes_nothing(settings: Settings) -> None:
    copy = copied(settings)
    instances.write(settings)
    before = everything(settings)
    code, output = restore(settings, copy, "--drill")
    assert code == 0, output
    assert re.search(r"It would work, and took \d+\.\d seconds. Nothing was changed", output)
    assert "The copy is less than a minute old" in output
    assert everything(settings) == before
    copy.with_suffix(".json").unlink()
    assert "no manifest" in restore(settings, copy, "--drill")[1]
    instances.damage(copy)
    assert restore(settings, copy, "--drill")[0] == 1
    assert not list(settings.instance.glob(".drill*"))


@pytest.mark.parametrize(
    ("minutes", "words"), [(0, "less than a minute"), (61, "1 hour"), (3 * 1440, "3 days")]
)
def test_the_age_of_a_copy_is_said_in_its_largest_unit(minutes: int, words: str) -> None:
    from datetime import timedelta

    from tracker.cli.acts.database import _age

    assert _age(timedelta(minutes=minutes)) == words


def test_an_older_copy_is_brought_to_the_newest_version(
    settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = copied(settings)
    monkeypatch.setattr(migrations, "head", lambda: "r9999")
    monkeypatch.setattr("tracker.cli.acts.database.migrations.upgrade", lambda _: None)
    assert restore(settings, copy)[0] == 0
    with reading(settings) as db_:
        events = [e.event for e in db_.query(AuditEntry).order_by(AuditEntry.seq)]
    assert events[-3:] == ["database.upgraded", "sign_in.ended", "database.restored"]


def test_an_instance_older_than_the_signed_heads_is_restored_into_as_well(
    settings: Settings,
) -> None:
    copy, file = copied(settings), settings.database_file
    assert file
    copy.with_suffix(".json").unlink()
    settings.heads.unlink()
    (settings.instance / "keys" / "anchors.key").unlink()
    file.write_bytes(b"x" * 8192)
    assert "tracker database upgrade" in run(settings.instance, "doctor").output
    code, output = restore(settings, copy)
    assert code == 0, output
    assert verified(settings)[0] == 0


def test_without_keys_nothing_can_be_restored(tmp_path: Path, settings: Settings) -> None:
    copy = copied(settings)
    code, output = restore(Settings(instance=tmp_path / "other"), copy)
    assert (code, "tracker keys enter" in output) == (1, True)
