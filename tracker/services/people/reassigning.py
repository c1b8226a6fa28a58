"""Clients from one clinician to another: all, when somebody leaves or falls ill, or one, with the transfer summary."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.people import access
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, NoticeKind, Reassignment, User
from tracker.services.access import notices, permissions
from tracker.services.office.actors import actor_of, allowed
from tracker.services.trail import audit

REASON_LENGTH = 200


@dataclass(frozen=True)
class ClientsMoved:
    """Clients who went from one clinician to another together. A number, not who they are."""

    made_at: datetime
    giver: User
    taker: User
    clients: int
    reason: str


def reassign(
    db: Session, actor: Actor | None, giver_id: UUID, taker_id: UUID, reason: str, *, now: datetime
) -> int:
    """How many clients have another clinician from this moment on: all of the giver's.

    Sessions keep the clinician they were held by, so nothing before is compared with what comes after. The giver reads
    none of these records any more.
    """
    by = allowed(actor, Permission.MANAGE_PEOPLE)
    giver = db.get(User, giver_id)
    if giver is None:
        raise NotPermitted
    query = select(Client).where(Client.clinician_id == giver_id).order_by(Client.id)
    clients = list(db.scalars(query.with_for_update()))  # clients before people, as in a transfer
    problems = _problems(db, giver, taker_id, reason.strip())
    if not clients:
        problems["taker"] = f"No client is assigned to {giver.name}"
    if problems:
        raise Incomplete(problems)
    for client in clients:
        _give(db, client, taker_id, reason.strip(), by, now=now)
    notices.tell(db, [taker_id], NoticeKind.TRANSFERRED, reason.strip(), by=giver_id, now=now)
    return len(clients)


def transfer(
    db: Session, actor: Actor, client_id: UUID, taker_id: UUID, reason: str, *, now: datetime
) -> Client:
    """One client to another clinician, by their own clinician and nobody who stands in; whoever takes over is told,
    with the transfer summary at hand. The giver reads the record no more."""
    client = permissions.may_transfer_client(db, actor, client_id, now=now, lock=True)
    giver = db.get_one(User, client.clinician_id)
    if problems := _problems(db, giver, taker_id, reason.strip()):
        raise Incomplete(problems)
    _give(db, client, taker_id, reason.strip(), actor.id, now=now)
    kind = NoticeKind.TRANSFERRED
    by = giver.id
    notices.tell(db, [taker_id], kind, reason.strip(), by=by, client_id=client.id, now=now)
    return client


def _give(
    db: Session, client: Client, taker_id: UUID, reason: str, by: UUID | None, *, now: datetime
) -> None:
    giver_id = client.clinician_id
    client.clinician_id = taker_id
    client.version += 1
    row = _row(client, giver_id, taker_id, reason, by, now)
    db.add(row)
    detail = {"giver": str(giver_id), "taker": str(taker_id)}
    event = "client.reassigned"
    made = row.id
    audit.record(db, event, actor=by, object_id=made, client_id=client.id, now=now, **detail)


def _row(
    client: Client, giver_id: UUID, taker_id: UUID, reason: str, by: UUID | None, now: datetime
) -> Reassignment:
    return Reassignment(
        id=uuid4(),
        client_id=client.id,
        from_id=giver_id,
        to_id=taker_id,
        reason=reason,
        made_at=now,
        made_by_id=by,
    )


def _problems(db: Session, giver: User, taker_id: UUID, reason: str) -> dict[str, str]:
    problems = {}
    taker = db.get(User, taker_id, with_for_update=True)  # not disabled while clients arrive
    if taker is None or taker not in takers(db, giver.id):
        problems["taker"] = "Choose an active clinician who takes the clients over"
    if not 0 < len(reason) <= REASON_LENGTH:
        problems["reason"] = f"Enter a reason, {REASON_LENGTH} characters at most"
    return problems


def takers(db: Session, giver_id: UUID) -> list[User]:
    """Who can take the clients over: the other active clinicians, by name."""
    users = db.scalars(select(User).where(User.active.is_(True)).order_by(User.name))
    clinician = access.Role.CLINICIAN
    return [user for user in users if user.id != giver_id and clinician in actor_of(user).roles]


def moves(db: Session, actor: Actor | None, user_id: UUID) -> list[ClientsMoved]:
    """What was reassigned from or to a person, the last first."""
    allowed(actor, Permission.MANAGE_PEOPLE)
    what = (Reassignment.made_at, Reassignment.from_id, Reassignment.to_id, Reassignment.reason)
    query = select(*what, func.count()).group_by(*what).order_by(Reassignment.made_at.desc())
    theirs = (Reassignment.from_id == user_id) | (Reassignment.to_id == user_id)
    people = {user.id: user for user in db.scalars(select(User))}
    return [
        ClientsMoved(made_at, people[giver], people[taker], count, reason)
        for made_at, giver, taker, reason, count in db.execute(query.where(theirs))
    ]
