"""What supervision said about a client's flags, as it is stored, and where a sign-off stands by it."""

from collections.abc import Sequence
from typing import TypedDict
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.grouping import grouped
from tracker.domain.supervision import sign_off
from tracker.domain.supervision.sign_off import ReviewAct, ReviewEntry, Signed
from tracker.models import Flag, FlagReview
from tracker.services.record.flag_views import FlagView


def reviews_of(db: Session, client_ids: Sequence[UUID]) -> dict[UUID, list[FlagReview]]:
    """What supervision said about the flags of these clients, by flag, in its order."""
    if not client_ids:
        return {}
    rows = (
        select(FlagReview)
        .join(Flag, Flag.id == FlagReview.flag_id)
        .where(Flag.client_id.in_(client_ids))
        .order_by(FlagReview.sequence)
    )
    return grouped(db.scalars(rows), lambda row: row.flag_id)


def entries_of(entries: Sequence[FlagReview]) -> list[ReviewEntry]:
    """Stored entries as the domain reads them."""
    return [ReviewEntry(ReviewAct(e.act), e.finding_id, e.answer_id, e.discuss_on) for e in entries]


def signed(view: FlagView, entries: Sequence[FlagReview]) -> Signed:
    """Where the sign-off of a flag stands."""
    return sign_off.signed(entries_of(entries), **what_it_saw(view))


class SignedTo(TypedDict):
    """The finding and the answers that a sign-off is given to, and whether the flag was withdrawn."""

    finding_id: UUID
    answers: set[UUID]
    withdrawn: bool


def what_it_saw(view: FlagView) -> SignedTo:
    """What a sign-off has to have seen to hold."""
    return {
        "finding_id": view.flag.findings[-1].id,
        "answers": {answer.id for answer in view.answers},
        "withdrawn": view.flag.withdrawn_at is not None,
    }
