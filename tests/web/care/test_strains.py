"""Tension on pages: asked of the therapist first, said side by side, followed up in one tap."""

import re

from flask import Flask
from sqlalchemy import select

from tests.conftest import Browser, Cast, new_client
from tests.services.handing import WELLBEING, answer, handed, ratings_of, send, session_today
from tests.services.recording import record
from tests.web.care.test_usual_range import text_of
from tests.web.clients import OWN, answer_all, handed_code, handed_tablet, phone, post
from tests.web.sending import both_versions, new_url, rated
from tracker import clock, db
from tracker.domain.care.answers import Move
from tracker.domain.course.markers import StrainMarker
from tracker.domain.measures.strain import StrainAnswer, StrainSeen
from tracker.models import ClientMeasure, Rating
from tracker.services.handover import handovers
from tracker.services.record import clients
from tracker.services.record.course import strain_of
from tracker.services.record.strain_views import strains_of

HIGH = {"bond": "8", "goals": "8", "tasks": "8", "overall": "8"}
CLIENT = "session-check.client."
THERAPIST = "session-check.therapist."
THEIRS = {f"{CLIENT}strain": "yes", f"{CLIENT}settled": "not"}
ALONE = "Client: tension, not settled. You: none. Two views often differ."


def test_tension_that_the_client_alone_noticed_is_followed_up_in_one_tap(
    page: Browser, cast: Cast
) -> None:
    form = text_of(page.client.get(new_url(cast)))
    assert form.index("between the client and me in this session?") < form.index(
        "I felt understood"
    )
    saved = page.send(new_url(cast), **rated(**THEIRS, **{f"{THERAPIST}strain": "none"}))
    shown = page.client.get(saved.location)
    assert ALONE in text_of(shown)
    assert "The client noticed tension or a misunderstanding, not settled" in text_of(shown)
    assert "Only the client can say." not in text_of(shown).split(ALONE)[0]
    (held,) = re.findall(r'name="session" value="([^"]+)"', shown.text)
    (flag,) = re.findall(r'action="(/flags/[^"]+)"', shown.text)
    assert "Open a repair for session 1" in page.client.get(flag).text
    made = page.send(f"/clients/{cast.client_id}/repairs/new", session=held)
    assert made.status_code == 303
    repair = text_of(page.client.get(made.location))
    assert "session 1: Tension" in repair
    after = page.client.get(saved.location).text
    assert "Open a repair for session 1" not in after
    assert "A repair is open for this session" in after
    assert "Open a repair for session 1" not in page.client.get(flag).text
    answers = text_of(page.client.get(f"/clients/{cast.client_id}/repairs"))
    assert "Tension, as each side noticed it 1 session" in answers
    assert "noticed by the client only" in answers


def test_what_was_known_by_then_is_held_against_nobody(page: Browser, cast: Cast) -> None:
    known = {f"{THERAPIST}strain": "none", f"{THERAPIST}known": "y"}
    saved = page.send(new_url(cast), **rated(**THEIRS, **known))
    shown = text_of(page.client.get(saved.location))
    assert "You: none (said after the client had answered)." in shown
    assert "Two views often differ" not in shown
    at = saved.location.removesuffix("/saved")
    session = text_of(page.client.get(at))
    assert "You: none (said after" in session
    assert "Session check : therapist" in session
    assert "no rating" not in session
    assert "Your own view" not in page.client.get(f"{at}/handover").text
    form = page.client.get(f"{at}/correct").text
    assert re.search(r'name="session-check.therapist.known" value="y" checked', form)
    assert re.search(r'name="session-check.client.settled" value="not" checked', form)
    assert "noticed by the client only" not in page.client.get(f"/clients/{cast.client_id}").text


def test_the_therapists_own_yes_offers_a_repair_and_asks_for_nothing(
    page: Browser, cast: Cast
) -> None:
    saved = page.send(
        new_url(cast),
        **rated(**{f"{CLIENT}strain": "none", f"{THERAPIST}strain": "yes"}),
        markers=["pressed", "quick_yes"],
    )
    shown = text_of(page.client.get(saved.location))
    assert "Client: none. You: tension. Two views often differ." in shown
    assert "You saw that the client drew back: quick yes; pushed back: pressed me." in shown
    assert "Open a repair for session 1" in shown
    assert "Nothing waits." in page.client.get("/").text


