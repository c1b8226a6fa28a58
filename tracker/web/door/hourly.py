"""What is done once an hour, by the first request that comes: the head of the audit chain is signed, outside the
database, and what clients were asked and cannot answer any more is ended."""

import logging
from collections.abc import Callable
from datetime import datetime
from threading import Lock

from flask import Flask

from tracker import clock, db, keys
from tracker.config import Settings
from tracker.services.handover import handovers
from tracker.services.storage import signed_heads as anchors

log = logging.getLogger("tracker")


class Hourly:
    """Remembers the hour that has its line; on all other requests that is one comparison."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._seen: datetime | None = None
        self._busy = Lock()

    def look(self) -> None:
        """Write the head down when this hour has no line yet, and end what is over. Workers agree through the file.

        Never fails a request: what goes wrong is logged, once an hour in each worker.
        """
        now = clock.now()
        if anchors.hour(now) == self._seen or not self._busy.acquire(blocking=False):
            return
        try:
            if anchors.hour(now) != self._seen:
                self._seen = anchors.hour(now)
                self._try("the audit head was not signed", self._write, now)
                self._try("what clients cannot answer any more was not ended", _end, now)
        finally:
            self._busy.release()

    def _try(self, trouble: str, act: Callable[[datetime], None], now: datetime) -> None:
        try:
            act(now)
        except Exception as error:  # whatever it is, the page is more urgent
            log.error(trouble, extra={"error": type(error).__name__})

    def _write(self, now: datetime) -> None:
        secrets = keys.read(self._settings.instance / "keys")
        with db.reading() as reading:
            anchors.append(
                self._settings.heads,
                secrets.anchors,
                anchors.HeadReason.HOUR,
                lambda: anchors.head(reading),
                now=now,
                once_an_hour=True,
                patience=1.0,
            )


def _end(now: datetime) -> None:
    with db.transaction() as writing:
        handovers.end_overdue(writing, now=now)
        handovers.settle_waiting(writing, now=now)


def init_app(app: Flask, settings: Settings) -> None:
    """Look at every request."""
    hourly = Hourly(settings)

    @app.before_request
    def sign_the_head() -> None:
        hourly.look()
