"""A tablet goes to the client and comes back: whose it is, how often one may try, what becomes of the sign-in."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Cast
from tests.services.handing import HIGH, OWN, answer, handed, ratings_of, send, session_today, state
from tracker import clock, db
from tracker.domain.course.handover import Way
from tracker.domain.errors import NotPermitted
from tracker.models import Handover, SignIn, User
from tracker.services.access import sign_ins
from tracker.services.handover import answering, handovers, taking_back


def sign_in(row: Handover) -> SignIn:
    with db.reading() as reading:
        return reading.get_one(SignIn, row.sign_in_id)


def back(row: Handover, after: timedelta = timedelta(0)) -> tuple[User, str] | None:
    with db.transaction() as writing:
        return taking_back.take_back(writing, row, now=clock.now() + after)


def checked(token: str) -> bool:
    with db.reading() as reading:
        now = clock.now()
        return bool(sign_ins.check_sign_in(reading, token, now=now))


def test_the_sign_in_waits_and_goes_on(cast: Cast) -> None:
    with db.transaction() as writing:
        token = sign_ins.open_sign_in(writing, cast.clinician.id, now=clock.now())
    row = handed(cast.clinician, session_today(cast))
    assert checked(token)  # another browser of theirs stays as it is
    assert sign_in(row).state == "suspended"
    with db.reading() as reading:
        assert taking_back.whose(reading, row).id == cast.clinician.id
    found = back(row)
    assert found
    assert (found[0].id, checked(found[1]), sign_in(row).state) == (
        cast.clinician.id,
        True,
        "active",
    )
    with db.reading() as reading:
        assert taking_back.whose(reading, row) is None
    assert back(row) is None


def test_what_was_not_sent_is_kept_as_partial(cast: Cast) -> None:
    today = session_today(cast)
    row = handed(cast.clinician, today)
    answer(row, {"bond": "5"})
    back(row)
    assert state(row).state == "partial"
    assert ratings_of(cast, today)[OWN, "client"].answers == {"bond": 5}


def test_the_clients_token_is_gone_with_it(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    with db.transaction() as writing:
        token = answering.give_token(writing, writing.get_one(Handover, row.id))
        assert answering.held_by(writing, token, now=clock.now())
    answer(row, HIGH)
    send(row)
    back(row)
    with db.reading() as reading:
        assert answering.held_by(reading, token, now=clock.now()) is None


def test_a_sign_in_that_ended_meanwhile_does_not_come_back(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    with db.transaction() as writing:
        sign_ins.end_own_sign_in(writing, cast.clinician, row.sign_in_id, now=clock.now())
    assert back(row) is None
    other = handed(cast.clinician, state(row).session_id)
    assert back(other, after=sign_ins.ABSOLUTE_TIMEOUT + timedelta(minutes=1)) is None
    assert sign_in(other).end_reason == "too_long"


def test_a_disabled_account_gets_nothing_back(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    with db.transaction() as writing:
        writing.get_one(User, cast.clinician.id).active = False
    assert back(row) is None
    with db.reading() as reading:
        assert taking_back.whose(reading, row) is None


def test_tries_are_counted_before_they_are_looked_at(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    for expected in range(1, 8):
        with db.transaction() as writing:
            assert taking_back.take_try(writing, row) == expected


def test_after_too_many_the_sign_in_is_over(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    with db.transaction() as writing:
        taking_back.shut(writing, row, now=clock.now())
    assert (sign_in(row).state, sign_in(row).end_reason) == ("ended", "wrong_pin")
    assert (state(row).state, state(row).token_hash) == ("unanswered", None)
    with db.transaction() as writing:  # once more changes nothing
        sign_ins.end_suspended(writing, row.sign_in_id, reason="again", now=clock.now())
    assert sign_in(row).end_reason == "wrong_pin"


def test_a_wrong_try_that_comes_late_does_not_end_a_sign_in_that_goes_on(
    app: Flask, cast: Cast
) -> None:
    row = handed(cast.clinician, session_today(cast))

    def shut() -> None:
        with app.app_context(), db.transaction() as writing:
            known = writing.get_one(SignIn, row.sign_in_id)  # which waits, as far as is known
            sign_ins.end_suspended(writing, known.id, reason="wrong_pin", now=clock.now())
            assert known.state == "active"

    with ThreadPoolExecutor(1) as pool:
        with db.transaction() as writing:
            sign_ins.resume(writing, row.sign_in_id, now=clock.now())
            shutting = pool.submit(shut)
            with pytest.raises(TimeoutError):
                shutting.result(timeout=0.3)
        shutting.result(timeout=20)
    assert (sign_in(row).state, sign_in(row).end_reason) == ("active", None)


def test_a_browser_that_missed_the_answer_finds_the_clients_page(cast: Cast) -> None:
    now = clock.now()
    today = session_today(cast)
    with db.transaction() as writing:
        token = sign_ins.open_sign_in(writing, cast.clinician.id, now=now)
        assert taking_back.again(writing, token) is None
        assert taking_back.again(writing, "no such token") is None
        mine = writing.scalars(select(SignIn.id).order_by(SignIn.created_at.desc())).first()
    with db.transaction() as writing:
        wanted = handovers.HandoverWish(Way.TABLET, (OWN,))
        (row,) = handovers.hand_over(writing, cast.clinician, today, wanted, sign_in=mine, now=now)
    with db.transaction() as writing:
        given = taking_back.again(writing, token)
        assert given
        held = answering.held_by(writing, given, now=now)
        assert held
        assert (held.id, held.on_tablet, held.running) == (row.id, True, True)


def test_only_a_sign_in_that_holds_can_wait(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    for sign_in_id in (row.sign_in_id, row.id):
        with pytest.raises(NotPermitted), db.transaction() as writing:
            sign_ins.suspend(writing, sign_in_id, now=clock.now())


def test_a_suspended_sign_in_ends_with_the_others(cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast))
    with db.transaction() as writing:
        sign_ins.end_all_sign_ins(writing, cast.clinician.id, reason="password", now=clock.now())
    assert sign_in(row).state == "ended"
