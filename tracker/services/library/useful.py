"""Useful marks: who found which text of the library useful, one mark a person; pages show counts and one's own."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.people.access import Actor
from tracker.models import UsefulMark
from tracker.services.library.texts import shelf
from tracker.services.trail import audit


@dataclass(frozen=True)
class Useful:
    """How many people found a text useful, and whether the reader did."""

    count: int
    own: bool


def useful(db: Session, actor: Actor, address: str) -> Useful:
    """The useful marks of a text."""
    of = UsefulMark.text == address
    count = db.scalar(select(func.count()).select_from(UsefulMark).where(of))
    own = db.scalar(select(UsefulMark.id).where(of, UsefulMark.user_id == actor.id))
    return Useful(count or 0, own is not None)


def most_useful(db: Session) -> Mapping[str, int]:
    """How many people found each text useful."""
    rows = db.execute(select(UsefulMark.text, func.count()).group_by(UsefulMark.text))
    return dict(rows.all())


def mark_useful(db: Session, actor: Actor, address: str, *, wanted: bool, now: datetime) -> UUID:
    """Set the reader's useful mark, or take it away; its id. Nothing changes where it is so already."""
    shelf(db).text(address)
    row = db.scalar(
        select(UsefulMark).where(UsefulMark.text == address, UsefulMark.user_id == actor.id)
    )
    if (row is not None) == wanted:
        return row.id if row else uuid4()
    if row is None:
        row = UsefulMark(id=uuid4(), text=address, user_id=actor.id, marked_at=now)
        db.add(row)
    else:
        db.delete(row)
    db.flush()
    event = "library.found_useful" if wanted else "library.not_useful"
    audit.record(db, event, actor=actor.id, object_id=row.id, now=now, text=address)
    return row.id
