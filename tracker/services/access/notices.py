"""Notices: what people are told on their home page, until they put it away or its last day is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache
from uuid import UUID, uuid4

from sqlalchemy import Select, bindparam, or_, select
from sqlalchemy.orm import Session, aliased

from tracker.domain.errors import NotPermitted
from tracker.domain.people import access
from tracker.domain.people.access import Actor
from tracker.models import Client, Notice, NoticeKind, RoleRow, User, user_roles
from tracker.services.trail import audit

# That somebody reads one's clients is told until it is put away, also when it is over by then.
KEPT = (NoticeKind.COVERED, NoticeKind.SUPERVISED)


@dataclass(frozen=True)
class NoticeView:
    """A notice with the code of its client, where that is one's own, the name of whoever did it, and of whoever reads
    one's clients by it."""

    notice: Notice
    code: str | None
    by: str | None
    reader: str | None


def tell(
    db: Session,
    user_ids: Iterable[UUID],
    kind: NoticeKind,
    text: str,
    *,
    by: UUID | None,
    about: UUID | None = None,
    client_id: UUID | None = None,
    since: date | None = None,
    until: date | None = None,
    now: datetime,
) -> None:
    """Put a notice on the home page of each of these people."""
    for user_id in user_ids:
        db.add(
            Notice(
                id=uuid4(),
                user_id=user_id,
                kind=kind,
                about_id=about,
                client_id=client_id,
                by_id=by,
                text=text,
                since=since,
                until=until,
                made_at=now,
            )
        )
    db.flush()


def administrators(db: Session) -> list[UUID]:
    """The ids of the active administrators."""
    rows = (
        select(User.id)
        .join(user_roles, user_roles.c.user_id == User.id)
        .join(RoleRow, RoleRow.id == user_roles.c.role_id)
        .where(RoleRow.name == access.Role.ADMINISTRATOR.value, User.active.is_(True))
    )
    return list(db.scalars(rows))


def notices_of(db: Session, actor: Actor, today: date) -> list[NoticeView]:
    """What a person has not put away yet, the newest first; in one query."""
    rows = db.execute(_notices(), {"actor_id": actor.id, "today": today})
    return [NoticeView(*row) for row in rows]


@cache  # every home page asks it: put together once
def _notices() -> Select[Notice, str, str, str]:
    by = aliased(User)
    reader = aliased(User)
    actor_id = bindparam("actor_id", type_=Notice.user_id.type)
    today = bindparam("today", type_=Notice.until.type)
    told_still = or_(Notice.until.is_(None), Notice.until >= today, Notice.kind.in_(KEPT))
    return (
        select(Notice, Client.code, by.name, reader.name)
        .outerjoin(Client, (Client.id == Notice.client_id) & (Client.clinician_id == actor_id))
        .outerjoin(by, by.id == Notice.by_id)
        .outerjoin(reader, reader.id == Notice.about_id)
        .where(Notice.user_id == actor_id, Notice.seen_at.is_(None), told_still)
        .order_by(Notice.made_at.desc(), Notice.id)
    )


def put_away(db: Session, actor: Actor, notice_id: UUID, *, now: datetime) -> None:
    """Put a notice of one's own away; NotPermitted for anybody else's. Sent twice it stays as it was."""
    notice = db.get(Notice, notice_id)
    if notice is None or notice.user_id != actor.id:
        raise NotPermitted
    if notice.seen_at is None:
        notice.seen_at = now
        audit.record(
            db,
            "notice.seen",
            actor=actor.id,
            object_id=notice.about_id,
            client_id=notice.client_id,
            now=now,
        )


def end_about(db: Session, about: UUID, *, now: datetime) -> None:
    """Take every notice about something away, because it is over."""
    for notice in db.scalars(select(Notice).where(Notice.about_id == about)):
        notice.seen_at = notice.seen_at or now
