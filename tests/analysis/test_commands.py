"""`tracker analyse` at the desk: kinds of files, bad rows, and words that say what to do."""

import gzip
from pathlib import Path

import pytest

from tests.analysis.running import analyse, lines, table

SCORES, PAIRS = "client,session,score", "client,pre,post"
DROPS = ["client,session,component,previous_session,previous,score,change,drop"]


@pytest.mark.parametrize(
    ("rows", "message"),
    [
        (["a,1,7", "a,2,seven"], "row 3, column score: a number is expected, found 'seven'"),
        (
            ["a,1,7", "a,1,8"],
            "row 3, columns client,session: each client and session is expected once",
        ),
        (["a,0,7"], "row 2, column session: a whole number from 1 to 9999 is expected, found '0'"),
        (["a,1.5,7"], "row 2, column session: a whole number"),
        (["a,99999,7"], "row 2, column session: a whole number"),
        (
            ["a,one,7"],
            "row 2, column session: a whole number from 1 to 9999 is expected, found 'one'",
        ),
        (["a,,7"], "row 2, column session: a whole number"),
        ([",1,7"], "row 2, column client: a name or number of the client is expected"),
        (["a,1,inf"], "row 2, column score: a number is expected"),
        (["a,1,1e12"], "row 2, column score: a number up to"),
        (['a,1,"7,555"'], "row 2, column score: a number is expected, found '7,555'"),
        (["a,1,x", "a,2,y"], "(and 1 more bad row)"),
        (["a,1,7,8,9", "b,1"], "cannot be read as a table"),
        ([], "has no rows"),
    ],
)
def test_a_bad_table_stops_with_one_line_and_exit_code_2(
    tmp_path: Path, rows: list[str], message: str
) -> None:
    answer = analyse("gains", table(tmp_path, SCORES, *rows), "--cutoff", 7)
    assert answer.exit_code == 2
    assert message in answer.stderr
    assert len(answer.stderr.splitlines()) == 1
    assert answer.stdout == ""


def test_columns_that_are_not_there_and_files_that_are_none(tmp_path: Path) -> None:
    short = table(tmp_path, "client,session", "a,1")
    for words, message in (
        (("gains", short, "--cutoff", 7), "no column 'score': client,session,score are expected"),
        (("drops", short), "no column with scores beside client and session"),
        (("drops", tmp_path / "absent.csv"), "absent.csv cannot be read: No such file"),
        (("drops", tmp_path), "cannot be read"),
    ):
        answer = analyse(*words)
        assert (answer.exit_code, message in answer.stderr) == (2, True), answer.stderr
    (tmp_path / "empty.csv").write_text("", encoding="utf-8")
    assert "empty.csv is empty" in analyse("drops", tmp_path / "empty.csv").stderr


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (("gains", "--cutoff", "x"), "'x' is not a number"),
        (("gains", "--cutoff", "nan"), "'nan' is not a number"),
        (("gains", "--cutoff", "0"), "--cutoff: a number above 0 is expected"),
        (("gains", "--cutoff", "7", "--alpha", "1"), "0<x<1"),
        (("gains",), "Missing option '--cutoff'"),
        (("drops", "--points", "0"), "--points: a number above 0 is expected"),
        (("gains", "--cutoff", "7", "--percent", "25"), "--percent: a share between 0 and 1"),
        (("gains", "--cutoff", "7", "--percent", "-.1"), "--percent: a share between 0 and 1"),
        (("gains", "--cutoff", "7", "--alpha", "5"), "0<x<1"),
        (("change",), "--reliability or --reliable-change: one of them is expected"),
        (("change", "--reliability", ".8", "--reliable-change", "6"), "one of them is expected"),
        (("change", "--reliability", "1"), "--reliability: a share from 0 to below 1"),
        (("change", "--reliability", "84"), "--reliability: a share from 0 to below 1"),
        (("change", "--reliable-change", "0"), "--reliable-change: a number above 0"),
        (("drops", "--sheet", "Scores"), "--sheet: table.csv is no spreadsheet"),
        (("change", "--reliability", ".8", "--sd-clinical", "-1"), "a number above 0 is expected"),
        (
            ("change", "--reliability", ".8", "--sd-functional", "4"),
            "both are expected, or neither",
        ),
        (
            ("change", "--reliability", ".8", "--cutoff", "c"),
            "needs the mean and the SD of a functional group",
        ),
    ],
)
def test_options_that_cannot_be(tmp_path: Path, words: tuple[str, ...], message: str) -> None:
    wide = table(tmp_path, "client,session,score,pre,post", "a,1,5,20,8", "b,2,6,24,9")
    answer = analyse(words[0], wide, *words[1:])
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert message in answer.stderr


