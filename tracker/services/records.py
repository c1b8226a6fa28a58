"""A client's record, and one session of it, as pages show them."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.access import Actor, Permission
from tracker.domain.measures import Measure, Rater
from tracker.domain.trajectory import Point, Slot, Trajectory
from tracker.models import Client, SessionChange, TherapySession, User
from tracker.services import clients
from tracker.services.corrections import changes_of
from tracker.services.course import Course, course
from tracker.services.flag_views import FlagView, flags_of
from tracker.services.practice import practice, today
from tracker.services.sessions import session_for


@dataclass(frozen=True)
class Record:
    """A client with everything recorded: measures in use, sessions in order, flags with their answers."""

    client: Client
    clinician: User
    measures: tuple[Measure, ...]
    course: Course
    flags: tuple[FlagView, ...]
    today: date
    time_zone: str

    def trajectory(self, measure: Measure, rater: Rater) -> Trajectory | None:
        """Ratings of participant A (for the client) or about the work (for the therapist)."""
        participant = clients.participant_a(self.client).id if rater is Rater.CLIENT else None
        return self.course.trajectory(measure.key, rater, participant)

    def flags_on(self, session_id: UUID) -> list[FlagView]:
        """The flags of one session."""
        return [flag for flag in self.flags if flag.slot.session_id == session_id]

    def points_on(self, session_id: UUID) -> list[tuple[Point, Trajectory]]:
        """The ratings of one session with their trajectories, in the order of the measures, the client's first."""
        return [
            (point, trajectory)
            for measure in self.measures
            for rater in (Rater.CLIENT, Rater.THERAPIST)
            if (trajectory := self.trajectory(measure, rater))
            for point in trajectory.points
            if point.slot.session_id == session_id
        ]


@dataclass(frozen=True)
class SessionView:
    """One session of a record, with what was corrected about it."""

    record: Record
    session: TherapySession
    slot: Slot
    changes: tuple[SessionChange, ...]

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
    client = clients.client_for(db, actor, client_id, permission, now=now)
    return _record(db, client, now=now)


def _record(db: Session, client: Client, *, now: datetime) -> Record:
    of = course(db, client.id)
    return Record(
        client=client,
        clinician=db.get_one(User, client.clinician_id),
        measures=tuple(clients.measures_of(client)),
        course=of,
        flags=tuple(flags_of(db, client.id, of)),
        today=today(db, now),
        time_zone=practice(db).time_zone,
    )


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
    )
