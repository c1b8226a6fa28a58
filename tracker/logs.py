"""Logs: one JSON object a line, with ids and places in the code, never what was entered."""

import json
import logging
from typing import TextIO

FIELDS = ("reference", "endpoint", "error", "at", "event", "actor_id", "object_id", "client_id")


class Lines(logging.Formatter):
    """A record as one line of JSON, with declared fields only."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        line = {
            "time": self.formatTime(record, "%Y-%m-%dT%H:%M:%S%z"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "message": record.getMessage(),
        }
        line |= {name: getattr(record, name) for name in FIELDS if hasattr(record, name)}
        return json.dumps(line)


def start(stream: TextIO | None = None) -> None:
    """Send the product's log to the stream (standard error by default)."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(Lines())
    logger = logging.getLogger("tracker")
    logger.handlers[:] = [handler]
    logger.setLevel(logging.INFO)
    logger.propagate = False
