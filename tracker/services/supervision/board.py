"""The supervision board: flags and answers of the clinicians who are supervised, filtered and in order; never people
beside each other."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.care.open_work import OpenWork, of_tiers
from tracker.domain.care.treatment import paused
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.agenda import unseen
from tracker.domain.supervision.board import RECENT
from tracker.domain.supervision.sign_off import BoardState
from tracker.models import Client, SavedView, User
from tracker.services.access import permissions
from tracker.services.office.actors import allowed
from tracker.services.office.practice import practice
from tracker.services.record.boards import BoardThing, facts_of
from tracker.services.record.kept_courses import ClientOfBoard, boards_of
from tracker.services.supervision.board_filter import (
    OLD_DAYS,
    BoardFilter,
    BoardStanding,
    Facets,
    asked_for,
    facets,
    gravest,
)
from tracker.services.supervision.board_rows import BoardRow, Led, board_rows
from tracker.services.supervision.client_reviews import last_reviewed
from tracker.services.trail import audit

LATE_RISK_DAYS = 1  # design default
NAME_LENGTH = 40
MOST_VIEWS = 12


@dataclass(frozen=True)
class BoardCounts:
    """The summary: things to answer, how many of them wait for longer than a week, and sign-offs that are void."""

    open: OpenWork
    open_long: int
    void: int


@dataclass(frozen=True)
class LateRisk:
    """The risk items that have waited for a day or longer: how many, and for how many days the oldest."""

    items: int
    days: int


class NeverRated(NamedTuple):
    """A client who came, and of whom there is no rating; the first session was on the day `since`."""

    client_id: UUID
    code: str
    initials: str
    clinician_id: UUID
    clinician: str
    sessions: int
    since: date


class PausedClient(NamedTuple):
    """A client whose treatment is paused, until the day on which it goes on."""

    client_id: UUID
    code: str
    initials: str
    clinician_id: UUID
    clinician: str
    until: date


@dataclass(frozen=True)
class Board:
    """The rows that were asked for, one for each thing to answer and each flag that is answered, in order: those of one
    page, from the row `start` on, of so many that match; how many there are in all; the summary of those in view of the
    clinician filter; how many there are for each choice; the risk items that wait, the clients who never rated, and
    those who are paused, whoever treats them; whom one supervises, by name; one's own views."""

    rows: tuple[BoardRow, ...]
    start: int
    matching: int
    total: int
    counts: BoardCounts
    facets: Facets
    late_risk: LateRisk
    never_rated: tuple[NeverRated, ...]
    paused: tuple[PausedClient, ...]
    clinicians: Mapping[UUID, str]
    views: tuple[SavedView, ...]
    today: date


class _Line(NamedTuple):
    """A row that is counted, and not read yet."""

    client: ClientOfBoard
    thing: BoardThing


TIERS = list(Tier)
STATES = list(BoardState)
Seen = Mapping[UUID, date]  # when clients were looked at last
Lines = dict[BoardStanding, list[_Line]]
SORTS: dict[str, Callable[[_Line, Seen], Any]] = {
    "clinician": lambda line, _: (line.client.clinician, line.client.code),
    "client": lambda line, _: line.client.code,
    "date": lambda line, _: line.thing.held_on,
    "strength": lambda line, _: gravest(facts_of(line.thing.facts)),
    "state": lambda line, _: STATES.index(facts_of(line.thing.facts)[0].state),
    "reviewed": lambda line, seen: seen.get(line.client.client_id),
}


def board(
    db: Session,
    actor: Actor,
    asked: BoardFilter,
    *,
    start: int = 0,
    size: int | None = None,
    now: datetime,
) -> Board:
    """The board of whoever supervises; NotPermitted for anyone else, and for a clinician who is not supervised. Its
    rows are those of the page that the row `start` is on, of the last one where there are fewer; all without a `size`.
    """
    today = local_date(now, practice(db).time_zone)
    read = permissions.may_read_board(db, actor, today)
    if asked.clinician and asked.clinician not in read:
        raise NotPermitted
    clients = boards_of(db, read, today - RECENT, now=now) if read else []
    everything = _lines(clients, today)
    in_view = {s: n for s, n in everything.items() if asked.clinician in (None, s.clinician_id)}
    narrowed, ordered = _asked_for(db, everything, asked, today)
    matching = sum(len(lines) for stands, lines in narrowed.items() if asked_for(stands, asked))
    first = min(start, max(matching - 1, 0)) // size * size if size else 0
    page = islice(ordered, first, first + size if size else None)
    return Board(
        rows=tuple(board_rows(db, actor.id, map(_leads, page), now=now)),
        start=first,
        matching=matching,
        total=sum(map(len, in_view.values())),
        counts=_counts(in_view),
        facets=facets({stands: len(lines) for stands, lines in narrowed.items()}, asked),
        late_risk=_late_risk(everything, today),
        never_rated=_never_rated(clients),
        paused=_paused(clients, today),
        clinicians=_names(db, read),
        views=tuple(view for view in views_of(db, actor) if _reaches(view, read)),
        today=today,
    )


