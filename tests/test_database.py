"""The embedded database: how it is opened, and what keeps it whole."""

import os
import stat
from contextlib import ExitStack
from pathlib import Path

import pytest
from flask import Flask
from sqlalchemy import Connection, select, text
from sqlalchemy.exc import OperationalError

from tests.conftest import Cast, log, make_app, weeks
from tests.instances import run
from tracker import clock, db, keys, migrations
from tracker.config import BadSetting, Settings, from_environment
from tracker.models import TherapySession


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("secure_delete", 1),
        ("trusted_schema", 0),
        ("temp_store", 2),
        ("mmap_size", 0),
    ],
)
def test_every_connection_is_safe(embedded: Flask, pragma: str, value: object) -> None:
    with embedded.app_context(), db.reading() as reading:
        assert reading.execute(text(f"PRAGMA {pragma}")).scalar() == value


def cache_of(connection: Connection) -> int:
    """KiB in which a connection keeps pages."""
    return -int(connection.exec_driver_sql("PRAGMA cache_size").scalar_one())


def test_the_connection_that_is_used_alone_has_most_of_the_page_cache(tmp_path: Path) -> None:
    """And four at a time, as many as the server has threads, have what the setting says in all."""
    with make_app(Settings(instance=tmp_path, page_cache=64)).app_context():
        with db.engine().connect() as alone:
            assert cache_of(alone) == 52 * 1024
            with ExitStack() as others:
                each = [others.enter_context(db.engine().connect()) for _ in range(3)]
                sizes = [cache_of(connection) for connection in (alone, *each)]
            assert sizes == [52 * 1024, 4 * 1024, 4 * 1024, 4 * 1024]
        assert sum(sizes) == 64 * 1024
        db.engine().dispose()


def test_one_that_comes_back_while_others_are_used_gives_its_pages_away(embedded: Flask) -> None:
    with embedded.app_context():
        first, second = db.engine().connect(), db.engine().connect()
        driver = first.connection.driver_connection
        assert driver
        first.close()
        assert driver.execute("PRAGMA cache_size").fetchone() == (-4 * 1024,)
        driver = second.connection.driver_connection
        second.close()
        with db.engine().connect() as next_one:
            assert next_one.connection.driver_connection is driver, "its pages are in memory"
            assert cache_of(next_one) == 52 * 1024
        db.engine().dispose()


def test_the_embedded_library_is_past_the_wal_corruption_race() -> None:
    from sqlcipher3 import dbapi2

    assert dbapi2.sqlite_version_info >= (3, 51, 3)


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX's")
def test_keys_and_database_belong_to_their_owner_only(embedded: Flask, tmp_path: Path) -> None:
    with embedded.app_context():
        migrations.upgrade(db.engine())
    folder = tmp_path / "instance"
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "keys").stat().st_mode) == 0o700
    files = [p for p in folder.rglob("*") if p.is_file()]
    assert len(files) >= 5
    assert {stat.S_IMODE(p.stat().st_mode) for p in files} == {0o600}


def test_the_file_is_encrypted_and_opens_with_its_key_only(embedded: Flask, tmp_path: Path) -> None:
    with embedded.app_context():
        migrations.upgrade(db.engine())
        db.engine().dispose()
    file = tmp_path / "instance" / "tracker.db"
    assert b"SQLite format" not in file.read_bytes()
    (tmp_path / "instance" / "keys" / "database.key").write_text("00" * 32)
    with (
        make_app(Settings(instance=tmp_path / "instance")).app_context(),
        pytest.raises(Exception, match="not a database"),
        db.reading(),
    ):
        pass


@pytest.mark.parametrize("name", ["database", "audit", "cookies", "passwords"])
def test_a_lost_key_is_said_and_not_replaced(embedded: Flask, tmp_path: Path, name: str) -> None:
    with embedded.app_context():
        migrations.upgrade(db.engine())
    key = tmp_path / "instance" / "keys" / f"{name}.key"
    key.unlink()
    with pytest.raises(keys.KeysMissing, match=f"lacks {name}.key, .* Put the key files back"):
        make_app(Settings(instance=tmp_path / "instance"))
    assert not key.exists()


def test_an_instance_older_than_the_signing_key_gets_one_and_a_lost_one_is_not_replaced(
    embedded: Flask, tmp_path: Path
) -> None:
    with embedded.app_context():
        migrations.upgrade(db.engine())
    key = tmp_path / "instance" / "keys" / "anchors.key"
    before = key.read_text()
    key.unlink()
    make_app(Settings(instance=tmp_path / "instance"))
    assert key.read_text() != before
    key.unlink()
    heads = Settings(instance=tmp_path / "instance").heads
    heads.parent.mkdir()
    heads.touch()
    with pytest.raises(keys.KeysMissing, match=r"lacks anchors\.key"):
        make_app(Settings(instance=tmp_path / "instance"))
    assert not key.exists()


def test_a_file_that_is_no_key_is_refused(tmp_path: Path) -> None:
    keys.load_or_make(tmp_path / "keys")
    (tmp_path / "keys" / "audit.key").write_text("")
    with pytest.raises(keys.KeysMissing, match="is no key"):
        keys.load_or_make(tmp_path / "keys")


