"""Logging a session costs few keys and few taps, says what stands in the way, and chooses nothing for anyone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser import checks
from tests.browser.pages import SAVED, form_of, signed_out_with_entries
from tests.browser.visit import PHONE, TABLET, sign_in

FOUR_ANSWERS = ("Tab", "Enter", "Tab", "8", "Tab", "7", "Tab", "8", "Tab", "9", "Enter")
ITEMS = ("bond", "goals", "tasks", "overall")


def chosen(page: Page, item: str) -> str | None:
    """What the client's answer is, as the form stands."""
    field = page.locator(f"[name='session-check.client.{item}']:checked")
    return field.input_value() if field.count() else None


def focused_name(page: Page) -> str:
    """The name of the field that has the focus."""
    return str(page.evaluate("document.activeElement.name"))


def saved_marks(page: Page) -> list[str]:
    """The client's numbers as the page that follows shows them."""
    page.wait_for_url(SAVED)
    return page.locator(".scores").first.locator(".value").all_inner_texts()


def test_four_answers_are_saved_with_at_most_twelve_keys(visit):
    client_id = visit.site.client("8 8 8 8")
    page = form_of(visit, client_id)
    for key in FOUR_ANSWERS:
        page.keyboard.press(key)
    assert saved_marks(page)[:4] == ["8", "7", "8", "9"]
    assert len(FOUR_ANSWERS) <= 12
    assert visit.site.layout_of(client_id) == "one_row"


@pytest.mark.parametrize(("width", "layout"), [(TABLET["width"], "one_row"), (390, "two_rows")])
def test_four_answers_are_saved_with_at_most_six_taps(visit, width, layout):
    client_id = visit.site.client("8 8 8 8")
    viewport = {"width": width, "height": 844}
    page = form_of(visit, client_id, viewport=viewport, has_touch=True)
    numbers = [page.locator(f"[name='session-check.client.{item}'][value='7']") for item in ITEMS]
    taps = [*numbers, page.get_by_role("button", name="Save session")]
    for place in taps:
        place.tap()
    assert saved_marks(page)[:4] == ["7", "7", "7", "7"]
    assert len(taps) <= 6
    assert visit.site.layout_of(client_id) == layout


def test_digits_home_and_end_choose_a_number_and_stay_on_the_question(visit):
    page = form_of(visit, visit.site.client())
    page.locator("[name='session-check.client.goals']").first.focus()
    for keys, number in (("1", "1"), ("0", "10"), ("7", "7"), ("Home", "0"), ("End", "10")):
        page.keyboard.press(keys)
        assert chosen(page, "goals") == number
        assert focused_name(page) == "session-check.client.goals"
    assert chosen(page, "bond") is None
    assert chosen(page, "tasks") is None


@pytest.mark.parametrize("where", ["new", "saved", "flag"])
def test_nothing_is_chosen_for_anyone(visit, where):
    client_id = visit.site.client("8 8 8 8", "5 8 8 8")
    path = {
        "new": f"/clients/{client_id}/sessions/new",
        "saved": f"/sessions/{visit.site.sessions_of(client_id)[-1]}/saved",
        "flag": f"/flags/{visit.site.flag_of(client_id)}",
    }[where]
    page = visit.page("writer")
    page.goto(path)
    assert page.locator("input[type=radio], [data-taps] button").count() > 6
    assert checks.preselected(page) == []


def test_no_earlier_score_is_on_the_form(visit):
    seen = set()
    for marks in ("3 3 3 3", "9 9 9 9"):
        page = form_of(visit, visit.site.client(marks))
        code = page.locator("a.back").inner_text()
        seen.add(page.locator("main").inner_html().replace(code, "code"))
        assert page.locator("main svg").count() == 0
    assert len({re.sub('[0-9a-f-]{36}|value=.[^"]{40,}', "", html) for html in seen}) == 1


@pytest.mark.long
def test_every_number_of_a_question_fits_a_finger_on_a_phone(visit):
    page = form_of(visit, visit.site.client(), viewport=PHONE, has_touch=True)
    cells = page.locator("#ratings .option:not(.none)").all()
    sizes = [box for cell in cells if (box := cell.bounding_box())]
    assert len(sizes) == 44
    assert min(size["width"] for size in sizes) >= 44
    assert min(size["height"] for size in sizes) >= 44


def test_an_empty_form_says_what_is_missing_and_keeps_what_was_typed(visit):
    visit.expect(422)
    page = form_of(visit, visit.site.client("8 8 8 8"))
    page.get_by_text("Attendance, setting, note").click()
    page.get_by_label("Minutes late").fill("12")
    with page.expect_response(lambda r: r.request.method == "POST") as answer:
        page.get_by_role("button", name="Save session").click()
    assert answer.value.status == 422
    assert page.title().startswith("Error: ")
    expect(page.locator("[role=alert] h2")).to_have_text("There is a problem")
    expect(page.locator("[role=alert]")).to_be_focused()
    assert page.get_by_label("Minutes late").input_value() == "12"
    links = page.locator("[role=alert] a").all()
    assert len(links) == 4
    for link in links:
        target = link.get_attribute("href").removeprefix("#")
        expect(page.locator(f"fieldset:has([id='{target}']) .error")).to_contain_text(
            link.inner_text()
        )
        link.click()
        expect(page.locator(f"input[id='{target}']")).to_be_focused()


@pytest.mark.long
def test_numbers_of_a_long_form_follow_each_other_by_tab_and_fit_a_finger(visit):
    client_id = visit.site.client(measures=("wai-sr", "core-om"))
    page = form_of(visit, client_id, viewport=PHONE, has_touch=True)
    page.locator("[name='core-om.client.item_1']").focus()
    for number in range(1, 35):
        assert focused_name(page) == f"core-om.client.item_{number}"
        page.keyboard.type(str(number % 5))
        page.keyboard.press("Tab")
    assert focused_name(page) == "core-om.client.wellbeing"
    boxes = [f.bounding_box() for f in page.locator("#ratings .many input").all()]
    assert len(boxes) == 46
    assert min(box["height"] for box in boxes) >= 44
    assert min(box["width"] for box in boxes) >= 44
    for number in range(1, 13):
        page.locator(f"[name='wai-sr.client.item_{number}']").fill("4")
    page.get_by_role("button", name="Save session").click()
    assert saved_marks(page) == ["4", "4", "4", "4"]


def test_what_was_typed_survives_a_sign_in_that_lapsed(visit):
    visit.expect(401)
    page = visit.page(None)
    signed_out_with_entries(page, visit.site)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Sign in again").click()
    sign_in(opened.value, "writer")
    page.get_by_role("button", name="Send my entries again").click()
    assert saved_marks(page)[:4] == ["8", "7", "8", "9"]
