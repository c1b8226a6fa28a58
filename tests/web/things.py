"""The things of one client: everything that has an address, made through the services, and their ids."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.conftest import START, Cast, log, new_client, one_more, weeks
from tracker import clock, db
from tracker.domain.care.objectives import EachAddressed, Window
from tracker.domain.care.repair_work import Act, Work
from tracker.domain.care.treatment import EndedHow, Ending
from tracker.domain.course.adaptations import AdaptationKind
from tracker.domain.course.handover import Way
from tracker.domain.course.schedule import Plan
from tracker.domain.course.sessions import NoRating, Status
from tracker.domain.library.suggestions import About, Credit
from tracker.domain.people.access import Actor, Role
from tracker.models import (
    Action,
    EmergencyAccess,
    Notice,
    NoticeKind,
    SignIn,
    SupervisionLink,
)
from tracker.services.access import notices, sign_ins, supervision
from tracker.services.care import (
    adaptations,
    goals,
    objectives,
    repairs,
    schedule,
    treatments,
)
from tracker.services.care.adaptations import AdaptationDetails
from tracker.services.care.objectives import ObjectiveWish
from tracker.services.handover import handovers, session_moves
from tracker.services.library import learning, suggestions
from tracker.services.office.actors import actor_of
from tracker.services.office.practice import today
from tracker.services.people import covers
from tracker.services.record import clients, records
from tracker.services.supervision import board, meetings
from tracker.services.supervision.meetings import ClientDecision


@dataclass(frozen=True)
class Ids:
    """The ids of one client's things."""

    client: UUID
    session: UUID
    flag: UUID
    clinician: UUID
    link: UUID
    sign_in: UUID
    repair: UUID
    entry: UUID
    missed: UUID
    scheduled: UUID
    goal: UUID
    goal_entry: UUID
    adaptation: UUID
    objective: UUID
    handover: UUID
    view: UUID
    meeting: UUID
    action: UUID
    emergency: UUID
    cover: UUID
    notice: UUID
    suggestion: UUID
    learning_try: UUID
    ended: UUID
    removed: UUID


def absent_ids() -> Ids:
    """Ids of nothing."""
    return Ids(*(uuid4() for _ in range(25)))


def supervised_by(cast: Cast, actor: Actor, client_id: UUID) -> tuple[UUID, UUID, UUID]:
    """A view of the supervisor's board, a meeting with the clinician, and an action agreed in it. The outsider has
    another supervisor, whom nobody plays."""
    now = clock.now()
    with db.transaction() as writing:
        day, holder = today(writing, now), cast.supervisor
        if actor != cast.clinician:
            holder = another_supervisor(writing, actor)
        view = board.save_view(writing, holder, "Mine", {"show": "all"}, now=now)
        meeting = meetings.make_meeting(writing, holder, actor.id, day, now=now)
        agreed = ClientDecision(what="Listen to a recording", who=actor.id)
        meetings.decide(writing, holder, meeting.id, {client_id: agreed}, now=now)
        action = writing.scalar(select(Action.id).where(Action.client_id == client_id))
    return view.id, meeting.id, action


def stood_in_for(cast: Cast, actor: Actor, client_id: UUID) -> tuple[UUID, UUID, UUID]:
    """A record opened in an emergency, which is closed again, a cover that is over, and a notice to the clinician."""
    now, other = clock.now(), cast.outsider if actor == cast.clinician else cast.clinician
    holder = cast.supervisor if actor == cast.clinician else cast.administrator
    with db.transaction() as writing:
        day = today(writing, now)
        made = covers.arrange(writing, actor, actor.id, other.id, (day, day), "Leave", now=now)
        covers.end_cover(writing, actor, made.id, now=now)
        opened = EmergencyAccess(
            client_id=client_id,
            user_id=holder.id,
            clinician_id=actor.id,
            reason="Nobody was there",
            opened_at=now,
            ended_at=now,
        )
        writing.add(opened)
        writing.flush()
        kind = NoticeKind.EMERGENCY
        notices.tell(writing, [actor.id], kind, "Nobody was there", by=holder.id, now=now)
        own = (Notice.user_id == actor.id) & (Notice.kind == kind)
        notice = writing.scalar(select(Notice.id).where(own))
    return opened.id, made.id, notice


