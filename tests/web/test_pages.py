"""Pages as people use them: what works, what is named when it does not, and what is kept."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from flask import Flask
from sqlalchemy import event as events
from sqlalchemy import select, text
from sqlalchemy.exc import OperationalError
from werkzeug.test import TestResponse

from tests.conftest import Browser, Cast, log, new_client, weeks
from tracker import clock, config, db
from tracker.models import AuditEntry, Base, FlagAnswer, Rating, RuleSetting, SignIn, TherapySession
from tracker.services import clients
from tracker.services.flag_views import stored_flags


@pytest.fixture
def page(browser: Browser, cast: Cast) -> Browser:
    """The clinician's browser."""
    return browser.sign_in_as(cast.clinician)


def rated(
    bond: object = 8, goals: object = 8, tasks: object = 8, overall: object = 8, **more: object
) -> dict[str, object]:
    """What the form of a session sends."""
    day = more.pop("day", clock.now().date())
    marks = {"bond": bond, "goals": goals, "tasks": tasks, "overall": overall}
    return {
        "held_on-day": day.day,  # type: ignore[attr-defined]
        "held_on-month": day.month,  # type: ignore[attr-defined]
        "held_on-year": day.year,  # type: ignore[attr-defined]
        "status": "attended",
        "setting": "in_person",
        "no_rating": "in_session",
        **{
            f"session-check.client.{item}": value
            for item, value in marks.items()
            if value is not None
        },
        **more,
    }


def new_url(cast: Cast) -> str:
    return f"/clients/{cast.client_id}/sessions/new"


def rows(table: str) -> int:
    with db.reading() as reading:
        return int(reading.execute(text(f"SELECT count(*) FROM {table}")).scalar() or 0)


def test_the_main_job(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, clock.now().date() - timedelta(weeks=1), 8, 8, 8, 8)
    saved = page.send(new_url(cast), **rated(5))
    assert saved.status_code == 303
    panel = page.client.get(saved.location).text
    assert "Session 2 for" in panel
    assert "Bond went from 8 to 5 since session 1." in panel
    assert "Only the client can say." in panel
    assert "Rules version 2026.1" in panel
    assert panel.count('class="panel') == 1
    flag = re.search(r'action="(/flags/[^"]+)"', panel)
    assert flag
    answered = page.send(
        flag[1], answer="talked", moves=["asked_different", "owned_part"], note="We spoke <b>"
    )
    assert answered.status_code == 303
    shown = page.client.get(answered.location).text
    assert "In the conversation: asked what was different, owned my part." in shown
    assert "We spoke &lt;b&gt;" in shown
    assert "Addressed in the session: yes." in shown
    record = page.client.get(f"/clients/{cast.client_id}").text
    assert "Bond 8 → 5" in record
    assert "talked about" in record
    assert "<svg" in record
    home = page.client.get("/").text
    assert "No check-in is waiting." in home


def test_the_saved_page_says_when_there_is_nothing_to_say(page: Browser, cast: Cast) -> None:
    first = page.send(new_url(cast), **rated(day=clock.now().date() - timedelta(weeks=1)))
    assert "First rating" in page.client.get(first.location).text
    second = page.send(new_url(cast), **rated(7))
    shown = page.client.get(second.location).text
    assert "No fall that asks for a check-in" in shown
    assert "Some marks are lower than last time" in shown
    assert "down 1" in shown
    better = page.client.get(
        page.send(new_url(cast), **rated(9, another_that_day="y")).location
    ).text
    assert "No fall since last time" in better
    assert "Steady marks can still hide a strain." in better
    third = page.send(
        new_url(cast), **rated(None, None, None, None, status="missed", another_that_day="y")
    )
    assert "Client did not come" in page.client.get(third.location).text
    fourth = page.send(
        new_url(cast), **rated(None, None, None, None, no_rating="declined", another_that_day="y")
    )
    assert "No alliance rating by the client this time" in page.client.get(fourth.location).text


