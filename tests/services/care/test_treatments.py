"""The end of a therapy on both databases: what has to be answered before, what ends with it, what comes back."""

from collections.abc import Callable
from datetime import date, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.conftest import Cast, log, new_client
from tests.keeping import kept_otherwise
from tests.services.care.test_objectives import HIGH, put
from tests.services.care.test_objectives import view as objective
from tests.services.care.test_repairs import open_repair
from tests.services.care.test_schedule import put as schedule
from tests.services.care.test_things import AT_RISK, WELL, answer, asked, at, entered
from tests.services.recording import record
from tests.services.reporting import report, row, told
from tests.services.supervising import review, shown
from tracker import clock, db
from tracker.domain.care.answers import Answer, Stage
from tracker.domain.care.caseload import Need
from tracker.domain.care.objectives import Attended, ObjectiveState, Window
from tracker.domain.care.repair_work import RepairStage
from tracker.domain.care.treatment import EndedHow, Ending, Pause
from tracker.domain.course.sessions import NoRating
from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.agenda import AgendaReason
from tracker.domain.supervision.sign_off import BoardState, ReviewAct
from tracker.models import AuditEntry, Client, Participant, TreatmentEntry
from tracker.services.care import mistaken_clients, sessions, treatments
from tracker.services.care.sessions import SessionDetails
from tracker.services.office import practice
from tracker.services.record import clients
from tracker.services.supervision.agenda import agenda
from tracker.services.supervision.board_filter import BoardFilter, NotMeasured
from tracker.services.supervision.caseload import Caseload, caseload, own_clients
from tracker.services.supervision.meetings import make_meeting

DAY = timedelta(days=1)
WEEK = timedelta(days=7)
PLANNED = EndedHow.PLANNED


def today() -> date:
    with db.reading() as reading:
        return practice.today(reading, clock.now())


def version_of(client_id: UUID) -> int:
    with db.reading() as reading:
        return reading.get_one(Client, client_id).version


def end(
    cast: Cast,
    on: date | None = None,
    how: EndedHow = PLANNED,
    words: str = "",
    who: Actor | None = None,
    seen: int | None = None,
) -> None:
    seen = version_of(cast.client_id) if seen is None else seen
    ending = Ending(on or today(), how, words)
    with db.transaction() as writing:
        who = who or cast.clinician
        treatments.end(writing, who, cast.client_id, ending, seen, now=clock.now())


def reopen(cast: Cast, words: str = "") -> None:
    seen = version_of(cast.client_id)
    with db.transaction() as writing:
        treatments.reopen(writing, cast.clinician, cast.client_id, words, seen, now=clock.now())


def pause(cast: Cast, until: date) -> None:
    seen = version_of(cast.client_id)
    with db.transaction() as writing:
        wanted = Pause(until, "Holiday")
        treatments.pause(writing, cast.clinician, cast.client_id, wanted, seen, now=clock.now())


def resume(cast: Cast) -> None:
    seen = version_of(cast.client_id)
    with db.transaction() as writing:
        treatments.resume(writing, cast.clinician, cast.client_id, seen, now=clock.now())


def theirs(cast: Cast) -> Caseload:
    with db.reading() as reading:
        return caseload(reading, cast.clinician, cast.clinician.id, now=clock.now())


def fell(cast: Cast) -> UUID:
    """Two sessions, the second of which falls by three; the second's id."""
    log(cast.clinician, cast.client_id, today() - 2 * WEEK, 8, 8, 8, 8)
    return log(cast.clinician, cast.client_id, today() - WEEK, 5, 8, 8, 8)


def stages(cast: Cast) -> set[Stage]:
    return {flag.stage for flag in record(cast).flags if flag.tier is not Tier.NOTE}


@pytest.fixture
def outcome(cast: Cast) -> Cast:
    """The client rates an outcome with a risk item beside the alliance, and has said so in a session of today."""
    with db.transaction() as writing:
        new = new_client("session-check", "phq-9")
        made = clients.add_client(writing, cast.clinician, new, now=clock.now())
    both = Cast(**{**vars(cast), "client_id": made.id})
    rated(both, today() - WEEK, WELL)
    return both


