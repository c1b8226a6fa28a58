"""Passwords, and the one-time codes with which a person chooses a new one."""

import hashlib
import hmac
import secrets
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.errors import NotNow, NotPermitted
from tracker.domain.people.access import Actor, Permission
from tracker.domain.people.credentials import (
    ACCOUNT_CODE_LASTS,
    CODE_ALPHABET,
    CODE_LENGTH,
    CODE_TRIES,
    tidy_code,
)
from tracker.models import OneTimeCode, User
from tracker.services.access.sign_ins import end_all_sign_ins, forget_failures
from tracker.services.installation import installation
from tracker.services.office.actors import allowed
from tracker.services.trail import audit


def change_password(
    db: Session,
    user_id: UUID,
    password_hash: str,
    *,
    now: datetime,
    by: UUID | None = None,
    keep: UUID | None = None,
) -> None:
    """Set another password and end every sign-in made with the old one, but the one to keep. An open code ends too."""
    user = db.get_one(User, user_id)
    user.password = password_hash
    end_code(db, user_id, "password", now=now)
    end_all_sign_ins(db, user_id, reason="password", now=now, but=keep)
    audit.record(db, "account.password_changed", actor=by, object_id=user_id, now=now)


def give_code(
    db: Session, actor: Actor | None, user_id: UUID, *, now: datetime
) -> tuple[OneTimeCode, str]:
    """A one-time code for that account, and its text, which is known to nobody after this. An older code ends."""
    by = allowed(actor, Permission.MANAGE_PEOPLE)
    user = db.get(User, user_id)
    if user is None:
        raise NotPermitted
    if not user.active:
        raise NotNow("This account is disabled. Enable it first, then give a one-time code.")
    end_code(db, user_id, "replaced", now=now)
    text = "".join(secrets.choice(CODE_ALPHABET) for _ in range(CODE_LENGTH))
    code = OneTimeCode(
        id=uuid4(), user_id=user_id, code_hash=_hash(db, text), made_at=now, made_by_id=by, tries=0
    )
    db.add(code)
    db.flush()
    audit.record(db, "account.code_given", actor=by, object_id=user_id, now=now)
    return code, text


def redeem(db: Session, email: str, typed: str, password_hash: str, *, now: datetime) -> bool:
    """True when the code was right and the account has the new password; every sign-in of it has ended.

    False for an unknown address, a disabled account, and a code that is wrong, used, replaced or too old alike. A wrong
    try counts, so the transaction must be committed either way. The hash is made before, outside of any transaction.
    """
    query = select(OneTimeCode).join(User, User.id == OneTimeCode.user_id)
    query = query.where(User.email == email.strip().lower(), User.active.is_(True))
    open_code = query.where(OneTimeCode.ended_at.is_(None)).with_for_update(of=OneTimeCode)
    code = db.scalar(open_code.execution_options(populate_existing=True))
    if code is None or now >= code.made_at + ACCOUNT_CODE_LASTS:
        return False
    if not hmac.compare_digest(code.code_hash, _hash(db, tidy_code(typed))):
        code.tries += 1
        audit.record(db, "account.code_wrong", actor=None, object_id=code.user_id, now=now)
        if code.tries >= CODE_TRIES:
            _end(code, "tries", now)
        return False
    _end(code, "used", now)
    db.flush()
    change_password(db, code.user_id, password_hash, by=code.user_id, now=now)
    forget_failures(db, email)
    return True


def end_code(db: Session, user_id: UUID, reason: str, *, now: datetime) -> None:
    """End the account's open code, when there is one."""
    query = select(OneTimeCode).where(
        OneTimeCode.user_id == user_id, OneTimeCode.ended_at.is_(None)
    )
    code = db.scalar(query.with_for_update())
    if code:
        _end(code, reason, now)
        db.flush()


def _end(code: OneTimeCode, reason: str, now: datetime) -> None:
    code.ended_at = now
    code.end_reason = reason


def _hash(db: Session, code: str) -> str:
    """Keyed, so that a copy of the database alone does not let anyone try codes."""
    key = installation(db).audit_key
    return hmac.new(key, f"one-time code {code}".encode(), hashlib.sha256).hexdigest()


def kept(db: Session, actor: Actor) -> tuple[str, str]:
    """The actor's own address and the hash of their password, to be compared outside of the transaction."""
    user = db.get_one(User, actor.id)
    return user.email, user.password
