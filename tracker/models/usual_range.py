"""Where a clinician let a client's usual range begin anew. Written once: taking one back is a row of its own."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Identified


class UsualRangeStart(Base, Identified):
    """From that session on the range is counted anew, or, by a later row for it, is not. The last row of a measure and
    a session holds."""

    __tablename__ = "usual_range_starts"

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True, doc="the client")
    measure_key: Mapped[str] = mapped_column(String(40), doc="the measure whose ranges it is about")
    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("therapy_sessions.id"), doc="the first session of the new range"
    )
    begins: Mapped[bool] = mapped_column(doc="whether a range begins there; false takes it back")
    reason: Mapped[str] = mapped_column(String(200), doc="why, in the clinician's words")
    set_at: Mapped[datetime] = mapped_column(doc="when")
    set_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
