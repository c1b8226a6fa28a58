"""What a supervision board counts of a client: the things on it, and whether the client ever rated.

Nothing here depends on the day or on who reads, and nothing was typed by anybody, so it is kept beside the client's
line (see kept_courses.py).
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

import msgspec

from tracker.clock import local_date
from tracker.domain.care.answers import Addressed, Stage
from tracker.domain.care.to_answer import ThingToAnswer
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.domain.supervision.board import OnBoard, in_things
from tracker.domain.supervision.sign_off import Signed
from tracker.models import FlagReview
from tracker.services.record.course import Course, given_up
from tracker.services.record.flag_views import FlagView
from tracker.services.record.kept_rows import KeptThing, kept_thing
from tracker.services.record.records import Record
from tracker.services.record.reviews import signed


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


@lru_cache(maxsize=2048)  # some hundred bytes each as text; few clients change between two looks
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


class MadeBoard(NamedTuple):
    """What a board counts of a client, and what its rows say of each of those things, in the same order."""

    board: ClientBoard
    rows: tuple[KeptThing, ...]


def board_of(record: Record, reviews: Mapping[UUID, Sequence[FlagReview]]) -> MadeBoard:
    """The board of a record that was read with its flags; `reviews` is what supervision said, by flag."""
    flags = [f for f in record.flags if f.tier is not Tier.NOTE and f.slot.removed is None]
    on = {view.flag.id: _standing(view, reviews.get(view.flag.id, ())) for view in flags}
    led = in_things(flags, lambda view: on[view.flag.id], lambda view: view.asking)
    if record.ended:
        led = [t for t in led if any(on[f.flag.id].outlives_the_therapy for f in t.flags)]
    led.sort(key=lambda thing: thing.leader.flag.id)
    made = tuple(_thing(thing, on, reviews, record.time_zone) for thing in led)
    rows = tuple(kept_thing(thing, record.course, reviews) for thing in led)
    attended = record.attended
    never = bool(attended) and not record.ended and not _ever_rated(record.course)
    since = min(slot.held_on for slot in attended) if never else date.max
    return MadeBoard(ClientBoard(made, (len(attended), since) if never else None), rows)


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
