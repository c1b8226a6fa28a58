"""Scheduling ahead, and what became of it, in the browser; coming back after a missed session."""

from datetime import date, timedelta
from uuid import UUID

import pytest

from tests.conftest import Browser, Cast, log, weeks
from tests.services.care.test_schedule import backdate, put, today
from tests.services.recording import record
from tests.web.care.test_usual_range import text_of
from tests.web.sending import new_url, rated
from tracker import db
from tracker.domain.course.sessions import Status, long_date
from tracker.models import TherapySession


def plan_url(cast: Cast) -> str:
    return f"/clients/{cast.client_id}/schedule"


def fields(day: date, name: str = "first", **more: object) -> dict[str, object]:
    parts = {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}
    return {**parts, **more}


def scheduled(cast: Cast) -> list[date]:
    return [session.held_on for session in record(cast).course.scheduled]


def test_sessions_are_scheduled_in_a_rhythm_and_stand_on_the_record(
    page: Browser, cast: Cast
) -> None:
    first = today() + timedelta(days=3)
    answer = page.send(plan_url(cast), **fields(first, count="3", weeks_apart="2"))
    assert answer.status_code == 303
    assert scheduled(cast) == [first + timedelta(weeks=n) for n in (0, 2, 4)]
    assert "3 sessions scheduled" in page.client.get(plan_url(cast)).text
    assert "· next " in text_of(page.client.get(f"/clients/{cast.client_id}"))


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"count": "1"}, "The day must be a real date"),
        (fields(date(2026, 1, 6), count="1"), "Enter today or a day to come"),
        (fields(date(2999, 1, 1), count="many"), "from 1 to 52"),
        (fields(date(2999, 1, 1), count="9999999999"), "from 1 to 52"),
        (fields(date(2999, 1, 1), count="2", weeks_apart="9"), "answers for how often"),
    ],
)
def test_what_cannot_be_scheduled_comes_back_with_the_message_twice(
    page: Browser, cast: Cast, sent: dict[str, object], message: str
) -> None:
    answer = page.send(plan_url(cast), **sent)
    assert (answer.status_code, answer.text.count(message)) == (422, 2)
    assert scheduled(cast) == []


def test_the_form_of_a_scheduled_session_has_its_day_and_takes_its_place(
    page: Browser, cast: Cast
) -> None:
    (ahead,) = put(cast, today())
    backdate(ahead, today() - timedelta(days=2))
    url = f"{new_url(cast)}?scheduled={ahead}"
    day = today() - timedelta(days=2)
    assert f'name="held_on-day" value="{day.day}"' in page.client.get(url).text
    answer = page.send(url, **rated(8, **fields(day, "held_on")))
    assert answer.status_code == 303
    assert [slot.session_id for slot in record(cast).course.slots] == [ahead]
    assert page.client.get(f"/scheduled/{ahead}").status_code == 404


@pytest.mark.parametrize(
    ("chosen", "status"),
    [
        ("cancelled_by_client", Status.CANCELLED_BY_CLIENT),
        ("cancelled_by_clinic", Status.CANCELLED_BY_CLINIC),
        ("mistake", None),
    ],
)
def test_what_became_of_it(page: Browser, cast: Cast, chosen: str, status: Status | None) -> None:
    (ahead,) = put(cast, today())
    answer = page.send(f"/scheduled/{ahead}", seen=1, became=chosen)
    assert (answer.status_code, answer.location) == (303, plan_url(cast))
    assert [slot.status for slot in record(cast).course.slots] == ([status] if status else [])


def test_a_session_is_moved(page: Browser, cast: Cast) -> None:
    (ahead,) = put(cast, today())
    to = today() + timedelta(days=1)
    path = f"/scheduled/{ahead}"
    assert page.send(path, seen=1, became="moved").status_code == 422
    assert page.send(path, seen=1, became="nonsense").status_code == 422
    assert page.send(path, seen=9, became="moved", **fields(to, "moved_to")).status_code == 409
    answer = page.send(path, seen=1, became="moved", **fields(to, "moved_to"))
    assert answer.status_code == 303
    assert scheduled(cast) == [to]


