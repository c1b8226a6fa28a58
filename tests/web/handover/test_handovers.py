"""The clinician's pages of a hand-over: how, what is asked, what became of it; and looking together."""

import re
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select

from tests.conftest import Browser, Cast, log, marks, weeks
from tests.services.handing import HIGH, OWN, answer, handed, send, session, session_today, state
from tests.web.clients import shown
from tracker import clock, db
from tracker.domain.course.handover import Way
from tracker.domain.course.sessions import NoRating, Status
from tracker.models import AuditEntry, Client, Handover
from tracker.web.handover.handovers import qr_code


@pytest.fixture
def staff(app: Flask, cast: Cast, browser: Browser, monkeypatch: pytest.MonkeyPatch) -> Browser:
    """The clinician's browser, on a site that phones reach."""
    monkeypatch.setitem(app.config, "TRACKER_SITE", "https://tracker.example")
    return browser.sign_in_as(cast.clinician)


def only() -> Handover:
    with db.reading() as reading:
        return reading.scalars(select(Handover)).one()


def test_it_asks_whether_this_is_the_right_client(staff: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        client = writing.get_one(Client, cast.client_id)
        client.initials, code = "AK", client.code
    page = staff.client.get(f"/clients/{cast.client_id}/handover").text
    assert f'<h1>Hand over to {code} <span class="initials">AK</span></h1>' in page
    assert f"<strong>Is this the right client?</strong> {code}, AK." in page
    assert "Session 1 is logged for today when you start" in page
    assert "Guided Access" in page
    assert "App pinning" in page


def test_from_the_caseload_the_session_is_logged(staff: Browser, cast: Cast) -> None:
    sent = staff.send(f"/clients/{cast.client_id}/handover", way="code", measures=OWN)
    assert sent.location == f"/handovers/{only().id}"
    assert session(only().session_id).no_rating == NoRating.ASKED
    again = staff.client.get(f"/clients/{cast.client_id}/handover")
    assert again.location == f"/sessions/{only().session_id}/handover"
    page = staff.client.get(again.location).text
    assert "open already" in page
    assert "Start on this tablet" not in page
    answer = staff.send(f"/clients/{cast.client_id}/handover", way="code", measures=OWN)
    assert (answer.status_code, "open already" in answer.text) == (409, True)


def test_from_the_form_with_ones_own_rating_first(staff: Browser, cast: Cast) -> None:
    path = f"/clients/{cast.client_id}/sessions/new"
    mine = {f"{OWN}.therapist.{key}": "9" for key in HIGH}
    day = clock.now().date()
    when = {"held_on-day": day.day, "held_on-month": day.month, "held_on-year": day.year}
    sent = staff.send(
        path,
        **mine,
        **when,
        status="attended",
        setting="in_person",
        no_rating="in_session",
        then="hand_over",
    )
    assert re.fullmatch(r"/sessions/[^/]+/handover", sent.location), sent.text
    page = staff.client.get(sent.location).text
    assert "Session 1, today" in page


def test_the_code_and_the_picture_stay_while_it_waits(staff: Browser, cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    for _ in range(2):
        page = staff.client.get(f"/handovers/{row.id}").text
        digits = shown(row).code
        assert f"{digits[:3]} {digits[3:]}" in page
        assert "tracker.example/c" in page
        assert "<svg" in page
        assert "Waiting for the client to open it" in page
        assert shown(row).secret not in re.sub(r"<svg.*?</svg>", "", page)
    assert staff.client.get(f"/handovers/{row.id}/status").text == "waiting"


def test_the_picture_holds_the_address() -> None:
    first, second = (
        qr_code("https://tracker.example/c#one"),
        qr_code("https://tracker.example/c#two"),
    )
    assert first != second
    assert first == qr_code("https://tracker.example/c#one")


def test_the_link_stands_in_no_address_title_or_entry(staff: Browser, cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.LINK)
    page = staff.client.get(f"/handovers/{row.id}").text
    secret = shown(row).secret
    assert f"https://tracker.example/c#{secret}" in page
    assert secret not in re.search(r"<title>(.*)</title>", page)[1]
    with db.reading() as reading:
        assert not any(secret in str(e.detail) for e in reading.scalars(select(AuditEntry)))


def test_what_became_of_it(staff: Browser, cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    with db.transaction() as writing:
        from tracker.services.handover import handovers

        handovers.open_by(writing, handovers.shown_of(writing, row).code, now=clock.now())
    page = staff.client.get(f"/handovers/{row.id}").text
    assert "The client has it, since" in page
    assert shown(row).code not in page
    answer(row, HIGH)
    send(row)
    page = staff.client.get(f"/handovers/{row.id}").text
    assert "Answered, " in page
    assert f"/sessions/{row.session_id}/marks" in page
    assert "Handed over by a code: answered" in staff.client.get(f"/sessions/{row.session_id}").text


def test_a_code_whose_time_is_over_says_so(
    staff: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = clock.now() - timedelta(minutes=16)
    row = handed(cast.clinician, session_today(cast), way=Way.CODE, now=made)
    # the first request of an hour ends what is over
    assert staff.client.get(f"/handovers/{row.id}/status").text in ("over", "unanswered")
    page = staff.client.get(f"/handovers/{row.id}").text
    assert "Ended without an answer" in page
    assert "Hand over again" in page
    assert (state(row).state, session(row.session_id).no_rating) == ("unanswered", "not_given")


def test_cancelling(staff: Browser, cast: Cast) -> None:
    row = handed(cast.clinician, session_today(cast), way=Way.CODE)
    sent = staff.send(f"/handovers/{row.id}/cancel")
    assert sent.location == f"/sessions/{row.session_id}"
    assert state(row).state == "cancelled"
    assert "Cancelled" in staff.client.get(f"/handovers/{row.id}").text


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"way": "code", "measures": []}, "Choose what the client is asked"),
        ({"way": "pigeon", "measures": [OWN]}, "Choose how to hand over"),
        ({"measures": [OWN]}, "Choose how to hand over"),
        ({"way": "code", "measures": ["no-such"]}, "Choose what the client is asked"),
    ],
)
def test_what_stands_in_the_way(
    staff: Browser, cast: Cast, fields: dict[str, object], message: str
) -> None:
    sent = staff.send(f"/clients/{cast.client_id}/handover", **fields)
    assert (sent.status_code, message in sent.text) == (422, True)
    with db.reading() as reading:
        assert not reading.scalars(select(Handover)).all()


