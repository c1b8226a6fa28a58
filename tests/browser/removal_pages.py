"""The pages of a session in the wrong record."""

from playwright.sync_api import Page

from tests.browser.reach import Place, Reach, sent
from tests.browser.site import Site

LOOK = "button:text('See what it does')"


def wrong(page: Page, site: Site) -> None:
    """Open the form that moves a session away, or takes it back."""
    client_id = site.client("8 8 8 8", "4 8 8 8")
    page.goto(f"/sessions/{site.sessions_of(client_id)[-1]}/removal")


def looked(*, moved: bool) -> Reach:
    """Look at what it does, with a long reason."""

    def reach(page: Page, site: Site) -> None:
        there = site.client("9 9 9 9", initials="RT")
        page.goto(f"/clients/{there}")
        code = page.locator("h1").inner_text().split()[0]
        wrong(page, site)
        page.get_by_label("Move it with its ratings" if moved else "Take it back").check()
        if moved:
            page.get_by_label("Code of the right client").fill(code)
        page.get_by_label("Why?").fill("Entered for the wrong client " * 5)
        with page.expect_navigation():
            page.locator(LOOK).click()

    return reach


def removed(page: Page, site: Site) -> None:
    """Move a session, and stay where it was entered."""
    looked(moved=True)(page, site)
    page.get_by_role("button", name="Move it").click()


REMOVALS = (
    Place("move or take back", "removals.show", "writer", wrong),
    Place("move or take back, errors", "removals.show", "writer", sent(wrong, LOOK), 422),
    Place("move, what it does", "removals.show", "writer", looked(moved=True)),
    Place("take back, what it does", "removals.show", "writer", looked(moved=False)),
    Place("session, moved away", "sessions.show", "writer", removed),
)
