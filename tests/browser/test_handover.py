"""The client's own rating in a real browser: the story, what is in view, and what nobody can get at."""

import re

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import select

from tests.browser import handover_pages as pages
from tests.browser.handover_pages import PIN_OR_PASSWORD, choose
from tests.browser.pages import tap
from tests.browser.visit import DESK, PHONE, TABLET, Visit, sign_in
from tests.conftest import PASSWORD
from tracker import clock, db
from tracker.models import Rating
from tracker.services.record import records

TOUCH = {"has_touch": True, "is_mobile": True}


def last_ratings(visit: Visit, client_id: object) -> dict[str, object]:
    """The ratings of a client's last session by rater."""
    site = visit.site
    with site.app.app_context(), db.reading() as reading:
        writer = site.people["writer"]
        record = records.record(reading, writer, client_id, now=clock.now())
        last = record.course.sessions[-1].id
        return {c[-1].rater: c[-1] for c in record.course.ratings_of(last)}


def start(page: Page) -> None:
    """Leave the welcome."""
    page.get_by_role("button", name="Start", exact=True).click()
    page.locator(".progress").wait_for()


def test_the_story_of_a_fall(visit: Visit) -> None:
    """Own rating first, hand over, bond from 8 to 5, back with the password, the check-in waits under "For me"."""
    page = visit.page(None, viewport=TABLET, **TOUCH)
    sign_in(page, "writer")
    client_id = visit.site.client("8 8 8 8")
    page.goto(f"/clients/{client_id}/sessions/new")
    page.get_by_text("My own rating").click()
    for item in ("bond", "goals", "tasks", "overall"):
        page.locator(f"[name='session-check.therapist.{item}'][value='9']").check(force=True)
    page.get_by_role("button", name="Save and hand over").click()
    expect(page.get_by_text("Is this the right client?")).to_be_visible()
    page.get_by_role("button", name="Start on this tablet").click()
    expect(page.locator("[name=device_class]")).to_have_value("tablet")  # said by the script
    taps = [page.get_by_role("button", name="Start", exact=True)]
    taps[0].tap()
    for item, mark in (("bond", 5), ("goals", 8), ("tasks", 8), ("overall", 8)):
        taps.append(page.locator(f"[name='{item}'][value='{mark}']"))
        taps[-1].tap()
    taps.append(page.get_by_role("button", name="Send to my therapist"))
    taps[-1].tap()
    assert len(taps) <= 6
    expect(page.get_by_text("Please hand the tablet back.")).to_be_visible()
    page.get_by_role("link", name="I am the therapist").tap()
    page.get_by_label(PIN_OR_PASSWORD).fill(PASSWORD)
    page.get_by_role("button", name="Take it back").tap()
    expect(page.get_by_role("heading", name="Saved")).to_be_visible()
    page.get_by_role("link", name="Show result").tap()
    expect(page.get_by_role("heading", name="Today's marks")).to_be_visible()
    expect(page.get_by_text("down 3")).to_be_visible()
    check_in = page.get_by_role("heading", name="Bond fell from 8 to 5")
    expect(check_in).to_be_hidden()
    page.locator(".for-me > summary").tap()
    expect(check_in).to_be_visible()
    page.goto(f"/clients/{client_id}")
    expect(page.locator(".panel.open", has_text="Bond fell from 8 to 5")).to_be_visible()
    found = last_ratings(visit, client_id)
    assert (found["therapist"].blind, found["therapist"].answers["bond"]) == (True, 9)
    client = found["client"]
    assert (client.channel, client.device_class, client.input_mode) == (
        "tablet",
        "tablet",
        "numbers",
    )
    assert (found["therapist"].scale_layout, client.scale_layout) == ("one_row", "one_row")


