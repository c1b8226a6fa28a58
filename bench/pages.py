"""What pages cost, in multiples of a bare page of the same app: the guard with its look-up of the sign-in, and one small
template. Both are timed in turns, in CPU time of this process, so that a busy machine changes little."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import NamedTuple, Protocol

from flask import Blueprint, Flask, render_template
from jinja2 import Template

from bench.practice import BenchPractice
from bench.saving import saver
from tests.conftest import Browser
from tracker.cli.acts.serve import settled
from tracker.domain.people.access import Permission
from tracker.web.door.guard import requires

ROUNDS = 9
NOISY = 1.5  # design default: the middle half of the rounds may differ by half
BARE_EACH = 12  # bare pages in a round: each takes a few milliseconds
TEMPLATE = Template("<!doctype html><title>{{ title }}</title><p>{{ title }}</p>")

bp = Blueprint("bench", __name__)


@bp.get("/bench/bare")
@requires(Permission.READ_RECORD)
def bare() -> str:
    """The page that others are held against."""
    return render_template(TEMPLATE, title="Bare")


class Multiple(NamedTuple):
    """How many bare pages an act costs: the median of the rounds, and the lowest and highest of its middle half."""

    of_bare: float
    low: float
    high: float
    seconds: float

    @property
    def noisy(self) -> bool:
        """True where the rounds differ so much that nothing can be told from them."""
        return self.high > NOISY * self.low

    def over(self, most: float) -> bool:
        """True for more than so many bare pages, beyond what the rounds differ by."""
        return not self.noisy and self.low > most

    def __str__(self) -> str:
        said = f"{self.of_bare:.1f} ({self.low:.1f} to {self.high:.1f})"
        return f"{said}, too noisy to tell" if self.noisy else said


def with_bare_page(app: Flask) -> None:
    """Give the app the bare page."""
    app.register_blueprint(bp)


class Visited(Protocol):
    """An app that somebody is signed in to."""

    @property
    def page(self) -> Browser:
        """Their browser."""


def multiple(practice: Visited, act: Callable[[], object], each: int = 2) -> Multiple:
    """What an act costs in bare pages."""
    bare_page = getter(practice, "/bench/bare")
    for _ in range(3):
        act()
        bare_page()
    rounds = []
    taken = []
    for _ in range(ROUNDS):
        one = _cpu(bare_page, BARE_EACH)
        other = _cpu(act, each)
        taken.append(other)
        rounds.append(other / ((one + _cpu(bare_page, BARE_EACH)) / 2))
    rounds.sort()
    quarter = len(rounds) // 4
    return Multiple(median(rounds), rounds[quarter], rounds[-1 - quarter], median(taken))


def getter(practice: Visited, path: str) -> Callable[[], None]:
    """What asks for a page."""

    def get() -> None:
        assert practice.page.client.get(path).status_code == 200

    return get


def _cpu(act: Callable[[], object], times: int) -> float:
    start = time.process_time()
    for _ in range(times):
        act()
    return (time.process_time() - start) / times


Say = Callable[[str, str, str], None]
AIMS = {"caseload": 6, "record": 8, "form": 4, "save": 8, "board": 6}  # bare pages
# What must hold: half as much again as was measured at the end of November 2026, of the record with 200 sessions.
AT_MOST = {"caseload": 20, "record": 50, "form": 12, "save": 22, "board": 50}
GROWN_AT_MOST = 1.3  # of itself, where courses are ten times as long
KEPT = ("caseload", "form")  # which read what is kept, and no course


def in_bare_pages(folder: Path, say: Say) -> bool:
    """Say what the pages of a practice cost in bare pages, with courses of some length and ten times as long; True when
    one costs more than it may."""
    usual = dict(_costs(folder / "usual", 20))
    slow = False
    for name, long in _costs(folder / "long", 200):
        short = usual[name]
        slow = _said(f"{name}: bare pages, 20 sessions", name, short, say) or slow
        slow = _said(f"{name}: bare pages, 200 sessions", name, long, say) or slow
        grown = long.of_bare / short.of_bare
        telling = not (long.noisy or short.noisy)
        said = f"{grown:.2f}" if telling else f"{grown:.2f}, too noisy to tell"
        say(f"{name}: 200 sessions to 20", said, f"aim: under {GROWN_AT_MOST}")
        slow = (telling and name in KEPT and long.low / short.high >= GROWN_AT_MOST) or slow
    return slow


def _said(what: str, name: str, cost: Multiple, say: Say) -> bool:
    say(what, str(cost), f"aim: {AIMS[name]}; at most {AT_MOST[name]}")
    return cost.over(AT_MOST[name])


def board_in_bare_pages(practice: BenchPractice, path: str, say: Say) -> bool:
    """Say what a supervision board costs in bare pages; True when that is more than it may."""
    with_bare_page(practice.app)
    settled(practice.app)
    return _said("board: bare pages", "board", multiple(practice, getter(practice, path)), say)


def _costs(folder: Path, weeks: int) -> Iterator[tuple[str, Multiple]]:
    """What each page costs in a practice of 60 clients with that many sessions, one of whom has a whole record."""
    practice = BenchPractice(folder)
    with_bare_page(practice.app)
    for _ in range(59):
        practice.add_client(weeks)
    whole = practice.add_whole_record(weeks)
    settled(practice.app)  # as a worker of the server does before it answers
    pages = {
        "caseload": "/",
        "record": f"/clients/{whole}",
        "form": f"/clients/{whole}/sessions/new",
    }
    for name, path in pages.items():
        yield name, multiple(practice, getter(practice, path))
    yield "save", multiple(practice, saver(practice))
    practice.close()
