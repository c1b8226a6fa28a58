"""Corrections in the browser: old values stay in sight."""

import re
from datetime import timedelta

from tests.conftest import Browser, Cast, log, weeks
from tests.web.sending import new_url, rated
from tracker import clock, db
from tracker.services.record.flag_rows import stored_flags


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
    assert "Open: 1 check-in." in page.client.get("/").text


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


def test_a_withdrawn_check_in_takes_no_answer(page: Browser, cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(cast.clinician, cast.client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = stored_flags(reading, [cast.client_id])
    page.send(f"/sessions/{session_id}/correct", **rated(day=weeks(1)), reason="slip")
    assert "Withdrawn" in page.client.get(f"/flags/{flag.id}").text
    late = page.send(f"/flags/{flag.id}", answer="talked", seen="2")
    assert late.status_code == 409
    assert "There is nothing to answer" in late.text
