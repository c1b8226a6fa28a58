"""An instance made ready: keys, folder, and a database of the newest form. Or looked at, as it is."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from zoneinfo import available_timezones

import click
from flask import Flask
from sqlalchemy.orm import Session
from tzlocal import get_localzone_name

from tracker import clock, db, disk, keys, migrations
from tracker.app import create_app
from tracker.cli.acting import loading
from tracker.config import Settings
from tracker.keys import ENTERED, Keys
from tracker.reference.loader import BadFile
from tracker.services.installation import NAME, shipped_with
from tracker.services.office.practice import PracticeSettings, change_practice
from tracker.services.storage import backup, restore
from tracker.services.storage import signed_heads as anchors
from tracker.services.trail import audit

LOCK = ".lock"  # in the instance; the system lets go of it when its holder ends


def tell(step: str) -> None:
    """Say which step of something long begins: beside what the command answers."""
    click.echo(f"{step} ...", err=True)


def _here(writing: Session) -> None:
    """A new practice is in the time zone of its machine, until told otherwise."""
    zone = get_localzone_name()
    if zone in available_timezones():
        change_practice(writing, None, PracticeSettings(time_zone=zone), now=clock.now())


def ready(settings: Settings) -> Flask:
    """The app of an instance whose database is up to date. An older one is backed up before it is brought up."""
    _finish_restore(settings)
    try:
        with loading():
            app = create_app(settings)
    except BadFile as error:  # better no start than a wrong score
        raise click.ClickException(f"A file of this practice cannot be used. {error}") from error
    with app.app_context():
        engine = db.engine()
        try:
            migrations.check(engine)
        except migrations.DatabaseRefused:
            engine.dispose()
            raise
        version = migrations.current(engine)
        if migrations.outdated(engine):
            if version is not None and settings.database_file:
                secrets = keys.read(settings.instance / "keys")
                backup.back_up(engine, settings.backups, secrets, now=clock.now(), say=tell)
            migrations.upgrade(engine)
            with db.transaction() as writing:
                if version is None:
                    _here(writing)
                note_upgraded(writing)
        _begin_heads(settings)
        note_entered(settings)
        engine.dispose()
    return app


def _finish_restore(settings: Settings) -> None:
    if settings.database_file and restore.scratch_of(settings.database_file).exists():
        secrets = keys.read(settings.instance / "keys")
        restore.finish(settings.database_file, settings.heads, secrets, now=clock.now())


def note_upgraded(writing: Session) -> None:
    """Write down which version the database has now."""
    version = migrations.head()
    audit.record(writing, "database.upgraded", actor=None, now=clock.now(), version=version)


def _begin_heads(settings: Settings) -> None:
    """Begin the file of signed heads, once. The chain says that it was, so a file that is lost is not made again."""
    if settings.heads.exists() and settings.heads.read_bytes().count(b"\n") > 1:
        return
    with db.reading() as reading:
        if anchors.begun(reading):
            return
    if not settings.heads.exists():
        new_heads(settings)
    with db.transaction() as writing:
        audit.record(writing, "anchors.begun", actor=None, now=clock.now())


def new_heads(settings: Settings) -> None:
    """The first line of a new file of heads: where the chain ends now."""
    secrets = keys.read(settings.instance / "keys")
    with db.reading() as reading:
        head = anchors.head(reading)
    why = anchors.HeadReason.START
    anchors.append(settings.heads, secrets.anchors, why, lambda: head, now=clock.now(), new=True)


def note_entered(settings: Settings) -> None:
    """Write down that the keys came from paper, when they did and nobody has yet."""
    mark = settings.instance / "keys" / ENTERED
    if mark.exists():
        with db.transaction() as writing:
            audit.record(writing, "keys.entered", actor=None, now=clock.now())
        mark.unlink()


def hold(settings: Settings, *, alone: bool) -> disk.Lock:
    """The instance held until this process ends or lets go: together with others who use it, or alone to replace it."""
    lock = disk.Lock(settings.instance / LOCK)
    if not lock.take(alone=alone):
        lock.release()
        raise click.ClickException(
            "This instance is in use: it is being served, or another command is at work. Stop that first, "
            "then try again."
            if alone
            else "This instance is being restored or made anew. Try again when that has ended."
        )
    return lock


@contextmanager
def opened(settings: Settings, *, held: bool = False) -> Iterator[Flask]:
    """The app of an instance made ready, for one command; its connections are closed at the end.

    `held` says that the caller holds the instance already.
    """
    lock = None if held else hold(settings, alone=False)
    try:
        app = ready(settings)
        with app.app_context():
            try:
                yield app
            finally:
                db.engine().dispose()
    finally:
        if lock:
            lock.release()


@contextmanager
def database_only(secrets: Keys, settings: Settings, file: Path | None = None) -> Iterator[Flask]:
    """A database as it is, without pages; another file than the instance's where one is given.

    Nothing is made, brought up or written by opening it. The file has to be there.
    """
    app = Flask("tracker")
    db.init_app(
        app,
        file=file or settings.database_file,
        url=settings.database_url,
        key=secrets.database,
        page_cache=settings.page_cache,
        info={NAME: shipped_with(bytes.fromhex(secrets.audit))},
    )
    with app.app_context():
        try:
            yield app
        finally:
            db.engine().dispose()
