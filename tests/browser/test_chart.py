"""The chart of a record: told in a sentence, read session by session, printed; and looked into with Plotly, locked down."""

import calendar
import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import checks
from tests.browser.visit import PHONE, WITH_AND_WITHOUT_SCRIPT, Visit

WEEKS = 9  # of the demo client AK, whose fourth session was missed


def record(visit: Visit, who: str = "clinician", **options: object) -> Page:
    """The demo record with everything in it."""
    page = visit.page(who, **options)
    page.goto(f"/clients/{visit.site.demo['AK']}")
    return page


def explored(visit: Visit, query: str = "", **options: object) -> Page:
    """Its chart to look into, drawn by Plotly."""
    page = visit.page("clinician", **options)
    page.goto(f"/clients/{visit.site.demo['AK']}/explore{query}")
    page.locator("figure[data-ready]").wait_for()
    return page


@pytest.mark.parametrize("open_page", [record, explored])
def test_the_picture_has_a_name_and_a_sentence(visit, open_page):
    page = open_page(visit)
    figure = page.get_by_role("figure", name=re.compile("^Course of"))
    picture = figure.get_by_role("img")
    expect(picture).to_have_accessible_description(
        re.compile("^Session check 6.25 at session 9, down 0.5 since session 1")
    )
    figure.locator("details").evaluate_all("all => all.forEach(one => { one.open = false })")
    heard = figure.aria_snapshot()
    assert not re.search(r"\d+ \d+ \d+|0510", heard)


@WITH_AND_WITHOUT_SCRIPT
def test_what_became_of_a_fall_is_drawn_on_wide_and_listed_on_narrow_pages(visit, script):
    page = record(visit, java_script_enabled=script)
    wide = page.locator(".chart-wide svg")
    for words in ("bond −3, overall −2", "no answer noted"):
        expect(wide.get_by_text(words)).to_be_visible()
    page.set_viewport_size(PHONE)
    expect(wide).to_be_hidden()
    expect(page.locator(".chart-narrow svg")).to_be_visible()
    told = page.get_by_role("list", name="Check-ins")
    expect(told).to_contain_text("Session 9: bond −3, overall −2, no answer noted")
    assert told.bounding_box()["height"] > 15


def test_each_session_is_read_with_the_mouse_a_finger_and_the_keys(visit):
    page = record(visit)
    picture, words = page.get_by_role("img"), page.locator(".pointed-at")
    box = page.locator(".chart-wide svg").bounding_box()
    before = page.locator("#objectives").bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 60)
    expect(words).to_have_text(re.compile(r"^Session 1, \d+ \w+ \d{4}\. Alliance: client 6.75"))
    assert page.locator(".crosshair").count() == 1
    page.mouse.move(0, 0)
    expect(words).to_be_empty()
    picture.focus()
    page.keyboard.press("ArrowLeft")
    expect(words).to_have_text(re.compile("Bond −3, overall −2, no answer noted"))
    for key, said in (("Home", "Session 1,"), ("ArrowRight", "Session 2,"), ("End", "Session 9,")):
        page.keyboard.press(key)
        expect(words).to_contain_text(said)
    assert page.locator("#objectives").bounding_box() == before, "nothing has moved"
    page.keyboard.press("Escape")
    assert page.locator(".crosshair").count() == 0
    page.set_viewport_size(PHONE)
    page.locator(".chart-narrow svg").click(position={"x": 30, "y": 80})
    expect(words).to_contain_text("Session 1,")


def test_plotly_is_loaded_where_a_chart_is_looked_into_and_nowhere_else(visit):
    loaded = []
    page = visit.page("clinician", kept=False)
    page.on("request", lambda request: loaded.append(request.url))
    for place in ("", "/sessions", "/goals", "/repairs", "/about"):
        page.goto(f"/clients/{visit.site.demo['AK']}{place}")
    assert not any("plotly" in url for url in loaded)
    page.goto(f"/clients/{visit.site.demo['AK']}/explore")
    assert any("plotly" in url for url in loaded)


def test_every_number_is_in_the_table(visit):
    page = explored(visit, "?chart=session-check")
    rows = page.locator("figure tbody tr")
    assert rows.count() == WEEKS
    missed = rows.nth(3).locator("td").all_inner_texts()
    assert missed.count("no rating") == 8
    assert "5" in rows.nth(8).locator("td").all_inner_texts()


def test_nothing_of_the_chart_leads_to_another_host(visit):
    page = explored(visit)
    page.locator(".plot").hover()
    assert page.locator(".modebar").count() == 0
    links = page.locator("a[href], [xlink\\:href]").evaluate_all(
        "all => all.map(a => a.getAttribute('href') || '')"
    )
    assert [link for link in links if re.match(r"(https?:)?//", link)] == []
    for words in (r"\bshare\b", "cloud", "plotly", "edit chart"):
        named = re.compile(words, re.IGNORECASE)
        assert page.get_by_role("button", name=named).count() == 0
        assert page.get_by_role("link", name=named).count() == 0


