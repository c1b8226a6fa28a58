"""What `tracker doctor` looks at in a database and its backups: each check says what it found, and what to do where
that is not as it should be."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import available_timezones

from sqlalchemy import exists, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from tracker.domain.people.access import Role
from tracker.keys import Keys
from tracker.models import RoleRow, User
from tracker.services.office import practice
from tracker.services.storage import backup
from tracker.services.storage.database_files import INTEGRITY, Damaged, room
from tracker.services.storage.machine import Health, HealthCheck, check
from tracker.services.storage.trail_check import TrailReport

DAILY = timedelta(days=2)  # design default: a nightly backup that was missed once is said
WEEKLY = timedelta(days=8)  # design default
EMBEDDED = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"}
SERVER = {"fsync": "on", "full_page_writes": "on"}
DURABLE_COMMITS = {"on", "remote_apply"}


def version(current: str | None, *, up_to_date: bool) -> HealthCheck:
    """Whether the database has the form that this program knows."""
    state = f"version {current}" if current else "empty"
    return check("version", up_to_date, state, "tracker database upgrade")


def safety(db: Session) -> HealthCheck:
    """Whether what is committed stays, as the database itself says."""
    if db.get_bind().dialect.name == "sqlite":
        read = {name: str(db.scalar(text(f"PRAGMA {name}"))) for name in EMBEDDED}
        wrong = [f"{name} is {read[name]}" for name in read if read[name] != EMBEDDED[name]]
    else:
        read = {name: str(db.scalar(text(f"SHOW {name}"))) for name in SERVER}
        wrong = [f"{name} is {read[name]}" for name in read if read[name] != SERVER[name]]
        commits = str(db.scalar(text("SHOW synchronous_commit")))
        if commits not in DURABLE_COMMITS:
            wrong.append(f"synchronous_commit is {commits}")
    state = "; ".join(wrong) or "what is saved outlives a power cut"
    return check("safety", not wrong, state, "Set it back: acknowledged sessions can be lost")


def integrity(db: Session) -> HealthCheck:
    """Whether every page and every link of the embedded database is sound."""
    if db.get_bind().dialect.name != "sqlite":
        return HealthCheck("integrity", Health.OK, "the server's own to look at: pg_amcheck")
    db.execute(text("PRAGMA wal_checkpoint(PASSIVE)")).all()  # the pages are looked at in the file
    with room(db.connection().connection.driver_connection):
        faults = [question for question in INTEGRITY if not _sound(db, question)]
    state = f"faults in {', '.join(faults)}" if faults else "every page and link is sound"
    return check("integrity", not faults, state, "Stop the server, and restore the newest backup")


def _sound(db: Session, question: str) -> bool:
    try:
        answer = [tuple(row) for row in db.execute(text(f"PRAGMA {question}"))]
    except DatabaseError:  # a page that cannot be read at all
        return False
    return answer in ([], [("ok",)])


def audit_trail(report: TrailReport) -> HealthCheck:
    """Whether the trail is whole."""
    state = f"{report.verdict.head.seq} entries, {len(report.lines)} signed heads"
    if report.kind:
        return HealthCheck(
            "audit trail",
            Health.WRONG,
            f"altered at entry {report.bad} ({report.kind})",
            "tracker audit verify",
        )
    if report.verdict.backwards:
        at = report.verdict.backwards[-1]
        state = f"whole, but the clock was set back at entry {at}"
        to_do = "See that the clock is set by the network"
        return HealthCheck("audit trail", Health.LOOK, state, to_do)
    return HealthCheck("audit trail", Health.OK, f"whole: {state}")


def newest_backup(folder: Path, secrets: Keys, now: datetime) -> HealthCheck:
    """How old the newest copy is, and whether it would open."""
    name = "backup"
    copies = backup.copies(folder)
    if not copies:
        return HealthCheck(name, Health.WRONG, "there is none", "tracker database backup")
    try:
        _, manifest = backup.examined(copies[-1], secrets)
    except Damaged as error:
        return HealthCheck(name, Health.WRONG, error.message, "tracker database backup")
    if manifest is None:
        return HealthCheck(
            name, Health.LOOK, f"{copies[-1].name} has no manifest", "tracker database backup"
        )
    days = (now - manifest.taken_at).days
    words = "taken today" if days < 1 else f"{days} {'day' if days == 1 else 'days'} old"
    if now - manifest.taken_at <= DAILY:
        return HealthCheck(name, Health.OK, f"{words}, and sound")
    level = Health.LOOK if now - manifest.taken_at <= WEEKLY else Health.WRONG
    return HealthCheck(
        name, level, words, "Let the machine's timer run tracker database backup every night"
    )


def administrator(db: Session) -> HealthCheck:
    """Whether anyone can run the practice."""
    one = exists().where(User.active, User.roles.any(RoleRow.name == Role.ADMINISTRATOR))
    there = bool(db.scalar(select(one)))
    state = "there is one" if there else "there is none who can sign in"
    return check("administrator", there, state, "tracker accounts add --role administrator")


def time_zone(db: Session) -> HealthCheck:
    """Whether the days of the practice are known."""
    zone = practice.practice(db).time_zone
    return check(
        "time zone",
        zone in available_timezones(),
        zone,
        "tracker practice --time-zone, such as Europe/Berlin",
    )
