"""One answer settles all that asks in a session: an entry for each flag, undone together, and nothing unseen."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import select

from tests.conftest import Cast, log, marks, new_client, weeks
from tests.services.recording import check_ins, correct, record
from tracker import clock, db
from tracker.domain.care.answers import Addressed, Answer, Move, Rupture, Stage
from tracker.domain.care.caseload import Need
from tracker.domain.errors import NotNow
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.models import AuditEntry
from tracker.services.care import flag_answers, sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.record import clients
from tracker.services.record.flag_views import FlagThing, FlagView
from tracker.services.record.ratings import RatingsEntry
from tracker.services.supervision.caseload import caseload

NOW = datetime(2026, 1, 12, 15, tzinfo=UTC)
WELL = [0] * 9
WORSE = [3] * 8 + [0]
AT_RISK = [3] * 8 + [2]


@pytest.fixture
def both(cast: Cast) -> Cast:
    """A client with an alliance measure and one of outcome, who in the second session is worse on both."""
    with db.transaction() as writing:
        new = new_client("session-check", "phq-9")
        made = clients.add_client(writing, cast.clinician, new, now=clock.now())
    theirs = replace(cast, client_id=made.id)
    rate(theirs, weeks(0), 8, WELL)
    rate(theirs, weeks(1), 5, WORSE)
    return theirs


def at(day: date) -> datetime:
    """In the afternoon of that day."""
    return datetime.combine(day, time(15), tzinfo=UTC)


def entered(bond: float, answers: Sequence[int]) -> RatingsEntry:
    return RatingsEntry(
        {
            ("session-check", Rater.CLIENT): marks(bond, 8, 8, 8),
            ("phq-9", Rater.CLIENT): marks(*answers, measure="phq-9"),
        }
    )


def rate(cast: Cast, day: date, bond: float, answers: Sequence[int]) -> object:
    with db.transaction() as writing:
        return sessions.log_session(
            writing,
            cast.clinician,
            cast.client_id,
            SessionDetails(day),
            entered(bond, answers),
            now=at(day),
        ).id


def asked(cast: Cast) -> list[FlagThing]:
    return record(cast).asking


def answer(
    cast: Cast, flag: FlagView, reply: Reply | Answer, now: datetime = NOW, **more: object
) -> object:
    said = Reply(reply) if isinstance(reply, Answer) else reply
    with db.transaction() as writing:
        return flag_answers.answer_flag(
            writing, cast.clinician, flag.flag.id, said, now=now, **more
        ).id


def undo(cast: Cast, flag: FlagView, answer_id: object, now: datetime = NOW) -> None:
    with db.transaction() as writing:
        flag_answers.undo_answer(writing, cast.clinician, flag.flag.id, answer_id, now=now)


def events(flags: Sequence[FlagView], event: str) -> set[object]:
    with db.reading() as reading:
        rows = select(AuditEntry.object_id).where(AuditEntry.event == event)
        ids = list(reading.scalars(rows))
    assert len(ids) == len(set(ids))
    return set(ids) & {flag.flag.id for flag in flags}


def test_one_answer_settles_the_thing_and_each_flag_has_its_entry(both: Cast) -> None:
    (thing,) = asked(both)
    assert thing.leader.finding.kind is FlagKind.DROP
    assert {flag.tier for flag in thing.others} == {Tier.REVIEW}
    said = Reply(Answer.TALKED, (Move.OWNED_PART,), Rupture.WITHDRAWAL, "In short")
    given = answer(both, thing.leader, said)
    assert asked(both) == []
    flags = [flag for flag in record(both).flags if flag.answers]
    assert {flag.flag.id for flag in flags} == {flag.flag.id for flag in thing.flags}
    for flag in flags:
        (entry,) = flag.answers
        leads = flag.flag.id == thing.leader.flag.id
        assert (entry.answer, entry.given_with_id) == ("talked", None if leads else given)
        assert (entry.moves, entry.note) == ((["owned_part"], "In short") if leads else ([], ""))
        assert flag.addressed is Addressed.YES
    assert events(thing.flags, "flag.answered") == {flag.flag.id for flag in thing.flags}


def test_undoing_any_of_them_takes_all_of_them_back(both: Cast) -> None:
    (thing,) = asked(both)
    given = answer(both, thing.leader, Answer.TALKED)
    beside = next(f for f in record(both).flags if f.flag.id == thing.others[0].flag.id)
    assert beside.last_answer
    with pytest.raises(NotNow, match="ten minutes"):
        undo(both, beside, beside.last_answer.id, NOW + timedelta(minutes=11))
    undo(both, beside, beside.last_answer.id, NOW + timedelta(minutes=10))
    (again,) = asked(both)
    assert [f.flag.id for f in again.flags] == [f.flag.id for f in thing.flags]
    assert events(thing.flags, "flag.answer_undone") == {flag.flag.id for flag in thing.flags}
    with pytest.raises(NotNow, match="not the last"):
        undo(both, thing.leader, given)


def test_what_was_answered_since_by_itself_is_not_taken_back(both: Cast) -> None:
    (thing,) = asked(both)
    given = answer(both, thing.leader, Answer.TALKED)
    beside = thing.others[0]
    answer(both, beside, Answer.CHANGED)
    undo(both, thing.leader, given)
    stages = {f.flag.id: f.stage for f in record(both).flags}
    assert (stages[thing.leader.flag.id], stages[beside.flag.id]) == (Stage.OPEN, Stage.ADDRESSED)


def test_a_wrong_entry_is_about_the_leader_alone_and_the_next_gravest_leads_then(
    both: Cast,
) -> None:
    (thing,) = asked(both)
    answer(both, thing.leader, Answer.ENTERED_WRONGLY)
    (still,) = asked(both)
    assert still.leader.stage is Stage.CORRECTION
    assert {flag.stage for flag in still.others} == {Stage.OPEN}
    correct(both, thing.leader.slot.session_id, weeks(1), entered(8, WORSE))
    (rest,) = asked(both)
    assert [f.flag.id for f in rest.flags] == [f.flag.id for f in thing.others]
    assert rest.need is Need.REVIEW


def test_what_came_up_or_changed_since_the_page_was_shown_is_not_settled_unseen(
    both: Cast,
) -> None:
    (thing,) = asked(both)
    shown = {flag.flag.id: flag.flag.version for flag in thing.others}
    changed = next(iter(shown))
    answer(both, thing.leader, Answer.TALKED, beside={**shown, changed: 0})
    (rest,) = asked(both)
    assert [flag.flag.id for flag in rest.flags] == [changed]


def test_risk_has_its_own_answer(both: Cast) -> None:
    rate(both, weeks(2), 3, AT_RISK)
    later = at(weeks(2))
    risk, *_ = asked(both)
    assert (risk.need, len(risk.flags)) == (Need.RISK, 1)
    answer(both, asked(both)[1].leader, Answer.TALKED, later)
    assert asked(both)[0].need is Need.RISK
    answer(both, risk.leader, Answer.RISK_PLAN, later)
    assert Need.RISK not in {thing.need for thing in asked(both)}


def test_an_earlier_flag_of_the_kind_is_settled_by_its_own_session(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 9, 9, 9, 9, now=NOW)
    log(cast.clinician, cast.client_id, weeks(1), 6, 9, 9, 9, now=NOW)
    log(cast.clinician, cast.client_id, weeks(2), 3, 9, 9, 9, now=at(weeks(2)))
    (thing,) = asked(cast)
    assert [flag.slot.number for flag in thing.flags] == [3, 2]
    answer(cast, thing.leader, Answer.TALKED, at(weeks(2)))
    newest, earlier = [flag for flag in record(cast).flags if flag.tier is Tier.CHECK_IN]
    assert (newest.addressed, earlier.addressed) == (Addressed.YES, Addressed.LATER)
    assert earlier.last_answer
    assert earlier.last_answer.talked_on == weeks(2)


def test_what_was_put_off_is_come_back_to_with_one_answer(both: Cast) -> None:
    (thing,) = asked(both)
    answer(both, thing.leader, Answer.NEXT_SESSION)
    (put_off,) = asked(both)
    assert (put_off.need, len(put_off.flags)) == (Need.COME_BACK, len(thing.flags))
    answer(both, put_off.leader, Answer.TALKED)
    assert asked(both) == []


def test_a_small_drop_counts_nowhere_until_it_is_planned(cast: Cast) -> None:
    for week, bond in enumerate((8, 6, 6)):
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8, now=at(weeks(week)))
    found = record(cast)
    (drop,) = [flag for flag in found.flags if flag.tier is Tier.CHECK_IN]
    assert (drop.finding.strength, drop.unanswered, drop.climbed) == (1, True, False)
    assert (found.asking, bool(found.open_work)) == ([], False)
    assert [thing.leader for thing in found.things] == [drop]
    answer(cast, drop, Answer.NEXT_SESSION, at(weeks(2)))
    assert [thing.need for thing in asked(cast)] == [Need.COME_BACK]


def test_a_review_that_is_answered_claims_no_talk_in_the_session(both: Cast) -> None:
    """A small drop beside it is settled too: as talked about on the day of the review, not in the session."""
    correct(both, record(both).course.slots[1].session_id, weeks(1), entered(6, WORSE))
    (thing,) = asked(both)
    assert (thing.leader.tier, thing.others[-1].finding.strength) == (Tier.REVIEW, 1)
    answer(both, thing.leader, Answer.TALKED, at(weeks(2)))
    (drop,) = [flag for flag in record(both).flags if flag.tier is Tier.CHECK_IN]
    assert (drop.addressed, drop.stage) == (Addressed.LATER, Stage.ADDRESSED)


def test_the_sentence_and_the_filters_count_the_same(cast: Cast) -> None:
    """What was put off is in neither's check-ins, and what stands below another thing is in both's."""
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(2), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(3), 8, 4, 8, 8)
    (newer, older) = check_ins(cast)
    with db.transaction() as writing:
        put_off = Reply(Answer.NEXT_SESSION)
        flag_answers.answer_flag(writing, cast.clinician, older.flag.id, put_off, now=clock.now())
    with db.reading() as reading:
        whole = caseload(reading, cast.clinician, cast.clinician.id, now=clock.now())
    assert whole.open_work.sentence() == "Open: 1 check-in, 1 to come back to."
    assert (whole.count(Need.CHECK_IN), whole.count(Need.COME_BACK)) == (1, 1)
    assert newer.needs_answer
