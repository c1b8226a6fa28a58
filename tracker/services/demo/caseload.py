"""A fictional caseload, made through the services as people would make it, over the months before today.

stable courses · a slow slide · a drop answered · a drop open · tens throughout · gaps · a missed session · a new client
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from fractions import Fraction
from functools import partial
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.care.goals import GoalAct, GoalNote
from tracker.domain.care.objectives import Window
from tracker.domain.care.repair_work import Act, Work
from tracker.domain.course.schedule import Plan
from tracker.domain.course.sessions import NoRating, Status
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.people.access import Actor, Role
from tracker.domain.rules.findings import Tier
from tracker.reference.objectives import templates
from tracker.services.access import notices, supervision
from tracker.services.care import (
    adaptations,
    flag_answers,
    goals,
    objectives,
    reengagement,
    repairs,
    schedule,
    sessions,
    usual_range,
    versions,
)
from tracker.services.care.adaptations import AdaptationDetails
from tracker.services.care.objectives import ObjectiveWish
from tracker.services.care.reengagement import Conversation
from tracker.services.demo import supervision as demo_supervision
from tracker.services.demo.care import CARE, NOTHING
from tracker.services.demo.stories import DECLINED, ELSEWHERE, MISSED, STORIES, UNRATED, Story
from tracker.services.installation import defined
from tracker.services.office.actors import actor_of
from tracker.services.office.practice import practice
from tracker.services.people import accounts
from tracker.services.record import clients
from tracker.services.record.flag_rows import stored_flags
from tracker.services.record.ratings import Key, RatingsEntry
from tracker.services.record.repair_views import stored_repairs

PEOPLE = (
    ("clinician@demo.example", "Noor Haddad", frozenset({Role.CLINICIAN})),
    ("supervisor@demo.example", "Tomas Lind", frozenset({Role.SUPERVISOR})),
    ("administrator@demo.example", "Ines Prado", frozenset({Role.ADMINISTRATOR})),
    ("outsider@demo.example", "Jonas Weber", frozenset({Role.CLINICIAN})),
)
TOLD_OF = (("clinician", STORIES), ("outsider", ELSEWHERE))


def make(
    db: Session, hash_password: Callable[[str], str], password: str, *, now: datetime
) -> list[str]:
    """Fill an empty database with the fictional caseload; the e-mail addresses of who can sign in."""
    stories = [(name, story) for name, told in TOLD_OF for story in told]
    start = min(_days(story, now)[0] for _, story in stories) - timedelta(days=1)
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
    supervisor, clinician = (actor_of(people[name]) for name in ("supervisor", "clinician"))
    for told in notices.notices_of(db, clinician, start.date()):
        notices.put_away(db, clinician, told.notice.id, now=start)  # of the link, months ago
    tellings = [StoryTelling(db, actor_of(people[name]), story) for name, story in stories]
    acts = [act for telling in tellings for act in telling.acts(now)]
    acts += demo_supervision.acts(db, supervisor, clinician, now=now)
    for moment, act in sorted(acts, key=lambda one: one[0]):
        act(now=moment)
    return [email for email, _, _ in PEOPLE]


class StoryTelling:
    """A story on its way into the database: acts with their moments, so that all stories are told in the order of time,
    as the audit trail expects."""

    def __init__(self, db: Session, actor: Actor, story: Story) -> None:
        self.db = db
        self.actor = actor
        self.story = story
        self.sessions: dict[int, UUID] = {}
        self.goals: list[UUID] = []
        self.care = CARE.get(story.initials, NOTHING)

    def acts(self, now: datetime) -> Iterator[tuple[datetime, Callable[..., None]]]:
        """What is to be done, each with its moment."""
        days = _days(self.story, now)
        yield days[0], self.begin
        for week, day in enumerate(days[: len(self.story.weeks)]):
            if week == self.story.switched:
                yield day - timedelta(minutes=5), self.switch
            if self.story.weeks[week] != "-":
                yield day, partial(self.log, week)
            if week in self.story.replies:
                yield day + timedelta(minutes=5), partial(self.reply, week)
        yield from self.caring(days, now)
        if self.story.step:
            yield days[-1] + timedelta(minutes=6), self.plan
        if self.story.anew:
            yield days[-1] + timedelta(minutes=6), self.begin_anew

    def caring(
        self, days: list[datetime], now: datetime
    ) -> Iterator[tuple[datetime, Callable[..., None]]]:
        """What is to be done beside the ratings, each with its moment."""
        care = self.care
        if care.goals:
            yield days[0] + timedelta(minutes=8), self.set_goals
        if care.aims:
            yield days[0] + timedelta(minutes=11), self.set_aims
        for number, (_, week) in enumerate(care.goals):
            if week is not None:
                yield days[week] + timedelta(minutes=9), partial(self.endorse, number)
        for week in care.adapted:
            yield days[week] + timedelta(minutes=10), partial(self.adapt, week)
        for week in care.came_back:
            yield days[week] + timedelta(days=3), partial(self.come_back, week)
        if care.ahead:
            yield days[-1] + timedelta(minutes=7), partial(self.schedule, now)

    def begin(self, *, now: datetime) -> None:
        """Add the client."""
        story = self.story
        zone = practice(self.db).time_zone
        details = clients.ClientDetails(
            age_band=story.age,
            format=story.format,
            starts_on=local_date(now, zone),
            usual_setting=story.setting,
            measure_keys=(story.measure, *story.others),
            initials=story.initials,
        )
        client = clients.add_client(self.db, self.actor, details, now=now)
        if story.version:
            clients.stay_on(client, [defined(self.db).stayed_on(story.measure, story.version)])
        self.client_id = client.id

    def switch(self, *, now: datetime) -> None:
        """Ask the newest version of the story's measure from now on."""
        key = self.story.measure
        newest = defined(self.db).current[key].version
        versions.switch(self.db, self.actor, self.client_id, key, newest, now=now)

    def log(self, week: int, *, now: datetime) -> None:
        """Log the session of that week."""
        day = local_date(now, practice(self.db).time_zone)
        details, entry = _told(self.story, week, day, defined(self.db).current)
        progress = dict(zip(self.goals, self.care.progress.get(week, ()), strict=False))
        details = replace(details, progress=progress, **self.care.noted.get(week, {}))
        made = sessions.log_session(self.db, self.actor, self.client_id, details, entry, now=now)
        self.sessions[week] = made.id

    def reply(self, week: int, *, now: datetime) -> None:
        """Answer the check-in of that week's session, or acknowledge its risk item."""
        raised = {
            flag.session_id: flag.id
            for flag in stored_flags(self.db, [self.client_id])
            if flag.tier in (Tier.RISK, Tier.CHECK_IN)
        }
        flag_id = raised[self.sessions[week]]
        flag_answers.answer_flag(self.db, self.actor, flag_id, self.story.replies[week], now=now)

    def set_goals(self, *, now: datetime) -> None:
        """Set the client's goals, in their order."""
        day = local_date(now, practice(self.db).time_zone)
        for wording, _ in self.care.goals:
            made = goals.set_goal(self.db, self.actor, self.client_id, wording, day, now=now)
            self.goals.append(made.id)

    def set_aims(self, *, now: datetime) -> None:
        """Set objectives from their templates, from the first day of care on."""
        day = local_date(now, practice(self.db).time_zone)
        known = templates()
        current = defined(self.db).current
        for key, weeks, wording in self.care.aims:
            template = known[key]
            of_kind = {Kind.ALLIANCE: self.story.measure, Kind.OUTCOME: self.story.others[0]}
            measure = current[of_kind[template.measure_kind]] if template.measure_kind else None
            window = Window(day, day + timedelta(days=7 * weeks - 1))
            asked = template.suggested(measure)
            aim = ObjectiveWish(asked, window, wording, key, template.mechanism)
            objectives.set_objective(self.db, self.actor, self.client_id, aim, now=now)

    def endorse(self, number: int, *, now: datetime) -> None:
        """The client endorses a goal."""
        day = local_date(now, practice(self.db).time_zone)
        note = GoalNote(GoalAct.ENDORSED, day, line="read it aloud and agreed")
        goals.add_to_goal(self.db, self.actor, self.goals[number], note, seen=1, now=now)

    def adapt(self, week: int, *, now: datetime) -> None:
        """Record what was adapted in that week."""
        day = local_date(now, practice(self.db).time_zone)
        kind, note = self.care.adapted[week]
        what = AdaptationDetails(day, kind, note)
        adaptations.record_adaptation(self.db, self.actor, self.client_id, what, now=now)

    def come_back(self, week: int, *, now: datetime) -> None:
        """Record the conversation about coming back after that week's session was missed."""
        day = local_date(now, practice(self.db).time_zone)
        said = self.care.came_back[week]
        reengagement.record_conversation(
            self.db, self.actor, self.sessions[week], Conversation(day, said), now=now
        )

    def schedule(self, today: datetime, *, now: datetime) -> None:
        """Put down the sessions ahead, as seen from today."""
        first = local_date(today, practice(self.db).time_zone)
        for days in self.care.ahead:
            plan = Plan(first + timedelta(days=days))
            schedule.schedule(self.db, self.actor, self.client_id, plan, now=now)

    def plan(self, *, now: datetime) -> None:
        """Plan a step in the client's repair."""
        (repair,) = stored_repairs(self.db, [self.client_id])
        work = Work(Act.PLANNED, note=self.story.step)
        seen = repair.version
        repairs.add_entry(self.db, self.actor, repair.id, work, seen=seen, now=now)

    def begin_anew(self, *, now: datetime) -> None:
        """Let the usual range begin anew at the session of the story's week."""
        assert self.story.anew
        week, reason = self.story.anew
        wanted = usual_range.RangeStart(self.sessions[week], begins=True, reason=reason)
        key = self.story.measure
        usual_range.set_start(self.db, self.actor, self.client_id, key, wanted, now=now)


