"""The end of a therapy in the browser: what is asked, what stands in the way, and how it goes on."""

from datetime import date
from uuid import uuid4

import pytest

from tests.conftest import Browser, Cast, log
from tests.services.care.test_schedule import put as schedule
from tests.services.care.test_treatments import DAY, WEEK, end, fell, pause, today, version_of
from tests.services.recording import record
from tests.web.care.test_usual_range import text_of
from tracker.domain.care.treatment import EndedHow


def at(cast: Cast, page: str = "") -> str:
    return f"/clients/{cast.client_id}{page}"


def day(name: str, on: date) -> dict[str, object]:
    return {f"{name}-day": on.day, f"{name}-month": on.month, f"{name}-year": on.year}


def test_a_therapy_is_ended_and_taken_up_again(page: Browser, cast: Cast) -> None:
    fell(cast)
    schedule(cast, today() + DAY, 2)
    form = text_of(page.client.get(at(cast, "/ending")))
    assert "1 check-in not talked about: ended unanswered, for supervision to read" in form
    assert "2 scheduled sessions: taken off the plan" in form
    sent = {"how": "planned", "words": "We said goodbye", "version": version_of(cast.client_id)}
    answer = page.send(at(cast, "/ending"), **sent, **day("on", today()))
    assert (answer.status_code, answer.location) == (303, at(cast))
    shown = text_of(page.client.get(at(cast)))
    assert "as planned" in shown
    assert "Log a follow-up" in shown
    assert "Pause" not in shown
    closing = text_of(page.client.get(at(cast, "/closing")))
    assert "We said goodbye" in closing
    assert "ended unanswered" in closing.lower()
    assert "Nothing recorded" not in closing
    details = text_of(page.client.get(at(cast, "/about")))
    assert "as planned. We said goodbye" in details
    for again in ("/ending", "/pause"):
        assert page.client.get(at(cast, again)).location == at(cast)
    answer = page.send(
        at(cast, "/reopening"), words="Came back", version=version_of(cast.client_id)
    )
    assert answer.status_code == 303
    assert not record(cast).ended
    assert page.client.get(at(cast, "/reopening")).location == at(cast)
    assert page.client.get(at(cast, "/closing")).location == at(cast)
    assert "Came back" in text_of(page.client.get(at(cast, "/about")))


@pytest.mark.parametrize(
    ("sent", "says"),
    [
        ({"how": "planned"}, "The day must be a real date"),
        (day("on", date(2026, 5, 1)), "Select how the therapy ended"),
        (day("on", date(2999, 1, 1)) | {"how": "planned"}, "today or earlier"),
        (day("on", date(1999, 1, 1)) | {"how": "vanished"}, "Select how the therapy ended"),
        (day("on", date(2026, 5, 1)) | {"how": "died", "words": "x" * 501}, "500 characters"),
    ],
)
def test_what_stands_in_the_way_is_said_twice_and_nothing_typed_is_lost(
    page: Browser, cast: Cast, sent: dict[str, object], says: str
) -> None:
    sent = {"words": "Kept <words>", "version": version_of(cast.client_id)} | sent
    answer = page.send(at(cast, "/ending"), **sent)
    assert (answer.status_code, answer.text.count(says)) == (422, 2)
    assert "Kept &lt;words&gt;" in answer.text or "x" * 501 in answer.text
    assert not record(cast).ended


def test_a_page_that_was_overtaken_says_so_and_keeps_what_was_typed(
    page: Browser, cast: Cast
) -> None:
    seen = version_of(cast.client_id)
    pause(cast, today() + WEEK)
    sent = {"how": "other", "words": "Still here", "version": seen}
    answer = page.send(at(cast, "/ending"), **sent, **day("on", today()))
    assert answer.status_code == 409
    assert "Still here" in answer.text
    assert page.send(at(cast, "/reopening"), version=version_of(cast.client_id)).status_code == 409
    assert page.send(at(cast, "/pause/over"), version=0).status_code == 409
    assert not record(cast).ended


def test_a_treatment_is_paused_longer_and_goes_on(page: Browser, cast: Cast) -> None:
    path = at(cast, "/pause")
    seen = version_of(cast.client_id)
    assert page.send(path, version=seen, **day("until", today())).status_code == 422
    answer = page.send(path, version=seen, words="Holiday", **day("until", today() + WEEK))
    assert answer.status_code == 303
    assert "paused until" in text_of(page.client.get(at(cast)))
    assert "Paused until" in text_of(page.client.get("/"))
    later = today() + 2 * WEEK
    assert f'name="until-day" value="{(today() + WEEK).day}"' in page.client.get(path).text
    sent = {"version": version_of(cast.client_id), **day("until", later)}
    assert page.send(path, **sent).status_code == 303
    assert record(cast).client.paused_until == later
    seen = version_of(cast.client_id)
    assert page.send(at(cast, "/pause/over"), version=seen).status_code == 303
    assert not record(cast).paused


def test_ended_clients_stand_on_a_page_of_their_own(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8)
    path = f"/caseloads/{cast.clinician.id}/ended"
    assert "No therapy has ended yet" in page.client.get(path).text
    end(cast, how=EndedHow.TRANSFERRED)
    home = text_of(page.client.get("/"))
    assert "No client in therapy now" in home
    assert "Ended 1" in home
    listed = text_of(page.client.get(path))
    assert "1 therapy ended" in listed
    assert "goes on with somebody else" in listed
    assert record(cast).client.code in listed


def test_a_client_added_by_mistake_is_taken_back_and_the_page_is_gone(
    page: Browser, cast: Cast
) -> None:
    path = at(cast, "/mistake")
    assert "Added by mistake?" in page.client.get(at(cast, "/about")).text
    log(cast.clinician, cast.client_id, today(), 8, 8, 8, 8)
    assert "Added by mistake?" not in page.client.get(at(cast, "/about")).text
    assert "cannot be taken back" in page.client.get(path).text
    assert page.send(path).status_code == 409


def test_taking_a_client_back_twice_does_it_once(page: Browser, cast: Cast) -> None:
    path = at(cast, "/mistake")
    key = str(uuid4())
    for _ in range(2):
        assert page.send(path, form_key=key).location == "/"
    assert page.client.get(at(cast)).status_code == 404
    assert page.client.get(path).status_code == 404
    assert page.send(path).status_code == 404
