"""What supervision says about flags: comments, questions, sign-offs. Each is an entry that nobody edits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from tracker.domain import sign_off
from tracker.domain.access import Actor, Permission
from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.sign_off import ReviewAct, Said, Signed
from tracker.models import (
    AuditEntry,
    Client,
    Flag,
    FlagAnswer,
    FlagReview,
    TherapySession,
    User,
)
from tracker.services import audit
from tracker.services.flag_views import FlagView, flag_for
from tracker.services.practice import today
from tracker.services.standing_in import covered

OWN = "You answered this flag, or held the session it is about. Somebody else has to sign it off."
STALE = "This was changed meanwhile. What you entered is below, and not stored."


@dataclass(frozen=True)
class Reader:
    """Somebody who opened a flag: how often, and when last."""

    name: str
    times: int
    last: datetime


@dataclass(frozen=True)
class Thread:
    """What supervision said about one flag, in order, with the names of who said it. `waits`: it asked for an answer,
    and none has come since."""

    entries: tuple[FlagReview, ...]
    people: dict[UUID, str]
    waits: bool
    signed: Signed
    possible: tuple[ReviewAct, ...]
    seen: str

    @property
    def sign_off(self) -> FlagReview | None:
        """The sign-off that was given last, also when it is void."""
        acts = (*sign_off.SIGN_OFFS, ReviewAct.REOPENED)
        found = [entry for entry in self.entries if entry.act in acts]
        return found[-1] if found and found[-1].act != ReviewAct.REOPENED else None


def thread(db: Session, view: FlagView) -> Thread:
    """The thread of a flag."""
    rows = select(FlagReview).where(FlagReview.flag_id == view.flag.id)
    entries = tuple(db.scalars(rows.order_by(FlagReview.sequence)))
    ids = {entry.recorded_by_id for entry in entries}
    named = select(User.id, User.name).where(User.id.in_(ids))
    people = {row.id: row.name for row in db.execute(named)} if ids else {}
    stands = signed(view, entries)
    possible = sign_off.possible(view.tier, view.stage, stands)
    asked = [entry.recorded_at for entry in entries if entry.act == ReviewAct.ASKED]
    unanswered = bool(asked) and all(e.recorded_at <= asked[-1] for e in view.entries)
    waits = unanswered and view.needs_answer and stands is not Signed.SIGNED_OFF
    seen = f"{view.flag.version}.{len(entries)}"
    return Thread(entries, people, waits, stands, possible, seen)


def said(entries: Sequence[FlagReview]) -> list[Said]:
    """Stored entries as the domain reads them."""
    return [Said(ReviewAct(e.act), e.finding_id, e.answer_id, e.discuss_on) for e in entries]


def signed(view: FlagView, entries: Sequence[FlagReview]) -> Signed:
    """Where the sign-off of a flag stands."""
    return sign_off.signed(
        said(entries),
        finding_id=view.flag.findings[-1].id,
        answers={answer.id for answer in view.answers},
        withdrawn=view.flag.withdrawn_at is not None,
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
    if review.act in sign_off.SIGN_OFFS and is_own(db, actor, view, client, now=now):
        raise NotNow(OWN)
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
    # Client after client, in one order for everybody: two pages cannot wait for each other's locks.
    there = select(Flag.id).where(Flag.id.in_(chosen)).order_by(Flag.client_id, Flag.id)
    found = list(db.scalars(there))
    if len(found) < len(chosen):
        raise NotPermitted
    for flag_id in found:
        review_flag(db, actor, flag_id, review, seen=chosen[flag_id], now=now)
    return len(found)


def is_own(db: Session, actor: Actor, view: FlagView, client: Client, *, now: datetime) -> bool:
    """True for a flag that the actor answered, whose session they held, or whose client they treat while somebody is
    away: it is not theirs to sign off."""
    if any(answer.recorded_by_id == actor.id for answer in view.entries):
        return True
    if client.clinician_id in covered(db, actor, today(db, now)):
        return True
    held_by = db.scalar(
        select(TherapySession.clinician_id).where(TherapySession.id == view.flag.session_id)
    )
    return held_by == actor.id


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
    flag, act = view.flag.id, review.act.value
    event, by = "flag.reviewed", actor.id
    audit.record(db, event, actor=by, object_id=flag, client_id=client.id, now=now, act=act)
    return row


def readers(db: Session, view: FlagView) -> list[Reader]:
    """Who opened a flag or its card, the last first, as the audit trail has it."""
    last = func.max(AuditEntry.at)
    rows = (
        select(User.name, func.count().label("times"), last.label("last"))
        .join(User, User.id == AuditEntry.actor_id)
        .where(AuditEntry.client_id == view.flag.client_id)
        .where(AuditEntry.object_id == view.flag.id)
        .where(AuditEntry.event.in_(("flag.read", "card.read")))
        .group_by(User.id, User.name)
        .order_by(last.desc())
    )
    return [Reader(row.name, row.times, row.last) for row in db.execute(rows)]


def asked_for(db: Session, client_ids: Sequence[UUID]) -> set[UUID]:
    """The flags of these clients for which supervision asked, and which nobody has answered or signed off since; in one
    query."""
    later = select(FlagAnswer.id).where(
        FlagAnswer.flag_id == FlagReview.flag_id, FlagAnswer.recorded_at > FlagReview.recorded_at
    )
    then = aliased(FlagReview)
    signed_off = select(then.id).where(
        then.flag_id == FlagReview.flag_id,
        then.sequence > FlagReview.sequence,
        then.act.in_(sign_off.TOGETHER),
    )
    rows = (
        select(FlagReview.flag_id)
        .join(Flag, Flag.id == FlagReview.flag_id)
        .where(Flag.client_id.in_(client_ids), FlagReview.act == ReviewAct.ASKED)
        .where(Flag.withdrawn_at.is_(None), ~later.exists(), ~signed_off.exists())
    )
    return set(db.scalars(rows))
