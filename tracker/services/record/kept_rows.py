"""What the rows of a supervision board say of a client's flags, as it is kept beside what the board counts.

It is made from the client's record, so that a row cannot say anything else. Nothing in it depends on the day or on who
reads, and nothing was typed by anybody: the text of an answer is read when its row is shown.
"""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from fractions import Fraction
from uuid import UUID

import msgspec

from tracker.domain.care.answers import Addressed, Answer, Move, Stage
from tracker.domain.care.caseload import Need
from tracker.domain.care.to_answer import ThingToAnswer
from tracker.domain.measures.measure import Rater
from tracker.domain.rules.findings import Finding, Returned
from tracker.domain.supervision.sign_off import ReviewAct, Signed, last_sign_off, waits
from tracker.models import FlagAnswer, FlagReview
from tracker.services.record.course import Course
from tracker.services.record.flag_views import FlagView
from tracker.services.record.kept_values import MeasureKey, encoder, exact
from tracker.services.record.reviews import entries_of, signed

LAST = 8  # design default: how many sessions stand behind a row


class KeptPicture(msgspec.Struct, frozen=True, array_like=True):
    """The client's totals in the last sessions, None where there is none, and which of them is the flag's own."""

    measure: MeasureKey
    recent: tuple[Fraction | None, ...]
    own: int | None


class KeptReply(msgspec.Struct, frozen=True, array_like=True):
    """The last answer that counts, without its text; `elsewhere`: it was given with another flag."""

    id: UUID
    answer: Answer
    elsewhere: bool
    recorded_at: datetime
    moves: tuple[Move, ...]


class KeptReview(msgspec.Struct, frozen=True, array_like=True):
    """What supervision said: how many entries, whether it asks for an answer, and for when a discussion is planned."""

    entries: int
    asked: bool
    discuss_on: date | None


class KeptRow(msgspec.Struct, frozen=True, array_like=True):
    """A flag, with where it stands.

    seen_by     who held its session, and whoever answered it
    touched_at  when it was found, answered or reviewed last
    version     how often it was written to
    """

    flag_id: UUID
    version: int
    measure: MeasureKey
    finding: Finding
    number: int
    held_on: date
    letter: str
    stage: Stage
    addressed: Addressed
    signed: Signed
    returned: Returned | None
    returned_on: date | None
    reply: KeptReply | None
    review: KeptReview
    seen_by: tuple[UUID, ...]
    touched_at: datetime
    picture: KeptPicture | None


class KeptThing(msgspec.Struct, frozen=True, array_like=True):
    """A thing to answer by its lines, or a flag that stands by itself; what it needs now, if anything."""

    lines: tuple[tuple[KeptRow, ...], ...]
    need: Need | None

    @property
    def leads(self) -> UUID:
        """The flag that leads."""
        return self.lines[0][0].flag_id


_decoder = msgspec.json.Decoder(tuple[KeptThing, ...], dec_hook=exact)


def written(things: Sequence[KeptThing]) -> bytes:
    """The rows as they are kept."""
    return encoder.encode(things)


def read(text: bytes) -> tuple[KeptThing, ...]:
    """The rows that were kept."""
    return _decoder.decode(text)


def kept_thing(
    thing: ThingToAnswer[FlagView], of: Course, said: Mapping[UUID, Sequence[FlagReview]]
) -> KeptThing:
    """The rows of a thing; `said` is what supervision said, by flag."""
    lines = (
        tuple(_row(view, of, said.get(view.flag.id, ())) for view in line) for line in thing.lines
    )
    return KeptThing(tuple(lines), thing.need)


def _row(view: FlagView, of: Course, said: Sequence[FlagReview]) -> KeptRow:
    signs = signed(view, said)
    back = view.recovery if view.recovery and view.recovery.state is not Returned.NOT_YET else None
    return KeptRow(
        view.flag.id,
        view.flag.version,
        (view.measure.key, view.measure.version),
        view.finding,
        view.slot.number,
        view.slot.held_on,
        view.letter,
        view.stage,
        view.addressed,
        signs,
        back.state if back else None,
        back.at.held_on if back and back.at else None,
        _reply(view.last_answer),
        _review(view, said, signs),
        tuple(sorted({view.slot.clinician_id, *(entry.recorded_by_id for entry in view.entries)})),
        _touched(view, said),
        _picture(view, of),
    )


def _reply(row: FlagAnswer | None) -> KeptReply | None:
    if row is None:
        return None
    moves = tuple(map(Move, row.moves))
    elsewhere = row.given_with_id is not None
    return KeptReply(row.id, Answer(row.answer), elsewhere, row.recorded_at, moves)


def _review(view: FlagView, said: Sequence[FlagReview], signs: Signed) -> KeptReview:
    asked = [entry.recorded_at for entry in said if entry.act == ReviewAct.ASKED]
    answered = [answer.recorded_at for answer in view.answers]
    last = last_sign_off(entries_of(said))
    return KeptReview(
        len(said),
        waits(asked, answered, view.stage, signs),
        last.discuss_on if last and signs is Signed.TO_DISCUSS else None,
    )


def _touched(view: FlagView, said: Sequence[FlagReview]) -> datetime:
    answered = [answer.recorded_at for answer in view.answers]
    return max([view.flag.findings[-1].found_at, *answered, *(entry.recorded_at for entry in said)])


def _picture(view: FlagView, of: Course) -> KeptPicture | None:
    """The totals of whom the flag is about, on its measure; None where there is none of the last sessions."""
    finding = view.finding
    line = of.trajectory(finding.measure_key, Rater.CLIENT, finding.participant)
    if line is None:
        return None
    slots = of.slots[-LAST:]
    points = {point.slot.number: point for point in line.points[-LAST:]}
    rated = [points.get(slot.number) for slot in slots]
    recent = tuple(point.scores.total if point else None for point in rated)
    if not any(total is not None for total in recent):
        return None
    own = [n for n, slot in enumerate(slots) if slot == view.slot] if view.by_client else []
    return KeptPicture((line.measure.key, line.measure.version), recent, own[0] if own else None)
