"""A session is stored once, however often its form is sent."""

from uuid import UUID

from playwright.sync_api import Page, expect

from tests.browser.pages import SAVE, filled
from tests.browser.visit import Visit


def ready_form(visit: Visit, **options: object) -> tuple[Page, UUID]:
    """A filled form that waits to be sent, and its client, who had one session before."""
    client_id = visit.site.client("8 8 8 8")
    page = visit.page("writer", **options)
    filled(page, visit.site, client_id)
    return page, client_id


def test_a_double_click_makes_one_session(visit):
    page, client_id = ready_form(visit)
    page.locator(SAVE).dblclick()
    expect(page.get_by_role("status")).to_contain_text("Session 2")
    assert len(visit.site.sessions_of(client_id)) == 2


def test_two_clicks_without_javascript_make_one_session(visit):
    page, client_id = ready_form(visit, java_script_enabled=False)
    page.locator(SAVE).dblclick()
    expect(page.get_by_role("status")).to_contain_text("Session 2")
    assert len(visit.site.sessions_of(client_id)) == 2


def test_the_same_form_sent_twice_leads_to_the_session_it_made(visit):
    page, client_id = ready_form(visit, java_script_enabled=False)
    fields = page.locator("main form").evaluate("form => Object.fromEntries(new FormData(form))")
    answers = [
        page.request.post(f"/clients/{client_id}/sessions/new", form=fields) for _ in range(2)
    ]
    assert [answer.status for answer in answers] == [200, 200]
    assert answers[0].url == answers[1].url
    assert len(visit.site.sessions_of(client_id)) == 2


def test_back_and_save_again_makes_no_second_session(visit):
    page, client_id = ready_form(visit)
    page.locator(SAVE).click()
    expect(page.get_by_role("status")).to_contain_text("Session 2")
    saved = page.url
    visit.expect(
        422
    )  # where the browser brings a fresh form back, it is a second session on that day
    page.go_back()
    page.locator(SAVE).click()
    page.wait_for_function(
        "'/saved' === location.pathname.slice(-6) || document.title.startsWith('Error')"
    )
    assert page.url == saved or page.title().startswith("Error: ")
    assert len(visit.site.sessions_of(client_id)) == 2
