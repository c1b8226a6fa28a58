"""Colours, rows and keys as a person has set them, in a browser that is set otherwise."""

import pytest
from playwright.sync_api import Page

from tests.browser import checks
from tests.browser.visit import Visit
from tracker import clock, db
from tracker.domain.people.preferences import Preferences, Theme
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
    page = opened(Preferences(theme=theme), f"{record(visit)}/explore", color_scheme=device)
    page.locator("figure[data-ready]").first.wait_for()
    strokes = page.locator(".plot .scatterlayer path.js-line").evaluate_all(
        "paths => paths.map(path => getComputedStyle(path).stroke)"
    )
    assert line in strokes
    picture = page.locator(".chart-wide .d-client").first
    assert picture.evaluate("group => getComputedStyle(group).color") == line


def test_paper_is_light_whatever_was_chosen(visit, opened):
    page = opened(Preferences(theme=Theme.DARK), record(visit), color_scheme="dark")
    page.emulate_media(media="print")
    assert paper(page) == WHITE
    assert page.evaluate("getComputedStyle(document.body).color") == "rgb(35, 40, 31)"
    picture = page.locator(".chart-wide .d-client").first
    assert picture.evaluate("group => getComputedStyle(group).color") == "rgb(31, 53, 87)"
