"""Reads a text of the library: a small part of Markdown, in which every sentence ends with its marker.

    {llm}                 written by a machine
    {?}                   written by a person, without a source
    {4 pooled}            source 4, and what it gives the sentence
    {4 study, 1 pooled}   two sources
    {4 study checked}     a person has checked it; the head of the file says who, and when

Only headings, paragraphs, lists, quotes (shown as examples), emphasis and links are read. Anything else is refused,
with file and line: no HTML, picture or code can come into a page, since nothing here knows what they are.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.domain.library.texts import (
    Block,
    Citation,
    Marker,
    Section,
    Sentence,
    SentenceBasis,
    SentenceCheck,
    TextRun,
)
from tracker.reference.tables import BadFile

if TYPE_CHECKING:  # the reader of Markdown is loaded with the first text that is read
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_MARKER = re.compile(r"\{([^{}]*)\}")
_QUOTED = re.compile(r"“[^”]*”")
# A full stop that ends no sentence: it is left out before the ends are looked for.
_SHORT = re.compile(
    r"\b(?:e\.g|i\.e|vs|cf|Dr|Mrs?|Ms|Prof|St|Ph\.D|[ap]\.m|[A-Z])\."
    r"|\b(?:pp?|No|Vol|Fig|ch|approx)\.(?=\s+\d)"
    r"|\b(?:al|etc|min)\.(?=\s+[a-z(0-9])"
    r"|(?:…|\.\.\.)(?=\s+[a-z])"
)
_TWO = re.compile(r"[.!?…][\"’)\]]*\s+[\"“‘(–—-]*\s*\w|[.!?…]”[)\]]*\s+[\"“‘(–—-]*\s*[^\W_a-z]")
_OUTSIDE = re.compile(r"https://[^\s\"'<>]+\Z")
INSIDE = re.compile(r"/(library|measures|help)(/[a-z0-9-]+)*(#[a-z0-9-]+)?\Z")
_STYLES = {"em_open": "em", "strong_open": "strong", "link_open": "link"}
_KINDS = {
    "paragraph_open": "paragraph",
    "bullet_list_open": "list",
    "ordered_list_open": "steps",
    "blockquote_open": "example",
}


@dataclass
class _Reading:
    """One file while it is read. `first` is the line on which its body begins."""

    path: Path
    first: int
    check: SentenceCheck | None
    numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def bad(self, token: "Token", expected: str) -> BadFile:
        """The error for what stands at that token."""
        line = self.first + (token.map[0] if token.map else 0)
        return BadFile(f"{self.path}:{line}: expected {expected}")


@cache
def _reader() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("commonmark", {"html": False}).disable(["autolink", "html_inline", "entity"])


def sections(
    body: str, path: Path, first: int = 1, check: SentenceCheck | None = None
) -> list[Section]:
    """The sections of a text. BadFile names file and line of what cannot be read; `check` is what "checked" means."""
    reading = _Reading(path, first, check)
    in_order: list[Section] = []
    tokens = iter(_reader().parse(body))
    for token in tokens:
        if token.type == "heading_open":
            in_order.append(_heading(reading, token, next(tokens), in_order))
            next(tokens)
        elif token.type in _KINDS and in_order:
            inside = list(_until_closed(token, tokens))
            block = Block(_KINDS[token.type], tuple(_items(reading, token, inside)))
            last = in_order.pop()
            in_order.append(Section(last.key, last.title, (*last.blocks, block), last.level))
        else:
            raise reading.bad(
                token, "a heading first, and headings, paragraphs, lists and quotes only"
            )
    return in_order


def slug(title: str) -> str:
    """The address of a heading: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")


def _heading(reading: _Reading, token: "Token", inline: "Token", before: list[Section]) -> Section:
    level = int(token.tag[1])
    title = inline.content.strip()
    if level not in (2, 3) or _MARKER.search(title) or (level == 3 and not before):
        raise reading.bad(token, "headings of two or three marks, without a marker")
    if any(child.type != "text" for child in inline.children or ()):
        raise reading.bad(token, "a heading of plain words")
    key = slug(title)
    if level == 3:
        parent = next(section for section in reversed(before) if section.level == 2)
        key = f"{parent.key}-{key}"
    if not key or any(section.key == key for section in before):
        raise reading.bad(token, f"another heading than {title!r}, which is there already")
    return Section(key, title, (), level)


def _until_closed(opened: "Token", tokens: "Iterator[Token]") -> "Iterator[Token]":
    for token in tokens:
        if token.level == opened.level and token.nesting == -1:
            return
        yield token


