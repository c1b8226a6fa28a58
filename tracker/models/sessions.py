"""Therapy sessions, and what was corrected about them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.sessions import NoRating, Setting, Status
from tracker.models.base import Base, Identified, one_of, word


class TherapySession(Base, Identified):
    """The therapy hour: whether it took place, when, how, and with whom."""

    __tablename__ = "therapy_sessions"
    __table_args__ = (
        one_of("status", Status),
        one_of("setting", Setting),
        one_of("no_rating", NoRating),
        CheckConstraint("minutes_late BETWEEN 0 AND 180", name="minutes_late"),
        Index("ix_therapy_sessions_client_day", "client_id", "held_on", "recorded_at"),
    )

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"))
    clinician_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    held_on: Mapped[date]
    status: Mapped[str] = mapped_column(word())
    setting: Mapped[str] = mapped_column(word())
    minutes_late: Mapped[int | None]
    no_rating: Mapped[str | None] = mapped_column(word())
    note: Mapped[str] = mapped_column(String(500), default="")
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    version: Mapped[int] = mapped_column(default=1)


class SessionChange(Base, Identified):
    """One corrected detail of a session; the old value stays readable for good."""

    __tablename__ = "session_changes"

    session_id: Mapped[UUID] = mapped_column(ForeignKey("therapy_sessions.id"), index=True)
    field: Mapped[str] = mapped_column(String(24))
    old: Mapped[str] = mapped_column(String(500))
    new: Mapped[str] = mapped_column(String(500))
    reason: Mapped[str] = mapped_column(String(200))
    changed_at: Mapped[datetime]
    changed_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
