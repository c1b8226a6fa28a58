"""What a page promises whoever has five seconds: where things stand on it, how large they are, and how much they ask."""

import re
from datetime import timedelta
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, Request, ViewportSize, expect

from tests.browser import checks
from tests.browser.site import Site, add_people
from tests.browser.supervision_pages import link
from tests.browser.visit import WITH_AND_WITHOUT_SCRIPT, Visit
from tests.conftest import marks
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Role
from tracker.reference.library import library
from tracker.services.care import sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.record.ratings import RatingsEntry

LAPTOP: ViewportSize = {"width": 1280, "height": 800}
PHONE: ViewportSize = {"width": 390, "height": 844}
CLIENTS = 20


def place(element: Locator) -> Any:
    """Where an element stands."""
    box = element.bounding_box()
    assert box
    return box


def bottom(element: Locator) -> float:
    return float(place(element)["y"] + place(element)["height"])


@pytest.fixture(scope="module")
def twenty(site: Site) -> str:
    """Somebody with twenty clients, three of whom need an answer."""
    who = "twenty"
    for number in range(CLIENTS):
        low = number < 3
        site.client("8 8 8 8", "7 8 8 9", "5 8 8 8" if low else "8 8 9 8", who=who)
    return who


@WITH_AND_WITHOUT_SCRIPT
def test_twenty_clients_stand_on_one_screen(visit: Visit, twenty: str, script: bool) -> None:
    page = visit.page(twenty, viewport=LAPTOP, java_script_enabled=script)
    page.goto("/")
    assert page.locator("h1").inner_text() == "Three clients need you"
    rows = page.locator("table.rows tbody tr")
    assert rows.count() == CLIENTS
    assert bottom(rows.last) <= LAPTOP["height"]
    assert page.locator("tr.need").count() == 3
    outside = page.locator("main").text_content()
    assert outside
    for some in page.locator("tbody").all_text_contents():
        outside = outside.replace(some, "")
    assert len(outside.split()) <= 45


def test_the_first_client_stands_high_on_a_phone_and_six_are_in_view(
    visit: Visit, twenty: str
) -> None:
    page = visit.page(twenty, viewport=PHONE, has_touch=True)
    page.goto("/")
    rows = page.locator("table.rows tbody tr")
    assert place(rows.first)["y"] <= 220
    assert bottom(rows.nth(5)) <= PHONE["height"]


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_what_fell_what_to_say_and_every_answer_stand_on_one_screen(
    visit: Visit, size: ViewportSize
) -> None:
    client_id = visit.site.client("8 8 8 8", "8 8 8 8", "8 9 8 8")
    session_id = visit.site.log(client_id, "5 8 8 8")
    page = visit.page("writer", viewport=size, has_touch=size == PHONE)
    page.goto(f"/sessions/{session_id}/saved")
    answers = page.locator("[data-taps] button")
    assert answers.count() == 7
    for shown in (page.locator("h1"), page.locator(".say"), *answers.all()):
        assert bottom(shown) <= size["height"]
    assert page.locator("[data-taps] h2").all_inner_texts() == ["In the room", "Not yet"]


def test_not_yet_comes_first_where_the_session_was_logged_after_its_day(visit: Visit) -> None:
    client_id = visit.site.client("8 8 8 8", "5 8 8 8")
    page = visit.page("writer")
    page.goto(f"/flags/{visit.site.flag_of(client_id)}")
    assert page.locator("[data-taps] h2").all_inner_texts() == ["Not yet", "In the room"]


def scales(page: Page) -> list[Locator]:
    return page.locator("#ratings .scale").all()


def test_eight_questions_and_save_stand_on_one_screen(visit: Visit) -> None:
    client_id = visit.site.client("8 8 8 8", measures=("session-check", "wellbeing-check"))
    page = visit.page("writer", viewport=LAPTOP)
    page.goto(f"/clients/{client_id}/sessions/new")
    questions = scales(page)
    assert len(questions) == 8
    assert all(bottom(question) <= LAPTOP["height"] for question in questions)
    assert bottom(page.get_by_role("button", name="Save session")) <= LAPTOP["height"]


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_the_top_word_stands_at_the_top_number(visit: Visit, size: ViewportSize) -> None:
    page = visit.page("writer", viewport=size, has_touch=size == PHONE)
    page.goto(f"/clients/{visit.site.client('8 8 8 8')}/sessions/new")
    for question in scales(page):
        ten, word = question.locator(".option").nth(10), question.locator(".end").nth(1)
        if size == LAPTOP:  # in the same row, right behind it
            assert abs(place(word)["y"] - place(ten)["y"]) < 20
            assert 0 < place(word)["x"] - place(ten)["x"] - place(ten)["width"] < 20
        else:  # under it
            assert 0 <= place(word)["y"] - bottom(ten) < 10
            right = place(ten)["x"] + place(ten)["width"]
            assert abs(place(word)["x"] + place(word)["width"] - right) < 2


