"""What is kept of clients' courses, held against what is worked out anew."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker import clock
from tracker.models import Client
from tracker.services.record import kept_lines
from tracker.services.record.kept_courses import fresh_lines, kept_texts


def kept_otherwise(db: Session) -> list[tuple[UUID, bytes, bytes]]:
    """Of every client of whom something is kept that counts now: the id, what is kept, and what would be, where these
    are not the same."""
    ids = list(db.scalars(select(Client.id)))
    kept = dict(kept_texts(db, ids))
    fresh = fresh_lines(db, list(kept), now=clock.now())
    written = {client_id: kept_lines.written(line) for client_id, line in fresh.items()}
    return [(each, kept[each], written[each]) for each in kept if kept[each] != written[each]]