def test_a_back_dated_drop_raises_a_flag_and_no_panel(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    saved = page.send(new_url(cast), **rated(5, day=weeks(1)))
    shown = page.client.get(saved.location).text
    assert 'class="panel' not in shown
    assert "This session is back-dated" in shown
    assert "A fall in an earlier session" in shown
    assert "No fall" not in shown
    assert "1 needs a check-in" in page.client.get("/").text


def test_a_rating_after_the_session_is_said_so(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    saved = page.send(new_url(cast), **rated(5, no_rating="after_session"))
    assert (
        "This rating came after the session. Raise it at the start of the next one."
        in page.client.get(saved.location).text
    )


def test_the_wish_to_talk_opens_a_panel_without_a_number(page: Browser, cast: Cast) -> None:
    saved = page.send(new_url(cast), **rated(**{"session-check.client.held_back": "1"}))
    shown = page.client.get(saved.location).text
    assert "The client would like to talk about something" in shown
    assert "the client answered “a little”" in shown


def test_an_empty_form_names_every_answer_and_stores_nothing(page: Browser, cast: Cast) -> None:
    answer = page.send(new_url(cast), **rated(None, None, None, None, note="kept"))
    assert answer.status_code == 422
    assert "<title>Error: Log session 1" in answer.text
    assert (
        'href="#session-check.client.bond">Select a number for bond, or choose &#39;no rating&#39;'
        in answer.text
    )
    assert ">kept</textarea>" in answer.text
    assert rows("therapy_sessions") == 0


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        (rated("eight"), "Bond must be a number, such as 8"),
        (rated(11), "Bond must be between 0 and 10"),
        (rated("1e400"), "Bond must be a number, such as 8"),
        (rated("9" * 5000), "Bond must be a number, such as 8"),
        (rated("7.5"), "Bond must be a whole number"),
        (
            rated(**{"held_on-day": "31", "held_on-month": "2"}),
            "The session date must be a real date",
        ),
        (rated(**{"held_on-year": "2999"}), "The session date must be today or earlier"),
        (rated(**{"held_on-year": "1999"}), "The session date must be on or after the start"),
        (rated(minutes_late="soon"), "Minutes late must be a whole number"),
        (rated(minutes_late="999"), "Minutes late must be between 0 and 180"),
        (rated(status="flown"), "Choose one of the answers for attendance"),
        (rated(setting="moon"), "Choose one of the answers for setting"),
        (rated(no_rating="maybe"), "Choose one of the answers for client&#39;s rating"),
        (rated(status="missed"), "A rating means that the session took place. Remove the ratings"),
        (rated(no_rating="declined"), "The client&#39;s rating is entered below"),
        (rated(note="x" * 501), "The note must be 500 characters or fewer"),
    ],
)
def test_wrong_input_gets_the_same_page_with_the_message_twice_and_everything_kept(
    page: Browser, cast: Cast, sent: dict[str, object], message: str
) -> None:
    answer = page.send(new_url(cast), **sent)
    assert answer.status_code == 422
    assert answer.text.count(message) == 2  # in the summary and beside the field
    assert 'name="session-check.client.goals" value="8" checked' in answer.text
    assert rows("therapy_sessions") == 0


def test_a_second_session_on_a_day_is_asked_about(page: Browser, cast: Cast) -> None:
    page.send(new_url(cast), **rated())
    asked = page.send(new_url(cast), **rated(7))
    assert asked.status_code == 422
    assert "There is already a session on this day" in asked.text
    assert page.send(new_url(cast), **rated(7, another_that_day="y")).status_code == 303
    assert rows("therapy_sessions") == 2


def test_the_same_form_sent_twice_makes_one_session(page: Browser, cast: Cast) -> None:
    key, sent = str(uuid4()), rated()
    first, second = (page.send(new_url(cast), form_key=key, **sent) for _ in range(2))
    assert (first.status_code, first.location) == (second.status_code, second.location)
    assert rows("therapy_sessions") == 1
    other = page.send(new_url(cast), form_key=key, **rated(3))
    assert other.status_code == 422
    assert "This page was already sent" in other.text
    assert "Bond, client: 3" in other.text
    assert rows("therapy_sessions") == 1