def rated(cast: Cast, day: date, answers: list[int]) -> None:
    with db.transaction() as writing:
        given = entered(8, answers)
        sessions.log_session(
            writing, cast.clinician, cast.client_id, SessionDetails(day), given, now=at(day)
        )


def test_an_ended_client_leaves_the_caseload_and_is_listed_apart(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, today() - WEEK, 8, 8, 8, 8)
    assert [line.client.id for line in theirs(cast).rows] == [cast.client_id]
    end(cast, words="We said goodbye")
    after = theirs(cast)
    assert (after.rows, [client.id for client in after.ended]) == ((), [cast.client_id])
    assert (after.ended[0].ended_on, after.ended[0].ended_how) == (today(), "planned")
    with db.reading() as reading:
        assert own_clients(reading, cast.clinician, now=clock.now()) == []
        (said,) = treatments.entries_of(reading, cast.client_id)
        assert (said.act, said.how, said.words) == ("ended", "planned", "We said goodbye")
        entry = reading.scalars(select(AuditEntry).where(AuditEntry.event == "client.ended")).one()
        assert (entry.object_id, entry.client_id, entry.detail) == (said.id, cast.client_id, {})


def test_what_nobody_answered_ended_unanswered_until_supervision_has_read_it(cast: Cast) -> None:
    fell(cast)
    (flag,) = [line.flag_id for line in shown(cast).rows if line.finding.falls]
    end(cast)
    assert record(cast).asking == []
    assert stages(cast) == {Stage.ENDED}
    (left,) = shown(cast, BoardFilter(unmeasured=NotMeasured.ENDED)).rows
    assert (left.flag_id, left.state, left.ended_unanswered) == (flag, BoardState.ENDED, True)
    assert [line.flag_id for line in shown(cast, BoardFilter()).rows] == [flag]
    assert shown(cast).counts.open.things == 0
    review(cast.supervisor, flag, ReviewAct.NO_ACTION, "Read")
    assert shown(cast).rows == ()
    with db.reading() as reading:
        assert kept_otherwise(reading) == []


def test_what_is_still_to_be_read_is_on_the_agenda_and_an_ended_client_is_not_missed(
    cast: Cast,
) -> None:
    fell(cast)
    end(cast)
    with db.transaction() as writing:
        meeting = make_meeting(
            writing, cast.supervisor, cast.clinician.id, today(), now=clock.now()
        )
    with db.reading() as reading:
        found = agenda(reading, cast.supervisor, meeting.id, now=clock.now())
    (block,) = [block for block in found.blocks if block.client.id == cast.client_id]
    assert [reason.why for reason in block.reasons] == [AgendaReason.TO_DISCUSS]


def test_what_was_answered_leaves_the_board_with_the_client(cast: Cast) -> None:
    fell(cast)
    (thing,) = asked(cast)
    answer(cast, thing.leader, Answer.TALKED, clock.now())
    assert len(shown(cast).rows) == 1
    end(cast)
    assert shown(cast).rows == ()
    assert stages(cast) == {Stage.ADDRESSED}


def test_what_is_in_supervision_is_still_talked_about(cast: Cast) -> None:
    fell(cast)
    (thing,) = asked(cast)
    answer(cast, thing.leader, Answer.SUPERVISION, clock.now())
    end(cast)
    assert [line.state for line in shown(cast).rows] == [BoardState.IN_SUPERVISION]
    assert theirs(cast).rows == ()


def test_open_risk_is_answered_before_and_later_risk_brings_the_client_back(outcome: Cast) -> None:
    rated(outcome, today() - DAY, AT_RISK)
    (risk,) = [thing for thing in asked(outcome) if thing.need is Need.RISK]
    with pytest.raises(Incomplete, match="risk item"):
        end(outcome)
    answer(outcome, risk.leader, Answer.RISK_PLAN, clock.now())
    end(outcome)
    mine = [line for line in theirs(outcome).rows if line.client.id == outcome.client_id]
    assert mine == []
    rated(outcome, today(), AT_RISK)
    (back,) = [line for line in theirs(outcome).rows if line.client.id == outcome.client_id]
    assert (back.need, back.client.ended) == (Need.RISK, True)
    assert [line.tier for line in shown(outcome).rows if line.waits] == [Tier.RISK]
    with db.reading() as reading:
        assert kept_otherwise(reading) == []


