"""A client's record: what is stored of one client or of many, read together and put together here and nowhere else.

Whoever needs more than the course says which parts. Each part is read for all clients at once, in as many queries for
one client as for a thousand; what was not asked for cannot be looked at by mistake.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Flag as Flags
from enum import auto
from functools import cached_property
from itertools import groupby
from typing import TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session, joinedload, lazyload

from tracker.clock import local_date
from tracker.domain.care import to_answer
from tracker.domain.care.answers import Stage
from tracker.domain.care.caseload import Need
from tracker.domain.care.open_work import OpenWork, of_needs
from tracker.domain.care.repair_work import RepairStage
from tracker.domain.care.treatment import paused
from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.grouping import grouped
from tracker.domain.measures.measure import Measure, Rater, ReliableChange
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.change import in_force
from tracker.domain.rules.findings import Tier
from tracker.models import (
    Adaptation,
    Client,
    Flag,
    Goal,
    Objective,
    Participant,
    Repair,
    User,
    UsualRangeStart,
)
from tracker.services.access.permissions import client_for
from tracker.services.office.practice import practice
from tracker.services.record import flag_views, objective_views, repair_views, usual_ranges
from tracker.services.record.adaptation_views import counting, stored_adaptations
from tracker.services.record.clients import (
    letters_of,
    measures_of,
    participant_a,
    primary_measure,
)
from tracker.services.record.course import Course, courses_of, given_up
from tracker.services.record.estimates import OwnEstimates, own_estimates
from tracker.services.record.flag_rows import stored_flags
from tracker.services.record.flag_views import FlagThing, FlagView
from tracker.services.record.goal_views import (
    GoalView,
    goals_with_progress,
    in_order,
    stored_goals,
    view_of,
)
from tracker.services.record.objective_views import ObjectiveView, stored_objectives
from tracker.services.record.repair_views import RepairView, stored_repairs
from tracker.services.record.rows import StoredRating
from tracker.services.record.usual_ranges import stored_starts


class RecordPart(Flags):
    """What of a record is read beside the client and the course, which every record has."""

    FLAGS = auto()  # with their findings and answers
    REPAIRS = auto()  # with their entries, and with the flags
    GOALS = auto()  # with their entries
    PROGRESS = auto()  # of the goals
    ADAPTATIONS = auto()
    OBJECTIVES = auto()  # with the flags; and of clients who have any, goals and adaptations
    RANGE_STARTS = auto()
    CLINICIAN = auto()
    ESTIMATES = auto()  # of the practice, which outcomes are judged by, and new ratings


NOTHING_MORE = RecordPart(0)
EVERYTHING = ~NOTHING_MORE


class PartNotRead(RuntimeError):
    """Raised for a look at a part of a record that its reader did not ask for."""


Row = TypeVar("Row", Flag, Repair, Goal, Adaptation, Objective, UsualRangeStart)
ByClient = Mapping[UUID, Sequence[Row]]


@dataclass(frozen=True)
class RecordRows:
    """What was read of some clients, by client. A client is missing in a part that was not read of them."""

    flags: ByClient[Flag]
    repairs: ByClient[Repair]
    goals: ByClient[Goal]
    adaptations: ByClient[Adaptation]
    objectives: ByClient[Objective]
    range_starts: ByClient[UsualRangeStart]
    clinicians: Mapping[UUID, User]
    own: OwnEstimates | None


@dataclass(frozen=True)
class Record:
    """A client with what was recorded of them: sessions in order, and the parts that were asked for."""

    client: Client
    course: Course
    today: date
    time_zone: str
    rows: RecordRows

    @property
    def own(self) -> OwnEstimates:
        """What the practice adopted from its own ratings."""
        if self.rows.own is None:
            raise PartNotRead
        return self.rows.own

    @property
    def ended(self) -> bool:
        """True once the therapy has ended."""
        return self.client.ended_on is not None

    @property
    def paused(self) -> bool:
        """True while the treatment is paused."""
        return paused(self.client.paused_until, self.today)

    def reliable_change(self, measure: Measure) -> ReliableChange | None:
        """The reliable change in force on a measure: published, the practice's own, or a design default."""
        return in_force(measure, self.own.change(measure))

    def _own(self, rows: ByClient[Row]) -> Sequence[Row]:
        """The client's rows of one part."""
        if self.client.id not in rows:
            raise PartNotRead
        return rows[self.client.id]

    @cached_property
    def flags(self) -> tuple[FlagView, ...]:
        """All flags, withdrawn ones included, newest session first."""
        rows = list(self._own(self.rows.flags))
        return tuple(flag_views.views(self.course, self.client, rows, self.time_zone))

    @cached_property
    def every_repair(self) -> tuple[RepairView, ...]:
        """All repairs, newest session first, those that were taken back included."""
        rows = self._own(self.rows.repairs)
        return tuple(repair_views.views(self.course, self.client, rows, self.flags))

    @cached_property
    def repairs(self) -> tuple[RepairView, ...]:
        """The repairs, newest session first; none that was taken back, or whose session was."""
        return tuple(view for view in self.every_repair if view.stands)

    @property
    def planned_steps(self) -> list[date]:
        """The days (UTC) on which those steps of repairs were planned that are open; none of a therapy that ended."""
        if self.ended:
            return []
        rows = self._own(self.rows.repairs)
        return repair_views.planned(r for r in rows if r.session_id not in self.course.removed)

    @cached_property
    def goals(self) -> tuple[GoalView, ...]:
        """The goals: those that stand by their place, then those that ended."""
        return tuple(in_order(view_of(goal) for goal in self._own(self.rows.goals)))

    @cached_property
    def adaptations(self) -> tuple[Adaptation, ...]:
        """The adaptations that count, the newest day first."""
        return tuple(counting(self._own(self.rows.adaptations)))

    @cached_property
    def objectives(self) -> tuple[ObjectiveView, ...]:
        """The objectives, those that are looked at first, by their due date; none that was taken back."""
        rows = self._own(self.rows.objectives)
        if not rows:
            return ()  # what objectives look at was not read for this client
        goals = [view.state for view in self.goals if view.state]
        of = self.course
        adapted = self.adaptations
        return tuple(
            objective_views.views(rows, self.client, of, self.flags, goals, adapted, self.today)
        )

    @property
    def range_starts(self) -> Sequence[UsualRangeStart]:
        """What was said of the beginnings of usual ranges, in its order."""
        return self._own(self.rows.range_starts)

    @property
    def clinician(self) -> User:
        """Who treats the client."""
        clinician = self.rows.clinicians.get(self.client.clinician_id)
        if clinician is None:
            raise PartNotRead
        return clinician

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measures in use, the primary alliance measure first."""
        return tuple(measures_of(self.client, self.course.known))

    @cached_property
    def primary(self) -> Measure | None:
        """The alliance measure in use that the client rates."""
        return primary_measure(self.client, self.course.known)

    @property
    def next_on(self) -> date | None:
        """The day of the next scheduled session, today's included."""
        days = [session.held_on for session in self.course.scheduled]
        return min((day for day in days if day >= self.today), default=None)

    @property
    def attended(self) -> list[Slot]:
        """The sessions that took place."""
        return [slot for slot in self.course.slots if slot.status is Status.ATTENDED]

    @cached_property
    def anew(self) -> Mapping[str, frozenset[int]]:
        """By measure, the numbers of the sessions at which a usual range begins anew."""
        return usual_ranges.anew(self.range_starts, self.course)

    @cached_property
    def shown(self) -> tuple[Measure, ...]:
        """The measures in use, then those that were rated and are not in use any more."""
        keys = {measure.key for measure in self.measures}
        rated = {t.measure.key: t.measure for t in self.course.trajectories.values()}
        return (*self.measures, *(m for key, m in rated.items() if key not in keys))

    def trajectory(
        self, measure: Measure, rater: Rater, participant: UUID | None = None
    ) -> Trajectory | None:
        """Ratings of that participant, of A where none is named; or about the work, for the therapist."""
        whose = participant or participant_a(self.client).id
        return self.course.trajectory(measure.key, rater, whose if rater is Rater.CLIENT else None)

    def of_primary(self, rater: Rater) -> Trajectory | None:
        """The ratings of participant A, or of the therapist, on the primary alliance measure."""
        return self.trajectory(self.primary, rater) if self.primary else None

    def person(self, letter: str | None) -> Participant:
        """The participant of that letter; A where there is none such."""
        first = participant_a(self.client)
        return next((p for p in self.client.participants if p.letter == letter), first)

    def letter(self, participant: UUID | None) -> str:
        """The letter of a participant; "" where one person rates, or for a therapist's rating."""
        return letters_of(self.client).get(participant, "") if participant else ""

    @cached_property
    def things(self) -> list[FlagThing]:
        """The things to answer, the most pressing first, the oldest of each on top; what is only offered comes last."""
        return to_answer.things(self.flags, lambda flag: flag.asking)

    @property
    def asking(self) -> list[FlagThing]:
        """Those that ask for something now; that nobody rated lately does not while the treatment is paused."""
        return [
            thing
            for thing in self.things
            if thing.asks and not (self.paused and thing.need is Need.NO_RATING_LATELY)
        ]

    def thing_of(self, flag: FlagView) -> FlagThing | None:
        """The thing that a flag is answered with; None for a flag that asks for nothing and is not offered."""
        return to_answer.thing_of(self.things, flag)

    @property
    def open_flags(self) -> OpenWork:
        """How many things ask for something now, by what they ask for."""
        return of_needs(thing.need for thing in self.asking if thing.need is not None)

    @property
    def open_work(self) -> OpenWork:
        """The same with what else waits: repairs and planned steps, and scheduled sessions whose day is over."""
        repairs = sum(repair.stage is RepairStage.OPEN for repair in self.repairs)
        overdue = sum(session.held_on < self.today for session in self.course.scheduled)
        return self.open_flags + OpenWork(
            repairs=repairs, steps=len(self.planned_steps), overdue=overdue
        )

    @property
    def notes(self) -> list[FlagView]:
        """What asks for nothing, newest first."""
        return [
            flag
            for flag in self.flags
            if flag.tier is Tier.NOTE and flag.stage is not Stage.WITHDRAWN
        ]

    def flags_on(self, session_id: UUID) -> list[FlagView]:
        """The flags of one session."""
        return self._flags.get(session_id, [])

    @cached_property
    def _flags(self) -> dict[UUID, list[FlagView]]:
        return grouped(self.flags, lambda flag: flag.slot.session_id)

    def points_on(self, session_id: UUID) -> list[tuple[Point, Trajectory]]:
        """The ratings of one session with their trajectories, in the order of the measures, the client's first."""
        return self._points.get(session_id, [])

    @cached_property
    def _points(self) -> dict[UUID, list[tuple[Point, Trajectory]]]:
        """What lies on each session, found once: a page asks for every session."""
        raters = list(Rater)
        keys = [measure.key for measure in self.shown]

        def place(trajectory: Trajectory) -> tuple[int, int, str]:
            key = trajectory.measure.key
            at = keys.index(key) if key in keys else len(keys)
            return at, raters.index(trajectory.rater), self.letter(trajectory.participant)

        lines = [trajectory for _, trajectory in self.course.lines()]
        by_session: dict[UUID, list[tuple[Point, Trajectory]]] = {}
        for trajectory in sorted(lines, key=place):
            for point in trajectory.points:
                if trajectory.rater is Rater.THERAPIST and point.answers.strain_alone():
                    continue  # which is no rating to look at: it stands beside the client's answer
                by_session.setdefault(point.slot.session_id, []).append((point, trajectory))
        return by_session

    @property
    def on_track(self) -> tuple[int, int]:
        """How many open objectives that have begun are on track or met, and how many there are."""
        return objective_views.on_track(self.objectives)

    @property
    def standing_goals(self) -> list[GoalView]:
        """The goals that are neither achieved nor dropped, in the order of priority."""
        return [view for view in self.goals if view.stands]

    def undefined_on(self, session_id: UUID) -> list[StoredRating]:
        """The stored ratings of one session whose measure, or version of it, is not defined here any more."""
        return [rating for rating in self._undefined if rating.session_id == session_id]

    @cached_property
    def _undefined(self) -> list[StoredRating]:
        chains = self.course.chains
        defined = self.course.defined
        stored = [chain[-1] for place, chain in chains.items() if place not in defined]
        return [rating for rating in stored if not given_up(rating)]

    def earlier(self, measure: Measure) -> bool:
        """True when there are ratings of this measure in a version that is scored in another way."""
        return any(line[0] == measure.key for line, _ in self.course.earlier)


