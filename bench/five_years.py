"""An agency's five years in one embedded database, made by plain SQL: as large as a database gets.

    make five-years                  500 clinicians, 2.6 million sessions, 5.2 million ratings, in build/five-years
    make five-years CLINICIANS=50    a tenth of it

A quarter is one transaction, and all that is made follows from its number: what was stopped goes on where it was.
"""

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from hashlib import blake2b
from pathlib import Path
from random import Random
from typing import Any, NamedTuple
from uuid import UUID

from flask import Flask
from sqlalchemy import Connection, func, select

from bench.pages import getter, multiple, with_bare_page
from tests.conftest import Browser, make_app, password_hash
from tests.durability.practice import open_practice
from tracker import clock, db
from tracker.cli.acts.serve import settled
from tracker.config import Settings
from tracker.domain.people.access import Actor, Role
from tracker.domain.rules.findings import RULES_VERSION
from tracker.models import Client, TherapySession, User
from tracker.reference.loader import measures
from tracker.services.access import supervision
from tracker.services.installation import installation
from tracker.services.office.actors import actor_of
from tracker.services.people import accounts
from tracker.services.record import kept_courses
from tracker.services.trail import audit

CLINICIANS = 500
QUARTERS = 20
WEEKS = 13  # of a quarter
SLOTS = 20  # clients of a clinician at one time, each seen weekly
SHORTEST = 8  # weeks of a course
LONGEST = 32
FALLS = 16  # of 256 sessions: where the bond falls from 8 to 5
OPEN_WEEKS = 8  # flags of the last weeks may be unanswered
KEPT = 100  # one clinician in so many has what is kept of all clients
ROOM = 1_000_000  # KiB of the database in memory while it is made
WEEK = timedelta(weeks=1)

ROWS = {
    "clients": "id code initials own_reference age_band format usual_setting language starts_on clinician_id created_at"
    " created_by_id version",
    "participants": "id client_id letter",
    "client_measures": "client_id measure_key position",
    "therapy_sessions": "id client_id clinician_id held_on status setting note still_useful right_things not_working"
    " markers start_marks recorded_at recorded_by_id version",
    "ratings": "id session_id participant_id measure_key measure_version variant rater blind given input_mode channel"
    " device_class language answers total rules_version recorded_at recorded_by_id correction_reason",
    "flags": "id client_id session_id participant_id measure_key rater tier concern raised_at version",
    "flag_findings": "id flag_id sequence rating_id kind strength detail rules_version found_at",
    "flag_answers": "id flag_id sequence finding_id answer moves note recorded_at recorded_by_id",
    "repairs": "id client_id session_id flag_id version",
    "repair_entries": "id repair_id sequence act rupture moves markers note reason recorded_at recorded_by_id",
    "audit_entries": "seq at actor_id event object_id client_id detail previous hash",
}
Made = dict[str, list[tuple[Any, ...]]]


class Treatment(NamedTuple):
    """A course of weekly sessions in a slot of a clinician: whose, from which week on, and how many."""

    client: str
    first: int
    weeks: int


def made_id(*of: object) -> str:
    """An id that is the same whenever it is made, as the database has it."""
    return blake2b("/".join(map(str, of)).encode(), digest_size=16).hexdigest()


@cache
def treatments(place: int, slot: int) -> tuple[Treatment, ...]:
    """Who is treated in a slot of the clinician at that place, one after the other."""
    chance = Random(f"{place} {slot}")  # noqa: S311 - the same each time, and no secret
    week = -chance.randrange(SHORTEST)
    one_by_one = []
    while week < QUARTERS * WEEKS:
        weeks = chance.randint(SHORTEST, LONGEST)
        first = max(week, 0)
        one_by_one.append(Treatment(made_id(place, slot, week), first, weeks - (first - week)))
        week += weeks + 1
    return tuple(one_by_one)


