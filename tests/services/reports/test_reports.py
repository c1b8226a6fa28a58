"""Reports of a clinician: each count against clients made for it, who reads which, and files of them."""

import csv
import io
import zipfile
from datetime import timedelta
from fractions import Fraction
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import select

from bench.measuring import queries
from tests.conftest import Cast, entry, log, marks, new_client
from tests.installed import use_measures
from tests.services.reporting import ago, drop, phq, report, row, today, told
from tests.services.supervision.test_questions import another
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.care.objectives import Endorsed, Window
from tracker.domain.course.schedule import Plan
from tracker.domain.course.sessions import Given, NoRating, Status
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures.measure import Better, Rater
from tracker.domain.supervision.reports import ReportPart, effect, middle
from tracker.models import AuditEntry, Export
from tracker.reference.loader import FOLDER
from tracker.services.care import objectives, schedule, sessions
from tracker.services.care.objectives import ObjectiveWish
from tracker.services.care.sessions import SessionDetails
from tracker.services.people import reassigning
from tracker.services.record import clients
from tracker.services.record.ratings import RatingsEntry
from tracker.services.reports import exports
from tracker.services.reports.exports import FileFormat

NEVER = (None, None)


def test_sessions_and_flags_are_counted_with_what_they_are_of(cast: Cast) -> None:
    drop(cast, cast.client_id, 4, Answer.TALKED)
    other = another(cast)
    drop(cast, other, 2, Answer.EXPLAINED)
    drop(cast, another(cast), 1)
    log(cast.clinician, other, ago(1), no_rating=NoRating.NOT_ASKED)
    found = report(cast)
    assert told(row(found, "clients")) == (3, None)
    assert told(row(found, "rated")) == (9, 10)
    assert told(row(found, "kind", "drop")) == (3, None)
    assert told(row(found, "strength", "2")) == (3, None)
    assert told(row(found, "in_session")) == (2, 3)
    assert told(row(found, "burden")) == (1, 2)
    assert row(found, "days").value == 3
    assert row(found, "per_100").value == 30
    assert told(row(found, "back")) == (0, 0)
    for name in ("supervisor",):
        assert report(cast, name).rows == found.rows


def test_a_rating_after_the_session_is_counted_apart(cast: Cast) -> None:
    for days, bond, given in ((14, 8, None), (7, 8, None), (0, 5, Given.AFTER_SESSION)):
        said = {"given": given} if given else {}
        with db.transaction() as writing:
            sessions.log_session(
                writing,
                cast.clinician,
                cast.client_id,
                SessionDetails(ago(days)),
                entry(marks(bond, 8, 8, 8), **said),
                now=clock.now(),
            )
    found = report(cast)
    assert told(row(found, "in_session")) == (0, 0)
    assert told(row(found, "after")) == (1, None)


def test_only_sessions_that_the_clinician_held_count(cast: Cast) -> None:
    """A client came from somebody else: what was there before is theirs, and stays out of the taker's report."""
    with db.transaction() as writing:
        given = clients.add_client(writing, cast.outsider, new_client(), now=clock.now()).id
    for days, bond in ((30, 8), (25, 8), (20, 3)):
        log(cast.outsider, given, ago(days), bond, 8, 8, 8)
    with db.transaction() as writing:
        taker = cast.clinician.id
        reassigning.transfer(writing, cast.outsider, given, taker, "Moves away", now=clock.now())
    assert told(row(report(cast), "rated")) == (0, 0)
    assert told(row(report(cast), "all")) == (0, None)
    assert ReportPart.OUTCOMES not in {line.part for line in report(cast).rows}
    log(cast.clinician, given, ago(2), 8, 8, 8, 8)
    assert told(row(report(cast), "rated")) == (1, 1)


