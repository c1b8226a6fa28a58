"""What supervision says about flags: comments, questions, sign-offs. Each is an entry that nobody edits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from uuid import UUID, uuid4

from sqlalchemy import Select, bindparam, select
from sqlalchemy.orm import Session, aliased

from tracker.clock import local_date
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.grouping import grouped
from tracker.domain.people.access import Actor, Permission
from tracker.domain.supervision import sign_off
from tracker.domain.supervision.sign_off import ReviewAct, Signed
from tracker.models import (
    AuditEntry,
    Client,
    Flag,
    FlagReview,
    User,
)
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.record.flag_views import FlagView
from tracker.services.record.locks import lock_clients
from tracker.services.record.reaching import flag_for
from tracker.services.record.reviews import entries_of, signed, what_it_saw
from tracker.services.trail import audit

STALE = "This was changed meanwhile. What you entered is below, and not stored."


@dataclass(frozen=True)
class Reader:
    """Somebody who opened a flag: on how many days, and when last. Every look is in the audit trail; what a page loads
    again after a form is no other visit."""

    name: str
    days: int
    last: datetime


@dataclass(frozen=True)
class Thread:
    """What supervision said about one flag, in order, with the names of who said it. `waits`: it asked for an answer,
    and none has come since; `void` are the ids of sign-offs that do not hold any more."""

    entries: tuple[FlagReview, ...]
    people: dict[UUID, str]
    waits: bool
    signed: Signed
    void: frozenset[UUID]
    possible: tuple[ReviewAct, ...]
    seen: str


def thread(db: Session, view: FlagView) -> Thread:
    """The thread of a flag."""
    rows = select(FlagReview).where(FlagReview.flag_id == view.flag.id)
    entries = tuple(db.scalars(rows.order_by(FlagReview.sequence)))
    ids = {entry.recorded_by_id for entry in entries}
    named = select(User.id, User.name).where(User.id.in_(ids))
    people = {row.id: row.name for row in db.execute(named)} if ids else {}
    stands = signed(view, entries)
    possible = sign_off.possible(view.tier, view.stage, stands)
    seen = f"{view.flag.version}.{len(entries)}"
    return Thread(
        entries, people, waits(view, entries), stands, _void(view, entries), possible, seen
    )


def waits(view: FlagView, entries: Sequence[FlagReview]) -> bool:
    """True while supervision has asked, and no answer that counts came since."""
    asked = [entry.recorded_at for entry in entries if entry.act == ReviewAct.ASKED]
    answered = [answer.recorded_at for answer in view.answers]
    return sign_off.waits(asked, answered, view.stage, signed(view, entries))


def _void(view: FlagView, entries: Sequence[FlagReview]) -> frozenset[UUID]:
    """The sign-offs that do not hold any more, those before the last among them."""
    pairs = zip(entries, entries_of(entries), strict=True)
    return frozenset(
        entry.id
        for entry, given in pairs
        if given.act in sign_off.SIGN_OFFS and sign_off.is_void(given, **what_it_saw(view))
    )


def review_flag(
    db: Session,
    actor: Actor,
    flag_id: UUID,
    review: sign_off.Review,
    *,
    seen: str | None = None,
    now: datetime,
) -> FlagReview:
    """The stored entry. `seen` is what the page showed: Stale when the flag was answered, found again or reviewed
    meanwhile. A comment adds to whatever is there. NotNow for a sign-off of what one did oneself."""
    comment = review.act in (ReviewAct.COMMENT, None)
    permission = Permission.COMMENT_FLAG if comment else Permission.SUPERVISE
    view, client = flag_for(db, actor, flag_id, permission, now=now, lock=True)
    stands = thread(db, view)
    if not comment and seen != stands.seen:
        raise Stale(STALE)
    if problems := sign_off.problems(review, stands.possible, today(db, now)):
        raise Incomplete(problems)
    if review.act in sign_off.SIGN_OFFS:
        permissions.may_sign_off_flag(db, actor, client, view.flag, now=now)
    return _stored(db, actor, view, client, stands, review, now=now)


def sign_off_together(
    db: Session,
    actor: Actor,
    chosen: dict[UUID, str],
    review: sign_off.Review,
    *,
    now: datetime,
) -> int:
    """Sign several flags off with one entry each, all or none; how many. `chosen`: by id, what the page showed."""
    if not chosen:
        raise Incomplete({"chosen": "Select at least one flag"})
    if review.act not in sign_off.TOGETHER:
        raise Incomplete({"act": "Select what to do with them"})
    there = select(Flag.id, Flag.client_id).where(Flag.id.in_(chosen)).order_by(Flag.id)
    flags = db.execute(there).all()
    if len(flags) < len(chosen):
        raise NotPermitted
    lock_clients(db, {client_id for _, client_id in flags})
    for flag_id, _ in flags:
        review_flag(db, actor, flag_id, review, seen=chosen[flag_id], now=now)
    return len(flags)


def _stored(
    db: Session,
    actor: Actor,
    view: FlagView,
    client: Client,
    stands: Thread,
    review: sign_off.Review,
    *,
    now: datetime,
) -> FlagReview:
    assert review.act is not None
    row = FlagReview(
        id=uuid4(),
        flag_id=view.flag.id,
        sequence=len(stands.entries) + 1,
        act=review.act,
        note=review.note.strip(),
        discuss_on=review.discuss_on if review.act is ReviewAct.DISCUSS else None,
        finding_id=view.flag.findings[-1].id,
        answer_id=view.last_answer.id if view.last_answer else None,
        recorded_at=now,
        recorded_by_id=actor.id,
    )
    db.add(row)
    db.flush()
    flag = view.flag.id
    act = review.act.value
    event = "flag.reviewed"
    by = actor.id
    audit.record(db, event, actor=by, object_id=flag, client_id=client.id, now=now, act=act)
    return row


def readers(db: Session, view: FlagView, zone: str) -> list[Reader]:
    """Who opened a flag or its card, the last first, as the audit trail has it."""
    rows = (
        select(User.id, User.name, AuditEntry.at)
        .join(User, User.id == AuditEntry.actor_id)
        .where(AuditEntry.client_id == view.flag.client_id)
        .where(AuditEntry.object_id == view.flag.id)
        .where(AuditEntry.event.in_(("flag.read", "card.read")))
        .order_by(AuditEntry.seq.desc())
    )
    by_reader: dict[UUID, tuple[str, list[datetime]]] = {}
    for user_id, name, at in db.execute(rows):
        by_reader.setdefault(user_id, (name, []))[1].append(at)
    return [
        Reader(name, len({local_date(at, zone) for at in moments}), moments[0])
        for name, moments in by_reader.values()
    ]


def awaited(db: Session, client_id: UUID, flags: Sequence[FlagView]) -> frozenset[UUID]:
    """The ids of those of the client's flags for which supervision has asked, and no answer that counts came since."""
    said = where_asked(db, [client_id])
    return frozenset(f.flag.id for f in flags if f.flag.id in said and waits(f, said[f.flag.id]))


def where_asked(db: Session, client_ids: Sequence[UUID]) -> dict[UUID, list[FlagReview]]:
    """What supervision said about those flags of these clients for which it ever asked, by flag; in one query."""
    rows = db.scalars(_asked_of(), {"client_ids": client_ids})
    return grouped(rows, lambda row: row.flag_id)


@cache  # every caseload and record asks it: put together once
def _asked_of() -> Select[FlagReview]:
    asking = aliased(FlagReview)
    asked = select(asking.id).where(
        asking.flag_id == FlagReview.flag_id, asking.act == ReviewAct.ASKED
    )
    return (
        select(FlagReview)
        .join(Flag, Flag.id == FlagReview.flag_id)
        .where(Flag.client_id.in_(bindparam("client_ids", expanding=True)), asked.exists())
        .order_by(FlagReview.sequence)
    )
