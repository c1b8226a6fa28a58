"""Accounts, who supervises whom, and signing in and out."""

import hashlib
import hmac
import secrets
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain import access
from tracker.domain.access import Actor
from tracker.domain.errors import Incomplete
from tracker.models import Role, SignIn, SignInFailure, SignInState, SupervisionLink, User
from tracker.services import audit

TRIES = 5  # failed sign-ins ...
WINDOW = timedelta(minutes=15)  # ... within this time make the next one wait
NAME_LENGTH = 120
SEEN_EVERY = timedelta(seconds=30)


def add_account(
    db: Session,
    actor: Actor | None,
    *,
    email: str,
    name: str,
    roles: frozenset[access.Role],
    password_hash: str,
    now: datetime,
) -> User:
    """The new account. `actor` is None for the command line, which whoever owns the machine may use."""
    email, name = email.strip().lower(), name.strip()
    problems = {}
    if "@" not in email or len(email) > 254:
        problems["email"] = "Enter an e-mail address such as name@practice.example"
    elif db.scalar(select(User.id).where(User.email == email)):
        problems["email"] = "There is already an account with this e-mail address"
    if not 0 < len(name) <= NAME_LENGTH:
        problems["name"] = f"Enter the person's name, {NAME_LENGTH} characters at most"
    if not roles:
        problems["roles"] = "Choose at least one role"
    if problems:
        raise Incomplete(problems)
    user = User(
        id=uuid4(),
        email=email,
        name=name,
        password=password_hash,
        fs_uniquifier=secrets.token_hex(32),
        created_at=now,
        roles=list(db.scalars(select(Role).where(Role.name.in_(roles)))),
    )
    db.add(user)
    db.flush()
    by = actor.id if actor else None
    audit.record(db, "account.added", actor=by, object_id=user.id, now=now, roles=sorted(roles))
    return user


def link_supervision(
    db: Session,
    *,
    supervisor: UUID,
    clinician: UUID,
    starts_on: date,
    ends_on: date | None = None,
    now: datetime,
) -> None:
    """The supervisor reads the clinician's caseload from one day to another; no end means it goes on.

    A link that holds already is given the new end instead.
    """
    if supervisor == clinician:
        raise Incomplete({"clinician": "A supervisor cannot supervise themselves"})
    for user_id, role in ((supervisor, access.Role.SUPERVISOR), (clinician, access.Role.CLINICIAN)):
        user = db.get_one(User, user_id)
        if role not in actor_of(user).roles:
            raise Incomplete({role.value: f"{user.email} has not the role {role.value}"})
    if ends_on is not None and ends_on < starts_on:
        raise Incomplete({"until": "The last day must not be before the first"})
    holding = select(SupervisionLink).where(
        SupervisionLink.supervisor_id == supervisor,
        SupervisionLink.clinician_id == clinician,
        (SupervisionLink.ends_on.is_(None)) | (SupervisionLink.ends_on >= starts_on),
    )
    link = db.scalar(holding.order_by(SupervisionLink.starts_on.desc()).limit(1))
    if link is None:
        people = {"supervisor_id": supervisor, "clinician_id": clinician}
        db.add(SupervisionLink(id=uuid4(), **people, starts_on=starts_on, ends_on=ends_on))
    else:
        link.ends_on = ends_on if ends_on is None else max(ends_on, link.starts_on)
    db.flush()
    event = "supervision.linked"
    audit.record(db, event, actor=None, object_id=supervisor, now=now, clinician=str(clinician))


def actor_of(user: User) -> Actor:
    """The account as the person a service acts for."""
    roles = frozenset(access.Role(role.name) for role in user.roles)
    return Actor(id=user.id, name=user.name, roles=roles)


def supervised(db: Session, actor: Actor, today: date) -> frozenset[UUID]:
    """The clinicians whose caseloads the actor reads on that day."""
    if access.Role.SUPERVISOR not in actor.roles:
        return frozenset()
    links = select(SupervisionLink.clinician_id).where(
        SupervisionLink.supervisor_id == actor.id,
        SupervisionLink.starts_on <= today,
        (SupervisionLink.ends_on.is_(None)) | (SupervisionLink.ends_on >= today),
    )
    return frozenset(db.scalars(links))


