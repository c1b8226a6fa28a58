"""Whether the signed-in person treats a client: as their clinician, or standing in for the clinician today."""

from uuid import UUID

from flask import g

from tracker import clock, db
from tracker.services.access.standing_in import covered
from tracker.services.office.practice import today


def treats(clinician_id: UUID) -> bool:
    """True for one's own clients and for those of whom one covers for; asked once for a request."""
    if clinician_id == g.user.id:
        return True
    if "covered" not in g:
        with db.reading() as reading:
            g.covered = covered(reading, g.user, today(reading, clock.now()))
    return clinician_id in g.covered
