"""The therapist's own view of a session, asked on the way to handing over: before the client has answered."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.measures.strain import StrainAnswer
from tracker.domain.people.access import Actor
from tracker.models import Client, TherapySession
from tracker.services.care.sessions import store_ratings
from tracker.services.record.course import Course
from tracker.services.record.ratings import RatingsEntry, alliance_known


def strain_asked(
    measures: Iterable[Measure], of: Course, session_id: UUID | None
) -> Measure | None:
    """The measure with which the therapist is asked about tension now; None once they have rated the session on it, or
    the client has said how the alliance was: a view given after that belongs in the session's form."""
    if session_id and alliance_known(of, session_id):
        return None
    chains = of.ratings_of(session_id) if session_id else []
    rated = {chain[0].measure_key for chain in chains if chain[0].rater == Rater.THERAPIST}
    asking = (m for m in measures if m.strain and Rater.THERAPIST in m.strain.wording["en"])
    return next((measure for measure in asking if measure.key not in rated), None)


def store_own_view(
    db: Session,
    actor: Actor,
    client: Client,
    session: TherapySession,
    of: Course,
    asked: Iterable[Measure],
    answer: StrainAnswer | None,
    *,
    now: datetime,
) -> list[str]:
    """The ids of what is stored of the therapist's answer; none where nothing was said, or it is not asked any more."""
    measure = strain_asked(asked, of, session.id)
    if measure is None or answer is None:
        return []
    entry = RatingsEntry({(measure.key, Rater.THERAPIST): Entered(strain=answer)})
    session.version += 1
    in_use = {measure.key: measure}
    return store_ratings(db, actor, client, session, in_use, entry, of, "", now=now)
