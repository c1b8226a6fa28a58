"""What supervision says about flags: kept for good, bound to what it saw, by nobody about their own."""

from datetime import timedelta
from threading import Barrier, Thread
from uuid import UUID, uuid4

import pytest
from flask import Flask
from sqlalchemy import select, update
from sqlalchemy.exc import DatabaseError

from tests.conftest import Cast, entry, log, marks, weeks
from tests.services.recording import correct
from tests.services.supervising import end_links, review, shown, thread
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.people.access import Actor, Permission, Role
from tracker.domain.supervision.sign_off import BoardState, Review, ReviewAct, Signed
from tracker.models import AuditEntry, Client, FlagReview, User
from tracker.services.access import permissions, supervision
from tracker.services.care import flag_answers
from tracker.services.care.flag_answers import Reply
from tracker.services.office.actors import actor_of
from tracker.services.record import records
from tracker.services.record.reaching import flag_for
from tracker.services.supervision import caseload, flag_pages, flag_reviews


@pytest.fixture
def flag_id(cast: Cast) -> UUID:
    """A drop of the clinician's client, unanswered."""
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        found = records.record(reading, cast.clinician, cast.client_id, now=clock.now())
        return found.flags[0].flag.id


def answer(cast: Cast, flag_id: UUID, said: Answer = Answer.TALKED) -> UUID:
    with db.transaction() as writing:
        given = flag_answers.answer_flag(
            writing, cast.clinician, flag_id, Reply(said), now=clock.now()
        )
        return given.id


def sessions_of(cast: Cast) -> list[UUID]:
    with db.reading() as reading:
        found = records.record(reading, cast.clinician, cast.client_id, now=clock.now())
        return [slot.session_id for slot in found.course.slots]


def test_a_thread_keeps_everything_in_order(cast: Cast, flag_id: UUID) -> None:
    review(cast.supervisor, flag_id, ReviewAct.ASKED, " What happened? ")
    review(cast.clinician, flag_id, ReviewAct.COMMENT, "I was on leave")
    day = clock.now().date() + timedelta(days=3)
    review(cast.supervisor, flag_id, ReviewAct.DISCUSS, discuss_on=day)
    review(cast.supervisor, flag_id, ReviewAct.ADDRESSED, "By phone")
    review(cast.supervisor, flag_id, ReviewAct.REOPENED, "Not yet, after all")
    found = thread(cast.supervisor, flag_id)
    assert [(e.sequence, e.act, e.note) for e in found.entries] == [
        (1, "asked", "What happened?"),
        (2, "comment", "I was on leave"),
        (3, "discuss", ""),
        (4, "addressed", "By phone"),
        (5, "reopened", "Not yet, after all"),
    ]
    assert found.people == {cast.supervisor.id: "Supervisor", cast.clinician.id: "Clinician"}
    assert (found.signed, found.void) == (Signed.OPENED_AGAIN, frozenset())
    with db.reading() as reading:
        events = (
            select(AuditEntry).where(AuditEntry.event == "flag.reviewed").order_by(AuditEntry.seq)
        )
        noted = [(e.actor_id, e.object_id, e.detail["act"]) for e in reading.scalars(events)]
    assert noted[0] == (cast.supervisor.id, flag_id, "asked")
    assert len(noted) == 5


def test_no_entry_can_be_changed(cast: Cast, flag_id: UUID) -> None:
    review(cast.supervisor, flag_id, ReviewAct.COMMENT, "first")
    with pytest.raises(DatabaseError), db.transaction() as writing:
        writing.execute(update(FlagReview).values(note="other"))


def waits(cast: Cast, flag_id: UUID) -> bool:
    """Whether supervision waits for an answer: the flag's page, the board and the caseload say the same."""
    with db.reading() as reading:
        own = caseload.caseload(reading, cast.clinician, cast.clinician.id, now=clock.now())
    said = {
        thread(cast.clinician, flag_id).waits,
        any(row.asked for row in shown(cast).rows if row.flag_id == flag_id),
        any(row.asked for row in own.rows),
    }
    assert len(said) == 1
    return said.pop()


def test_a_question_waits_until_it_is_answered(cast: Cast, flag_id: UUID) -> None:
    assert not waits(cast, flag_id)
    review(cast.supervisor, flag_id, ReviewAct.ASKED)
    assert waits(cast, flag_id)
    given = answer(cast, flag_id)
    assert not waits(cast, flag_id)
    assert thread(cast.supervisor, flag_id).signed is Signed.NOT_SIGNED
    with pytest.raises(Incomplete):  # it is answered
        review(cast.supervisor, flag_id, ReviewAct.ASKED)
    with db.transaction() as writing:
        flag_answers.undo_answer(writing, cast.clinician, flag_id, given, now=clock.now())
    assert waits(cast, flag_id), "an answer that was taken back is none"


