"""Goals of a client, and their progress in the client's view. Entries are written once; a correction is a later one."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.care.goals import GoalAct
from tracker.models.base import Base, Identified, one_of, word


class Goal(Base, Identified):
    """One co-written goal: everything said about it is in its entries."""

    __tablename__ = "goals"

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True, doc="the client")
    version: Mapped[int] = mapped_column(
        default=1, doc="counts entries, so that a stale one is noticed"
    )
    entries: Mapped[list["GoalEntry"]] = relationship(order_by="GoalEntry.sequence")
    progress: Mapped[list["GoalProgress"]] = relationship(order_by="GoalProgress.recorded_at")


class GoalEntry(Base, Identified):
    """What was said about a goal, of which day; a correction names the entry that it supersedes."""

    __tablename__ = "goal_entries"
    __table_args__ = (
        one_of("act", GoalAct),
        CheckConstraint("(act IN ('set', 'placed')) = (place IS NOT NULL)", name="place"),
        Index("uq_goal_entries_sequence", "goal_id", "sequence", unique=True),
    )

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goals.id"), doc="the goal")
    sequence: Mapped[int] = mapped_column(doc="order among the entries of the goal")
    act: Mapped[str] = mapped_column(word(), doc="what the entry says")
    happened_on: Mapped[date] = mapped_column(doc="the day it is of")
    wording: Mapped[str] = mapped_column(String(200), default="", doc="the goal, in one sentence")
    line: Mapped[str] = mapped_column(String(200), default="", doc="how, or why, in one line")
    place: Mapped[int | None] = mapped_column(doc="its place in the order of priority, from 1")
    supersedes_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("goal_entries.id"), unique=True, doc="the entry that this one corrects"
    )
    reason: Mapped[str] = mapped_column(String(200), default="", doc="why it was corrected")
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")


class GoalProgress(Base, Identified):
    """How far a goal is at a session, in the client's view, from 0 to 10; empty when it was taken back."""

    __tablename__ = "goal_progress"
    __table_args__ = (CheckConstraint("value BETWEEN 0 AND 10", name="value"),)

    goal_id: Mapped[UUID] = mapped_column(ForeignKey("goals.id"), index=True, doc="the goal")
    session_id: Mapped[UUID] = mapped_column(ForeignKey("therapy_sessions.id"), doc="the session")
    value: Mapped[int | None] = mapped_column(doc="0 to 10")
    supersedes_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("goal_progress.id"), unique=True, doc="the entry that this one corrects"
    )
    reason: Mapped[str] = mapped_column(String(200), default="", doc="why it was corrected")
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