def clients_of(db: Session, clinician_ids: Iterable[UUID]) -> list[Client]:
    """The clients of these clinicians, with their participants and measures, by code; in one query."""
    return _clients(db, Client.clinician_id.in_(list(clinician_ids)))


def these_clients(db: Session, client_ids: Iterable[UUID]) -> list[Client]:
    """The clients of these ids, likewise."""
    return _clients(db, Client.id.in_(list(client_ids)))


def _clients(db: Session, which: ColumnElement[bool]) -> list[Client]:
    query = select(Client).where(which)
    query = query.options(joinedload(Client.participants), joinedload(Client.measures))
    return sorted(db.scalars(query).unique(), key=lambda client: client.code)


def records_of(
    db: Session,
    clients: Sequence[Client],
    parts: RecordPart = NOTHING_MORE,
    *,
    now: datetime,
) -> list[Record]:
    """The records of these clients, in their order, with the parts that are asked for."""
    zone = practice(db).time_zone
    day = local_date(now, zone)
    of = courses_of(db, clients)
    rows = _rows(db, clients, parts)
    return [Record(client, of[client.id], day, zone, rows) for client in clients]


def record(
    db: Session,
    actor: Actor,
    client_id: UUID,
    *,
    now: datetime,
    permission: Permission = Permission.READ_RECORD,
) -> Record:
    """The whole record, for whoever may do this to the client."""
    client = client_for(db, actor, client_id, permission, now=now)
    (whole,) = records_of(db, [client], EVERYTHING, now=now)
    return whole


