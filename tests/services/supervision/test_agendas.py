"""What is on an agenda, and what is not: before its day, on it and long after."""

from collections.abc import Callable
from datetime import timedelta
from threading import Barrier, Thread
from uuid import UUID

import pytest
from flask import Flask
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from tests.conftest import Cast, log
from tests.services.supervising import review
from tests.services.supervision.test_meetings import (
    another,
    decide,
    fall,
    make,
    opened,
    reasons,
    today,
)
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.errors import Stale
from tracker.domain.supervision.agenda import AgendaReason
from tracker.domain.supervision.sign_off import ReviewAct
from tracker.services.care import flag_answers
from tracker.services.care.flag_answers import Reply
from tracker.services.supervision import client_reviews, meetings
from tracker.services.supervision.meetings import ClientDecision


def test_what_comes_after_a_decision_ahead_of_the_meeting_is_on_its_agenda(cast: Cast) -> None:
    meeting = make(cast, days=5)
    for days in (14, 7):
        log(cast.clinician, cast.client_id, today() - timedelta(days=days), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, today() - timedelta(days=1), 5, 8, 8, 8)
    decide(cast, meeting, note="earlier than planned, about yesterday's drop as well")
    assert opened(cast.supervisor, meeting).blocks == ()
    log(cast.clinician, cast.client_id, today(), 3, 8, 8, 8)
    (block,) = opened(cast.supervisor, meeting).blocks
    found = {(reason.why, reason.since) for reason in block.reasons}
    assert found == {(AgendaReason.UNANSWERED, today())}, "and not what was talked about"


def test_an_agenda_of_the_past_has_nothing_that_came_after_it(cast: Cast) -> None:
    meeting = make(cast, days=-7)
    fall(cast, cast.client_id, 0)
    decide(cast, make(cast), note="today", what="Listen", who=cast.clinician.id)
    assert set(reasons(opened(cast.supervisor, meeting))) <= {AgendaReason.NOT_SEEN}
    assert AgendaReason.ACTION in reasons(opened(cast.supervisor, make(cast, days=1)))


def test_what_was_opened_again_is_on_it(cast: Cast) -> None:
    flag_id = fall(cast, cast.client_id, 1)
    with db.transaction() as writing:
        said = Reply(Answer.TALKED)
        flag_answers.answer_flag(writing, cast.clinician, flag_id, said, now=clock.now())
    review(cast.supervisor, flag_id, ReviewAct.NO_ACTION, "Known")
    assert AgendaReason.TO_DISCUSS not in reasons(opened(cast.supervisor, make(cast)))
    review(cast.supervisor, flag_id, ReviewAct.REOPENED, "After all")
    assert AgendaReason.TO_DISCUSS in reasons(opened(cast.supervisor, make(cast)))


def test_a_decision_from_a_page_that_was_overtaken_is_refused(cast: Cast) -> None:
    meeting = make(cast)
    seen = opened(cast.supervisor, meeting).seen
    decide(cast, meeting, note="in another tab")
    with pytest.raises(Stale), db.transaction() as writing:
        said = {cast.client_id: ClientDecision("in this one")}
        meetings.decide(writing, cast.supervisor, meeting, said, seen=seen, now=clock.now())
    assert opened(cast.supervisor, meeting).seen == "1"


@pytest.mark.only_on("postgresql", reason="a file has one writer at a time anyway")
def test_a_meeting_and_other_writers_of_its_clients_do_not_wait_for_each_other(
    app: Flask, cast: Cast
) -> None:
    """What is decided writes of several clients, and others of one: whoever holds the end of the trail has all locks."""
    both, meeting, start, failed = [another(cast), cast.client_id], make(cast), Barrier(3), []

    def writer(act: Callable[[Session], object]) -> None:
        with app.app_context():
            start.wait()
            try:
                for _ in range(25):
                    with db.transaction() as writing:
                        act(writing)
            except DBAPIError as error:
                failed.append(error)

    def decides(writing: Session) -> None:
        said = {client_id: ClientDecision("talked about") for client_id in both}
        meetings.decide(writing, cast.supervisor, meeting, said, now=clock.now())

    def reviews(client_id: UUID) -> Callable[[Session], object]:
        return lambda writing: client_reviews.review_client(
            writing, cast.supervisor, client_id, "", now=clock.now()
        )

    acts = [decides, *(reviews(client_id) for client_id in both)]
    threads = [Thread(target=writer, args=(act,)) for act in acts]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert failed == []
