"""Supervision meetings: put down for a day, read by both, and what was decided in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.people.access import Actor, Permission
from tracker.domain.supervision.agenda import Ended
from tracker.models import Action, ClientReview, Meeting, User
from tracker.services.access import permissions
from tracker.services.office.actors import allowed
from tracker.services.office.practice import today
from tracker.services.record.locks import lock_clients
from tracker.services.supervision.client_reviews import NOTE_LENGTH, stored_review
from tracker.services.trail import audit

BACK = timedelta(weeks=4)
AHEAD = timedelta(days=366)  # design defaults
WHAT_LENGTH = 200
Counted = dict[UUID | None, int]


@dataclass(frozen=True)
class ClientDecision:
    """What was decided about one client. `what` is an action: who does it, and by when."""

    note: str = ""
    what: str = ""
    who: UUID | None = None
    due_on: date | None = None


@dataclass(frozen=True)
class MeetingSummary:
    """A meeting in a list: whose it is, how many clients were looked at in it, and how many actions are open."""

    meeting: Meeting
    supervisor: str
    clinician: str
    reviewed: int
    open_actions: int


def meetings_of(db: Session, actor: Actor, *, now: datetime) -> list[MeetingSummary]:
    """The meetings that a person may read, the latest first: their own as clinician, and as supervisor those with
    clinicians whom they supervise today."""
    allowed(actor, Permission.READ_MEETING)
    day = today(db, now)
    read = permissions.clinicians_for(db, actor, Permission.SUPERVISE, day)
    mine = Meeting.clinician_id == actor.id
    as_supervisor = (Meeting.supervisor_id == actor.id) & Meeting.clinician_id.in_(read)
    rows = select(Meeting).where(mine | as_supervisor).order_by(Meeting.meets_on.desc())
    meetings = list(db.scalars(rows))
    reviewed, waiting = _counts(db, [meeting.id for meeting in meetings])
    names = people(db, {i for m in meetings for i in (m.supervisor_id, m.clinician_id)})
    return [
        MeetingSummary(
            meeting,
            names[meeting.supervisor_id],
            names[meeting.clinician_id],
            reviewed.get(meeting.id, 0),
            waiting.get(meeting.id, 0),
        )
        for meeting in meetings
    ]


def _counts(db: Session, ids: list[UUID]) -> tuple[Counted, Counted]:
    """By meeting, how many reviews there were in it, and how many actions of it are open."""
    where = ClientReview.meeting_id
    count = func.count()
    reviews = select(where, count).where(where.in_(ids)).group_by(where)
    still = reviews.join(Action, Action.review_id == ClientReview.id)
    both = (reviews, still.where(Action.ended_at.is_(None)))
    first, second = ({row[0]: row[1] for row in db.execute(each)} for each in both)
    return first, second


def people(db: Session, ids: set[UUID]) -> dict[UUID, str]:
    """The names of these people by id."""
    named = select(User.id, User.name).where(User.id.in_(ids)).order_by(User.name)
    return {row.id: row.name for row in db.execute(named)} if ids else {}


def make_meeting(
    db: Session, actor: Actor, clinician_id: UUID | None, meets_on: date | None, *, now: datetime
) -> Meeting:
    """The meeting with a clinician on that day; the one that is there already."""
    day = today(db, now)
    read = permissions.may_supervise(db, actor, day)
    problems = {}
    if clinician_id is None or clinician_id not in read:
        problems["clinician"] = "Choose the clinician from the list"
    if meets_on is None or not day - BACK <= meets_on <= day + AHEAD:
        problems["meets_on"] = "Enter a day within the last four weeks or the year to come"
    if problems:
        raise Incomplete(problems)
    assert clinician_id
    assert meets_on
    pair = {"supervisor_id": actor.id, "clinician_id": clinician_id, "meets_on": meets_on}
    there = db.scalar(select(Meeting).filter_by(**pair))
    if there is not None:
        return there
    meeting = Meeting(id=uuid4(), **pair, made_at=now)
    db.add(meeting)
    db.flush()
    with_whom = str(clinician_id)
    audit.record(
        db, "meeting.made", actor=actor.id, object_id=meeting.id, now=now, clinician=with_whom
    )
    return meeting


def decide(
    db: Session,
    actor: Actor,
    meeting_id: UUID,
    decided: Mapping[UUID, ClientDecision],
    *,
    seen: str | None = None,
    now: datetime,
) -> int:
    """Store what was decided about each of these clients; how many they are. Each is looked at in supervision by it.
    `seen` is how many had been decided on when the page was shown: Stale when another tab has saved meanwhile."""
    meeting = permissions.may_hold_meeting(db, actor, meeting_id, now=now)
    if not decided:
        raise Incomplete(
            {"form": "Tick the clients who were talked about, or write what was decided"}
        )
    on = min(meeting.meets_on, today(db, now))
    lock_clients(db, decided)
    if seen not in (None, str(decided_on(db, meeting.id))):
        raise Stale("Something was decided in another tab meanwhile. Look at it, and save again")
    for client_id, decision in decided.items():
        client = permissions.may_review_client(db, actor, client_id, now=now, lock=True)
        if client.clinician_id != meeting.clinician_id:
            raise NotPermitted
        if problems := _problems(meeting, decision, on):
            raise Incomplete({f"{client_id}-{name}": text for name, text in problems.items()})
        made = stored_review(
            db, actor, client, decision.note, on=on, meeting_id=meeting.id, now=now
        )
        if decision.what.strip():
            _agree(db, actor, made, decision, now=now)
    return len(decided)


def decided_on(db: Session, meeting_id: UUID) -> int:
    """How many entries a meeting has led to."""
    of = select(func.count()).where(ClientReview.meeting_id == meeting_id)
    return db.scalar(of) or 0


def _problems(meeting: Meeting, decision: ClientDecision, on: date) -> dict[str, str]:
    problems = {}
    if len(decision.note.strip()) > NOTE_LENGTH:
        problems["note"] = f"The text must be {NOTE_LENGTH} characters or fewer"
    if len(decision.what.strip()) > WHAT_LENGTH:
        problems["what"] = f"The action must be {WHAT_LENGTH} characters or fewer"
    if decision.what.strip() and decision.who not in (meeting.supervisor_id, meeting.clinician_id):
        problems["who"] = "Choose who does it"
    if decision.due_on and not on <= decision.due_on <= on + AHEAD:
        problems["due_on"] = "The day must be after the meeting, and within a year"
    if not decision.what.strip() and (decision.who or decision.due_on):
        problems["what"] = "Say what is to be done"
    return problems


def _agree(
    db: Session, actor: Actor, review: ClientReview, decision: ClientDecision, *, now: datetime
) -> None:
    row = Action(
        id=uuid4(),
        review_id=review.id,
        client_id=review.client_id,
        what=decision.what.strip(),
        who_id=decision.who,
        due_on=decision.due_on,
        recorded_at=now,
        recorded_by_id=actor.id,
    )
    db.add(row)
    db.flush()
    who = actor.id
    ids = {"review": str(review.id)}
    event = "action.agreed"
    client_id = row.client_id
    audit.record(db, event, actor=who, object_id=row.id, client_id=client_id, now=now, **ids)


def end_action(
    db: Session, actor: Actor, action_id: UUID, ended: Ended | None, *, now: datetime
) -> Action:
    """The action, ended; by its clinician or whoever supervises. NotNow when somebody has ended it already."""
    action = db.get(Action, action_id, with_for_update=True)
    if action is None:
        raise NotPermitted
    permissions.may_read_reviews(db, actor, action.client_id, now=now)
    if ended is None:
        raise Incomplete({"ended": "Select how it ended"})
    if action.ended_at is not None:
        raise NotNow("This action was ended already. Nothing was changed.")
    action.ended_as = ended
    action.ended_at = now
    action.ended_by_id = actor.id
    who = actor.id
    what = "action.ended"
    client_id = action.client_id
    how = ended.value
    audit.record(
        db, what, actor=who, object_id=action.id, client_id=client_id, now=now, ended_as=how
    )
    return action
