"""What stands in a cell: whose row it is, what is a score, what is a day, in every command and every kind of file."""

import csv
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from tests.analysis.running import Formula, analyse, lines, table, written

KINDS = ("csv", "xlsx")
# A table of sessions for each command: the names of its columns, and what it is asked with.
COURSES = {
    "drops": (("client", "session", "bond"), ()),
    "gains": (("client", "session", "score"), ("--cutoff", 1)),
    "flags": (("client", "session", "total"), ("--measure", "srs")),
}
NORMS = ("--reliability", ".8", "--sd-pre", 5, "--mean-clinical", 20, "--sd-clinical", 6)
PAIRS = (("client", "pre", "post"), NORMS)
COMMANDS = {**COURSES, "change": PAIRS}
both = pytest.mark.parametrize("kind", KINDS)
courses = pytest.mark.parametrize("command", COURSES)
every = pytest.mark.parametrize("command", COMMANDS)


def clients(answer_lines: list[str]) -> list[str]:
    """The clients of an answer, each once, in its order."""
    return list(dict.fromkeys(row["client"] for row in csv.DictReader(answer_lines)))


def course(client: object, *scores: object) -> list[list[object]]:
    return [[client, session, score] for session, score in enumerate(scores, start=1)]


@both
@every
def test_names_of_clients_stay_as_they_are_written(tmp_path: Path, command: str, kind: str) -> None:
    names = ("NA", "None", "007", "0012", "1e5", "Ångström")
    (header, words) = COMMANDS[command]
    spaced = [f" {header[0].upper()}\u00a0", *header[1:]]
    scores = (30, 20) if command == "change" else (38, 30, 36, 26, 37)
    rows = [[name, *scores] for name in names]
    if command != "change":
        rows = [row for name in names for row in course(name, *scores)]
    answer = lines(analyse(command, written(tmp_path, kind, [spaced, *rows]), *words))
    assert sorted(clients(answer)) == sorted(names)


@both
@courses
def test_blanks_do_not_make_another_client(tmp_path: Path, command: str, kind: str) -> None:
    spellings = ("José 1", " José 1", "José\u00a01", "José  1\u200b", "Jose\u0301 1\t")
    (header, words) = COURSES[command]
    rows = [
        [client, session, score]
        for session, (client, score) in enumerate(
            zip(spellings, (38, 30, 36, 26, 37), strict=True), 1
        )
    ]
    answer = lines(analyse(command, written(tmp_path, kind, [header, *rows]), *words))
    assert clients(answer) == ["José 1"]


@both
def test_a_client_twice_in_other_blanks_is_said(tmp_path: Path, kind: str) -> None:
    (header, words) = PAIRS
    path = written(tmp_path, kind, [header, ["A1", 20, 8], ["A1 ", 20, 9]])
    answer = analyse("change", path, *words)
    assert (answer.exit_code, "row 3, columns client: each client" in answer.stderr) == (2, True)


@both
@every
@pytest.mark.parametrize("cell", ["TRUE", True, "#DIV/0!", "#N/A", "1,234", "1.2.3", "nine"])
def test_what_is_no_score_is_said(tmp_path: Path, command: str, kind: str, cell: object) -> None:
    (header, words) = COMMANDS[command]
    rows = [["a", 1, 30], ["b", 2, cell], ["c", 3, 31]]
    stands = "TRUE" if cell is True and kind == "xlsx" else str(cell)
    answer = analyse(command, written(tmp_path, kind, [header, *rows]), *words)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert f"row 3, column {header[-1]}: a number is expected, found {stands!r}" in answer.stderr


@both
@every
def test_a_column_of_truth_values_holds_no_scores(tmp_path: Path, command: str, kind: str) -> None:
    (header, words) = COMMANDS[command]
    rows = [["a", 1, "TRUE"], ["b", 2, ""], ["c", 3, "FALSE"]]
    answer = analyse(command, written(tmp_path, kind, [header, *rows]), *words)
    assert "a number is expected, found 'TRUE' (and 1 more bad row)" in answer.stderr


@both
@courses
def test_a_truth_value_is_no_session(tmp_path: Path, command: str, kind: str) -> None:
    (header, words) = COURSES[command]
    answer = analyse(command, written(tmp_path, kind, [header, ["a", True, 30]]), *words)
    assert "column session: a whole number from 1 to 9999 is expected, found 'T" in answer.stderr


@both
@every
def test_codes_for_missing_scores(tmp_path: Path, command: str, kind: str) -> None:
    (header, words) = COMMANDS[command]
    rows = [
        ["a", 1, 20],
        ["b", 1, 25],
        ["c", 1, 30],
        ["d", 1, 999],
        ["e", 1, "k. A."],
        ["f", 1, -9.0],
    ]
    empty = [[*row[:2], row[2] if n < 3 else ""] for n, row in enumerate(rows)]
    coded = written(tmp_path, kind, [header, *rows])
    codes = ("--missing", "999", "--missing", "k. a.", "--missing", "-9")
    answer = lines(analyse(command, coded, *words, *codes))
    (tmp_path / "empty").mkdir()
    assert answer == lines(
        analyse(command, written(tmp_path / "empty", kind, [header, *empty]), *words)
    )
    assert analyse(command, coded, *words).exit_code == 2  # the words, and what is out of range