def test_repairs_and_objectives_end_with_it_and_are_as_they_were_when_it_goes_on(
    cast: Cast,
) -> None:
    session_id = fell(cast)
    open_repair(cast, session_id, step="Ask about it")
    aim = put(cast, Attended(3, 5), Window(today() - 3 * WEEK, today() + 9 * WEEK))
    assert objective(cast, aim).judgement.state is ObjectiveState.ON_TRACK
    schedule(cast, today() + DAY, 2)
    end(cast)
    (repair,) = record(cast).repairs
    assert (repair.stage, repair.steps) == (RepairStage.ENDED, [])
    judged = objective(cast, aim).judgement
    assert (judged.state, judged.on) == (ObjectiveState.ENDED, today())
    assert record(cast).on_track == (0, 0)
    assert record(cast).course.scheduled == ()
    assert not record(cast).open_work
    reopen(cast)
    (repair,) = record(cast).repairs
    assert (repair.stage, len(repair.steps)) == (RepairStage.OPEN, 1)
    assert objective(cast, aim).judgement.state is ObjectiveState.ON_TRACK
    assert record(cast).course.scheduled == ()
    assert stages(cast) == {Stage.OPEN}
    with db.reading() as reading:
        assert kept_otherwise(reading) == []


def test_an_objective_that_was_decided_stays_so_and_no_due_date_passes_after_the_end(
    cast: Cast,
) -> None:
    log(cast.clinician, cast.client_id, today() - WEEK, *HIGH)
    met = put(cast, Attended(1, 1), Window(today() - 2 * WEEK, today() + WEEK))
    late = put(cast, Attended(2, 2), Window(today() - 2 * WEEK, today() - DAY))
    end(cast, today() - 2 * DAY)
    assert objective(cast, met).judgement.state is ObjectiveState.MET
    assert objective(cast, late).judgement.state is ObjectiveState.ENDED


def test_a_follow_up_is_taken_after_the_end(cast: Cast) -> None:
    fell(cast)
    end(cast)
    log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8)
    assert len(record(cast).course.slots) == 3
    assert theirs(cast).rows == ()


def test_reports_count_how_therapies_ended_and_what_was_left(cast: Cast) -> None:
    fell(cast)
    end(cast, how=EndedHow.CLIENT_STOPPED)
    found = report(cast)
    assert told(row(found, "ended")) == (1, 1)
    assert told(row(found, "how", "client_stopped")) == (1, None)
    assert told(row(found, "unanswered")) == (1, 1)
    assert told(row(found, "stopped")) == (1, 1)
    reopen(cast)
    found = report(cast)
    assert [told(row(found, key)) for key in ("ended", "unanswered", "stopped")] == [
        (0, 1),
        (0, 0),
        (0, 1),
    ]


def test_an_end_is_refused_to_whoever_saw_another_state(cast: Cast) -> None:
    seen = version_of(cast.client_id)
    with pytest.raises(Stale):
        reopen(cast)
    end(cast)
    with pytest.raises(Stale):
        end(cast, seen=seen)
    with pytest.raises(Stale):
        end(cast)
    with pytest.raises(Stale):
        pause(cast, today() + WEEK)
    reopen(cast)
    assert [said.act for said in _said(cast)] == ["ended", "reopened"]


def test_nobody_else_ends_a_therapy(cast: Cast) -> None:
    for who in (cast.supervisor, cast.administrator, cast.outsider):
        with pytest.raises(NotPermitted):
            end(cast, who=who)
    assert _said(cast) == []


