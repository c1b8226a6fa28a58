"""Goals and adaptations in the browser: what can be added, in which order, and forms that lose nothing."""

import re
from datetime import date
from uuid import UUID

import pytest

from tests.conftest import START, Browser, Cast, log, weeks
from tests.services.care.test_adaptations import put as adapt
from tests.services.care.test_goals import put, view
from tests.services.recording import record
from tests.web.care.test_usual_range import text_of
from tests.web.sending import new_url, rated


def on(day: date, name: str = "on") -> dict[str, object]:
    return {f"{name}-day": day.day, f"{name}-month": day.month, f"{name}-year": day.year}


def list_url(cast: Cast) -> str:
    return f"/clients/{cast.client_id}/goals"


def send(page: Browser, cast: Cast, goal_id: UUID, act: str, **fields: object) -> object:
    seen = view(cast, goal_id).goal.version
    return page.send(f"/goals/{goal_id}", **{"act": act, "seen": seen, **fields})


def test_a_goal_is_set_and_stands_on_the_list_and_on_the_record(page: Browser, cast: Cast) -> None:
    fields = {"wording": "Sleep <through>", "line": "read it aloud"}
    assert page.send(list_url(cast), **fields, **on(START)).status_code == 303
    text = text_of(page.client.get(list_url(cast)))
    assert "Sleep &lt;through&gt;" in text
    assert "Endorsed by the client" in text
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    assert "Sleep &lt;through&gt;" in text_of(page.client.get(f"/clients/{cast.client_id}"))


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"wording": "Sleep"}, "The day must be a real date"),
        ({"wording": " ", **on(START)}, "Write the goal in one sentence"),
        ({"wording": "Sleep", **on(weeks(-1))}, "The day must be between 5 January 2026 and today"),
    ],
)
def test_what_cannot_be_set_comes_back_with_the_message_twice(
    page: Browser, cast: Cast, sent: dict[str, object], message: str
) -> None:
    answer = page.send(list_url(cast), **sent)
    assert (answer.status_code, answer.text.count(message)) == (422, 2)
    assert record(cast).goals == ()


def test_what_is_said_about_a_goal(page: Browser, cast: Cast) -> None:
    goal_id = put(cast, "Sleep")
    day = on(weeks(1), "endorsed_on")
    assert send(page, cast, goal_id, "endorsed", **day).status_code == 422  # says not how
    answer = send(page, cast, goal_id, "endorsed", **day, endorsed_line="aloud")
    assert answer.status_code == 303
    send(page, cast, goal_id, "reviewed", **on(weeks(2), "reviewed_on"))
    text = text_of(page.client.get(f"/goals/{goal_id}"))
    assert "endorsed on 12 January 2026: aloud" in text
    assert "last reviewed on 19 January 2026" in text
    wording = {"reworded_wording": "Rest", "reworded_line": "sleep came back"}
    send(page, cast, goal_id, "reworded", **on(weeks(3), "reworded_on"), **wording)
    assert "Not endorsed yet" in text_of(page.client.get(f"/goals/{goal_id}"))
    ended = {"ended": "dropped", "ended_line": "no longer needed"}
    send(page, cast, goal_id, "ended", **on(weeks(4), "ended_on"), **ended)
    text = text_of(page.client.get(f"/goals/{goal_id}"))
    assert "dropped on 2 February 2026: no longer needed" in text
    again = {"taken_up_line": "it is needed"}
    send(page, cast, goal_id, "taken_up", **on(weeks(5), "taken_up_on"), **again)
    assert view(cast, goal_id).stands


@pytest.mark.parametrize(
    ("act", "fields"),
    [
        ("ended", {}),
        ("ended", {"ended": "set"}),
        ("ended", {"ended": "reviewed"}),
        ("achieved", {}),
        ("set", {}),
        ("", {}),
        ("reviewed", {}),
    ],
)
def test_what_cannot_be_read_adds_nothing(
    page: Browser, cast: Cast, act: str, fields: dict[str, object]
) -> None:
    goal_id = put(cast, "Sleep")
    assert send(page, cast, goal_id, act, **fields).status_code == 422
    assert len(view(cast, goal_id).goal.entries) == 1


def test_the_order_is_changed_from_the_list(page: Browser, cast: Cast) -> None:
    first, second = put(cast, "Sleep"), put(cast, "Work")
    text = text_of(page.client.get(list_url(cast)))
    assert "Down : Sleep" in text
    assert "Up : Sleep" not in text
    answer = send(page, cast, second, "placed", place=1)
    assert (answer.status_code, answer.location) == (303, list_url(cast))
    assert [v.goal.id for v in record(cast).standing_goals] == [second, first]
    assert page.send(f"/goals/{first}", act="placed", seen=1, place=1).status_code == 409