def accounts(db: Session) -> list[User]:
    """All accounts by name."""
    return list(db.scalars(select(User).order_by(User.name)))


def people(db: Session, ids: frozenset[UUID]) -> list[User]:
    """These accounts by name."""
    return list(db.scalars(select(User).where(User.id.in_(ids)).order_by(User.name)))


# --- Signing in


@dataclass(frozen=True)
class Checked:
    """A sign-in that holds: whose it is, and whether it is time to note that it was seen."""

    id: UUID
    actor: Actor
    stale: bool


def _token_hash(token: str) -> str:
    return hashlib.sha256(token.encode("ascii", "replace")).hexdigest()


def open_sign_in(db: Session, user_id: UUID, *, now: datetime) -> str:
    """A fresh token for the browser; only its hash is kept."""
    token = secrets.token_urlsafe(32)
    row = SignIn(
        id=uuid4(), user_id=user_id, token_hash=_token_hash(token), created_at=now, seen_at=now
    )
    db.add(row)
    db.flush()
    audit.record(db, "sign_in.opened", actor=user_id, object_id=row.id, now=now)
    return token


def check_sign_in(
    db: Session, token: str, *, now: datetime, idle: timedelta, absolute: timedelta
) -> Checked | None:
    """The sign-in behind a token while it holds: active, its account enabled, not idle or open for too long."""
    row = db.scalar(select(SignIn).where(SignIn.token_hash == _token_hash(token)))
    if row is None or row.state != SignInState.ACTIVE or not row.user.active:
        return None
    if now - row.seen_at > idle or now - row.created_at > absolute:
        return None
    return Checked(row.id, actor_of(row.user), now - row.seen_at > SEEN_EVERY)


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


def end_all_sign_ins(db: Session, user_id: UUID, *, reason: str, now: datetime) -> None:
    """End every sign-in of an account: it was disabled, or its password changed."""
    open_rows = select(SignIn).where(SignIn.user_id == user_id, SignIn.state != SignInState.ENDED)
    for row in db.scalars(open_rows):
        _end(db, row, reason, now)


def _end(db: Session, row: SignIn, reason: str, now: datetime) -> None:
    row.state, row.ended_at, row.end_reason = SignInState.ENDED, now, reason
    audit.record(db, "sign_in.ended", actor=row.user_id, object_id=row.id, now=now, reason=reason)


def by_email(db: Session, email: str) -> User:
    """The account with that address; Incomplete when there is none."""
    user = db.scalar(select(User).where(User.email == email.strip().lower()))
    if user is None:
        raise Incomplete({"email": f"There is no account with the address {email}"})
    return user


def disable(db: Session, user_id: UUID, *, now: datetime) -> None:
    """Close an account; whoever is signed in with it is out at the next request."""
    user = db.get_one(User, user_id)
    user.active = False
    user.version += 1
    end_all_sign_ins(db, user_id, reason="disabled", now=now)
    audit.record(db, "account.disabled", actor=None, object_id=user_id, now=now)


def change_password(db: Session, user_id: UUID, password_hash: str, *, now: datetime) -> None:
    """Set another password and end every sign-in made with the old one."""
    user = db.get_one(User, user_id)
    user.password = password_hash
    user.version += 1
    end_all_sign_ins(db, user_id, reason="password", now=now)
    audit.record(db, "account.password_changed", actor=None, object_id=user_id, now=now)


def identifier_hash(db: Session, email: str) -> str:
    """What is kept of a typed e-mail address after a failure: a keyed hash, so that no list of addresses builds up."""
    key: bytes = db.info["audit_key"]
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
    """Count a failed sign-in against the address that was typed."""
    db.add(SignInFailure(id=uuid4(), identifier_hash=identifier_hash(db, email), at=now))
    db.flush()
    user_id = db.scalar(select(User.id).where(func.lower(User.email) == email.strip().lower()))
    audit.record(db, "sign_in.failed", actor=None, object_id=user_id, now=now)
