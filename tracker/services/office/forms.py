"""A form sent twice is stored once: each form carries a hidden key, and the key remembers what came of it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.errors import SameFormOtherContent
from tracker.domain.people.access import Actor
from tracker.models import SentForm


def already_sent(db: Session, actor: Actor, key: UUID, body_hash: str) -> UUID | None:
    """The id of what an earlier sending of this form made, or None. SameFormOtherContent when the content differs."""
    sent = db.get(SentForm, key)
    if sent is None:
        return None
    if sent.body_hash != body_hash or sent.user_id != actor.id:
        raise SameFormOtherContent(
            "This page was already sent with other entries. What was sent first is stored; open it to correct it."
        )
    return sent.result_id


def begin(db: Session, actor: Actor, key: UUID, body_hash: str, *, now: datetime) -> SentForm:
    """Take the form's key before anything else is written; `result_id` is set when the work is done.

    A second copy that arrives at the same moment waits here, then fails with IntegrityError; sent again, it finds what
    the first made.
    """
    sent = SentForm(key=key, user_id=actor.id, body_hash=body_hash, sent_at=now)
    db.add(sent)
    db.flush()
    return sent
