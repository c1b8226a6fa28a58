"""The sessions of a record as a table: a line each, with its marks, its flags and what became of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from tracker.charts.panels import scale_of
from tracker.charts.trajectory import panel_keys
from tracker.domain.course.sessions import NoRating
from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Rater
from tracker.domain.measures.numbers import show
from tracker.models import Participant
from tracker.services.record.flag_views import FlagView
from tracker.services.record.records import Record
from tracker.web.words import general as words
from tracker.web.words import overview
from tracker.web.words.measures import summary
from tracker.web.words.start_mark import given
from tracker.web.words.versions import changed_at

OTHERS = (Rater.THERAPIST, Rater.OBSERVER)


@dataclass(frozen=True)
class MarkCell:
    """One mark: what it says, and whether it raised a check-in."""

    text: str
    fell: bool = False


@dataclass(frozen=True)
class SessionRow:
    """One session. `beside`: what there is to say of it that is no number; `flags`: those that ask, or have asked."""

    slot: Slot
    cells: tuple[MarkCell, ...]
    beside: tuple[str, ...]
    flags: tuple[FlagView, ...]


@dataclass(frozen=True)
class SessionTable:
    """The names of the columns between the date and the flags, and the sessions, newest first."""

    columns: tuple[str, ...]
    rows: tuple[SessionRow, ...]


@dataclass(frozen=True)
class MarkColumn:
    """One score of one line of ratings; `fell`: the sessions in which it raised a check-in."""

    name: str
    line: Trajectory
    key: str
    digits: int
    fell: frozenset[UUID] = frozenset()

    @cached_property
    def _points(self) -> dict[UUID, Point]:
        return {point.slot.session_id: point for point in self.line.points}

    def cell(self, session_id: UUID) -> MarkCell:
        """The mark of a session; "" where there is none."""
        point = self._points.get(session_id)
        value = point.scores.of(self.key) if point else None
        if point is None or value is None:
            return MarkCell("")
        return MarkCell(show(value, self.digits), session_id in self.fell)


def table(record: Record, person: Participant) -> SessionTable:
    """Every session, with the scores of the alliance measure in use as this person rates it, the therapist's total, and
    the totals of all other measures."""
    columns = _columns(record, person)
    rows = tuple(
        SessionRow(
            slot,
            tuple(column.cell(slot.session_id) for column in columns),
            tuple(_beside(record, slot)),
            tuple(f for f in record.flags_on(slot.session_id) if f.tier != "note"),
        )
        for slot in reversed(record.course.slots)
    )
    return SessionTable(tuple(column.name for column in columns), rows)


def _columns(record: Record, person: Participant) -> list[MarkColumn]:
    columns: list[MarkColumn] = []
    for measure in record.shown:
        client = record.trajectory(measure, Rater.CLIENT, person.id)
        first = measure is record.primary
        if client and first:
            columns += _parts(record, client)
        elif client:
            columns.append(MarkColumn(measure.short, client, TOTAL, measure.digits))
        for rater in OTHERS:
            if line := record.trajectory(measure, rater):
                by = words.RATER[rater]
                name = by if first else f"{measure.short}, {by.lower()}"
                columns.append(MarkColumn(name, line, TOTAL, measure.digits))
    return columns


def _parts(record: Record, client: Trajectory) -> list[MarkColumn]:
    fell = overview.fell(record, client)
    keys = panel_keys(client, [])
    return [
        MarkColumn(scale.label, client, key, scale.digits, frozenset(fell.get(key, ())))
        for key in keys
        for scale in (scale_of(client.measure, key),)
    ]


def _beside(record: Record, slot: Slot) -> list[str]:
    said = [] if slot.status == "attended" else [words.STATUS[slot.status].lower()]
    if slot.minutes_late:
        said.append(f"{slot.minutes_late} minute{'s' if slot.minutes_late != 1 else ''} late")
    session = record.course.sessions[slot.number - 1]
    if session.no_rating:
        said.append(words.NO_RATING[NoRating(session.no_rating)].lower())
    said += [f"at the start, {who}: {mark}" for who, mark in given(record, slot.start_marks)]
    said += _filled_in_part(record, slot)
    said += _versions(record.points_on(slot.session_id))
    said += [
        f"{rating.measure_key}: measure no longer defined here"
        for rating in record.undefined_on(slot.session_id)
    ]
    return said


def _filled_in_part(record: Record, slot: Slot) -> list[str]:
    """The ratings whose numbers do not stand for the whole measure, with what there is of them."""
    return [
        f"{line.measure.short}: {summary(line.measure, point.scores)}"
        for point, line in record.points_on(slot.session_id)
        if point.scores.total is None or point.scores.prorated
    ]


def _versions(points: Sequence[tuple[Point, Trajectory]]) -> list[str]:
    """Where a measure was asked in another version than before."""
    return [
        f"{line.measure.short}: {said}"
        for point, line in points
        if line.rater is Rater.CLIENT and (said := changed_at(line, point))
    ]
