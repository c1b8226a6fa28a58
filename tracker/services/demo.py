"""A fictional caseload, made through the services as people would make it, over the months before today.

stable courses · a slow slide · a drop answered · a drop open · tens throughout · gaps · a missed session · a new client
"""

from collections.abc import Callable
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.access import Actor, Role
from tracker.domain.entries import Entered
from tracker.domain.findings import Tier
from tracker.domain.measures import Rater
from tracker.domain.sessions import NoRating, Status
from tracker.reference.loader import measures
from tracker.services import accounts, clients, flag_answers, sessions, supervision
from tracker.services.actors import actor_of
from tracker.services.demo_stories import DECLINED, ELSEWHERE, MISSED, STORIES, UNRATED, Story
from tracker.services.flag_answers import Reply
from tracker.services.flag_views import stored_flags
from tracker.services.practice import practice
from tracker.services.ratings import Entry, Key

PEOPLE = (
    ("clinician@demo.example", "Noor Haddad", frozenset({Role.CLINICIAN})),
    ("supervisor@demo.example", "Tomas Lind", frozenset({Role.SUPERVISOR})),
    ("administrator@demo.example", "Ines Prado", frozenset({Role.ADMINISTRATOR})),
    ("outsider@demo.example", "Jonas Weber", frozenset({Role.CLINICIAN})),
)


def make(
    db: Session, hash_password: Callable[[str], str], password: str, *, now: datetime
) -> list[str]:
    """Fill an empty database with the fictional caseload; the e-mail addresses of who can sign in."""
    start = now - timedelta(days=120)
    people = {}
    for email, name, roles in PEOPLE:
        user = accounts.add_account(
            db,
            None,
            email=email,
            name=name,
            roles=roles,
            password_hash=hash_password(password),
            now=start,
        )
        people[email.split("@")[0]] = user
    supervision.link_supervision(
        db,
        supervisor=people["supervisor"].id,
        clinician=people["clinician"].id,
        starts_on=start.date(),
        now=start,
    )
    for name, stories in (("clinician", STORIES), ("outsider", ELSEWHERE)):
        actor = actor_of(people[name])
        for story in stories:
            _tell(db, actor, story, now=now)
    return [email for email, _, _ in PEOPLE]


def _tell(db: Session, actor: Actor, story: Story, *, now: datetime) -> None:
    last = _noon(now) - timedelta(days=story.ended)
    days = [last - timedelta(weeks=len(story.weeks) - 1 - n) for n in range(len(story.weeks))]
    first = min([*days, last])
    client = clients.add_client(
        db,
        actor,
        clients.Details(
            age_band=story.age,
            format=story.format,
            starts_on=local_date(first, practice(db).time_zone),
            usual_setting=story.setting,
            measure_keys=(story.measure, *story.others),
            initials=story.initials,
        ),
        now=first,
    )
    for week, day in enumerate(days):
        if story.weeks[week] == "-":
            continue
        session_id = _log(db, actor, client.id, story, week, day)
        if week in story.replies:
            moment = day + timedelta(minutes=5)
            _reply(db, actor, client.id, session_id, story.replies[week], now=moment)


def _noon(now: datetime) -> datetime:
    """Noon of the day, or this moment when it is not yet noon: the demo has no session in the future."""
    return min(datetime.combine(now.date(), time(12), UTC), now - timedelta(minutes=10))


def _log(
    db: Session, actor: Actor, client_id: UUID, story: Story, week: int, day: datetime
) -> UUID:
    marks = story.weeks[week]
    ratings: dict[Key, Entered] = {}
    if marks not in (MISSED, UNRATED, DECLINED):
        ratings[story.measure, Rater.CLIENT] = _entered(story.measure, marks)
    for key, rater, texts in (
        (story.others[0], Rater.CLIENT, story.wellbeing),
        (story.measure, Rater.THERAPIST, story.therapist),
    ):
        if len(texts) > week and texts[week]:
            ratings[key, rater] = _entered(key, texts[week])
    silent = {UNRATED: NoRating.NOT_ASKED, DECLINED: NoRating.DECLINED}.get(marks)
    details = sessions.Details(
        held_on=local_date(day, practice(db).time_zone),
        status=Status.MISSED if marks == MISSED else Status.ATTENDED,
        setting=story.setting,
        no_rating=silent,
    )
    return sessions.log_session(db, actor, client_id, details, Entry(ratings), now=day).id


def _entered(key: str, marks: str) -> Entered:
    values = [Fraction(mark) for mark in marks.split()]
    items = measures()[key].items
    if len(values) == 1:
        return Entered(total=values[0])
    return Entered({item.key: value for item, value in zip(items, values, strict=True)})


def _reply(
    db: Session, actor: Actor, client_id: UUID, session_id: UUID, reply: Reply, *, now: datetime
) -> None:
    """Answer the check-in of a session, or acknowledge its risk item."""
    raised = {
        flag.session_id: flag.id
        for flag in stored_flags(db, [client_id])
        if flag.tier in (Tier.RISK, Tier.CHECK_IN)
    }
    flag_answers.answer_flag(db, actor, raised[session_id], reply, now=now)
