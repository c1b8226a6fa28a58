"""Visits to the site: pages opened as somebody, and whatever the browser complained of meanwhile."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, StorageState

from tests.browser.site import Site
from tests.conftest import PASSWORD

DESK = {"width": 1280, "height": 900}
TABLET = {"width": 768, "height": 1024}
PHONE = {"width": 320, "height": 640}


def sign_in(page: Page, who: str, password: str = PASSWORD) -> None:
    """Sign in with the form."""
    page.goto("/sign-in")
    page.get_by_label("E-mail address").fill(f"{who}@demo.example")
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in").click()
    page.get_by_role("button", name="Sign out").wait_for()


def _session_cookie(state: StorageState) -> str:
    return next(cookie["value"] for cookie in state["cookies"] if cookie["name"] == "session")


class Visit:
    """Opens pages, each in a context of its own, and keeps what went wrong in any of them."""

    def __init__(self, site: Site, chromium: Browser, signed_in: dict[str, StorageState]) -> None:
        self.site = site
        self.complaints: list[str] = []
        self._chromium, self._signed_in = chromium, signed_in
        self._contexts: list[BrowserContext] = []
        self._forgiven: list[str] = []

    def expect(self, *statuses: int) -> None:
        """Take it as meant that the server answers with these statuses; the console repeats each."""
        for status in statuses:
            self.forgive(f"the server responded with a status of {status}")

    def forgive(self, words: str) -> None:
        """Take it as meant that the console says this."""
        self._forgiven.append(words)

    def page(self, who: str | None = "clinician", **options: Any) -> Page:
        """A page of a fresh browser context, signed in as one of the site's people."""
        state = self._state(who) if who else None
        given = {"viewport": DESK, "color_scheme": "light", **options}
        return self._context(storage_state=state, **given).new_page()

    def leave(self) -> None:
        """Close everything."""
        for context in self._contexts:
            context.close()

    def _context(self, **options: Any) -> BrowserContext:
        context = self._chromium.new_context(base_url=self.site.url, **options)
        context.set_default_timeout(10_000)
        context.on("console", self._heard)
        context.on("weberror", lambda error: self.complaints.append(f"script: {error.error}"))
        context.on("request", lambda request: self._asked(request.url))
        self._contexts.append(context)
        return context

    def _state(self, who: str) -> StorageState:
        # Kept from test to test, as signing in takes a while; but one that nobody used for some minutes has lapsed.
        kept = self._signed_in.get(who)
        if kept is None or not self.site.holds(_session_cookie(kept)):
            context = self._context()
            sign_in(context.new_page(), who)
            self._signed_in[who] = context.storage_state()
        return self._signed_in[who]

    def _heard(self, message: ConsoleMessage) -> None:
        bad = message.type in ("error", "warning")
        if bad and not any(words in message.text for words in self._forgiven):
            self.complaints.append(f"console: {message.text} ({message.location.get('url')})")

    def _asked(self, url: str) -> None:
        if not url.startswith((self.site.url, "data:", "blob:")):
            self.complaints.append(f"asked another host: {url}")
