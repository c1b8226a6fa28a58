"""Where a usual range begins anew, on both databases: said with a reason, taken back, and never overwritten."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from tests.conftest import Cast, log, weeks
from tests.services.recording import record
from tracker import clock, db
from tracker.domain.course.sessions import NoRating
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.people.access import Actor
from tracker.models import AuditEntry, UsualRangeStart
from tracker.services.care import usual_range
from tracker.services.care.usual_range import RangeStart

KEY = "session-check"


@pytest.fixture
def sessions(cast: Cast) -> list[UUID]:
    """Eight sessions of the clinician's client, the third without a rating."""
    unrated = log(cast.clinician, cast.client_id, weeks(2), no_rating=NoRating.NOT_ASKED)
    rated = [
        log(cast.clinician, cast.client_id, weeks(n), 8, 8, 7 + n % 2, 8)
        for n in range(8)
        if n != 2
    ]
    return [*rated[:2], unrated, *rated[2:]]


def set_start(
    cast: Cast,
    session_id: UUID | None,
    *,
    begins: bool = True,
    reason: str = "Another focus",
    key: str = KEY,
    who: Actor | None = None,
) -> None:
    with db.transaction() as writing:
        usual_range.set_start(
            writing,
            who or cast.clinician,
            cast.client_id,
            key,
            RangeStart(session_id, begins, reason),
            now=clock.now(),
        )


def begun(cast: Cast) -> frozenset[int]:
    return record(cast).anew.get(KEY, frozenset())


def said(cast: Cast) -> list[tuple[int, bool, str, str]]:
    with db.reading() as reading:
        found = usual_range.history(reading, cast.client_id, record(cast).course, KEY)
        return [(s.slot.number, s.row.begins, s.row.reason, s.who) for s in found]


def test_a_range_begins_anew_and_is_taken_back_and_all_of_it_stays(
    cast: Cast, sessions: list[UUID]
) -> None:
    assert begun(cast) == frozenset()
    set_start(cast, sessions[4])
    set_start(cast, sessions[6], reason="  A new setting ")
    assert begun(cast) == {5, 7}
    set_start(cast, sessions[4], begins=False, reason="Too early")
    assert begun(cast) == {7}
    set_start(cast, sessions[4], reason="After all")
    assert begun(cast) == {5, 7}
    assert said(cast) == [
        (5, True, "After all", "Clinician"),
        (5, False, "Too early", "Clinician"),
        (7, True, "A new setting", "Clinician"),
        (5, True, "Another focus", "Clinician"),
    ]
    with db.reading() as reading:
        rows = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc()).limit(2))
        assert [(row.event, row.detail, row.client_id) for row in rows] == [
            ("usual_range.begun", {"measure": KEY}, cast.client_id),
            ("usual_range.taken_back", {"measure": KEY}, cast.client_id),
        ]


def test_the_session_keeps_its_range_when_another_is_put_before_it(
    cast: Cast, sessions: list[UUID]
) -> None:
    set_start(cast, sessions[4])
    log(cast.clinician, cast.client_id, weeks(0) + timedelta(days=3), 8, 8, 8, 8)
    assert begun(cast) == {6}


@pytest.mark.parametrize(
    ("number", "problem"),
    [(0, "session"), (2, "session"), (None, "session"), (99, "session")],
)
def test_only_a_rated_session_after_the_first_can_be_a_beginning(
    cast: Cast, sessions: list[UUID], number: int | None, problem: str
) -> None:
    chosen = None if number is None else uuid4() if number == 99 else sessions[number]
    with pytest.raises(Incomplete) as refused:
        set_start(cast, chosen)
    assert list(refused.value.problems) == [problem]
    with pytest.raises(Incomplete):
        set_start(cast, sessions[4], begins=False)  # nothing begins there
    assert said(cast) == []


@pytest.mark.parametrize("reason", ["", "   ", "x" * 201])
def test_it_takes_a_reason(cast: Cast, sessions: list[UUID], reason: str) -> None:
    with pytest.raises(Incomplete) as refused:
        set_start(cast, sessions[4], reason=reason)
    assert list(refused.value.problems) == ["reason"]


def test_nobody_else_may_and_no_measure_without_a_range(cast: Cast, sessions: list[UUID]) -> None:
    for who in (cast.supervisor, cast.administrator, cast.outsider):
        with pytest.raises(NotPermitted):
            set_start(cast, sessions[4], who=who)
    for key in ("wellbeing-check", "srs", "nothing"):  # an outcome, not rated, unknown
        with pytest.raises(NotPermitted):
            set_start(cast, sessions[4], key=key)


def test_two_tabs_at_once_make_one_beginning(app: Flask, cast: Cast, sessions: list[UUID]) -> None:
    def press(_: int) -> str:
        with app.app_context():
            try:
                set_start(cast, sessions[4])
            except Incomplete as error:
                return next(iter(error.problems))
            return "set"

    with ThreadPoolExecutor(2) as both:
        assert sorted(both.map(press, range(2))) == ["session", "set"]
    assert len(said(cast)) == 1


def test_a_row_is_written_once(cast: Cast, sessions: list[UUID]) -> None:
    set_start(cast, sessions[4])
    with pytest.raises(DatabaseError, match="written once"), db.transaction() as writing:
        writing.execute(text("UPDATE usual_range_starts SET reason = 'other'"))
    with db.reading() as reading:
        assert reading.scalars(select(UsualRangeStart.reason)).all() == ["Another focus"]
