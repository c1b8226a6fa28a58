"""Following a strain up, on both databases: opened, added to, corrected, ended; entries are never changed."""

from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text

from tests.conftest import START, Cast, entry, log, marks, weeks
from tests.services.recording import check_ins, correct, record
from tracker import clock, db
from tracker.domain.care.answers import Answer, Move, Rupture, Stage
from tracker.domain.care.caseload import Need
from tracker.domain.care.repair_work import Act, RepairStage, Work
from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import Returned
from tracker.services.care import flag_answers, repairs, sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.record.repair_views import RepairView
from tracker.services.supervision.caseload import caseload

OPENED = Work(Act.OPENED)


@pytest.fixture
def fallen(cast: Cast) -> list[UUID]:
    """Two sessions of the clinician's client, in the second of which the bond fell from 8 to 5."""
    return [log(cast.clinician, cast.client_id, weeks(n), 8 - 3 * n, 8, 8, 8) for n in range(2)]


def open_repair(
    cast: Cast, session_id: UUID, work: Work = OPENED, step: str = "", who: Actor | None = None
) -> UUID:
    with db.transaction() as writing:
        return repairs.open_repair(
            writing,
            who or cast.clinician,
            cast.client_id,
            session_id,
            work,
            step=step,
            now=clock.now(),
        ).id


def add(cast: Cast, work: Work, seen: int = 0, who: Actor | None = None) -> UUID:
    """Add to the one repair there is; the id of the entry."""
    view = the_one(cast)
    with db.transaction() as writing:
        return repairs.add_entry(
            writing,
            who or cast.clinician,
            view.repair.id,
            work,
            seen=seen or view.repair.version,
            now=clock.now(),
        ).id


def the_one(cast: Cast) -> RepairView:
    (view,) = record(cast).repairs
    return view


def reply(cast: Cast, answer: Answer = Answer.TALKED, **more: object) -> None:
    (flag,) = check_ins(cast)
    with db.transaction() as writing:
        flag_answers.answer_flag(
            writing,
            cast.clinician,
            flag.flag.id,
            Reply(answer, repair=True, **more),
            now=clock.now(),
        )


def test_an_answer_opens_a_repair_which_the_next_ratings_close(
    cast: Cast, fallen: list[UUID]
) -> None:
    reply(cast, moves=(Move.OWNED_PART,), rupture=Rupture.WITHDRAWAL)
    view = the_one(cast)
    assert (view.stage, view.slot.number, view.rupture) == (
        RepairStage.OPEN,
        2,
        Rupture.WITHDRAWAL,
    )
    assert [talk.moves for talk in view.talks] == [(Move.OWNED_PART,)]
    log(cast.clinician, cast.client_id, weeks(2), 8, 8, 8, 8)
    assert the_one(cast).stage is RepairStage.OPEN  # one alone proves nothing
    log(cast.clinician, cast.client_id, weeks(3), 7, 8, 8, 8)
    view = the_one(cast)
    assert view.stage is RepairStage.CAME_BACK
    assert view.recovery
    assert view.recovery.at
    assert view.recovery.at.number == 4
    reply(cast)  # asked to follow it up once more: it is, already
    assert the_one(cast).repair.id == view.repair.id


def test_the_last_word_on_a_rupture_is_the_one_that_holds(cast: Cast, fallen: list[UUID]) -> None:
    reply(cast, rupture=Rupture.WITHDRAWAL)
    reply(cast, rupture=Rupture.CONFRONTATION)
    assert the_one(cast).rupture is Rupture.CONFRONTATION


def test_five_ratings_without_it_and_the_clinician_may_say_otherwise(
    cast: Cast, fallen: list[UUID]
) -> None:
    reply(cast)
    for week in range(2, 7):
        log(cast.clinician, cast.client_id, weeks(week), 5, 8, 8, 8)
    view = the_one(cast)
    assert (view.stage, view.recovery and view.recovery.state) == (
        RepairStage.NOT_BACK,
        Returned.NOT_BACK,
    )
    add(cast, Work(Act.REPAIRED, reason="They say it is settled; five is how they mark now"))
    assert the_one(cast).stage is RepairStage.REPAIRED
    with pytest.raises(NotNow):
        add(cast, Work(Act.TALKED, note="once more"))
    add(cast, Work(Act.REOPENED, reason="It came up again"))
    assert the_one(cast).stage is RepairStage.OPEN


