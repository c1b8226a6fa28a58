"""The usual range in a real browser, with and without JavaScript."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import Site
from tests.browser.visit import Visit

pytestmark = pytest.mark.long

WEEKS = ("8 8 8 8", "7 8 8 8", "8 8 8 8", "9 8 8 8", "8 8 8 8", "8 8 8 8", "7 8 8 8")


@pytest.mark.parametrize("script", [True, False], ids=["js", "no js"])
def test_a_range_is_begun_anew_and_the_chart_shows_where(
    site: Site, visit: Visit, script: bool
) -> None:
    page = visit.page("writer", java_script_enabled=script)
    client_id = site.client(*WEEKS)
    page.goto(f"/clients/{client_id}/explore?chart=session-check")
    page.get_by_role("link", name="About the range").click()
    page.get_by_label("What to change").select_option(label=_named(page, "Begin anew at session 4"))
    page.get_by_label("Reason").fill("Another focus")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Usual range begins anew.")).to_be_visible()
    expect(page.get_by_role("listitem")).to_contain_text(["begins anew at session 4"])
    page.get_by_role("link", name="Back to").click()
    expect(page.locator(".chart-wide").get_by_text("range begun anew")).to_be_visible()


def _named(page: Page, beginning: str) -> str:
    """The whole label of the option that begins so."""
    labels = page.get_by_label("What to change").locator("option").all_inner_texts()
    return next(label for label in labels if label.startswith(beginning))
