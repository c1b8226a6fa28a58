"""Signing in and out: which browsers are signed in, and who has to wait after wrong tries."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import ceil
from uuid import UUID, uuid4

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session, joinedload

from tracker.domain.course.devices import device_words
from tracker.domain.errors import NotPermitted
from tracker.domain.people.access import Actor
from tracker.domain.people.preferences import Preferences
from tracker.models import Practice, SignIn, SignInFailure, SignInState, User, UserPreferences
from tracker.services.access.preferences import as_set
from tracker.services.installation import installation
from tracker.services.office.actors import actor_of
from tracker.services.trail import audit

TRIES = 5  # failed sign-ins ...
WINDOW = timedelta(minutes=15)  # ... within this time make the next one wait
SEEN_EVERY = timedelta(seconds=30)
IDLE_TIMEOUT = timedelta(minutes=15)  # a sign-in that nobody uses for so long is over
ABSOLUTE_TIMEOUT = timedelta(hours=12)  # and so is one that was opened so long ago


@dataclass(frozen=True)
class Checked:
    """A sign-in that holds: whose it is, what they have set, where, and whether it is time to note that it was seen."""

    id: UUID
    actor: Actor
    preferences: Preferences
    practice: Practice
    stale: bool


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode("ascii", "replace")).hexdigest()


def open_sign_in(db: Session, user_id: UUID, *, user_agent: str = "", now: datetime) -> str:
    """A fresh token for the browser; only its hash is kept, and of the browser its family and system."""
    token = secrets.token_urlsafe(32)
    row = SignIn(
        id=uuid4(),
        user_id=user_id,
        token_hash=_token_hash(token),
        created_at=now,
        seen_at=now,
        device=device_words(user_agent),
    )
    db.add(row)
    db.flush()
    audit.record(db, "sign_in.opened", actor=user_id, object_id=row.id, now=now)
    return token


def check_sign_in(db: Session, token: str, *, now: datetime) -> Checked | None:
    """The sign-in behind a token while it holds: active, its account enabled, not idle or open for too long."""
    account = joinedload(SignIn.user).joinedload(User.roles)
    query = select(SignIn, UserPreferences, Practice).options(account)  # one query for every page
    query = query.outerjoin(UserPreferences, UserPreferences.user_id == SignIn.user_id)
    query = query.join(Practice, Practice.id == 1).where(SignIn.token_hash == _token_hash(token))
    signed_in = db.execute(query).unique().first()
    if signed_in is None:
        return None
    row, preferences, practice = signed_in
    if row.state != SignInState.ACTIVE or not row.user.active:
        return None
    if now - row.seen_at > IDLE_TIMEOUT or now - row.created_at > ABSOLUTE_TIMEOUT:
        return None
    stale = now - row.seen_at > SEEN_EVERY
    return Checked(row.id, actor_of(row.user), as_set(preferences), practice, stale)


def holding(db: Session, user_id: UUID, *, now: datetime) -> list[SignIn]:
    """The sign-ins of a person that hold, the last used first."""
    rows = select(SignIn).where(
        SignIn.user_id == user_id,
        SignIn.state != SignInState.ENDED,
        SignIn.seen_at >= now - IDLE_TIMEOUT,
        SignIn.created_at >= now - ABSOLUTE_TIMEOUT,
    )
    return list(db.scalars(rows.order_by(SignIn.seen_at.desc(), SignIn.id)))


def note_seen(db: Session, sign_in_id: UUID, *, now: datetime) -> None:
    """Keep a sign-in from going idle."""
    row = db.get(SignIn, sign_in_id)
    if row and row.state == SignInState.ACTIVE:
        row.seen_at = max(row.seen_at, now)


def end_sign_in(db: Session, token: str, *, reason: str, now: datetime) -> None:
    """End one sign-in; ending it again changes nothing."""
    row = db.scalar(select(SignIn).where(SignIn.token_hash == _token_hash(token)))
    if row and row.state != SignInState.ENDED:
        _end(db, row, reason, now)


def suspend(db: Session, sign_in_id: UUID, *, now: datetime) -> None:
    """Let a sign-in wait while a client has its browser: it opens nothing. NotPermitted for one that does not hold."""
    row = db.get(SignIn, sign_in_id, with_for_update=True)
    if row is None or row.state != SignInState.ACTIVE:
        raise NotPermitted
    row.state = SignInState.SUSPENDED
    db.flush()
    audit.record(db, "sign_in.suspended", actor=row.user_id, object_id=row.id, now=now)


def suspended_id(db: Session, token: str) -> UUID | None:
    """The sign-in of a token, while it waits: of a browser that never got to know that the client has it now."""
    query = select(SignIn.id).where(SignIn.token_hash == _token_hash(token))
    return db.scalar(query.where(SignIn.state == SignInState.SUSPENDED))


def suspended(db: Session, sign_in_id: UUID) -> User | None:
    """Whose sign-in waits, or None for one that does not wait (any more)."""
    row = db.get(SignIn, sign_in_id)
    return row.user if row and row.state == SignInState.SUSPENDED and row.user.active else None


def resume(db: Session, sign_in_id: UUID, *, now: datetime) -> tuple[User, str] | None:
    """Who is signed in again, and a fresh token; None when the sign-in ended meanwhile, or has lasted too long."""
    row = db.get(SignIn, sign_in_id, with_for_update=True, populate_existing=True)
    if row is None or row.state != SignInState.SUSPENDED or not row.user.active:
        return None
    if now - row.created_at > ABSOLUTE_TIMEOUT:
        _end(db, row, "too_long", now)
        return None
    token = secrets.token_urlsafe(32)
    row.state = SignInState.ACTIVE
    row.token_hash = _token_hash(token)
    row.seen_at = now
    db.flush()
    audit.record(db, "sign_in.resumed", actor=row.user_id, object_id=row.id, now=now)
    return row.user, token


def end_suspended(db: Session, sign_in_id: UUID, *, reason: str, now: datetime) -> None:
    """End a sign-in that waits."""
    row = db.get(SignIn, sign_in_id, with_for_update=True, populate_existing=True)
    if row and row.state == SignInState.SUSPENDED:
        _end(db, row, reason, now)


def end_own_sign_in(db: Session, actor: Actor, sign_in_id: UUID, *, now: datetime) -> UUID:
    """End one of the actor's own sign-ins, on whatever machine it is; NotPermitted for anyone else's."""
    row = db.get(SignIn, sign_in_id)
    if row is None or row.user_id != actor.id:
        raise NotPermitted
    if row.state != SignInState.ENDED:
        _end(db, row, "ended_elsewhere", now)
    return row.id


def end_all_sign_ins(
    db: Session, user_id: UUID, *, reason: str, now: datetime, but: UUID | None = None
) -> None:
    """End every sign-in of an account, but the one named: it was disabled, or its password changed."""
    open_rows = select(SignIn).where(SignIn.user_id == user_id, SignIn.state != SignInState.ENDED)
    for row in db.scalars(open_rows):
        if row.id != but:
            _end(db, row, reason, now)


def _end(db: Session, row: SignIn, reason: str, now: datetime) -> None:
    row.state = SignInState.ENDED
    row.ended_at = now
    row.end_reason = reason
    audit.record(db, "sign_in.ended", actor=row.user_id, object_id=row.id, now=now, reason=reason)


def identifier_hash(db: Session, email: str) -> str:
    """What is kept of a typed e-mail address after a failure: a keyed hash, so that no list of addresses builds up."""
    key = installation(db).audit_key
    return hmac.new(key, email.strip().lower().encode(), hashlib.sha256).hexdigest()


def minutes_to_wait(db: Session, email: str, *, now: datetime) -> int:
    """Whole minutes until this address may try again; 0 when it may now. The same for unknown addresses."""
    recent = db.scalars(
        select(SignInFailure.at)
        .where(
            SignInFailure.identifier_hash == identifier_hash(db, email),
            SignInFailure.at > now - WINDOW,
        )
        .order_by(SignInFailure.at.desc())
        .limit(TRIES)
    ).all()
    if len(recent) < TRIES:
        return 0
    return ceil((recent[-1] + WINDOW - now) / timedelta(minutes=1))


def note_failure(db: Session, email: str, *, now: datetime) -> None:
    """Count a failed sign-in against the address that was typed. What no longer counts is forgotten."""
    db.execute(delete(SignInFailure).where(SignInFailure.at <= now - WINDOW))
    db.add(SignInFailure(id=uuid4(), identifier_hash=identifier_hash(db, email), at=now))
    db.flush()
    user_id = db.scalar(select(User.id).where(func.lower(User.email) == email.strip().lower()))
    audit.record(db, "sign_in.failed", actor=None, object_id=user_id, now=now)


def forget_failures(db: Session, email: str) -> None:
    """Let this address try again at once: its person has shown by other means who they are."""
    theirs = SignInFailure.identifier_hash == identifier_hash(db, email)
    db.execute(delete(SignInFailure).where(theirs))
