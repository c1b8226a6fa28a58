"""What a client does with a hand-over, and how it ends: its answers become ratings in the transaction that ends it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course import handover as rules
from tracker.domain.course.handover import RUNNING, HandoverStage, QuestionPage, Way
from tracker.domain.course.layouts import layout_of, together
from tracker.domain.course.sessions import NoRating
from tracker.domain.errors import Incomplete
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.people.access import Actor
from tracker.models import Client, ClientMeasure, Handover, TherapySession, User
from tracker.reference.start_mark import start_mark
from tracker.services.care import flags, start_marks
from tracker.services.care.sessions import store_ratings
from tracker.services.handover.rows import counts, give_token, overdue, running_of, token_hash
from tracker.services.installation import defined
from tracker.services.office.actors import actor_of
from tracker.services.record.course import course
from tracker.services.record.ratings import EntrySource, RatingsEntry, StartEntry
from tracker.services.trail import audit

REMEMBERED = timedelta(hours=1)  # a phone is told for so long that it is over; design default
TOUCHED_EVERY = timedelta(seconds=30)


@dataclass(frozen=True)
class Held:
    """The hand-over that a client's browser holds, and what is asked in it: measures, before them the mark at the start
    where it is asked, which pages ask as one."""

    row: Handover
    measures: tuple[Measure, ...]

    @property
    def id(self) -> UUID:
        """Its id."""
        return self.row.id

    @property
    def running(self) -> bool:
        """True while it can be answered."""
        return self.row.state in RUNNING

    @property
    def on_tablet(self) -> bool:
        """True when the browser is the practice's, which staff take back."""
        return self.row.way == Way.TABLET

    @property
    def steps(self) -> tuple[QuestionPage, ...]:
        """Its pages of questions."""
        return rules.steps(self.measures, one_by_one=self.row.one_by_one)

    @property
    def languages(self) -> list[str]:
        """In which it can be read."""
        return rules.in_common(self.measures)


def held_by(db: Session, token: str, *, now: datetime) -> Held | None:
    """The hand-over of this token; None for one that opens nothing, or is long over on a phone."""
    row = db.scalar(select(Handover).where(Handover.token_hash == token_hash(token)))
    if row is None:
        return None
    if row.ended_at and row.way != Way.TABLET and now - row.ended_at > REMEMBERED:
        return None
    return Held(row, _questions(db, row))


def _asked(db: Session, row: Handover) -> tuple[Measure, ...]:
    """What is asked in it, in the versions that the client stays on: while it runs, none of them changes."""
    known = defined(db)
    query = select(ClientMeasure).where(ClientMeasure.client_id == row.client_id)
    versions = {each.measure_key: each.measure_version for each in db.scalars(query)}
    return tuple(
        known.stayed_on(key, versions.get(key)) for key in row.measures if key in known.current
    )


def _questions(db: Session, row: Handover) -> tuple[Measure, ...]:
    """The same behind the question at the start of the session, where it is asked."""
    return ((start_mark(),) if row.start_mark else ()) + _asked(db, row)


def _running(db: Session, handover_id: UUID) -> tuple[Handover, Client] | None:
    """The hand-over with its client, both held; None when it has ended. The client comes first, as everywhere."""
    client_id = db.scalar(select(Handover.client_id).where(Handover.id == handover_id))
    query = select(Client).where(Client.id == client_id).with_for_update()
    client = db.scalars(query).one()
    again = select(Handover).where(Handover.id == handover_id).with_for_update()
    row = db.scalars(again.execution_options(populate_existing=True)).one()
    return (row, client) if row.state in RUNNING else None


def stale(row: Handover, now: datetime) -> bool:
    """True when it is time to note that the client is still there."""
    return row.state in RUNNING and now - row.touched_at > TOUCHED_EVERY


def look(db: Session, handover_id: UUID, *, still_there: bool, now: datetime) -> None:
    """End it when its time is over; otherwise note that the client is still there."""
    row = db.get_one(Handover, handover_id)
    if not end_if_over(db, handover_id, now=now) and still_there and stale(row, now):
        row.touched_at = now


