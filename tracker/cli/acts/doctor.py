"""What `tracker doctor` does."""

import shutil
from collections.abc import Iterator

import click

from tracker import config, keys
from tracker.config import Settings
from tracker.services.storage import machine
from tracker.services.storage.machine import Health, HealthCheck


def doctor() -> None:
    """A line for each look, and the exit code 1 when something is wrong."""
    settings = config.from_environment()
    levels = set()
    for check in _checks(settings):
        levels.add(check.level)
        to_do = f". To do: {check.to_do}" if check.to_do else ""
        click.echo(f"{check.level:<6}{check.name:<15}{check.state}{to_do}")
    click.get_current_context().exit(1 if Health.WRONG in levels else 0)


def _checks(settings: Settings) -> Iterator[HealthCheck]:
    file = settings.database_file
    folder = settings.instance / "keys"
    if file and not file.exists() and not folder.exists():
        to_do = (
            "tracker accounts add makes one; docs/operations.md says how to bring a lost one back"
        )
        yield HealthCheck("instance", Health.WRONG, f"there is none in {settings.instance}", to_do)
        return
    yield machine.reached(settings.trusted_hosts, secure=settings.secure_cookies)
    yield machine.own_measures(settings.instance / "measures")
    try:
        secrets = keys.read(folder)
    except keys.KeysMissing as error:
        yield HealthCheck("keys", Health.WRONG, str(error), "Put them back, then run this again")
        return
    yield machine.key_files(folder)
    if file and not file.exists():
        to_do = (
            "tracker serve begins an empty one; tracker database restore FILE puts a backup there"
        )
        yield HealthCheck("database", Health.WRONG, "there is none", to_do)
        return
    from tracker.cli.acts.doctor_of_database import of_the_database  # there is one to open

    yield from of_the_database(settings, secrets)
    size = file.stat().st_size if file else 0
    yield machine.disk_space(shutil.disk_usage(settings.instance).free, size)
