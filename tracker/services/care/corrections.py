"""Correcting what was logged. Old values stay: ratings are superseded, changed details written down beside the new."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.sessions import Status
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, Handover, SessionChange, TherapySession
from tracker.services.care import flags, goals, start_marks
from tracker.services.care.sessions import (
    SessionDetails,
    last_ratings,
    problems_of,
    refuse,
    same_day_problem,
    store_ratings,
)
from tracker.services.record.clients import participant_a, primary_measure
from tracker.services.record.course import Course, course, given_up
from tracker.services.record.ratings import RatingsEntry, asked_about, measures_at
from tracker.services.record.reaching import session_for
from tracker.services.trail import audit

REASON_LENGTH = 200
STALE = "This session was corrected meanwhile. Your entries are still here, and not stored."
BEING_ANSWERED = (
    "The questions are with the client, so the session took place. End the hand-over first"
)


@dataclass(frozen=True)
class DetailChange:
    """A detail that differs: the name of its column, the old value, the new one."""

    field: str
    old: object
    new: object


@dataclass(frozen=True)
class CorrectionReason:
    """Why something is corrected, and which version of the session that person saw."""

    reason: str
    version: int


def correct_session(
    db: Session,
    actor: Actor,
    session_id: UUID,
    details: SessionDetails,
    entry: RatingsEntry,
    why: CorrectionReason,
    *,
    now: datetime,
) -> TherapySession:
    """The corrected session. Old values stay: a changed rating is superseded, a changed detail is written down, and
    every later finding of the client is looked at again. Stale when it was corrected since the page was shown."""
    session, client = session_for(
        db, actor, session_id, Permission.RECORD_SESSION, now=now, lock=True
    )
    if why.version != session.version:
        raise Stale(STALE)
    of = course(db, client.id)
    changes = _changes(session, details)
    in_use = _checked(db, client, of, session, details, entry, why, now=now)
    reason = why.reason.strip()
    for change in changes:
        setattr(session, change.field, change.new)
        _write_down(db, actor, session, change, reason, now=now)
    if started := start_marks.store(client, session, entry):
        changes.append(DetailChange(start_marks.FIELD, started.old, started.new))
        _write_down(db, actor, session, changes[-1], reason, now=now)
    stored = store_ratings(db, actor, client, session, in_use, entry, of, reason, now=now)
    moved = goals.store_progress(db, actor, client, session, details.progress, reason, now=now)
    if not (changes or stored or moved):
        raise Incomplete({"reason": "Nothing was changed. Change a value, or go back"})
    session.version += 1
    db.flush()
    numbers = [each.slot(session.id).number for each in (of, course(db, client.id))]
    flags.raise_flags(db, actor, client, since=min(numbers), now=now)
    fields = [change.field for change in changes] + (["progress"] if moved else [])
    _audit_correction(db, actor, session, fields, stored, now=now)
    return session


def _checked(
    db: Session,
    client: Client,
    of: Course,
    session: TherapySession,
    details: SessionDetails,
    entry: RatingsEntry,
    why: CorrectionReason,
    *,
    now: datetime,
) -> Mapping[str, Measure]:
    """The measures that the session is rated on; Incomplete with everything that stands in the way."""
    in_use, asked = _measures(client, of, session)
    by_another = _rated_by_another(client, of, session, entry)
    asked = None if by_another else asked
    problems = problems_of(db, client, in_use, asked, details, entry, now=now)
    if session.held_on != details.held_on:
        problems |= same_day_problem(db, client, details)
    problems |= start_marks.problems(db, client, entry, details.status, session.start_marks)
    problems |= _hidden_problems(of, session, details, entry, by_another=by_another)
    if details.status is not Status.ATTENDED and _is_handed_over(db, session):
        problems |= {"status": BEING_ANSWERED}
    problems |= _why_problems(why)
    stored = last_ratings(client, session, entry, of)
    refuse(problems, asked_about(entry, in_use, stored))
    return in_use


def _measures(
    client: Client, of: Course, session: TherapySession
) -> tuple[dict[str, Measure], Measure | None]:
    """The measures of the form, and the alliance measure that the session says something about: the primary one, or
    another that the client rated then instead, as measures in use change."""
    in_use = measures_at(client, of, session)
    primary = primary_measure(client, of.known)
    rated = {
        chain[-1].measure_key
        for chain in of.ratings_of(session.id)
        if chain[-1].rater == Rater.CLIENT and not given_up(chain[-1])
    }
    instead = [m for key, m in in_use.items() if key in rated and m.kind is Kind.ALLIANCE]
    if primary is None or (instead and primary.key not in rated):
        return in_use, instead[0] if instead else None
    return in_use, in_use.get(primary.key)


def _rated_by_another(
    client: Client, of: Course, session: TherapySession, entry: RatingsEntry
) -> bool:
    """True when somebody else of the record rated that session: then nobody has to say why this person did not."""
    whose = entry.participant or participant_a(client).id
    last = [chain[-1] for chain in of.ratings_of(session.id)]
    return any(
        r.rater == Rater.CLIENT and r.participant_id != whose and not given_up(r) for r in last
    )


def _why_problems(why: CorrectionReason) -> dict[str, str]:
    if 0 < len(why.reason.strip()) <= REASON_LENGTH:
        return {}
    return {"reason": "Enter a few words on why, such as 'slip of the finger'"}


def _hidden_problems(
    of: Course,
    session: TherapySession,
    details: SessionDetails,
    entry: RatingsEntry,
    *,
    by_another: bool,
) -> dict[str, str]:
    """What stands in the way when the session has a rating that the form does not show."""
    hidden = any(
        (chain[-1].measure_key, chain[-1].rater) not in entry.ratings and not given_up(chain[-1])
        for chain in of.ratings_of(session.id)
    )
    if details.status is Status.ATTENDED or not (hidden or by_another):
        return {}
    if by_another:
        return {"status": "Another person has rated it, so the session took place"}
    return {
        "status": "A rating of a measure that is no longer in use is stored, so the session took place"
    }


def _is_handed_over(db: Session, session: TherapySession) -> bool:
    running = select(Handover.id).where(Handover.session_id == session.id)
    return db.scalar(running.where(Handover.ended_at.is_(None)).limit(1)) is not None


def _audit_correction(
    db: Session,
    actor: Actor,
    session: TherapySession,
    fields: list[str],
    stored: list[str],
    *,
    now: datetime,
) -> None:
    audit.record(
        db,
        "session.corrected",
        actor=actor.id,
        object_id=session.id,
        client_id=session.client_id,
        now=now,
        fields=fields,
        ratings=stored,
    )


def _changes(session: TherapySession, details: SessionDetails) -> list[DetailChange]:
    """The details that differ."""
    return [
        DetailChange(name, getattr(session, name), value)
        for name, value in details.stored().items()
        if _text(getattr(session, name)) != _text(value)
    ]


def _text(value: object) -> str:
    if isinstance(value, list):
        return ",".join(map(str, value))
    return "" if value is None else str(value)


def _write_down(
    db: Session,
    actor: Actor,
    session: TherapySession,
    change: DetailChange,
    reason: str,
    *,
    now: datetime,
) -> None:
    db.add(
        SessionChange(
            id=uuid4(),
            session_id=session.id,
            field=change.field,
            old=_text(change.old),
            new=_text(change.new),
            reason=reason,
            changed_at=now,
            changed_by_id=actor.id,
        )
    )
