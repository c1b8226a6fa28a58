"""What goes compressed over the line, and what does not because its length could tell what stands in it."""

import gzip
import re

import pytest
from flask import Flask

from tests.conftest import Browser

GZIP = {"Accept-Encoding": "br, gzip"}
OWN = GZIP | {"Sec-Fetch-Site": "same-origin"}


def without_token(page: bytes) -> bytes:
    """The page without the token of its form, which changes from one second to the next."""
    return re.sub(rb'name="csrf_token" value="[^"]+"', b"", page)


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_a_page_goes_compressed_to_who_asks_for_it(page: Browser, site: str) -> None:
    plain = page.client.get("/help")
    answer = page.client.get("/help", headers=OWN | {"Sec-Fetch-Site": site})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert answer.headers["Content-Length"] == str(len(answer.data))
    assert len(answer.data) < len(plain.data) / 2
    assert without_token(gzip.decompress(answer.data)) == without_token(plain.data)
    assert "Accept-Encoding" in answer.vary


@pytest.mark.parametrize(
    "headers",
    [
        OWN | {"Sec-Fetch-Site": "cross-site"},
        OWN | {"Sec-Fetch-Site": "same-site"},
        GZIP,  # a browser that does not say who asks
        OWN | {"Accept-Encoding": "br"},
        OWN | {"Accept-Encoding": "gzip;q=0"},
        {"Sec-Fetch-Site": "same-origin"},
    ],
)
def test_a_page_goes_as_it_is_where_its_length_could_tell_what_stands_in_it(
    page: Browser, headers: dict[str, str]
) -> None:
    answer = page.client.get("/help", headers=headers)
    assert answer.status_code == 200
    assert "Content-Encoding" not in answer.headers
    assert "Help" in answer.text


@pytest.mark.parametrize("path", ["/health", "/nowhere"])
def test_a_short_answer_and_one_that_is_no_page_go_as_they_are(page: Browser, path: str) -> None:
    assert "Content-Encoding" not in page.client.get(path, headers=OWN).headers


@pytest.mark.parametrize("headers", [OWN, GZIP])
def test_a_file_for_everybody_goes_compressed_whoever_asks(
    app: Flask, headers: dict[str, str]
) -> None:
    client = app.test_client()
    plain = client.get("/static/css/base.css")
    answer = client.get("/static/css/base.css", headers=headers)
    assert gzip.decompress(answer.data) == plain.data
    assert len(answer.data) < len(plain.data) / 2
    etag = answer.headers["ETag"]
    assert etag == f"W/{plain.headers['ETag']}"
    again = client.get("/static/css/base.css", headers=headers | {"If-None-Match": etag})
    assert (again.status_code, again.data) == (304, b"")


def test_a_part_of_a_file_is_that_part(app: Flask) -> None:
    client = app.test_client()
    whole = client.get("/static/css/base.css").data
    answer = client.get("/static/css/base.css", headers=OWN | {"Range": "bytes=100-1999"})
    assert (answer.status_code, answer.data) == (206, whole[100:2000])
