"""The report of the practice for a calendar quarter, for administrators. Small cells are hidden before they leave this
module, and a report that tells something is made once: held against a later one it would tell what one client did."""

from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.clock import local_date
from tracker.domain.people.access import Actor, Permission
from tracker.domain.supervision.reports import STOPPED, ReportPart, ReportRow
from tracker.domain.supervision.small_cells import Cell, TellableCells, quarter
from tracker.models import Client, Practice, PracticeReport, User
from tracker.services.access import permissions
from tracker.services.office.actors import actor_of, allowed
from tracker.services.office.practice import practice
from tracker.services.reports.reports import Report, seen_of
from tracker.services.reports.rows import rows_of
from tracker.services.trail import audit


def practice_report(db: Session, actor: Actor, day: date | None, *, now: datetime) -> Report:
    """The report of the quarter of a day, the last one that is ready unless told otherwise: as it was told first, or,
    with no day on which it was made, as it would be told now. A quarter is ready four weeks after its end: late answers
    are in it by then, and who stopped coming is known."""
    today, zone = _today(db, actor, now)
    since, until = _quarter(day, today)
    if kept := _kept(db, since):
        rows = tuple(_read(each) for each in kept.rows)
        return Report(None, since, until, rows, today, local_date(kept.made_at, zone))
    everyone = list(db.scalars(select(User.id)))
    rows = tuple(rows_of(seen_of(db, everyone, (since, until), now=now), telling(db, today)))
    return Report(None, since, until, rows, today)


def is_to_be_kept(report: Report) -> bool:
    """True for a report that tells any number and is not kept yet: nobody may read it before it is."""
    cells = (cell for row in report.rows for cell in (row.n, row.of) if cell)
    return report.made is None and any(cell.count for cell in cells)


def keep_report(db: Session, actor: Actor, report: Report, *, now: datetime) -> None:
    """Keep a report as it was worked out; where somebody else has kept theirs meanwhile, that one stands."""
    _today(db, actor, now)
    db.execute(select(Practice.id).with_for_update())  # two who ask at one moment keep one
    if _kept(db, report.since):
        return
    rows = [_plain(row) for row in report.rows]
    row = PracticeReport(id=uuid4(), since=report.since, rows=rows, made_at=now)
    db.add(row)
    db.flush()
    audit.record(db, "report.kept", actor=actor.id, object_id=row.id, now=now)


def _kept(db: Session, since: date) -> PracticeReport | None:
    return db.scalar(select(PracticeReport).where(PracticeReport.since == since))


def _today(db: Session, actor: Actor, now: datetime) -> tuple[date, str]:
    """The practice's day and time zone; NotPermitted for who may not read its report."""
    allowed(actor, Permission.READ_PRACTICE_REPORT)
    zone = practice(db).time_zone
    return local_date(now, zone), zone


def _quarter(day: date | None, today: date) -> tuple[date, date]:
    ready = quarter(today - STOPPED)[0] - timedelta(days=1)
    return quarter(min(day or ready, ready))


def telling(db: Session, today: date) -> TellableCells:
    """What may be told to all administrators: also to those who treat or supervise, and know their own clients."""
    readers = [actor_of(user) for user in db.scalars(select(User).where(User.active.is_(True)))]
    readers = [reader for reader in readers if reader.may(Permission.READ_PRACTICE_REPORT)]
    clients = db.execute(select(Client.id, Client.clinician_id)).all()
    apart: set[frozenset[Any]] = {frozenset()}
    for reader in readers:
        theirs = permissions.clinicians_for(db, reader, Permission.READ_CASELOAD, today)
        apart.add(frozenset(client for client, clinician in clients if clinician in theirs))
    return TellableCells(tuple(apart))


def _plain(row: ReportRow) -> dict[str, Any]:
    return {
        "part": row.part.value,
        "key": row.key,
        "about": row.about,
        "n": row.n.count,
        **({"of": row.of.count} if row.of else {}),
        **({"value": str(row.value)} if row.value is not None else {}),
    }


def _read(plain: dict[str, Any]) -> ReportRow:
    return ReportRow(
        ReportPart(plain["part"]),
        plain["key"],
        Cell(plain["n"]),
        Cell(plain["of"]) if "of" in plain else None,
        Fraction(plain["value"]) if "value" in plain else None,
        plain["about"],
    )
