"""Reports on the audit trail: what was done with a client in a period, and who looked at them.

An entry concerns a client when it names them, or when they stood in a list that was read (a caseload, the board, the
agenda of a meeting, what other rules would find): such an entry holds the ids of all who stood in it.
"""

from collections.abc import Generator, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, cast, or_, select
from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete
from tracker.domain.grouping import grouped
from tracker.domain.people.access import Actor, Permission
from tracker.models import AuditEntry, Client, Export
from tracker.services.office.actors import allowed
from tracker.services.office.practice import practice
from tracker.services.reports import audit_log
from tracker.services.reports.audit_log import LogFilter

LISTS = (
    "caseload.read",
    "clients.looked_for",
    "board.read",
    "meeting.read",
    "meeting.printed",
    "rule_changes.read",
)
ONE_BY_ONE = (
    "client",
    "session",
    "flag",
    "card",
    "repair",
    "goal",
    "objective",
)  # each has pages of its own
REPORTS = ("report.read", "report.exported")  # of a whole caseload, in numbers
READS = (*LISTS, *(f"{noun}.read" for noun in ONE_BY_ONE), "client.printed")
PAGE = 50
STRETCH = 20_000  # design defaults, as in the audit log


@dataclass(frozen=True)
class Looked:
    """Somebody who looked at a client: how often, from when to when, and in which ways."""

    actor_id: UUID | None
    times: int
    first: datetime
    last: datetime
    events: tuple[str, ...]


@dataclass(frozen=True)
class Mine:
    """What others did with one's clients, the newest first: the entry, and the code of each client in it that is one's
    own; none for a report on one's whole caseload. `older`: the number below which to go on; None when this was all."""

    lines: list[tuple[AuditEntry, list[str]]]
    older: int | None
    people: dict[UUID, str]
    zone: str


def client_of(db: Session, code: str) -> UUID:
    """The client of that code; Incomplete when there is none."""
    client_id = db.scalar(select(Client.id).where(Client.code == code.strip().upper()))
    if client_id is None:
        raise Incomplete({"client": f"There is no client with the code {code}"})
    return client_id


def entries(
    db: Session, asked: LogFilter, client_id: UUID | None
) -> Generator[AuditEntry, None, None]:
    """What the filter lets through, the oldest first, a thousand in memory at a time; of one client, where one is
    named."""
    low, high = audit_log.bounds(db, asked)
    query = audit_log.between(asked, low, high).order_by(None).order_by(AuditEntry.seq)
    if client_id is not None:
        query = query.where(concerns(client_id))
    with db.scalars(query.execution_options(yield_per=1000)) as stored:
        yield from stored


def concerns(client_id: UUID) -> ColumnElement[bool]:
    """The condition that an entry concerns this client."""
    listed = cast(AuditEntry.detail, String).like(f"%{client_id}%")
    return or_(AuditEntry.client_id == client_id, AuditEntry.event.in_(LISTS) & listed)


def who_read(db: Session, client_id: UUID, asked: LogFilter) -> list[Looked]:
    """Everyone who looked at the client in the period, the last first."""
    reads = (entry for entry in entries(db, asked, client_id) if entry.event in READS)
    seen = grouped(reads, lambda entry: entry.actor_id)
    readers = [
        Looked(
            actor_id,
            len(read),
            read[0].at,
            read[-1].at,
            tuple(sorted({entry.event for entry in read})),
        )
        for actor_id, read in seen.items()
    ]
    return sorted(readers, key=lambda looked: looked.last, reverse=True)


def mine(db: Session, actor: Actor, *, before: int | None = None) -> Mine:
    """What others did with the clients of a clinician; NotPermitted for anyone else."""
    allowed(actor, Permission.READ_OWN_TRAIL)
    own = {
        str(row.id): row.code
        for row in db.execute(select(Client.id, Client.code).where(Client.clinician_id == actor.id))
    }
    _, high = audit_log.bounds(db, LogFilter())
    high = min(high, before) if before is not None else high
    floor = max(1, high - STRETCH)
    lines = []
    with db.scalars(_of_others(actor, own, floor, high)) as stored:
        for entry in stored:
            codes = _codes(entry, own)
            if codes or entry.event in REPORTS:
                lines.append((entry, codes))
            if len(lines) == PAGE:
                break
    more = len(lines) == PAGE
    older = lines[-1][0].seq if more else (floor if floor > 1 else None)
    return Mine(lines, older, audit_log.people(db), practice(db).time_zone)


def _of_others(actor: Actor, own: Iterable[str], floor: int, high: int) -> Select[AuditEntry]:
    """The statement for what others did with these clients, reports on their clinician, and every list that was read,
    which may hold none of them."""
    listed = AuditEntry.event.in_(LISTS)
    theirs = AuditEntry.client_id.in_([UUID(each) for each in own])
    files = select(Export.id).where(Export.about_id == actor.id)  # an entry names the file
    about = AuditEntry.object_id.in_(files) | (AuditEntry.object_id == actor.id)
    return (
        select(AuditEntry)
        .where(AuditEntry.seq >= floor, AuditEntry.seq < high)
        .where(AuditEntry.actor_id.is_(None) | (AuditEntry.actor_id != actor.id))
        .where(or_(listed, theirs, AuditEntry.event.in_(REPORTS) & about))
        .order_by(AuditEntry.seq.desc())
        .execution_options(yield_per=1000)
    )


def _codes(entry: AuditEntry, own: dict[str, str]) -> list[str]:
    """The codes of one's own clients in an entry."""
    listed = entry.detail.get("clients", []) if entry.event in LISTS else []
    ids = [*listed, str(entry.client_id)]
    return sorted({own[each] for each in ids if each in own})
