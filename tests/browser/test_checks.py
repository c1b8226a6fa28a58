"""The checks of pages find what they are for: each is given a page that was sound until one thing was done to it."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.browser import checks
from tests.browser.visit import PHONE, Visit

FIRST = (
    "const [main, button] = [document.querySelector('main'), document.querySelector('main button')]"
)
# What is done to the page, which check looks at it, and the words it must say.
FAULTS: tuple[tuple[str, Callable[[Page], list[str]], str], ...] = (
    ("main.style.width = '500px'", checks.overflow, "scrolls sideways"),
    (
        "main.style.overflowX = 'auto'; main.firstElementChild.style.width = '900px'",
        checks.overflow,
        "scrolls by itself",
    ),
    (
        "button.style.cssText = 'width: 50px; white-space: nowrap; overflow: hidden'",
        checks.clipped,
        "text cut off",
    ),
    (
        "button.style.cssText = 'height: 20px; min-height: 0; padding: 0; line-height: 1'",
        checks.targets,
        "too small",
    ),
    (
        "button.style.cssText = 'color: #777; background: #888'",
        checks.colours,
        "axe color-contrast",
    ),
    ("main.querySelector('label').remove()", checks.axe, "axe label"),
    (
        "main.querySelector('h1').remove()",
        checks.axe,
        "axe page-has-heading-one",
    ),
    ("main.append(button.cloneNode(true))", checks.filled, "2 filled buttons"),
    ("main.style.position = 'fixed'", checks.floating, "floats over the page"),
    (
        "const [line, link] = ['p', 'a'].map((name) => document.createElement(name)); link.append('a word');"
        "link.style.display = 'block'; line.append(link, '.'); main.append(line)",
        checks.lonely,
        "alone on its line",
    ),
    ("button.style.outline = 'none'", lambda page: checks.focus_order(page)[1], "no focus ring"),
    (
        "button.style.cssText = 'position: fixed; left: -300px'",
        lambda page: checks.focus_order(page)[1],
        "focused outside",
    ),
)


def test_each_check_finds_its_fault(visit: Visit) -> None:
    page = visit.page(None, viewport=PHONE)
    for done, check, words in FAULTS:
        page.goto("/sign-in")
        assert check(page) == []
        page.reload()
        page.evaluate(f"() => {{ {FIRST}; {done} }}")
        assert any(words in fault for fault in check(page)), words
