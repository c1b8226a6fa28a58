"""Finding clients by code, initials or own reference, among those whose records somebody may read."""

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, case, func, or_, select
from sqlalchemy.orm import Session

from tracker.domain.people.access import Actor, Permission
from tracker.models import Client
from tracker.services.access import permissions
from tracker.services.office.practice import today
from tracker.services.trail import audit

MOST = 8  # design default: more are told by their number alone
LONGEST = 40  # as long as an own reference


class ClientHit(NamedTuple):
    """A client who was found, as lists name them."""

    id: UUID
    code: str
    initials: str
    own_reference: str
    ended: bool


@dataclass(frozen=True)
class ClientHits:
    """The clients who fit, the best first, and how many more there are."""

    clients: tuple[ClientHit, ...] = ()
    more: int = 0


def find_clients(db: Session, actor: Actor, typed: str, *, now: datetime) -> ClientHits:
    """The clients whose code (with or without its hyphen), initials or own reference holds what was typed: first the
    code, initials or reference itself, then what begins so, those in therapy before the others. None for nothing, and
    none of whom the actor may not read."""
    words = typed.strip().lower()[:LONGEST]
    read = permissions.clinicians_for(db, actor, Permission.READ_CASELOAD, today(db, now))
    if not words or not read:
        return ClientHits()
    of = Client.__table__.c
    fits, place = _fitting(words)
    query = select(of.id, of.code, of.initials, of.own_reference, of.ended_on)
    theirs = query.where(of.clinician_id.in_(read), fits)
    rows = db.execute(theirs.order_by(place, of.ended_on.is_not(None), of.code)).all()
    clients = tuple(ClientHit(*row[:4], ended=row[4] is not None) for row in rows[:MOST])
    return ClientHits(clients, len(rows) - len(clients))


def note_hits(db: Session, actor: Actor, hits: ClientHits, *, now: datetime) -> None:
    """Write whom somebody was shown when they looked for a client; what they typed is kept nowhere."""
    shown = sorted(str(client.id) for client in hits.clients)
    audit.record(db, "clients.looked_for", actor=actor.id, now=now, clients=shown)


def _fitting(words: str) -> tuple[ColumnElement[bool], ColumnElement[int]]:
    """The condition that a client fits, and how well: the less the better."""
    of = Client.__table__.c
    plain = "".join(sign for sign in words if sign.isalnum())
    initials = func.lower(of.initials)
    reference = func.lower(of.own_reference)
    code = func.lower(func.replace(of.code, "-", ""))
    whole = [initials == words, reference == words]
    begins = [initials.startswith(words, autoescape=True)]
    inside = [reference.contains(words, autoescape=True)]
    if plain:
        whole.append(code == plain)
        begins.append(code.startswith(plain, autoescape=True))
        inside.append(code.contains(plain, autoescape=True))
    place = case((or_(*whole), 0), (or_(*begins), 1), else_=2)
    return or_(*whole, *begins, *inside), place
