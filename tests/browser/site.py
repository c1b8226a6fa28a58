"""A site of its own for the browser: the demo caseload on a real server, and clients made for one test."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Thread
from uuid import UUID

from flask import Flask
from flask_security import hash_password
from sqlalchemy import select
from werkzeug.middleware.dispatcher import DispatcherMiddleware
from werkzeug.serving import WSGIRequestHandler, make_server
from werkzeug.wrappers import Response

from tests.conftest import PASSWORD, entry, make_app, marks, new_client
from tracker import clock, db, migrations
from tracker.config import Settings
from tracker.domain.people.access import Actor, Role
from tracker.models import Client, User
from tracker.services.access import sign_ins
from tracker.services.care import flag_answers, sessions
from tracker.services.care.flag_answers import Reply
from tracker.services.care.sessions import SessionDetails
from tracker.services.demo import caseload as demo
from tracker.services.office.actors import actor_of
from tracker.services.people import accounts
from tracker.services.record import clients, records

# Beside the demo's people: whoever owns the clients that tests write to, so that the demo stays as it was told; and two
# people who have nothing yet.
MORE_PEOPLE = (
    ("writer@demo.example", "Vera Holm", Role.CLINICIAN),
    ("newcomer@demo.example", "Ada Brandt", Role.CLINICIAN),
    ("twenty@demo.example", "Iris Vogel", Role.CLINICIAN),
    ("alone@demo.example", "Kai Moreau", Role.SUPERVISOR),
)

# An empty page of the site's own: to go to another site, about:blank as well, the browser starts another process.
EMPTY_PATH = "/empty"
EMPTY = Response(
    "<!doctype html><title>Empty</title><link rel=icon href=data:,>", mimetype="text/html"
)


@dataclass
class Site:
    """The running app: `people` by the name in their address, `demo` clients by their initials."""

    app: Flask
    url: str
    people: dict[str, Actor] = field(default_factory=dict)
    demo: dict[str, UUID] = field(default_factory=dict)

    @property
    def today(self) -> date:
        """The day of the practice; a run may go on past midnight."""
        return clock.now().date()

    def client(
        self,
        *weeks: str,
        measures: tuple[str, ...] = ("session-check",),
        who: str = "writer",
        **details: object,
    ) -> UUID:
        """A new client of a clinician with a session a week ("8 8 7 8": the client's marks), the last a week ago."""
        start = self.today - timedelta(weeks=len(weeks) + 1)
        asked = new_client(*measures, starts_on=start, **details)
        with self.app.app_context(), db.transaction() as writing:
            made = clients.add_client(writing, self.people[who], asked, now=clock.now())
            client_id = made.id
        for n, week in enumerate(weeks):
            self.log(client_id, week, days_ago=7 * (len(weeks) - n), who=who)
        return client_id

    def log(self, client_id: UUID, week: str, *, days_ago: int = 0, who: str = "writer") -> UUID:
        """The id of a session logged on its day, with the client's marks on the session check."""
        now = clock.now() - timedelta(days=days_ago)
        rated = entry(marks(*week.split()))
        with self.app.app_context(), db.transaction() as writing:
            details = SessionDetails(held_on=self.today - timedelta(days=days_ago))
            made = sessions.log_session(
                writing, self.people[who], client_id, details, rated, now=now
            )
            return made.id

    def meet(self) -> None:
        """Learn who there is."""
        with self.app.app_context(), db.reading() as reading:
            users = reading.scalars(select(User))
            self.people = {user.email.split("@")[0]: actor_of(user) for user in users}

    def sessions_of(self, client_id: UUID) -> list[UUID]:
        """The ids of a client's sessions in their order."""
        return [slot.session_id for slot in self._record(client_id).course.slots]

    def layout_of(self, client_id: UUID) -> str | None:
        """How the answers lay on the screen when a client's last session was rated."""
        of = self._record(client_id).course
        return next(chain[-1].scale_layout for chain in of.ratings_of(of.sessions[-1].id))

    def flag_of(self, client_id: UUID) -> UUID:
        """The id of a client's last check-in."""
        return max(self._record(client_id).flags, key=lambda view: view.slot.number).flag.id

    def answer(self, flag_id: UUID, reply: Reply, *, who: str = "writer") -> None:
        """Answer a check-in of a clinician's client."""
        with self.app.app_context(), db.transaction() as writing:
            flag_answers.answer_flag(writing, self.people[who], flag_id, reply, now=clock.now())

    def end_sign_in(self, cookie: str) -> None:
        """Let the sign-in of a session cookie lapse, as it does when nobody uses it for a while."""
        with self.app.app_context(), db.transaction() as writing:
            sign_ins.end_sign_in(writing, self._token(cookie), reason="idle", now=clock.now())

    def holds(self, cookie: str, *, spare: timedelta = timedelta(minutes=5)) -> bool:
        """Whether the sign-in of a session cookie holds, and will for a while even if nobody uses it."""
        with self.app.app_context(), db.reading() as reading:
            return bool(
                sign_ins.check_sign_in(
                    reading,
                    self._token(cookie),
                    now=clock.now() + spare,
                )
            )

    def _token(self, cookie: str) -> str:
        serializer = self.app.session_interface.get_signing_serializer(self.app)
        return str(serializer.loads(cookie)["sign_in"])

    def _record(self, client_id: UUID) -> records.Record:
        with self.app.app_context(), db.reading() as reading:
            owner = reading.get_one(Client, client_id).clinician_id
            actor = next(actor for actor in self.people.values() if actor.id == owner)
            return records.record(reading, actor, client_id, now=clock.now())


class Quiet(WSGIRequestHandler):
    """Serves without a line of log for every file."""

    def log_request(self, code: int | str = "-", size: int | str = "-") -> None:
        """Say nothing."""


def _fill(now: datetime) -> None:
    """The demo, and the people beside it."""
    with db.transaction() as writing:
        demo.make(writing, hash_password, PASSWORD, now=now)
    for email, name, role in MORE_PEOPLE:
        add_person(email, name, role, now)


def add_person(email: str, name: str, role: Role, now: datetime) -> None:
    """Somebody who signs in with the password of everyone here."""
    with db.transaction() as writing:
        accounts.add_account(
            writing,
            None,
            email=email,
            name=name,
            roles=frozenset({role}),
            password_hash=hash_password(PASSWORD),
            now=now,
        )


def add_people(site: Site, people: Iterable[tuple[str, str, Role]]) -> None:
    """More people of the site, each by the name in their address, their own name and their role."""
    with site.app.app_context():
        for key, name, role in people:
            add_person(f"{key}@demo.example", name, role, clock.now())
    site.meet()


@contextmanager
def running(folder: Path, fill: Callable[[datetime], None] = _fill) -> Iterator[Site]:
    """The site, on a free port of this machine until the block ends; filled with the demo unless told otherwise."""
    app = make_app(Settings(instance=folder))
    now = clock.now()
    with app.app_context():
        migrations.upgrade(db.engine())
        fill(now)
    served = DispatcherMiddleware(app, {EMPTY_PATH: EMPTY})
    server = make_server("127.0.0.1", 0, served, threaded=True, request_handler=Quiet)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    site = Site(app, f"http://127.0.0.1:{server.server_port}")
    app.config["TRACKER_SITE"] = site.url  # as a phone would reach it
    site.meet()
    with app.app_context(), db.reading() as reading:
        site.demo = {client.initials: client.id for client in reading.scalars(select(Client))}
    yield site
    server.shutdown()
    thread.join()
    server.server_close()
    with app.app_context():
        db.engine().dispose()