def test_twenty_copies_at_once_make_one_session(app: Flask, cast: Cast) -> None:
    from concurrent.futures import ThreadPoolExecutor

    first = Browser(app.test_client()).sign_in_as(cast.clinician)
    data = {"csrf_token": first.token(), "form_key": str(uuid4()), **rated()}
    cookie = first.client.get_cookie("session")
    assert cookie

    def send(_: int) -> TestResponse:
        client = app.test_client()
        client.set_cookie("session", cookie.value)
        return client.post(new_url(cast), data=data)

    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(send, range(20)))
    assert {a.status_code for a in answers} == {303}
    assert len({a.location for a in answers}) == 1
    assert rows("therapy_sessions") == rows("ratings") == 1


def test_a_key_that_was_tampered_with_is_replaced(page: Browser, cast: Cast) -> None:
    assert page.send(new_url(cast), form_key="no key", **rated()).status_code == 303


def test_a_correction_keeps_the_old_value_in_sight(page: Browser, cast: Cast) -> None:
    day = clock.now().date()
    page.send(new_url(cast), **rated(day=day - timedelta(weeks=1)))
    saved = page.send(new_url(cast), **rated(3, 8, 8, 8))
    url = saved.location.removesuffix("/saved")
    form = page.client.get(f"{url}/correct").text
    assert 'name="session-check.client.bond" value="3" checked' in form
    unchanged = page.send(f"{url}/correct", **rated(3), reason="look")
    assert "Nothing was changed" in unchanged.text
    no_reason = page.send(f"{url}/correct", **rated(8))
    assert "Enter a few words on why" in no_reason.text
    corrected = page.send(
        f"{url}/correct", **rated(8, minutes_late="10"), reason="slip of the finger"
    )
    shown = page.client.get(corrected.location).text
    assert re.search(
        r"<s><span class=\"hidden\">was </span>3</s> corrected .*: slip of the finger", shown
    )
    assert "Withdrawn: rating corrected" in shown
    assert "10 minutes late" in shown
    assert "Minutes late: " in shown