@pytest.mark.parametrize("how", ["signed off", "withdrawn"])
def test_a_question_ends_with_what_it_asks_about(cast: Cast, flag_id: UUID, how: str) -> None:
    review(cast.supervisor, flag_id, ReviewAct.ASKED)
    if how == "signed off":
        review(cast.supervisor, flag_id, ReviewAct.ADDRESSED, "By phone")
    else:
        correct(cast, sessions_of(cast)[1], weeks(1), entry(marks(8, 8, 8, 8)))
    assert not waits(cast, flag_id)


def test_a_question_waits_again_once_the_sign_off_is_reopened(cast: Cast, flag_id: UUID) -> None:
    review(cast.supervisor, flag_id, ReviewAct.ASKED)
    review(cast.supervisor, flag_id, ReviewAct.NO_ACTION, "Known")
    assert not waits(cast, flag_id)
    review(cast.supervisor, flag_id, ReviewAct.REOPENED, "It came up again")
    assert waits(cast, flag_id)


def test_a_correction_voids_a_sign_off_visibly(cast: Cast, flag_id: UUID) -> None:
    answer(cast, flag_id)
    review(cast.supervisor, flag_id, ReviewAct.ADDRESSED)
    assert thread(cast.supervisor, flag_id).signed is Signed.SIGNED_OFF
    second = sessions_of(cast)[1]
    correct(cast, second, weeks(1), entry(marks(4, 8, 8, 8)))
    found = thread(cast.supervisor, flag_id)
    assert found.signed is Signed.VOID
    (given,) = found.entries
    assert found.void == {given.id}
    (row,) = shown(cast).rows
    assert row.void
    again = review(cast.supervisor, flag_id, ReviewAct.NO_ACTION, "Known")
    assert thread(cast.supervisor, flag_id).signed is Signed.SIGNED_OFF
    assert thread(cast.supervisor, flag_id).void == {given.id}, "the first one stays marked"
    correct(cast, second, weeks(1), entry(marks(8, 8, 8, 8)))
    withdrawn = thread(cast.supervisor, flag_id)
    assert (withdrawn.signed, withdrawn.possible) == (Signed.VOID, (ReviewAct.COMMENT,))
    assert withdrawn.void == {given.id, again.id}


def test_what_was_opened_again_is_marked_on_the_board(cast: Cast, flag_id: UUID) -> None:
    answer(cast, flag_id)
    review(cast.supervisor, flag_id, ReviewAct.ADDRESSED)
    review(cast.supervisor, flag_id, ReviewAct.REOPENED, "It came up again")
    (row,) = shown(cast).rows
    assert (row.state, row.opened_again, row.first) == (BoardState.ANSWERED, True, True)


def test_an_undone_answer_voids_it_and_a_further_one_does_not(cast: Cast, flag_id: UUID) -> None:
    first = answer(cast, flag_id)
    review(cast.supervisor, flag_id, ReviewAct.ADDRESSED)
    further = answer(cast, flag_id, Answer.EXPLAINED)
    assert thread(cast.supervisor, flag_id).signed is Signed.SIGNED_OFF
    for given in (further, first):
        with db.transaction() as writing:
            flag_answers.undo_answer(writing, cast.clinician, flag_id, given, now=clock.now())
    assert thread(cast.supervisor, flag_id).signed is Signed.VOID


@pytest.mark.parametrize("meanwhile", ["answered", "reviewed", "corrected", "commented"])
def test_a_sign_off_from_a_page_that_was_overtaken_is_refused(
    cast: Cast, flag_id: UUID, meanwhile: str
) -> None:
    seen = thread(cast.supervisor, flag_id).seen
    if meanwhile == "answered":
        answer(cast, flag_id)
    elif meanwhile == "reviewed":
        review(cast.supervisor, flag_id, ReviewAct.NO_ACTION, "a slip")
    elif meanwhile == "commented":
        review(cast.clinician, flag_id, ReviewAct.COMMENT, "wait")
    else:
        correct(cast, sessions_of(cast)[1], weeks(1), entry(marks(4, 8, 8, 8)))
    with pytest.raises(Stale):
        review(cast.supervisor, flag_id, ReviewAct.ADDRESSED, seen=seen)
    review(cast.supervisor, flag_id, ReviewAct.COMMENT, "a comment only adds", seen=seen)


