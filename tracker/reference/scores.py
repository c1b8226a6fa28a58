"""Reads how a measure is scored and what is published about its scores."""

from fractions import Fraction
from typing import Any

from tracker.domain.course.clients import AgeBand
from tracker.domain.measures.drops import Below, Condition, DropRule, On
from tracker.domain.measures.parts import (
    Band,
    Basis,
    Component,
    Item,
    Level,
    ReliableChange,
    Risk,
    Typed,
    combined,
)
from tracker.reference.items import KEY, RESERVED, item_keys
from tracker.reference.tables import FileTable


def _method(table: FileTable, default: Any = ...) -> str:
    method = table.text_of("method", default)
    if method not in ("sum", "mean"):
        raise table.bad("method", "sum or mean")
    return method


def read_typed(table: FileTable | None, label: str) -> Typed | None:
    """How a score is typed as a whole, where it may be. `times` and `divided_by` turn what is typed into the score."""
    if table is None:
        return None
    times = table.number("times", "1")
    by = table.number("divided_by", "1")
    if times <= 0 or by <= 0:
        raise table.bad("times", "more than 0")
    typed = Typed(
        table.text_of("label", label),
        table.number("low"),
        table.number("high"),
        table.number("step"),
        times / by,
    )
    table.end()
    steps = (typed.low, typed.high)
    if typed.step <= 0 or typed.low >= typed.high or any((end / typed.step) % 1 for end in steps):
        raise table.bad("high", "low below high, and both a whole number of steps")
    return typed


def _ends(
    method: str, times: Fraction, items: tuple[Item, ...]
) -> tuple[Fraction, Fraction] | None:
    """The lowest and the highest score over these items."""
    keys = tuple(item.key for item in items)
    low = combined(method, times, keys, {item.key: item.low for item in items})
    high = combined(method, times, keys, {item.key: item.high for item in items})
    return None if low is None or high is None else (low, high)


def _same_ends(
    table: FileTable, typed: Typed | None, ends: tuple[Fraction, Fraction] | None
) -> None:
    if typed and ends and (typed.low * typed.worth, typed.high * typed.worth) != ends:
        raise table.bad("typed", "the lowest and the highest score that the items give")


def read_total(table: FileTable, items: tuple[Item, ...]) -> dict[str, Any]:
    """How the total is computed, and how it is typed where it may be."""
    method = _method(table)
    label = table.text_of("label")
    times = table.number("times", "1")
    typed = read_typed(table.maybe_table("typed"), label)
    table.end()
    if times <= 0:
        raise table.bad("times", "more than 0")
    ends = _ends(method, times, tuple(item for item in items if not item.aside))
    _same_ends(table, typed, ends)
    if ends is None:
        if typed is None:
            raise table.bad("typed", "a total to type, as there are no items to score")
        ends = (typed.low * typed.worth, typed.high * typed.worth)
    return {
        "method": method,
        "times": times,
        "total_label": label,
        "typed_total": typed,
        "low": ends[0],
        "high": ends[1],
    }


def read_components(table: FileTable, items: tuple[Item, ...]) -> tuple[Component, ...]:
    """The components of a measure; each item by itself where the file names none."""
    known = {item.key: item for item in items}
    components = [_component(part, known) for part in table.tables("components")]
    if len({c.key for c in components}) != len(components):
        raise table.bad("components", "a different key for each component")
    alone = (item for item in items if not item.aside)
    return tuple(components) or tuple(
        Component(item.key, item.label, (item.key,)) for item in alone
    )


def _component(part: FileTable, known: dict[str, Item]) -> Component:
    key = part.text_of("key")
    label = part.text_of("label")
    items = item_keys(part, known=set(known), needed=False)
    method = _method(part, "mean")
    times = part.number("times", "1")
    missing = part.whole("missing", 0)
    typed = read_typed(part.maybe_table("typed"), label)
    part.end()
    if not items and typed is None:
        raise part.bad("items", "items, or a score to type")
    if not KEY.fullmatch(key) or key in RESERVED or (typed and key in known):
        raise part.bad("key", "small letters, and not the key of an item where the score is typed")
    if not 0 <= missing < max(len(items), 1):
        raise part.bad("missing", "fewer than the items of the component")
    _same_ends(part, typed, _ends(method, times, tuple(known[key] for key in items)))
    return Component(key, label, items, method, times, missing, typed)


