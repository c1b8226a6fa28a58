"""The head that is signed every hour: once, by whichever request comes first, and never in the way of it."""

import json
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context
from datetime import UTC, datetime, timedelta
from io import StringIO
from logging import getLogger
from pathlib import Path

import pytest
from flask import Flask

from tests import instances
from tests.conftest import Cast, make_app
from tests.instances import copy_of, made, public, secrets
from tracker import clock, db, keys, logs, signing
from tracker.config import Settings
from tracker.services.storage import signed_heads as anchors
from tracker.services.storage.signed_heads import HeadReason, SignedHead

NOON = datetime(2030, 1, 5, 12, 0, tzinfo=UTC)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An instance whose file of heads has its first line."""
    return copy_of(made, tmp_path / "instance")


@pytest.fixture
def at(monkeypatch: pytest.MonkeyPatch):
    """Set the clock."""

    def set_to(moment: datetime) -> None:
        monkeypatch.setattr(clock, "now", lambda: moment)

    return set_to


def lines(settings: Settings) -> tuple[SignedHead, ...]:
    found = anchors.read(settings.heads, public(settings))
    assert found.bad is None
    return found.lines


def ask(app: Flask, path: str = "/health") -> int:
    return int(app.test_client().get(path).status_code)


def test_the_first_request_of_an_hour_signs_the_head_and_others_do_not(settings, at) -> None:
    app = make_app(settings)
    for minutes, count in ((0, 2), (1, 2), (59, 2), (60, 3), (61, 3), (60 * 24, 4)):
        at(NOON + timedelta(minutes=minutes))
        assert ask(app) == 200
        assert len(lines(settings)) == count, minutes
    last = lines(settings)[-1]
    assert (last.why, last.head) == (HeadReason.HOUR, instances.head(settings))


def test_any_request_will_do_also_one_that_is_refused(settings, at) -> None:
    app = make_app(settings)
    for hours, path in enumerate(("/nothing-there", "/", "/audit", "/static/css/base.css")):
        at(NOON + timedelta(hours=hours))
        ask(app, path)
        assert len(lines(settings)) == 2 + hours


def test_workers_agree_through_the_file(settings, at) -> None:
    workers = [make_app(settings) for _ in range(3)]
    at(NOON)
    with ThreadPoolExecutor(12) as pool:
        codes = list(pool.map(lambda n: Context().run(ask, workers[n % 3]), range(36)))
    assert set(codes) == {200}
    assert len(lines(settings)) == 2
    for app in workers:
        with app.app_context():
            db.engine().dispose()


def test_other_requests_cost_a_comparison(settings, at, monkeypatch: pytest.MonkeyPatch) -> None:
    app = make_app(settings)
    at(NOON)
    ask(app)

    def never(*_: object) -> None:
        raise AssertionError("the file or the keys were asked for again")

    monkeypatch.setattr(anchors, "append", never)
    monkeypatch.setattr(keys, "read", never)
    monkeypatch.setattr("tracker.web.door.hourly.log.error", never)
    at(NOON + timedelta(minutes=30))
    assert ask(app) == 200


@pytest.mark.parametrize("how", ["lost file", "lost key", "full disk", "locked"])
def test_it_never_fails_a_request_and_says_so_in_the_log(
    settings, at, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    app, stream, logger = make_app(settings), StringIO(), getLogger("tracker")
    before = (logger.handlers[:], logger.propagate, logger.level)
    from tracker import disk

    lock = disk.Lock(settings.heads)
    if how == "lost file":
        settings.heads.unlink()
    elif how == "lost key":
        (settings.instance / "keys" / "anchors.key").unlink()
    elif how == "full disk":
        monkeypatch.setattr(anchors, "_write", _full)
    else:
        lock.take(alone=True)
    at(NOON)
    try:
        logs.start(stream)
        assert [ask(app), ask(app)] == [200, 200]
    finally:
        lock.release()
        logger.handlers[:], logger.propagate = before[0], before[1]
        logger.setLevel(before[2])
    (line,) = [json.loads(text) for text in stream.getvalue().splitlines()]
    assert line["message"] == "the audit head was not signed"
    assert line["error"] in {"FileNotFoundError", "KeysMissing", "OSError", "NotNow"}
    assert settings.heads.exists() == (how != "lost file")


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device")


def test_it_works_on_both_databases(app: Flask, cast: Cast, tmp_path: Path, at) -> None:
    """The same, against whatever database the app has."""
    from tracker.web.door.hourly import Hourly

    settings = Settings(instance=tmp_path / "instance")
    keys.load_or_make(settings.instance / "keys")
    secret = secrets(settings).anchors
    with db.reading() as reading:
        head = anchors.head(reading)
    start = anchors.append(
        settings.heads, secret, HeadReason.START, lambda: head, now=NOON, new=True
    )
    at(NOON + timedelta(hours=1))
    Hourly(settings).look()
    found = anchors.read(settings.heads, signing.public_key(secret)).lines
    assert found[0] == start
    assert [(line.why, line.head) for line in found[1:]] == [(HeadReason.HOUR, head)]
