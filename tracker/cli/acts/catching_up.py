"""What is done beside a server, because it takes time in a large practice: once it has begun, ratings of which nobody
can make anything any more are named; and again and again, what pages read of each client is kept where it is not. An
update makes all of that count no more, and so does another time zone or another estimate of the practice: nobody should
have to know it."""

import logging
import time
from collections.abc import Callable
from threading import Event, Thread
from uuid import UUID

import click
from flask import Flask

from tracker import clock, db, disk
from tracker.config import Settings
from tracker.services.record import kept_courses, ratings

AT_ONCE = 10  # clients in a transaction: whoever saves meanwhile waits for a tenth of a second; design default
LOOK_EVERY = 300.0  # seconds; design default: a look that finds nothing is one statement
LOCK = ".keeping"  # in the instance; one worker does it for all

log = logging.getLogger("tracker")


def begin(app: Flask, settings: Settings, *, ended: Event | None = None) -> Thread:
    """The thread that does it, begun. It ends with the process, wherever it is, or where `ended` is set: what it kept
    stays, and the next start goes on."""
    over = ended or Event()

    def look() -> None:
        _beside(app, settings, _say_what_is_undefined)
        catch_up(app, settings)
        while not over.wait(LOOK_EVERY):
            catch_up(app, settings)

    thread = Thread(target=look, name="catching up", daemon=True)
    thread.start()
    return thread


def catch_up(app: Flask, settings: Settings) -> None:
    """Keep the clients of whom nothing is kept that counts, a few at a time, with a rest after each that is as long as
    they took; nothing where another worker does."""
    _beside(app, settings, _keep_all)


def _beside(app: Flask, settings: Settings, act: Callable[[], None]) -> None:
    """Do it, unless another worker does. What goes wrong is logged: pages say the same without."""
    with disk.Lock(settings.instance / LOCK) as lock, app.app_context():
        try:
            if lock.take(alone=True):
                act()
        except Exception as error:
            log.error(
                "what is done beside the server was not done", extra={"error": type(error).__name__}
            )


def _say_what_is_undefined() -> None:
    with db.reading() as reading:
        missing = ratings.undefined(reading)
    for key, version in missing:
        click.echo(
            f"Ratings on {key}, version {version}, are stored, and no file defines it. They are shown without scores, "
            f"and their check-ins are not shown: put {key}.toml back into instance/measures.",
            err=True,
        )


def _keep_all() -> None:
    last: UUID | None = None
    while _outdated():
        started = time.monotonic()
        with db.transaction() as writing:
            some = kept_courses.keep_some(writing, last, now=clock.now(), at_once=AT_ONCE)
        if not some:  # those that are left cannot be kept
            return
        last = some[-1]
        time.sleep(time.monotonic() - started)  # who saves has their turn meanwhile


def _outdated() -> bool:
    """Asked without the lock that writing needs: mostly there is nothing to do."""
    with db.reading() as reading:
        return reading.scalar(kept_courses.outdated(reading).limit(1)) is not None
