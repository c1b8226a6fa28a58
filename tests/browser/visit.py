"""Visits to the site: pages opened as somebody, and whatever the browser complained of meanwhile."""

from typing import Any

import pytest
from playwright.sync_api import ConsoleMessage, Cookie, Page, WebError

from tests.browser.site import Site
from tests.browser.tabs import Tab, Tabs
from tests.conftest import PASSWORD

DESK = {"width": 1280, "height": 900}
TABLET = {"width": 768, "height": 1024}
PHONE = {"width": 320, "height": 640}

# Without scripts, a check-in and the hand-over are gone through in every run; the other stories in long runs.
WITH_AND_WITHOUT_SCRIPT = pytest.mark.parametrize(
    "script",
    [pytest.param(True, id="js"), pytest.param(False, id="no js", marks=pytest.mark.long)],
)
SignedIn = dict[str, list[Cookie]]


def sign_in(page: Page, who: str, password: str = PASSWORD) -> None:
    """Sign in with the form."""
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(f"{who}@demo.example")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.locator(".person-menu > summary").wait_for()


def _session_cookie(cookies: list[Cookie]) -> str:
    return next(cookie["value"] for cookie in cookies if cookie["name"] == "session")


class Visit:
    """Opens pages, each in a tab that shares nothing with the others, and keeps what went wrong in any of them."""

    def __init__(self, site: Site, tabs: Tabs, signed_in: SignedIn) -> None:
        self.site = site
        self.complaints: list[str] = []
        self._tabs, self._signed_in = tabs, signed_in
        self._taken: list[Tab] = []
        self._forgiven: list[str] = []

    def expect(self, *statuses: int) -> None:
        """Take it as meant that the server answers with these statuses; the console repeats each."""
        for status in statuses:
            self.forgive(f"the server responded with a status of {status}")

    def forgive(self, words: str) -> None:
        """Take it as meant that the console says this."""
        self._forgiven.append(words)

    def page(self, who: str | None = "clinician", *, kept: bool = True, **options: Any) -> Page:
        """An empty page, signed in as one of the site's people. A test that changes the browser itself (its clock, its
        permissions, what it may load) asks for a page that is not kept for the next test."""
        cookies = self._cookies(who) if who else []
        page = self._open(kept, options)
        page.context.add_cookies(cookies)
        return page

    def leave(self) -> None:
        """Give back every tab, empty."""
        for tab in self._taken:
            self._tabs.give_back(tab)
        self._taken.clear()

    def _open(self, kept: bool, options: dict[str, Any]) -> Page:
        given = {"viewport": DESK, "color_scheme": "light", **options}
        tab = self._tabs.take(self.site.url, self, kept=kept, **given)
        self._taken.append(tab)
        return tab.page

    def _cookies(self, who: str) -> list[Cookie]:
        # Kept from test to test, as signing in takes a while; but one that nobody used for some minutes has lapsed.
        kept = self._signed_in.get(who)
        if kept is None or not self.site.holds(_session_cookie(kept)):
            page = self._open(True, {})
            sign_in(page, who)
            self._signed_in[who] = page.context.cookies()
        return self._signed_in[who]

    def heard(self, message: ConsoleMessage) -> None:
        """Keep what the console says, if it is bad and was not expected."""
        bad = message.type in ("error", "warning")
        if bad and not any(words in message.text for words in self._forgiven):
            self.complaints.append(f"console: {message.text} ({message.location.get('url')})")

    def failed(self, error: WebError) -> None:
        """Keep an error of a script."""
        self.complaints.append(f"script: {error.error}")

    def asked(self, url: str) -> None:
        """Keep the address of another host that a page asked."""
        if not url.startswith((self.site.url, "data:", "blob:")):
            self.complaints.append(f"asked another host: {url}")
