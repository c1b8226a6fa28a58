"""The pages of emergencies, cover, transfers and notices, and of a print that is recorded."""

import re
from datetime import timedelta
from uuid import UUID

import pytest
from flask import Flask

from tests.conftest import Browser, Cast, log, weeks
from tests.services.standing import code, events
from tracker import clock, db
from tracker.domain.people.emergency import TRIES
from tracker.services.access import supervision
from tracker.services.people import covers, reassigning
from tracker.services.record import records
from tracker.services.supervision import meetings


def as_(app: Flask, cast: Cast, name: str) -> Browser:
    return Browser(app.test_client()).sign_in_as(cast.named(name))


def fell(cast: Cast) -> UUID:
    """The flag of the client's drop."""
    with db.reading() as reading:
        found = records.record(reading, cast.clinician, cast.client_id, now=clock.now())
        return next(flag.flag.id for flag in found.flags if flag.finding.falls)


def test_an_answer_by_whoever_covers_says_so(app: Flask, cast: Cast) -> None:
    for week, bond in enumerate((8, 5)):
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8)
    day = clock.now().date()
    with db.transaction() as writing:
        days, who = (day, day), cast.outsider.id
        covers.arrange(
            writing, cast.clinician, cast.clinician.id, who, days, "away", now=clock.now()
        )
    cover, own, flag = (
        as_(app, cast, "outsider"),
        as_(app, cast, "clinician"),
        f"/flags/{fell(cast)}",
    )
    assert cover.send(flag, answer="talked").status_code == 303
    assert "by Outsider" in own.client.get(flag).text
    assert own.send(flag, answer="talked", note="again").status_code == 303
    assert own.client.get(flag).text.count("by Clinician") == 1, "of whoever prints it"


def test_the_handoff_summary_says_who_held_which_sessions(app: Flask, cast: Cast) -> None:
    own, path = as_(app, cast, "clinician"), f"/clients/{cast.client_id}/handoff"
    assert ", with Clinician." in own.client.get(path).text
    for week in range(3):
        log(cast.clinician, cast.client_id, weeks(week), 8, 8, 8, 8)
    assert ", with Clinician." in own.client.get(path).text
    with db.transaction() as writing:
        taker = cast.outsider.id
        reassigning.transfer(
            writing, cast.clinician, cast.client_id, taker, "Moves away", now=clock.now()
        )
    other = as_(app, cast, "outsider")
    assert ", sessions 1 to 3 with Clinician; now with Outsider." in other.client.get(path).text
    log(cast.outsider, cast.client_id, weeks(3), 8, 8, 8, 8)
    assert "1 to 3 with Clinician, session 4 with Outsider; now" in other.client.get(path).text


