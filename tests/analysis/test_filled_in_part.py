"""Forms that were filled in part: what was answered counts, and a total is there only by the measure's own rule."""

import csv
from pathlib import Path

import pytest

from tests.analysis.running import analyse, lines, written
from tracker.analysis.flags import entries, ratings
from tracker.analysis.reading import read
from tracker.analysis.tables import Reading
from tracker.domain.measures.scoring import scored
from tracker.reference.loader import measures

PHQ = ("client", "session", *(f"item_{n}" for n in range(1, 10)))
WSAS = ("client", "session", *(f"item_{n}" for n in range(1, 6)))
NOTE = "Filled in part, so without a total: row"


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_risk_item_counts_where_three_items_are_empty(tmp_path: Path, kind: str) -> None:
    half = ("k", 1, "", 1, 0, "", 2, 1, "", 0, 2)
    path = written(tmp_path, kind, [PHQ, half, ("k", 2, *(1,) * 8, 0), ("m", 1, *half[2:])])
    bad = tmp_path / "bad.csv"
    answer = analyse("flags", path, "--measure", "phq-9", "--skip-bad-rows", bad)
    found = [(r["client"], r["session"], r["kind"], r["score"], r["reason"]) for r in rows(answer)]
    assert found == [("k", "1", "risk_item", "2", "new"), ("m", "1", "risk_item", "2", "new")]
    assert f"{NOTE} 2 and 1 more." in answer.stderr
    assert len(bad.read_text(encoding="utf-8-sig").splitlines()) == 1


def rows(answer: object) -> list[dict[str, str]]:
    return list(csv.DictReader(lines(answer)))


def test_a_single_mark_is_watched_where_there_is_no_mean(tmp_path: Path) -> None:
    header = ("client", "session", "bond", "goals", "tasks", "overall")
    path = written(tmp_path, "csv", [header, ("k", 1, 9, 9, 9, 9), ("k", 2, 6, "", "", 9)])
    (drop,) = rows(analyse("flags", path, "--measure", "session-check"))
    assert (drop["kind"], drop["component"], drop["score"]) == ("drop", "bond", "6")


def totals(path: Path, key: str, *missing: str) -> list[tuple[object, object]]:
    """The total of each row, and what does not apply in it."""
    measure = measures()[key]
    raw = read(str(path), path.name, ("client", "session"))
    table = ratings(raw, measure, Reading(missing))
    given = [scored(measure, measure.store(entry)) for entry in entries(table, measure)]
    return [(scores.total, set(scores.not_applicable)) for scores in given]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (("n/a", 3, 3, 3, 3), (15, {"item_1"})),
        ((" N/A ", 2, 4, 2, 4), (15, {"item_1"})),
        (("", 3, 3, 3, 3), (15, set())),
        (("NA", 3, 3, 3, 3), (15, set())),  # as R writes what is missing
        (("n/a", 3, "", 3, 3), (None, {"item_1"})),
        ((3, "n/a", 3, 3, 3), (15, set())),  # home management applies to everybody
    ],
)
def test_work_that_does_not_apply_is_an_answer(
    tmp_path: Path, kind: str, cells: tuple[object, ...], expected: tuple[object, object]
) -> None:
    path = written(tmp_path, kind, [WSAS, ("k", 1, *cells), ("k", 2, *(1,) * 5)])
    assert totals(path, "wsas") == [expected, (5, set())]


def test_a_code_for_missing_is_no_answer(tmp_path: Path) -> None:
    path = written(tmp_path, "csv", [WSAS, ("k", 1, "n/a", 3, 3, 3, 3)])
    assert totals(path, "wsas", "n/a") == [(15, set())]


@pytest.mark.parametrize(("total", "fine"), [(15, True), (12, True), (13, False)])
def test_a_total_beside_it_is_made_up_or_added_up(tmp_path: Path, total: int, fine: bool) -> None:
    path = written(tmp_path, "csv", [(*WSAS, "total"), ("k", 1, "n/a", 3, 3, 3, 3, total)])
    assert analyse("flags", path, "--measure", "wsas").exit_code == (0 if fine else 2)


def test_one_empty_cell_costs_no_other_score(tmp_path: Path) -> None:
    """In tables without a measure every score stands by itself."""
    wide = written(
        tmp_path, "csv", [("client", "session", "a", "b"), ("k", 1, 8, 8), ("k", 2, "n/a", 5)]
    )
    found = rows(analyse("drops", wide))
    assert [(r["session"], r["component"], r["drop"]) for r in found] == [
        ("1", "a", ""),
        ("1", "b", ""),
        ("2", "b", "1"),
    ]
