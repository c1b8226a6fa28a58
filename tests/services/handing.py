"""Hand-overs in tests: begun, answered and ended through the services."""

from collections.abc import Mapping
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.conftest import Cast
from tracker import clock, db
from tracker.domain.course.handover import Way
from tracker.domain.people.access import Actor
from tracker.models import Handover, Rating, SignIn, TherapySession
from tracker.services.access import sign_ins
from tracker.services.handover import answering, handovers
from tracker.services.handover.handovers import HandoverWish
from tracker.services.record import records
from tracker.services.record.flag_views import FlagView

OWN, WELLBEING = "session-check", "wellbeing-check"
HIGH = {"bond": "8", "goals": "8", "tasks": "8", "overall": "8"}
LOW = {**HIGH, "bond": "5"}


def session_today(cast: Cast, now: datetime | None = None) -> UUID:
    """Today's session of the clinician's client, which waits for the client's rating."""
    with db.transaction() as writing:
        begun = handovers.begin_session(
            writing, cast.clinician, cast.client_id, now=now or clock.now()
        )
        return begun.id


def handed(
    actor: Actor,
    session_id: UUID,
    *keys: str,
    way: Way = Way.TABLET,
    now: datetime | None = None,
    **more: str,
) -> Handover:
    """The hand-over of a session, of the session check unless told otherwise."""
    now = now or clock.now()
    with db.transaction() as writing:
        sign_in = None
        if way is Way.TABLET:
            token = sign_ins.open_sign_in(writing, actor.id, now=now)
            sign_in = sign_in_of(writing, token)
        wanted = HandoverWish(way, keys or (OWN,), **more)
        made = handovers.hand_over(writing, actor, session_id, wanted, sign_in=sign_in, now=now)
        return made[0]


def sign_in_of(reading: Session, token: str) -> UUID:
    """The id of the sign-in of a token."""
    hashed = sign_ins._token_hash(token)
    sign_in_id = reading.scalar(select(SignIn.id).where(SignIn.token_hash == hashed))
    assert isinstance(sign_in_id, UUID)
    return sign_in_id


def answer(row: Handover, marks: Mapping[str, str], key: str = OWN, **more: object) -> None:
    """Keep answers to a measure."""
    with db.transaction() as writing:
        answering.keep(writing, row.id, key, marks, now=more.pop("now", clock.now()), **more)


def send(row: Handover, now: datetime | None = None) -> None:
    """Send what was answered."""
    with db.transaction() as writing:
        answering.send(writing, row.id, now=now or clock.now())


def state(row: Handover) -> Handover:
    """The hand-over as it is now."""
    with db.reading() as reading:
        return reading.get_one(Handover, row.id)


def session(session_id: UUID) -> TherapySession:
    """The session as it is now."""
    with db.reading() as reading:
        return reading.get_one(TherapySession, session_id)


def ratings_of(cast: Cast, session_id: UUID) -> dict[tuple[str, str], Rating]:
    """The last ratings of a session by measure and rater."""
    with db.reading() as reading:
        record = records.record(reading, cast.clinician, cast.client_id, now=clock.now())
        chains = record.course.ratings_of(session_id)
        return {(c[-1].measure_key, c[-1].rater): c[-1] for c in chains}


def flags_of(cast: Cast, session_id: UUID) -> dict[str, FlagView]:
    """The flags of a session by their kind."""
    with db.reading() as reading:
        record = records.record(reading, cast.clinician, cast.client_id, now=clock.now())
        return {view.finding.kind.value: view for view in record.flags_on(session_id)}
