"""Text goes compressed over the line where nobody can learn from its length what stands in it: decision 0038."""

import gzip
from functools import lru_cache

from flask import Flask, Response, request

LEAST = 1_000  # bytes; below it a packet is saved at most. Design default
LEVEL = 3  # of gzip's 9: a page in a millisecond. Design default
TEXTS = (
    "application/json",
    "image/svg+xml",
    "text/css",
    "text/csv",
    "text/html",
    "text/javascript",
)
# From one of our own pages, or by the person's own hand: an address typed, a bookmark.
OWN_WILL = ("none", "same-origin")


def init_app(app: Flask) -> None:
    """Compress what is sent. To be registered first, so that it comes after all that changes an answer."""
    app.after_request(compress)


def compress(response: Response) -> Response:
    """The answer, compressed where it is text of some length, the browser takes gzip, and its length tells nobody."""
    if response.mimetype not in TEXTS:
        return response
    response.vary.add("Accept-Encoding")
    accepted = request.accept_encodings.quality("gzip") > 0
    if accepted and _tells_nobody() and _whole(response):
        etag, _ = response.get_etag()
        text = response.get_data()
        response.set_data(_kept(text) if _public() else gzip.compress(text, LEVEL, mtime=0))
        response.headers["Content-Encoding"] = "gzip"
        if etag:
            response.set_etag(etag, weak=True)
    return response


def _public() -> bool:
    return request.endpoint == "static"


def _tells_nobody() -> bool:
    """Whether the length of the answer tells nobody what stands in it: a file that anybody may read, or a page that no
    other site has asked for."""
    return _public() or request.headers.get("Sec-Fetch-Site") in OWN_WILL


def _whole(response: Response) -> bool:
    """Whether the answer is there as a whole, long enough, and not compressed already; a file is read."""
    if response.status_code != 200 or "Content-Encoding" in response.headers:
        return False
    if _public():
        response.direct_passthrough = False
        response.make_sequence()
    return not response.is_streamed and (response.calculate_content_length() or 0) >= LEAST


@lru_cache(maxsize=64)  # more than there are static files
def _kept(text: bytes) -> bytes:
    return gzip.compress(text, 9, mtime=0)