def _items(
    reading: _Reading, opened: "Token", inside: "list[Token]"
) -> Iterator[tuple[Sentence, ...]]:
    """The sentences of each item of a list; of the paragraphs of a quote together; of a paragraph."""
    allowed = {"inline", "paragraph_open", "paragraph_close", "list_item_open", "list_item_close"}
    for token in inside:
        if token.type not in allowed:
            raise reading.bad(token, "sentences, without a list or a quote inside")
    inlines = [token for token in inside if token.type == "inline"]
    each = [tuple(_sentences(reading, token)) for token in inlines]
    if opened.type == "blockquote_open":
        yield tuple(sentence for item in each for sentence in item)
    else:
        yield from each


def _sentences(reading: _Reading, inline: "Token") -> Iterator[Sentence]:
    """The sentences of one paragraph. A style that is open where a marker stands would reach into the next one."""
    spans: list[TextRun] = []
    style = ""
    href = ""
    for token in inline.children or ():
        if token.type in _STYLES and not style:
            style = _STYLES[token.type]
            href = _address(reading, inline, token) if style == "link" else ""
        elif token.type in ("em_close", "strong_close", "link_close"):
            style = ""
            href = ""
        elif token.type in ("text", "softbreak"):
            text = " " if token.type == "softbreak" else token.content
            yield from _cut(reading, inline, spans, TextRun(text, style, href))
        else:
            raise reading.bad(inline, f"words, emphasis and links only, found {token.type}")
    if "".join(span.text for span in spans).strip():
        raise reading.bad(inline, "a marker after every sentence, such as {4 pooled} or {llm}")


def _cut(
    reading: _Reading, inline: "Token", spans: list[TextRun], span: TextRun
) -> Iterator[Sentence]:
    """Adds the span to those of the sentence under way, and yields each sentence that a marker in it ends."""
    at = 0
    for marker in _MARKER.finditer(span.text):
        if span.style:
            raise reading.bad(inline, "a marker outside of emphasis and links")
        spans.append(TextRun(span.text[at : marker.start()], span.style, span.href))
        yield _sentence(reading, inline, spans, marker[1])
        spans.clear()
        at = marker.end()
    if span.text[at:]:
        spans.append(TextRun(span.text[at:], span.style, span.href))


def _sentence(
    reading: _Reading, inline: "Token", spans: Sequence[TextRun], marker: str
) -> Sentence:
    trimmed = _trimmed(spans)
    text = "".join(span.text for span in trimmed)
    if not re.search(r"\w", text):
        raise reading.bad(inline, "a sentence before the marker")
    if _TWO.search(_SHORT.sub("", _QUOTED.sub(_shortened, text))):
        raise reading.bad(
            inline,
            f"a marker after every sentence, found two in {text!r} (initials, e.g., i.e., vs., cf., Dr. "
            "and the like do not count)",
        )
    words = marker.split()
    check = None
    if words and words[-1] == "checked":
        check = reading.check
        marker = " ".join(words[:-1])
        if check is None:
            raise reading.bad(inline, "checked_by and checked_on in the head of the file")
    kind, citations = _marked(reading, inline, marker.strip())
    return Sentence(f"s{next(reading.numbers)}", trimmed, kind, citations, check)


def _shortened(quoted: re.Match[str]) -> str:
    """A quotation without its words, but with the sign that ends it: what stands inside is one person's saying."""
    return f"“{quoted[0][-2]}”"


def _marked(reading: _Reading, inline: "Token", marker: str) -> tuple[Marker, tuple[Citation, ...]]:
    if marker in ("llm", "?"):
        return (Marker.MACHINE if marker == "llm" else Marker.NONE), ()
    cited = [part.split() for part in marker.split(",")]
    keys = [part[0] for part in cited if part]
    if len(set(keys)) < len(cited) or any(
        len(part) != 2 or part[1] not in set(SentenceBasis) for part in cited
    ):
        kinds = ", ".join(SentenceBasis)
        raise reading.bad(inline, f"llm, ? or a source and one of {kinds}, found {marker!r}")
    return Marker.SOURCE, tuple(Citation(key, SentenceBasis(evidence)) for key, evidence in cited)


def _trimmed(spans: Sequence[TextRun]) -> tuple[TextRun, ...]:
    """Without white space around the sentence, and without runs of none."""
    kept = list(spans)
    while kept and not kept[0].text.lstrip():
        kept.pop(0)
    while kept and not kept[-1].text.rstrip():
        kept.pop()
    if kept:
        kept[0] = TextRun(kept[0].text.lstrip(), kept[0].style, kept[0].href)
        kept[-1] = TextRun(kept[-1].text.rstrip(), kept[-1].style, kept[-1].href)
    return tuple(span for span in kept if span.text)


def _address(reading: _Reading, inline: "Token", token: "Token") -> str:
    href = str(token.attrGet("href") or "")
    if not (_OUTSIDE.match(href) or INSIDE.match(href)):
        raise reading.bad(inline, f"https://… or a page of the library, found {href!r}")
    return href
