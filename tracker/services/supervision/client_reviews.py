"""Clients looked at in supervision: when, by whom, and what was said. Entries are added, never changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete
from tracker.domain.people.access import Actor
from tracker.models import Client, ClientReview, User
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.trail import audit

NOTE_LENGTH = 500


@dataclass(frozen=True)
class Reviewed:
    """One entry with the name of who made it."""

    review: ClientReview
    by: str


def review_client(
    db: Session, actor: Actor, client_id: UUID, note: str, *, now: datetime
) -> ClientReview:
    """The stored entry: the supervisor has looked at the client today. The line may be empty."""
    client = permissions.may_review_client(db, actor, client_id, now=now, lock=True)
    if len(note.strip()) > NOTE_LENGTH:
        raise Incomplete({"note": f"The text must be {NOTE_LENGTH} characters or fewer"})
    return stored_review(db, actor, client, note, on=today(db, now), now=now)


def stored_review(
    db: Session,
    actor: Actor,
    client: Client,
    note: str,
    *,
    on: date,
    meeting_id: UUID | None = None,
    now: datetime,
) -> ClientReview:
    """The entry of a client whom the actor was allowed to review."""
    row = ClientReview(
        id=uuid4(),
        client_id=client.id,
        meeting_id=meeting_id,
        reviewed_on=on,
        note=note.strip(),
        recorded_at=now,
        recorded_by_id=actor.id,
    )
    db.add(row)
    db.flush()
    detail = {"meeting": str(meeting_id)} if meeting_id else {}
    who = actor.id
    what = "client.reviewed"
    audit.record(db, what, actor=who, object_id=row.id, client_id=client.id, now=now, **detail)
    return row


def reviews_of(db: Session, client_id: UUID) -> list[Reviewed]:
    """What was entered about a client, the newest first."""
    rows = select(ClientReview, User.name).join(User, User.id == ClientReview.recorded_by_id)
    rows = rows.where(ClientReview.client_id == client_id)
    newest = rows.order_by(ClientReview.reviewed_on.desc(), ClientReview.recorded_at.desc())
    return [Reviewed(review, name) for review, name in db.execute(newest)]


def last_reviewed(db: Session, client_ids: Sequence[UUID]) -> dict[UUID, date]:
    """The day on which each of these clients was looked at last; those who never were are left out."""
    last = func.max(ClientReview.reviewed_on)
    rows = select(ClientReview.client_id, last).where(ClientReview.client_id.in_(client_ids))
    return {row[0]: row[1] for row in db.execute(rows.group_by(ClientReview.client_id))}
