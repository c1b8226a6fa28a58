"""What helps with a database that is larger than the page cache SQLite begins with: room for its pages in memory."""

from collections.abc import Callable
from pathlib import Path
from random import Random
from uuid import UUID

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bench.measuring import queries, seconds
from bench.practice import TODAY, WEEK, BenchPractice, rating, sessions
from bench.supervision import person
from tests.conftest import new_client
from tests.instances import secrets
from tracker import clock, db
from tracker.config import Settings
from tracker.domain.people.access import Role
from tracker.models import Rating, TherapySession
from tracker.services.record import clients
from tracker.services.record.clients import participant_a
from tracker.services.storage import database_files

CLINICIANS = 20
CLIENTS = 60  # of each
WEEKS = 20
SMALL = 8 * 1024  # KiB; what a connection of this SQLite has by itself
AT_LEAST = 1.3  # design default
Say = Callable[[str, str, str], None]


def page_cache(folder: Path, say: Say) -> bool:
    """True when the statements of a caseload gain less from the usual page cache than they have to; says how much."""
    practice = BenchPractice(folder)
    with practice.app.app_context(), db.transaction() as writing:
        _fill(writing, practice)
    with queries(practice.app) as sent:
        practice.page.client.get("/")
    reads = [(s, p) for s, p in sent if s.lstrip().upper().startswith("SELECT")]
    with practice.app.app_context(), db.engine().connect() as connection:

        def caseload() -> None:
            for statement, parameters in reads:
                connection.exec_driver_sql(statement, parameters).fetchall()  # type: ignore[arg-type]  # as sent

        usual = connection.exec_driver_sql("PRAGMA cache_size").scalar_one()
        with_usual = seconds(caseload)
        connection.exec_driver_sql(f"PRAGMA cache_size = -{SMALL}")
        ratio = seconds(caseload) / with_usual
    practice.close()
    file = folder / "tracker.db"
    of = f"of {file.stat().st_size / 1e6:.0f} MB"
    what = f"caseload's SQL, database {of}: page cache 8 to {-usual // 1024} MB"
    say(what, f"{ratio:.2f}", f"at least {AT_LEAST:g}")
    say(f"a look at every row and index {of}, 8 MB to more", f"{_looked_at(file):.2f}", "")
    return ratio < AT_LEAST


def _looked_at(file: Path) -> float:
    """How often the time of a look with room in memory goes into one without."""
    key = secrets(Settings(instance=file.parent)).database
    connection = database_files.connect(file, key)

    def look() -> None:
        assert connection.execute("PRAGMA integrity_check").fetchall() == [("ok",)]

    try:
        without = seconds(look, 3)
        with database_files.room(connection):
            return without / seconds(look, 3)
    finally:
        connection.close()


def _fill(writing: Session, practice: BenchPractice) -> None:
    """Full caseloads, whose sessions were stored week by week: those of one client lie far apart in the file."""
    others = (person(writing, f"clinician{n}", Role.CLINICIAN) for n in range(CLINICIANS - 1))
    start = TODAY - (WEEKS + 1) * WEEK
    by_week: list[list[tuple[dict[str, object], UUID]]] = [[] for _ in range(WEEKS)]
    for clinician in (practice.clinician, *others):
        for _ in range(CLIENTS):
            asked = new_client("session-check", starts_on=start)
            client = clients.add_client(writing, clinician, asked, now=clock.now())
            rows = sessions(client.id, clinician.id, start, WEEKS)
            for week, row in zip(by_week, rows, strict=True):
                week.append((row, participant_a(client).id))
    for number, week in enumerate(by_week):
        Random(number).shuffle(week)  # noqa: S311  (the same in every run)
        writing.execute(insert(TherapySession), [row for row, _ in week])
        ratings = [rating(row, participant, number) for row, participant in week]
        writing.execute(insert(Rating), ratings)
