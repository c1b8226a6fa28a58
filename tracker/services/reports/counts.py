"""The counts of a report that can be drawn beside each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from tracker.domain.rules.change import Category
from tracker.domain.supervision.reports import ReportRow

COMPARED = frozenset({"kind", "strength", *Category})


@dataclass(frozen=True)
class CountSeries:
    """Counts that belong together: those of one outcome measure, or, without a name, all of a part."""

    name: str
    rows: tuple[ReportRow, ...]


def in_series(rows: Sequence[ReportRow]) -> tuple[CountSeries, ...]:
    """The rows that are plain counts, in the order of the report; none where there is nothing to compare."""
    compared = _compared(rows)
    names = dict.fromkeys(_series(row) for row in compared)
    return tuple(
        CountSeries(name, tuple(row for row in compared if _series(row) == name)) for name in names
    )


def looked_into(
    rows: Sequence[ReportRow], *, largest_first: bool = False
) -> tuple[CountSeries, ...]:
    """The same, with the largest count of each series first where that is wanted. Only what the report tells goes into
    it: a hidden count is not known here."""
    # pandas takes a second to load, and nobody waits for it who only reads the report
    from tracker.analysis.counts import grouped

    compared = _compared(rows)
    names = [_series(row) for row in compared]
    told = [row.n.count for row in compared]
    return tuple(
        CountSeries(name, tuple(compared[place] for place in places))
        for name, places in grouped(names, told, largest_first=largest_first)
    )


def _compared(rows: Sequence[ReportRow]) -> list[ReportRow]:
    counts = [row for row in rows if row.key in COMPARED]
    return counts if len(counts) > 1 else []


def _series(row: ReportRow) -> str:
    """The measure of an outcome; nothing for kinds and strengths, of which there is one series."""
    return row.about if row.key in set(Category) else ""
