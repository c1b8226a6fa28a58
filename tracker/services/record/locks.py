"""Locks that several rows need at once, taken in one order by everybody."""

from collections.abc import Iterable
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models import Client


def lock_clients(db: Session, client_ids: Iterable[UUID]) -> None:
    """Keep other writers of these clients waiting, before the first entry of the audit trail is made: whoever holds the
    end of the trail waits for no client any more, so two writers cannot wait for each other."""
    rows = select(Client.id).where(Client.id.in_(list(client_ids))).order_by(Client.id)
    db.execute(rows.with_for_update()).all()
