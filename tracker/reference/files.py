"""Reads one measure from TOML, strictly: an unknown key, a missing one or a wrong type stops with file and line.

A measure file describes one measure in one version; see `tracker/reference/measures/`.
"""

import tomllib
from pathlib import Path
from typing import Any

from tracker.domain.measures.measure import Measure
from tracker.domain.measures.numbers import show
from tracker.domain.measures.parts import Better, InputMode, Item, Kind, Rater, Wording
from tracker.domain.rules.change import smallest_reliable
from tracker.reference.items import read_items, read_question, read_strain
from tracker.reference.priors import read_prior
from tracker.reference.scores import (
    read_bands,
    read_components,
    read_critical,
    read_drop,
    read_level,
    read_missing,
    read_not_applicable,
    read_reliable,
    read_risk,
    read_total,
)
from tracker.reference.tables import LANGUAGES, BadFile, FileTable


def parse_measure(text: str, path: Path, *, shipped: bool = True) -> Measure:
    """The measure that the text of a file describes; BadFile names file, line and what is expected. A practice's own
    file (`shipped` False) may carry wording that the practice answers for."""
    table = _read(text, path)
    items = read_items(table)
    plain = _plain(table)
    total = read_total(table.table("total"), items)
    low = total["low"]
    high = total["high"]
    measure = Measure(
        items=items,
        components=read_components(table, items),
        drop=read_drop(table.maybe_table("drop")),
        question=read_question(table.maybe_table("question"), plain["raters"]),
        strain=read_strain(table.maybe_table("strain"), plain["raters"]),
        level=read_level(table.maybe_table("level"), low, high),
        **_looked_at(table, items),
        **read_missing(table.maybe_table("missing"), items),
        **read_not_applicable(table.maybe_table("not_applicable"), items),
        **read_bands(table.maybe_table("severity"), low, high),
        **total,
        **plain,
    )
    _wording_law(table, measure, shipped=shipped)
    _fits_together(table, measure)
    if shipped and (measure.version > 1) != bool(measure.changed):
        raise table.bad("changed", "what it changed from the version before it, and there alone")
    table.end()
    return measure


def _looked_at(table: FileTable, items: tuple[Item, ...]) -> dict[str, Any]:
    """What is looked at by itself, and what the client's own ups and downs are held against."""
    return {
        "risk": read_risk(table.maybe_table("risk"), items),
        "critical": read_critical(table.maybe_table("critical"), items),
        "reliable_change": read_reliable(table.maybe_table("reliable_change")),
        "prior": read_prior(table.maybe_table("prior")),
    }


def _read(text: str, path: Path) -> FileTable:
    try:
        return FileTable(path, text, (), tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise BadFile(f"{path}: {error}") from error


def _plain(table: FileTable) -> dict[str, Any]:
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
        "source": table.text_of("source"),
        "validated": table.truth("validated"),
        "evidence": table.text_of("evidence"),
        "not_known": table.text_of("not_known"),
        "about": table.text_of("about"),
        "entry_note": table.text_of("entry_note", ""),
        "changed": table.text_of("changed", ""),
        "codes": {key: codes.text_of(key) for key in list(codes.left)} if codes else {},
    }


def _raters(table: FileTable) -> tuple[Rater, ...]:
    words = table.texts("raters")
    if not words or set(words) - set(Rater) or len(set(words)) != len(words):
        raise table.bad("raters", f"some of {', '.join(Rater)}")
    return tuple(Rater(word) for word in words)


def _fits_together(table: FileTable, measure: Measure) -> None:
    """What no single key can say."""
    if measure.version < 1:
        raise table.bad("version", "1 or more")
    if measure.input in (InputMode.TOTAL, InputMode.COMPONENTS):
        raise table.bad("input", "the form of the items' scale: numbers, labels or line")
    if measure.risk and set(measure.risk.items) & set(measure.not_applicable):
        raise table.bad("not_applicable", "items that are no risk items")
    if measure.input is InputMode.LABELS and not all(item.labels for item in measure.items):
        raise table.bad("input", "labels for every item where the input is labels")
    _derived(table, measure)
    for strength in measure.drop.strengths if measure.drop else ():
        for condition in strength:
            if not 1 <= condition.count <= max(1, len(measure.watched(condition.on))):
                raise table.bad("drop", "counts from 1 to the number of watched scores")


def _derived(table: FileTable, measure: Measure) -> None:
    """A design default is what its within-person SD comes to."""
    change = measure.reliable_change
    if change is None or change.within_sd is None:
        return
    points = smallest_reliable(change.within_sd**2, measure.total_step)
    if change.points != points:
        at = FileTable(table.path, table.text, ("reliable_change",), {})
        raise at.bad("points", f"{show(points)}, which the SD comes to")


def _wording_law(table: FileTable, measure: Measure, *, shipped: bool) -> None:
    """Only own or free wording may be in a shipped file; a measure with wording has it for every rater."""
    if shipped and measure.wording_by is Wording.PRACTICE:
        raise table.bad("wording", "own, free or none; only a practice's file has its wording")
    for index, item in enumerate(measure.items):
        for language in (LANGUAGES[0], *item.wording):
            worded = set(item.wording.get(language, {}))
            expected = set(measure.raters) if measure.wording_by is not Wording.NONE else set()
            if worded != expected:
                at = FileTable(table.path, table.text, ("items", index), {})
                raise at.bad("wording", f"wording for {', '.join(sorted(expected)) or 'nobody'}")
