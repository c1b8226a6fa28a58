"""Repairs in the browser: the strip on the record, what can be added, and forms that lose nothing."""

import re
from uuid import UUID, uuid4

import pytest
from flask import Flask

from tests.conftest import Browser, Cast, log, weeks
from tests.services.care.test_repairs import open_repair, the_one
from tests.services.recording import check_ins, record
from tests.web.care.test_usual_range import text_of
from tests.web.sending import new_url, rated, rows


@pytest.fixture
def held(cast: Cast) -> UUID:
    """The second of two sessions, in which the bond fell."""
    return [log(cast.clinician, cast.client_id, weeks(n), 8 - 3 * n, 8, 8, 8) for n in range(2)][1]


def path(cast: Cast) -> str:
    return f"/repairs/{the_one(cast).repair.id}"


def send(page: Browser, cast: Cast, **fields: object) -> object:
    """Send one of the forms of the repair's page."""
    return page.send(path(cast), **{"seen": the_one(cast).repair.version, **fields})


def strip(page: Browser, cast: Cast) -> list[str]:
    """The three steps among the record's repairs, in words."""
    shown = page.client.get(f"/clients/{cast.client_id}/repairs").text
    (block,) = re.findall(r'<ol class="strip">.*?</ol>', shown, re.DOTALL)
    return [
        " ".join(re.sub(r"<[^>]+>", " ", li).split())
        for li in re.findall(r"<li.*?</li>", block, re.DOTALL)
    ]


def test_from_the_answer_to_a_strip_that_says_it_came_back(
    page: Browser, cast: Cast, held: UUID
) -> None:
    (flag,) = check_ins(cast)
    answer = page.send(
        f"/flags/{flag.flag.id}",
        answer="talked",
        moves=["owned_part"],
        rupture="withdrawal",
        repair="y",
    )
    assert answer.status_code == 303
    assert strip(page, cast) == [
        "✓ Fell : session 2: Bond 8 → 5",
        "✓ Talked about : in session 2: owned my part",
        "○ Came back : not yet, no rating since",
    ]
    assert "A strain: the client drew back" in text_of(page.client.get(path(cast)))
    log(cast.clinician, cast.client_id, weeks(2), 8, 8, 8, 8)
    assert strip(page, cast)[2] == "○ Came back : not back yet, 1 rating later"
    log(cast.clinician, cast.client_id, weeks(3), 8, 8, 8, 8)
    assert strip(page, cast)[2] == "✓ Came back : session 4, two ratings running"
    assert "It is not repaired" in page.client.get(path(cast)).text
    send(page, cast, act="reopened", again_reason="They still keep quiet")
    assert strip(page, cast)[2] == (
        "○ Came back : came back, sessions 3 and 4; open again: They still keep quiet"
    )


def answered(page: Browser, flag_id: UUID) -> tuple[str, str]:
    """The flag's page after an answer that opens a repair, and the answer's id."""
    page.send(f"/flags/{flag_id}", answer="next_session", repair="y")
    shown = page.client.get(f"/flags/{flag_id}").text
    (answer_id,) = re.findall(r'name="answer_id" value="([^"]+)"', shown)
    return " ".join(shown.split()), answer_id


def test_undoing_the_answer_says_beforehand_and_afterwards_that_the_repair_goes_too(
    page: Browser, cast: Cast, held: UUID
) -> None:
    (flag,) = check_ins(cast)
    shown, answer_id = answered(page, flag.flag.id)
    assert "for all flags that it was given to and the repair that it opened;" in shown
    repair = path(cast)
    record_of = f"/clients/{cast.client_id}"
    assert "1 repair" in page.client.get("/").text
    assert "Repair of session" in page.client.get(f"{record_of}/handoff").text
    undone = page.send(f"/flags/{flag.flag.id}/undo", answer_id=answer_id)
    after = page.client.get(undone.location).text
    assert "Answer undone, and the repair it opened taken back." in after
    assert f'with <a href="{repair}">the repair that it had opened</a>' in after
    told = text_of(page.client.get(repair))
    assert "A repair that was taken back" in told
    assert "undid the answer that had opened it" in told
    assert cast.clinician.name in told
    assert "Plan a step" not in told
    for place in (record_of, f"{record_of}/repairs", f"{record_of}/handoff", "/meetings", "/"):
        said = page.client.get(place).text
        assert repair not in said, place
        assert "Repair of session" not in said, place
        assert "1 repair" not in said, place


