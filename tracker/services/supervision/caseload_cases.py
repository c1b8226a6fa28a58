"""All clients of a clinician with their courses, flags, goals and adaptations: read once for the questions and reports
that look at a whole caseload, in the same few queries whatever its size."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from tracker.domain.care.goals import GoalState, fold
from tracker.domain.course.sessions import Status
from tracker.domain.course.trajectory import Point, Slot, Trajectory
from tracker.domain.measures.entries import TOTAL
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.rules.change import Change, since_first
from tracker.models import Adaptation, Client, Flag, Goal
from tracker.services.care.adaptations import counting, stored_adaptations
from tracker.services.record.clients import measures_of, participant_a, primary_measure
from tracker.services.record.course import Course, courses
from tracker.services.record.flag_rows import stored_flags
from tracker.services.record.flag_views import FlagView, views
from tracker.services.record.goal_views import entries_of, stored_goals

Of = TypeVar("Of", Flag, Goal, Adaptation)


@dataclass(frozen=True)
class ClientCase:
    """One client with what was recorded of them."""

    client: Client
    course: Course
    flags: tuple[FlagView, ...]
    goals: tuple[GoalState, ...]
    adaptations: tuple[Adaptation, ...]

    @property
    def measure(self) -> Measure | None:
        """The primary alliance measure."""
        return primary_measure(self.client)

    def line(self, measure: Measure | None, rater: Rater) -> Trajectory | None:
        """The ratings of participant A, or of the therapist, on a measure."""
        whose = participant_a(self.client).id if rater is Rater.CLIENT else None
        return self.course.trajectory(measure.key, rater, whose) if measure else None

    def totals(self, rater: Rater) -> list[Point]:
        """The ratings on the primary alliance measure that come to a total, in order."""
        line = self.line(self.measure, rater)
        return [p for p in line.points if p.scores.total is not None] if line else []

    @property
    def attended(self) -> list[Slot]:
        """The sessions that took place."""
        return [slot for slot in self.course.slots if slot.status is Status.ATTENDED]

    @property
    def outcomes(self) -> list[Measure]:
        """The outcome measures that were rated, those in use first."""
        rated = [line.measure for line in self.course.trajectories.values()]
        found = {m.key: m for m in (*measures_of(self.client), *rated) if m.kind is Kind.OUTCOME}
        return list(found.values())

    @property
    def outcome(self) -> tuple[Trajectory, Change] | None:
        """The first outcome measure in use that publishes what it takes to judge a change, with that change."""
        for measure in measures_of(self.client):
            line = self.line(measure, Rater.CLIENT) if measure.kind is Kind.OUTCOME else None
            scored = [p for p in line.points if p.scores.of(TOTAL) is not None] if line else []
            if line and scored:
                found = since_first(line, scored[-1], self.client.age_band)
                if found and found.reliable is not None:
                    return line, found
        return None


def cases_of(db: Session, clinician_ids: Iterable[UUID], *, zone: str) -> list[ClientCase]:
    """The cases of all clients of these clinicians, by code."""
    query = select(Client).where(Client.clinician_id.in_(list(clinician_ids)))
    query = query.options(joinedload(Client.participants), joinedload(Client.measures))
    clients = sorted(db.scalars(query).unique(), key=lambda client: client.code)
    ids = [client.id for client in clients]
    of = courses(db, ids)
    flags = _grouped(stored_flags(db, ids))
    goals = _grouped(stored_goals(db, ids))
    adapted = _grouped(stored_adaptations(db, ids))
    return [
        ClientCase(
            client,
            of[client.id],
            tuple(views(of[client.id], client, flags.get(client.id, []), zone)),
            tuple(_states(goals.get(client.id, []))),
            tuple(counting(adapted.get(client.id, []))),
        )
        for client in clients
    ]


def _states(goals: list[Goal]) -> list[GoalState]:
    folded = [fold(entries_of(goal)) for goal in goals]
    return [state for state in folded if state]


def _grouped(rows: Iterable[Of]) -> dict[UUID, list[Of]]:
    found: dict[UUID, list[Of]] = {}
    for row in rows:
        found.setdefault(row.client_id, []).append(row)
    return found


def months(since: date, today: date) -> int:
    """How many months have begun since that day."""
    return max((today.year - since.year) * 12 + today.month - since.month + 1, 1)
