"""Reports: each count against clients made for it, who reads which, and what the practice's report hides."""

import csv
import io
import zipfile
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy import select

from bench.measuring import queries
from tests.conftest import Cast, entry, log, marks, weeks
from tests.services.test_questions import another
from tracker import clock, db
from tracker.domain.answers import Answer
from tracker.domain.entries import Entered
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.measures import Better, Rater
from tracker.domain.objectives import Endorsed, Window
from tracker.domain.reports import Row, effect, middle
from tracker.domain.sessions import Given, NoRating, Status
from tracker.domain.small_cells import LEAST
from tracker.models import AuditEntry, Export
from tracker.services import exports, flag_answers, objectives, records, reports, sessions
from tracker.services.exports import FileFormat
from tracker.services.flag_answers import Reply
from tracker.services.objectives import Wanted
from tracker.services.ratings import Entry
from tracker.services.reports import Report
from tracker.services.sessions import Details

NEVER = (None, None)


def today() -> date:
    return clock.now().date()


def report(
    cast: Cast, name: str = "clinician", period: tuple[date | None, date | None] | None = None
) -> Report:
    with db.reading() as reading:
        who, days = cast.named(name), period or (today() - timedelta(days=80), today())
        return reports.clinician_report(reading, who, cast.clinician.id, days, now=clock.now())


def of_practice(cast: Cast, day: date | None = None) -> Report:
    with db.reading() as reading:
        return reports.practice_report(reading, cast.administrator, day, now=clock.now())


def row(found: Report, key: str, about: str = "") -> Row:
    (line,) = [each for each in found.rows if (each.key, each.about) == (key, about)]
    return line


def told(line: Row) -> tuple[int | None, int | None]:
    return line.n.count, line.of.count if line.of else None


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def drop(cast: Cast, client_id: UUID, days: int, said: Answer | None = None) -> None:
    """Three sessions, the last of which falls by three, that many days ago; and an answer."""
    for before, bond in ((14, 8), (7, 8), (0, 5)):
        log(cast.clinician, client_id, ago(days + before), bond, 8, 8, 8)
    if said is None:
        return
    with db.reading() as reading:
        flags = records.record(reading, cast.clinician, client_id, now=clock.now()).flags
        fell = next(f for f in flags if f.finding.falls and f.slot.held_on == ago(days))
    with db.transaction() as writing:
        flag_answers.answer_flag(
            writing, cast.clinician, fell.flag.id, Reply(said), now=clock.now()
        )


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
                Details(ago(days)),
                entry(marks(bond, 8, 8, 8), **said),
                now=clock.now(),
            )
    found = report(cast)
    assert told(row(found, "in_session")) == (0, 0)
    assert told(row(found, "after")) == (1, None)


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
        aim = Wanted(Endorsed(3, 3), window, "Three goals")
        objectives.set_objective(writing, cast.clinician, cast.client_id, aim, now=clock.now())
    for days in (58, 50, 44):
        log(cast.clinician, cast.client_id, ago(days), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, ago(35), status=Status.MISSED)
    log(cast.clinician, another(cast), ago(35), status=Status.CANCELLED_BY_CLINIC)
    log(cast.clinician, another(cast), ago(10), status=Status.MISSED)
    found = report(cast)
    assert told(row(found, "met")) == (0, 1)
    assert told(row(found, "stopped")) == (1, 3)


def phq(cast: Cast, client_id: UUID, day: date, total: int) -> None:
    rated = {("phq-9", Rater.CLIENT): Entered(total=Fraction(total))}
    both = Entry({**entry(marks(8, 8, 8, 8)).ratings, **rated})
    with db.transaction() as writing:
        sessions.log_session(
            writing, cast.clinician, client_id, Details(day), both, now=clock.now()
        )


def test_outcomes_by_category_with_an_effect_size(cast: Cast) -> None:
    for first, last in ((18, 4), (16, 15), (14, 20)):
        client_id = another(cast, "session-check", "phq-9")
        phq(cast, client_id, ago(20), first)
        phq(cast, client_id, ago(2), last)
    found = report(cast)
    assert told(row(found, "recovered", "PHQ-9")) == (1, 3)
    assert told(row(found, "unchanged", "PHQ-9")) == (1, 3)
    assert told(row(found, "deteriorated", "PHQ-9")) == (1, 3)
    assert (row(found, "effect", "PHQ-9").value, row(found, "effect", "PHQ-9").n.count) == (
        Fraction("1.5"),
        3,
    )


@pytest.mark.parametrize(
    ("first", "last", "better", "expected"),
    [
        ([10, 20], [20, 30], Better.HIGHER, Fraction("1.41")),
        ([10, 20], [20, 30], Better.LOWER, Fraction("-1.41")),
        ([10, 10], [20, 30], Better.HIGHER, None),
        ([10], [20], Better.HIGHER, None),
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


@pytest.mark.parametrize("name", ["clinician", "supervisor", "outsider"])
def test_only_administrators_read_that_of_the_practice(cast: Cast, name: str) -> None:
    with pytest.raises(NotPermitted), db.reading() as reading:
        reports.practice_report(reading, cast.named(name), None, now=clock.now())


QUARTER = date(2026, 2, 1)


def test_the_practice_hides_what_is_few(cast: Cast) -> None:
    for _ in range(3):
        log(cast.clinician, another(cast), weeks(1), 8, 8, 8, 8)
    few = of_practice(cast, QUARTER)
    assert (few.since, few.until) == (date(2026, 1, 1), date(2026, 3, 31))
    assert all(line.n.count is None or line.n.count == 0 for line in few.rows)
    for week in range(4):
        log(cast.outsider, cast.other_client_id, weeks(week), 8, 8, 8, 8)
    many = of_practice(cast, QUARTER)
    assert told(row(many, "rated")) == (7, 7)
    assert told(row(many, "clients")) == (None, None)


def test_nothing_small_is_told_of_the_practice_nor_can_it_be_worked_out(cast: Cast) -> None:
    """Every count and every difference within a line is none, or at least five."""
    for number in range(9):
        client_id = another(cast, "session-check", "phq-9")
        phq(cast, client_id, weeks(1), 10 + number)
        phq(cast, client_id, weeks(2), 9)
        if number % 2:
            log(cast.clinician, client_id, weeks(3), 3, 8, 8, 8)
    found = of_practice(cast, QUARTER).rows
    for line in found:
        numbers = [line.n.count, line.of.count if line.of else None]
        if None not in numbers:
            numbers.append(numbers[1] - numbers[0])
        for number in numbers:
            assert number in (None, 0) or number >= LEAST, line
    kinds = [line.n.count for line in found if line.key == "kind" and line.n.count is not None]
    (total,) = [line.n.count for line in found if line.key == "all"]
    assert total is None or total - sum(kinds) == 0 or total - sum(kinds) >= LEAST


def test_a_quarter_that_has_not_come_is_this_one(cast: Cast) -> None:
    assert of_practice(cast, today() + timedelta(days=400)).since == of_practice(cast).since
    assert of_practice(cast, date(2020, 5, 5)).since == date(2020, 4, 1)


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
