"""Every check of the doctor, in its good and in its bad state."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from shutil import copy as copy_file

import pytest
from flask import Flask
from sqlalchemy import text

from tests import instances
from tests.conftest import Cast
from tests.instances import copied, copy_of, made, public, reading, secrets
from tracker import clock, db
from tracker.config import Settings
from tracker.models import User
from tracker.reference import loader
from tracker.services.storage import doctor, machine, trail_check
from tracker.services.storage import signed_heads as anchors
from tracker.services.storage.machine import Health
from tracker.services.trail.audit import Fault, Head, Verdict

OK, LOOK, WRONG = Health.OK, Health.LOOK, Health.WRONG


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """An instance."""
    return copy_of(made, tmp_path / "instance")


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_keys_are_private(settings: Settings) -> None:
    folder = settings.instance / "keys"
    assert machine.key_files(folder).level is OK
    (folder / "audit.key").chmod(0o640)
    found = machine.key_files(folder)
    assert (found.level, "audit.key" in found.state, "chmod" in found.to_do) == (WRONG, True, True)
    (folder / "audit.key").chmod(0o600)
    folder.chmod(0o755)
    assert machine.key_files(folder).level is WRONG


@pytest.mark.parametrize(
    ("current", "up_to_date", "level"), [("2", True, OK), ("1", False, WRONG), (None, False, WRONG)]
)
def test_the_version_is_the_programs(current: str | None, up_to_date: bool, level: Health) -> None:
    assert doctor.version(current, up_to_date=up_to_date).level is level


@pytest.mark.parametrize(
    ("number", "level"),
    [((3, 51, 3), OK), ((3, 53, 4), OK), ((3, 51, 2), WRONG), ((3, 40, 1), WRONG)],
)
def test_the_library_is_past_the_race(number: tuple[int, ...], level: Health) -> None:
    assert machine.library(number).level is level


@pytest.fixture
def found(app: Flask) -> Iterator[object]:
    """A look at the database, on both."""
    with db.reading() as reading_:
        yield reading_


def test_what_is_saved_stays(settings: Settings) -> None:
    with reading(settings) as reading_:
        assert doctor.safety(reading_).level is OK


def test_what_a_server_saves_stays(careful_server: str, tmp_path: Path) -> None:
    url = instances.database_on(careful_server, "safe")
    with reading(made(tmp_path / "instance", url)) as reading_:
        assert doctor.safety(reading_).level is OK


@pytest.mark.parametrize("pragma", ["synchronous = NORMAL", "secure_delete = OFF"])
def test_an_embedded_database_that_can_lose_something_is_named(
    settings: Settings, pragma: str
) -> None:
    with instances.database_only(secrets(settings), settings):
        with db.engine().connect() as connection:
            driver = connection.connection.driver_connection
            driver.execute(f"PRAGMA {pragma}")
        with db.reading() as reading_:
            found = doctor.safety(reading_)
    assert (found.level, found.state.startswith(pragma.split(maxsplit=1)[0])) == (WRONG, True)


@pytest.mark.only_on("postgresql", reason="it reads the settings of a server")
def test_a_server_that_can_lose_something_is_named(app: Flask) -> None:
    with db.reading() as reading_:
        found = doctor.safety(reading_)
    assert found.level is WRONG
    for name in ("fsync", "full_page_writes", "synchronous_commit"):
        assert f"{name} is off" in found.state


@pytest.mark.only_on("postgresql", reason="it reads the settings of a server")
def test_a_server_that_answers_before_it_has_written_is_named(
    app: Flask, careful_server: str
) -> None:
    with db.reading() as reading_:
        reading_.execute(text("SET synchronous_commit = off"))
        found = doctor.safety(reading_)
    assert (found.level, found.state) == (WRONG, "synchronous_commit is off")


def test_pages_and_links_are_sound(found) -> None:
    assert doctor.integrity(found).level is OK


def test_links_that_lead_nowhere_are_found(settings: Settings) -> None:
    with instances.database_only(secrets(settings), settings):
        with db.engine().connect() as connection:
            driver = connection.connection.driver_connection
            driver.execute("PRAGMA foreign_keys = OFF")
            driver.execute(
                "INSERT INTO participants (id, client_id, letter) VALUES ('a', 'b', 'A')"
            )
            driver.execute("PRAGMA foreign_keys = ON")
        with db.reading() as reading_:
            found = doctor.integrity(reading_)
    assert (found.level, found.state) == (WRONG, "faults in foreign_key_check")


@pytest.mark.parametrize("places", [(0.8,), (0.75, 0.8, 0.85, 0.9, 0.95)], ids=["one", "many"])
def test_a_page_that_changed_on_the_disk_is_found(
    settings: Settings, places: tuple[float, ...]
) -> None:
    from tracker.services.storage import database_files

    assert settings.database_file
    instances.write(
        settings, 1_500
    )  # so that the end of the file holds entries, and none of the schema
    with instances.database_only(secrets(settings), settings):
        with db.engine().connect() as connection:  # the schema first, without which nothing opens
            connection.connection.driver_connection.execute("VACUUM")
        db.engine().dispose()
    database_files.single_file(settings.database_file, secrets(settings).database)
    for place in places:
        instances.damage(settings.database_file, place)
    with reading(settings) as db_:
        found = doctor.integrity(db_)
    assert (found.level, "cipher_integrity_check" in found.state) == (WRONG, True)
    if len(places) > 1:  # one of them is a page that the other checks must read, and cannot
        assert "foreign_key_check" in found.state or "quick_check" in found.state, found.state


def test_the_audit_trail_is_whole_or_not(settings: Settings) -> None:
    def look() -> machine.HealthCheck:
        with reading(settings) as db_:
            return doctor.audit_trail(trail_check.look(db_, settings.heads, public(settings)))

    assert look().level is OK
    instances.write(settings, now=clock.now() - timedelta(hours=2))
    assert (look().level, "set back" in look().state) == (LOOK, True)
    instances.tamper(settings, "DELETE FROM audit_entries WHERE seq = 2")
    assert (look().level, look().to_do) == (WRONG, "tracker audit verify")


def test_a_trail_whose_heads_are_lost_is_wrong() -> None:
    report = trail_check.TrailReport(Verdict(Head(3, "a")), (), False, anchors.LOST)
    assert (report.kind, report.bad, doctor.audit_trail(report).level) == (Fault.ANCHOR, 1, WRONG)


@pytest.mark.parametrize(
    ("days", "level", "words"),
    [(0, OK, "today"), (1, OK, "1 day old"), (3, LOOK, "3 days old"), (9, WRONG, "9 days old")],
)
def test_the_newest_backup_is_young_enough(
    settings: Settings, days: int, level: Health, words: str
) -> None:
    now = clock.now()
    copied(settings, now=now - timedelta(days=days))
    found = doctor.newest_backup(settings.backups, secrets(settings), now)
    assert (found.level, words in found.state) == (level, True)


def test_a_backup_that_is_missing_damaged_or_bare_is_said(settings: Settings) -> None:
    def look() -> machine.HealthCheck:
        return doctor.newest_backup(settings.backups, secrets(settings), clock.now())

    assert (look().level, look().to_do) == (WRONG, "tracker database backup")
    copy = copied(settings)
    manifest = copy.with_suffix(".json").read_text()
    copy.with_suffix(".json").unlink()
    assert look().level is LOOK
    copy.with_suffix(".json").write_text(manifest)
    assert look().level is OK
    instances.damage(copy)
    assert look().level is WRONG


MB = 1024 * 1024


@pytest.mark.parametrize(
    ("free", "size", "level"),
    [
        (201 * MB, MB, OK),
        (199 * MB, MB, WRONG),
        (290 * MB, 100 * MB, WRONG),
        (301 * MB, 100 * MB, OK),
    ],
)
def test_the_disk_has_room_for_a_backup(free: int, size: int, level: Health) -> None:
    assert machine.disk_space(free, size).level is level


def test_someone_can_run_the_practice(app: Flask, cast: Cast) -> None:
    def look() -> Health:
        with db.reading() as reading_:
            return doctor.administrator(reading_).level

    assert look() is OK
    with db.transaction() as writing:
        writing.get_one(User, cast.administrator.id).active = False
    assert look() is WRONG


def test_the_days_of_the_practice_are_known(app: Flask) -> None:
    def look() -> Health:
        with db.reading() as reading_:
            return doctor.time_zone(reading_).level

    assert look() is OK
    with db.transaction() as writing:
        writing.execute(text("UPDATE practice SET time_zone = 'Moon/Base'"))
    assert look() is WRONG


@pytest.mark.parametrize(
    ("hosts", "secure", "level"),
    [
        (("127.0.0.1", "localhost"), False, OK),
        (("practice.example",), True, OK),
        (("127.0.0.1", "practice.example"), False, WRONG),
    ],
)
def test_other_machines_come_by_https(hosts: tuple[str, ...], secure: bool, level: Health) -> None:
    assert machine.reached(hosts, secure=secure).level is level


def test_the_practices_own_measures_can_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "measures"
    assert machine.own_measures(folder).level is OK
    folder.mkdir()
    copy_file(loader.FOLDER / "ors.toml", folder)
    assert machine.own_measures(folder).level is OK
    (folder / "mine.toml").write_text("key = 'mine'\n")
    found = machine.own_measures(folder)
    assert (found.level, "mine.toml" in found.state) == (WRONG, True)


def test_nothing_in_here_writes_to_the_audit_trail(settings: Settings) -> None:
    before = instances.head(settings)
    with reading(settings) as db_:
        doctor.safety(db_), doctor.integrity(db_), doctor.administrator(db_), doctor.time_zone(db_)
    assert instances.head(settings) == before
