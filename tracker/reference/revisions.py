"""Revisions made here, laid over the texts of the files: a sentence gives way to others.

A revision that cannot be laid over the texts as they are now lapses: its sentence is gone, or a source that it cites,
or the draft is none that is read any more. Whatever becomes of one, the texts stay readable.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

from tracker.domain.library.texts import (
    CARD_WORDS,
    Block,
    Citation,
    Section,
    Sentence,
    SentenceCheck,
    Source,
    Text,
    TextRun,
    changed,
)
from tracker.reference.library import Library, wrongly_cited
from tracker.reference.markdown import sections
from tracker.reference.tables import BadFile
from tracker.reference.terms import linked, terms_of

NEW = "new"  # what a draft calls the source that comes with it


@dataclass(frozen=True)
class Revision:
    """One sentence that gives way. `draft` has the new ones with their markers, and is empty where it is taken out;
    `source` came with them."""

    text: str
    sentence: str
    draft: str
    source: Source | None = None


@lru_cache(maxsize=512)
def drafted(draft: str) -> tuple[Sentence, ...]:
    """The sentences of a draft; BadFile says what cannot be read."""
    parts = sections(f"## Draft\n\n{draft}\n", Path("draft"), first=-1)
    sentences = tuple(parts[0].sentences) if parts else ()
    one_paragraph = len(parts) == 1 and [block.kind for block in parts[0].blocks] == ["paragraph"]
    if not one_paragraph or not sentences:
        raise BadFile("draft:1: expected one paragraph of sentences")
    return sentences


def _new_sentences(revision: Revision) -> tuple[Sentence, ...]:
    """The sentences of a revision, its new source under its key; BadFile where the draft is not read."""
    sentences = drafted(revision.draft) if revision.draft else ()
    if revision.source is None:
        return sentences
    key = revision.source.key
    return tuple(replace(said, citations=_named(said.citations, key)) for said in sentences)


def _named(citations: tuple[Citation, ...], key: str) -> tuple[Citation, ...]:
    return tuple(replace(c, source=key) if c.source == NEW else c for c in citations)


def problem(library: Library, revision: Revision) -> str | None:
    """Why a revision cannot be laid over the texts, as a sentence for its author; None where it can."""
    text = library.texts.get(revision.text)
    stands = text.sentence(revision.sentence) if text else None
    if text is None or stands is None:
        return "Choose a sentence that stands in the text now"
    try:
        sentences = _new_sentences(revision)
    except BadFile as error:
        return f"The draft cannot be read: {str(error).split(': ', 1)[1]}"
    if [_read(said) for said in sentences] == [_read(stands)]:
        return "This is the sentence as it stands. Change it, or decline the suggestion"
    if revision.source is None and NEW in _cited(sentences):
        return "Enter the new source below, or cite one the library has"
    if revision.source and revision.source.key not in _cited(sentences):
        return f"Cite the new source in the draft, as {{{NEW} study}} for one"
    return _misfit(text, revision, sentences, _sources(library, revision))


def _read(sentence: Sentence) -> tuple[str, tuple[TextRun, ...]]:
    """All that a reader sees of a sentence: its words, links and sources, and what is stressed in it."""
    return sentence.digest, tuple(span for span in sentence.spans if span.style in ("em", "strong"))


def _misfit(
    text: Text, revision: Revision, sentences: Sequence[Sentence], sources: Mapping[str, Source]
) -> str | None:
    """Why these sentences do not fit the text and the sources; None where they do."""
    if unknown := sorted(_cited(sentences) - set(sources)):
        return f"The library has no source {', '.join(unknown)}"
    if any(wrongly_cited(said, sources) for said in sentences):
        return "Cite what a machine wrote as material, and nothing else so"
    after = changed(text, {revision.sentence: sentences})
    if _emptied(text, after):
        return "It is the only sentence of its part: write one in its place"
    if after.first_words > max(CARD_WORDS, text.first_words):
        return f"Say, Do and Avoid may have {CARD_WORDS} words together, and would have {after.first_words}"
    return None


def _emptied(before: Text, after: Text) -> bool:
    """True when a part that said something says nothing any more."""
    parts = zip(before.sections, after.sections, strict=True)
    return any(old.blocks and not new.blocks for old, new in parts)


def _cited(sentences: Iterable[Sentence]) -> set[str]:
    return {citation.source for said in sentences for citation in said.citations}


def _sources(library: Library, revision: Revision) -> dict[str, Source]:
    """The sources of the library with the one that the revision brings."""
    new = {revision.source.key: revision.source} if revision.source else {}
    return {**library.sources, **new}


@lru_cache(
    maxsize=4
)  # every page asks for the one that stands now, and the one before is never asked for again
def revised(library: Library, revisions: tuple[Revision, ...]) -> tuple[Library, tuple[bool, ...]]:
    """The library with these revisions, the earliest first, and for each of them whether it lapsed."""
    current = library
    lapsed: list[bool] = []
    for revision in revisions:  # one may cite what another brought, whatever becomes of that one
        current = replace(current, sources=_sources(current, revision))
    for revision in revisions:
        after = _with(current, revision)
        lapsed.append(after is None)
        current = after or current
    if not revisions:
        return library, ()
    terms = terms_of(current.texts["glossary"])
    new = {
        where: linked(text, terms)
        for where, text in current.texts.items()
        if text is not library.texts[where]
    }
    return replace(current, texts={**current.texts, **new}), tuple(lapsed)


def _with(library: Library, revision: Revision) -> Library | None:
    """The library with one revision; None where it lapses."""
    text = library.texts.get(revision.text)
    if text is None or text.sentence(revision.sentence) is None:
        return None
    try:
        sentences = _new_sentences(revision)
    except BadFile:
        return None
    if _misfit(text, revision, sentences, library.sources):
        return None
    after = changed(text, {revision.sentence: sentences})
    came = replace(text.provenance, revisions=text.provenance.revisions + 1)
    texts = {**library.texts, revision.text: replace(after, provenance=came)}
    return replace(library, texts=texts)


def checked(text: Text, checks: Mapping[str, SentenceCheck]) -> Text:
    """The text with these checks, by the digest of the sentence."""

    def sentence_of(sentence: Sentence) -> Sentence:
        check = checks.get(sentence.digest)
        return replace(sentence, check=check) if check else sentence

    def block_of(block: Block) -> Block:
        items = tuple(tuple(sentence_of(s) for s in item) for item in block.items)
        return replace(block, items=items)

    def section_of(section: Section) -> Section:
        return replace(section, blocks=tuple(block_of(block) for block in section.blocks))

    return replace(text, sections=tuple(section_of(section) for section in text.sections))
