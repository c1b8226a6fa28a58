"""The pages about what is known of a client, in all their states."""

from playwright.sync_api import Page

from tests.browser.reach import Place, Reach
from tests.browser.site import Site


def details(initials: str) -> Reach:
    """Open a demo client's details."""
    return lambda page, site: page.goto(f"/clients/{site.demo[initials]}/details")


def without_measure(page: Page, site: Site) -> None:
    """Send the details with no measure chosen."""
    details("AK")(page, site)
    for box in page.get_by_role("checkbox").all():
        box.uncheck()
    with page.expect_navigation():
        page.get_by_role("button", name="Save details").click()


def overtaken(page: Page, site: Site) -> None:
    """Send details that were changed in another tab since the page was opened."""
    address = f"/clients/{site.client('8 8 8 8')}/details"
    page.goto(address)
    other = page.context.new_page()
    for tab, initials in ((other, "AB"), (page, "CD")):
        if tab is other:
            tab.goto(address)
        tab.get_by_label("Initials").fill(initials)
        tab.get_by_label("Your own reference").fill(f"a reference of {initials} as long as it may")
        with tab.expect_navigation():
            tab.get_by_role("button", name="Save details").click()
    other.close()


def measure_gone(page: Page, site: Site) -> None:
    """Open the record of a client whose rated measure is not in use any more."""
    client_id = site.client("8 8 8 8", "7 8 8 8")
    page.goto(f"/clients/{client_id}/details")
    page.locator("details", has=page.locator("[value='srs']")).locator("summary").click()
    page.locator("[name=measures][value='srs']").check()
    page.locator("[name=measures][value='session-check']").uncheck()
    with page.expect_navigation():
        page.get_by_role("button", name="Save details").click()


CLIENTS = (
    Place("client details", "clients.edit", "clinician", details("AK")),
    Place("client details, errors", "clients.edit", "clinician", without_measure, 422),
    Place("client details, overtaken", "clients.edit", "writer", overtaken, 409),
    Place("record, measure not in use", "clients.show", "writer", measure_gone),
)
