"""Flags as pages show them: what was found, where it stands, what was answered."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from tracker.clock import local_date
from tracker.domain import answers
from tracker.domain.access import Actor, Permission
from tracker.domain.answers import Answer, Stage
from tracker.domain.errors import NotPermitted
from tracker.domain.flags import Fall, Finding, FlagKind, Tier
from tracker.domain.measures import Measure
from tracker.domain.sessions import Given
from tracker.domain.trajectory import Slot
from tracker.models import Client, Flag, FlagAnswer, FlagFinding
from tracker.reference.loader import measures
from tracker.services import clients
from tracker.services.course import Course, course
from tracker.services.practice import practice


@dataclass(frozen=True)
class FlagView:
    """A flag as pages show it: the row, what was found last, where it stands, and what was answered."""

    flag: Flag
    finding: Finding
    rules_version: str
    measure: Measure
    slot: Slot
    since: Mapping[UUID, Slot]
    given: Given
    stage: Stage
    addressed: answers.Addressed
    answers: tuple[FlagAnswer, ...]
    found_before: tuple[FlagFinding, ...]

    @property
    def needs_answer(self) -> bool:
        """True while nobody has answered it."""
        return self.stage in answers.NEEDS_AN_ANSWER

    @property
    def to_come_back_to(self) -> bool:
        """True while something was put off: planned, not right that day, or taken to supervision."""
        return self.stage in answers.TO_COME_BACK_TO

    @property
    def last_answer(self) -> FlagAnswer | None:
        """What was answered last."""
        return self.answers[-1] if self.answers else None


def stored_flags(db: Session, client_ids: list[UUID]) -> list[Flag]:
    """All flags of these clients with their findings and answers, in three queries whatever their number."""
    rows = select(Flag).where(Flag.client_id.in_(client_ids))
    loaded = rows.options(selectinload(Flag.findings), selectinload(Flag.answers))
    return list(db.scalars(loaded))


def finding_of(row: FlagFinding) -> Finding:
    """A stored finding as the value it was made from."""
    detail = row.detail
    falls = tuple(
        Fall(
            fall["key"],
            Fraction(fall["previous"]),
            Fraction(fall["base"]),
            Fraction(fall["now"]),
            UUID(fall["since"]),
            fall["stale"],
            Fraction(fall["points"]),
        )
        for fall in detail["falls"]
    )
    kind = FlagKind(row.kind)
    return Finding(
        kind,
        Tier.CHECK_IN,
        row.rating_id,
        row.strength,
        falls,
        detail["reason"],
        detail["held_back"],
        detail["own_setting"],
    )


def views(of: Course, flags: list[Flag], zone: str) -> list[FlagView]:
    """The flags of one client as pages show them, newest session first; days are those of the time zone."""
    shown = [_view(of, flag, zone) for flag in flags if flag.measure_key in measures()]
    return sorted(shown, key=lambda view: -view.slot.number)


def flags_of(db: Session, client_id: UUID, of: Course) -> list[FlagView]:
    """All flags of a client, withdrawn ones included, newest session first."""
    return views(of, stored_flags(db, [client_id]), practice(db).time_zone)


def _view(of: Course, flag: Flag, zone: str) -> FlagView:
    slot = of.slot(flag.session_id)
    place = (flag.session_id, flag.measure_key, flag.rater, flag.participant_id)
    given = Given(of.chains[place][-1].given)
    last = flag.answers[-1] if flag.answers else None
    answer = Answer(last.answer) if last else None
    finding = flag.findings[-1]
    return FlagView(
        flag=flag,
        finding=finding_of(finding),
        rules_version=finding.rules_version,
        measure=measures()[flag.measure_key],
        slot=slot,
        since={other.session_id: other for other in of.slots},
        given=given,
        stage=answers.stage(
            withdrawn=flag.withdrawn_at is not None, last=answer, risen=_risen(flag)
        ),
        addressed=answers.addressed(
            held_on=slot.held_on,
            given=given,
            answer=answer,
            talked_on=last.talked_on if last else None,
            recorded_on=local_date(last.recorded_at, zone) if last else None,
        ),
        answers=tuple(flag.answers),
        found_before=tuple(flag.findings[:-1]),
    )


def _risen(flag: Flag) -> bool:
    """True when a correction made the drop stronger than what the last answer was given to."""
    if not flag.answers:
        return False
    seen = next(f for f in flag.findings if f.id == flag.answers[-1].finding_id)
    return (flag.findings[-1].strength or 0) > (seen.strength or 0)


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
    client_id = db.scalar(select(Flag.client_id).where(Flag.id == flag_id))
    if client_id is None:
        raise NotPermitted
    client = clients.client_for(db, actor, client_id, permission, now=now, lock=lock)
    shown = {view.flag.id: view for view in flags_of(db, client.id, course(db, client.id))}
    if flag_id not in shown:
        raise NotPermitted
    return shown[flag_id], client  # read under the lock, never before it