def test_tension_said_by_the_client_only(visit: Visit) -> None:
    """The therapist says none and hands over, the client says yes and not settled with two taps more, and what both said
    waits under "For me" with a repair that opens in one tap."""
    page = visit.page(None, viewport=TABLET, **TOUCH)
    sign_in(page, "writer")
    client_id = visit.site.client("8 8 8 8")
    page.goto(f"/clients/{client_id}/sessions/new")
    page.locator("[name='session-check.therapist.strain'][value=none]").check(force=True)
    page.get_by_role("button", name="Save and hand over").click()
    expect(page.get_by_text("Your own view, before the client answers")).to_have_count(0)
    page.get_by_role("button", name="Start on this tablet").click()
    start(page)
    choose(page, bond="8", goals="8", tasks="8", overall="8")
    settled = page.get_by_text("Is it settled?")
    expect(settled).to_be_hidden()
    page.locator("[name=strain][value=yes]").tap()
    expect(settled).to_be_visible()
    page.locator("[name=settled][value=not]").tap()
    page.get_by_role("button", name="Send to my therapist").tap()
    page.get_by_role("link", name="I am the therapist").tap()
    page.get_by_label(PIN_OR_PASSWORD).fill(PASSWORD)
    page.get_by_role("button", name="Take it back").tap()
    page.get_by_role("link", name="Show result").tap()
    both = page.get_by_text("Client: tension, not settled. You: none. Two views often differ.")
    expect(both).to_be_hidden()
    page.locator(".for-me > summary").tap()
    expect(both).to_be_visible()
    expect(page.get_by_role("heading", name="The client noticed tension")).to_be_visible()
    page.get_by_role("button", name="Open a repair for session 2").tap()
    expect(page.get_by_role("heading", name="Repair, session 2")).to_be_visible()
    expect(page.get_by_text("session 2: Tension")).to_be_visible()


def test_on_a_phone_by_code_while_the_clinicians_page_waits(visit: Visit) -> None:
    clinician = visit.page("writer")
    code = pages.code_of(clinician, visit.site)
    clinician.evaluate("() => { window.sameDocument = true }")
    client_id = clinician.locator("h1").inner_text()
    phone = visit.page(None, viewport={"width": 390, "height": 740}, **TOUCH)
    phone.goto("/c")
    phone.get_by_label("Code").fill(f"{code[:3]} {code[3:]}")
    phone.get_by_role("button", name="Continue").tap()
    expect(clinician.get_by_text("The client has it")).to_be_visible()
    start(phone)
    for item in ("bond", "goals", "tasks", "overall"):
        choose(phone, **{item: "7"})
        phone.get_by_role("button", name="Continue").tap()
    expect(phone.get_by_role("heading", name="Check your answers")).to_be_visible()
    assert client_id not in phone.content()
    phone.get_by_role("button", name="Send to my therapist").tap()
    expect(phone.get_by_role("heading", name="Thank you")).to_be_visible()
    expect(clinician.get_by_text("Answered, ")).to_be_visible()
    with visit.site.app.app_context(), db.reading() as reading:
        newest = select(Rating.scale_layout).order_by(Rating.recorded_at.desc())
        assert reading.scalars(newest).first() == "two_rows"
    assert clinician.evaluate("window.sameDocument")  # nothing was loaded anew
    clinician.get_by_role("link", name="Today's marks").click()
    expect(clinician.get_by_text("down 1").first).to_be_visible()


@pytest.mark.long
def test_a_link_fills_in_its_own_code_and_leaves_no_trace(visit: Visit) -> None:
    clinician = visit.page("writer")
    pages.by("Make a link for later")(clinician, visit.site)
    link = clinician.locator("#link").input_value()
    phone = visit.page(None, kept=False, viewport=PHONE, **TOUCH)
    asked: list[str] = []
    phone.on("request", lambda request: asked.append(request.url + str(request.headers)))
    phone.goto(link)
    secret = link.split("#")[1]
    assert phone.get_by_label("Code").input_value() == secret
    assert secret not in phone.url
    phone.get_by_role("button", name="Continue").tap()
    expect(phone.get_by_role("heading", name="A few short questions")).to_be_visible()
    assert not any(secret in each for each in asked)
    visit.expect(404)
    other = visit.page(None)
    other.goto(link)
    other.get_by_role("button", name="Continue").click()
    expect(other.get_by_text("That code has ended")).to_be_visible()


