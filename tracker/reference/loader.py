"""Reads measures from TOML, strictly: an unknown key, a missing one or a wrong type stops with file and line.

A measure file describes one measure in one version; see `tracker/reference/measures/`.
"""

import tomllib
from collections.abc import Mapping
from enum import StrEnum
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

from tracker.domain.measures import (
    Below,
    Better,
    Component,
    Condition,
    DropRule,
    InputMode,
    Item,
    Kind,
    Level,
    Measure,
    On,
    Question,
    Rater,
    ReliableChange,
    Wording,
)
from tracker.reference.lines import line_of

FOLDER = Path(__file__).parent / "measures"
Word = TypeVar("Word", bound=StrEnum)
LANGUAGES = ("en",)


class BadFile(ValueError):
    """A data file that cannot be used: the message names file, line and what is expected."""


class Table:
    """One table of a file, taken apart key by key; what is left over at the end is an error."""

    def __init__(self, path: Path, text: str, where: tuple[str | int, ...], data: Any) -> None:
        self.path, self.text, self.where = path, text, where
        if not isinstance(data, dict):
            raise self.bad("", "a table")
        self.left: dict[str, Any] = dict(data)

    def bad(self, key: str, expected: str) -> BadFile:
        """The error for a key of this table."""
        where = (*self.where, key) if key else self.where
        name = ".".join(str(part) for part in where)
        return BadFile(f"{self.path}:{line_of(self.text, where)}: {name}: expected {expected}")

    def _take(self, key: str, kind: type, expected: str, default: Any = ...) -> Any:
        if key not in self.left:
            if default is ...:
                raise self.bad(key, f"{expected}, found nothing")
            return default
        value = self.left.pop(key)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise self.bad(key, f"{expected}, found {value!r}")
        return value

    def text_of(self, key: str, default: Any = ...) -> str:
        """A text that is not empty."""
        value = self._take(key, str, "a text", default)
        if isinstance(value, str) and not value.strip() and value != default:
            raise self.bad(key, "a text that is not empty")
        return str(value)

    def whole(self, key: str, default: Any = ...) -> int:
        """A whole number."""
        return int(self._take(key, int, "a whole number", default))

    def truth(self, key: str, default: Any = ...) -> bool:
        """true or false."""
        return bool(self._take(key, bool, "true or false", default))

    def number(self, key: str, default: Any = ...) -> Fraction:
        """An exact number, written as a text ("0.1") so that it is never a float."""
        value = self._take(key, str, 'a number in quotes, such as "0.5"', default)
        try:
            return Fraction(value)
        except ValueError as error:
            raise self.bad(key, f'a number in quotes, such as "0.5", found {value!r}') from error

    def maybe_number(self, key: str) -> Fraction | None:
        """An exact number, or None where the key is absent."""
        return self.number(key) if key in self.left else None

    def texts(self, key: str, default: Any = ...) -> tuple[str, ...]:
        """A list of texts."""
        values = self._take(key, list, "a list of texts", default)
        if not all(isinstance(value, str) and value for value in values):
            raise self.bad(key, "a list of texts")
        return tuple(values)

    def one_of(self, key: str, kind: type[Word]) -> Word:
        """One of the words of an enumeration."""
        value = self.text_of(key)
        if value not in set(kind):
            raise self.bad(key, f"one of {', '.join(kind)}, found {value!r}")
        return kind(value)

    def table(self, key: str) -> "Table":
        """A table inside this one."""
        value = self._take(key, dict, "a table")
        return Table(self.path, self.text, (*self.where, key), value)

    def maybe_table(self, key: str) -> "Table | None":
        """A table inside this one, or None where it is absent."""
        return self.table(key) if key in self.left else None

    def tables(self, key: str, *, least: int = 0) -> list["Table"]:
        """A list of tables inside this one."""
        values = self._take(key, list, "a list of tables", [])
        if len(values) < least:
            raise self.bad(key, f"at least {least}")
        return [
            Table(self.path, self.text, (*self.where, key, index), value)
            for index, value in enumerate(values)
        ]

    def by_language(self) -> dict[str, "Table"]:
        """The tables of this one by language; every language of the product, and no other."""
        return {language: self.table(language) for language in LANGUAGES}

    def end(self) -> None:
        """Nothing may be left over."""
        for key in self.left:
            raise self.bad(key, "no such key")


def _item(table: Table) -> Item:
    item = Item(
        key=table.text_of("key"),
        label=table.text_of("label"),
        low=table.number("low"),
        high=table.number("high"),
        step=table.number("step"),
        reverse=table.truth("reverse", False),
        **_words(table),
    )
    if not item.low < item.high or item.step <= 0 or ((item.high - item.low) / item.step) % 1:
        raise table.bad("high", "low and high a whole number of steps apart")
    if item.labels and any(len(labels) != len(item.choices()) for labels in item.labels.values()):
        raise table.bad("wording", "as many labels as there are answers")
    table.end()
    return item


def _words(table: Table) -> dict[str, Any]:
    wording, ends, labels = {}, {}, {}
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


def _condition(table: Table) -> Condition:
    condition = Condition(
        on=table.one_of("on", On),
        below=table.one_of("below", Below),
        points=table.number("points"),
        now_below=table.maybe_number("now_below"),
        total_below=table.maybe_number("total_below"),
        count=table.whole("count", 1),
    )
    table.end()
    if condition.points <= 0:
        raise table.bad("points", "more than 0")
    return condition


