"""Taking a tablet back from the client: the person who handed it over shows that it is them."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.handover import HandoverStage
from tracker.models import Handover, User
from tracker.services.access import sign_ins
from tracker.services.handover import answering
from tracker.services.handover.rows import give_token
from tracker.services.trail import audit


def whose(db: Session, row: Handover) -> User | None:
    """Who handed this tablet over, while their sign-in waits for them."""
    return sign_ins.suspended(db, row.sign_in_id) if row.sign_in_id else None


def again(db: Session, sign_in_token: str) -> str | None:
    """A token of the client's for a browser that still holds that of the sign-in which waits: a double tap, or an
    answer that got lost on its way."""
    waiting = sign_ins.suspended_id(db, sign_in_token)
    query = select(Handover).where(Handover.sign_in_id == waiting)
    rows = db.scalars(query.order_by(Handover.made_at.desc())).all() if waiting else []
    with_client = [row for row in rows if row.state == HandoverStage.OPEN]
    row = next(iter([*with_client, *rows]), None)
    return give_token(db, row) if row else None


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
    _stop_all(db, row, now=now)


def _stop_all(db: Session, row: Handover, *, now: datetime) -> None:
    """End what the client, and whoever waits for the same tablet, has not sent; their pages are gone."""
    theirs = select(Handover).where(Handover.sign_in_id == row.sign_in_id)
    for each in db.scalars(theirs).all():
        answering.stop(db, each.id, now=now)
        db.get_one(Handover, each.id).token_hash = None


def take_back(db: Session, row: Handover, *, now: datetime) -> tuple[User, str] | None:
    """The person whose tablet it is, and the token for their browser: their sign-in goes on. What the client had not
    sent is kept as partial. None when that sign-in ended meanwhile."""
    assert row.sign_in_id is not None
    resumed = sign_ins.resume(db, row.sign_in_id, now=now)
    _stop_all(db, row, now=now)
    if resumed is None:
        return None
    audit.record(
        db,
        "handover.taken_back",
        actor=resumed[0].id,
        object_id=row.id,
        client_id=row.client_id,
        now=now,
    )
    return resumed
