"""The page with the details of a client: filled in, refused, overtaken; and what a form brings for other measures."""

from datetime import timedelta

import pytest

from tests.conftest import START, Browser, Cast, log, weeks
from tests.web.sending import both_versions, new_url, rated
from tracker import clock, db
from tracker.models import Client, Rating


def details(version: str = "1", **more: object) -> dict[str, object]:
    """What the form sends."""
    return {
        "initials": "",
        "own_reference": "",
        "age_band": "adult",
        "format": "individual",
        "usual_setting": "in_person",
        "starts_on-day": START.day,
        "starts_on-month": START.month,
        "starts_on-year": START.year,
        "measures": ["session-check", "wellbeing-check"],
        "version": version,
        **more,
    }


@pytest.fixture
def url(cast: Cast) -> str:
    return f"/clients/{cast.client_id}/details"


def stored(cast: Cast) -> Client:
    with db.reading() as reading:
        return reading.get_one(Client, cast.client_id)


def test_the_record_leads_to_the_details_and_back(page: Browser, cast: Cast, url: str) -> None:
    about = f"/clients/{cast.client_id}/about"
    assert f'href="{about}"' in page.client.get(f"/clients/{cast.client_id}").text
    assert f'href="{url}"' in page.client.get(about).text
    shown = page.client.get(url).text
    assert 'value="session-check" checked' in shown
    assert 'value="srs" checked' not in shown
    assert '<option value="adult" selected>' in shown
    answer = page.send(url, **details(initials="ab", measures=["session-check", "srs"]))
    assert (answer.status_code, answer.location) == (303, f"/clients/{cast.client_id}")
    assert "Details saved." in page.client.get(answer.location).text
    assert "Client&#39;s answers" not in page.client.get(new_url(cast)).text
    assert "srs.client" in page.client.get(new_url(cast)).text
    assert stored(cast).initials == "AB"


def test_a_supervisor_reads_the_record_without_the_way_to_its_details(
    browser: Browser, cast: Cast, url: str
) -> None:
    reader = browser.sign_in_as(cast.supervisor)
    assert url not in reader.client.get(f"/clients/{cast.client_id}").text


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (details(initials="1"), "Initials must be up to three letters"),
        (details(age_band="old"), "Choose one of the answers for age"),
        (details(**{"starts_on-day": "31", "starts_on-month": "2"}), "must be a real date"),
        (details(measures=[]), "Choose at least one alliance measure"),
        (details(measures=["session-check", "nothing"]), "not known here"),
    ],
)
def test_what_cannot_be_stays_on_the_page(
    page: Browser, cast: Cast, url: str, sent: dict[str, object], message: str
) -> None:
    answer = page.send(url, **{**sent, "own_reference": "17/4"})
    assert answer.status_code == 422
    assert message in answer.text
    assert "<title>Error: Client details" in answer.text
    assert 'value="17/4"' in answer.text
    assert stored(cast).version == 1


def test_a_stale_edit_shows_both_versions_and_loses_nothing(
    page: Browser, cast: Cast, url: str
) -> None:
    assert page.send(url, **details(initials="AB")).status_code == 303
    mine = details(initials="CD", measures=["session-check", "srs"])
    stale = page.send(url, **mine)
    assert stale.status_code == 409
    assert both_versions(stale.text) == [
        ("Initials", "AB", "CD"),
        (
            "Measures in use",
            "Session check, Well-being check",
            "Session check, Session Rating Scale, version 3",
        ),
    ]
    assert 'value="CD"' in stale.text
    assert 'name="version" value="2"' in stale.text
    assert page.send(url, **{**mine, "version": "2"}).status_code == 303
    assert stored(cast).initials == "CD"


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40, "0"])
def test_a_version_that_nobody_was_shown_is_stale(
    page: Browser, cast: Cast, url: str, version: str
) -> None:
    assert page.send(url, **details(version, initials="AB")).status_code == 409
    assert stored(cast).initials == ""


def test_a_double_click_is_one_change(page: Browser, cast: Cast, url: str) -> None:
    sent = details(initials="AB", form_key="11111111-1111-4111-8111-111111111111")
    assert [page.send(url, **sent).status_code for _ in range(2)] == [303, 303]
    assert stored(cast).version == 2


def test_numbers_of_a_measure_that_went_out_of_use_meanwhile_stay_on_the_page(
    page: Browser, cast: Cast, url: str
) -> None:
    page.send(url, **details(measures=["session-check", "ors"]))
    old = rated(8, 8, 8, 8, **{"ors.client.individually": "7.3"})
    page.send(url, **details("2", measures=["session-check"]))
    answer = page.send(new_url(cast), **old)
    assert answer.status_code == 422
    assert "The ORS is not in use with this client any more" in answer.text
    assert 'value="7.3"' in answer.text
    with db.reading() as reading:
        assert reading.query(Rating).count() == 0


def test_a_session_is_corrected_on_what_it_was_rated_on_and_the_chart_stays(
    page: Browser, cast: Cast, url: str
) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    page.send(url, **details(measures=["srs"]))
    chart = f"/clients/{cast.client_id}/explore?chart=session-check"
    assert "Not in use with this client any more." in page.client.get(chart).text
    assert "not in use any more" in page.client.get(f"/clients/{cast.client_id}/about").text
    form = page.client.get(f"/sessions/{session_id}/correct").text
    assert "session-check.client.bond" in form
    sent = rated(7, 8, 8, 8, day=weeks(0), version="1", reason="misread")
    assert page.send(f"/sessions/{session_id}/correct", **sent).status_code == 303


def test_numbers_beside_a_correction_that_was_overtaken_are_among_the_differences(
    page: Browser, cast: Cast, url: str
) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    page.send(url, **details(measures=["session-check"]))
    path = f"/sessions/{session_id}/correct"
    first = rated(7, 8, 8, 8, day=weeks(0), version="1", reason="misread")
    assert page.send(path, **first).status_code == 303
    late = rated(6, 8, 8, 8, day=weeks(0), version="1", reason="misread")
    stale = page.send(path, **late, **{"wellbeing-check.client.feelings": "3"})
    assert stale.status_code == 409
    found = [(stored, mine) for _, stored, mine in both_versions(stale.text)]
    assert found == [("7", "6"), ("nothing", "3")]


def test_a_start_in_the_future_is_refused(page: Browser, cast: Cast, url: str) -> None:
    day = clock.now().date() + timedelta(days=2)
    parts = {f"starts_on-{part}": getattr(day, part) for part in ("day", "month", "year")}
    assert "must be today or earlier" in page.send(url, **details(**parts)).text
