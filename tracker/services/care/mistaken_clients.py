"""Taking back a client who was added by mistake, while nothing stands on them."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Table, delete, exists, select
from sqlalchemy.orm import Session

from tracker.domain.errors import NotNow
from tracker.domain.people.access import Actor
from tracker.models import Base, Client, ClientMeasure, KeptCourse, Participant
from tracker.services.access import permissions
from tracker.services.trail import audit

IN_USE = (
    "Something is recorded with this client, so it cannot be taken back. End the therapy instead."
)
# What every client has from the first moment; whatever else points to a client was recorded with them.
OF_EVERY_CLIENT: tuple[type[Base], ...] = (KeptCourse, ClientMeasure, Participant)


def in_use(db: Session, client_id: UUID) -> bool:
    """True when anything is recorded with the client: a session, be it scheduled, a goal, a hand-over, a cover, or
    whatever else names them, but for the audit trail."""
    asked = [
        exists().where(table.c[column] == client_id) for table, column in _pointing_to_a_client()
    ]
    return any(db.execute(select(*asked)).one())


def take_back(db: Session, actor: Actor, client_id: UUID, *, now: datetime) -> UUID:
    """The id of the client, who is gone with what every client has; the code is not given out again, and the audit
    trail keeps that there was one. NotNow when something is recorded with them."""
    client = permissions.may_change_client(db, actor, client_id, now=now, lock=True)
    if in_use(db, client.id):
        raise NotNow(IN_USE)
    audit.record(
        db,
        "client.taken_back",
        actor=actor.id,
        object_id=client.id,
        client_id=client.id,
        now=now,
    )
    db.expunge(client)
    for model in OF_EVERY_CLIENT:
        table = model.__table__
        db.execute(delete(table).where(table.c.client_id == client_id))  # type: ignore[arg-type]  # a table is one
    db.execute(delete(Client.__table__).where(Client.__table__.c.id == client_id))  # type: ignore[arg-type]  # likewise
    return client_id


def _pointing_to_a_client() -> list[tuple[Table, str]]:
    """The columns that point to a client, of all tables but those that every client is in."""
    clients = Client.__table__
    own = {model.__table__ for model in OF_EVERY_CLIENT}
    return [
        (table, key.parent.name)
        for table in Base.metadata.sorted_tables
        for key in table.foreign_keys
        if key.column.table is clients and table not in own
    ]
