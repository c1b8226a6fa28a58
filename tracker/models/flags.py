"""Flags, what was found for them each time the rules looked, and what was answered. No function deletes them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.answers import Answer, Rupture
from tracker.domain.flags import FlagKind, Tier
from tracker.domain.measures import Rater
from tracker.models.base import Base, Identified, one_of, word


class Flag(Base, Identified):
    """One check-in for one rating's place (session, measure, rater, participant), through all its corrections."""

    __tablename__ = "flags"
    __table_args__ = (
        one_of("tier", Tier),
        one_of("rater", Rater),
        Index(
            "uq_flags_place",
            "session_id",
            "measure_key",
            "rater",
            "participant_id",
            "tier",
            unique=True,
        ),
    )

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True)
    session_id: Mapped[UUID] = mapped_column(ForeignKey("therapy_sessions.id"))
    participant_id: Mapped[UUID] = mapped_column(ForeignKey("participants.id"))
    measure_key: Mapped[str] = mapped_column(String(40))
    rater: Mapped[str] = mapped_column(word())
    tier: Mapped[str] = mapped_column(word())
    raised_at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=1)
    findings: Mapped[list["FlagFinding"]] = relationship(order_by="FlagFinding.sequence")
    answers: Mapped[list["FlagAnswer"]] = relationship(order_by="FlagAnswer.sequence")


class FlagFinding(Base, Identified):
    """What the rules found: numbers, base, setting and rules version, kept as they were then."""

    __tablename__ = "flag_findings"
    __table_args__ = (
        one_of("kind", FlagKind),
        CheckConstraint("strength BETWEEN 1 AND 3", name="strength"),
        Index("uq_flag_findings_sequence", "flag_id", "sequence", unique=True),
    )

    flag_id: Mapped[UUID] = mapped_column(ForeignKey("flags.id"))
    sequence: Mapped[int]
    rating_id: Mapped[UUID] = mapped_column(ForeignKey("ratings.id"))
    kind: Mapped[str] = mapped_column(word())
    strength: Mapped[int | None]
    detail: Mapped[dict[str, Any]] = mapped_column(JSON)
    rules_version: Mapped[str] = mapped_column(String(16))
    found_at: Mapped[datetime]


class FlagAnswer(Base, Identified):
    """What the clinician answered, to which finding; a later answer is a new row."""

    __tablename__ = "flag_answers"
    __table_args__ = (
        one_of("answer", Answer),
        one_of("rupture", Rupture),
        Index("uq_flag_answers_sequence", "flag_id", "sequence", unique=True),
    )

    flag_id: Mapped[UUID] = mapped_column(ForeignKey("flags.id"))
    sequence: Mapped[int]
    finding_id: Mapped[UUID] = mapped_column(ForeignKey("flag_findings.id"))
    answer: Mapped[str] = mapped_column(word())
    moves: Mapped[list[str]] = mapped_column(JSON)
    rupture: Mapped[str | None] = mapped_column(word())
    note: Mapped[str] = mapped_column(String(300), default="")
    talked_on: Mapped[date | None]
    recorded_at: Mapped[datetime]
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
