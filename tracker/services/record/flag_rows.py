"""Flags as they are stored: the one module that writes a finding into its row and reads it back.

A finding lies in two rows. The flag says where it belongs (session, measure, rater, participant); each row of findings
says what was found there at one time, its numbers as exact text.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from tracker.clock import local_date
from tracker.domain.care.answers import Answer
from tracker.domain.care.flag_stage import LastAnswer
from tracker.domain.measures.measure import Basis, Rater, ReliableChange
from tracker.domain.measures.strain import StrainAnswer, StrainSeen, StrainSettled
from tracker.domain.rules.findings import RULES_VERSION, Compared, Fall, Finding, FlagKind
from tracker.models import Flag, FlagAnswer, FlagFinding
from tracker.services.record.course import Place


def stored_flags(db: Session, client_ids: list[UUID]) -> list[Flag]:
    """All flags of these clients with their findings and answers, in two queries whatever their number."""
    rows = select(Flag).where(Flag.client_id.in_(client_ids))
    loaded = rows.options(joinedload(Flag.findings), selectinload(Flag.answers))
    return list(db.scalars(loaded).unique())


def place_of(flag: Flag) -> Place:
    """The place of the rating that a flag rests on; a therapist's rating has no participant."""
    participant = flag.participant_id if flag.rater == Rater.CLIENT else None
    return flag.session_id, flag.measure_key, flag.rater, participant


def first_looked_at(flag: Flag) -> str:
    """The version of the rules that raised the flag, whatever they found of it later."""
    return flag.findings[0].rules_version


def counted(entries: Iterable[FlagAnswer]) -> tuple[FlagAnswer, ...]:
    """The answers that hold: not undone, and not the undoing itself."""
    given = list(entries)
    undone = {entry.undoes_id for entry in given if entry.undoes_id}
    return tuple(e for e in given if e.id not in undone and e.undoes_id is None)


def last_answer(findings: Iterable[FlagFinding], entry: FlagAnswer, zone: str) -> LastAnswer:
    """What the last answer that holds says of where the flag stands; its day is that of the time zone."""
    seen = next(row for row in findings if row.id == entry.finding_id)
    recorded_on = local_date(entry.recorded_at, zone)
    return LastAnswer(Answer(entry.answer), seen.strength, entry.talked_on, recorded_on)


def finding_row(finding: Finding, *, sequence: int, now: datetime) -> FlagFinding:
    """The row of a finding that was made now; it belongs to no flag yet."""
    return FlagFinding(
        id=uuid4(),
        sequence=sequence,
        rating_id=finding.rating_id,
        kind=finding.kind,
        strength=finding.strength,
        detail=_detail(finding),
        rules_version=RULES_VERSION,
        found_at=now,
    )


def says(row: FlagFinding, finding: Finding) -> bool:
    """True when the row holds that finding, number for number."""
    # Earlier rules did not write all of it.
    before: dict[str, Any] = {
        "compared": [],
        "change": None,
        "own_ratings": None,
        "strain": None,
        "own_clients": None,
    }
    stored = {**before, **row.detail}
    return (row.rating_id, row.kind, row.strength, stored) == (
        finding.rating_id,
        finding.kind,
        finding.strength,
        _detail(finding),
    )


def finding_of(flag: Flag, row: FlagFinding) -> Finding:
    """A stored finding as the value it was made from."""
    detail = row.detail
    return Finding(
        FlagKind(row.kind),
        flag.session_id,
        flag.measure_key,
        Rater(flag.rater),
        flag.participant_id,
        row.rating_id,
        row.strength,
        tuple(_fall(stored) for stored in detail["falls"]),
        tuple(_compared(stored) for stored in detail.get("compared", ())),
        detail["reason"],
        detail["held_back"],
        detail["own_setting"],
        _change(detail.get("change")),
        detail.get("own_ratings"),
        _strain(detail.get("strain")),
        detail.get("own_clients"),
    )


def sessions_compared(detail: Mapping[str, Any]) -> list[UUID]:
    """The sessions that the scores of a stored finding are held against, where nothing else of it is asked."""
    return [UUID(stored["since"]) for stored in detail.get("compared", ()) if stored["since"]]


def _detail(finding: Finding) -> dict[str, Any]:
    """What the columns do not hold, as a row keeps it: numbers as exact text."""
    return {
        "falls": [_stored_fall(fall) for fall in finding.falls],
        "compared": [_stored_compared(compared) for compared in finding.compared],
        "reason": finding.reason,
        "held_back": finding.held_back,
        "own_setting": finding.own_setting,
        "own_ratings": finding.own_ratings,
        "own_clients": finding.own_clients,
        "change": _stored_change(finding.change),
        "strain": _stored_strain(finding.strain),
    }


def _stored_change(change: ReliableChange | None) -> dict[str, Any] | None:
    if change is None:
        return None
    return {
        "points": str(change.points),
        "source": change.source,
        "basis": change.basis.value,
        "within_sd": _text(change.within_sd),
        **({"clients": change.clients} if change.clients else {}),
    }


def _change(stored: Mapping[str, Any] | None) -> ReliableChange | None:
    if stored is None:
        return None
    sd = stored["within_sd"]
    return ReliableChange(
        Fraction(stored["points"]),
        stored["source"],
        Basis(stored["basis"]),
        None if sd is None else Fraction(sd),
        stored.get("clients", 0),
    )


def _stored_strain(answer: StrainAnswer | None) -> dict[str, str | None] | None:
    if answer is None:
        return None
    return {"seen": answer.seen.value, "settled": _text(answer.settled)}


def _strain(stored: Mapping[str, Any] | None) -> StrainAnswer | None:
    if not stored:
        return None
    settled = stored["settled"]
    return StrainAnswer(StrainSeen(stored["seen"]), StrainSettled(settled) if settled else None)


def _stored_fall(fall: Fall) -> dict[str, Any]:
    return {
        "key": fall.key,
        "previous": str(fall.previous),
        "base": str(fall.base),
        "now": str(fall.now),
        "since": str(fall.since),
        "stale": fall.stale,
        "points": str(fall.points),
    }


def _fall(stored: Mapping[str, Any]) -> Fall:
    return Fall(
        stored["key"],
        Fraction(stored["previous"]),
        Fraction(stored["base"]),
        Fraction(stored["now"]),
        UUID(stored["since"]),
        stored["stale"],
        Fraction(stored["points"]),
    )


def _stored_compared(compared: Compared) -> dict[str, str | None]:
    return {
        "key": compared.key,
        "now": _text(compared.now),
        "reference": _text(compared.reference),
        "since": _text(compared.since),
    }


def _compared(stored: Mapping[str, str | None]) -> Compared:
    now = stored["now"]
    reference = stored["reference"]
    since = stored["since"]
    return Compared(
        str(stored["key"]),
        None if now is None else Fraction(now),
        None if reference is None else Fraction(reference),
        None if since is None else UUID(since),
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)