def begin(
    db: Session, handover_id: UUID, *, device_class: str, one_by_one: bool, now: datetime
) -> None:
    """Leave the welcome behind, on this kind of device."""
    if running := _running(db, handover_id):
        row = running[0]
        row.begun = True
        row.device_class = device_class
        row.one_by_one = one_by_one and bool(row.measures)  # one question needs no check
        row.touched_at = now


def read_as(
    db: Session, handover_id: UUID, *, language: str | None, larger: bool | None, now: datetime
) -> None:
    """Show the pages in another language, or with larger text. None leaves it as it is."""
    if running := _running(db, handover_id):
        row = running[0]
        if language in rules.in_common(_questions(db, row)):
            row.language = language
        row.larger = row.larger if larger is None else larger
        row.touched_at = now


def keep(
    db: Session,
    handover_id: UUID,
    key: str,
    answers: Mapping[str, str],
    *,
    leaving: bool = False,
    layout: str | None = None,
    now: datetime,
) -> None:
    """Keep these answers to a measure; what no page could have sent is left out. `leaving`: nobody is there now.
    `layout`: what the page says of how its answers lie; None for one without a scale."""
    running = _running(db, handover_id)
    measures = {each.key: each for each in _questions(db, running[0])} if running else {}
    if running is None or key not in measures:
        return
    row = running[0]
    fitting = {
        name: text for name, text in answers.items() if rules.fits(measures[key], name, text)
    }
    row.answers = {**row.answers, key: {**row.answers.get(key, {}), **fitting}}
    if layout is not None and any(item.key in fitting for item in measures[key].items):
        so_far = together(row.scale_layouts.get(key), layout)
        row.scale_layouts = {**row.scale_layouts, key: so_far}
    row.touched_at = row.touched_at if leaving else now


def send(db: Session, handover_id: UUID, *, now: datetime) -> None:
    """Make ratings of the answers, once: sent again, nothing happens. Incomplete names the questions that are open."""
    running = _running(db, handover_id)
    if running is None:
        return
    row, client = running
    held = Held(row, _questions(db, row))
    open_ones = [item for step in held.steps for item in rules.missing(step, row.answers)]
    if open_ones:
        raise Incomplete({item.key: "" for item in open_ones})
    _end(db, row, client, HandoverStage.SENT, now=now)


def decline(db: Session, handover_id: UUID, *, now: datetime) -> None:
    """The client does not want to do this today. What was answered before that is not kept."""
    if running := _running(db, handover_id):
        running[0].answers = {}
        _end(db, *running, HandoverStage.DECLINED, now=now)


def next_of(db: Session, row: Handover) -> Handover | None:
    """The hand-over of whoever gets the same tablet next."""
    query = select(Handover).where(
        Handover.sign_in_id == row.sign_in_id,
        Handover.session_id == row.session_id,
        Handover.state == HandoverStage.WAITING,
    )
    waiting = query.order_by(Handover.made_at, Handover.participant_id)
    return db.scalars(waiting).first() if row.sign_in_id else None


def pass_on(db: Session, row: Handover, *, now: datetime) -> str | None:
    """The token for the next person on the same tablet, once the one before is done; None when nobody waits."""
    following = next_of(db, row) if row.state not in RUNNING else None
    if following is None:
        return None
    following.state = HandoverStage.OPEN
    following.opened_at = now
    following.touched_at = now
    return give_token(db, following)


def stop(
    db: Session,
    handover_id: UUID,
    *,
    now: datetime,
    otherwise: HandoverStage = HandoverStage.UNANSWERED,
    by: UUID | None = None,
) -> None:
    """End it before it was sent: what was answered is kept as partial; with no answer it ends as `otherwise`. `by`:
    who ended it, where somebody did."""
    if running := _running(db, handover_id):
        answered = any(running[0].answers.values())
        stage = HandoverStage.PARTIAL if answered else otherwise
        _end(db, *running, stage, by=by, now=now)


def end_if_over(db: Session, handover_id: UUID, *, now: datetime) -> bool:
    """End it when its time is over; whether it was."""
    over = overdue(db.get_one(Handover, handover_id), now)
    if over:
        stop(db, handover_id, now=now)
    return over


