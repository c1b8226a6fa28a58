"""Clients: adding one, changing one, and what is asked of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID, uuid4

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.domain.course.clients import FIRST_PARTICIPANT, AgeBand, Format
from tracker.domain.course.handover import Moment, languages
from tracker.domain.course.sessions import Setting, long_date
from tracker.domain.errors import Incomplete, NotPermitted, Stale
from tracker.domain.measures.measure import Kind, Measure, Rater, Wording
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, ClientMeasure, Participant, Rating, TherapySession, User
from tracker.reference.loader import Known
from tracker.services.access import permissions
from tracker.services.installation import defined
from tracker.services.office.actors import actor_of, allowed
from tracker.services.office.codes import next_code
from tracker.services.office.practice import offered
from tracker.services.office.practice import today as today_of
from tracker.services.trail import audit

USUALLY = {Kind.ALLIANCE: Moment.END, Kind.OUTCOME: Moment.START}  # design default
STALE = "This client was changed meanwhile. Your entries are still here, and not stored."


@dataclass(frozen=True)
class ClientDetails:
    """What is asked about a client beside the ratings."""

    age_band: AgeBand
    format: Format
    starts_on: date
    usual_setting: Setting
    measure_keys: tuple[str, ...]
    initials: str = ""
    own_reference: str = ""


def measures_of(client: Client, known: Known) -> list[Measure]:
    """The measures in use with a client, the primary alliance measure first, each in the version they stay on."""
    return [
        known.stayed_on(row.measure_key, row.measure_version)
        for row in client.measures
        if row.measure_key in known.current
    ]


def stay_on(client: Client, measures: Iterable[Measure]) -> None:
    """Let the client stay on these versions, which are asked or rated for the first time; of a measure that has been
    before, nothing changes."""
    versions = {measure.key: measure.version for measure in measures}
    for row in client.measures:
        if row.measure_version is None:
            row.measure_version = versions.get(row.measure_key)


def primary_measure(client: Client, known: Known) -> Measure | None:
    """The alliance measure that the caseload shows: the first in use that the client rates."""
    for measure in measures_of(client, known):
        if measure.kind is Kind.ALLIANCE and Rater.CLIENT in measure.raters:
            return measure
    return None


def participant_a(client: Client) -> Participant:
    """The first participant, whom every client has."""
    return next(p for p in client.participants if p.letter == FIRST_PARTICIPANT)


def letters_of(client: Client) -> dict[UUID, str]:
    """The letters by which the people of a record are told apart; empty while there is one."""
    several = len(client.participants) > 1
    return {p.id: p.letter for p in client.participants} if several else {}


def add_client(db: Session, actor: Actor, new: ClientDetails, *, now: datetime) -> Client:
    """The new client of the actor, with a code made here. Incomplete says what to change."""
    _still_clinician(db, actor)
    problems = _problems(new, offered(db), today_of(db, now))
    if problems:
        raise Incomplete(problems)
    client = _new_row(new, actor, next_code(db), defined(db).current, now=now)
    db.add(client)
    db.flush()
    audit.record(
        db,
        "client.added",
        actor=actor.id,
        object_id=client.id,
        client_id=client.id,
        now=now,
        measures=[row.measure_key for row in client.measures],
    )
    return client


def _still_clinician(db: Session, actor: Actor) -> None:
    """Hold the account, so that nobody is disabled, or no clinician any more, while a client arrives."""
    user = db.get(User, actor.id, with_for_update=True)
    if user is None or not user.active:
        raise NotPermitted
    allowed(actor_of(user), Permission.ADD_CLIENT)


def choices_for(db: Session, client: Client) -> dict[str, Measure]:
    """The measures that can be in use with a client: what the practice offers, and what is in use already."""
    known = defined(db)
    can_be = {measure.key for measure in measures_of(client, known)} | offered(db).keys()
    return {key: measure for key, measure in known.current.items() if key in can_be}


def change_client(
    db: Session,
    actor: Actor,
    client_id: UUID,
    wanted: ClientDetails,
    version: int,
    *,
    now: datetime,
) -> Client:
    """The client with other details. Ratings and flags stay as they are: a new age band and new measures hold for what
    is rated from now on. Stale when somebody changed it since the page was shown, Incomplete says what to change."""
    client = permissions.may_change_client(db, actor, client_id, now=now, lock=True)
    if version != client.version:
        raise Stale(STALE)
    problems = _problems(wanted, choices_for(db, client), today_of(db, now))
    if problems := problems or _too_late(db, client, wanted.starts_on):
        raise Incomplete(problems)
    current = defined(db).current
    undefined = [row.measure_key for row in client.measures if row.measure_key not in current]
    keys = _in_order(wanted.measure_keys, current) + undefined  # in use again once its file is back
    fields = _set(client, _values(wanted)) + (["measures"] if _use(db, client, keys) else [])
    if fields:
        client.version += 1
        audit.record(
            db,
            "client.changed",
            actor=actor.id,
            object_id=client.id,
            client_id=client.id,
            now=now,
            fields=fields,
            measures=keys,
        )
    return client


def _too_late(db: Session, client: Client, starts_on: date) -> dict[str, str]:
    of_client = (TherapySession.client_id == client.id, TherapySession.taken_off_at.is_(None))
    first = db.scalar(select(func.min(TherapySession.held_on)).where(*of_client))
    if first is None or starts_on <= first:
        return {}
    return {
        "starts_on": f"The start date must be on or before the first session, {long_date(first)}"
    }


def _set(client: Client, values: Mapping[str, object]) -> list[str]:
    """Take over what differs; the names of it."""
    changed = [name for name, value in values.items() if value != getattr(client, name)]
    for name in changed:
        setattr(client, name, values[name])
    return changed


def _use(db: Session, client: Client, keys: list[str]) -> bool:
    """Let these measures be in use, in this order; True when that changes anything."""
    if keys == [row.measure_key for row in client.measures]:
        return False
    rows = {row.measure_key: row for row in client.measures}
    for key in rows.keys() - set(keys):
        db.delete(rows[key])
    for position, key in enumerate(keys):
        if key in rows:
            rows[key].position = position
        else:
            before = _last_version(db, client, key)
            db.add(
                ClientMeasure(
                    client_id=client.id, measure_key=key, position=position, measure_version=before
                )
            )
    db.flush()
    db.expire(client, ["measures"])
    _ask_as_usual(client.measures, defined(db).current)
    return True


def _last_version(db: Session, client: Client, key: str) -> int | None:
    """The version of a measure that was entered last for the client: it is put back in use on that one."""
    given = select(Rating.measure_version).join(
        TherapySession, TherapySession.id == Rating.session_id
    )
    of_client = (TherapySession.client_id == client.id, TherapySession.taken_off_at.is_(None))
    theirs = given.where(*of_client, Rating.measure_key == key)
    return db.scalar(theirs.order_by(Rating.recorded_at.desc()).limit(1))


def _ask_as_usual(rows: list[ClientMeasure], current: Mapping[str, Measure]) -> None:
    """Ask the first measure of each kind that can be asked, of a client who is asked none of that kind."""
    for kind, moment in USUALLY.items():
        of_kind = [
            row
            for row in rows
            if (measure := current.get(row.measure_key))
            and measure.kind is kind
            and languages(measure)
        ]
        if of_kind and not any(row.asked for row in of_kind):
            of_kind[0].asked = moment


def _values(details: ClientDetails) -> dict[str, object]:
    """The columns of a client that these details fill."""
    return {
        "initials": details.initials.strip().upper(),
        "own_reference": details.own_reference.strip(),
        "age_band": details.age_band.value,
        "format": details.format.value,
        "usual_setting": details.usual_setting.value,
        "starts_on": details.starts_on,
    }


def _new_row(
    new: ClientDetails, actor: Actor, code: str, current: Mapping[str, Measure], *, now: datetime
) -> Client:
    in_use = [
        ClientMeasure(measure_key=key, position=position)
        for position, key in enumerate(_in_order(new.measure_keys, current))
    ]
    _ask_as_usual(in_use, current)
    letters = "AB" if new.format is Format.COUPLE else FIRST_PARTICIPANT
    return Client(
        id=uuid4(),
        code=code,
        **_values(new),
        clinician_id=actor.id,
        created_at=now,
        created_by_id=actor.id,
        participants=[Participant(id=uuid4(), letter=letter) for letter in letters],
        measures=in_use,
    )


def _problems(new: ClientDetails, known: Mapping[str, Measure], today: date) -> dict[str, str]:
    problems = {}
    initials = new.initials.strip().upper()
    if len(initials) > 3 or not (initials == "" or initials.isalpha()):
        problems["initials"] = "Initials must be up to three letters, or left empty"
    if len(new.own_reference.strip()) > 40:
        problems["own_reference"] = "Own reference must be 40 characters or fewer"
    if new.starts_on > today:
        problems["starts_on"] = "The start date must be today or earlier"
    if new.starts_on.year < today.year - 50:
        problems["starts_on"] = f"The start date must be after {today.year - 51}"
    unknown = [key for key in new.measure_keys if key not in known]
    if unknown:
        problems["measures"] = "One of the measures is not known here. Choose from the list"
    elif not any(known[key].checks_in for key in new.measure_keys):
        problems["measures"] = (
            "Choose at least one alliance measure with a drop rule, so that a drop can be seen"
        )
    return problems


def _in_order(keys: tuple[str, ...], current: Mapping[str, Measure]) -> list[str]:
    """Outcome after alliance, own measures before score entry: the order of the form."""
    unique = dict.fromkeys(keys)
    return sorted(
        unique,
        key=lambda key: (
            current[key].kind is Kind.OUTCOME,
            current[key].wording_by is Wording.NONE,
        ),
    )
