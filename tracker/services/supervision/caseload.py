"""A clinician's caseload: one row for each client, who needs them first on top."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, lazyload

from tracker.domain.care.caseload import Need, Standing, in_order
from tracker.domain.care.open_work import OpenWork
from tracker.domain.care.treatment import paused
from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.agenda import unseen
from tracker.models import Client, Flag, User
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.record.client_lines import AllianceLine, ClientLine, OutcomeLine
from tracker.services.record.flag_views import FlagThing, FlagView
from tracker.services.record.kept_courses import lines_of
from tracker.services.supervision.client_reviews import last_reviewed
from tracker.services.supervision.flag_reviews import waits, where_asked


class ListedClient(NamedTuple):
    """A client as a list names them."""

    id: UUID
    code: str
    initials: str
    clinician_id: UUID
    starts_on: date
    own_reference: str
    ended_on: date | None
    ended_how: str | None
    paused_until: date | None

    @property
    def ended(self) -> bool:
        """True once the therapy has ended."""
        return self.ended_on is not None


@dataclass(frozen=True)
class CaseloadRow:
    """One client: how the alliance and the outcome run, the thing that needs an answer most, and how many `more` ask
    for something.

    `needs` is what these ask: a check-in that is still unanswered at the next session is up for review as well, and a
    client who has not rated lately is found as such whatever else is asked.
    `overdue`: the day of the oldest scheduled session of which nobody has said what became of it. `asked`: supervision
    waits for an answer to one of the flags. `last_reviewed`: when the client was looked at in supervision last;
    `unseen`: not within four weeks; both are told to supervisors alone.
    """

    client: ListedClient
    line: ClientLine
    read_on: date
    standing: Standing
    open_work: OpenWork
    need: Need
    needs: frozenset[Need]
    thing: FlagThing | None
    more: int
    overdue: date | None
    asked: bool = False
    last_reviewed: date | None = None
    unseen: bool = False

    @property
    def flag(self) -> FlagView | None:
        """The flag that leads the row."""
        return self.thing.leader if self.thing else None

    @property
    def age_days(self) -> int | None:
        """For how many days somebody has waited; None where nobody does."""
        since = self.standing.since()
        return (self.read_on - since).days if since else None

    @property
    def sessions(self) -> int:
        """How many sessions are logged."""
        return self.line.sessions

    @property
    def steps(self) -> int:
        """How many planned steps of repairs wait for the next session."""
        return len(self.line.steps)

    @property
    def next_on(self) -> date | None:
        """The day of the next session that is scheduled."""
        return self.line.next_on(self.read_on)

    @property
    def alliance(self) -> AllianceLine | None:
        """How the alliance runs; None before there is a total."""
        return self.line.alliance

    @property
    def outcome(self) -> OutcomeLine | None:
        """How the outcome runs; None before there is a total."""
        return self.line.outcome

    @property
    def today(self) -> bool:
        """True when a session was held today, or is to be."""
        return self.standing.today(self.read_on)

    @property
    def logged_today(self) -> bool:
        """True when a session was held today."""
        return self.standing.last_session == self.read_on

    @property
    def paused_until(self) -> date | None:
        """The day on which a treatment goes on that is paused now."""
        until = self.client.paused_until
        return until if paused(until, self.read_on) else None

    @property
    def change(self) -> Fraction | None:
        """The change of the last alliance total; None without one, or without a previous one."""
        return self.alliance.change if self.alliance else None


@dataclass(frozen=True)
class Caseload:
    """The rows of a clinician, in order, and the day they are for. `treats`: the reader is the clinician, or covers.
    `ended`: the clients whose therapy has ended, the last one first; a row has only those of them whom a risk item
    brings back."""

    clinician: User
    treats: bool
    rows: tuple[CaseloadRow, ...]
    today: date
    ended: tuple[ListedClient, ...]

    @property
    def open_work(self) -> OpenWork:
        """What is open of all clients together."""
        return sum((row.open_work for row in self.rows), OpenWork())

    @property
    def everyone(self) -> dict[UUID, ListedClient]:
        """All clients by id, those who have a row first."""
        return {client.id: client for client in (*(row.client for row in self.rows), *self.ended)}

    def count(self, *needs: Need) -> int:
        """How many rows have one of these needs; all of them without any."""
        return sum(self.shows(row, *needs) for row in self.rows)

    def shows(self, row: CaseloadRow, *needs: Need) -> bool:
        """True when the row has one of these needs. Today's sessions are today's whatever else they need."""
        if Need.TODAY in needs and row.today:
            return True
        return not needs or not row.needs.isdisjoint(needs)


def caseload(db: Session, actor: Actor, clinician_id: UUID, *, now: datetime) -> Caseload:
    """The caseload of a clinician, for themselves, whoever covers for them, or a supervisor of theirs; NotPermitted for
    anyone else."""
    day = today(db, now)
    own = permissions.may_read_caseload(db, actor, clinician_id, day).treats
    clinician = db.get_one(User, clinician_id, options=[lazyload(User.roles)])
    clients = _listed(db, clinician_id)
    ended = [client for client in clients if client.ended]
    shown = [client for client in clients if not client.ended] + _with_risk(db, ended)
    lines = lines_of(db, [client.id for client in shown], now=now)
    rows = [_row(client, lines[client.id], day) for client in shown]
    rows = [row for row in rows if row.need is Need.RISK or not row.client.ended]
    with_supervision = _supervision(db, [row.client.id for row in rows], day, own=own)
    ordered = in_order([*map(with_supervision, rows)], lambda row: row.standing, day)
    last_first = sorted(ended, key=lambda client: client.ended_on or day, reverse=True)
    return Caseload(clinician, own, tuple(ordered), day, tuple(last_first))


def _listed(db: Session, clinician_id: UUID) -> list[ListedClient]:
    columns = Client.__table__.c
    query = select(*(columns[name] for name in ListedClient._fields))
    rows = db.connection().execute(query.where(columns.clinician_id == clinician_id))
    return sorted(map(ListedClient._make, rows), key=lambda client: client.code)


def _with_risk(db: Session, ended: list[ListedClient]) -> list[ListedClient]:
    """Those of these clients who ever had a risk item: one that nobody answered may be among them."""
    if not ended:
        return []
    flags = select(Flag.client_id).where(Flag.tier == Tier.RISK, Flag.withdrawn_at.is_(None))
    ids = set(db.scalars(flags.where(Flag.client_id.in_([client.id for client in ended]))))
    return [client for client in ended if client.id in ids]


def _supervision(
    db: Session, ids: list[UUID], day: date, *, own: bool
) -> Callable[[CaseloadRow], CaseloadRow]:
    """What supervision adds to a row, read once for all: to the clinician's own, for which of their flags it asked; to
    a supervisor's, when the client was looked at last."""
    if own:
        said = where_asked(db, ids)
        return lambda row: replace(
            row,
            asked=any(waits(f, said[f.flag.id]) for f in row.line.flags if f.flag.id in said),
        )
    last = last_reviewed(db, ids)

    def seen(row: CaseloadRow) -> CaseloadRow:
        on = last.get(row.client.id)
        begun = row.client.starts_on
        missing = unseen(starts_on=begun, last_reviewed=on, today=day)
        return replace(row, last_reviewed=on, unseen=missing)

    return seen


