"""The rows of the supervision board: what is kept of a flag, with what only the page knows.

What a row says of its flag was made from the client's record (services/record/kept_rows.py). The text of the answer,
when the client was looked at last, and whose work it is, are read for the rows that are shown, in a few queries
whatever their number.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.care.answers import Answer, Move
from tracker.domain.care.to_answer import Asking, ThingToAnswer
from tracker.domain.grouping import grouped
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.rules.findings import Finding, Returned
from tracker.domain.supervision.board import OnBoard, in_things
from tracker.models import FlagAnswer
from tracker.reference.loader import Known
from tracker.services.access.standing_in import covered_by
from tracker.services.installation import defined
from tracker.services.office.practice import practice
from tracker.services.record.kept_courses import ClientOfBoard, rows_of
from tracker.services.record.kept_rows import KeptPicture, KeptReply, KeptRow, KeptThing
from tracker.services.supervision.client_reviews import last_reviewed


@dataclass(frozen=True)
class LineBehind:
    """The client's totals on the measure of a flag in the last sessions, None where there is none, and which of them is
    the flag's own."""

    measure: Measure
    recent: tuple[Fraction | None, ...]
    flagged: frozenset[int]


@dataclass(frozen=True, kw_only=True)
class BoardRow(OnBoard):
    """One flag for whoever supervises: what was found, what was answered, what supervision said.

    `seen` is what a sign-off is given to; `touched_at` when it was found, answered or reviewed last. `own`: the reader
    answered it, or held its session. `returned` tells how a drop went on, decided on the day `returned_on`; None while
    it is not decided. `number` is that of its session. `by_client`: it rests on a rating of the client's.
    `answered_with`: the answer was given to another flag, which has its `note` and what was done. `line` is what stands
    behind it, where there is any. `thing` is what it leads, with other flags.
    """

    flag_id: UUID
    client_id: UUID
    code: str
    initials: str
    clinician_id: UUID
    clinician: str
    held_on: date
    number: int
    finding: Finding
    measure: Measure
    letter: str
    by_client: bool
    answer: Answer | None
    answered_with: bool
    answered_at: datetime | None
    note: str
    moves: tuple[Move, ...]
    returned: Returned | None
    returned_on: date | None
    last_reviewed: date | None
    asked: bool
    discuss_on: date | None
    seen: str
    touched_at: datetime
    own: bool
    line: LineBehind | None
    thing: "ThingToAnswer[BoardRow] | None" = None

    @property
    def asking(self) -> Asking:
        """What decides with which others it is answered."""
        about = (self.finding.measure_key, self.finding.participant)
        return Asking(self.tier, self.kind, self.strength, self.stage, self.number, about)

    @property
    def flags(self) -> "tuple[BoardRow, ...]":
        """It, and the flags of what it leads."""
        return self.thing.flags if self.thing else (self,)

    @property
    def waits(self) -> bool:
        """True while an answer is waited for, by it or by a flag of what it leads."""
        return any(flag.unanswered for flag in self.flags)

    @property
    def since(self) -> date:
        """The day of the oldest session in it."""
        return min(flag.held_on for flag in self.flags)


Led = tuple[ClientOfBoard, UUID]  # a client, and the flag that leads a thing on their board


def board_rows(
    db: Session, reader: UUID, led_by: Iterable[Led], *, now: datetime
) -> list[BoardRow]:
    """The rows of these things, one for each, in their order; what the reader answered or treats is their own."""
    wanted = list(led_by)
    if not wanted:
        return []
    kept = rows_of(db, {of.client_id: of for of, _ in wanted}.values(), now=now)
    things = [(of, kept[leads]) for of, leads in wanted if leads in kept]
    with_rows = _WithRows(db, reader, things, now)
    return [_led(ThingToAnswer(with_rows.lines(of, thing), thing.need)) for of, thing in things]


def led(rows: Iterable[BoardRow]) -> list[BoardRow]:
    """The same with one row for each thing to answer, that of the flag that leads it; in no order."""
    things = (
        thing
        for some in grouped(rows, lambda row: row.client_id).values()
        for thing in in_things(some, lambda row: row, lambda row: row.asking)
    )
    return [_led(thing) for thing in things]


def _led(thing: ThingToAnswer[BoardRow]) -> BoardRow:
    return replace(thing.leader, thing=thing) if thing.others else thing.leader


class _WithRows:
    """What a page knows beside what is kept of its rows."""

    def __init__(
        self,
        db: Session,
        reader: UUID,
        things: Collection[tuple[ClientOfBoard, KeptThing]],
        now: datetime,
    ) -> None:
        rows = [row for _, thing in things for line in thing.lines for row in line]
        today = local_date(now, practice(db).time_zone)
        self.reader = reader
        self.known: Known = defined(db)
        self.treated = {reader, *covered_by(db, reader, today)}
        self.seen = last_reviewed(db, sorted({of.client_id for of, _ in things}))
        self.notes = _notes(db, [row.reply.id for row in rows if row.reply])

    def lines(self, of: ClientOfBoard, thing: KeptThing) -> tuple[tuple[BoardRow, ...], ...]:
        """The rows of a thing, by line."""
        return tuple(tuple(self._row(of, kept) for kept in line) for line in thing.lines)

    def _row(self, of: ClientOfBoard, kept: KeptRow) -> BoardRow:
        finding = kept.finding
        own = self.reader in kept.seen_by or of.clinician_id in self.treated
        return BoardRow(
            **_whose(of),
            **_answered(kept.reply, self.notes),
            kind=finding.kind,
            strength=finding.strength,
            stage=kept.stage,
            addressed=kept.addressed,
            signed=kept.signed,
            flag_id=kept.flag_id,
            held_on=kept.held_on,
            number=kept.number,
            finding=finding,
            measure=self.known.versions[kept.measure],
            letter=kept.letter,
            by_client=finding.rater is Rater.CLIENT and finding.rating_id is not None,
            returned=kept.returned,
            returned_on=kept.returned_on,
            last_reviewed=self.seen.get(of.client_id),
            asked=kept.review.asked,
            discuss_on=kept.review.discuss_on,
            seen=f"{kept.version}.{kept.review.entries}",
            touched_at=kept.touched_at,
            own=own,
            line=self._line(kept.picture),
        )

    def _line(self, kept: KeptPicture | None) -> LineBehind | None:
        if kept is None:
            return None
        flagged = frozenset(() if kept.own is None else (kept.own,))
        return LineBehind(self.known.versions[kept.measure], kept.recent, flagged)


def _notes(db: Session, answer_ids: list[UUID]) -> Mapping[UUID, str]:
    """What was written with these answers, where anything was."""
    if not answer_ids:
        return {}
    query = select(FlagAnswer.id, FlagAnswer.note).where(FlagAnswer.id.in_(answer_ids))
    return {row[0]: row[1] for row in db.connection().execute(query)}


def _whose(of: ClientOfBoard) -> dict[str, Any]:
    """Whose flag it is."""
    return {
        "client_id": of.client_id,
        "code": of.code,
        "initials": of.initials,
        "clinician_id": of.clinician_id,
        "clinician": of.clinician,
    }


def _answered(reply: KeptReply | None, notes: Mapping[UUID, str]) -> dict[str, Any]:
    """What the clinician answered."""
    return {
        "answer": reply.answer if reply else None,
        "answered_with": bool(reply and reply.elsewhere),
        "answered_at": reply.recorded_at if reply else None,
        "note": notes.get(reply.id, "") if reply else "",
        "moves": reply.moves if reply else (),
    }
