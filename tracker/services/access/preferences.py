"""What people set for themselves: how pages look, shortcuts, and the PIN."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.domain.people.access import Actor
from tracker.domain.people.preferences import Density, Preferences, Theme
from tracker.models import UserPreferences
from tracker.services.trail import audit


def as_set(row: UserPreferences | None) -> Preferences:
    """What a row says; how everyone begins where there is none."""
    if row is None:
        return Preferences()
    return Preferences(Theme(row.theme), Density(row.density), row.own_rating, row.shortcuts)


def pin_hash(db: Session, actor: Actor) -> str | None:
    """The hash of the actor's PIN, or None."""
    row = db.get(UserPreferences, actor.id)
    return row.pin_hash if row else None


def change_preferences(
    db: Session, actor: Actor, wanted: Preferences, *, now: datetime
) -> UserPreferences:
    """The actor's own settings, changed; the audit says which."""
    row = _row(db, actor)
    before = as_set(row)
    fields = [name for name in vars(wanted) if getattr(wanted, name) != getattr(before, name)]
    for name in fields:
        setattr(row, name, getattr(wanted, name))
    if fields:
        _record(db, actor, fields, now=now)
    return row


def set_pin(db: Session, actor: Actor, hashed: str | None, *, now: datetime) -> None:
    """Give the actor another PIN, or none."""
    _row(db, actor).pin_hash = hashed
    _record(db, actor, ["pin"], now=now)


def _row(db: Session, actor: Actor) -> UserPreferences:
    row = db.get(UserPreferences, actor.id)
    if row is None:
        row = UserPreferences(user_id=actor.id, **vars(Preferences()))
        db.add(row)
        db.flush()
    return row


def _record(db: Session, actor: Actor, fields: list[str], *, now: datetime) -> None:
    event = "account.preferences_changed"
    audit.record(db, event, actor=actor.id, object_id=actor.id, now=now, fields=sorted(fields))
