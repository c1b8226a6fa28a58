"""A fall is seen at once, in one panel that blocks nothing, and is answered with two actions; without JavaScript too."""

import re
from uuid import UUID

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import SAVED, form_of, tap
from tests.browser.visit import Visit

NEVER = ("alert", "warning", "failed", "poor", "risk score", "non-compliant", "compliance", "!")


def log(page: Page, marks: str) -> None:
    """Enter the client's marks and save; the page that follows is open."""
    for item, number in zip(("bond", "goals", "tasks", "overall"), marks.split(), strict=True):
        page.locator(f"[name='session-check.client.{item}'][value='{number}']").check(force=True)
    page.get_by_role("button", name="Save session").click()
    page.wait_for_url(SAVED)


def after(visit: Visit, before: str, now: str, **options: object) -> tuple[Page, UUID]:
    """The page after a session was logged with these marks, and its client."""
    client_id = visit.site.client(before)
    page = form_of(visit, client_id, **options)
    log(page, now)
    return page, client_id


@pytest.mark.parametrize(
    ("now", "panels"),
    [("5 8 8 8", 1), ("6 8 8 8", 1), ("7 8 8 8", 0), ("5 6 5 8", 1), ("8 8 8 8", 0)],
    ids=["8 to 5", "8 to 6", "8 to 7", "three fall", "none falls"],
)
def test_a_fall_of_two_or_more_opens_exactly_one_panel(visit, now, panels):
    page, _ = after(visit, "8 8 8 8", now)
    assert page.locator(".panel").count() == panels
    assert page.locator("main").inner_text().count("In the room") == panels


def test_one_panel_names_everything_that_fell(visit):
    page, _ = after(visit, "8 8 8 8", "5 6 5 8")
    for words in ("Bond fell from 8 to 5", "Goals from 8 to 6", "Tasks from 8 to 5"):
        expect(page.locator(".panel")).to_contain_text(words)


def test_the_panel_stands_in_the_page_and_can_be_left(visit):
    page, client_id = after(visit, "8 8 8 8", "5 8 8 8")
    assert page.locator("dialog, [aria-modal]").count() == 0
    page.get_by_role("link", name="Caseload").first.click()
    code = page.locator("tr", has=page.locator(f"a[href='/clients/{client_id}']"))
    expect(code).to_contain_text("Check in")
    expect(code).to_contain_text("today")


def test_the_panel_says_may_and_never_blames(visit):
    page, _ = after(visit, "8 8 8 8", "5 6 5 8")
    page.get_by_text("Why am I seeing this?").click()
    text = page.locator(".panel").inner_text().lower()
    assert "it may be" in text
    assert [word for word in NEVER if word in text] == []
    said = page.locator(".panel .say").inner_text()
    assert not re.search(r"\d", said)


def test_an_answer_takes_one_tap_and_is_in_the_record(visit):
    page, client_id = after(visit, "8 8 8 8", "5 8 8 8")
    tap(page, "We talked about it in this session")
    expect(page.locator(".history")).to_contain_text("Talked about")
    page.goto(f"/clients/{client_id}/sessions")
    expect(page.locator(".session-rows tbody tr").first).to_contain_text("Addressed")
    expect(page.locator(".session-rows tbody tr").first).to_contain_text("talked about")


def test_a_digit_and_enter_answer_it_as_well(visit):
    page, _ = after(visit, "8 8 8 8", "5 8 8 8")
    page.locator("[data-taps][data-ready]").wait_for()
    page.locator("[data-taps] button").first.focus()
    page.keyboard.press("3")
    page.keyboard.press("Enter")
    expect(page.locator(".history")).to_contain_text("Asked; the client preferred not to say")


def test_nothing_is_recorded_by_habit(visit):
    """Four ratings and Enter, and whatever was pressed too often: a digit, Enter, a tap, and Enter in a field."""
    page, _ = after(visit, "8 8 8 8", "5 8 8 8")
    page.locator("[data-taps] button").first.click()  # meant for the page before
    for key in ("1", "Enter", "Enter"):
        page.keyboard.press(key)
    page.locator("[data-taps][data-ready]").wait_for()
    page.locator("body").press("1")
    page.locator("body").press("Enter")
    page.get_by_text("Say more with the answer").click()
    page.get_by_label("One line (optional)").press("Enter")
    assert "/saved" in page.url
    page.reload()
    assert page.locator("[data-taps]").count() == 1, "nothing was answered"


def test_an_answer_can_be_taken_back_from_the_page_it_leads_to(visit):
    page, _ = after(visit, "8 8 8 8", "5 8 8 8")
    tap(page, "Not right today")
    expect(page.locator(".undo")).to_contain_text("Not right today.")
    page.get_by_role("button", name="Undo").click()
    expect(page.locator(".history")).to_contain_text("Undone")
    assert page.locator("[data-taps]").count() == 1


def test_a_wrong_rating_leads_on_to_its_correction(visit):
    page, _ = after(visit, "8 8 8 8", "5 8 8 8")
    tap(page, "The rating was entered wrongly")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Correct session 2")


def test_the_whole_story_works_without_javascript(visit):
    page, client_id = after(visit, "8 8 8 8", "5 8 8 8", java_script_enabled=False)
    expect(page.locator(".panel h1")).to_contain_text("Bond fell from 8 to 5")
    page.get_by_text("Say more with the answer").click()
    page.get_by_label("One line (optional)").press("Enter")
    assert "/saved" in page.url, "Enter in a field answers nothing"
    tap(page, "We talked about it in this session", script=False)
    expect(page.locator(".history")).to_contain_text("Talked about")
    page.goto(f"/clients/{client_id}")
    assert page.locator("figure svg.chart-svg").locator("visible=true").count() == 1
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    page.get_by_role("link", name="Explore").click()
    assert page.locator("figure svg.chart-svg").locator("visible=true").count() == 1
    assert page.locator("figure table tbody tr").count() == 2
    expect(page.get_by_role("button", name="Download the picture")).to_be_hidden()