def _rows(db: Session, clients: Sequence[Client], parts: RecordPart) -> RecordRows:
    """What is stored of these parts. Objectives look at goals and adaptations, so these are read of whoever has any."""
    ids = [client.id for client in clients]

    def whose(needed_for: RecordPart, otherwise: Sequence[UUID] = ()) -> Sequence[UUID]:
        return ids if parts & needed_for else otherwise

    objectives = _read(db, whose(RecordPart.OBJECTIVES), stored_objectives)
    aiming = [client_id for client_id, some in objectives.items() if some]
    goals = goals_with_progress if RecordPart.PROGRESS in parts else stored_goals
    resting = RecordPart.FLAGS | RecordPart.REPAIRS | RecordPart.OBJECTIVES  # on flags
    treating = clients if RecordPart.CLINICIAN in parts else ()
    return RecordRows(
        flags=_read(db, whose(resting), stored_flags),
        repairs=_read(db, whose(RecordPart.REPAIRS), stored_repairs),
        goals=_read(db, whose(RecordPart.GOALS | RecordPart.PROGRESS, aiming), goals),
        adaptations=_read(db, whose(RecordPart.ADAPTATIONS, aiming), stored_adaptations),
        objectives=objectives,
        range_starts=_read(db, whose(RecordPart.RANGE_STARTS), stored_starts),
        clinicians=_clinicians(db, {client.clinician_id for client in treating}),
        own=own_estimates(db) if RecordPart.ESTIMATES in parts else None,
    )


def _read(
    db: Session, ids: Sequence[UUID], stored: Callable[[Session, list[UUID]], list[Row]]
) -> ByClient[Row]:
    """The rows of each of these clients; the database is not asked about nobody."""
    rows = grouped(stored(db, list(ids)), lambda row: row.client_id) if ids else {}
    return {client_id: rows.get(client_id, []) for client_id in ids}


def _clinicians(db: Session, ids: set[UUID]) -> dict[UUID, User]:
    rows = select(User).where(User.id.in_(ids)).options(lazyload(User.roles))
    return {user.id: user for user in db.scalars(rows)} if ids else {}


def held_by(db: Session, record: Record) -> list[tuple[str, int, int]]:
    """Who held the sessions of a record, in order: each clinician by name, with the first and the last number of the
    sessions in a row that they held."""
    ids = {slot.clinician_id for slot in record.course.slots}
    names = {
        row.id: row.name for row in db.execute(select(User.id, User.name).where(User.id.in_(ids)))
    }
    held: list[tuple[str, int, int]] = []
    for who, slots in groupby(record.course.slots, key=lambda slot: slot.clinician_id):
        numbers = [slot.number for slot in slots]
        held.append((names[who], numbers[0], numbers[-1]))
    return held
