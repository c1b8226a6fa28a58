"""Answers: only what is offered, undone for ten minutes, and never over what was answered meanwhile."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from tests.conftest import Cast, log, weeks
from tests.services.recording import check_ins
from tracker import db
from tracker.domain.care.answers import CHECK_IN, REVIEW, Answer, Stage, can_undo, offered
from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.models import FlagAnswer
from tracker.services.care import flag_answers
from tracker.services.care.flag_answers import Reply
from tracker.services.people import covers
from tracker.services.record.flag_views import FlagView

NOW = datetime(2026, 1, 12, 15, tzinfo=UTC)
LATER = NOW + timedelta(minutes=10)


@pytest.fixture
def view(cast: Cast) -> FlagView:
    """An open check-in of the session on 12 January 2026."""
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8, now=NOW)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8, now=NOW)
    (found,) = check_ins(cast)
    return found


def answer(cast: Cast, view: FlagView, reply: Answer, now: datetime = NOW, **more: int) -> UUID:
    with db.transaction() as writing:
        row = flag_answers.answer_flag(
            writing, cast.clinician, view.flag.id, Reply(reply), now=now, **more
        )
    return row.id


def undo(cast: Cast, view: FlagView, answer_id: UUID, now: datetime = NOW) -> None:
    with db.transaction() as writing:
        flag_answers.undo_answer(writing, cast.clinician, view.flag.id, answer_id, now=now)


def test_an_undone_answer_stays_readable_and_counts_no_more(cast: Cast, view: FlagView) -> None:
    given = answer(cast, view, Answer.TALKED)
    (shown,) = check_ins(cast)
    undoable = shown.undoable(cast.clinician, LATER)
    assert undoable
    assert undoable.id == given
    undo(cast, view, given, LATER)
    (shown,) = check_ins(cast)
    assert (shown.stage, shown.answers, shown.last_answer) == (Stage.OPEN, (), None)
    assert [entry.answer for entry in shown.entries] == ["talked", "undone"]
    assert shown.undoable(cast.clinician, LATER) is None


def test_undoing_goes_back_to_the_answer_before(cast: Cast, view: FlagView) -> None:
    answer(cast, view, Answer.NEXT_SESSION)
    undo(cast, view, answer(cast, view, Answer.TALKED))
    (shown,) = check_ins(cast)
    assert (shown.stage, len(shown.entries)) == (Stage.PLANNED, 3)
    answer(cast, view, Answer.EXPLAINED)
    assert check_ins(cast)[0].stage is Stage.ADDRESSED


def test_after_ten_minutes_an_answer_stands(cast: Cast, view: FlagView) -> None:
    given = answer(cast, view, Answer.TALKED)
    late = LATER + timedelta(seconds=1)
    assert check_ins(cast)[0].undoable(cast.clinician, late) is None
    with pytest.raises(NotNow, match="ten minutes"):
        undo(cast, view, given, late)
    assert can_undo(NOW, NOW)
    assert not can_undo(NOW, NOW - timedelta(seconds=1))


def test_only_the_last_answer_and_only_ones_own_is_undone(cast: Cast, view: FlagView) -> None:
    first = answer(cast, view, Answer.NEXT_SESSION)
    answer(cast, view, Answer.TALKED)
    for other in (first, uuid4()):
        with pytest.raises(NotNow, match="not the last"):
            undo(cast, view, other)
    assert check_ins(cast)[0].undoable(cast.supervisor, NOW) is None
    for who in (cast.supervisor, cast.administrator, cast.outsider):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            flag_answers.undo_answer(writing, who, view.flag.id, first, now=NOW)


def test_whoever_stands_in_does_not_undo_what_the_clinician_answered(
    cast: Cast, view: FlagView
) -> None:
    given = answer(cast, view, Answer.TALKED)
    with db.transaction() as writing:
        away = cast.clinician
        days = (NOW.date(), NOW.date())
        covers.arrange(writing, away, away.id, cast.outsider.id, days, "Leave", now=NOW)
    assert check_ins(cast)[0].undoable(cast.outsider, NOW) is None
    with pytest.raises(NotNow, match="not the last"), db.transaction() as writing:
        flag_answers.undo_answer(writing, cast.outsider, view.flag.id, given, now=NOW)
    assert check_ins(cast)[0].stage is Stage.ADDRESSED


def test_an_answer_cannot_be_undone_twice(cast: Cast, view: FlagView) -> None:
    given = answer(cast, view, Answer.TALKED)
    undo(cast, view, given)
    with pytest.raises(NotNow):
        undo(cast, view, given)


def test_an_answer_to_a_page_that_was_overtaken_is_told_so_and_not_stored(
    cast: Cast, view: FlagView
) -> None:
    seen = view.flag.version
    answer(cast, view, Answer.NEXT_SESSION, seen=seen)
    with pytest.raises(Stale):
        answer(cast, view, Answer.TALKED, seen=seen)
    assert [a.answer for a in check_ins(cast)[0].entries] == ["next_session"]
    answer(cast, view, Answer.TALKED, seen=seen + 1)
    assert len(check_ins(cast)[0].entries) == 2


@pytest.mark.parametrize("reply", [Answer.RISK_ASKED, Answer.REVIEWED, Answer.UNDONE])
def test_what_is_not_offered_is_refused(cast: Cast, view: FlagView, reply: Answer) -> None:
    with pytest.raises(Incomplete) as caught:
        answer(cast, view, reply)
    assert list(caught.value.problems) == ["answer"]


def test_what_is_offered_belongs_to_the_tier() -> None:
    assert offered(Tier.CHECK_IN, FlagKind.DROP, "") == CHECK_IN
    assert offered(Tier.REVIEW, FlagKind.SLIDE, "") == REVIEW
    assert Answer.ENTERED_WRONGLY not in offered(Tier.REVIEW, FlagKind.NO_RATING_LATELY, "")
    assert offered(Tier.NOTE, FlagKind.FLAT, "") == ()


def test_the_database_keeps_answers_as_they_were_written(cast: Cast, view: FlagView) -> None:
    answer(cast, view, Answer.TALKED)
    for statement in (
        "UPDATE flag_answers SET note = 'other'",
        "UPDATE flag_findings SET strength = 1",
        "INSERT INTO flag_answers SELECT * FROM flag_answers",
    ):
        with (
            pytest.raises(Exception, match=r"written once|UNIQUE|unique"),
            db.transaction() as writing,
        ):
            writing.execute(text(statement))
    with (
        pytest.raises(Exception, match=r"ck_flag_answers_undone|CHECK"),
        db.transaction() as writing,
    ):
        stored = check_ins(cast)[0].entries[0]
        writing.add(
            FlagAnswer(
                id=uuid4(),
                flag_id=stored.flag_id,
                sequence=2,
                finding_id=stored.finding_id,
                answer="undone",
                moves=[],
                recorded_at=NOW,
                recorded_by_id=cast.clinician.id,
            )
        )
        writing.flush()
