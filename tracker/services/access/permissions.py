"""Who may do what, to whom, today. Each verb looks up how the actor comes to it and asks the table in
`domain/people/access.py`; it raises with its reason, or gives back what was asked for.

Whoever may not is told the same as where there is nothing: AccessRefused is a NotPermitted, which pages answer as
absent.
"""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from tracker.domain.errors import NotNow
from tracker.domain.people.access import (
    AccessDecision,
    AccessRefused,
    Actor,
    Permission,
    Reach,
    WhyNot,
    decide,
)
from tracker.models import Client, Flag, Meeting, TherapySession
from tracker.services.access.standing_in import covered, emergency_open
from tracker.services.access.supervision import supervised
from tracker.services.office.actors import allowed
from tracker.services.office.practice import today as today_of

# A supervisor's page shows more often what they supervise than what they cover: that is asked first, to ask once.
OF_A_CLIENT = (Reach.OWN, Reach.SUPERVISED, Reach.COVER, Reach.EMERGENCY)
# Whoever does both reads the caseload as the one who treats.
OF_A_CASELOAD = (Reach.OWN, Reach.COVER, Reach.SUPERVISED)


# One client.


def client_for(
    db: Session,
    actor: Actor,
    client_id: UUID,
    right: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> Client:
    """The client, when the actor may do this to them. AccessRefused otherwise, also when there is no such client.

    `lock` keeps other writers of the same client waiting (on PostgreSQL; embedded, the transaction already does).
    """
    query = select(Client).where(Client.id == client_id)
    if lock:  # what is joined cannot be locked
        query = query.options(selectinload(Client.participants), selectinload(Client.measures))
        query = query.with_for_update()
    else:
        query = query.options(joinedload(Client.participants), joinedload(Client.measures))
    client = db.scalars(query).unique().one_or_none()
    if client is None:
        raise AccessRefused(AccessDecision(right, why_not=WhyNot.ABSENT))
    decision = decision_on(db, actor, client, right, now=now)
    if not decision:
        raise AccessRefused(decision)
    return client


def decision_on(
    db: Session, actor: Actor, client: Client, right: Permission, *, now: datetime
) -> AccessDecision:
    """Whether the actor may do this to the client, and by which reach or why not: for pages that show what one may."""
    for reach in OF_A_CLIENT:
        if actor.may(right, reach) and _reaches_client(db, actor, client, reach, now=now):
            return decide(actor, right, (reach,))
    return decide(actor, right, ())


def _reaches_client(
    db: Session, actor: Actor, client: Client, reach: Reach, *, now: datetime
) -> bool:
    if reach is Reach.EMERGENCY:
        return emergency_open(db, actor, client.id, now=now)
    return _reaches(db, actor, client.clinician_id, reach, today_of(db, now))


def _reaches(db: Session, actor: Actor, clinician_id: UUID, reach: Reach, today: date) -> bool:
    if reach is Reach.OWN:
        return clinician_id == actor.id
    known = covered if reach is Reach.COVER else supervised
    return clinician_id in known(db, actor, today)


def may_read_client(db: Session, actor: Actor, client_id: UUID, *, now: datetime) -> Client:
    """The client, for whoever treats or supervises them, or has their record open in an emergency."""
    return client_for(db, actor, client_id, Permission.READ_RECORD, now=now)


def may_change_client(
    db: Session, actor: Actor, client_id: UUID, *, now: datetime, lock: bool = False
) -> Client:
    """The client, for whoever treats them."""
    return client_for(db, actor, client_id, Permission.CHANGE_CLIENT, now=now, lock=lock)


def may_transfer_client(
    db: Session, actor: Actor, client_id: UUID, *, now: datetime, lock: bool = False
) -> Client:
    """The client, for their own clinician and nobody who stands in."""
    return client_for(db, actor, client_id, Permission.TRANSFER_CLIENT, now=now, lock=lock)


def may_record_session(
    db: Session, actor: Actor, client_id: UUID, *, now: datetime, lock: bool = False
) -> Client:
    """The client, for whoever treats them."""
    return client_for(db, actor, client_id, Permission.RECORD_SESSION, now=now, lock=lock)


def may_plan_care(
    db: Session, actor: Actor, client_id: UUID, *, now: datetime, lock: bool = False
) -> Client:
    """The client, for whoever treats them."""
    return client_for(db, actor, client_id, Permission.PLAN_CARE, now=now, lock=lock)


def may_answer_flags(
    db: Session, actor: Actor, client_id: UUID, *, now: datetime, lock: bool = False
) -> Client:
    """The client, for whoever treats them."""
    return client_for(db, actor, client_id, Permission.ANSWER_FLAG, now=now, lock=lock)


def may_read_reviews(db: Session, actor: Actor, client_id: UUID, *, now: datetime) -> Client:
    """The client, for whoever treats or supervises them; not in an emergency."""
    return client_for(db, actor, client_id, Permission.READ_REVIEWS, now=now)


def may_review_client(
    db: Session, actor: Actor, client_id: UUID, *, now: datetime, lock: bool = False
) -> Client:
    """The client, for whoever supervises them."""
    return client_for(db, actor, client_id, Permission.SUPERVISE, now=now, lock=lock)


# One flag of a client.


def client_of_flag(
    db: Session,
    actor: Actor,
    flag_id: UUID,
    right: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> Client:
    """The client of a flag, when the actor may do this to them. AccessRefused otherwise, also when there is no such
    flag."""
    client_id = db.scalar(select(Flag.client_id).where(Flag.id == flag_id))
    if client_id is None:
        raise AccessRefused(AccessDecision(right, why_not=WhyNot.ABSENT))
    return client_for(db, actor, client_id, right, now=now, lock=lock)


def may_sign_off_flag(
    db: Session, actor: Actor, client: Client, flag: Flag, *, now: datetime
) -> None:
    """Nothing, for whoever supervises the client and did none of the work; NotNow with the reason where it was their
    own. That they supervise was decided when the flag was read for them."""
    if is_own_work(db, actor, client, flag, now=now):
        raise NotNow(WhyNot.OWN_WORK)


def is_own_work(db: Session, actor: Actor, client: Client, flag: Flag, *, now: datetime) -> bool:
    """True for a flag that the actor answered, whose session they held, or whose client they treat while somebody is
    away: it is not theirs to sign off."""
    if any(answer.recorded_by_id == actor.id for answer in flag.answers):
        return True
    if client.clinician_id in covered(db, actor, today_of(db, now)):
        return True
    held_by = select(TherapySession.clinician_id).where(TherapySession.id == flag.session_id)
    return db.scalar(held_by) == actor.id


# The caseload of a clinician, and those of several.


def may_read_caseload(db: Session, actor: Actor, clinician_id: UUID, today: date) -> AccessDecision:
    """The decision, which says whether the reader treats these clients or supervises them. The same holds for the
    clinician's report and for the questions of supervision."""
    right = Permission.READ_CASELOAD
    for reach in OF_A_CASELOAD:
        if actor.may(right, reach) and _reaches(db, actor, clinician_id, reach, today):
            return decide(actor, right, (reach,))
    raise AccessRefused(decide(actor, right, ()))


def clinicians_for(db: Session, actor: Actor, right: Permission, today: date) -> frozenset[UUID]:
    """The clinicians to whose clients the actor may do this; none for whoever has not the right."""
    own = frozenset({actor.id} if actor.may(right, Reach.OWN) else ())
    stands_in = covered(db, actor, today) if actor.may(right, Reach.COVER) else frozenset()
    reads = supervised(db, actor, today) if actor.may(right, Reach.SUPERVISED) else frozenset()
    return own | stands_in | reads


def may_read_board(db: Session, actor: Actor, today: date) -> frozenset[UUID]:
    """The clinicians whose flags are on the actor's board."""
    allowed(actor, Permission.READ_BOARD)
    return clinicians_for(db, actor, Permission.READ_BOARD, today)


def may_supervise(db: Session, actor: Actor, today: date) -> frozenset[UUID]:
    """The clinicians with whom the actor meets."""
    allowed(actor, Permission.SUPERVISE)
    return clinicians_for(db, actor, Permission.SUPERVISE, today)


def may_plan_care_of(db: Session, actor: Actor, today: date) -> frozenset[UUID]:
    """The clinicians whose clients' care the actor plans: themselves, and those for whom they stand in."""
    allowed(actor, Permission.PLAN_CARE)
    return clinicians_for(db, actor, Permission.PLAN_CARE, today)


# Meetings.


def may_read_meeting(db: Session, actor: Actor, meeting_id: UUID, *, now: datetime) -> Meeting:
    """The meeting, for its clinician, and for its supervisor while they supervise."""
    return _meeting_for(db, actor, meeting_id, Permission.READ_MEETING, now=now)


def may_hold_meeting(db: Session, actor: Actor, meeting_id: UUID, *, now: datetime) -> Meeting:
    """The meeting, for its supervisor while they supervise."""
    return _meeting_for(db, actor, meeting_id, Permission.SUPERVISE, now=now)


def _meeting_for(
    db: Session, actor: Actor, meeting_id: UUID, right: Permission, *, now: datetime
) -> Meeting:
    meeting = db.get(Meeting, meeting_id)
    if meeting is None:
        raise AccessRefused(AccessDecision(right, why_not=WhyNot.ABSENT))
    held = {Reach.OWN} if meeting.clinician_id == actor.id else set()
    if meeting.supervisor_id == actor.id:  # another's meeting is closed to whoever supervises too
        whom = clinicians_for(db, actor, Permission.SUPERVISE, today_of(db, now))
        held |= {Reach.SUPERVISED} if meeting.clinician_id in whom else set()
    decision = decide(actor, right, held)
    if not decision:
        raise AccessRefused(decision)
    return meeting


# What reaches no client.


def may_arrange_cover(actor: Actor, clinician_id: UUID) -> None:
    """Nothing, for the clinician who is away and for whoever runs the practice; AccessRefused for anyone else."""
    own = {Reach.OWN} if clinician_id == actor.id else set()
    decision = decide(actor, Permission.ARRANGE_COVER, own | {Reach.PRACTICE})
    if not decision:
        raise AccessRefused(decision)
