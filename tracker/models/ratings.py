"""Ratings: rows that nobody changes (a trigger refuses it); a correction is a new row that supersedes the old one."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.course.layouts import ScaleLayout
from tracker.domain.course.sessions import Channel, Given
from tracker.domain.measures.measure import InputMode, Rater
from tracker.domain.measures.strain import StrainSeen, StrainSettled
from tracker.models.base import Base, Identified, one_of, word
from tracker.models.indexes import unique_where


class Rating(Base, Identified):
    """One completed measure, by one rater for one participant, on one session.

    `answers` holds whole numbers of the item's steps by item key, null for an item that does not apply, and nothing for
    one that was left out; `total` the same for a typed total. Both empty: the rating was taken back by a correction.
    """

    __tablename__ = "ratings"
    __table_args__ = (
        one_of("rater", Rater),
        one_of("given", Given),
        one_of("input_mode", InputMode),
        one_of("channel", Channel),
        one_of("scale_layout", ScaleLayout),
        one_of("strain", StrainSeen),
        one_of("strain_settled", StrainSettled),
        CheckConstraint("rater <> 'client' OR participant_id IS NOT NULL", name="participant"),
        CheckConstraint("(supersedes_id IS NULL) = (correction_reason = '')", name="correction"),
        unique_where(
            "uq_ratings_first_of_participant",
            "session_id",
            "measure_key",
            "rater",
            "participant_id",
            where="supersedes_id IS NULL AND participant_id IS NOT NULL",
        ),
        unique_where(
            "uq_ratings_first_of_therapist",
            "session_id",
            "measure_key",
            "rater",
            where="supersedes_id IS NULL AND participant_id IS NULL",
        ),
    )

    session_id: Mapped[UUID] = mapped_column(
        ForeignKey("therapy_sessions.id"), index=True, doc="the session it was given on"
    )
    participant_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("participants.id"),
        doc="which participant rated; empty for therapist and observer",
    )
    measure_key: Mapped[str] = mapped_column(String(40), doc="the measure")
    measure_version: Mapped[int] = mapped_column(doc="the version of the measure")
    variant: Mapped[str] = mapped_column(
        String(24), default="", doc="a scoring variant; part of the series"
    )
    rater: Mapped[str] = mapped_column(word(), doc="client, therapist or observer")
    blind: Mapped[bool] = mapped_column(
        doc="whether the rater could not have seen the other's rating"
    )
    given: Mapped[str] = mapped_column(word(), doc="in the session or after it")
    input_mode: Mapped[str] = mapped_column(word(), doc="how it was entered: by answers or sums")
    channel: Mapped[str] = mapped_column(
        word(), doc="typed by staff, or given on a tablet or phone"
    )
    device_class: Mapped[str] = mapped_column(String(16), doc="desktop, tablet, phone or unknown")
    scale_layout: Mapped[str | None] = mapped_column(
        word(), doc="whether the answers lay in one row or in two on the screen; empty: not known"
    )
    language: Mapped[str] = mapped_column(String(8), doc="language of the wording that was shown")
    answers: Mapped[dict[str, int | None]] = mapped_column(
        JSON, doc="whole steps by item, as JSON; null where it does not apply"
    )
    total: Mapped[int | None] = mapped_column(doc="whole steps of a typed total")
    held_back: Mapped[int | None] = mapped_column(doc="the answer to the unscored last question")
    strain: Mapped[str | None] = mapped_column(
        word(), doc="whether there was tension or a misunderstanding; empty for no answer"
    )
    strain_settled: Mapped[str | None] = mapped_column(word(), doc="how far that was settled")
    strain_blind: Mapped[bool | None] = mapped_column(
        doc="whether that was answered before the client's answer could be seen"
    )
    rules_version: Mapped[str | None] = mapped_column(
        String(16), doc="version of the rules that looked at it first; empty before 0.2.0"
    )
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was stored")
    recorded_by_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id"), doc="who entered it, or handed over to the client"
    )
    supersedes_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("ratings.id"), unique=True, doc="the rating that this one corrects"
    )
    correction_reason: Mapped[str] = mapped_column(
        String(200), default="", doc="why it was corrected"
    )


class RuleSetting(Base, Identified):
    """A practice's own drop threshold for a measure from a moment on, with its reason; nothing is overwritten.

    Empty `points`: back to the measure's own. Nobody in `set_by_id`: set by command on the machine itself.
    """

    __tablename__ = "rule_settings"

    measure_key: Mapped[str] = mapped_column(String(40), index=True, doc="the measure")
    points: Mapped[str] = mapped_column(String(16), doc="the threshold in points, as exact text")
    reason: Mapped[str] = mapped_column(String(500), doc="source or reason")
    set_at: Mapped[datetime] = mapped_column(
        doc="from when on it holds, for ratings first entered after it"
    )
    set_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id"), doc="who set it; empty for the command line"
    )
