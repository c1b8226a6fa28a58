"""A session in the wrong record, on both databases: moved with its ratings, taken back, put back; nothing is lost."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from uuid import UUID

import pytest
from sqlalchemy import select

from tests.conftest import Cast, entry, log, marks, new_client
from tests.keeping import kept_otherwise
from tests.services.care.test_goals import put as set_goal
from tests.services.care.test_objectives import put as set_objective
from tests.services.care.test_objectives import view as objective
from tests.services.care.test_repairs import open_repair
from tests.services.care.test_schedule import put as schedule
from tests.services.care.test_things import AT_RISK, WELL, answer, entered
from tests.services.recording import correct, record, version_of
from tests.services.supervising import review, shown
from tracker import clock, db
from tracker.domain.care.answers import Answer, Stage
from tracker.domain.care.objectives import Attended, Window
from tracker.domain.course.clients import Format
from tracker.domain.course.handover import Way
from tracker.domain.course.removals import Removal
from tracker.domain.course.sessions import NoRating
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.domain.supervision.sign_off import ReviewAct
from tracker.models import (
    AuditEntry,
    Client,
    Handover,
    Notice,
    NoticeKind,
    Rating,
    SessionRemoval,
    TherapySession,
)
from tracker.services.care import sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.handover import handovers, session_moves
from tracker.services.handover.session_moves import FlagsChanged
from tracker.services.office import practice
from tracker.services.record import clients
from tracker.services.record.flag_views import FlagView
from tracker.services.record.reaching import flag_for, repair_for, session_for
from tracker.services.reports import rule_changes

WEEK = timedelta(weeks=1)
TALKED = Reply(Answer.TALKED, repair=True)
WHY = "entered for the wrong client"


def today() -> date:
    with db.reading() as reading:
        return practice.today(reading, clock.now())


@pytest.fixture
def other(cast: Cast) -> Cast:
    """The same people, with another client of the clinician's."""
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
    return replace(cast, client_id=made.id)


def weekly(cast: Cast, *bonds: float) -> list[UUID]:
    """A session a week, the last one today, with these marks on the bond."""
    first = today() - WEEK * (len(bonds) - 1)
    return [
        log(cast.clinician, cast.client_id, first + WEEK * n, bond, 8, 8, 8)
        for n, bond in enumerate(bonds)
    ]


def move(
    session_id: UUID,
    to: Cast,
    *,
    who: Actor | None = None,
    reason: str = WHY,
    seen: int = 0,
    now: datetime | None = None,
) -> UUID:
    seen = seen or version_of(session_id)
    with db.transaction() as writing:
        return session_moves.move(
            writing,
            who or to.clinician,
            session_id,
            to.client_id,
            reason,
            seen,
            now=now or clock.now(),
        ).id


def take_back(cast: Cast, session_id: UUID, reason: str = WHY) -> None:
    seen = version_of(session_id)
    with db.transaction() as writing:
        session_moves.take_back(writing, cast.clinician, session_id, reason, seen, now=clock.now())


def put_back(
    cast: Cast,
    session_id: UUID,
    reason: str = "",
    *,
    who: Actor | None = None,
    seen: int = 0,
    now: datetime | None = None,
) -> None:
    seen = seen or version_of(session_id)
    with db.transaction() as writing:
        who = who or cast.clinician
        session_moves.put_back(writing, who, session_id, reason, seen, now=now or clock.now())


def bonds(cast: Cast) -> list[int]:
    (trajectory,) = record(cast).course.trajectories.values()
    return [int(point.scores.of("bond") or 0) for point in trajectory.points]


def fell(cast: Cast) -> list[FlagView]:
    return [flag for flag in record(cast).flags if flag.finding.falls]


def test_a_session_is_moved_with_its_ratings_and_the_flags_of_both_follow(
    cast: Cast, other: Cast
) -> None:
    weekly(other, 9, 9)
    _, wrong, after = weekly(cast, 8, 4, 8)
    assert [flag.slot.number for flag in fell(cast)] == [2]
    made = move(wrong, other)
    course = record(cast).course
    assert bonds(cast) == [8, 8]
    assert course.slot(after).number == 2
    (left,) = fell(cast)
    assert (left.stage, left.slot.number, left.slot.removed) == (Stage.WITHDRAWN, 2, Removal.MOVED)
    assert record(cast).asking == []
    assert bonds(other) == [9, 4, 9]
    numbers = {slot.session_id: slot.number for slot in record(other).course.slots}
    (new,) = fell(other)
    assert (new.stage, new.slot.session_id, numbers[made]) == (Stage.OPEN, made, 2)
    with db.reading() as reading:
        moved = AuditEntry.event.in_(["session.moved_here", "session.moved_away"])
        rows = reading.scalars(select(AuditEntry).where(moved)).all()
        assert {(row.event, row.client_id, row.object_id) for row in rows} == {
            ("session.moved_here", other.client_id, made),
            ("session.moved_away", cast.client_id, wrong),
        }
        assert [row.detail for row in rows] == [{}, {}]  # neither says where the other is
        assert kept_otherwise(reading) == []