class TrailEnd:
    """The end of the audit trail, from which it goes on."""

    def __init__(self, connection: Connection, key: bytes) -> None:
        self.key = key
        self.seq, self.previous = connection.exec_driver_sql(
            "SELECT seq, hash FROM audit_head"
        ).one()

    def entry(
        self, at: str, actor: str, event: str, of: str, client: str, detail: str
    ) -> tuple[Any, ...]:
        """The next entry, as a row."""
        self.seq += 1
        before = self.previous
        what = (actor, event, of, client, json.loads(detail))
        self.previous = audit._hash(self.key, self.seq, audit._moment(at), *what, before)
        return self.seq, at, actor, event, of, client, detail, before, self.previous


def quarter(
    number: int, clinicians: list[str], begins: datetime, chain: TrailEnd
) -> Iterator[Made]:
    """The rows of a quarter, a week at a time and in the order of its hours."""
    weeks = range(number * WEEKS, (number + 1) * WEEKS)
    for week in weeks:
        made: Made = {table: [] for table in ROWS}
        may_be_open = week >= QUARTERS * WEEKS - OPEN_WEEKS
        for slot in sorted(range(SLOTS), key=_hour):
            at = begins + week * WEEK + _hour(slot)
            for place, clinician in enumerate(clinicians):
                for each in treatments(place, slot):
                    if each.first <= week < each.first + each.weeks:
                        _session(made, chain, clinician, each, week - each.first, at, may_be_open)
        yield made


