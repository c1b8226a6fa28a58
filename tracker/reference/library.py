"""The library that is known here: the product's texts, with the practice's own files over them.

    library/sources.toml       what may be cited
    library/flag_cards.toml    which card a flag leads to
    library/article.md         glossary.md, misconceptions.md, questions.md
    library/cards/KEY.md       one for each situation
    library/path/KEY.md        one for each concept of the learning path

A practice puts files of the same names into `instance/library/`: one of a name that is there takes its place, any other
is added; its `sources.toml` adds sources. Nothing is fetched from anywhere.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tracker.domain.library.flag_cards import FlagCards
from tracker.domain.library.learning import CASE, Concept, cases
from tracker.domain.library.texts import Sentence, SentenceBasis, Source, SourceTier, Text, TextKind
from tracker.reference.flag_cards import read_flag_cards
from tracker.reference.tables import BadFile, FileTable, words_of
from tracker.reference.terms import with_terms
from tracker.reference.texts import ReadFile, read_text

FOLDER = Path(__file__).parent / "library"
SINGLE = {
    "article": TextKind.ARTICLE,
    "glossary": TextKind.GLOSSARY,
    "misconceptions": TextKind.MISCONCEPTIONS,
    "questions": TextKind.QUESTIONS,
}
ADDRESS_LENGTH = 80  # of a text, as checks and suggestions keep it
_KEPT = re.compile(r"new|r\d+")
FOLDERS = {"cards": TextKind.CARD, "path": TextKind.CONCEPT}


@dataclass(frozen=True, eq=False)
class Library:
    """Everything that can be read. `texts` are by address: "article", "cards/bond-fell", "path/bond". One is equal to
    itself alone, so that what was made of it can be kept."""

    texts: Mapping[str, Text]
    sources: Mapping[str, Source]
    flag_cards: FlagCards
    reads: Mapping[str, tuple[str, ...]]

    @property
    def cards(self) -> list[Text]:
        """The cards, in the order of their numbers."""
        cards = [text for text in self.texts.values() if text.kind is TextKind.CARD]
        return sorted(cards, key=lambda text: (text.order, text.title))

    @property
    def concepts(self) -> list[Concept]:
        """The concepts of the path, in their order."""
        texts = [text for text in self.texts.values() if text.kind is TextKind.CONCEPT]
        texts.sort(key=lambda text: (text.order, text.title))
        return [Concept(text, self.reads[text.key], cases(text.sections)) for text in texts]

    def related(self, card: Text) -> list[Text]:
        """The cards that one names, then those that name it: the connection holds both ways."""
        cards = {other.key: other for other in self.cards}
        named = [cards[key] for key in card.related]
        return named + [
            other for other in self.cards if card.key in other.related and other not in named
        ]


def address(text: Text) -> str:
    """Where a text stands among those of the library: "cards/bond-fell"."""
    folder = next((name for name, kind in FOLDERS.items() if kind is text.kind), "")
    return f"{folder}/{text.key}" if folder else text.key


def read_library(folder: Path, own: Path | None = None) -> Library:
    """The library of a folder, with the files of another over it. BadFile when one of them cannot be used."""
    files = _files(folder, own=False)
    sources = _sources(folder / "sources.toml", own=False)
    flag_cards = folder / "flag_cards.toml"
    if own is not None:
        files |= _files(own, own=True)
        sources = _sources(own / "sources.toml", own=True, before=sources)
        flag_cards = own / flag_cards.name if (own / flag_cards.name).exists() else flag_cards
    texts = {where: file.text for where, file in files.items()}
    cards = {text.key for text in texts.values() if text.kind is TextKind.CARD}
    for where, text in texts.items():
        _fits(where, text, sources, cards)
    return Library(
        texts=with_terms(texts),
        sources=sources,
        flag_cards=read_flag_cards(flag_cards, cards),
        reads={file.text.key: file.reads for file in files.values() if file.reads},
    )


def _files(folder: Path, *, own: bool) -> dict[str, ReadFile]:
    candidates = [(folder / f"{name}.md", kind) for name, kind in SINGLE.items()]
    candidates += [
        (path, kind)
        for name, kind in FOLDERS.items()
        for path in sorted((folder / name).glob("*.md"))
    ]
    there = [(path, kind) for path, kind in candidates if path.exists()]
    read = {}
    for path, kind in there:
        file = read_text(path, kind, own=own)
        where = address(file.text)
        if len(where) > ADDRESS_LENGTH:
            over = len(where) - ADDRESS_LENGTH
            raise BadFile(f"{path}: expected a name that is shorter by {over} or more letters")
        read[where] = file
    return read


def _sources(
    path: Path, *, own: bool, before: Mapping[str, Source] | None = None
) -> dict[str, Source]:
    sources = dict(before or {})
    if not path.exists():
        return sources
    text = words_of(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(f"{path}: {error}") from error
    table = FileTable(path, text, (), data)
    for each in table.tables("source"):
        source = _source(each, own=own)
        if source.key in sources:
            raise each.bad("key", f"another key than {source.key!r}, which is there already")
        sources[source.key] = source
    table.end()
    return sources


def _source(table: FileTable, *, own: bool) -> Source:
    link = table.text_of("link", "")
    if link and not link.startswith(("https://", "/help/", "/measures")):
        raise table.bad("link", "an address that begins with https://")
    source = Source(
        key=table.text_of("key"),
        citation=table.text_of("citation"),
        tier=table.one_of("tier", SourceTier),
        link=link or None,
        note=table.text_of("note", ""),
        own=own,
        machine=table.truth("machine", False),
    )
    if not source.key.isalnum() or _KEPT.fullmatch(source.key):
        raise table.bad(
            "key", "letters and digits, and none of those that revisions take (new, r1, r2)"
        )
    table.end()
    return source


def _fits(where: str, text: Text, sources: Mapping[str, Source], cards: set[str]) -> None:
    """What no single file can say: the sources, the cards and the cases that it names are there."""
    unknown = [key for key in text.sources if key not in sources]
    if unknown:
        raise BadFile(f"{where}.md: expected sources of sources.toml, found {', '.join(unknown)}")
    if any(wrongly_cited(said, sources) for said in text.sentences):
        raise BadFile(
            f"{where}.md: expected material of, and only of, a source that a machine wrote"
        )
    if strange := [key for key in text.related if key not in cards]:
        raise BadFile(f"{where}.md: related: expected cards, found {', '.join(strange)}")
    if text.kind is TextKind.GLOSSARY and not text.sections:
        raise BadFile(f"{where}.md: expected at least one word")
    if text.kind is TextKind.CONCEPT:
        _is_a_concept(where, text)


def wrongly_cited(sentence: Sentence, sources: Mapping[str, Source]) -> bool:
    """True where the evidence does not fit the source: `material` is what a machine wrote, and nothing else is."""
    return any(
        sources[c.source].machine != (c.evidence is SentenceBasis.MATERIAL)
        for c in sentence.citations
    )


def _is_a_concept(where: str, text: Text) -> None:
    """A concept says something in short, and has cases, each with one fitting answer."""
    vignettes = cases(text.sections)
    if not vignettes or text.sections[0].title.startswith(CASE):
        raise BadFile(f"{where}.md: expected a section in short, and cases after it")
    for case in vignettes:
        if sum(option.fits for option in case.options) != 1 or len(case.options) < 2:
            raise BadFile(f"{where}.md: {case.title}: expected two answers or more, one with [x]")


@cache
def library() -> Library:
    """The library of the product, as its files have it."""
    return read_library(FOLDER)


def own_library(folder: Path) -> Library | None:
    """The library of the product with the files of that folder over it; None where there is no such folder. BadFile
    when one cannot be used."""
    return read_library(FOLDER, folder) if folder.is_dir() else None
