"""The client's own ratings over time."""

from fractions import Fraction

from tests.conftest import Cast, entry, log, marks, weeks
from tests.services.handing import HIGH, OWN, answer, handed, send, session_today, state
from tracker import clock, db
from tracker.domain.course.handover import Way
from tracker.domain.course.sessions import Status
from tracker.domain.measures.entries import TOTAL
from tracker.models import Client
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.handover import answering, handovers
from tracker.services.office import practice
from tracker.services.record import own_ratings
from tracker.services.record.course import course
from tracker.services.record.own_ratings import Marked
from tracker.services.record.ratings import RatingsEntry


def own(cast: Cast) -> list[Marked]:
    with db.reading() as reading:
        client = reading.get_one(Client, cast.client_id)
        return own_ratings.own_ratings(client, course(reading, client.id))


def test_every_question_with_a_mark_and_the_therapists_beside_it(cast: Cast) -> None:
    assert own(cast) == []
    log(cast.clinician, cast.client_id, weeks(0), 8, None, 7, 6)
    with db.transaction() as writing:
        both = entry(marks(5, None, 7, 6), marks(9, 9, 9, 9))
        sessions.log_session(
            writing, cast.clinician, cast.client_id, SessionDetails(weeks(1)), both, now=clock.now()
        )
    found = {each.key: each for each in own(cast)}
    assert set(found) == {"bond", "tasks", "overall"}
    assert found["bond"].values == (8, 5)
    assert found["bond"].beside == (None, 9)
    assert found["bond"].days == (weeks(0), weeks(1))


def test_all_questions_together_come_first_and_a_missed_session_keeps_its_place(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with db.transaction() as writing:
        nobody = SessionDetails(weeks(1), status=Status.MISSED)
        nothing = RatingsEntry({})
        sessions.log_session(
            writing, cast.clinician, cast.client_id, nobody, nothing, now=clock.now()
        )
    log(cast.clinician, cast.client_id, weeks(2), 6, 7, 8, 8)
    first, *others = own(cast)
    assert (first.name, [each.key for each in others]) == ("session-check.total", list(HIGH))
    assert first.values == (8, None, Fraction("7.25"))
    assert [slot.number for slot in first.slots] == [1, 2, 3]


def test_the_days_are_said_on_which_a_question_got_other_words(cast: Cast) -> None:
    for version, week in ((1, 0), (1, 1), (2, 2), (2, 3)):
        with db.transaction() as writing:
            (row, *_) = writing.get_one(Client, cast.client_id).measures
            row.measure_version = version
        log(cast.clinician, cast.client_id, weeks(week), 8, 8, 8, 8)
    assert {each.key: each.reworded for each in own(cast)} == dict.fromkeys(
        [TOTAL, *HIGH], (weeks(2),)
    )


def test_a_client_sees_them_where_the_practice_shows_them_after_rating_on_a_phone(
    cast: Cast,
) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    with db.transaction() as writing:
        assert handovers.open_by(writing, handovers.shown_of(writing, row).code, now=clock.now())
    answer(row, HIGH)
    send(row)
    with db.reading() as reading:
        assert not own_ratings.may_look(reading, state(row))
    with db.transaction() as writing:
        wanted = practice.PracticeSettings(own_ratings_shown=True)
        practice.change_practice(writing, None, wanted, now=clock.now())
    with db.reading() as reading:
        assert own_ratings.may_look(reading, state(row))
        found = own_ratings.of_handover(reading, state(row))
    assert {each.key for each in found} == {TOTAL, *HIGH}
    assert {each.measure.key for each in found} == {OWN}


def test_not_on_the_tablet_that_staff_take_back_and_not_without_an_answer(cast: Cast) -> None:
    with db.transaction() as writing:
        wanted = practice.PracticeSettings(own_ratings_shown=True)
        practice.change_practice(writing, None, wanted, now=clock.now())
    row = handed(cast.clinician, session_today(cast))
    answer(row, HIGH)
    send(row)
    other = handed(cast.clinician, state(row).session_id, "wellbeing-check", way=Way.CODE)
    with db.transaction() as writing:
        assert handovers.open_by(writing, handovers.shown_of(writing, other).code, now=clock.now())
        answering.decline(writing, other.id, now=clock.now())
    with db.reading() as reading:
        assert not own_ratings.may_look(reading, state(row))
        assert not own_ratings.may_look(reading, state(other))
