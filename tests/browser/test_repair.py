"""A drop, an answer of two actions, a repair with a planned step, and the score back in the next two sessions."""

import re

from playwright.sync_api import Page, expect

from tests.browser.pages import tap
from tests.browser.site import Site
from tests.browser.test_check_in import log
from tests.browser.visit import WITH_AND_WITHOUT_SCRIPT, Visit


def next_session(page: Page, client: str, marks: str) -> None:
    """Log one more session of today."""
    page.goto(f"/clients/{client}/sessions/new")
    item = page.locator("[name='session-check.client.bond']").first
    item.wait_for(state="attached")
    for name, number in zip(("bond", "goals", "tasks", "overall"), marks.split(), strict=True):
        page.locator(f"[name='session-check.client.{name}'][value='{number}']").check(force=True)
    page.get_by_role("button", name="Save session").click()
    if page.get_by_label("This is another session on the same day").count():
        page.get_by_label("This is another session on the same day").check()
        page.get_by_role("button", name="Save session").click()
    page.wait_for_url(re.compile("/saved"))


@WITH_AND_WITHOUT_SCRIPT
def test_from_the_drop_to_the_strip_that_says_it_came_back(
    site: Site, visit: Visit, script: bool
) -> None:
    visit.expect(422)  # a second session on one day is asked about
    page = visit.page("writer", java_script_enabled=script)
    client = str(site.client("8 8 8 8"))
    page.goto(f"/clients/{client}/sessions/new")
    log(page, "5 8 8 8")
    page.get_by_label("Follow it up as a repair").check()
    tap(page, "I will raise it next session", script=script)
    page.get_by_role("link", name=re.compile("^Record of|^Back to")).first.click()
    page.get_by_role("link", name="Repairs 1").click()
    page.get_by_role("link", name="Repair, session 2").click()
    page.get_by_text("Plan a step", exact=True).click()
    page.get_by_label("Step for the next session").fill("Ask how the homework felt")
    page.get_by_role("button", name="Save step").click()
    expect(page.get_by_text("It stands on top of the next session's form").first).to_be_visible()

    page.goto(f"/clients/{client}/sessions/new")
    page.get_by_label("Ask how the homework felt").check()
    for name in ("bond", "goals", "tasks", "overall"):
        page.locator(f"[name='session-check.client.{name}'][value='8']").check(force=True)
    page.get_by_role("button", name="Save session").click()
    page.get_by_label("This is another session on the same day").check()
    page.get_by_role("button", name="Save session").click()
    page.wait_for_url(re.compile("/saved"))
    page.goto(f"/clients/{client}/repairs")
    steps = page.locator(".strip li")
    expect(steps.nth(2)).to_contain_text("not back yet, 1 rating later")
    assert not page.get_by_text("Planned: Ask how").count()
    next_session(page, client, "8 8 8 8")
    back = "Bond is back: 8 now, 8 before it fell in session 2"
    expect(page.get_by_role("heading", level=1)).to_have_text(back)

    page.goto(f"/clients/{client}")
    told = page.get_by_role("list", name="Check-ins")
    expect(told).to_contain_text("came back, sessions 3 and 4")
    page.goto(f"/clients/{client}/repairs")
    expect(steps).to_have_text(
        [
            re.compile("Fell.*Bond 8 → 5", re.S),
            re.compile("Talked about"),
            re.compile("Came back.*session 4", re.S),
        ]
    )
    expect(page.locator(".repair").get_by_text("Came back").first).to_be_visible()
    page.get_by_role("link", name="Sessions").click()
    page.get_by_text("from the ratings, asking for nothing").click()
    expect(page.get_by_role("link", name=re.compile("Bond is back"))).to_be_visible()


def test_a_strain_without_a_drop_is_two_taps_on_the_session_form(site: Site, visit: Visit) -> None:
    page = visit.page("writer")
    client = str(site.client("8 8 8 8"))
    page.goto(f"/clients/{client}/sessions/new")
    page.get_by_text("Attendance, setting, note").click()
    page.get_by_label("There was a strain to follow up").check()
    log(page, "8 8 8 8")
    page.get_by_role("link", name="A repair is open for this session").click()
    expect(page.get_by_role("heading", name="Repair, session 2")).to_be_visible()
    expect(page.locator(".strip li").first).to_contain_text("no score fell")
