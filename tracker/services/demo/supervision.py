"""What the demo's supervisor has said and decided: a meeting behind, three flags looked at, a meeting to come."""

from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from functools import partial
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.people.access import Actor, Permission
from tracker.domain.rules.findings import Tier
from tracker.domain.supervision.sign_off import Review, ReviewAct
from tracker.models import Client
from tracker.services.office.practice import practice
from tracker.services.record.flag_rows import stored_flags
from tracker.services.record.reaching import flag_for
from tracker.services.supervision import flag_reviews, meetings
from tracker.services.supervision.meetings import ClientDecision

Act = Callable[..., None]
SAID = (
    ("BM", ReviewAct.COMMENT, "You asked before you explained. That was the order that helped."),
    ("BM", ReviewAct.ADDRESSED, ""),
    ("GW", ReviewAct.DISCUSS, "Bring the recording of that session."),
    ("KP", ReviewAct.ASKED, "What did KP say when you looked at the marks together?"),
)
DECIDED = {
    "ES": ClientDecision("Steady marks. Ask once what would make the hour one point better."),
    "CO": ClientDecision(
        "Slides since the change of plan.", what="Go through goals and tasks with CO again"
    ),
}


def acts(
    db: Session, supervisor: Actor, clinician: Actor, *, now: datetime
) -> Iterator[tuple[datetime, Act]]:
    """What the supervisor did, each with its moment."""
    yield now - timedelta(days=14), partial(_meet, db, supervisor, clinician)
    for place, (initials, act, note) in enumerate(SAID):
        moment = now - timedelta(minutes=8 - place)
        yield moment, partial(_say, db, supervisor, initials, act, note)
    yield now - timedelta(minutes=3), partial(_plan, db, supervisor, clinician)


def _client(db: Session, initials: str) -> UUID:
    return db.scalars(select(Client.id).where(Client.initials == initials)).one()


def _meet(db: Session, supervisor: Actor, clinician: Actor, *, now: datetime) -> None:
    """The meeting two weeks ago, in which two clients were talked about."""
    day = local_date(now, practice(db).time_zone)
    meeting = meetings.make_meeting(db, supervisor, clinician.id, day, now=now)
    for initials, said in DECIDED.items():
        who = clinician.id if said.what else None
        told = ClientDecision(
            said.note, said.what, who, day + timedelta(days=21) if said.what else None
        )
        meetings.decide(db, supervisor, meeting.id, {_client(db, initials): told}, now=now)


def _plan(db: Session, supervisor: Actor, clinician: Actor, *, now: datetime) -> None:
    """The meeting to come."""
    day = local_date(now, practice(db).time_zone) + timedelta(days=2)
    meetings.make_meeting(db, supervisor, clinician.id, day, now=now)


def _say(
    db: Session, supervisor: Actor, initials: str, act: ReviewAct, note: str, *, now: datetime
) -> None:
    """Say something about the last check-in of a client."""
    check_ins = [f for f in stored_flags(db, [_client(db, initials)]) if f.tier == Tier.CHECK_IN]
    flag_id = max(check_ins, key=lambda flag: flag.raised_at).id
    view, _ = flag_for(db, supervisor, flag_id, Permission.READ_RECORD, now=now)
    day = local_date(now, practice(db).time_zone) + timedelta(days=2)
    review = Review(act, note, day if act is ReviewAct.DISCUSS else None)
    seen = flag_reviews.thread(db, view).seen
    flag_reviews.review_flag(db, supervisor, flag_id, review, seen=seen, now=now)
