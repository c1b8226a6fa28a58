"""The report of the practice: nothing small is told, nor can it be worked out from what is."""

from datetime import UTC, date, datetime, timedelta
from fractions import Fraction

import pytest
from sqlalchemy import select

from tests.conftest import Cast, log, weeks
from tests.services.reporting import of_practice, phq, rate, row, today, told
from tests.services.supervision.test_questions import another
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.errors import NotPermitted
from tracker.domain.supervision.reports import ReportPart
from tracker.domain.supervision.small_cells import LEAST
from tracker.models import AuditEntry, RoleRow, User
from tracker.services.care import flag_answers
from tracker.services.care.flag_answers import Reply
from tracker.services.record import records
from tracker.services.reports import practice_reports


@pytest.mark.parametrize("name", ["clinician", "supervisor", "outsider"])
def test_only_administrators_read_that_of_the_practice(cast: Cast, name: str) -> None:
    found = of_practice(cast)
    with pytest.raises(NotPermitted), db.reading() as reading:
        practice_reports.practice_report(reading, cast.named(name), None, now=clock.now())
    with pytest.raises(NotPermitted), db.transaction() as writing:
        practice_reports.keep_report(writing, cast.named(name), found, now=clock.now())


QUARTER = date(2026, 2, 1)


def test_the_practice_hides_what_is_few(cast: Cast) -> None:
    for _ in range(3):
        log(cast.clinician, another(cast), weeks(1), 8, 8, 8, 8)
    few = of_practice(cast, QUARTER)
    assert (few.since, few.until) == (date(2026, 1, 1), date(2026, 3, 31))
    assert all(line.n.count is None or line.n.count == 0 for line in few.rows)
    for week in range(4):
        log(cast.outsider, cast.other_client_id, weeks(week), 8, 8, 8, 8)
    assert told(row(of_practice(cast, QUARTER), "rated")) == (None, None), "seven, of four clients"
    log(cast.clinician, another(cast), weeks(1), 8, 8, 8, 8)
    many = of_practice(cast, QUARTER)
    assert told(row(many, "rated")) == (8, 8)
    assert told(row(many, "clients")) == (5, None)


def test_who_treats_and_administers_cannot_take_their_own_off(cast: Cast) -> None:
    """Six clients of the clinician and two of the outsider: who knows the six would know of the two."""
    for _ in range(6):
        log(cast.clinician, another(cast), weeks(1), 8, 8, 8, 8)
    log(cast.outsider, cast.other_client_id, weeks(1), 8, 8, 8, 8)
    assert told(row(of_practice(cast, QUARTER), "clients")) == (7, None)
    with db.transaction() as writing:
        roles = {role.name: role for role in writing.scalars(select(RoleRow))}
        supervisor = writing.get_one(User, cast.supervisor.id)
        supervisor.roles = [*supervisor.roles, roles["administrator"]]
    assert told(row(of_practice(cast, QUARTER), "clients")) == (None, None)


def test_a_report_stands_as_it_was_told_first(cast: Cast) -> None:
    """Held against itself a day later it would tell what one client did meanwhile."""
    now = clock.now()
    assert not practice_reports.is_to_be_kept(of_practice(cast, QUARTER)), "nothing is told"
    for _ in range(5):
        log(cast.clinician, another(cast), weeks(1), 8, 8, 8, 8)
    first = of_practice(cast, QUARTER)
    assert (first.made, practice_reports.is_to_be_kept(first)) == (None, True)
    log(cast.clinician, another(cast), weeks(2), 8, 8, 8, 8)
    other = of_practice(cast, QUARTER)
    assert other.rows != first.rows
    with db.transaction() as writing:
        for found in (first, other):  # the second comes too late
            practice_reports.keep_report(writing, cast.administrator, found, now=now)
    again = of_practice(cast, QUARTER)
    assert (again.rows, again.made) == (first.rows, now.date())
    assert not practice_reports.is_to_be_kept(again)
    with db.reading() as reading:
        events = list(reading.scalars(select(AuditEntry.event)))
        assert events.count("report.kept") == 1