def flags_of(db: Session, actor: Actor, clinician_id: UUID, *, now: datetime) -> list[BoardRow]:
    """The flags on the board of one clinician's clients, each by itself, in no order."""
    today = local_date(now, practice(db).time_zone)
    clients = boards_of(db, [clinician_id], today - RECENT, now=now)
    led_by = (_leads(line) for lines in _lines(clients, today).values() for line in lines)
    return [flag for row in board_rows(db, actor.id, led_by, now=now) for flag in row.flags]


def _leads(line: _Line) -> Led:
    return line.client, line.thing.flags[0]


def _lines(clients: Iterable[ClientOfBoard], today: date) -> Lines:
    """Everything on the board, those together that stand alike."""
    since = today - RECENT
    before = today - timedelta(days=OLD_DAYS)
    by_clinician: dict[UUID, dict[tuple[str, bool], list[_Line]]] = {}
    for client in clients:
        alike = by_clinician.setdefault(client.clinician_id, {})
        pauses = paused(client.paused_until, today)
        for thing in client.board.things:
            if pauses and all(flag.not_rated_lately for flag in facts_of(thing.facts)):
                continue  # nobody is expected to rate meanwhile
            if thing.until is None or thing.until >= since:
                stands = (thing.facts, thing.since < before)
                alike.setdefault(stands, []).append(_Line(client, thing))
    return {
        BoardStanding(clinician_id, *stands): lines
        for clinician_id, alike in by_clinician.items()
        for stands, lines in alike.items()
    }


def _asked_for(
    db: Session, lines: Lines, asked: BoardFilter, today: date
) -> tuple[Lines, Iterator[_Line]]:
    """The lines of the clients whom the filter leaves in; and of those the ones that it asks for, in their order. When
    a client was looked at last is read where the filter or the order asks."""
    seen: Seen = {}
    if asked.unseen or asked.sort == "reviewed":
        clients = {line.client.client_id for some in lines.values() for line in some}
        seen = last_reviewed(db, sorted(clients))
    if asked.client or asked.unseen:
        left = {
            s: [x for x in some if _of_client(x, asked, seen, today)] for s, some in lines.items()
        }
        lines = {stands: some for stands, some in left.items() if some}
    met = {stands: some for stands, some in lines.items() if asked_for(stands, asked)}
    return lines, _in_order(met, asked, seen)


def _of_client(line: _Line, asked: BoardFilter, seen: Seen, today: date) -> bool:
    """Whether the filter leaves this client in."""
    client = line.client
    last = seen.get(client.client_id)
    if asked.client not in (None, client.client_id):
        return False
    missing = unseen(starts_on=client.starts_on, last_reviewed=last, today=today)
    return not asked.unseen or (missing and client.ended_on is None)


def _never_rated(clients: Iterable[ClientOfBoard]) -> tuple[NeverRated, ...]:
    """Those of the clients who came and never rated, by code."""
    never = (
        NeverRated(of.client_id, of.code, of.initials, of.clinician_id, of.clinician, *told)
        for of in clients
        if (told := of.board.never_rated)
    )
    return tuple(sorted(never, key=lambda client: client.code))


def _paused(clients: Iterable[ClientOfBoard], today: date) -> tuple[PausedClient, ...]:
    """Those of the clients whose treatment is paused, by code."""
    resting = (
        PausedClient(
            *(of.client_id, of.code, of.initials, of.clinician_id, of.clinician), of.paused_until
        )
        for of in clients
        if of.paused_until and paused(of.paused_until, today)
    )
    return tuple(sorted(resting, key=lambda client: client.code))


def _reaches(view: SavedView, read: frozenset[UUID]) -> bool:
    """False for a view of a clinician whom one does not supervise today: it comes back with the link."""
    return view.asked.get("clinician") in (None, "", *map(str, read))


def _names(db: Session, ids: frozenset[UUID]) -> dict[UUID, str]:
    if not ids:
        return {}
    named = select(User.id, User.name).where(User.id.in_(ids)).order_by(User.name)
    return {row.id: row.name for row in db.execute(named)}