def read_in_the_library(actor: Actor) -> tuple[UUID, UUID]:
    """A suggestion for a card, and a go at the cases of a concept."""
    now = clock.now()
    wanted = suggestions.SuggestionText(About.UNCLEAR, "Shorter", "Own experience", Credit.UNNAMED)
    with db.transaction() as writing:
        suggested = suggestions.submit(writing, actor, "cards/bond-fell", wanted, now=now)
        begun = learning.begin(writing, actor, "foundations", now=now)
    return suggested.id, begun.id


def ended_with(actor: Actor) -> UUID:
    """A client whose therapy has ended."""
    now = clock.now()
    with db.transaction() as writing:
        client = clients.add_client(writing, actor, new_client(), now=now)
        ending = Ending(today(writing, now), EndedHow.PLANNED)
        treatments.end(writing, actor, client.id, ending, client.version, now=now)
    return client.id


def taken_back_by(actor: Actor, client_id: UUID) -> UUID:
    """A session of the client that was taken back."""
    session_id = log(actor, client_id, weeks(4), 8, 8, 8, 8)
    with db.transaction() as writing:
        now = clock.now()
        session_moves.take_back(writing, actor, session_id, "A slip", 1, now=now)
    return session_id


def another_supervisor(writing: Session, clinician: Actor) -> Actor:
    """Somebody who supervises the clinician, and is none of the cast."""
    now = clock.now()
    user = one_more(writing, "Other", Role.SUPERVISOR)
    people = {"supervisor": user.id, "clinician": clinician.id}
    supervision.link_supervision(writing, **people, starts_on=START, now=now)
    return actor_of(user)


def ids_of(cast: Cast, name: str) -> Ids:
    """The things of the clinician's, or the outsider's, client."""
    actor = cast.named(name)
    client_id = cast.client_id if name == "clinician" else cast.other_client_id
    log(actor, client_id, weeks(0), 8, 8, 8, 8)
    session_id = log(actor, client_id, weeks(1), 5, 8, 8, 8)
    with db.reading() as reading:
        (flag,) = records.record(reading, actor, client_id, now=clock.now()).flags
        link_id = reading.scalar(select(SupervisionLink.id))
    with db.transaction() as writing:
        sign_ins.open_sign_in(writing, actor.id, now=clock.now())
        sign_in_id = writing.scalar(select(SignIn.id).where(SignIn.user_id == actor.id))
        opened = repairs.open_repair(
            writing, actor, client_id, session_id, Work(Act.OPENED), now=clock.now()
        )
        repair = (opened.id, opened.entries[0].id)
        day = today(writing, clock.now())
        (ahead,) = schedule.schedule(writing, actor, client_id, Plan(day), now=clock.now())
        goal = goals.set_goal(writing, actor, client_id, "Sleep", day, now=clock.now())
        what = AdaptationDetails(day, AdaptationKind.PACING, "Slower")
        adapted = adaptations.record_adaptation(writing, actor, client_id, what, now=clock.now())
        aim = ObjectiveWish(EachAddressed(), Window(day, day + timedelta(weeks=8)), "Every time")
        set_aim = objectives.set_objective(writing, actor, client_id, aim, now=clock.now())
        work = (goal.id, goal.entries[0].id, adapted.id, set_aim.id)
    missed = log(actor, client_id, weeks(2), status=Status.MISSED)
    asked = log(actor, client_id, weeks(3), no_rating=NoRating.NOT_ASKED)
    with db.transaction() as writing:
        link = handovers.HandoverWish(Way.LINK, ("session-check",))
        (given,) = handovers.hand_over(writing, actor, asked, link, now=clock.now())
    more = (
        sign_in_id,
        *repair,
        missed,
        ahead.id,
        *work,
        given.id,
        *supervised_by(cast, actor, client_id),
        *stood_in_for(cast, actor, client_id),
        *read_in_the_library(actor),
        ended_with(actor),
        taken_back_by(actor, client_id),
    )
    return Ids(client_id, session_id, flag.flag.id, actor.id, link_id, *more)
