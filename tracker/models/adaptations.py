"""Adaptations of the work to a client. Entries are written once; a correction is a later one."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.course.adaptations import AdaptationKind
from tracker.models.base import Base, Identified, one_of, word


class Adaptation(Base, Identified):
    """What was adapted, on which day."""

    __tablename__ = "adaptations"
    __table_args__ = (one_of("kind", AdaptationKind),)

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True, doc="the client")
    happened_on: Mapped[date] = mapped_column(doc="the day")
    kind: Mapped[str] = mapped_column(word(), doc="what was adapted")
    note: Mapped[str] = mapped_column(String(300), doc="one line")
    taken_back: Mapped[bool] = mapped_column(
        default=False, doc="true for a correction that takes the entry back"
    )
    supersedes_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("adaptations.id"), unique=True, doc="the entry that this one corrects"
    )
    reason: Mapped[str] = mapped_column(String(200), default="", doc="why it was corrected")
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
