"""Sessions scheduled ahead, on both databases: put down, logged, moved, cancelled, missed, taken off."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.conftest import Cast, log
from tests.services.recording import record
from tracker import clock, db
from tracker.domain.care.caseload import Need
from tracker.domain.course.schedule import Became, Plan
from tracker.domain.course.sessions import Status
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import FlagKind
from tracker.models import TherapySession
from tracker.services.care import schedule
from tracker.services.office import practice
from tracker.services.record import reaching, session_views
from tracker.services.supervision.caseload import CaseloadRow, caseload

DAY = timedelta(days=1)


def today() -> date:
    with db.reading() as reading:
        return practice.today(reading, clock.now())


def put(cast: Cast, first: date, count: int = 1, who: Actor | None = None) -> list[UUID]:
    with db.transaction() as writing:
        made = schedule.schedule(
            writing,
            who or cast.clinician,
            cast.client_id,
            Plan(first, count),
            now=clock.now(),
        )
        return [session.id for session in made]


def settle(
    cast: Cast,
    session_id: UUID,
    became: Became,
    moved_to: date | None = None,
    seen: int = 1,
    who: Actor | None = None,
) -> None:
    with db.transaction() as writing:
        schedule.settle(
            writing,
            who or cast.clinician,
            session_id,
            became,
            moved_to=moved_to,
            seen=seen,
            now=clock.now(),
        )


def backdate(session_id: UUID, day: date) -> None:
    """As if it had been scheduled earlier, for a day that is over."""
    with db.transaction() as writing:
        writing.get_one(TherapySession, session_id).held_on = day


def row(cast: Cast) -> CaseloadRow:
    with db.reading() as reading:
        found = caseload(reading, cast.clinician, cast.clinician.id, now=clock.now())
    return found.rows[0]


def test_what_is_scheduled_has_no_number_and_is_no_session_yet(cast: Cast) -> None:
    ids = put(cast, today() + DAY, 3)
    course = record(cast).course
    assert [session.id for session in course.scheduled] == ids
    assert course.slots == ()
    assert [s.held_on for s in course.scheduled] == [today() + DAY * n for n in (1, 8, 15)]
    assert row(cast).need is Need.NONE


def test_logging_the_session_of_that_day_takes_the_place_of_what_was_scheduled(cast: Cast) -> None:
    (ahead,) = put(cast, today())
    assert row(cast).need is Need.TODAY
    assert log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8) == ahead
    course = record(cast).course
    assert [(s.session_id, s.status) for s in course.slots] == [(ahead, Status.ATTENDED)]
    assert course.scheduled == ()
    with pytest.raises(Incomplete, match="already a session on this day"):
        log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8)
    again = log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8, another_that_day=True)
    assert again != ahead


def test_one_whose_day_is_over_is_asked_about_until_someone_says(cast: Cast) -> None:
    (late,) = put(cast, today())
    backdate(late, today() - DAY)
    found = row(cast)
    assert (found.need, found.overdue) == (Need.COME_BACK, today() - DAY)
    settle(cast, late, Became.CANCELLED_BY_CLIENT)
    assert (row(cast).need, row(cast).overdue) == (Need.NONE, None)
    assert [s.status for s in record(cast).course.slots] == [Status.CANCELLED_BY_CLIENT]


def test_one_can_be_moved_and_both_days_stay_readable(cast: Cast) -> None:
    (ahead,) = put(cast, today() + DAY)
    settle(cast, ahead, Became.MOVED, today() + 2 * DAY)
    (session,) = record(cast).course.scheduled
    assert (session.held_on, session.version) == (today() + 2 * DAY, 2)
    with db.reading() as reading:
        (change,) = session_views.changes_of(reading, ahead)
    assert (change.field, change.old, change.new) == (
        "held_on",
        str(today() + DAY),
        str(today() + 2 * DAY),
    )


def test_one_entered_by_mistake_is_taken_off_and_leaves_no_session(cast: Cast) -> None:
    (ahead,) = put(cast, today() + DAY)
    settle(cast, ahead, Became.MISTAKE)
    course = record(cast).course
    assert (course.scheduled, course.slots) == ((), ())
    with pytest.raises(NotPermitted):
        settle(cast, ahead, Became.MISTAKE, seen=2)
    assert put(cast, today() + DAY)  # its day is free again


def test_a_missed_one_raises_its_flag_and_not_before_its_day(cast: Cast) -> None:
    (ahead,) = put(cast, today() + DAY)
    with pytest.raises(Incomplete, match="not come yet"):
        settle(cast, ahead, Became.MISSED)
    backdate(ahead, today())
    settle(cast, ahead, Became.MISSED)
    (flag,) = record(cast).flags
    assert (flag.finding.kind, flag.slot.session_id) == (FlagKind.MISSED, ahead)


@pytest.mark.parametrize(
    ("to", "message"),
    [
        (None, "Enter the day"),
        (-1, "today or a day to come"),
        (8, "a session on that day already"),
        (400, "twelve months"),
    ],
)
def test_where_one_cannot_be_moved_to(cast: Cast, to: int | None, message: str) -> None:
    first, _ = put(cast, today() + DAY, 2)
    with pytest.raises(Incomplete, match=message):
        settle(cast, first, Became.MOVED, None if to is None else today() + to * DAY)
    assert record(cast).course.scheduled[0].held_on == today() + DAY


def test_a_day_that_has_a_session_cannot_be_scheduled_again(cast: Cast) -> None:
    put(cast, today() + DAY)
    with pytest.raises(Incomplete, match="already"):
        put(cast, today() + DAY)


def test_a_stale_page_changes_nothing(cast: Cast) -> None:
    (ahead,) = put(cast, today() + DAY)
    with pytest.raises(Stale):
        settle(cast, ahead, Became.CANCELLED_BY_CLINIC, seen=7)
    assert len(record(cast).course.scheduled) == 1


def test_nobody_else_schedules_or_settles(cast: Cast) -> None:
    (ahead,) = put(cast, today() + DAY)
    for who in (cast.outsider, cast.supervisor, cast.administrator):
        with pytest.raises(NotPermitted):
            put(cast, today() + 2 * DAY, who=who)
        with pytest.raises(NotPermitted):
            settle(cast, ahead, Became.MISTAKE, who=who)
        with pytest.raises(NotPermitted), db.reading() as reading:
            schedule.client_of(reading, who, ahead, now=clock.now())
    absent = cast.client_id
    with pytest.raises(NotPermitted):
        settle(cast, absent, Became.MISTAKE)
    with pytest.raises(NotPermitted), db.reading() as reading:
        schedule.client_of(reading, cast.clinician, absent, now=clock.now())


def test_what_is_only_scheduled_has_no_session_page_and_no_correction(cast: Cast) -> None:
    (ahead,) = put(cast, today())
    with pytest.raises(NotPermitted), db.reading() as reading:
        reaching.session_for(
            reading,
            cast.clinician,
            ahead,
            Permission.READ_RECORD,
            now=clock.now(),
        )
