"""Every hour the head of the audit chain is signed, outside the database, by the first request that comes."""

import logging
from datetime import datetime
from threading import Lock

from flask import Flask

from tracker import clock, db, keys
from tracker.config import Settings
from tracker.services import anchors

log = logging.getLogger("tracker")


class Hourly:
    """Remembers the hour that has its line; on all other requests that is one comparison."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._seen: datetime | None = None
        self._busy = Lock()

    def look(self) -> None:
        """Write the head down when this hour has no line yet. Other workers agree through the file.

        Never fails a request: what goes wrong is logged, once an hour in each worker.
        """
        now = clock.now()
        if anchors.hour(now) == self._seen or not self._busy.acquire(blocking=False):
            return
        try:
            if anchors.hour(now) != self._seen:
                self._seen = anchors.hour(now)
                self._write(now)
        except Exception as error:  # whatever it is, the page is more urgent
            log.error("the audit head was not signed", extra={"error": type(error).__name__})
        finally:
            self._busy.release()

    def _write(self, now: datetime) -> None:
        secrets = keys.read(self._settings.instance / "keys")
        with db.reading() as reading:
            anchors.append(
                self._settings.heads,
                secrets.anchors,
                anchors.Why.HOUR,
                lambda: anchors.head(reading),
                now=now,
                once_an_hour=True,
                patience=1.0,
            )


def init_app(app: Flask, settings: Settings) -> None:
    """Look at every request."""
    hourly = Hourly(settings)

    @app.before_request
    def sign_the_head() -> None:
        hourly.look()