def test_a_therapist_rates_too_and_licensed_scores_are_typed(page: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        made = clients.add_client(
            writing, cast.clinician, new_client("session-check", "srs", "ors"), now=clock.now()
        )
    url = f"/clients/{made.id}/sessions/new"
    sent = rated(
        **{
            f"session-check.therapist.{item}": "7" for item in ("bond", "goals", "tasks", "overall")
        },
        **{"srs.client.total": "33,5"},
        **{
            f"ors.client.{item}": "5.5"
            for item in ("individually", "interpersonally", "socially", "overall")
        },
    )
    saved = page.send(url, **sent)
    assert saved.status_code == 303
    shown = page.client.get(saved.location.removesuffix("/saved")).text
    assert "33.5" in shown
    assert "rating was known" in shown
    form = page.client.get(saved.location.removesuffix("/saved") + "/correct").text
    assert 'name="srs.client.total" value="33.5"' in form
    assert 'name="ors.client.overall" value="5.5"' in form
    assert "Alliance by session" in page.client.get(f"/clients/{made.id}").text
    wrong = page.send(url, **{**sent, "srs.client.total": "41", "another_that_day": "y"})
    assert "Total must be between 0 and 40" in wrong.text


def test_a_record_of_the_therapists_ratings_alone_is_drawn(page: Browser, cast: Cast) -> None:
    therapist = {
        f"session-check.therapist.{item}": "7" for item in ("bond", "goals", "tasks", "overall")
    }
    saved = page.send(
        new_url(cast), **rated(None, None, None, None, no_rating="declined", **therapist)
    )
    assert "session check" in page.client.get(saved.location).text.lower()
    record = page.client.get(f"/clients/{cast.client_id}").text
    assert "Bond therapist" in record
    assert "client preferred not to rate" in record


def test_both_views_of_one_session_stand_in_one_triangle(page: Browser, cast: Cast) -> None:
    therapist = {
        f"session-check.therapist.{item}": "6" for item in ("bond", "goals", "tasks", "overall")
    }
    outcome = {
        f"wellbeing-check.client.{item}": "5" for item in ("feelings", "day", "people", "reason")
    }
    saved = page.send(new_url(cast), **rated(**therapist, **outcome))
    shown = page.client.get(saved.location).text
    assert shown.count('class="triangle"') == 1
    corrected = page.send(
        saved.location.removesuffix("/saved") + "/correct",
        **rated(None, None, None, None, status="missed"),
        reason="wrong client",
    )
    assert corrected.status_code == 303
    gone = page.client.get(corrected.location).text
    assert "This rating was taken back: wrong client." in gone
    assert gone.count("no rating") >= 4


def test_the_saved_page_never_claims_more_than_was_compared(page: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, new_client("srs"), now=clock.now())
    url, day = f"/clients/{made.id}/sessions/new", clock.now().date()
    items = {f"srs.client.{item}": "9" for item in ("relationship", "goals", "approach", "overall")}
    none = rated(None, None, None, None, day=day - timedelta(weeks=1))
    page.send(url, **none, **items)
    shown = page.client.get(
        page.send(url, **rated(None, None, None, None, **{"srs.client.total": "20"})).location
    ).text
    assert "Nothing to compare with" in shown
    assert "Input changed since the rating before" in shown
    assert "No fall" not in shown


def test_no_rating_throughout_is_a_rating_not_given_and_asks_why(page: Browser, cast: Cast) -> None:
    silent = rated("none", "none", "none", "none")
    asked = page.send(new_url(cast), **silent)
    assert asked.status_code == 422
    assert "Every answer is &#39;no rating&#39;" in asked.text
    assert rows("therapy_sessions") == 0
    therapist = {
        f"session-check.therapist.{item}": "7" for item in ("bond", "goals", "tasks", "overall")
    }
    made = page.send(new_url(cast), **{**silent, "no_rating": "declined"}, **therapist)
    assert made.status_code == 303
    with db.reading() as reading:
        (rating,) = reading.scalars(select(Rating))
    assert (rating.rater, rating.blind) == ("therapist", True)


def test_a_rating_can_be_taken_back_in_the_form(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    silent = rated("none", "none", "none", "none", day=weeks(1))
    url = f"/sessions/{session_id}/correct"
    taken = page.send(url, **{**silent, "status": "missed"}, reason="wrong client")
    assert taken.status_code == 303
    assert "This rating was taken back: wrong client." in page.client.get(taken.location).text
    again = page.send(url, **rated(4, day=weeks(1)), reason="right client after all")
    assert again.status_code == 303
    assert "1 needs a check-in" in page.client.get("/").text


def test_what_was_said_beside_the_numbers_stays_readable_too(page: Browser, cast: Cast) -> None:
    held = {"session-check.client.held_back": "2"}
    saved = page.send(new_url(cast), **rated(**held))
    url = saved.location.removesuffix("/saved")
    sent = rated(no_rating="after_session", **{"session-check.client.held_back": "0"})
    shown = page.client.get(page.send(f"{url}/correct", **sent, reason="misheard").location).text
    assert re.search(r"<s><span class=\"hidden\">was </span>yes</s> corrected .*: misheard", shown)
    assert re.search(r"was </span>given in the session</s> corrected .*: misheard", shown)
    only = page.send(
        f"{url}/correct",
        **rated("none", "none", "none", "none", **{**held, "another_that_day": "y"}),
        reason="sheet",
    )
    assert "taken back" not in page.client.get(only.location).text


def test_a_tab_that_was_opened_before_a_correction_does_not_undo_it(
    page: Browser, cast: Cast
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    url = f"/sessions/{session_id}/correct"
    assert page.send(url, **rated(8, day=weeks(1)), version="1", reason="slip").status_code == 303
    stale = page.send(
        url, **rated(5, day=weeks(1), note="from the other tab"), version="1", reason="note"
    )
    assert stale.status_code == 409
    assert "This session was corrected meanwhile" in stale.text
    assert ">from the other tab</textarea>" in stale.text
    assert 'name="version" value="2"' in stale.text
    assert "Withdrawn" in page.client.get(f"/sessions/{session_id}").text
    assert page.send(url, **rated(5, day=weeks(1)), version="x", reason="note").status_code == 409


def test_an_answer_that_no_field_asked_for_is_refused(page: Browser, cast: Cast) -> None:
    unknown = page.send(new_url(cast), **rated(**{"phq-9.client.q1": "3"}))
    assert unknown.status_code == 422
    assert "This measure is not in use with this client" in unknown.text
    odd = page.send(new_url(cast), **rated(**{"session-check.client.held_back": "9"}))
    assert "Select one of the answers to the last question" in odd.text
    assert rows("therapy_sessions") == 0


def test_refused_forms_are_reads_and_stand_in_the_audit(page: Browser, cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    for url in (new_url(cast), f"/sessions/{session_id}/correct"):
        count = rows("audit_entries")
        assert page.send(url, **rated(99), version="1").status_code == 422
        assert rows("audit_entries") == count + 1


@pytest.mark.parametrize(
    "sent",
    [
        {"json": {"answer": "talked"}},
        {"data": "x", "content_type": "text/plain"},
        {"data": {"note": "with \x00"}},
        {"data": {"note": "a file"}},  # sent as an upload
    ],
)
def test_only_forms_of_plain_text_are_taken(
    page: Browser, cast: Cast, sent: dict[str, Any]
) -> None:
    token = page.token()
    if sent.get("data") == {"note": "a file"}:
        sent = {"data": {"note": (BytesIO(b"file"), "note.txt")}}
    answer = page.client.post(new_url(cast), headers={"X-CSRFToken": token}, **sent)
    assert answer.status_code == 415
    assert rows("therapy_sessions") == 0


def test_too_long_a_reason_is_named(page: Browser, cast: Cast) -> None:
    session_id = log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    long = page.send(f"/sessions/{session_id}/correct", **rated(7, day=weeks(0)), reason="x" * 201)
    assert (long.status_code, "Enter a few words on why" in long.text) == (422, True)


def test_a_check_in_names_whose_setting_decided(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    saved = page.client.get(page.send(new_url(cast), **rated(5)).location).text
    assert (
        "Setting: the measure&#39;s own threshold." in saved
        or "Setting: the measure's own threshold." in saved
    )
    setting = RuleSetting(
        id=uuid4(),
        measure_key="session-check",
        points="1",
        reason="finer",
        set_at=clock.now(),
        set_by_id=cast.administrator.id,
    )
    with db.transaction() as writing:
        writing.add(setting)
    finer = page.client.get(
        page.send(new_url(cast), **rated(4, another_that_day="y")).location
    ).text
    assert "own threshold" in finer
    assert "this practice" in finer
    assert "threshold 1" in finer


def test_adding_a_client(page: Browser) -> None:
    assert 'value="session-check" checked' in page.client.get("/clients/new").text
    sent = {
        "age_band": "adult",
        "format": "individual",
        "usual_setting": "video",
        "measures": ["session-check", "ors"],
        "initials": "ak",
        "starts_on-day": "5",
        "starts_on-month": "January",
        "starts_on-year": "26",
    }
    made = page.send("/clients/new", **sent)
    assert made.status_code == 303
    shown = page.client.get(made.location).text
    assert "AK" in shown
    assert "No ratings yet." in shown
    assert "since 5 January 2026" in shown
    wrong = page.send(
        "/clients/new", **{**sent, "initials": "<script>", "starts_on-day": "32", "format": "choir"}
    )
    assert wrong.status_code == 422
    assert "The start date must be a real date" in wrong.text
    assert 'value="&lt;script&gt;"' in wrong.text
    assert page.send("/clients/new", **{**sent, "measures": ["colour"]}).status_code == 422


@pytest.mark.parametrize(
    "query",
    [
        "?show=check-in",
        "?sort=age&dir=desc",
        "?sort=code",
        "?sort=last",
        "?sort=need&dir=desc",
        "?show='--&sort=x",
    ],
)
def test_the_caseload_is_filtered_and_sorted_by_its_address(
    page: Browser, cast: Cast, query: str
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.transaction() as writing:
        clients.add_client(writing, cast.clinician, new_client(), now=clock.now())
    answer = page.client.get(f"/{query}")
    assert answer.status_code == 200
    assert answer.text.count('role="rowheader"') == (1 if "check-in" in query else 2)
    assert "No client matches this filter" in page.client.get("/?show=come-back").text


def test_an_empty_caseload_says_what_to_do(app: Flask, page: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        writing.execute(
            text("UPDATE clients SET clinician_id = (SELECT id FROM users WHERE name = 'Outsider')")
        )
    assert "Add your first client" in page.client.get("/").text


def test_home_is_for_everyone_what_they_are_here_for(app: Flask, cast: Cast) -> None:
    supervisor = Browser(app.test_client()).sign_in_as(cast.supervisor)
    assert supervisor.client.get("/").location == "/supervision"
    listed = supervisor.client.get("/supervision").text
    assert f"/caseloads/{cast.clinician.id}" in listed
    assert "Outsider" not in listed
    read = supervisor.client.get(f"/caseloads/{cast.clinician.id}").text
    assert "Caseload of Clinician" in read
    assert "Log session" not in read
    assert "Add client" not in read
    administrator = Browser(app.test_client()).sign_in_as(cast.administrator)
    assert "no clinical content" in administrator.client.get("/").text
    clinician = Browser(app.test_client()).sign_in_as(cast.clinician)
    assert "Nobody is in supervision with you" in clinician.client.get("/supervision").text


def test_a_supervisor_reads_the_record_and_the_check_in_and_answers_nothing(
    app: Flask, cast: Cast
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [cast.client_id])
    supervisor = Browser(app.test_client()).sign_in_as(cast.supervisor)
    for path in (f"/clients/{cast.client_id}", f"/flags/{flag.id}", f"/sessions/{flag.session_id}"):
        shown = supervisor.client.get(path).text
        assert 'class="answer"' not in shown
        assert "Log session" not in shown
        assert "Correct" not in shown


def test_an_answer_that_is_missing_is_named(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [cast.client_id])
    path = f"/flags/{flag.id}"
    empty = page.send(path, note="half a thought")
    assert empty.status_code == 422
    assert empty.text.count("Select what happened with this check-in") == 2
    assert 'value="half a thought"' in empty.text
    wrong_day = page.send(
        path, answer="talked", **{"talked_on-day": "x", "talked_on-month": "", "talked_on-year": ""}
    )
    assert "The day must be a real date" in wrong_day.text
    assert "Select one of the answers" in page.send(path, answer="shouted").text
    assert (
        "Select one of the words for it" in page.send(path, answer="talked", rupture="crash").text
    )
    assert (
        "Select what was done from the list"
        in page.send(path, answer="talked", moves=["sang"]).text
    )
    wrongly = page.send(path, answer="entered_wrongly")
    assert wrongly.location == f"/sessions/{flag.session_id}/correct"
    with db.reading() as reading:
        assert reading.scalars(select(FlagAnswer.rupture)).all() == [None]


def test_what_was_planned_comes_back_on_the_record_and_the_next_form(
    page: Browser, cast: Cast
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [cast.client_id])
    told = page.send(f"/flags/{flag.id}", answer="next_session")
    assert "Answer saved." in page.client.get(told.location).text
    form = page.client.get(new_url(cast)).text
    assert "the check-in of session 2" in form
    assert "8 to 5" not in form  # no earlier score on the form
    assert f'href="/flags/{flag.id}"' in page.client.get(f"/clients/{cast.client_id}").text


def test_a_withdrawn_check_in_takes_no_answer(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [cast.client_id])
    page.send(f"/sessions/{session_id}/correct", **rated(day=weeks(1)), reason="slip")
    assert "Withdrawn" in page.client.get(f"/flags/{flag.id}").text
    late = page.send(f"/flags/{flag.id}", answer="talked")
    assert late.status_code == 409
    assert "There is nothing to answer" in late.text


def _everything() -> dict[str, list[object]]:
    kept = [
        t
        for name, t in Base.metadata.tables.items()
        if name not in ("audit_entries", "audit_head", "sign_ins")
    ]
    with db.reading() as reading:
        return {t.name: sorted(map(str, reading.execute(select(t)).all())) for t in kept}


def test_reading_changes_nothing_but_the_audit_and_is_in_it(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [cast.client_id])
    before = _everything()
    for path, event in (
        ("/", "caseload.read"),
        (f"/caseloads/{cast.clinician.id}", "caseload.read"),
        (f"/clients/{cast.client_id}", "client.read"),
        (f"/clients/{cast.client_id}/sessions/new", "client.read"),
        (f"/sessions/{session_id}", "session.read"),
        (f"/sessions/{session_id}/saved", "session.read"),
        (f"/sessions/{session_id}/correct", "session.read"),
        (f"/flags/{flag.id}", "flag.read"),
    ):
        count = rows("audit_entries")
        assert page.client.get(path).status_code == 200
        with db.reading() as reading:
            last = reading.scalars(select(AuditEntry).order_by(AuditEntry.seq.desc())).first()
        assert last
        assert (rows("audit_entries"), last.event, last.actor_id) == (
            count + 1,
            event,
            cast.clinician.id,
        )
    assert _everything() == before


def test_no_page_without_its_audit_entry(
    page: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OSError("no audit")

    monkeypatch.setattr("tracker.services.audit.record", fail)
    answer = page.client.get(f"/clients/{cast.client_id}")
    assert answer.status_code == 500
    assert str(cast.client_id) not in answer.text


def test_what_was_typed_survives_being_signed_out(page: Browser, cast: Cast) -> None:
    token, key = page.token(), str(uuid4())
    with db.transaction() as writing:
        for row in writing.scalars(select(SignIn)):
            row.seen_at = clock.now() - config.IDLE - timedelta(minutes=1)
    answer = page.client.post(
        new_url(cast), data={"csrf_token": token, "form_key": key, **rated(5)}
    )
    assert answer.status_code == 401
    assert "Your entries are still here" in answer.text
    assert f'name="form_key" value="{key}"' in answer.text
    assert 'name="session-check.client.bond" value="5"' in answer.text
    again = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', answer.text))
    page.sign_in_as(cast.clinician)
    assert page.client.post(new_url(cast), data=again).status_code == 303
    assert rows("therapy_sessions") == 1


def test_a_database_that_cannot_be_written_keeps_the_entries(
    page: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise OperationalError("INSERT", {}, Exception("database or disk is full"))

    with monkeypatch.context() as broken:
        broken.setattr("tracker.services.sessions.log_session", full)
        answer = page.send(new_url(cast), **rated(5))
    assert answer.status_code == 503
    assert "Not saved. Your entries are still here" in answer.text
    assert "disk is full" not in answer.text
    again = dict(re.findall(r'type="hidden" name="([^"]+)" value="([^"]*)"', answer.text))
    assert page.client.post(new_url(cast), data=again).status_code == 303
    with monkeypatch.context() as broken:
        broken.setattr("tracker.services.records.record", full)
        assert (
            "This page cannot be shown just now"
            in page.client.get(f"/clients/{cast.client_id}").text
        )


def test_a_fault_of_ours_gets_a_reference_and_tells_nothing(
    page: Browser, cast: Cast, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def break_(*_: object, **__: object) -> None:
        raise RuntimeError("canary 5 8 8 8")

    monkeypatch.setattr("tracker.services.sessions.log_session", break_)
    with caplog.at_level("ERROR", logger="tracker"):
        answer = page.send(new_url(cast), **rated(5))
    assert answer.status_code == 500
    reference = re.search(r"reference ([0-9a-f]{8})", answer.text)
    assert reference
    (entry,) = [r for r in caplog.records if r.name == "tracker"]
    assert entry.reference == reference[1]  # type: ignore[attr-defined]
    assert "canary" not in str(entry.__dict__) + answer.text
    assert "session-check.client.bond" in answer.text


def test_too_large_a_form_is_refused_kindly(page: Browser, cast: Cast) -> None:
    answer = page.client.post(new_url(cast), data={"note": "x" * 300_000})
    assert answer.status_code == 413
    assert "Nothing was changed" in answer.text
    assert rows("therapy_sessions") == 0


def test_ids_stand_in_no_title(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with db.reading() as reading:
        session = reading.scalars(select(TherapySession)).one()
        code = clients.client_for(
            reading, cast.clinician, cast.client_id, clients.Permission.READ_RECORD, now=clock.now()
        ).code
    for path in (f"/clients/{cast.client_id}", new_url(cast), f"/sessions/{session.id}"):
        title = re.search(r"<title>(.*?)</title>", page.client.get(path).text)
        assert title
        assert code not in title[1]


def test_hostile_text_stays_text_on_every_page(app: Flask, page: Browser, cast: Cast) -> None:
    hostile = "\"'><img src=x onerror=alert(1)><script>alert(2)</script>{{ 7 * 7 }}"
    with db.transaction() as writing:
        made = clients.add_client(
            writing, cast.clinician, new_client(own_reference=hostile[:40]), now=clock.now()
        )
    url = f"/clients/{made.id}/sessions/new"
    page.send(url, **rated(day=weeks(0)))
    saved = page.send(url, **rated(5, note=hostile, day=weeks(1)))
    session = saved.location.removesuffix("/saved")
    page.send(f"{session}/correct", **rated(4, note=hostile + "!", day=weeks(1)), reason=hostile)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [made.id])
    page.send(f"/flags/{flag.id}", answer="talked", note=hostile)
    paths = (
        "/",
        f"/clients/{made.id}",
        session,
        f"{session}/saved",
        f"{session}/correct",
        f"/flags/{flag.id}",
    )
    shown = "".join(page.client.get(path).text for path in paths)
    shown += page.send(url, **rated(99, note=hostile, minutes_late=hostile)).text
    assert "onerror=alert" in shown.replace("&#34;", '"')
    assert "<img src=x" not in shown
    assert "<script>alert" not in shown
    assert "49" not in re.findall(r"alert\(2\)&lt;/script&gt;(.{0,20})", shown)[0]


def _queries(browser: Browser, path: str) -> int:
    statements: list[object] = []

    def note(*args: object) -> None:
        statements.append(args[2])

    engine = db.engine()
    events.listen(engine, "before_cursor_execute", note)
    try:
        assert browser.client.get(path).status_code == 200
    finally:
        events.remove(engine, "before_cursor_execute", note)
    return len(statements)


def test_the_queries_of_a_page_do_not_grow_with_the_data(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    paths = (
        f"/clients/{cast.client_id}",
        f"/sessions/{session_id}",
        f"/sessions/{session_id}/saved",
        new_url(cast),
    )
    few = [_queries(page, path) for path in paths]
    for week in range(2, 14):
        log(cast.clinician, cast.client_id, weeks(week), 5 + 3 * (week % 2), 8, 8, 8)
    assert [_queries(page, path) for path in paths] == few
