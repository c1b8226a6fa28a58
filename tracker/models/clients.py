"""Clients, the people of a client record who rate, and the measures in use. No name, no date of birth."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKey, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from tracker.domain.care.treatment import EndedHow, TreatmentAct
from tracker.domain.course.clients import AgeBand, Format
from tracker.domain.course.handover import LANGUAGES, Moment
from tracker.domain.course.sessions import Setting
from tracker.models.base import Base, Identified, one_of, word


class Client(Base, Identified):
    """A person, couple, family or group in therapy, known by a code."""

    __tablename__ = "clients"
    __table_args__ = (
        one_of("age_band", AgeBand),
        one_of("format", Format),
        one_of("usual_setting", Setting),
        one_of("language", LANGUAGES),
        one_of("ended_how", EndedHow),
    )

    code: Mapped[str] = mapped_column(
        String(12), unique=True, doc="what the client is called here, such as K-014 or KR-01452"
    )
    initials: Mapped[str] = mapped_column(String(4), default="", doc="up to three letters")
    own_reference: Mapped[str] = mapped_column(
        String(40), default="", doc="the clinician's own reference"
    )
    age_band: Mapped[str] = mapped_column(word(), doc="age in bands; no date of birth")
    format: Mapped[str] = mapped_column(word(), doc="individual, couple, family or group")
    usual_setting: Mapped[str] = mapped_column(word(), doc="where sessions usually take place")
    language: Mapped[str] = mapped_column(
        String(8), default="en", doc="language of the pages on which the client rates"
    )
    starts_on: Mapped[date] = mapped_column(doc="first day of the treatment")
    ended_on: Mapped[date | None] = mapped_column(
        doc="the day on which the therapy ended; empty while it goes on"
    )
    ended_how: Mapped[str | None] = mapped_column(word(), doc="how it ended; empty likewise")
    paused_until: Mapped[date | None] = mapped_column(
        doc="the day on which a paused treatment goes on; empty where it is not paused"
    )
    clinician_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id"), index=True, doc="who treats the client and reaches the record"
    )
    created_at: Mapped[datetime] = mapped_column(doc="when the client was added")
    created_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")
    version: Mapped[int] = mapped_column(default=1, doc="counts changes")
    changes: Mapped[int] = mapped_column(
        server_default="0",
        doc="counted up by the database with each row of the course that is written; dates what is kept of it",
    )
    participants: Mapped[list["Participant"]] = relationship(order_by="Participant.letter")
    measures: Mapped[list["ClientMeasure"]] = relationship(order_by="ClientMeasure.position")


class TreatmentEntry(Base, Identified):
    """What was said of a treatment as a whole: that it ended, paused, or goes on. Written once; the last one counts."""

    __tablename__ = "treatment_entries"
    __table_args__ = (
        one_of("act", TreatmentAct),
        one_of("how", EndedHow),
        CheckConstraint("(act = 'ended') = (how IS NOT NULL)", name="how_it_ended"),
        UniqueConstraint("client_id", "sequence"),
    )

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), doc="the client")
    sequence: Mapped[int] = mapped_column(doc="order among the entries of the client")
    act: Mapped[str] = mapped_column(word(), doc="what the entry says")
    on: Mapped[date] = mapped_column(
        "on_day",
        doc="the day on which the therapy ended or goes on; of a pause the day until which it lasts",
    )
    how: Mapped[str | None] = mapped_column(word(), doc="how the therapy ended; empty otherwise")
    words: Mapped[str] = mapped_column(String(500), default="", doc="last words, or why")
    recorded_at: Mapped[datetime] = mapped_column(doc="when it was recorded")
    recorded_by_id: Mapped[UUID] = mapped_column(ForeignKey("users.id"), doc="by whom")


class ClientCodes(Base):
    """The one row that says which client code comes next: clients have theirs in an order that the key makes."""

    __tablename__ = "client_codes"
    __table_args__ = (
        CheckConstraint("id = 1", name="single"),
        CheckConstraint("given >= 0", name="given"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, doc="always 1")
    given: Mapped[int] = mapped_column(doc="how many places of the order are behind")
    key: Mapped[str] = mapped_column(String(32), doc="the key of the order, random, in hex")


class Participant(Base, Identified):
    """A person of a client record who rates; every client has participant A."""

    __tablename__ = "participants"
    __table_args__ = (UniqueConstraint("client_id", "letter"),)

    client_id: Mapped[UUID] = mapped_column(ForeignKey("clients.id"), doc="the client record")
    letter: Mapped[str] = mapped_column(
        String(1), doc="A for the first person who rates, and so on"
    )
    left_at: Mapped[datetime | None] = mapped_column(
        doc="since when this person is not asked any more; what they rated stays"
    )


class ClientMeasure(Base):
    """A measure in use with a client; the first alliance measure is the one the caseload shows."""

    __tablename__ = "client_measures"
    __table_args__ = (one_of("asked", Moment),)

    client_id: Mapped[UUID] = mapped_column(
        ForeignKey("clients.id"), primary_key=True, doc="the client"
    )
    measure_key: Mapped[str] = mapped_column(String(40), primary_key=True, doc="the measure in use")
    position: Mapped[int] = mapped_column(doc="order on the form")
    measure_version: Mapped[int | None] = mapped_column(
        doc="the version that the client stays on; empty until it is asked or rated for the first time"
    )
    asked: Mapped[str | None] = mapped_column(
        word(), doc="when in a session the client is asked it on a page of their own; empty for not"
    )


class Reassignment(Base, Identified):
    """A client who went from one clinician to another, and why. Sessions keep the clinician they were held by."""

    __tablename__ = "reassignments"
    __table_args__ = (CheckConstraint("from_id <> to_id", name="two_people"),)

    client_id: Mapped[UUID] = mapped_column(
        ForeignKey("clients.id"), index=True, doc="the client who was reassigned"
    )
    from_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id"), index=True, doc="the clinician who had the client"
    )
    to_id: Mapped[UUID] = mapped_column(
        ForeignKey("users.id"), index=True, doc="the clinician who took the client over"
    )
    reason: Mapped[str] = mapped_column(String(200), doc="why, in the administrator's words")
    made_at: Mapped[datetime] = mapped_column(doc="when")
    made_by_id: Mapped[UUID | None] = mapped_column(
        ForeignKey("users.id"), doc="by whom; empty for the command line"
    )
