"""Flags as pages show them: what was found, where it stands, what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from tracker.clock import local_date
from tracker.domain.care import answers
from tracker.domain.care.answers import Answer, Stage
from tracker.domain.care.caseload import Need, need_of
from tracker.domain.course.sessions import Given, Status
from tracker.domain.course.trajectory import Slot
from tracker.domain.errors import NotPermitted
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import Compared, Fall, Finding, FlagKind, Tier
from tracker.domain.rules.repair import Recovery, Returned, recovery
from tracker.domain.rules.slow_rules import client_alliance
from tracker.models import Client, Flag, FlagAnswer, FlagFinding
from tracker.services.access import permissions
from tracker.services.office.practice import practice
from tracker.services.record import clients
from tracker.services.record.course import Course, Place, course


@dataclass(frozen=True)
class FlagView:
    """A flag as pages show it: the row, what was found last, where it stands, and what was answered.

    `entries` are all answers and undoings in their order, `answers` those that count. `recovery` is how a drop went on.
    `climbed`: unanswered at the next session, so it is up for review.
    """

    flag: Flag
    finding: Finding
    rules_version: str
    measure: Measure
    slot: Slot
    since: Mapping[UUID, Slot]
    given: Given
    stage: Stage
    addressed: answers.Addressed
    entries: tuple[FlagAnswer, ...]
    answers: tuple[FlagAnswer, ...]
    found_before: tuple[FlagFinding, ...]
    recovery: Recovery | None
    climbed: bool
    letters: Mapping[UUID, str]  # of the people of the record, where there are several

    @property
    def letter(self) -> str:
        """Whose rating it rests on; "" where one person rates, or nobody did."""
        by_client = self.flag.rater == Rater.CLIENT and self.finding.rating_id is not None
        return self.letters.get(self.flag.participant_id, "") if by_client else ""

    @property
    def tier(self) -> Tier:
        """Where it appears."""
        return self.finding.tier

    @property
    def need(self) -> Need | None:
        """What it asks of its clinician now."""
        return need_of(self.tier, self.finding.kind, self.stage)

    @property
    def needs_answer(self) -> bool:
        """True while nobody has answered it."""
        return self.stage in answers.NEEDS_AN_ANSWER and self.tier is not Tier.NOTE

    @property
    def to_come_back_to(self) -> bool:
        """True while something was put off: planned, not right that day, or taken to supervision."""
        return self.stage in answers.TO_COME_BACK_TO

    @property
    def offered(self) -> tuple[Answer, ...]:
        """What can be answered to it."""
        return answers.offered(self.tier, self.finding.kind, self.finding.reason)

    @property
    def last_answer(self) -> FlagAnswer | None:
        """What was answered last and not undone."""
        return self.answers[-1] if self.answers else None

    def undoable(self, actor: Actor, now: datetime) -> FlagAnswer | None:
        """The answer that the actor can still undo."""
        last = self.last_answer
        if last is None or last.recorded_by_id != actor.id:
            return None
        return last if answers.can_undo(last.recorded_at, now) else None


def stored_flags(db: Session, client_ids: list[UUID]) -> list[Flag]:
    """All flags of these clients with their findings and answers, in two queries whatever their number."""
    rows = select(Flag).where(Flag.client_id.in_(client_ids))
    loaded = rows.options(joinedload(Flag.findings), selectinload(Flag.answers))
    return list(db.scalars(loaded).unique())


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
    )


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


def views(of: Course, client: Client, flags: list[Flag], zone: str) -> list[FlagView]:
    """The flags of one client as pages show them, newest session first, the most pressing of a session on top; days
    are those of the time zone."""
    shown = [
        _view(of, client, flag, measure, zone)
        for flag in flags
        if (measure := of.measure_at(place_of(flag)))
    ]
    order = list(Tier)
    return sorted(
        shown,
        key=lambda view: (
            -view.slot.number,
            order.index(view.tier),
            view.finding.kind,
            view.letter,
        ),
    )


def flags_of(db: Session, client: Client, of: Course) -> list[FlagView]:
    """All flags of a client, withdrawn ones included, newest session first."""
    return views(of, client, stored_flags(db, [client.id]), practice(db).time_zone)


def counted(entries: list[FlagAnswer]) -> tuple[FlagAnswer, ...]:
    """The answers that hold: not undone, and not the undoing itself."""
    undone = {entry.undoes_id for entry in entries if entry.undoes_id}
    return tuple(e for e in entries if e.id not in undone and e.undoes_id is None)


def place_of(flag: Flag) -> Place:
    """The place of the rating that a flag rests on; a therapist's rating has no participant."""
    participant = flag.participant_id if flag.rater == Rater.CLIENT else None
    return flag.session_id, flag.measure_key, flag.rater, participant


