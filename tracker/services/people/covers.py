"""Cover: another clinician treats somebody's clients from one day to another, while they are away."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import partial
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.sessions import long_date
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.people.access import Actor
from tracker.models import Cover, NoticeKind, User
from tracker.services.access import notices, permissions
from tracker.services.office.practice import today
from tracker.services.people.reassigning import takers
from tracker.services.trail import audit

REASON_LENGTH = 200
LONGEST = timedelta(days=366)  # design default: whoever is away longer hands the clients over


@dataclass(frozen=True)
class Arranged:
    """A cover with the names of both."""

    cover: Cover
    clinician: str
    by: str


def arrange(
    db: Session,
    actor: Actor,
    clinician_id: UUID,
    cover_id: UUID | None,
    days: tuple[date | None, date | None],
    reason: str,
    *,
    now: datetime,
) -> Cover:
    """The cover from one day to another. Its clinician keeps all access, and is told when somebody else arranged it;
    whoever covers is told, until it is over."""
    permissions.may_arrange_cover(actor, clinician_id)
    if db.get(User, clinician_id, with_for_update={"key_share": True}) is None:
        raise NotPermitted
    if problems := _problems(db, clinician_id, cover_id, days, reason.strip(), today(db, now)):
        raise Incomplete(problems)
    assert cover_id
    row = _row(clinician_id, cover_id, days, reason.strip(), actor.id, now)
    db.add(row)
    db.flush()
    _tell(db, row)
    _audit(db, "cover.arranged", actor.id, row, now=now)
    return row


def _tell(db: Session, row: Cover) -> None:
    """Tell whoever covers, and the clinician where it was not they who arranged it."""
    away = row.clinician_id
    until = row.ends_on
    said = partial(notices.tell, db, text=row.reason, since=row.starts_on, until=until)
    said([row.cover_id], NoticeKind.COVERING, by=away, about=row.id, now=row.made_at)
    if row.made_by_id != away:
        by = row.made_by_id
        about = row.cover_id
        said([away], NoticeKind.COVERED, by=by, about=about, now=row.made_at)


def _row(
    clinician_id: UUID,
    cover_id: UUID,
    days: tuple[date | None, date | None],
    reason: str,
    by: UUID,
    now: datetime,
) -> Cover:
    starts_on, ends_on = days
    assert starts_on
    assert ends_on
    return Cover(
        id=uuid4(),
        clinician_id=clinician_id,
        cover_id=cover_id,
        starts_on=starts_on,
        ends_on=ends_on,
        reason=reason,
        made_at=now,
        made_by_id=by,
    )


def _problems(
    db: Session,
    clinician_id: UUID,
    cover_id: UUID | None,
    days: tuple[date | None, date | None],
    reason: str,
    day: date,
) -> dict[str, str]:
    problems: dict[str, str] = {}
    first, last = days
    if cover_id not in {user.id for user in takers(db, clinician_id)}:
        problems["cover"] = "Choose the clinician who covers"
    if first is None or not day - LONGEST <= first <= day + LONGEST:
        problems["starts_on"] = "Enter the first day, such as 27 3 2027, within a year from now"
    if last is None or last < day:
        problems["ends_on"] = "Enter the last day, today or later"
    elif "starts_on" not in problems and first and not first <= last <= first + LONGEST:
        problems["ends_on"] = "The last day must be after the first, and within a year of it"
    if not 0 < len(reason) <= REASON_LENGTH:
        problems["reason"] = f"Say why, {REASON_LENGTH} characters at most"
    if not problems and cover_id and (other := _overlapping(db, clinician_id, cover_id, days)):
        held = f"{long_date(other.starts_on)} to {long_date(other.ends_on)}"
        problems["cover"] = f"They cover from {held} already. Choose other days, or end that first"
    return problems


def _overlapping(
    db: Session, clinician_id: UUID, cover_id: UUID, days: tuple[date | None, date | None]
) -> Cover | None:
    rows = select(Cover).where(
        Cover.clinician_id == clinician_id,
        Cover.cover_id == cover_id,
        Cover.ended_at.is_(None),
        Cover.starts_on <= days[1],
        Cover.ends_on >= days[0],
    )
    return db.scalars(rows.order_by(Cover.starts_on)).first()


def end_cover(db: Session, actor: Actor, cover_id: UUID, *, now: datetime) -> UUID:
    """End a cover at once; the id of whose clients they are. Sent twice it stays ended."""
    row = db.get(Cover, cover_id)
    if row is None:
        raise NotPermitted
    permissions.may_arrange_cover(actor, row.clinician_id)
    if row.ended_at is None:
        row.ended_at = now
        notices.end_about(db, row.id, now=now)
        _audit(db, "cover.ended", actor.id, row, now=now)
    return row.clinician_id


def end_covers(db: Session, by: UUID | None, user_id: UUID, *, now: datetime) -> int:
    """End every cover by or for a person whose account is closed, or who is no clinician any more; how many there
    were. They do not come back with the account."""
    theirs = (Cover.cover_id == user_id) | (Cover.clinician_id == user_id)
    rows = list(db.scalars(select(Cover).where(theirs, Cover.ended_at.is_(None))))
    for row in rows:
        row.ended_at = now
        notices.end_about(db, row.id, now=now)
        _audit(db, "cover.ended", by, row, now=now)
    return len(rows)


def _audit(db: Session, event: str, by: UUID | None, row: Cover, *, now: datetime) -> None:
    who = str(row.cover_id)
    audit.record(db, event, actor=by, object_id=row.clinician_id, now=now, cover=who)


def covers_of(db: Session, actor: Actor, clinician_id: UUID, *, now: datetime) -> list[Arranged]:
    """The covers of a clinician that are not over, the first to come on top."""
    permissions.may_arrange_cover(actor, clinician_id)
    rows = (
        select(Cover, User.name)
        .join(User, User.id == Cover.cover_id)
        .where(Cover.clinician_id == clinician_id, Cover.ended_at.is_(None))
        .where(Cover.ends_on >= today(db, now))
        .order_by(Cover.starts_on, Cover.id)
    )
    name = db.scalar(select(User.name).where(User.id == clinician_id)) or ""
    return [Arranged(cover, name, by) for cover, by in db.execute(rows)]
