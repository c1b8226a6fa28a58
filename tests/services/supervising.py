"""The supervisor at work, for tests."""

from datetime import date, datetime
from uuid import UUID

from tests.conftest import Cast
from tracker import clock, db
from tracker.domain.people.access import Actor, Permission, Role
from tracker.domain.supervision.sign_off import Review, ReviewAct
from tracker.models import FlagReview
from tracker.services.access import supervision
from tracker.services.record.reaching import flag_for
from tracker.services.supervision import board, flag_reviews
from tracker.services.supervision.board import Board, BoardFilter
from tracker.services.supervision.flag_reviews import Thread

EVERYTHING = BoardFilter(everything=True)


def shown(cast: Cast, asked: BoardFilter = EVERYTHING, now: datetime | None = None) -> Board:
    """The board as the supervisor sees it; everything on it unless asked otherwise."""
    with db.reading() as reading:
        return board.board(reading, cast.supervisor, asked, now=now or clock.now())


def thread(actor: Actor, flag_id: UUID) -> Thread:
    """What supervision said about a flag."""
    with db.reading() as reading:
        view, _ = flag_for(reading, actor, flag_id, Permission.READ_RECORD, now=clock.now())
        return flag_reviews.thread(reading, view)


def review(
    actor: Actor,
    flag_id: UUID,
    act: ReviewAct | None,
    note: str = "",
    discuss_on: date | None = None,
    *,
    seen: str | None = None,
    now: datetime | None = None,
) -> FlagReview:
    """Say something about a flag, on the page as it is now unless `seen` says otherwise."""
    seen = seen or thread(actor, flag_id).seen
    with db.transaction() as writing:
        said = Review(act, note, discuss_on)
        return flag_reviews.review_flag(
            writing, actor, flag_id, said, seen=seen, now=now or clock.now()
        )


def end_links(cast: Cast) -> None:
    """End every link of the supervisor at once."""
    today, now = clock.now().date(), clock.now()
    with db.transaction() as writing:
        supervision.end_links(
            writing,
            None,
            cast.supervisor.id,
            frozenset({Role.SUPERVISOR}),
            today=today,
            now=now,
        )