def test_series_are_chosen_time_is_zoomed_and_two_files_are_taken(visit):
    page = explored(visit)
    lines = page.locator(".plot .scatterlayer .trace")
    shown = lines.count()
    page.get_by_label("Alliance, therapist").uncheck()
    expect(lines).to_have_count(shown - 1)
    box = page.locator(".plot .nsewdrag").first.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.5, box["y"] + 50)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.9, box["y"] + 50, steps=6)
    page.mouse.up()
    ticks = page.locator(".plot .xtick text")
    expect(ticks.filter(has_text=re.compile("^1$"))).to_have_count(0)
    page.get_by_role("button", name="Show all sessions").click()
    expect(ticks.filter(has_text=re.compile("^1$"))).to_have_count(1)
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download the numbers").click()
    text = taken.value.path().read_text(encoding="utf-8-sig")
    assert text.splitlines()[0].startswith('"Session","Date","Session check client"')
    assert len(text.splitlines()) == WEEKS + 1
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download the picture").click()
    assert taken.value.suggested_filename == "chart.svg"
    assert "<svg" in taken.value.path().read_text(encoding="utf-8")


def test_a_chart_of_a_report_is_looked_into_in_the_same_way(visit):
    page = visit.page("clinician")
    page.goto(f"/caseloads/{visit.site.people['clinician'].id}/report")
    rows = page.locator("section", has_text="Flags by kind").locator("tbody tr")
    told = [row.locator("td").inner_text() for row in rows.all()][:-1]  # the last is their sum
    page.get_by_role("link", name="Explore Flags by kind").click()
    page.locator("figure[data-ready]").wait_for()
    assert page.locator(".plot .barlayer .point").count() == len(told)
    assert page.get_by_role("checkbox").count() == 0
    with page.expect_download() as taken:
        page.get_by_role("button", name="Download the numbers").click()
    lines = taken.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert lines[0] == '"What","Number"'
    assert [line.split(",")[-1].strip('"') for line in lines[1:]] == told
    page.get_by_role("link", name="Largest first").click()
    page.locator("figure[data-ready]").wait_for()
    numbers = [int(text) for text in page.locator(".chart-numbers td").all_inner_texts()]
    assert numbers == sorted(map(int, told), reverse=True)


def test_it_is_by_session_or_by_day(visit):
    page = explored(visit)
    page.get_by_role("link", name="By day").click()
    page.locator("figure[data-ready]").wait_for()
    month = re.compile("|".join(calendar.month_abbr[1:]))
    expect(page.locator(".plot .xtick text").filter(has_text=month).first).to_be_visible()
    page.get_by_role("link", name="Session check").click()
    page.locator("figure[data-ready]").wait_for()
    assert page.url.endswith("axis=dates"), "the axis stays as it was chosen"


def test_one_picture_is_shown_by_plotly_or_by_the_server(visit):
    shown = ".chart-picture svg.chart-svg"
    drawn = explored(visit)
    assert drawn.locator(shown).locator("visible=true").count() == 0
    visit.forgive("net::ERR_FAILED")
    blocked = visit.page("clinician", kept=False)
    blocked.route("**/assets/plotly-*", lambda route: route.abort())
    blocked.goto(f"/clients/{visit.site.demo['AK']}/explore", wait_until="load")
    assert blocked.locator("figure[data-ready]").count() == 0
    assert blocked.locator(shown).locator("visible=true").count() == 1
    expect(blocked.get_by_role("button", name="Download the picture")).to_be_hidden()


@pytest.mark.long
def test_the_chart_follows_the_colour_scheme(visit):
    page = explored(visit)
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


def test_a_record_opened_in_the_dark_prints_light_on_one_page(visit):
    page = record(visit, color_scheme="dark")
    page.emulate_media(media="print", color_scheme="dark")
    expect(page.locator(".chart-wide svg")).to_be_visible()
    for gone in ("nav", ".skip", "button", ".back", ".tabs"):
        assert page.locator(gone).locator("visible=true").count() == 0
    style = "getComputedStyle(document.body)"
    assert page.evaluate(f"{style}.backgroundColor") == "rgb(255, 255, 255)"
    assert page.evaluate(f"{style}.color") == "rgb(35, 40, 31)"
    expect(page.get_by_text("Contains health data")).to_be_visible()
    page.set_viewport_size({"width": 680, "height": 960})  # A4 within its margins
    assert checks.overflow(page) == []


@pytest.mark.long
@pytest.mark.parametrize(("path", "pages"), [("", 1), ("/explore", 1), ("/sessions", 1)])
def test_it_is_kept_on_one_page_and_so_are_its_numbers(visit, path, pages):
    page = visit.page("clinician", color_scheme="dark")
    page.goto(f"/clients/{visit.site.demo['AK']}{path}")
    pdf = page.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == pages


def test_the_policy_allows_no_inline_code_and_the_chart_is_drawn_under_it(visit):
    page = visit.page("clinician")
    answer = page.goto(f"/clients/{visit.site.demo['AK']}/explore")
    page.locator("figure[data-ready]").first.wait_for()
    policy = answer.header_value("content-security-policy")
    assert policy.startswith("default-src 'none'")
    assert "unsafe-" not in policy
    assert "*" not in policy
    assert page.locator(".plot .main-svg").count() > 0


@pytest.mark.parametrize("width", [320, 768, 1280])
def test_the_drawn_chart_keeps_to_its_width(visit, width):
    page = explored(visit, viewport={"width": width, "height": 900})
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.plot')].map(plot =>
             [plot.querySelector('.main-svg').getBoundingClientRect().width, plot.clientWidth])"""
    )
    assert all(drawn <= room + 1 for drawn, room in sizes)
