"""Reads which card a flag leads to, strictly: every kind of flag has its card, and every card is there."""

import tomllib
from collections.abc import Collection
from pathlib import Path

from tracker.domain.library.flag_cards import FlagCards
from tracker.domain.rules.findings import FlagKind
from tracker.reference.tables import BadFile, FileTable, words_of


def read_flag_cards(path: Path, cards: Collection[str]) -> FlagCards:
    """The map of a file; BadFile names file and line of a kind without a card, and of a card that is not there."""
    text = words_of(path)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(f"{path}: {error}") from error
    table = FileTable(path, text, (), data)
    by_component = table.texts("by_component")
    if set(by_component) - set(FlagKind):
        raise table.bad("by_component", "kinds of flags")
    roles = table.table("roles")
    by_role = {key: _card(table_, key, cards) for table_, key in _keys(table.table("by_role"))}
    by_kind_table = table.table("by_kind")
    by_kind = {kind: _card(by_kind_table, kind.value, cards) for kind in FlagKind}
    by_kind_table.end()
    flag_cards = FlagCards(
        roles={name: role for role in by_role for name in roles.texts(role)},
        by_role=by_role,
        by_kind=by_kind,
        by_component=frozenset(FlagKind(kind) for kind in by_component),
        fallback=_card(table, "fallback", cards),
    )
    roles.end()
    table.end()
    return flag_cards


def _keys(table: FileTable) -> list[tuple[FileTable, str]]:
    return [(table, key) for key in list(table.left)]


def _card(table: FileTable, key: str, cards: Collection[str]) -> str:
    card = table.text_of(key)
    if card not in cards:
        raise table.bad(key, f"a card of the library, found {card!r}")
    return card
