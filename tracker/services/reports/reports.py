"""Reports for a period: counts with what they are of, for one clinician to themselves and their supervisors. That of
the practice is in `practice_reports`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.orm import Session

from tracker.domain.errors import Incomplete
from tracker.domain.people.access import Actor
from tracker.domain.supervision.reports import LONGEST, ReportRow
from tracker.domain.supervision.small_cells import OPEN, quarter
from tracker.models import User
from tracker.services.access import permissions
from tracker.services.office.practice import today as today_of
from tracker.services.record.records import RecordPart, clients_of, records_of
from tracker.services.reports.cases import Seen
from tracker.services.reports.rows import rows_of

AHEAD = timedelta(days=366)


@dataclass(frozen=True)
class Report:
    """The rows of a report in their order. `clinician` is None for the practice; `made` is the day since which the
    report has stood as it is, None for one that is worked out anew each time."""

    clinician: User | None
    since: date
    until: date
    rows: tuple[ReportRow, ...]
    today: date
    made: date | None = None


def clinician_report(
    db: Session,
    actor: Actor,
    clinician_id: UUID,
    period: tuple[date | None, date | None],
    *,
    now: datetime,
) -> Report:
    """The report of a clinician's clients of today, and the sessions that the clinician held with them, from one day to
    another, the quarter so far unless told otherwise; for themselves, whoever covers for them, and their supervisors.
    Incomplete says what is wrong with the days."""
    today = today_of(db, now)
    permissions.may_read_caseload(db, actor, clinician_id, today)
    since, until = _period(period, today)
    seen = seen_of(db, [clinician_id], (since, until), held_by=clinician_id, now=now)
    rows = rows_of(seen, OPEN)
    return Report(db.get_one(User, clinician_id), since, until, tuple(rows), today)


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


def seen_of(
    db: Session,
    clinicians: Sequence[UUID],
    days: tuple[date, date],
    *,
    held_by: UUID | None = None,
    now: datetime,
) -> list[Seen]:
    """The clients of these clinicians, as a report of these days looks at them: of the sessions that somebody held, or
    of anybody's."""
    parts = RecordPart.FLAGS | RecordPart.OBJECTIVES | RecordPart.ESTIMATES
    records = records_of(db, clients_of(db, clinicians), parts, now=now)
    return [Seen(record, *days, held_by) for record in records]