def test_nothing_lies_over_a_question(visit: Visit) -> None:
    page = visit.page("writer", viewport=PHONE, has_touch=True)
    page.goto(f"/clients/{visit.site.client('8 8 8 8')}/sessions/new")
    assert checks.floating(page) == []


@pytest.mark.parametrize("size", [LAPTOP, PHONE], ids=["laptop", "phone"])
def test_looking_together_is_one_picture_with_dates_on_one_screen(
    visit: Visit, size: ViewportSize
) -> None:
    page = visit.page("clinician", viewport=size, has_touch=size == PHONE)
    page.goto(f"/clients/{visit.site.demo['AK']}/together")
    picture = page.locator("figure svg").locator("visible=true")
    assert picture.count() == 1
    assert bottom(picture) <= size["height"]
    dates = picture.locator("text").filter(has_text=re.compile(r"^\d{1,2} [A-Z][a-z]{2}$"))
    assert dates.count() >= 3
    letters = "e => e.getBBox && parseFloat(getComputedStyle(e).fontSize) * e.getScreenCTM().a"
    assert picture.locator("text").first.evaluate(letters) >= 16
    page.get_by_label("What is shown").select_option(label="I felt understood in this session.")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**show=session-check.bond")
    expect(page.get_by_role("figure", name="I felt understood in this session.")).to_be_visible()
    expect(picture.get_by_text("You 5")).to_be_visible()
    assert checks.overflow(page) + checks.clipped(page) == []


