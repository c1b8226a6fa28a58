"""Colours, rows and keys as a person has set them, in a browser that is set otherwise."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import checks
from tests.browser.visit import DESK, PHONE, Visit
from tracker import clock, db
from tracker.domain.people.preferences import Density, Preferences, Theme
from tracker.services.access import preferences

pytestmark = pytest.mark.long

DARK_PAPER, LIGHT_PAPER, WHITE = "rgb(25, 28, 23)", "rgb(246, 244, 237)", "rgb(255, 255, 255)"


@pytest.fixture
def opened(visit):
    """Opens a page as the clinician with settings of their own; afterwards these are as everyone's at the beginning."""

    def set_to(wanted: Preferences) -> None:
        with visit.site.app.app_context(), db.transaction() as writing:
            actor = visit.site.people["clinician"]
            preferences.change_preferences(writing, actor, wanted, now=clock.now())

    def open_with(wanted: Preferences, path: str = "/", **options: object) -> Page:
        set_to(wanted)
        page = visit.page("clinician", **options)
        page.goto(path)
        return page

    yield open_with
    set_to(Preferences())


def paper(page: Page) -> str:
    """The colour behind the page."""
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))


def record(visit: Visit) -> str:
    """Where the demo record with charts is."""
    return f"/clients/{visit.site.demo['AK']}"


@pytest.mark.parametrize(
    ("theme", "device", "colour"),
    [
        (Theme.SYSTEM, "light", LIGHT_PAPER),
        (Theme.SYSTEM, "dark", DARK_PAPER),
        (Theme.DARK, "light", DARK_PAPER),
        (Theme.LIGHT, "dark", LIGHT_PAPER),
    ],
)
def test_the_chosen_colours_hold_whatever_the_device_says(opened, theme, device, colour):
    page = opened(Preferences(theme=theme), color_scheme=device)
    assert paper(page) == colour
    assert checks.colours(page) == []


@pytest.mark.parametrize(
    ("theme", "device", "line"),
    [
        (Theme.DARK, "light", "rgb(110, 201, 246)"),
        (Theme.LIGHT, "dark", "rgb(31, 53, 87)"),
        (Theme.SYSTEM, "light", "rgb(31, 53, 87)"),
    ],
)
def test_charts_are_drawn_in_the_chosen_colours(visit, opened, theme, device, line):
    page = opened(Preferences(theme=theme), record(visit), color_scheme=device)
    page.locator("figure[data-ready]").first.wait_for()
    strokes = page.locator(".plot .scatterlayer path.js-line").evaluate_all(
        "paths => paths.map(path => getComputedStyle(path).stroke)"
    )
    assert line in strokes
    picture = page.locator(".chart-wide .d-client").first
    assert picture.evaluate("group => getComputedStyle(group).color") == line


def test_paper_is_light_whatever_was_chosen(visit, opened):
    page = opened(Preferences(theme=Theme.DARK), record(visit), color_scheme="dark")
    page.locator("figure[data-ready]").first.wait_for()
    page.emulate_media(media="print")
    assert paper(page) == WHITE
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(35, 40, 31)"
    picture = page.locator(".chart-wide .d-client").first
    assert picture.evaluate("group => getComputedStyle(group).color") == "rgb(31, 53, 87)"
    expect(page.locator(".plot").first).to_be_hidden()


@pytest.mark.parametrize(
    "size", [pytest.param(DESK, id="desk", marks=pytest.mark.long), pytest.param(PHONE, id="phone")]
)
def test_compact_rows_take_less_room_and_targets_stay_as_large(visit, opened, size):
    heights = []
    for density in (Density.COMFORTABLE, Density.COMPACT):
        page = opened(Preferences(density=density), record(visit), viewport=size)
        page.locator("details.chart-numbers").first.evaluate("d => { d.open = true }")
        heights.append(page.evaluate("document.documentElement.scrollHeight"))
        for path in ("/", record(visit)):
            page.goto(path)
            assert checks.targets(page) == []
            assert checks.overflow(page) == []
    assert heights[1] < heights[0]


