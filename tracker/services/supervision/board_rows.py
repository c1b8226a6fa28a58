"""The rows of the supervision board, read as values in a few queries whatever their number.

A row does not work out its client's course as a record does. What it knows of a flag, it reads from what is stored;
where the flag stands, domain/care/flag_stage.py says, as for a record.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cached_property
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from tracker.clock import local_date
from tracker.domain.care.answers import Answer, Move, Stage
from tracker.domain.care.flag_stage import FlagFacts, standing, waits_for_a_rating
from tracker.domain.care.to_answer import Asking, ThingToAnswer
from tracker.domain.course.sessions import Given
from tracker.domain.grouping import grouped
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.rules.drop_rules import client_alliance
from tracker.domain.rules.findings import Finding, FlagKind, Returned
from tracker.domain.supervision import sign_off
from tracker.domain.supervision.board import OnBoard, in_things
from tracker.domain.supervision.sign_off import ReviewAct, Signed
from tracker.models import (
    Client,
    ClientReview,
    Flag,
    FlagAnswer,
    FlagFinding,
    FlagReview,
    Participant,
    Rating,
    Reengagement,
    Repair,
    TherapySession,
    User,
)
from tracker.reference.loader import Known
from tracker.services.access.standing_in import covered_by
from tracker.services.installation import defined
from tracker.services.office.practice import practice
from tracker.services.record.boards import BoardThing
from tracker.services.record.course import courses
from tracker.services.record.flag_rows import (
    counted,
    finding_of,
    last_answer,
    sessions_compared,
)
from tracker.services.record.repair_views import stands

RETURNS = {FlagKind.CAME_BACK: Returned.BACK, FlagKind.NOT_BACK: Returned.NOT_BACK}


def flags_with_clients(flag_ids: Sequence[UUID]) -> Any:
    """The statement for each flag with client, clinician and session, and what else is asked of the same row."""
    second = aliased(Participant)
    talked = select(Reengagement.id).where(Reengagement.session_id == Flag.session_id)
    repaired = select(Repair.id).where(Repair.flag_id == Flag.id, stands())
    several = select(second.id).where(second.client_id == Flag.client_id, second.letter == "B")
    reviewed = select(func.max(ClientReview.reviewed_on)).where(ClientReview.client_id == Client.id)
    return (
        select(
            *(Flag.id, Flag.client_id, Flag.session_id, Flag.participant_id, Flag.measure_key),
            *(Flag.rater, Flag.withdrawn_at, Flag.version, TherapySession.held_on),
            TherapySession.recorded_at.label("logged_at"),
            TherapySession.clinician_id.label("held_by"),
            *(Client.code, Client.initials, Client.clinician_id),
            *(User.name, Participant.letter),
            several.exists().label("several"),
            talked.exists().label("talked"),
            repaired.exists().label("repair"),
            reviewed.scalar_subquery().label("last_reviewed"),
        )
        .join(Client, Client.id == Flag.client_id)
        .join(User, User.id == Client.clinician_id)
        .join(TherapySession, TherapySession.id == Flag.session_id)
        .join(Participant, Participant.id == Flag.participant_id)
        .where(Flag.id.in_(flag_ids))
    )


class StoredRows:
    """What is stored beside the flags: findings, answers, reviews, and what decided how a drop went on."""

    def __init__(self, db: Session, flags: Sequence[Any]) -> None:
        ids = [flag.id for flag in flags]
        clients = sorted({flag.client_id for flag in flags})
        finding = FlagFinding.__table__.c
        self.findings = _by_flag(
            db,
            select(*finding, Rating.given, Rating.measure_version)
            .outerjoin(Rating, Rating.id == FlagFinding.rating_id)
            .where(FlagFinding.flag_id.in_(ids))
            .order_by(FlagFinding.sequence),
        )
        of_answers = select(*FlagAnswer.__table__.c).where(FlagAnswer.flag_id.in_(ids))
        self.answers = _by_flag(db, of_answers.order_by(FlagAnswer.sequence))
        of_reviews = select(*FlagReview.__table__.c).where(FlagReview.flag_id.in_(ids))
        self.reviews = _by_flag(db, of_reviews.order_by(FlagReview.sequence))
        self.returns = _returns(db, clients, min(flag.held_on for flag in flags))
        waiting = {
            flag_id
            for flag_id, findings in self.findings.items()
            if waits_for_a_rating(FlagKind(findings[-1].kind))
            and not counted(self.answers.get(flag_id, []))
        }
        waited_for = {flag.client_id for flag in flags if flag.id in waiting} if waiting else set()
        self.rated = _last_rated(db, sorted(waited_for))


def _by_flag(db: Session, query: Select[Any]) -> dict[UUID, list[Any]]:
    by_flag: dict[UUID, list[Any]] = {}
    for row in db.connection().execute(query):
        by_flag.setdefault(row.flag_id, []).append(row)
    return by_flag


def _returns(
    db: Session, client_ids: Sequence[UUID], first: date
) -> Mapping[tuple[UUID, str, UUID], tuple[Returned, date]]:
    """How drops went on, by the session of the drop, the measure and the participant: the notes that say so are found
    by the same rule as the record's own sentence."""
    rows = (
        select(
            *(Flag.id, Flag.measure_key, Flag.participant_id),
            *(FlagFinding.kind, FlagFinding.detail, TherapySession.held_on),
        )
        .join(FlagFinding, FlagFinding.flag_id == Flag.id)
        .join(TherapySession, TherapySession.id == Flag.session_id)
        .where(Flag.client_id.in_(client_ids), Flag.concern.in_(list(RETURNS)))
        .where(Flag.withdrawn_at.is_(None), TherapySession.held_on >= first)
        .order_by(FlagFinding.sequence)
    )
    last = {row.id: row for row in db.connection().execute(rows)}  # the last finding of each counts
    returns = {}
    for row in last.values():
        for fell_in in sessions_compared(row.detail):
            place = (fell_in, row.measure_key, row.participant_id)
            returns[place] = (RETURNS[FlagKind(row.kind)], row.held_on)
    return returns


