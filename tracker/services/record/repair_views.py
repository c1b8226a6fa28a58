"""Repairs as pages show them: what fell, what was talked about, what is planned, and where it stands."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from uuid import UUID

from sqlalchemy import ColumnElement, exists, select
from sqlalchemy.orm import Session, joinedload

from tracker.domain.care.answers import ADDRESSING, Move, Rupture, Stage
from tracker.domain.care.repair_work import (
    POSSIBLE,
    Act,
    RecordedRepairEntry,
    RepairStage,
    Work,
    open_steps,
    stage,
    taken_back,
)
from tracker.domain.course.markers import StrainMarker, in_marker_order
from tracker.domain.course.trajectory import Slot
from tracker.domain.rules.findings import Recovery
from tracker.domain.superseding import in_force
from tracker.models import Client, Repair, RepairEntry, User
from tracker.services.record.course import Course
from tracker.services.record.flag_views import FlagView


@dataclass(frozen=True)
class Talk:
    """One conversation about the strain; `on` is None for the session it was noticed in."""

    on: date | None
    moves: tuple[Move, ...]
    note: str
    recorded_at: datetime


@dataclass(frozen=True)
class TakenBack:
    """When a repair was taken back, and by whom."""

    at: datetime
    by: str


@dataclass(frozen=True)
class RepairView:
    """A repair: the session of the strain, the check-in it follows up if there is one, its entries as recorded, and
    whether the therapy has ended."""

    repair: Repair
    slot: Slot
    flag: FlagView | None
    ended: bool

    @property
    def entries(self) -> Sequence[RepairEntry]:
        """Every entry in its order, corrected ones and corrections included."""
        return self.repair.entries

    @cached_property
    def told(self) -> list[RecordedRepairEntry]:
        """The entries as the domain reads them."""
        return told_of(self.repair)

    @cached_property
    def current(self) -> list[RecordedRepairEntry]:
        """The entries that count, as they read now."""
        return in_force(self.told)

    @property
    def steps(self) -> list[RecordedRepairEntry]:
        """The planned steps that are still open; none once the therapy has ended."""
        return [] if self.ended else open_steps(self.told)

    @property
    def recovery(self) -> Recovery | None:
        """How the scores went on; None where none fell, or what fell was corrected."""
        return self.flag.recovery if self.flag and self.flag.stage is not Stage.WITHDRAWN else None

    @property
    def stage(self) -> RepairStage:
        """Where it stands."""
        return stage(self.told, self.recovery, ended=self.ended)

    @property
    def taken_back(self) -> bool:
        """True for one that went with the answer that had opened it: only its own page still shows it."""
        return taken_back(self.told)

    @property
    def stands(self) -> bool:
        """False for one that was taken back, or whose session was taken back or moved to another record."""
        return not self.taken_back and self.slot.removed is None

    @property
    def possible(self) -> frozenset[Act]:
        """What can be done now."""
        return POSSIBLE[self.stage] if self.stands else frozenset()

    @property
    def rupture(self) -> Rupture | None:
        """What the clinician calls it, as said last: here, or in the answer to the check-in."""
        said = [e.work.rupture for e in self.current if e.work.rupture]
        answers = self.flag.answers if self.flag else ()
        said = said or [Rupture(answer.rupture) for answer in answers if answer.rupture]
        return said[-1] if said else None

    @property
    def markers(self) -> tuple[StrainMarker, ...]:
        """Everything that the therapist saw of it."""
        return in_marker_order(marker for e in self.current for marker in e.work.markers)

    @property
    def talks(self) -> list[Talk]:
        """Every conversation, those of the check-in's answers first."""
        of_answers = [
            Talk(a.talked_on, tuple(Move(m) for m in a.moves), a.note, a.recorded_at)
            for a in (self.flag.answers if self.flag else ())
            if a.answer in ADDRESSING
        ]
        recorded = {e.id: e.recorded_at for e in self.entries}
        return of_answers + [
            Talk(e.work.on, e.work.moves, e.work.note, recorded[e.id])
            for e in self.current
            if e.work.act is Act.TALKED
        ]


def told_of(repair: Repair) -> list[RecordedRepairEntry]:
    """The entries of a stored repair as the domain reads them."""
    return [
        RecordedRepairEntry(e.id, work_of(e), e.supersedes_id, e.answer_id) for e in repair.entries
    ]


def work_of(row: RepairEntry) -> Work:
    """A stored entry as the value it was made from."""
    return Work(
        Act(row.act),
        Rupture(row.rupture) if row.rupture else None,
        tuple(Move(move) for move in row.moves),
        row.note,
        row.happened_on,
        row.step_id,
        row.reason,
        in_marker_order(row.markers),
    )


def stands() -> ColumnElement[bool]:
    """True of the row of a repair, in a query, unless it is taken back: its version counts the entries, so it names the
    last."""
    last = (RepairEntry.repair_id == Repair.id, RepairEntry.sequence == Repair.version)
    return ~exists().where(*last, RepairEntry.act == Act.TAKEN_BACK)


def taking_back(db: Session, view: RepairView) -> TakenBack | None:
    """When it was taken back, and by whom; None for one that stands."""
    if not view.taken_back:
        return None
    last = view.entries[-1]
    return TakenBack(last.recorded_at, db.get_one(User, last.recorded_by_id).name)


def stored_repairs(db: Session, client_ids: Iterable[UUID]) -> list[Repair]:
    """All repairs of these clients with their entries, in one query."""
    rows = select(Repair).where(Repair.client_id.in_(list(client_ids)))
    return list(db.scalars(rows.options(joinedload(Repair.entries))).unique())


def planned(repairs: Iterable[Repair]) -> list[date]:
    """The days (UTC) on which the steps that are still open were planned."""
    days = []
    for repair in repairs:
        recorded = {entry.id: entry.recorded_at.date() for entry in repair.entries}
        days += [recorded[step.id] for step in open_steps(told_of(repair))]
    return days


def views(
    of: Course, client: Client, repairs: Iterable[Repair], flags: Iterable[FlagView]
) -> list[RepairView]:
    """The repairs of one client, newest session first, those that were taken back included."""
    by_id = {view.flag.id: view for view in flags}
    ended = client.ended_on is not None
    shown = [
        RepairView(r, of.slot(r.session_id), by_id.get(r.flag_id) if r.flag_id else None, ended)
        for r in repairs
    ]
    return sorted(shown, key=lambda view: -view.slot.number)
