"""What is told of the practice as a whole, and what was taken out of the system as a file, by whom and why."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Identified, word


class Export(Base, Identified):
    """One file: what it holds, the reason that was given, how many lines it has and its hash. Not the file."""

    __tablename__ = "exports"

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True, doc="who took it")
    what: Mapped[str] = mapped_column(word(), doc="a report or the audit log")
    about_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id"), doc="whose report it is; empty for the practice"
    )
    file_format: Mapped[str] = mapped_column(word(), doc="csv or xlsx")
    reason: Mapped[str] = mapped_column(String(200), doc="why, in the words of whoever took it")
    lines: Mapped[int] = mapped_column(doc="how many lines it has")
    file_hash: Mapped[str] = mapped_column(
        String(64), doc="SHA-256 of the file; empty where it is written as it is read"
    )
    made_at: Mapped[datetime] = mapped_column(doc="when")


class PracticeReport(Base, Identified):
    """The practice's report of a quarter, as it was told first. Written once: held against a later one it would tell
    what a single client did meanwhile."""

    __tablename__ = "practice_reports"

    since: Mapped[date] = mapped_column(unique=True, doc="the first day of the quarter")
    rows: Mapped[list[dict[str, Any]]] = mapped_column(
        JSON, doc="its rows with what may be told; null for a number that is hidden"
    )
    made_at: Mapped[datetime] = mapped_column(doc="when it was made")
