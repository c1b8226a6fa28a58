"""A day's work against the real server, of the agency that `make five-years` made: what it serves at once, and how long
each page takes at 60 % of that, with a backup and an export in the middle.

Requests come when they are due, whether those before are answered or not, and how long one takes counts from when it
was due: a server that stands still is not excused by a client that waits for it.
"""

import argparse
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from datetime import timedelta
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from statistics import median, quantiles
from threading import Lock, local
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID, uuid4

from sqlalchemy import select

from bench.five_years import keep_clients_of, opened
from bench.start import answered, environment, resident, share, workers_of
from tests.conftest import Browser
from tests.instances import free_port
from tests.web.sending import rated
from tracker import clock, db
from tracker.models import Client, Flag, User
from tracker.services.office.actors import actor_of

AT_ONCE = 8  # connections; as many threads as two workers have
SHARE = 0.6  # of what the server can do
LONGER_AT_MOST = 10  # times the median of an idle server, at the 95th percentile
CLINICIANS = 16  # who work at the same time
# How often each is asked for, of twenty; design default: a list, the client, the form, what was saved, and now and then
# a flag or the board.
MIX = {"caseload": 6, "record": 4, "form": 3, "save": 3, "flag": 2, "handover": 1, "board": 1}
LONG_AGO = timedelta(
    weeks=8
)  # clients began at least then, so that sessions of any day since can be logged
Say = Callable[[str], None]


class Somebody(NamedTuple):
    """A person with the cookie of a sign-in, a token for forms, and the clients and flags that they open."""

    id: UUID
    cookie: str
    token: str
    clients: tuple[UUID, ...]
    flags: tuple[UUID, ...]


class LoadAnswer(NamedTuple):
    """A request: what it was, for how many seconds it was waited for, and what came."""

    kind: str
    seconds: float
    status: int


class Asker:
    """Sends requests of the mix to the server, each thread on a connection of its own."""

    def __init__(self, port: int, people: list[Somebody], supervisor: Somebody) -> None:
        self.port = port
        self.people = people
        self.supervisor = supervisor
        self.mine = local()
        self.connections: list[HTTPConnection] = []
        self.answers: list[LoadAnswer] = []
        self.lock = Lock()

    def ask(self, kind: str, chance: Random, due: float | None = None) -> None:
        """Send one request, and note how long it took from when it was due."""
        who = self.supervisor if kind == "board" else chance.choice(self.people)
        method, path, form = request_of(kind, who, chance)
        begun = time.monotonic() if due is None else due
        status = 0
        for _ in range(
            2
        ):  # as browsers do where the server has closed a connection that they held open
            kept = getattr(self.mine, "connection", None) is not None
            try:
                status = self._sent(method, path, form, who.cookie)
                break
            except OSError:
                self.mine.connection.close()
                self.mine.connection = None
                if not kept:
                    break
        answer = LoadAnswer(kind, time.monotonic() - begun, status)
        with self.lock:
            self.answers.append(answer)

    def _sent(self, method: str, path: str, form: dict[str, object] | None, cookie: str) -> int:
        connection = getattr(self.mine, "connection", None)
        if connection is None:
            connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
            self.mine.connection = connection
            self.connections.append(connection)
        headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "Accept-Encoding": "gzip"}
        if form is not None:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, urlencode(form) if form else None, headers)
        answer = connection.getresponse()
        answer.read()
        return int(answer.status)

    def close(self) -> None:
        """Let go of the connections."""
        for connection in self.connections:
            connection.close()


