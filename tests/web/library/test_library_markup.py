"""Whatever a file of the library holds, the page gets words, lists, emphasis and safe links, and nothing else."""

from html.parser import HTMLParser
from pathlib import Path

from flask import Flask, render_template_string
from hypothesis import HealthCheck, given, settings

from tests.reference.test_markdown import BODIES
from tracker.reference.library import library
from tracker.reference.markdown import sections
from tracker.reference.tables import BadFile

TAGS = {
    "section",
    "h2",
    "h3",
    "p",
    "ul",
    "ol",
    "li",
    "em",
    "strong",
    "a",
    "span",
    "div",
    "details",
    "summary",
    "q",
    "br",
}
ATTRIBUTES = {"id", "class", "href", "rel", "aria-labelledby", "aria-label", "tabindex"}
PAGE = (
    '{% import "_macros/library.html" as lib with context %}'
    "{% for part in parts %}{{ lib.section(part) }}"
    '{{ lib.notes(part.sentences, "article", sources, true) }}{% endfor %}'
)


class Seen(HTMLParser):
    """The tags and attributes of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.hrefs: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the tag and its attributes."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.hrefs |= {value or "" for name, value in attrs if name == "href"}


# The app serves every example; nothing is written.
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(BODIES)
def test_nothing_but_safe_markup_comes_into_a_page(embedded: Flask, body: str) -> None:
    try:
        parts = sections(f"## A\n\n{body} end. {{llm}}", Path("x.md"))
    except BadFile:
        return
    cited = {c.source for part in parts for s in part.sentences for c in s.citations}
    if not cited <= set(library().sources):
        return
    with embedded.test_request_context():
        page = render_template_string(PAGE, parts=parts, sources=library().sources)
    seen = Seen()
    seen.feed(page)
    assert seen.tags <= TAGS
    assert seen.attributes <= ATTRIBUTES
    for href in seen.hrefs:
        assert href.startswith(("https://", "/library", "/measures", "/help", "#"))
