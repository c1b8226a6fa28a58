"""Repairs: the work on a strain, entry by entry. An entry is written once; a correction is a later one."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.care.answers import Rupture
from tracker.domain.care.repair_work import Act
from tracker.models.base import Base, Identified, one_of, word


class Repair(Base, Identified):
    """One strain that is followed up: of a session, and of the check-in that was raised by it, where one was."""

    __tablename__ = "repairs"

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True, doc="the client")
    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("therapy_sessions.id"), doc="the session in which the strain was noticed"
    )
    flag_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("flags.id"), unique=True, doc="the check-in it follows up; empty for no score"
    )
    version: Mapped[int] = mapped_column(
        default=1, doc="counts entries, so that a stale one is noticed"
    )
    entries: Mapped[list["RepairEntry"]] = relationship(order_by="RepairEntry.sequence")


class RepairEntry(Base, Identified):
    """What was done or said, by whom and when; a correction names the entry that it supersedes."""

    __tablename__ = "repair_entries"
    __table_args__ = (
        one_of("act", Act),
        one_of("rupture", Rupture),
        CheckConstraint("(act IN ('done', 'let_go')) = (step_id IS NOT NULL)", name="step"),
        Index("uq_repair_entries_sequence", "repair_id", "sequence", unique=True),
    )

    repair_id: Mapped[UUID] = mapped_column(ForeignKey("repairs.id"), doc="the repair")
    sequence: Mapped[int] = mapped_column(doc="order among the entries of the repair")
    act: Mapped[str] = mapped_column(word(), doc="what the entry says")
    rupture: Mapped[str | None] = mapped_column(word(), doc="what the clinician calls it")
    moves: Mapped[list[str]] = mapped_column(JSON, doc="what was done in the conversation")
    markers: Mapped[list[str]] = mapped_column(
        JSON, default=list, doc="what the therapist saw of the strain, as JSON"
    )
    note: Mapped[str] = mapped_column(String(300), default="", doc="one line")
    happened_on: Mapped[date | None] = mapped_column(
        doc="the day of a conversation, if not in the session of the strain"
    )
    step_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("repair_entries.id"), doc="the planned step that it settles"
    )
    supersedes_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("repair_entries.id"), unique=True, doc="the entry that this one corrects"
    )
    answer_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("flag_answers.id"),
        doc="the answer that opened the repair, or the undoing that took it back",
    )
    reason: Mapped[str] = mapped_column(
        String(200), default="", doc="why: of an end, a step let go, or a correction"
    )
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
