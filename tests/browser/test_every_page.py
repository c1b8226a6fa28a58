"""Every page, in every state, at every width, light and dark: nothing sticks out, nothing is too small, axe finds nothing."""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response

from tests.browser import checks
from tests.browser.pages import PLACES, Place
from tests.browser.visit import DESK, PHONE, TABLET, Visit
from tracker.web.door.guard import declared

NOT_PAGES = {
    "static",
    "assets.plotly",
    "about.health",
    "security.logout",
    "audit.export",
    "handovers.status",
}
SIZES = (DESK, TABLET, PHONE)


def reached(visit: Visit, place: Place, **options: object) -> Page:
    """The page, which answered with the status and by the route that its place says."""
    visit.expect(place.status)
    page = visit.page(place.who, **options)
    statuses: list[int] = []

    def answered(response: Response) -> None:
        if response.request.is_navigation_request():
            statuses.append(response.status)

    page.on("response", answered)
    place.reach(page, visit.site)
    page.remove_listener("response", answered)
    assert statuses[-1] == place.status
    if place.endpoint:
        adapter = visit.site.app.url_map.bind("127.0.0.1")
        assert adapter.match(urlsplit(page.url).path)[0] == place.endpoint
    return page


def faults(page: Page) -> list[str]:
    """What is wrong with the page at each width: in light everything is looked at, in dark what colour changes. No text
    has a colour of its own at the width between, so contrast is measured at the other two."""
    problems = []
    for size in SIZES:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme="light")
        found = checks.axe(page) if size is DESK else checks.axe_resized(page)
        found += checks.overflow(page) + checks.clipped(page) + checks.targets(page)
        found += checks.colours(page) if size is PHONE else []
        problems += [f"{size['width']} px: {line}" for line in found]
        if size is not TABLET:
            page.emulate_media(color_scheme="dark")
            problems += [f"{size['width']} px, dark: {line}" for line in checks.colours(page)]
    return problems


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_page_is_sound_at_every_width_in_light_and_in_dark(visit, place):
    page = reached(visit, place)
    problems = faults(page)
    stops, lost = checks.focus_order(page)
    assert stops > (0 if page.locator("body.client").count() else 2)
    checks.space_text(page, True)
    lost += [f"spaced: {line}" for line in checks.overflow(page) + checks.clipped(page)]
    problems += [f"320 px: {line}" for line in lost]
    assert not problems, "\n".join(f"{place.name}, {line}" for line in problems)


def test_every_page_that_can_be_asked_for_is_in_the_table(site):
    app = site.app
    routes = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    open_to_someone = {endpoint for endpoint in routes if declared(app, endpoint) is not None}
    assert open_to_someone - NOT_PAGES == {place.endpoint for place in PLACES} - {None}