def test_two_pairs_are_needed_where_something_is_computed(tmp_path: Path) -> None:
    one = table(tmp_path, PAIRS, "a,20,8", "b,20,")
    assert "two complete pairs" in analyse("change", one, "--reliability", ".8").stderr


def test_cutoffs_stand_on_standard_error(tmp_path: Path) -> None:
    path = table(tmp_path, PAIRS, "a,20,8", "b,24,9")
    norms = (
        "--mean-clinical",
        20,
        "--sd-clinical",
        6,
        "--mean-functional",
        8,
        "--sd-functional",
        4,
    )
    answer = analyse("change", path, "--reliability", ".8", "--sd-pre", 5, *norms)
    assert answer.stderr.splitlines() == [
        "Complete pairs: 2. Cut-offs: a 8, b 16, c 12.8; used: 12.8.",
        "Of these: recovered 2 (100 %), improved 0 (0 %), unchanged 0 (0 %), deteriorated 0 (0 %), harmed 0 (0 %).",
    ]
    assert lines(answer)[1] == "a,20,8,-12,-3.794733,recovered"


def test_bad_rows_go_to_a_file_of_their_own_and_the_rest_is_analysed(tmp_path: Path) -> None:
    path = table(tmp_path, SCORES, "a,1,8", "a,x,8", "a,2,6", "a,2,5")
    answer = analyse("drops", path, "--skip-bad-rows", tmp_path / "bad.csv")
    assert lines(answer) == [*DROPS, "a,1,score,,,8,,", "a,2,score,1,8,6,-2,1"]
    assert answer.stderr == f"Bad rows: 2, in {tmp_path / 'bad.csv'}. Analysed: 2.\n"
    assert (tmp_path / "bad.csv").read_text(encoding="utf-8-sig").splitlines() == [
        "client,session,score,line,problem",
        "a,x,8,3,column session: a whole number from 1 to 9999 is expected",
        'a,2,5,5,"columns client,session: each client and session is expected once"',
    ]
    none = analyse(
        "drops", table(tmp_path, SCORES, "a,x,8"), "--skip-bad-rows", tmp_path / "bad.csv"
    )
    assert (none.exit_code, "no row that can be used" in none.stderr) == (2, True)


def test_compressed_files_standard_input_and_a_mark_at_the_beginning_are_read(
    tmp_path: Path,
) -> None:
    text = f"{SCORES}\n007,1,8\n007,2,6\n\n".encode()
    expected = [*DROPS, "007,1,score,,,8,,", "007,2,score,1,8,6,-2,1"]
    (tmp_path / "t.csv.gz").write_bytes(gzip.compress(text))
    assert lines(analyse("drops", tmp_path / "t.csv.gz")) == expected
    (tmp_path / "t.csv").write_bytes(b"\xef\xbb\xbf" + text)
    assert lines(analyse("drops", tmp_path / "t.csv")) == expected
    assert lines(analyse("drops", "-", given=text)) == expected


def test_a_spreadsheet_that_is_none_is_said(tmp_path: Path) -> None:
    (tmp_path / "t.xlsx").write_bytes(b"no spreadsheet")
    answer = analyse("drops", tmp_path / "t.xlsx")
    assert (answer.exit_code, "t.xlsx cannot be read as a table" in answer.stderr) == (2, True)


def test_output_appears_when_it_is_whole_and_stays_away_when_it_fails(tmp_path: Path) -> None:
    out = tmp_path / "out.csv"
    path = table(tmp_path, SCORES, "a,1,8", "a,2,6")
    assert lines(analyse("drops", path, "--output", out)) == []
    assert out.read_text(encoding="utf-8").splitlines()[-1] == "a,2,score,1,8,6,-2,1"
    failed = analyse("drops", path, "--output", tmp_path / "absent" / "out.csv")
    assert failed.exit_code == 2
    assert "cannot be written" in failed.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["out.csv", "table.csv"]


def test_few_sessions_have_no_judged_interval(tmp_path: Path) -> None:
    path = table(tmp_path, SCORES, "a,1,8", "b,2,6", "c,3,1")
    assert len(lines(analyse("gains", path, "--cutoff", 7))) == 1
    empty = table(tmp_path, SCORES, "a,9,")
    found = lines(analyse("gains", empty, "--cutoff", 7))
    assert found[1:] == [f"a,{n},{n + 1},,,,,,,," for n in range(2, 8)]