def test_what_cannot_be_entered_is_said_by_field(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8)
    with pytest.raises(Incomplete) as refused:
        end(cast, today() - DAY)
    assert set(refused.value.problems) == {"on"}
    with pytest.raises(Incomplete, match="after today"):
        pause(cast, today())
    end(cast)
    with pytest.raises(Incomplete, match="500"):
        reopen(cast, words="x" * 501)


def _said(cast: Cast) -> list[TreatmentEntry]:
    with db.reading() as reading:
        return list(treatments.entries_of(reading, cast.client_id))


def test_while_a_treatment_is_paused_nobody_is_told_that_nothing_was_rated_lately(
    cast: Cast,
) -> None:
    fell(cast)
    (thing,) = asked(cast)
    answer(cast, thing.leader, Answer.TALKED, clock.now())
    for days in (4, 3, 2):
        day = today() - days * DAY
        log(cast.clinician, cast.client_id, day, *[None] * 4, no_rating=NoRating.NOT_ASKED)
    assert [line.need for line in theirs(cast).rows] == [Need.NO_RATING_LATELY]
    lately = BoardFilter(unmeasured=NotMeasured.LATELY)
    assert len(shown(cast, lately).rows) == 1
    pause(cast, today() + WEEK)
    (line,) = theirs(cast).rows
    assert (line.need, line.paused_until) == (Need.NONE, today() + WEEK)
    assert Need.NO_RATING_LATELY not in line.needs
    assert record(cast).asking == []
    assert shown(cast, lately).rows == ()
    (resting,) = shown(cast).paused
    assert (resting.client_id, resting.until) == (cast.client_id, today() + WEEK)
    resume(cast)
    assert [line.need for line in theirs(cast).rows] == [Need.NO_RATING_LATELY]
    assert shown(cast).paused == ()
    with pytest.raises(Stale):
        resume(cast)


def test_a_pause_hides_neither_risk_nor_a_check_in_and_ends_with_the_therapy(outcome: Cast) -> None:
    rated(outcome, today(), AT_RISK)
    pause(outcome, today() + WEEK)
    mine = [line for line in theirs(outcome).rows if line.client.id == outcome.client_id]
    assert [line.need for line in mine] == [Need.RISK]
    assert Need.RISK in {thing.need for thing in asked(outcome)}
    (risk,) = [thing for thing in asked(outcome) if thing.need is Need.RISK]
    answer(outcome, risk.leader, Answer.RISK_PLAN, clock.now())
    end(outcome)
    assert record(outcome).client.paused_until is None


def test_a_client_added_by_mistake_is_taken_back_while_nothing_stands_on_them(cast: Cast) -> None:
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, new_client(), now=clock.now()).id
    with db.transaction() as writing, pytest.raises(NotPermitted):
        mistaken_clients.take_back(writing, cast.outsider, made, now=clock.now())
    with db.transaction() as writing:
        assert mistaken_clients.take_back(writing, cast.clinician, made, now=clock.now()) == made
    with db.reading() as reading:
        assert reading.get(Client, made) is None
        people = select(Participant).where(Participant.client_id == made)
        assert reading.scalars(people).all() == []
        events = select(AuditEntry.event).where(AuditEntry.client_id == made)
        in_order = list(reading.scalars(events.order_by(AuditEntry.seq)))
        assert in_order == ["client.added", "client.taken_back"]
    with db.transaction() as writing, pytest.raises(NotPermitted):
        mistaken_clients.take_back(writing, cast.clinician, made, now=clock.now())


@pytest.mark.parametrize("recorded", ["a plan", "a pause", "a session"])
def test_a_client_of_whom_anything_is_recorded_cannot_be_taken_back(
    cast: Cast, recorded: str
) -> None:
    record_it: dict[str, Callable[[], object]] = {
        "a plan": lambda: schedule(cast, today() + DAY),
        "a pause": lambda: pause(cast, today() + DAY),
        "a session": lambda: log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8),
    }
    record_it[recorded]()
    with db.transaction() as writing, pytest.raises(NotNow, match="End the therapy instead"):
        mistaken_clients.take_back(writing, cast.clinician, cast.client_id, now=clock.now())
    assert record(cast).client.id == cast.client_id