def test_what_was_given_stays_and_answers_nothing_elsewhere(cast: Cast, other: Cast) -> None:
    weekly(other, 9, 9)
    _, wrong = weekly(cast, 8, 4)
    (flag,) = fell(cast)
    answer(cast, flag, TALKED, clock.now())
    repair_id = next(r.repair.id for r in record(cast).repairs)
    move(wrong, other)
    (left,) = fell(cast)
    assert (left.stage, [row.answer for row in left.answers]) == (Stage.WITHDRAWN, ["talked"])
    assert record(cast).repairs == ()
    assert not record(cast).open_work
    with db.reading() as reading:
        reader = (reading, cast.supervisor)
        read = Permission.READ_RECORD
        view, _ = flag_for(*reader, left.flag.id, read, now=clock.now())
        assert view.stage is Stage.WITHDRAWN
        repair, _ = repair_for(*reader, repair_id, read, now=clock.now())
        assert (repair.stands, repair.possible) == (False, frozenset())
    (new,) = fell(other)
    assert (new.answers, new.stage) == ((), Stage.OPEN)


def test_at_the_right_client_risk_is_new(cast: Cast) -> None:
    both = []
    for _ in range(2):
        with db.transaction() as writing:
            new = new_client("session-check", "phq-9")
            made = clients.add_client(writing, cast.clinician, new, now=clock.now())
        both.append(replace(cast, client_id=made.id))
    wrong_one, right_one = both
    rated(wrong_one, today() - WEEK, WELL)
    session_id = rated(wrong_one, today(), AT_RISK)
    (risk,) = [f for f in record(wrong_one).flags if f.tier is Tier.RISK]
    answer(wrong_one, risk, Answer.RISK_PLAN, clock.now())
    later = clock.now() + timedelta(hours=1)
    move(session_id, right_one, now=later)
    (new,) = [f for f in record(right_one).flags if f.tier is Tier.RISK]
    assert (new.stage, new.flag.raised_at) == (Stage.OPEN, later)
    assert [f.tier for f in record(right_one).asking[0].flags] == [Tier.RISK]


def rated(cast: Cast, day: date, answers: list[int]) -> UUID:
    with db.transaction() as writing:
        return sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            SessionDetails(day),
            entered(8, answers),
            now=clock.now(),
        ).id


def test_who_signed_off_is_told_and_the_board_forgets_what_is_gone(cast: Cast, other: Cast) -> None:
    _, wrong = weekly(cast, 8, 4)
    (flag,) = fell(cast)
    review(cast.supervisor, flag.flag.id, ReviewAct.ADDRESSED)
    review(cast.supervisor, flag.flag.id, ReviewAct.COMMENT, "Once more")
    move(wrong, other)
    assert [row for row in shown(cast).rows if row.client_id == cast.client_id] == []
    with db.reading() as reading:
        kind = Notice.kind == NoticeKind.SESSION_REMOVED
        (told,) = reading.scalars(select(Notice).where(kind)).all()
    assert (told.user_id, told.about_id, told.text) == (
        cast.supervisor.id,
        flag.flag.id,
        "moved",
    )


def test_an_objective_and_what_comes_next_look_at_what_counts(cast: Cast, other: Cast) -> None:
    first, wrong = weekly(cast, 8, 8)
    aim = set_objective(cast, Attended(2, 2), Window(today() - 2 * WEEK, today() + WEEK))
    assert objective(cast, aim).judgement.n == 2
    set_goal(cast, "To sleep")
    schedule(other, today())
    move(wrong, other)
    assert objective(cast, aim).judgement.n == 1
    assert record(other).course.scheduled == ()
    log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8)  # no second session of that day
    assert [slot.number for slot in record(cast).course.slots] == [1, 2]
    assert record(cast).course.slot(first).number == 1


def test_an_open_hand_over_of_the_session_ends(cast: Cast, other: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, today(), no_rating=NoRating.NOT_ASKED)
    with db.transaction() as writing:
        wanted = handovers.HandoverWish(Way.LINK, ("session-check",))
        (given,) = handovers.hand_over(writing, cast.clinician, session_id, wanted, now=clock.now())
    move(session_id, other)
    with db.reading() as reading:
        ended = reading.get_one(Handover, given.id)
        assert (ended.state, ended.ended_at is None) == ("cancelled", False)