def test_a_missed_session_leads_to_the_conversation_it_asks_for(page: Browser, cast: Cast) -> None:
    (ahead,) = put(cast, today())
    answer = page.send(f"/scheduled/{ahead}", seen=1, became="missed")
    there = answer.location
    assert there == f"/sessions/{ahead}/coming-back"
    (flag,) = record(cast).flags
    assert "Record the conversation" in page.client.get(f"/flags/{flag.flag.id}").text
    sent = fields(today(), "on", note="Was afraid of the topic", corrects="")
    assert page.send(there, **sent).status_code == 303
    assert "Talked about on" in text_of(page.client.get(there))
    assert page.send(there, **sent).status_code == 409
    with db.reading() as reading:
        (held,) = reading.get_one(TherapySession, ahead).reengagements
    wrong = sent | {"corrects": held.id, "note": "Was ill"}
    assert page.send(there, **wrong).status_code == 422
    assert page.send(there, **wrong, reason="misheard").status_code == 303
    text = text_of(page.client.get(there))
    assert "Was ill" in text
    assert "Before it was corrected" in text
    assert f"{long_date(today())}: Was afraid of the topic" in text
    assert "talked about on" in page.client.get(f"/flags/{flag.flag.id}").text
    assert page.send(there, note="x").status_code == 422


def test_the_saved_page_of_a_missed_session_offers_the_conversation_and_its_card(
    page: Browser, cast: Cast
) -> None:
    nobody = rated(None, None, None, None, status="missed")
    saved = page.send(new_url(cast), **nobody).location
    (flag,) = record(cast).flags
    shown = page.client.get(saved).text
    assert "Record the conversation" in shown
    assert f"/sessions/{flag.slot.session_id}/coming-back" in shown
    assert f"/flags/{flag.flag.id}/card?back=saved" in shown
    sent = fields(today(), "on", note="Was afraid of the topic", corrects="")
    page.send(f"/sessions/{flag.slot.session_id}/coming-back", **sent)
    assert "See the conversation" in page.client.get(saved).text
    status = "cancelled_by_clinic"
    day = today() - timedelta(days=1)
    other = rated(None, None, None, None, status=status, day=day)
    cancelled = page.send(new_url(cast), **other).location
    assert "the conversation" not in page.client.get(cancelled).text


def test_how_the_client_took_part_stands_on_the_session_and_can_be_corrected(
    page: Browser, cast: Cast
) -> None:
    more = {"task": "not_done", "asked_questions": "no", "not_working": "The <b>diary</b>"}
    page.send(new_url(cast), **rated(8), **more)
    held: UUID = record(cast).course.slots[0].session_id
    text = text_of(page.client.get(f"/sessions/{held}"))
    assert "Task agreed last time not done" in text
    assert "The client asked something no" in text
    assert "What is not working? The &lt;b&gt;diary&lt;/b&gt;" in text
    shown = page.client.get(f"/sessions/{held}/correct").text
    assert 'name="asked_questions" value="no" checked' in shown
    answer = page.send(
        f"/sessions/{held}/correct", **rated(8), task="done", asked_questions="yes", reason="slip"
    )
    assert answer.status_code == 303
    text = text_of(page.client.get(f"/sessions/{held}"))
    assert "Task agreed last time: was Not done now Done" in text
    assert "The client asked something: was no now yes" in text


def test_an_unknown_answer_about_the_task_is_refused(page: Browser, cast: Cast) -> None:
    answer = page.send(new_url(cast), **rated(8), task="eaten")
    assert answer.status_code == 422
    assert "answers for task agreed last time" in answer.text


def test_a_scheduled_session_whose_day_is_over_is_asked_about(page: Browser, cast: Cast) -> None:
    (ahead,) = put(cast, today())
    backdate(ahead, weeks(0))
    log(cast.clinician, cast.client_id, weeks(1), 8, 8, 8, 8)
    assert "What became of it?" in page.client.get(f"/clients/{cast.client_id}").text
    assert "what became of it?" in page.client.get("/").text