def test_a_key_that_another_process_made_first_is_kept(tmp_path: Path) -> None:
    (tmp_path / "one.key").write_text("ab" * 32)
    keys._make(tmp_path / "one.key")
    assert keys._read(tmp_path / "one.key") == "ab" * 32
    assert [p.name for p in tmp_path.iterdir()] == ["one.key"]


def test_a_reading_sees_one_moment(cast: Cast) -> None:
    with db.reading() as reading:
        count = text("SELECT count(*) FROM therapy_sessions")
        before = reading.execute(count).scalar()
        log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
        assert reading.execute(count).scalar() == before == 0


def test_a_read_keeps_nothing(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    with db.reading() as reading:
        reading.scalars(select(TherapySession)).one().note = "changed"
        reading.flush()
    with db.reading() as reading:
        assert reading.scalars(select(TherapySession)).one().note == ""


def test_named_constraints_hold(cast: Cast) -> None:
    log(cast.clinician, cast.client_id, weeks(0), 8, 8, 8, 8)
    for statement in (
        "UPDATE therapy_sessions SET status = 'lost'",
        "UPDATE therapy_sessions SET minutes_late = 999",
        "UPDATE clients SET format = 'choir'",
        "UPDATE practice SET id = 2",
        "UPDATE sign_ins SET state = 'ended'",
    ):
        with db.transaction() as writing:
            from tracker.services.access import sign_ins

            sign_ins.open_sign_in(writing, cast.clinician.id, now=clock.now())
        with pytest.raises(Exception, match=r"ck_|CHECK"), db.transaction() as writing:
            writing.execute(text(statement))


def test_a_database_that_cannot_be_written_says_so(embedded: Flask) -> None:
    with embedded.app_context():
        migrations.upgrade(db.engine())
        with pytest.raises(OperationalError), db.transaction() as writing:
            writing.execute(text("PRAGMA query_only = ON"))
            writing.execute(text("UPDATE practice SET name = 'x'"))
        db.engine().dispose()


def test_a_waiting_writer_is_served(embedded: Flask) -> None:
    """Two writers on one file: the second waits for the first instead of failing."""
    from concurrent.futures import ThreadPoolExecutor

    with embedded.app_context():
        migrations.upgrade(db.engine())

    def write(_: int) -> None:
        with embedded.app_context(), db.transaction() as writing:
            writing.execute(text("UPDATE practice SET version = version + 1"))

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(write, range(80)))
    with embedded.app_context(), db.reading() as reading:
        assert reading.execute(text("SELECT version FROM practice")).scalar() == 81


def test_patience_ends() -> None:
    assert db._patience()(1) is True
    assert db._patience()(10_000) is False


def test_what_libraries_are_given_is_one_session_that_ends_with_the_request(
    embedded: Flask,
) -> None:
    with embedded.app_context():
        first = db.ForLibraries().session
        assert db.ForLibraries().session is first
        first.execute(text("SELECT 1"))
        assert db._in_use(db.engine()) == 1
    with embedded.app_context():
        assert db._in_use(db.engine()) == 0
        assert db.ForLibraries().session is not first


def test_settings_come_from_the_environment(tmp_path: Path) -> None:
    plain = from_environment({})
    assert (plain.database_url, plain.secure_cookies) == (None, False)
    assert plain.database_file == plain.instance / "tracker.db"
    named = from_environment(
        {
            "TRACKER_INSTANCE": str(tmp_path),
            "TRACKER_DATABASE_URL": "postgresql+psycopg://x",
            "TRACKER_HOSTS": "a.example, b.example",
            "TRACKER_HTTPS": "1",
        }
    )
    assert named == Settings(tmp_path, "postgresql+psycopg://x", ("a.example", "b.example"), True)
    assert named.database_file is None


@pytest.mark.parametrize(("said", "megabytes"), [("", 64), (" 256 ", 256), ("1", 1)])
def test_the_page_cache_is_set_in_megabytes(said: str, megabytes: int) -> None:
    assert from_environment({"TRACKER_PAGE_CACHE": said}).page_cache == megabytes


@pytest.mark.parametrize("said", ["0", "-8", "64 MB", "1.5", "lots", "65537", "٣", "9" * 5_000])
def test_a_page_cache_that_is_none_is_refused_with_what_it_takes(said: str, tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"TRACKER_PAGE_CACHE is .* whole number of megabytes"):
        from_environment({"TRACKER_PAGE_CACHE": said})
    answer = run(tmp_path, "doctor", TRACKER_PAGE_CACHE=said)
    assert (answer.exit_code, answer.output.count("\n")) == (1, 1), answer.output


def test_a_moment_without_its_zone_is_refused() -> None:
    from datetime import datetime

    from tracker.models.base import UtcTime

    with pytest.raises(ValueError, match="needs its time zone"):
        UtcTime().process_bind_param(datetime(2026, 1, 1), None)  # noqa: DTZ001
