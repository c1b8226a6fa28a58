"""A fictional caseload, made through the services as people would make it, over the months before today.

stable courses · a slow slide · a drop answered · a drop open · tens throughout · gaps · a missed session · a new client
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from fractions import Fraction
from typing import Literal
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.access import Actor, Role
from tracker.domain.clients import AgeBand, Format
from tracker.domain.flags import Answer, Move, Rupture
from tracker.domain.measures import Entered, Rater
from tracker.domain.sessions import NoRating, Setting, Status
from tracker.services import accounts, clients, flags, sessions
from tracker.services.clients import NewClient
from tracker.services.course import course
from tracker.services.flag_views import stored_flags
from tracker.services.flags import Reply
from tracker.services.ratings import Entry, Key

OWN, WELL, ITEMS = "session-check", "wellbeing-check", "alliance-items"
MISSED: Literal["missed"] = "missed"
UNRATED: Literal["unrated"] = "unrated"
DECLINED: Literal["declined"] = "declined"
Week = str  # "8 8 7 8": four marks; or one of the words above; or "-" for a week without a session

PEOPLE = (
    ("clinician@demo.example", "Noor Haddad", frozenset({Role.CLINICIAN})),
    ("supervisor@demo.example", "Tomas Lind", frozenset({Role.SUPERVISOR})),
    ("administrator@demo.example", "Ines Prado", frozenset({Role.ADMINISTRATOR})),
    ("outsider@demo.example", "Jonas Weber", frozenset({Role.CLINICIAN})),
)
TALKED = Reply(
    Answer.TALKED,
    moves=(Move.ASKED_DIFFERENT, Move.INVITED_VIEW, Move.OWNED_PART),
    rupture=Rupture.WITHDRAWAL,
    note="Homework had felt like a test. We made it smaller together.",
)


@dataclass(frozen=True)
class Story:
    """One fictional client: a week's marks after the other, the last one `ended` days before today."""

    initials: str
    weeks: tuple[Week, ...]
    wellbeing: tuple[str, ...] = ()
    therapist: tuple[str, ...] = ()
    measure: str = OWN
    format: Format = Format.INDIVIDUAL
    age: AgeBand = AgeBand.ADULT
    setting: Setting = Setting.IN_PERSON
    ended: int = 2
    replies: dict[int, Reply] = field(default_factory=dict)  # by week, to the check-in of that week
    others: tuple[str, ...] = (WELL,)


