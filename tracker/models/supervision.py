"""Supervision: what is said about flags, which clients were looked at, meetings and what was agreed in them, views of
the board. Entries are written once."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.supervision.agenda import Ended
from tracker.domain.supervision.sign_off import ReviewAct
from tracker.models.base import Base, Identified, one_of, word


class FlagReview(Base, Identified):
    """A comment, a question or a sign-off, given to one finding of a flag and to the answer that stood then."""

    __tablename__ = "flag_reviews"
    __table_args__ = (
        one_of("act", ReviewAct),
        CheckConstraint("(act = 'discuss') = (discuss_on IS NOT NULL)", name="discuss"),
        Index("uq_flag_reviews_sequence", "flag_id", "sequence", unique=True),
    )

    flag_id: Mapped[UUID] = mapped_column(ForeignKey("flags.id"), doc="the flag")
    sequence: Mapped[int] = mapped_column(doc="order among what was said about the flag")
    act: Mapped[str] = mapped_column(word(), doc="what the entry does")
    note: Mapped[str] = mapped_column(String(500), default="", doc="what was said, or the reason")
    discuss_on: Mapped[date | None] = mapped_column(doc="the day on which it is to be discussed")
    finding_id: Mapped[UUID] = mapped_column(
        ForeignKey("flag_findings.id"), doc="the finding that was looked at"
    )
    answer_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("flag_answers.id"), doc="the answer that stood then; empty where there was none"
    )
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")


class Meeting(Base, Identified):
    """A supervision meeting of a supervisor and a clinician on a day; its agenda is worked out from the record."""

    __tablename__ = "meetings"
    __table_args__ = (
        CheckConstraint("supervisor_id <> clinician_id", name="two_people"),
        UniqueConstraint("supervisor_id", "clinician_id", "meets_on"),
    )

    supervisor_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="who supervises")
    clinician_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id"), index=True, doc="whose caseload is talked about"
    )
    meets_on: Mapped[date] = mapped_column(doc="the day")
    made_at: Mapped[datetime] = mapped_column(doc="when the agenda was made")


class ClientReview(Base, Identified):
    """A client was looked at in supervision, with what was decided."""

    __tablename__ = "client_reviews"
    __table_args__ = (Index("ix_client_reviews_client_day", "client_id", "reviewed_on"),)

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), doc="the client")
    meeting_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("meetings.id"), index=True, doc="the meeting; empty for a review outside one"
    )
    reviewed_on: Mapped[date] = mapped_column(doc="the day")
    note: Mapped[str] = mapped_column(String(500), default="", doc="what was said or decided")
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")


class Action(Base, Identified):
    """Who does what by when, as agreed when a client was reviewed; it comes back until it is ended."""

    __tablename__ = "actions"
    __table_args__ = (
        one_of("ended_as", Ended),
        CheckConstraint(
            "(ended_at IS NULL) = (ended_as IS NULL) AND (ended_at IS NULL) = (ended_by_id IS NULL)",
            name="ended",
        ),
    )

    review_id: Mapped[UUID] = mapped_column(
        ForeignKey("client_reviews.id"), index=True, doc="the review in which it was agreed"
    )
    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True, doc="the client")
    what: Mapped[str] = mapped_column(String(200), doc="what is to be done")
    who_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="who does it")
    due_on: Mapped[date | None] = mapped_column(doc="by when; empty for the next meeting")
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
    ended_as: Mapped[str | None] = mapped_column(word(), doc="done, or not needed any more")
    ended_at: Mapped[datetime | None] = mapped_column(doc="when it was ended")
    ended_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id"), doc="by whom it was ended"
    )


class SavedView(Base, Identified):
    """Filter and order of the board under a name of one's own."""

    __tablename__ = "saved_views"
    __table_args__ = (UniqueConstraint("user_id", "name"),)

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="whose view it is")
    name: Mapped[str] = mapped_column(String(40), doc="what it is called")
    asked: Mapped[dict[str, str]] = mapped_column(JSON, doc="filter and order, as the address")
    made_at: Mapped[datetime] = mapped_column(doc="when it was saved")
