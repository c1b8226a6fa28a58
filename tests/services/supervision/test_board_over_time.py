"""What stays on the board however old it is: whatever waits for an answer, a meeting or a new sign-off."""

from datetime import timedelta
from uuid import UUID

import pytest

from tests.conftest import Cast, entry, log, marks, weeks
from tests.services.recording import correct
from tests.services.supervising import review, shown
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.supervision.sign_off import BoardState, ReviewAct
from tracker.models import Flag
from tracker.services.care import flag_answers
from tracker.services.care.flag_answers import Reply
from tracker.services.record import records

LONG_AGO = clock.now() - timedelta(days=200)


@pytest.fixture
def flag_id(cast: Cast) -> UUID:
    """A drop of January, at the end of a course."""
    for week, bond in enumerate((8, 8, 5)):
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8)
    with db.reading() as reading:
        return reading.query(Flag.id).filter_by(client_id=cast.client_id).scalar()


def answer(cast: Cast, flag_id: UUID, said: Answer) -> UUID:
    with db.transaction() as writing:
        return flag_answers.answer_flag(
            writing, cast.clinician, flag_id, Reply(said), now=LONG_AGO
        ).id


def last_session(cast: Cast) -> UUID:
    with db.reading() as reading:
        found = records.record(reading, cast.clinician, cast.client_id, now=clock.now())
        return found.course.slots[-1].session_id


def states(cast: Cast) -> list[BoardState]:
    return [row.state for row in shown(cast).rows]


def test_an_answered_flag_leaves_the_board_after_eight_weeks(cast: Cast, flag_id: UUID) -> None:
    assert states(cast) == [BoardState.OPEN]
    answer(cast, flag_id, Answer.TALKED)
    assert states(cast) == []


def test_an_answer_that_was_undone_leaves_it_open(cast: Cast, flag_id: UUID) -> None:
    given = answer(cast, flag_id, Answer.TALKED)
    with db.transaction() as writing:
        flag_answers.undo_answer(writing, cast.clinician, flag_id, given, now=LONG_AGO)
    assert states(cast) == [BoardState.OPEN]
    assert shown(cast).counts.open_long == 1


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (Answer.ENTERED_WRONGLY, BoardState.OPEN),
        (Answer.SUPERVISION, BoardState.IN_SUPERVISION),
    ],
)
def test_what_waits_for_a_correction_or_for_supervision_stays(
    cast: Cast, flag_id: UUID, said: Answer, state: BoardState
) -> None:
    answer(cast, flag_id, said)
    assert states(cast) == [state]


def test_a_drop_that_a_correction_made_stronger_is_open_again(cast: Cast, flag_id: UUID) -> None:
    answer(cast, flag_id, Answer.TALKED)
    correct(cast, last_session(cast), weeks(2), entry(marks(1, 8, 8, 8)))
    assert states(cast) == [BoardState.OPEN]


def test_a_sign_off_of_long_ago_that_is_void_now_is_back(cast: Cast, flag_id: UUID) -> None:
    answer(cast, flag_id, Answer.TALKED)
    review(cast.supervisor, flag_id, ReviewAct.ADDRESSED, now=LONG_AGO)
    assert states(cast) == []
    correct(cast, last_session(cast), weeks(2), entry(marks(5, 7, 8, 8)))
    (row,) = shown(cast).rows
    assert row.void
    assert shown(cast).counts.void == 1


def test_what_is_to_be_discussed_stays_however_long_the_meeting_is_past(
    cast: Cast, flag_id: UUID
) -> None:
    answer(cast, flag_id, Answer.TALKED)
    on = LONG_AGO.date() + timedelta(days=7)
    review(cast.supervisor, flag_id, ReviewAct.DISCUSS, discuss_on=on, now=LONG_AGO)
    assert states(cast) == [BoardState.IN_SUPERVISION]
    review(cast.supervisor, flag_id, ReviewAct.ADDRESSED, now=LONG_AGO)
    assert states(cast) == []
