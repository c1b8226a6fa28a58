"""Flags, what was found for them each time the rules looked, and what was answered. No function deletes them."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.care.answers import Answer, Rupture
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.models.base import Base, Identified, one_of, word


class Flag(Base, Identified):
    """One thing to look at in one rating's place (session, measure, rater, participant), through all its corrections.

    `concern`: what it is about. A place has one check-in, whatever its reason, and one flag of each other kind.
    `participant_id`: of a therapist's rating, the participant whom it is about.
    """

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
            "concern",
            unique=True,
        ),
    )

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True, doc="the client")
    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("therapy_sessions.id"), doc="the session it belongs to"
    )
    participant_id: Mapped[UUID] = mapped_column(
        ForeignKey("participants.id"), doc="the participant whom it concerns"
    )
    measure_key: Mapped[str] = mapped_column(String(40), doc="the measure it rests on")
    rater: Mapped[str] = mapped_column(word(), doc="whose rating it rests on")
    tier: Mapped[str] = mapped_column(word(), doc="where it appears and what it asks for")
    concern: Mapped[str] = mapped_column(
        word(), doc="what it is about; one flag for each in one place"
    )
    raised_at: Mapped[datetime] = mapped_column(doc="when it was found first")
    withdrawn_at: Mapped[datetime | None] = mapped_column(
        doc="when a correction took its reason away"
    )
    version: Mapped[int] = mapped_column(
        default=1, doc="counts answers and findings, so that a stale answer is noticed"
    )
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

    flag_id: Mapped[UUID] = mapped_column(ForeignKey("flags.id"), doc="the flag")
    sequence: Mapped[int] = mapped_column(doc="order among the findings of the flag")
    rating_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("ratings.id"), doc="the rating as it was then; empty for a session without one"
    )
    kind: Mapped[str] = mapped_column(word(), doc="which rule spoke")
    strength: Mapped[int | None] = mapped_column(doc="1 to 3 for a drop")
    detail: Mapped[dict[str, Any]] = mapped_column(
        JSON, doc="the numbers as exact text: scores, base, threshold, reason"
    )
    rules_version: Mapped[str] = mapped_column(String(16), doc="version of the rules that found it")
    found_at: Mapped[datetime] = mapped_column(doc="when")


class FlagAnswer(Base, Identified):
    """What the clinician answered, to which finding. A later answer is a new row, and so is an undo of one.

    One answer settles a whole thing to answer: each of its flags has a row, and those beside the leader point to its
    row, which alone holds what was done and said.
    """

    __tablename__ = "flag_answers"
    __table_args__ = (
        one_of("answer", Answer),
        one_of("rupture", Rupture),
        CheckConstraint("(answer = 'undone') = (undoes_id IS NOT NULL)", name="undone"),
        Index("uq_flag_answers_sequence", "flag_id", "sequence", unique=True),
    )

    flag_id: Mapped[UUID] = mapped_column(ForeignKey("flags.id"), doc="the flag")
    sequence: Mapped[int] = mapped_column(doc="order among the entries of the flag")
    finding_id: Mapped[UUID] = mapped_column(
        ForeignKey("flag_findings.id"), doc="the finding that was answered"
    )
    answer: Mapped[str] = mapped_column(
        word(), doc="what was answered, or that an answer was undone"
    )
    moves: Mapped[list[str]] = mapped_column(JSON, doc="what was done in the conversation")
    rupture: Mapped[str | None] = mapped_column(word(), doc="what the clinician calls it")
    note: Mapped[str] = mapped_column(String(300), default="", doc="one line")
    talked_on: Mapped[date | None] = mapped_column(
        doc="when it was talked about, if not in the session"
    )
    undoes_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("flag_answers.id"), unique=True, doc="the answer that this entry undoes"
    )
    given_with_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("flag_answers.id"), doc="the answer to another flag that settled this one too"
    )
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
