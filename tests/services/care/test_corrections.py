"""Correcting sessions, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import select, text
from sqlalchemy.exc import DatabaseError

from tests.conftest import Cast, entry, log, marks, new_client, weeks
from tests.services.recording import check_ins, correct, record, stages, version_of
from tracker import clock, db
from tracker.domain.care.answers import Stage
from tracker.domain.course.sessions import NoRating, Setting, Status
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.models import ClientMeasure, FlagFinding, Rating, RuleSetting
from tracker.services.care import corrections, sessions
from tracker.services.care.corrections import CorrectionReason
from tracker.services.care.sessions import SessionDetails
from tracker.services.record import clients, session_views
from tracker.services.record.ratings import RatingsEntry

LOW = marks(5, 8, 8, 8)
KEY = uuid4()


def test_a_therapist_who_rates_first_is_blind(cast: Cast) -> None:
    with db.transaction() as writing:
        session = sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            SessionDetails(weeks(0), no_rating=NoRating.NOT_ASKED),
            entry(therapist=marks(7, 7, 7, 7)),
            now=clock.now(),
        )
    correct(cast, session.id, weeks(0), entry(marks(8, 8, 8, 8), marks(7, 7, 7, 7)))
    with db.reading() as reading:
        found = {rating.rater: rating.blind for rating in reading.scalars(select(Rating))}
    assert found == {"therapist": True, "client": True}


def test_correcting_back_withdraws_and_correcting_again_raises_again(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    second = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    correct(cast, second, weeks(1), entry(marks(8, 8, 8, 8)))
    assert stages(cast) == {2: Stage.WITHDRAWN}
    correct(cast, second, weeks(1), entry(marks(4, 8, 8, 8)))
    (flag,) = check_ins(cast)
    assert (flag.stage, flag.finding.strength, len(flag.earlier)) == (Stage.OPEN, 2, 1)
    with db.reading() as reading:
        assert len(reading.scalars(select(FlagFinding)).all()) == 2


def test_a_correction_looks_again_at_every_later_rating(cast: Cast) -> None:
    first = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 7, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(2), 7, 5, 8, 8)
    assert stages(cast) == {3: Stage.OPEN}
    correct(cast, first, weeks(0), entry(marks(10, 8, 8, 8)))
    assert stages(cast) == {2: Stage.OPEN, 3: Stage.OPEN}
    correct(cast, first, weeks(0), entry(marks(8, 8, 8, 8)))
    assert stages(cast) == {2: Stage.WITHDRAWN, 3: Stage.OPEN}


def test_a_correction_that_changes_no_finding_adds_none(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    second = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(2), 5, 8, 8, 8)
    correct(cast, second, weeks(1), entry(LOW), note="spoken")
    (flag,) = check_ins(cast)
    assert not flag.earlier


def test_the_order_of_entry_does_not_matter(cast: Cast) -> None:
    course = [(8, 8, 8, 8), (5, 8, 8, 8), (8, 8, 8, 8), (8, 8, 5, 8)]
    with db.transaction() as writing:
        other = clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
    for week in (0, 1, 2, 3):
        log(cast.clinician, cast.client_id, weeks(week), *course[week])
    for week in (3, 1, 0, 2):
        log(cast.clinician, other.id, weeks(week), *course[week])
    one, two = (
        [
            (f.slot.number, f.stage, f.finding.strength, [x.key for x in f.finding.falls])
            for f in check_ins(cast, c)
        ]
        for c in (cast.client_id, other.id)
    )
    assert one == two != []


def test_a_back_dated_session_changes_the_findings_after_it(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(2), 8, 6, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 6, 7, 8, 8)
    assert stages(cast) == {2: Stage.OPEN, 3: Stage.WITHDRAWN}


def test_moving_a_session_to_another_day_looks_at_the_course_again(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(1), 8, 8, 8, 8)
    second = log(cast.clinician, cast.client_id, weeks(2), 5, 8, 8, 8)
    correct(cast, second, weeks(0), entry(LOW))
    assert list(stages(cast).values()) == [Stage.WITHDRAWN]
    shown = record(cast)
    assert shown.course.slots[0].session_id == second
    with db.reading() as reading:
        (change,) = session_views.changes_of(reading, second)
    assert (change.field, change.old, change.new) == ("held_on", str(weeks(2)), str(weeks(0)))


def test_details_are_corrected_and_the_old_ones_stay(cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8, minutes_late=5)
    correct(
        cast,
        session_id,
        weeks(0),
        entry(marks(8, 8, 8, 8)),
        minutes_late=None,
        note="n",
        setting=Setting.PHONE,
    )
    with db.reading() as reading:
        view = session_views.session_view(reading, cast.clinician, session_id, now=clock.now())
    assert (view.session.minutes_late, view.session.note, view.session.version) == (None, "n", 2)
    assert {(c.field, c.old, c.new) for c in view.changes} == {
        ("minutes_late", "5", ""),
        ("note", "", "n"),
        ("setting", "in_person", "phone"),
    }
    correct(cast, session_id, weeks(0), entry(marks(8, 8, 8, 8)), minutes_late=7)


def test_a_rating_can_be_taken_back_with_the_attendance(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    second = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    taken_back = RatingsEntry({("session-check", Rater.CLIENT): Entered()})
    correct(cast, second, weeks(1), taken_back, status=Status.MISSED)
    assert stages(cast) == {2: Stage.WITHDRAWN}
    assert record(cast).points_on(second) == []


def test_a_correction_needs_a_reason_and_a_change(cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with pytest.raises(Incomplete) as caught:
        correct(cast, session_id, weeks(0), entry(marks(7, 8, 8, 8)), reason=" ")
    assert list(caught.value.problems) == ["reason"]
    with pytest.raises(Incomplete) as caught:
        correct(cast, session_id, weeks(0), entry(marks(8, 8, 8, 8)))
    assert "Nothing was changed" in caught.value.problems["reason"]
    log(cast.clinician, cast.client_id, weeks(1), 8, 8, 8, 8)
    with pytest.raises(Incomplete) as caught:
        correct(cast, session_id, weeks(1), entry(marks(8, 8, 8, 8)))
    assert "another_that_day" in caught.value.problems


def test_old_values_cannot_be_changed_even_past_the_services(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with pytest.raises(DatabaseError, match="written once"), db.transaction() as writing:
        writing.execute(text("UPDATE ratings SET total = 3"))


def test_a_practices_threshold_counts_from_when_it_was_set(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    early, later = datetime(2026, 2, 1, tzinfo=UTC), datetime(2026, 3, 1, tzinfo=UTC)
    second = log(cast.clinician, cast.client_id, weeks(1), 6, 8, 8, 8, now=early)
    with db.transaction() as writing:
        setting = RuleSetting(
            id=uuid4(),
            measure_key="session-check",
            points="3",
            reason="fewer",
            set_at=datetime(2026, 2, 15, tzinfo=UTC),
            set_by_id=cast.administrator.id,
        )
        writing.add(setting)
    log(cast.clinician, cast.client_id, weeks(2), 8, 8, 8, 8, now=later)
    log(cast.clinician, cast.client_id, weeks(3), 6, 8, 8, 8, now=later + timedelta(days=1))
    log(cast.clinician, cast.client_id, weeks(4), 6, 5, 8, 8, now=later + timedelta(days=2))
    assert stages(cast) == {2: Stage.OPEN, 5: Stage.OPEN}
    correct(cast, second, weeks(1), entry(marks(6, 7, 8, 8)))
    assert stages(cast)[2] is Stage.OPEN


@pytest.mark.parametrize("who", ["supervisor", "administrator", "outsider"])
def test_nobody_else_logs_or_corrects(cast: Cast, who: str) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    other = cast.named(who)
    with pytest.raises(NotPermitted):
        log(other, cast.client_id, weeks(1), 8, 8, 8, 8)
    with pytest.raises(NotPermitted), db.transaction() as writing:
        corrections.correct_session(
            writing,
            other,
            session_id,
            SessionDetails(weeks(0)),
            entry(LOW),
            CorrectionReason("why", 1),
            now=clock.now(),
        )
    with pytest.raises(NotPermitted), db.transaction() as writing:
        corrections.correct_session(
            writing,
            cast.clinician,
            uuid4(),
            SessionDetails(weeks(0)),
            entry(LOW),
            CorrectionReason("why", 1),
            now=clock.now(),
        )


def test_of_two_corrections_at_once_the_second_is_told(app: Flask, cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    outcomes: list[str] = []

    def one(day: int) -> None:
        with app.app_context():
            try:
                correct(cast, session_id, weeks(day), entry(marks(day, 8, 8, 8)), version=1)
                outcomes.append("stored")
            except Stale:
                outcomes.append("told")

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(one, (1, 2)))
    assert sorted(outcomes) == ["stored", "told"]
    assert version_of(session_id) == 2
    with db.reading() as reading:
        assert len(session_views.changes_of(reading, session_id)) == 1


def test_a_session_with_a_rating_of_a_measure_no_longer_in_use_took_place(cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with db.transaction() as writing:
        row = writing.get(ClientMeasure, (cast.client_id, "session-check"))
        writing.delete(row)
    with pytest.raises(Incomplete) as caught:
        correct(cast, session_id, weeks(0), RatingsEntry(), status=Status.MISSED)
    assert "no longer in use" in caught.value.problems["status"]