def test_a_quarter_is_ready_four_weeks_after_its_end(cast: Cast) -> None:
    for day, first in ((28, date(2025, 10, 1)), (29, date(2026, 1, 1))):
        with db.reading() as reading:
            now = datetime(2026, 4, day, 12, tzinfo=UTC)
            found = practice_reports.practice_report(reading, cast.administrator, None, now=now)
        assert found.since == first


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


def dropped(cast: Cast, said: Answer | None = None) -> None:
    """A client of the clinician whose bond fell by three in the third session, and what was answered."""
    client_id = another(cast)
    for week, bond in enumerate((8, 8, 5)):
        log(cast.clinician, client_id, weeks(week), bond, 8, 8, 8)
    if said is None:
        return
    with db.reading() as reading:
        found = records.record(reading, cast.clinician, client_id, now=clock.now())
    (flag,) = [f for f in found.flags if f.finding.falls]
    with db.transaction() as writing:
        flag_answers.answer_flag(
            writing, cast.clinician, flag.flag.id, Reply(said), now=clock.now()
        )


def test_the_practice_is_told_what_became_of_drops_where_these_are_enough(cast: Cast) -> None:
    for said in [Answer.EXPLAINED] * 7 + [None] * 5:
        dropped(cast, said)
    found = of_practice(cast, QUARTER)
    assert told(row(found, "kind", "drop")) == (12, None)
    assert told(row(found, "strength", "2")) == (12, None)
    assert told(row(found, "in_session")) == (7, 12)
    assert told(row(found, "burden")) == (7, 7)
    assert row(found, "days").value is not None
    assert row(found, "days").n.hidden
    assert row(found, "per_100").value == Fraction(1200, 36)


def test_the_few_who_answered_after_the_session_cannot_be_worked_out(cast: Cast) -> None:
    for said in [Answer.EXPLAINED] * 6 + [Answer.NEXT_SESSION] * 3 + [None] * 8:
        dropped(cast, said)
    found = of_practice(cast, QUARTER)
    assert told(row(found, "in_session")) == (6, 17)
    assert told(row(found, "burden")) == (None, None)
    for _ in range(2):
        dropped(cast, Answer.NEXT_SESSION)
    found = of_practice(cast, QUARTER)
    assert told(row(found, "in_session")) == (6, 19)
    assert told(row(found, "burden"))[1] == 11


def test_an_outcome_that_few_lack_is_not_told_of_the_practice(cast: Cast) -> None:
    def made(*measures: str) -> None:
        client_id = another(cast, *measures)
        for week, total in enumerate((15, 9)):
            if "phq-9" in measures:
                phq(cast, client_id, weeks(week), total)
            else:
                log(cast.clinician, client_id, weeks(week), 8, 8, 8, 8)

    for _ in range(6):
        made("session-check", "phq-9")
    assert told(row(of_practice(cast, QUARTER), "recovered", "PHQ-9")) == (6, 6)
    assert told(row(of_practice(cast, QUARTER), "unpublished")) == (0, 6)
    made("session-check")
    told_of = {line.part for line in of_practice(cast, QUARTER).rows}
    assert ReportPart.OUTCOMES not in told_of
    for _ in range(4):
        made("session-check")
    assert told(row(of_practice(cast, QUARTER), "recovered", "PHQ-9")) == (6, 6)


def test_the_few_whose_outcome_no_published_change_judges_are_not_told(cast: Cast) -> None:
    def made(measure: str, count: int) -> None:
        for _ in range(count):
            client_id = another(cast, "session-check", measure)
            for week, total in enumerate((25, 12)):
                rate(cast, client_id, weeks(week), measure, total)

    made("phq-9", 6)
    made("k10", 2)
    assert "unpublished" not in {line.key for line in of_practice(cast, QUARTER).rows}
    made("k10", 3)
    assert told(row(of_practice(cast, QUARTER), "unpublished")) == (5, 11)


def test_a_quarter_that_is_not_over_is_not_reported(cast: Cast) -> None:
    assert of_practice(cast, today() + timedelta(days=400)).since == of_practice(cast).since
    assert of_practice(cast, today()).until == of_practice(cast).until < today()
    assert of_practice(cast, date(2020, 5, 5)).since == date(2020, 4, 1)
