"""Times and counts: the median of some runs after one that does not count, and the statements of a request.

What must not take too long is told in loops: multiples of a fixed piece of work, timed beside it on the same machine.
"""

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median
from typing import NamedTuple

from flask import Flask
from sqlalchemy import event

from tracker import db

NO_QUERY = ("BEGIN", "COMMIT", "ROLLBACK", "PRAGMA")


def seconds(act: Callable[[], object], runs: int = 15) -> float:
    """The median time of an act."""
    act()
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        act()
        taken.append(time.perf_counter() - start)
    return median(taken)


def loops(act: Callable[[], object], runs: int = 15) -> float:
    """The median time of an act, as a multiple of what a hundred thousand hashes, one of the other, take around it."""
    before = seconds(_loop, 3)
    taken = seconds(act, runs)
    return taken / ((before + seconds(_loop, 3)) / 2)


def _loop() -> None:
    digest = b""
    for number in range(100_000):
        digest = hashlib.sha256(digest + b"%d" % number).digest()


class ActCost(NamedTuple):
    """Seconds that an act takes, seconds that its statements take alone, and how many they are."""

    whole: float
    bare: float
    queries: int


def cost(app: Flask, act: Callable[[], object]) -> ActCost:
    """What an act costs, beside the same statements sent again by themselves."""
    act()
    with queries(app) as sent:
        act()
    statements = list(sent)
    reads = [(s, p) for s, p in statements if s.lstrip().upper().startswith("SELECT")]

    def bare() -> None:
        with app.app_context(), db.engine().connect() as connection:
            for statement, parameters in reads:
                connection.exec_driver_sql(statement, parameters).fetchall()  # type: ignore[arg-type]  # as they were sent

    return ActCost(seconds(act), seconds(bare), len(statements))


@contextmanager
def queries(app: Flask) -> Iterator[list[tuple[str, object]]]:
    """The statements with their parameters that run in the block, without those that begin and end a transaction."""
    statements: list[tuple[str, object]] = []

    def note(*args: object) -> None:
        statement = str(args[2])
        if not statement.startswith(NO_QUERY):
            statements.append((statement, args[3]))

    with app.app_context():
        engine = db.engine()
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield statements
    finally:
        event.remove(engine, "before_cursor_execute", note)
