"""Flags: raised in the transaction of the rating, and looked at again after every correction."""

from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import MILDER, RULES_VERSION, Finding, Tier
from tracker.domain.rules.flags import evaluate
from tracker.models import Client, Flag
from tracker.services.record.cases import case_of
from tracker.services.record.clients import participant_a
from tracker.services.record.course import remember
from tracker.services.record.flag_rows import (
    counted,
    finding_row,
    place_of,
    says,
    stored_flags,
)
from tracker.services.record.records import RecordPart, records_of
from tracker.services.trail import audit

Place = tuple[UUID, str, str, UUID, str]  # session, measure, rater, participant, concern


def raise_flags(
    db: Session, actor: Actor, client: Client, *, since: UUID | int, now: datetime
) -> None:
    """Look at every rating from a session on (its id or number) and make the stored flags agree with what is found.

    A finding without a flag raises one; a flag whose numbers changed gets the new finding beside the old; a flag whose
    reason is gone is withdrawn, never deleted.
    """
    (record,) = records_of(db, [client], RecordPart.ESTIMATES, now=now)
    of = record.course
    remember(db, client.id, of)
    first = since if isinstance(since, int) else of.slot(since).number
    flags = stored_flags(db, [client.id])
    stored = {stored_place(flag): flag for flag in flags}
    found_now = evaluate(case_of(db, record), since=first)
    findings = by_place(client, found_now, stored, answered_places(flags))
    for place, finding in findings.items():
        _raise(db, actor, client, stored.get(place), place, finding, now=now)
    for place, flag in stored.items():
        if place in findings or of.measure_at(place_of(flag)) is None:
            continue  # a measure that is no longer defined says nothing, which is no reason to withdraw
        if flag.withdrawn_at is None and of.slot(place[0]).number >= first:
            flag.withdrawn_at = now
            flag.version = flag.version + 1
            _audit(db, "flag.withdrawn", actor, flag, now=now)


def by_place(
    client: Client,
    findings: Iterable[Finding],
    stored: Collection[Place],
    answered: Collection[Place],
) -> dict[Place, Finding]:
    """The findings of a client by the places of their flags; `stored`: where there are flags already, `answered`: where
    they were answered. A check-in that a correction made milder stays where it is, so that its answer holds."""
    named = [_as_named(finding, stored) for finding in findings]
    placed = {_place(client, finding): finding for finding in named}
    for place, finding in list(placed.items()):
        before = (*place[:4], Tier.CHECK_IN.value)
        kept = before in answered and before not in placed
        if finding.kind in MILDER and kept and place not in answered:
            placed[before] = placed.pop(place)
    return placed


def answered_places(flags: Iterable[Flag]) -> set[Place]:
    """The places of the flags that have an answer."""
    return {stored_place(flag) for flag in flags if counted(flag.answers)}


def _as_named(finding: Finding, stored: Iterable[Place]) -> Finding:
    """A finding of a session without a rating under the measure that its flag named first: what is in use changes, and
    an answer given is not asked for again."""
    if finding.rating_id is not None:
        return finding
    here = (finding.session_id, finding.rater, finding.concern)
    named = [key for session, key, rater, _, concern in stored if (session, rater, concern) == here]
    return replace(finding, measure_key=named[0]) if named else finding


def _place(client: Client, finding: Finding) -> Place:
    participant = finding.participant or participant_a(client).id
    return finding.session_id, finding.measure_key, finding.rater, participant, finding.concern


def stored_place(flag: Flag) -> Place:
    """Where a stored flag lies."""
    return flag.session_id, flag.measure_key, flag.rater, flag.participant_id, flag.concern


def _raise(
    db: Session,
    actor: Actor,
    client: Client,
    flag: Flag | None,
    place: Place,
    finding: Finding,
    *,
    now: datetime,
) -> None:
    if flag and flag.withdrawn_at is None and says(flag.findings[-1], finding):
        return
    event = "flag.found_again" if flag else "flag.raised"
    if flag is None:
        flag = _new_flag(client, place, finding, now=now)
        db.add(flag)
    else:
        flag.withdrawn_at = None
        flag.version = flag.version + 1
    flag.findings.append(finding_row(finding, sequence=len(flag.findings) + 1, now=now))
    _audit(db, event, actor, flag, now=now)


def _new_flag(client: Client, place: Place, finding: Finding, *, now: datetime) -> Flag:
    session_id, measure_key, rater, participant_id, concern = place
    return Flag(
        id=uuid4(),
        client_id=client.id,
        session_id=session_id,
        participant_id=participant_id,
        measure_key=measure_key,
        rater=rater,
        tier=finding.tier,
        concern=concern,
        raised_at=now,
    )


def _audit(
    db: Session, event: str, actor: Actor, flag: Flag, *, now: datetime, **detail: str
) -> None:
    audit.record(
        db,
        event,
        actor=actor.id,
        object_id=flag.id,
        client_id=flag.client_id,
        now=now,
        rules=RULES_VERSION,
        **detail,
    )
