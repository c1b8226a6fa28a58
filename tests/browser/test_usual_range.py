"""The usual range and the course at a glance in a real browser: without JavaScript, and on paper."""

import re

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
    page.goto(f"/clients/{client_id}")
    page.get_by_role("link", name="About the usual range").click()
    page.get_by_label("What to change").select_option(label=_named(page, "Begin anew at session 4"))
    page.get_by_label("Reason").fill("Another focus")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Usual range begins anew.")).to_be_visible()
    expect(page.get_by_role("listitem")).to_contain_text(["begins anew at session 4"])
    page.get_by_role("link", name="Back to").click()
    drawn = page.locator("figure[data-ready] .plot" if script else ".chart-wide").first
    expect(drawn.get_by_text("range begun anew").first).to_be_visible()


def _named(page: Page, beginning: str) -> str:
    """The whole label of the option that begins so."""
    labels = page.get_by_label("What to change").locator("option").all_inner_texts()
    return next(label for label in labels if label.startswith(beginning))


@pytest.mark.parametrize("script", [True, False], ids=["js", "no js"])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_course_at_a_glance_is_one_picture_with_its_words(
    site: Site, visit: Visit, script: bool, width: int
) -> None:
    page = visit.page("clinician", java_script_enabled=script)
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"/clients/{site.demo['TP']}")
    figure = page.get_by_role("figure", name="Course at a glance")
    picture = figure.get_by_role("img")
    expect(picture).to_have_accessible_description(re.compile("^Session check 8.75 at session 16"))
    shown = [svg for svg in picture.locator("svg").all() if svg.is_visible()]
    assert len(shown) == 1
    rows = figure.locator("tbody tr")
    expect(rows).to_have_count(16)
    expect(rows.nth(7)).to_contain_text("Note: Sudden gain")
    assert not rows.first.is_visible()  # folded
    figure.get_by_text("Show the numbers as a table").click()
    assert rows.first.is_visible()


def test_on_paper_it_is_wide_and_light_with_its_numbers(site: Site, visit: Visit) -> None:
    page = visit.page("clinician")
    page.goto(f"/clients/{site.demo['TP']}")
    page.emulate_media(media="print", color_scheme="dark")
    figure = page.get_by_role("figure", name="Course at a glance")
    assert figure.locator(".chart-wide svg").is_visible()
    assert not figure.locator(".chart-narrow svg").is_visible()
    assert figure.locator("tbody tr").first.is_visible()
