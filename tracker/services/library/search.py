"""Search over the whole library: full text by word stem, with mistyped words put right and synonyms understood.

The index is SQLite's own full-text search in memory; a long word that nothing contains gives way to the nearest one
that something does, and what is found says so. What was typed is never part of an address: only words of the library
are.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from threading import Lock
from typing import Any

from sqlcipher3 import dbapi2

from tracker.domain.library.texts import TextKind
from tracker.reference.library import Library, address
from tracker.reference.loader import Known
from tracker.reference.objectives import templates
from tracker.reference.synonyms import SYNONYMS
from tracker.services.installation import Installation
from tracker.services.library.texts import Shelf

MOST_WORDS = 12
MOST_HITS = 30
_WORD = re.compile(r"[^\W_]{2,}(?:['’][^\W_]+)?")
_OPEN = "\x02"
_CLOSE = "\x03"


@dataclass(frozen=True)
class SearchEntry:
    """One thing that can be found, and where it stands."""

    kind: str
    title: str
    body: str
    href: str


@dataclass(frozen=True)
class Hit:
    """One thing that was found. `excerpt` is in runs, those that match marked with True."""

    kind: str
    title: str
    href: str
    excerpt: tuple[tuple[str, bool], ...]


@dataclass(frozen=True)
class SearchResult:
    """What a search found, the best first; `words` are those that were looked for. `near` says that some that were
    typed are not among them: they were put right, or left out."""

    words: tuple[str, ...]
    hits: tuple[Hit, ...]
    more: bool = False  # than are shown
    near: bool = False


class Index:
    """All that can be found, in memory. One for each state of the library; threads take turns."""

    def __init__(self, entries: Iterable[SearchEntry]) -> None:
        self._lock = Lock()
        self._db = dbapi2.connect(":memory:", check_same_thread=False)
        self._db.execute(
            "CREATE VIRTUAL TABLE entries USING fts5"
            "(title, body, meant, kind UNINDEXED, href UNINDEXED, tokenize = 'porter unicode61')"
        )
        rows = [(e.title, e.body, _meant(e.href), e.kind, e.href) for e in entries]
        self._db.executemany("INSERT INTO entries VALUES (?, ?, ?, ?, ?)", rows)
        texts = (f"{title} {body}".lower() for title, body, *_ in rows)
        self._words = sorted({word for text in texts for word in _WORD.findall(text)})
        self._known = frozenset(self._words).union(*_FORMS)

    def search(self, typed: str) -> SearchResult:
        """What fits all the words; where nothing does, what fits any of them."""
        with self._lock:
            right, near = self._right(typed)
            words = tuple(dict.fromkeys(right))
            asked = list(_terms(words))
            hits = self._matching(" AND ".join(asked)) if words else []
            if words and not hits:
                hits = self._matching(" OR ".join(asked))
        return SearchResult(words, tuple(hits[:MOST_HITS]), len(hits) > MOST_HITS, near)

    def _right(self, typed: str) -> tuple[list[str], bool]:
        """The words of the library for those typed: themselves, one of the same stem, or the nearest; and whether one
        of them gave way to the nearest, or to none."""
        from tracker.services.library import spelling  # nothing of it before somebody searches

        asked = _WORD.findall(typed.lower())
        words = []
        near = len(asked) > MOST_WORDS
        for word in asked[:MOST_WORDS]:
            same = word if word in self._known else self._of_the_stem(word)
            right = same or spelling.nearest(word, self._words)
            near = near or not same
            words += [right] if right else []
        return words, near

    def _of_the_stem(self, word: str) -> str | None:
        """The nearest word of the library that shares the stem of this one, by what both are found in."""
        from tracker.services.library import spelling

        places = self._where(word)
        if not places:
            return None
        near = spelling.alike(word, self._words)
        return next((other for other in near if self._where(other) == places), None)

    def _where(self, word: str) -> list[int]:
        asked = "SELECT rowid FROM entries WHERE entries MATCH ? ORDER BY rowid"
        return [rowid for (rowid,) in self._db.execute(asked, (f'"{word}"',))]

    def _matching(self, asked: str) -> list[Hit]:
        rows = self._db.execute(
            "SELECT kind, title, href, snippet(entries, 1, ?, ?, '…', 24) FROM entries"
            " WHERE entries MATCH ? ORDER BY bm25(entries, 8.0, 1.0, 40.0), rowid LIMIT ?",
            (_OPEN, _CLOSE, asked, MOST_HITS + 1),
        )
        return [Hit(kind, title, href, tuple(_runs(text))) for kind, title, href, text in rows]


def _meant(href: str) -> str:
    """The signs of what an entry is the card for."""
    return " ".join(
        _sign(at) for at, (card, _) in enumerate(SYNONYMS) if href == f"/library/{card}"
    )


def _sign(at: int) -> str:
    """What stands in the index for the synonyms of one line."""
    return f"meant{at}"


# Which line of the synonyms each form is of, by its words.
_FORMS = {tuple(form.split()): at for at, (_, forms) in enumerate(SYNONYMS) for form in forms}


def _terms(words: tuple[str, ...]) -> Iterator[str]:
    """What the index is asked for: each word, and all forms in one where the words are one of the synonyms."""
    at = 0
    while at < len(words):
        form = next((f for f in _FORMS if words[at : at + len(f)] == f), None)
        if form is None:
            yield f'"{words[at]}"'
        else:
            line = _FORMS[form]
            other = (f'"{other}"' for other in SYNONYMS[line][1])
            yield f"(meant : {_sign(line)} OR {' OR '.join(other)})"
        at += len(form or words[at : at + 1])


def _runs(text: str) -> Iterator[tuple[str, bool]]:
    for part in re.split(f"({_OPEN}[^{_CLOSE}]*{_CLOSE})", text):
        if part:
            yield part.strip(_OPEN + _CLOSE), part.startswith(_OPEN)


def entries(library: Library, known: Known) -> Iterator[SearchEntry]:
    """Everything of the library: texts by section, sources, measures and objectives."""
    for text in library.texts.values():
        where = f"/library/{address(text)}"
        if text.kind in (TextKind.CARD, TextKind.CONCEPT):
            body = " ".join(sentence.text for sentence in text.sentences)
            kind = "Card" if text.kind is TextKind.CARD else "Concept of the path"
            yield SearchEntry(kind, text.title, f"{text.when}. {body}".lstrip(". "), where)
            continue
        for section in text.sections:
            body = " ".join(sentence.text for sentence in section.sentences)
            yield SearchEntry(text.title, section.title, body, f"{where}#{section.key}")
    for source in library.sources.values():
        href = f"/library/sources#source-{source.key}"
        yield SearchEntry(
            "Source", f"Source {source.key}", f"{source.citation} {source.note}", href
        )
    for measure in known.current.values():
        body = f"{measure.short} {measure.key}. {measure.about}"
        yield SearchEntry("Measure", measure.name, body, f"/measures/{measure.key}")
    for template in templates().values():
        href = f"/library/objectives#{template.key}"
        yield SearchEntry("Objective", template.title, template.mechanism, href)


def search(
    home: Installation, shelf: Shelf, typed: str, more: tuple[SearchEntry, ...] = ()
) -> SearchResult:
    """What the library as it stands has for these words; `more` are entries that only the pages know."""
    state = (tuple((change.text, change.number) for change in shelf.changes), more)
    kept: tuple[Any, Index] | None = home.made.get("search index")
    if kept is None or kept[0] != state:  # made anew when a revision is published
        kept = (state, Index([*entries(shelf.library, home.measures), *more]))
        home.made["search index"] = kept
    return kept[1].search(typed)