def test_what_cannot_be_read_is_said_beside_its_question(page: Browser, cast: Cast) -> None:
    odd = {f"{CLIENT}strain": "none", f"{CLIENT}settled": "partly", f"{THERAPIST}settled": "not"}
    answer = page.send(new_url(cast), **rated(**odd))
    assert answer.status_code == 422
    assert "Say whether there was tension, or take out" in answer.text
    del odd[f"{THERAPIST}settled"]
    answer = page.send(new_url(cast), **rated(**odd))
    assert (answer.status_code, answer.text.count("This is asked only where")) == (422, 2)
    for name in (f"{CLIENT}strain", f"{THERAPIST}strain"):
        answer = page.send(new_url(cast), **rated(**{name: "much"}))
        assert "Select one of the answers about tension" in answer.text
    answer = page.send(new_url(cast), **rated(), markers=["rude"])
    assert "Select what you saw from the list" in answer.text


def test_on_a_tablet_it_stands_with_the_questions(app: Flask, cast: Cast) -> None:
    client = handed_tablet(app, cast)
    shown = client.get("/c/questions/1").text
    assert shown.count('name="strain"') == shown.count('name="settled"') == 3
    assert post(
        client, "/c/questions/1", **HIGH, strain="a_little", settled="partly", go="on"
    ).location
    (view,) = strains_of(record(cast))
    assert (view.clients[0].answer.seen, view.clients[0].answer.settled) == ("a_little", "partly")


def test_on_a_phone_it_stands_with_the_check_and_adds_no_page(app: Flask, cast: Cast) -> None:
    today = session_today(cast)
    client = phone(app, handed_code(cast, session_id=today))
    answer_all(client, HIGH)
    assert client.get("/c").location == "/c/check"
    names = {f"strain.{OWN}": "none", f"settled.{OWN}": "not"}
    post(client, "/c/send", "/c/check", **names)
    answer = strain_of(ratings_of(cast, today)[OWN, "client"])
    assert answer is not None
    assert (answer.seen, answer.settled) == ("none", None)


def test_the_hand_over_asks_the_therapist_first(page: Browser, cast: Cast) -> None:
    today = session_today(cast)
    path = f"/sessions/{today}/handover"
    assert "Your own view, before the client answers" in page.client.get(path).text
    odd = page.send(path, way="code", measures=[OWN], strain="none", settled="partly")
    assert (odd.status_code, odd.text.count("This is asked only where")) == (422, 2)
    sent = page.send(path, way="code", measures=[OWN], strain="a_little", settled="settled")
    assert sent.status_code == 303
    stored = ratings_of(cast, today)[OWN, "therapist"]
    answer = strain_of(stored)
    assert (answer and answer.seen, answer and answer.blind, stored.answers) == (
        "a_little",
        True,
        {},
    )
    assert "Your own view, before" not in page.client.get(path).text


def ratings_of_therapist() -> list[Rating]:
    with db.reading() as reading:
        return list(reading.scalars(select(Rating).where(Rating.rater == "therapist")))


