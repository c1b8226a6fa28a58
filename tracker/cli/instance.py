"""An instance made ready: keys, folder, and a database of the newest form."""

from collections.abc import Iterator
from contextlib import contextmanager
from zoneinfo import available_timezones

import click
from flask import Flask
from sqlalchemy.orm import Session
from tzlocal import get_localzone_name

from tracker import clock, db, keys, migrations
from tracker.app import create_app
from tracker.config import Settings
from tracker.services import audit, backup
from tracker.services.practice import change_practice


def _here(writing: Session) -> None:
    """A new practice is in the time zone of its machine, until told otherwise."""
    zone = get_localzone_name()
    if zone in available_timezones():
        change_practice(writing, time_zone=zone, now=clock.now())


def ready(settings: Settings) -> Flask:
    """The app of an instance whose database is up to date. An older one is backed up before it is brought up."""
    app = create_app(settings)
    with app.app_context():
        engine = db.engine()
        version = migrations.current(engine)
        if version is not None and not migrations.known(version):
            raise click.ClickException(
                f"This database has version {version}, which is newer than this program. Install the newer program; "
                "nothing was changed."
            )
        if version != migrations.head():
            if version is not None and settings.database_file:
                secrets = keys.load_or_make(settings.instance / "keys")
                folder = settings.instance / "backups"
                backup.back_up(engine, folder, secrets.database, now=clock.now())
            migrations.upgrade(engine)
            with db.transaction() as writing:
                if version is None:
                    _here(writing)
                audit.record(
                    writing,
                    "database.upgraded",
                    actor=None,
                    now=clock.now(),
                    version=migrations.head(),
                )
        engine.dispose()
    return app


@contextmanager
def opened(settings: Settings) -> Iterator[Flask]:
    """The app of an instance made ready, for one command; its connections are closed at the end."""
    app = ready(settings)
    with app.app_context():
        try:
            yield app
        finally:
            db.engine().dispose()
