"""Prints: a page with a client's data goes to paper only after the audit trail has it."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.errors import NotPermitted
from tracker.domain.people.access import Actor
from tracker.services.access import permissions
from tracker.services.supervision.agenda import agenda
from tracker.services.trail import audit


class Printed(StrEnum):
    """What has a button that prints it."""

    RECORD = "record"
    HANDOFF = "handoff"
    CLOSING = "closing"
    AGENDA = "agenda"


def note_print(
    db: Session, actor: Actor, what: Printed | None, of_id: UUID, *, now: datetime
) -> None:
    """Write that a client's record, a summary of it, or a meeting's agenda, is being printed. NotPermitted for whoever
    may not read it."""
    if what is None:
        raise NotPermitted
    if what is Printed.AGENDA:
        shown = agenda(db, actor, of_id, now=now)
        who = actor.id
        event = "meeting.printed"
        audit.record(db, event, actor=who, object_id=of_id, now=now, clients=shown.clients)
        return
    client = permissions.may_read_client(db, actor, of_id, now=now)
    ids = (client.id, client.id)
    audit.record(
        db,
        "client.printed",
        actor=actor.id,
        object_id=ids[0],
        client_id=ids[1],
        now=now,
        page=what.value,
    )
