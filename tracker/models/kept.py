"""What is kept of a client's course, so that a page need not work it out again."""

from datetime import date
from uuid import UUID

from sqlalchemy import ForeignKey, LargeBinary, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base


class KeptCourse(Base):
    """What pages read of one client, worked out when the client was last written to.

    Never a source of truth: it counts while `changes` is that of the client and `made_with` says what it would be made
    with now, and may be thrown away at any time.
    """

    __tablename__ = "kept_courses"

    client_id: Mapped[UUID] = mapped_column(
        ForeignKey("clients.id"), primary_key=True, doc="the client"
    )
    changes: Mapped[int] = mapped_column(doc="the client's count of changes that it was made at")
    made_with: Mapped[str] = mapped_column(
        String(64), doc="digest of the code, the measures and the settings that it was made with"
    )
    line: Mapped[bytes] = mapped_column(
        LargeBinary, doc="what a caseload reads, as JSON; no note and nothing that was typed"
    )
    board: Mapped[bytes] = mapped_column(
        LargeBinary, doc="what a supervision board counts, as JSON; likewise"
    )
    board_until: Mapped[date | None] = mapped_column(
        doc="the last day on which any of it can be on a board; empty where nothing can"
    )
    board_rows: Mapped[bytes] = mapped_column(
        LargeBinary,
        doc="what the rows of that board say, as JSON; likewise, and read for a page's rows alone",
    )
