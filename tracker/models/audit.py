"""The audit chain."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base


class AuditEntry(Base):
    """One event: ids only, no content. Chained by a keyed hash; triggers refuse every change."""

    __tablename__ = "audit_entries"

    seq: Mapped[int] = mapped_column(
        primary_key=True, autoincrement=False, doc="place in the chain, without gaps"
    )
    at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    actor_id: Mapped[UUID | None] = mapped_column(
        index=True, doc="who did it; empty for the command line"
    )
    event: Mapped[str] = mapped_column(String(40), doc="what was done")
    object_id: Mapped[UUID | None] = mapped_column(doc="what it was done to")
    client_id: Mapped[UUID | None] = mapped_column(index=True, doc="the client it concerns")
    detail: Mapped[dict[str, Any]] = mapped_column(
        JSON, doc="ids, counts and names of fields, never content"
    )
    previous: Mapped[str] = mapped_column(String(64), doc="hash of the entry before")
    hash: Mapped[str] = mapped_column(String(64), doc="keyed hash of this entry and the one before")


class AuditHead(Base):
    """The one row that says where the chain ends; locked while an entry is added."""

    __tablename__ = "audit_head"
    __table_args__ = (CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(primary_key=True, doc="always 1")
    seq: Mapped[int] = mapped_column(doc="the last entry")
    hash: Mapped[str] = mapped_column(String(64), doc="its hash")
