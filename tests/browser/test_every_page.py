"""Every page, in every state, at every width, light and dark: nothing sticks out, nothing is too small, axe finds nothing."""

from collections.abc import Iterable
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, Response, ViewportSize

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


# What is opened every day, looked at in each run; every page in every state is in long ones.
EVERY_DAY = {
    "security.login",
    "caseload.home",
    "caseload.show",
    "clients.new",
    "clients.show",
    "sessions.new",
    "sessions.saved",
    "sessions.show",
    "sessions.edit",
    "flags.show",
    "record.sessions",
    "record.explore",
    "goals.index",
    "objectives.new",
    "repairs.show",
    "schedule.show",
    "board.show",
    "library.card",
    "about.show",
    "my_settings.show",
    "practice.show",
    "handovers.show",
    "handed_over.question",
    "handed_over.check",
    "looking.alone",
}
WIDTHS = (360, 600, 820, 1024, 1600)  # beside those of a phone, a tablet and a desk


def one_of_each_route(places: Iterable[Place]) -> list[Place]:
    """The first state of each route, and whatever no route shows."""
    routes: dict[object, Place] = {}
    for place in places:
        routes.setdefault(place.endpoint or place.name, place)
    return list(routes.values())


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


def look(page: Page, size: ViewportSize, *schemes: Literal["light", "dark"]) -> list[str]:
    """What is wrong with the page at a size; contrast is measured in each of these colour schemes."""
    page.set_viewport_size(size)
    checks.point_with_a_finger(page, size != DESK)
    faults = checks.axe(page) + checks.overflow(page) + checks.clipped(page) + checks.targets(page)
    faults += checks.filled(page) + checks.lonely(page)
    for scheme in schemes:
        page.emulate_media(color_scheme=scheme)
        faults += [f"{scheme}: {fault}" for fault in checks.colours(page)]
    return [f"{size['width']} px: {fault}" for fault in faults]


def lost_between(page: Page) -> list[str]:
    """What is lost between the widths that are looked at closely, and with letters twice as large."""
    faults = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        lines = checks.overflow(page) + checks.clipped(page)
        faults += [f"{width} px: {line}" for line in lines]
    page.set_viewport_size(DESK)
    checks.enlarge_text(page, True)
    return faults + [f"200 %: {line}" for line in checks.overflow(page) + checks.clipped(page)]


@pytest.mark.parametrize("endpoint", sorted(EVERY_DAY))
def test_a_page_of_every_day_is_sound_on_a_phone(visit, endpoint):
    place = next(place for place in PLACES if place.endpoint == endpoint)
    problems = look(reached(visit, place), PHONE, "light")
    assert not problems, "\n".join(f"{place.name}, {line}" for line in problems)


@pytest.mark.long
@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_page_is_sound_at_every_width_in_light_and_in_dark(visit, place):
    page = reached(visit, place)
    problems = look(page, DESK, "light", "dark")
    problems += look(page, TABLET)  # no text has a colour of its own at this width
    problems += look(page, PHONE, "light", "dark")
    stops, lost = checks.focus_order(page)
    assert stops > (0 if page.locator("body.client").count() else 2)
    checks.space_text(page, True)
    lost += [f"spaced: {line}" for line in checks.overflow(page) + checks.clipped(page)]
    problems += [f"320 px: {line}" for line in lost]
    checks.space_text(page, False)
    if place in one_of_each_route(PLACES):
        problems += lost_between(page)
    assert not problems, "\n".join(f"{place.name}, {line}" for line in problems)


def test_every_page_that_can_be_asked_for_is_in_the_table(site):
    app = site.app
    routes = {rule.endpoint for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())}
    open_to_someone = {endpoint for endpoint in routes if declared(app, endpoint) is not None}
    assert open_to_someone - NOT_PAGES == {place.endpoint for place in PLACES} - {None}
