"""A client's record, and one session of it, as pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from itertools import groupby
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, lazyload

from tracker.domain.care.answers import Stage
from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import Tier
from tracker.models import (
    Adaptation,
    Client,
    Handover,
    Participant,
    Rating,
    SessionChange,
    TherapySession,
    User,
    UsualRangeStart,
)
from tracker.services.access import permissions
from tracker.services.care import usual_range
from tracker.services.care.adaptations import counting, stored_adaptations
from tracker.services.care.corrections import changes_of
from tracker.services.care.sessions import session_for
from tracker.services.handover.handovers import of_session
from tracker.services.office.practice import practice, today
from tracker.services.record import clients, objective_views, repair_views
from tracker.services.record.course import Course, course, given_up
from tracker.services.record.flag_views import FlagView, flags_of
from tracker.services.record.goal_views import GoalView, goals_of
from tracker.services.record.objective_views import ObjectiveView
from tracker.services.record.ratings import measures_at
from tracker.services.record.repair_views import RepairView


@dataclass(frozen=True)
class Record:
    """A client with everything recorded: measures in use, sessions in order, flags with their answers."""

    client: Client
    clinician: User
    measures: tuple[Measure, ...]
    course: Course
    flags: tuple[FlagView, ...]
    repairs: tuple[RepairView, ...]
    goals: tuple[GoalView, ...]
    adaptations: tuple[Adaptation, ...]
    objectives: tuple[ObjectiveView, ...]
    range_starts: tuple[UsualRangeStart, ...]
    today: date
    time_zone: str

    @cached_property
    def anew(self) -> Mapping[str, frozenset[int]]:
        """By measure, the numbers of the sessions at which a usual range begins anew."""
        return usual_range.anew(self.range_starts, self.course)

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
        whose = participant or clients.participant_a(self.client).id
        return self.course.trajectory(measure.key, rater, whose if rater is Rater.CLIENT else None)

    def person(self, letter: str | None) -> Participant:
        """The participant of that letter; A where there is none such."""
        first = clients.participant_a(self.client)
        return next((p for p in self.client.participants if p.letter == letter), first)

    def letter(self, participant: UUID | None) -> str:
        """The letter of a participant; "" where one person rates, or for a therapist's rating."""
        return clients.letters_of(self.client).get(participant, "") if participant else ""

    @property
    def asking(self) -> list[FlagView]:
        """The flags that ask for something now, the most pressing first, the oldest of each on top."""
        found = [flag for flag in self.flags if flag.need is not None]
        return sorted(found, key=lambda flag: (flag.need, flag.slot.number))

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
        found: dict[UUID, list[FlagView]] = {}
        for flag in self.flags:
            found.setdefault(flag.slot.session_id, []).append(flag)
        return found

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
        found: dict[UUID, list[tuple[Point, Trajectory]]] = {}
        for trajectory in sorted(lines, key=place):
            for point in trajectory.points:
                found.setdefault(point.slot.session_id, []).append((point, trajectory))
        return found

    @property
    def on_track(self) -> tuple[int, int]:
        """How many open objectives that have begun are on track or met, and how many there are."""
        return objective_views.on_track(self.objectives)

    @property
    def standing_goals(self) -> list[GoalView]:
        """The goals that are neither achieved nor dropped, in the order of priority."""
        return [view for view in self.goals if view.stands]

    def undefined_on(self, session_id: UUID) -> list[Rating]:
        """The stored ratings of one session whose measure, or version of it, is not defined here any more."""
        return [rating for rating in self._undefined if rating.session_id == session_id]

    @cached_property
    def _undefined(self) -> list[Rating]:
        chains = self.course.chains
        defined = self.course.defined
        stored = [chain[-1] for place, chain in chains.items() if place not in defined]
        return [rating for rating in stored if not given_up(rating)]

    def earlier(self, measure: Measure) -> bool:
        """True when there are ratings of this measure in a version that is scored in another way."""
        return any(line[0] == measure.key for line, _ in self.course.earlier)


@dataclass(frozen=True)
class SessionView:
    """One session of a record, with what was corrected about it."""

    record: Record
    session: TherapySession
    slot: Slot
    changes: tuple[SessionChange, ...]
    handovers: tuple[Handover, ...]

    @property
    def measures(self) -> tuple[Measure, ...]:
        """The measures in use, each in the version that this session was rated with."""
        return tuple(measures_at(self.record.client, self.record.course, self.session).values())

    @property
    def goals(self) -> list[GoalView]:
        """The goals that stand, and those whose progress was given in this session."""
        return [v for v in self.record.goals if v.stands or self.session.id in v.progress]

    @property
    def flags(self) -> list[FlagView]:
        """The flags of this session."""
        return self.record.flags_on(self.session.id)


def record(
    db: Session,
    actor: Actor,
    client_id: UUID,
    *,
    now: datetime,
    permission: Permission = Permission.READ_RECORD,
) -> Record:
    """The record, for whoever may do this to the client."""
    client = permissions.client_for(db, actor, client_id, permission, now=now)
    return _record(db, client, now=now)


def _record(db: Session, client: Client, *, now: datetime) -> Record:
    of = course(db, client.id)
    day = today(db, now)
    flags = flags_of(db, client, of)
    goals = goals_of(db, client.id)
    adapted = counting(stored_adaptations(db, [client.id]))
    states = [view.state for view in goals if view.state]
    stored = objective_views.stored_objectives(db, [client.id])
    return Record(
        client=client,
        clinician=db.get_one(User, client.clinician_id, options=[lazyload(User.roles)]),
        measures=tuple(clients.measures_of(client)),
        course=of,
        flags=tuple(flags),
        repairs=tuple(repair_views.views(of, repair_views.stored_repairs(db, [client.id]), flags)),
        goals=tuple(goals),
        adaptations=tuple(adapted),
        objectives=tuple(objective_views.views(stored, client, of, flags, states, adapted, day)),
        range_starts=tuple(usual_range.starts_of(db, client.id)),
        today=day,
        time_zone=practice(db).time_zone,
    )


def held_by(db: Session, record: Record) -> list[tuple[str, int, int]]:
    """Who held the sessions of a record, in order: each clinician by name, with the first and the last number of the
    sessions in a row that they held."""
    ids = {slot.clinician_id for slot in record.course.slots}
    names = {
        row.id: row.name for row in db.execute(select(User.id, User.name).where(User.id.in_(ids)))
    }
    found: list[tuple[str, int, int]] = []
    for who, slots in groupby(record.course.slots, key=lambda slot: slot.clinician_id):
        numbers = [slot.number for slot in slots]
        found.append((names[who], numbers[0], numbers[-1]))
    return found


def session_view(
    db: Session,
    actor: Actor,
    session_id: UUID,
    *,
    now: datetime,
    permission: Permission = Permission.READ_RECORD,
) -> SessionView:
    """One session, for whoever may do this to its client."""
    session, client = session_for(db, actor, session_id, permission, now=now)
    shown = _record(db, client, now=now)
    return SessionView(
        record=shown,
        session=session,
        slot=shown.course.slot(session.id),
        changes=tuple(changes_of(db, session.id)),
        handovers=tuple(of_session(db, session.id)),
    )
