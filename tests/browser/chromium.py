"""Where a Chromium is on this machine, and how it is started."""

import os
import shutil
from collections.abc import Mapping
from pathlib import Path

from playwright.sync_api import Browser, Playwright

NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
)
PLACES = (
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
    "C:/Program Files/Chromium/Application/chrome.exe",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Microsoft/Edge/Application/msedge.exe",
)
HOW_TO_GET_ONE = (
    "no Chromium found: install Chromium, for example 'apt install chromium', "
    "or set TRACKER_CHROMIUM to the path of a Chromium, Chrome or Edge"
)
QUIET = (
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # Every page is of one site: one process shows them all, none is kept in store, and nothing runs long enough to be
    # worth optimizing. A process for each page took half of the time of these tests.
    "--renderer-process-limit=1",
    "--disable-features=SpareRendererForSitePerProcess",
    "--js-flags=--no-opt",
)


def find(environment: Mapping[str, str] = os.environ) -> str | None:
    """The path of a Chromium: the one that TRACKER_CHROMIUM names, or the first that is installed."""
    if named := environment.get("TRACKER_CHROMIUM"):
        return named
    on_path = (shutil.which(name) for name in NAMES)
    in_place = (place for place in PLACES if Path(place).is_file())
    return next(filter(None, (*on_path, *in_place)), None)


def start(playwright: Playwright, path: str) -> Browser:
    """A headless browser that asks nothing of other hosts."""
    # Chromium refuses to start as root inside its sandbox; anyone else keeps the sandbox.
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    arguments = [*QUIET, *(["--no-sandbox"] if root else [])]
    return playwright.chromium.launch(executable_path=path, args=arguments)