def test_where_no_phone_reaches_it_the_page_says_so(
    app: Flask, staff: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(app.config, "TRACKER_SITE", None)
    path = f"/clients/{cast.client_id}/handover"
    page = staff.client.get(path).text
    assert "it only listens on this machine" in page
    assert "Show a code" not in page
    monkeypatch.setitem(app.config, "TRUSTED_HOSTS", ["practice.lan"])
    page = staff.client.get(path, base_url="http://practice.lan:8000").text
    assert "sign-in" in page or "Show a code" in page


def test_a_session_without_anything_to_ask(staff: Browser, cast: Cast) -> None:
    missed = log(cast.clinician, cast.client_id, weeks(0), status=Status.MISSED)
    assert "took place" in staff.client.get(f"/sessions/{missed}/handover").text
    rated = log(cast.clinician, cast.client_id, weeks(1), 8, 8, 8, 8)
    page = staff.client.get(f"/sessions/{rated}/handover").text
    assert "Well-being check" in page
    assert 'value="session-check"' not in page
    no_rating = log(cast.clinician, cast.client_id, weeks(2), no_rating=NoRating.DECLINED)
    assert "Client preferred not to rate" in staff.client.get(f"/sessions/{no_rating}/marks").text


def test_what_a_client_is_asked(staff: Browser, cast: Cast) -> None:
    path = f"/clients/{cast.client_id}/asked"
    page = staff.client.get(path).text
    assert re.search(r'value="start" checked', page)
    wanted = {
        "alliance": OWN,
        "alliance_at": "start",
        "outcome": "none",
        "outcome_at": "start",
        "language": "de",
    }
    assert staff.send(path, **wanted, version="1").status_code == 303
    page = staff.client.get(f"/clients/{cast.client_id}/handover").text
    assert "At the start of a session: Session check" in page
    stale = staff.send(path, **wanted, version="1")
    assert (stale.status_code, "changed meanwhile" in stale.text) == (409, True)
    wrong = staff.send(path, **{**wanted, "language": "fr"}, version="2")
    assert (wrong.status_code, "Choose one of the answers" in wrong.text) == (422, True)
    assert staff.client.get(path).text.count("Deutsch") == 1


def test_looking_together_shows_marks_alone(staff: Browser, cast: Cast) -> None:
    path = f"/clients/{cast.client_id}/together"
    assert "After two ratings you see a line here" in staff.client.get(path).text
    from tests.conftest import entry
    from tracker.services.care import sessions
    from tracker.services.care.sessions import SessionDetails

    for week, bond in enumerate((8, 5)):
        with db.transaction() as writing:
            both = entry(marks(bond, 8, 8, 8), marks(9, 9, 9, 9))
            sessions.log_session(
                writing,
                cast.clinician,
                cast.client_id,
                SessionDetails(weeks(week)),
                both,
                now=clock.now(),
            )
    page = staff.client.get(path).text
    assert "How you have rated our work" in page
    assert "d-client" in page
    for word in ("d-therapist", "d-flag", "d-band", "Bond", "Sign out", ">9<"):
        assert word not in page
    page = staff.client.get(f"{path}?therapist=1").text
    assert "d-therapist" in page
    assert ">9<" in page
    with db.transaction() as writing:
        writing.get_one(Client, cast.client_id).language = "de"
    page = staff.client.get(path).text
    assert "Wie Sie unsere Arbeit eingeschätzt haben" in page
    assert "5. Januar 2026" in page