def _hour(slot: int) -> timedelta:
    """When in the week the client of a slot comes."""
    return timedelta(days=slot % 5, hours=8 + slot // 5)


def _session(
    made: Made,
    chain: TrailEnd,
    clinician: str,
    of: Treatment,
    week: int,
    at: datetime,
    may_be_open: bool,
) -> None:
    """A session with both ratings, and what comes of a fall."""
    client = of.client
    person = made_id(client, "A")
    moment = f"{at:%Y-%m-%d %H:%M:%S.%f}"
    day = f"{at:%Y-%m-%d}"
    by = (moment, clinician)
    if week == 0:
        _client(made, clinician, client, person, day, moment)
    session = made_id(client, week)
    fell = _falls(client, week)
    marks = json.dumps({"bond": 5 if fell else 8, "goals": 8, "tasks": 8, "overall": 8})
    made["therapy_sessions"].append(
        (
            session,
            client,
            clinician,
            day,
            "attended",
            "in_person",
            "",
            "",
            "",
            "",
            "[]",
            "{}",
            *by,
            1,
        )
    )
    given = ("", "client", 1, "in_session", "numbers", "typed", "desktop", "en")
    for key, answers, total in (("session-check", marks, None), ("ors", "{}", 180 + week * 4)):
        version = measures()[key].version
        rating = (made_id(session, key), session, person, key, version, *given, answers, total)
        made["ratings"].append((*rating, RULES_VERSION, *by, ""))
    trail = made["audit_entries"]
    trail.append(chain.entry(moment, clinician, "client.read", client, client, "{}"))
    trail.append(
        chain.entry(moment, clinician, "session.logged", session, client, '{"ratings": 2}')
    )
    if fell and week and not _falls(client, week - 1):
        _flag(
            made,
            chain,
            clinician,
            client,
            person,
            (session, made_id(client, week - 1)),
            moment,
            may_be_open,
        )


def _falls(client: str, week: int) -> bool:
    return int(made_id(client, week)[:2], 16) < FALLS


def _client(made: Made, clinician: str, client: str, person: str, day: str, moment: str) -> None:
    code = f"F{client[:11]}"
    who = ("adult", "individual", "in_person", "en", day, clinician, moment, clinician, 1)
    made["clients"].append((client, code, "", "", *who))
    made["participants"].append((person, client, "A"))
    for position, key in enumerate(("session-check", "ors")):
        made["client_measures"].append((client, key, position))


def _flag(
    made: Made,
    chain: TrailEnd,
    clinician: str,
    client: str,
    person: str,
    sessions: tuple[str, str],
    moment: str,
    may_be_open: bool,
) -> None:
    """The check-in of a fall since the session before, with its answer, and a repair for one in ten."""
    session, before = sessions
    flag, finding, answer = (made_id(session, name) for name in ("flag", "finding", "answer"))
    rating = made_id(session, "session-check")
    fall = {"key": "bond", "previous": "8", "base": "8", "now": "5", "since": str(UUID(before))}
    detail = {"falls": [fall | {"stale": False, "points": "2"}], "compared": [], "reason": ""}
    text = json.dumps(detail | {"held_back": None, "own_setting": False})
    place = (client, session, person, "session-check", "client")
    made["flags"].append((flag, *place, "check_in", "check_in", moment, 1))
    made["flag_findings"].append((finding, flag, 1, rating, "drop", 2, text, RULES_VERSION, moment))
    said = json.dumps({"kind": "drop", "rules": RULES_VERSION})
    made["audit_entries"].append(chain.entry(moment, clinician, "flag.raised", flag, client, said))
    if may_be_open and flag[0] in "012":
        return
    by = (moment, clinician)
    made["flag_answers"].append((answer, flag, 1, finding, "talked", "[]", "", *by))
    if flag[1] in "0a":
        repair = made_id(flag, "repair")
        made["repairs"].append((repair, client, session, flag, 1))
        entry = (made_id(repair, "entry"), repair, 1, "opened", "withdrawal", "[]", "[]", "", "")
        made["repair_entries"].append((*entry, *by))


def people(app: Flask, number: int, since: datetime) -> list[str]:
    """The ids of so many clinicians, who came on a day, in the order of their names; of the first in a hundred there is a
    supervisor."""
    hashed = password_hash(app)
    with app.app_context(), db.transaction() as writing:
        there = {user.name for user in writing.scalars(select(User))}
        made = {"roles": frozenset({Role.CLINICIAN}), "password_hash": hashed, "now": since}
        for each in (f"Clinician {n:03d}" for n in range(number)):
            if each not in there:
                email = f"{each.replace(' ', '-').lower()}@agency.example"
                accounts.add_account(writing, None, email=email, name=each, **made)
        named = select(User.id, User.name).where(User.name.like("Clinician %")).order_by(User.name)
        ids = [row.id for row in writing.execute(named)]
        if "Supervisor" not in there:
            made["roles"] = frozenset({Role.SUPERVISOR})
            who = accounts.add_account(
                writing, None, email="supervisor@agency.example", name="Supervisor", **made
            )
            for clinician in _kept(ids):
                of = {"supervisor": who.id, "clinician": clinician}
                supervision.link_supervision(writing, **of, starts_on=since.date(), now=since)
    return [each.hex for each in ids]


def _kept(clinicians: list[Any]) -> list[Any]:
    return clinicians[: max(len(clinicians) // KEPT, 1)]


def opened(folder: Path) -> Flask:
    """The app on the instance in that folder, made there where there is none."""
    if (folder / "tracker.db").exists():
        return make_app(Settings(instance=folder))
    app, _ = open_practice(folder)
    return app


def make(folder: Path, number: int, say: Callable[[str], None]) -> None:
    """Make the agency, or what is missing of it, and say how long that took."""
    begun = time.monotonic()
    app = opened(folder)
    with app.app_context():
        with db.reading() as reading:
            key = installation(reading).audit_key
            days = select(func.min(TherapySession.held_on), func.max(TherapySession.held_on))
            first, last = reading.execute(days).one()
        first = first or clock.now().date() - QUARTERS * WEEKS * WEEK
        weeks = (last - first).days // 7 + 1 if last else 0
        begins = datetime.combine(first, datetime.min.time(), tzinfo=UTC)
        clinicians = people(app, number, begins)
        for each in range(weeks // WEEKS, QUARTERS):
            _store(each, clinicians, begins, key)
            say(f"quarter {each + 1} of {QUARTERS}: {time.monotonic() - begun:.0f} s")
        keep_clients_of([UUID(each) for each in _kept(clinicians)])
    say(f"made in {(time.monotonic() - begun) / 60:.1f} minutes: {folder}")


def _store(number: int, clinicians: list[str], begins: datetime, key: bytes) -> None:
    """Write a quarter. Its rows are not counted one by one: nothing is kept of these clients yet."""
    counting = "FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%\\_count\\_%' ESCAPE '\\'"
    with db.engine().connect() as connection:
        connection.exec_driver_sql(f"PRAGMA cache_size = -{ROOM}")
        triggers = connection.exec_driver_sql(f"SELECT name, sql {counting}").all()
        for name, _ in triggers:
            connection.exec_driver_sql(f"DROP TRIGGER {name}")
        chain = TrailEnd(connection, key)
        for made in quarter(number, clinicians, begins, chain):
            for table, rows in made.items():
                columns = ROWS[table].split()
                places = ", ".join("?" * len(columns))
                statement = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({places})"  # noqa: S608 - names of ours
                if rows:
                    connection.exec_driver_sql(statement, rows)
        head = "UPDATE audit_head SET seq = ?, hash = ?"
        connection.exec_driver_sql(head, (chain.seq, chain.previous))
        for _, trigger in triggers:
            connection.exec_driver_sql(trigger)
        connection.commit()


def keep_clients_of(clinicians: list[UUID]) -> None:
    """Keep what pages read of all clients of these clinicians."""
    with db.reading() as reading:
        wanted = kept_courses.outdated(reading).where(Client.clinician_id.in_(clinicians))
        ids = list(reading.scalars(wanted))
    for start in range(0, len(ids), kept_courses.AT_ONCE):
        with db.transaction() as writing:
            some = ids[start : start + kept_courses.AT_ONCE]
            kept_courses.keep(writing, some, now=clock.now())


class SignedIn(NamedTuple):
    """The app of the agency, and a browser of one person."""

    app: Flask
    page: Browser


def measured(folder: Path, say: Callable[[str], None]) -> None:
    """Say what pages cost there in bare pages: of the first clinician, of a client of theirs, and of the supervisor."""
    app = opened(folder)
    with_bare_page(app)
    with app.app_context():
        with db.reading() as reading:
            named = {user.name: actor_of(user) for user in reading.scalars(select(User))}
            clinician = named["Clinician 000"]
            longest = (
                select(TherapySession.client_id).join(Client).group_by(TherapySession.client_id)
            )
            of = longest.where(Client.clinician_id == clinician.id).order_by(func.count().desc())
            client = reading.scalars(of.limit(1)).one()
            rows = reading.scalar(select(func.count()).select_from(TherapySession))
        by = {name: _visited(app, named[name]) for name in ("Clinician 000", "Supervisor")}
    settled(app)
    say(f"{rows:,} sessions, {(folder / 'tracker.db').stat().st_size / 1e9:.1f} GB; in bare pages:")
    for who, name, path in (
        ("Clinician 000", "caseload", "/"),
        ("Clinician 000", "record", f"/clients/{client}"),
        ("Clinician 000", "form", f"/clients/{client}/sessions/new"),
        ("Supervisor", "board", "/supervision?show=all"),
    ):
        say(f"{name}: {multiple(by[who], getter(by[who], path))}")


def _visited(app: Flask, actor: Actor) -> SignedIn:
    return SignedIn(app, Browser(app.test_client()).sign_in_as(actor))


def main() -> None:
    """Make it where the command says, or say what its pages cost."""
    wanted = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    wanted.add_argument("folder", type=Path)
    wanted.add_argument("--clinicians", type=int, default=CLINICIANS)
    wanted.add_argument("--measure", action="store_true", help="say what its pages cost")
    asked = wanted.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    if asked.measure:
        measured(asked.folder, _say)
    else:
        make(asked.folder, asked.clinicians, _say)


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