def _in_order(lines: Lines, asked: BoardFilter, seen: Seen) -> Iterator[_Line]:
    """By one column, what has no value there last; or by need: what is not settled by tier, the oldest on top."""
    if asked.sort not in SORTS:
        return _by_need(lines, descending=asked.descending)
    value = SORTS[asked.sort]
    valued = [(value(line, seen), line) for line in _by_need(lines)]
    with_value = [each for each in valued if each[0] is not None]
    with_value.sort(key=lambda each: each[0], reverse=asked.descending)
    return iter([line for _, line in with_value] + [line for v, line in valued if v is None])


def _by_need(lines: Lines, *, descending: bool = False) -> Iterator[_Line]:
    """What needs supervision first; what is not reached is not sorted."""
    by_need: dict[tuple[bool, bool, int], list[_Line]] = {}
    for stands, some in lines.items():
        by_need.setdefault(_need(stands), []).extend(some)
    for need in sorted(by_need, reverse=descending):
        yield from sorted(by_need[need], key=_oldest, reverse=descending)


def _oldest(line: _Line) -> tuple[date, str, UUID]:
    return line.thing.since, line.client.code, line.thing.flags[0]


def _need(stands: BoardStanding) -> tuple[bool, bool, int]:
    leads = stands.flags[0]
    settled = leads.state in (BoardState.SIGNED_OFF, BoardState.CORRECTED)
    return settled, not (stands.waits or leads.void), TIERS.index(leads.tier)


def _counts(lines: Lines) -> BoardCounts:
    numbers = {stands: len(some) for stands, some in lines.items()}
    waiting = Counter({stands: n for stands, n in numbers.items() if stands.waits})
    return BoardCounts(
        open=of_tiers(stands.flags[0].tier for stands in waiting.elements()),
        open_long=sum(n for stands, n in waiting.items() if stands.old),
        void=sum(n * sum(flag.void for flag in stands.flags) for stands, n in numbers.items()),
    )


def _late_risk(lines: Lines, today: date) -> LateRisk:
    waits = [some for s, some in lines.items() if s.waits and s.flags[0].tier is Tier.RISK]
    waited = [(today - line.thing.since).days for some in waits for line in some]
    late = [days for days in waited if days >= LATE_RISK_DAYS]
    return LateRisk(len(late), max(late, default=0))


def find(db: Session, actor: Actor, code: str, *, now: datetime) -> UUID | None:
    """The client of that code among those whose clinicians one supervises; None when there is none."""
    day = local_date(now, practice(db).time_zone)
    read = permissions.may_read_board(db, actor, day)
    theirs = select(Client.id).where(Client.clinician_id.in_(read))
    plain = "".join(sign for sign in code.upper() if sign.isalnum())
    client_id = db.scalar(theirs.where(func.replace(Client.code, "-", "") == plain))
    audit.record(db, "board.searched", actor=actor.id, client_id=client_id, now=now)
    return client_id


def views_of(db: Session, actor: Actor) -> list[SavedView]:
    """The views that a person has saved, by name."""
    rows = select(SavedView).where(SavedView.user_id == actor.id)
    return list(db.scalars(rows.order_by(func.lower(SavedView.name))))


def save_view(
    db: Session, actor: Actor, name: str, asked: Mapping[str, str], *, now: datetime
) -> SavedView:
    """The view under that name; one that has the name already is given the new filter."""
    allowed(actor, Permission.READ_BOARD)
    name = name.strip()
    known = views_of(db, actor)
    same = [view for view in known if view.name.lower() == name.lower()]
    if not 0 < len(name) <= NAME_LENGTH:
        raise Incomplete({"name": f"Enter a name, {NAME_LENGTH} characters at most"})
    if len(known) >= MOST_VIEWS and not same:
        raise Incomplete({"name": f"There are {MOST_VIEWS} views already. Remove one first"})
    view = same[0] if same else SavedView(id=uuid4(), user_id=actor.id, name=name, made_at=now)
    view.name = name
    view.asked = dict(asked)
    db.add(view)
    db.flush()
    audit.record(db, "board.view_saved", actor=actor.id, object_id=view.id, now=now)
    return view


def remove_view(db: Session, actor: Actor, view_id: UUID, *, now: datetime) -> None:
    """Take a view of one's own away; NotPermitted for anybody else's."""
    view = db.get(SavedView, view_id)
    if view is None or view.user_id != actor.id:
        raise NotPermitted
    db.delete(view)
    audit.record(db, "board.view_removed", actor=actor.id, object_id=view_id, now=now)