def test_ratings_on_measures_that_the_other_does_not_use_are_kept(cast: Cast, other: Cast) -> None:
    with db.transaction() as writing:
        new = new_client("session-check", "phq-9")
        made = clients.add_client(writing, cast.clinician, new, now=clock.now())
    session_id = rated(replace(cast, client_id=made.id), today(), WELL)
    move(session_id, other)
    assert {measure.key for measure in record(other).shown} >= {"session-check", "phq-9"}
    in_use = {measure.key for measure in record(other).measures}
    assert "phq-9" not in in_use


def test_a_corrected_rating_is_moved_as_it_reads_now(cast: Cast, other: Cast) -> None:
    (session_id,) = weekly(cast, 3)
    correct(cast, session_id, today(), entry(marks(8, 8, 8, 8)))
    made = move(session_id, other)
    assert bonds(other) == [8]
    with db.reading() as reading:
        (rating,) = reading.scalars(select(Rating).where(Rating.session_id == made)).all()
        assert (rating.supersedes_id, rating.correction_reason) == (None, "")
        old = select(Rating).where(Rating.session_id == session_id)
        assert len(reading.scalars(old).all()) == 2


def test_a_session_is_taken_back_and_put_back(cast: Cast) -> None:
    _, wrong = weekly(cast, 8, 4)
    (flag,) = fell(cast)
    answer(cast, flag, TALKED, clock.now())
    take_back(cast, wrong)
    assert bonds(cast) == [8]
    assert record(cast).asking == []
    put_back(cast, wrong)
    assert bonds(cast) == [8, 4]
    (again,) = fell(cast)
    assert (again.flag.id, again.stage) == (flag.flag.id, Stage.ADDRESSED)
    assert [view.slot.number for view in record(cast).repairs] == [2]
    with db.reading() as reading:
        said = [row.act for row in session_moves.entries_of(reading, wrong)]
        assert said == ["taken_back", "put_back"]
        assert kept_otherwise(reading) == []


def test_a_moved_session_is_put_back_and_is_not_in_the_other_record(
    cast: Cast, other: Cast
) -> None:
    _, wrong = weekly(cast, 8, 4)
    made = move(wrong, other)
    put_back(cast, wrong)
    assert (bonds(cast), record(other).course.slots) == ([8, 4], ())
    with db.reading() as reading:
        assert reading.get_one(TherapySession, made).removed == "taken_back"
        assert kept_otherwise(reading) == []
    again = move(wrong, other)
    assert again != made
    take_back(other, again)
    put_back(cast, wrong)  # although it is gone there already
    assert bonds(cast) == [8, 4]


def test_after_ten_minutes_a_reason_is_asked_for(cast: Cast, other: Cast) -> None:
    _, wrong = weekly(cast, 8, 4)
    now = clock.now()
    move(wrong, other, now=now)
    later = now + timedelta(minutes=11)
    with pytest.raises(Incomplete, match="reason"):
        put_back(cast, wrong, now=later)
    put_back(cast, wrong, "it was right", now=later)
    assert bonds(cast) == [8, 4]


def test_only_who_writes_both_records_moves_and_puts_back(cast: Cast, other: Cast) -> None:
    _, wrong = weekly(cast, 8, 4)
    not_theirs = replace(cast, client_id=cast.other_client_id)
    with pytest.raises(NotPermitted):
        move(wrong, not_theirs)
    for who in (cast.supervisor, cast.administrator, cast.outsider):
        with pytest.raises(NotPermitted):
            move(wrong, other, who=who)
    with pytest.raises(NotPermitted):
        move(wrong, cast)  # where it is already
    move(wrong, other)
    with pytest.raises(NotPermitted):
        put_back(cast, wrong, who=cast.outsider)
    with db.transaction() as writing:
        writing.get_one(Client, other.client_id).clinician_id = cast.outsider.id
    with pytest.raises(NotPermitted):
        put_back(cast, wrong)
    with db.reading() as reading:
        row = reading.get_one(TherapySession, wrong)
        told = session_moves.removed_session(reading, cast.clinician, row, now=clock.now())
        assert told is not None
        assert (told.moved_to, told.returnable) == (None, False)
        told = session_moves.removed_session(reading, cast.outsider, row, now=clock.now())
        assert told is not None
        assert told.moved_to is not None


def test_what_stands_in_the_way_of_a_move(cast: Cast, other: Cast) -> None:
    (wrong,) = weekly(cast, 8)
    with pytest.raises(Incomplete, match="reason"):
        move(wrong, other, reason=" ")
    with pytest.raises(Incomplete, match="reason"):
        take_back(cast, wrong, "x" * 201)
    with pytest.raises(Stale):
        move(wrong, other, seen=99)
    with db.transaction() as writing:
        writing.get_one(Client, other.client_id).starts_on = today() + timedelta(days=1)
    with pytest.raises(Incomplete, match="began on"):
        move(wrong, other)
    assert bonds(cast) == [8]


