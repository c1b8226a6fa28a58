"""`tracker doctor`: one line for each thing that can go wrong, and what to do about it. It changes nothing."""

import shutil
from collections.abc import Callable, Iterator

import click
from sqlalchemy.exc import SQLAlchemyError

from tracker import clock, config, db, keys, migrations, signing
from tracker.cli.instance import database_only
from tracker.config import Settings
from tracker.services.storage import doctor as services
from tracker.services.storage import trail_check
from tracker.services.storage.doctor import Health, HealthCheck


@click.command()
@click.pass_context
def doctor(context: click.Context) -> None:
    """Look at keys, database, audit trail, backups and settings. Ends with 1 when something is wrong."""
    settings = config.from_environment()
    levels = set()
    for check in _checks(settings):
        levels.add(check.level)
        to_do = f". To do: {check.to_do}" if check.to_do else ""
        click.echo(f"{check.level:<6}{check.name:<15}{check.state}{to_do}")
    context.exit(1 if Health.WRONG in levels else 0)


def _checks(settings: Settings) -> Iterator[HealthCheck]:
    file = settings.database_file
    folder = settings.instance / "keys"
    if file and not file.exists() and not folder.exists():
        to_do = (
            "tracker accounts add makes one; docs/operations.md says how to bring a lost one back"
        )
        yield HealthCheck("instance", Health.WRONG, f"there is none in {settings.instance}", to_do)
        return
    yield services.reached(settings.trusted_hosts, secure=settings.secure_cookies)
    yield services.own_measures(settings.instance / "measures")
    try:
        secrets = keys.read(folder)
    except keys.KeysMissing as error:
        yield HealthCheck("keys", Health.WRONG, str(error), "Put them back, then run this again")
        return
    yield services.key_files(folder)
    if file and not file.exists():
        to_do = (
            "tracker serve begins an empty one; tracker database restore FILE puts a backup there"
        )
        yield HealthCheck("database", Health.WRONG, "there is none", to_do)
        return
    with database_only(secrets, settings):
        yield from _of_the_database(settings, secrets)
    size = file.stat().st_size if file else 0
    yield services.disk_space(shutil.disk_usage(settings.instance).free, size)


def _of_the_database(settings: Settings, secrets: keys.Keys) -> Iterator[HealthCheck]:
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

        looks.append(("SQLite", lambda: services.library(dbapi2.sqlite_version_info)))
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


def _audit_trail(settings: Settings, secrets: keys.Keys) -> HealthCheck:
    with db.reading() as reading:
        report = trail_check.look(reading, settings.heads, signing.public_key(secrets.anchors))
    return services.audit_trail(report)
