"""The practice: its settings, the measures it offers, and the calendar day where it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import available_timezones

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.errors import Incomplete
from tracker.domain.measures.measure import Kind, Measure, Rater
from tracker.domain.people.access import Actor, Permission
from tracker.models import Practice
from tracker.services.installation import defined
from tracker.services.office.actors import allowed
from tracker.services.trail import audit

NAME_LENGTH = 120
CRISIS_LENGTH = 500
STALE = "Somebody else changed these settings meanwhile. Both versions are below"


@dataclass(frozen=True)
class PracticeSettings:
    """What the practice is to be; None leaves a field as it is."""

    name: str | None = None
    time_zone: str | None = None
    crisis_text: str | None = None
    measures: tuple[str, ...] | None = None
    own_ratings_shown: bool | None = None
    start_mark: bool | None = None


def practice(db: Session) -> Practice:
    """The one row about the practice; asked for once in a database session."""
    if "practice" not in db.info:  # held there, or it is asked for again as soon as nobody holds it
        db.info["practice"] = db.get_one(Practice, 1)
    row: Practice = db.info["practice"]
    return row


def today(db: Session, now: datetime) -> date:
    """The calendar day of that moment in the practice's time zone."""
    return local_date(now, practice(db).time_zone)


def offered(db: Session) -> dict[str, Measure]:
    """The measures that can be chosen for a new client; all of them while the practice has not chosen."""
    chosen = practice(db).measures
    known = defined(db).current
    return dict(known) if chosen is None else {k: m for k, m in known.items() if k in chosen}


def change_practice(
    db: Session,
    actor: Actor | None,
    wanted: PracticeSettings,
    *,
    version: str | None = None,
    now: datetime,
) -> Practice:
    """The practice with other settings; Incomplete says what cannot be one.

    `version` is the one that a form was filled in on; None for a command, which reads and writes at once.
    """
    by = allowed(actor, Permission.MANAGE_PRACTICE)
    query = select(Practice).with_for_update()
    row = db.scalars(query.execution_options(populate_existing=True)).one()
    if version not in (None, str(row.version)):
        raise Incomplete({"version": STALE})
    changes = {name: value for name, value in _tidy(wanted).items() if value is not None}
    if row.measures is None and changes.get("measures") == sorted(defined(db).current):
        del changes["measures"]  # still all: what a later release brings is offered as well
    if problems := _problems(changes, defined(db).current):
        raise Incomplete(problems)
    fields = [name for name, value in changes.items() if value != getattr(row, name)]
    for name in fields:
        setattr(row, name, changes[name])
    if fields:
        row.version += 1
        audit.record(db, "practice.changed", actor=by, now=now, fields=fields)
    return row


def _tidy(wanted: PracticeSettings) -> dict[str, Any]:
    texts = (wanted.name, wanted.time_zone, wanted.crisis_text)
    name, zone, crisis = (None if text is None else text.strip() for text in texts)
    keys = None if wanted.measures is None else sorted(set(wanted.measures))
    texts_of = {"name": name, "time_zone": zone, "crisis_text": crisis}
    switches = {"own_ratings_shown": wanted.own_ratings_shown, "start_mark": wanted.start_mark}
    return {**texts_of, "measures": keys, **switches}


def _problems(changes: Mapping[str, Any], known: Mapping[str, Measure]) -> dict[str, str]:
    problems = {}
    if not 0 < len(changes.get("name", "-")) <= NAME_LENGTH:
        problems["name"] = f"Enter the practice's name, {NAME_LENGTH} characters at most"
    zone = changes.get("time_zone", "UTC")
    if zone not in available_timezones():
        problems["time_zone"] = f"There is no time zone {zone}; one such is Europe/Berlin"
    if not 0 < len(changes.get("crisis_text", "-")) <= CRISIS_LENGTH:
        problems["crisis_text"] = f"Say what to do in a crisis, {CRISIS_LENGTH} characters at most"
    if "measures" in changes and (problem := _measures_problem(changes["measures"], known)):
        problems["measures"] = problem
    return problems


def _measures_problem(keys: list[str], known: Mapping[str, Measure]) -> str | None:
    if any(key not in known for key in keys):
        return "One of the measures is not known here. Choose from the list"
    chosen = [known[key] for key in keys]
    if not any(m.kind is Kind.ALLIANCE and Rater.CLIENT in m.raters for m in chosen):
        return "Choose at least one alliance measure, so that a drop can be seen"
    return None
