"""What the form of a session is made from. No course is loaded: the form shows no earlier mark."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.care.repair_work import RecordedRepairEntry, open_steps
from tracker.domain.course.sessions import Status
from tracker.domain.measures.measure import Measure
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, TherapySession
from tracker.reference.loader import Known
from tracker.services.access.permissions import client_for
from tracker.services.installation import defined
from tracker.services.office.practice import today
from tracker.services.record.client_lines import ClientLine
from tracker.services.record.clients import letters_of, measures_of, participant_a, primary_measure
from tracker.services.record.flag_views import FlagThing
from tracker.services.record.goal_views import GoalView, in_order, stored_goals, view_of
from tracker.services.record.kept_courses import lines_of
from tracker.services.record.repair_views import stored_repairs, told_of
from tracker.services.record.rows import counting_sessions


@dataclass(frozen=True)
class Entering:
    """Whose session is entered, on which day, and what can be entered: the measures in use and the goals that stand."""

    client: Client
    known: Known
    goals: tuple[GoalView, ...]
    today: date

    @cached_property
    def measures(self) -> tuple[Measure, ...]:
        """The measures in use, the primary alliance measure first."""
        return tuple(measures_of(self.client, self.known))

    @property
    def primary(self) -> Measure | None:
        """The alliance measure in use that the client rates."""
        return primary_measure(self.client, self.known)

    @property
    def letter(self) -> str:
        """The letter of participant A; "" where one person rates."""
        return letters_of(self.client).get(participant_a(self.client).id, "")


class HeldSession(NamedTuple):
    """A session that is logged already, by its number."""

    number: int
    session_id: UUID


@dataclass(frozen=True)
class BesideEntering:
    """What stands on the form of a new session: how many are logged, what is to come back to, the planned steps of
    repairs, and the sessions that are logged for some days already."""

    line: ClientLine
    steps: tuple[RecordedRepairEntry, ...]
    held: dict[date, list[HeldSession]]

    @property
    def to_come_back_to(self) -> list[FlagThing]:
        """The things to answer that were put off."""
        return [thing for thing in self.line.asking() if thing.leader.to_come_back_to]


def entering(db: Session, actor: Actor, client_id: UUID, *, now: datetime) -> Entering:
    """For whoever may record a session of the client; NotPermitted for anyone else."""
    client = client_for(db, actor, client_id, Permission.RECORD_SESSION, now=now)
    goals = in_order(view_of(goal) for goal in stored_goals(db, [client_id]))
    standing = tuple(view for view in goals if view.stands)
    return Entering(client, defined(db), standing, today(db, now))


def beside_entering(
    db: Session, client_id: UUID, days: Iterable[date], *, now: datetime
) -> BesideEntering:
    """What stands beside; `days` are those of which it is said what is logged already."""
    line = lines_of(db, [client_id], now=now)[client_id]
    repairs = stored_repairs(db, [client_id]) if line.steps else []
    repairs.sort(key=lambda repair: repair.entries[0].recorded_at, reverse=True)
    steps = tuple(step for repair in repairs for step in open_steps(told_of(repair)))
    return BesideEntering(line, steps, {day: _held(db, client_id, day) for day in set(days)})


def _held(db: Session, client_id: UUID, day: date) -> list[HeldSession]:
    of_client = select(TherapySession.id).where(*counting_sessions(client_id))
    order = (TherapySession.recorded_at, TherapySession.id)
    ids = list(db.scalars(of_client.where(TherapySession.held_on == day).order_by(*order)))
    if not ids:
        return []
    earlier = of_client.where(TherapySession.held_on < day).subquery()
    before = db.scalar(select(func.count()).select_from(earlier)) or 0
    return [HeldSession(before + n, each) for n, each in enumerate(ids, start=1)]


def scheduled_day(db: Session, client_id: UUID, session_id: UUID) -> date | None:
    """The day of a session of the client that is scheduled and stands; None for any other id."""
    query = select(TherapySession.held_on).where(
        TherapySession.id == session_id,
        TherapySession.client_id == client_id,
        TherapySession.status == Status.SCHEDULED,
        TherapySession.taken_off_at.is_(None),
    )
    return db.scalar(query)
