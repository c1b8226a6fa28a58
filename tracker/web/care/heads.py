"""What stands on top of every page of a record: whose it is, what can be done, and the way to its other pages."""

from dataclasses import dataclass
from datetime import datetime

from flask import g
from sqlalchemy.orm import Session

from tracker import clock
from tracker.domain.people.emergency import LASTS
from tracker.models import EmergencyAccess
from tracker.services.access.standing_in import emergency_of
from tracker.services.record.records import Record
from tracker.web.door.forms import Form
from tracker.web.door.treating import treats


@dataclass(frozen=True)
class RecordHead:
    """`own`: the reader treats the client, or covers. `emergency`: by which a stranger reads the record."""

    own: bool
    emergency: EmergencyAccess | None

    @property
    def closes_at(self) -> datetime | None:
        """When the emergency ends."""
        return self.emergency.opened_at + LASTS if self.emergency else None

    def button(self) -> Form:
        """A form without fields, for a button of its own."""
        return Form(formdata=None)


def head_of(reading: Session, record: Record) -> RecordHead:
    """The head of a record for whoever is signed in."""
    own = treats(record.client.clinician_id)
    opened = None if own else emergency_of(reading, g.user, record.client.id, now=clock.now())
    return RecordHead(own, opened)