def request_of(
    kind: str, who: Somebody, chance: Random
) -> tuple[str, str, dict[str, object] | None]:
    """Method, path and form of a request."""
    client = chance.choice(who.clients) if who.clients else None
    paths = {
        "caseload": "/",
        "record": f"/clients/{client}",
        "form": f"/clients/{client}/sessions/new",
        "save": f"/clients/{client}/sessions/new",
        "handover": f"/clients/{client}/handover",
        "board": "/supervision",
        "export": f"/caseloads/{who.id}/report",
    }
    if kind == "flag":
        return "GET", f"/flags/{chance.choice(who.flags)}", None
    if kind == "export":
        form = {"csrf_token": who.token, "form_key": str(uuid4()), "kind": "csv"}
        return "POST", paths[kind], form | {"reason": "For the annual meeting"}
    if kind != "save":
        return "GET", paths[kind], None
    day = clock.now().date() - timedelta(days=chance.randrange(LONG_AGO.days))
    more = {"another_that_day": "y", "csrf_token": who.token, "form_key": str(uuid4())}
    return "POST", paths[kind], rated(chance.choice((5, 8)), 8, 8, 8, day=day, **more)


def people(folder: Path) -> tuple[list[Somebody], Somebody]:
    """Clinicians at work, and the supervisor, each signed in."""
    app = opened(folder)
    with app.app_context():
        with db.reading() as reading:
            users = sorted(reading.scalars(select(User)), key=lambda user: user.name)
            actors = [(user.name, actor_of(user)) for user in users]
            clients: dict[UUID, list[UUID]] = {}
            flags: dict[UUID, list[UUID]] = {}
            today = clock.now().date()
            lately = Client.starts_on.between(today - timedelta(weeks=20), today - LONG_AGO)
            of = select(Client.clinician_id, Client.id).where(lately)
            for clinician, client in reading.execute(of):
                clients.setdefault(clinician, []).append(client)
            of_flags = select(Client.clinician_id, Flag.id).join(Flag, Flag.client_id == Client.id)
            for clinician, flag in reading.execute(of_flags.where(lately)):
                flags.setdefault(clinician, []).append(flag)
        signed_in = {}
        for name, actor in actors:
            if len(signed_in) <= CLINICIANS or name == "Supervisor":
                page = Browser(app.test_client()).sign_in_as(actor)
                token = page.token()  # which goes into the cookie too
                cookie = page.client.get_cookie("session")
                assert cookie is not None
                mine = (tuple(clients.get(actor.id, ())), tuple(flags.get(actor.id, ())))
                signed_in[name] = Somebody(actor.id, f"session={cookie.value}", token, *mine)
        keep_clients_of([actor.id for name, actor in actors if name in signed_in])
        db.engine().dispose()
    at_work = [who for who in signed_in.values() if who.clients and who.flags]
    return at_work, signed_in["Supervisor"]


