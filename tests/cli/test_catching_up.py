"""What is kept again beside a server that has begun, where nothing that is kept counts any more."""

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from tests.cli.test_rules import prepared
from tests.conftest import make_app
from tests.instances import copy_of, head, reading, run, tamper
from tracker import db, disk
from tracker.cli.acts import catching_up
from tracker.config import Settings
from tracker.models import KeptCourse


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An instance with a client of whom nothing is kept."""
    return copy_of(prepared, tmp_path)


def kept(settings: Settings) -> int:
    with reading(settings) as look:
        return look.query(KeptCourse).count()


def made_with(settings: Settings) -> str:
    with reading(settings) as look:
        return look.query(KeptCourse).one().made_with


class Looks(Event):
    """Lets a thread look once more after each of these acts."""

    def __init__(self, *between: Callable[[], object]) -> None:
        super().__init__()
        self.between = iter(between)

    def wait(self, timeout: float | None = None) -> bool:
        """False after the next act; True where there is none left."""
        assert timeout == catching_up.LOOK_EVERY
        act = next(self.between, None)
        if act:
            act()
        return act is None


def begun(settings: Settings, *between: Callable[[], object]) -> None:
    """A server's thread, to its end; it looks again after each of these acts."""
    app = make_app(settings)
    thread = catching_up.begin(app, settings, ended=Looks(*between))
    thread.join(timeout=60)
    assert not thread.is_alive()
    with app.app_context():
        db.engine().dispose()


def test_what_counts_no_more_is_kept_again_and_the_record_stays(settings: Settings) -> None:
    before = head(settings)
    begun(settings)
    assert kept(settings) == 1
    assert head(settings) == before
    again = run(settings.instance, "database", "rebuild")
    assert "course was kept: 0, " in again.output


def test_one_worker_does_it_for_all(settings: Settings) -> None:
    with disk.Lock(settings.instance / catching_up.LOCK) as lock:
        assert lock.take(alone=True)
        begun(settings)
    assert kept(settings) == 0
    begun(settings)
    assert kept(settings) == 1


def test_it_looks_again_and_catches_up_with_other_settings(settings: Settings) -> None:
    seen = []

    def changed() -> None:
        seen.append(made_with(settings))
        tamper(settings, "UPDATE practice SET time_zone = 'Pacific/Auckland'")

    begun(settings, changed)
    assert made_with(settings) not in seen
    assert len(seen) == 1


def test_what_goes_wrong_is_logged_and_the_server_goes_on(
    settings: Settings, caplog: pytest.LogCaptureFixture
) -> None:
    tamper(settings, "DROP TABLE kept_courses")
    begun(settings)
    assert [record.getMessage() for record in caplog.records] == [
        "what is done beside the server was not done"
    ]
