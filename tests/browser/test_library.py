"""From a check-in to what one could say and back; suggestions without a client in them; keys, paper, and no script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.library_pages import CARD, checked
from tests.browser.site import Site
from tests.browser.visit import PHONE, WITH_AND_WITHOUT_SCRIPT, Visit

pytestmark = pytest.mark.long


def check_in(page: Page, site: Site) -> str:
    """The page of a session that was just saved, with its check-in; its address."""
    client_id = site.client("8 8 8 8")
    session_id = site.log(client_id, "8 4 8 8")
    page.goto(f"/sessions/{session_id}/saved")
    return page.url


@WITH_AND_WITHOUT_SCRIPT
def test_from_a_check_in_to_its_card_and_back_in_two_clicks(
    site: Site, visit: Visit, script: bool
) -> None:
    page = visit.page("writer", java_script_enabled=script, viewport=PHONE)
    saved = check_in(page, site)
    page.get_by_role("link", name="Agreeing anew on what the work is for").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("The goals differ")
    for part in ("Say", "Do", "Avoid"):
        expect(page.get_by_role("heading", name=part, exact=True)).to_be_visible()
    say = page.get_by_role("heading", name="Say", exact=True).bounding_box()
    assert say
    assert say["y"] < PHONE["height"], "what to say is on the first screen"
    page.get_by_role("link", name=re.compile("Session 2$")).click()
    assert page.url == saved


@WITH_AND_WITHOUT_SCRIPT
def test_a_marker_leads_to_what_stands_behind_its_sentence(
    site: Site, visit: Visit, script: bool
) -> None:
    page = visit.page("clinician", java_script_enabled=script)
    page.goto("/library/cards/withdrawal")
    page.locator("summary").filter(has_text="Background").click()
    said = page.locator(".sentence").filter(has_text="A withdrawal rupture is")
    marker = said.locator("a.marker")
    expect(marker).to_have_accessible_name("source 3, not yet checked")
    note = page.locator(marker.get_attribute("href") or "none")
    expect(note).not_to_be_visible()
    if script:
        marker.click()
    else:
        page.locator("details").filter(has=note).locator("summary").click()
    expect(note).to_be_visible()
    expect(note).to_contain_text("DeAngelis")
    expect(note).to_contain_text("T2, professional body")


@pytest.mark.parametrize(
    ("private", "named"),
    [
        ("as with K-014", "the client code K-014"),
        ("seen on 12/05/1984", "the date 12/05/1984"),
        ("ask anna@example.org", "the e-mail address anna@example.org"),
        ("call 030 1234567", "the telephone number 030 1234567"),
    ],
)
def test_a_suggestion_with_a_client_in_it_is_refused_and_nothing_is_lost(
    site: Site, visit: Visit, private: str, named: str
) -> None:
    visit.expect(422)
    page = visit.page("writer")
    page.goto(f"/library/{CARD}")
    with page.expect_request("**/suggestions/new?**") as asked:
        page.get_by_role("link", name="Suggest a revision", exact=True).click()
    assert "referer" not in asked.value.headers
    page.get_by_label("It is unclear").check()
    page.get_by_label("How it should read").fill(private)
    page.get_by_label("Your source").fill("Own clinical experience")
    page.get_by_label("Without my name").check()
    page.get_by_role("button", name="Send the suggestion").click()
    expect(page.get_by_role("alert")).to_contain_text(f"Remove {named} before sending")
    expect(page).to_have_title(re.compile("^Error: "))
    expect(page.get_by_label("How it should read")).to_have_value(private)
    expect(page.get_by_label("It is unclear")).to_be_checked()


def test_nothing_typed_into_the_search_comes_into_the_address(site: Site, visit: Visit) -> None:
    page = visit.page("clinician")
    page.goto("/library")
    page.keyboard.press("/")
    expect(page.locator("#typed")).to_be_focused()
    page.keyboard.type("K-014 rupture repare")
    page.keyboard.press("Enter")
    page.wait_for_url("**/library/search?q=*")
    assert "014" not in page.url
    expect(page.get_by_role("heading", level=1)).to_contain_text("rupture")
    page.locator(".hits a").first.click()
    page.go_back()
    expect(page.locator(".hits li").first).to_be_visible()


def test_keys_of_a_text_and_not_while_typing(site: Site, visit: Visit) -> None:
    page = visit.page("clinician")
    page.goto("/library/cards/withdrawal")
    page.keyboard.press("m")
    expect(page.locator("a.marker").first).to_be_focused()
    page.keyboard.press("m")
    expect(page.locator("a.marker").nth(1)).to_be_focused()
    beside = page.locator(".first a.marker").count()
    for _ in range(beside - 1):
        page.keyboard.press("m")
    folded = page.locator("a.marker").nth(beside)
    expect(folded).to_be_focused()
    expect(folded).to_be_visible()
    page.goto("/library")
    page.locator("#typed").focus()
    page.keyboard.press("m")
    expect(page.locator("#typed")).to_have_value("m")
    page.goto("/")
    page.keyboard.press("g")
    page.keyboard.press("l")
    page.wait_for_url("**/library")


@WITH_AND_WITHOUT_SCRIPT
def test_a_concept_from_its_first_case_to_its_last(site: Site, visit: Visit, script: bool) -> None:
    page = visit.page("outsider", java_script_enabled=script)
    page.goto("/library/path")
    page.get_by_role("link", name=re.compile("Repair")).click()
    page.get_by_role("button", name=re.compile("cases")).click()
    while page.get_by_role("button", name="Answer").count():
        assert page.locator("input[type=radio]:checked").count() == 0
        page.locator("input[type=radio]").first.check()
        page.get_by_role("button", name="Answer").click()
        expect(page.locator(".case .why").first).to_be_visible()
    expect(page.locator("section.done")).to_contain_text(re.compile(r"\d of 4 fit"))


def test_a_card_on_paper(site: Site, visit: Visit) -> None:
    page = visit.page("clinician", color_scheme="dark")
    page.goto("/library/cards/alliance-foundations")
    page.emulate_media(media="print")
    expect(page.locator("header.top")).not_to_be_visible()
    expect(page.get_by_role("link", name="Suggest a revision")).not_to_be_visible()
    expect(page.locator("#useful")).not_to_be_visible()
    expect(page.locator("details.notes")).not_to_be_visible()
    expect(page.get_by_role("heading", name="Documentation")).to_be_visible()
    expect(
        page.locator("#documentation").locator("xpath=../..").locator(".sentence").first
    ).to_be_visible()
    expect(page.get_by_text("Verify before clinical use.")).to_be_visible()
    expect(page.locator(".provenance")).to_be_visible()
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == "rgb(255, 255, 255)"


def test_a_sentence_that_is_checked_says_by_whom(site: Site, visit: Visit) -> None:
    checked(site, "cards/early-recovery")
    page = visit.page("clinician")
    page.goto("/library/cards/early-recovery")
    named = re.compile("^LLM-generated, checked .* by Tomas Lind$")
    expect(page.locator("a.marker.checked").first).to_have_accessible_name(named)
    expect(page.get_by_text("Verify before clinical use.")).not_to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Only checked"))).to_have_count(0)
    page.goto("/library/cards/early-recovery?show=checked")
    expect(page.locator(".sentence").first).to_be_visible()
