"""Adaptations as pages show them: those that count, the newest first."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.superseding import in_force
from tracker.models import Adaptation


def stored_adaptations(db: Session, client_ids: Iterable[UUID]) -> list[Adaptation]:
    """Every entry of these clients, oldest first, in one query."""
    rows = select(Adaptation).where(Adaptation.client_id.in_(list(client_ids)))
    return list(db.scalars(rows.order_by(Adaptation.recorded_at)))


def counting(entries: Sequence[Adaptation]) -> list[Adaptation]:
    """The adaptations that count, the newest day first; what was taken back is left out."""
    kept = [entry for entry in in_force(entries) if not entry.taken_back]
    return sorted(kept, key=lambda entry: entry.happened_on, reverse=True)
