"""Reads that could not be written into the audit chain at once: the database could not be written, and reading goes on.

Each waits in its process and stands in the log meanwhile; the next read that can be written takes it along, with the
time at which it happened. So many may wait; then pages are refused, because nobody may read unseen for long.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from threading import Lock
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.errors import NotNow
from tracker.services.trail import audit

MOST = 500  # design default


@dataclass(frozen=True)
class Read:
    """Who read what, and when."""

    event: str
    actor: UUID
    at: datetime
    object_id: UUID | None = None
    client_id: UUID | None = None
    detail: Mapping[str, str | int | list[str]] = field(default_factory=dict)

    def for_log(self) -> dict[str, str]:
        """The ids of it, for one line of the log."""
        ids = {"actor_id": self.actor, "object_id": self.object_id, "client_id": self.client_id}
        return {"event": self.event} | {name: str(value) for name, value in ids.items() if value}


class LateReads:
    """The reads of this process that wait to be written."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: list[Read] = []

    def take(self) -> list[Read]:
        """All that wait, oldest first; they wait no more, unless they are kept again."""
        with self._lock:
            taken = self._waiting
            self._waiting = []
        return taken

    def keep(self, reads: list[Read]) -> None:
        """Let these wait. NotNow when too many do."""
        with self._lock:
            self._waiting = [*reads, *self._waiting]
            full = len(self._waiting) > MOST
            if full:
                self._waiting.pop()
        if full:
            raise NotNow(
                "Reading is closed until the database can be written again: too many readings wait to be recorded."
            )


def record_read(db: Session, read: Read, *, now: datetime, late: bool = False) -> None:
    """Write a read into the chain; a late one with the moment at which it happened."""
    audit.record(
        db,
        read.event,
        actor=read.actor,
        now=now,
        object_id=read.object_id,
        client_id=read.client_id,
        **read.detail,
        **({"read_at": read.at.isoformat()} if late else {}),
    )
