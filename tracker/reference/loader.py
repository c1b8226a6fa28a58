"""Reads measures from TOML, strictly: an unknown key, a missing one or a wrong type stops with file and line.

A measure file describes one measure in one version; see `tracker/reference/measures/`.
"""

import re
import tomllib
from collections.abc import Mapping
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

from tracker.domain.clients import AgeBand
from tracker.domain.drops import Below, Condition, DropRule, On
from tracker.domain.entries import TOTAL
from tracker.domain.measures import (
    Better,
    Component,
    InputMode,
    Item,
    Kind,
    Level,
    Measure,
    Question,
    Rater,
    ReliableChange,
    Wording,
)
from tracker.reference.tables import LANGUAGES, BadFile, Table

HELD_BACK = "held_back"
KEY = re.compile(r"[a-z][a-z0-9_]*")
RESERVED = {TOTAL, HELD_BACK}
EXPECTED = {
    "version": "1 or more",
    "items": f"one step for all items, and keys of small letters, none of {', '.join(sorted(RESERVED))}",
    "components": "a different key for each component, and items in each",
    "input": "labels for every item where the input is labels",
    "question": "the key held_back, two choices or more, and wording for raters of the measure",
    "level": "cut-offs within the range, by age band or for any",
    "drop": "counts from 1 to the number of watched scores",
}
FOLDER = Path(__file__).parent / "measures"


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
    measure = Measure(
        items=items,
        components=_components(table, items),
        drop=_drop(table.maybe_table("drop")),
        question=_question(table.maybe_table("question")),
        level=_level(table.maybe_table("level")),
        reliable_change=_reliable(table.maybe_table("reliable_change")),
        **_total(table.table("total"), items),
        **_plain(table),
    )
    _wording_law(table, measure)
    _fits_together(table, measure)
    table.end()
    return measure


def _plain(table: Table) -> dict[str, Any]:
    """Everything about a measure that is one value."""
    codes = table.maybe_table("codes")
    return {
        "key": table.text_of("key"),
        "version": table.whole("version"),
        "name": table.text_of("name"),
        "short": table.text_of("short"),
        "kind": table.one_of("kind", Kind),
        "raters": _raters(table),
        "better": table.one_of("better", Better),
        "input": table.one_of("input", InputMode),
        "partial": table.truth("partial"),
        "wording_by": table.one_of("wording", Wording),
        "licence": table.text_of("licence"),
        "holder": table.text_of("holder"),
        "validated": table.truth("validated"),
        "evidence": table.text_of("evidence"),
        "about": table.text_of("about"),
        "codes": {key: codes.text_of(key) for key in list(codes.left)} if codes else {},
    }


def _raters(table: Table) -> tuple[Rater, ...]:
    words = table.texts("raters")
    if not words or set(words) - set(Rater) or len(set(words)) != len(words):
        raise table.bad("raters", f"some of {', '.join(Rater)}")
    return tuple(Rater(word) for word in words)


def _fits_together(table: Table, measure: Measure) -> None:
    """What no single key can say: names that forms use, one step, labels, counts, bands and ranges."""
    wrong = {
        "version": measure.version < 1,
        "items": len({item.step for item in measure.items}) != 1
        or any(not KEY.fullmatch(item.key) or item.key in RESERVED for item in measure.items),
        "components": len({c.key for c in measure.components}) != len(measure.components)
        or any(not component.items for component in measure.components),
        "input": measure.input is InputMode.LABELS and not all(i.labels for i in measure.items),
        "question": measure.question is not None and not _asks_well(measure.question, measure),
        "level": measure.level is not None
        and not all(
            band in {"any", *AgeBand} and measure.low <= cutoff <= measure.high
            for band, cutoff in measure.level.cutoffs.items()
        ),
        "drop": measure.drop is not None
        and not all(
            1 <= condition.count <= len(measure.watched(condition.on))
            for strength in measure.drop.strengths
            for condition in strength
        ),
    }
    for key, is_wrong in wrong.items():
        if is_wrong:
            raise table.bad(key, EXPECTED[key])


def _asks_well(question: Question, measure: Measure) -> bool:
    return question.key == HELD_BACK and all(
        len(question.choices[language]) >= 2
        and set(question.wording[language]) <= set(measure.raters)
        for language in LANGUAGES
    )


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
