"""Sessions and ratings as a course reads them: rows of the database as values. A page that only reads a course needs no
objects that could be changed, which cost several times as much."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.orm import Session

from tracker.domain.course.sessions import Status
from tracker.models import Base, Rating, Reengagement, TherapySession


class StoredTalk(NamedTuple):
    """A conversation about coming back after a missed session, as it is stored."""

    id: UUID
    session_id: UUID
    happened_on: date
    note: str
    supersedes_id: UUID | None
    recorded_at: datetime


class StoredSession(NamedTuple):
    """A session as it is stored."""

    id: UUID
    client_id: UUID
    clinician_id: UUID
    held_on: date
    status: str
    setting: str
    minutes_late: int | None
    no_rating: str | None
    note: str
    task: str | None
    asked_questions: bool | None
    disagreed: bool | None
    brought_unasked: bool | None
    set_agenda: bool | None
    still_useful: str
    right_things: str
    not_working: str
    markers: list[str]
    start_marks: dict[str, int]
    recorded_at: datetime
    removed: str | None
    number_before: int | None
    taken_off_at: datetime | None
    version: int


class StoredRating(NamedTuple):
    """A rating as it is stored."""

    id: UUID
    session_id: UUID
    participant_id: UUID | None
    measure_key: str
    measure_version: int
    variant: str
    rater: str
    blind: bool
    given: str
    input_mode: str
    channel: str
    device_class: str
    scale_layout: str | None
    language: str
    answers: dict[str, int | None]
    total: int | None
    held_back: int | None
    strain: str | None
    strain_settled: str | None
    strain_blind: bool | None
    rules_version: str | None
    recorded_at: datetime
    recorded_by_id: UUID
    supersedes_id: UUID | None
    correction_reason: str


Told = tuple[StoredSession, tuple[StoredTalk, ...]]  # a session, and what was said of coming back


def counting() -> list[ColumnElement[bool]]:
    """The conditions of a session that was logged, and neither taken back nor moved to another record."""
    at = TherapySession.__table__.c
    return [at.status != Status.SCHEDULED, at.taken_off_at.is_(None)]


def counting_sessions(client_id: UUID) -> list[ColumnElement[bool]]:
    """The same of one client."""
    return [TherapySession.__table__.c.client_id == client_id, *counting()]


def their_sessions(client_ids: list[UUID]) -> Select[UUID]:
    """The ids of all sessions of these clients."""
    at = TherapySession.__table__.c
    return select(at.id).where(at.client_id.in_(client_ids))


def sessions_of(db: Session, which: Select[UUID]) -> list[Told]:
    """These sessions in the order of a course, each with its conversations about coming back as they were recorded; in
    one query."""
    at = TherapySession.__table__.c
    talk = Reengagement.__table__.c
    query = (
        select(*_columns(TherapySession, StoredSession), *_columns(Reengagement, StoredTalk))
        .outerjoin_from(TherapySession.__table__, Reengagement.__table__)
        .where(at.id.in_(which))
        .order_by(at.held_on, at.recorded_at, at.id, talk.recorded_at)
    )
    width = len(StoredSession._fields)
    told: dict[UUID, Told] = {}
    for row in _read(db, query):
        session, talked = told.get(row[0]) or (StoredSession._make(row[:width]), ())
        if row[width] is not None:
            talked = (*talked, StoredTalk._make(row[width:]))
        told[session.id] = session, talked
    return list(told.values())


def ratings_of(db: Session, which: Select[UUID]) -> list[StoredRating]:
    """All ratings of these sessions, corrected ones included, as they were recorded; in one query."""
    at = Rating.__table__.c
    query = select(*_columns(Rating, StoredRating)).where(at.session_id.in_(which))
    return list(map(StoredRating._make, _read(db, query.order_by(at.recorded_at))))


def _columns(model: type[Base], row: type[StoredSession | StoredRating | StoredTalk]) -> list[Any]:
    columns = model.__table__.c
    return [columns[name] for name in row._fields]


def _read(db: Session, query: Select[Any]) -> Iterable[Any]:
    db.flush()  # what a writer has not sent yet is read too
    return db.connection().execute(query)
