"""The reference library as it is read: texts made of sentences, each of which says what it rests on.

    text ── section ── block ── sentence ── citation ── source
            "Say"      list     “…”         4, pooled    Ardito & Rabellino 2011 (T1)

A sentence rests on one or more sources, or it was written by a machine, or neither; and a person has checked it, or has
not. Two marks grade two different things: the *tier* grades the kind of source, the *evidence* what stands behind one
sentence.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from functools import cached_property

CARD_WORDS = 90  # the most that Say, Do and Avoid of a card may have together
WORDS_A_MINUTE = 200  # of reading; design default
FIRST = ("say", "do", "avoid")  # the sections that a card opens with


class SourceTier(StrEnum):
    """The kind of source, as the starting material graded it: research and reference works, professional bodies and
    their magazines, everything else."""

    T1 = "T1"
    T2 = "T2"
    T3 = "T3"


class SentenceBasis(StrEnum):
    """What stands behind one sentence. `material` is the starting material, which a machine wrote without sources."""

    POOLED = "pooled"
    STUDY = "study"
    GUIDANCE = "guidance"
    DEFINITION = "definition"
    MATERIAL = "material"


class TextKind(StrEnum):
    """The kinds of texts; each is a folder of files, or one file."""

    ARTICLE = "article"
    CARD = "card"
    GLOSSARY = "glossary"
    MISCONCEPTIONS = "misconceptions"
    QUESTIONS = "questions"
    CONCEPT = "concept"


class Marker(StrEnum):
    """What a reader sees behind a sentence, apart from whether it was checked."""

    SOURCE = "source"
    MACHINE = "machine"
    NONE = "none"


@dataclass(frozen=True)
class Source:
    """One source. `link` is None where a full citation is all there is."""

    key: str
    citation: str
    tier: SourceTier
    link: str | None = None
    note: str = ""
    own: bool = False  # added by the practice
    machine: bool = False  # a machine wrote it, without sources: it gives only `material`


@dataclass(frozen=True)
class Citation:
    """A source, and what it gives the sentence."""

    source: str
    evidence: SentenceBasis


@dataclass(frozen=True)
class SentenceCheck:
    """A person has compared the sentence with what it rests on. `passage` is what they found in the source; `in_file`
    says that the file has it, so that only the file can take it back."""

    by: str
    on: date
    passage: str = ""
    in_file: bool = False


@dataclass(frozen=True)
class TextRun:
    """A run of text in one style: plain, `em`, `strong`, `link` (to `href`) or `term` (to the glossary's `href`)."""

    text: str
    style: str = ""
    href: str = ""


@dataclass(frozen=True)
class Sentence:
    """One sentence. `id` is its place in the text ("s12"), `digest` is bound to its very words and sources."""

    id: str
    spans: tuple[TextRun, ...]
    marker: Marker
    citations: tuple[Citation, ...] = ()
    check: SentenceCheck | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(span.text for span in self.spans)

    @cached_property
    def digest(self) -> str:
        """Another one for any other wording, link, source or evidence: a check holds for what was read."""
        rests_on = ",".join(f"{c.source}:{c.evidence}" for c in self.citations) or self.marker
        links = "".join(f"\n{span.href}" for span in self.spans if span.style == "link")
        return hashlib.sha256(f"{self.text}\n{rests_on}{links}".encode()).hexdigest()[:32]

    @property
    def unchecked_machine(self) -> bool:
        """True for what a machine wrote and nobody has checked, here or in the starting material."""
        return self.check is None and (self.marker is Marker.MACHINE or self.only_material)

    @property
    def only_material(self) -> bool:
        """True for what rests on nothing but the starting material."""
        kinds = {citation.evidence for citation in self.citations}
        return kinds == {SentenceBasis.MATERIAL}


@dataclass(frozen=True)
class Block:
    """A paragraph or an example (one item), or a list: each item is its sentences."""

    kind: str  # "paragraph", "list", "steps", "example"
    items: tuple[tuple[Sentence, ...], ...]

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All of them, in order."""
        return (sentence for item in self.items for sentence in item)


@dataclass(frozen=True)
class Section:
    """A part of a text under its heading; `key` is its address on the page, `level` 2 or 3 that of the heading."""

    key: str
    title: str
    blocks: tuple[Block, ...]
    level: int = 2

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All of them, in order."""
        return (sentence for block in self.blocks for sentence in block.sentences)


@dataclass(frozen=True)
class Provenance:
    """Where a text comes from. `written_by` is "machine" or a person; `next_review` is the day it is due again."""

    version: str
    written: date
    written_by: str
    reviewed: date | None = None
    next_review: date | None = None
    revisions: int = 0
    own: bool = False  # a file of the practice

    @property
    def shown_version(self) -> str:
        """The version of the file with the revisions made here: "1.0", "1.0, revision 2"."""
        return f"{self.version}, revision {self.revisions}" if self.revisions else self.version


@dataclass(frozen=True)
class Text:
    """One text. `when` says in a few words what it is, or what a card is for.

    `components` are corners of the triangle.
    """

    key: str
    kind: TextKind
    title: str
    sections: tuple[Section, ...]
    provenance: Provenance
    when: str = ""
    code: str = ""
    order: int = 0
    components: tuple[str, ...] = ()
    related: tuple[str, ...] = ()
    forms: dict[str, tuple[str, ...]] = field(default_factory=dict)
    quiet: frozenset[str] = frozenset()

    @property
    def sentences(self) -> Iterator[Sentence]:
        """All of them, in order."""
        return (sentence for section in self.sections for sentence in section.sentences)

    @property
    def all_checked(self) -> bool:
        """True once a person has checked every sentence."""
        return all(sentence.check for sentence in self.sentences)

    @property
    def ready(self) -> bool:
        """True when it may be the first link from a check-in: no sentence is a machine's and unchecked."""
        return not any(sentence.unchecked_machine for sentence in self.sentences)

    @property
    def first_words(self) -> int:
        """The words of what a card opens with."""
        return sum(
            len(sentence.text.split())
            for section in self.sections
            if section.key in FIRST
            for sentence in section.sentences
        )

    @property
    def minutes(self) -> int:
        """Minutes to read, at least one."""
        words = sum(len(sentence.text.split()) for sentence in self.sentences)
        return max(1, round(words / WORDS_A_MINUTE))

    @property
    def sources(self) -> tuple[str, ...]:
        """The keys of the sources it cites, each once, in the order of their first use."""
        cited = (c.source for sentence in self.sentences for c in sentence.citations)
        return tuple(dict.fromkeys(cited))

    @property
    def fingerprint(self) -> str:
        """Another one for any other content: twelve signs of a hash over all sentences."""
        return hashlib.sha256("".join(s.digest for s in self.sentences).encode()).hexdigest()[:12]

    def section(self, key: str) -> Section | None:
        """The section of that address."""
        return next((section for section in self.sections if section.key == key), None)

    def heading(self, digest: str) -> tuple[str, ...]:
        """The headings that a sentence stands under: that of its part, after that of the part around it."""
        above = ""
        for section in self.sections:
            above = section.title if section.level == 2 else above
            if any(sentence.digest == digest for sentence in section.sentences):
                return (above,) if section.level == 2 else (above, section.title)
        return ()

    def sentence(self, digest: str) -> Sentence | None:
        """The sentence of these words and sources."""
        return next((s for s in self.sentences if s.digest == digest), None)


@dataclass(frozen=True)
class SentenceCounts:
    """Of the sentences of a text."""

    sentences: int
    checked: int
    machine: int  # written by a machine and not checked
    unsourced: int  # written by a person without a source and not checked

    @classmethod
    def of(cls, sentences: Iterable[Sentence]) -> "SentenceCounts":
        """The counts of these sentences."""
        all_of = list(sentences)
        waiting = [sentence for sentence in all_of if sentence.check is None]
        return cls(
            sentences=len(all_of),
            checked=len(all_of) - len(waiting),
            machine=sum(s.unchecked_machine for s in waiting),
            unsourced=sum(s.marker is Marker.NONE for s in waiting),
        )

    @property
    def sourced(self) -> int:
        """Those that have a source and are not checked."""
        return self.sentences - self.checked - self.machine - self.unsourced


def changed(text: Text, change: Mapping[str, Sequence[Sentence]]) -> Text:
    """The text with these sentences in the place of those of these digests; ids are counted anew."""
    count = iter(range(1, 1_000_000))

    def item_of(item: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
        new = (s for old in item for s in change.get(old.digest, (old,)))
        return tuple(replace(s, id=f"s{next(count)}") for s in new)

    def block_of(block: Block) -> Block | None:
        items = tuple(item for old in block.items if (item := item_of(old)))
        return replace(block, items=items) if items else None

    def section_of(section: Section) -> Section:
        blocks = (block_of(block) for block in section.blocks)
        return replace(section, blocks=tuple(block for block in blocks if block))

    return replace(text, sections=tuple(section_of(section) for section in text.sections))
