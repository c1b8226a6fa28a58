"""What `tracker doctor` does once there is a database to open."""

from collections.abc import Callable, Iterator

from sqlalchemy.exc import SQLAlchemyError

from tracker import clock, db, migrations, signing
from tracker.cli.instance import database_only
from tracker.config import Settings
from tracker.keys import Keys
from tracker.services.storage import doctor as services
from tracker.services.storage import machine, trail_check
from tracker.services.storage.machine import Health, HealthCheck


def of_the_database(settings: Settings, secrets: Keys) -> Iterator[HealthCheck]:
    """A line for each look at a database that is there, as it is."""
    with database_only(secrets, settings):
        yield from _looked_at(settings, secrets)


def _looked_at(settings: Settings, secrets: Keys) -> Iterator[HealthCheck]:
    opens = _answer("database", _opens)
    yield opens
    if opens.level is not Health.OK:
        return
    try:
        migrations.check(db.engine())
    except migrations.DatabaseRefused as error:
        yield HealthCheck("version", Health.WRONG, error.message)
        return
    current = migrations.current(db.engine())
    yield services.version(current, up_to_date=not migrations.outdated(db.engine()))
    looks: list[tuple[str, Callable[[], HealthCheck]]] = [
        ("safety", lambda: _read(services.safety)),
        ("integrity", lambda: _read(services.integrity)),
        ("audit trail", lambda: _audit_trail(settings, secrets)),
        ("administrator", lambda: _read(services.administrator)),
        ("time zone", lambda: _read(services.time_zone)),
    ]
    if settings.database_file:
        from sqlcipher3 import dbapi2

        looks.append(("SQLite", lambda: machine.library(dbapi2.sqlite_version_info)))
        looks.append(
            ("backup", lambda: services.newest_backup(settings.backups, secrets, clock.now()))
        )
    else:
        explanation = "by the server's own tools: whether there is one cannot be seen from here"
        looks.append(("backup", lambda: HealthCheck("backup", Health.OK, explanation)))
    for name, look in looks:
        yield _answer(name, look)


def _answer(name: str, look: Callable[[], HealthCheck]) -> HealthCheck:
    """What a look finds; that it could not be done is an answer too."""
    try:
        return look()
    except (SQLAlchemyError, OSError) as error:
        problem = f"cannot be looked at ({type(error).__name__})"
        return HealthCheck(name, Health.WRONG, problem, "See docs/operations.md: it does not open")


def _opens() -> HealthCheck:
    with db.engine().connect():
        return HealthCheck("database", Health.OK, f"opens ({db.engine().dialect.name})")


def _read(look: Callable[..., HealthCheck]) -> HealthCheck:
    with db.reading() as reading:
        return look(reading)


def _audit_trail(settings: Settings, secrets: Keys) -> HealthCheck:
    with db.reading() as reading:
        report = trail_check.look(reading, settings.heads, signing.public_key(secrets.anchors))
    return services.audit_trail(report)