@pytest.mark.parametrize("size", [(320, 640), pytest.param((360, 740), marks=pytest.mark.long)])
@pytest.mark.parametrize("language", [pytest.param("", marks=pytest.mark.long), "Deutsch"])
def test_on_a_phone_every_answer_and_the_button_are_in_view(
    visit: Visit, size: tuple[int, int], language: str
) -> None:
    page = visit.page(None)
    pages.tablet(language=language)(page, visit.site)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.reload()
    page.locator("button.main").click()
    for item in ("bond", "goals", "tasks", "overall"):
        page.locator(f"#{item}").wait_for(state="attached")
        labels = page.locator(".option label").all()
        assert len(labels) == 12
        for each in [*labels, page.locator("button.main")]:
            box = each.bounding_box()
            assert box
            assert box["height"] >= 44
            assert box["width"] >= 44
            assert box["y"] + box["height"] <= size[1], each.inner_text()
        choose(page, **{item: "7"})
        page.locator("button.main").click()


@pytest.mark.long
def test_on_a_tablet_each_question_is_whole(visit: Visit) -> None:
    page = visit.page(None, viewport=TABLET)
    pages.questions()(page, visit.site)
    questions = page.locator("fieldset.scale").all()
    assert len(questions) == 4
    for question in questions:
        box = question.bounding_box()
        assert box
        assert box["y"] + box["height"] <= TABLET["height"]


@pytest.mark.long
def test_with_the_keyboard_alone(visit: Visit) -> None:
    page = visit.page(None)
    pages.tablet()(page, visit.site)
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Start", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    page.locator(".progress").wait_for()
    for _ in range(4):
        page.keyboard.press("Tab")
        page.keyboard.press("Space")
        page.keyboard.press("ArrowRight")
    page.keyboard.press("Tab")  # past the two unscored questions
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Send to my therapist")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


@pytest.mark.parametrize(
    "agent",
    [
        "Mozilla/5.0 (iPhone) Mobile Safari",
        pytest.param("Mozilla/5.0 (iPad) Safari", marks=pytest.mark.long),
    ],
)
def test_without_a_script(visit: Visit, agent: str) -> None:
    single = "iPhone" in agent
    page = visit.page(None, java_script_enabled=False, user_agent=agent, viewport=TABLET)
    pages.tablet()(page, visit.site)
    page.get_by_role("button", name="Start", exact=True).click()
    if single:
        visit.expect(422)
        for item in ("bond", "goals", "tasks", "overall"):
            if item == "goals":  # left open: asked about once
                page.get_by_role("button", name="Continue").click()
                expect(page.get_by_role("heading", name="Something is still open")).to_be_visible()
            else:
                choose(page, **{item: "7"})
            page.get_by_role("button", name="Continue").click()
    else:
        choose(page, bond="7", goals="7", tasks="7", overall="none")
    page.get_by_role("button", name="Send to my therapist").click()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()


def test_back_a_second_tab_and_typed_addresses_show_nothing(visit: Visit) -> None:
    page = visit.page(None)
    client_id = pages.tablet()(page, visit.site)
    page.go_back()
    expect(page.get_by_role("heading", name="A few short questions")).to_be_visible()
    assert page.url.endswith("/c")
    other = page.context.new_page()
    for path in ("/", f"/clients/{client_id}", "/settings", "/sign-in", "/nothing"):
        other.goto(path)
        expect(other.get_by_role("heading", name="A few short questions")).to_be_visible()
    start(page)
    choose(page, bond="5", goals="8", tasks="8", overall="8")
    page.locator("button.main").click()
    page.locator(".hand-back").wait_for()
    page.go_back()
    expect(page.get_by_role("heading", name="Thank you")).to_be_visible()
    assert not page.locator("input[type=radio]").count()


def test_the_next_client_sees_nothing_of_the_one_before(visit: Visit) -> None:
    page = visit.page(None)
    pages.marks(page, visit.site)
    client_id = visit.site.client("8 8 8 8")
    page.goto(f"/clients/{client_id}/handover")
    page.get_by_role("button", name="Start on this tablet").click()
    start(page)
    assert not page.locator("input[type=radio]:checked").count()
    page.go_back()
    page.go_back()
    expect(page.locator("body.client")).to_be_visible()
    assert not page.locator("input[type=radio]:checked").count()