def _last_rated(db: Session, client_ids: list[UUID]) -> dict[UUID, tuple[int, dict[UUID, int]]]:
    """Of clients who were waited for: the number of the last session with a rating of theirs, and all numbers."""
    if not client_ids:
        return {}
    by_client = {}
    for client_id, of in courses(db, client_ids).items():
        theirs = [line for _, line in of.lines() if client_alliance(line)]
        last = max((p.slot.number for line in theirs for p in line.points), default=0)
        by_client[client_id] = (last, {slot.session_id: slot.number for slot in of.slots})
    return by_client


@dataclass(frozen=True, kw_only=True)
class BoardRow(OnBoard):
    """One flag for whoever supervises: what was found, what was answered, what supervision said.

    `seen` is what a sign-off is given to; `touched_at` when it was found, answered or reviewed last. `own`: the reader
    answered it, or held its session. `returned` tells how a drop went on, decided on the day `returned_on`; None while
    it is not decided. `stored` is the flag with its last finding, as they are stored. `place` is that of its session
    among the client's. `by_client`: it rests on a rating of the client's. `answered_with`: the answer was given to
    another flag, which has its `note` and what was done. `thing` is what it leads, with other flags; where it leads,
    `number` is that of its session.
    """

    flag_id: UUID
    client_id: UUID
    code: str
    initials: str
    clinician_id: UUID
    clinician: str
    held_on: date
    stored: tuple[Any, Any]
    measure: Measure
    letter: str
    by_client: bool
    place: tuple[date, datetime, UUID]
    about: tuple[str, UUID]
    answer: Answer | None
    answered_with: bool
    answered_at: datetime | None
    note: str
    moves: tuple[Move, ...]
    repair: bool
    returned: Returned | None
    returned_on: date | None
    last_reviewed: date | None
    asked: bool
    discuss_on: date | None
    seen: str
    touched_at: datetime
    own: bool
    number: int | None = None
    thing: "ThingToAnswer[BoardRow] | None" = None

    @cached_property
    def finding(self) -> Finding:
        """What was found, with its numbers: worked out for the rows that are shown, of thousands that are counted."""
        return finding_of(*self.stored)

    @property
    def asking(self) -> Asking:
        """What decides with which others it is answered."""
        return Asking(self.tier, self.kind, self.strength, self.stage, self.place, self.about)

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


def board_rows(
    db: Session, reader: UUID, things: Iterable[BoardThing], *, now: datetime
) -> list[BoardRow]:
    """The rows of these things, one for each, in their order; what the reader answered or treats is their own."""
    led_by = {thing.flags[0]: thing for thing in things}
    flag_ids = [flag_id for thing in led_by.values() for flag_id in thing.flags]
    flags = list(db.connection().execute(flags_with_clients(flag_ids))) if flag_ids else []
    if not flags:
        return []
    told = StoredRows(db, flags)
    known = defined(db)
    zone = practice(db).time_zone
    treated = {reader, *covered_by(db, reader, local_date(now, zone))}
    rows = (_row(flag, told, known, reader, treated, zone) for flag in flags)
    by_leader = {row.flag_id: row for row in led(row for row in rows if row)}
    return [
        replace(by_leader[flag_id], number=thing.number)
        for flag_id, thing in led_by.items()
        if flag_id in by_leader
    ]


def led(rows: Iterable[BoardRow]) -> list[BoardRow]:
    """The same with one row for each thing to answer, that of the flag that leads it; in no order."""
    things = (
        thing
        for some in grouped(rows, lambda row: row.client_id).values()
        for thing in in_things(some, lambda row: row, lambda row: row.asking)
    )
    return [
        replace(thing.leader, thing=thing) if thing.others else thing.leader for thing in things
    ]