def test_a_strain_that_moved_no_score_is_followed_up_too(cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    work = Work(Act.OPENED, rupture=Rupture.CONFRONTATION, note=" Sharp words about the bill ")
    open_repair(cast, session_id, work, step="Come back to the bill")
    view = the_one(cast)
    assert (view.flag, view.recovery, view.stage) == (None, None, RepairStage.OPEN)
    assert view.rupture is Rupture.CONFRONTATION
    assert [e.note for e in view.entries] == ["Sharp words about the bill", "Come back to the bill"]
    assert [step.work.note for step in view.steps] == ["Come back to the bill"]
    for week in range(1, 4):
        log(cast.clinician, cast.client_id, weeks(week), 8, 8, 8, 8)
    assert the_one(cast).stage is RepairStage.OPEN  # nothing could come back by itself
    with pytest.raises(Incomplete) as refused:
        open_repair(cast, session_id)
    assert list(refused.value.problems) == ["session"]


def test_from_the_record_it_follows_up_the_check_in_of_the_session(
    cast: Cast, fallen: list[UUID]
) -> None:
    open_repair(cast, fallen[1])
    view = the_one(cast)
    assert view.flag
    assert view.flag.stage is Stage.OPEN  # the check-in still waits for its answer
    with db.transaction() as writing:
        writing.execute(text("DELETE FROM repair_entries"))
        writing.execute(text("DELETE FROM repairs"))
    correct(cast, fallen[1], weeks(1), entry(marks(8, 8, 8, 8)))
    open_repair(cast, fallen[1])
    assert the_one(cast).flag is None  # withdrawn before


def test_a_drop_that_was_corrected_away_leaves_the_repair_and_no_score_to_follow(
    cast: Cast, fallen: list[UUID]
) -> None:
    reply(cast)
    correct(cast, fallen[1], weeks(1), entry(marks(8, 8, 8, 8)))
    view = the_one(cast)
    assert view.flag
    assert (view.flag.stage, view.recovery, view.stage) == (
        Stage.WITHDRAWN,
        None,
        RepairStage.OPEN,
    )


def test_the_session_form_settles_steps_and_opens_a_repair(cast: Cast, fallen: list[UUID]) -> None:
    open_repair(cast, fallen[1], step="Ask about the homework")
    add(cast, Work(Act.PLANNED, note="Ask about the hour"))
    step, other = the_one(cast).steps
    details = SessionDetails(weeks(2), strain=True, steps_done=(step.id, uuid4()))
    with db.transaction() as writing:
        held = sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            details,
            entry(marks(5, 8, 8, 8)),
            now=clock.now(),
        ).id
    newest, first = record(cast).repairs
    assert newest.repair.session_id == held
    assert [step.id for step in first.steps] == [other.id]  # what was not ticked stays planned
    assert [e.act for e in first.entries] == ["opened", "planned", "planned", "done"]
    with db.transaction() as writing:  # ticked in another tab meanwhile: done once
        details = SessionDetails(weeks(3), steps_done=(step.id,))
        sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            details,
            entry(marks(5, 8, 8, 8)),
            now=clock.now(),
        )
    assert len(record(cast).repairs[1].entries) == 4


def test_planned_steps_stand_in_the_caseload_until_they_are_done(cast: Cast) -> None:
    def row() -> object:
        with db.reading() as reading:
            (found,) = caseload(reading, cast.clinician, cast.clinician.id, now=clock.now()).rows
        return found

    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    assert (row().need, row().steps) == (Need.NONE, 0)
    open_repair(cast, session_id, step="Come back to the bill")
    found = row()
    assert (found.need, found.steps, found.flag) == (Need.COME_BACK, 1, None)
    assert Need.COME_BACK in found.needs
    (step,) = the_one(cast).steps
    add(cast, Work(Act.LET_GO, step=step.id, reason="They brought it up themselves"))
    assert (row().need, row().steps) == (Need.NONE, 0)
    with pytest.raises(Incomplete) as refused:
        add(cast, Work(Act.DONE, step=step.id))
    assert list(refused.value.problems) == ["step"]


def test_an_entry_is_corrected_by_another_and_the_old_one_stays(cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    repair_id = open_repair(cast, session_id, step="Ask about homework")
    first = the_one(cast).entries[1].id

    def corrected(entry_id: UUID, note: str, reason: str = "Kinder", seen: int = 0) -> UUID:
        work = Work(Act.PLANNED, note=note, reason=reason)
        with db.transaction() as writing:
            return repairs.correct_entry(
                writing,
                cast.clinician,
                repair_id,
                entry_id,
                work,
                seen=seen or the_one(cast).repair.version,
                now=clock.now(),
            ).id

    second = corrected(first, "Ask how the homework was")
    view = the_one(cast)
    assert [e.note for e in view.entries] == ["", "Ask about homework", "Ask how the homework was"]
    assert [s.work.note for s in view.steps] == ["Ask how the homework was"]
    with pytest.raises(NotPermitted):
        corrected(first, "once more")  # it does not count any more
    with pytest.raises(NotPermitted):
        corrected(uuid4(), "of nothing")
    for note, reason in (
        ("Ask how the homework was", "no change"),
        ("x", " "),
        ("x", "y" * 201),
        ("", "z"),
    ):
        with pytest.raises(Incomplete):
            corrected(second, note, reason)
    with pytest.raises(Stale):
        corrected(second, "x", seen=1)
    (step,) = view.steps
    add(cast, Work(Act.DONE, step=step.id))
    with pytest.raises(NotPermitted):
        corrected(the_one(cast).entries[-1].id, "what is done has no words to correct")
    assert the_one(cast).steps == []


def test_a_conversation_on_another_day_and_its_limits(cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    open_repair(cast, session_id)
    later = START + timedelta(days=2)
    add(cast, Work(Act.TALKED, note="On the phone", on=later))
    assert [(t.on, t.note) for t in the_one(cast).talks] == [(later, "On the phone")]
    with pytest.raises(Incomplete):
        add(cast, Work(Act.TALKED, note="x", on=START - timedelta(days=1)))
    with pytest.raises(Stale):
        add(cast, Work(Act.TALKED, note="x"), seen=1)


def test_a_step_is_as_old_as_the_day_it_was_planned(cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    planned = datetime(2026, 2, 2, 9, tzinfo=UTC)
    with db.transaction() as writing:
        repairs.open_repair(
            writing, cast.clinician, cast.client_id, session_id, OPENED, step="Ask", now=planned
        )
        (row,) = caseload(
            writing, cast.clinician, cast.clinician.id, now=planned + timedelta(days=3)
        ).rows
    assert row.age_days == 3
