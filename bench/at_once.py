"""Eight people who open their caseload at once, on the real server: as many a second as of a bare page that sends the
same statements, or how much fewer."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import redirect_stdout
from http.client import HTTPConnection
from io import StringIO
from multiprocessing import get_context
from pathlib import Path
from statistics import median

from flask import Blueprint, Flask, render_template

from bench.measuring import queries
from bench.pages import TEMPLATE, Multiple
from bench.practice import BenchPractice
from bench.start import answered
from tests.instances import free_port
from tracker import db
from tracker.cli.acts.serve import listen
from tracker.config import Settings
from tracker.domain.people.access import Permission
from tracker.web.door.guard import requires

AT_ONCE = 8  # connections; as many threads as two workers have
CLIENTS = 60
ROUNDS = 7
SECONDS = 2.0  # of each page in a round
PATH = "/bench/statements"
AIM = 2.0  # the bare page may be served twice as often
# Design default: half as much again as was measured on a busy machine in December 2026.
AT_MOST = 10.0
Say = Callable[[str, str, str], None]


def caseloads(folder: Path, say: Say) -> bool:
    """True when a caseload is served too seldom beside the bare page with its statements; says so."""
    practice = BenchPractice(folder)
    statements: list[tuple[str, object]] = []
    _with_statements(practice.app, statements)
    for _ in range(CLIENTS):
        practice.add_client(20)
    practice.page.client.get("/")
    with queries(practice.app) as sent:
        practice.page.client.get("/")
    statements += [each for each in sent if each[0].lstrip().upper().startswith("SELECT")]
    cookie = practice.page.client.get_cookie("session")
    assert cookie is not None
    practice.close()
    port = free_port()
    settings = Settings(instance=folder)
    server = get_context("fork").Process(target=_serve, args=(practice.app, settings, port))
    server.start()
    try:
        answered(port)
        times = _times(port, f"session={cookie.value}")
    finally:
        server.terminate()
        server.join()
    what = f"caseload to a bare page with its statements, {AT_ONCE} at once"
    say(what, str(times), f"aim: under {AIM:g}; at most {AT_MOST:g}")
    return times.over(AT_MOST)


def _serve(app: Flask, settings: Settings, port: int) -> None:
    with redirect_stdout(StringIO()):
        listen(app, settings, port)


def _with_statements(app: Flask, sent: list[tuple[str, object]]) -> None:
    """Give the app a bare page that sends what a caseload reads."""
    bp = Blueprint("statements", __name__)

    @bp.get(PATH)
    @requires(Permission.READ_RECORD)
    def statements() -> str:
        """The page."""
        with db.reading() as reading:
            connection = reading.connection()
            for statement, parameters in sent:
                connection.exec_driver_sql(statement, parameters).fetchall()  # type: ignore[arg-type]  # as they were sent
        return render_template(TEMPLATE, title="Bare")

    app.register_blueprint(bp)


def _times(port: int, cookie: str) -> Multiple:
    """How many times as often the bare page is served as the caseload, in rounds of both."""
    for path in (PATH, "/"):
        _a_second(port, cookie, path, SECONDS)
    rounds = []
    rates = []
    for _ in range(ROUNDS):
        bare = _a_second(port, cookie, PATH, SECONDS)
        rates.append(_a_second(port, cookie, "/", SECONDS))
        rounds.append(bare / rates[-1])
    rounds.sort()
    quarter = len(rounds) // 4
    return Multiple(median(rounds), rounds[quarter], rounds[-1 - quarter], 1 / median(rates))


def _a_second(port: int, cookie: str, path: str, seconds: float) -> float:
    """How many a second are answered where each connection asks again at once."""
    until = time.monotonic() + seconds

    def ask(_: int) -> int:
        connection = HTTPConnection("127.0.0.1", port, timeout=60)
        answers = 0
        while time.monotonic() < until:
            connection.request("GET", path, headers={"Cookie": cookie})
            answer = connection.getresponse()
            answer.read()
            assert answer.status == 200, answer.status
            answers += 1
        connection.close()
        return answers

    with ThreadPoolExecutor(AT_ONCE) as pool:
        return sum(pool.map(ask, range(AT_ONCE))) / seconds