def read_missing(table: FileTable | None, items: tuple[Item, ...]) -> dict[str, Any]:
    """How many items may be missing, and who says so."""
    if table is None:
        return {}
    count = table.whole("items")
    source = table.text_of("source")
    added = table.truth("added", False)
    table.end()
    scored = [item for item in items if not item.aside]
    if not 0 < count < len(scored):
        raise table.bad("items", "at least one, and fewer than there are items")
    if len({(item.low, item.high) for item in scored}) != 1:
        raise table.bad("items", "none, as the items do not have the same range")
    return {"may_miss": count, "missing_source": source, "missing_added": added}


def read_not_applicable(table: FileTable | None, items: tuple[Item, ...]) -> dict[str, Any]:
    """The items that a person may answer "not applicable", and who says so."""
    if table is None:
        return {}
    keys = item_keys(table, known={item.key for item in items if not item.aside})
    source = table.text_of("source")
    table.end()
    return {"not_applicable": keys, "not_applicable_source": source}


def _condition(table: FileTable) -> Condition:
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


def read_drop(table: FileTable | None) -> DropRule | None:
    """The drop rule, with its source and what it costs."""
    if table is None:
        return None
    keys = ("strength_1", "strength_2", "strength_3")
    strengths = tuple(tuple(_condition(t) for t in table.tables(key, least=1)) for key in keys)
    rule = DropRule(strengths, table.text_of("source"), table.text_of("cost"))
    table.end()
    return rule


def read_level(table: FileTable | None, low: Fraction, high: Fraction) -> Level | None:
    """The published cut-offs by age band, or for any."""
    if table is None:
        return None
    bands = table.table("cutoffs")
    cutoffs = {band: bands.number(band) for band in list(bands.left)}
    level = Level(cutoffs, table.text_of("source"), table.truth("inclusive"))
    table.end()
    right = all(band in {"any", *AgeBand} and low <= at <= high for band, at in cutoffs.items())
    if not cutoffs or not right:
        raise table.bad("cutoffs", "cut-offs within the range, by age band or for any")
    return level


def read_bands(table: FileTable | None, low: Fraction, high: Fraction) -> dict[str, Any]:
    """The published names of score ranges, lowest first."""
    if table is None:
        return {}
    source = table.text_of("source")
    bands = []
    for part in table.tables("bands", least=1):
        bands.append(Band(part.number("low"), part.text_of("label")))
        part.end()
    table.end()
    starts = [band.low for band in bands]
    if starts != sorted(set(starts)) or not low <= starts[0] <= starts[-1] <= high:
        raise table.bad("bands", "bands within the range, lowest first")
    return {"bands": tuple(bands), "bands_source": source}


def read_risk(table: FileTable | None, items: tuple[Item, ...]) -> Risk | None:
    """The items on harm to oneself, and the smallest answer that counts."""
    if table is None:
        return None
    keys = item_keys(table, known={item.key for item in items})
    risk = Risk(keys, table.number("least"), table.text_of("source"))
    table.end()
    for item in items:
        if item.key in keys and not item.low < risk.least <= item.high:
            raise table.bad("least", "an answer above the lowest")
    return risk


def read_critical(table: FileTable | None, items: tuple[Item, ...]) -> tuple[str, ...]:
    """Items that their authors single out beside the risk items."""
    if table is None:
        return ()
    keys = item_keys(table, known={item.key for item in items})
    table.end()
    return keys


def read_reliable(table: FileTable | None) -> ReliableChange | None:
    """The smallest change that counts: published, or a design default with the within-person SD that it assumes."""
    if table is None:
        return None
    basis = table.one_of("basis", Basis, Basis.PUBLISHED)
    sd = table.maybe_number("within_sd")
    reliable = ReliableChange(table.number("points"), table.text_of("source"), basis, sd)
    table.end()
    if reliable.points <= 0:
        raise table.bad("points", "more than 0")
    if basis is Basis.PRACTICE:
        raise table.bad("basis", "published or design default; a practice's own is worked out")
    if (basis is Basis.DEFAULT) != (sd is not None) or (sd is not None and sd <= 0):
        raise table.bad("within_sd", "an SD above 0 beside a design default, and only there")
    return reliable