def _drop(table: Table | None) -> DropRule | None:
    if table is None:
        return None
    keys = ("strength_1", "strength_2", "strength_3")
    strengths = tuple(tuple(_condition(t) for t in table.tables(key, least=1)) for key in keys)
    rule = DropRule(strengths, table.text_of("source"))
    table.end()
    return rule


def _components(table: Table, items: tuple[Item, ...]) -> tuple[Component, ...]:
    known, parts = {item.key for item in items}, table.tables("components")
    components = []
    for part in parts:
        component = Component(
            part.text_of("key"),
            part.text_of("label"),
            part.texts("items"),
            part.text_of("method", "mean"),
        )
        if component.method not in ("mean", "sum"):
            raise part.bad("method", "mean or sum")
        if missing := set(component.items) - known:
            raise part.bad("items", f"keys of items, found {min(missing)!r}")
        part.end()
        components.append(component)
    return tuple(components) or tuple(Component(i.key, i.label, (i.key,)) for i in items)


def _question(table: Table | None) -> Question | None:
    if table is None:
        return None
    key, label, wording, choices = table.text_of("key"), table.text_of("label"), {}, {}
    words = table.table("wording")
    for language, texts in words.by_language().items():
        choices[language] = texts.texts("choices")
        wording[language] = {rater: texts.text_of(rater) for rater in list(texts.left)}
        texts.end()
    words.end()
    table.end()
    return Question(key, label, wording, choices)


def _level(table: Table | None) -> Level | None:
    if table is None:
        return None
    bands = table.table("cutoffs")
    level = Level({band: bands.number(band) for band in list(bands.left)}, table.text_of("source"))
    table.end()
    return level


def _reliable(table: Table | None) -> ReliableChange | None:
    if table is None:
        return None
    reliable = ReliableChange(table.number("points"), table.text_of("source"))
    table.end()
    return reliable


def _total(table: Table, items: tuple[Item, ...]) -> dict[str, Any]:
    method = table.text_of("method")
    if method not in ("sum", "mean"):
        raise table.bad("method", "sum or mean")
    lows, highs = [i.low for i in items], [i.high for i in items]
    size = 1 if method == "sum" else len(items)
    total = {
        "method": method,
        "total_label": table.text_of("label"),
        "total_entry": table.truth("entry", False),
        "low": sum(lows, Fraction(0)) / size,
        "high": sum(highs, Fraction(0)) / size,
    }
    if total["total_entry"] and method != "sum":
        raise table.bad("entry", "false where the total is a mean")
    table.end()
    return total


def parse_measure(text: str, path: Path) -> Measure:
    """The measure that the text of a file describes; BadFile names file, line and what is expected."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadFile(f"{path}: {error}") from error
    table = Table(path, text, (), data)
    items = tuple(_item(part) for part in table.tables("items", least=1))
    if len({item.key for item in items}) != len(items):
        raise table.bad("items", "a different key for each item")
    raters = tuple(Rater(word) for word in table.texts("raters"))
    codes = table.maybe_table("codes")
    measure = Measure(
        key=table.text_of("key"),
        version=table.whole("version"),
        name=table.text_of("name"),
        short=table.text_of("short"),
        kind=table.one_of("kind", Kind),
        raters=raters,
        better=table.one_of("better", Better),
        input=table.one_of("input", InputMode),
        items=items,
        components=_components(table, items),
        **_total(table.table("total"), items),
        partial=table.truth("partial"),
        wording_by=table.one_of("wording", Wording),
        licence=table.text_of("licence"),
        holder=table.text_of("holder"),
        validated=table.truth("validated"),
        evidence=table.text_of("evidence"),
        about=table.text_of("about"),
        drop=_drop(table.maybe_table("drop")),
        question=_question(table.maybe_table("question")),
        level=_level(table.maybe_table("level")),
        reliable_change=_reliable(table.maybe_table("reliable_change")),
        codes={key: codes.text_of(key) for key in list(codes.left)} if codes else {},
    )
    _wording_law(table, measure)
    table.end()
    return measure


def _wording_law(table: Table, measure: Measure) -> None:
    """Only own or free wording may be in a file; a measure with its own wording has it for every rater."""
    for index, item in enumerate(measure.items):
        for language in LANGUAGES:
            worded = set(item.wording.get(language, {}))
            expected = set(measure.raters) if measure.wording_by is not Wording.NONE else set()
            if worded != expected:
                at = Table(table.path, table.text, ("items", index), {})
                raise at.bad("wording", f"wording for {', '.join(sorted(expected)) or 'nobody'}")


def read_measures(folder: Path) -> dict[str, Measure]:
    """Every measure of a folder by key, in the order of the file names."""
    found: dict[str, Measure] = {}
    for path in sorted(folder.glob("*.toml")):
        measure = parse_measure(path.read_text(encoding="utf-8"), path)
        if measure.key != path.stem:
            raise BadFile(f"{path}:1: key: expected {path.stem!r} as the file is named")
        found[measure.key] = measure
    return found


@cache
def measures() -> Mapping[str, Measure]:
    """The measures that come with the product, by key."""
    return read_measures(FOLDER)
