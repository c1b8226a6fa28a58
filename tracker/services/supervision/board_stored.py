"""What is stored of the flags on the supervision board: read as plain rows, in a few queries whatever their number."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, aliased

from tracker.domain.care.answers import Answer
from tracker.domain.rules.findings import FlagKind, Tier
from tracker.domain.rules.repair import Returned
from tracker.domain.rules.slow_rules import client_alliance
from tracker.domain.supervision.sign_off import SIGN_OFFS, ReviewAct
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
from tracker.services.record.course import courses
from tracker.services.record.flag_views import counted

RECENT = timedelta(weeks=8)  # design default: how long an answered flag stays on the board
RETURNS = {FlagKind.CAME_BACK: Returned.BACK, FlagKind.NOT_BACK: Returned.NOT_BACK}


def chosen_flags(clinicians: list[UUID], today: date, zone: str) -> Select[UUID]:
    """The ids of the flags that can be on the board: recent, lately looked at, to be discussed, opened again, or
    possibly open. Older ones whose answer may not stand any more (undone, entered wrongly, taken to supervision, found
    again) are told apart by their rows."""
    since = today - RECENT
    answers = select(FlagAnswer.id).where(FlagAnswer.flag_id == Flag.id)
    waiting = (Answer.UNDONE, Answer.ENTERED_WRONGLY, Answer.SUPERVISION)
    unsure = answers.where(FlagAnswer.answer.in_(waiting)).exists()
    again = select(FlagFinding.id).where(FlagFinding.flag_id == Flag.id, FlagFinding.sequence > 1)
    looked_at = select(FlagReview.id).where(FlagReview.flag_id == Flag.id)
    recently = FlagReview.recorded_at >= first_moment(since, zone)
    lately = looked_at.where(recently | (FlagReview.discuss_on >= since)).exists()
    unsettled = FlagReview.act.in_((ReviewAct.DISCUSS, ReviewAct.REOPENED))
    planned = looked_at.where(unsettled, ~_overtaken().exists())
    recent = TherapySession.held_on >= since
    maybe_open = Flag.withdrawn_at.is_(None) & (~answers.exists() | unsure | again.exists())
    return (
        select(Flag.id)
        .join(Client, Client.id == Flag.client_id)
        .join(TherapySession, TherapySession.id == Flag.session_id)
        .where(Client.clinician_id.in_(clinicians), Flag.tier != Tier.NOTE)
        .where(recent | maybe_open | lately | planned.exists())
    )


def _overtaken() -> Select[UUID]:
    """What was signed off, or opened again, after an entry of the same flag."""
    later = aliased(FlagReview)
    return select(later.id).where(
        later.flag_id == FlagReview.flag_id,
        later.sequence > FlagReview.sequence,
        later.act.in_((*SIGN_OFFS, ReviewAct.REOPENED)),
    )


def first_moment(day: date, zone: str) -> datetime:
    """The moment at which a day begins where the practice is."""
    return datetime.combine(day, time(), tzinfo=ZoneInfo(zone))


def flags_with_clients(chosen: Select[UUID]) -> Any:
    """The statement for each flag with client, clinician and session, and what else is asked of the same row."""
    second = aliased(Participant)
    talked = select(Reengagement.id).where(Reengagement.session_id == Flag.session_id)
    repaired = select(Repair.id).where(Repair.flag_id == Flag.id)
    several = select(second.id).where(second.client_id == Flag.client_id, second.letter == "B")
    reviewed = select(func.max(ClientReview.reviewed_on)).where(ClientReview.client_id == Client.id)
    return (
        select(
            *(Flag.id, Flag.client_id, Flag.session_id, Flag.participant_id, Flag.measure_key),
            *(Flag.rater, Flag.withdrawn_at, Flag.version, TherapySession.held_on),
            TherapySession.clinician_id.label("held_by"),
            *(Client.code, Client.initials, Client.clinician_id, Client.starts_on),
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
        .where(Flag.id.in_(chosen))
    )


class Told:
    """What is stored beside the flags: findings, answers, reviews, and what decided how a drop went on."""

    def __init__(
        self, db: Session, clinicians: list[UUID], chosen: Select[UUID], flags: list[Any]
    ) -> None:
        finding = FlagFinding.__table__.c
        self.findings = _by_flag(
            db,
            select(*finding, Rating.given, Rating.measure_version)
            .outerjoin(Rating, Rating.id == FlagFinding.rating_id)
            .where(FlagFinding.flag_id.in_(chosen))
            .order_by(FlagFinding.sequence),
        )
        of_answers = select(*FlagAnswer.__table__.c).where(FlagAnswer.flag_id.in_(chosen))
        self.answers = _by_flag(db, of_answers.order_by(FlagAnswer.sequence))
        of_reviews = select(*FlagReview.__table__.c).where(FlagReview.flag_id.in_(chosen))
        self.reviews = _by_flag(db, of_reviews.order_by(FlagReview.sequence))
        first = min((flag.held_on for flag in flags), default=None)
        self.returns = _returns(db, clinicians, first) if first else {}
        waiting = [f.client_id for f in flags if self._waits_for_a_rating(f)]
        self.rated = _last_rated(db, sorted(set(waiting)))

    def _waits_for_a_rating(self, flag: Any) -> bool:
        kind = self.findings[flag.id][-1].kind
        return kind == FlagKind.NO_RATING_LATELY and not counted(self.answers.get(flag.id, []))


def _by_flag(db: Session, query: Select[Any]) -> dict[UUID, list[Any]]:
    found: dict[UUID, list[Any]] = {}
    for row in db.connection().execute(query):
        found.setdefault(row.flag_id, []).append(row)
    return found


def _returns(
    db: Session, clinicians: list[UUID], first: date
) -> Mapping[tuple[UUID, str, UUID], tuple[Returned, date]]:
    """How drops went on, by the session of the drop, the measure and the participant: the notes that say so are found
    by the same rule as the record's own sentence."""
    rows = (
        select(
            *(Flag.id, Flag.measure_key, Flag.participant_id),
            *(FlagFinding.kind, FlagFinding.detail, TherapySession.held_on),
        )
        .join(FlagFinding, FlagFinding.flag_id == Flag.id)
        .join(Client, Client.id == Flag.client_id)
        .join(TherapySession, TherapySession.id == Flag.session_id)
        .where(Client.clinician_id.in_(clinicians), Flag.concern.in_(list(RETURNS)))
        .where(Flag.withdrawn_at.is_(None), TherapySession.held_on >= first)
        .order_by(FlagFinding.sequence)
    )
    last = {row.id: row for row in db.connection().execute(rows)}  # the last finding of each counts
    found = {}
    for row in last.values():
        for compared in row.detail["compared"]:
            place = (UUID(compared["since"]), row.measure_key, row.participant_id)
            found[place] = (RETURNS[FlagKind(row.kind)], row.held_on)
    return found


def _last_rated(db: Session, client_ids: list[UUID]) -> dict[UUID, tuple[int, dict[UUID, int]]]:
    """Of clients who were waited for: the number of the last session with a rating of theirs, and all numbers."""
    if not client_ids:
        return {}
    found = {}
    for client_id, of in courses(db, client_ids).items():
        theirs = [line for _, line in of.lines() if client_alliance(line)]
        last = max((p.slot.number for line in theirs for p in line.points), default=0)
        found[client_id] = (last, {slot.session_id: slot.number for slot in of.slots})
    return found
