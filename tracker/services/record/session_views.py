"""One session of a client's record: reached by its id, and as its page shows it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.trajectory import Slot
from tracker.domain.measures.measure import Measure
from tracker.domain.people.access import Actor, Permission
from tracker.models import Handover, SessionChange, TherapySession
from tracker.services.record.flag_views import FlagView
from tracker.services.record.goal_views import GoalView
from tracker.services.record.ratings import measures_at
from tracker.services.record.reaching import session_for
from tracker.services.record.records import EVERYTHING, Record, records_of


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


def changes_of(db: Session, session_id: UUID) -> list[SessionChange]:
    """What was corrected about a session, oldest first."""
    rows = select(SessionChange).where(SessionChange.session_id == session_id)
    return list(db.scalars(rows.order_by(SessionChange.changed_at)))


def handovers_of(db: Session, session_id: UUID) -> list[Handover]:
    """Every hand-over of a session, oldest first."""
    rows = select(Handover).where(Handover.session_id == session_id)
    return list(db.scalars(rows.order_by(Handover.made_at)))


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
    (shown,) = records_of(db, [client], EVERYTHING, now=now)
    return SessionView(
        record=shown,
        session=session,
        slot=shown.course.slot(session.id),
        changes=tuple(changes_of(db, session.id)),
        handovers=tuple(handovers_of(db, session.id)),
    )
