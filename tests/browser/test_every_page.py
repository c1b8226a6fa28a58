"""Every page, in every state, at every width, light and dark: nothing sticks out, nothing is too small, axe finds nothing."""

from collections.abc import Iterable, Iterator
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


def by_depth(places: Iterable[Place]) -> Iterator[object]:
    """The first state of each route, and what no route shows, for every run; the other states for long runs."""
    seen: set[str | None] = set()
    for place in places:
        again = place.endpoint is not None and place.endpoint in seen
        seen.add(place.endpoint)
        yield pytest.param(place, id=place.name, marks=pytest.mark.long if again else ())


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


def problems_of(page: Page) -> list[str]:
    """What is wrong with the page at each width. Only colours change in the dark; and no text has a colour of its own at
    the width between, so contrast is measured at the other two."""
    problems = []
    for size in SIZES:
        page.set_viewport_size(size)
        faults = (
            checks.axe(page) + checks.overflow(page) + checks.clipped(page) + checks.targets(page)
        )
        problems += [f"{size['width']} px: {fault}" for fault in faults]
        for scheme in ("light", "dark") if size is not TABLET else ():
            page.emulate_media(color_scheme=scheme)
            problems += [f"{size['width']} px, {scheme}: {fault}" for fault in checks.colours(page)]
    return problems


@pytest.mark.parametrize("place", list(by_depth(PLACES)))
def test_a_page_is_sound_at_every_width_in_light_and_in_dark(visit, place):
    page = reached(visit, place)
    problems = problems_of(page)
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
