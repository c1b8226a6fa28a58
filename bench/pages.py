"""What pages cost, in multiples of a bare page of the same app: the guard with its look-up of the sign-in, and one small
template. Both are timed in turns, in CPU time of this process, so that a busy machine changes little."""

import time
from collections.abc import Callable
from statistics import median
from typing import NamedTuple

from flask import Blueprint, Flask, render_template
from jinja2 import Template

from bench.practice import BenchPractice
from tracker.domain.people.access import Permission
from tracker.web.door.guard import requires

ROUNDS = 9
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

    def __str__(self) -> str:
        return f"{self.of_bare:.1f} ({self.low:.1f} to {self.high:.1f})"


def with_bare_page(app: Flask) -> None:
    """Give the app the bare page."""
    app.register_blueprint(bp)


def multiple(practice: BenchPractice, act: Callable[[], object], each: int = 2) -> Multiple:
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


def getter(practice: BenchPractice, path: str) -> Callable[[], None]:
    """What asks for a page."""

    def get() -> None:
        assert practice.page.client.get(path).status_code == 200

    return get


def _cpu(act: Callable[[], object], times: int) -> float:
    start = time.process_time()
    for _ in range(times):
        act()
    return (time.process_time() - start) / times
