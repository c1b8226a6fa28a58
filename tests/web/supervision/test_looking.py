"""Looking together: one picture, and one choice of what it shows."""

from flask import Flask

from tests.conftest import Browser, Cast, entry, log, marks, weeks
from tests.web.words.test_client_words import visible
from tracker import clock, db
from tracker.models import Client
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails


def rated(cast: Cast) -> str:
    """Two sessions, the second of them rated by both; the address of what is looked at."""
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with db.transaction() as writing:
        both = entry(marks(5, 7, 8, 9), marks(9, 9, 9, 9))
        sessions.log_session(
            writing, cast.clinician, cast.client_id, SessionDetails(weeks(1)), both, now=clock.now()
        )
    return f"/clients/{cast.client_id}/together"


def test_one_picture_is_shown_and_another_is_chosen(app: Flask, cast: Cast) -> None:
    path = rated(cast)
    page = Browser(app.test_client()).sign_in_as(cast.clinician).client
    whole = page.get(path).text
    assert whole.count("<figure") == 1
    assert whole.count("<option") == 5
    assert "You 7.3" in whole
    assert "Therapist 9" not in whole
    assert "plotly" not in whole
    assert f'href="/clients/{cast.client_id}/explore?chart=session-check"' in whole
    one = page.get(f"{path}?show=session-check.bond&therapist=1").text
    assert '<option value="session-check.bond" selected>' in one
    assert "You 5" in one
    assert "Therapist 9" in one
    assert "First 8 on" in one
    assert "show=session-check.bond" in one, "the choice stays"
    assert page.get(f"{path}?show=nothing.such").text.count("You 7.3") == 2


def test_all_of_it_is_in_the_clients_language(app: Flask, cast: Cast) -> None:
    path = rated(cast)
    with db.transaction() as writing:
        client = writing.get_one(Client, cast.client_id)
        client.language = "de"
        (row, *_) = client.measures
        row.measure_version = 1
    page = Browser(app.test_client()).sign_in_as(cast.clinician).client
    log(cast.clinician, cast.client_id, weeks(2), 8, 8, 8, 8)
    answer = page.get(path).text
    assert "Sie 8" in answer
    assert "sind diese Fragen anders formuliert" in answer
    assert "Sie 8" in page.get(f"{path}?show=session-check.bond").text
    said = visible(answer)
    for word in ("you ", "show", "explore", "first", "not at all", "numbers"):
        assert word not in said.split("nicht für notfälle")[0], word
