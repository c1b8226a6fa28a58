"""The record's chart: named, told in a sentence, hidden where it is noise, locked down, and readable on paper."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import checks
from tests.browser.visit import Visit

FIGURES = "figure[data-chart]"
WEEKS = 9  # of the demo client AK, whose fourth session was missed


def record(visit: Visit, who: str = "clinician", **options: object) -> Page:
    """The demo record with everything in it, its charts drawn."""
    page = visit.page(who, **options)
    page.goto(f"/clients/{visit.site.demo['AK']}")
    page.locator("figure[data-ready]").first.wait_for()
    return page


def test_the_chart_has_a_name_and_its_summary_is_its_description(visit):
    page = record(visit)
    figure = page.locator(FIGURES).first
    title, summary = figure.locator("figcaption"), figure.locator(".chart-summary")
    picture = figure.locator("[role=img]")
    expect(figure).to_have_accessible_name(title.inner_text())
    expect(picture).to_have_accessible_name(title.inner_text())
    expect(picture).to_have_accessible_description(summary.inner_text())
    assert len(summary.inner_text().split()) <= 40


def test_a_screen_reader_hears_the_sentence_and_no_soup_of_ticks(visit):
    page = record(visit)
    figure = page.locator(FIGURES).first
    assert figure.locator(".plot").get_attribute("aria-hidden") == "true"
    assert figure.locator(".plot .main-svg").count() > 0
    figure.locator("details.chart-numbers").evaluate("details => { details.open = false }")
    heard = figure.aria_snapshot()
    assert "Client-rated bond fell from 8 to 5 at session 9" in heard
    assert not re.search(r"\d+ \d+ \d+|05101|higher is better", heard)


def test_every_number_is_in_the_table(visit):
    page = record(visit)
    rows = page.locator(FIGURES).first.locator("tbody tr")
    assert rows.count() == WEEKS
    missed = rows.nth(3).locator("td").all_inner_texts()
    assert missed.count("no rating") == 8
    assert "5" in rows.nth(8).locator("td").all_inner_texts()


def test_nothing_of_the_chart_leads_to_another_host(visit):
    page = record(visit)
    page.locator(f"{FIGURES} .plot").first.hover()
    assert page.locator(".modebar").count() == 0
    links = page.locator("a[href], [xlink\\:href]").evaluate_all(
        "all => all.map(a => a.getAttribute('href') || '')"
    )
    assert [link for link in links if re.match(r"(https?:)?//", link)] == []
    for words in (r"\bshare\b", "cloud", "plotly", "edit chart"):
        named = re.compile(words, re.IGNORECASE)
        assert page.get_by_role("button", name=named).count() == 0
        assert page.get_by_role("link", name=named).count() == 0


def test_one_picture_is_shown_by_plotly_or_by_the_server(visit):
    shown = f"{FIGURES} .chart-picture svg.chart-svg"
    drawn = record(visit)
    assert drawn.locator(shown).locator("visible=true").count() == 0
    visit.forgive("net::ERR_FAILED")
    blocked = visit.page("clinician", kept=False)
    blocked.route("**/assets/plotly-*", lambda route: route.abort())
    blocked.goto(f"/clients/{visit.site.demo['AK']}", wait_until="load")
    assert blocked.locator("figure[data-ready]").count() == 0
    assert blocked.locator(shown).locator("visible=true").count() == 2


@pytest.mark.long
def test_the_chart_follows_the_colour_scheme(visit):
    page = record(visit)
    line = page.locator(".plot .scatterlayer path.js-line").first
    colours = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        page.wait_for_function(
            "seen => getComputedStyle(document.querySelector('.plot path.js-line')).stroke !== seen",
            arg=colours[-1] if colours else "",
        )
        colours.append(line.evaluate("path => getComputedStyle(path).stroke"))
    assert len(set(colours)) == 2


@pytest.mark.long
def test_a_record_opened_in_the_dark_prints_light(visit):
    page = record(visit, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".plot").first).to_be_hidden()
    expect(page.locator(".chart-wide svg").first).to_be_visible()
    for gone in ("nav", ".skip", "button", ".back"):
        assert page.locator(gone).locator("visible=true").count() == 0
    style = "getComputedStyle(document.body)"
    assert page.evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{style}.color") == "rgb(35, 40, 31)"
    expect(page.get_by_text("Contains health data")).to_be_visible()
    expect(page.locator("figure table").first).to_be_visible()
    page.set_viewport_size({"width": 680, "height": 960})  # A4 within its margins
    assert checks.overflow(page) == []


@pytest.mark.long
def test_the_record_can_be_kept_as_a_pdf(visit):
    page = record(visit, color_scheme="dark")
    pdf = page.pdf(prefer_css_page_size=True)
    assert pdf.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) >= 1


def test_the_policy_allows_no_inline_code_and_the_chart_is_drawn_under_it(visit):
    page = visit.page("clinician")
    answer = page.goto(f"/clients/{visit.site.demo['AK']}")
    page.locator("figure[data-ready]").first.wait_for()
    policy = answer.header_value("content-security-policy")
    assert policy.startswith("default-src 'none'")
    assert "unsafe-" not in policy
    assert "*" not in policy
    assert page.locator(".plot .main-svg").count() > 0


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_drawn_chart_keeps_to_its_width(visit, width):
    page = record(visit, viewport={"width": width, "height": 900})
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.plot')].map(plot =>
             [plot.querySelector('.main-svg').getBoundingClientRect().width, plot.clientWidth])"""
    )
    assert all(drawn <= room + 1 for drawn, room in sizes)
