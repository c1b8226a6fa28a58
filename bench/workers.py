"""What a worker of the real server holds in memory once it has answered the usual pages for a while.

Told as its share: a page that several processes hold, because it is as it was before they were made, counts for each in
part (what Linux calls PSS). The database is small, so that its page cache is: a large one fills `TRACKER_PAGE_CACHE`.
"""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from random import Random

from sqlalchemy import select

from bench.load import AT_ONCE, Asker, Somebody, kinds, served
from bench.practice import BenchPractice
from bench.saving import saver
from bench.start import share, workers_of
from bench.supervision import person
from tests.conftest import Browser
from tests.instances import free_port
from tracker import db
from tracker.domain.people.access import Actor, Role
from tracker.models import Client, Flag

CLIENTS = 40
WEEKS = 20
REQUESTS = 400
AT_MOST = 90  # MB; the same as at the start
Say = Callable[[str, str, str], None]


def memory(folder: Path, say: Say) -> bool:
    """True when a worker holds more than it may after some hundred requests of the usual pages; says what it holds."""
    clinician, supervisor = _people(folder)
    port = free_port()
    with served(folder, port) as server, closing(Asker(port, [clinician], supervisor)) as asker:
        first = max(share(each) for each in workers_of(server))

        def go_on(number: int) -> None:
            chance = Random(number)  # noqa: S311 - the same each time
            for _ in range(REQUESTS // AT_ONCE):
                asker.ask(chance.choice(kinds()), chance)

        with ThreadPoolExecutor(AT_ONCE) as pool:
            list(pool.map(go_on, range(AT_ONCE)))
        most = max(share(each) for each in workers_of(server))
    failed = [each for each in asker.answers if each.status not in (200, 303)]
    say("memory of one worker at first, its share", f"{first:.0f} MB", "")
    say(
        f"the same after {REQUESTS} requests of the usual pages",
        f"{most:.0f} MB",
        f"under {AT_MOST}; failed: {len(failed)}",
    )
    return most >= AT_MOST or bool(failed)


def _people(folder: Path) -> tuple[Somebody, Somebody]:
    """A clinician with clients and flags, and a supervisor, each signed in."""
    practice = BenchPractice(folder)
    for _ in range(CLIENTS):
        practice.add_client(WEEKS)
    save = saver(practice)
    for _ in range(6):
        save()
    with practice.app.app_context():
        with db.transaction() as writing:
            supervisor = person(writing, "supervisor", Role.SUPERVISOR)
        with db.reading() as reading:
            clients = tuple(reading.scalars(select(Client.id).order_by(Client.starts_on)))
            flags = tuple(reading.scalars(select(Flag.id)))
        both = (
            _signed_in(practice, practice.clinician)._replace(clients=clients, flags=flags),
            _signed_in(practice, supervisor),
        )
    practice.close()
    return both


def _signed_in(practice: BenchPractice, actor: Actor) -> Somebody:
    page = Browser(practice.app.test_client()).sign_in_as(actor)
    token = page.token()  # which goes into the cookie too
    cookie = page.client.get_cookie("session")
    assert cookie is not None
    return Somebody(actor.id, f"session={cookie.value}", token, (), ())