def test_a_repair_that_was_worked_on_stays_and_the_page_says_so(
    page: Browser, cast: Cast, held: UUID
) -> None:
    (flag,) = check_ins(cast)
    _, answer_id = answered(page, flag.flag.id)
    send(page, cast, act="planned", plan="Ask about the homework")
    shown = " ".join(page.client.get(f"/flags/{flag.flag.id}").text.split())
    assert "The repair that it opened stays, because it has been worked on since" in shown
    undone = page.send(f"/flags/{flag.flag.id}/undo", answer_id=answer_id)
    after = text_of(page.client.get(undone.location))
    assert (
        "Answer undone. The repair it opened stays, because it has been worked on since." in after
    )
    assert "The repair of session 2" in after


def test_what_another_tab_adds_to_a_repair_taken_back_is_not_lost_from_sight(
    page: Browser, cast: Cast, held: UUID
) -> None:
    (flag,) = check_ins(cast)
    _, answer_id = answered(page, flag.flag.id)
    repair = path(cast)
    page.send(f"/flags/{flag.flag.id}/undo", answer_id=answer_id)
    late = page.send(repair, seen=1, act="planned", plan="Ask about <b>homework</b>")
    assert late.status_code == 409
    assert "What you entered is not stored:" in late.text
    assert "Ask about &lt;b&gt;homework&lt;/b&gt;" in late.text
    assert page.send(repair, seen=2, act="taken_back").status_code == 422


def test_a_repair_is_open_until_it_came_back(page: Browser, cast: Cast, held: UUID) -> None:
    (flag,) = check_ins(cast)
    page.send(f"/flags/{flag.flag.id}", answer="talked", repair="y")
    assert "Open: 1 repair." in text_of(page.client.get(f"/clients/{cast.client_id}"))
    assert "Open: 1 repair." in text_of(page.client.get("/"))
    for week in (2, 3):
        log(cast.clinician, cast.client_id, weeks(week), 8, 8, 8, 8)
    assert "Nothing waits." in text_of(page.client.get(f"/clients/{cast.client_id}"))


def test_nothing_calls_a_drop_a_strain_before_the_clinician_does(
    page: Browser, cast: Cast, held: UUID
) -> None:
    open_repair(cast, held)
    for shown in (f"/clients/{cast.client_id}", path(cast)):
        said = text_of(page.client.get(shown)).lower()
        assert "rupture" not in said
        assert "a strain:" not in said


def test_a_repair_is_opened_from_the_record_without_any_drop(page: Browser, cast: Cast) -> None:
    new = f"/clients/{cast.client_id}/repairs/new"
    assert "none is logged yet" in page.client.get(new).text
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    answer = page.send(new, session=session_id, rupture="both", note="<b>bill</b>", step="Ask")
    assert answer.location == path(cast)
    shown = page.client.get(path(cast)).text
    assert "&lt;b&gt;bill&lt;/b&gt;" in shown
    assert strip(page, cast) == [
        "✓ Noticed : session 1, no score fell",
        "○ Talked about : not yet",
        "– Came back : no score to follow",
    ]
    again = page.send(new, session=session_id, note="kept")
    assert (again.status_code, "Add to that one" in again.text) == (422, True)
    assert 'value="kept"' in again.text
    wrong = page.send(new, session=uuid4(), rupture="fight")
    assert (wrong.status_code, "Select one of the words for it" in wrong.text) == (422, True)


def test_steps_stand_on_the_next_form_until_they_are_ticked(
    page: Browser, cast: Cast, held: UUID
) -> None:
    open_repair(cast, held)
    send(page, cast, act="planned", plan="Ask about the homework")
    (step,) = the_one(cast).steps
    form = page.client.get(new_url(cast)).text
    assert "Planned for this session" in form
    assert "Ask about the homework" in form
    refused = page.send(new_url(cast), **rated(99), steps_done=step.id, strain="y")
    assert refused.status_code == 422
    assert re.search(rf'id="steps_done-{step.id}"[^>]* checked', refused.text)
    saved = page.send(new_url(cast), **rated(), steps_done=step.id, strain="y")
    assert "A repair is open for this session" in page.client.get(saved.location).text
    assert record(cast).repairs[1].steps == []
    assert "Ask about the homework" not in page.client.get(new_url(cast)).text
    for wrong in ("x", uuid4()):
        assert (
            page.send(new_url(cast), **rated(another_that_day="y"), steps_done=wrong).status_code
            == 303
        )


