"""How a page is reached, and what a row of the table of pages is."""

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Page

from tests.browser.site import Site

Reach = Callable[[Page, Site], object]
SAVE = "button:text('Save'):not([name=then])"


@dataclass(frozen=True)
class Place:
    """One page in one state. `endpoint` is the route it shows, None where no route is meant to be there."""

    name: str
    endpoint: str | None
    who: str | None
    reach: Reach
    status: int = 200


def at(path: str) -> Reach:
    """Go to an address."""
    return lambda page, site: page.goto(path)


def sent(first: Reach, button: str = SAVE) -> Reach:
    """Reach a page and send its form as it is."""

    def reach(page: Page, site: Site) -> None:
        first(page, site)
        with page.expect_navigation():
            page.locator(button).first.click()

    return reach
