"""Tabs of the browser, kept from test to test: a new one costs more than most tests do with it."""

from dataclasses import dataclass
from typing import Any, Protocol

from playwright.sync_api import (
    Browser,
    BrowserContext,
    CDPSession,
    ConsoleMessage,
    Error,
    Page,
    WebError,
)

from tests.browser.site import EMPTY_PATH

STORES = "local_storage,session_storage,indexeddb,service_workers,cache_storage"
# What a page can be given while it is open; anything else belongs to a context, and a tab is kept for each kind of it.
CHANGEABLE = ("viewport", "color_scheme", "forced_colors")


class Listener(Protocol):
    """Who hears what goes on in a tab."""

    def heard(self, message: ConsoleMessage) -> None:
        """The console said something."""

    def failed(self, error: WebError) -> None:
        """A script failed."""

    def asked(self, url: str) -> None:
        """The page asked for an address."""


@dataclass
class Tab:
    """One page in a context of its own, and whoever has it at present."""

    kind: tuple[str, ...]
    page: Page
    protocol: CDPSession
    kept: bool
    listener: Listener | None = None

    @property
    def context(self) -> BrowserContext:
        """The context of the page."""
        return self.page.context

    def empty(self, url: str) -> None:
        """Leave what is open: no other page, no cookie, nothing stored, no way back."""
        for other in self.context.pages:
            if other is not self.page:
                other.close()
        self.page.goto(url + EMPTY_PATH)
        self.context.clear_cookies()
        self.protocol.send("Storage.clearDataForOrigin", {"origin": url, "storageTypes": STORES})
        self.protocol.send("Page.resetNavigationHistory")


class Tabs:
    """Hands out tabs, each to one test at a time."""

    def __init__(self, chromium: Browser) -> None:
        self._chromium = chromium
        self._free: list[Tab] = []

    def take(
        self, url: str, listener: Listener, *, kept: bool, viewport: Any, **options: Any
    ) -> Tab:
        """An empty tab at a site, of that size and with these options of a browser context."""
        lasting = {name: given for name, given in options.items() if name not in CHANGEABLE}
        kind = (url, *(f"{name}={given}" for name, given in sorted(lasting.items())))
        fitting = [tab for tab in self._free if tab.kind == kind] if kept else []
        tab = fitting[0] if fitting else self._new(url, kind, kept, lasting)
        if fitting:
            self._free.remove(tab)
        tab.listener = listener
        tab.page.set_viewport_size(viewport)
        tab.page.emulate_media(
            media="null",
            color_scheme=options.get("color_scheme", "light"),
            forced_colors=options.get("forced_colors", "none"),
        )
        return tab

    def give_back(self, tab: Tab) -> None:
        """Empty a tab for the next test; one that is not kept, or that cannot be emptied, is closed."""
        try:
            if tab.kept:
                tab.empty(tab.kind[0])
                self._free.append(tab)
        except Error:
            tab.kept = False
        tab.listener = None
        if not tab.kept:
            tab.context.close()

    def close(self) -> None:
        """Close every tab."""
        for tab in self._free:
            tab.context.close()
        self._free.clear()

    def _new(self, url: str, kind: tuple[str, ...], kept: bool, options: dict[str, Any]) -> Tab:
        context = self._chromium.new_context(base_url=url, **options)
        context.set_default_timeout(10_000)
        page = context.new_page()
        tab = Tab(kind, page, context.new_cdp_session(page), kept)
        context.on("console", lambda said: tab.listener and tab.listener.heard(said))
        context.on("weberror", lambda error: tab.listener and tab.listener.failed(error))
        context.on("request", lambda asked: tab.listener and tab.listener.asked(asked.url))
        return tab
