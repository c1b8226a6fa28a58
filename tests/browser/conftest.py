"""A site, a browser and visits. Without a Chromium every test here is skipped, or fails where a browser is required."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser import chromium as installed
from tests.browser.site import Site, running
from tests.browser.tabs import Tabs
from tests.browser.visit import SignedIn, Visit

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark the tests of this folder, so that `-m "not browser"` leaves them out; what they run is covered without them."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")
            item.add_marker("no_cover")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The one browser of these tests."""
    path = installed.find()
    if path is None:
        required = os.environ.get("TRACKER_REQUIRE_BROWSER") == "1"
        # Where a browser must be there, its absence is a failure; elsewhere the reason says how to get one.
        (pytest.fail if required else pytest.skip)(installed.HOW_TO_GET_ONE)
    with sync_playwright() as playwright:
        browser = installed.start(playwright, path)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    """The demo caseload on a server of its own."""
    with running(tmp_path_factory.mktemp("site")) as running_site:
        yield running_site


@pytest.fixture(scope="session")
def tabs(chromium: Browser) -> Iterator[Tabs]:
    """The tabs that are kept from test to test."""
    kept_tabs = Tabs(chromium)
    yield kept_tabs
    kept_tabs.close()


@pytest.fixture(scope="session")
def signed_in() -> SignedIn:
    """The cookies of whoever has signed in so far."""
    return {}


@pytest.fixture
def visit(tabs: Tabs, site: Site, signed_in: SignedIn) -> Iterator[Visit]:
    """Opens pages; afterwards the browser must have complained of nothing and asked no other host."""
    visiting = Visit(site, tabs, signed_in)
    yield visiting
    visiting.leave()
    assert not visiting.complaints, "\n".join(visiting.complaints)
