"""What is asked of the rows of hand-overs by more than one service."""

import hashlib
import secrets
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course import handover as rules
from tracker.domain.course.handover import RUNNING, HandoverStage, Way
from tracker.domain.measures.measure import Rater
from tracker.models import Handover
from tracker.services.record.course import Rated, given_up


def token_hash(token: str) -> str:
    """What is kept of the token in the client's browser."""
    return hashlib.sha256(token.encode("ascii", "replace")).hexdigest()


def give_token(db: Session, row: Handover) -> str:
    """A fresh token for the browser that the client has; any other loses it."""
    token = secrets.token_urlsafe(32)
    row.token_hash = token_hash(token)
    db.flush()
    return token


def running_of(db: Session, session_id: UUID) -> list[Handover]:
    """The hand-overs of a session that have not ended, in the order in which they were made."""
    query = select(Handover).where(Handover.session_id == session_id)
    query = query.where(Handover.ended_at.is_(None))
    return list(db.scalars(query.order_by(Handover.made_at, Handover.id)))


def overdue(row: Handover, now: datetime) -> bool:
    """True for one that has not been ended though its time is over."""
    stage = HandoverStage(row.state)
    times = {"expires_at": row.expires_at, "touched_at": row.touched_at}
    return stage in RUNNING and now >= rules.deadline(Way(row.way), stage, **times)


def counts(rating: Rated) -> bool:
    """True for a rating of the client's that was not taken back."""
    return rating.rater == Rater.CLIENT and not given_up(rating)