def height(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollHeight"))


def card_on_one_screen(page: Page) -> None:
    """Say, Do and Avoid stand beside each other and high, and what the page shows is little."""
    parts = page.locator(".first section")
    assert parts.locator("h2").all_inner_texts() == ["Say", "Do", "Avoid"]
    assert len({place(part)["y"] for part in parts.all()}) == 1
    assert all(bottom(line) <= 520 for line in parts.locator("li").all())
    assert height(page) <= LAPTOP["height"]
    assert len(page.locator("main").inner_text().split()) <= 170
    assert checks.overflow(page) + checks.clipped(page) == []


def test_the_card_of_a_check_in_is_read_at_a_glance_and_every_sentence_says_what_it_is(
    visit: Visit,
) -> None:
    client_id = visit.site.client("8 8 8 8")
    session_id = visit.site.log(client_id, "5 8 8 8")
    page = visit.page("writer", viewport=LAPTOP)
    page.goto(f"/sessions/{session_id}/saved")
    page.get_by_role("link", name="Opening a repair conversation").click()
    page.locator(".first").wait_for()
    card_on_one_screen(page)
    legend = page.locator(".shapes").inner_text()
    assert "LLM-generated, not checked" in legend
    markers = page.locator("a.marker")
    assert markers.count() == page.locator(".sentence").count() > 10
    named = re.compile(r"^(LLM-generated|no source|source \d.*), (not yet checked|checked \d.*)$")
    for marker in page.locator(".first a.marker").all():
        expect(marker).to_have_accessible_name(named)
        shape = marker.evaluate("e => getComputedStyle(e, '::after').width")
        assert shape in ("8px", "6.5px")  # a square on its corner is as high as a circle of 8 px
    page.set_viewport_size(PHONE)
    assert len({place(part)["x"] for part in page.locator(".first section").all()}) == 1
    page.set_viewport_size(LAPTOP)
    page.get_by_role("link", name=re.compile("Session 2$")).click()
    page.wait_for_url("**/saved")


@pytest.mark.long
@pytest.mark.parametrize("key", [card.key for card in library().cards])
def test_every_card_stands_on_one_screen(visit: Visit, key: str) -> None:
    page = visit.page("clinician", viewport=LAPTOP)
    page.goto(f"/library/cards/{key}")
    card_on_one_screen(page)


@pytest.mark.parametrize("path", ["/library", "/settings"])
def test_what_is_chosen_from_stands_on_one_screen(visit: Visit, path: str) -> None:
    page = visit.page("clinician", viewport=LAPTOP)
    page.goto(path)
    assert height(page) <= LAPTOP["height"]


@pytest.fixture(scope="module")
def forty(site: Site) -> str:
    """Somebody who supervises six clinicians with forty flags: a risk item of three days ago, and drops."""
    names = ("Sofia Berg", "Amira Costa", "Ruth Dahl", "Ben Eide", "Noor Falk", "Jonas Weil")
    who = "six"
    add_people(site, [(who, "Mara Lind", Role.SUPERVISOR)])
    add_people(site, [(f"{who}{n}", name, Role.CLINICIAN) for n, name in enumerate(names)])
    for number in range(6):
        link(site, clinician=f"{who}{number}", supervisor=who)
    for number in range(39):
        of = f"{who}{number % 6}"
        flag_id = site.flag_of(
            site.client("8 8 8 8", "5 8 6 8" if number % 5 else "6 6 6 6", who=of)
        )
        if number % 3:
            site.answer(flag_id, Reply(Answer.EXPLAINED, note="She felt rushed."), who=of)
    client_id = site.client(who=f"{who}0", measures=("session-check", "phq-9"))
    rated = {
        ("session-check", Rater.CLIENT): marks(8, 8, 8, 8),
        ("phq-9", Rater.CLIENT): marks(*[1] * 9, measure="phq-9"),
    }
    with site.app.app_context(), db.transaction() as writing:
        details = SessionDetails(site.today - timedelta(days=3))
        clinician = site.people[f"{who}0"]
        entered = RatingsEntry(rated)
        sessions.log_session(writing, clinician, client_id, details, entered, now=clock.now())
    return who


def test_forty_flags_of_six_clinicians_stand_one_on_a_line(visit: Visit, forty: str) -> None:
    page = visit.page(forty, viewport=LAPTOP, java_script_enabled=False)
    page.goto("/supervision?show=all")
    assert page.locator("h1").inner_text().startswith("1 risk item unanswered for 3 days")
    rows = page.locator(".board tbody tr")
    assert rows.count() == 40
    assert rows.first.get_attribute("class") == "wait late"
    waiting = page.locator(".board tbody").first.locator("tr")
    assert waiting.count() == page.locator("tr.wait").count() == 14
    assert max(place(row)["height"] for row in rows.all()) <= 28
    assert bottom(page.locator(".foot")) <= 1500
    assert max(len(text.split()) for text in rows.all_inner_texts()) <= 20
    assert "%" not in (page.locator("main").text_content() or "")
    clinicians = page.locator(".facets nav").first.locator("a").all_inner_texts()[1:]
    assert len(clinicians) == 6
    assert clinicians == sorted(clinicians)
    rows.nth(30).locator("summary").click()
    evidence = rows.nth(30).locator(".evidence > div")
    assert place(evidence)["x"] >= place(rows.first)["x"] + place(rows.first)["width"]
    assert "She felt rushed." in evidence.inner_text()
    bar = page.locator(".signoff")
    assert not bar.is_visible()
    rows.nth(30).locator("label").click()
    for number in (35, 2):
        rows.nth(number).locator("summary").focus()
        assert bottom(rows.nth(number)) <= place(bar)["y"]
        assert page.locator(".evidence > div").locator("visible=true").count() == 1
        assert rows.nth(number).locator(".evidence > div").is_visible()


def test_on_a_phone_a_flag_takes_two_lines_and_opens_under_them(visit: Visit, forty: str) -> None:
    page = visit.page(forty, viewport=PHONE, has_touch=True)
    page.goto("/supervision?show=all")
    rows = page.locator(".board tbody tr")
    assert max(place(row)["height"] for row in rows.all()) <= 60
    assert not page.locator(".facets").is_visible()
    row = rows.nth(1)
    row.locator("summary").tap()
    evidence = row.locator(".evidence > div")
    assert (
        bottom(row.locator("summary"))
        <= place(evidence)["y"]
        < bottom(evidence)
        <= place(rows.nth(2))["y"]
    )
    assert checks.overflow(page) == []


def words(page: Page) -> int:
    """How many words the page has, hidden ones included; a drawing is none."""
    text = page.evaluate(
        """() => {
             const main = document.querySelector('main').cloneNode(true);
             main.querySelectorAll('script, svg').forEach((one) => one.remove());
             return main.textContent;
           }"""
    )
    return len(str(text).split())


@WITH_AND_WITHOUT_SCRIPT
def test_a_record_is_read_on_one_screen(visit: Visit, script: bool) -> None:
    """The fullest record of the demo: a check-in, an outcome, three goals, five objectives."""
    page = visit.page("clinician", viewport=LAPTOP, java_script_enabled=script)
    page.goto(f"/clients/{visit.site.demo['AK']}")
    for shown in (page.locator("main figure"), page.locator(".side")):
        assert bottom(shown) <= LAPTOP["height"]
    assert height(page) <= 1.5 * LAPTOP["height"]
    assert words(page) < 350
    assert page.locator(".open .button.main").count() == 1
    assert place(page.locator(".open .button"))["y"] < 200
    lines = page.locator(".objective-lines tbody tr")
    assert lines.count() == 5
    for line in lines.all():
        assert place(line)["height"] <= 44
    page.set_viewport_size(PHONE)
    assert height(page) <= 3 * PHONE["height"]
    assert bottom(page.locator(".open .button")) <= 420


def test_an_objective_is_added_from_a_suggestion_with_three_taps(visit: Visit) -> None:
    page = visit.page("writer", viewport=PHONE, has_touch=True)
    page.goto(f"/clients/{visit.site.client('8 8 8 8')}")
    page.get_by_role("link", name="Set an objective").tap()
    page.get_by_role("link", name=re.compile("Use it.*The bond")).tap()
    page.get_by_role("button", name="Set objective").tap()
    expect(page.locator(".done").first).to_contain_text("Objective set.")


@pytest.mark.parametrize(
    ("path", "most"), [("/", 60), ("/clients/{AK}/sessions/new", 60), ("/clients/{AK}", 90)]
)
def test_a_first_visit_weighs_little(visit: Visit, path: str, most: int) -> None:
    """Everything that a first visit loads, as it comes over the line, in KB."""
    page = visit.page("clinician", kept=False)
    asked: list[Request] = []

    def finished(one: Request) -> None:
        asked.append(one)

    page.on("requestfinished", finished)
    page.goto(path.format_map({"AK": visit.site.demo["AK"]}), wait_until="networkidle")
    assert len(asked) > 5
    weight = sum(one.sizes()["responseBodySize"] for one in asked)
    assert weight <= most * 1000


def test_form_and_check_in_are_short_before_anything_is_opened(visit: Visit) -> None:
    """Words for screen readers count; what is folded does not (decision 0036)."""
    client_id = visit.site.client("8 8 8 8", "8 8 8 8", "8 9 8 8")
    page = visit.page("writer", viewport=LAPTOP)
    page.goto(f"/clients/{client_id}/sessions/new")
    assert len(page.locator("main").inner_text().split()) <= 300
    page.goto(f"/sessions/{visit.site.log(client_id, '5 8 8 8')}/saved")
    assert len(page.locator("main .answering").inner_text().split()) <= 140


def test_the_course_is_there_at_first_paint_and_nothing_moves(visit: Visit) -> None:
    page = visit.page("clinician", viewport=PHONE, kept=False)
    page.goto(f"/clients/{visit.site.demo['AK']}", wait_until="networkidle")
    moved = page.evaluate(
        """() => new Promise((done) => {
             let sum = 0;
             const seen = (list) => { for (const one of list.getEntries()) sum += one.value; };
             new PerformanceObserver(seen).observe({ type: 'layout-shift', buffered: true });
             setTimeout(() => done(sum), 300);
           })"""
    )
    assert moved == 0
    assert page.locator(".chart-narrow svg").is_visible()


def test_with_forced_colours_everything_is_told_by_lines(visit: Visit) -> None:
    """Backgrounds are gone then: what waits, where one is, the next thing to do and a chosen mark have lines."""
    page = visit.page("clinician", viewport=LAPTOP, forced_colors="active")
    page.goto(f"/clients/{visit.site.demo['AK']}")

    def line(selector: str, side: str) -> float:
        style = f"one => parseFloat(getComputedStyle(one).border{side}Width)"
        return float(page.locator(selector).first.evaluate(style))

    assert line(".panel.open", "Left") >= 4
    assert line(".tabs [aria-current]", "Bottom") >= 3
    assert line(".button.main", "Top") >= 2
    assert line(".panel .chip", "Top") >= 1
    strokes = page.locator(".chart-wide .d-client path, .chart-wide .d-flag circle")
    colours = strokes.evaluate_all("all => all.map((one) => getComputedStyle(one).stroke)")
    assert len({*colours} - {"none"}) == 1, "the system's text colour"
    page.goto(f"/clients/{visit.site.demo['AK']}/sessions/new")
    page.locator(".option input").nth(4).check(force=True)
    chosen = page.locator(".option input:checked + label")
    other = page.locator(".option input:not(:checked) + label").first
    ground = "one => getComputedStyle(one).backgroundColor"
    assert chosen.evaluate(ground) != other.evaluate(ground)