def test_how_the_client_is_doing_does_not_tell_what_they_noticed(page: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        asked = new_client(OWN, WELLBEING)
        client_id = clients.add_client(writing, cast.clinician, asked, now=clock.now()).id
        today = handovers.begin_session(writing, cast.clinician, client_id, now=clock.now()).id
    row = handed(cast.clinician, today, WELLBEING, strain=StrainAnswer(StrainSeen.YES))
    assert ratings_of_therapist() == []  # of a session that begins nobody can say
    answer(row, dict.fromkeys(("feelings", "day", "people", "reason"), "3"), key=WELLBEING)
    send(row)
    again = f"/sessions/{today}/handover"
    assert "Your own view, before the client answers" in page.client.get(again).text
    assert page.send(again, way="code", measures=[OWN], strain="yes").status_code == 303
    (own,) = ratings_of_therapist()
    assert own.strain_blind


def test_the_questions_of_supervision_set_both_side_by_side(page: Browser, cast: Cast) -> None:
    page.send(new_url(cast), **rated(**THEIRS, **{f"{THERAPIST}strain": "none"}))
    asked = f"/caseloads/{cast.clinician.id}/questions"
    shown = text_of(page.client.get(f"{asked}/whose-rating"))
    side_by_side = (
        "session 1: client: tension, not settled / therapist: none, noticed by the client only"
    )
    assert side_by_side in shown
    moves = text_of(page.client.get(f"{asked}/addressed"))
    assert "Counted from 20 repairs on in which it was noted what was done; there are 0." in moves


def test_what_was_seen_stands_in_the_repair_and_can_be_corrected(page: Browser, cast: Cast) -> None:
    page.send(new_url(cast), **rated())
    session_id = record(cast).course.slots[0].session_id
    new = f"/clients/{cast.client_id}/repairs/new"
    odd = page.send(new, session=str(session_id), markers=["rude"])
    assert (odd.status_code, "Select what you saw from the list" in odd.text) == (422, True)
    opened = page.send(new, session=str(session_id), markers=["pressed", "self_blame"])
    path = opened.location
    assert "drew back: self-blame; pushed back: pressed me" in text_of(page.client.get(path))
    seen = {"seen": "1", "act": "talked", "moves": ["owned_part"], "markers": ["quick_yes"]}
    assert page.send(path, **seen).status_code == 303
    (first, second) = record(cast).repairs[0].entries
    entry = f"{path}/entries/{first.id}"
    assert re.search(r'value="pressed" checked', page.client.get(entry).text)
    same = {"seen": "2", "reason": "slip", "markers": ["self_blame", "pressed"]}
    assert "Nothing was changed" in page.send(entry, **same).text
    corrected = page.send(entry, **{**same, "markers": ["self_blame"]})
    assert corrected.status_code == 303
    view = record(cast).repairs[0]
    assert view.markers == (StrainMarker.QUICK_YES, StrainMarker.SELF_BLAME)
    assert view.talks[0].moves == (Move.OWNED_PART,)
    assert [e.markers for e in view.entries] == [
        ["self_blame", "pressed"],
        ["quick_yes"],
        ["self_blame"],
    ]
    assert second.act == "talked"


def test_a_correction_that_was_overtaken_says_what_each_wanted(page: Browser, cast: Cast) -> None:
    saved = page.send(new_url(cast), **rated(**THEIRS))
    path = saved.location.replace("saved", "correct")
    sent = rated(**{f"{CLIENT}strain": "none"})
    assert page.send(path, **sent, version="1", reason="slip").status_code == 303
    mine = rated(**{f"{CLIENT}strain": "a_little", f"{CLIENT}settled": "settled"})
    stale = page.send(path, **mine, version="1", reason="slip", markers=["pressed"])
    assert stale.status_code == 409
    shown = text_of(page.client.get(saved.location.removesuffix("/saved")))
    assert "Tension none was tension, not settled corrected" in shown
    assert both_versions(stale.text) == [
        ("What I saw", "nothing", "pressed me"),
        ("Tension, client", "none", "a little tension"),
        ("Tension, client: settled", "not said", "settled"),
    ]


def test_whoever_stays_on_the_first_version_is_asked_as_before(
    app: Flask, page: Browser, cast: Cast
) -> None:
    with db.transaction() as writing:
        for used in writing.scalars(select(ClientMeasure)):
            used.measure_version = 1
    form = page.client.get(new_url(cast)).text
    assert "would like to talk about?" in form
    assert "misunderstanding" not in form
    today = session_today(cast)
    assert "Your own view, before" not in page.client.get(f"/sessions/{today}/handover").text
    client = phone(app, handed_code(cast, session_id=today))
    answer_all(client, HIGH)
    check = client.get("/c/check").text
    assert "would like to talk about?" in check
    assert "misunderstanding" not in check
    post(client, "/c/send", "/c/check", **{f"strain.{OWN}": "yes"})
    assert strain_of(ratings_of(cast, today)[OWN, "client"]) is None
