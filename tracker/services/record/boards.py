"""What a supervision board counts of a client: the things on it, and whether the client ever rated.

Nothing here depends on the day or on who reads, and nothing was typed by anybody, so it is kept beside the client's
line (see kept_courses.py).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import TypedDict
from uuid import UUID

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.care.answers import Addressed, Stage
from tracker.domain.care.to_answer import ThingToAnswer
from tracker.domain.grouping import grouped
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.domain.supervision import sign_off
from tracker.domain.supervision.board import OnBoard, in_things
from tracker.domain.supervision.sign_off import ReviewAct, ReviewEntry, Signed
from tracker.models import Flag, FlagReview
from tracker.services.record.course import Course, given_up
from tracker.services.record.flag_views import FlagView
from tracker.services.record.records import Record


class BoardThing(msgspec.Struct, frozen=True, array_like=True):
    """A thing to answer on a board, or a flag that stands there by itself.

    flags    the ids of its flags, the one that leads first
    facts    where each of them stands, as `facts_of` reads it
    since    the day of the oldest session in it
    held_on  the day of the session of the flag that leads
    until    the last day on which anything was found or said of it; None where it stays until it is settled
    number   the number of that session
    """

    flags: tuple[UUID, ...]
    facts: str
    since: date
    held_on: date
    until: date | None
    number: int


class ClientBoard(msgspec.Struct, frozen=True, array_like=True):
    """The things of a client in no order; and of a client who came and never rated, to how many sessions, and since
    when."""

    things: tuple[BoardThing, ...]
    never_rated: tuple[int, date] | None

    @property
    def until(self) -> date | None:
        """The last day on which something of it can be on a board; None where nothing is."""
        days = [date.max if thing.until is None else thing.until for thing in self.things]
        return date.max if self.never_rated else max(days, default=None)


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(ClientBoard)


def written(board: ClientBoard) -> bytes:
    """The board as it is kept."""
    return _encoder.encode(board)


def read(text: bytes) -> ClientBoard:
    """The board that was kept."""
    return _decoder.decode(text)


@lru_cache(maxsize=4096)  # some dozens of texts, and more where things have many flags
def facts_of(text: str) -> tuple[OnBoard, ...]:
    """Where the flags of a thing stand, in their order."""
    return tuple(_on_board(*flag.split("/")) for flag in text.split())


def _on_board(kind: str, strength: str, stage: str, addressed: str, signed: str) -> OnBoard:
    number = int(strength) if strength else None
    return OnBoard(FlagKind(kind), number, Stage(stage), Addressed(addressed), Signed(signed))


def _text(on: OnBoard) -> str:
    strength = "" if on.strength is None else str(on.strength)
    return "/".join((on.kind, strength, on.stage, on.addressed, on.signed))


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


def said(entries: Sequence[FlagReview]) -> list[ReviewEntry]:
    """Stored entries as the domain reads them."""
    return [ReviewEntry(ReviewAct(e.act), e.finding_id, e.answer_id, e.discuss_on) for e in entries]


def signed(view: FlagView, entries: Sequence[FlagReview]) -> Signed:
    """Where the sign-off of a flag stands."""
    return sign_off.signed(said(entries), **what_it_saw(view))


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


def board_of(record: Record, reviews: Mapping[UUID, Sequence[FlagReview]]) -> ClientBoard:
    """What a board counts of a record that was read with its flags; `reviews` is what supervision said, by flag."""
    flags = [view for view in record.flags if view.tier is not Tier.NOTE]
    on = {view.flag.id: _standing(view, reviews.get(view.flag.id, ())) for view in flags}
    led = in_things(flags, lambda view: on[view.flag.id], lambda view: view.asking)
    made = [_thing(thing, on, reviews, record.time_zone) for thing in led]
    by_leader = sorted(made, key=lambda thing: thing.flags[0])
    attended = record.attended
    never = bool(attended) and not _ever_rated(record.course)
    since = min(slot.held_on for slot in attended) if never else date.max
    return ClientBoard(tuple(by_leader), (len(attended), since) if never else None)


def _standing(view: FlagView, entries: Sequence[FlagReview]) -> OnBoard:
    finding = view.finding
    return OnBoard(
        finding.kind, finding.strength, view.stage, view.addressed, signed(view, entries)
    )


def _thing(
    thing: ThingToAnswer[FlagView],
    on: Mapping[UUID, OnBoard],
    reviews: Mapping[UUID, Sequence[FlagReview]],
    zone: str,
) -> BoardThing:
    ids = tuple(view.flag.id for view in thing.flags)
    facts = [on[flag_id] for flag_id in ids]
    days = [day for each in ids for entry in reviews.get(each, ()) for day in _days(entry, zone)]
    held = [view.slot.held_on for view in thing.flags]
    stays = any(each.stays for each in facts)
    text = " ".join(map(_text, facts))
    until = None if stays else max([*held, *days])
    return BoardThing(ids, text, min(held), held[0], until, thing.leader.slot.number)


def _days(entry: FlagReview, zone: str) -> list[date]:
    """The days that keep a flag on the board: when something was said of it, and for when it is planned."""
    planned = [entry.discuss_on] if entry.discuss_on else []
    return [local_date(entry.recorded_at, zone), *planned]


def _ever_rated(of: Course) -> bool:
    """Whether any rating of the client's counts, be its measure defined here or not."""
    return any(
        place[2] == Rater.CLIENT and not given_up(chain[-1]) for place, chain in of.chains.items()
    )
