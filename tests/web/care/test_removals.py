"""A session in the wrong record, in the browser: a look at what a move does, the move, and the way back."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from flask import Flask

from tests.conftest import Browser, Cast, log
from tests.services.care.test_things import answer
from tests.services.handover.test_session_moves import (
    TALKED,
    bonds,
    fell,
    move,
    other,
    take_back,
    today,
    weekly,
)
from tests.services.recording import record, version_of
from tests.services.supervising import review
from tests.web.care.test_usual_range import text_of
from tracker import clock, db
from tracker.domain.supervision.sign_off import ReviewAct
from tracker.models import Client, SessionRemoval

__all__ = ["other"]


def sent(session_id: UUID, code: str = "", **more: object) -> dict[str, object]:
    what = "moved" if code else "taken_back"
    asked = {"what": what, "client": code, "reason": "wrong client"}
    return {**asked, "version": version_of(session_id), **more}


def code_of(cast: Cast) -> str:
    return record(cast).client.code


def test_a_session_is_moved_after_a_look_at_what_that_does(
    page: Browser, cast: Cast, other: Cast
) -> None:
    weekly(other, 9, 9)
    _, wrong = weekly(cast, 8, 4)
    path = f"/sessions/{wrong}/removal"
    assert "Move or take back" in page.client.get(f"/sessions/{wrong}").text
    code = code_of(other)
    look = page.send(path, **sent(wrong, code))
    assert look.status_code == 200
    text = text_of(look)
    assert f"Move session 2 of {code_of(cast)} to {code}?" in text
    assert "Vanishes: Check in, session 2: Bond 8 → 4" in text
    assert "Appears: Check in, session 3: Bond 9 → 4" in text
    assert bonds(cast) == [8, 4]
    done = page.send(path, **sent(wrong, code, confirmed="yes"))
    assert (done.status_code, done.location) == (303, f"/sessions/{wrong}")
    assert (bonds(cast), bonds(other)) == ([8], [9, 9, 4])
    left = text_of(page.client.get(f"/sessions/{wrong}"))
    assert "was moved to another record" in left
    assert code in left
    sessions = text_of(page.client.get(f"/clients/{cast.client_id}/sessions"))
    assert "was moved to another record" in sessions
    assert code not in sessions
    (flag,) = fell(cast)
    assert "Withdrawn: session moved" in text_of(page.client.get(f"/flags/{flag.flag.id}"))
    for path in ("correct", "saved", "removal", "note", "handover"):
        assert page.client.get(f"/sessions/{wrong}/{path}").status_code == 404, path
    back = page.send(f"/sessions/{wrong}/put-back", version=version_of(wrong))
    assert back.status_code == 303
    assert (bonds(cast), bonds(other)) == ([8, 4], [9, 9])


def test_where_a_session_went_is_named_to_readers_of_both_alone(
    browser: Browser, cast: Cast, other: Cast
) -> None:
    _, wrong = weekly(cast, 8, 4)
    code = code_of(other)
    move(wrong, other)
    reader = browser.sign_in_as(cast.supervisor)
    assert code in reader.client.get(f"/sessions/{wrong}").text
    with db.transaction() as writing:
        writing.get_one(Client, other.client_id).clinician_id = cast.outsider.id
    shown = text_of(reader.client.get(f"/sessions/{wrong}"))
    assert "was moved to another record" in shown
    assert code not in shown
    handoff = text_of(reader.client.get(f"/clients/{cast.client_id}/handoff"))
    assert code not in handoff


@pytest.mark.parametrize(
    ("more", "says"),
    [
        ({"what": ""}, "Select what is to become of it"),
        ({"what": "moved", "client": "Z-999"}, "There is no client with this code"),
        ({"what": "moved", "client": ""}, "There is no client with this code"),
        ({"reason": ""}, "Enter the reason in a few words"),
        ({"reason": "x" * 201}, "Enter the reason in a few words"),
    ],
)
def test_what_stands_in_the_way_is_said_twice(
    page: Browser, cast: Cast, more: dict[str, object], says: str
) -> None:
    (wrong,) = weekly(cast, 8)
    given = page.send(f"/sessions/{wrong}/removal", **sent(wrong, **more))
    assert (given.status_code, given.text.count(says)) == (422, 2)
    assert bonds(cast) == [8]


def test_a_move_to_somebody_elses_client_says_the_same_as_one_to_nobodys(
    page: Browser, cast: Cast
) -> None:
    (wrong,) = weekly(cast, 8)
    with db.reading() as reading:
        theirs = reading.get_one(Client, cast.other_client_id).code
    given = page.send(f"/sessions/{wrong}/removal", **sent(wrong, theirs))
    assert given.status_code == 422
    assert "There is no client with this code" in given.text


def test_a_double_click_takes_back_once_and_a_second_tab_is_told(page: Browser, cast: Cast) -> None:
    _, wrong = weekly(cast, 8, 4)
    once_sent = sent(wrong, confirmed="yes", form_key=str(uuid4()))
    path = f"/sessions/{wrong}/removal"
    assert [page.send(path, **once_sent).status_code for _ in range(2)] == [303, 303]
    with db.reading() as reading:
        assert reading.query(SessionRemoval).count() == 1
    assert page.send(path, **sent(wrong, confirmed="yes")).status_code == 404
    assert page.send(f"/sessions/{wrong}/put-back", version=1).status_code == 409
    again = {"version": version_of(wrong), "form_key": str(uuid4())}
    back = f"/sessions/{wrong}/put-back"
    assert [page.send(back, **again).status_code for _ in range(2)] == [303, 303]
    assert page.send(back, version=version_of(wrong)).location == f"/sessions/{wrong}"


def test_a_page_that_was_overtaken_says_so(page: Browser, cast: Cast) -> None:
    _, wrong = weekly(cast, 8, 4)
    given = page.send(f"/sessions/{wrong}/removal", **sent(wrong, confirmed="yes", version=99))
    assert given.status_code == 409
    assert bonds(cast) == [8, 4]


def test_later_a_reason_is_asked_for(
    page: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, wrong = weekly(cast, 8, 4)
    take_back(cast, wrong)
    later = clock.now() + timedelta(minutes=11)
    monkeypatch.setattr(clock, "now", lambda: later)
    assert "Why is it put back?" in page.client.get(f"/sessions/{wrong}").text
    path = f"/sessions/{wrong}/put-back"
    given = page.send(path, version=version_of(wrong), reason="")
    assert (given.status_code, given.text.count("Enter the reason")) == (422, 2)
    given = page.send(path, version=version_of(wrong), reason="It was right")
    assert given.status_code == 303


def test_what_was_worked_on_stays_readable(page: Browser, cast: Cast) -> None:
    _, wrong = weekly(cast, 8, 4)
    (flag,) = fell(cast)
    answer(cast, flag, TALKED, clock.now())
    (repair,) = record(cast).repairs
    take_back(cast, wrong)
    left = text_of(page.client.get(f"/sessions/{wrong}"))
    assert "Talked about" in left
    assert "The repair of this session : withdrawn: session taken back" in left
    assert "Withdrawn: session taken back" in text_of(
        page.client.get(f"/repairs/{repair.repair.id}")
    )


def test_a_supervisor_who_signed_off_is_told_at_home(browser: Browser, cast: Cast) -> None:
    _, wrong = weekly(cast, 8, 4)
    (flag,) = fell(cast)
    review(cast.supervisor, flag.flag.id, ReviewAct.ADDRESSED)
    take_back(cast, wrong)
    home = text_of(browser.sign_in_as(cast.supervisor).client.get("/supervision"))
    assert "A session was taken back of which you had signed off a flag" in home


def test_a_session_of_today_that_was_taken_back_can_be_logged_anew(
    page: Browser, cast: Cast
) -> None:
    wrong = log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8)
    take_back(cast, wrong)
    log(cast.clinician, cast.client_id, today(), 7, 8, 8, 8)
    assert "Session 1" in text_of(page.client.get(f"/clients/{cast.client_id}/sessions"))


PAGES = (
    "/clients/{client}",
    "/clients/{client}/sessions",
    "/clients/{client}/repairs",
    "/clients/{client}/about",
    "/clients/{client}/explore",
    "/clients/{client}/goals",
    "/clients/{client}/objectives",
    "/clients/{client}/handoff",
    "/clients/{client}/reviews",
    "/clients/{client}/usual-range/session-check",
    "/caseloads/{clinician}",
    "/caseloads/{clinician}/report",
    "/caseloads/{clinician}/questions",
    "/caseloads/{clinician}/questions/silent",
    "/flags/{flag}",
    "/repairs/{repair}",
)


def test_every_page_of_the_record_opens_and_knows_it_no_more(
    app: Flask, cast: Cast, other: Cast
) -> None:
    _, wrong, _ = weekly(cast, 8, 4, 8)
    (flag,) = [each for each in fell(cast) if each.slot.number == 2]
    answer(cast, flag, TALKED, clock.now())
    (repair,) = record(cast).repairs
    review(cast.supervisor, flag.flag.id, ReviewAct.DISCUSS, "", today() + timedelta(days=1))
    move(wrong, other)
    ids = {
        "client": cast.client_id,
        "clinician": cast.clinician.id,
        "flag": flag.flag.id,
        "repair": repair.repair.id,
    }
    for who in (cast.clinician, cast.supervisor):
        client = Browser(app.test_client()).sign_in_as(who).client
        for page in PAGES:
            assert client.get(page.format(**ids)).status_code == 200, page
    board = Browser(app.test_client()).sign_in_as(cast.supervisor).client
    assert "Bond 8 → 4" not in board.get("/supervision?show=all").text
    new = "/clients/{client}/sessions/new".format(**ids)
    own = Browser(app.test_client()).sign_in_as(cast.clinician).client
    for page in (new, f"/clients/{cast.client_id}/together", f"/clients/{cast.client_id}/handover"):
        assert own.get(page, follow_redirects=True).status_code == 200, page
