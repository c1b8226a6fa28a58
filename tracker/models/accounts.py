"""Accounts, roles, what people set for themselves, sign-ins, one-time codes, and who supervises whom."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from flask_security.core import RoleMixin, UserMixin
from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    UniqueConstraint,
    text,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.preferences import Density, Theme
from tracker.models.base import Base, Identified, one_of, word


class SignInState(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"


user_roles = Table(
    "user_roles",
    Base.metadata,
    Column("user_id", ForeignKey("users.id"), primary_key=True),
    Column("role_id", ForeignKey("roles.id"), primary_key=True),
)


class Role(Base, RoleMixin):
    """clinician, supervisor or administrator."""

    __tablename__ = "roles"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str] = mapped_column(String(24), unique=True)


class User(Base, Identified, UserMixin):  # type: ignore[misc]  # an id of another type
    """A person who signs in. Never deleted, so that every record keeps its author."""

    __tablename__ = "users"

    email: Mapped[str] = mapped_column(String(254), unique=True)
    name: Mapped[str] = mapped_column(String(120))
    password: Mapped[str] = mapped_column(String(255))
    active: Mapped[bool] = mapped_column(default=True)
    fs_uniquifier: Mapped[str] = mapped_column(String(64), unique=True)
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    roles: Mapped[list[Role]] = relationship(  # type: ignore[assignment]
        secondary=user_roles, lazy="selectin"
    )


class UserPreferences(Base):
    """What a person has set for themselves; whoever has set nothing has no row."""

    __tablename__ = "user_preferences"
    __table_args__ = (one_of("theme", Theme), one_of("density", Density))

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), primary_key=True)
    theme: Mapped[str] = mapped_column(word(), default=Theme.SYSTEM)
    density: Mapped[str] = mapped_column(word(), default=Density.COMFORTABLE)
    own_rating: Mapped[bool] = mapped_column(default=False)
    shortcuts: Mapped[bool] = mapped_column(default=True)
    pin_hash: Mapped[str | None] = mapped_column(String(255))


class SignIn(Base, Identified):
    """One browser that is signed in; checked on every request, so that ending it works at once."""

    __tablename__ = "sign_ins"
    __table_args__ = (
        one_of("state", SignInState),
        CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", name="ended"),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    state: Mapped[str] = mapped_column(word(), default=SignInState.ACTIVE)
    created_at: Mapped[datetime]
    seen_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None] = mapped_column(String(24))
    device: Mapped[str] = mapped_column(String(40), default="")  # "Firefox on Windows"; no address
    user: Mapped[User] = relationship()


class SignInFailure(Base, Identified):
    """A failed sign-in, by a keyed hash of what was typed as e-mail: unknown addresses wait like known ones."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (Index("ix_sign_in_failures_identifier_at", "identifier_hash", "at"),)

    identifier_hash: Mapped[str] = mapped_column(String(64))
    at: Mapped[datetime]


class OneTimeCode(Base, Identified):
    """A code with which a person chooses a new password once; only its keyed hash is kept."""

    __tablename__ = "one_time_codes"
    __table_args__ = (
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="ended"),
        Index(
            "uq_one_time_codes_open",
            "user_id",
            unique=True,
            sqlite_where=text("ended_at IS NULL"),
            postgresql_where=text("ended_at IS NULL"),
        ),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    code_hash: Mapped[str] = mapped_column(String(64))
    made_at: Mapped[datetime]
    made_by_id: Mapped[UUID | None] = mapped_column(ForeignKey("users.id"))
    tries: Mapped[int] = mapped_column(default=0)
    ended_at: Mapped[datetime | None]
    end_reason: Mapped[str | None] = mapped_column(String(24))


class SupervisionLink(Base, Identified):
    """A supervisor reads a clinician's caseload from one day to another; no end means it goes on."""

    __tablename__ = "supervision_links"
    __table_args__ = (
        CheckConstraint("supervisor_id <> clinician_id", name="two_people"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="order"),
        UniqueConstraint("supervisor_id", "clinician_id", "starts_on"),
    )

    supervisor_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    clinician_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    starts_on: Mapped[date]
    ends_on: Mapped[date | None]