def own_clients(db: Session, actor: Actor, *, now: datetime) -> list[Client]:
    """The clients whose care the actor plans today, their own and those of whom they stand in for, by code; none whose
    therapy has ended."""
    whose = permissions.may_plan_care_of(db, actor, today(db, now))
    rows = select(Client).where(Client.clinician_id.in_(whose), Client.ended_on.is_(None))
    return list(db.scalars(rows.order_by(Client.code)))


def _row(client: ListedClient, line: ClientLine, day: date) -> CaseloadRow:
    pauses = paused(client.paused_until, day)
    asking = [t for t in line.asking() if not pauses or t.need is not Need.NO_RATING_LATELY]
    overdue = [on for on in line.scheduled if on < day]
    planned = [*line.steps, *overdue]
    standing = _standing(client, line, asking, planned)
    return CaseloadRow(
        client=client,
        line=line,
        read_on=day,
        standing=standing,
        open_work=line.open_work(asking, day),
        need=standing.need(day),
        needs=_needs(asking, planned) - ({Need.NO_RATING_LATELY} if pauses else set()),
        thing=asking[0] if asking else None,
        more=max(len(asking) - 1, 0),
        overdue=overdue[0] if overdue else None,
    )


def _needs(asking: list[FlagThing], planned: list[date]) -> frozenset[Need]:
    flags = [flag for thing in asking for flag in thing.flags]
    needs = [thing.need for thing in asking if thing.need is not None]
    needs += [flag.need for flag in flags if flag.need is Need.NO_RATING_LATELY]
    needs += [Need.REVIEW for flag in flags if flag.climbed]
    return frozenset([*needs, Need.COME_BACK] if planned else needs)


def _standing(
    client: ListedClient, line: ClientLine, asking: list[FlagThing], planned: list[date]
) -> Standing:
    needs = [
        (thing.need, min(flag.slot.held_on for flag in thing.flags if flag.need is not None))
        for thing in asking
        if thing.need is not None
    ]
    waiting = tuple(needs + [(Need.COME_BACK, day) for day in planned])
    return Standing(client.code, waiting, line.last_attended, line.scheduled)