@pytest.mark.parametrize("word", ["NA", "N/A", "NaN", "NULL", "None", " "])
@both
def test_what_programs_write_for_a_missing_score(tmp_path: Path, kind: str, word: str) -> None:
    rows = [["client", "session", "bond"], ["a", 1, 8], ["a", 2, word], ["a", 3, 5]]
    answer = lines(analyse("drops", written(tmp_path, kind, rows)))
    assert answer[1:] == ["a,1,bond,,,8,,", "a,3,bond,1,8,5,-3,1"]


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        ((20, 22, 999), ["Column bond: 999 stands 1 time(s), far from the rest (20 to 22)"]),
        ((4, 5.5, -9, -9), ["Column bond: -9 stands 2 time(s), far from the rest (4 to 5.5)"]),
        ((60, 99, 120), []),
        ((99, 99), []),
        ((-20, -9, 3), []),
    ],
)
def test_what_looks_like_a_code_is_named(
    tmp_path: Path, scores: tuple[float, ...], said: list[str]
) -> None:
    path = written(tmp_path, "csv", [("client", "session", "bond"), *course("a", *scores)])
    answer = analyse("drops", path)
    assert [line.split(";")[0] for line in answer.stderr.splitlines()] == said
    assert answer.exit_code == 0


@both
@pytest.mark.parametrize("cell", ["8\u00a0", " 8 ", "+8", "8.0", "8,0", "\u200b8", "0.8e1"])
def test_numbers_as_people_type_them(tmp_path: Path, kind: str, cell: str) -> None:
    rows = [["client", "session", "bond"], ["a", 1, cell], ["a", "2\u00a0", "\N{MINUS SIGN}5"]]
    assert lines(analyse("drops", written(tmp_path, kind, rows)))[1:] == [
        "a,1,bond,,,8,,",
        "a,2,bond,1,8,-5,-13,1",
    ]


def test_thousands_with_no_break_spaces(tmp_path: Path) -> None:
    path = table(tmp_path, "client;session;steps", "a;1;8\u00a0500,5", "a;2;12\u202f000")
    assert lines(analyse("drops", path))[-1] == "a,2,steps,1,8500.5,12000,3499.5,0"


DATED = ("client", "session", "date", "total")


@both
@pytest.mark.parametrize(
    ("days", "message"),
    [
        (
            ("2026-01-05", "2025-01-12"),
            "row 3, column date: session 2 lies before session 1 (2026-01-05)",
        ),
        (("0026-01-05", "2026-01-12"), "row 2, column date: a day from 1950-01-01 to "),
        (("2026-01-05", "2226-01-12"), "row 3, column date: a day from 1950-01-01 to "),
        (
            ("2026-01-05", "2026-01-12 or so"),
            "row 3, column date: a day such as 2026-03-27 is expected",
        ),
        (("2026-01-05", "12/01/2026"), "row 3, column date: a day such as 2026-03-27 is expected"),
        (("2026-01-05", "#N/A"), "row 3, column date: a day such as 2026-03-27 is expected"),
        (("2026-01-05", ""), "row 3, column date: a day such as 2026-03-27 is expected"),
    ],
)
@courses
def test_days_that_cannot_be(
    tmp_path: Path, command: str, kind: str, days: tuple[str, str], message: str
) -> None:
    (header, words) = COURSES[command]
    rows = [["a", n, day, 30] for n, day in enumerate(days, start=1)]
    named = ["client", "session", "Date", header[-1]]
    answer = analyse(command, written(tmp_path, kind, [named, *rows]), *words)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert message in answer.stderr


@both
def test_days_go_with_the_sessions_and_not_with_the_rows(tmp_path: Path, kind: str) -> None:
    day = (lambda n: date(2026, 1, n)) if kind == "xlsx" else (lambda n: f"2026-01-{n:02d} 09:30")
    rows = [
        ["a", 2, day(12), 30],
        ["b", 1, day(19), 30],
        ["a", 1, day(5), 38],
        ["b", 2, day(19), 30],
    ]
    answer = lines(analyse("drops", written(tmp_path, kind, [DATED, *rows])))
    assert answer[1:3] == ["a,1,total,,,38,,", "a,2,total,1,38,30,-8,1"]
    assert {row["component"] for row in csv.DictReader(answer)} == {"total"}


def test_each_session_is_held_against_the_latest_day_before_it(tmp_path: Path) -> None:
    rows = [f"a,{n},2026-01-{day:02d},30" for n, day in enumerate((5, 26, 12, 19, 27), start=1)]
    bad = tmp_path / "bad.csv"
    path = table(tmp_path, ",".join(DATED), *rows)
    lines(analyse("flags", path, "--measure", "srs", "--skip-bad-rows", bad))
    found = list(csv.DictReader(bad.read_text(encoding="utf-8-sig").splitlines()))
    assert [(row["line"], row["problem"]) for row in found] == [
        ("4", "column date: session 3 lies before session 2 (2026-01-26)"),
        ("5", "column date: session 4 lies before session 2 (2026-01-26)"),
    ]


