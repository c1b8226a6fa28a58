"""Which version of a measure a client is asked: the one they began with, until the clinician switches to the newest."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete, NotNow, NotPermitted
from tracker.domain.measures.measure import Measure
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, ClientMeasure, Handover
from tracker.reference.loader import Known
from tracker.services.access import permissions
from tracker.services.installation import defined
from tracker.services.trail import audit

OVERTAKEN = "Another version is the newest by now. Compare the wording once more"
HANDED_OVER = "The client has a hand-over that is open. Switch when it has ended."


@dataclass(frozen=True)
class Versions:
    """A measure in use with a client: the version they stay on, the newest, and what changed between them.

    `compared`: both are scored in the same way, so that one course goes on over the switch.
    """

    client: Client
    now: Measure
    newest: Measure
    changes: tuple[str, ...]
    compared: bool

    @property
    def can_switch(self) -> bool:
        """True while there is a newer version than the client's."""
        return self.now.version < self.newest.version


def versions(db: Session, actor: Actor, client_id: UUID, key: str, *, now: datetime) -> Versions:
    """The versions of a measure in use with a client. NotPermitted for a measure that is not."""
    client = permissions.client_for(db, actor, client_id, Permission.CHANGE_CLIENT, now=now)
    return _versions(client, _row(client, key, defined(db)), defined(db))


def newer_for(client: Client, known: Known) -> list[Versions]:
    """The measures in use with a client of which there is a newer version."""
    rows = [row for row in client.measures if row.measure_key in known.current]
    return [each for row in rows if (each := _versions(client, row, known)).can_switch]


def switch(
    db: Session, actor: Actor, client_id: UUID, key: str, seen: int, *, now: datetime
) -> Client:
    """The client, asked the newest version of a measure from the next rating on; `seen` is the one that was shown as
    that. Incomplete where there is nothing to switch, or a newer one has come; NotNow while the client is answering."""
    client = permissions.may_change_client(db, actor, client_id, now=now, lock=True)
    row = _row(client, key, defined(db))
    known = _versions(client, row, defined(db))
    if not known.can_switch:
        raise Incomplete({"version": "The client is on the newest version already"})
    if seen != known.newest.version:
        raise Incomplete({"version": OVERTAKEN})
    running = select(Handover.id).where(Handover.client_id == client_id)
    if db.scalar(running.where(Handover.ended_at.is_(None)).limit(1)):
        raise NotNow(HANDED_OVER)
    row.measure_version = known.newest.version
    db.flush()
    audit.record(
        db,
        "measure.switched",
        actor=actor.id,
        object_id=client.id,
        client_id=client.id,
        now=now,
        measure=key,
        version=known.newest.version,
        before=known.now.version,
    )
    return client


def _row(client: Client, key: str, known: Known) -> ClientMeasure:
    for row in client.measures:
        if row.measure_key == key and key in known.current:
            return row
    raise NotPermitted


def _versions(client: Client, row: ClientMeasure, known: Known) -> Versions:
    stayed = known.stayed_on(row.measure_key, row.measure_version)
    newest = known.current[row.measure_key]
    same = known.scored_as(stayed) == known.scored_as(newest)
    return Versions(client, stayed, newest, known.changes(stayed, newest), same)
