"""Therapy sessions, and what was corrected about them."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.course.removals import Removal, RemovalAct
from tracker.domain.course.sessions import AgreedTask, NoRating, Setting, Status
from tracker.models.base import Base, Identified, one_of, word
from tracker.models.indexes import index_where


class TherapySession(Base, Identified):
    """The therapy hour: whether it took place, when, how, and with whom; scheduled ahead, or entered afterwards."""

    __tablename__ = "therapy_sessions"
    __table_args__ = (
        one_of("status", Status),
        one_of("setting", Setting),
        one_of("no_rating", NoRating),
        one_of("task", AgreedTask),
        one_of("removed", Removal),
        CheckConstraint("minutes_late BETWEEN 0 AND 180", name="minutes_late"),
        Index("ix_therapy_sessions_client_day", "client_id", "held_on", "recorded_at"),
        index_where("ix_therapy_sessions_asked", "held_on", where="no_rating = 'asked'"),
    )

    client_id: Mapped[UUID] = mapped_column(
        ForeignKey("clients.id"), doc="the client whose session it is"
    )
    clinician_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id"), doc="who held it; ratings of two therapists are not compared"
    )
    held_on: Mapped[date] = mapped_column(doc="the day, in the practice's time zone")
    status: Mapped[str] = mapped_column(word(), doc="what became of it")
    setting: Mapped[str] = mapped_column(word(), doc="where it took place")
    minutes_late: Mapped[int | None] = mapped_column(doc="how many minutes late the client came")
    no_rating: Mapped[str | None] = mapped_column(
        word(), doc="why an attended session has no client rating"
    )
    note: Mapped[str] = mapped_column(
        String(500), default="", doc="one or two lines, no clinical notes"
    )
    task: Mapped[str | None] = mapped_column(word(), doc="what became of the task agreed before")
    asked_questions: Mapped[bool | None] = mapped_column(doc="the client asked something")
    disagreed: Mapped[bool | None] = mapped_column(doc="the client disagreed with something")
    brought_unasked: Mapped[bool | None] = mapped_column(doc="the client brought something unasked")
    set_agenda: Mapped[bool | None] = mapped_column(doc="the client set what was talked about")
    still_useful: Mapped[str] = mapped_column(
        String(200), default="", doc="one line: is this still useful"
    )
    right_things: Mapped[str] = mapped_column(
        String(200), default="", doc="one line: are these the right things"
    )
    not_working: Mapped[str] = mapped_column(
        String(200), default="", doc="one line: what is not working"
    )
    markers: Mapped[list[str]] = mapped_column(
        JSON, default=list, doc="what the therapist saw of a strain, as JSON"
    )
    start_marks: Mapped[dict[str, int]] = mapped_column(
        JSON,
        default=dict,
        doc="the mark at the start by participant, 0 to 10, as JSON; where the practice asks for it",
    )
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was logged, or scheduled before")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="who did that")
    taken_off_at: Mapped[datetime | None] = mapped_column(
        doc="when a scheduled session was taken off the plan, or a logged one taken back or moved to another record"
    )
    removed: Mapped[str | None] = mapped_column(
        word(), doc="what became of a logged session that does not count here any more"
    )
    number_before: Mapped[int | None] = mapped_column(doc="the number that it had here until then")
    version: Mapped[int] = mapped_column(
        default=1, doc="counts corrections, so that a stale one is noticed"
    )
    reengagements: Mapped[list["Reengagement"]] = relationship(order_by="Reengagement.recorded_at")


class SessionRemoval(Base, Identified):
    """That a logged session was taken back or moved to another record, or put back. Written once; the last counts."""

    __tablename__ = "session_removals"
    __table_args__ = (
        one_of("act", RemovalAct),
        CheckConstraint("(act = 'moved') = (to_session_id IS NOT NULL)", name="destination"),
        UniqueConstraint("session_id", "sequence"),
    )

    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("therapy_sessions.id"), doc="the session where it was entered first"
    )
    sequence: Mapped[int] = mapped_column(doc="order among the entries of the session")
    act: Mapped[str] = mapped_column(word(), doc="what the entry says")
    to_session_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("therapy_sessions.id"), index=True, doc="the session of the other record"
    )
    reason: Mapped[str] = mapped_column(String(200), default="", doc="why")
    recorded_at: Mapped[datetime] = mapped_column(doc="when")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")


class SessionChange(Base, Identified):
    """One corrected detail of a session; the old value stays readable for good."""

    __tablename__ = "session_changes"

    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("therapy_sessions.id"), index=True, doc="the corrected session"
    )
    field: Mapped[str] = mapped_column(String(24), doc="which detail was corrected")
    old: Mapped[str] = mapped_column(String(500), doc="its value before")
    new: Mapped[str] = mapped_column(String(500), doc="its value after")
    reason: Mapped[str] = mapped_column(String(200), doc="why, in the clinician's words")
    changed_at: Mapped[datetime] = mapped_column(doc="when")
    changed_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")


class Reengagement(Base, Identified):
    """The conversation about coming back after a missed session; a correction supersedes, and is a row of its own."""

    __tablename__ = "reengagements"

    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("therapy_sessions.id"), index=True, doc="the missed session"
    )
    happened_on: Mapped[date] = mapped_column(doc="the day of the conversation")
    note: Mapped[str] = mapped_column(String(300), doc="one line")
    supersedes_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("reengagements.id"), unique=True, doc="the entry that this one corrects"
    )
    reason: Mapped[str] = mapped_column(
        String(200), default="", doc="why it was corrected, in the clinician's words"
    )
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
