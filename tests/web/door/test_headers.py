"""Headers on every kind of answer, static files, and hosts."""

import gzip
from pathlib import Path

import pytest
from flask import Flask

from tests.conftest import Browser, Cast, make_app
from tracker.config import Settings
from tracker.web.door import assets

PATHS = ("/sign-in", "/", "/health", "/nowhere", "/static/css/base.css", "/help", "/clients/new")


@pytest.mark.parametrize("path", PATHS)
def test_every_answer_carries_the_headers(browser: Browser, cast: Cast, path: str) -> None:
    answer = browser.sign_in_as(cast.clinician).client.get(path)
    policy = answer.headers["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert "http" not in policy
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin"
    if not path.startswith("/static"):
        assert answer.headers["Cache-Control"] == "no-store"
    assert "Strict-Transport-Security" not in answer.headers


def test_nothing_comes_from_elsewhere_and_no_other_page_frames_ours(app: Flask) -> None:
    header = app.test_client().get("/sign-in").headers["Content-Security-Policy"]
    (styles,) = [rule for rule in header.split("; ") if rule.startswith("style-src ")]
    assert set(header.split("; ")) == {
        "default-src 'none'",
        "script-src 'self'",
        styles,
        "img-src 'self' data:",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    }
    own, *hashes = styles.removeprefix("style-src ").split()
    assert own == "'self'"
    assert all(each.startswith("'sha256-") for each in hashes)


def test_on_https_the_cookie_is_bound_to_the_host(tmp_path: Path) -> None:
    app = make_app(Settings(instance=tmp_path, secure_cookies=True, trusted_hosts=("a.example",)))
    assert app.config["SESSION_COOKIE_NAME"] == "__Host-session"
    answer = app.test_client().get("/nowhere", base_url="https://a.example")
    assert answer.headers["Strict-Transport-Security"].startswith("max-age=")


def test_an_unknown_host_is_refused(app: Flask) -> None:
    answer = app.test_client().get("/sign-in", base_url="http://elsewhere.example")
    assert (answer.status_code, answer.text) == (400, "This address is not served here.\n")
    assert "Content-Security-Policy" in answer.headers


@pytest.mark.parametrize(
    ("accepted", "encoding"), [("br, gzip", "br"), ("gzip", "gzip"), ("", None)]
)
def test_plotly_comes_from_the_installed_package_compressed(
    app: Flask, accepted: str, encoding: str | None
) -> None:
    path = f"/assets/plotly-{assets.release()}.js"
    answer = app.test_client().get(path, headers={"Accept-Encoding": accepted})
    assert answer.status_code == 200
    assert answer.headers.get("Content-Encoding") == encoding
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.mimetype == "text/javascript"
    if encoding == "gzip":
        assert gzip.decompress(answer.data) == assets.bundle()
    if encoding is None:
        assert answer.data == assets.bundle()


def test_another_release_of_plotly_is_not_there(app: Flask) -> None:
    assert app.test_client().get("/assets/plotly-1.0.0.js").status_code == 404


def test_the_hash_of_plotlys_map_style_is_found_in_the_bundle(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert assets.map_style_hash()
    assets.map_style_hash.cache_clear()
    monkeypatch.setattr(assets, "bundle", lambda: b"nothing of the kind")
    assert assets.map_style_hash() is None
    assets.map_style_hash.cache_clear()


def test_a_static_address_changes_with_the_content(app: Flask) -> None:
    with app.test_request_context():
        assert "?v=" in assets.asset("css/base.css")
        assert assets.asset("css/base.css") != assets.asset("css/parts.css").replace(
            "parts", "base"
        )


def test_health_answers_without_a_sign_in(app: Flask) -> None:
    answer = app.test_client().get("/health")
    assert (answer.status_code, answer.text) == (200, "ok")
