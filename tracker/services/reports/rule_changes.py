"""What the rules in force would find on stored ratings if they were the first to look at them, beside the stored flags.

It writes nothing: stored flags are never rewritten.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from tracker.domain.grouping import grouped
from tracker.domain.rules.findings import TIER, FlagKind
from tracker.domain.rules.flags import evaluate
from tracker.models import Client, Flag, TherapySession
from tracker.services.care.flags import Place, answered_places, by_place, stored_place
from tracker.services.office.practice import today
from tracker.services.record.cases import case_of
from tracker.services.record.flag_rows import place_of, stored_flags
from tracker.services.record.records import Record, RecordPart, records_of
from tracker.services.record.rows import counting
from tracker.services.reports.thresholds import CLIENTS_AT_ONCE


class KindFound(NamedTuple):
    """What a flag says in short. `strength` is None for a kind that has none."""

    kind: FlagKind
    strength: int | None


@dataclass(frozen=True)
class FlagChange:
    """One place of a flag: what is stored there, and what would be. None for no flag, or one that was withdrawn.

    `session` is the number of the session, `letter` that of the participant where several rate.
    """

    session: int
    measure_key: str
    rater: str
    letter: str
    stored: KindFound | None
    would_be: KindFound | None

    @property
    def differs(self) -> bool:
        """True when the rules in force would say something else here."""
        return self.stored != self.would_be


@dataclass(frozen=True)
class ClientChanges:
    """The flags of one client's sessions in a period, in the order of the sessions, and how many sessions these are."""

    client_id: UUID
    code: str
    sessions: int
    flags: tuple[FlagChange, ...]

    @property
    def differences(self) -> list[FlagChange]:
        """Those that would be different."""
        return [flag for flag in self.flags if flag.differs]


@dataclass
class ChangeCounts:
    """Flags of many clients, counted by what they say. `same` are stored and would be found again as they are."""

    clients: int = 0
    sessions: int = 0
    stored: Counter[KindFound] = field(default_factory=Counter)
    would_be: Counter[KindFound] = field(default_factory=Counter)
    same: Counter[KindFound] = field(default_factory=Counter)

    def add(self, client: ClientChanges) -> None:
        """Count that client as well."""
        self.clients += 1
        self.sessions += client.sessions
        for flag in client.flags:
            self.stored.update([flag.stored] if flag.stored else [])
            self.would_be.update([flag.would_be] if flag.would_be else [])
            self.same.update([flag.stored] if flag.stored and not flag.differs else [])

    @property
    def kinds(self) -> list[KindFound]:
        """What was counted, the most pressing kind first."""
        order = list(TIER)
        return sorted(
            self.stored | self.would_be,
            key=lambda each: (order.index(each.kind), each.strength or 0),
        )


def first_day(db: Session, days: int, *, now: datetime) -> date:
    """The first of the last so many days of the practice, today included."""
    return today(db, now) - timedelta(days=days - 1)


def changes(db: Session, since: date, *, now: datetime) -> Iterator[list[ClientChanges]]:
    """Every client with a session on that day or later, by code, a batch in memory at a time.

    A flag on a measure that is not defined here any more is left out: no rules could look at it.
    """
    held = select(TherapySession.client_id).where(TherapySession.held_on >= since, *counting())
    query = select(Client.id).where(Client.id.in_(held)).order_by(Client.code)
    client_ids = list(db.scalars(query))
    for first in range(0, len(client_ids), CLIENTS_AT_ONCE):
        yield _of_batch(db, client_ids[first : first + CLIENTS_AT_ONCE], since, now)


def _of_batch(
    db: Session, client_ids: list[UUID], since: date, now: datetime
) -> list[ClientChanges]:
    query = select(Client).where(Client.id.in_(client_ids)).order_by(Client.code)
    query = query.options(joinedload(Client.participants), joinedload(Client.measures))
    clients = list(db.scalars(query).unique())
    flags = grouped(stored_flags(db, client_ids), lambda flag: flag.client_id)
    return [
        _of_client(db, record, flags.get(record.client.id, []), since)
        for record in records_of(db, clients, RecordPart.ESTIMATES, now=now)
    ]


def _of_client(db: Session, record: Record, flags: Sequence[Flag], since: date) -> ClientChanges:
    client = record.client
    slots = [slot for slot in record.course.slots if slot.held_on >= since]
    numbers = {slot.session_id: slot.number for slot in slots}
    findings = evaluate(case_of(db, record, anew=True), since=slots[0].number)
    everything = [stored_place(flag) for flag in flags]
    would_be = {
        place: KindFound(finding.kind, finding.strength)
        for place, finding in by_place(client, findings, everything, answered_places(flags)).items()
    }
    stored = {place: said for place, said in _stored(record, flags).items() if place[0] in numbers}

    def change_at(place: Place) -> FlagChange:
        session_id, measure_key, rater, participant, _ = place
        return FlagChange(
            numbers[session_id],
            measure_key,
            rater,
            record.letter(participant),
            stored.get(place),
            would_be.get(place),
        )

    places = sorted(
        stored.keys() | would_be.keys(),
        key=lambda place: (numbers[place[0]], *place[1:3], record.letter(place[3]), place[4]),
    )
    changed = tuple(change_at(place) for place in places)
    return ClientChanges(client.id, client.code, len(slots), changed)


def _stored(record: Record, flags: Sequence[Flag]) -> dict[Place, KindFound]:
    """What the flags of a client say now, withdrawn ones left out."""
    return {
        stored_place(flag): KindFound(FlagKind(flag.findings[-1].kind), flag.findings[-1].strength)
        for flag in flags
        if flag.withdrawn_at is None and record.course.measure_at(place_of(flag))
    }
