"""Clients, the people of a client record who rate, and the measures in use. No name, no date of birth."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.clients import AgeBand, Format
from tracker.domain.sessions import Setting
from tracker.models.base import Base, Identified, one_of, word


class Client(Base, Identified):
    """A person, couple, family or group in therapy, known by a code."""

    __tablename__ = "clients"
    __table_args__ = (
        one_of("age_band", AgeBand),
        one_of("format", Format),
        one_of("usual_setting", Setting),
    )

    code: Mapped[str] = mapped_column(String(12), unique=True)
    initials: Mapped[str] = mapped_column(String(4), default="")
    own_reference: Mapped[str] = mapped_column(String(40), default="")
    age_band: Mapped[str] = mapped_column(word())
    format: Mapped[str] = mapped_column(word())
    usual_setting: Mapped[str] = mapped_column(word())
    starts_on: Mapped[date]
    clinician_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), index=True)
    created_at: Mapped[datetime]
    created_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"))
    version: Mapped[int] = mapped_column(default=1)
    participants: Mapped[list["Participant"]] = relationship(order_by="Participant.letter")
    measures: Mapped[list["ClientMeasure"]] = relationship(order_by="ClientMeasure.position")


class Participant(Base, Identified):
    """A person of a client record who rates; every client has participant A."""

    __tablename__ = "participants"
    __table_args__ = (UniqueConstraint("client_id", "letter"),)

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"))
    letter: Mapped[str] = mapped_column(String(1))


class ClientMeasure(Base):
    """A measure in use with a client; the first alliance measure is the one the caseload shows."""

    __tablename__ = "client_measures"

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), primary_key=True)
    measure_key: Mapped[str] = mapped_column(String(40), primary_key=True)
    position: Mapped[int]
