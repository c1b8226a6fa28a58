"""Reports and what they count, for tests."""

from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

from tests.conftest import Cast, entry, log, marks
from tracker import clock, db
from tracker.domain.care.answers import Answer
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.supervision.reports import ReportRow
from tracker.services.care import flag_answers, sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.record import records
from tracker.services.record.ratings import RatingsEntry
from tracker.services.reports import practice_reports, reports
from tracker.services.reports.reports import Report


def today() -> date:
    return clock.now().date()


def report(
    cast: Cast, name: str = "clinician", period: tuple[date | None, date | None] | None = None
) -> Report:
    with db.reading() as reading:
        who, days = cast.named(name), period or (today() - timedelta(days=80), today())
        return reports.clinician_report(reading, who, cast.clinician.id, days, now=clock.now())


def of_practice(cast: Cast, day: date | None = None) -> Report:
    """The practice's report as it would be told first today."""
    with db.reading() as reading:
        return practice_reports.practice_report(reading, cast.administrator, day, now=clock.now())


def row(of: Report, key: str, about: str = "") -> ReportRow:
    (line,) = [each for each in of.rows if (each.key, each.about) == (key, about)]
    return line


def told(line: ReportRow) -> tuple[int | None, int | None]:
    return line.n.count, line.of.count if line.of else None


def ago(days: int) -> date:
    return today() - timedelta(days=days)


def drop(cast: Cast, client_id: UUID, days: int, said: Answer | None = None) -> None:
    """Three sessions, the last of which falls by three, that many days ago; and an answer."""
    for before, bond in ((14, 8), (7, 8), (0, 5)):
        log(cast.clinician, client_id, ago(days + before), bond, 8, 8, 8)
    if said is None:
        return
    with db.reading() as reading:
        flags = records.record(reading, cast.clinician, client_id, now=clock.now()).flags
        fell = next(f for f in flags if f.finding.falls and f.slot.held_on == ago(days))
    with db.transaction() as writing:
        flag_answers.answer_flag(
            writing, cast.clinician, fell.flag.id, Reply(said), now=clock.now()
        )


def phq(cast: Cast, client_id: UUID, day: date, total: int) -> None:
    rate(cast, client_id, day, "phq-9", total)


def rate(cast: Cast, client_id: UUID, day: date, measure: str, total: int) -> None:
    """A session with a steady alliance and this total of an outcome measure."""
    rated = {(measure, Rater.CLIENT): Entered(total=Fraction(total))}
    both = RatingsEntry({**entry(marks(8, 8, 8, 8)).ratings, **rated})
    with db.transaction() as writing:
        sessions.log_session(
            writing, cast.clinician, client_id, SessionDetails(day), both, now=clock.now()
        )