def _days(story: Story, now: datetime) -> list[datetime]:
    """The moment of each week's session; of a client without any, when they were added."""
    last = _noon(now) - timedelta(days=story.ended)
    count = max(len(story.weeks), 1)
    return [last - timedelta(weeks=count - 1 - week) for week in range(count)]


def _noon(now: datetime) -> datetime:
    """Noon of the day, or this moment when it is not yet noon: the demo has no session in the future."""
    return min(datetime.combine(now.date(), time(12), UTC), now - timedelta(minutes=10))


def _told(
    story: Story, week: int, day: date, current: Mapping[str, Measure]
) -> tuple[sessions.SessionDetails, RatingsEntry]:
    """The session of that week, as its form would bring it."""
    marks = story.weeks[week]
    ratings: dict[Key, Entered] = {}
    if marks not in (MISSED, UNRATED, DECLINED):
        ratings[story.measure, Rater.CLIENT] = _entered(current[story.measure], marks)
    for key, rater, texts in (
        (story.others[0], Rater.CLIENT, story.wellbeing),
        (story.measure, Rater.THERAPIST, story.therapist),
    ):
        if len(texts) > week and texts[week]:
            ratings[key, rater] = _entered(current[key], texts[week])
    for rater, answer in zip(
        (Rater.CLIENT, Rater.THERAPIST), story.strain.get(week, ()), strict=False
    ):
        given = ratings.get((story.measure, rater), Entered())
        ratings[story.measure, rater] = replace(given, strain=answer)
    details = sessions.SessionDetails(
        held_on=day,
        status=Status.MISSED if marks == MISSED else Status.ATTENDED,
        setting=story.setting,
        no_rating={UNRATED: NoRating.NOT_ASKED, DECLINED: NoRating.DECLINED}.get(marks),
    )
    return details, RatingsEntry(ratings)


def _entered(measure: Measure, marks: str) -> Entered:
    values = [Fraction(mark) for mark in marks.split()]
    if len(values) == 1:
        return Entered(total=values[0])
    return Entered({item.key: value for item, value in zip(measure.items, values, strict=True)})
