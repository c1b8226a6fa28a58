"""Reads one file of the library: its head in TOML between two lines of `+++`, and its body in Markdown."""

import re
import tomllib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from tracker.domain.library.texts import (
    CARD_WORDS,
    FIRST,
    Provenance,
    SentenceCheck,
    Text,
    TextKind,
)
from tracker.reference.markdown import INSIDE, sections
from tracker.reference.tables import BadFile, FileTable, words_of

FENCE = "+++\n"
VERSION_LENGTH = 25  # a review keeps 40, with the number of the last revision behind it
CORNERS = ("bond", "goals", "tasks")


@dataclass(frozen=True)
class ReadFile:
    """A text with what only some of them have: `reads` are the pages that a concept leads to."""

    text: Text
    reads: tuple[str, ...] = ()


def read_text(path: Path, kind: TextKind, *, own: bool = False) -> ReadFile:
    """The text of a file; BadFile names file and line. `own` says that it is the practice's."""
    table, body = _parts(path)
    check = _check(table)
    first = table.text.count("\n") + 3
    body_sections = sections(body, path, first=first, check=check)
    forms, quiet = _words(table, kind)
    reads = _reads(table) if kind is TextKind.CONCEPT else ()
    text = Text(
        key=path.stem,
        kind=kind,
        title=table.text_of("title"),
        sections=tuple(body_sections),
        provenance=_provenance(table, check, own=own),
        when=table.text_of("when") if kind is TextKind.CARD else table.text_of("when", ""),
        code=table.text_of("code", ""),
        order=table.whole("order", 0),
        components=_components(table),
        related=table.texts("related", []),
        forms=forms,
        quiet=quiet,
    )
    table.end()
    if kind is TextKind.CARD:
        _is_a_card(path, text, body, first)
    return ReadFile(text, reads)


def _parts(path: Path) -> tuple[FileTable, str]:
    """The head of a file, and its body."""
    whole = words_of(path)
    if not whole.startswith(FENCE) or FENCE not in whole[len(FENCE) :]:
        raise BadFile(f"{path}:1: expected a head between two lines of +++")
    head, body = whole[len(FENCE) :].split(FENCE, 1)
    try:
        data = tomllib.loads(head)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(f"{path}: {error}") from error
    return FileTable(path, head, (), data), body


def _reads(table: FileTable) -> tuple[str, ...]:
    """The pages that a concept leads to: one at least, and all of them here."""
    pages = table.texts("reads")
    if not pages or not all(INSIDE.match(href) for href in pages):
        raise table.bad("reads", "pages of the library, such as /library/article#evidence")
    return pages


def _check(table: FileTable) -> SentenceCheck | None:
    """What "checked" means in the file: both of who and when, or neither."""
    on: date | None = table.maybe_day("checked_on")
    by = table.text_of("checked_by", "")
    if bool(by) != bool(on):
        raise table.bad("checked_by", "checked_by and checked_on together")
    return SentenceCheck(by, on, in_file=True) if on else None


def _provenance(table: FileTable, check: SentenceCheck | None, *, own: bool) -> Provenance:
    version = table.text_of("version")
    if len(version) > VERSION_LENGTH:
        raise table.bad("version", f"{VERSION_LENGTH} signs at most")
    return Provenance(
        version=version,
        written=table.day("written"),
        written_by=table.text_of("written_by"),
        reviewed=check.on if check else None,
        next_review=table.maybe_day("next_review"),
        own=own,
    )


def _components(table: FileTable) -> tuple[str, ...]:
    components = table.texts("components", [])
    if set(components) - set(CORNERS):
        raise table.bad("components", f"some of {', '.join(CORNERS)}")
    return components


def _words(table: FileTable, kind: TextKind) -> tuple[dict[str, tuple[str, ...]], frozenset[str]]:
    """How the words of a glossary are written otherwise, and which are too common to be linked."""
    if kind is not TextKind.GLOSSARY:
        return {}, frozenset()
    forms = table.maybe_table("forms")
    written = {key: forms.texts(key) for key in list(forms.left)} if forms else {}
    return written, frozenset(table.texts("quiet", []))


def _is_a_card(path: Path, text: Text, body: str, first: int) -> None:
    """A card opens with Say, Do and Avoid, which are read in the room: each says something, and all of it in short."""
    if tuple(section.key for section in text.sections[:3]) != FIRST:
        raise BadFile(f"{path}: expected Say, Do and Avoid as the first headings")
    for section in text.sections[:3]:
        if not section.blocks:
            before = re.split(rf"^[# ]*{section.title}", body, maxsplit=1, flags=re.MULTILINE)[0]
            line = before.count("\n") + first
            raise BadFile(f"{path}:{line}: {section.title}: expected a sentence at least")
    if text.first_words > CARD_WORDS:
        raise BadFile(
            f"{path}: expected at most {CARD_WORDS} words in Say, Do and Avoid, "
            f"found {text.first_words}"
        )
