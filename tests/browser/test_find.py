"""Finding a client by keyboard: a key, three letters, Enter; and without scripts by the page."""

from playwright.sync_api import expect

from tests.browser.visit import WITH_AND_WITHOUT_SCRIPT, Visit


@WITH_AND_WITHOUT_SCRIPT
def test_a_client_is_found_by_three_letters(visit: Visit, *, script: bool) -> None:
    page = visit.page("writer", java_script_enabled=script)
    initials = "QJZ" if script else "QJY"
    client_id = visit.site.client(initials=initials, own_reference="Blue folder")
    page.goto("/settings")
    if script:
        page.keyboard.press("/")
        page.keyboard.type(initials.lower())
        expect(page.locator(".find-box a").first).to_be_visible()
        page.keyboard.press("Enter")
    else:
        page.get_by_role("link", name="Find").click()
        page.get_by_label("Client's code, initials, reference; or a word").fill(initials.lower())
        page.get_by_role("button", name="Find", exact=True).click()
        assert initials.lower() not in page.url
        page.locator(f"a[href='/clients/{client_id}']").click()
    page.wait_for_url(f"**/clients/{client_id}")


def test_the_box_is_gone_through_by_arrows_and_left_by_escape(visit: Visit) -> None:
    page = visit.page("writer")
    first = visit.site.client(initials="QKW")
    page.goto("/")
    page.keyboard.press("/")
    box = page.locator(".find-box")
    expect(box).to_be_visible()
    page.keyboard.type("qkw")
    link = page.locator(f".find-box a[href='/clients/{first}']")
    expect(link).to_be_visible()
    page.keyboard.press("ArrowDown")
    expect(link).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(box.locator("input")).to_be_focused()
    page.keyboard.press("Escape")
    expect(box).to_be_hidden()
    page.keyboard.press("/")
    expect(box.locator("input")).to_have_value("")
    expect(box.locator("a")).to_have_count(0)