def _row(
    flag: Any,
    told: StoredRows,
    known: Known,
    reader: UUID,
    treated: set[UUID],
    zone: str,
) -> BoardRow | None:
    findings = told.findings[flag.id]
    entries = told.answers.get(flag.id, [])
    measure = _measure(flag, findings[-1], known)
    if measure is None:
        return None  # not defined here any more: nothing can be said of it
    finding = findings[-1]
    held = counted(entries)
    last = held[-1] if held else None
    decided = told.returns.get((flag.session_id, flag.measure_key, flag.participant_id))
    facts = _facts(flag, findings, last, decided, _rated_again(flag, told), zone)
    stands = standing(facts)
    return BoardRow(
        **_whose(flag, finding),
        **_answered(flag, last),
        **_supervised(flag, finding, held, told.reviews.get(flag.id, []), stands.stage),
        kind=facts.kind,
        strength=finding.strength,
        stored=(flag, finding),
        measure=measure,
        stage=stands.stage,
        addressed=stands.addressed,
        returned=stands.returned,
        returned_on=decided[1] if decided and stands.returned else None,
        own=reader in (flag.held_by, *(e.recorded_by_id for e in entries))
        or flag.clinician_id in treated,
    )


def _facts(
    flag: Any,
    findings: Sequence[Any],
    last: Any,
    decided: tuple[Returned, date] | None,
    rated_since: bool,
    zone: str,
) -> FlagFacts:
    finding = findings[-1]
    return FlagFacts(
        kind=FlagKind(finding.kind),
        strength=finding.strength,
        withdrawn=flag.withdrawn_at is not None,
        held_on=flag.held_on,
        given=Given(finding.given) if finding.given else Given.IN_SESSION,
        answer=last_answer(findings, last, zone) if last else None,
        returned=decided[0] if decided else None,
        rated_since=rated_since,
        reengaged=flag.talked,
    )


def _rated_again(flag: Any, told: StoredRows) -> bool:
    """True when the client has rated since; asked of those only who are waited for."""
    if flag.client_id not in told.rated:
        return False
    last, numbers = told.rated[flag.client_id]
    return last > numbers[flag.session_id]


def _whose(flag: Any, finding: Any) -> dict[str, Any]:
    """Whose flag it is, and of which day."""
    by_client = flag.rater == Rater.CLIENT and finding.rating_id is not None
    return {
        "flag_id": flag.id,
        "client_id": flag.client_id,
        "code": flag.code,
        "initials": flag.initials,
        "clinician_id": flag.clinician_id,
        "clinician": flag.name,
        "held_on": flag.held_on,
        "place": (flag.held_on, flag.logged_at, flag.session_id),
        "about": (flag.measure_key, flag.participant_id),
        "letter": flag.letter if flag.several and by_client else "",
        "by_client": by_client,
        "last_reviewed": flag.last_reviewed,
    }


def _answered(flag: Any, answer: Any) -> dict[str, Any]:
    """What the clinician answered."""
    return {
        "answer": Answer(answer.answer) if answer else None,
        "answered_with": bool(answer and answer.given_with_id),
        "answered_at": answer.recorded_at if answer else None,
        "note": answer.note if answer else "",
        "moves": tuple(map(Move, answer.moves)) if answer else (),
        "repair": flag.repair,
    }


def _supervised(
    flag: Any, finding: Any, held: Sequence[Any], reviews: list[Any], stage: Stage
) -> dict[str, Any]:
    """What supervision said, and where the flag stands by it."""
    said = [
        sign_off.ReviewEntry(ReviewAct(r.act), r.finding_id, r.answer_id, r.discuss_on)
        for r in reviews
    ]
    signed = sign_off.signed(
        said,
        finding_id=finding.id,
        answers={entry.id for entry in held},
        withdrawn=flag.withdrawn_at is not None,
    )
    last = sign_off.last_sign_off(said)
    last_of_all = max(row.recorded_at for row in (*held, *reviews)) if held or reviews else None
    return {
        "touched_at": max(finding.found_at, last_of_all or finding.found_at),
        "signed": signed,
        "asked": sign_off.waits(
            [review.recorded_at for review in reviews if review.act == ReviewAct.ASKED],
            [answer.recorded_at for answer in held],
            stage,
            signed,
        ),
        "discuss_on": last.discuss_on if last and signed is Signed.TO_DISCUSS else None,
        "seen": f"{flag.version}.{len(reviews)}",
    }


def _measure(flag: Any, finding: Any, known: Known) -> Measure | None:
    if finding.rating_id is None:
        return known.current.get(flag.measure_key)
    return known.as_entered(flag.measure_key, finding.measure_version)
