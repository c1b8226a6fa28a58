"""Courses that once passed in silence, as the clinician meets them: what is seen, said once more, and over."""

import re
from datetime import timedelta

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import form_of, tap
from tests.browser.test_check_in import log
from tests.browser.visit import WITH_AND_WITHOUT_SCRIPT, Visit

BOTH = ("session-check", "wellbeing-check")


def enter(page: Page, measure: str, **marks: int) -> None:
    """The client's marks on a measure, typed into the session's form."""
    for item, mark in marks.items():
        page.locator(f"[name='{measure}.client.{item}'][value='{mark}']").check(force=True)


@WITH_AND_WITHOUT_SCRIPT
def test_a_bad_beginning_is_seen_in_the_first_session_twice(visit: Visit, script: bool) -> None:
    client_id = visit.site.client(measures=BOTH)
    page = form_of(visit, client_id, java_script_enabled=script)
    enter(page, "wellbeing-check", feelings=2, day=2, people=2, reason=2)
    log(page, "2 3 2 2")
    saved = page.locator("main")
    expect(saved).to_contain_text("stands already below its level, at 2.25")
    expect(saved).to_contain_text("starts near the worst end of its scale, at 2")
    page.goto("/")
    row = page.locator("tr", has=page.locator(f"a[href='/clients/{client_id}']"))
    expect(row).to_contain_text("Review")


@pytest.mark.long
def test_a_slide_is_told_three_times_each_with_the_marks_of_the_day(visit: Visit) -> None:
    client_id = visit.site.client(*(f"{bond} 9 9 9" for bond in (9, 9, 9, 9, 8, 8)))
    page = visit.page("writer")
    told = []
    for days_ago, bond in zip(range(6, 0, -1), (7, 6, 6, 5, 4, 4), strict=True):
        session_id = visit.site.log(client_id, f"{bond} 9 9 9", days_ago=days_ago)
        page.goto(f"/sessions/{session_id}/saved")
        told += re.findall("Bond slid to ., from 9", page.locator("h1").inner_text())
    assert told == ["Bond slid to 7, from 9", "Bond slid to 5, from 9"]
    page.goto(f"/clients/{client_id}/sessions/new")
    log(page, "3 9 9 9")
    expect(page.locator("h1")).to_contain_text("Bond slid to 3, from 9")


def test_the_saved_page_says_that_it_is_over_and_what_was_done(visit: Visit) -> None:
    client_id = visit.site.client("8 8 8 8", "5 8 8 8")
    page = visit.page("writer")
    page.goto(f"/flags/{visit.site.flag_of(client_id)}")
    tap(page, "We talked about it in this session")
    visit.site.log(client_id, "8 8 8 8", days_ago=3)
    page.goto(f"/clients/{client_id}/sessions/new")
    log(page, "8 8 8 8")
    expect(page.locator("main")).to_contain_text(
        "Bond is back: 8 now, 8 before it fell in session 2"
    )
    expect(page.locator("main")).to_contain_text("Talked about")
    expect(page.locator("main")).not_to_contain_text("Steady marks")


@pytest.mark.long
def test_a_risk_item_over_three_sessions_is_one_line(visit: Visit) -> None:
    client_id = visit.site.client("8 8 8 8", measures=("session-check", "core-10"))
    page = visit.page("writer")
    for days_ago in (6, 3, 0):
        page.goto(f"/clients/{client_id}/sessions/new")
        day = visit.site.today - timedelta(days=days_ago)
        page.locator("details.line > summary").click()
        for part in ("day", "month", "year"):
            page.locator(f"[name='held_on-{part}']").fill(str(getattr(day, part)))
        for number in range(1, 11):
            page.locator(f"[name='core-10.client.item_{number}']").fill("1")
        log(page, "8 8 8 8")
    page.goto("/")
    row = page.locator("tr", has=page.locator(f"a[href='/clients/{client_id}']"))
    expect(row).to_contain_text("CORE-10 item 6: 1, 1, 1, unchanged")
    expect(row).not_to_contain_text("more")
    page.goto(f"/clients/{client_id}/sessions")
    main = page.locator("main")
    expect(main).to_contain_text("1 risk item")
    expect(main).not_to_contain_text("3 risk items")
