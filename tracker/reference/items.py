"""Reads the items of a measure: written out one by one, or numbered where the form's wording is not ours to ship."""

import re
from typing import Any

from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.parts import Item, Question, Rater
from tracker.domain.measures.strain import (
    SETTLED,
    STRAIN,
    StrainQuestion,
    StrainSeen,
    StrainSettled,
)
from tracker.reference.tables import FileTable

HELD_BACK = "held_back"
KEY = re.compile(r"[a-z][a-z0-9_]*")
RESERVED = {TOTAL, HELD_BACK, STRAIN, SETTLED}
MOST = 200  # items of one form; a slip of the finger must not make a form of a million fields


def read_items(table: FileTable) -> tuple[Item, ...]:
    """Every item of a measure in order; none where only scores are entered."""
    items = tuple(_item(part) for part in table.tables("items")) + _numbered(table)
    if len({item.key for item in items}) != len(items):
        raise table.bad("items", "a different key for each item")
    if len({item.step for item in items}) > 1:
        raise table.bad("items", "one step for all items")
    for item in items:
        if not KEY.fullmatch(item.key) or item.key in RESERVED:
            raise table.bad(
                "items", f"keys of small letters, none of {', '.join(sorted(RESERVED))}"
            )
    return items


def item_keys(table: FileTable, *, known: set[str], needed: bool = True) -> tuple[str, ...]:
    """The items that a table names by `items` (keys) or `numbers` (of a numbered form)."""
    named = "numbers" if "numbers" in table.left else "items"
    if named == "numbers":
        keys = tuple(f"item_{number}" for number in table.wholes("numbers"))
    else:
        keys = table.texts("items", ... if needed else ())
    if missing := set(keys) - known:
        raise table.bad(named, f"keys of items, found {min(missing)!r}")
    if len(set(keys)) != len(keys):
        raise table.bad(named, "each item once")
    return keys


def _item(table: FileTable) -> Item:
    item = Item(
        key=table.text_of("key"),
        label=table.text_of("label"),
        low=table.number("low"),
        high=table.number("high"),
        step=table.number("step"),
        reverse=table.truth("reverse", False),
        aside=table.truth("aside", False),
        **_words(table),
    )
    _check(table, item)
    if item.labels and any(len(labels) != len(item.choices()) for labels in item.labels.values()):
        raise table.bad("wording", "as many labels as there are answers")
    table.end()
    return item


def _check(table: FileTable, item: Item) -> None:
    span = item.high - item.low
    if item.step <= 0 or item.low >= item.high or (span / item.step) % 1:
        raise table.bad("high", "low and high a whole number of steps apart")
    if (item.low / item.step) % 1:
        raise table.bad("low", "a whole number of steps")


def _numbered(table: FileTable) -> tuple[Item, ...]:
    """Items known by their number only: "Item 1", "Item 2"; `only` lists those that are in the file."""
    part = table.maybe_table("numbered")
    if part is None:
        return ()
    count = part.whole("count")
    if not 1 <= count <= MOST:
        raise part.bad("count", f"a number from 1 to {MOST}")
    labels = part.maybe_table("labels")
    every = tuple(range(1, count + 1))
    named = {key: labels.text_of(key) for key in list(labels.left)} if labels else {}
    low = part.number("low")
    high = part.number("high")
    step = part.number("step")
    reverse = part.wholes("reverse", ())
    aside = part.truth("aside", False)
    only = part.wholes("only", every)
    part.end()
    if bad := (set(reverse) | set(only) | {int(n) if n.isdecimal() else 0 for n in named}) - set(
        every
    ):
        raise part.bad("count", f"numbers from 1 to {count}, found {min(bad)}")
    items = tuple(
        Item(f"item_{n}", named.get(str(n), f"Item {n}"), low, high, step, n in reverse, aside)
        for n in only
    )
    _check(part, items[0])
    return items


def _words(table: FileTable) -> dict[str, Any]:
    wording = {}
    ends = {}
    labels = {}
    words = table.maybe_table("wording")
    for language, texts in words.by_language().items() if words else ():
        low_high = texts.texts("ends", ())
        if low_high:
            if len(low_high) != 2:
                raise texts.bad("ends", "two texts: for the lowest and the highest answer")
            ends[language] = (low_high[0], low_high[1])
        if steps := texts.texts("labels", ()):
            labels[language] = steps
        wording[language] = {rater: texts.text_of(rater) for rater in list(texts.left)}
        texts.end()
        if unknown := wording[language].keys() - set(Rater):
            raise texts.bad(min(unknown), f"one of {', '.join(Rater)}")
    if words:
        words.end()
    return {"wording": wording, "ends": ends, "labels": labels}


def read_question(table: FileTable | None, raters: tuple[Rater, ...]) -> Question | None:
    """The unscored last question, where the measure has one."""
    if table is None:
        return None
    key = table.text_of("key")
    label = table.text_of("label")
    wording = {}
    choices = {}
    words = table.table("wording")
    for language, texts in words.by_language().items():
        choices[language] = texts.texts("choices")
        wording[language] = {rater: texts.text_of(rater) for rater in list(texts.left)}
        texts.end()
    words.end()
    table.end()
    fits = all(
        len(choices[language]) >= 2 and set(wording[language]) <= set(raters)
        for language in wording
    )
    if key != HELD_BACK or not fits:
        raise table.bad(
            "key", f"{HELD_BACK}, two choices or more, and wording for raters of the measure"
        )
    return Question(key, label, wording, choices)


def read_strain(table: FileTable | None, raters: tuple[Rater, ...]) -> StrainQuestion | None:
    """The question about tension in the session, where the measure asks it."""
    if table is None:
        return None
    label = table.text_of("label")
    wording = {}
    choices = {}
    settled = {}
    settled_choices = {}
    words = table.table("wording")
    for language, texts in words.by_language().items():
        choices[language] = texts.texts("choices")
        settled[language] = texts.text_of("settled")
        settled_choices[language] = texts.texts("settled_choices")
        wording[language] = {rater: texts.text_of(rater) for rater in list(texts.left)}
        texts.end()
        if len(choices[language]) != len(StrainSeen):
            raise texts.bad("choices", "three texts: none, a little, yes")
        if len(settled_choices[language]) != len(StrainSettled):
            raise texts.bad("settled_choices", "three texts: settled, partly, not")
        if Rater.CLIENT not in wording[language] or not set(wording[language]) <= set(raters):
            raise texts.bad(
                "wording", "wording for the client, and for no rater but those of the measure"
            )
    words.end()
    table.end()
    return StrainQuestion(label, wording, choices, settled, settled_choices)