STORIES = (
    Story(  # a drop that nobody has answered yet
        "AK",
        (
            "7 7 6 7",
            "8 7 7 8",
            "8 8 7 8",
            MISSED,
            "8 8 8 8",
            "9 8 8 8",
            "8 8 8 9",
            "8 8 8 8",
            "5 7 7 6",
        ),
        (
            "4 5 5 3",
            "4 5 5 4",
            "5 5 6 4",
            "",
            "5 6 6 5",
            "6 6 6 5",
            "6 6 7 6",
            "6 7 6 6",
            "5 6 6 5",
        ),
        (
            "6 7 6 7",
            "7 7 7 7",
            "7 8 7 8",
            "",
            "8 8 8 8",
            "8 8 7 8",
            "8 8 8 8",
            "8 8 8 8",
            "8 8 7 8",
        ),
        ended=0,
    ),
    Story(  # a drop, talked about in the session, and back after it
        "BM",
        (
            "8 8 7 8",
            "8 8 8 8",
            "9 8 8 9",
            "9 9 8 9",
            "6 8 5 6",
            "8 8 7 8",
            "9 8 8 9",
            "9 9 9 9",
            "9 9 8 9",
        ),
        (
            "3 4 5 3",
            "4 4 5 3",
            "4 5 5 4",
            "5 5 5 5",
            "4 5 5 4",
            "5 6 6 5",
            "6 6 6 6",
            "7 7 6 6",
            "7 7 7 7",
        ),
        replies={4: TALKED},
        ended=3,
    ),
    Story(  # sliding down without a single drop
        "CO",
        (
            "9 9 8 9",
            "9 8 8 9",
            "8 8 8 8",
            "8 8 7 8",
            "8 7 7 7",
            "7 7 7 7",
            "7 6 6 7",
            "6 6 6 6",
            "6 6 5 6",
        ),
        (
            "5 5 6 5",
            "5 5 6 5",
            "5 5 5 5",
            "5 5 5 4",
            "4 5 5 4",
            "4 5 5 4",
            "4 4 5 4",
            "4 4 5 3",
            "4 4 4 3",
        ),
        ended=1,
    ),
    Story(  # tens from the beginning
        "DR",
        ("10 10 10 10",) * 7,
        ("4 4 5 4", "4 4 5 4", "4 5 5 4", "4 4 5 4", "4 4 4 4", "4 5 5 4", "4 4 5 4"),
        age=AgeBand.YOUNG_ADULT,
        ended=4,
    ),
    Story(  # steady, on video
        "ES",
        (
            "7 8 8 8",
            "8 8 8 8",
            "8 8 7 8",
            "8 8 8 8",
            "8 9 8 8",
            "8 8 8 8",
            "9 8 8 8",
            "8 8 8 8",
            "8 9 8 9",
            "9 9 8 9",
        ),
        (
            "3 4 4 3",
            "4 4 4 4",
            "4 5 4 4",
            "5 5 5 5",
            "5 5 5 5",
            "6 6 5 6",
            "6 6 6 6",
            "7 7 6 7",
            "7 7 7 7",
            "8 8 7 8",
        ),
        setting=Setting.VIDEO,
        ended=5,
    ),
    Story(  # a gap of six weeks in the middle
        "FT",
        ("8 7 7 8", "8 8 7 8", "8 8 8 8", "-", "-", "-", "-", "-", "7 7 7 7", "8 7 7 8", "8 8 8 8"),
        ("5 5 5 4", "5 5 5 5", "6 5 6 5", "", "", "", "", "", "5 5 5 5", "5 6 5 5", "6 6 6 6"),
        ended=6,
    ),
    Story(  # a drop that is planned for the next session
        "GW",
        ("8 8 8 8", "8 9 8 8", "9 9 8 9", "9 9 9 9", "8 6 8 7"),
        ("4 4 4 4", "4 5 4 4", "5 5 5 5", "5 5 5 5", "5 5 5 5"),
        replies={4: Reply(Answer.NEXT_SESSION, note="Ran out of time; on top of next week.")},
        ended=6,
    ),
    Story(  # no rating for three sessions
        "HB",
        ("7 7 7 7", "7 8 7 7", "7 7 7 7", UNRATED, DECLINED, UNRATED),
        ended=3,
    ),
    Story(  # a couple, with the licensed form's totals
        "JN",
        ("32.4", "33.1", "34.0", "33.6", "30.9", "34.2"),
        measure="srs",
        others=("ors",),
        wellbeing=("19.2", "20.1", "21.0", "22.4", "21.7", "23.9"),
        format=Format.COUPLE,
        replies={4: Reply(Answer.EXPLAINED, note="A hard week at home, nothing about us.")},
        ended=2,
    ),
    Story(  # five statements from 1 to 5
        "KP",
        ("4 4 3 4 4", "4 4 4 4 4", "4 4 4 4 5", "5 4 4 4 5", "4 4 4 3 4"),
        measure=ITEMS,
        wellbeing=("5 5 5 5", "5 5 5 5", "6 5 5 5", "6 6 6 5", "5 6 6 5"),
        age=AgeBand.OLDER_ADULT,
        ended=1,
    ),
    Story("LZ", ("6 6 6 6",), ("4 4 3 3",), age=AgeBand.ADOLESCENT, ended=7),  # one session
    Story("MV", ()),  # nobody has rated yet
)
ELSEWHERE = (
    Story("NY", ("8 8 8 8", "8 8 8 8", "8 5 8 7"), ("5 5 5 5", "5 5 5 5", "5 5 5 5"), ended=1),
    Story("OX", ("9 9 9 9", "9 9 9 9"), ("6 6 6 6", "6 6 6 6")),
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
    accounts.link_supervision(
        db,
        None,
        supervisor=people["supervisor"].id,
        clinician=people["clinician"].id,
        starts_on=start.date(),
        now=start,
    )
    for name, stories in (("clinician", STORIES), ("outsider", ELSEWHERE)):
        actor = accounts.actor_of(people[name])
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
        NewClient(
            age_band=story.age,
            format=story.format,
            starts_on=first.date(),
            usual_setting=story.setting,
            measure_keys=(story.measure, *story.others),
            initials=story.initials,
        ),
        now=first - timedelta(hours=2),
    )
    for week, day in enumerate(days):
        if story.weeks[week] == "-":
            continue
        session_id = _log(db, actor, client.id, story, week, day)
        _reply(
            db,
            actor,
            client.id,
            session_id,
            story.replies.get(week),
            now=day + timedelta(minutes=5),
        )


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
        held_on=day.date(),
        status=Status.MISSED if marks == MISSED else Status.ATTENDED,
        setting=story.setting,
        no_rating=silent,
    )
    return sessions.log_session(db, actor, client_id, details, Entry(ratings), now=day).id


def _entered(key: str, marks: str) -> Entered:
    from tracker.reference.loader import measures

    values = [Fraction(mark) for mark in marks.split()]
    items = measures()[key].items
    if len(values) == 1:
        return Entered(total=values[0])
    return Entered({item.key: value for item, value in zip(items, values, strict=True)})


def _reply(
    db: Session,
    actor: Actor,
    client_id: UUID,
    session_id: UUID,
    reply: Reply | None,
    *,
    now: datetime,
) -> None:
    """Answer the check-in of a session; small ones that a story does not speak of were explained by the client."""
    if course(db, client_id).slots[-1].session_id != session_id:
        return
    for flag in stored_flags(db, [client_id]):
        if flag.session_id == session_id and reply is not None:
            flags.answer_flag(db, actor, flag.id, reply, now=now)