def test_no_session_took_place_in_days_to_come(tmp_path: Path) -> None:
    today = datetime.now(UTC).date()
    for days, code in ((-1, 0), (0, 0), (4, 2)):
        path = table(tmp_path, ",".join(DATED), f"a,1,{today + timedelta(days)},30")
        assert analyse("flags", path, "--measure", "srs").exit_code == code, days


@both
def test_means_of_a_spreadsheet_are_compared_exactly(tmp_path: Path, kind: str) -> None:
    means = [41 / 12, "2.91666666666667", 35 / 12 - 1 / 3, 100.1 - 99.9]
    path = written(tmp_path, kind, [("client", "session", "mean"), *course("a", *means)])
    exactly = lines(analyse("drops", path, "--points", "0.5"))[1:]
    assert exactly == [
        "a,1,mean,,,3.416667,,",
        "a,2,mean,1,3.416667,2.916667,-0.5,1",
        "a,3,mean,2,2.916667,2.583333,-0.333333,0",
        "a,4,mean,3,2.583333,0.2,-2.383333,1",
    ]
    more = lines(analyse("drops", path, "--points", "0.500000000000001"))[2]
    assert more.endswith(",-0.5,0")


def test_numbers_of_many_digits_are_compared_exactly(tmp_path: Path) -> None:
    scores = ("54.1234567890123", "52.1234567890123", "50.1234567890124", "120.000001")
    path = written(tmp_path, "csv", [("client", "session", "t"), *course("a", *scores)])
    drops = list(csv.DictReader(lines(analyse("drops", path))))
    assert [row["drop"] for row in drops] == ["", "1", "0", "0"]
    assert drops[-1]["score"] == "120.000001"


@pytest.mark.parametrize("fine", ["", "0.0000001"])
def test_gains_and_change_are_the_same_on_a_finer_scale(tmp_path: Path, fine: str) -> None:
    """One number with many digits makes the scale large; what is found of the others stays."""
    scores = (30, 31, 30.5, 12, 11.5, 12, 10, 9)
    rows = [["client", "session", "score"], *course("a", *scores)]
    rows += [["b", n, fine] for n in range(1, 9) if fine]
    answer = lines(analyse("gains", written(tmp_path, "csv", rows), "--cutoff", 7))
    assert [row for row in answer if row.startswith("a,")][1] == "a,3,4,1,1,1,1,0,0,0,0"
    pairs = [["client", "pre", "post"], ["a", 30, 12], ["b", 20, 19.5], ["c", fine, ""]]
    found = lines(analyse("change", written(tmp_path, "csv", pairs), *NORMS))
    assert found[1:3] == ["a,30,12,-18,-5.6921,improved", "b,20,19.5,-0.5,-0.158114,unchanged"]


def test_a_client_is_no_formula_and_a_line_break_stays_in_its_cell(tmp_path: Path) -> None:
    names = ("=1+1", "@x", "-5", "a\nb", 'c "d", e')
    rows = [[name, 1, 8] for name in names]
    path = written(tmp_path, "csv", [("client", "session", "+bond"), *rows])
    out = tmp_path / "out.csv"
    answer = analyse("drops", path, "--output", out)
    assert (answer.exit_code, answer.stdout) == (0, "")
    assert out.read_bytes().startswith(b"\xef\xbb\xbf")
    with out.open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert {row["client"] for row in found} == {"'=1+1", "'@x", "'-5", "a\nb", 'c "d", e'}
    assert {row["component"] for row in found} == {"'+bond"}
    assert not analyse("drops", path).stdout.startswith("\ufeff")  # for the next program


def test_bad_rows_are_no_formulas_either(tmp_path: Path) -> None:
    path = written(tmp_path, "csv", [("client", "session", "bond"), ("=1+1", 1, "x"), ("b", 1, 5)])
    bad = tmp_path / "bad.csv"
    lines(analyse("drops", path, "--skip-bad-rows", bad))
    assert bad.read_text(encoding="utf-8-sig").splitlines()[1].startswith("'=1+1,1,x,2,")
    nowhere = analyse("drops", path, "--skip-bad-rows", tmp_path / "absent" / "bad.csv")
    assert (nowhere.exit_code, "cannot be written" in nowhere.stderr) == (2, True)


@both
@every
def test_a_formula_without_a_value_is_not_empty(tmp_path: Path, command: str, kind: str) -> None:
    (header, words) = COMMANDS[command]
    formula: object = Formula("=3+2") if kind == "xlsx" else "=3+2"
    answer = analyse(
        command, written(tmp_path, kind, [header, ["a", 1, 8], ["b", 2, formula]]), *words
    )
    assert f"row 3, column {header[-1]}: a number is expected" in answer.stderr
    assert "no stored value" in answer.stderr
    assert answer.stderr.endswith("found '=3+2'\n")
