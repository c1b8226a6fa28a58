"""What is kept of clients' courses, held against what is worked out anew."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker import clock
from tracker.models import Client, KeptCourse
from tracker.services.record.kept_courses import made_anew, made_with


def kept_otherwise(db: Session) -> list[tuple[UUID, Any, Any]]:
    """Of every client of whom something is kept that counts now: the id, what is kept, and what would be, where these
    are not the same."""
    counts = (KeptCourse.changes == Client.changes) & (KeptCourse.made_with == made_with(db))
    rows = select(KeptCourse).join(Client, Client.id == KeptCourse.client_id).where(counts)
    columns = [column.name for column in KeptCourse.__table__.columns if not column.primary_key]
    kept = {
        row.client_id: {name: getattr(row, name) for name in columns} for row in db.scalars(rows)
    }
    anew = made_anew(db, list(kept), now=clock.now())
    return [(each, kept[each], anew[each]) for each in kept if kept[each] != anew[each]]