@contextmanager
def served(folder: Path, port: int) -> Iterator[int]:
    """The real server, two workers of four threads, on that instance; the id of its process."""
    command = [sys.executable, "-m", "tracker", "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment(folder), stdout=subprocess.DEVNULL) as process:  # noqa: S603  (our own server)
        try:
            answered(port)
            yield process.pid
        finally:
            process.terminate()


def kinds() -> list[str]:
    """The requests of a round of the mix."""
    return [kind for kind, often in MIX.items() for _ in range(often)]


def idle(asker: Asker) -> dict[str, float]:
    """The median of each kind where nobody else asks."""
    chance = Random(1)  # noqa: S311 - the same each time
    for kind in MIX:
        for _ in range(12):
            asker.ask(kind, chance)
    return {
        kind: median(each.seconds for each in asker.answers if each.kind == kind) for kind in MIX
    }


def saturated(asker: Asker, seconds: float) -> float:
    """How many requests a second are answered where each connection asks again at once."""
    until = time.monotonic() + seconds
    before = len(asker.answers)

    def go_on(number: int) -> None:
        chance = Random(number)  # noqa: S311 - the same each time
        while time.monotonic() < until:
            asker.ask(chance.choice(kinds()), chance)

    with ThreadPoolExecutor(AT_ONCE) as pool:
        list(pool.map(go_on, range(AT_ONCE)))
    return (len(asker.answers) - before) / seconds


def loaded(asker: Asker, rate: float, seconds: float, meanwhile: Callable[[], None]) -> None:
    """Ask so often a second; in the middle, something else is done beside."""
    begun = time.monotonic()
    chance = Random(2)  # noqa: S311 - the same each time
    with ThreadPoolExecutor(4 * AT_ONCE) as pool, ThreadPoolExecutor(1) as beside:
        number = 0
        other = None
        while (due := begun + number / rate) < begun + seconds:
            time.sleep(max(due - time.monotonic(), 0))  # until the next one is due
            pool.submit(asker.ask, chance.choice(kinds()), Random(number), due)  # noqa: S311 - likewise
            number += 1
            if other is None and due > begun + seconds / 3:
                other = beside.submit(meanwhile)
        if other:
            other.result()


def backed_up(folder: Path) -> None:
    """A backup, while the server is at work."""
    command = [sys.executable, "-m", "tracker", "database", "backup", "--keep", "1"]
    subprocess.run(command, env=environment(folder), check=True, stdout=subprocess.DEVNULL)  # noqa: S603  (our own command)


def measured(folder: Path, minutes: float, say: Say) -> bool:
    """True when a request failed, or the slowest took too long; says what was served, and how fast."""
    at_work, supervisor = people(folder)
    port = free_port()
    with served(folder, port) as server:
        with closing(Asker(port, at_work, supervisor)) as asker:
            alone = idle(asker)
        with closing(Asker(port, at_work, supervisor)) as asker:
            most = saturated(asker, max(minutes * 6, 5))
        say(f"requests a second that saturate it, {AT_ONCE} at once: {most:.1f}")
        before = _held(server)
        with closing(Asker(port, at_work, supervisor)) as asker:

            def meanwhile() -> None:
                backed_up(folder)
                asker.ask("export", Random(3))  # noqa: S311 - likewise

            loaded(asker, most * SHARE, minutes * 60, meanwhile)
        after = _held(server)
    failed = [each for each in asker.answers if each.status not in (200, 303)]
    say(f"{len(asker.answers)} requests at {most * SHARE:.1f} a second, failed: {len(failed)}")
    for (kind, status), number in Counter((each.kind, each.status) for each in failed).items():
        say(f"failed: {kind}, {status or 'no answer'}: {number}")
    slow = _said(asker.answers, alone, say)
    log = folder / "tracker.db-wal"
    say(f"memory of each worker, its share of all that it holds: {before} before, {after} after")
    say(f"write-ahead log: {log.stat().st_size / 1e6 if log.exists() else 0:.1f} MB")
    return bool(failed) or slow


def _said(answers: list[LoadAnswer], alone: dict[str, float], say: Say) -> bool:
    slow = False
    for kind in MIX:
        taken = [each.seconds for each in answers if each.kind == kind]
        if len(taken) < 20:
            say(f"{kind}: {len(taken)} requests, too few to tell")
            continue
        at_95 = quantiles(taken, n=20)[-1]
        times = at_95 / alone[kind]
        slow = slow or times > LONGER_AT_MOST
        say(
            f"{kind}: idle {alone[kind] * 1000:.0f} ms, median {median(taken) * 1000:.0f}, "
            f"95th percentile {at_95 * 1000:.0f}, {times:.1f} times idle; at most {LONGER_AT_MOST}"
        )
    return slow


def _held(server: int) -> str:
    each = [(share(worker), resident(worker)) for worker in workers_of(server)]
    return ", ".join(f"{part:.0f} of {whole:.0f} MB" for part, whole in each)


def main() -> int:
    """Put the instance that the command names under load."""
    wanted = argparse.ArgumentParser(description=re.sub(r"\s+", " ", __doc__.partition("\n\n")[0]))
    wanted.add_argument("folder", type=Path)
    wanted.add_argument("--minutes", type=float, default=10)
    asked = wanted.parse_args()

    def say(text: str) -> None:
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()

    return int(measured(asked.folder, asked.minutes, say))


if __name__ == "__main__":
    sys.exit(main())
