"""The pictures of the docs, taken from the demo caseload. TRACKER_SCREENSHOTS=1 writes them into docs/screenshots."""

import os
from pathlib import Path

import pytest

from tests.browser.pages import PLACES
from tests.browser.visit import PHONE

pytestmark = pytest.mark.long

DOCS = Path(__file__).parents[2] / "docs" / "screenshots"
WINDOW = {"width": 1280, "height": 800}
TALL = {"width": 1280, "height": 1020}
HELD = {"width": 360, "height": 520}
PICTURES = (
    ("caseload", "caseload", WINDOW, "light"),
    ("log-session", "log session", WINDOW, "light"),
    ("session-saved", "saved, check-in", WINDOW, "light"),
    ("record", "record", TALL, "light"),
    ("board", "board", WINDOW, "light"),
    ("agenda", "agenda", WINDOW, "light"),
    ("card", "card of a flag", WINDOW, "light"),
    ("library", "library", WINDOW, "light"),
    ("people", "people", WINDOW, "light"),
    ("audit-log", "audit log", WINDOW, "light"),
    ("client-question-phone", "client, one question", HELD, "light"),
    ("record-dark-phone", "record", PHONE, "dark"),
)


@pytest.mark.parametrize(("file", "name", "size", "scheme"), PICTURES, ids=str)
def test_a_picture_shows_the_page(visit, tmp_path, file, name, size, scheme):
    folder = DOCS if os.environ.get("TRACKER_SCREENSHOTS") == "1" else tmp_path
    folder.mkdir(parents=True, exist_ok=True)
    place = next(place for place in PLACES if place.name == name)
    page = visit.page(place.who, viewport=size, color_scheme=scheme)
    place.reach(page, visit.site)
    page.set_viewport_size(size)  # some ways there choose their own
    if size is PHONE:
        page.locator("figure").first.evaluate("figure => figure.scrollIntoView()")
    picture = folder / f"{file}.png"
    page.screenshot(path=picture)
    assert 10_000 < picture.stat().st_size < 300_000
