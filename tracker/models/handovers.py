"""Hand-overs: a client is asked to rate by themselves. Codes and links are kept as keyed hashes only."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.course.handover import HandoverStage, Way
from tracker.models.base import Base, Identified, one_of, word
from tracker.models.indexes import index_where, unique_where

RUNNING = "state IN ('waiting', 'open')"


class Handover(Base, Identified):
    """One person is asked some measures for one session, once.

    `answers` holds what was answered so far, by measure and item; it is emptied once ratings were made of it.
    """

    __tablename__ = "handovers"
    __table_args__ = (
        one_of("way", Way),
        one_of("state", HandoverStage),
        CheckConstraint("(state IN ('waiting', 'open')) = (ended_at IS NULL)", name="ended"),
        CheckConstraint("(way = 'tablet') = (sign_in_id IS NOT NULL)", name="tablet"),
        *(
            unique_where(f"uq_handovers_running_{of}", of, *more, where=RUNNING)
            for of, *more in (("session_id", "participant_id"), ("code_hash",), ("secret_hash",))
        ),
        index_where("ix_handovers_not_ended", "expires_at", where="ended_at IS NULL"),
    )

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True, doc="the client")
    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("therapy_sessions.id"), index=True, doc="the session that is rated"
    )
    participant_id: Mapped[UUID] = mapped_column(
        ForeignKey("participants.id"), doc="which participant rates"
    )
    letter: Mapped[str] = mapped_column(
        String(1), default="", doc="the person's letter where several of a record rate"
    )
    measures: Mapped[list[str]] = mapped_column(JSON, doc="keys of what is asked, in order")
    start_mark: Mapped[bool] = mapped_column(
        default=False, doc="whether the mark at the start of the session is asked"
    )
    way: Mapped[str] = mapped_column(
        word(), doc="on the tablet, by a code now, by a link for later"
    )
    state: Mapped[str] = mapped_column(word(), doc="where it stands")
    made_at: Mapped[datetime] = mapped_column(doc="when it was handed over")
    made_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
    sign_in_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("sign_ins.id"),
        doc="the sign-in that is suspended while the client has the tablet",
    )
    code_hash: Mapped[str | None] = mapped_column(String(64), doc="a keyed hash of the six digits")
    secret_hash: Mapped[str | None] = mapped_column(
        String(64), doc="a keyed hash of what the link holds"
    )
    token_hash: Mapped[str | None] = mapped_column(
        String(64), unique=True, doc="the hash of what the client's browser holds"
    )
    expires_at: Mapped[datetime] = mapped_column(doc="until when it can be opened")
    opened_at: Mapped[datetime | None] = mapped_column(doc="when the client had it")
    touched_at: Mapped[datetime] = mapped_column(doc="when the client last did something")
    ended_at: Mapped[datetime | None] = mapped_column(doc="when it was sent, declined or ended")
    reader: Mapped[str] = mapped_column(
        String(80), default="", doc="who reads the answers, where risk is asked by link"
    )
    reading_time: Mapped[str] = mapped_column(
        String(80), default="", doc="by when they are read, as the client is told"
    )
    language: Mapped[str] = mapped_column(String(8), doc="language of the client's pages")
    larger: Mapped[bool] = mapped_column(default=False, doc="larger text")
    device_class: Mapped[str] = mapped_column(
        String(16), default="unknown", doc="desktop, tablet, phone or unknown"
    )
    scale_layouts: Mapped[dict[str, str]] = mapped_column(
        JSON, default=dict, doc="how the answers lay on the screen, by measure, as JSON"
    )
    one_by_one: Mapped[bool] = mapped_column(
        default=False, doc="one question on a page, as on phones"
    )
    begun: Mapped[bool] = mapped_column(default=False, doc="whether the welcome was left behind")
    answers: Mapped[dict[str, dict[str, str]]] = mapped_column(JSON, doc="what was answered so far")
    tries: Mapped[int] = mapped_column(
        default=0, doc="how often the tablet was tried to be taken back in vain"
    )


class CodeGuess(Base, Identified):
    """A six-digit code that was nobody's: so many within a quarter of an hour, and none is taken for a while."""

    __tablename__ = "code_guesses"

    at: Mapped[datetime] = mapped_column(index=True, doc="when")
