"""Spreadsheets: which sheet is read, what is said of it, and cells that hold no value."""

import re
import zipfile
from pathlib import Path

import pytest

from tests.analysis.running import Formula, analyse, lines, workbook

HEADER = ["client", "session", "bond"]
ROWS = [HEADER, ["007", 1, 8.2], ["007", 2, 6.2]]
OTHERS = [HEADER, ["b", 1, 9], ["b", 2, 9]]
FOUND = ["007,1,bond,,,8.2,,", "007,2,bond,1,8.2,6.2,-2,1"]
COVER = [["read me"], ["and this"]]


@pytest.mark.parametrize("name", ["t.xlsx", "T.XLSX", "t.xlsm", "without an ending"])
def test_a_spreadsheet_is_known_by_what_it_holds(tmp_path: Path, name: str) -> None:
    path = workbook(tmp_path / "t.xlsx", {"Scores": ROWS}).rename(tmp_path / name)
    answer = analyse("drops", path)
    assert (lines(answer)[1:], answer.stderr) == (FOUND, "")
    assert lines(analyse("drops", "-", given=path.read_bytes()))[1:] == FOUND


@pytest.mark.parametrize(
    ("sheets", "hidden"),
    [
        ({"Cover": COVER, "Scores": ROWS}, ()),
        ({"Scores": ROWS, "Older": OTHERS}, ()),
        ({"Older": OTHERS, "Scores": ROWS, "Cover": COVER}, ("Older",)),
    ],
)
def test_the_first_sheet_with_the_columns_is_read_and_named(
    tmp_path: Path, sheets: dict[str, list[list[object]]], hidden: tuple[str, ...]
) -> None:
    answer = analyse("drops", workbook(tmp_path / "t.xlsx", sheets, hidden))
    assert lines(answer)[1:] == FOUND
    assert answer.stderr == "Read: sheet 'Scores' of t.xlsx; --sheet reads another.\n"


def test_another_sheet_is_read_when_it_is_asked_for(tmp_path: Path) -> None:
    path = workbook(tmp_path / "t.xlsx", {"Scores": ROWS, "Older": OTHERS}, ("Older",))
    assert lines(analyse("drops", path, "--sheet", "Older"))[1].startswith("b,1,")
    answer = analyse("drops", path, "--sheet", "None")
    assert answer.stderr == "Error: t.xlsx has no sheet 'None': there are Scores, Older\n"


@pytest.mark.parametrize(
    ("sheets", "hidden", "said"),
    [
        ({"Cover": COVER, "Notes": COVER}, (), "t.xlsx, sheet 'Cover' has no column 'client'"),
        ({"Cover": COVER, "S": ROWS}, ("S",), "the hidden sheet 'S' has; --sheet reads it"),
        (
            {"Cover": [], "Notes": COVER},
            (),
            "t.xlsx, sheet 'Cover' is empty; --sheet reads another",
        ),
        ({"S": [HEADER, ["a", 1, "x"]]}, (), "t.xlsx, sheet 'S', row 2, column bond: a number"),
        ({"S": [HEADER]}, (), "t.xlsx, sheet 'S' has no rows"),
    ],
)
def test_a_message_names_the_sheet(
    tmp_path: Path, sheets: dict[str, list[list[object]]], hidden: tuple[str, ...], said: str
) -> None:
    answer = analyse("drops", workbook(tmp_path / "t.xlsx", sheets, hidden))
    assert (answer.exit_code, said in answer.stderr) == (2, True), answer.stderr


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            ["a", 2, Formula("=1/0", "#DIV/0!")],
            "column bond: a number is expected, found '#DIV/0!'",
        ),
        (["a", 2, Formula("=NA()", "#N/A")], "column bond: a number is expected, found '#N/A'"),
        (["a", 2, Formula("=3+2")], "column bond: a number is expected, and this formula has no"),
        (["a", Formula("=1+1"), 5], "column session: a whole number from 1 to 9999 is expected"),
        (
            [Formula("=X1"), 2, 5],
            "column client: a name or number of the client is expected, found",
        ),
        (
            [Formula("=X1", "#REF!"), 2, 5],
            "column client: a name or number of the client is expect",
        ),
    ],
)
def test_a_cell_without_its_value_is_no_empty_cell(
    tmp_path: Path, row: list[object], said: str
) -> None:
    rows = [["Title"], [], HEADER, ["a", 1, 8], [], row, ["a", 3, 7]]
    sheets = {"Cover": [["x", "y", Formula("=1+1")]], "Scores": rows}
    answer = analyse("drops", workbook(tmp_path / "t.xlsx", sheets))
    assert f"t.xlsx, sheet 'Scores', row 6, {said}" in answer.stderr
    assert (answer.exit_code, answer.stdout) == (2, "")


