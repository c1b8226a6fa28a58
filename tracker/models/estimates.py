"""Estimates that a practice adopted from its own ratings."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.domain.rules.own_estimates import EstimateKind
from tracker.models.base import Base, Identified, one_of, word


class PracticeEstimate(Base, Identified):
    """What a practice's own ratings say of a measure, from a moment on, with its reason; nothing is overwritten.

    Empty `numbers`: back to the measure's own. Nobody in `set_by_id`: adopted by command on the machine itself.
    """

    __tablename__ = "practice_estimates"
    __table_args__ = (one_of("kind", EstimateKind),)

    measure_key: Mapped[str] = mapped_column(String(40), index=True, doc="the measure")
    scored_as: Mapped[int] = mapped_column(
        doc="the first version of the measure that is scored as the estimated one"
    )
    kind: Mapped[str] = mapped_column(
        word(), doc="what is estimated: what clients usually give, or the reliable change"
    )
    numbers: Mapped[dict[str, Any]] = mapped_column(
        JSON, doc="the numbers as exact text; none for going back to the measure's own"
    )
    source: Mapped[str] = mapped_column(String(500), doc="from what it was estimated, in words")
    clients: Mapped[int] = mapped_column(doc="from how many clients it was estimated")
    ratings: Mapped[int] = mapped_column(doc="from how many of their ratings")
    reason: Mapped[str] = mapped_column(String(500), doc="why it was adopted, or given up")
    set_at: Mapped[datetime] = mapped_column(
        doc="from when on it holds, for ratings first entered after it"
    )
    set_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id"), doc="who adopted it; empty for the command line"
    )
