"""What an installation brings to each of its database sessions. Two of them in one process share none of it."""

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from tracker.reference.library import Library, library
from tracker.reference.loader import Known, shipped

NAME = "installation"  # under which a database session carries it


@dataclass(frozen=True)
class Installation:
    """The key of its audit trail, its measures, its library where it has texts of its own; and what was made of these,
    kept for the next page."""

    audit_key: bytes
    measures: Known
    own_library: Library | None = None
    made: dict[str, Any] = field(default_factory=dict)

    @property
    def library(self) -> Library:
        """Its library. That of the product is read by the first who asks."""
        return self.own_library or library()


def installation(db: Session) -> Installation:
    """The installation whose database this is."""
    carried: Installation = db.info[NAME]
    return carried


def defined(db: Session) -> Known:
    """The measures that are defined in this installation."""
    return installation(db).measures


def shipped_with(audit_key: bytes) -> Installation:
    """An installation without files of its own, for looking at a database as it is."""
    return Installation(audit_key, shipped())
