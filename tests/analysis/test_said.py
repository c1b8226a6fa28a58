"""What the client said beside the marks, in a table: the same findings as the product, and what is refused."""

import csv
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask

from tests.analysis.running import analyse, lines, table, workbook
from tests.conftest import START, Cast, entry, marks
from tests.services.recording import record
from tracker import clock, db
from tracker.domain.measures.strain import StrainAnswer, answer_of
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails

OWN = "client,session,date,bond,goals,tasks,overall,strain,settled,held_back"
# Marks; tension, settled and held back as the product stores them.
COURSE: tuple[tuple[tuple[int | None, ...], str, str, int | None], ...] = (
    ((8, 8, 8, 8), "none", "", None),
    ((8, 8, 8, 8), "a_little", "", None),
    ((8, 8, 8, 8), "a_little", "settled", 0),
    ((8, 8, 8, 8), "yes", "not", None),
    ((8, 8, 9, 8), "yes", "settled", None),
    ((8, 8, 7, 8), "yes", "partly", None),  # a small drop, and something was said
    ((8, 8, 9, 8), "", "", None),
    ((8, 8, 7, 8), "none", "", None),  # the same drop, and nothing was said
    ((8, 8, 8, 8), "", "", 2),
    ((None, None, None, None), "yes", "", None),
    ((8, 8, 9, 8), "yes", "partly", 1),
)


def found(path: Path, *words: object) -> list[dict[str, str]]:
    chosen = words or ("--measure", "session-check")
    return list(csv.DictReader(lines(analyse("flags", path, *chosen))))


def said(strain: str, settled: str) -> StrainAnswer | None:
    return answer_of(strain or None, settled or None)


@pytest.mark.one_database(reason="what the rules find knows no dialect")
def test_it_finds_what_the_product_stores(app: Flask, cast: Cast, tmp_path: Path) -> None:
    rows = []
    for week, (numbers, strain, settled, held_back) in enumerate(COURSE):
        day = START + timedelta(weeks=week)
        rated = marks(*numbers)
        rated = replace(rated, strain=said(strain, settled), held_back=held_back)
        with db.transaction() as writing:
            held = SessionDetails(day)
            sessions.log_session(
                writing, cast.clinician, cast.client_id, held, entry(rated), now=clock.now()
            )
        held_word = "" if held_back is None else ("no", "a little", "yes")[held_back]
        cells = ["" if number is None else str(number) for number in numbers]
        rows.append(",".join(["K-1", str(week + 1), str(day), *cells, strain, settled, held_word]))
    stored = {
        (flag.slot.number, flag.finding.kind.value, str(flag.finding.strength or ""))
        for flag in record(cast).flags
    }
    ours = found(table(tmp_path, OWN, *rows))
    assert {(int(row["session"]), row["kind"], row["strength"]) for row in ours} == stored
    kinds = {kind for _, kind, _ in stored}
    assert {"tension", "tension_again", "tension_noted", "wants_to_talk", "drop"} <= kinds
    strengths = {number: strength for number, kind, strength in stored if kind == "drop"}
    assert (strengths[6], strengths[8]) == ("2", "1")


@pytest.mark.parametrize(
    "cells",
    ["yes,partly", "YES,Partly", "ja,zum Teil", " yes ,partly", "Yes,PARTLY"],
)
def test_an_answer_stands_in_the_words_of_any_language(tmp_path: Path, cells: str) -> None:
    rows = ("a,1,2026-01-05,8,8,8,8,none,,", f"a,2,2026-01-12,8,8,8,8,{cells},")
    (row,) = found(table(tmp_path, OWN, *rows))
    assert (row["session"], row["kind"]) == ("2", "tension")


def test_none_is_an_answer_and_not_a_missing_one(tmp_path: Path) -> None:
    """Two times a little, with "none" in between, is not twice running; with an empty cell it is."""

    def of_tension(path: Path) -> list[str]:
        return [row["kind"] for row in found(path) if row["kind"].startswith("tension")]

    for between, kinds in (
        ("None", ["tension_noted", "tension_noted"]),
        ("none", ["tension_noted", "tension_noted"]),
        ("", ["tension_noted", "tension_again"]),
        ("NA", ["tension_noted", "tension_again"]),
    ):
        answers = ("a little", between, "a little")
        rows = [[1, n, 8, 8, 8, 8, text] for n, text in enumerate(answers, start=1)]
        header = "client,session,bond,goals,tasks,overall,Strain"
        text = [",".join(map(str, row)) for row in rows]
        assert of_tension(table(tmp_path, header, *text)) == kinds
        sheet = workbook(tmp_path / "t.xlsx", {"Scores": [header.split(","), *rows]})
        assert of_tension(sheet) == kinds
    coded = table(
        tmp_path, header, "a,1,8,8,8,8,a little", "a,2,8,8,8,8,none", "a,3,8,8,8,8,a little"
    )
    chosen = ("--measure", "session-check", "--missing", "none")
    again = [row["kind"] for row in found(coded, *chosen)]
    assert "tension_again" in again  # whoever says that it stands for missing is believed


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ("maybe,,", "row 2, column strain: one of none, a little, yes"),
        ("2,,", "row 2, column strain: one of none, a little, yes"),
        ("yes,2,", "row 2, column settled: one of settled, partly, not"),
        (
            "none,partly,",
            "row 2, column settled: an answer is expected only where there was tension",
        ),
        (",settled,", "row 2, column settled: an answer is expected only where there was tension"),
        (",,perhaps", "row 2, column held_back: one of no, a little, yes"),
    ],
)
def test_what_is_no_answer_is_refused(tmp_path: Path, cells: str, message: str) -> None:
    path = table(tmp_path, OWN, f"a,1,2026-01-05,8,8,8,8,{cells}", "a,2,2026-01-12,8,8,8,8,,,")
    answer = analyse("flags", path, "--measure", "session-check")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert message in answer.stderr
    bad = tmp_path / "bad.csv"
    skipped = analyse("flags", path, "--measure", "session-check", "--skip-bad-rows", bad)
    assert skipped.exit_code == 0
    assert "a,1" in bad.read_text(encoding="utf-8-sig")


def test_a_column_that_is_not_asked_for_is_left_alone_and_that_is_said(tmp_path: Path) -> None:
    path = table(tmp_path, OWN, "a,1,2026-01-05,8,8,8,8,maybe,,yes")
    answer = analyse("flags", path, "--measure", "session-check", "--version", "1")
    assert [row["kind"] for row in csv.DictReader(lines(answer))] == ["wants_to_talk"]
    alone = "is left alone: version 1 of the Session check does not ask this."
    assert f"Column strain {alone}" in answer.stderr
    assert "Column held_back" not in answer.stderr
    drops = table(tmp_path, "client,session,strain", "a,1,8", "a,2,5")
    assert "a,2,strain,1,8,5,-3,1" in lines(analyse("drops", drops))
