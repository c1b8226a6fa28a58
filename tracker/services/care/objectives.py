"""Objectives: setting one, changing what it asks for, closing it by hand. Versions are never changed."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.domain.care.objectives import Complete, Criterion, Reached, Window
from tracker.domain.care.parameters import (
    REASON_LENGTH,
    WORDING_LENGTH,
    plain,
    problems,
    window_problems,
)
from tracker.domain.errors import Incomplete, NotNow, NotPermitted, Stale
from tracker.domain.measures.measure import Measure, Rater
from tracker.domain.people.access import Actor, Permission
from tracker.models import Client, Kept, Objective, ObjectiveVersion
from tracker.reference.loader import Known
from tracker.reference.objectives import scores_of
from tracker.services.access import permissions
from tracker.services.installation import defined
from tracker.services.office.practice import today
from tracker.services.record.clients import measures_of
from tracker.services.record.objective_views import criterion_of
from tracker.services.trail import audit

STALE = "This objective was changed meanwhile. Your entries are still here, and not stored."


@dataclass(frozen=True)
class ObjectiveWish:
    """What an objective is to ask for, from which template ("" for one of one's own), in which words."""

    asked: Criterion
    window: Window
    wording: str
    template: str = ""
    mechanism: str = ""


def set_objective(
    db: Session, actor: Actor, client_id: UUID, wanted: ObjectiveWish, *, now: datetime
) -> Objective:
    """The new objective. Incomplete says what stands in the way."""
    client = permissions.may_plan_care(db, actor, client_id, now=now, lock=True)
    by_field = _problems(db, client, wanted, now=now)
    if by_field:
        raise Incomplete(by_field)
    objective = Objective(id=uuid4(), client_id=client.id)
    db.add(objective)
    db.flush()
    _add(db, actor, objective, wanted, now=now)
    _audit(db, "objective.set", actor, objective, now=now)
    return objective


def _problems(
    db: Session, client: Client, wanted: ObjectiveWish, *, now: datetime
) -> dict[str, str]:
    by_field = problems(wanted.asked) | _measure_problems(client, wanted.asked, defined(db))
    by_field |= window_problems(wanted.window, starts_on=client.starts_on, today=today(db, now))
    if not 0 < len(wanted.wording.strip()) <= WORDING_LENGTH:
        by_field["wording"] = f"The wording must be {WORDING_LENGTH} characters or fewer"
    return by_field


def measures_for(client: Client, known: Known) -> dict[str, Measure]:
    """The measures in use that the client rates: an objective can look at these."""
    return {m.key: m for m in measures_of(client, known) if Rater.CLIENT in m.raters}


def _measure_problems(client: Client, asked: Criterion, known: Known) -> dict[str, str]:
    if not isinstance(asked, Reached | Complete):
        return {}
    measure = measures_for(client, known).get(asked.measure)
    if measure is None:
        return {"measure": "Choose a measure that is in use with this client"}
    if isinstance(asked, Complete):
        return {}
    if asked.component not in scores_of(measure):
        return {"measure": "Choose one of the scores of the measure"}
    low, high = measure.ends(asked.component)
    if not low <= asked.at <= high:
        return {"at": f"Enter a value within the range of this score, {low} to {high}"}
    return {}


def change_objective(
    db: Session,
    actor: Actor,
    objective_id: UUID,
    wanted: ObjectiveWish,
    reason: str,
    *,
    seen: int,
    now: datetime,
) -> ObjectiveVersion:
    """The new version of an open objective; the old one stays readable, with the moment up to which it counted. Stale
    when it was changed since the page was shown."""
    objective, client = _locked(db, actor, objective_id, seen, now=now)
    last = objective.versions[-1]
    if last.kept != Kept.OPEN:
        raise NotNow("This objective is closed. Open it again to change it.")
    by_field = _problems(db, client, wanted, now=now) | _reason_problems(reason)
    if not by_field and _same(last, wanted):
        by_field["reason"] = "Nothing was changed. Change a value, or go back"
    if by_field:
        raise Incomplete(by_field)
    row = _add(db, actor, objective, wanted, reason=reason, now=now)
    _audit(db, "objective.changed", actor, objective, now=now)
    return row


def _same(last: ObjectiveVersion, wanted: ObjectiveWish) -> bool:
    return (criterion_of(last), last.starts_on, last.due_on, last.wording) == (
        wanted.asked,
        wanted.window.start,
        wanted.window.due,
        wanted.wording.strip(),
    )


def keep_objective(
    db: Session,
    actor: Actor,
    objective_id: UUID,
    kept: Kept,
    reason: str,
    *,
    seen: int,
    now: datetime,
) -> ObjectiveVersion:
    """Close an objective by hand, open it again, or take it back; with a reason, as a version of its own."""
    objective, _ = _locked(db, actor, objective_id, seen, now=now)
    last = objective.versions[-1]
    if last.kept in (kept, Kept.TAKEN_BACK):
        raise NotNow("That is not possible where this objective stands. Look at it once more.")
    by_field = _reason_problems(reason)
    if by_field:
        raise Incomplete(by_field)
    window = Window(last.starts_on, last.due_on)
    same = ObjectiveWish(criterion_of(last), window, last.wording, last.template, last.mechanism)
    row = _add(db, actor, objective, same, kept=kept, reason=reason, now=now)
    _audit(db, "objective.kept", actor, objective, now=now, kept=kept)
    return row


def _reason_problems(reason: str) -> dict[str, str]:
    if 0 < len(reason.strip()) <= REASON_LENGTH:
        return {}
    return {"reason": f"Enter the reason in a few words, {REASON_LENGTH} characters at most"}


def client_of(
    db: Session,
    actor: Actor,
    objective_id: UUID,
    permission: Permission,
    *,
    now: datetime,
    lock: bool = False,
) -> Client:
    """The client whose objective it is, when the actor may do this; NotPermitted otherwise."""
    client_id = db.scalar(select(Objective.client_id).where(Objective.id == objective_id))
    if client_id is None:
        raise NotPermitted
    return permissions.client_for(db, actor, client_id, permission, now=now, lock=lock)


def _locked(
    db: Session, actor: Actor, objective_id: UUID, seen: int, *, now: datetime
) -> tuple[Objective, Client]:
    client = client_of(db, actor, objective_id, Permission.PLAN_CARE, now=now, lock=True)
    objective = db.get_one(Objective, objective_id)
    if objective.version != seen:
        raise Stale(STALE)
    return objective, client


def _audit(
    db: Session, event: str, actor: Actor, objective: Objective, *, now: datetime, **detail: str
) -> None:
    audit.record(
        db,
        event,
        actor=actor.id,
        object_id=objective.id,
        client_id=objective.client_id,
        now=now,
        **detail,
    )


def _add(
    db: Session,
    actor: Actor,
    objective: Objective,
    wanted: ObjectiveWish,
    *,
    kept: Kept = Kept.OPEN,
    reason: str = "",
    now: datetime,
) -> ObjectiveVersion:
    row = ObjectiveVersion(
        id=uuid4(),
        objective_id=objective.id,
        sequence=len(objective.versions) + 1,
        template=wanted.template,
        kind=wanted.asked.kind,
        parameters=plain(wanted.asked),
        wording=wanted.wording.strip(),
        mechanism=wanted.mechanism,
        starts_on=wanted.window.start,
        due_on=wanted.window.due,
        kept=kept,
        reason=reason.strip(),
        recorded_at=now,
        recorded_by_id=actor.id,
    )
    objective.versions.append(row)
    if row.sequence > 1:
        objective.version += 1
    db.flush()
    return row
