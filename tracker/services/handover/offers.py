"""What can be handed over to a client now, for the page that asks what and how."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.course import handover as rules
from tracker.domain.course.sessions import NoRating, Setting, Status
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, Handover, Participant, TherapySession
from tracker.services.care.sessions import Details, log_session, session_for
from tracker.services.handover.asking import askable, asked_of, still_askable
from tracker.services.handover.handovers import of_session
from tracker.services.handover.rows import running_of
from tracker.services.office.practice import today
from tracker.services.record.clients import client_for
from tracker.services.record.course import course
from tracker.services.record.participants import asked
from tracker.services.record.ratings import Entry


@dataclass(frozen=True)
class Offer:
    """What can be handed over to a client now: of the session that is there, or of one that would be logged today.

    `due` are the keys of what is asked unless the clinician chooses otherwise, `people` who can be asked.
    """

    client: Client
    session: TherapySession | None
    number: int
    askable: tuple[Measure, ...]
    due: frozenset[str]
    people: tuple[Participant, ...]
    running: tuple[Handover, ...]
    today: date

    @property
    def risk(self) -> bool:
        """True when one of them asks about risk."""
        return any(measure.risk for measure in self.askable)

    @property
    def own_view(self) -> bool:
        """True when the therapist could rate one of them first."""
        return self.session is None and any(Rater.THERAPIST in m.raters for m in self.askable)


def offer_of_session(db: Session, actor: Actor, session_id: UUID, *, now: datetime) -> Offer:
    """What can be handed over in that session."""
    session, client = session_for(db, actor, session_id, Permission.RECORD_SESSION, now=now)
    return _offer(db, client, session, now=now)


def offer_today(db: Session, actor: Actor, client_id: UUID, *, now: datetime) -> Offer:
    """What can be handed over today: in the last session that is logged for today, or in one that begins now."""
    client = client_for(db, actor, client_id, Permission.RECORD_SESSION, now=now)
    held = course(db, client.id).sessions
    today_s = [s for s in held if s.held_on == today(db, now) and s.status == Status.ATTENDED]
    return _offer(db, client, today_s[-1] if today_s else None, now=now)


def _offer(db: Session, client: Client, session: TherapySession | None, *, now: datetime) -> Offer:
    of = course(db, client.id)
    before = of_session(db, session.id) if session else []
    people = asked(client)
    whose = [person.id for person in people]
    can_be = still_askable(client, of, session.id, whose) if session else askable(client)
    usual = asked_of(client).measures
    return Offer(
        client,
        session,
        of.slot(session.id).number if session else 1 + len(of.slots),
        tuple(can_be),
        rules.due(usual, (m.key for m in can_be), first=not before),
        tuple(people),
        tuple(running_of(db, session.id)) if session else (),
        today(db, now),
    )


def begin_session(db: Session, actor: Actor, client_id: UUID, *, now: datetime) -> TherapySession:
    """Today's session, logged as one that takes place and whose rating the client is about to give."""
    client = client_for(db, actor, client_id, Permission.RECORD_SESSION, now=now, lock=True)
    details = Details(
        today(db, now),
        setting=Setting(client.usual_setting),
        no_rating=NoRating.ASKED,
        another_that_day=True,  # beside one that was cancelled that morning
    )
    return log_session(db, actor, client_id, details, Entry(), now=now)
