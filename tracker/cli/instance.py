"""An instance made ready: keys, folder, and a database of the newest form."""

from flask import Flask

from tracker import clock, db, keys, migrations
from tracker.app import create_app
from tracker.config import Settings
from tracker.services import audit, backup


def ready(settings: Settings) -> Flask:
    """The app of an instance whose database is up to date. An older one is backed up before it is brought up."""
    app = create_app(settings)
    with app.app_context():
        engine = db.engine()
        version = migrations.current(engine)
        if version != migrations.head():
            if version is not None and settings.database_file:
                secrets = keys.load_or_make(settings.instance / "keys")
                folder = settings.instance / "backups"
                backup.back_up(engine, folder, secrets.database, now=clock.now())
            migrations.upgrade(engine)
            with db.transaction() as writing:
                audit.record(
                    writing,
                    "database.upgraded",
                    actor=None,
                    now=clock.now(),
                    version=migrations.head(),
                )
        engine.dispose()
    return app
