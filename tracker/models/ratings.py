"""Ratings: rows that nobody changes (a trigger refuses it); a correction is a new row that supersedes the old one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.measures import InputMode, Rater
from tracker.domain.sessions import Channel, Given
from tracker.models.base import Base, Identified, one_of, word


class Rating(Base, Identified):
    """One completed measure, by one rater for one participant, on one session.

    `answers` holds whole numbers of the item's steps by item key, `total` the same for a typed total. Both empty: the
    rating was taken back by a correction.
    """

    __tablename__ = "ratings"
    __table_args__ = (
        one_of("rater", Rater),
        one_of("given", Given),
        one_of("input_mode", InputMode),
        one_of("channel", Channel),
        CheckConstraint("rater <> 'client' OR participant_id IS NOT NULL", name="participant"),
        CheckConstraint("(supersedes_id IS NULL) = (correction_reason = '')", name="correction"),
        Index(
            "uq_ratings_first_of_participant",
            "session_id",
            "measure_key",
            "rater",
            "participant_id",
            unique=True,
            sqlite_where=text("supersedes_id IS NULL AND participant_id IS NOT NULL"),
            postgresql_where=text("supersedes_id IS NULL AND participant_id IS NOT NULL"),
        ),
        Index(
            "uq_ratings_first_of_therapist",
            "session_id",
            "measure_key",
            "rater",
            unique=True,
            sqlite_where=text("supersedes_id IS NULL AND participant_id IS NULL"),
            postgresql_where=text("supersedes_id IS NULL AND participant_id IS NULL"),
        ),
    )

    session_id: Mapped[UUID] = mapped_column(ForeignKey("therapy_sessions.id"), index=True)
    participant_id: Mapped[UUID | None] = mapped_column(ForeignKey("participants.id"))
    measure_key: Mapped[str] = mapped_column(String(40))
    measure_version: Mapped[int]
    variant: Mapped[str] = mapped_column(String(24), default="")
    rater: Mapped[str] = mapped_column(word())
    blind: Mapped[bool]
    given: Mapped[str] = mapped_column(word())
    input_mode: Mapped[str] = mapped_column(word())
    channel: Mapped[str] = mapped_column(word())
    device_class: Mapped[str] = mapped_column(String(16))
    language: Mapped[str] = mapped_column(String(8))
    answers: Mapped[dict[str, int]] = mapped_column(JSON)
    total: Mapped[int | None]
    held_back: Mapped[int | None]
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    supersedes_id: Mapped[UUID | None] = mapped_column(ForeignKey("ratings.id"), unique=True)
    correction_reason: Mapped[str] = mapped_column(String(200), default="")


class RuleSetting(Base, Identified):
    """A practice's own drop threshold for a measure from a moment on, with its reason; nothing is overwritten."""

    __tablename__ = "rule_settings"

    measure_key: Mapped[str] = mapped_column(String(40), index=True)
    points: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(String(500))
    set_at: Mapped[datetime]
    set_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
