"""The practice, and forms that were already sent."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base


class Practice(Base):
    """The one row about the practice."""

    __tablename__ = "practice"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(120))
    time_zone: Mapped[str] = mapped_column(String(64))
    crisis_text: Mapped[str] = mapped_column(String(500))
    # The measures offered for a new client; None while the practice has not chosen, which offers all.
    measures: Mapped[list[str] | None] = mapped_column(JSON(none_as_null=True))
    version: Mapped[int] = mapped_column(default=1)


class SentForm(Base):
    """A form that was sent, by the hidden key it was shown with: sent again it answers the same and stores nothing."""

    __tablename__ = "sent_forms"

    key: Mapped[UUID] = mapped_column(primary_key=True)
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    body_hash: Mapped[str] = mapped_column(String(64))
    result_id: Mapped[UUID | None]
    sent_at: Mapped[datetime]