def test_every_part_of_the_page_says_what_stands_in_its_way(
    page: Browser, cast: Cast, held: UUID
) -> None:
    open_repair(cast, held, step="Ask")
    (step,) = the_one(cast).steps
    count = rows("repair_entries")
    for fields, target in (
        ({"act": "talked", "note": ""}, "moves"),
        ({"act": "talked", "note": "x" * 301}, "note"),
        ({"act": "talked", "note": "x", "moves": ["sang"]}, "moves"),
        (
            {"act": "talked", "note": "x", "on-day": "31", "on-month": "2", "on-year": "26"},
            "on-day",
        ),
        ({"act": "planned", "plan": ""}, "plan"),
        ({"act": "let_go", "step": step.id}, "step_reason"),
        ({"act": "ended"}, "ended"),
        ({"act": "ended", "ended": "repaired"}, "ended_reason"),
        ({"act": "opened", "note": "x"}, "ended"),
        ({"act": "x"}, "ended"),
        ({}, "ended"),
        ({"act": "done", "step": uuid4()}, "main"),
    ):
        answer = send(page, cast, **fields)
        assert (answer.status_code, f'href="#{target}"' in answer.text) == (422, True), fields
    assert rows("repair_entries") == count


def test_an_overtaken_page_keeps_what_was_entered_and_a_form_sent_twice_is_stored_once(
    page: Browser, cast: Cast, held: UUID
) -> None:
    open_repair(cast, held)
    stale = send(page, cast, act="planned", plan="Ask about it", seen=99)
    assert (stale.status_code, "Changed meanwhile" in stale.text) == (409, True)
    assert 'value="Ask about it"' in stale.text
    fields = {"act": "planned", "plan": "Ask", "seen": 1, "form_key": str(uuid4())}
    assert [page.send(path(cast), **fields).status_code for _ in range(2)] == [303, 303]
    assert len(the_one(cast).steps) == 1
    ended = send(page, cast, act="ended", ended="left", ended_reason="They want to go on")
    assert ended.status_code == 303
    assert send(page, cast, act="planned", plan="too late").status_code == 409
    assert strip(page, cast)[2] == "– Left as it is : They want to go on"
    send(page, cast, act="reopened", again_reason="It is back")
    assert (
        send(page, cast, act="ended", ended="repaired", ended_reason="Said so").status_code == 303
    )
    assert strip(page, cast)[2] == "✓ Repaired : Said so"


def test_an_entry_is_corrected_with_the_old_one_in_view(
    page: Browser, cast: Cast, held: UUID
) -> None:
    open_repair(cast, held)
    send(page, cast, act="talked", moves=["owned_part"], note="On the phone")
    entry_id = the_one(cast).entries[-1].id
    edit = f"{path(cast)}/entries/{entry_id}"
    form = page.client.get(edit).text
    assert 'value="On the phone"' in form
    assert re.search(r'value="owned_part" checked', form)
    seen, key = the_one(cast).repair.version, str(uuid4())
    refused = page.send(edit, seen=seen, note="In the room", reason="")
    assert (refused.status_code, 'value="In the room"' in refused.text) == (422, True)
    bad = page.send(
        edit, seen=seen, moves=["sang"], reason="x", **{"on-day": "31", "on-month": "2"}
    )
    assert bad.status_code == 422
    stale = page.send(edit, seen=99, note="In the room", reason="slip")
    assert (stale.status_code, 'value="In the room"' in stale.text) == (409, True)
    fields = {"seen": seen, "note": "In the room", "reason": "slip", "form_key": key}
    assert [page.send(edit, **fields).status_code for _ in range(2)] == [303, 303]
    shown = text_of(page.client.get(path(cast)))
    assert "On the phone" in shown
    assert "(a correction: slip) Correct this entry: talked about In the room" in shown
    assert page.client.get(edit).status_code == 404


def test_a_supervisor_reads_and_adds_nothing(app: Flask, cast: Cast, held: UUID) -> None:
    open_repair(cast, held, step="Ask about it")
    reader = Browser(app.test_client()).sign_in_as(cast.supervisor)
    shown = reader.client.get(path(cast)).text
    assert "Ask about it" in shown
    assert "<form" not in shown.split("<main")[1].split("</main>")[0]
    assert "Open a repair" not in reader.client.get(f"/clients/{cast.client_id}").text
    assert send(reader, cast, act="planned", plan="x").status_code == 404
