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

    id: Mapped[int] = mapped_column(primary_key=True, doc="always 1")
    name: Mapped[str] = mapped_column(String(120), doc="what the practice is called")
    time_zone: Mapped[str] = mapped_column(
        String(64), doc="where days begin and end, as a zone's name"
    )
    crisis_text: Mapped[str] = mapped_column(
        String(500), doc="what to do in an emergency; at the foot of every page"
    )
    measures: Mapped[list[str] | None] = mapped_column(
        JSON(none_as_null=True), doc="what is offered for a new client; empty while all are"
    )
    own_ratings_shown: Mapped[bool] = mapped_column(
        default=False,
        doc="whether clients may see their own ratings once they have rated on a phone",
    )
    start_mark: Mapped[bool] = mapped_column(
        default=False, doc="whether clients are asked for one mark at the start of a session"
    )
    version: Mapped[int] = mapped_column(
        default=1, doc="counts changes, so that a stale one is noticed"
    )


class SentForm(Base):
    """A form that was sent, by the hidden key it was shown with: sent again it answers the same and stores nothing."""

    __tablename__ = "sent_forms"

    key: Mapped[UUID] = mapped_column(primary_key=True, doc="the hidden key of the form")
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="who sent it")
    body_hash: Mapped[str] = mapped_column(
        String(64), doc="a hash of what was sent, secrets left out"
    )
    result_id: Mapped[UUID | None] = mapped_column(doc="what was stored for it")
    sent_at: Mapped[datetime] = mapped_column(doc="when")
