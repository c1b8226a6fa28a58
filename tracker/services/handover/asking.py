"""What a client is asked on pages of their own: which measures, when in a session, in which language."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.course.handover import LANGUAGES, Moment, languages
from tracker.domain.errors import Incomplete, Stale
from tracker.domain.measures.measure import Kind, Measure
from tracker.domain.people.access import Actor
from tracker.models import Client, TherapySession
from tracker.reference.loader import Known
from tracker.services.access import permissions
from tracker.services.handover.rows import counts
from tracker.services.installation import defined
from tracker.services.office.practice import practice, today
from tracker.services.record.clients import STALE, measures_of
from tracker.services.record.course import Course, start_marks_of
from tracker.services.record.ratings import alliance_known
from tracker.services.trail import audit


@dataclass(frozen=True)
class LinkMeasures:
    """One measure of each kind at most, by its key, with when it is asked; and the language of the client's pages."""

    measures: Mapping[str, Moment]
    language: str = "en"


def askable(client: Client, known: Known) -> list[Measure]:
    """The measures in use that can be asked on a page of the client's."""
    return [measure for measure in measures_of(client, known) if languages(measure)]


def still_askable(
    client: Client, of: Course, session_id: UUID, whose: Iterable[UUID]
) -> list[Measure]:
    """The measures in use that can be asked on a page of the client's, and that one of these people has not rated in
    this session yet."""
    rated = {
        (chain[-1].measure_key, chain[-1].participant_id)
        for chain in of.ratings_of(session_id)
        if counts(chain[-1])
    }
    people = list(whose)
    return [
        m for m in askable(client, of.known) if any((m.key, who) not in rated for who in people)
    ]


def start_asked(
    db: Session,
    client: Client,
    session: TherapySession | None,
    of: Course,
    whose: Iterable[UUID],
    *,
    now: datetime,
) -> list[UUID]:
    """Of these people, those who can be asked for the mark at the start: where the practice asks for it, while today's
    session has no rating of the alliance yet, and once. Nobody where the alliance itself is asked at the start."""
    if not practice(db).start_mark or (session and session.held_on != today(db, now)):
        return []
    usual = asked_of(client, of.known).measures
    kinds = {of.known.current[key].kind for key, at in usual.items() if at is Moment.START}
    if Kind.ALLIANCE in kinds or (session and alliance_known(of, session.id)):
        return []
    marks = start_marks_of(session) if session else {}
    return [person for person in whose if person not in marks]


def asked_of(client: Client, known: Known) -> LinkMeasures:
    """What is set for this client."""
    rows = [row for row in client.measures if row.measure_key in known.current]
    asked = {row.measure_key: Moment(row.asked) for row in rows if row.asked}
    return LinkMeasures(asked, client.language)


def change_asked(
    db: Session, actor: Actor, client_id: UUID, wanted: LinkMeasures, version: int, *, now: datetime
) -> Client:
    """The client, asked this from now on. Stale when somebody changed the client since the page was shown."""
    client = permissions.may_change_client(db, actor, client_id, now=now, lock=True)
    if version != client.version:
        raise Stale(STALE)
    can_be = {measure.key: measure for measure in askable(client, defined(db))}
    problems = {key: "Choose from the list" for key in wanted.measures if key not in can_be}
    if wanted.language not in LANGUAGES:
        problems["language"] = "Choose from the list"
    kinds = [can_be[key].kind for key in wanted.measures if key in can_be]
    if any(kinds.count(kind) > 1 for kind in Kind):
        problems["measures"] = "Choose one alliance measure and one outcome measure at most"
    if problems:
        raise Incomplete(problems)
    if asked_of(client, defined(db)) != wanted:
        for row in client.measures:
            row.asked = wanted.measures.get(row.measure_key)
        client.language = wanted.language
        client.version += 1
        audit.record(
            db,
            "client.changed",
            actor=actor.id,
            object_id=client.id,
            client_id=client.id,
            now=now,
            fields=["asked"],
            measures=sorted(wanted.measures),
        )
    return client
