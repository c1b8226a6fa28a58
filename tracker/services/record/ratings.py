"""Ratings: storing one, and storing what corrects one."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.course.layouts import ScaleLayout
from tracker.domain.course.sessions import Channel, Given
from tracker.domain.measures.entries import Answers, Entered
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.measures.strain import StrainAnswer
from tracker.domain.measures.validation import left_open, rating_problems
from tracker.domain.people.access import Actor
from tracker.domain.rules.findings import RULES_VERSION
from tracker.models import Client, Rating, TherapySession
from tracker.reference.loader import Known
from tracker.services.installation import defined
from tracker.services.record.clients import measures_of, participant_a, stay_on
from tracker.services.record.course import Course, answers_of, strain_of
from tracker.services.record.rows import StoredRating

Key = tuple[str, Rater]  # measure key and rater


@dataclass(frozen=True)
class EntrySource:
    """How ratings came in: typed by whom they are entered by, from which kind of device, in which language."""

    channel: Channel = Channel.TYPED
    device_class: str = "desktop"
    language: str = "en"


@dataclass(frozen=True)
class StartEntry:
    """What a form says of the mark at the start of the session; None where none was given, or it is taken out."""

    mark: int | None = None


@dataclass(frozen=True)
class RatingsEntry:
    """Everything that a form brought for one session's ratings.

    participant  whose ratings the client's are; None for participant A
    start        the mark at the start; None where it was not asked for, so that it stays as it is
    as_it_is     what was left empty stays so: it was asked about, or there is nobody to ask
    layouts      how the answers lay on the screen, where the page said so
    """

    ratings: Mapping[Key, Entered] = field(default_factory=dict)
    given: Given = Given.IN_SESSION
    typed: EntrySource = field(default_factory=EntrySource)
    participant: UUID | None = None
    as_it_is: bool = False
    start: StartEntry | None = None
    layouts: Mapping[Key, ScaleLayout | None] = field(default_factory=dict)

    def used(self) -> dict[Key, Entered]:
        """The ratings that say something."""
        return {key: entered for key, entered in self.ratings.items() if not entered.silent()}


def name_of(key: Key, item: str) -> str:
    """The name under which a form, and a problem, knows one answer: "session-check.client.bond"."""
    return f"{key[0]}.{key[1].value}.{item}"


def measures_at(client: Client, of: Course, session: TherapySession) -> dict[str, Measure]:
    """The measures in use with a client, then others that this session was rated on, each as it was then. One that was
    rated in two versions, or in a version that is no longer defined, is left out: nothing could be entered on it
    without a guess."""
    measures = {measure.key: measure for measure in measures_of(client, of.known)}
    versions: dict[str, set[int]] = {}
    for chain in of.ratings_of(session.id):
        versions.setdefault(chain[-1].measure_key, set()).add(chain[-1].measure_version)
    current = of.known.current
    measures |= {key: current[key] for key in versions if key in current and key not in measures}
    for key in measures.keys() & versions.keys():
        then = of.known.as_entered(key, max(versions[key])) if len(versions[key]) == 1 else None
        if then is None:
            del measures[key]
        else:
            measures[key] = then
    return measures


def undefined(db: Session) -> list[tuple[str, int]]:
    """Key and version of every measure that stored ratings were entered with and that is not defined here."""
    rows = select(Rating.measure_key, Rating.measure_version).distinct()
    known = defined(db)
    return sorted(
        (key, version) for key, version in db.execute(rows) if not known.as_entered(key, version)
    )


def problems(entry: RatingsEntry, measures: Mapping[str, Measure], known: Known) -> dict[str, str]:
    """What stands in the way of storing these ratings, by the name of the answer."""
    by_answer = {}
    for key, entered in entry.used().items():
        if key[0] not in measures or key[1] not in measures[key[0]].raters:
            by_answer[name_of(key, "total")] = _not_in_use(key[0], known)
            continue
        for item, message in rating_problems(measures[key[0]], key[1], entered).items():
            by_answer[name_of(key, item)] = message
    return by_answer


def asked_about(
    entry: RatingsEntry, measures: Mapping[str, Measure], stored: Mapping[Key, StoredRating]
) -> dict[str, str]:
    """A sentence for each answer that was left empty, by its name; none for a rating that is stored like that."""
    asked: dict[str, str] = {}
    for key, entered in {} if entry.as_it_is else entry.used().items():
        measure = measures.get(key[0])
        before = stored.get(key)
        if measure is None or (before and answers_of(before) == measure.store(entered)):
            continue
        if key[1] is Rater.THERAPIST and entered.strain_alone():
            continue  # who rates nothing themselves leaves nothing out
        asked |= {name_of(key, item): text for item, text in left_open(measure, entered).items()}
    return asked


def _not_in_use(key: str, known: Known) -> str:
    measure = known.current.get(key)
    if measure is None:
        return "This measure is not in use with this client"
    return (
        f"The {measure.short} is not in use with this client any more. "
        "Put it back in use on the client's details, or take its numbers out here"
    )


def record_rating(
    db: Session,
    actor: Actor,
    client: Client,
    session: TherapySession,
    measure: Measure,
    rater: Rater,
    entered: Entered,
    entry: RatingsEntry,
    *,
    blind: bool,
    now: datetime,
    corrects: StoredRating | None = None,
    reason: str = "",
) -> Rating:
    """The stored rating. `corrects` is the rating it supersedes; nothing is ever overwritten."""
    answers = measure.store(entered)
    by_client = rater is Rater.CLIENT
    rating = Rating(
        id=uuid4(),
        session_id=session.id,
        participant_id=(entry.participant or participant_a(client).id) if by_client else None,
        measure_key=measure.key,
        measure_version=measure.version,
        rater=rater,
        blind=blind,
        given=entry.given if by_client else Given.AFTER_SESSION,
        input_mode=measure.mode_of(answers),
        channel=entry.typed.channel,
        device_class=entry.typed.device_class,
        scale_layout=_layout(entry, measure, rater, answers),
        language=entry.typed.language,
        answers={**answers.items, **dict.fromkeys(sorted(answers.not_applicable))},
        total=answers.total,
        held_back=answers.held_back,
        rules_version=corrects.rules_version if corrects else RULES_VERSION,
        **_strain_columns(answers.strain),
        recorded_at=now,
        recorded_by_id=actor.id,
        supersedes_id=corrects.id if corrects else None,
        correction_reason=reason,
    )
    db.add(rating)
    stay_on(client, [measure])
    db.flush()
    return rating


def _layout(
    entry: RatingsEntry, measure: Measure, rater: Rater, answers: Answers
) -> ScaleLayout | None:
    """How the answers lay on the screen; None where nothing was marked on a scale, or the page did not say."""
    marked = answers.items or answers.not_applicable
    if measure.by_number or not marked or measure.mode_of(answers) is not measure.input:
        return None
    return entry.layouts.get((measure.key, rater))


def _strain_columns(strain: StrainAnswer | None) -> dict[str, Any]:
    if strain is None:
        return {}
    return {"strain": strain.seen, "strain_settled": strain.settled, "strain_blind": strain.blind}


def same(rating: StoredRating, measure: Measure, entered: Entered, given: Given) -> bool:
    """True when a correction would change nothing."""
    unchanged = answers_of(rating) == measure.store(entered)
    return unchanged and (rating.rater != Rater.CLIENT or rating.given == given)


def alliance_known(of: Course, session_id: UUID) -> bool:
    """True once a client's rating of the alliance is stored for that session, be it taken back since: whoever looks at
    it knows what the client said. How the client is doing, asked at the start, tells nothing of that."""
    theirs = [c[-1] for c in of.ratings_of(session_id) if c[-1].rater == Rater.CLIENT]
    measures = [of.measure_of(rating) for rating in theirs]
    return any(measure is None or measure.kind is Kind.ALLIANCE for measure in measures)


def with_view(
    entered: Entered, rater: Rater, before: StoredRating | None, *, client_known: bool
) -> Entered:
    """The entry with it settled whether tension was answered before the client's answer could be seen: a therapist's is
    not once the client's rating of the alliance is stored. An answer that is not changed stays what it was."""
    answer = entered.strain
    if answer is None or rater is Rater.CLIENT:
        return entered
    stored = strain_of(before) if before else None
    if stored and (stored.seen, stored.settled) == (answer.seen, answer.settled):
        return replace(entered, strain=replace(stored, blind=stored.blind and answer.blind))
    return replace(entered, strain=replace(answer, blind=answer.blind and not client_known))


def is_blind(rater: Rater, client_rated: bool) -> bool:
    """Whether the rater could not have seen the other's rating when giving this one (clients never do)."""
    return rater is Rater.CLIENT or not client_rated


def blind_rating(
    rater: Rater, entered: Entered, before: StoredRating | None, *, client_rated: bool
) -> bool:
    """Whether a rating counts as blind: as the one that it corrects, once there are numbers; and as the view on tension
    while that is all it says."""
    if entered.strain and not entered.answered() and entered.held_back is None:
        return entered.strain.blind
    if before is None or answers_of(before).strain_alone():
        return is_blind(rater, client_rated)
    return before.blind
