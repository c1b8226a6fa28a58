"""Taking a tablet back from the client: the person who handed it over shows that it is them."""

from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models import Handover, User
from tracker.services import audit, handed_over, sign_ins


def whose(db: Session, row: Handover) -> User | None:
    """Who handed this tablet over, while their sign-in waits for them."""
    return sign_ins.suspended(db, row.sign_in_id) if row.sign_in_id else None


def again(db: Session, sign_in_token: str) -> str | None:
    """A token of the client's for a browser that still holds that of the sign-in which waits: a double tap, or an
    answer that got lost on its way."""
    waiting = sign_ins.suspended_id(db, sign_in_token)
    query = select(Handover).where(Handover.sign_in_id == waiting)
    row = db.scalar(query.order_by(Handover.made_at.desc()).limit(1)) if waiting else None
    return handed_over.give_token(db, row) if row else None


def take_try(db: Session, row: Handover) -> int:
    """Use one of the tries to take the tablet back, before the slow check; how many that makes."""
    query = select(Handover).where(Handover.id == row.id).with_for_update()
    row = db.scalars(query.execution_options(populate_existing=True)).one()
    row.tries += 1
    return row.tries


def shut(db: Session, row: Handover, *, now: datetime) -> None:
    """Nobody could take the tablet back: the sign-in that was suspended is over."""
    assert row.sign_in_id is not None
    sign_ins.end_suspended(db, row.sign_in_id, reason="wrong_pin", now=now)
    handed_over.stop(db, row.id, now=now)
    db.get_one(Handover, row.id).token_hash = None


def take_back(
    db: Session, row: Handover, *, now: datetime, absolute: timedelta
) -> tuple[User, str] | None:
    """The person whose tablet it is, and the token for their browser: their sign-in goes on. What the client had not
    sent is kept as partial. None when that sign-in ended meanwhile."""
    assert row.sign_in_id is not None
    handed_over.stop(db, row.id, now=now)
    found = sign_ins.resume(db, row.sign_in_id, now=now, absolute=absolute)
    if found is None:
        return None
    db.get_one(Handover, row.id).token_hash = None  # the client's pages are gone with it
    audit.record(
        db,
        "handover.taken_back",
        actor=found[0].id,
        object_id=row.id,
        client_id=row.client_id,
        now=now,
    )
    return found
