"""Who supervises whom, from which day to which."""

from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.people import access
from tracker.domain.people.access import Actor, Permission
from tracker.models import NoticeKind, SupervisionLink, User
from tracker.services.access import notices
from tracker.services.office.actors import actor_of, allowed
from tracker.services.trail import audit


def link_supervision(
    db: Session,
    actor: Actor | None = None,
    *,
    supervisor: UUID,
    clinician: UUID,
    starts_on: date,
    ends_on: date | None = None,
    now: datetime,
) -> SupervisionLink:
    """The link: the supervisor reads the clinician's caseload from one day to another; no end means it goes on.

    One that holds on some of these days is widened to the first of them, and given the new end, instead. The clinician
    is told when somebody else made or changed it.
    """
    by = allowed(actor, Permission.MANAGE_PEOPLE)
    problem = _problem(db, supervisor, clinician, starts_on, ends_on)
    if problem:
        raise Incomplete(problem)
    links = _holding(db, supervisor, clinician, starts_on, ends_on)
    before = [(link.starts_on, link.ends_on) for link in links]
    if not links:
        people = {"supervisor_id": supervisor, "clinician_id": clinician}
        links.append(SupervisionLink(id=uuid4(), **people, starts_on=starts_on, ends_on=ends_on))
        db.add(links[0])
    link, *others = links
    for other in others:  # one link for all of these days
        db.delete(other)
    link.starts_on = min(link.starts_on, starts_on)
    link.ends_on = ends_on
    db.flush()
    if by != clinician and before != [(link.starts_on, link.ends_on)]:
        _tell(db, link, by, now=now)
    event = "supervision.linked"
    audit.record(db, event, actor=by, object_id=supervisor, now=now, clinician=str(clinician))
    return link


def _holding(
    db: Session, supervisor: UUID, clinician: UUID, starts_on: date, ends_on: date | None
) -> list[SupervisionLink]:
    """The links of the two that hold on some of these days, the first to begin on top."""
    rows = select(SupervisionLink).where(
        SupervisionLink.supervisor_id == supervisor,
        SupervisionLink.clinician_id == clinician,
        (SupervisionLink.ends_on.is_(None)) | (SupervisionLink.ends_on >= starts_on),
        SupervisionLink.starts_on <= (ends_on or date.max),
    )
    return list(db.scalars(rows.order_by(SupervisionLink.starts_on)))


def _tell(db: Session, link: SupervisionLink, by: UUID | None, *, now: datetime) -> None:
    """Tell the clinician who reads their caseload, and from when to when."""
    who = [link.clinician_id]
    kind = NoticeKind.SUPERVISED
    about = link.supervisor_id
    since = link.starts_on
    until = link.ends_on
    notices.tell(db, who, kind, "", by=by, about=about, since=since, until=until, now=now)


def _problem(
    db: Session, supervisor: UUID, clinician: UUID, starts_on: date, ends_on: date | None
) -> dict[str, str]:
    if supervisor == clinician:
        return {"clinician": "A supervisor cannot supervise themselves"}
    for user_id, role in ((supervisor, access.Role.SUPERVISOR), (clinician, access.Role.CLINICIAN)):
        user = db.get(User, user_id)
        if user is None:
            return {role.value: "Choose somebody from the list"}
        if role not in actor_of(user).roles:
            return {role.value: f"{user.email} has not the role {role.value}"}
        if not user.active:
            return {role.value: f"The account of {user.email} is disabled"}
    if ends_on is not None and ends_on < starts_on:
        return {"until": "The last day must not be before the first"}
    return {}


def links_of(db: Session, user_id: UUID, today: date) -> list[tuple[SupervisionLink, User, User]]:
    """The links of a person that hold on that day or later, with supervisor and clinician, in order."""
    people = {user.id: user for user in db.scalars(select(User))}
    rows = select(SupervisionLink).where(
        (SupervisionLink.supervisor_id == user_id) | (SupervisionLink.clinician_id == user_id),
        (SupervisionLink.ends_on.is_(None)) | (SupervisionLink.ends_on >= today),
    )
    links = [
        (link, people[link.supervisor_id], people[link.clinician_id]) for link in db.scalars(rows)
    ]
    return sorted(links, key=lambda row: (row[1].name, row[2].name, row[0].starts_on))


def end_link(
    db: Session, actor: Actor | None, link_id: UUID, *, today: date, now: datetime
) -> UUID:
    """End a link at once; the id of its supervisor. Nobody reads by it from this moment on."""
    by = allowed(actor, Permission.MANAGE_PEOPLE)
    link = db.get(SupervisionLink, link_id)
    if link is None:
        raise NotPermitted
    _end(db, link, by, today=today, now=now)
    return link.supervisor_id


def end_links(
    db: Session,
    by: UUID | None,
    user_id: UUID,
    roles: frozenset[access.Role],
    *,
    today: date,
    now: datetime,
) -> int:
    """End every link that a person has by one of these roles, which they no longer hold; how many there were."""
    count = 0
    for link, supervisor, _ in links_of(db, user_id, today):
        role = access.Role.SUPERVISOR if supervisor.id == user_id else access.Role.CLINICIAN
        if role in roles:
            _end(db, link, by, today=today, now=now)
            count += 1
    return count


def _end(
    db: Session, link: SupervisionLink, by: UUID | None, *, today: date, now: datetime
) -> None:
    """A link holds through its last day, so it ends with yesterday; one that has no yesterday goes.

    The audit chain keeps both ends of every link.
    """
    yesterday = today - timedelta(days=1)
    if link.starts_on > yesterday:
        db.delete(link)
    else:
        link.ends_on = yesterday
    db.flush()
    supervisor = link.supervisor_id
    clinician = str(link.clinician_id)
    audit.record(
        db, "supervision.ended", actor=by, object_id=supervisor, now=now, clinician=clinician
    )


def supervised(db: Session, actor: Actor, today: date) -> frozenset[UUID]:
    """The clinicians whose caseloads the actor reads on that day."""
    if access.Role.SUPERVISOR not in actor.roles:
        return frozenset()
    links = select(SupervisionLink.clinician_id).where(
        SupervisionLink.supervisor_id == actor.id,
        SupervisionLink.starts_on <= today,
        (SupervisionLink.ends_on.is_(None)) | (SupervisionLink.ends_on >= today),
    )
    return frozenset(db.scalars(links))