def focused(page: Page) -> str:
    """What has the focus, in words."""
    return str(page.evaluate("document.activeElement.innerText")).strip()


def test_j_and_k_walk_the_rows_enter_opens_and_escape_leaves(opened):
    page = opened(Preferences())
    codes = page.locator("table.rows tbody th a").all_inner_texts()
    for key, row in (("j", 0), ("j", 1), ("j", 2), ("k", 1), ("k", 0), ("k", 0)):
        page.keyboard.press(key)
        assert focused(page) == codes[row]
    page.keyboard.press("Escape")
    assert page.evaluate("document.activeElement === document.body")
    page.keyboard.press("k")
    assert focused(page) == codes[-1]
    page.keyboard.press("Enter")
    page.wait_for_url("**/clients/*")
    expect(page.get_by_role("heading", level=1)).to_contain_text(codes[-1])


def test_n_logs_a_session_for_the_row_and_nothing_without_one(opened):
    page = opened(Preferences())
    page.keyboard.press("n")
    page.keyboard.press("j")
    code = focused(page)
    page.keyboard.press("n")
    page.wait_for_url("**/sessions/new")
    expect(page.locator("a.back")).to_have_text(code)


def test_h_hands_over_to_the_client_of_the_row(opened):
    page = opened(Preferences())
    page.keyboard.press("j")
    code = focused(page)
    page.keyboard.press("h")
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Hand over to {code}")


@pytest.mark.parametrize(
    ("keys", "url", "who"),
    [
        (("g", "h"), "**/help", "clinician"),
        (("?",), "**/help#keys", "clinician"),
        (("g", "c"), "**/", "clinician"),
        (("g", "s"), "**/supervision", "supervisor"),
    ],
)
def test_keys_lead_where_help_says(visit, keys, url, who):
    page = visit.page(who)
    page.goto("/settings")
    for key in keys:
        page.keyboard.press(key)
    page.wait_for_url(url)


def test_keys_do_nothing_in_fields_with_modifiers_or_on_a_form_that_was_begun(visit, opened):
    page = opened(Preferences(), f"/clients/{visit.site.demo['AK']}/sessions/new")
    here = page.url
    page.get_by_text("Attendance, setting, note").click()
    for label in ("Note (optional)", "Minutes late", "Attendance"):
        page.get_by_label(label).focus()
        page.keyboard.press("g")
        page.keyboard.press("h")
        page.keyboard.press("?")
    page.locator("[name='session-check.client.bond']").first.focus()
    page.keyboard.press("8")
    page.locator("h1").click()
    for keys in (("Control+g", "h"), ("Alt+?",), ("g", "h"), ("?",), ("g", "x"), ("n",), ("j",)):
        for key in keys:
            page.keyboard.press(key)
    page.wait_for_timeout(300)
    assert page.url == here
    assert page.locator("[name='session-check.client.bond']:checked").input_value() == "8"


def test_switched_off_the_script_is_not_there_and_digits_still_choose(visit, opened):
    page = opened(Preferences(shortcuts=False))
    assert page.locator("script[src*='shortcuts']").count() == 0
    page.keyboard.press("j")
    assert page.evaluate("document.activeElement === document.body")
    page.goto(f"/clients/{visit.site.demo['AK']}/sessions/new")
    page.locator("[name='session-check.client.bond']").first.focus()
    page.keyboard.press("7")
    assert page.locator("[name='session-check.client.bond']:checked").input_value() == "7"


def test_settings_are_chosen_on_their_page_and_hold_without_javascript(visit):
    page = visit.page("writer", java_script_enabled=False)
    for colours, theme in (("Dark", "dark"), ("As this device is set", None)):
        page.goto("/settings")
        page.get_by_label(colours).check()
        page.get_by_role("button", name="Save settings").click()
        expect(page.get_by_role("status")).to_contain_text("Settings saved.")
        assert page.locator("html").get_attribute("data-theme") == theme
