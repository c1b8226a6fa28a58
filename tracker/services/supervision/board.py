"""The supervision board: flags and answers of the clinicians who are supervised, filtered and in order; never people
beside each other."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.care.open_work import OpenWork, of_tiers
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.sign_off import BoardState
from tracker.models import Client, SavedView, User
from tracker.services.access import permissions
from tracker.services.office.actors import allowed
from tracker.services.office.practice import practice
from tracker.services.supervision.board_evidence import NeverRated, never_rated
from tracker.services.supervision.board_filter import (
    OLD_DAYS,
    BoardFilter,
    Facets,
    asked_for,
    facets,
)
from tracker.services.supervision.board_rows import BoardRow, board_rows, in_things
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


@dataclass(frozen=True)
class Board:
    """The rows that were asked for, one for each thing to answer and each flag that is answered, in order; how many
    there are in all; the summary of those in view of the clinician filter; how many there are for each choice; the risk
    items that wait, and the clients who never rated, whoever treats them; whom one supervises, by name; one's own
    views."""

    rows: tuple[BoardRow, ...]
    total: int
    counts: BoardCounts
    facets: Facets
    late_risk: LateRisk
    never_rated: tuple[NeverRated, ...]
    clinicians: Mapping[UUID, str]
    views: tuple[SavedView, ...]
    today: date


SORTS: dict[str, Callable[[BoardRow], Any]] = {
    "clinician": lambda row: (row.clinician, row.code),
    "client": lambda row: row.code,
    "date": lambda row: row.held_on,
    "strength": lambda row: row.gravest,
    "state": lambda row: list(BoardState).index(row.state),
    "reviewed": lambda row: row.last_reviewed,
}
TIERS = list(Tier)


def board(db: Session, actor: Actor, asked: BoardFilter, *, now: datetime) -> Board:
    """The board of whoever supervises; NotPermitted for anyone else, and for a clinician who is not supervised."""
    zone = practice(db).time_zone
    today = local_date(now, zone)
    read = permissions.may_read_board(db, actor, today)
    if asked.clinician and asked.clinician not in read:
        raise NotPermitted
    flags = board_rows(db, actor.id, read, today=today, zone=zone) if read else []
    everything = in_things(flags)
    of_clinician = [r for r in everything if asked.clinician in (None, r.clinician_id)]
    rows = [row for row in of_clinician if any(asked_for(f, asked) for f in row.flags)]
    return Board(
        rows=tuple(_in_order(rows, asked)),
        total=len(of_clinician),
        counts=_counts(of_clinician, today),
        facets=facets(everything, asked),
        late_risk=_late_risk(everything, today),
        never_rated=tuple(never_rated(db, read)) if read else (),
        clinicians=_names(db, read),
        views=tuple(view for view in views_of(db, actor) if _reaches(view, read)),
        today=today,
    )


def _reaches(view: SavedView, read: frozenset[UUID]) -> bool:
    """False for a view of a clinician whom one does not supervise today: it comes back with the link."""
    return view.asked.get("clinician") in (None, "", *map(str, read))


def _names(db: Session, ids: frozenset[UUID]) -> dict[UUID, str]:
    if not ids:
        return {}
    named = select(User.id, User.name).where(User.id.in_(ids)).order_by(User.name)
    return {row.id: row.name for row in db.execute(named)}


def _in_order(rows: list[BoardRow], asked: BoardFilter) -> list[BoardRow]:
    """By one column, what has no value there last; or by need: what is not settled by tier, the oldest on top."""

    def need(row: BoardRow) -> tuple[Any, ...]:
        settled = row.state in (BoardState.SIGNED_OFF, BoardState.CORRECTED)
        waits = row.waits or row.void
        return settled, not waits, TIERS.index(row.tier), row.since, row.code, row.flag_id

    ordered = sorted(rows, key=need)
    if asked.sort not in SORTS:
        return ordered[::-1] if asked.descending else ordered
    value = SORTS[asked.sort]
    with_value = [row for row in ordered if value(row) is not None]
    by_column = sorted(with_value, key=value, reverse=asked.descending)
    return by_column + [row for row in ordered if value(row) is None]


def _counts(rows: list[BoardRow], today: date) -> BoardCounts:
    unanswered = [row for row in rows if row.waits]
    return BoardCounts(
        open=of_tiers(row.tier for row in unanswered),
        open_long=sum((today - row.since).days > OLD_DAYS for row in unanswered),
        void=sum(flag.void for row in rows for flag in row.flags),
    )


def _late_risk(rows: list[BoardRow], today: date) -> LateRisk:
    waited = [(today - row.since).days for row in rows if row.tier is Tier.RISK and row.waits]
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
