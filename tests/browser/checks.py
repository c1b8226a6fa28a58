"""What is measured on a page as it stands. Each check says what is wrong, in lines; none is good."""

from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

SCRIPT = Path(__file__).with_name("checks.js").read_text(encoding="utf-8")
# Of what is drawn inside a chart's role=img axe can say nothing: it is hidden, and contrast of text in an SVG is never known.
PICTURES = [".chart-picture > div"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# Whatever is tagged so and looks at colours; and what measures boxes.
COLOURS = ["color-contrast", "link-in-text-block"]
BOXES = ["scrollable-region-focusable", "target-size"]
# The dresses (checks.js) whose contrast axe has found sound. That rests on the dress alone, so it is asked once.
_sound: set[str] = set()


def _measured(page: Page, name: str, *arguments: object) -> Any:
    # A click goes on as soon as the next page is on its way, and then there is nothing to measure yet.
    page.wait_for_load_state()
    return page.evaluate(
        f"arguments => {{ {SCRIPT}; return {name}(...arguments); }}", list(arguments)
    )


def _ready(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)


def _violations(page: Page, options: dict[str, object]) -> list[str]:
    _ready(page)
    given = {"resultTypes": ["violations"], "preload": False, **options}
    run = "([hidden, options]) => axe.run({ exclude: hidden }, options).then((r) => r.violations)"
    return [
        f"axe {violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in page.evaluate(run, [PICTURES, given])
        for node in violation["nodes"]
    ]


def axe(page: Page) -> list[str]:
    """Violations of WCAG 2.2 AA and of good practice, but for colours. On a page that axe has looked at in another size,
    and where nothing came or went by that, only of what measures boxes, as the rest cannot have changed."""
    if not _measured(page, "newShape"):
        return _violations(page, {"runOnly": {"type": "rule", "values": BOXES}})
    rules = {name: {"enabled": False} for name in COLOURS}
    return _violations(page, {"runOnly": {"type": "tag", "values": TAGS}, "rules": rules})


def colours(page: Page) -> list[str]:
    """Violations of the rules about colours, as the page looks at present."""
    unknown = [dress for dress in _measured(page, "dresses") if dress not in _sound]
    if not unknown:
        return []
    _ready(page)
    sound, lines = _measured(page, "judged", COLOURS, unknown)
    _sound.update(sound)
    return [str(line) for line in lines]


def overflow(page: Page) -> list[str]:
    """What makes the page scroll sideways; what scrolls sideways without being a named region."""
    return _measured(page, "overflow")


def clipped(page: Page) -> list[str]:
    """Text that does not fit into its box."""
    return _measured(page, "clipped")


def targets(page: Page) -> list[str]:
    """What is smaller than 24 × 24 px, or 44 × 44 px where one points with a finger, and is no link in a sentence."""
    return _measured(page, "targets")


def floating(page: Page) -> list[str]:
    """What stays in place while the page moves under it."""
    return _measured(page, "floating")


def lonely(page: Page) -> list[str]:
    """A full stop or comma that stands on a line without the word it belongs to."""
    return _measured(page, "lonely")


def filled(page: Page) -> list[str]:
    """More filled buttons than one."""
    return _measured(page, "filled")


def point_with_a_finger(page: Page, finger: bool) -> None:
    """Let the page be pointed at with a finger from now on, or with a mouse again."""
    protocol = page.context.new_cdp_session(page)
    protocol.send("Emulation.setTouchEmulationEnabled", {"enabled": finger, "maxTouchPoints": 1})
    page.wait_for_function(f"matchMedia('(pointer: coarse)').matches === {str(finger).lower()}")
    protocol.detach()


def preselected(page: Page) -> list[str]:
    """Answers that somebody else has chosen, and sliders, whose handle always stands somewhere."""
    chosen = page.locator("input[type=radio]:checked, input[type=range]").all()
    return [f"chosen: {element.get_attribute('name')}" for element in chosen]


def space_text(page: Page, spaced: bool) -> None:
    """Space the text as widely as WCAG 1.4.12 allows readers to, or no longer."""
    _measured(page, "spaceText", spaced)


def enlarge_text(page: Page, large: bool) -> None:
    """Make the letters twice as large, as readers may in their browser (WCAG 1.4.4), or as they were."""
    size = 32 if large else 16
    protocol = page.context.new_cdp_session(page)
    protocol.send("Page.setFontSizes", {"fontSizes": {"standard": size, "fixed": size}})
    page.wait_for_function(f"getComputedStyle(document.documentElement).fontSize === '{size}px'")
    protocol.detach()


def focus_order(page: Page, limit: int = 900) -> tuple[int, list[str]]:
    """Unfold the page and walk through it with Tab: how many stops, and which cannot be seen or are covered."""
    window = page.context.new_cdp_session(page)
    at = {"windowId": window.send("Browser.getWindowForTarget")["windowId"]}
    # Nothing is painted meanwhile, which is most of what a stop costs; where things stand is known nevertheless.
    window.send("Browser.setWindowBounds", {**at, "bounds": {"windowState": "minimized"}})
    _measured(page, "walk")
    walked = {"ended": False, "stops": 0, "problems": []}
    while not walked["ended"] and walked["stops"] < limit:
        for _ in range(10):
            page.keyboard.press("Tab")
        walked = page.evaluate("window.walked")
    window.send("Browser.setWindowBounds", {**at, "bounds": {"windowState": "normal"}})
    window.detach()
    endless = [] if walked["ended"] else [f"no end of the Tab order after {limit} stops"]
    return walked["stops"], walked["problems"] + endless
