"""What is measured on a page as it stands. Each check says what is wrong, in lines; none is good."""

from pathlib import Path

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

SCRIPT = Path(__file__).with_name("checks.js").read_text(encoding="utf-8")
# Of what is drawn inside a chart's role=img axe can say nothing: it is hidden, and contrast of text in an SVG is never known.
PICTURES = [".chart-picture > div"]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def _measured(page: Page, name: str, *arguments: object) -> list[str]:
    expression = f"arguments => {{ {SCRIPT}; return {name}(...arguments); }}"
    found = page.evaluate(expression, list(arguments))
    assert isinstance(found, list)
    return found


def axe(page: Page, only: str | None = None, *, colours: bool = True) -> list[str]:
    """Violations of WCAG 2.2 AA and of good practice; of the rules of one kind ("cat.color") where it is named; without
    the contrast of each text, which takes half the time, where colours are not looked at."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    rules = {"type": "tag", "values": [only] if only else TAGS}
    options: dict[str, object] = {"runOnly": rules, "resultTypes": ["violations"], "preload": False}
    if not colours:
        options["rules"] = {"color-contrast": {"enabled": False}}
    run = "([hidden, options]) => axe.run({ exclude: hidden }, options).then((r) => r.violations)"
    violations = page.evaluate(run, [PICTURES, options])
    return [
        f"axe {violation['id']}: {node['target']} {node['html'][:160]}"
        for violation in violations
        if set(violation["tags"]) & set(TAGS)
        for node in violation["nodes"]
    ]


def overflow(page: Page) -> list[str]:
    """What makes the page scroll sideways; what scrolls sideways without being a named region."""
    return _measured(page, "overflow")


def clipped(page: Page) -> list[str]:
    """Text that does not fit into its box."""
    return _measured(page, "clipped")


def targets(page: Page) -> list[str]:
    """What is smaller than 44 × 44 px and is no link in a sentence."""
    return _measured(page, "targets")


def preselected(page: Page) -> list[str]:
    """Answers that somebody else has chosen, and sliders, whose handle always stands somewhere."""
    chosen = page.locator("input[type=radio]:checked, input[type=range]").all()
    return [f"chosen: {element.get_attribute('name')}" for element in chosen]


def space_text(page: Page, spaced: bool) -> None:
    """Space the text as widely as WCAG 1.4.12 allows readers to, or no longer."""
    _measured(page, "spaceText", spaced)


def focus_order(page: Page, limit: int = 900) -> tuple[int, list[str]]:
    """Unfold the page and walk through it with Tab: how many stops, and which cannot be seen or are covered."""
    _measured(page, "fromTheTop")
    problems: list[str] = []
    for stops in range(limit):
        page.keyboard.press("Tab")
        found = _measured(page, "focused")
        if found[:1] == ["end"]:
            return stops, problems
        problems += found
    return limit, [*problems, f"no end of the Tab order after {limit} stops"]
