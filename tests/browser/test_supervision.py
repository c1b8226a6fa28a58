"""A drop that nobody answered, from the supervisor's board to its sign-off, and the agenda on paper."""

import re

from playwright.sync_api import expect

from tests.browser.pages import tap
from tests.browser.site import Site
from tests.browser.supervision_pages import dropped, link, meeting, say
from tests.browser.visit import PHONE, WITH_AND_WITHOUT_SCRIPT, Visit
from tracker import db
from tracker.domain.supervision.sign_off import ReviewAct
from tracker.models import Client, Flag


def code_of(site: Site, flag_id: object) -> str:
    with site.app.app_context(), db.reading() as reading:
        return reading.get_one(Client, reading.get_one(Flag, flag_id).client_id).code


@WITH_AND_WITHOUT_SCRIPT
def test_from_a_drop_left_unanswered_to_its_sign_off(
    site: Site, visit: Visit, script: bool
) -> None:
    visit.expect(409)
    flag_id = dropped(site)
    code = code_of(site, flag_id)
    board = visit.page("supervisor", java_script_enabled=script)
    board.goto("/supervision")
    row = board.locator(".board tbody tr").filter(has_text=code)
    expect(row).to_contain_text("Bond 8 → 5")
    expect(row).to_contain_text("7 d")
    expect(row).to_contain_text("Unanswered")
    row.locator("summary").click()
    expect(row.locator(".evidence")).to_contain_text("None yet")
    row.get_by_role("link", name="Open the flag").click()
    stale = visit.page("supervisor", java_script_enabled=script)
    stale.goto(f"/flags/{flag_id}")
    board.get_by_label("Ask the clinician for an answer").check()
    board.locator("#review-note").fill("What did you notice?")
    board.locator("#supervision").get_by_role("button", name="Save").click()

    own = visit.page("writer", java_script_enabled=script)
    own.goto("/")
    expect(own.locator("tr").filter(has_text=code)).to_contain_text(
        "Supervision asks for an answer"
    )
    own.goto(f"/flags/{flag_id}")
    expect(own.locator("#supervision")).to_contain_text("What did you notice?")
    tap(own, "The client explained it", script=script)
    own.locator("#review-note").fill("A hard day; nothing about us.")
    own.get_by_role("button", name="Add comment").click()

    board.goto(f"/flags/{flag_id}")
    expect(board.locator("#supervision")).to_contain_text("A hard day; nothing about us.")
    board.get_by_label("Sign off: addressed").check()
    board.locator("#supervision").get_by_role("button", name="Save").click()
    expect(board.locator("#supervision")).to_contain_text("Signed off: addressed")

    stale.get_by_label("Sign off: no action needed").check()
    stale.locator("#review-note").fill("A slip of the finger")
    stale.locator("#supervision").get_by_role("button", name="Save").click()
    expect(stale.get_by_role("heading", name="Changed meanwhile")).to_be_visible()
    expect(stale.locator(".conflict")).to_contain_text("Signed off: addressed")
    board.goto("/supervision")
    assert not board.locator(".board tbody tr").filter(has_text=code).count()
    own.reload()
    own.get_by_text("Who looked at this flag").click()
    expect(own.get_by_text(re.compile("Tomas Lind: on \\d+ day"))).to_be_visible()


def test_the_board_by_keyboard_alone(site: Site, visit: Visit) -> None:
    flags = [dropped(site), dropped(site)]
    codes = {code_of(site, flag) for flag in flags}
    page = visit.page("supervisor")
    page.goto("/supervision?show=all&tier=check_in&state=open&sort=date")
    for _ in range(page.locator(".board tbody tr").count()):
        page.keyboard.press("j")
        if page.locator("tr:has(:focus) th").inner_text() in codes:
            page.keyboard.press("x")
    assert page.locator(".pick input:checked").count() == 2
    page.keyboard.press("k")
    page.keyboard.press("s")
    assert page.evaluate("document.activeElement.name") == "act"
    page.keyboard.press("Space")
    page.get_by_role("button", name="Sign off", exact=True).press("Enter")
    expect(page.get_by_text("2 flags signed off.")).to_be_visible()
    page.wait_for_load_state()  # the words are there before the script that listens for keys
    page.keyboard.press("/")
    page.keyboard.type(codes.pop())
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("client="))
    expect(page.locator(".board tbody tr")).to_have_count(1)
    page.keyboard.press("j")
    expect(page.locator(".evidence").get_by_text("None yet")).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/flags/"))


def test_keys_that_are_switched_off_do_nothing(site: Site, visit: Visit) -> None:
    """Without its script the page has no keys at all, so a letter typed by accident changes nothing."""
    dropped(site)
    page = visit.page("supervisor", java_script_enabled=False)
    page.goto("/supervision")
    page.keyboard.press("j")
    page.keyboard.press("x")
    assert not page.locator(".pick input:checked").count()


def test_the_agenda_prints_on_paper_with_room_to_write(site: Site, visit: Visit) -> None:
    page = visit.page("supervisor", color_scheme="dark")
    page.goto(f"/meetings/{meeting(site, 'clinician', 9)}")
    blocks = page.locator(".agenda").count()
    assert blocks > 3
    pdf = page.pdf(format="A4", prefer_css_page_size=True)
    pages = len(re.findall(rb"/Type\s*/Page\b", pdf))
    assert 1 <= pages <= 1 + blocks // 4
    page.emulate_media(media="print")
    assert page.locator(".to-write").first.is_visible()
    assert not page.get_by_text("Note what was decided").first.is_visible()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    for box in page.locator(".to-write").all():
        size = box.bounding_box()
        assert size
        assert size["height"] > 70  # px: three lines by hand


def test_a_planned_discussion_is_on_the_agenda_of_that_day_and_not_of_one_before(
    site: Site, visit: Visit
) -> None:
    flag_id = dropped(site)
    say(site, flag_id, ReviewAct.DISCUSS, "Bring the recording", days=5)
    code = code_of(site, flag_id)
    link(site)
    page = visit.page("supervisor")
    page.set_viewport_size(PHONE)
    page.goto(f"/meetings/{meeting(site, 'writer', 5)}")
    expect(page.locator(".agenda").filter(has_text=code)).to_contain_text("to discuss on")
    page.goto(f"/meetings/{meeting(site, 'writer', 4)}")
    assert not page.locator(".agenda").filter(has_text=code).filter(has_text="to discuss").count()