def test_nobody_signs_off_their_own(app: Flask, cast: Cast, flag_id: UUID) -> None:
    """Neither as the clinician, nor as a supervisor who was the clinician before."""
    both = Actor(cast.clinician.id, "Both", frozenset({Role.CLINICIAN, Role.SUPERVISOR}))
    with pytest.raises(NotPermitted):
        review(both, flag_id, ReviewAct.ADDRESSED)
    now = clock.now()
    with db.transaction() as writing:
        from tracker.services.people import accounts, reassigning

        held = accounts.AccountDetails("c@practice.example", "Both", both.roles)
        accounts.edit_account(writing, None, both.id, held, "1", now=now)
        reassigning.reassign(writing, None, both.id, cast.outsider.id, "leaves", now=now)
        people = {"supervisor": both.id, "clinician": cast.outsider.id}
        supervision.link_supervision(writing, **people, starts_on=weeks(0), now=now)
        supervisor = actor_of(writing.get_one(User, both.id))
    with pytest.raises(NotNow):
        review(supervisor, flag_id, ReviewAct.ADDRESSED)
    assert review(supervisor, flag_id, ReviewAct.COMMENT, "I held this session").act == "comment"
    with db.reading() as reading:
        page = flag_pages.flag_page(reading, supervisor, flag_id, Permission.READ_RECORD, now=now)
    assert (page.supervises, page.signs) == (True, (ReviewAct.ASKED, ReviewAct.COMMENT))


def test_who_answered_does_not_sign_off_either(cast: Cast, flag_id: UUID) -> None:
    answer(cast, flag_id)
    with db.reading() as reading:
        view, _ = flag_for(
            reading, cast.supervisor, flag_id, Permission.READ_RECORD, now=clock.now()
        )
        of = (reading.get_one(Client, cast.client_id), view.flag)
        assert permissions.is_own_work(reading, cast.clinician, *of, now=clock.now())
        assert not permissions.is_own_work(reading, cast.supervisor, *of, now=clock.now())


@pytest.mark.parametrize("name", ["administrator", "outsider"])
def test_nobody_else_says_anything(cast: Cast, flag_id: UUID, name: str) -> None:
    for act in ReviewAct:
        with pytest.raises(NotPermitted):
            review(cast.named(name), flag_id, act, "x", seen="1.0")
    with pytest.raises(NotPermitted):
        review(cast.supervisor, uuid4(), ReviewAct.COMMENT, "x", seen="1.0")


def test_a_link_that_ended_closes_everything_at_once(cast: Cast, flag_id: UUID) -> None:
    seen = thread(cast.supervisor, flag_id).seen
    end_links(cast)
    for act in ReviewAct:
        with pytest.raises(NotPermitted):
            review(cast.supervisor, flag_id, act, "x", seen=seen)
    assert shown(cast).rows == ()


def test_several_are_signed_off_together_or_none(cast: Cast, flag_id: UUID) -> None:
    log(cast.clinician, cast.client_id, weeks(2), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(3), 5, 8, 8, 8)
    rows = [row for row in shown(cast).rows if row.finding.falls]
    chosen = {flag.flag_id: flag.seen for row in rows for flag in row.flags}
    assert (len(rows), len(chosen)) == (1, 2), "one line, and each of its flags is signed off"
    said = Review(ReviewAct.ADDRESSED, "Talked about in the group")
    stale = {**chosen, flag_id: "0.0"}
    with pytest.raises(Stale), db.transaction() as writing:
        flag_reviews.sign_off_together(writing, cast.supervisor, stale, said, now=clock.now())
    assert {row.signed for row in shown(cast).rows} == {Signed.NOT_SIGNED}
    absent = {**chosen, uuid4(): "1.0"}
    with pytest.raises(NotPermitted), db.transaction() as writing:
        flag_reviews.sign_off_together(writing, cast.supervisor, absent, said, now=clock.now())
    for wrong, field in (({}, "chosen"), (chosen, "act")):
        act = None if field == "act" else ReviewAct.ADDRESSED
        with pytest.raises(Incomplete) as refused, db.transaction() as writing:
            flag_reviews.sign_off_together(
                writing, cast.supervisor, wrong, Review(act), now=clock.now()
            )
        assert refused.value.problems.keys() == {field}
    with db.transaction() as writing:
        count = flag_reviews.sign_off_together(
            writing, cast.supervisor, chosen, said, now=clock.now()
        )
    assert count == 2
    assert {r.state for r in shown(cast).rows if r.finding.falls} == {BoardState.SIGNED_OFF}


def test_two_sign_offs_at_one_moment_make_one(app: Flask, cast: Cast, flag_id: UUID) -> None:
    seen, start, found = thread(cast.supervisor, flag_id).seen, Barrier(8), []

    def sign() -> None:
        with app.app_context():
            start.wait()
            try:
                review(cast.supervisor, flag_id, ReviewAct.ADDRESSED, seen=seen)
                found.append("signed")
            except Stale:
                found.append("stale")

    threads = [Thread(target=sign) for _ in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert sorted(found) == ["signed"] + ["stale"] * 7
    assert len(thread(cast.supervisor, flag_id).entries) == 1
