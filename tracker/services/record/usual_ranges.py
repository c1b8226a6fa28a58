"""Where the usual ranges of a client begin anew, as it was said last."""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models import UsualRangeStart
from tracker.services.record.course import Course


def stored_starts(db: Session, client_ids: Iterable[UUID]) -> list[UsualRangeStart]:
    """Every row about the usual ranges of these clients, in their order, in one query."""
    rows = select(UsualRangeStart).where(UsualRangeStart.client_id.in_(list(client_ids)))
    return list(db.scalars(rows.order_by(UsualRangeStart.set_at, UsualRangeStart.id)))


def anew(rows: Iterable[UsualRangeStart], of: Course) -> Mapping[str, frozenset[int]]:
    """By measure, the numbers of the sessions at which a range begins anew as things stand."""
    last = {(row.measure_key, row.session_id): row.begins for row in rows}
    by_measure: dict[str, set[int]] = {}
    for (key, session_id), begins in last.items():
        if begins:
            by_measure.setdefault(key, set()).add(of.slot(session_id).number)
    return {key: frozenset(numbers) for key, numbers in by_measure.items()}
