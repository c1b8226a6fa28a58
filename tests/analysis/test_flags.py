"""`tracker analyse flags` finds what the product stores, and `tracker measures` says what can be rated."""

import csv
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner
from flask import Flask

from tests.analysis.running import analyse, lines, table
from tests.conftest import START, Cast, log
from tests.services.recording import record
from tracker import db
from tracker.cli import main
from tracker.models import Flag
from tracker.reference.loader import measures

OWN = "client,session,date,bond,goals,tasks,overall"
HEADER = "client,session,kind,tier,strength,component,reference,score,reason"
COURSE = (
    (8, 8, 8, 8),
    (8, 7, 8, 8),
    (5, 8, 8, 8),
    (8, 8, 8, 8),
    (8, 8, 8, 8),
    (None, None, None, None),
    (6, 6, 6, 6),
    (5, 5, 5, 5),
    (4, 3, 5, 5),
)


def found(path: Path, *words: object) -> list[dict[str, str]]:
    return list(csv.DictReader(lines(analyse("flags", path, *words))))


def test_it_finds_what_the_product_stores(app: Flask, cast: Cast, tmp_path: Path) -> None:
    rows = []
    for week, marks in enumerate(COURSE):
        day = START + timedelta(weeks=week)
        rated = {"no_rating": "not_asked"} if marks[0] is None else {}
        log(cast.clinician, cast.client_id, day, *(marks if not rated else ()), **rated)
        cells = ",".join("" if mark is None else str(mark) for mark in marks)
        rows.append(f"K-1,{week + 1},{day},{cells}")
    stored = {
        (flag.slot.number, flag.finding.kind.value, str(flag.finding.strength or ""))
        for flag in record(cast).flags
    }
    ours = found(table(tmp_path, OWN, *rows), "--measure", "session-check")
    assert {(int(row["session"]), row["kind"], row["strength"]) for row in ours} == stored
    assert len(stored) > 4
    with db.reading() as reading:
        assert reading.query(Flag).count() == len(stored)


def test_each_line_says_what_was_held_against_what(tmp_path: Path) -> None:
    rows = ("a,1,2026-01-05,8,8,8,8", "a,2,2026-01-12,5,8,8,8")
    (row,) = found(table(tmp_path, OWN, *rows), "--measure", "session-check")
    assert row == {
        "client": "a",
        "session": "2",
        "kind": "drop",
        "tier": "check_in",
        "strength": "2",
        "component": "bond",
        "reference": "8",
        "score": "5",
        "reason": "an item 3 or more below the middle of earlier ratings",
    }


def test_a_table_is_read_on_the_version_it_was_rated_on(tmp_path: Path) -> None:
    path = table(tmp_path, OWN, "a,1,2026-01-05,8,8,8,8", "a,2,2026-01-12,5,8,8,8")
    newest = found(path, "--measure", "session-check")
    assert found(path, "--measure", "session-check", "--version", "1") == newest
    refused = analyse("flags", path, "--measure", "session-check", "--version", "7")
    assert refused.exit_code == 2
    assert "--version: there is no 7 of the session-check; there are: 1, 2" in refused.stderr


@pytest.mark.parametrize(("last", "strength"), [("2026-03-06", "3"), ("2026-03-20", "1")])
def test_a_rating_too_long_ago_says_less(tmp_path: Path, last: str, strength: str) -> None:
    dated = table(tmp_path, "client,session,date,total", "a,1,2026-01-12,38", f"a,2,{last},30")
    drops = [r for r in found(dated, "--measure", "srs") if r["kind"] == "drop"]
    assert [row["strength"] for row in drops] == [strength]
    bare = table(tmp_path, "client,session,total", "a,1,38", "a,2,30")
    assert [r["strength"] for r in found(bare, "--measure", "srs") if r["kind"] == "drop"] == ["3"]


def test_sessions_without_a_rating_and_risk_items_count(tmp_path: Path) -> None:
    silent = table(tmp_path, OWN, *(f"a,{n},2026-01-0{n},,,," for n in (1, 2, 3)))
    (row,) = found(silent, "--measure", "session-check")
    assert (row["session"], row["kind"], row["component"]) == ("3", "no_rating_lately", "")
    risk = table(tmp_path, "client,session,item_8,total", "a,1,0,60", "a,2,2,61", "a,3,,61")
    (row,) = found(risk, "--measure", "oq-45")
    assert [row[name] for name in ("session", "tier", "reference", "score", "reason")] == [
        "2",
        "risk",
        "0",
        "2",
        "new",
    ]


@pytest.mark.parametrize(
    ("header", "row", "words", "message"),
    [
        (OWN, "a,1,2026-01-05,11,8,8,8", (), "row 2, column bond: Bond must be between 0 and 10"),
        (OWN, "a,1,2026-01-05,7.5,8,8,8", (), "row 2, column bond: Bond must be a whole number"),
        (OWN, "a,1,soon,8,8,8,8", (), "row 2, column date: a day such as 2026-03-27 is expected"),
        (OWN, "a,1,,8,8,8,8", (), "row 2, column date: a day such as"),
        (OWN, "a,1,2026-01-05,x,8,8,8", (), "row 2, column bond: a number is expected, found 'x'"),
        (
            "client,session,mood",
            "a,1,3",
            (),
            "has no column of the Session check: some of bond,goals",
        ),
        (
            OWN,
            "a,1,2026-01-05,8,8,8,8",
            ("--measure", "x"),
            "there is no 'x'; the list: tracker measures",
        ),
    ],
)
def test_what_the_form_would_refuse_is_refused(
    tmp_path: Path, header: str, row: str, words: tuple[str, ...], message: str
) -> None:
    answer = analyse(
        "flags", table(tmp_path, header, row), *(words or ("--measure", "session-check"))
    )
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert message in answer.stderr


def test_bad_rows_of_every_kind_go_to_one_file(tmp_path: Path) -> None:
    rows = ("a,1,2026-01-05,8,8,8,8", "a,2,2026-01-12,11,8,8,8", "a,x,2026-01-19,8,8,8,8")
    bad = tmp_path / "bad.csv"
    answer = analyse(
        "flags", table(tmp_path, OWN, *rows), "--measure", "session-check", "--skip-bad-rows", bad
    )
    assert lines(answer) == [HEADER]
    written = list(csv.DictReader(bad.read_text(encoding="utf-8").splitlines()))
    assert [(row["line"], row["problem"].split(":")[0]) for row in written] == [
        ("3", "column bond"),
        ("4", "column session"),
    ]


def test_the_measures_are_listed_and_shown(tmp_path: Path) -> None:
    run = CliRunner(env={"TRACKER_INSTANCE": str(tmp_path / "nothing")})
    listed = run.invoke(main, ["measures"]).stdout.splitlines()
    assert [line.split()[0] for line in listed] == list(measures())
    for key, measure in measures().items():
        shown = run.invoke(main, ["measures", "show", key]).stdout
        for said in (measure.name, measure.source, measure.licence, measure.not_known):
            assert said in shown, key
    missing = run.invoke(main, ["measures", "show", "nothing"])
    assert (missing.exit_code, "There is no measure 'nothing'" in missing.stderr) == (1, True)
    assert not (tmp_path / "nothing").exists()


def test_a_practices_own_measures_are_known_and_a_bad_file_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "measures"
    folder.mkdir()
    run = CliRunner(env={"TRACKER_INSTANCE": str(tmp_path)})
    (folder / "own.toml").write_text("key = 3\n", encoding="utf-8")
    answer = run.invoke(main, ["measures"])
    assert (answer.exit_code, "A measure file cannot be used" in answer.stderr) == (1, True)