def test_only_the_days_of_the_period_count(cast: Cast) -> None:
    drop(cast, cast.client_id, 40)
    assert told(row(report(cast, period=(ago(39), today())), "rated")) == (0, 0)
    inside = report(cast, period=(ago(40), ago(40)))
    assert told(row(inside, "rated")) == (1, 1)
    assert told(row(inside, "kind", "drop")) == (1, None)
    usual = report(cast, period=NEVER)
    assert (usual.since.day, usual.until) == (1, today())
    for period, field in (((today(), ago(1)), "until"), ((ago(900), today()), "since")):
        with pytest.raises(Incomplete) as refused:
            report(cast, period=period)
        assert refused.value.problems.keys() == {field}


def test_objectives_that_were_decided_and_clients_who_stopped_coming(cast: Cast) -> None:
    window = Window(ago(60), ago(30))
    with db.transaction() as writing:
        aim = ObjectiveWish(Endorsed(3, 3), window, "Three goals")
        objectives.set_objective(writing, cast.clinician, cast.client_id, aim, now=clock.now())
    for days in (58, 50, 44):
        log(cast.clinician, cast.client_id, ago(days), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, ago(35), status=Status.MISSED)
    log(cast.clinician, another(cast), ago(35), status=Status.CANCELLED_BY_CLINIC)
    log(cast.clinician, another(cast), ago(10), status=Status.MISSED)
    found = report(cast)
    assert told(row(found, "met")) == (0, 1)
    assert told(row(found, "stopped")) == (1, 3)


def test_outcomes_by_category_with_an_effect_size(cast: Cast) -> None:
    for first, last in ((18, 4), (16, 15), (14, 20)) * 4:
        client_id = another(cast, "session-check", "phq-9")
        phq(cast, client_id, ago(20), first)
        phq(cast, client_id, ago(2), last)
    found = report(cast)
    assert told(row(found, "recovered", "PHQ-9")) == (4, 12)
    assert told(row(found, "unchanged", "PHQ-9")) == (4, 12)
    assert told(row(found, "deteriorated", "PHQ-9")) == (4, 12)
    assert (row(found, "effect", "PHQ-9").value, row(found, "effect", "PHQ-9").n.count) == (
        Fraction("1.76"),
        12,
    )


@pytest.mark.one_database(reason="what is counted together is decided on values that were read")
def test_versions_that_are_scored_in_different_ways_are_counted_apart(
    app: Flask, cast: Cast, tmp_path: Path
) -> None:
    def rated() -> None:
        for first, last in ((18, 4), (16, 15), (14, 20)) * 2:
            client_id = another(cast, "session-check", "phq-9")
            phq(cast, client_id, ago(20), first)
            phq(cast, client_id, ago(2), last)

    rated()
    assert told(row(report(cast), "recovered", "PHQ-9")) == (2, 6)
    text = (FOLDER / "phq-9.toml").read_text(encoding="utf-8")
    stricter = text.replace("version = 1\n", "version = 100\n").replace(
        "items = 2\n", "items = 1\n"
    )
    (tmp_path / "phq-9.toml").write_text(stricter, encoding="utf-8")
    use_measures(app, tmp_path)
    rated()
    found = report(cast)
    use_measures(app, None)
    for version in (1, 100):
        assert told(row(found, "recovered", f"PHQ-9, version {version}")) == (2, 6)


@pytest.mark.parametrize(
    ("first", "last", "better", "expected"),
    [
        ([10, 20] * 5, [20, 30] * 5, Better.HIGHER, Fraction("1.90")),
        ([10, 20] * 5, [20, 30] * 5, Better.LOWER, Fraction("-1.90")),
        ([10, 10] * 5, [20, 30] * 5, Better.HIGHER, None),
        ([10, 20, 30] * 3, [20, 30, 40] * 3, Better.HIGHER, None),
        ([], [], Better.HIGHER, None),
    ],
)
def test_the_effect_size_is_exact_to_two_decimals(
    first: list[int], last: list[int], better: Better, expected: Fraction | None
) -> None:
    assert effect([Fraction(x) for x in first], [Fraction(x) for x in last], better) == expected


def test_the_middle_of_days() -> None:
    assert middle([]) is None
    assert middle([0, 1, 9]) == 1
    assert middle([0, 1]) == Fraction(1, 2)


