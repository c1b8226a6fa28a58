"""The file of signed heads: what counts, what is torn, what is forged, and what a restore takes back."""

import json
import os
import stat
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tracker import disk, signing
from tracker.domain.errors import NotNow
from tracker.services.storage import signed_heads as anchors
from tracker.services.storage.signed_heads import HeadReason
from tracker.services.trail.audit import Head

SECRET, OTHER = "11" * 32, "22" * 32
PUBLIC = signing.public_key(SECRET)
NOW = datetime(2026, 3, 27, 14, 2, tzinfo=UTC)


def head(seq: int, branch: str = "a") -> Head:
    return Head(seq, f"{branch}{seq}")


def add(
    file: Path, seq: int, why: HeadReason = HeadReason.HOUR, branch: str = "a", **more: object
) -> object:
    given = {"now": NOW, "new": not file.exists(), **more}
    return anchors.append(file, SECRET, why, lambda: head(seq, branch), **given)


def read(file: Path) -> anchors.Heads:
    return anchors.read(file, PUBLIC)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A file with three heads."""
    made = tmp_path / "backups" / "heads.jsonl"
    for seq in (1, 5, 9):
        add(made, seq)
    return made


def test_a_line_holds_the_head_the_time_the_reason_and_the_line_before(file: Path) -> None:
    lines = read(file).lines
    assert [line.head for line in lines] == [head(1), head(5), head(9)]
    assert {(line.at, line.why) for line in lines} == {(NOW, HeadReason.HOUR)}
    assert lines[0].previous == "0" * 64
    assert [line.previous for line in lines[1:]] == [line.hash for line in lines[:2]]
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


@pytest.mark.parametrize(
    "forge",
    [
        lambda lines: lines[:1] + lines[2:],
        lambda lines: [lines[1], lines[0], lines[2]],
        lambda lines: [lines[0], lines[1].replace(b'"seq":5', b'"seq":6'), lines[2]],
        lambda lines: [lines[0], b"{}", lines[2]],
        lambda lines: [lines[0], b"[1]", lines[2]],
        lambda lines: [lines[0], b"not json", lines[2]],
        lambda lines: [lines[0], lines[0], *lines[1:]],
    ],
)
def test_a_file_that_was_altered_counts_up_to_the_first_bad_line(file: Path, forge) -> None:
    before = file.read_bytes()
    file.write_bytes(b"\n".join(forge(before.split(b"\n"))))
    assert file.read_bytes() != before
    found = read(file)
    assert found.bad in (1, 2)
    assert len(found.lines) == found.bad - 1


def test_a_line_of_another_key_does_not_count(file: Path) -> None:
    anchors.append(file, OTHER, HeadReason.HOUR, lambda: head(12), now=NOW)
    assert (read(file).bad, len(read(file).lines)) == (4, 3)


def test_a_line_signed_but_with_a_reason_nobody_knows_does_not_count(file: Path) -> None:
    content = json.loads(file.read_text().splitlines()[0])
    strange = signing.signed({**content, "why": "because"}, SECRET)
    file.write_text(signing.canonical(strange) + "\n")
    assert read(file).bad == 1


def test_a_torn_last_line_is_no_tampering_and_the_next_line_takes_its_place(file: Path) -> None:
    whole = file.read_bytes()
    file.write_bytes(whole + whole[:300])
    found = read(file)
    assert (found.torn, found.bad, len(found.lines)) == (True, None, 3)
    add(file, 12)
    assert (read(file).torn, read(file).lines[-1].head) == (False, head(12))
    assert file.read_bytes().startswith(whole)


def test_a_first_line_that_was_torn_leaves_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "heads").write_bytes(b'{"at":"2026')
    assert read(tmp_path / "heads") == anchors.Heads((), torn=True)
    add(tmp_path / "heads", 1)
    assert [line.head for line in read(tmp_path / "heads").lines] == [head(1)]


def test_a_line_is_written_whole_or_not_at_all(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.read_bytes()

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space"):
        add(file, 12)
    assert file.read_bytes() == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a disk that is always full is Linux's")
def test_a_full_disk_is_said() -> None:
    with pytest.raises(OSError, match=r"No space|Illegal seek|Invalid"):
        anchors._write(Path("/dev/full"), b"line\n")


def test_a_short_write_is_taken_back(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = file.read_bytes()

    class Short:
        """A file that takes half of what it is given."""

        def __init__(self, path: Path) -> None:
            self.file = Path.open(path, "ab", buffering=0)

        def __enter__(self) -> "Short":
            return self

        def __exit__(self, *_: object) -> None:
            self.file.close()

        def __getattr__(self, name: str) -> object:
            return getattr(self.file, name)

        def write(self, line: bytes) -> int:
            """Half of it."""
            return self.file.write(line[: len(line) // 2])

    class Disk(type(file)):
        """A path whose file is short."""

        def open(self, *_: object, **__: object) -> Short:
            """The short file."""
            return Short(Path(self))

    with pytest.raises(OSError, match="not written whole"):
        anchors._write(Disk(file), b"x" * 100)
    assert file.read_bytes() == before


def test_a_lost_file_is_not_made_again(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="is missing"):
        add(tmp_path / "heads", 1, new=False)


def test_an_hour_gets_one_line_whoever_asks(file: Path) -> None:
    assert add(file, 12, once_an_hour=True) is None
    later = {"once_an_hour": True, "now": NOW + timedelta(minutes=58)}
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda seq: add(file, seq, **later), range(20, 40)))
    assert len([line for line in made if line]) == 1
    assert len(read(file).lines) == 4
    assert add(file, 50, once_an_hour=True) is not None, "the clock was set back an hour"


def test_an_unreadable_last_line_does_not_stop_the_next(file: Path) -> None:
    with file.open("ab") as opened:
        opened.write(b"nonsense\n")
    assert add(file, 12, once_an_hour=True) is None or read(file).bad == 4
    assert file.read_bytes().count(b"\n") == 5


def test_who_waits_too_long_is_told(file: Path) -> None:
    with disk.Lock(file) as lock:
        assert lock.take(alone=True)
        with pytest.raises(NotNow, match="Try again"):
            add(file, 12, patience=0.05)
    assert add(file, 12, patience=0.05)


def test_writers_at_once_make_one_chain(file: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda seq: add(file, seq), range(100, 140)))
    assert (len(read(file).lines), read(file).bad) == (43, None)


# --- What counts after a restore


def standing(file: Path) -> set[str]:
    return {found.hash for found in anchors.standing(read(file).lines)}


def restore(file: Path, seq: int, branch: str, to: Head, replaced: Head) -> None:
    add(file, seq, HeadReason.RESTORE, branch, restored=to, replaced=replaced)


def test_all_heads_count_while_nothing_was_restored(file: Path) -> None:
    assert standing(file) == {"a1", "a5", "a9"}


def test_a_restore_takes_back_the_heads_beyond_it_and_itself_counts(file: Path) -> None:
    restore(file, 7, "b", head(5), head(9))
    add(file, 8, branch="b")
    assert standing(file) == {"a1", "a5", "b7", "b8"}


def test_going_back_to_what_a_restore_had_replaced_brings_its_heads_again(file: Path) -> None:
    restore(file, 7, "b", head(5), head(9))
    restore(file, 10, "c", head(9), head(7, "b"))
    assert standing(file) == {"a1", "a5", "a9", "c10"}


def test_a_head_that_was_never_signed_keeps_what_is_not_beyond_it(file: Path) -> None:
    restore(file, 7, "b", head(6), head(9))
    assert standing(file) == {"a1", "a5", "b7"}


def test_an_older_database_whose_chain_goes_on_is_held_against_both_heads(file: Path) -> None:
    add(file, 9, branch="x")
    assert {"a9", "x9"} <= standing(file)


def test_an_old_restore_line_cannot_be_used_again(file: Path) -> None:
    restore(file, 7, "b", head(5), head(9))
    old = file.read_bytes().splitlines(keepends=True)[3]
    add(file, 12, branch="b")
    with file.open("ab") as opened:
        opened.write(old)
    assert read(file).bad == 6
    assert "b12" in standing(file)


def test_two_files_are_compared_line_by_line(file: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    copy.write_bytes(file.read_bytes())
    add(file, 12)
    assert anchors.same_beginning(read(file).lines, read(copy).lines) is None
    add(copy, 13)
    assert anchors.same_beginning(read(file).lines, read(copy).lines) == 4