def test_an_entry_is_corrected_and_taken_back(page: Browser, cast: Cast) -> None:
    goal_id = put(cast, "Sleap")
    (entry,) = view(cast, goal_id).goal.entries
    path, seen = f"/goals/{goal_id}/entries/{entry.id}", {"seen": 1}
    assert 'value="Sleap"' in page.client.get(path).text
    right = {"wording": "Sleep", **on(START)}
    assert page.send(path, **seen, **right).status_code == 422
    assert page.send(path, **seen, wording="Sleep", reason="x").status_code == 422
    assert page.send(path, seen=9, **right, reason="spelling").status_code == 409
    sent = {"form_key": "8a4f4e0e-0a5c-4ab5-9c2e-5a4b7f0a2c11", **seen, **right}
    assert page.send(path, **sent, reason="spelling").status_code == 303
    assert page.send(path, **sent, reason="spelling").status_code == 303  # sent twice, stored once
    text = text_of(page.client.get(f"/goals/{goal_id}"))
    assert "corrected since" in text
    assert "(a correction: spelling)" in text
    last = view(cast, goal_id).goal.entries[-1]
    gone = {"seen": 2, "take_back": "y", "reason": "other client"}
    assert page.send(f"/goals/{goal_id}/entries/{last.id}", **gone).status_code == 303
    assert "taken back" in text_of(page.client.get(f"/goals/{goal_id}"))
    assert record(cast).goals == ()


def test_progress_is_entered_with_the_session_and_drawn(page: Browser, cast: Cast) -> None:
    goal_id = put(cast, "Sleep")
    field = f"goal-{goal_id}"
    assert field in page.client.get(new_url(cast)).text
    for wrong in ("many", "11", "-1", "3.5"):
        answer = page.send(new_url(cast), **rated(8), **{field: wrong})
        assert (answer.status_code, answer.text.count("whole number from 0 to 10")) == (422, 2)
    page.send(new_url(cast), **rated(8), **{field: "3"})
    assert "3 in session 1" in text_of(page.client.get(list_url(cast)))
    assert "3 of 10, began at 3" in text_of(page.client.get(f"/clients/{cast.client_id}"))
    held = record(cast).course.slots[0].session_id
    shown = page.client.get(f"/sessions/{held}/correct").text
    assert re.search(rf'name="{field}" value="3"', shown)
    page.send(f"/sessions/{held}/correct", **rated(8), **{field: "4"}, reason="misheard")
    assert "4 in session 1" in text_of(page.client.get(list_url(cast)))
    text = text_of(page.client.get(f"/sessions/{held}"))
    assert "Sleep 4 of 10 was 3 corrected" in text
    assert "misheard" in text
    page.send(f"/sessions/{held}/correct", **rated(8), **{field: ""}, reason="not asked")
    assert "Sleep taken back was 3 corrected" in text_of(page.client.get(f"/sessions/{held}"))


def test_many_numbers_are_said_in_short(page: Browser, cast: Cast) -> None:
    goal_id = put(cast, "Sleep")
    for week in range(6):
        log(cast.clinician, cast.client_id, weeks(week), 8, 8, 8, 8, progress={goal_id: week})
    text = text_of(page.client.get(list_url(cast)))
    assert "0 in session 1; … 4 in session 5, 5 in session 6" in text


def test_adaptations_are_recorded_corrected_and_taken_back(page: Browser, cast: Cast) -> None:
    path = f"/clients/{cast.client_id}/adaptations"
    fields = {"kind": "pacing", "note": "Shorter <steps>"}
    assert page.send(path, **fields).status_code == 422  # no day
    assert page.send(path, note="x", **on(START)).status_code == 422  # no kind
    assert page.send(path, **fields, **on(START)).status_code == 303
    assert "Pace , 5 January 2026 Shorter &lt;steps&gt;" in text_of(page.client.get(path))
    assert "Shorter &lt;steps&gt;" in page.client.get(f"/clients/{cast.client_id}/about").text
    first = record(cast).adaptations[0].id
    right = {"kind": "language", "note": "In Dutch", **on(weeks(1))}
    assert "Shorter" in page.client.get(f"/adaptations/{first}").text
    assert page.send(f"/adaptations/{first}", **right).status_code == 422
    assert page.send(f"/adaptations/{first}", **right, reason="wrong line").status_code == 303
    assert page.send(f"/adaptations/{first}", **right, reason="again").status_code == 409
    text = text_of(page.client.get(path))
    assert "Language , 12 January 2026 In Dutch (corrected: wrong line)" in text
    second = record(cast).adaptations[0].id
    gone = {**right, "take_back": "y", "reason": "other client"}
    assert page.send(f"/adaptations/{second}", **gone).status_code == 303
    text = text_of(page.client.get(path))
    assert "None is recorded yet" in text
    assert "taken back" in text


def test_a_supervisor_reads_and_changes_nothing(browser: Browser, cast: Cast) -> None:
    put(cast, "Sleep")
    adapt(cast)
    browser.sign_in_as(cast.supervisor)
    for path in (list_url(cast), f"/clients/{cast.client_id}/adaptations"):
        page = browser.client.get(path)
        assert page.status_code == 200
        assert '<form method="post" novalidate' not in page.text
