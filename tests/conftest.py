"""Databases, the app, and the cast: a clinician, a supervisor, an administrator, and an outsider who must see nothing."""

import contextvars
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4
from zlib import crc32

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_security import hash_password
from sqlalchemy import text
from sqlalchemy.orm import Session

from tests import databases, depth, keeping
from tracker import clock, db
from tracker.app import create_app
from tracker.config import Settings
from tracker.domain.course.clients import AgeBand, Format
from tracker.domain.course.sessions import Setting
from tracker.domain.measures.entries import Entered
from tracker.domain.measures.measure import Rater
from tracker.domain.people.access import Actor, Role
from tracker.models import User
from tracker.services.access import sign_ins, supervision
from tracker.services.care import sessions
from tracker.services.care.sessions import SessionDetails
from tracker.services.office.actors import actor_of
from tracker.services.people import accounts
from tracker.services.record import clients
from tracker.services.record.ratings import RatingsEntry
from tracker.services.trail.late_reads import LateReads

pytest_addoption = depth.pytest_addoption
pytest_configure = depth.pytest_configure
pytest_collection_modifyitems = depth.pytest_collection_modifyitems

PASSWORD = "correct-horse-battery"
ITEMS = ("bond", "goals", "tasks", "overall")
FAST_HASH = {
    "SECURITY_PASSWORD_HASH_PASSLIB_OPTIONS": {"argon2__time_cost": 1, "argon2__memory_cost": 64}
}


@pytest.fixture(scope="session")
def postgresql() -> Iterator[str]:
    """The URL of a real PostgreSQL server, which stops with the tests."""
    with databases.server() as url:
        yield url


@pytest.fixture
def careful_server(postgresql: str) -> Iterator[str]:
    """The URL of that server, which waits for its disk until the test ends."""
    with databases.careful(postgresql):
        yield postgresql


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
    app.jinja_env.finalize = in_points
    return app


def in_points(printed: object) -> object:
    """What a template prints: nothing that reads "16/5"; the filters turn a fraction into points."""
    whole = not isinstance(printed, Fraction) or printed.denominator == 1
    assert whole, f"printed as a fraction: {printed}"
    return printed


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
        actor = getattr(self, name)
        assert isinstance(actor, Actor)
        return actor


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


def one_more(writing: Session, name: str, role: Role) -> User:
    """Somebody beside the cast, who cannot sign in."""
    return accounts.add_account(
        writing,
        None,
        email=f"{name.lower()}@practice.example",
        name=name,
        roles=frozenset({role}),
        password_hash="no password",
        now=clock.now(),
    )


def make_cast(app: Flask) -> Cast:
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


@dataclass(frozen=True)
class Prepared:
    """An app and its database, kept as it is without anybody and with the cast."""

    database: databases.Database
    cast: Cast

    @classmethod
    def on(cls, database: databases.Database) -> "Prepared":
        """The app on that database, which has been brought up and holds nobody yet."""
        database.keep("empty")
        with database.app.app_context():
            cast = make_cast(database.app)
        database.keep("cast")
        return cls(database, cast)

    def close(self) -> None:
        """Close its connections."""
        with self.database.app.app_context():
            db.engine().dispose()


@pytest.fixture(scope="session")
def on_sqlite(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """The app on an encrypted file."""
    settings = Settings(instance=tmp_path_factory.mktemp("instance"))
    assert settings.database_file
    ready = Prepared.on(databases.File(make_app(settings), settings.database_file))
    yield ready
    ready.close()


@pytest.fixture(scope="session")
def on_postgresql(postgresql: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Prepared]:
    """The app on the PostgreSQL server."""
    settings = Settings(instance=tmp_path_factory.mktemp("pg"), database_url=postgresql)
    ready = Prepared.on(databases.Server(make_app(settings)))
    yield ready
    ready.close()


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run each test of the app on the databases that it is for."""
    databases.run_on_databases(metafunc)


@pytest.fixture
def prepared(request: pytest.FixtureRequest, database: str) -> Prepared:
    """The app and its database, renewed."""
    ready = request.getfixturevalue(f"on_{database}")
    assert isinstance(ready, Prepared)
    ready.database.renew("cast" if "cast" in request.fixturenames else "empty")
    return ready


@pytest.fixture
def app(prepared: Prepared, request: pytest.FixtureRequest) -> Iterator[Flask]:
    """The app on a fresh database; `tests/databases.py` says which tests run on both. Whatever a test did: what is kept
    of its clients is what would be worked out. Looked at after each test in a long run, else after one in five."""
    flask_app = prepared.database.app
    flask_app.extensions["tracker.late_reads"] = LateReads()  # none of another test's reads
    with flask_app.app_context():
        yield flask_app
        if depth.depth() or crc32(request.node.nodeid.encode()) % 5 == 0:
            with db.reading() as reading:
                assert keeping.kept_otherwise(reading) == []


@pytest.fixture
def cast(prepared: Prepared, app: Flask) -> Cast:
    """The four people and two clients, who are in the database from the beginning."""
    assert prepared.database.holds == "cast"
    return prepared.cast


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
