"""Objectives: what was agreed, version by version. Where one stands is computed from the record, and never stored."""

from datetime import date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.care.objectives import CriterionKind
from tracker.models.base import Base, Identified, one_of, word


class Kept(StrEnum):
    """Whether an objective is looked at: open, closed by hand, or taken back as entered by mistake."""

    OPEN = "open"
    CLOSED = "closed"
    TAKEN_BACK = "taken_back"


class Objective(Base, Identified):
    """One objective of a client: everything about it is in its versions, of which the last one counts."""

    __tablename__ = "objectives"

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), index=True, doc="the client")
    version: Mapped[int] = mapped_column(
        default=1, doc="counts versions, so that a stale one is noticed"
    )
    versions: Mapped[list["ObjectiveVersion"]] = relationship(order_by="ObjectiveVersion.sequence")


class ObjectiveVersion(Base, Identified):
    """What an objective asked for from a moment on; written once."""

    __tablename__ = "objective_versions"
    __table_args__ = (
        one_of("kind", CriterionKind),
        one_of("kept", Kept),
        CheckConstraint("due_on > starts_on", name="days"),
        Index("uq_objective_versions_sequence", "objective_id", "sequence", unique=True),
    )

    objective_id: Mapped[UUID] = mapped_column(ForeignKey("objectives.id"), doc="the objective")
    sequence: Mapped[int] = mapped_column(doc="order among the versions of the objective")
    template: Mapped[str] = mapped_column(
        String(40), default="", doc="the template it was set from; empty for one of one's own"
    )
    kind: Mapped[str] = mapped_column(word(), doc="what kind of criterion it has")
    parameters: Mapped[dict[str, Any]] = mapped_column(JSON, doc="what the criterion asks for")
    wording: Mapped[str] = mapped_column(String(300), doc="the objective in a sentence")
    mechanism: Mapped[str] = mapped_column(
        String(300), default="", doc="why it should help, in a line"
    )
    starts_on: Mapped[date] = mapped_column(doc="the first day that counts")
    due_on: Mapped[date] = mapped_column(doc="the last day that counts")
    kept: Mapped[str] = mapped_column(word(), default=Kept.OPEN, doc="whether it is looked at")
    reason: Mapped[str] = mapped_column(
        String(200), default="", doc="why it was changed, closed or taken back"
    )
    recorded_at: Mapped[datetime] = mapped_column(doc="from when it counts")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
