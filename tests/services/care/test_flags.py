"""Answering check-ins, and reading them, on both databases."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from threading import Barrier
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import text

from tests.conftest import Cast, entry, log, marks, weeks
from tracker import clock, db
from tracker.domain.care.answers import Addressed, Answer, Move, Rupture, Stage
from tracker.domain.course.sessions import Given
from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Permission
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.models import TherapySession
from tracker.services.care import corrections, flag_answers, sessions
from tracker.services.care.corrections import CorrectionReason
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.office.practice import practice
from tracker.services.record import records
from tracker.services.record.flag_views import FlagView
from tracker.services.record.ratings import RatingsEntry
from tracker.services.record.reaching import flag_for

NOW = datetime(2026, 1, 12, 15, tzinfo=UTC)


@pytest.fixture
def flag_id(cast: Cast) -> UUID:
    """An open check-in of the session on 12 January 2026."""
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8, now=NOW)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8, now=NOW)
    return only(cast).flag.id


def only(cast: Cast) -> FlagView:
    with db.reading() as reading:
        found = records.record(reading, cast.clinician, cast.client_id, now=clock.now()).flags
    (view,) = (flag for flag in found if flag.tier is Tier.CHECK_IN)
    return view


def answer(cast: Cast, flag_id: UUID, reply: Reply, now: datetime = NOW) -> None:
    with db.transaction() as writing:
        flag_answers.answer_flag(writing, cast.clinician, flag_id, reply, now=now)


def test_an_answer_is_kept_with_what_was_done_and_when_it_was_talked_about(
    cast: Cast, flag_id: UUID
) -> None:
    moves = (Move.ASKED_DIFFERENT, Move.OWNED_PART)
    answer(cast, flag_id, Reply(Answer.TALKED, moves, Rupture.WITHDRAWAL, " we spoke "))
    view = only(cast)
    (stored,) = view.answers
    assert (view.stage, view.addressed, view.needs_answer) == (
        Stage.ADDRESSED,
        Addressed.YES,
        False,
    )
    assert (stored.moves, stored.rupture, stored.note) == (
        ["asked_different", "owned_part"],
        "withdrawal",
        "we spoke",
    )
    assert stored.talked_on is None  # in the session
    assert view.last_answer is stored


def test_a_later_answer_stands_beside_the_earlier_one(cast: Cast, flag_id: UUID) -> None:
    answer(cast, flag_id, Reply(Answer.NEXT_SESSION))
    assert only(cast).stage is Stage.PLANNED
    answer(cast, flag_id, Reply(Answer.TALKED, talked_on=weeks(2)), NOW + timedelta(weeks=1))
    view = only(cast)
    assert [a.answer for a in view.answers] == ["next_session", "talked"]
    assert (view.stage, view.addressed) == (Stage.ADDRESSED, Addressed.LATER)


def test_what_is_claimed_on_a_later_day_is_recorded_later(cast: Cast, flag_id: UUID) -> None:
    answer(cast, flag_id, Reply(Answer.TALKED), NOW + timedelta(days=1))
    assert only(cast).addressed is Addressed.RECORDED_LATER


def test_the_day_is_that_of_the_practice(cast: Cast, flag_id: UUID) -> None:
    with db.transaction() as writing:
        practice(writing).time_zone = "Pacific/Auckland"
    answer(cast, flag_id, Reply(Answer.TALKED), NOW)  # already the next day there
    assert only(cast).addressed is Addressed.RECORDED_LATER


def test_moves_belong_to_a_conversation_only(cast: Cast, flag_id: UUID) -> None:
    answer(cast, flag_id, Reply(Answer.NOT_TODAY, (Move.INVITED_VIEW,), talked_on=weeks(1)))
    (stored,) = only(cast).answers
    assert (stored.moves, stored.talked_on) == ([], None)


@pytest.mark.parametrize(
    ("reply", "field"),
    [
        (Reply(None), "answer"),
        (Reply(Answer.TALKED, note="x" * 301), "note"),
        (Reply(Answer.TALKED, talked_on=weeks(0)), "talked_on"),
        (Reply(Answer.TALKED, talked_on=weeks(2)), "talked_on"),
    ],
)
def test_an_answer_that_cannot_be_is_refused(
    cast: Cast, flag_id: UUID, reply: Reply, field: str
) -> None:
    with pytest.raises(Incomplete) as caught:
        answer(cast, flag_id, reply)
    assert list(caught.value.problems) == [field]
    assert only(cast).answers == ()


def test_a_withdrawn_check_in_keeps_its_answer_and_takes_no_other(
    cast: Cast, flag_id: UUID
) -> None:
    answer(cast, flag_id, Reply(Answer.ENTERED_WRONGLY))
    assert only(cast).needs_answer
    with db.transaction() as writing:
        corrections.correct_session(
            writing,
            cast.clinician,
            only(cast).slot.session_id,
            SessionDetails(weeks(1)),
            entry(marks(8, 8, 8, 8)),
            CorrectionReason("slip", 1),
            now=NOW,
        )
    view = only(cast)
    assert (view.stage, len(view.answers)) == (Stage.WITHDRAWN, 1)
    with pytest.raises(NotNow, match="withdrawn"):
        answer(cast, flag_id, Reply(Answer.TALKED))


def test_a_rating_given_after_the_session_is_counted_apart(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8, now=NOW)
    with db.transaction() as writing:
        sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            SessionDetails(weeks(1)),
            entry(marks(5, 8, 8, 8), given=Given.AFTER_SESSION),
            now=NOW,
        )
    assert only(cast).addressed is Addressed.RATED_AFTER


def test_the_wish_to_talk_is_a_check_in(cast: Cast) -> None:
    held = Entered(marks(8, 8, 8, 8).values, held_back=1)
    with db.transaction() as writing:
        sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            SessionDetails(weeks(0)),
            RatingsEntry({("session-check", Rater.CLIENT): held}),
            now=NOW,
        )
    view = only(cast)
    assert (view.finding.kind, view.finding.held_back) == (FlagKind.WANTS_TO_TALK, 1)


def test_the_supervisor_reads_and_nobody_else_answers(cast: Cast, flag_id: UUID) -> None:
    with db.reading() as reading:
        view, _ = flag_for(reading, cast.supervisor, flag_id, Permission.READ_RECORD, now=NOW)
        assert view.flag.id == flag_id
    for who in (cast.supervisor, cast.administrator, cast.outsider):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            flag_answers.answer_flag(writing, who, flag_id, Reply(Answer.TALKED), now=NOW)
    with pytest.raises(NotPermitted), db.transaction() as writing:
        flag_answers.answer_flag(writing, cast.clinician, uuid4(), Reply(Answer.TALKED), now=NOW)


def test_a_flag_of_a_measure_that_is_gone_is_not_shown(cast: Cast, flag_id: UUID) -> None:
    with db.transaction() as writing:
        writing.execute(text("UPDATE flags SET measure_key = 'gone'"))
    with db.reading() as reading:
        with pytest.raises(NotPermitted):
            flag_for(reading, cast.clinician, flag_id, Permission.READ_RECORD, now=NOW)
        assert records.record(reading, cast.clinician, cast.client_id, now=NOW).flags == ()


def corrected(cast: Cast, bond: int) -> None:
    session_id = only(cast).slot.session_id
    with db.reading() as reading:
        version = reading.get_one(TherapySession, session_id).version
    with db.transaction() as writing:
        corrections.correct_session(
            writing,
            cast.clinician,
            session_id,
            SessionDetails(weeks(1)),
            entry(marks(bond, 8, 8, 8)),
            CorrectionReason("sheet", version),
            now=NOW,
        )


def test_a_drop_that_a_correction_makes_stronger_asks_again(cast: Cast, flag_id: UUID) -> None:
    answer(cast, flag_id, Reply(Answer.EXPLAINED))
    corrected(cast, 6)
    assert only(cast).stage is Stage.ADDRESSED  # weaker: what was answered holds
    corrected(cast, 0)
    view = only(cast)
    assert (view.stage, view.finding.strength, len(view.answers)) == (Stage.OPEN, 3, 1)
    answer(cast, flag_id, Reply(Answer.TALKED))
    assert only(cast).stage is Stage.ADDRESSED


def test_moving_the_date_of_a_session_does_not_move_the_talk(cast: Cast, flag_id: UUID) -> None:
    answer(cast, flag_id, Reply(Answer.TALKED))
    with db.transaction() as writing:
        corrections.correct_session(
            writing,
            cast.clinician,
            only(cast).slot.session_id,
            SessionDetails(weeks(1) - timedelta(days=1)),
            entry(marks(5, 8, 8, 8)),
            CorrectionReason("wrong day", 1),
            now=NOW,
        )
    assert only(cast).addressed is Addressed.RECORDED_LATER


def test_a_withdrawal_and_an_answer_at_once_never_both_hold(
    app: Flask, cast: Cast, flag_id: UUID
) -> None:
    ready = Barrier(2)

    def withdraw() -> str:
        ready.wait()
        corrected(cast, 8)
        return "withdrawn"

    def reply() -> str:
        ready.wait()
        try:
            answer(cast, flag_id, Reply(Answer.TALKED))
        except NotNow:
            return "too late"
        return "answered"

    def apart(act: Callable[[], str]) -> str:
        with app.app_context():
            return act()

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(apart, (withdraw, reply)))
    view = only(cast)
    assert view.stage is Stage.WITHDRAWN
    assert len(view.answers) == (1 if "answered" in done else 0)