@pytest.mark.long
def test_a_privacy_screen_comes_by_itself_and_keeps_what_was_chosen(visit: Visit) -> None:
    page = visit.page(None, kept=False)
    page.clock.install()
    pages.questions()(page, visit.site)
    choose(page, bond="3", goals="4")
    page.clock.fast_forward("02:50")
    page.keyboard.press("Tab")  # somebody is there
    page.clock.fast_forward("02:50")
    assert page.locator(".progress").is_visible()
    page.clock.fast_forward("00:20")
    expect(page.get_by_role("heading", name="Still there?")).to_be_visible()
    assert not page.get_by_text("I felt understood").count()
    page.get_by_role("link", name="Continue").click()
    expect(page.locator("[name=bond][value='3']")).to_be_checked()
    expect(page.locator("[name=goals][value='4']")).to_be_checked()


@pytest.mark.long
def test_it_is_legible_in_forced_colours(visit: Visit) -> None:
    page = visit.page(None, forced_colors="active")
    pages.questions()(page, visit.site)
    choose(page, bond="5")
    chosen, other = (
        page.locator(f"label[for='bond-{mark}']").evaluate(
            "e => [getComputedStyle(e).backgroundColor, getComputedStyle(e).borderTopStyle]"
        )
        for mark in (5, 6)
    )
    assert chosen[0] != other[0]
    assert chosen[1] == other[1] == "solid"


@pytest.mark.long
def test_larger_text_and_writing_from_the_right_fit(visit: Visit) -> None:
    from tests.browser import checks

    page = visit.page(None, viewport=PHONE)
    pages.tablet()(page, visit.site)
    page.set_viewport_size(PHONE)
    page.get_by_role("button", name="Larger text").click()
    page.reload()
    problems = checks.overflow(page) + checks.clipped(page)
    start(page)
    for direction in ("ltr", "rtl"):
        page.evaluate("way => { document.documentElement.dir = way }", direction)
        problems += checks.overflow(page) + checks.clipped(page) + checks.targets(page)
    assert not problems, "\n".join(problems)
    first, last = (page.locator(f"label[for='{i}']").bounding_box() for i in ("bond", "bond-5"))
    assert first["x"] > last["x"]  # the scale runs as the language is read


def test_without_a_script_the_clinicians_page_asks_again_by_itself(visit: Visit) -> None:
    page = visit.page("writer", java_script_enabled=False, viewport=DESK)
    pages.by("Show a code")(page, visit.site)
    assert re.search(r'http-equiv="refresh" content="10"', page.content())


def test_a_tablet_from_the_caseload_shows_the_drop(visit: Visit) -> None:
    """From the list, without a session of today: the alliance is asked, the session is made, and the fall is shown."""
    page = visit.page(None, viewport=TABLET, **TOUCH)
    sign_in(page, "writer")
    client_id = visit.site.client("8 8 8 8", measures=("session-check", "wellbeing-check"))
    page.goto("/")
    page.locator(f"a[data-hand-over][href='/clients/{client_id}/handover']").dispatch_event("click")
    expect(page.get_by_label("Session check")).to_be_checked()
    expect(page.get_by_label("Well-being check")).not_to_be_checked()
    page.get_by_role("button", name="Start on this tablet").click()
    start(page)
    choose(page, bond="5", goals="8", tasks="8", overall="8")
    page.get_by_role("button", name="Send to my therapist").tap()
    expect(page.get_by_text("Please hand the tablet back.")).to_be_visible()
    page.goto("/")  # nothing but the thank-you page
    expect(page.get_by_text("Please hand the tablet back.")).to_be_visible()
    page.get_by_role("link", name="I am the therapist").tap()
    page.get_by_label(PIN_OR_PASSWORD).fill(PASSWORD)
    page.get_by_role("button", name="Take it back").tap()
    page.get_by_role("link", name="Show result").tap()
    expect(page.get_by_text("down 3")).to_be_visible()
    page.locator(".for-me > summary").tap()
    tap(page, "We talked about it in this session")
    page.goto(f"/clients/{client_id}")
    expect(page.locator(".panel.open")).to_have_count(0)
