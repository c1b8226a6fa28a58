"""Links the words of the glossary where they occur: the first time in each paragraph or list item."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from tracker.domain.library.texts import Block, Section, Sentence, Text, TextKind, TextRun


@dataclass(frozen=True)
class Terms:
    """The words that are looked for. `keys` are the sections of the glossary, by the word in small letters."""

    pattern: re.Pattern[str]
    keys: Mapping[str, str]


def terms_of(glossary: Text) -> Terms:
    """The words of a glossary with their other forms, but for those that are too common to be linked."""
    keys = {
        form.lower(): section.key
        for section in glossary.sections
        if section.key not in glossary.quiet
        for form in (section.title, *glossary.forms.get(section.key, ()))
    }
    longest_first = sorted(keys, key=lambda word: (-len(word), word))
    any_of = "|".join(re.escape(word) for word in longest_first)
    return Terms(re.compile(rf"(?<![\w-])({any_of})(?![\w-])", re.IGNORECASE), keys)


def with_terms(texts: Mapping[str, Text]) -> dict[str, Text]:
    """The texts with the words of their glossary linked."""
    terms = terms_of(texts["glossary"])
    return {where: linked(text, terms) for where, text in texts.items()}


def linked(text: Text, terms: Terms) -> Text:
    """The text with the words of the glossary linked anew, whatever was linked before."""

    def section_of(section: Section) -> Section:
        own = {section.key} if text.kind is TextKind.GLOSSARY else set()
        blocks = tuple(_block(block, terms, own) for block in section.blocks)
        return replace(section, blocks=blocks)

    return replace(text, sections=tuple(section_of(section) for section in text.sections))


def _block(block: Block, terms: Terms, own: set[str]) -> Block:
    items = []
    for item in block.items:
        seen = set(own)
        items.append(tuple(_sentence(sentence, terms, seen) for sentence in item))
    return replace(block, items=tuple(items))


def _sentence(sentence: Sentence, terms: Terms, seen: set[str]) -> Sentence:
    spans = [part for span in _unlinked(sentence.spans) for part in split(span, terms, seen)]
    return replace(sentence, spans=tuple(spans))


def _unlinked(spans: tuple[TextRun, ...]) -> list[TextRun]:
    """The spans with their terms as plain words again, joined with the plain ones beside them."""
    joined: list[TextRun] = []
    for span in spans:
        plain = span.style in ("", "term")
        if plain and joined and not joined[-1].style:
            joined[-1] = TextRun(joined[-1].text + span.text)
        else:
            joined.append(TextRun(span.text) if plain else span)
    return joined


def split(span: TextRun, terms: Terms, seen: set[str]) -> list[TextRun]:
    """The span, cut where a word of the glossary stands that is not among the `seen`; those found are added to them."""
    if span.style:
        return [span]
    parts = []
    at = 0
    for match in terms.pattern.finditer(span.text):
        key = terms.keys.get(match[0].lower())  # "ı" matches "i", and is none of the words
        if key is None or key in seen:
            continue
        seen.add(key)
        parts.append(TextRun(span.text[at : match.start()]))
        parts.append(TextRun(match[0], "term", f"/library/glossary#{key}"))
        at = match.end()
    parts.append(TextRun(span.text[at:]))
    return [part for part in parts if part.text]
