"""An objective from at risk to met beside a drop and its repair, and the note that says so; with and without scripts."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.pages import tap
from tests.browser.site import Site
from tests.browser.test_check_in import log
from tests.browser.test_repair import next_session
from tests.browser.visit import WITH_AND_WITHOUT_SCRIPT, Visit


def set_aim(page: Page, client: str) -> None:
    """The bond at 7.5 or more, twice running, within three sessions from today on."""
    page.goto(f"/clients/{client}/objectives")
    page.get_by_text("One of my own").click()
    page.get_by_role("link", name=re.compile("Choose.*A score reached so often")).click()
    page.get_by_label("Threshold").fill("7.5")
    page.get_by_label("How many times").fill("2")
    page.get_by_label("How they count").select_option("One after the other")
    page.get_by_label("Within how many sessions").fill("3")
    page.get_by_role("button", name="Set objective").click()
    expect(page.get_by_text("On track")).to_be_visible()


@WITH_AND_WITHOUT_SCRIPT
def test_from_at_risk_to_met_beside_the_repair_of_a_drop(
    site: Site, visit: Visit, script: bool
) -> None:
    visit.expect(422)  # a second session on one day is asked about
    page = visit.page("writer", java_script_enabled=script)
    client = str(site.client("8 8 8 8"))
    set_aim(page, client)
    page.goto(f"/clients/{client}/sessions/new")
    assert not page.get_by_text("bjective").count()  # nobody fishes for an eight
    log(page, "5 8 8 8")
    page.get_by_label("Follow it up as a repair").check()
    tap(page, "I will raise it next session", script=script)
    page.goto(f"/clients/{client}/objectives")
    row = page.locator(".objectives li")
    expect(row).to_contain_text("At risk")
    expect(row).to_contain_text("0 of 2 sessions running")
    for _ in range(2):
        next_session(page, client, "8 8 8 8")
    page.get_by_role("link", name="Note to paste").click()
    note = page.get_by_label("The note").input_value()
    assert "2 of 2 sessions running (met)" in note
    assert note.splitlines()[0].startswith("Alliance, rated by the client")

    page.goto(f"/clients/{client}/repairs")
    expect(page.locator(".strip li").nth(2)).to_contain_text("two ratings running")
    page.goto(f"/clients/{client}")
    expect(page.locator(".objectives tbody tr")).to_contain_text("Met")
    expect(page.get_by_text("1 of 1 on track")).to_be_visible()
    page.locator(".objectives th").get_by_role("link").click()
    rows = page.locator("tbody tr")
    expect(rows).to_have_text([re.compile(f"Session {n}.*Bond", re.S) for n in (2, 3, 4)])


@pytest.mark.long
def test_the_note_is_changed_on_the_page_and_copied_with_one_click(
    site: Site, visit: Visit
) -> None:
    page = visit.page("writer", kept=False)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    client = str(site.client("8 8 8 8"))
    page.goto(f"/clients/{client}/sessions")
    page.get_by_role("link", name="Session 1", exact=True).click()
    page.get_by_role("link", name="Note to paste").click()
    text = page.get_by_label("The note")
    text.fill("Changed. " + text.input_value())
    page.get_by_role("button", name="Copy").click()
    expect(page.get_by_text("Copied.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()").startswith("Changed. Alliance, rated")


def test_without_scripts_the_summary_can_be_selected(site: Site, visit: Visit) -> None:
    page = visit.page("clinician", java_script_enabled=False)
    page.goto(f"/clients/{site.demo['BM']}")
    page.get_by_text("More", exact=True).click()
    page.get_by_role("link", name="Transfer summary").click()
    page.get_by_text("As plain text, to copy").click()
    assert page.get_by_label("The summary").input_value().startswith("Transfer summary, ")
    assert not page.get_by_role("button", name="Copy").count()


@pytest.mark.long
def test_the_handoff_summary_prints_on_one_page(site: Site, visit: Visit) -> None:
    page = visit.page("clinician")
    page.goto(f"/clients/{site.demo['AK']}/handoff")
    printed = page.pdf(format="A4")
    assert len(re.findall(rb"/Type /Page\b", printed)) == 1
