"""What `tracker doctor` looks at: each check says what it found, and what to do where that is not as it should be."""

import os
import stat
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from zoneinfo import available_timezones

from sqlalchemy import exists, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from tracker.domain.people.access import Role
from tracker.keys import Keys
from tracker.models import RoleRow, User
from tracker.reference.loader import read_measures
from tracker.reference.tables import BadFile
from tracker.services.office import practice
from tracker.services.storage import backup
from tracker.services.storage.database_files import INTEGRITY, Damaged, room
from tracker.services.storage.trail_check import TrailReport

OLDEST_LIBRARY = (3, 51, 3)  # before it, SQLite's write-ahead log could be damaged by a race
DAILY = timedelta(days=2)  # design default: a nightly backup that was missed once is said
WEEKLY = timedelta(days=8)  # design default
LEAST_FREE = 200 * 1024 * 1024  # design default
THIS_MACHINE = frozenset({"127.0.0.1", "localhost", "[::1]"})
EMBEDDED = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "secure_delete": "1"}
SERVER = {"fsync": "on", "full_page_writes": "on"}
DURABLE_COMMITS = {"on", "remote_apply"}


class Health(StrEnum):
    """How a thing stands."""

    OK = "ok"
    LOOK = "look"
    WRONG = "wrong"


@dataclass(frozen=True)
class HealthCheck:
    """One line: what was looked at, how good or bad it is, the state it was found in, what to do."""

    name: str
    level: Health
    state: str
    to_do: str = ""


def _check(
    name: str, good: bool, state: str, to_do: str, bad: Health = Health.WRONG
) -> HealthCheck:
    return HealthCheck(name, Health.OK, state) if good else HealthCheck(name, bad, state, to_do)


def key_files(folder: Path) -> HealthCheck:
    """Whether only their owner can read the keys."""
    open_to_others = [
        path.name
        for path in [folder, *sorted(folder.glob("*.key"))]
        if os.name == "posix" and stat.S_IMODE(path.stat().st_mode) & 0o077
    ]
    state = (
        f"others can read {', '.join(open_to_others)}" if open_to_others else "there, and private"
    )
    to_do = f"chmod 700 {folder}; chmod 600 {folder}/*.key"
    return _check("keys", not open_to_others, state, to_do)


def version(current: str | None, *, up_to_date: bool) -> HealthCheck:
    """Whether the database has the form that this program knows."""
    state = f"version {current}" if current else "empty"
    return _check("version", up_to_date, state, "tracker database upgrade")


def library(installed: tuple[int, ...]) -> HealthCheck:
    """Whether the embedded library is one that keeps its write-ahead log whole."""
    number = ".".join(map(str, installed))
    return _check(
        "SQLite",
        installed >= OLDEST_LIBRARY,
        number,
        "Install the versions of requirements/run.lock",
    )


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
    return _check("safety", not wrong, state, "Set it back: acknowledged sessions can be lost")


def integrity(db: Session) -> HealthCheck:
    """Whether every page and every link of the embedded database is sound."""
    if db.get_bind().dialect.name != "sqlite":
        return HealthCheck("integrity", Health.OK, "the server's own to look at: pg_amcheck")
    db.execute(text("PRAGMA wal_checkpoint(PASSIVE)")).all()  # the pages are looked at in the file
    with room(db.connection().connection.driver_connection):
        faults = [question for question in INTEGRITY if not _sound(db, question)]
    state = f"faults in {', '.join(faults)}" if faults else "every page and link is sound"
    return _check("integrity", not faults, state, "Stop the server, and restore the newest backup")


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


def disk_space(free: int, size: int) -> HealthCheck:
    """Whether another backup fits, with room to go on. Bytes that are free, and bytes of the database."""
    needed = max(LEAST_FREE, 3 * size)
    state = f"{free // (1024 * 1024):,} MB free"
    return _check(
        "disk", free >= needed, state, f"Make room: {needed // (1024 * 1024):,} MB are wanted"
    )


def administrator(db: Session) -> HealthCheck:
    """Whether anyone can run the practice."""
    one = exists().where(User.active, User.roles.any(RoleRow.name == Role.ADMINISTRATOR))
    there = bool(db.scalar(select(one)))
    state = "there is one" if there else "there is none who can sign in"
    return _check("administrator", there, state, "tracker accounts add --role administrator")


def time_zone(db: Session) -> HealthCheck:
    """Whether the days of the practice are known."""
    zone = practice.practice(db).time_zone
    return _check(
        "time zone",
        zone in available_timezones(),
        zone,
        "tracker practice --time-zone, such as Europe/Berlin",
    )


def reached(hosts: Iterable[str], *, secure: bool) -> HealthCheck:
    """Whether whoever reaches the site from another machine does so by https."""
    others = sorted(set(hosts) - THIS_MACHINE)
    if not others:
        return HealthCheck("https", Health.OK, "served to this machine only")
    names = ", ".join(others)
    return _check(
        "https",
        secure,
        f"served as {names}{'' if secure else ' without https'}",
        "Put https before it (docs/operations.md), and set TRACKER_HTTPS=1",
    )


def own_measures(folder: Path) -> HealthCheck:
    """Whether the practice's own measure files can be read."""
    if not folder.is_dir():
        return HealthCheck("measures", Health.OK, "no files of the practice's own")
    try:
        count = len(read_measures(folder, shipped=False).current)
    except BadFile as error:
        return HealthCheck(
            "measures", Health.WRONG, str(error), "Correct the file, or take it away"
        )
    return HealthCheck("measures", Health.OK, f"{count} of the practice's own")
