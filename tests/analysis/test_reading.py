"""CSV as programs write it: separators, encodings, titles above the columns, and their names."""

import gzip
from pathlib import Path

import pytest

from tests.analysis.running import analyse, lines, workbook, written

ROWS = [("client", "session", "bond"), ("Zoë", 1, 8.5), ("Zoë", 2, 5)]
FOUND = ["Zoë,1,bond,,,8.5,,", "Zoë,2,bond,1,8.5,5,-3.5,1"]


def text(separator: str, point: str = ".", end: str = "\n") -> str:
    return "".join(separator.join(map(str, row)).replace(".", point) + end for row in ROWS)


@pytest.mark.parametrize(
    "there",
    [
        text(",").encode(),
        text(";", ",").encode(),
        text(";", ".").encode(),
        text("\t", ",").encode(),
        text(",", end="\r\n").encode(),
        text(",", end="\r").encode(),
        text(",").replace("8.5", '"8,5"').encode(),
        text(",").encode("utf-8-sig"),
        text("\t", ",").encode("utf-16"),
        gzip.compress(
            text(";", ",").encode(), mtime=0
        ),  # a time would be another test in each process
        text(",").replace("\n", ",,\n").encode(),
        ("\n\n" + text(",")).encode(),
    ],
)
def test_a_table_is_read_as_it_was_saved(tmp_path: Path, there: bytes) -> None:
    path = tmp_path / "T.CSV"
    path.write_bytes(there)
    assert lines(analyse("drops", path))[1:] == FOUND
    assert lines(analyse("drops", "-", given=there))[1:] == FOUND


def test_an_encoding_that_is_guessed_is_said(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(text(",").encode("windows-1252"))
    answer = analyse("drops", path)
    assert lines(answer)[1:] == FOUND
    assert answer.stderr == "t.csv is not in UTF-8; it was read as Windows-1252.\n"
    path.write_bytes(text(",").encode("windows-1252") + b"\x81,3,8\n")
    assert "t.csv cannot be read as a table: save it as CSV UTF-8" in analyse("drops", path).stderr


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_titles_above_the_columns_are_passed_over(tmp_path: Path, kind: str) -> None:
    title = [('Practice "A", 2026\nall clients', "", ""), ("", "", "")]
    answer = analyse("drops", written(tmp_path, kind, [*title, *ROWS]))
    assert lines(answer)[1:] == FOUND
    assert "The names of the columns stand in row 3 of table." in answer.stderr
    wrong = analyse("drops", written(tmp_path, kind, [*title, *ROWS, ("Zoë", 3, "x")]))
    assert "row 6, column bond: a number is expected, found 'x'" in wrong.stderr


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_case_and_blanks_in_names_do_not_count(tmp_path: Path, kind: str) -> None:
    for command, header, words in (
        ("drops", ("CLIENT", " Session", "bond"), ()),
        ("gains", ("Client", "session\u00a0", "SCORE"), ("--cutoff", 7)),
        ("change", ("Client", "Pre", "POST "), ("--reliable-change", 2)),
        ("flags", ("Client", "Session", "Total"), ("--measure", "srs")),
    ):
        rows = [header, ("a", 1, 38), ("b", 2, 30), ("c", 3, 30)]
        lines(analyse(command, written(tmp_path, kind, rows), *words))


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
@pytest.mark.parametrize(
    ("header", "row", "said"),
    [
        (("client", "session", "bond", "Client"), ("a", 1, 8, "a"), "the column 'client' twice"),
        (("client", "session", "bond", "bond"), ("a", 1, 8, 7), "the column 'bond' twice"),
        (("client", "session", "bond", ""), ("a", 1, 8, 7), "column 4 holds something and has no"),
        (("name", "session", "bond"), ("a", 1, 8), "no column 'client': client,session are exp"),
    ],
)
def test_names_that_cannot_be(
    tmp_path: Path, kind: str, header: tuple[str, ...], row: tuple[object, ...], said: str
) -> None:
    answer = analyse("drops", written(tmp_path, kind, [header, row]))
    assert (answer.exit_code, said in answer.stderr) == (2, True), answer.stderr


@pytest.mark.parametrize(
    ("there", "said"),
    [
        ("client,session,bond\na,1,8,5\n", "row 2 has more cells than there are columns"),
        ("client,session,bond\na,1,8\na,2,8,5\n", "row 3 has more cells than there are columns"),
        ("Title\n\nclient,session,bond\na,1,8\na,2,8,5\n", "row 5 has more cells than there are"),
        ("client;session;bond\na;1;8;5\n", "Cells are separated by semicolons"),
    ],
)
def test_a_row_that_is_too_long_is_named_with_what_to_do(
    tmp_path: Path, there: str, said: str
) -> None:
    (tmp_path / "t.csv").write_text(there, encoding="utf-8")
    answer = analyse("drops", tmp_path / "t.csv")
    assert (answer.exit_code, said in answer.stderr) == (2, True), answer.stderr
    assert "decimal commas go with semicolons" in answer.stderr


@pytest.mark.parametrize(
    "address", ["http://127.0.0.1:1/t.csv", "HTTPS://x/t.xlsx", "s3://a/b", "file:///t"]
)
@pytest.mark.parametrize(
    "words",
    [
        ("drops",),
        ("gains", "--cutoff", 7),
        ("change", "--reliability", ".8"),
        ("flags", "--measure", "srs"),
    ],
)
def test_an_address_is_no_file(words: tuple[str, ...], address: str) -> None:
    answer = analyse(words[0], address, *words[1:])
    assert answer.exit_code == 2
    assert (
        answer.stderr == f"Error: {address}: a file is expected, no address; save it here first\n"
    )


def test_files_that_are_broken_are_said(tmp_path: Path) -> None:
    (tmp_path / "t.csv.gz").write_bytes(gzip.compress(text(",").encode())[:-12])
    assert "t.csv.gz cannot be unpacked" in analyse("drops", tmp_path / "t.csv.gz").stderr
    (tmp_path / "t.csv").write_text('client,"' + "x" * 200_000, encoding="utf-8")
    assert "t.csv cannot be read as a table" in analyse("drops", tmp_path / "t.csv").stderr
    workbook(tmp_path / "t.xlsx", {"S": ROWS})
    cut = (tmp_path / "t.xlsx").read_bytes()[:500]
    assert "cannot be read as a table" in analyse("drops", "-", given=cut).stderr
