"""Items with scales and total in one row: the items are used, and what is added up must agree with them."""

import csv
from pathlib import Path

import pytest

from tests.analysis.running import analyse, lines, written

PHQ = ("client", "session", *(f"item_{n}" for n in range(1, 10)), "total")
DASS = ("client", "session", *(f"item_{n}" for n in range(1, 22)))


def bad(path: Path, measure: str) -> list[tuple[str, str]]:
    """The rows that are bad, with what is said of them."""
    rest = path.with_name("bad.csv")
    analyse("flags", path, "--measure", measure, "--skip-bad-rows", rest)
    found = csv.DictReader(rest.read_text(encoding="utf-8-sig").splitlines())
    return [(row["line"], row["problem"]) for row in found]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_items_count_and_a_wrong_total_is_a_bad_row(tmp_path: Path, kind: str) -> None:
    first = (3, 3, 3, 2, 2, 2, 2, 1, 1)
    later = (1, 0, 1, 0, 1, 0, 0, 0, 2)
    with_totals = written(tmp_path, kind, [PHQ, ("a", 1, *first, 19), ("a", 2, *later, 5)])
    answer = lines(analyse("flags", with_totals, "--measure", "phq-9"))
    (tmp_path / "alone").mkdir()
    alone = written(tmp_path / "alone", kind, [PHQ[:-1], ("a", 1, *first), ("a", 2, *later)])
    assert answer == lines(analyse("flags", alone, "--measure", "phq-9"))
    assert any(",item_9,1,2," in line for line in answer)
    wrong = written(tmp_path, kind, [PHQ, ("a", 1, *first, 18), ("a", 2, *later, 5)])
    assert bad(wrong, "phq-9") == [
        ("2", "column total: the items come to 19; leave it empty, or put it right")
    ]
    assert "found '18'" in analyse("flags", wrong, "--measure", "phq-9").stderr


@pytest.mark.parametrize(
    ("total", "fine"),
    [(14, True), (18, True), ("18.0", True), (17, False), (15, False), (27, False)],
)
def test_a_total_beside_a_missing_item_may_be_made_up_or_added_up(
    tmp_path: Path, total: object, fine: bool
) -> None:
    """Seven items of 2 are 14, and 18 with the two that are missing made up for."""
    items = (2, 2, 2, "", 2, 2, 2, "", 2)
    path = written(tmp_path, "csv", [PHQ, ("a", 1, *items, total)])
    assert bad(path, "phq-9") == [] if fine else len(bad(path, "phq-9")) == 1


@pytest.mark.parametrize(("total", "fine"), [(42, True), (3.5, True), (43, False), (3.4, False)])
def test_a_mean_may_stand_for_the_sum(tmp_path: Path, total: float, fine: bool) -> None:
    header = ("client", "session", *(f"item_{n}" for n in range(1, 13)), "total")
    path = written(tmp_path, "csv", [header, ("a", 1, *(3, 4) * 6, total)])
    assert (bad(path, "wai-sr") == []) == fine


@pytest.mark.parametrize(
    ("scales", "problem"),
    [
        ((14, 28, 0, 42), None),
        ((16, 28, 0, 42), "column depression: the items come to 14"),
        ((14, 28, 0, 44), "column total: the items come to 42"),
        (("", "", 0, ""), None),
    ],
)
def test_scales_beside_their_items_are_held_against_them(
    tmp_path: Path, scales: tuple[object, ...], problem: str | None
) -> None:
    depression = (3, 5, 10, 13, 16, 17, 21)
    anxiety = (2, 4, 7, 9, 15, 19, 20)
    items = [1 if n in depression else 2 if n in anxiety else 0 for n in range(1, 22)]
    header = (*DASS, "depression", "anxiety", "stress", "total")
    path = written(tmp_path, "csv", [header, ("a", 1, *items, *scales)])
    assert [said.split(";")[0] for _, said in bad(path, "dass-21")] == (
        [problem] if problem else []
    )


def test_what_is_wrong_with_the_items_is_said_first(tmp_path: Path) -> None:
    path = written(tmp_path, "csv", [PHQ, ("a", 1, 4, *(1,) * 8, 12)])
    assert bad(path, "phq-9") == [("2", "column item_1: Item 1 must be between 0 and 3")]


def test_a_risk_item_stands_beside_a_total_that_it_is_part_of(tmp_path: Path) -> None:
    """It alone does not make up the total: the total is used."""
    path = written(tmp_path, "csv", [PHQ, ("a", 1, *("",) * 8, 2, 19), ("a", 2, *("",) * 8, 0, 5)])
    assert bad(path, "phq-9") == []
    components = {
        row["component"]
        for row in csv.DictReader(lines(analyse("flags", path, "--measure", "phq-9")))
    }
    assert {"item_9", "total"} <= components
