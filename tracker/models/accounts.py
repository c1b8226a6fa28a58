"""Accounts, roles, what people set for themselves, sign-ins, one-time codes, and who supervises whom."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    String,
    Table,
    UniqueConstraint,
)
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.people.preferences import Density, Theme
from tracker.models.base import Base, Identified, one_of, word
from tracker.models.indexes import unique_where


class SignInState(StrEnum):
    ACTIVE = "active"
    SUSPENDED = "suspended"
    ENDED = "ended"


user_roles = Table(
    "user_roles",
    Base.metadata,
    Column("user_id", ForeignKey("users.id"), primary_key=True, doc="who has the role"),
    Column("role_id", ForeignKey("roles.id"), primary_key=True, doc="the role"),
)


class RoleRow(Base):
    """clinician, supervisor or administrator."""

    __tablename__ = "roles"

    id: Mapped[int] = mapped_column(primary_key=True, doc="a number")
    name: Mapped[str] = mapped_column(
        String(24), unique=True, doc="clinician, supervisor or administrator"
    )

    def get_permissions(self) -> frozenset[str]:
        """None. Flask-Security asks as somebody signs in; what a role may do is said in `domain/people/access`."""
        return frozenset()


class User(Base, Identified):
    """A person who signs in. Never deleted, so that every record keeps its author."""

    __tablename__ = "users"

    email: Mapped[str] = mapped_column(
        String(254), unique=True, doc="what they sign in with; nothing is sent to it"
    )
    name: Mapped[str] = mapped_column(String(120), doc="how colleagues know them")
    password: Mapped[str] = mapped_column(String(255), doc="its hash, never the password")
    active: Mapped[bool] = mapped_column(default=True, doc="whether they can sign in")
    fs_uniquifier: Mapped[str] = mapped_column(
        String(64), unique=True, doc="random; a new one ends every sign-in"
    )
    created_at: Mapped[datetime] = mapped_column(doc="when the account was added")
    version: Mapped[int] = mapped_column(
        default=1, doc="counts changes, so that a stale one is noticed"
    )
    roles: Mapped[list[RoleRow]] = relationship(secondary=user_roles, lazy="selectin")


class UserPreferences(Base):
    """What a person has set for themselves; whoever has set nothing has no row."""

    __tablename__ = "user_preferences"
    __table_args__ = (one_of("theme", Theme), one_of("density", Density))

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id"), primary_key=True, doc="whose settings these are"
    )
    theme: Mapped[str] = mapped_column(
        word(), default=Theme.SYSTEM, doc="light, dark, or as the device is set"
    )
    density: Mapped[str] = mapped_column(
        word(), default=Density.COMPACT, doc="how much stands on a page"
    )
    own_rating: Mapped[bool] = mapped_column(
        default=False, doc="whether the therapist's own rating is unfolded"
    )
    shortcuts: Mapped[bool] = mapped_column(default=True, doc="whether single keys do something")
    pin_hash: Mapped[str | None] = mapped_column(
        String(255), doc="the hash of the six digits; empty while there are none"
    )


class SignIn(Base, Identified):
    """One browser that is signed in; checked on every request, so that ending it works at once."""

    __tablename__ = "sign_ins"
    __table_args__ = (
        one_of("state", SignInState),
        CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL)", name="ended"),
        Index("ix_sign_ins_user_created", "user_id", "created_at"),
    )

    user_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="who is signed in")
    token_hash: Mapped[str] = mapped_column(
        String(64), unique=True, doc="the hash of what the browser holds"
    )
    state: Mapped[str] = mapped_column(
        word(),
        default=SignInState.ACTIVE,
        doc="active, suspended while a client has the tablet, or ended",
    )
    created_at: Mapped[datetime] = mapped_column(doc="when they signed in")
    seen_at: Mapped[datetime] = mapped_column(doc="when they were last seen")
    ended_at: Mapped[datetime | None] = mapped_column(doc="when it ended")
    end_reason: Mapped[str | None] = mapped_column(String(24), doc="why it ended")
    device: Mapped[str] = mapped_column(
        String(40), default="", doc='browser and system, such as "Firefox on Windows"; no address'
    )
    user: Mapped[User] = relationship()


class SignInFailure(Base, Identified):
    """A failed sign-in, by a keyed hash of what was typed as e-mail: unknown addresses wait like known ones."""

    __tablename__ = "sign_in_failures"
    __table_args__ = (Index("ix_sign_in_failures_identifier_at", "identifier_hash", "at"),)

    identifier_hash: Mapped[str] = mapped_column(
        String(64), doc="a keyed hash of what was typed as e-mail address"
    )
    at: Mapped[datetime] = mapped_column(doc="when")


class OneTimeCode(Base, Identified):
    """A code with which a person chooses a new password once; only its keyed hash is kept."""

    __tablename__ = "one_time_codes"
    __table_args__ = (
        CheckConstraint("(ended_at IS NULL) = (end_reason IS NULL)", name="ended"),
        unique_where("uq_one_time_codes_open", "user_id", where="ended_at IS NULL"),
    )

    user_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id"), doc="whose password it lets choose"
    )
    code_hash: Mapped[str] = mapped_column(String(64), doc="a keyed hash of the code")
    made_at: Mapped[datetime] = mapped_column(doc="when it was given")
    made_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id"), doc="by whom; empty for the command line"
    )
    tries: Mapped[int] = mapped_column(default=0, doc="how many wrong codes were typed meanwhile")
    ended_at: Mapped[datetime | None] = mapped_column(doc="when it was used or ended")
    end_reason: Mapped[str | None] = mapped_column(String(24), doc="why it ended")


class SupervisionLink(Base, Identified):
    """A supervisor reads a clinician's caseload from one day to another; no end means it goes on."""

    __tablename__ = "supervision_links"
    __table_args__ = (
        CheckConstraint("supervisor_id <> clinician_id", name="two_people"),
        CheckConstraint("ends_on IS NULL OR ends_on >= starts_on", name="order"),
        UniqueConstraint("supervisor_id", "clinician_id", "starts_on"),
    )

    supervisor_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True, doc="who reads")
    clinician_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="whose caseload")
    starts_on: Mapped[date] = mapped_column(doc="the first day")
    ends_on: Mapped[date | None] = mapped_column(doc="the last day; empty while it goes on")
