"""A large table is read and answered a part at a time: it is the same table, and the same answer."""

from pathlib import Path

import pytest

from tests.analysis.running import analyse, written
from tracker.analysis import drops, reading

SCORES = {
    "tenths after whole numbers": (8, 7, 9, 5.5, 6.5, 2.5),
    "none after some": (8, 7, 9, "", "", ""),
    "words after numbers": (8, 7, 9, "nine", 5, "NA"),
    "truth values after numbers": (8, 7, 9, "TRUE", "FALSE", "TRUE"),
    "words alone after none": ("", "", "NA", "nine", "ten", "nine"),
}
CLIENTS = ("7", "b", "7", "b", "NA", "7")


@pytest.mark.parametrize("kind", SCORES)
def test_parts_of_a_table_are_one_table(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    rows = [
        (client, n, score)
        for n, (client, score) in enumerate(zip(CLIENTS, SCORES[kind], strict=True), 1)
    ]
    path = written(tmp_path, "csv", [("client", "session", "bond"), *rows])
    bad = tmp_path / "bad.csv"
    whole = (analyse("drops", path, "--skip-bad-rows", bad).output, bad.read_bytes())
    assert "session" in whole[0]
    monkeypatch.setattr(reading, "CELLS_AT_ONCE", 9)
    monkeypatch.setattr(drops, "SCORES_AT_ONCE", 1)
    assert (analyse("drops", path, "--skip-bad-rows", bad).output, bad.read_bytes()) == whole


def test_a_row_that_is_too_wide_is_said_in_the_last_part(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "CELLS_AT_ONCE", 3)
    rows = [("a", 1, 8), ("a", 2, 7), ("a", 3, 7), ("a", 4, 7, 6)]
    answer = analyse("drops", written(tmp_path, "csv", [("client", "session", "bond"), *rows]))
    assert (answer.exit_code, "row 5 has more cells" in answer.stderr) == (2, True)