def test_an_emergency_from_the_form_to_the_report(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    for week, bond in enumerate((8, 5)):
        log(cast.clinician, cast.client_id, weeks(week), bond, 8, 8, 8)
    other, own, boss = (as_(app, cast, n) for n in ("outsider", "clinician", "administrator"))
    assert "/emergency" in other.client.get("/").text
    assert other.client.get(f"/clients/{cast.client_id}").status_code == 404
    assert "60 minutes" in other.client.get("/emergency").text
    assert other.send("/emergency", code="", reason="").status_code == 422
    named = other.send("/emergency", code="Z-999", reason=f"{code(cast.client_id)} called")
    assert (named.status_code, "Leave out the client&#39;s code" in named.text) == (422, True)
    spelled = code(cast.client_id).replace("-", " ").lower()
    typed = other.send("/emergency", code=code(cast.client_id), reason=f"{spelled} called")
    assert typed.status_code == 422, "the code that was typed, however it is written"
    assert "emergency.code_wrong" not in events()
    why = "Called in crisis"
    assert other.send("/emergency", code="Z-999", reason="Detained under S136").status_code == 422
    assert "emergency.code_wrong" in events(), "what only looks like a code holds nobody up"
    opened = other.send("/emergency", code=code(cast.client_id), reason=why)
    assert opened.location.endswith(f"/clients/{cast.client_id}")
    page = other.client.get(opened.location).text
    assert "You opened this record in an emergency." in page
    assert "Log session" not in page
    assert "In supervision" not in page
    assert other.client.get(f"/clients/{cast.client_id}/reviews").status_code == 404
    flag = other.client.get(f"/flags/{fell(cast)}").text
    assert "Bond" in flag
    assert "Who looked at this flag" not in flag
    assert 'id="supervision"' not in flag
    assert 'id="supervision"' in own.client.get(f"/flags/{fell(cast)}").text
    assert other.client.get(f"/clients/{cast.client_id}/sessions/new").status_code == 404
    assert "Outsider opened the record of" in own.client.get("/").text
    assert "Called in crisis" in own.client.get("/").text
    told = boss.client.get("/").text
    assert "Outsider opened a client&#39;s record" in told or "a client's record" in told
    assert code(cast.client_id) not in told
    assert code(cast.client_id) not in boss.client.get("/emergencies").text
    assert "Called in crisis" in boss.client.get("/emergencies").text
    away = re.search(r"/notices/[0-9a-f-]+/seen", told)
    assert away
    assert boss.send(away[0]).status_code == 303
    assert "Called in crisis" not in boss.client.get("/").text
    shut = re.search(r"/emergencies/[0-9a-f-]+/close", page)
    assert shut
    assert other.send(shut[0]).status_code == 303
    assert other.client.get(opened.location).status_code == 404
    assert "Record opened in an emergency" in own.client.get("/audit/mine").text


def test_it_closes_by_itself_after_an_hour(
    app: Flask, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = as_(app, cast, "outsider")
    other.send("/emergency", code=code(cast.client_id), reason="Called in crisis")
    assert other.client.get(f"/clients/{cast.client_id}").status_code == 200
    later = clock.now() + timedelta(minutes=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    again = as_(app, cast, "outsider")
    assert again.client.get(f"/clients/{cast.client_id}").status_code == 404


@pytest.mark.parametrize(("name", "home"), [("outsider", "/"), ("supervisor", "/supervision")])
def test_what_is_still_open_stands_on_the_home_page(
    app: Flask, cast: Cast, name: str, home: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    theirs = cast.client_id if name == "outsider" else cast.other_client_id
    told = f"You opened the record of {code(theirs)} in an emergency."
    other = as_(app, cast, name)

    def shown() -> str:
        return re.sub(r"</?a\b[^>]*>", "", other.client.get(home).text)

    assert "in an emergency." not in shown()
    other.send("/emergency", code=code(theirs), reason="Called in crisis")
    assert told in shown()
    assert "You can read it until" in shown()
    for owner in ("clinician", "administrator"):
        assert told not in as_(app, cast, owner).client.get("/").text
    shut = re.search(r"/emergencies/[0-9a-f-]+/close", shown())
    assert shut
    assert other.send(shut[0]).status_code == 303
    assert told not in shown()
    other.send("/emergency", code=code(theirs), reason="Called again")
    assert told in shown()
    later = clock.now() + timedelta(minutes=61)
    monkeypatch.setattr(clock, "now", lambda: later)
    other = as_(app, cast, name)
    assert told not in shown()


def test_wrong_codes_are_counted_and_then_there_is_a_pause(app: Flask, cast: Cast) -> None:
    other = as_(app, cast, "outsider")
    for _ in range(TRIES):
        wrong = other.send("/emergency", code="Z-999", reason="why")
        assert (wrong.status_code, "No client has this code" in wrong.text) == (422, True)
    paused = other.send("/emergency", code=code(cast.client_id), reason="why")
    assert paused.status_code == 409
    assert re.search(r"Wait 1\d minutes, or ask the client&#39;s clinician or whoever", paused.text)
    assert "ask an administrator" not in paused.text
    assert events().count("emergency.code_wrong") == TRIES


def days(first: int, last: int) -> dict[str, object]:
    found = {}
    for name, offset in (("starts_on", first), ("ends_on", last)):
        day = clock.now().date() + timedelta(days=offset)
        found |= {f"{name}-{part}": getattr(day, part) for part in ("day", "month", "year")}
    return found


def test_cover_is_arranged_seen_used_and_ended(app: Flask, cast: Cast) -> None:
    own, other = as_(app, cast, "clinician"), as_(app, cast, "outsider")
    path = f"/people/{cast.clinician.id}/cover"
    assert path in own.client.get("/settings").text
    assert "Nobody covers." in own.client.get(path).text
    assert own.send(path).status_code == 422
    sent = {"cover": cast.outsider.id, "reason": "Leave", **days(0, 7)}
    assert own.send(path, **sent).status_code == 303
    assert "You cover for Clinician" in other.client.get("/").text
    twice = own.send(path, **sent)
    assert (twice.status_code, "Choose other days" in twice.text) == (422, True)
    theirs = other.client.get(f"/caseloads/{cast.clinician.id}").text
    assert "Caseload of Clinician" in theirs
    assert f"/clients/{cast.client_id}/sessions/new" in theirs
    assert "Add client" not in theirs
    record = other.client.get(f"/clients/{cast.client_id}").text
    assert "Log session" in record
    assert "opened this record in an emergency" not in record
    details = other.client.get(f"/clients/{cast.client_id}/details").text
    assert "another clinician" not in details
    assert other.client.get(f"/clients/{cast.client_id}/transfer").status_code == 404
    end = re.search(r"/covers/[0-9a-f-]+/end", own.client.get(path).text)
    assert end
    assert other.send(end[0]).status_code == 404
    assert own.send(end[0]).status_code == 303
    assert other.client.get(f"/caseloads/{cast.clinician.id}").status_code == 404
    assert other.client.get(f"/clients/{cast.client_id}").status_code == 404
    assert "You cover for" not in other.client.get("/").text


def test_whose_clients_are_read_by_what_others_arranged_is_told_and_puts_it_away(
    app: Flask, cast: Cast
) -> None:
    own, boss = as_(app, cast, "clinician"), as_(app, cast, "administrator")
    sent = {"cover": cast.outsider.id, "reason": "Leave", **days(0, 7)}
    assert boss.send(f"/people/{cast.clinician.id}/cover", **sent).status_code == 303
    with db.transaction() as writing:
        both = {"supervisor": cast.supervisor.id, "clinician": cast.clinician.id}
        first = clock.now().date()
        supervision.link_supervision(
            writing, **both, starts_on=first, ends_on=first, now=clock.now()
        )
    page = re.sub(r"<[^>]+>", "", own.client.get("/").text)
    assert re.search(
        r"It was arranged that Outsider covers for you from \d+ \w+ \d+ to \d+ \w+ \d+, by Administrator: “Leave”\.",
        page,
    )
    assert re.search(
        r"It was arranged that Supervisor reads your caseload as your supervisor from .{9,30}, on the machine\.",
        page,
    )
    for _ in range(2):
        away = re.search(r"/notices/[0-9a-f-]+/seen", own.client.get("/").text)
        assert away
        assert own.send(away[0]).status_code == 303
    page = own.client.get("/").text
    assert "It was arranged" not in page
    assert "covers for you" not in boss.client.get("/").text


def test_a_client_is_handed_over(app: Flask, cast: Cast) -> None:
    own, other = as_(app, cast, "clinician"), as_(app, cast, "outsider")
    path = f"/clients/{cast.client_id}/transfer"
    assert path in own.client.get(f"/clients/{cast.client_id}/details").text
    assert own.send(path, taker="x", reason="").status_code == 422
    done = own.send(path, taker=cast.outsider.id, reason="Moved to the other house")
    assert done.status_code == 303
    assert own.client.get(f"/clients/{cast.client_id}").status_code == 404
    told = other.client.get("/").text
    assert f"{code(cast.client_id)} came to you from Clinician" in told
    assert f"/clients/{cast.client_id}/handoff" in told


@pytest.mark.parametrize("what", ["record", "handoff"])
def test_a_print_is_recorded_before_it_is_made(app: Flask, cast: Cast, what: str) -> None:
    own, other = as_(app, cast, "clinician"), as_(app, cast, "outsider")
    shown = own.client.get(f"/clients/{cast.client_id}{'/handoff' if what == 'handoff' else ''}")
    assert f'data-print="{what}" data-of="{cast.client_id}"' in shown.text
    assert own.send("/printed", what=what, of=cast.client_id).status_code == 204
    assert events()[-1] == "client.printed"
    assert other.send("/printed", what=what, of=cast.client_id).status_code == 404
    assert own.send("/printed", what="everything", of=cast.client_id).status_code == 404


def test_a_printed_agenda_is_recorded(app: Flask, cast: Cast) -> None:
    with db.transaction() as writing:
        day, now = clock.now().date(), clock.now()
        made = meetings.make_meeting(writing, cast.supervisor, cast.clinician.id, day, now=now).id
    for name, status in (("supervisor", 204), ("clinician", 204), ("outsider", 404)):
        browser = as_(app, cast, name)
        assert browser.send("/printed", what="agenda", of=made).status_code == status
    assert events().count("meeting.printed") == 2
