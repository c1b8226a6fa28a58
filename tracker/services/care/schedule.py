"""Sessions scheduled ahead: putting them down, and saying what became of one that did not take place as planned.

One that took place is logged: the session form takes over what was scheduled for its day (services/care/sessions).
"""

from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.schedule import STATUS, Became, Plan, day_problem
from tracker.domain.course.sessions import Status
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.people.access import Actor
from tracker.models import Client, SessionChange, TherapySession
from tracker.services.access import permissions
from tracker.services.care import flags
from tracker.services.office.practice import today
from tracker.services.trail import audit

MOVED = "moved before it took place"


def schedule(
    db: Session, actor: Actor, client_id: UUID, plan: Plan, *, now: datetime
) -> list[TherapySession]:
    """The scheduled sessions, in order. Incomplete says what stands in the way."""
    client = permissions.may_record_session(db, actor, client_id, now=now, lock=True)
    problems = plan.problems(
        starts_on=client.starts_on, today=today(db, now), taken=_taken(db, client)
    )
    if problems:
        raise Incomplete(problems)
    made = [
        TherapySession(
            id=uuid4(),
            client_id=client.id,
            clinician_id=actor.id,
            held_on=day,
            status=Status.SCHEDULED,
            setting=client.usual_setting,
            recorded_at=now,
            recorded_by_id=actor.id,
        )
        for day in plan.days()
    ]
    db.add_all(made)
    db.flush()
    _audit(
        db, "session.scheduled", actor, client, None, now=now, sessions=[str(s.id) for s in made]
    )
    return made


def _taken(db: Session, client: Client) -> set[date]:
    days = select(TherapySession.held_on).where(
        TherapySession.client_id == client.id, TherapySession.taken_off_at.is_(None)
    )
    return set(db.scalars(days))


def scheduled_for(
    db: Session, actor: Actor, session_id: UUID, *, now: datetime, lock: bool = False
) -> tuple[TherapySession, Client]:
    """A session that is scheduled and of which nobody has said what became of it; NotPermitted otherwise."""
    whose = select(TherapySession.client_id).where(TherapySession.id == session_id)
    client_id = db.scalar(whose)
    if client_id is None:
        raise NotPermitted
    client = permissions.may_record_session(db, actor, client_id, now=now, lock=lock)
    session = db.get_one(TherapySession, session_id)
    if session.status != Status.SCHEDULED or session.taken_off_at is not None:
        raise NotPermitted
    return session, client


def client_of(db: Session, actor: Actor, session_id: UUID, *, now: datetime) -> UUID:
    """The id of the client of a session that was scheduled, also when it is settled by now; NotPermitted otherwise."""
    client_id = db.scalar(select(TherapySession.client_id).where(TherapySession.id == session_id))
    if client_id is None:
        raise NotPermitted
    return permissions.may_record_session(db, actor, client_id, now=now).id


def settle(
    db: Session,
    actor: Actor,
    session_id: UUID,
    became: Became,
    *,
    moved_to: date | None = None,
    seen: int,
    now: datetime,
) -> TherapySession:
    """The session, with what became of it. `seen` is the version that the page showed: Stale when it was overtaken."""
    session, client = scheduled_for(db, actor, session_id, now=now, lock=True)
    if session.version != seen:
        raise Stale("This session was changed meanwhile. Look at it once more.")
    day = today(db, now)
    session.version += 1
    if became is Became.MOVED:
        _move(db, actor, client, session, moved_to, day, now=now)
    elif became is Became.MISTAKE:
        session.taken_off_at = now
        _audit(db, "session.taken_off", actor, client, session, now=now)
    elif became is Became.MISSED and session.held_on > day:
        raise Incomplete({"became": "Its day has not come yet. Choose 'cancelled', or move it"})
    else:
        session.status = STATUS[became]
        session.recorded_at = now
        session.clinician_id = session.recorded_by_id = actor.id
        db.flush()
        flags.raise_flags(db, actor, client, since=session.id, now=now)
        _audit(db, "session.logged", actor, client, session, now=now, ratings=[])
    db.flush()
    return session


def take_off(
    db: Session, actor: Actor, client: Client, *, on: date | None = None, now: datetime
) -> None:
    """Take what is scheduled for a client off the plan: all of it, or what is for that day."""
    rows = select(TherapySession).where(
        TherapySession.client_id == client.id,
        TherapySession.status == Status.SCHEDULED,
        TherapySession.taken_off_at.is_(None),
        *([TherapySession.held_on == on] if on else []),
    )
    for session in db.scalars(rows.order_by(TherapySession.held_on)):
        session.version += 1
        session.taken_off_at = now
        _audit(db, "session.taken_off", actor, client, session, now=now)


def _move(
    db: Session,
    actor: Actor,
    client: Client,
    session: TherapySession,
    to: date | None,
    day: date,
    *,
    now: datetime,
) -> None:
    problem = "Enter the day it was moved to"
    if to is not None:
        problem = day_problem(to, starts_on=client.starts_on, today=day) or ""
        if not problem and to in _taken(db, client):
            problem = "There is a session on that day already"
    if to is None or problem:
        raise Incomplete({"moved_to": problem})
    db.add(
        SessionChange(
            id=uuid4(),
            session_id=session.id,
            field="held_on",
            old=str(session.held_on),
            new=str(to),
            reason=MOVED,
            changed_at=now,
            changed_by_id=actor.id,
        )
    )
    session.held_on = to
    _audit(db, "session.moved", actor, client, session, now=now)


def _audit(
    db: Session,
    event: str,
    actor: Actor,
    client: Client,
    session: TherapySession | None,
    *,
    now: datetime,
    **detail: list[str],
) -> None:
    audit.record(
        db,
        event,
        actor=actor.id,
        object_id=session.id if session else None,
        client_id=client.id,
        now=now,
        **detail,
    )