@pytest.mark.parametrize("name", ["outsider", "administrator"])
def test_nobody_else_reads_a_clinicians_report(cast: Cast, name: str) -> None:
    with pytest.raises(NotPermitted):
        report(cast, name)


def test_a_measure_that_cannot_judge_has_no_categories_and_an_effect_size(cast: Cast) -> None:
    for low in (4, 5, 6) * 4:
        client_id = another(cast)
        for days, mark in ((20, low), (2, 8)):
            rated = {
                ("wellbeing-check", Rater.CLIENT): marks(*[mark] * 4, measure="wellbeing-check")
            }
            both = RatingsEntry({**entry(marks(8, 8, 8, 8)).ratings, **rated})
            with db.transaction() as writing:
                day = SessionDetails(ago(days))
                sessions.log_session(writing, cast.clinician, client_id, day, both, now=clock.now())
    found = [line for line in report(cast).rows if line.part is ReportPart.OUTCOMES]
    assert [(line.key, line.value) for line in found] == [("effect", Fraction("3.52"))]


def test_few_have_categories_and_no_effect_size(cast: Cast) -> None:
    client_id = another(cast, "session-check", "phq-9")
    phq(cast, client_id, ago(20), 15)
    once = another(cast, "session-check", "phq-9")
    phq(cast, once, ago(20), 15)
    phq(cast, client_id, ago(2), 9)
    found = [line.key for line in report(cast).rows if line.part is ReportPart.OUTCOMES]
    assert "recovered" in found
    assert "effect" not in found


def test_who_has_a_session_ahead_or_came_since_has_not_stopped(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, ago(40), status=Status.MISSED)
    assert told(row(report(cast), "stopped")) == (1, 1)
    with db.transaction() as writing:
        ahead = Plan(today() + timedelta(days=3))
        schedule.schedule(writing, cast.clinician, cast.client_id, ahead, now=clock.now())
    assert told(row(report(cast), "stopped")) == (0, 1)


def test_a_client_has_stopped_four_weeks_after_the_session_that_did_not_take_place(
    cast: Cast,
) -> None:
    log(cast.clinician, cast.client_id, ago(28), status=Status.MISSED)
    log(cast.clinician, another(cast), ago(27), status=Status.MISSED)
    assert told(row(report(cast), "stopped")) == (1, 2)


def test_a_file_is_safe_to_open(tmp_path: object) -> None:
    rows = [["=1+1", "a", 3, None], ["@SUM(A1)", "\t=x", -4, ""]]
    text = exports.as_file(("One", "Two", "n", "of"), rows, FileFormat.CSV).decode("utf-8-sig")
    assert list(csv.reader(io.StringIO(text)))[1][:2] == ["'=1+1", "a"]
    book = exports.as_file(("One", "Two", "n", "of"), rows, FileFormat.XLSX)
    sheet = zipfile.ZipFile(io.BytesIO(book)).read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in sheet
    assert "<v>3</v>" in sheet


def test_an_export_needs_a_reason_and_is_noted(cast: Cast) -> None:
    with pytest.raises(Incomplete), db.transaction() as writing:
        exports.note_export(
            writing, cast.clinician, "report", " ", kind=FileFormat.CSV, lines=1, now=clock.now()
        )
    with db.transaction() as writing:
        exports.note_export(
            writing,
            cast.clinician,
            "report",
            "For the yearly meeting",
            kind=FileFormat.XLSX,
            lines=12,
            file=b"x",
            now=clock.now(),
        )
    with db.reading() as reading:
        made = reading.scalars(select(Export)).one()
        last = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
    assert (made.reason, made.lines, len(made.file_hash)) == ("For the yearly meeting", 12, 64)
    assert last
    assert (last.event, last.detail) == ("report.exported", {"format": "xlsx", "lines": 12})


def test_the_number_of_queries_does_not_grow(app: Flask, cast: Cast) -> None:
    drop(cast, cast.client_id, 2)
    with queries(app) as few:
        report(cast)
    for _ in range(3):
        drop(cast, another(cast), 2)
    with queries(app) as many:
        report(cast)
    assert len(many) == len(few)