def test_a_formula_with_its_value_counts(tmp_path: Path) -> None:
    rows = [HEADER, [Formula('="a"', "a"), 1, Formula("=4+4", 8)], ["a", Formula("=1+1", 2), 5]]
    path = workbook(tmp_path / "t.xlsx", {"S": rows})
    assert lines(analyse("drops", path))[1:] == ["a,1,bond,,,8,,", "a,2,bond,1,8,5,-3,1"]


def test_rows_of_formulas_alone_are_rows(tmp_path: Path) -> None:
    rows = [HEADER, ["a", 1, 8], [Formula("=A2"), Formula("=B2+1"), Formula("=C2")]]
    answer = analyse("drops", workbook(tmp_path / "t.xlsx", {"S": rows}))
    assert "row 3, column bond: a number is expected, and this formula has no" in answer.stderr


def rewritten(path: Path, old: bytes, new: bytes, times: int) -> Path:
    """The spreadsheet with another text in its first sheet."""
    changed = path.with_name("changed.xlsx")
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(changed, "w") as after:
        for part in before.namelist():
            text = before.read(part)
            if part.endswith("sheet1.xml"):
                assert len(re.findall(old, text)) == times
                text = re.sub(old, new, text)
            after.writestr(part, text)
    return changed


def test_cells_that_do_not_say_where_they_are_stand_behind_each_other(tmp_path: Path) -> None:
    rows = [HEADER, ["a", 1, 8], ["a", 2, Formula("=1/0", "#DIV/0!")], ["a", 3, 7]]
    path = workbook(tmp_path / "t.xlsx", {"S": rows})
    bare = rewritten(path, rb'(<c|<row) r="[A-Z]*\d+"', rb"\1", 16)
    for file in (path, bare):
        said = "row 3, column bond: a number is expected, found '#DIV/0!'"
        assert said in analyse("drops", file).stderr


def test_a_formula_of_which_the_value_is_no_text_is_empty(tmp_path: Path) -> None:
    """As =IF(B2="","",B2) leaves it: a text without letters is what was stored."""
    rows = [HEADER, ["a", 1, 8], ["a", 2, Formula("=REPT(1,0)")], ["a", 3, 5]]
    path = workbook(tmp_path / "t.xlsx", {"S": rows})
    changed = rewritten(path, b'<c r="C3"><f>', b'<c r="C3" t="str"><f>', 1)
    assert lines(analyse("drops", changed))[1:] == ["a,1,bond,,,8,,", "a,3,bond,1,8,5,-3,1"]
    assert analyse("drops", path).exit_code == 2


def test_files_of_other_programs_are_said(tmp_path: Path) -> None:
    old = tmp_path / "t.xls"
    old.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 600)
    none = tmp_path / "t.xlsx"
    none.write_bytes(b"no spreadsheet")
    other = tmp_path / "t.ods"
    with zipfile.ZipFile(other, "w") as file:
        file.writestr("content.xml", "<x/>")
    broken = tmp_path / "u.xlsx"
    with zipfile.ZipFile(broken, "w") as file:
        file.writestr("xl/workbook.xml", "<x")
    for path, said in (
        (old, "t.xls cannot be read as a table: it is an old spreadsheet, or one with a password"),
        (none, "t.xlsx cannot be read as a table"),
        (other, "t.ods is a spreadsheet of another kind"),
        (broken, "u.xlsx cannot be read as a table"),
    ):
        answer = analyse("drops", path)
        assert answer.exit_code == 2
        assert said in answer.stderr
        assert "save it as .xlsx or as CSV UTF-8" in answer.stderr