def _end(
    db: Session,
    row: Handover,
    client: Client,
    stage: HandoverStage,
    *,
    by: UUID | None = None,
    now: datetime,
) -> None:
    """Store the ratings, raise what they raise, and say of the session why it has none, where it has none. It is
    recorded under whoever handed over, unless somebody else ended it."""
    assert stage in rules.NEXT[HandoverStage(row.state)]
    actor = actor_of(db.get_one(User, row.made_by_id))
    session = db.get_one(TherapySession, row.session_id)
    started = _keep_start(client, session, row)
    stored = _ratings(db, actor, client, session, row, now=now)
    row.state = stage
    row.ended_at = now
    row.answers = {}
    row.scale_layouts = {}
    db.flush()
    if any(measure.kind is Kind.ALLIANCE for measure in _asked(db, row)):
        _say_why_unrated(db, client, session, stage)
    session.version += 1
    db.flush()
    flags.raise_flags(db, actor, client, since=session.id, now=now)
    audit.record(
        db,
        f"handover.{stage.value}",
        actor=by or row.made_by_id,
        object_id=row.id,
        client_id=client.id,
        now=now,
        ratings=stored,
        **({"fields": [start_marks.FIELD]} if started else {}),
    )


def _keep_start(client: Client, session: TherapySession, row: Handover) -> bool:
    """Whether a mark at the start was given, and is kept. What was typed for the client meanwhile stands."""
    mark = rules.mark_of(start_mark(), row.answers) if row.start_mark else None
    if mark is None or str(row.participant_id) in session.start_marks:
        return False
    entry = RatingsEntry(participant=row.participant_id, start=StartEntry(mark))
    return start_marks.store(client, session, entry) is not None


def no_answer_came(db: Session, session: TherapySession, *, now: datetime) -> None:
    """Let a session wait no longer, and look at what that raises; recorded under whoever held it."""
    client = db.get_one(Client, session.client_id)
    session.no_rating = NoRating.NOT_GIVEN
    session.version += 1
    db.flush()
    actor = actor_of(db.get_one(User, session.clinician_id))
    flags.raise_flags(db, actor, client, since=session.id, now=now)
    where = session.id
    audit.record(
        db, "session.no_answer", actor=actor.id, object_id=where, client_id=client.id, now=now
    )


def _ratings(
    db: Session,
    actor: Actor,
    client: Client,
    session: TherapySession,
    row: Handover,
    *,
    now: datetime,
) -> list[str]:
    """The ids of what is stored. What was typed for the client meanwhile stands: it is not rated twice."""
    of = course(db, client.id)
    asked = {measure.key: measure for measure in _asked(db, row)}
    typed = {
        chain[-1].measure_key
        for chain in of.ratings_of(session.id)
        if counts(chain[-1]) and chain[-1].participant_id == row.participant_id
    }
    entered = {
        (key, Rater.CLIENT): rules.entered(measure, row.answers)
        for key, measure in asked.items()
        if key not in typed
    }
    way = Way(row.way)
    how = EntrySource(rules.channel(way), row.device_class, row.language)
    layouts = {(key, Rater.CLIENT): layout_of(layout) for key, layout in row.scale_layouts.items()}
    entry = RatingsEntry(entered, rules.given(way), how, row.participant_id, layouts=layouts)
    return store_ratings(db, actor, client, session, asked, entry, of, "", now=now)


WHY = {HandoverStage.DECLINED: NoRating.DECLINED, HandoverStage.CANCELLED: NoRating.NOT_ASKED}


def _say_why_unrated(
    db: Session, client: Client, session: TherapySession, stage: HandoverStage
) -> None:
    """A session that waited for the client's rating has it now, or has a reason for not having it once nobody else is
    asked any more."""
    current = defined(db).current
    rated = any(
        counts(chain[-1]) and current[chain[-1].measure_key].kind is Kind.ALLIANCE
        for chain in course(db, client.id).ratings_of(session.id)
        if chain[-1].measure_key in current
    )
    if rated:
        session.no_rating = None
    elif not running_of(db, session.id):
        left_out = NoRating.DECLINED if stage is HandoverStage.SENT else NoRating.NOT_GIVEN
        session.no_rating = WHY.get(stage, left_out)
