"""The audit log as administrators read it: who did what to which record, and when; never what is in the record.

The chain can hold a million entries, so nothing counts them all and nothing skips over them: a page begins at a number
and looks at a stretch of the chain, whatever the filter; days are found by halving.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from tracker.domain.people.access import Actor, Permission
from tracker.models import AuditEntry, AuditHead, User
from tracker.services.office.actors import allowed
from tracker.services.office.practice import practice

PAGE = 50  # design default
MOST = 1_000  # design default: entries on a page in another order
STRETCH = 20_000  # design default: what one page looks through at most, under a tenth of a second


Words = Callable[[str], str]  # an event as it is shown
SORTS: dict[str, Callable[[AuditEntry, dict[UUID, str], Words], str | None]] = {
    "when": lambda entry, _, __: entry.at.isoformat(),
    "who": lambda entry, names, _: names.get(entry.actor_id) if entry.actor_id else None,
    "what": lambda entry, _, words: words(entry.event),
    "record": lambda entry, names, _: _known(entry.object_id, names),
    "client": lambda entry, _, __: _known(entry.client_id, {}),
}


def _known(an_id: UUID | None, names: dict[UUID, str]) -> str | None:
    return None if an_id is None else names.get(an_id, str(an_id))


@dataclass(frozen=True)
class LogFilter:
    """A filter: who, what, from the first of these days to the last."""

    actor_id: UUID | None = None
    event: str | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class LogPage:
    """Entries in their order, and where it goes on: the number below which older ones are, or above which later ones;
    None when these were the last.

    `reached` is the last entry that was looked at. `people` are the names of accounts by id.
    """

    entries: list[AuditEntry]
    older: int | None
    reached: int
    people: dict[UUID, str]
    zone: str
    later: int | None = None


def page(
    db: Session,
    actor: Actor,
    asked: LogFilter,
    *,
    before: int | None = None,
    after: int | None = None,
    sort: str = "entry",
    descending: bool = True,
    words: Words = str,
) -> LogPage:
    """One page of the log, of entries below the number `before` or above `after`; NotPermitted for whoever may not
    read it.

    In another order than that of the entries it is all that one stretch has, up to a thousand: what is older is left
    to a narrower filter, or to the export. `words` says how an event is shown, for the order by it.
    """
    _allow(actor)
    low, high = bounds(db, asked)
    if sort not in SORTS and not descending:
        return _rising(db, asked, low if after is None else min(max(low, after + 1), high), high)
    high = min(high, before) if before is not None else high
    if sort not in SORTS:
        return _falling(db, asked, low, high)
    floor = max(low, high - STRETCH)
    zone = practice(db).time_zone
    query = between(asked, floor, high)
    names = people(db)
    entries = _sorted(db, query, lambda entry: SORTS[sort](entry, names, words), descending)
    return LogPage(entries, None, floor, names, zone)


def _falling(db: Session, asked: LogFilter, low: int, high: int) -> LogPage:
    """The newest of these entries, the newest first."""
    floor = max(low, high - STRETCH)
    entries = list(db.scalars(between(asked, floor, high).limit(PAGE + 1)))
    older = floor if floor > low else None
    if len(entries) > PAGE:
        entries = entries[:PAGE]
        older = entries[-1].seq
    return LogPage(entries, older, older or low, people(db), practice(db).time_zone)


def _rising(db: Session, asked: LogFilter, low: int, high: int) -> LogPage:
    """The oldest of these entries, the oldest first."""
    end = min(high, low + STRETCH)
    query = between(asked, low, end).order_by(None).order_by(AuditEntry.seq)
    entries = list(db.scalars(query.limit(PAGE + 1)))
    later = end - 1 if end < high else None
    if len(entries) > PAGE:
        entries = entries[:PAGE]
        later = entries[-1].seq
    reached = later or max(high - 1, 0)
    return LogPage(entries, None, reached, people(db), practice(db).time_zone, later)


def bounds(db: Session, asked: LogFilter) -> tuple[int, int]:
    """The first number that the days allow, and the one after the last.

    They rest on entries standing in the order of time. Where a clock was set back, entries of that hour may be missing
    at the edge of a day; without days nothing is.
    """
    zone = ZoneInfo(practice(db).time_zone)
    end = db.scalars(select(AuditHead.seq)).one() + 1
    low = _first_at(db, _midnight(asked.since, zone), end) if asked.since else 1
    high = (
        _first_at(db, _midnight(asked.until + timedelta(days=1), zone), end) if asked.until else end
    )
    return low, high


def count(db: Session, asked: LogFilter, low: int, high: int) -> int:
    """How many entries the filter lets through, from one number up to, but not with, another."""
    let_through = between(asked, low, high).order_by(None).subquery()
    return db.scalar(select(func.count()).select_from(let_through)) or 0


def stretch(db: Session, actor: Actor, asked: LogFilter, low: int, high: int) -> list[AuditEntry]:
    """For the export: the entries from one number up to, but not with, another, the oldest first."""
    _allow(actor)
    return list(reversed(db.scalars(between(asked, low, high)).all()))


def people(db: Session) -> dict[UUID, str]:
    """The names of all accounts by id."""
    return {row.id: row.name for row in db.execute(select(User.id, User.name).order_by(User.name))}


def _sorted(
    db: Session,
    query: Select[AuditEntry],
    value: Callable[[AuditEntry], str | None],
    descending: bool,
) -> list[AuditEntry]:
    """The newest thousand of them by one column, what has no value there last; of one value the newest first."""
    entries = list(db.scalars(query.limit(MOST)))
    known = [entry for entry in entries if value(entry) is not None]
    ordered = sorted(known, key=lambda entry: value(entry) or "", reverse=descending)
    return ordered + [entry for entry in entries if value(entry) is None]


def _allow(actor: Actor) -> None:
    allowed(actor, Permission.READ_AUDIT)


def between(asked: LogFilter, low: int, high: int) -> Select[AuditEntry]:
    """The statement for the entries that a filter lets through, the newest first, from one number up to another."""
    query = select(AuditEntry).where(AuditEntry.seq >= low, AuditEntry.seq < high)
    if asked.actor_id:
        query = query.where(AuditEntry.actor_id == asked.actor_id)
    if asked.event:
        query = query.where(AuditEntry.event == asked.event)
    return query.order_by(AuditEntry.seq.desc())


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), tzinfo=zone)


def _first_at(db: Session, moment: datetime, end: int) -> int:
    """The number of the first entry at or after a moment, found by halving."""
    low = 1
    high = end
    while low < high:
        middle = (low + high) // 2
        at = db.scalar(select(AuditEntry.at).where(AuditEntry.seq == middle))
        if at is not None and at < moment:
            low = middle + 1
        else:
            high = middle
    return low
