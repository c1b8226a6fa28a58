"""The story of a new practice: one administrator, then a clinician, a supervisor, a client, and the first check-in."""

from collections.abc import Iterator
from datetime import datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.site import add_person, running
from tests.browser.tabs import Tabs
from tests.browser.visit import DESK, PHONE, Visit, sign_in
from tracker.domain.people.access import Role

PASSWORD = "tall ships in the harbour"


def one_administrator(now: datetime) -> None:
    """Nobody but an administrator."""
    add_person("boss@demo.example", "Ines Prado", Role.ADMINISTRATOR, now)


@pytest.fixture
def anew(chromium, tmp_path) -> Iterator[Visit]:
    """Visits to a site where nothing is there yet."""
    with running(tmp_path, fill=one_administrator) as site:
        tabs = Tabs(chromium)
        visiting = Visit(site, tabs, {})
        yield visiting
        visiting.leave()
        tabs.close()
        assert not visiting.complaints, "\n".join(visiting.complaints)


def add(page: Page, name: str, role: str) -> str:
    """Add a person and give them a one-time code; the code."""
    page.get_by_role("link", name="People", exact=True).click()
    page.get_by_role("link", name="Add a person").click()
    page.get_by_label("Name").fill(f"{name} Holm")
    page.get_by_label("E-mail address").fill(f"{name.lower()}@demo.example")
    page.get_by_label(role).check()
    page.get_by_role("button", name="Add person").click()
    page.get_by_role("button", name="Give a one-time code").click()
    return page.locator(".code").inner_text()


def choose_password(page: Page, name: str, code: str) -> None:
    """Choose a password with the code, and sign in with it."""
    page.goto("/sign-in")
    page.get_by_role("link", name="I have a one-time code").click()
    page.get_by_label("E-mail address").fill(f"{name.lower()}@demo.example")
    page.get_by_label("One-time code").fill(code)
    page.get_by_label("New password", exact=True).fill(PASSWORD)
    page.get_by_label("New password again").fill(PASSWORD)
    page.get_by_role("button", name="Save password").click()
    expect(page.get_by_role("status")).to_contain_text("Password saved")
    sign_in(page, name.lower(), PASSWORD)


def log_session(page: Page, marks: str, *, another: bool = False) -> None:
    """Log a session of today for the first client."""
    page.get_by_role("link", name="Caseload", exact=True).first.click()
    page.locator("table.rows a[data-log]").first.dispatch_event(
        "click"
    )  # beside the row, where one points with a mouse
    for item, number in zip(("bond", "goals", "tasks", "overall"), marks, strict=True):
        page.locator(f"[name='session-check.client.{item}'][value='{number}']").check(force=True)
    page.get_by_role("button", name="Save session").click()
    if another:
        page.get_by_label("This is another session on the same day").check()
        page.get_by_role("button", name="Save session").click()


@pytest.mark.parametrize(
    "size", [pytest.param(DESK, id="desk", marks=pytest.mark.long), pytest.param(PHONE, id="phone")]
)
def test_a_practice_is_set_up_and_sees_its_first_check_in(anew, size):
    anew.expect(422)  # the second session of the day is asked about
    boss = anew.page(None, viewport=size)
    sign_in(boss, "boss")
    expect(boss.get_by_role("heading", level=1)).to_have_text("Administration")
    boss.get_by_role("link", name="Practice", exact=True).first.click()
    boss.get_by_label("Name").fill("Harbour practice")
    boss.get_by_label("Time zone").select_option("Europe/Lisbon")
    boss.get_by_role("button", name="Save practice settings").click()
    expect(boss.locator(".foot")).to_contain_text("Harbour practice")
    code = add(boss, "Vera", "Clinician")
    add(boss, "Tomas", "Supervisor")
    boss.get_by_role("link", name="Tomas Holm").click()
    boss.get_by_role("link", name="Supervision links").click()
    boss.get_by_label("Clinician").select_option(label="Vera Holm")
    boss.get_by_role("button", name="Save link").click()
    expect(boss.locator(".lines")).to_contain_text("Tomas Holm reads the caseload of Vera Holm")
    vera = anew.page(None, viewport=size)
    choose_password(vera, "Vera", code)
    vera.get_by_role("link", name="Add client").click()
    vera.get_by_role("button", name="Add client").click()
    log_session(vera, "8888")
    log_session(vera, "5888", another=True)
    expect(vera.get_by_role("heading", level=1)).to_contain_text("Bond fell from 8 to 5")


@pytest.mark.long
def test_the_old_password_and_the_used_code_open_nothing(anew):
    anew.expect(422)
    boss = anew.page(None)
    sign_in(boss, "boss")
    code = add(boss, "Vera", "Clinician")
    vera = anew.page(None)
    choose_password(vera, "Vera", code)
    other = anew.page(None)
    other.goto("/reset")
    other.get_by_label("E-mail address").fill("vera@demo.example")
    other.get_by_label("One-time code").fill(code)
    other.get_by_label("New password", exact=True).fill(f"{PASSWORD}, again")
    other.get_by_label("New password again").fill(f"{PASSWORD}, again")
    other.get_by_role("button", name="Save password").click()
    expect(other.get_by_role("alert")).to_contain_text("the code has ended")
    sign_in(other, "vera", PASSWORD)