def _view(of: Course, client: Client, flag: Flag, measure: Measure, zone: str) -> FlagView:
    slot = of.slot(flag.session_id)
    row = flag.findings[-1]
    held = counted(flag.answers)
    finding = finding_of(flag, row)
    last = held[-1] if held else None
    recovered = _recovery(of, flag, finding)
    given = _given(of, flag)
    stage = _stage(of, flag, finding, last, recovered)
    return FlagView(
        flag=flag,
        finding=finding,
        rules_version=row.rules_version,
        measure=measure,
        slot=slot,
        since={other.session_id: other for other in of.slots},
        given=given,
        stage=stage,
        addressed=_addressed(slot, given, last, zone),
        entries=tuple(flag.answers),
        answers=held,
        found_before=tuple(flag.findings[:-1]),
        recovery=recovered,
        letters=clients.letters_of(client),
        climbed=answers.climbs(
            strength=finding.strength, stage=stage, sessions_since=_attended_after(of, slot)
        ),
    )


def _stage(
    of: Course, flag: Flag, finding: Finding, last: FlagAnswer | None, recovered: Recovery | None
) -> Stage:
    slot = of.slot(flag.session_id)
    talked = finding.kind is FlagKind.MISSED and slot.reengaged_on is not None
    return answers.stage(
        withdrawn=flag.withdrawn_at is not None,
        last=Answer(last.answer) if last and not talked else None,
        risen=_risen(flag, last),
        settled=talked or _settled(of, finding, slot, recovered),
    )


def _addressed(slot: Slot, given: Given, last: FlagAnswer | None, zone: str) -> answers.Addressed:
    return answers.addressed(
        held_on=slot.held_on,
        given=given,
        answer=Answer(last.answer) if last else None,
        talked_on=last.talked_on if last else None,
        recorded_on=local_date(last.recorded_at, zone) if last else None,
    )


def _given(of: Course, flag: Flag) -> Given:
    """When the rating was given; what a session without a rating says belongs to the session."""
    chain = of.chains.get(place_of(flag))
    return Given(chain[-1].given) if chain else Given.IN_SESSION


def _recovery(of: Course, flag: Flag, finding: Finding) -> Recovery | None:
    if finding.kind is not FlagKind.DROP:
        return None
    trajectory = of.trajectory(flag.measure_key, Rater.CLIENT, flag.participant_id)
    points = trajectory.points if trajectory else ()
    fell = [point for point in points if point.slot.session_id == flag.session_id]
    return recovery(trajectory, fell[0], finding.falls) if trajectory and fell else None


def _settled(of: Course, finding: Finding, slot: Slot, recovered: Recovery | None) -> bool:
    """True when the reason has gone by itself: a drop of strength 1 is back, or the client has rated again."""
    if finding.kind is FlagKind.NO_RATING_LATELY:
        theirs = [line for _, line in of.lines() if client_alliance(line)]
        return any(point.slot.number > slot.number for line in theirs for point in line.points)
    return finding.strength == 1 and recovered is not None and recovered.state is Returned.BACK


def _attended_after(of: Course, slot: Slot) -> int:
    return sum(s.number > slot.number and s.status is Status.ATTENDED for s in of.slots)


def _risen(flag: Flag, last: FlagAnswer | None) -> bool:
    """True when a correction made the drop stronger than what the last answer was given to."""
    if last is None:
        return False
    seen = next(f for f in flag.findings if f.id == last.finding_id)
    return (flag.findings[-1].strength or 0) > (seen.strength or 0)


def flag_in_course(
    db: Session,
    actor: Actor,
    flag_id: UUID,
    permission: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> tuple[FlagView, Client, Course]:
    """The flag with its client and the client's course, when the actor may do this; NotPermitted otherwise."""
    client = permissions.client_of_flag(db, actor, flag_id, permission, now=now, lock=lock)
    of = course(db, client.id)
    shown = {view.flag.id: view for view in flags_of(db, client, of)}
    if flag_id not in shown:
        raise NotPermitted
    return shown[flag_id], client, of  # read under the lock, never before it


def flag_for(
    db: Session,
    actor: Actor,
    flag_id: UUID,
    permission: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> tuple[FlagView, Client]:
    """The flag with its client, when the actor may do this; NotPermitted otherwise."""
    view, client, _ = flag_in_course(db, actor, flag_id, permission, now=now, lock=lock)
    return view, client
