"""The mark at the start of a session in words: by itself, and beside a fall of the mark at its end."""

from collections.abc import Mapping
from uuid import UUID

from tracker.domain.measures.numbers import show
from tracker.domain.rules.start_mark import HIGHEST, FellWhen
from tracker.services.record.flag_views import FlagView
from tracker.services.record.records import Record

WHEN = {
    FellWhen.WITHIN: "Lower at the end than at the start of this session",
    FellWhen.BEFORE: "Lower already at the start",
    FellWhen.BOTH: "Lower already at the start, and lower again at the end of this session",
    FellWhen.BETWEEN: "The mark at the start lies in between",
}


def beside(flag: FlagView) -> str:
    """Where the fall lies, with the three marks: "Lower already at the start: bond 8 in session 4, 5 at the start of
    this one, 5 at its end"; "" where nothing can be said."""
    told = flag.start
    if told is None:
        return ""
    label = flag.measure.label_of(told.key).lower()
    previous = show(told.previous, flag.measure.digits)
    end = show(told.end, flag.measure.digits)
    marks = f"{label} {previous} in session {told.since}, {told.start} at the start of this one, {end} at its end"
    return f"{WHEN[told.when]}: {marks}"


def in_short(flag: FlagView) -> str:
    """The same without the marks, within a sentence; "" where nothing can be said."""
    return f"{WHEN[flag.start.when][0].lower()}{WHEN[flag.start.when][1:]}" if flag.start else ""


def given(record: Record, marks: Mapping[UUID, int]) -> list[tuple[str, str]]:
    """The marks of a session, in the order of the people: by whom ("client", "client B"), and the mark of 10."""
    theirs = (
        (record.letter(p.id), marks[p.id]) for p in record.client.participants if p.id in marks
    )
    return [(f"client {who}" if who else "client", f"{mark} of {HIGHEST}") for who, mark in theirs]
