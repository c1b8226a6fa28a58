"""The people of a client record who rate: A for the first, and letters for more. No names."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from tracker.domain.course.clients import LETTERS
from tracker.domain.errors import NotNow, NotPermitted
from tracker.domain.people.access import Actor
from tracker.models import Client, Participant
from tracker.services.access import permissions
from tracker.services.trail import audit


def asked(client: Client) -> list[Participant]:
    """Who is asked, in the order of their letters."""
    return [person for person in client.participants if person.left_at is None]


def add_participant(db: Session, actor: Actor, client_id: UUID, *, now: datetime) -> Participant:
    """One more person of the record, with the next letter."""
    client = permissions.may_change_client(db, actor, client_id, now=now, lock=True)
    taken = len(client.participants)
    if taken == len(LETTERS):
        raise NotNow(f"A record has {len(LETTERS)} people at most.")
    person = Participant(id=uuid4(), client_id=client.id, letter=LETTERS[taken])
    db.add(person)
    db.flush()
    db.expire(client, ["participants"])
    _audit(db, "participant.added", actor, person, now=now)
    return person


def ask_participant(
    db: Session, actor: Actor, client_id: UUID, letter: str, *, ask: bool, now: datetime
) -> Participant:
    """That person, who is asked from now on, or is not any more. What they rated stays. NotNow for the last one."""
    client = permissions.may_change_client(db, actor, client_id, now=now, lock=True)
    person = next((each for each in client.participants if each.letter == letter), None)
    if person is None:
        raise NotPermitted
    if not ask and asked(client) == [person]:
        raise NotNow("Somebody has to be asked. Add another person first.")
    if (person.left_at is None) != ask:
        person.left_at = None if ask else now
        db.flush()
        event = "participant.asked" if ask else "participant.not_asked"
        _audit(db, event, actor, person, now=now)
    return person


def _audit(db: Session, event: str, actor: Actor, person: Participant, *, now: datetime) -> None:
    audit.record(
        db, event, actor=actor.id, object_id=person.id, client_id=person.client_id, now=now
    )
