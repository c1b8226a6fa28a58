"""How a form is answered: by a page, or by 303 to another, which a browser then asks for and never sends again."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask, Response, request, request_finished

# Flask-Security's own, which answer by 302.
NOT_OURS = "security."


@contextmanager
def forms_sent_on_otherwise() -> Iterator[list[tuple[str, int]]]:
    """The paths and codes of forms that were answered by going on, but not by 303; filled until the block ends."""
    found: list[tuple[str, int]] = []

    def finished(_: Flask, response: Response) -> None:
        sent_on = request.method == "POST" and bool(response.location)
        theirs = (request.endpoint or "").startswith(NOT_OURS)
        if sent_on and not theirs and response.status_code != 303:
            found.append((request.path, response.status_code))

    with request_finished.connected_to(finished):
        yield found
