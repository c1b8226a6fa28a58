"""Pages as people use them: what works, and what is said."""

import re
from datetime import timedelta
from uuid import uuid4

from tests.conftest import Browser, Cast, log, new_client, weeks
from tests.web.sending import new_url, rated
from tracker import clock, db
from tracker.domain.rules.findings import RULES_VERSION
from tracker.models import RuleSetting
from tracker.services.record import clients
from tracker.services.record.flag_rows import stored_flags


def test_the_main_job(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, clock.now().date() - timedelta(weeks=1), 8, 8, 8, 8)
    saved = page.send(new_url(cast), **rated(5))
    assert saved.status_code == 303
    panel = page.client.get(saved.location).text
    assert "Session 2 of" in panel
    assert "Bond fell from 8 to 5" in panel
    assert "Only the client can say." in panel
    assert f"Rules version {RULES_VERSION}" in panel
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
    assert "bond −3" in record
    assert "talked about" in record
    assert "<svg" in record
    home = page.client.get("/").text
    assert "Nothing waits." in home


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
    assert "Open: 1 check-in." in page.client.get("/").text


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
    assert "The client answered “a little”" in shown


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
    record = page.client.get(f"/clients/{made.id}").text
    assert "Session check (not validated), mean · 0 to 10" in record
    assert "ORS, total · 0 to 40" in record
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
    assert "Therapist 7" in record
    assert "no rating" in record
    sessions = page.client.get(f"/clients/{cast.client_id}/sessions").text
    assert "client preferred not to rate" in sessions


def test_the_saved_page_never_claims_more_than_was_compared(page: Browser, cast: Cast) -> None:
    url = f"/clients/{cast.client_id}/sessions/new"
    day = clock.now().date()
    page.send(url, **rated(8, "none", "none", "none", day=day - timedelta(weeks=1)))
    shown = page.client.get(page.send(url, **rated("none", 8, 8, 8)).location).text
    assert "Nothing to compare with" in shown
    assert "No fall" not in shown


def test_a_typed_total_is_compared_with_one_by_answers(page: Browser, cast: Cast) -> None:
    with db.transaction() as writing:
        made = clients.add_client(writing, cast.clinician, new_client("srs"), now=clock.now())
    url = f"/clients/{made.id}/sessions/new"
    items = {f"srs.client.{item}": "9" for item in ("relationship", "goals", "approach", "overall")}
    day = clock.now().date() - timedelta(weeks=1)
    page.send(url, **rated(None, None, None, None, day=day), **items)
    total = rated(None, None, None, None, **{"srs.client.total": "20"})
    shown = page.client.get(page.send(url, **total).location).text
    assert "Total fell from 36 to 20" in shown


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
    assert "No ratings yet" in shown
    assert "No session yet" in shown
    assert "5 January 2026" in page.client.get(f"{made.location}/about").text
    wrong = page.send(
        "/clients/new", **{**sent, "initials": "<script>", "starts_on-day": "32", "format": "choir"}
    )
    assert wrong.status_code == 422
    assert "The start date must be a real date" in wrong.text
    assert 'value="&lt;script&gt;"' in wrong.text
    assert page.send("/clients/new", **{**sent, "measures": ["colour"]}).status_code == 422


def test_what_was_planned_comes_back_on_the_record_and_the_next_form(
    page: Browser, cast: Cast
) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [cast.client_id])
    told = page.send(f"/flags/{flag.id}", answer="next_session")
    assert (
        "To be raised at the start of the next session.</strong> Recorded"
        in page.client.get(told.location).text
    )
    form = page.client.get(new_url(cast)).text
    assert "drop, session 2" in form
    assert "8 to 5" not in form  # no earlier score on the form
    assert f'href="/flags/{flag.id}"' in page.client.get(f"/clients/{cast.client_id}").text