def test_a_mark_of_the_second_person_needs_a_second_person(cast: Cast, other: Cast) -> None:
    with db.transaction() as writing:
        new = new_client(format=Format.COUPLE)
        pair = clients.add_client(writing, cast.clinician, new, now=clock.now())
        people = {person.letter: person.id for person in pair.participants}
    couple = replace(cast, client_id=pair.id)
    with db.transaction() as writing:
        both = replace(entry(marks(8, 8, 8, 8)), participant=people["B"])
        session_id = sessions.log_session(
            writing, cast.clinician, pair.id, SessionDetails(today()), both, now=clock.now()
        ).id
    with pytest.raises(Incomplete, match="B rated"):
        move(session_id, other)
    with db.transaction() as writing:
        another = clients.add_client(writing, cast.clinician, new, now=clock.now())
        theirs = {person.letter: person.id for person in another.participants}
    made = move(session_id, replace(cast, client_id=another.id))
    with db.reading() as reading:
        (rating,) = reading.scalars(select(Rating).where(Rating.session_id == made)).all()
    assert rating.participant_id == theirs["B"]
    assert couple.client_id != another.id


def test_what_does_not_count_is_read_and_not_written_to(cast: Cast, other: Cast) -> None:
    (wrong,) = weekly(cast, 8)
    seen = version_of(wrong)
    move(wrong, other)
    with db.reading() as reading:
        session_for(reading, cast.clinician, wrong, Permission.READ_RECORD, now=clock.now())
        with pytest.raises(NotPermitted):
            session_for(reading, cast.clinician, wrong, Permission.RECORD_SESSION, now=clock.now())
    with pytest.raises(Incomplete, match="session"):
        open_repair(cast, wrong)
    with pytest.raises(NotPermitted):
        move(wrong, other)
    with pytest.raises(Stale):
        put_back(cast, wrong, seen=seen)
    put_back(cast, wrong)
    with pytest.raises(Stale):
        put_back(cast, wrong)
    with pytest.raises(NotPermitted):
        put_back(other, log(cast.clinician, other.client_id, today(), 8, 8, 8, 8))


def changes(session_id: UUID, who: Actor, to: UUID | None) -> list[FlagsChanged]:
    with db.trial() as trying:
        return session_moves.changes_by(trying, who, session_id, to, now=clock.now())


def test_the_preview_is_what_happens_and_leaves_nothing_behind(cast: Cast, other: Cast) -> None:
    weekly(other, 9, 9, 9)
    _, wrong, _ = weekly(cast, 8, 4, 4)
    before = len(_removals())
    here, there = changes(wrong, cast.clinician, other.client_id)
    vanish = {view.finding.kind for view in here.vanish}
    assert FlagKind.DROP in vanish
    appear = [(view.finding.kind, view.slot.number) for view in there.appear]
    assert (FlagKind.DROP, 3) in appear
    assert len(_removals()) == before
    assert bonds(cast) == [8, 4, 4]
    flags = {view.flag.id for view in here.vanish}
    move(wrong, other)
    withdrawn = {f.flag.id for f in record(cast).flags if f.stage is Stage.WITHDRAWN}
    assert flags <= withdrawn
    new = {(f.finding.kind, f.slot.number) for f in record(other).flags if f.tier is not Tier.NOTE}
    assert set(appear) <= new


def test_the_preview_of_taking_back_is_of_one_record(cast: Cast) -> None:
    _, wrong = weekly(cast, 8, 4)
    (here,) = changes(wrong, cast.clinician, None)
    assert [view.finding.kind for view in here.vanish] == [FlagKind.DROP]
    assert bonds(cast) == [8, 4]


def _removals() -> list[SessionRemoval]:
    with db.reading() as reading:
        return list(reading.scalars(select(SessionRemoval)))


def test_the_right_client_is_found_by_code_among_ones_own(cast: Cast, other: Cast) -> None:
    code = record(other).client.code
    with db.reading() as reading:
        now = clock.now()
        found = session_moves.client_by_code(reading, cast.clinician, code.lower(), now=now)
        assert found is not None
        assert found.id == other.client_id
        for typed in ("", "%", f"{code}x"):
            assert session_moves.client_by_code(reading, cast.clinician, typed, now=now) is None
        assert session_moves.client_by_code(reading, cast.outsider, code, now=now) is None


def test_a_client_whose_only_session_does_not_count_is_passed_over_by_whoever_asks(
    cast: Cast, other: Cast
) -> None:
    (wrong,) = weekly(cast, 4)
    move(wrong, other)
    with db.reading() as reading:
        batches = rule_changes.changes(reading, today() - WEEK, now=clock.now())
        assert [each.client_id for batch in batches for each in batch] == [other.client_id]
    log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8)
    assert [slot.number for slot in record(cast).course.slots] == [1]
