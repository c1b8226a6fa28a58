"""Reports for a period: counts with what they are of. For one clinician to themselves and their supervisors; for the
whole practice to administrators, with small cells hidden before they leave this module."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.access import Actor, Permission
from tracker.domain.errors import Incomplete, NotPermitted
from tracker.domain.reports import LONGEST, Row
from tracker.domain.small_cells import quarter
from tracker.models import User
from tracker.services.caseload import treats
from tracker.services.caseload_cases import cases_of
from tracker.services.objective_views import stored_objectives, views
from tracker.services.practice import practice
from tracker.services.report_rows import Seen, rows_of

AHEAD = timedelta(days=366)


@dataclass(frozen=True)
class Report:
    """The rows of a report in their order. `clinician` is None for the practice."""

    clinician: User | None
    since: date
    until: date
    rows: tuple[Row, ...]
    today: date


def clinician_report(
    db: Session,
    actor: Actor,
    clinician_id: UUID,
    period: tuple[date | None, date | None],
    *,
    now: datetime,
) -> Report:
    """The report of one clinician's clients from one day to another, the last three months unless told otherwise; for
    themselves, whoever covers for them, and their supervisors. Incomplete says what is wrong with the days."""
    zone = practice(db).time_zone
    today = local_date(now, zone)
    treats(db, actor, clinician_id, today)
    since, until = _period(period, today)
    seen = _seen(db, [clinician_id], since, until, today, zone)
    rows = rows_of(seen, open_to_all=True)
    return Report(db.get_one(User, clinician_id), since, until, tuple(rows), today)


def practice_report(db: Session, actor: Actor, day: date | None, *, now: datetime) -> Report:
    """The report of the practice for the calendar quarter of a day, the last finished one unless told otherwise; for
    administrators. Counts of 1 to 4 are hidden, and what would let them be worked out: a quarter that is not over could
    be held against itself from one day to the next."""
    if not actor.may(Permission.READ_PRACTICE_REPORT):
        raise NotPermitted
    zone = practice(db).time_zone
    today = local_date(now, zone)
    finished = quarter(today)[0] - timedelta(days=1)
    since, until = quarter(min(day or finished, finished))
    everyone = list(db.scalars(select(User.id)))
    rows = rows_of(_seen(db, everyone, since, until, today, zone), open_to_all=False)
    return Report(None, since, until, tuple(rows), today)


def _period(period: tuple[date | None, date | None], today: date) -> tuple[date, date]:
    since, until = period
    until = until or today
    if until > today + AHEAD:
        raise Incomplete({"until": "The last day must be within a year from now"})
    since = since or quarter(until)[0]
    if since > until:
        raise Incomplete({"until": "The last day must not be before the first"})
    if until - since > LONGEST:
        raise Incomplete({"since": "A report covers two years at most"})
    return since, until


def _seen(
    db: Session, clinicians: Sequence[UUID], since: date, until: date, today: date, zone: str
) -> list[Seen]:
    return list(_each(db, clinicians, since, until, today, zone))


def _each(
    db: Session, clinicians: Sequence[UUID], since: date, until: date, today: date, zone: str
) -> Iterator[Seen]:
    cases = cases_of(db, clinicians, zone=zone)
    stored = stored_objectives(db, [case.client.id for case in cases])
    for case in cases:
        own = [each for each in stored if each.client_id == case.client.id]
        found = views(
            own, case.client, case.course, case.flags, case.goals, case.adaptations, today
        )
        yield Seen(case, tuple(found), since, until, today, zone)
