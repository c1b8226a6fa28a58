"""The page on which a client is switched to another wording, and where the change is said."""

from fractions import Fraction

import pytest

from tests.conftest import Browser, Cast, entry, log, marks, weeks
from tests.web.care.test_usual_range import text_of
from tracker import clock, db
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.models import Client
from tracker.reference.loader import shipped
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.installation import defined
from tracker.services.record import clients
from tracker.services.record.ratings import RatingsEntry

KEY = "session-check"
NEWEST = shipped().current[KEY].version


def path(cast: Cast, key: str = KEY) -> str:
    return f"/clients/{cast.client_id}/measures/{key}"


@pytest.fixture
def running(cast: Cast) -> Cast:
    """The cast, whose client was rated once on version 1, and reads German."""
    with db.transaction() as writing:
        client = writing.get_one(Client, cast.client_id)
        client.language = "de"
        clients.stay_on(client, [defined(writing).stayed_on(KEY, 1)])
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    return cast


def test_both_wordings_stand_side_by_side(page: Browser, running: Cast) -> None:
    assert path(running) in page.client.get(f"/clients/{running.client_id}/about").text
    assert path(running) in page.client.get(f"/clients/{running.client_id}/details").text
    shown = text_of(page.client.get(path(running)))
    assert (
        "In dieser Stunde habe ich mich verstanden gefühlt. (0 überhaupt nicht, 10 nichts zu ändern)"
        in shown
    )
    assert "In dieser Sitzung habe ich mich verstanden gefühlt. (0 überhaupt nicht, 10" in shown
    assert "Both versions are scored in the same way" in shown
    assert f"Switch to version {NEWEST}" in shown


def test_the_change_is_said_wherever_it_is_compared_across(page: Browser, running: Cast) -> None:
    assert page.send(path(running), version=str(NEWEST)).status_code == 303
    assert path(running) not in page.client.get(f"/clients/{running.client_id}/about").text
    at = log(running.clinician, running.client_id, weeks(1), 6, 8, 8, 8)
    saved = text_of(page.client.get(f"/sessions/{at}/saved"))
    assert f"Wording changed: version {NEWEST}, the rating before was on 1." in saved
    assert "so they are compared" in saved
    assert "since session 1" in saved
    assert "down 2" in saved
    together = f"/clients/{running.client_id}/together"
    assert "sind diese Fragen anders formuliert" in text_of(page.client.get(together))
    one = text_of(page.client.get(f"{together}?show=session-check.bond"))
    assert "ist diese Frage anders formuliert" in one
    for note in (f"/sessions/{at}/note", f"/clients/{running.client_id}/handoff"):
        assert "wording changed" in text_of(page.client.get(note))
    shown = page.client.get(f"/clients/{running.client_id}")
    beside = text_of(page.client.get(f"/clients/{running.client_id}/sessions"))
    assert "Session check: wording changed" in beside
    assert ">wording changed</text>" in shown.text
    every = page.client.get(f"/clients/{running.client_id}/sessions").text
    flag = every.partition("/flags/")[2].partition('"')[0]
    said = text_of(page.client.get(f"/flags/{flag}"))
    assert f"Wording changed in between: version 1 before, {NEWEST} in this session." in said


def test_an_outcome_says_so_beside_its_change(page: Browser, running: Cast) -> None:
    key = "wellbeing-check"
    rated = entry(marks(8, 8, 8, 8))
    for version, n in ((1, 1), (2, 2)):
        with db.transaction() as writing:
            client = writing.get_one(Client, running.client_id)
            (row,) = [row for row in client.measures if row.measure_key == key]
            row.measure_version = version
            measure = defined(writing).stayed_on(key, version)
            entered = Entered({item.key: Fraction(4 + n) for item in measure.items})
            sessions.log_session(
                writing,
                running.clinician,
                running.client_id,
                SessionDetails(weeks(n)),
                RatingsEntry({**rated.ratings, (key, Rater.CLIENT): entered}),
                now=clock.now(),
            )
    said = text_of(page.client.get(f"/clients/{running.client_id}/explore?chart={key}"))
    assert "Asked Wording changed at session 3: a part of the change may come from it" in said


def test_what_stands_in_the_way_is_said(page: Browser, running: Cast) -> None:
    answer = page.send(path(running), version="9")
    assert answer.status_code == 422
    assert "Another version is the newest by now" in text_of(answer)
    assert page.send(path(running), version=str(NEWEST)).status_code == 303
    shown = text_of(page.client.get(path(running)))
    assert f"on version {NEWEST}, which is the newest" in shown
    assert "Switch to version" not in shown
    assert page.client.get(path(running, "srs")).status_code == 404
