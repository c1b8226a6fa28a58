"""Who reads or treats somebody else's clients for a time: cover while a clinician is away, records opened in an
emergency; and the notices that tell people of it."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Identified, one_of, word


class NoticeKind(StrEnum):
    EMERGENCY = "emergency"
    TRANSFERRED = "transferred"
    COVERING = "covering"
    COVERED = "covered"
    SUPERVISED = "supervised"
    DRAFTED = "drafted"
    SESSION_REMOVED = "session_removed"


class Cover(Base, Identified):
    """A clinician's clients are also another clinician's from one day to another."""

    __tablename__ = "covers"
    __table_args__ = (
        CheckConstraint("clinician_id <> cover_id", name="two_people"),
        CheckConstraint("ends_on >= starts_on", name="order"),
    )

    clinician_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id"), index=True, doc="who is away"
    )
    cover_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True, doc="who covers")
    starts_on: Mapped[date] = mapped_column(doc="the first day")
    ends_on: Mapped[date] = mapped_column(doc="the last day")
    reason: Mapped[str] = mapped_column(String(200), doc="why, without clinical detail")
    made_at: Mapped[datetime] = mapped_column(doc="when it was arranged")
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
    ended_at: Mapped[datetime | None] = mapped_column(doc="when it was ended before its last day")


class EmergencyAccess(Base, Identified):
    """A record opened in an emergency, by whom and why; it closes by itself."""

    __tablename__ = "emergency_accesses"
    __table_args__ = (Index("ix_emergency_accesses_user_client", "user_id", "client_id"),)

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), doc="the client")
    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="who opened the record")
    clinician_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id"), doc="who treated the client then"
    )
    reason: Mapped[str] = mapped_column(String(300), doc="why, without clinical detail")
    opened_at: Mapped[datetime] = mapped_column(doc="when")
    ended_at: Mapped[datetime | None] = mapped_column(doc="when it was closed before its time")


class Notice(Base, Identified):
    """Something a person is told on their home page, until they have seen it or its last day is over."""

    __tablename__ = "notices"
    __table_args__ = (
        one_of("kind", NoticeKind),
        Index("ix_notices_user_seen", "user_id", "seen_at"),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="who is told")
    kind: Mapped[str] = mapped_column(word(), doc="what they are told of")
    about_id: Mapped[UUID | None] = mapped_column(
        doc="the cover or the emergency it is about; or who reads the clients now"
    )
    client_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("clients.id"), index=True, doc="the client, where there is one"
    )
    by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id"), doc="who did it, or who is away; empty for the command line"
    )
    text: Mapped[str] = mapped_column(String(300), doc="the reason that was given")
    since: Mapped[date | None] = mapped_column(doc="the first day it holds for; empty for none")
    until: Mapped[date | None] = mapped_column(
        doc="the last day it holds for, after which what one covers is not told; empty for none"
    )
    made_at: Mapped[datetime] = mapped_column(doc="when")
    seen_at: Mapped[datetime | None] = mapped_column(doc="when it was put away")
