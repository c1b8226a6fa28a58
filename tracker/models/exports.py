"""What was taken out of the system as a file, by whom and why."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String
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
