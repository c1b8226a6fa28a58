"""Wide tables are read as long ones are, and a reliable change that is given counts as it is published."""

from pathlib import Path

import pytest

from tests.analysis.running import analyse, lines, written

COURSES = {
    "007": (30, 31, "", 12, 11, 12),
    "NA": (20, "", "", "", "", ""),
    "c": (20, 19, 28, 29, 30, 30),
}
WIDE = [("Client", "age", *(f"BDI_{n}" for n in range(1, 7)))] + [
    (client, 33, *scores) for client, scores in COURSES.items()
]
LONG = [("client", "session", "score")] + [
    (client, n, score)
    for client, scores in COURSES.items()
    for n, score in enumerate(scores, start=1)
]
NORMS = ("--reliable-change", "9", "--mean-clinical", "25", "--sd-clinical", "6")


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_gains_are_those_of_the_long_table(tmp_path: Path, kind: str) -> None:
    wide = analyse("gains", written(tmp_path, kind, WIDE), "--cutoff", 7, "--wide", "bdi_")
    assert lines(wide) == lines(analyse("gains", written(tmp_path, kind, LONG), "--cutoff", 7))
    assert len(lines(wide)) == 1 + 3 * 3


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_change_is_from_the_first_score_to_the_last(tmp_path: Path, kind: str) -> None:
    answer = analyse("change", written(tmp_path, kind, WIDE), "--wide", "bdi_", *NORMS)
    assert lines(answer)[1:] == [
        "007,30,12,-18,,recovered",
        "NA,20,,,,",
        "c,20,30,10,,deteriorated",
    ]
    assert answer.stderr.splitlines() == [
        "Complete pairs: 2. Cut-offs: a 13; used: 13.",
        "Of these: recovered 1 (50 %), improved 0 (0 %), unchanged 0 (0 %), deteriorated 1 (50 %), harmed 0 (0 %).",
    ]


@pytest.mark.parametrize("command", ["gains", "change"])
@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        (("client", "s1", "x"), ("a", 1, 2), "has no columns of sessions: two or more such as s1"),
        (("client", "s1", "s01"), ("a", 1, 2), "has a session twice: s1, s01"),
        (("client", "s0", "s1"), ("a", 1, 2), "column s0: a number from 1 to 9999 is expected"),
        (("client", "s1", "s2"), ("a", 1, "x"), "row 2, column s2: a number is expected"),
        (("who", "s1", "s2"), ("a", 1, 2), "has no column 'client'"),
    ],
)
def test_wide_tables_that_cannot_be(
    tmp_path: Path, command: str, header: tuple[str, ...], row: tuple[object, ...], said: str
) -> None:
    words = ("--cutoff", 7) if command == "gains" else ("--reliability", ".8")
    answer = analyse(command, written(tmp_path, "csv", [header, row]), *words, "--wide", "s")
    assert (answer.exit_code, said in answer.stderr) == (2, True), answer.stderr


def test_a_client_stands_once_and_codes_are_missing_there_too(tmp_path: Path) -> None:
    rows = [("client", "s1", "s2", "s3"), ("a", 30, 999, 10), ("a ", 1, 1, 1), ("b", 28, 27, 999)]
    path = written(tmp_path, "csv", rows)
    bad = tmp_path / "bad.csv"
    words = ("--wide", "s", "--missing", 999, "--skip-bad-rows", bad)
    answer = analyse("change", path, *words, *NORMS)
    assert lines(answer)[1:] == ["a,30,10,-20,,recovered", "b,28,27,-1,,unchanged"]
    assert "columns client: each client is expected once" in bad.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    ("post", "category"), [(22, "unchanged"), (21, "improved"), (20, "improved"), (39, "harmed")]
)
@pytest.mark.parametrize("better", ["lower", "higher"])
def test_a_reliable_change_counts_from_its_number_on(
    tmp_path: Path, post: int, category: str, better: str
) -> None:
    """As it is published: "9 or more". The twin scale runs the other way."""
    turn = (lambda x: x) if better == "lower" else (lambda x: 60 - x)
    rows = [("client", "pre", "post"), ("a", turn(30), turn(post))]
    norms = ("--mean-clinical", turn(25), "--sd-clinical", 6, "--better", better)
    path = written(tmp_path, "csv", rows)
    answer = lines(analyse("change", path, "--reliable-change", 9, *norms))
    expected = "deteriorated" if category == "harmed" else category
    assert answer[1] == f"a,{turn(30)},{turn(post)},{turn(post) - turn(30)},,{expected}"


def test_percents_are_of_the_complete_pairs(tmp_path: Path) -> None:
    rows = [("client", "pre", "post"), ("a", 30, 20), ("b", 30, 30), ("c", 30, 29), ("d", "", 3)]
    path = written(tmp_path, "csv", rows)
    said = analyse("change", path, *NORMS).stderr.splitlines()[1]
    assert said == (
        "Of these: recovered 0 (0 %), improved 1 (33.3 %), unchanged 2 (66.7 %), deteriorated 0 (0 %), harmed 0 (0 %)."
    )
    nobody = analyse("change", written(tmp_path, "csv", [*rows[:1], ("d", "", 3)]), *NORMS)
    assert nobody.stderr == "Complete pairs: 0. Cut-offs: a 13; used: 13.\n"
